//! Whether the characters that a PDF stores can be those that its pages show.

use std::collections::{HashMap, HashSet};

use super::font::{Code, Font};
use crate::read::layout::Ink;

#[derive(Debug, Default)]
pub struct Trust {
    visible: usize,
    unseen: usize,
    unknown: usize,
    private: usize,
    /// Font and character → the codes that show it.
    codes: HashMap<(usize, char), HashSet<u32>>,
}

/// Font and character pairs that are looked at.
const PAIRS: usize = 50_000;

impl Trust {
    pub fn count(&mut self, font: &Font, code: Code, text: Option<&str>, ink: Ink) {
        if ink == Ink::None {
            self.unseen += 1;
            return;
        }
        let Some(character) = text.map(|text| text.chars().next().unwrap_or(' ')) else {
            self.visible += 1;
            self.unknown += 1;
            return;
        };
        if character.is_whitespace() {
            return;
        }
        self.visible += 1;
        self.private += usize::from(matches!(character as u32, 0xE000..=0xF8FF));
        if character.is_alphanumeric() && self.codes.len() < PAIRS {
            let font = std::ptr::from_ref(font) as usize;
            self.codes
                .entry((font, character))
                .or_default()
                .insert(code.code);
        }
    }

    /// Nothing that the eye sees is text.
    pub fn is_empty(&self) -> bool {
        self.visible == 0
    }

    /// Text lies unseen under pictures, as recognition leaves it.
    pub fn is_unseen(&self) -> bool {
        self.unseen > self.visible * 4
    }

    /// Too many characters are unknown, or several codes of a font claim the same character, which a font that is
    /// honest about its glyphs hardly does.
    pub fn is_garbled(&self) -> bool {
        let codes: usize = self.codes.values().map(HashSet::len).sum();
        let twice = codes - self.codes.len();
        self.unknown * 20 > self.visible
            || (self.unknown + self.private) * 5 > self.visible
            || twice >= 5 && twice * 7 > codes
    }
}
