//! The lines that may be rows of table 三: the label of each, its likeness to the form's rows, the group that it stands in.

use super::super::labels::{
    ALIKE, FOUR_ITEMS, SURE, THREE_COLUMNS, THREE_GROUPS, THREE_ROWS, below_group, best,
};
use super::super::lines::{Line, Piece};
use crate::form::table3::{GROUPS, ROWS};
use crate::model::Shape;
use crate::text::fold::{Folded, fold, likeness};

/// From this likeness on the two halves of a label belong together.
const TORN: f32 = 0.9;

/// A line that may be a row of the table.
pub struct Candidate<'a, 'l> {
    pub line: &'l Line<'a>,
    /// Index of the line in the document.
    pub at: usize,
    /// Index of its label among its pieces; none for figures without a label.
    pub label_at: Option<usize>,
    /// Likeness to each row of the form; 0 where it is another label.
    pub scores: Vec<f32>,
    /// The group label (index into [`GROUPS`]) that stands in it or above it.
    pub group: Option<usize>,
    /// It is the row of a group label itself.
    pub is_group: bool,
    /// The whole label of a row that a page break tore in two.
    pub mended: Option<String>,
}

impl<'a> Candidate<'a, '_> {
    pub fn tail(&self) -> Vec<Piece<'a>> {
        let from = self.label_at.map_or(0, |at| at + 1);
        self.line.pieces.get(from..).unwrap_or(&[]).to_vec()
    }

    pub fn label(&self) -> Option<Piece<'a>> {
        self.label_at
            .and_then(|at| self.line.pieces.get(at))
            .copied()
    }

    pub fn best(&self) -> Option<(usize, f32)> {
        let scores = self.scores.iter().copied().enumerate();
        scores
            .filter(|(_, s)| *s >= ALIKE)
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    pub fn is_sure(&self) -> bool {
        self.best().is_some_and(|(_, s)| s >= SURE)
    }

    /// A shortened label with its ordinal right above another row: 一、新收申请数量.
    pub fn heads_shortened(&self, next: &Candidate) -> bool {
        let ordinal = self.label().map_or(0, |p| fold(p.text).ordinal);
        let same = |row: usize| THREE_ROWS.get(row).is_some_and(|r| r.ordinal == ordinal);
        self.line.block == next.line.block
            && self.at + 1 == next.at
            && self.best().is_some_and(|(row, _)| same(row))
    }

    pub fn is_row(&self) -> bool {
        !self.is_group && self.best().is_some()
    }
}

pub fn candidates<'a, 'l>(lines: &'l [Line<'a>]) -> Vec<Candidate<'a, 'l>> {
    let (mut found, mut group) = (Vec::new(), None);
    for (at, line) in lines.iter().enumerate() {
        let candidate = candidate(line, at, &mut group);
        if candidate.best().is_some() || candidate.is_group || line.has_number() {
            found.push(candidate);
        }
    }
    mend_torn(&mut found, lines);
    found
}

/// Mends rows that a page break tore in two: the figures in one line, the other half of the label above or below them.
fn mend_torn<'a>(found: &mut Vec<Candidate<'a, '_>>, lines: &[Line<'a>]) {
    let mut halves = Vec::new();
    for candidate in found.iter_mut() {
        let line = candidate.line;
        if line.shape == Shape::Stream || !line.has_number() || candidate.is_sure() {
            continue;
        }
        let Some(label_at) = line.label_end().checked_sub(1) else {
            continue;
        };
        let own = line.pieces.get(label_at).map_or("", |p| p.text);
        let half = |at: Option<usize>| {
            let other = lines.get(at?).filter(|l| l.block == line.block)?;
            let text = other.pieces.get(other.label_end().checked_sub(1)?)?.text;
            (!other.has_number()).then_some((at?, text))
        };
        let above =
            half(candidate.at.checked_sub(1)).map(|(at, text)| (at, format!("{text}{own}")));
        let below =
            half(candidate.at.checked_add(1)).map(|(at, text)| (at, format!("{own}{text}")));
        for (at, whole) in above.into_iter().chain(below) {
            let folded = fold(&whole);
            let before = candidate.best().map_or(0.0, |(_, s)| s);
            let likeness = best(&folded, THREE_ROWS.iter()).map_or(0.0, |(_, s)| s);
            if likeness >= TORN && likeness > before {
                candidate.scores = scores(&folded, candidate.group);
                candidate.mended = Some(whole);
                (candidate.label_at, candidate.is_group) = (Some(label_at), false);
                halves.push(at);
            }
        }
    }
    found.retain(|c| !halves.contains(&c.at));
}

