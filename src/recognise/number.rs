//! Reads the text of a cell as a figure: strict, and saying how it was written. What is not surely one number is unreadable.

use super::{Notation, Value};
use crate::model::Quantity;
use crate::order;
use crate::text::fold::{is_blank, is_ideograph, is_mark, is_space, narrow, simplified};
use crate::text::numeral;

const DASHES: [char; 11] = ['-', '/', '\\', '–', '—', '―', '─', '━', '−', '‐', '‑'];
const COUNTERS: [char; 9] = ['件', '条', '宗', '个', '项', '次', '份', '起', '例'];
const NO_FIGURE: [&str; 4] = ["无", "不适用", "n/a", "N/A"];

/// What stands behind it is shown backwards: `12` as 21. Nobody knows which of both is meant.
const BACKWARDS: char = '\u{202E}';

/// Reads one cell.
pub fn read(raw: &str) -> (Value, Vec<Notation>) {
    if raw.contains(BACKWARDS) && !is_blank(raw) {
        return (Value::Unreadable, Vec::new());
    }
    let trimmed = raw.trim_matches(is_space);
    if let Some(quantity) = plain_digits(trimmed) {
        return (Value::Number(quantity), Vec::new());
    }
    if cfg!(feature = "office") && trimmed.chars().next().is_some_and(begins_words) {
        return (Value::Unreadable, Vec::new());
    }
    let shown: String = trimmed
        .chars()
        .filter(|&c| !is_space(c) || c.is_whitespace())
        .collect();
    if shown.is_empty() {
        return (Value::Blank, Vec::new());
    }
    let mut plain: String = narrow(&shown).map(simplified).collect();
    if plain.chars().all(|c| raised_digit(c).is_some()) {
        plain = plain.chars().filter_map(raised_digit).collect();
    }
    if plain.chars().all(|c| DASHES.contains(&c)) || NO_FIGURE.contains(&plain.as_str()) {
        return (Value::Dash, Vec::new());
    }
    let mut notation = Vec::new();
    if shown.chars().any(|c| ('０'..='９').contains(&c)) {
        notation.push(Notation::FullWidth);
    }
    match number(&plain, &mut notation) {
        Some(quantity) => {
            order::by_key(&mut notation, |&one| one);
            notation.dedup();
            (Value::Number(quantity), notation)
        }
        None => (Value::Unreadable, Vec::new()),
    }
}

/// What most figures are: some digits, not too many, without a zero in front.
fn plain_digits(text: &str) -> Option<Quantity> {
    /// More may be too large; the long way says so.
    const MOST: usize = 9;
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits && text.len() <= MOST && (text.len() == 1 || !text.starts_with('0'));
    plain
        .then(|| text.parse().ok().map(Quantity::whole))
        .flatten()
}

/// Whether a text that begins so is no figure, which spares most labels and sentences the long way: a figure begins
/// with a numeral, with 减 or 增, or is 无 or 不适用.
fn begins_words(first: char) -> bool {
    let first = simplified(first);
    let numeral = numeral::digit(first).is_some() || numeral::power(first).is_some();
    is_ideograph(first) && !numeral && !matches!(first, '减' | '增' | '无' | '不')
}

/// The digit that stands higher than the line: all of a figure may, as it is formatted.
fn raised_digit(c: char) -> Option<char> {
    let digit = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']
        .iter()
        .position(|d| *d == c)?;
    char::from_digit(digit as u32, 10)
}

/// Whether a text can only be a figure's cell, not a label: a number, a blank, a dash, or short signs without words.
pub fn is_figure_like(raw: &str) -> bool {
    /// No figure with its signs is longer.
    const LONGEST: usize = 16;
    match read(raw).0 {
        Value::Unreadable => {
            let has_words = raw.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            !has_words && raw.chars().take(LONGEST + 1).count() <= LONGEST
        }
        _ => true,
    }
}

fn number(text: &str, notation: &mut Vec<Notation>) -> Option<Quantity> {
    let text = without_mark(text, notation);
    let text = without_remark(text, notation).trim();
    let (negative, text) = signed(text, notation)?;
    let text = without_unit(text, notation).trim();
    let size = digits(text, notation).or_else(|| chinese(text, notation))?;
    if size > Quantity::LARGEST * Quantity::UNIT {
        return None;
    }
    Some(Quantity(if negative { -size } else { size }))
}

