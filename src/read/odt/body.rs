//! `content.xml` → items. One pass over the elements with a stack of what is open; tracked deletions, notes, comments
//! and hidden text are passed over.

use std::ops::Range;

use super::super::limits;
use super::super::story::{Item, Words};
use super::super::xml::{Tag, Token, Tokens};
use super::lists::{Lists, OUTLINE};
use super::styles::Styles;
use super::table::{Rows, Spot};
use crate::text::setting::Setting;

/// Spaces that one element may stand for.
const SPACES: u32 = 200;

/// The content of the document.
pub struct Body {
    pub items: Vec<Item>,
    /// It is a text at all, not a drawing.
    pub found: bool,
    pub truncated: bool,
    pub limited: bool,
}

/// Reads the content.
pub fn read(xml: &str, styles: &Styles, lists: &mut Lists) -> Body {
    let mut reader = Reader {
        styles,
        lists,
        open: Vec::new(),
        stories: vec![Vec::new()],
        paragraphs: Vec::new(),
        tables: Vec::new(),
        levels: Vec::new(),
        found: false,
        setting: Setting::default(),
        set_before: Setting::default(),
        table_count: 0,
        paragraph_count: 0,
        cells: 0,
    };
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
    Body {
        items: reader.stories.pop().unwrap_or_default(),
        found: reader.found,
        truncated: tokens.broken,
        limited,
    }
}

/// What an open element means.
#[derive(Clone, Copy)]
enum Open {
    /// Nothing by itself; its content counts.
    Through,
    /// A span, with how the text was set before it.
    Span(Setting),
    /// Nothing inside counts.
    Skip,
    Paragraph,
    TextBox,
    Table,
    Row,
    /// With the byte at which its tag begins.
    Cell(Spot, usize),
    List,
    Item,
}

/// A paragraph at work.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// Struck text of a paragraph outside of tables: it counts only where there is no other.
    struck: String,
    /// White space that follows is one with what was written last.
    blank: bool,
    heading: Option<u8>,
    /// Text boxes and pictures anchored in it.
    after: Vec<Item>,
    range: Range<usize>,
}

/// A list at work.
struct Level {
    style: String,
    /// The item at work has not got its number yet.
    fresh: bool,
    start: Option<u32>,
}

struct Reader<'a> {
    styles: &'a Styles,
    lists: &'a mut Lists,
    open: Vec<Open>,
    stories: Vec<Vec<Item>>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Rows>,
    levels: Vec<Level>,
    /// The body has begun; what stands before it is no content.
    found: bool,
    /// How the text at work is set, and the text before it.
    setting: Setting,
    set_before: Setting,
    table_count: u32,
    paragraph_count: u32,
    cells: usize,
}

