//! Which charset: a byte order mark, then the shape of UTF-16, then valid UTF-8, then the declaration, then GB18030.
//! A declaration that contradicts valid UTF-8 loses: pages converted by a CMS often keep the old one.

use super::decode::decode_label;

/// Text out of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The charset that was used, as an encoding label.
    pub charset: String,
    /// Some bytes were not valid in the charset and became U+FFFD.
    pub lossy: bool,
}

/// How far into the input a declaration is looked for.
const DECLARATION_WINDOW: usize = 4096;
/// How much of the input the shape of UTF-16 is judged by.
const SHAPE_WINDOW: usize = 4096;
const REPLACEMENT: char = '\u{fffd}';

/// Decodes `bytes`, whatever they are in.
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some(label) = byte_order_mark(bytes).or_else(|| utf16_shape(bytes)) {
        return decoded(bytes, label).unwrap_or_else(|| utf8(bytes));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: text.to_owned(),
            charset: "utf-8".to_owned(),
            lossy: false,
        };
    }
    let declared = declaration(bytes).and_then(|label| decoded(bytes, &label));
    match declared {
        Some(declared) if !declared.lossy => declared,
        _ if is_damaged_utf8(bytes) => utf8(bytes),
        _ => best([decoded(bytes, "gb18030"), declared, Some(utf8(bytes))]),
    }
}

/// The label that the first bytes name.
fn byte_order_mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some("utf-8"),
        [0xFF, 0xFE, ..] => Some("utf-16le"),
        [0xFE, 0xFF, ..] => Some("utf-16be"),
        _ => None,
    }
}

/// UTF-16 without a mark: the high bytes of ASCII (0x00) or of Chinese characters (0x4E to 0x9F, 0x30, 0xFF) all
/// stand on one side. In UTF-8 and GB18030 text no NUL occurs and the bytes above 0x80 stand on both sides.
fn utf16_shape(bytes: &[u8]) -> Option<&'static str> {
    let window = bytes.get(..SHAPE_WINDOW.min(bytes.len()))?;
    let pairs = window.chunks_exact(2);
    let total = pairs.len();
    if total < 4 {
        return None;
    }
    let is_high = |byte: u8| matches!(byte, 0x00 | 0x20 | 0x30 | 0x4E..=0x9F | 0xFF);
    let (mut even, mut odd, mut nul_even, mut nul_odd) = (0, 0, 0, 0);
    for pair in pairs {
        let (first, second) = (
            pair.first().copied().unwrap_or(1),
            pair.get(1).copied().unwrap_or(1),
        );
        even += usize::from(is_high(first));
        odd += usize::from(is_high(second));
        nul_even += usize::from(first == 0);
        nul_odd += usize::from(second == 0);
    }
    // At least one NUL (a line feed, a digit or a tag) is asked for: plain Latin text has none.
    let almost_all = |count: usize| count * 20 >= total * 19;
    if nul_odd > 0 && nul_odd > nul_even && almost_all(odd) {
        Some("utf-16le")
    } else if nul_even > 0 && nul_even > nul_odd && almost_all(even) {
        Some("utf-16be")
    } else {
        None
    }
}

/// The label in `<meta charset>`, `http-equiv`, or an XML declaration; none where it cannot be meant (UTF-16 over
/// bytes that are not, UTF-8 over bytes that are not, and the Latin labels that templates carry along).
fn declaration(bytes: &[u8]) -> Option<String> {
    let window: String = bytes
        .iter()
        .take(DECLARATION_WINDOW)
        .map(|&byte| char::from(byte & 0x7F).to_ascii_lowercase())
        .collect();
    if !window.contains('<') {
        return None;
    }
    let after = ["charset", "encoding"].iter().find_map(|word| {
        let (_, rest) = window.split_once(word)?;
        rest.trim_start().strip_prefix('=')
    })?;
    let label: String = after
        .trim_start_matches([' ', '\t', '"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    let doubtful = label.starts_with("utf-")
        || label.starts_with("iso-8859")
        || label.starts_with("windows-125");
    (!label.is_empty() && label != "unicode" && !doubtful).then_some(label)
}

/// UTF-8 with a few broken bytes: text in another charset breaks at nearly every character.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken * 4
}

fn decoded(bytes: &[u8], label: &str) -> Option<Decoded> {
    let text = decode_label(bytes, label)?;
    let lossy = text.contains(REPLACEMENT);
    Some(Decoded {
        text,
        charset: label.to_owned(),
        lossy,
    })
}

fn utf8(bytes: &[u8]) -> Decoded {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes).into_owned();
    let lossy = text.contains(REPLACEMENT);
    Decoded {
        text,
        charset: "utf-8".to_owned(),
        lossy,
    }
}

/// The reading with the fewest replaced characters; the earlier one when equal.
fn best(readings: [Option<Decoded>; 3]) -> Decoded {
    let loss = |decoded: &Decoded| decoded.text.matches(REPLACEMENT).count();
    readings
        .into_iter()
        .flatten()
        .min_by_key(loss)
        .unwrap_or(Decoded {
            text: String::new(),
            charset: "utf-8".to_owned(),
            lossy: false,
        })
}