/// `3①`, `3*` and `3[1]` are 3 with the mark of a footnote.
fn without_mark<'a>(text: &'a str, notation: &mut Vec<Notation>) -> &'a str {
    let at_end = |c: char| is_mark(c) || matches!(c, '*' | '※' | '†');
    let bracketed = |text: &'a str| {
        let (front, mark) = text.strip_suffix(']')?.rsplit_once('[')?;
        let number = |c: char| c.is_ascii_digit() || is_mark(c);
        mark.chars().all(number).then_some(front)
    };
    let front = bracketed(text)
        .unwrap_or_else(|| text.trim_end_matches(at_end))
        .trim_end();
    if front.len() < text.len() && front.ends_with(|c: char| c.is_ascii_digit()) {
        notation.push(Notation::Remark);
        return front;
    }
    text
}

/// `22（其中修订 16 件）` is 22 with a remark.
fn without_remark<'a>(text: &'a str, notation: &mut Vec<Notation>) -> &'a str {
    match text.split_once('(') {
        Some((front, rest))
            if rest.ends_with(')')
                && rest.matches(')').count() == 1
                && !front.trim().is_empty() =>
        {
            notation.push(Notation::Remark);
            front
        }
        _ => text,
    }
}

fn signed<'a>(text: &'a str, notation: &mut Vec<Notation>) -> Option<(bool, &'a str)> {
    for (word, negative) in [
        ("减少", true),
        ("减", true),
        ("增加", false),
        ("增", false),
        ("+", false),
    ] {
        if let Some(rest) = text.strip_prefix(word) {
            notation.push(Notation::Sign);
            return Some((negative, rest.trim()));
        }
    }
    let rest = text.trim_start_matches(['-', '−', '–', '—']);
    match text.chars().count() - rest.chars().count() {
        0 => Some((false, text)),
        1 => Some((true, rest.trim())),
        2 => {
            notation.push(Notation::DoubleSign);
            Some((true, rest.trim()))
        }
        _ => None,
    }
}

fn without_unit<'a>(text: &'a str, notation: &mut Vec<Notation>) -> &'a str {
    for (unit, kind) in [("万元", Notation::TenThousandYuan), ("元", Notation::Yuan)] {
        if let Some(rest) = text.strip_suffix(unit) {
            notation.push(kind);
            return rest;
        }
    }
    match text.strip_suffix(COUNTERS) {
        Some(rest) => {
            notation.push(Notation::Counter);
            rest
        }
        None => text,
    }
}

/// ASCII digits with separators and a decimal part, in millionths.
fn digits(text: &str, notation: &mut Vec<Notation>) -> Option<i64> {
    let (whole, part) = match text.split_once('.') {
        Some((whole, part)) if !part.is_empty() => (whole, part),
        Some(_) => return None,
        None => (text, ""),
    };
    let whole = ungrouped(whole, notation)?;
    let part = part.trim_end_matches('0');
    if part.len() > Quantity::PLACES || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if whole.len() > 1 && whole.starts_with('0') {
        notation.push(Notation::LeadingZeros);
    }
    let whole = whole.trim_start_matches('0');
    /// Digits of the largest figure.
    const DIGITS: usize = 12;
    if whole.len() > DIGITS {
        return None;
    }
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let part: i64 = format!("{part:0<6}").parse().ok()?;
    whole.checked_mul(Quantity::UNIT)?.checked_add(part)
}

/// The digits without thousands separators or letter spacing.
fn ungrouped(whole: &str, notation: &mut Vec<Notation>) -> Option<String> {
    if !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit()) {
        return Some(whole.to_string());
    }
    if whole.contains('\n') {
        return None;
    }
    let comma = whole.contains([',', '\'']);
    let groups: Vec<&str> = whole
        .split(|c: char| {
            if comma {
                c == ',' || c == '\''
            } else {
                c.is_whitespace()
            }
        })
        .map(str::trim)
        .filter(|g| comma || !g.is_empty())
        .collect();
    let digits_only = |g: &&str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit());
    if groups.len() < 2 || !groups.iter().all(digits_only) {
        return None;
    }
    let (first, rest) = groups.split_first()?;
    let nonzero = !first.starts_with('0');
    let thousands = nonzero && first.len() <= 3 && rest.iter().all(|g| g.len() == 3);
    let letters = nonzero && !comma && groups.iter().all(|g| g.len() == 1);
    if !thousands && !letters {
        return None;
    }
    notation.push(if comma {
        Notation::Separators
    } else {
        Notation::InnerSpaces
    });
    Some(groups.concat())
}

