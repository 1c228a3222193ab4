//! Reads sentences in many house styles: each line of `tests/prose/*.txt` is a sentence and, behind ⇒, what it says in
//! figures. The report is 示例市商务局's on 2023, or that of the organ in a line that begins with @ above; a line that begins
//! with + goes on in the paragraph of the one before. `UPDATE=1 cargo test --test prose` rewrites them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;

use gouji::prose::{About, Line, Measure, Mention, Scope, read};
use gouji::text::fold::squeeze;

const ARROW: &str = " ⇒ ";

fn about() -> About {
    About {
        year: Some(2023),
        agency: Some("示例市商务局".to_string()),
    }
}

/// What a paragraph says, sentence by sentence.
fn mentions(paragraph: &[&str], about: &About) -> Vec<Mention> {
    let plain = squeeze(&paragraph.concat());
    let line = Line {
        plain: &plain,
        section: Some(0),
    };
    read(&[line], about)
}

fn told(mention: &Mention) -> String {
    let join = |ids: &[&str]| ids.join("+");
    let measure = match &mention.measure {
        Measure::New => "收到".to_string(),
        Measure::Accepted => "受理".to_string(),
        Measure::Handled => "办理".to_string(),
        Measure::CarriedIn => "上年结转".to_string(),
        Measure::CarriedOut => "结转下年".to_string(),
        Measure::Done => "办结".to_string(),
        Measure::Results(rows) => join(rows),
        Measure::Applicants(columns) => join(columns),
        Measure::Cases(groups) => join(groups),
        Measure::Documents(row, item) => format!("{row}.{item}"),
        Measure::Decisions(row) => format!("{row}.decisions"),
        Measure::Fee => "信息处理费".to_string(),
        Measure::FeePart => "其中收费".to_string(),
        Measure::Share => "占%".to_string(),
        Measure::Growth => "增长%".to_string(),
        Measure::Base => "基数".to_string(),
        Measure::Part => "部分".to_string(),
        Measure::Unknown => "?".to_string(),
    };
    let mut text = format!("{measure} {}", mention.value);
    for (mark, shown) in [
        (!mention.exact, " 约数"),
        (mention.worded, " 文字"),
        (mention.of.is_some(), " 其中"),
        (mention.scope == Scope::Before, " 上年"),
        (mention.scope == Scope::Whole, " 全域"),
        (
            mention.scope == Scope::Other
                && !matches!(mention.measure, Measure::Unknown | Measure::Part),
            " 口径不同",
        ),
    ] {
        if mark {
            text.push_str(shown);
        }
    }
    text
}

/// Every line with what is read from it.
fn reread(text: &str, about: &About) -> String {
    let mut out = String::new();
    let mut about = about.clone();
    let (mut paragraph, mut seen): (Vec<&str>, usize) = (Vec::new(), 0);
    for line in text.lines() {
        let said = line.split(ARROW.trim_end()).next().unwrap().trim_end();
        if said.is_empty() || said.starts_with('#') {
            out += &format!("{line}\n");
            continue;
        }
        if let Some(agency) = said.strip_prefix("@ ") {
            about.agency = Some(agency.to_string());
            out += &format!("{line}\n");
            continue;
        }
        let sentence = match said.strip_prefix('+') {
            Some(sentence) => sentence,
            None => {
                (paragraph, seen) = (Vec::new(), 0);
                said
            }
        };
        paragraph.push(sentence);
        let found = mentions(&paragraph, &about);
        let new: Vec<String> = found[seen..].iter().map(told).collect();
        seen = found.len();
        let new = if new.is_empty() {
            "无".to_string()
        } else {
            new.join("；")
        };
        out += &format!("{said}{ARROW}{new}\n");
    }
    out
}

#[test]
fn sentences_say_what_is_written_beside_them() {
    let mut sentences = 0;
    for entry in fs::read_dir("tests/prose").unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let read = reread(&text, &about());
        sentences += read.matches(ARROW).count();
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &read).unwrap();
            continue;
        }
        for (number, (expected, found)) in (1..).zip(text.lines().zip(read.lines())) {
            assert_eq!(found, expected, "{} line {number}", path.display());
        }
    }
    assert!(sentences >= 150, "{sentences}");
}

