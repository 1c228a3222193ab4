//! `document.xml` → items. One pass over the elements with a stack of what is open; deleted text, instructions of
//! fields and the second of two alternatives are passed over.

use std::ops::Range;

use super::super::limits;
use super::super::story::heading::outline_level;
use super::super::story::table::{Merge, RawCell, RawRow};
use super::super::story::{Inner, Item, Words};
use super::super::xml::{Tag, Token, Tokens};
use super::numbering::Numbering;
use super::styles::Styles;
use crate::text::setting::Setting;

/// The content of a document part.
pub struct Body {
    pub items: Vec<Item>,
    pub truncated: bool,
    pub limited: bool,
}

/// Reads the main part.
pub fn read(xml: &str, styles: &Styles, numbering: &mut Numbering) -> Body {
    let mut reader = Reader::new(styles, numbering);
    let mut tokens = Tokens::new(xml);
    let mut limited = false;
    while let Some(token) = tokens.next() {
        let at = tokens.span();
        match token {
            Token::Open(tag) => reader.open(&tag, at.start),
            Token::Close => reader.close(at.end),
            Token::Text(text) => reader.text(&text),
        }
        if reader.open.len() > limits::XML_DEPTH || reader.cells > limits::CELLS {
            limited = true;
            break;
        }
    }
    while !reader.open.is_empty() {
        reader.close(xml.len());
    }
    reader.flush_carried();
    let items = reader.stories.pop().unwrap_or_default();
    Body {
        items,
        truncated: tokens.broken,
        limited,
    }
}

/// What an open element means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Nothing by itself; its content counts.
    Through,
    /// Nothing inside counts.
    Skip,
    /// Two or more ways to say one thing; how much had been produced before the first.
    Alternatives(usize),
    Paragraph,
    Run,
    Text,
    TextBox,
    Table,
    Row,
    Cell,
    Properties(Of),
}

/// Whose properties they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Paragraph,
    /// The paragraph mark, inside the properties of the paragraph.
    Mark,
    Run,
    Row,
    Cell,
}

/// A paragraph at work.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// Struck text of a paragraph outside of tables: it counts only where there is no other.
    struck: String,
    style: Option<String>,
    list: Option<String>,
    list_level: Option<usize>,
    outline: Option<u32>,
    /// The paragraph mark is deleted: the next paragraph goes on in this one.
    mark_deleted: bool,
    /// Text boxes and pictures anchored in it.
    after: Vec<Item>,
    range: Range<usize>,
}

struct Reader<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    open: Vec<Open>,
    stories: Vec<Vec<Item>>,
    paragraphs: Vec<Paragraph>,
    /// Rows of the tables at work, with the number of each table.
    tables: Vec<(u32, Vec<RawRow>)>,
    /// A paragraph whose mark is deleted.
    carried: Option<Paragraph>,
    /// For each open field, whether its result has begun.
    fields: Vec<bool>,
    /// The run at work is hidden text.
    vanished: bool,
    /// How the run at work is set, and the one before it.
    setting: Setting,
    set_before: Setting,
    table_count: u32,
    paragraph_count: u32,
    cells: usize,
    /// Grows with everything that is read.
    produced: usize,
}

impl<'a> Reader<'a> {
    fn new(styles: &'a Styles, numbering: &'a mut Numbering) -> Self {
        Reader {
            styles,
            numbering,
            open: Vec::new(),
            stories: vec![Vec::new()],
            paragraphs: Vec::new(),
            tables: Vec::new(),
            carried: None,
            fields: Vec::new(),
            vanished: false,
            setting: Setting::default(),
            set_before: Setting::default(),
            table_count: 0,
            paragraph_count: 0,
            cells: 0,
            produced: 0,
        }
    }

    /// Opens an element whose tag begins at a byte of the XML.
    fn open(&mut self, tag: &Tag, at: usize) {
        let parent = self.open.last().copied().unwrap_or(Open::Through);
        let open = self.meaning(tag.name(), parent);
        match open {
            Open::Paragraph => {
                let carried = self.carried.take().unwrap_or_default();
                self.paragraphs.push(Paragraph {
                    text: carried.text,
                    after: carried.after,
                    range: at..at,
                    ..Paragraph::default()
                });
            }
            Open::TextBox => self.stories.push(Vec::new()),
            Open::Table => {
                self.flush_carried();
                self.table_count += 1;
                self.tables.push((self.table_count, Vec::new()));
            }
            Open::Row => self.open_row(),
            Open::Cell => self.open_cell(at),
            Open::Properties(of) if parent == open || of == Of::Mark => self.property(tag, of),
            Open::Through => self.content(tag),
            _ => {}
        }
        self.open.push(open);
    }

