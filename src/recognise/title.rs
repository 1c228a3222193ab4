//! What the title says: whose report it is, on which year, and what kind of organ reports.

use super::{Heading, Title};
use crate::form::Organ;
use crate::model::{Block, Document, PlaceId};
use crate::text::fold::{is_space, narrow, simplified};

/// The title stands among so many blocks before the first heading, or else among the first.
const WITHIN: usize = 40;
/// No title is longer.
const LONGEST: usize = 100;
/// Lines above that a title may begin in.
const LINES: usize = 2;
/// The names of what the report is about.
const NAMES: [&str; 3] = ["政府信息公开", "信息公开", "政务公开"];
/// What follows the name in a title.
const REPORTS: [&str; 6] = [
    "工作年度报告",
    "年度报告",
    "工作报告",
    "工作年报",
    "年报",
    "年度工作报告",
];

/// Finds the title among the paragraphs (or cells: some pages put it into a table) above the first heading. Links to the
/// reports on other years may stand above it, so the last one counts.
pub fn find(document: &Document, sections: &[Heading]) -> Title {
    let heading = sections.first().map_or(0, |h| h.block);
    let above = best(
        &texts(document, heading.saturating_sub(WITHIN), heading),
        true,
    );
    above
        .or_else(|| best(&texts(document, 0, WITHIN), sections.is_empty()))
        .unwrap_or_default()
}

fn texts(document: &Document, from: usize, to: usize) -> Vec<(&str, PlaceId)> {
    let blocks = document.blocks.iter().take(to).skip(from);
    let texts = blocks.flat_map(|block| match block {
        Block::Paragraph(p) => vec![(p.text.as_str(), p.place)],
        Block::Grid(grid) => {
            let cells = grid.cells.iter().take(WITHIN);
            cells.map(|c| (c.text.as_str(), c.place)).collect()
        }
        Block::Picture(_) => Vec::new(),
    });
    texts.collect()
}

/// The last or the first of those titles that say most.
fn best(texts: &[(&str, PlaceId)], last: bool) -> Option<Title> {
    let rank =
        |title: &Title| usize::from(title.agency.is_some()) + usize::from(title.year.is_some());
    let mut chosen: Option<Title> = None;
    for at in 0..texts.len() {
        let Some(title) = whole(texts, at) else {
            continue;
        };
        let better = chosen.as_ref().is_none_or(|before| match last {
            true => rank(&title) >= rank(before),
            false => rank(&title) > rank(before),
        });
        if better {
            chosen = Some(title);
        }
    }
    chosen
}

/// The title that ends at a text, with what it lacks from the lines around it.
fn whole(texts: &[(&str, PlaceId)], at: usize) -> Option<Title> {
    let (text, place) = *texts.get(at)?;
    let mut title = read(text)?;
    let mut joined = text.to_string();
    for (above, _) in texts.get(at.saturating_sub(LINES)..at)?.iter().rev() {
        if title.agency.is_some() && title.year.is_some() || !is_line_of_title(above) {
            break;
        }
        joined = format!("{above}{joined}");
        match read(&joined) {
            Some(more) if more.agency.is_none() || more.organ != Organ::Unknown => title = more,
            _ => {}
        }
    }
    let below = texts.get(at + 1).map(|(text, _)| plain(text));
    if let (None, Some(below)) = (title.year, below) {
        let bare = below.trim_matches(['(', ')']);
        title.year = match year(bare) {
            (year, "", "年" | "年度") => year,
            _ => None,
        };
    }
    Some(Title {
        place: Some(place),
        ..title
    })
}

/// An agency or a year on a line of its own, no sentence and no other title.
fn is_line_of_title(text: &str) -> bool {
    /// No name of an agency is longer.
    const LONGEST: usize = 40;
    text.chars().take(LONGEST + 1).count() <= LONGEST
        && !text.contains(['。', '：', ':', '，', '>'])
        && read(text).is_none()
}