#[test]
fn without_a_title_a_year_is_not_trusted_and_the_organ_is_the_one_named() {
    for (text, expected) in [
        (
            "2022年，某某镇人民政府办公室共制定规范性文件3件，现行有效的规范性文件20件。",
            &["normative.issued 3 上年", "normative.in_force 20 上年"][..],
        ),
        ("某某县商务局收到政府信息公开申请12件。", &["收到 12"]),
        // Not at the beginning, or no name of an organ.
        (
            "涉及征地，转某某县商务局收到政府信息公开申请12件。",
            &["收到 12"],
        ),
        ("某某小区业主收到政府信息公开申请12件。", &["? 12"]),
        ("主动向某某县商务局收到政府信息公开申请12件。", &["? 12"]),
        ("该局收到政府信息公开申请12件。", &["? 12"]),
        ("某局收到政府信息公开申请12件。", &["? 12"]),
    ] {
        let found = mentions(&[text], &About::default());
        let told: Vec<String> = found.iter().map(told).collect();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn lines_that_break_inside_a_sentence_go_on() {
    type Told<'a> = (&'a str, usize);
    let cases: [(&[&str], &[Told]); 9] = [
        (
            &[
                "2023年，同意公开",
                "答复9件，共收到政府信息公",
                "开申请35件。",
            ],
            &[("? 9", 1), ("收到 35", 2)],
        ),
        // A short line without a number is no heading.
        (
            &["2023年我局共收到政府信息公开", "申请12件。"],
            &[("收到 12", 1)],
        ),
        // Nor is a numbered one that is long or has a comma.
        (
            &[
                "（二）依申请公开。2023年度示例市商务局共收到公民法人和其他组织提出的政府信息公开",
                "申请12件。",
            ],
            &[("收到 12", 1)],
        ),
        (
            &["（二）2023年，共收到政府信息公开", "申请12件。"],
            &[("收到 12", 1)],
        ),
        // The next point begins anew.
        (
            &["（一）主动公开，全年共收到", "（二）政府信息公开申请12件。"],
            &[("办理 12", 1)],
        ),
        (
            &["2022年，我局", "（二）收到政府信息公开申请12件。"],
            &[("收到 12", 1)],
        ),
        // A heading does not go on, nor what was ended, nor before a mark.
        (
            &["（二）2022年情况", "收到政府信息公开申请12件。"],
            &[("收到 12", 1)],
        ),
        (
            &[
                "2022年收到政府信息公开申请11件。",
                "收到政府信息公开申请12件。",
            ],
            &[("收到 11 上年", 0), ("收到 12", 1)],
        ),
        (
            &["收到政府信息公开申请12件，予以公开7件", "、部分公开5件。"],
            &[("收到 12", 0), ("granted 7", 0), ("partly_granted 5", 1)],
        ),
    ];
    for (lines, expected) in cases {
        let lines: Vec<String> = lines.iter().map(|line| squeeze(line)).collect();
        let line = |plain| Line {
            plain,
            section: Some(0),
        };
        let lines: Vec<Line> = lines.iter().map(|plain| line(plain)).collect();
        let found = read(&lines, &about());
        let told: Vec<(String, usize)> = found.iter().map(|m| (told(m), m.line)).collect();
        let told: Vec<Told> = told
            .iter()
            .map(|(told, line)| (told.as_str(), *line))
            .collect();
        assert_eq!(told, expected);
    }
}

/// A sentence that is over does not go on in the next line: its year does not hold there, nor is the line's place moved.
#[test]
fn lines_that_end_do_not_go_on() {
    let line = |plain, section| Line {
        plain,
        section: Some(section),
    };
    let told = |lines: &[Line]| -> Vec<(String, usize)> {
        let found = read(lines, &about());
        found.iter().map(|m| (told(m), m.line)).collect()
    };
    let found = told(&[
        line("2022年收到政府信息公开申请9件。", 0),
        line("收到政府信息公开申请12件。", 0),
    ]);
    assert_eq!(found, [("收到 9 上年".into(), 0), ("收到 12".into(), 1)]);
    // Nor into another section.
    let found = told(&[line("2023年共收到政府信息公开", 0), line("申请12件。", 1)]);
    assert_eq!(found, [("? 12".into(), 1)]);
}

#[test]
fn of_a_long_text_the_rest_is_not_read() {
    let text = format!(
        "{}上年无结转。未收到政府信息公开申请。",
        "收到政府信息公开申请1件。".repeat(1000)
    );
    assert_eq!(mentions(&[&text], &about()).len(), 1000);
}

#[test]
fn hostile_text_is_read_to_its_end() {
    let texts = [
        "共收到政府信息公开申请".repeat(5_000),
        "12件".repeat(20_000),
        "(".repeat(20_000),
        "《".repeat(20_000),
        "9".repeat(20_000) + "件",
        "一".repeat(20_000) + "件",
        "1,".repeat(20_000) + "件",
        "第".repeat(20_000),
    ];
    for text in texts {
        mentions(&[&text], &about());
    }
}
