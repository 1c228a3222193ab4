//! Numbers as people write them into sentences: Chinese numerals, full width, shares.

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 一百零五
pub fn chinese(number: u32) -> String {
    match number {
        0..10 => DIGITS[number as usize].to_string(),
        10..20 => format!(
            "十{}",
            if number == 10 {
                String::new()
            } else {
                chinese(number - 10)
            }
        ),
        20..100 => below(number, 10, "十"),
        100..1_000 => below(number, 100, "百"),
        1_000..10_000 => below(number, 1_000, "千"),
        _ => below(number, 10_000, "万"),
    }
}

fn below(number: u32, size: u32, sign: &str) -> String {
    let (head, rest) = (chinese(number / size), number % size);
    let ten = |rest: u32| match rest {
        10..20 => format!("一{}", chinese(rest)),
        _ => chinese(rest),
    };
    match rest {
        0 => format!("{head}{sign}"),
        _ if rest < size / 10 => format!("{head}{sign}零{}", ten(rest)),
        _ => format!("{head}{sign}{}", ten(rest)),
    }
}

/// In full width.
pub fn wide(text: &str) -> String {
    let wide = |c: char| char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap();
    text.chars()
        .map(|c| if c.is_ascii_digit() { wide(c) } else { c })
        .collect()
}

/// With none, one or two decimals, as it comes.
pub fn share(part: i64, whole: i64) -> String {
    let share = part as f64 / whole as f64 * 100.0;
    match (part + whole) % 3 {
        0 => format!("{share:.0}%"),
        1 => format!("{share:.1}%"),
        _ => format!("{share:.2}%"),
    }
}
