//! Finds the six section headings among the paragraphs, and reads a line as one of them.

use std::sync::LazyLock;

use super::Heading;
use super::labels::SURE;
use crate::form::sections::{SECTIONS, Section};
use crate::model::{Block, Document, PlaceId};
use crate::text::find;
use crate::text::fold::{
    Folded, fold, is_ideograph, is_space, likeness, narrow, simplified, squeeze,
};

static HEADINGS: LazyLock<Vec<(usize, Folded)>> = LazyLock::new(|| {
    let wordings = |(at, s): (usize, &'static Section)| {
        std::iter::once(s.heading)
            .chain(s.variants.iter().copied())
            .map(move |w| (at, fold(w)))
    };
    SECTIONS.iter().enumerate().flat_map(wordings).collect()
});

/// No heading is longer.
const LONGEST: usize = 60;

/// How a heading is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// 一、
    Chinese,
    /// 第一部分
    Part,
    /// 1.
    Arabic,
    /// （一）, (1)
    Bracket,
    None,
}

impl Style {
    pub const NUMBERED: [Style; 4] = [Style::Chinese, Style::Part, Style::Arabic, Style::Bracket];
}

/// The beginning of a line, read as a heading.
#[derive(Debug)]
pub struct Head<'a> {
    pub style: Style,
    /// The number in front; 0 where there is none.
    pub ordinal: u32,
    /// The heading with its number.
    pub text: &'a str,
    /// What stands behind it in the same line.
    pub rest: &'a str,
    /// The words without the number, folded.
    core: Vec<char>,
}

/// Every heading that is surely one of the six, in reading order.
pub fn find(document: &Document) -> Vec<Heading> {
    let texts = document
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(block, content)| match content {
            Block::Paragraph(p) => vec![(block, p.text.as_str(), p.place)],
            // One cell over the whole table, or a stream of cells, may hold a heading.
            Block::Grid(grid) => grid
                .cells
                .iter()
                .map(|c| (block, c.text.as_str(), c.place))
                .collect(),
            Block::Picture(_) => Vec::new(),
        });
    texts
        .filter_map(|(block, text, place)| heading(block, text, place))
        .collect()
}

fn heading(block: usize, text: &str, place: PlaceId) -> Option<Heading> {
    let (section, head) = read(text)?;
    Some(Heading {
        section,
        text: head.text.to_string(),
        place,
        block,
    })
}

/// Reads a line as one of the six headings: by its very wording, in front or alone, or by its number and a like wording.
pub fn read(text: &str) -> Option<(usize, Head<'_>)> {
    if !may_begin(text) {
        return None;
    }
    let head = head(text);
    let exact = head.as_ref().and_then(exact);
    let (section, head) = match (exact, head) {
        (Some(section), Some(head)) => (section, head),
        (_, Some(head)) if begins_otherwise(&head) => (like(&head)?, head),
        (_, head) => glued(text).or_else(|| head.and_then(|head| Some((like(&head)?, head))))?,
    };
    // A list of the parts, or a report without line breaks.
    let plain = squeeze(head.rest);
    let others = (0..SECTIONS.len()).any(|other| other != section && mentions(&plain, other));
    (!others).then_some((section, head))
}

/// The beginning of a line up to its first stop: 一、总体情况。2025年…
pub fn head(text: &str) -> Option<Head<'_>> {
    let text = text.trim_start_matches(['#', '*', ' ']);
    let end = text.find(['\n', '。', '：', ':']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    if line.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let (style, ordinal, core) = numbered(line);
    let rest = rest.trim_start_matches(['\n', '。', '：', ':']);
    Some(Head {
        style,
        ordinal,
        text: line.trim().trim_end_matches('*'),
        rest: rest.trim(),
        core,
    })
}

/// Whether a heading may begin as a text does: with a number, a mark, or its first word. Most texts do not.
fn may_begin(text: &str) -> bool {
    const FIRST: &str = "一二三四五六第总總主行收政因存其";
    let first = text.chars().find(|c| !is_space(*c));
    let fits = first.is_some_and(|c| !c.is_alphabetic() || FIRST.contains(c));
    // A figure is none.
    fits && text.chars().any(is_ideograph)
}

/// Whether behind its number stands no first character of a wording, as in the rows of table 三: nothing can be glued.
fn begins_otherwise(head: &Head) -> bool {
    let first = head.core.first().filter(|_| head.ordinal > 0);
    let begins = |(_, wording): &(usize, Folded)| wording.core.first() == first;
    first.is_some() && !HEADINGS.iter().any(begins)
}

/// The section of this very heading; without an ordinal nothing else is one.
fn exact(head: &Head) -> Option<usize> {
    let mut headings = HEADINGS.iter();
    let found = headings.find(|(_, wording)| wording.core == head.core);
    found.map(|(section, _)| *section)
}

/// The section under this number, if its heading is like.
fn like(head: &Head) -> Option<usize> {
    let section = (head.ordinal as usize).checked_sub(1)?;
    let mut own = HEADINGS.iter().filter(|(s, _)| *s == section);
    own.any(|(_, wording)| likeness(&head.core, &wording.core) >= SURE)
        .then_some(section)
}

