//! Reads the number at a place of a sentence, with how sure it is and what it counts: 1,234件, 十二件, 30余件, 3至5件,
//! 51.85%, 2023年.

use crate::model::Quantity;
use crate::text::numeral;

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    pub value: Quantity,
    /// Decimal places as written.
    pub places: usize,
    /// Not 余, 多, 万 or a range.
    pub exact: bool,
    pub unit: Unit,
    /// Characters taken, with the unit.
    pub len: usize,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 件, 宗, 份 and the like; the character itself.
    Count(char),
    Percent,
    Yuan,
    TenThousandYuan,
    Year,
    Month,
    /// 日, 天, 小时, 个工作日
    Time,
    /// Persons, places, or nothing: it is no figure of the form.
    Other,
}

const COUNTERS: [char; 9] = ['件', '宗', '份', '个', '条', '次', '起', '例', '项'];

/// The number at the beginning of a text, if there is one. 第 before it is the caller's to see.
pub fn at(chars: &[char]) -> Option<Number> {
    let first = *chars.first()?;
    let (value, places, mut len) = match first.is_ascii_digit() {
        true => digits(chars)?,
        false => chinese(chars)?,
    };
    let (mut value, mut exact) = (value, true);
    let peek = |at: usize| chars.get(at).copied().unwrap_or(' ');
    if first.is_ascii_digit()
        && let Some(power) = numeral::power(peek(len)).filter(|&p| p > 10)
    {
        // 1.2万件 is rounded as likely as not; 万元 is a unit.
        if peek(len + 1) != '元' {
            value = Quantity(value.0.checked_mul(power)?);
            (exact, len) = (false, len + 1);
        }
    }
    if is_range(peek(len)) && peek(len + 1).is_ascii_digit() {
        let (_, _, more) = digits(chars.get(len + 1..)?)?;
        (exact, len) = (false, len + 1 + more);
    }
    if matches!(peek(len), '余' | '多' | '几' | '来') {
        (exact, len) = (false, len + 1);
    }
    let (unit, taken) = unit(chars.get(len..).unwrap_or_default());
    // 一 and 两 without a counter are words: 一是, 统一.
    if !first.is_ascii_digit() && matches!(unit, Unit::Other) {
        return None;
    }
    len += taken;
    let rest = chars.get(len..).unwrap_or_default();
    let about = [
        ['以', '上'],
        ['以', '内'],
        ['左', '右'],
        ['上', '下'],
        ['以', '下'],
    ];
    exact &= !about.iter().any(|word| rest.starts_with(word)) && !rest.starts_with(&['多']);
    Some(Number {
        value,
        places,
        exact,
        unit,
        len,
    })
}

fn is_range(c: char) -> bool {
    matches!(c, '-' | '~' | '至' | '到' | '—' | '–')
}

fn unit(rest: &[char]) -> (Unit, usize) {
    let peek = |at: usize| rest.get(at).copied().unwrap_or(' ');
    match (peek(0), peek(1)) {
        ('%', _) => (Unit::Percent, 1),
        ('万', '元') => (Unit::TenThousandYuan, 2),
        ('元', _) => (Unit::Yuan, 1),
        ('年', '度') => (Unit::Year, 2),
        ('年', _) => (Unit::Year, 1),
        ('月', _) => (Unit::Month, 1),
        ('日' | '天' | '时', _) => (Unit::Time, 1),
        ('个', '月') => (Unit::Time, 2),
        ('个', '工') => (Unit::Time, 4),
        ('工', '作') => (Unit::Time, 3),
        ('小', '时') | ('分', '钟') => (Unit::Time, 2),
        ('件' | '个' | '条' | '次' | '份', '人' | '次' | '套') => (Unit::Other, 2),
        (c, _) if COUNTERS.contains(&c) => (Unit::Count(c), 1),
        _ => (Unit::Other, 0),
    }
}

/// ASCII digits with thousands separators and decimals: value, places, characters.
fn digits(chars: &[char]) -> Option<(Quantity, usize, usize)> {
    /// Digits of the largest figure.
    const DIGITS: usize = 11;
    let run = |at: usize| {
        let rest = chars.get(at..).unwrap_or_default();
        rest.iter().take_while(|c| c.is_ascii_digit()).count()
    };
    // A longer run is no figure, and is not gone through again from each of its digits.
    let most = chars.get(..=DIGITS).unwrap_or(chars);
    let mut len = most.iter().take_while(|c| c.is_ascii_digit()).count();
    let mut text: String = chars.iter().take(len).collect();
    let grouped = (1..=3).contains(&len) && !text.starts_with('0');
    while grouped && chars.get(len) == Some(&',') && run(len + 1) == 3 {
        text.extend(chars.iter().skip(len + 1).take(3));
        len += 4;
    }
    if text.len() > DIGITS {
        return None;
    }
    let mut value = text.parse::<i64>().ok()?.checked_mul(Quantity::UNIT)?;
    let places = match chars.get(len) {
        Some('.') => run(len + 1).min(Quantity::PLACES),
        _ => 0,
    };
    let mut size = Quantity::UNIT;
    for c in chars.iter().skip(len + 1).take(places) {
        size /= 10;
        value += i64::from(c.to_digit(10)?) * size;
    }
    if places > 0 {
        len += 1 + run(len + 1);
    }
    Some((Quantity(value), places, len))
}

fn chinese(chars: &[char]) -> Option<(Quantity, usize, usize)> {
    /// Signs of the longest numeral.
    const SIGNS: usize = 12;
    let sign = |c: &&char| numeral::digit(**c).is_some() || numeral::power(**c).is_some();
    let mut text: String = chars.iter().take(SIGNS).take_while(sign).collect();
    if text.ends_with('万') && chars.get(text.chars().count()) == Some(&'元') {
        text.pop();
    }
    let value = numeral::read(&text)?.checked_mul(Quantity::UNIT)?;
    Some((Quantity(value), 0, text.chars().count()))
}
