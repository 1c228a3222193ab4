//! A PDF font as far as reading needs it: the codes of a string, their characters and their advances.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::encoding::{Base, character, named};
use super::streams::Budget;
use super::truetype;
use crate::text::decode_label;

pub struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    widths: Widths,
    /// The characters of a simple font's codes.
    simple: HashMap<u8, char>,
    /// Glyph → character, of an embedded font.
    glyphs: HashMap<u16, char>,
    /// CID → glyph where it is not the same number.
    cid_to_glyph: Option<Vec<u8>>,
    pub vertical: bool,
    /// Its letters hang under their base line.
    pub flipped: bool,
}

/// How a string is cut into codes.
enum Codes {
    /// One byte each.
    Simple,
    /// Two bytes that are the CID.
    Identity,
    /// UTF-16, as the predefined Unicode CMaps.
    Utf16,
    /// A legacy charset, by its label.
    Charset(&'static str),
    /// A CMap of the file.
    Embedded(Box<CMap>),
}

struct Widths {
    /// Of a simple font: the widths from the code `first` on.
    first: u32,
    listed: Vec<Option<f32>>,
    given: HashMap<u32, f32>,
    ranges: Vec<(u32, u32, f32)>,
    default: f32,
    /// Units of a width in one em.
    unit: f32,
}

/// One character code of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    pub code: u32,
    pub length: u8,
    cid: u32,
}

/// Entries of a width table; no font has more glyphs.
const WIDTHS: usize = 70_000;

impl Font {
    pub fn read(dict: &Dict, budget: &mut Budget) -> Font {
        let composite = dict
            .get::<Name>(b"Subtype")
            .is_some_and(|n| n.as_ref() == b"Type0");
        let to_unicode = dict
            .get::<Stream>(b"ToUnicode")
            .and_then(|stream| budget.try_unpack(&stream))
            .and_then(|bytes| CMap::parse(&bytes, |_| None));
        let mut font = match composite {
            true => composite_font(dict, to_unicode.is_none(), budget),
            false => simple_font(dict, to_unicode.is_some(), budget),
        };
        font.to_unicode = to_unicode;
        font
    }