    /// What an element means below its parent.
    fn meaning(&self, name: &str, parent: Open) -> Open {
        if parent == Open::Skip || name.ends_with("Change") {
            return Open::Skip;
        }
        match (parent, name) {
            (Open::Properties(Of::Paragraph), "rPr") => Open::Properties(Of::Mark),
            (Open::Properties(_), _) => parent,
            // The first way that says anything is the one that counts.
            (Open::Alternatives(before), _) if before == self.produced => Open::Through,
            (Open::Alternatives(_), _) => Open::Skip,
            (Open::Run, "rPr") => Open::Properties(Of::Run),
            (_, "t") if self.in_run() => Open::Text,
            (Open::Cell, "tcPr") => Open::Properties(Of::Cell),
            (Open::Row, "trPr") => Open::Properties(Of::Row),
            (_, "pPr") => Open::Properties(Of::Paragraph),
            (_, "AlternateContent") => Open::Alternatives(self.produced),
            (_, "p") => Open::Paragraph,
            (_, "r") => Open::Run,
            (_, "txbxContent") => Open::TextBox,
            (_, "tbl") => Open::Table,
            (_, "tr") if !self.tables.is_empty() => Open::Row,
            (_, "tc") if self.tables.last().is_some_and(|(_, rows)| !rows.is_empty()) => Open::Cell,
            // Deleted text, instructions of fields, settings, the reading aid of ruby text.
            (
                _,
                "del" | "moveFrom" | "instrText" | "delText" | "delInstrText" | "rt" | "ffData",
            ) => Open::Skip,
            (_, "sdtPr" | "sectPr" | "tblPr" | "tblGrid" | "tblPrEx") => Open::Skip,
            _ => Open::Through,
        }
    }

