//! What the title says: whose report it is, on which year, and what kind of organ reports.

use super::{AgencyKind, Title};
use crate::model::{Block, Document};
use crate::text::fold::{is_space, narrow, simplified};

/// The title stands among the first blocks.
const WITHIN: usize = 40;
/// No title is longer.
const LONGEST: usize = 100;

/// Finds the title among the first paragraphs (or cells: some pages put it into a table).
pub fn find(document: &Document) -> Title {
    let paragraphs = document
        .blocks
        .iter()
        .take(WITHIN)
        .flat_map(|block| match block {
            Block::Paragraph(p) => vec![(p.text.as_str(), p.place)],
            Block::Grid(grid) => grid
                .cells
                .iter()
                .take(WITHIN)
                .map(|c| (c.text.as_str(), c.place))
                .collect(),
            Block::Picture(_) => Vec::new(),
        });
    let mut weaker = None;
    for (text, place) in paragraphs {
        let Some(title) = read(text) else { continue };
        let title = Title {
            place: Some(place),
            ..title
        };
        if title.agency.is_some() && title.year.is_some() {
            return title;
        }
        weaker = weaker.or(Some(title));
    }
    weaker.unwrap_or_default()
}

/// Reads a text as a title, if it is one.
fn read(text: &str) -> Option<Title> {
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let plain: Vec<char> = narrow(text)
        .filter(|c| !is_space(*c))
        .map(simplified)
        .collect();
    let plain: String = plain.into_iter().collect();
    let plain = plain
        .trim_start_matches(['#', '*'])
        .trim_start_matches("标题:");
    let name = ["政府信息公开", "信息公开", "政务公开"]
        .into_iter()
        .find_map(|n| plain.find(n).map(|at| (at, n)))?;
    let rest = plain.get(name.0 + name.1.len()..)?;
    let is_report = [
        "工作年度报告",
        "年度报告",
        "工作报告",
        "工作年报",
        "年报",
        "年度工作报告",
    ]
    .iter()
    .any(|r| rest.starts_with(r));
    if !is_report || plain.contains('。') || plain.contains("根据") || plain.contains("按照") {
        return None;
    }
    let front = plain.get(..name.0)?;
    let (year, before, after) = year(front);
    let after = after
        .trim_start_matches("年度")
        .trim_start_matches('年')
        .trim_start_matches("度");
    let agency = [before, after]
        .into_iter()
        .map(|part| part.trim_matches(['《', '"', '“', '-', '_', ':']))
        .find(|p| p.chars().count() >= 2);
    let agency = agency.map(str::to_string);
    let kind = agency.as_deref().map_or(AgencyKind::Unknown, kind);
    Some(Title {
        text: text.trim().to_string(),
        place: None,
        year,
        agency,
        kind,
    })
}

/// The year in the title and what stands before and after it: 2023年, 二〇二三年.
fn year(front: &str) -> (Option<i32>, &str, &str) {
    for (at, _) in front.match_indices('年') {
        let before = front.get(..at).unwrap_or("");
        let digits: Vec<(usize, char)> = before.char_indices().rev().take(4).collect();
        let value = digits
            .iter()
            .rev()
            .try_fold(0i32, |n, (_, c)| Some(n * 10 + digit(*c)?));
        if let (4, Some(value), Some((start, _))) = (digits.len(), value, digits.last())
            && (2008..=2099).contains(&value)
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

/// What kind of organ a name tells of.
fn kind(agency: &str) -> AgencyKind {
    let ends = |words: &[&str]| words.iter().any(|w| agency.ends_with(w));
    if ends(&[
        "街道",
        "街道办事处",
        "街道办",
        "乡",
        "镇",
        "乡人民政府",
        "镇人民政府",
        "镇政府",
        "乡政府",
    ]) {
        AgencyKind::Township
    } else if ends(&[
        "省",
        "市",
        "县",
        "区",
        "旗",
        "自治州",
        "自治县",
        "人民政府",
        "盟",
    ]) {
        AgencyKind::Government
    } else if ends(&[
        "局",
        "委员会",
        "委",
        "厅",
        "办公室",
        "办公厅",
        "中心",
        "院",
        "分局",
        "支队",
        "大队",
        "部",
        "所",
        "站",
        "署",
        "行",
        "办",
    ]) {
        AgencyKind::Department
    } else {
        AgencyKind::Unknown
    }
}
