//! Number formats of spreadsheets, read only as far as they change which number a person sees: dates, times, percent,
//! rounding, scaling, units. Colours, grouping, padding and currency signs are left out.

use super::date;
use super::decimal::{self, Decimal};

/// Characters of a format that are looked at; Excel allows 255.
const LONGEST: usize = 255;

/// How cells of one style show their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Format {
    /// None for General.
    sections: Vec<Section>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Section {
    /// Numbers it is for, where it says so: an operator and a bound.
    condition: Option<(Compare, f64)>,
    kind: Kind,
    decimals: usize,
    /// How often the number is multiplied by a hundred, and divided by a thousand.
    percents: usize,
    thousands: usize,
    prefix: String,
    suffix: String,
    /// A literal among the digits, and the digits behind it: 0!.0 shows 123 as 12.3.
    inside: Option<(String, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Compare {
    Less,
    LessOrEqual,
    Equal,
    Other,
    More,
    MoreOrEqual,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Kind {
    /// As many digits as the number needs.
    #[default]
    General,
    Digits,
    Date {
        date: bool,
        time: bool,
        /// Hours are not cut to those of a day.
        elapsed: bool,
    },
}

impl Format {
    /// The format behind a number that files use without spelling it out.
    pub fn built_in(id: u32) -> Format {
        Format::parse(match id {
            1 | 3 | 37 | 38 | 41 | 42 => "0",
            2 | 4 | 39 | 40 | 43 | 44 => "0.00",
            9 => "0%",
            10 => "0.00%",
            // From 27 on those of Chinese offices.
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy-mm-dd",
            18..=21 | 32..=35 | 55 | 56 => "hh:mm:ss",
            22 => "yyyy-mm-dd hh:mm",
            45..=47 => "[h]:mm:ss",
            _ => "General",
        })
    }

    /// Reads a format as a file spells it.
    pub fn parse(code: &str) -> Format {
        let code: String = code.chars().take(LONGEST).collect();
        let sections = sections(&code).iter().map(|s| section(s)).collect();
        Format { sections }
    }

    /// The number as a person sees it.
    pub fn show(&self, value: f64, since_1904: bool) -> String {
        let Some(section) = self.section(value) else {
            return decimal::general(value);
        };
        let plain = match section.kind {
            Kind::General => decimal::general(value),
            Kind::Digits => return section.digits(value),
            Kind::Date {
                date,
                time,
                elapsed,
            } => {
                let shown = match (date, elapsed) {
                    (false, true) => date::elapsed(value),
                    (false, false) => date::time(value),
                    _ => date::date(value, time, since_1904),
                };
                return shown.unwrap_or_else(|| decimal::general(value));
            }
        };
        format!("{}{plain}{}", section.prefix, section.suffix)
    }

    fn section(&self, value: f64) -> Option<&Section> {
        if self.sections.iter().any(|s| s.condition.is_some()) {
            return self.sections.iter().find(|s| s.is_for(value));
        }
        let at = match self.sections.len() {
            0 | 1 => 0,
            _ if value < 0.0 => 1,
            3.. if value == 0.0 => 2,
            _ => 0,
        };
        // A section that shows nothing hides the number and does not change it.
        let shown = |s: &&Section| s.kind != Kind::General || !s.suffix.is_empty();
        let first = self.sections.first();
        self.sections.get(at).filter(shown).or(first)
    }
}

impl Section {
    fn is_for(&self, value: f64) -> bool {
        let Some((compare, bound)) = self.condition else {
            return true;
        };
        match compare {
            Compare::Less => value < bound,
            Compare::LessOrEqual => value <= bound,
            Compare::Equal => value == bound,
            Compare::Other => value != bound,
            Compare::More => value > bound,
            Compare::MoreOrEqual => value >= bound,
        }
    }

    fn digits(&self, value: f64) -> String {
        let Some(number) = Decimal::of(value) else {
            return decimal::general(value);
        };
        let shift = 2 * self.percents as i32 - 3 * self.thousands as i32;
        let mut shown = number.shifted(shift).rounded(self.decimals);
        if let Some((literal, behind)) = &self.inside {
            let sign = if shown.starts_with('-') { 1 } else { 0 };
            while shown.len() <= behind + sign {
                shown.insert(sign, '0');
            }
            shown.insert_str(shown.len() - behind, literal);
        }
        let percent = "%".repeat(self.percents);
        format!("{}{shown}{percent}{}", self.prefix, self.suffix)
    }
}

/// The parts between semicolons that stand neither in quotes nor behind an escape.
fn sections(code: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for c in code.chars() {
        if c == ';' && !quoted && !escaped {
            parts.push(String::new());
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = !escaped && !quoted && matches!(c, '\\' | '!');
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

/// Names of General: in files, and as Chinese Excel writes it beside other signs.
const GENERAL: [&str; 3] = ["General", "GENERAL", "G/通用格式"];

fn section(code: &str) -> Section {
    let mut section = Section::default();
    let (mut digits, mut general, mut literal) = (0, false, String::new());
    // Commas right behind the digits divide; between digits they group.
    let mut commas = 0;
    let mut point = false;
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        if let Some(name) = GENERAL.iter().find(|name| rest.starts_with(**name)) {
            (general, digits) = (true, digits + 1);
            section.take_prefix(&mut literal);
            rest = rest.get(name.len()..).unwrap_or("");
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        match c {
            '"' => {
                let (text, after) = rest.split_once('"').unwrap_or((rest, ""));
                literal.push_str(text);
                rest = after;
            }
            '\\' | '!' => {
                let mut chars = rest.chars();
                literal.extend(chars.next());
                rest = chars.as_str();
            }
            // A space as wide as the next character, or that character to fill the cell.
            '_' | '*' => {
                let mut chars = rest.chars();
                chars.next();
                rest = chars.as_str();
            }
            '[' => {
                let (inside, after) = rest.split_once(']').unwrap_or((rest, ""));
                section.bracket(inside);
                rest = after;
            }
            '0' | '#' | '?' => {
                section.digit(&mut literal, digits > 0);
                digits += 1;
                section.decimals += usize::from(point);
                commas = 0;
            }
            '.' if digits > 0 || rest.starts_with(['0', '#', '?']) => point = true,
            ',' => commas += 1,
            '%' => section.percents += 1,
            // An exponent shows the same number.
            'E' | 'e' if digits > 0 && rest.starts_with(['+', '-']) => general = true,
            '/' if digits > 0 => general = true,
            'y' | 'Y' | 'd' | 'D' | 'e' | 'b' if !general => section.dated(true, false),
            'm' | 'M' => section.month(rest),
            'h' | 'H' | 's' | 'S' => section.dated(false, true),
            '@' => general = true,
            c if c.is_alphabetic() && !c.is_ascii() => literal.push(c),
            _ => {}
        }
    }
    section.thousands = commas;
    if digits > 0 && !general && section.kind == Kind::General {
        section.kind = Kind::Digits;
    }
    section.end(&literal, digits);
    section
}

impl Section {
    /// What stands before the first digit, or between two.
    fn digit(&mut self, literal: &mut String, among: bool) {
        if among {
            match &mut self.inside {
                Some((_, behind)) => *behind += 1,
                None if !literal.is_empty() => self.inside = Some((literal.clone(), 1)),
                None => {}
            }
            literal.clear();
        } else {
            self.take_prefix(literal);
        }
    }

    fn take_prefix(&mut self, literal: &mut String) {
        self.prefix = words(literal);
        literal.clear();
    }

    fn end(&mut self, literal: &str, digits: usize) {
        if digits > 0 {
            self.suffix = words(literal);
        }
        if matches!(self.kind, Kind::Date { .. }) {
            (self.prefix, self.suffix) = (String::new(), String::new());
        }
    }

    /// A colour, a locale, a condition, or time that is not cut to a day.
    fn bracket(&mut self, inside: &str) {
        let operators = [
            ("<=", Compare::LessOrEqual),
            (">=", Compare::MoreOrEqual),
            ("<>", Compare::Other),
            ("<", Compare::Less),
            (">", Compare::More),
            ("=", Compare::Equal),
        ];
        for (sign, compare) in operators {
            if let Some(bound) = inside.strip_prefix(sign) {
                self.condition = bound.trim().parse().ok().map(|bound| (compare, bound));
                return;
            }
        }
        let time = |c: char| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S');
        if !inside.is_empty() && inside.chars().all(time) {
            self.kind = Kind::Date {
                date: false,
                time: true,
                elapsed: true,
            };
        }
    }

    fn dated(&mut self, is_date: bool, is_time: bool) {
        let (date, time, elapsed) = match self.kind {
            Kind::Date {
                date,
                time,
                elapsed,
            } => (date, time, elapsed),
            _ => (false, false, false),
        };
        self.kind = Kind::Date {
            date: date || is_date,
            time: time || is_time,
            elapsed,
        };
    }

    /// `m` is a minute behind hours or before seconds, else a month.
    fn month(&mut self, rest: &str) {
        let minute = match self.kind {
            Kind::Date { time, .. } => time,
            _ => false,
        };
        let rest = rest.trim_start_matches(['m', 'M', ':']);
        self.dated(!(minute || rest.starts_with(['s', 'S'])), false);
    }
}

/// The words of a literal: units are read, signs and spaces are not.
fn words(literal: &str) -> String {
    literal.chars().filter(|c| c.is_alphabetic()).collect()
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn numbers_are_shown_as_a_person_sees_them() {
        let cases = [
            ("General", 12.0, "12"),
            ("General", 0.1 + 0.2, "0.3"),
            ("General", 1e5, "100000"),
            ("G/通用格式", 12.5, "12.5"),
            ("@", 12.0, "12"),
            ("0", 12.5, "13"),
            ("0_ ", -12.0, "-12"),
            ("0.00", 2.675, "2.68"),
            ("0.00", 12.0, "12"),
            ("#,##0.00", 1234.5, "1234.5"),
            ("¥#,##0.00;[Red]¥-#,##0.00", -5.0, "-5"),
            ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", 0.0, "0"),
            ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", 7.0, "7"),
            ("0;[Red]0", -5.0, "-5"),
            ("0;-0;;@", 0.0, "0"),
            (";;;", 3.0, "3"),
            ("0\"件\"", 3.0, "3件"),
            ("0.00\\元", 3.5, "3.5元"),
            ("G/通用格式\"件\"", 3.0, "3件"),
            ("\"共\"0", 3.0, "共3"),
            ("0!.0,\"万元\"", 123456.0, "12.3万元"),
            ("0\\.0,", 999.0, "0.1"),
            ("0.0,", 12345.0, "12.3"),
            ("[>=10000]0!.0,\"万\";0", 123456.0, "12.3万"),
            ("[>=10000]0!.0,\"万\";0", 1234.0, "1234"),
            ("0%", 0.05, "5%"),
            ("0%", 5.0, "500%"),
            ("0.00%", 0.12345, "12.35%"),
            ("0.00E+00", 12.0, "12"),
            ("# ?/?", 0.5, "0.5"),
            ("[DBNum2][$-804]G/通用格式", 3.0, "3"),
            ("yyyy/m/d", 3.0, "1900-01-03"),
            ("m\"月\"d\"日\"", 45_000.0, "2023-03-15"),
            ("yyyy\"年\"m\"月\"d\"日\";@", 60.0, "1900-02-29"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 61.0, "1900-03-01"),
            ("mmm-yy", 1.0, "1900-01-01"),
            ("yyyy-mm-dd hh:mm", 45_000.5, "2023-03-15 12:00:00"),
            ("h:mm", 3.25, "06:00:00"),
            ("[h]:mm", 3.25, "78:00:00"),
            ("mm:ss", 0.5, "12:00:00"),
            ("yyyy-mm-dd", -3.0, "-3"),
            ("yyyy-mm-dd", 1e9, "1000000000"),
            ("\"d\"0", 3.0, "d3"),
        ];
        for (code, value, shown) in cases {
            assert_eq!(
                Format::parse(code).show(value, false),
                shown,
                "{code} {value}"
            );
        }
        assert_eq!(Format::built_in(14).show(0.0, true), "1904-01-01");
        assert_eq!(Format::built_in(58).show(3.0, false), "1900-01-03");
        assert_eq!(Format::built_in(9).show(0.3, false), "30%");
    }

    #[test]
    fn odd_formats_do_no_harm() {
        for code in [
            "",
            "\"",
            "\\",
            "[",
            "[<",
            "0;",
            "0,,,,,,,,,,,,,,,,,,,,,,,",
            "%%%%%%%%%%%%0",
            "e",
            "0!",
            "*",
            "_",
        ] {
            for value in [0.0, -1.5, 1e300, -1e300, 1e-300, f64::NAN, f64::INFINITY] {
                let _ = Format::parse(code).show(value, false);
            }
        }
    }
}
