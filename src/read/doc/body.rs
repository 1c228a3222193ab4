//! The characters of a story with their properties → items: paragraphs, cells, rows and tables by the marks at their
//! ends.

use super::super::limits;
use super::super::story::Item;
use super::super::story::build::Builder;
use super::super::story::edges::Shape;
use super::bytes::{slice, u16};
use super::lists::Lists;
use super::row;
use super::runs::Runs;
use super::sprm::{self, Sprm, sprms};
use super::styles::{Styles, Traits};
use crate::text::setting::Setting;

const CELL_END: char = '\u{7}';
const PARAGRAPH_END: char = '\r';
const PAGE_END: char = '\u{c}';

/// What the parts of the file say.
pub struct Parts<'a> {
    pub data: &'a [u8],
    pub paragraphs: Runs<'a>,
    pub characters: Runs<'a>,
    pub styles: Styles,
}

/// What a paragraph's mark says.
#[derive(Default)]
struct Paragraph {
    style: u16,
    traits: Traits,
    in_table: bool,
    depth: Option<u32>,
    row_end: bool,
    inner_row_end: bool,
    inner_cell: bool,
    shape: Shape,
}

/// What a run of characters says.
#[derive(Clone, Copy, Default)]
struct Look {
    hidden: bool,
    deleted: bool,
    /// A special character is a field of a form, not a picture.
    data: bool,
    symbol: Option<char>,
    setting: Setting,
}

/// Reads stories one after the other.
pub struct Reader<'a> {
    parts: Parts<'a>,
    lists: Lists,
    builder: Builder,
    text: String,
    /// For each open field, whether its result has begun.
    fields: Vec<bool>,
    look: Look,
    /// How the character was set that was written last.
    set_before: Setting,
    /// Where the look at work ends.
    look_end: u32,
    look_start: u32,
    /// Bytes of properties that were gone through.
    gone_through: usize,
    pub limited: bool,
}

impl<'a> Reader<'a> {
    pub fn new(parts: Parts<'a>, lists: Lists) -> Self {
        Reader {
            parts,
            lists,
            builder: Builder::default(),
            text: String::new(),
            fields: Vec::new(),
            look: Look::default(),
            set_before: Setting::default(),
            look_end: 0,
            look_start: 0,
            gone_through: 0,
            limited: false,
        }
    }

    /// Adds a story. `anchors`: the places of drawn objects are pictures.
    pub fn story(&mut self, characters: impl Iterator<Item = (char, u32)>, anchors: bool) {
        for (c, at) in characters {
            if self.builder.is_full() || self.gone_through > limits::WORD_PROPERTIES {
                self.limited = true;
                break;
            }
            self.character(c, at, anchors);
        }
        if !self.text.is_empty() {
            self.end(PARAGRAPH_END, Paragraph::default());
        }
        self.fields.clear();
        self.builder.depth(0);
    }

    pub fn finish(self) -> Vec<Item> {
        self.builder.finish()
    }

    fn character(&mut self, c: char, at: u32, anchors: bool) {
        self.look_at(at);
        let Look {
            hidden,
            deleted,
            data,
            symbol,
            setting,
        } = self.look;
        match c {
            PARAGRAPH_END | CELL_END | PAGE_END => {
                let paragraph = self.paragraph(at);
                let ends = c != PARAGRAPH_END || paragraph.inner_cell || paragraph.inner_row_end;
                // A mark that was deleted: the next paragraph goes on in this one.
                if ends || !deleted {
                    self.end(c, paragraph);
                }
            }
            '\u{13}' => self.fields.push(false),
            '\u{14}' => {
                if let Some(result) = self.fields.last_mut() {
                    *result = true;
                }
            }
            '\u{15}' => _ = self.fields.pop(),
            _ if hidden || deleted || self.fields.contains(&false) => {}
            '\u{1}' if !data => self.builder.picture(),
            '\u{8}' if anchors => self.builder.picture(),
            '\u{b}' | '\u{e}' => self.text.push('\n'),
            '\u{1e}' => self.text.push('-'),
            '(' if symbol.is_some() => self.text.extend(symbol),
            '\t' => self.text.push('\t'),
            c if c < ' ' => {}
            c => {
                let before = std::mem::replace(&mut self.set_before, setting);
                setting.add(before, &mut self.text, c.encode_utf8(&mut [0; 4]));
            }
        }
    }

