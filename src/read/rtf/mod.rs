//! RTF → document: text, cells and merges; headers, footers, notes and comments left out.

mod charset;
mod state;
mod tokens;

use std::collections::HashMap;
use std::rc::Rc;

use charset::Charsets;
use state::{Destination, Paragraph, State};
use tokens::{Token, Tokens};

use super::error::{ReadError, ReadErrorKind};
use super::limits;
use super::story::build::Builder;
use super::story::heading::{heading_name, outline_level};
use super::story::writer;
use crate::model::{Document, Kind};
use crate::text::setting::Setting;

/// Reads an RTF file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut reader = Reader::default();
    reader.state.fallback = 1;
    let mut limited = false;
    for token in Tokens::new(bytes) {
        if reader.groups.len() > limits::XML_DEPTH || reader.builder.is_full() {
            limited = true;
            break;
        }
        reader.token(token);
    }
    reader.flush();
    let truncated = !limited && !reader.groups.is_empty();
    if !reader.text.trim().is_empty() {
        reader.end_paragraph();
    }
    let items = reader.builder.finish();
    if items.is_empty() {
        return Err(ReadError::new(match truncated {
            true => ReadErrorKind::Damaged,
            false => ReadErrorKind::Empty,
        }));
    }
    Ok(writer::write(Kind::Rtf, items, truncated, limited))
}

/// Styles that are based on each other in a circle are followed this far.
const CHAIN: usize = 16;

/// What a paragraph style says.
#[derive(Default)]
struct Style {
    number: i32,
    based_on: Option<i32>,
    outline: Option<u32>,
    name: String,
}

#[derive(Default)]
struct Reader {
    charsets: Charsets,
    styles: HashMap<i32, Style>,
    style: Style,
    groups: Vec<State>,
    state: State,
    /// `\*`: what follows may be passed over by those who do not know it.
    optional: bool,
    /// Characters to pass over, as the one before them was known.
    skip: u32,
    /// Bytes that are not decoded yet.
    bytes: Vec<u8>,
    /// The first half of a character.
    high: Option<u16>,
    text: String,
    /// Struck text of a paragraph outside of tables: it counts only where there is no other.
    struck: String,
    /// How the text was set that was written last.
    set_before: Setting,
    /// A list's number for the paragraph at work.
    number: String,
    /// Paragraphs that are cut in two by a text box.
    around: Vec<(String, String)>,
    row: Rc<state::Row>,
    builder: Builder,
}

impl Reader {
    fn token(&mut self, token: Token) {
        match token {
            Token::Byte(byte) => {
                self.optional = false;
                match self.skip {
                    0 => self.bytes.push(byte),
                    _ => self.skip -= 1,
                }
            }
            Token::Open => {
                self.flush();
                self.skip = 0;
                let mut inner = self.state.clone();
                inner.is_box = false;
                self.groups.push(std::mem::replace(&mut self.state, inner));
            }
            Token::Close => {
                self.flush();
                self.skip = 0;
                self.close();
            }
            Token::Symbol(b'*') => self.optional = true,
            Token::Symbol(symbol) => match self.skip {
                0 => self.symbol(symbol),
                _ => self.skip -= 1,
            },
            Token::Control("u", number) => self.unicode(number.unwrap_or(0)),
            Token::Control("bin", _) => {}
            Token::Control(word, number) => {
                self.flush();
                self.skip = 0;
                let optional = std::mem::take(&mut self.optional);
                self.control(word, number, optional);
            }
        }
    }

    fn close(&mut self) {
        let inner = self.state.destination;
        let was_box = self.state.is_box;
        if inner == Destination::Styles && !self.style.name.is_empty() {
            let style = std::mem::take(&mut self.style);
            self.styles.insert(style.number, style);
        }
        if was_box {
            if !self.text.trim().is_empty() {
                self.end_paragraph();
            }
            self.builder.close_box();
            (self.text, self.number) = self.around.pop().unwrap_or_default();
        }
        if let Some(outer) = self.groups.pop() {
            self.state = outer;
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\\' | b'{' | b'}' => self.bytes.push(symbol),
            b'\r' | b'\n' => self.control("par", None, false),
            b'\t' => self.write("\t"),
            b'~' => self.write("\u{a0}"),
            b'_' => self.write("-"),
            _ => {}
        }
    }

