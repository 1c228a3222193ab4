//! Numbers as Word's automatic lists write them.

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const LEGAL_DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Writes a number in a format named by OOXML's `numFmt`; `None` for a bullet or no number at all.
pub fn write(number: u32, format: &str) -> Option<String> {
    Some(match format {
        "bullet" | "none" => return None,
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letters(number, b'A'),
        "lowerLetter" => letters(number, b'a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting" => counting(number, &DIGITS, ["十", "百", "千"]),
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
            counting(number, &LEGAL_DIGITS, ["拾", "佰", "仟"])
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => digital(number),
        "ideographTraditional" => picked(number, STEMS),
        "ideographZodiac" => picked(number, BRANCHES),
        "decimalFullWidth" | "decimalFullWidth2" => number
            .to_string()
            .chars()
            .map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c))
            .collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, 0x2460),
        "decimalEnclosedParen" => enclosed(number, 0x2474),
        "decimalEnclosedFullstop" => enclosed(number, 0x2488),
        "ideographEnclosedCircle" => ten(number, 0x3280),
        "ideographEnclosedParen" => ten(number, 0x3220),
        _ => number.to_string(),
    })
}

/// OOXML's name of the number format that the binary format and RTF give by a code; `None` for a bullet or no number.
#[cfg(feature = "words")]
pub fn named(code: u32) -> Option<&'static str> {
    Some(match code {
        23 | 255 => return None,
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        10 | 17 | 36 | 40 => "ideographDigital",
        11 | 33 | 35 | 37 | 39 => "chineseCountingThousand",
        14 | 19 => "decimalFullWidth",
        16 | 34 | 38 => "chineseLegalSimplified",
        18 | 28 => "decimalEnclosedCircle",
        22 => "decimalZero",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        29 => "ideographEnclosedCircle",
        30 => "ideographTraditional",
        31 | 32 => "ideographZodiac",
        _ => "decimal",
    })
}

/// 一, 十, 十一, 二十, 一百零三, up to 9999.
fn counting(number: u32, digits: &[&str; 10], units: [&str; 3]) -> String {
    let digit = |n: u32| digits.get(n as usize).copied().unwrap_or("");
    if number == 0 || number > 9999 {
        return if number == 0 {
            digit(0).to_owned()
        } else {
            number.to_string()
        };
    }
    let [ten, hundred, thousand] = units;
    let mut text = String::new();
    let mut gap = false;
    for (value, unit) in [(1000, thousand), (100, hundred), (10, ten), (1, "")] {
        let n = number / value % 10;
        if n == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push('零');
        }
        if !(value == 10 && n == 1 && text.is_empty() && ten == "十") {
            text.push_str(digit(n));
        }
        text.push_str(unit);
    }
    text
}

/// 一〇三
fn digital(number: u32) -> String {
    number
        .to_string()
        .bytes()
        .filter_map(|b| DIGITS.get(usize::from(b - b'0')).copied())
        .collect()
}

/// A, Z, AA, BB, as Word counts.
fn letters(number: u32, first: u8) -> String {
    let Some(index) = number.checked_sub(1) else {
        return String::new();
    };
    let letter = char::from(first + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(9) as usize).collect()
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number.min(9999);
    let mut text = String::new();
    for (value, part) in PARTS {
        while left >= value {
            text.push_str(part);
            left -= value;
        }
    }
    text
}

/// The number-th character of a cycle.
fn picked(number: u32, cycle: &str) -> String {
    let index = number.saturating_sub(1) as usize % cycle.chars().count().max(1);
    cycle
        .chars()
        .nth(index)
        .map(String::from)
        .unwrap_or_default()
}

/// 1 to 20 from a run of enclosed digits.
fn enclosed(number: u32, first: u32) -> String {
    let found = (1..=20)
        .contains(&number)
        .then(|| char::from_u32(first + number - 1))
        .flatten();
    found.map_or_else(|| number.to_string(), String::from)
}

/// 1 to 10 from a run of enclosed ideographs.
fn ten(number: u32, first: u32) -> String {
    if number <= 10 {
        enclosed(number, first)
    } else {
        counting(number, &DIGITS, ["十", "百", "千"])
    }
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn numbers_as_word_writes_them() {
        let cases = [
            ("chineseCounting", 1, "一"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCountingThousand", 12, "十二"),
            ("japaneseCounting", 20, "二十"),
            ("chineseCountingThousand", 103, "一百零三"),
            ("chineseCountingThousand", 1010, "一千零一十"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographDigital", 10, "一〇"),
            ("upperLetter", 28, "BB"),
            ("lowerRoman", 4, "iv"),
            ("decimalZero", 7, "07"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedCircle", 21, "21"),
            ("ideographEnclosedParen", 2, "㈡"),
            ("ideographTraditional", 11, "甲"),
            ("decimalFullWidth", 12, "１２"),
            ("anythingElse", 5, "5"),
        ];
        for (format, number, text) in cases {
            assert_eq!(
                write(number, format).as_deref(),
                Some(text),
                "{format} {number}"
            );
        }
        assert_eq!(write(1, "bullet"), None);
    }
}