    /// Cuts a string into codes.
    pub fn codes(&self, bytes: &[u8]) -> Vec<Code> {
        let mut codes = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let code = self.next(rest);
            let length = usize::from(code.length).clamp(1, rest.len());
            rest = rest.get(length..).unwrap_or(&[]);
            codes.push(code);
        }
        codes
    }

    fn next(&self, bytes: &[u8]) -> Code {
        let number = |length: usize| -> u32 {
            let bytes = bytes.iter().take(length);
            bytes.fold(0, |n, byte| n << 8 | u32::from(*byte))
        };
        let made = |length: usize, cid: Option<u32>| {
            let code = number(length);
            Code {
                code,
                length: length as u8,
                cid: cid.unwrap_or(code),
            }
        };
        let first = bytes.first().copied().unwrap_or(0);
        match &self.codes {
            Codes::Simple => made(1, None),
            Codes::Identity => made(2, None),
            Codes::Utf16 => {
                let pair = (0xD8..=0xDB).contains(&first) && bytes.len() >= 4;
                let code = made(if pair { 4 } else { 2 }, None);
                Code {
                    cid: ascii_cid(code.code).unwrap_or(u32::MAX),
                    ..code
                }
            }
            Codes::Charset(_) => {
                let second = bytes.get(1).copied().unwrap_or(0);
                let length = match (first, second) {
                    (0x81..=0xFE, 0x30..=0x39) => 4,
                    (0x81..=0xFE, _) => 2,
                    _ => 1,
                };
                let code = made(length, None);
                Code {
                    cid: ascii_cid(code.code).unwrap_or(u32::MAX),
                    ..code
                }
            }
            Codes::Embedded(cmap) => (1..=4usize)
                .filter(|length| *length <= bytes.len())
                .find_map(|length| {
                    let cid = cmap.lookup_cid_code(number(length), length as u8)?;
                    Some(made(length, Some(cid)))
                })
                .unwrap_or_else(|| made(bytes.len().min(2), None)),
        }
    }

    /// The text of a code; none where the file does not say it.
    pub fn text(&self, code: Code) -> Option<String> {
        // The glyph of CID 0 is the box that stands for a character which the font lacks.
        if !matches!(self.codes, Codes::Simple) && code.cid == 0 {
            return None;
        }
        let given =
            self.to_unicode
                .as_ref()
                .and_then(|cmap| match cmap.lookup_bf_string(code.code)? {
                    BfString::Char(character) => Some(character.to_string()),
                    BfString::String(text) => Some(text),
                });
        given.filter(|text| is_text(text)).or_else(|| {
            let character = match &self.codes {
                Codes::Simple => self.simple.get(&u8::try_from(code.code).ok()?).copied(),
                Codes::Utf16 => utf16(code),
                Codes::Charset(label) => charset(code, label),
                Codes::Identity | Codes::Embedded(_) => {
                    self.glyphs.get(&self.glyph(code.cid)?).copied()
                }
            };
            character.map(String::from).filter(|text| is_text(text))
        })
    }

    fn glyph(&self, cid: u32) -> Option<u16> {
        match &self.cid_to_glyph {
            Some(map) => {
                let at = cid as usize * 2;
                let pair = map.get(at..at + 2)?;
                Some(u16::from_be_bytes(pair.try_into().ok()?))
            }
            None => u16::try_from(cid).ok(),
        }
    }

    /// The advance of a code, in ems.
    pub fn width(&self, code: Code) -> f32 {
        let Widths {
            first,
            listed,
            given,
            ranges,
            default,
            unit,
        } = &self.widths;
        let in_range = || {
            let range = ranges
                .iter()
                .find(|(from, to, _)| (*from..=*to).contains(&code.cid));
            range.map(|(_, _, width)| *width)
        };
        let at = code.cid.checked_sub(*first).map(|at| at as usize);
        let width = at.and_then(|at| listed.get(at).copied().flatten());
        let width = width.or_else(|| given.get(&code.cid).copied());
        let width = width.or_else(in_range);
        width.unwrap_or(*default) * unit
    }
}

/// A text that says something: no replacement, no control character.
fn is_text(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c != '\u{FFFD}' && (!c.is_control() || c == '\t' || c == '\u{a0}'))
}

/// In the character collections of Chinese, Japanese and Korean the printable ASCII characters are the first CIDs.
fn ascii_cid(code: u32) -> Option<u32> {
    (0x20..=0x7E).contains(&code).then(|| code - 0x1F)
}

fn utf16(code: Code) -> Option<char> {
    let units = [(code.code >> 16) as u16, code.code as u16];
    let units = if code.length == 4 {
        &units[..]
    } else {
        &units[1..]
    };
    char::decode_utf16(units.iter().copied()).next()?.ok()
}

fn charset(code: Code, label: &str) -> Option<char> {
    let bytes = code.code.to_be_bytes();
    let bytes = bytes.get(4usize.saturating_sub(code.length.into())..)?;
    decode_label(bytes, label)?.chars().next()
}

/// A font of drawings whose letters hang under their base line: their box, in the space of the text, lies below it.
fn hangs(dict: &Dict, [_, _, _, d, _, _]: [f32; 6]) -> bool {
    let frame: Option<[f32; 4]> = dict.get(b"FontBBox");
    frame.is_some_and(|[_, y0, _, y1]| d * (y0 + y1) < 0.0)
}

