//! Which figures of the file are to be changed, from what to what.

use super::texts;
use crate::check::Checked;
use crate::finding::Words;
use crate::form::Key;
use crate::model::{Block, PlaceId, Quantity};
use crate::recognise;
use crate::repair;

/// What people count with, behind a figure in its cell.
const COUNTERS: [char; 9] = ['件', '条', '宗', '个', '项', '次', '份', '起', '例'];
const FULL_WIDTH: std::ops::RangeInclusive<char> = '０'..='９';

/// A figure to be changed.
#[derive(Clone, Debug)]
pub struct Mend {
    pub key: Key,
    pub place: PlaceId,
    /// Which of the document's texts it is, counted from 0; none where it shares a cell or a paragraph.
    pub at: Option<usize>,
    pub before: String,
    pub after: String,
}

/// Why a figure was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The file has no cell of its own for it.
    NoCell,
    /// A formula or a field gives it.
    Formula,
    /// It stands in a text box, which is kept twice.
    TextBox,
    /// It stands among other people's tracked changes.
    Tracked,
    /// Its cell holds more than its text.
    Mixed,
}

impl Left {
    pub fn words(self) -> Words {
        let (zh, en) = match self {
            Left::NoCell => (
                "文件里没有单独的一格放它，请手工修改",
                "the file has no cell of its own for it; change it by hand",
            ),
            Left::Formula => (
                "这一格是公式，请检查公式或它引用的单元格",
                "a formula gives it; look into the formula or the cells that it takes",
            ),
            Left::TextBox => (
                "这一格在文本框里，请手工修改",
                "it stands in a text box; change it by hand",
            ),
            Left::Tracked => (
                "这一格有别人的修订，请先接受或拒绝修订",
                "it has tracked changes by others; accept or reject them first",
            ),
            Left::Mixed => (
                "这一格里不只有文字，请手工修改",
                "its cell holds more than text; change it by hand",
            ),
        };
        Words::new(zh, en)
    }
}

/// The changes that the check was given, by the cells that the file has for them.
pub fn mends(checked: &Checked) -> Vec<Mend> {
    if checked.edited.is_empty() {
        return Vec::new();
    }
    let original = recognise::bound(&checked.document);
    let places = places(checked);
    let texts = texts(&checked.document);
    let mend = |key: &Key| {
        let after = checked.filled.figure(*key)?.raw.trim().to_owned();
        let before = original.figure(*key);
        let place = before.map_or(PlaceId(0), |figure| figure.place);
        let before = before.map_or("", |figure| figure.raw.trim()).to_owned();
        let mut found = places.iter().enumerate().filter(|(_, at)| **at == place);
        let (at, alone) = (found.next(), found.next().is_none());
        let at = at.map(|(at, _)| at).filter(|at| {
            let text = texts.get(*at).copied().unwrap_or("");
            alone && text.split_whitespace().eq(before.split_whitespace())
        });
        (before != after).then_some(Mend {
            key: *key,
            place,
            at,
            before,
            after,
        })
    };
    checked.edited.iter().filter_map(mend).collect()
}

/// The places of the document's texts, in their order.
fn places(checked: &Checked) -> Vec<PlaceId> {
    let mut places = Vec::new();
    for block in &checked.document.blocks {
        match block {
            Block::Paragraph(paragraph) => places.push(paragraph.place),
            Block::Grid(grid) => places.extend(grid.cells.iter().map(|cell| cell.place)),
            Block::Picture(_) => {}
        }
    }
    places
}

/// What would mend the broken sums, as edits for a second check.
#[derive(Clone, Debug, Default)]
pub struct Proposals {
    pub edits: Vec<(Key, String)>,
    pub reasons: Vec<(Key, Words)>,
}

/// The first of the smallest sets of changes, each figure written as the old one was.
pub fn proposals(checked: &Checked) -> Proposals {
    let causes = &checked.report.causes;
    let changes = repair::combined(causes)
        .into_iter()
        .next()
        .unwrap_or_default();
    let mut proposals = Proposals::default();
    for change in changes {
        let raw = checked.filled.figure(change.cell).map_or("", |f| &f.raw);
        let cause = causes.iter().find(|cause| cause.is_about(change.cell));
        let reason = cause.map(|cause| {
            let why = cause.repairs.first().and_then(|repair| repair.reason());
            let others = match cause.decided {
                true => None,
                false => Some(Words::new(
                    "还有别的改法也能让合计对上，请对照原始数据",
                    "other changes make the sums hold too; compare with your records",
                )),
            };
            let said: Vec<Words> = why.into_iter().chain(others).collect();
            let join = |of: fn(&Words) -> &str, with: &str| {
                said.iter().map(of).collect::<Vec<_>>().join(with)
            };
            Words::new(join(|words| &words.zh, "；"), join(|words| &words.en, "; "))
        });
        proposals
            .reasons
            .extend(reason.map(|reason| (change.cell, reason)));
        proposals
            .edits
            .push((change.cell, written(raw, change.proposed)));
    }
    proposals
}

/// A figure as the cell writes it: with its counter and in full-width digits, where the old one had them.
fn written(raw: &str, figure: Quantity) -> String {
    let raw = raw.trim();
    let digits: String = figure.to_string();
    let wide = raw.chars().any(|c| FULL_WIDTH.contains(&c));
    let digits = match wide && digits.bytes().all(|b| b.is_ascii_digit()) {
        true => digits.bytes().filter_map(wide_digit).collect(),
        false => digits,
    };
    let counter = raw.chars().next_back().filter(|c| COUNTERS.contains(c));
    digits + &counter.map(String::from).unwrap_or_default()
}

fn wide_digit(digit: u8) -> Option<char> {
    char::from_u32(u32::from('０') + u32::from(digit.checked_sub(b'0')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_written_as_the_old_one_was() {
        for (raw, written_as) in [
            ("12", "21"),
            ("", "21"),
            ("／", "21"),
            ("-12", "21"),
            ("12件", "21件"),
            ("１２", "２１"),
            ("1,234", "21"),
        ] {
            assert_eq!(written(raw, Quantity::whole(21)), written_as, "{raw}");
        }
    }
}