    /// Finds the look of the characters from here on.
    fn look_at(&mut self, at: u32) {
        if (self.look_start..self.look_end).contains(&at) {
            return;
        }
        let (_, list) = self.parts.characters.at(at);
        self.gone_through += list.len() + 1;
        self.look = Look::default();
        for sprm in sprms(list) {
            match sprm.code {
                sprm::C_HIDDEN => self.look.hidden = sprm.is_on(),
                sprm::C_DELETED => self.look.deleted = sprm.is_on(),
                sprm::C_RAISED => self.look.setting.raised = sprm.byte() == 1,
                code if sprm::C_STRUCK.contains(&code) => {
                    self.look.setting.struck |= sprm.is_on();
                }
                sprm::C_DATA => self.look.data = sprm.is_on(),
                sprm::C_SYMBOL => {
                    let code = u16(sprm.operand, 2).unwrap_or(0);
                    self.look.symbol = char::from_u32(u32::from(code));
                }
                _ => {}
            }
        }
        self.look_start = at;
        self.look_end = self.parts.characters.end(at);
    }

    /// What the mark of a paragraph says. Later properties count, and its own before those of its style.
    fn paragraph(&mut self, at: u32) -> Paragraph {
        let (style, list) = self.parts.paragraphs.at(at);
        self.gone_through += list.len() + 1;
        let mut found = Paragraph {
            style,
            ..Paragraph::default()
        };
        for sprm in sprms(list) {
            if sprm::P_HUGE.contains(&sprm.code) {
                let at = sprm.u32() as usize;
                let length = usize::from(u16(self.parts.data, at).unwrap_or(0));
                let list = slice(self.parts.data, at.saturating_add(2), length);
                self.gone_through += length;
                sprms(list.unwrap_or_default()).for_each(|sprm| found.take(&sprm));
            } else {
                found.take(&sprm);
            }
        }
        self.parts.styles.add(found.style, &mut found.traits);
        found
    }

    /// Ends a paragraph, and the cell or row that its mark ends.
    fn end(&mut self, mark: char, paragraph: Paragraph) {
        let depth = match paragraph.depth {
            Some(depth) => depth as usize,
            None => usize::from(paragraph.in_table),
        };
        self.builder.depth(depth);
        if paragraph.row_end || paragraph.inner_row_end {
            self.text.clear();
            self.builder.end_row(&paragraph.shape);
            return;
        }
        if mark != PAGE_END || !self.text.trim().is_empty() {
            self.write(&paragraph);
        }
        self.builder.anchored();
        // A field that never came to its result must not swallow the rest of the document.
        self.fields.retain(|&result| result);
        if mark == CELL_END || paragraph.inner_cell {
            self.builder.end_cell();
        }
    }

    fn write(&mut self, paragraph: &Paragraph) {
        let mut text = std::mem::take(&mut self.text);
        let level = paragraph.traits.list_level.unwrap_or(0);
        let list = paragraph.traits.list.unwrap_or(0);
        if let Some(number) = self.lists.next(list, usize::from(level)) {
            let latin = number.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
            text.insert_str(0, &format!("{number}{}", if latin { " " } else { "" }));
        }
        let heading = match paragraph.traits.outline {
            Some(outline) => (outline < 9).then(|| (outline + 1).min(6)),
            None => self.parts.styles.heading(paragraph.style),
        };
        self.builder.paragraph(text, heading);
    }
}

impl Paragraph {
    fn take(&mut self, sprm: &Sprm) {
        match sprm.code {
            sprm::P_STYLE => self.style = sprm.u16(),
            sprm::P_IN_TABLE => self.in_table = sprm.is_on(),
            sprm::P_DEPTH => self.depth = Some(sprm.u32()),
            sprm::P_ROW_END => self.row_end = sprm.is_on(),
            sprm::P_INNER_ROW_END => self.inner_row_end = sprm.is_on(),
            sprm::P_INNER_CELL => self.inner_cell = sprm.is_on(),
            _ => {
                self.traits.take(sprm);
                row::take(&mut self.shape, sprm);
            }
        }
    }
}