    /// Closes an element whose end tag ends at a byte of the XML.
    fn close(&mut self, end: usize) {
        match self.open.pop() {
            Some(Open::Paragraph) => self.close_paragraph(end),
            Some(Open::Run) => {
                self.vanished = false;
                self.setting = Setting::default();
            }
            Some(Open::TextBox) => {
                self.flush_carried();
                let items = self.stories.pop().unwrap_or_default();
                self.anchor(items);
            }
            Some(Open::Cell) => {
                self.flush_carried();
                let items = self.stories.pop().unwrap_or_default();
                if let Some(cell) = self.row().and_then(|row| row.cells.last_mut()) {
                    cell.items = items;
                    cell.range.end = end;
                }
            }
            Some(Open::Table) => {
                if let Some((number, rows)) = self.tables.pop() {
                    self.push(Item::Table(Box::new(Inner::new(number, rows))));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.open.last() == Some(&Open::Text) {
            self.write(text);
        }
    }

    /// Adds to the paragraph, unless a field's instruction or a hidden run is at work.
    fn write(&mut self, text: &str) {
        let shown = !self.vanished && self.fields.iter().all(|&result| result);
        let in_cell = !self.tables.is_empty();
        if let (true, Some(paragraph)) = (shown, self.paragraphs.last_mut()) {
            if self.setting.struck && !in_cell {
                paragraph.struck.push_str(text);
                return;
            }
            self.setting.add(self.set_before, &mut paragraph.text, text);
            self.set_before = self.setting;
            self.produced += 1;
        }
    }

    /// The innermost element that is not passed through is a run.
    fn in_run(&self) -> bool {
        let inner = self
            .open
            .iter()
            .rev()
            .find(|open| !matches!(open, Open::Through | Open::Alternatives(_)));
        inner == Some(&Open::Run)
    }

    /// An element that is content by itself.
    fn content(&mut self, tag: &Tag) {
        match tag.name() {
            "tab" | "ptab" if self.in_run() => self.write("\t"),
            "br" | "cr" if self.in_run() => self.write("\n"),
            // A mark of one's own follows.
            "footnoteReference" | "endnoteReference" => self.setting.raised = true,
            "noBreakHyphen" => self.write("-"),
            "sym" => {
                let code = tag
                    .get("char")
                    .and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(symbol) = code.and_then(char::from_u32) {
                    self.write(symbol.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match tag.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(result) = self.fields.last_mut() {
                        *result = true;
                    }
                }
                _ => {
                    self.fields.pop();
                }
            },
            "blip" | "imagedata" => self.anchor(vec![Item::Picture]),
            _ => {}
        }
    }

    fn property(&mut self, tag: &Tag, of: Of) {
        let name = tag.name();
        match of {
            Of::Run => match name {
                "vanish" => self.vanished = tag.is_on(),
                "strike" | "dstrike" => self.setting.struck |= tag.is_on(),
                "vertAlign" => {
                    self.setting.raised = tag.get("val").as_deref() == Some("superscript");
                }
                _ => {}
            },
            Of::Paragraph | Of::Mark => {
                let Some(paragraph) = self.paragraphs.last_mut() else {
                    return;
                };
                match (of, name) {
                    (Of::Mark, "del" | "moveFrom") => paragraph.mark_deleted = true,
                    (Of::Mark, _) => {}
                    (_, "pStyle") => paragraph.style = tag.get("val"),
                    (_, "numId") => paragraph.list = tag.get("val"),
                    (_, "ilvl") => paragraph.list_level = tag.number("val").map(|n| n as usize),
                    (_, "outlineLvl") => paragraph.outline = tag.number("val"),
                    _ => {}
                }
            }
            Of::Row => {
                if let Some(row) = self.row() {
                    match name {
                        "gridBefore" => row.before = tag.number("val").unwrap_or(0),
                        "del" => row.deleted = true,
                        _ => {}
                    }
                }
            }
            Of::Cell => {
                if let Some(cell) = self.row().and_then(|row| row.cells.last_mut()) {
                    let goes_on = tag.get("val").as_deref() != Some("restart");
                    match name {
                        "gridSpan" => cell.span = tag.number("val").unwrap_or(1),
                        "vMerge" => {
                            cell.merge = if goes_on {
                                Merge::Continue
                            } else {
                                Merge::Restart
                            }
                        }
                        "hMerge" => cell.joins_left = goes_on,
                        _ => {}
                    }
                }
            }
        }
    }

    fn row(&mut self) -> Option<&mut RawRow> {
        self.tables.last_mut()?.1.last_mut()
    }

    fn open_row(&mut self) {
        if let Some((_, rows)) = self.tables.last_mut() {
            let number = rows.len() as u32 + 1;
            rows.push(RawRow {
                number,
                ..RawRow::default()
            });
        }
    }

    fn open_cell(&mut self, at: usize) {
        self.cells += 1;
        self.stories.push(Vec::new());
        if let Some(row) = self.row() {
            let number = row.cells.len() as u32 + 1;
            row.cells.push(RawCell {
                span: 1,
                number,
                range: at..at,
                ..RawCell::default()
            });
        }
    }

    fn close_paragraph(&mut self, end: usize) {
        // A field that never came to its result must not swallow the rest of the document.
        self.fields.retain(|&result| result);
        let Some(mut paragraph) = self.paragraphs.pop() else {
            return;
        };
        paragraph.range.end = end;
        if paragraph.mark_deleted {
            self.carried = Some(paragraph);
        } else {
            self.finish(paragraph);
        }
    }

    fn flush_carried(&mut self) {
        if let Some(paragraph) = self.carried.take() {
            self.finish(paragraph);
        }
    }

    /// Puts a paragraph into the story, with its number and heading level, and what is anchored in it after it.
    fn finish(&mut self, paragraph: Paragraph) {
        if self.tables.is_empty() {
            self.paragraph_count += 1;
        }
        let style = paragraph.style.as_deref().unwrap_or("");
        let styled = self.styles.list(style);
        let level = paragraph
            .list_level
            .or(styled.as_ref().map(|(_, level)| *level))
            .unwrap_or(0);
        let list = paragraph
            .list
            .or(styled.map(|(list, _)| list))
            .filter(|list| list != "0");
        let mut text = paragraph.text;
        if text.trim().is_empty() {
            text = paragraph.struck;
        }
        // A paragraph that was deleted as a whole is not counted.
        let gone = paragraph.mark_deleted && text.is_empty();
        if let Some(number) = list
            .filter(|_| !gone)
            .and_then(|list| self.numbering.next(&list, level, self.styles))
        {
            let space = if number.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.') {
                " "
            } else {
                ""
            };
            text.insert_str(0, &format!("{number}{space}"));
        }
        let heading = match paragraph.outline {
            Some(outline) => outline_level(outline),
            None => self.styles.heading(style),
        };
        self.push(Item::Paragraph(Words {
            text,
            heading,
            number: self.paragraph_count,
            range: paragraph.range,
        }));
        for item in paragraph.after {
            self.push(item);
        }
    }

    /// Adds to the story at work.
    fn push(&mut self, item: Item) {
        self.produced += 1;
        if let Some(story) = self.stories.last_mut() {
            story.push(item);
        }
    }

    /// Adds after the paragraph at work.
    fn anchor(&mut self, items: Vec<Item>) {
        self.produced += items.len();
        match self.paragraphs.last_mut() {
            Some(paragraph) => paragraph.after.extend(items),
            None => items.into_iter().for_each(|item| self.push(item)),
        }
    }
}
