//! Lines with their offsets, and the few kinds that are told apart outside of tables.

/// A line without its end.
pub struct Line<'a> {
    pub text: &'a str,
    /// Byte offset in the text.
    pub start: usize,
    /// Counted from 1.
    pub number: u32,
}

impl Line<'_> {
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Splits at line feeds, carriage returns (alone or before a line feed) and form feeds.
pub fn split(text: &str) -> Vec<Line<'_>> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut at, mut number) = (0, 0, 1);
    let mut push = |start: usize, end: usize, number: u32| {
        lines.push(Line {
            text: text.get(start..end).unwrap_or(""),
            start,
            number,
        });
    };
    while let Some(&byte) = bytes.get(at) {
        if matches!(byte, b'\n' | b'\r' | b'\x0C') {
            push(start, at, number);
            if byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                at += 1;
            }
            number += u32::from(byte != b'\x0C');
            start = at + 1;
        }
        at += 1;
    }
    if start < bytes.len() {
        push(start, bytes.len(), number);
    }
    lines
}

/// A page number that a converter left: `- 3 -`, `第3页`, `3 / 12`; a bare number only between blank lines.
pub fn is_page_number(lines: &[Line], at: usize) -> bool {
    let Some(text) = lines.get(at).map(|line| line.text.trim()) else {
        return false;
    };
    let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
    is_marked_page_number(text)
        || is_number_of_page(text)
            && text.starts_with(|c: char| ('1'..='9').contains(&c))
            && text.ends_with(|c: char| c.is_ascii_digit())
            && blank(at.checked_sub(1))
            && blank(Some(at + 1))
}

/// A page number that shows itself to be one: `- 3 -`, `第3页`.
pub fn is_marked_page_number(text: &str) -> bool {
    // A minus sign on one side only is a negative figure.
    let dashes = |c: char| "-—–－".contains(c);
    let framed = text.starts_with(dashes) && text.ends_with(dashes);
    (framed || text.contains('页')) && is_number_of_page(text)
}

/// Digits and the signs that stand around the number of a page.
fn is_number_of_page(text: &str) -> bool {
    let core = text.trim_matches(|c: char| c.is_whitespace() || "-—–－第页共/·".contains(c));
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let other = core
        .chars()
        .any(|c| !(c.is_ascii_digit() || c.is_whitespace() || "/共第页".contains(c)));
    (1..=8).contains(&digits) && !other
}

/// A Markdown heading, without its marks and with its level; bold marks around a whole line go too.
pub fn heading(text: &str) -> (&str, Option<u8>) {
    let marks = text.bytes().take_while(|&b| b == b'#').count();
    let rest = text.get(marks..).unwrap_or("");
    if (1..=6).contains(&marks) && rest.starts_with([' ', '\t']) {
        (
            plain(rest.trim().trim_end_matches('#').trim_end()),
            Some(marks as u8),
        )
    } else {
        (plain(text), None)
    }
}

/// Text without the bold marks that surround all of it.
pub fn plain(text: &str) -> &str {
    let bold = text
        .strip_prefix("**")
        .and_then(|text| text.strip_suffix("**"));
    match bold {
        Some(inner) if !inner.trim().is_empty() && !inner.contains("**") => inner.trim(),
        _ => text,
    }
}