/// A Chinese numeral, in millionths: 十二, 一百零五, 二〇二三.
fn chinese(text: &str, notation: &mut Vec<Notation>) -> Option<i64> {
    let number = numeral::read(text)?;
    notation.push(Notation::Chinese);
    number.checked_mul(Quantity::UNIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_offices_write_them() {
        use Notation::*;
        let cases: &[(&str, &str, &[Notation])] = &[
            ("12", "12", &[]),
            (" 0\u{a0}", "0", &[]),
            ("１２", "12", &[FullWidth]),
            ("1,234", "1234", &[Separators]),
            ("1，234，567", "1234567", &[Separators]),
            ("1 234", "1234", &[InnerSpaces]),
            ("1 2", "12", &[InnerSpaces]),
            ("007", "7", &[LeadingZeros]),
            ("3件", "3", &[Counter]),
            ("3 宗", "3", &[Counter]),
            ("减 6", "-6", &[Sign]),
            ("減3", "-3", &[Sign]),
            ("+3", "3", &[Sign]),
            ("－8", "-8", &[]),
            ("--253", "-253", &[DoubleSign]),
            ("251000元", "251000", &[Yuan]),
            ("160.5964万元", "160.5964", &[TenThousandYuan]),
            ("22（其中修订 16 件）", "22", &[Remark]),
            ("3①", "3", &[Remark]),
            ("11*", "11", &[Remark]),
            ("3¹²", "3", &[Remark]),
            ("¹²", "12", &[]),
            ("12[²]", "12", &[Remark]),
            ("３ ［1］", "3", &[FullWidth, Remark]),
            ("十二", "12", &[Chinese]),
            ("一百零五", "105", &[Chinese]),
            ("二〇", "20", &[Chinese]),
            ("一万二千", "12000", &[Chinese]),
            ("12.0", "12", &[]),
            ("5949.088667", "5949.088667", &[]),
            ("1\u{200b}2", "12", &[]),
        ];
        for (raw, shown, notation) in cases {
            let (value, found) = read(raw);
            assert_eq!(
                value.number().map(|n| n.to_string()),
                Some(shown.to_string()),
                "{raw}"
            );
            assert_eq!(&found, notation, "{raw}");
        }
    }

    #[test]
    fn the_largest_figure_and_what_stands_only_as_a_part_of_one() {
        let number = |raw| read(raw).0.number().map(|n| n.to_string());
        assert_eq!(number("100000000000").as_deref(), Some("100000000000"));
        for raw in [
            "100000000001",
            "22（3",
            "22（1）（2）",
            "++5",
            "++1,234",
            "0,123",
            "1234,567",
            "1,,234",
        ] {
            assert_eq!(read(raw).0, Value::Unreadable, "{raw:?}");
        }
    }

    #[test]
    fn short_signs_without_words_are_like_a_figure() {
        for (raw, expected) in [
            ("12a", true),
            ("3、4", true),
            ("1.2.3.4.5.6.7.8.", true),
            ("1.2.3.4.5.6.7.8.9", false),
            ("3 次会议", false),
        ] {
            assert_eq!(is_figure_like(raw), expected, "{raw}");
        }
    }

    #[test]
    fn blanks_dashes_and_what_is_no_number() {
        for raw in ["", " ", "\u{3000}", "\n"] {
            assert_eq!(read(raw).0, Value::Blank, "{raw:?}");
        }
        for raw in ["/", "-", "——", "－", "无", "不适用", "／"] {
            assert_eq!(read(raw).0, Value::Dash, "{raw:?}");
        }
        for raw in [
            "O",
            "l2",
            "12 34",
            "1\n2",
            "3、4",
            "1e5",
            "NaN",
            "12%",
            "1,23",
            "若干",
            "3.",
            "1.2.3",
            "0 0",
            "件",
            "999999999999999999999999",
            "0.0000001",
            "十十",
            "3+2",
            "---5",
            "①",
            "*",
            "3*2",
            "3[注]",
            "3①件",
            "(5)",
            "\u{202E}12",
            "1\u{202E}2",
        ] {
            assert_eq!(read(raw).0, Value::Unreadable, "{raw:?}");
        }
    }
}