impl Reader<'_> {
    /// Opens an element whose tag begins at a byte of the XML.
    fn open(&mut self, tag: &Tag, at: usize) {
        let open = self.meaning(tag, at);
        match open {
            Open::Paragraph => self.open_paragraph(tag, at),
            Open::TextBox | Open::Cell(..) => self.stories.push(Vec::new()),
            Open::Table => {
                self.table_count += 1;
                let hidden = self.is_hidden(tag, "table");
                self.tables.push(Rows::new(self.table_count, hidden));
            }
            Open::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_row(tag.number("number-rows-repeated").unwrap_or(1), folded(tag));
                }
            }
            Open::List => self.open_list(tag),
            Open::Item => {
                if let Some(level) = self.levels.last_mut() {
                    level.fresh = tag.name() == "list-item";
                    level.start = tag.number("start-value");
                }
            }
            Open::Span(around) => {
                let style = tag.get("style-name").unwrap_or_default();
                self.setting = self.styles.setting(&style, around);
            }
            Open::Through => self.content(tag),
            Open::Skip => {}
        }
        self.open.push(open);
    }

    fn meaning(&self, tag: &Tag, at: usize) -> Open {
        if matches!(self.open.last(), Some(Open::Skip)) {
            return Open::Skip;
        }
        if !self.found {
            return Open::Through;
        }
        match tag.name() {
            "number" | "tracked-changes" | "note" | "annotation" | "ruby-text" | "forms"
            | "hidden-text" | "title" | "desc" | "event-listeners" => Open::Skip,
            name if name.ends_with("-source") => Open::Skip,
            "span" if self.is_hidden(tag, "text") => Open::Skip,
            "span" => Open::Span(self.setting),
            "section" if self.is_hidden(tag, "section") => Open::Skip,
            "p" | "h" if self.is_hidden(tag, "paragraph") => Open::Skip,
            "p" | "h" => Open::Paragraph,
            "text-box" | "custom-shape" | "rect" => Open::TextBox,
            "table" => Open::Table,
            "table-row" if !self.tables.is_empty() => Open::Row,
            "table-cell" | "covered-table-cell" if matches!(self.open.last(), Some(Open::Row)) => {
                Open::Cell(spot(tag), at)
            }
            "list" => Open::List,
            "list-item" | "list-header" if !self.levels.is_empty() => Open::Item,
            _ => Open::Through,
        }
    }

    fn is_hidden(&self, tag: &Tag, family: &str) -> bool {
        let style = tag.get("style-name");
        let said = tag.get("display").is_some_and(|display| display == "none");
        said || style.is_some_and(|style| self.styles.hides(family, &style))
    }

    fn open_paragraph(&mut self, tag: &Tag, at: usize) {
        let style = tag.get("style-name").unwrap_or_default();
        let outline = tag.number("outline-level").unwrap_or(1);
        let heading = match tag.name() {
            "h" => Some(outline.clamp(1, 6) as u8),
            _ => self.styles.is_title(&style).then_some(1),
        };
        let depth = self.levels.len();
        let number = match self.levels.last_mut() {
            Some(level) if level.fresh => {
                level.fresh = false;
                let start = level.start.take();
                self.lists.next(&level.style, depth - 1, start)
            }
            None if tag.name() == "h" && tag.get("is-list-header").as_deref() != Some("true") => {
                self.lists
                    .next(OUTLINE, outline.saturating_sub(1) as usize, None)
            }
            _ => None,
        };
        let mut text = number.unwrap_or_default();
        if text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.') {
            text.push(' ');
        }
        self.paragraphs.push(Paragraph {
            text,
            struck: String::new(),
            blank: true,
            heading,
            after: Vec::new(),
            range: at..at,
        });
    }

    fn open_list(&mut self, tag: &Tag) {
        let own = tag.get("style-name");
        let above = self.levels.last().map(|level| level.style.clone());
        let goes_on = tag.get("continue-list").is_some()
            || tag.get("continue-numbering").as_deref() == Some("true");
        let style = own.or(above.clone()).unwrap_or_default();
        if above.is_none() && !goes_on {
            self.lists.restart(&style);
        }
        self.levels.push(Level {
            style,
            fresh: false,
            start: None,
        });
    }

    /// An element that is content by itself.
    fn content(&mut self, tag: &Tag) {
        let repeat = |name: &str| tag.number(name).unwrap_or(1);
        match tag.name() {
            "text" if self.open.len() == 2 => self.found = true,
            _ if !self.found => {}
            "s" => {
                let spaces = tag.number("c").unwrap_or(1).min(SPACES);
                self.write(&" ".repeat(spaces as usize), false);
            }
            "tab" => self.write("\t", false),
            "line-break" => self.write("\n", true),
            "image" => self.anchor(vec![Item::Picture]),
            "table-column" => {
                if let Some(table) = self.tables.last_mut() {
                    table.column(repeat("number-columns-repeated"), folded(tag));
                }
            }
            _ => {}
        }
    }

    /// Closes an element whose end tag ends at a byte of the XML.
    fn close(&mut self, end: usize) {
        match self.open.pop() {
            Some(Open::Span(around)) => self.setting = around,
            Some(Open::Paragraph) => self.close_paragraph(end),
            Some(Open::TextBox) => {
                let items = self.stories.pop().unwrap_or_default();
                self.anchor(items);
            }
            Some(Open::Cell(spot, at)) => {
                let items = self.stories.pop().unwrap_or_default();
                self.cells += 1;
                if let Some(table) = self.tables.last_mut() {
                    table.cell(spot, at..end, items);
                }
            }
            Some(Open::Row) => {
                if let Some(table) = self.tables.last_mut() {
                    table.close_row();
                }
            }
            Some(Open::Table) => {
                if let Some(table) = self.tables.pop() {
                    self.push(Item::Table(Box::new(table.close())));
                }
            }
            Some(Open::List) => {
                self.levels.pop();
            }
            _ => {}
        }
    }

    /// White space in the XML is one space, and none at the start of a paragraph.
    fn text(&mut self, text: &str) {
        let setting = self.setting;
        let before = std::mem::replace(&mut self.set_before, setting);
        let in_cell = !self.tables.is_empty();
        let Some(paragraph) = self.paragraph() else {
            return;
        };
        if setting.struck && !in_cell {
            paragraph.struck.push_str(text);
            return;
        }
        for (number, c) in text.chars().enumerate() {
            let before = if number == 0 { before } else { setting };
            let blank = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !blank {
                setting.add(before, &mut paragraph.text, c.encode_utf8(&mut [0; 4]));
            } else if !paragraph.blank {
                paragraph.text.push(' ');
            }
            paragraph.blank = blank;
        }
    }

    fn write(&mut self, text: &str, blank: bool) {
        if let Some(paragraph) = self.paragraph() {
            paragraph.text.push_str(text);
            paragraph.blank = blank;
        }
    }

    /// The paragraph at work, when what comes now belongs to its text.
    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        let mut open = self.open.iter().rev();
        let inner = open.find(|open| !matches!(open, Open::Through | Open::Span(_)));
        match inner {
            Some(Open::Paragraph) => self.paragraphs.last_mut(),
            _ => None,
        }
    }

    fn close_paragraph(&mut self, end: usize) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        if self.tables.is_empty() {
            self.paragraph_count += 1;
        }
        let is_blank = paragraph.text.trim().is_empty();
        self.push(Item::Paragraph(Words {
            text: if is_blank {
                paragraph.struck
            } else {
                paragraph.text
            },
            heading: paragraph.heading,
            number: self.paragraph_count,
            range: paragraph.range.start..end,
        }));
        for item in paragraph.after {
            self.push(item);
        }
    }

    /// Adds to the story at work.
    fn push(&mut self, item: Item) {
        if let Some(story) = self.stories.last_mut() {
            story.push(item);
        }
    }

    /// Adds after the paragraph at work.
    fn anchor(&mut self, items: Vec<Item>) {
        match self.paragraphs.last_mut() {
            Some(paragraph) => paragraph.after.extend(items),
            None => items.into_iter().for_each(|item| self.push(item)),
        }
    }
}

/// The row or column is hidden.
fn folded(tag: &Tag) -> bool {
    tag.get("visibility")
        .is_some_and(|visibility| visibility != "visible")
}

fn spot(tag: &Tag) -> Spot {
    let number = |name: &str| tag.number(name).unwrap_or(1);
    Spot {
        rowspan: number("number-rows-spanned"),
        colspan: number("number-columns-spanned"),
        repeat: number("number-columns-repeated"),
        covered: tag.name() == "covered-table-cell",
    }
}