fn simple_font(dict: &Dict, mapped: bool, budget: &mut Budget) -> Font {
    let type3 = dict
        .get::<Name>(b"Subtype")
        .is_some_and(|n| n.as_ref() == b"Type3");
    let matrix: Option<[f32; 6]> = dict.get(b"FontMatrix");
    let unit = match matrix {
        Some([a, ..]) if type3 && a != 0.0 => a.abs(),
        _ => 0.001,
    };
    let descriptor = dict.get::<Dict>(b"FontDescriptor").unwrap_or_default();
    let first = dict.get::<u32>(b"FirstChar").unwrap_or(0);
    let widths = dict.get::<Array>(b"Widths");
    budget.pay(descriptor.data().len() + widths.as_ref().map_or(0, |list| list.data().len()));
    let listed: Vec<Option<f32>> = widths
        .iter()
        .flat_map(|widths| widths.iter::<Object>())
        .take(256)
        .map(Object::into_f32)
        .collect();
    // Helvetica's digits where a standard font brings no widths.
    let default = descriptor.get::<f32>(b"MissingWidth").unwrap_or(0.0);
    let default = if listed.is_empty() { 556.0 } else { default };
    Font {
        codes: Codes::Simple,
        to_unicode: None,
        widths: Widths {
            first,
            listed,
            given: HashMap::new(),
            ranges: Vec::new(),
            default,
            unit,
        },
        // The glyphs of a drawn font have names of their own making; a print of Chromium has a hundred such fonts.
        simple: match type3 && mapped {
            true => HashMap::new(),
            false => simple_characters(dict, &descriptor, type3, budget),
        },
        glyphs: HashMap::new(),
        cid_to_glyph: None,
        vertical: false,
        flipped: type3 && matrix.is_some_and(|matrix| hangs(dict, matrix)),
    }
}

/// The characters of a simple font's codes, as far as its encoding tells.
fn simple_characters(
    dict: &Dict,
    descriptor: &Dict,
    type3: bool,
    budget: &mut Budget,
) -> HashMap<u8, char> {
    const SYMBOLIC: u32 = 4;
    let embedded = ["FontFile", "FontFile2", "FontFile3"]
        .iter()
        .any(|key| descriptor.contains_key(key.as_bytes()));
    let symbolic = descriptor.get::<u32>(b"Flags").unwrap_or(0) & SYMBOLIC != 0;
    let encoding = dict.get::<Object>(b"Encoding");
    let (name, differences) = match &encoding {
        Some(Object::Name(name)) => (Some(name.clone()), None),
        Some(Object::Dict(dict)) => {
            budget.pay(dict.data().len());
            (
                dict.get::<Name>(b"BaseEncoding"),
                dict.get::<Array>(b"Differences"),
            )
        }
        _ => (None, None),
    };
    let base = match name.as_deref() {
        Some(b"WinAnsiEncoding") => Some(Base::WinAnsi),
        Some(b"MacRomanEncoding") => Some(Base::MacRoman),
        Some(b"StandardEncoding") => Some(Base::Standard),
        // What an embedded font calls its codes stands inside of it.
        _ if type3 || embedded && symbolic => None,
        _ => Some(Base::Standard),
    };
    let mut characters: HashMap<u8, char> = (0..=u8::MAX)
        .filter_map(|code| Some((code, character(base?, code)?)))
        .collect();
    let mut code = 0u32;
    for object in differences.iter().flat_map(|array| array.iter::<Object>()) {
        if !budget.step() {
            break;
        }
        match object {
            Object::Number(number) => code = number.as_i64().clamp(0, 256) as u32,
            Object::Dict(dict) => budget.pay(dict.data().len()),
            Object::Array(array) => budget.pay(array.data().len()),
            Object::Name(name) => {
                if let Ok(byte) = u8::try_from(code) {
                    match named(name.as_str()) {
                        Some(character) => characters.insert(byte, character),
                        None => characters.remove(&byte),
                    };
                }
                code += 1;
            }
            _ => {}
        }
    }
    characters
}