/// The text without spaces, in half width and simplified characters.
fn plain(text: &str) -> String {
    let shown = narrow(text).filter(|c| !is_space(*c));
    shown.map(simplified).collect()
}

/// Reads a text as a title, if it is one.
fn read(text: &str) -> Option<Title> {
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let plain = plain(text);
    // Behind the way to the page: 首页>政府信息公开年报>…
    let plain = plain.rsplit('>').next()?;
    let plain = plain
        .trim_start_matches(['#', '*'])
        .trim_start_matches("标题:");
    if plain.contains('。') || plain.contains("根据") || plain.contains("按照") {
        return None;
    }
    let (front, inner, rest) = parts(plain)?;
    let (year, agency) = match year(front) {
        (Some(year), before, after) => (Some(year), [before, agency_after(after)]),
        (None, front, _) => (inner.or(year_behind(rest)), [front, ""]),
    };
    let agency = agency
        .into_iter()
        .map(clean)
        .find(|p| p.chars().count() >= 2);
    let agency = agency.map(str::to_string);
    let organ = agency.as_deref().map_or(Organ::Unknown, Organ::of);
    Some(Title {
        text: text.trim().to_string(),
        place: None,
        year,
        agency,
        organ,
    })
}

/// What stands before the name of the report, a year inside of it (政府信息公开2023年度报告), and what stands behind it.
fn parts(plain: &str) -> Option<(&str, Option<i32>, &str)> {
    let found = NAMES.iter().flat_map(|name| {
        let places = plain.rmatch_indices(name);
        places.map(|(at, name)| (plain.get(..at), plain.get(at + name.len()..)))
    });
    found
        .filter_map(|(front, rest)| Some((front?, rest?)))
        .find_map(|(front, rest)| {
            let inner = rest.strip_prefix("工作").unwrap_or(rest);
            let (inner, tail) = leading_year(inner).map_or((None, rest), |(y, t)| (Some(y), t));
            let report = REPORTS.iter().find_map(|r| tail.strip_prefix(r));
            Some((front, inner, report?))
        })
}

fn leading_year(text: &str) -> Option<(i32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let year = digits.parse().ok().filter(|y| YEARS.contains(y))?;
    Some((year, rest))
}

/// 政府信息公开工作年度报告(2023年)
fn year_behind(rest: &str) -> Option<i32> {
    leading_year(rest.strip_prefix('(')?).map(|(year, _)| year)
}

fn agency_after(after: &str) -> &str {
    after
        .trim_start_matches("年度")
        .trim_start_matches('年')
        .trim_start_matches("度")
}

fn clean(agency: &str) -> &str {
    let agency = agency.trim_matches(['《', '"', '“', '-', '_', ':']);
    agency
        .trim_start_matches(')')
        .trim_end_matches('(')
        .trim_end_matches("公元")
        .trim_end_matches("关于")
}

const YEARS: std::ops::RangeInclusive<i32> = 2008..=2099;

/// The year in the title and what stands before and after it: 2023年, 二〇二三年, or 2023 at the end.
fn year(front: &str) -> (Option<i32>, &str, &str) {
    let at_year = front.match_indices('年').map(|(at, _)| at);
    for at in at_year.chain([front.len()]) {
        let before = front.get(..at).unwrap_or("");
        let digits: Vec<(usize, char)> = before.char_indices().rev().take(4).collect();
        let value = digits
            .iter()
            .rev()
            .try_fold(0i32, |n, (_, c)| Some(n * 10 + digit(*c)?));
        if let (4, Some(value), Some((start, _))) = (digits.len(), value, digits.last())
            && YEARS.contains(&value)
        {
            return (
                Some(value),
                before.get(..*start).unwrap_or(""),
                front.get(at..).unwrap_or(""),
            );
        }
    }
    (None, front, "")
}

