//! The characters of an embedded TrueType font's glyphs, from its `cmap` table read backwards: for fonts whose PDF
//! does not say which characters it shows.

use std::collections::HashMap;

/// Glyph → character; empty where the font has no Unicode table.
pub fn characters(font: &[u8]) -> HashMap<u16, char> {
    let mut found = HashMap::new();
    let Some(cmap) = table(font, b"cmap") else {
        return found;
    };
    for n in 0..half(cmap, 2).unwrap_or(0).min(32) {
        let record = 4 + usize::from(n) * 8;
        let (Some(platform), Some(encoding), Some(offset)) = (
            half(cmap, record),
            half(cmap, record + 2),
            word(cmap, record + 4),
        ) else {
            break;
        };
        if matches!((platform, encoding), (0, _) | (3, 1) | (3, 10))
            && let Some(table) = cmap.get(offset as usize..)
        {
            match half(table, 0) {
                Some(4) => segments(table, &mut found),
                Some(12) => groups(table, &mut found),
                _ => {}
            }
        }
    }
    found
}

fn table<'f>(font: &'f [u8], name: &[u8]) -> Option<&'f [u8]> {
    // A collection: its first font.
    let start = match font.starts_with(b"ttcf") {
        true => word(font, 12)? as usize,
        false => 0,
    };
    for n in 0..usize::from(half(font, start + 4)?) {
        let record = start + 12 + n * 16;
        if font.get(record..record + 4)? == name {
            let offset = word(font, record + 8)? as usize;
            return font.get(offset..);
        }
    }
    None
}

fn keep(found: &mut HashMap<u16, char>, glyph: u16, code: u32) {
    let Some(character) = char::from_u32(code).filter(|_| glyph != 0) else {
        return;
    };
    // One glyph may serve several characters: the ideograph is meant, not its radical or compatibility form.
    let plain =
        |c: char| !matches!(c as u32, 0xA0 | 0x2E80..=0x2FDF | 0xF900..=0xFAFF | 0xE000..=0xF8FF);
    match found.get(&glyph) {
        Some(known) if plain(*known) || !plain(character) => {}
        _ => {
            found.insert(glyph, character);
        }
    }
}

/// Format 4.
fn segments(table: &[u8], found: &mut HashMap<u16, char>) {
    let Some(double) = half(table, 6) else { return };
    let double = usize::from(double);
    for at in (0..double).step_by(2) {
        let (ends, starts) = (14, 16 + double);
        let (deltas, ranges) = (starts + double, starts + 2 * double);
        let (Some(end), Some(start), Some(delta), Some(range)) = (
            half(table, ends + at),
            half(table, starts + at),
            half(table, deltas + at),
            half(table, ranges + at),
        ) else {
            return;
        };
        for code in start..=end {
            let glyph = match range {
                0 => Some(code.wrapping_add(delta)),
                range => {
                    let place = ranges + at + usize::from(range) + usize::from(code - start) * 2;
                    half(table, place)
                        .filter(|glyph| *glyph != 0)
                        .map(|glyph| glyph.wrapping_add(delta))
                }
            };
            if let Some(glyph) = glyph.filter(|_| code != 0xFFFF) {
                keep(found, glyph, u32::from(code));
            }
        }
    }
}

/// Format 12.
fn groups(table: &[u8], found: &mut HashMap<u16, char>) {
    /// No font has more glyphs.
    const GLYPHS: u32 = 0xFFFF;
    let count = word(table, 12).unwrap_or(0).min(GLYPHS);
    let mut left = GLYPHS * 4;
    for n in 0..count as usize {
        let group = 16 + n * 12;
        let (Some(start), Some(end), Some(glyph)) = (
            word(table, group),
            word(table, group + 4),
            word(table, group + 8),
        ) else {
            return;
        };
        for code in start..=end.min(start.saturating_add(GLYPHS)) {
            let glyph = u64::from(glyph) + u64::from(code - start);
            let Some(glyph) = u16::try_from(glyph).ok().filter(|_| left > 0) else {
                break;
            };
            left -= 1;
            keep(found, glyph, code);
        }
    }
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}