pub fn candidate<'a, 'l>(
    line: &'l Line<'a>,
    at: usize,
    group: &mut Option<usize>,
) -> Candidate<'a, 'l> {
    let mut below = Vec::new();
    // A flattened table writes the group in front of each of its rows: （三）不予公开-1.属于国家秘密.
    let end = if line.has_number() {
        line.label_end()
    } else {
        0
    };
    let texts = line.pieces.iter().take(end).enumerate();
    for (at, (above, item)) in texts.filter_map(|(at, p)| Some((at, below_group(p.text)?))) {
        *group = above.or(*group);
        below.push((at, item));
    }
    let labels = || line.labels().iter().chain(&below);
    let mut chosen: Option<(usize, &Folded, f32, bool)> = None;
    for (piece, folded) in labels() {
        let row = best(folded, THREE_ROWS.iter()).map_or(0.0, |(_, s)| s);
        let group_like = best(folded, THREE_GROUPS.iter());
        if let Some((index, s)) = group_like
            && s >= SURE
            && (folded.ordinal == THREE_GROUPS.get(index).map_or(0, |g| g.ordinal)
                || folded.ordinal == 0 && s >= 1.0)
        {
            *group = Some(index);
        }
        let group_score = group_like.map_or(0.0, |(_, s)| s);
        let (score, is_group) = if group_score >= row {
            (group_score, true)
        } else {
            (row, false)
        };
        // The label next to the figures counts; a joined one only where it is more alike.
        let better = chosen.is_none_or(|(before, _, s, _)| *piece > before || score > s);
        if score >= ALIKE && better {
            chosen = Some((*piece, folded, score, is_group));
        }
    }
    // 总计 and 其他 head columns too: without an ordinal, and without figures or beside other heads, they are no rows.
    let is_head = |piece: usize, folded: &Folded| {
        let beside =
            |(_, other): &(usize, Folded)| other.core != folded.core && is_column_head(other);
        folded.ordinal == 0 && (piece + 1 >= line.pieces.len() || labels().any(beside))
    };
    let chosen = chosen.filter(|(piece, folded, _, _)| !is_head(*piece, folded));
    let scores = match chosen {
        Some((_, folded, _, _)) => scores(folded, *group),
        None => vec![0.0; ROWS.len()],
    };
    let label_at = chosen
        .map(|c| c.0)
        .or_else(|| labels().last().map(|(piece, _)| *piece));
    if let Some((row, _)) = scores
        .iter()
        .copied()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        && chosen.is_some_and(|c| !c.3)
        && ROWS.get(row).is_some_and(|r| r.group.is_none())
    {
        *group = None;
    }
    Candidate {
        line,
        at,
        label_at,
        scores,
        group: *group,
        is_group: chosen.is_some_and(|c| c.3),
        mended: None,
    }
}

/// A head over a column of table 三 or 四.
fn is_column_head(found: &Folded) -> bool {
    let own = THREE_COLUMNS.iter().chain(FOUR_ITEMS.iter());
    best(found, own).is_some_and(|(_, s)| s >= SURE)
}

fn scores(found: &Folded, group: Option<usize>) -> Vec<f32> {
    let rows = THREE_ROWS.iter().enumerate();
    rows.map(|(at, row)| score(found, row, at, group)).collect()
}

/// Likeness of a label to a row, with a little for the same ordinal and the same group.
fn score(found: &Folded, row: &Folded, index: usize, group: Option<usize>) -> f32 {
    let alike = likeness(&found.core, &row.core);
    if alike < ALIKE {
        return 0.0;
    }
    let of_group = ROWS.get(index).and_then(|r| r.group);
    let same_group = of_group.is_some() && of_group == group.and_then(|g| GROUPS.get(g).copied());
    alike
        + if found.ordinal == row.ordinal {
            0.08
        } else {
            0.0
        }
        + if same_group { 0.08 } else { 0.0 }
}
