//! What the styles say of a paragraph: its heading level and its list (MS-DOC 2.9.271).

use super::bytes::{slice, u16};
use super::sprm::{self, Sprm, sprms};

/// Styles that are based on each other in a circle are followed this far.
const CHAIN: usize = 16;
/// Numbers of built-in styles: the headings 1 to 9, the title.
const HEADINGS: std::ops::RangeInclusive<u16> = 1..=9;
const TITLE: u16 = 62;
/// Only a style of this kind has properties of paragraphs first.
const OF_PARAGRAPHS: u16 = 1;

struct Style {
    built_in: u16,
    base: u16,
    traits: Traits,
}

/// The styles by number.
pub struct Styles(Vec<Option<Style>>);

/// What is known of a paragraph, by its style and by itself.
#[derive(Clone, Copy, Default)]
pub struct Traits {
    /// 0 to 8; 9 is body text.
    pub outline: Option<u8>,
    pub list: Option<u16>,
    pub list_level: Option<u8>,
}

impl Traits {
    /// Takes a property; what was known before stays.
    pub fn take(&mut self, sprm: &Sprm) {
        match sprm.code {
            sprm::P_OUTLINE => _ = self.outline.get_or_insert(sprm.byte()),
            sprm::P_LIST => _ = self.list.get_or_insert(sprm.u16()),
            sprm::P_LIST_LEVEL => _ = self.list_level.get_or_insert(sprm.byte()),
            _ => {}
        }
    }
}

impl Styles {
    pub fn read(sheet: &[u8]) -> Self {
        let head = usize::from(u16(sheet, 0).unwrap_or(0));
        let count = u16(sheet, 2).unwrap_or(0);
        let base = usize::from(u16(sheet, 4).unwrap_or(0));
        let mut at = 2 + head;
        let mut styles = Vec::new();
        for _ in 0..count {
            let Some(length) = u16(sheet, at) else { break };
            let length = usize::from(length);
            styles.push(slice(sheet, at + 2, length).and_then(|bytes| style(bytes, base)));
            at += 2 + length;
        }
        Styles(styles)
    }

    fn chain(&self, style: u16) -> impl Iterator<Item = &Style> {
        let find = |number: u16| self.0.get(usize::from(number))?.as_ref();
        let mut next = find(style);
        std::iter::from_fn(move || {
            let style = next?;
            next = find(style.base);
            Some(style)
        })
        .take(CHAIN)
    }

    /// Adds what the style says to what the paragraph says of itself.
    pub fn add(&self, style: u16, traits: &mut Traits) {
        for style in self.chain(style) {
            let own = &style.traits;
            traits.outline = traits.outline.or(own.outline);
            traits.list = traits.list.or(own.list);
            traits.list_level = traits.list_level.or(own.list_level);
        }
    }

    /// Level 1 to 6 by the style's own meaning.
    pub fn heading(&self, style: u16) -> Option<u8> {
        self.chain(style).find_map(|style| match style.built_in {
            TITLE => Some(1),
            level if HEADINGS.contains(&level) => Some(level.min(6) as u8),
            _ => None,
        })
    }
}

/// One style: its head, its name, its properties.
fn style(bytes: &[u8], base: usize) -> Option<Style> {
    let kind = u16(bytes, 2)?;
    let name = base + base % 2;
    let properties = name + 2 + usize::from(u16(bytes, name)?) * 2 + 2;
    let sprms = (kind & 0xF == OF_PARAGRAPHS).then(|| {
        let length = usize::from(u16(bytes, properties)?);
        // The number of the style itself comes first.
        slice(bytes, properties + 2, length)?.get(2..)
    });
    let mut traits = Traits::default();
    for sprm in self::sprms(sprms.flatten().unwrap_or_default()) {
        traits.take(&sprm);
    }
    Some(Style {
        built_in: u16(bytes, 0)? & 0x0FFF,
        base: kind >> 4,
        traits,
    })
}
