//! The texts that cells share, and the texts in cells: runs joined, readings above Chinese characters left out.

use super::super::limits;
use super::super::workbook;
use super::super::xml::{Tag, Token, Tokens};
use crate::text::setting::Setting;

/// The shared texts by their index.
pub struct Strings(Vec<String>);

impl Strings {
    /// Reads the part of the shared texts.
    pub fn read(xml: &str) -> Self {
        let mut strings = Vec::new();
        let mut text = Text::default();
        for token in Tokens::new(xml) {
            match token {
                Token::Open(tag) => {
                    if tag.name() == "si" {
                        if strings.len() >= limits::CELLS {
                            break;
                        }
                        strings.push(String::new());
                    }
                    text.open(&tag);
                }
                Token::Text(piece) => {
                    if let Some(last) = strings.last_mut() {
                        text.take(&piece, last);
                    }
                }
                Token::Close => text.close(),
            }
        }
        for string in &mut strings {
            *string = workbook::lines(&unescape(string));
        }
        Strings(strings)
    }

    /// The text behind an index as a cell holds it; none where there is none.
    pub fn get(&self, index: &str) -> Option<&str> {
        let index: usize = index.trim().parse().ok()?;
        self.0.get(index).map(String::as_str)
    }
}

/// Which of the texts inside an item count: those in `t`, outside of `rPh`.
#[derive(Default)]
pub struct Text {
    depth: usize,
    /// Depth of the open `t`, and of the open `rPh`.
    open: Option<usize>,
    reading: Option<usize>,
    /// How the run at work is set, and the one before it.
    setting: Setting,
    set_before: Setting,
}

impl Text {
    pub fn open(&mut self, tag: &Tag) {
        self.depth += 1;
        let is = |value: &str| tag.get("val").as_deref() == Some(value);
        match tag.name() {
            "si" | "is" | "r" => self.setting = Setting::default(),
            "vertAlign" => self.setting.raised = is("superscript"),
            "strike" => self.setting.struck = !is("0") && !is("false"),
            "t" if self.reading.is_none() => self.open = Some(self.depth),
            "rPh" if self.reading.is_none() => self.reading = Some(self.depth),
            _ => {}
        }
    }

    pub fn close(&mut self) {
        for open in [&mut self.open, &mut self.reading] {
            if *open == Some(self.depth) {
                *open = None;
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    pub fn take(&mut self, piece: &str, text: &mut String) {
        if self.open.is_some() {
            let before = std::mem::replace(&mut self.set_before, self.setting);
            self.setting.add(before, text, piece);
        }
    }
}

/// `_x000D_` is the character of that number; only a mark before four digits and an underscore is one.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        let digits = mark.get(2..6).filter(|_| mark.get(6..7) == Some("_"));
        let character = digits
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match character {
            Some(character) => {
                out.push(character);
                rest = mark.get(7..).unwrap_or("");
            }
            None => {
                out.push_str("_x");
                rest = mark.get(2..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Strings, unescape};

    #[test]
    fn escapes_are_read_once() {
        let cases = [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00_", "_x00_"),
            ("_x000G_", "_x000G_"),
            ("_xD800_", "_xD800_"),
            ("_x件件_", "_x件件_"),
            ("_x", "_x"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescape(text), expected, "{text}");
        }
    }

    #[test]
    fn runs_are_joined_and_readings_left_out() {
        let xml = "<x:sst xmlns:x=\"a\"><x:si><x:r><x:rPr/><x:t>总</x:t></x:r><x:r><x:t xml:space=\"preserve\">计 </x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>zong</x:t></x:rPh></x:si><x:si/><x:si><x:t>a&amp;b</x:t></x:si></x:sst>";
        let strings = Strings::read(xml);
        let got: Vec<_> = ["0", "1", "2", "3", "-1", ""]
            .map(|i| strings.get(i))
            .into();
        assert_eq!(got, [Some("总计"), Some(""), Some("a&b"), None, None, None]);
    }
}