/// A font of many characters; its own file is only opened where no map says what its codes mean.
fn composite_font(dict: &Dict, unmapped: bool, budget: &mut Budget) -> Font {
    let descendants = dict.get::<Array>(b"DescendantFonts");
    let descendant = descendants
        .and_then(|array| array.iter::<Dict>().next())
        .unwrap_or_default();
    budget.pay(descendant.data().len());
    let (codes, vertical) = match dict.get::<Object>(b"Encoding") {
        Some(Object::Name(name)) => predefined(name.as_str()),
        Some(Object::Stream(stream)) => {
            let vertical = stream.dict().get::<u32>(b"WMode") == Some(1);
            let cmap = budget
                .try_unpack(&stream)
                .and_then(|bytes| CMap::parse(&bytes, |_| None));
            (
                cmap.map_or(Codes::Identity, |cmap| Codes::Embedded(Box::new(cmap))),
                vertical,
            )
        }
        _ => (Codes::Identity, false),
    };
    let descriptor = descendant
        .get::<Dict>(b"FontDescriptor")
        .unwrap_or_default();
    let own = matches!(codes, Codes::Identity | Codes::Embedded(_));
    let glyphs = match descriptor
        .get::<Stream>(b"FontFile2")
        .filter(|_| own && unmapped)
    {
        Some(stream) => budget
            .try_unpack(&stream)
            .map(|bytes| truetype::characters(&bytes))
            .unwrap_or_default(),
        None => HashMap::new(),
    };
    Font {
        codes,
        to_unicode: None,
        widths: cid_widths(&descendant, budget),
        simple: HashMap::new(),
        cid_to_glyph: descendant
            .get::<Stream>(b"CIDToGIDMap")
            .filter(|_| !glyphs.is_empty())
            .and_then(|stream| budget.try_unpack(&stream)),
        glyphs,
        vertical,
        flipped: false,
    }
}

/// The encodings that PDF names: what they mean for cutting a string and for its characters.
fn predefined(name: &str) -> (Codes, bool) {
    let vertical = name.ends_with("-V");
    let starts = |heads: &[&str]| heads.iter().any(|head| name.starts_with(head));
    let codes = if name.contains("UCS2") || name.contains("UTF16") {
        Codes::Utf16
    } else if starts(&["GB", "GBK"]) {
        Codes::Charset("gb18030")
    } else if starts(&["B5", "ETen", "HKscs"]) {
        Codes::Charset("big5")
    } else if starts(&["KSC"]) {
        Codes::Charset("euc-kr")
    } else {
        Codes::Identity
    };
    (codes, vertical)
}

/// The number of a character in its font; a larger one than there can be is the largest.
fn cid(number: Number) -> u32 {
    number.as_i64().clamp(0, i64::from(u16::MAX)) as u32
}

/// The widths of a CID font: `c [w1 w2 …]` and `from to w`.
fn cid_widths(font: &Dict, budget: &mut Budget) -> Widths {
    let (mut given, mut ranges) = (HashMap::new(), Vec::new());
    let array = font.get::<Array>(b"W").unwrap_or_default();
    budget.pay(array.data().len());
    let mut objects = array.iter::<Object>().take(WIDTHS);
    while budget.step()
        && let Some(first) = objects.next()
    {
        let Some(first) = first.into_number().map(cid) else {
            continue;
        };
        match objects.next() {
            Some(Object::Array(widths)) => {
                budget.pay(widths.data().len());
                let widths = widths
                    .iter::<Object>()
                    .take(WIDTHS.saturating_sub(given.len()));
                given.extend(
                    (first..)
                        .zip(widths)
                        .filter_map(|(cid, width)| Some((cid, width.into_f32()?))),
                );
            }
            Some(Object::Number(last)) => {
                let width = objects.next().and_then(Object::into_f32);
                let last = cid(last);
                if let Some(width) = width {
                    ranges.push((first, last, width));
                }
            }
            _ => break,
        }
    }
    // A long list is looked up as a table.
    const LONG: usize = 64;
    if ranges.len() > LONG {
        for (first, last, width) in ranges.drain(..) {
            let room = WIDTHS.saturating_sub(given.len());
            let cids = (first..=last).take(room);
            given.extend(cids.map(|cid| (cid, width)));
        }
    }
    Widths {
        first: 0,
        listed: Vec::new(),
        given,
        ranges,
        default: font.get::<f32>(b"DW").unwrap_or(1000.0),
        unit: 0.001,
    }
}