fn digit(c: char) -> Option<i32> {
    match c {
        '0'..='9' => c.to_digit(10).map(|d| d as i32),
        '〇' | '○' | '零' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .map(|at| at as i32 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines above the first heading, separated by `|`.
    fn case(lines: &str) -> (Option<i32>, Option<String>) {
        let texts: Vec<(&str, PlaceId)> = lines.split('|').map(|t| (t, PlaceId(0))).collect();
        let title = best(&texts, true).unwrap_or_default();
        (title.year, title.agency)
    }

    #[test]
    fn titles_as_offices_write_them() {
        let whole = [
            "示例市商务局2023年政府信息公开工作年度报告",
            "2023年度示例市商务局政府信息公开工作年度报告",
            "示例市商务局二〇二三年政府信息公开工作年度报告",
            "示例市商务局2023政府信息公开工作年度报告",
            "示例市商务局政府信息公开2023年度报告",
            "示例市商务局政府信息公开工作年度报告（2023年）",
            "示例市商务局关于2023年政府信息公开工作年度报告",
            "【2023年】示例市商务局政府信息公开工作年度报告",
            "示例市商务局|2023年政府信息公开工作年度报告",
            "示例市商务局2023年|政府信息公开工作年度报告",
            "示例市商务局|2023年|政府信息公开工作年度报告",
            "示例市商务局|政府信息公开工作年度报告|（2023年度）",
            "首页 > 政府信息公开年报 > 示例市商务局2023年政府信息公开工作年度报告",
            "首页|示例市商务局2022年政府信息公开工作年度报告|示例市商务局2023年政府信息公开工作年度报告|2024-01-20",
            "示例市商务局2023年政府信息公开工作年度报告|政府信息公开年报",
        ];
        for lines in whole {
            let expected = (Some(2023), Some("示例市商务局".to_string()));
            assert_eq!(case(lines), expected, "{lines}");
        }
        for (lines, year) in [
            ("2023年政府信息公开工作年度报告", Some(2023)),
            ("首页|2023年政府信息公开工作年度报告", Some(2023)),
            (
                "2023年政府信息公开工作年度报告|政府信息公开年报",
                Some(2023),
            ),
            // No name of an agency is so long.
            (
                "首页 政务公开 政府信息公开 法定主动公开内容 机构职能 领导信息 规划计划 财政预决算 示例市商务局|2023年政府信息公开工作年度报告",
                Some(2023),
            ),
            ("索引号：000014348/2024-00012|政府信息公开年报", None),
            ("根据条例编制2023年政府信息公开工作年度报告", None),
        ] {
            assert_eq!(case(lines), (year, None), "{lines}");
        }
    }

    #[test]
    fn what_stands_above_a_title_and_is_no_part_of_it() {
        let far = "为".repeat(35);
        for lines in [
            "关于示例：示例县水务局|2023年政府信息公开工作年度报告".to_string(),
            format!("{far}示例县水务局|2023年政府信息公开工作年度报告"),
        ] {
            assert_eq!(case(&lines), (Some(2023), None), "{lines}");
        }
    }

    #[test]
    fn a_title_of_a_hundred_characters_is_the_longest() {
        let title = |count: usize| {
            let end = "2023年政府信息公开工作年度报告";
            let front = "县".repeat(count - end.chars().count());
            read(&format!("{front}{end}")).is_some()
        };
        assert_eq!([title(100), title(101)], [true, false]);
    }

    /// Below the first heading it is the first of those that say most.
    #[test]
    fn of_titles_below_the_heading_the_first_counts() {
        let texts = [
            "2020年政府信息公开工作年度报告",
            "示例县水务局2022年政府信息公开工作年度报告",
            "示例市水务局2021年政府信息公开工作年度报告",
        ];
        let texts = texts.map(|text| (text, PlaceId(0)));
        let year = |texts| best(texts, false).and_then(|title| title.year);
        assert_eq!(year(&texts), Some(2022));
    }
}
