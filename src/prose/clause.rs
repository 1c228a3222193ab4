//! Takes a sentence apart: words that are known, numbers, stops, and what is none of them.

use super::About;
use super::numbers::{self, Number, Unit};
use super::words::{self, Word};

/// A piece of a sentence with its place, in characters.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Word(Word),
    Number(Number),
    /// , ; : ( )
    Stop(char),
    Unknown,
}

const STOPS: [char; 8] = [',', ';', ':', '(', ')', '。', '!', '?'];
/// Last characters of the name of a place or of an organ.
const PLACES: [char; 8] = ['省', '市', '县', '区', '州', '旗', '盟', '镇'];
const ORGANS: [char; 9] = ['镇', '乡', '局', '委', '厅', '办', '道', '府', '会'];

/// Names that a report may use for its own organ.
#[derive(Debug)]
pub struct Names {
    year: Option<i32>,
    own: Vec<Vec<char>>,
}

impl Names {
    pub fn of(about: &About) -> Names {
        let full = about.agency.clone().unwrap_or_default();
        let short = full.replace("人民政府", "政府");
        let office = short.replace("办公室", "办").replace("办公厅", "办");
        let place = full.replace("人民政府", "");
        let mut own = Vec::new();
        let town = place.ends_with(['镇', '乡']).then_some(place);
        for name in [Some(full), Some(short), Some(office), town]
            .into_iter()
            .flatten()
        {
            let chars: Vec<char> = name.chars().collect();
            for (at, c) in chars.iter().enumerate() {
                if at == 0 || PLACES.contains(c) {
                    own.extend(
                        [chars.get(at..), chars.get(at + 1..)]
                            .into_iter()
                            .flatten()
                            .map(<[char]>::to_vec),
                    );
                }
            }
        }
        let bare = |name: &[char]| {
            let bare = ["人民政府", "政府", "办"].iter();
            bare.filter_map(|word| words::fits(name, word))
                .next()
                .is_some()
        };
        own.retain(|name| name.len() > 1 && !bare(name));
        Names {
            year: about.year,
            own,
        }
    }

    /// The longest own name at the beginning of a text.
    fn at(&self, chars: &[char]) -> Option<usize> {
        let own = self.own.iter().filter(|name| chars.starts_with(name));
        own.map(Vec::len).max()
    }
}

/// The pieces of a sentence.
pub fn pieces(chars: &[char], names: &Names) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, len) = piece(rest, names);
        let end = at + len.max(1);
        match pieces.last_mut() {
            Some(last) if kind == Kind::Unknown && last.kind == Kind::Unknown => last.end = end,
            _ => pieces.push(Piece {
                kind,
                start: at,
                end,
            }),
        }
        at = end;
    }
    if names.own.is_empty() {
        unnamed(chars, &mut pieces);
    }
    pieces
}

fn piece(rest: &[char], names: &Names) -> (Kind, usize) {
    let first = rest.first().copied().unwrap_or_default();
    if STOPS.contains(&first) {
        return (Kind::Stop(first), 1);
    }
    if let Some(len) = names.at(rest) {
        return (Kind::Word(Word::Own), len);
    }
    if first == '《' {
        let len = rest.iter().position(|&c| c == '》').unwrap_or(0);
        return (Kind::Word(Word::Fill), len + 1);
    }
    if first == '第'
        && let Some(number) = numbers::at(rest.get(1..).unwrap_or_default())
    {
        return (Kind::Unknown, number.len + 1);
    }
    if let Some(carried) = carried(rest, names.year) {
        return carried;
    }
    if let Some((word, len)) = words::at(rest) {
        return (Kind::Word(word), len);
    }
    match numbers::at(rest) {
        Some(number) if number.unit != Unit::Other => (Kind::Number(number), number.len),
        Some(number) => (Kind::Unknown, number.len),
        None => (Kind::Unknown, 1),
    }
}

/// 2022年结转, 结转至2024年: by the years before and after the report's.
fn carried(rest: &[char], year: Option<i32>) -> Option<(Kind, usize)> {
    const OUT: [&str; 6] = ["结转", "结转至", "结转到", "顺延至", "顺延到", "转入"];
    let year_at = |chars: &[char]| {
        let number = numbers::at(chars).filter(|number| number.unit == Unit::Year)?;
        Some((number.value.0 / crate::model::Quantity::UNIT, number.len))
    };
    if let Some((before, len)) = year_at(rest) {
        let own = i64::from(year?) - 1 == before;
        let behind = words::fits(rest.get(len..)?, "结转").filter(|_| own)?;
        return Some((Kind::Word(Word::CarriedIn), len + behind));
    }
    OUT.iter().find_map(|word| {
        let front = words::fits(rest, word)?;
        let (after, len) = year_at(rest.get(front..)?)?;
        let word = match after - i64::from(year?) {
            1 => Word::CarriedOut,
            -1 => Word::CarriedIn,
            _ => return None,
        };
        Some((Kind::Word(word), front + len))
    })
}

/// Where no title names the organ, one that a sentence begins with is taken for it: 某某镇人民政府共收到.
fn unnamed(chars: &[char], pieces: &mut [Piece]) {
    let mut fresh = true;
    for piece in pieces {
        let last = piece.end.checked_sub(1).and_then(|at| chars.get(at));
        match piece.kind {
            Kind::Stop(_) => fresh = true,
            Kind::Unknown => {
                let organ = last.is_some_and(|c| ORGANS.contains(c));
                if fresh && organ && piece.end - piece.start > 2 {
                    piece.kind = Kind::Word(Word::Own);
                }
                fresh = false;
            }
            Kind::Word(Word::Fill | Word::ThisYear) | Kind::Number(_) => {}
            Kind::Word(_) => fresh = false,
        }
    }
}

/// How many characters a number in front of a paragraph or of a point takes: （二）, 2., 二、, 二是.
pub fn ordinal(chars: &[char]) -> usize {
    /// An ordinal has no more signs.
    const SIGNS: usize = 2;
    let open = usize::from(chars.first() == Some(&'('));
    let rest = chars.get(open..).unwrap_or_default();
    let sign = |c: &&char| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c);
    let signs = rest.iter().take_while(sign).count();
    if signs == 0 || signs > SIGNS {
        return 0;
    }
    let after = |at: usize| rest.get(signs + at).copied();
    match (open, after(0), after(1)) {
        (1, Some(')'), _) => signs + 2,
        (0, Some('、' | ':' | '是'), _) => signs + 1,
        (0, Some('.'), next) if next.is_some_and(|c| !c.is_ascii_digit()) => signs + 1,
        _ => 0,
    }
}
