//! How the text of a report is parted into its sections: each case is a document, the sections that are found with the
//! number of lines under each, and a mark `?` behind those whose heading left but a trace.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use gouji::read::read;
use gouji::recognise::recognise;
use gouji::recognise::story::{Passage, Story};

fn story(text: &str) -> Story {
    let name = if text.starts_with('<') {
        "a.html"
    } else {
        "a.txt"
    };
    recognise(&read(text.as_bytes(), name).unwrap()).story
}

/// 一1 二0 六?
fn told(story: &Story) -> String {
    let name = |section: usize| "一二三四五六".chars().nth(section).unwrap();
    let found = story
        .sections
        .iter()
        .map(|s| format!("{}{}", name(s.section), s.passages.len()));
    let traces = (0..6)
        .filter(|&s| story.traces[s])
        .map(|s| format!("{}?", name(s)));
    found.chain(traces).collect::<Vec<_>>().join(" ")
}

#[test]
fn sections_however_their_headings_are_written() {
    let title = "示例县水务局2024年政府信息公开工作年度报告\n";
    let cases = [
        (
            "一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n丙。",
            "一1 二2",
        ),
        ("1.总体情况\n甲。\n2.主动公开政府信息情况\n乙。", "一1 二1"),
        (
            "（一）总体情况\n甲。\n（二）主动公开政府信息情况\n乙。",
            "一1 二1",
        ),
        (
            "第一部分　总体情况\n甲。\n第二部分：主动公开政府信息情况\n乙。",
            "一1 二1",
        ),
        (
            "一 总体情况\n甲。\n二 主动公开政府信息情况\n乙。",
            "一1 二1",
        ),
        ("总体情况\n甲。\n主动公开政府信息情况\n乙。", "一1 二1"),
        (
            "一、總體情況\n甲。\n二、主動公開政府信息情況\n乙。",
            "一1 二1",
        ),
        (
            "一、总体情况。甲。\n二、主动公开政府信息情况：乙。",
            "一1 二1",
        ),
        (
            "一、总体情况 2024年，我局甲。\n二、主动公开政府信息情况乙。",
            "一1 二1",
        ),
        // Another wording, at the place and under the number of the section.
        (
            "一、概述\n甲。\n二、主动公开政府信息情况\n乙。\n三、申请办理情况\n丙。",
            "一1 二1 三1",
        ),
        // Headings inside of section 一 in another style.
        (
            "一、总体情况\n（一）主动公开政府信息情况\n甲。\n（二）收到和处理政府信息公开申请情况\n乙。\n二、主动公开政府信息情况\n丙。",
            "一4 二1 三?",
        ),
        // A table of contents.
        (
            "目录\n一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项\n一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n六、其他需要报告的事项\n丙。",
            "一1 二1 六1",
        ),
        // A table of contents with pages, and a heading that goes by another name there.
        (
            "一、总体情况……1\n二、主动公开政府信息情况……2\n五、存在的主要问题及改进情况……3\n一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n四、政府信息公开行政复议、行政诉讼情况\n丙。\n五、问题和打算\n丁。",
            "一1 二1 四1 五1",
        ),
        // The introduction names the parts and is no trace of them.
        (
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、其他需要报告的事项组成。\n一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。",
            "一1 二1",
        ),
        // Lost on the way: run together, or inside of a paragraph.
        (
            "一、总体情况甲。二、主动公开政府信息情况乙。三、收到和处理政府信息公开申请情况丙。",
            "",
        ),
        (
            "一、总体情况\n甲。\n二、主动公开政府信息情况\n乙，另见其他需要报告的事项。",
            "一1 二1 六?",
        ),
        // Headings with nothing under them are no table of contents where they do not come again.
        (
            "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n甲。\n五、存在的主要问题及改进情况\n乙。",
            "一0 二0 三0 四1 五1",
        ),
        // A list of two.
        (
            "一、总体情况\n二、主动公开政府信息情况\n一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。",
            "一1 二1",
        ),
        // Inside of a section, in the style of the sections and under another number.
        (
            "（一）总体情况\n（一）主动公开政府信息情况\n甲。\n（二）主动公开政府信息情况\n乙。",
            "一2 二1",
        ),
        // A caption repeats the heading.
        (
            "总体情况\n甲。\n主动公开政府信息情况\n主动公开政府信息情况\n乙。",
            "一1 二2",
        ),
        // A list inside of a section is not the next section.
        (
            "一、总体情况\n甲。\n四、政府信息公开行政复议、行政诉讼情况\n乙。\n五、存在的主要问题及改进情况\n一、培训少。\n二、更新慢。",
            "一1 四1 五2 二?",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(told(&story(&format!("{title}{text}"))), expected, "{text}");
    }
}

#[test]
fn headings_in_bold_paragraphs_and_in_cells() {
    let title = "<h1>示例县水务局2024年政府信息公开工作年度报告</h1>";
    let cases = [
        (
            "<p><b>一、总体情况</b></p><p>甲。</p><p><strong>二、主动公开政府信息情况</strong>　乙。</p>",
            "一1 二1",
        ),
        (
            "<p>一、总体情况<br>甲。<br>二、主动公开政府信息情况<br>乙。</p>",
            "一1 二1",
        ),
        (
            "<table><tr><td>一、总体情况<br>甲。</td></tr><tr><td>二、主动公开政府信息情况<br>乙。</td></tr></table>",
            "一1 二1",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(told(&story(&format!("{title}{text}"))), expected, "{text}");
    }
}

#[test]
fn figures_and_labels_are_no_text() {
    let text = "示例县水务局2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年制发件数\n规章\n0\n六、其他需要报告的事项\n无。";
    assert_eq!(told(&story(text)), "二0 六1");
}

#[test]
fn the_longest_lines() {
    let title = "示例县水务局2024年政府信息公开工作年度报告\n一、总体情况\n甲。\n";
    let told = |text: String| told(&story(&format!("{title}{text}")));
    let wide = |front: &str, back: &str, length: usize| {
        let blanks = length - front.chars().count() - back.chars().count();
        format!("{front}{}{back}\n", "\u{3000}".repeat(blanks))
    };
    // A heading of another wording.
    let heading = |length| wide("五、", "存在的主要问题和改进措施情况", length);
    assert_eq!(told(heading(60)), "一1 五0");
    assert_eq!(told(heading(61)), "一2");
    // A label of the form.
    let label = |length| wide("行政", "许可", length);
    assert_eq!(told(label(160)), "一1");
    assert_eq!(told(label(161)), "一2");
    // The parts of the report, which the introduction names: without line breaks they are its headings.
    let parts = "主动公开政府信息情况、收到和处理政府信息公开申请情况、其他需要报告的事项。";
    let list = |length: usize| format!("{parts}{}", "甲".repeat(length - parts.chars().count()));
    assert_eq!(told(list(600)), "一2");
    assert_eq!(told(list(601)), "一2 二? 三? 六?");
}

#[test]
fn the_title_stands_neither_above_nor_below_itself() {
    let story = story(
        "首页\n示例县水务局2024年政府信息公开工作年度报告\n发布日期：2025-01-20\n一、总体情况\n甲。",
    );
    let texts = |passages: &[Passage]| passages.iter().map(|p| p.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&story.above), ["首页"]);
    assert_eq!(texts(&story.front), ["发布日期：2025-01-20"]);
}
