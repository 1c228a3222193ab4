//! Chinese numerals: 十二, 一百零五, 二〇二三.

/// The digit a sign stands for, in the plain and the banker's form.
pub fn digit(c: char) -> Option<i64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten that a sign stands for.
pub fn power(c: char) -> Option<i64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Reads a numeral, digit by digit or with its powers; up to 亿.
pub fn read(text: &str) -> Option<i64> {
    /// More signs are no figure.
    const LONGEST: usize = 24;
    if text.is_empty() || text.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    if text.chars().any(|c| power(c).is_some()) {
        return by_powers(text);
    }
    text.chars().try_fold(0i64, |number, c| {
        number.checked_mul(10)?.checked_add(digit(c)?)
    })
}

fn by_powers(text: &str) -> Option<i64> {
    let (mut total, mut section, mut last, mut smallest) = (0i64, 0i64, None, i64::MAX);
    for c in text.chars() {
        if let Some(value) = digit(c) {
            if last.is_some_and(|d| d != 0) {
                return None;
            }
            last = Some(value);
            continue;
        }
        let unit = power(c)?;
        if unit >= 10_000 {
            section = section.checked_add(last.take().unwrap_or(0))?;
            total = total.checked_add(section)?.checked_mul(unit)?;
            (section, smallest) = (0, i64::MAX);
        } else {
            if unit >= smallest {
                return None;
            }
            let times = last.take().filter(|&d| d != 0).unwrap_or(1);
            section = section.checked_add(times * unit)?;
            smallest = unit;
        }
    }
    total.checked_add(section)?.checked_add(last.unwrap_or(0))
}