    /// `\u-10179`: half a character, or one, and then its stand-in.
    fn unicode(&mut self, number: i32) {
        self.flush_bytes();
        self.optional = false;
        self.skip = self.state.fallback;
        let unit = number as u16;
        let high = self.high.take();
        match char::from_u32(u32::from(unit)) {
            Some(c) => self.write(c.encode_utf8(&mut [0; 4])),
            None => match high.map(|high| char::decode_utf16([high, unit]).next()) {
                Some(Some(Ok(c))) => self.write(c.encode_utf8(&mut [0; 4])),
                _ => self.high = Some(unit),
            },
        }
    }

    fn flush(&mut self) {
        self.flush_bytes();
        self.high = None;
    }

    fn flush_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let text = self.charsets.decode(&bytes, self.state.font);
            self.write(&text);
        }
    }

    fn is_shown(&self) -> bool {
        !self.state.hidden && !self.state.deleted
    }

    fn write(&mut self, text: &str) {
        let plain = |text: &str| text.replace(['\r', '\n'], "");
        match self.state.destination {
            Destination::Body if self.is_shown() => {
                let setting = self.state.setting;
                if setting.struck && self.state.paragraph.depth() == 0 {
                    self.struck.push_str(text);
                    return;
                }
                setting.add(self.set_before, &mut self.text, text);
                self.set_before = setting;
            }
            // A bullet may be a letter in a font of signs.
            Destination::Number if self.charsets.is_signs(self.state.font) => {}
            Destination::Number if self.is_shown() => self.number.push_str(text),
            Destination::Styles => self.style.name += plain(text).trim_end_matches(';'),
            _ => {}
        }
    }

    fn control(&mut self, word: &str, number: Option<i32>, optional: bool) {
        let value = number.unwrap_or(0);
        let on = number != Some(0);
        let state = &mut self.state;
        match word {
            "ansicpg" => self.charsets.page = value,
            "uc" => state.fallback = value.clamp(0, 16) as u32,
            "fcharset" if state.destination == Destination::Fonts => {
                self.charsets.font(state.font, value);
            }
            "f" => state.font = value,
            "plain" => {
                (state.hidden, state.deleted, state.font) = (false, false, 0);
                state.setting = Setting::default();
            }
            "super" => state.setting.raised = on,
            "nosupersub" | "sub" => state.setting.raised = false,
            "strike" | "striked" => state.setting.struck = on,
            "v" => state.hidden = on,
            "deleted" => state.deleted = on,
            "pard" => state.paragraph = Paragraph::default(),
            "s" => {
                state.paragraph.style = value;
                self.style.number = value;
            }
            "sbasedon" if state.destination == Destination::Styles => {
                self.style.based_on = number;
            }
            "outlinelevel" if state.destination == Destination::Styles => {
                self.style.outline = u32::try_from(value).ok();
            }
            "outlinelevel" => state.paragraph.outline = u32::try_from(value).ok(),
            "intbl" => state.paragraph.in_table = on,
            "itap" => state.paragraph.depth = u32::try_from(value).ok(),
            _ if state.destination == Destination::Skip => {}
            "trowd" | "trleft" | "clmgf" | "clmrg" | "clvmgf" | "clvmrg" | "cellx" => {
                // Given back first: a row that is shared would be copied for each of its cells.
                self.row = Rc::default();
                Rc::make_mut(&mut state.row).take(word, value);
                self.row = Rc::clone(&state.row);
            }
            _ => match destination(word, optional) {
                Some(Some(found)) => state.destination = found,
                Some(None) => self.container(word),
                None => self.content(word),
            },
        }
    }

    /// A destination whose text counts, or a picture.
    fn container(&mut self, word: &str) {
        match word {
            "pict" => {
                if self.state.destination == Destination::Body && self.is_shown() {
                    self.builder.picture();
                }
                self.state.destination = Destination::Skip;
            }
            "shptxt" | "dptxbxtext" if self.builder.open_box() => {
                let text = std::mem::take(&mut self.text);
                self.around.push((text, std::mem::take(&mut self.number)));
                self.state.is_box = true;
                self.state.paragraph = Paragraph::default();
            }
            _ => {}
        }
    }

    /// A control that is content by itself.
    fn content(&mut self, word: &str) {
        if self.state.destination != Destination::Body {
            return;
        }
        match word {
            // A mark that was deleted: the next paragraph goes on in this one.
            "par" if self.state.deleted => {}
            "par" => self.end_paragraph(),
            "sect" | "page" if self.text.trim().is_empty() => {}
            "sect" | "page" => self.end_paragraph(),
            "line" => self.write("\n"),
            "tab" => self.write("\t"),
            "emdash" => self.write("—"),
            "endash" => self.write("–"),
            "lquote" => self.write("‘"),
            "rquote" => self.write("’"),
            "ldblquote" => self.write("“"),
            "rdblquote" => self.write("”"),
            "bullet" => self.write("•"),
            "emspace" | "enspace" | "qmspace" => self.write(" "),
            "cell" => self.end_cell(1),
            "nestcell" => self.end_cell(self.state.paragraph.depth().max(2)),
            "row" => self.end_row(1),
            "nestrow" => self.end_row(self.state.paragraph.depth().max(2)),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        self.builder.depth(self.state.paragraph.depth());
        self.add_paragraph();
    }

    fn add_paragraph(&mut self) {
        let number = std::mem::take(&mut self.number);
        let number = number.trim();
        let mut text = std::mem::take(&mut self.text);
        let struck = std::mem::take(&mut self.struck);
        if text.trim().is_empty() {
            text = struck;
        }
        // A bullet is no number.
        if number.contains(char::is_alphanumeric) {
            let latin = number.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
            text.insert_str(0, &format!("{number}{}", if latin { " " } else { "" }));
        }
        let heading = self.heading();
        self.builder.paragraph(text, heading);
    }

    fn end_cell(&mut self, depth: usize) {
        self.builder.depth(depth);
        self.add_paragraph();
        self.builder.end_cell();
    }

    fn end_row(&mut self, depth: usize) {
        self.builder.depth(depth);
        let own = Rc::clone(&self.state.row);
        let row = if own.shape.cells.is_empty() {
            &self.row
        } else {
            &own
        };
        self.builder.end_row(&row.shape);
    }

    /// Level 1 to 6 by the paragraph's outline level, or by the level or the name of its style or of those that it is
    /// based on.
    fn heading(&self) -> Option<u8> {
        if let Some(outline) = self.state.paragraph.outline {
            return outline_level(outline);
        }
        let mut next = self.styles.get(&self.state.paragraph.style);
        for _ in 0..CHAIN {
            let style = next?;
            if let Some(outline) = style.outline {
                return outline_level(outline);
            }
            let named = heading_name(&style.name.to_lowercase());
            if named.is_some() {
                return named;
            }
            next = style.based_on.and_then(|number| self.styles.get(&number));
        }
        None
    }
}

/// What a destination's text is; inner `None` for one that needs a look of its own, `None` for no destination.
fn destination(word: &str, optional: bool) -> Option<Option<Destination>> {
    Some(match word {
        "shptxt" | "dptxbxtext" | "pict" => None,
        // Their text counts.
        "shppict" | "shpinst" | "do" | "nesttableprops" | "result" | "fldrslt" => {
            Some(Destination::Body)
        }
        "fonttbl" => Some(Destination::Fonts),
        "stylesheet" => Some(Destination::Styles),
        "listtext" | "pntext" => Some(Destination::Number),
        "sp" | "nonshppict" | "nonesttables" | "shprslt" | "fldinst" | "info" | "header"
        | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf"
        | "footnote" | "annotation" | "colortbl" | "filetbl" | "upr" | "xe" | "tc" | "objdata"
        | "objclass" | "pn" | "private" | "rxe" | "atnid" | "atnauthor" => Some(Destination::Skip),
        _ if optional => Some(Destination::Skip),
        _ => return None,
    })
}
