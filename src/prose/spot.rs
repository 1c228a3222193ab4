//! What stands around a figure: the words that tell what it counts.

use super::Measure;
use super::clause::{Kind, Piece};
use super::decide::{self, has};
use super::numbers::{Number, Unit};
use super::words::Word;
use crate::model::Quantity;

/// What stands around a figure.
pub struct Spot<'a> {
    /// What stands before a colon.
    pub lead: Vec<Word>,
    pub head: &'a [Piece],
    pub tail: &'a [Piece],
    /// It stands alone behind an opening bracket.
    pub bare: bool,
    pub start: usize,
}

impl Spot<'_> {
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.head.iter().chain(self.tail)
    }

    pub fn head_words(&self) -> Vec<Word> {
        self.head.iter().filter_map(word).collect()
    }

    /// All words that tell what the figure counts; none where one is not known. What stands behind the figure does not
    /// matter where what stands before it says all.
    pub fn words(&self) -> Option<Vec<Word>> {
        let mut head = words(self.head)?;
        let complete = has(&head, Word::Request) && decide::measure(&head) != Measure::Handled;
        match words(self.tail) {
            Some(tail) if complete => {
                let more = tail
                    .iter()
                    .filter(|word| matches!(word, Word::Part | Word::Foreign));
                head.extend(more.copied());
            }
            Some(tail) => {
                // 收到申请 10 件均已答复: the verb behind is a second statement.
                let said = decide::measure(&head) != Measure::Unknown;
                head.extend(
                    tail.into_iter()
                        .filter(|word| !said || !matches!(word, Word::Done)),
                );
            }
            None if complete => {}
            None => return None,
        }
        if decide::measure(&head) == Measure::Unknown {
            head.extend(&self.lead);
        }
        Some(head)
    }
}

/// The word of a piece.
pub fn word(piece: &Piece) -> Option<Word> {
    match piece.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    }
}

/// The words of some pieces, if all of them are known.
pub fn words(pieces: &[Piece]) -> Option<Vec<Word>> {
    let known = pieces.iter().all(|piece| piece.kind != Kind::Unknown);
    known.then(|| pieces.iter().filter_map(word).collect())
}

/// Whether a number is a figure: it counts, or is money or a share.
pub fn is_figure(number: Number) -> bool {
    matches!(
        number.unit,
        Unit::Count(_) | Unit::Percent | Unit::Yuan | Unit::TenThousandYuan
    )
}

/// 1月1日 and 12月31日 are the edges of the year; 12月底 is not told from 12月.
pub fn is_edge(month: Number, day: Option<&Piece>) -> bool {
    let whole = |number: Number| number.value.0 / Quantity::UNIT;
    let day = match day.map(|piece| piece.kind) {
        Some(Kind::Number(number)) if number.unit == Unit::Time => whole(number),
        _ => return false,
    };
    matches!((whole(month), day), (1, 1) | (12, 31))
}

/// Whether a clause counts over several years: 2019年至2024年, 2023年、2024年
pub fn spans_years(pieces: &[Piece]) -> bool {
    let year = |piece: &Piece| match piece.kind {
        Kind::Number(number) if number.unit == Unit::Year => Some(number.value),
        _ => None,
    };
    pieces.windows(3).any(|three| match three {
        [from, between, to] if between.end - between.start == 1 => year(from)
            .zip(year(to))
            .is_some_and(|(from, to)| from != to),
        _ => false,
    })
}

/// Whether the words before a figure say that it is the year before's: 较上年的 29 件
pub fn is_base(head: &[Piece]) -> bool {
    words(head).is_some_and(|words| {
        has(&words, Word::Than)
            && words
                .iter()
                .all(|word| matches!(word, Word::Than | Word::Fill))
    })
}

/// What a percentage says of the figure before it.
pub fn percent(spot: &Spot) -> Measure {
    let Some(words) = words(spot.head) else {
        return Measure::Unknown;
    };
    if spot.bare || has(&words, Word::Share) && !has(&words, Word::Done) {
        return Measure::Share;
    }
    let grows = [Word::Than, Word::Up, Word::Down];
    match grows.iter().any(|word| has(&words, *word)) {
        true => Measure::Growth,
        false => Measure::Unknown,
    }
}
