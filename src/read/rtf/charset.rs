//! The charsets of an RTF file: a code page for the file, and one for each font that has its own.

use std::collections::HashMap;

use crate::text::{decode, decode_label};

/// Fonts of one file.
const FONTS: usize = 10_000;

/// Stands for the code page of a font of signs.
const SIGNS: i32 = 2;

/// Code pages by font.
#[derive(Default)]
pub struct Charsets {
    /// 0 where the file names none.
    pub page: i32,
    fonts: HashMap<i32, i32>,
}

impl Charsets {
    /// A font's charset, by the numbers of Windows; those that name no language go by the file's code page.
    pub fn font(&mut self, font: i32, charset: i32) {
        let page = match charset {
            2 => SIGNS,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            _ => return,
        };
        if self.fonts.len() < FONTS {
            self.fonts.insert(font, page);
        }
    }

    /// The font has signs for letters.
    pub fn is_signs(&self, font: i32) -> bool {
        self.fonts.get(&font) == Some(&SIGNS)
    }

    /// Text written in a font.
    pub fn decode(&self, bytes: &[u8], font: i32) -> String {
        if bytes.is_ascii() {
            return String::from_utf8_lossy(bytes).into_owned();
        }
        let label = match self.fonts.get(&font).copied().unwrap_or(self.page) {
            936 | 54936 => "gb18030".to_owned(),
            950 => "big5".to_owned(),
            932 => "shift_jis".to_owned(),
            949 => "euc-kr".to_owned(),
            65001 => "utf-8".to_owned(),
            page @ (874 | 1250..=1258) => format!("windows-{page}"),
            _ => return decode(bytes).text,
        };
        decode_label(bytes, &label).unwrap_or_default()
    }
}