/// Style, number and words of a line.
fn numbered(line: &str) -> (Style, u32, Vec<char>) {
    let first = narrow(line).find(|c| !is_space(*c));
    if first == Some('第') {
        let plain: String = narrow(line).filter(|c| !is_space(*c)).collect();
        if let Some((ordinal, rest)) = part(&plain) {
            return (Style::Part, ordinal, fold(rest).core);
        }
    }
    let Folded { ordinal, core } = fold(line);
    let style = match first {
        _ if ordinal == 0 => Style::None,
        Some('(') => Style::Bracket,
        Some('0'..='9') => Style::Arabic,
        Some('①'..='⑳') => Style::Bracket,
        _ => Style::Chinese,
    };
    // 一 总体情况: a space for the mark.
    if ordinal == 0
        && let Some((number, words)) = core.split_first()
        && let Some(ordinal) = one_to_six(*number)
        && HEADINGS.iter().any(|(_, wording)| wording.core == words)
    {
        return (Style::Chinese, ordinal, words.to_vec());
    }
    (style, ordinal, core)
}

/// 第一部分：总体情况
fn part(plain: &str) -> Option<(u32, &str)> {
    let mut chars = plain.strip_prefix('第')?.chars();
    let ordinal = one_to_six(chars.next()?)?;
    let rest = chars.as_str();
    let rest = rest.strip_prefix("部分").or(rest.strip_prefix('章'))?;
    Some((ordinal, rest.trim_start_matches(['、', ':', ',', '.'])))
}

fn one_to_six(c: char) -> Option<u32> {
    let at = "一二三四五六".chars().position(|number| number == c);
    let at = at.or_else(|| "123456".chars().position(|number| number == c))?;
    Some(at as u32 + 1)
}

/// What may part a heading from its text, or from its page in a table of contents.
const MARKS: &str = ".。…·:：、，,-—*_";

/// A heading of the very wording that runs on into its text without a stop: 一、总体情况 2025年，我局…
fn glued(text: &str) -> Option<(usize, Head<'_>)> {
    /// How a number in front begins.
    const NUMBERS: &str = "一二三四五六123456第(（①②③④⑤⑥１２３４５６";
    let text = text.trim_start_matches(['#', '*', ' ']);
    if !text.starts_with(|c| NUMBERS.contains(c)) {
        return None;
    }
    let front: String = text.chars().take(LONGEST).collect();
    let (style, ordinal, core) = numbered(&front);
    let section = (ordinal as usize).checked_sub(1)?;
    let mut own = HEADINGS.iter().filter(|(s, _)| *s == section);
    let (_, wording) = own.find(|(_, wording)| core.starts_with(&wording.core))?;
    let end = end_of(text, &wording.core)?;
    let (line, rest) = text.split_at_checked(end)?;
    let rest = rest.trim_start_matches(|c: char| is_space(c) || MARKS.contains(c));
    // The page in a table of contents.
    let page = rest.chars().all(char::is_numeric);
    Some((
        section,
        Head {
            style,
            ordinal,
            text: line,
            rest: if page { "" } else { rest },
            core: wording.core.clone(),
        },
    ))
}

/// Where some words end that stand in a text, spaces and marks between their characters left out of account.
fn end_of(text: &str, words: &[char]) -> Option<usize> {
    let mut words = words.iter().peekable();
    let mut begun = false;
    for (at, c) in text.char_indices() {
        let plain = narrow(c.encode_utf8(&mut [0; 4])).next().map(simplified);
        match words.peek() {
            None => return Some(at),
            Some(word) if plain == Some(**word) => {
                words.next();
                begun = true;
            }
            Some(_) if begun && c.is_alphanumeric() => return None,
            Some(_) => {}
        }
    }
    words.peek().is_none().then_some(text.len())
}

/// How the wording of a heading stands to the printed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    Printed,
    /// Another wording of the same meaning.
    Variant,
    /// Another meaning.
    Other,
}

/// A word that a heading of this section has in any of its wordings.
const SIGNS: [&[&str]; 6] = [
    &["总体", "概述", "概况", "综述", "基本情况", "整体情况"],
    &["主动公开"],
    &["申请"],
    &["复议", "诉讼"],
    &["问题", "改进"],
    &["其他", "需要报告", "其它"],
];

/// Compares a heading with the printed one of its section.
pub fn wording(head: &Head, section: usize) -> Wording {
    let printed = HEADINGS.iter().find(|(s, _)| *s == section);
    if printed.is_some_and(|(_, printed)| printed.core == head.core) {
        return Wording::Printed;
    }
    let words: String = head.core.iter().collect();
    match has_sign(&words, section) {
        true => Wording::Variant,
        false => Wording::Other,
    }
}

/// Whether words in simplified characters have a sign of a section's heading.
pub fn has_sign(words: &str, section: usize) -> bool {
    let signs = SIGNS.get(section);
    signs.is_some_and(|signs| find::has(words, signs))
}

/// Whether the heading of a section, in any wording of the same meaning, stands somewhere in a text without spaces.
pub fn mentions(plain: &str, section: usize) -> bool {
    SECTIONS.get(section).is_some_and(|printed| {
        let mut wordings = std::iter::once(printed.heading).chain(printed.variants.iter().copied());
        wordings.any(|wording| find::first(plain, wording).is_some())
    })
}
