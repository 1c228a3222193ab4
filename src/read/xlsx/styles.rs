//! `styles.xml`: for each style of cells the format of its numbers.

use super::super::limits;
use super::super::workbook::Format;
use super::super::xml::{Token, Tokens};

/// No format that a file may leave unsaid has a larger number.
const LAST_BUILT_IN: u32 = 58;

/// Formats by the index that cells name.
pub struct Styles {
    formats: Vec<Format>,
    /// For each style an index into the formats.
    styles: Vec<usize>,
}

impl Styles {
    /// Reads the part of the styles.
    pub fn read(xml: &str) -> Self {
        let mut ids: Vec<u32> = Vec::new();
        let mut found = Styles {
            formats: Vec::new(),
            styles: Vec::new(),
        };
        let (mut depth, mut cells) = (0_usize, None);
        for token in Tokens::new(xml) {
            let Token::Open(tag) = token else {
                if matches!(token, Token::Close) {
                    cells = cells.filter(|opened| *opened != depth);
                    depth = depth.saturating_sub(1);
                }
                continue;
            };
            depth += 1;
            let id = tag.number("numFmtId").unwrap_or(0);
            match tag.name() {
                "cellXfs" => cells = Some(depth),
                "numFmt" if ids.len() < limits::NUMBER_FORMATS => {
                    ids.push(id);
                    let code = tag.get("formatCode").unwrap_or_default();
                    found.formats.push(Format::parse(&code));
                }
                "xf" if cells.is_some() && found.styles.len() < limits::STYLES => {
                    let listed = ids.iter().position(|known| *known == id);
                    let id = if id <= LAST_BUILT_IN { id } else { 0 };
                    let known = listed.or_else(|| ids.iter().position(|known| *known == id));
                    let at = known.unwrap_or_else(|| {
                        ids.push(id);
                        found.formats.push(Format::built_in(id));
                        ids.len() - 1
                    });
                    found.styles.push(at);
                }
                _ => {}
            }
        }
        found
    }

    /// The format of a style, if there is one of that index.
    pub fn format(&self, style: u32) -> Option<&Format> {
        self.formats.get(*self.styles.get(style as usize)?)
    }
}
