//! The tree as blocks: paragraphs and pictures in order, data tables as grids, layout tables as what they hold.

use std::ops::Range;

use super::super::{limits, nesting};
use super::grid::{self, Layout, Slot};
use super::line::{Line, text_of};
use super::sink::Parsed;
use super::tag::Tag;
use super::tree::{Data, NodeId, ROOT, Step, Tree};
use crate::model::{
    Block, Cell, Document, Grid, Paragraph, Place, PlaceId, Shape, Trouble, TroubleKind,
};
use crate::text::setting;

/// Fills the document. `base` is where the parsed markup starts in the source.
pub fn read(parsed: &Parsed, base: usize, keeps_lines: bool, document: &mut Document) {
    let mut reader = Reader {
        tree: &parsed.tree,
        base,
        document,
        line: Line::default(),
        range: None,
        heading: None,
        hidden: 0,
        raised: 0,
        struck: 0,
        struck_line: Line::default(),
        pre: usize::from(keeps_lines),
        marked: keeps_lines,
        table_depth: 0,
        cells: 0,
    };
    reader.walk(ROOT);
    reader.end_line();
    if parsed.limited {
        reader.trouble(TroubleKind::LimitReached, PlaceId(0));
    }
}

struct Reader<'a> {
    tree: &'a Tree,
    base: usize,
    document: &'a mut Document,
    line: Line,
    /// Source range of the line at work.
    range: Option<Range<u32>>,
    heading: Option<u8>,
    /// Hidden elements around.
    hidden: usize,
    /// Raised elements around.
    raised: usize,
    /// Struck elements around, and their text: it counts only where the line has no other.
    struck: usize,
    struck_line: Line,
    /// Elements around that keep line breaks.
    pre: usize,
    /// Lines may carry the marks of Markdown.
    marked: bool,
    table_depth: usize,
    cells: usize,
}

impl Reader<'_> {
    fn walk(&mut self, root: NodeId) {
        let tree = self.tree;
        tree.walk(root, |step| match step {
            Step::Enter(id) => self.enter(id),
            Step::Leave(id) => {
                self.leave(id);
                true
            }
        });
    }

    /// Takes a node in; says whether its children are to be walked.
    fn enter(&mut self, id: NodeId) -> bool {
        let Some(node) = self.tree.get(id) else {
            return false;
        };
        let element = match &node.data {
            Data::Document => return true,
            Data::Text(text) => {
                self.text(text, node.source.clone());
                return false;
            }
            Data::Element(element) => element,
        };
        self.hidden += usize::from(element.hidden);
        self.pre += usize::from(element.pre);
        match element.tag {
            Tag::Inline => {}
            Tag::Raised => self.raised += 1,
            Tag::Struck => self.struck += 1,
            Tag::Skip => return false,
            Tag::Picture => {
                if self.hidden == 0 {
                    self.end_line();
                    let place = self.place(&node.source, 0, 0, 0);
                    self.document.blocks.push(Block::Picture(place));
                }
            }
            Tag::Heading(level) => {
                self.end_line();
                self.heading = Some(level);
            }
            Tag::Table => {
                self.end_line();
                if self.table_depth < limits::TABLE_DEPTH {
                    self.table(id);
                    return false;
                }
            }
            _ => self.end_line(),
        }
        true
    }

    fn leave(&mut self, id: NodeId) {
        let Some(element) = self.tree.element(id) else {
            return;
        };
        self.hidden -= usize::from(element.hidden);
        self.pre -= usize::from(element.pre);
        match element.tag {
            Tag::Raised => self.raised -= 1,
            Tag::Struck => self.struck -= 1,
            Tag::Inline | Tag::Skip | Tag::Picture => {}
            Tag::Heading(_) => {
                self.end_line();
                self.heading = None;
            }
            _ => self.end_line(),
        }
    }

    fn text(&mut self, text: &str, source: Range<u32>) {
        if self.hidden > 0 {
            return;
        }
        let raised: String;
        let text = match self.raised {
            0 => text,
            _ => {
                raised = text.chars().map(setting::raised).collect();
                &raised
            }
        };
        let range = self.range.get_or_insert_with(|| source.clone());
        range.start = range.start.min(source.start);
        range.end = range.end.max(source.end);
        if self.struck > 0 {
            self.struck_line.push(text);
            return;
        }
        if self.pre == 0 {
            self.line.push(text);
            return;
        }
        for (index, part) in text.split(['\n', '\r']).enumerate() {
            if index > 0 {
                self.end_line();
                self.range = Some(source.clone());
            }
            for (index, part) in part.split('\t').enumerate() {
                if index > 0 {
                    self.line.push_raw('\t');
                }
                self.line.push(part);
            }
        }
    }

    /// Ends the line at work; a line with text is a paragraph.
    fn end_line(&mut self) {
        let range = self.range.take();
        let text = match self.line.content() {
            "" => self.struck_line.content(),
            text => text,
        };
        if !text.is_empty() {
            if self.document.blocks.len() < limits::BLOCKS {
                let (text, level) = if self.marked {
                    super::super::text::heading(text)
                } else {
                    (text, None)
                };
                let text = text.to_owned();
                let place = self.place(&range.unwrap_or(0..0), 0, 0, 0);
                let heading = self.heading.or(level);
                self.document.blocks.push(Block::Paragraph(Paragraph {
                    text,
                    place,
                    heading,
                }));
            } else {
                self.trouble(TroubleKind::LimitReached, PlaceId(0));
            }
        }
        self.line.clear();
        self.struck_line.clear();
    }

    /// A table: its content when it only lays out the page, else a grid.
    fn table(&mut self, id: NodeId) {
        self.table_depth += 1;
        let layout = grid::layout(self.tree, id);
        for &caption in &layout.captions {
            self.walk(caption);
            self.end_line();
        }
        if is_layout(self.tree, &layout) {
            for slot in &layout.slots {
                self.walk(slot.node);
                self.end_line();
            }
        } else if !layout.slots.is_empty() {
            self.grid(id, &layout);
        }
        self.table_depth -= 1;
    }

    fn grid(&mut self, id: NodeId, layout: &Layout) {
        let number = self
            .tree
            .tables
            .binary_search(&id)
            .map_or(0, |index| index as u32 + 1);
        let source = self.tree.get(id).map_or(0..0, |node| node.source.clone());
        let place = self.place(&source, number, 0, 0);
        let mut hidden = self.hidden > 0;
        let mut cells = Vec::with_capacity(layout.slots.len());
        for slot in &layout.slots {
            if self.cells >= limits::CELLS {
                self.trouble(TroubleKind::LimitReached, place);
                break;
            }
            self.cells += 1;
            cells.push(self.cell(slot, number, hidden));
        }
        self.document.blocks.push(Block::Grid(Grid {
            shape: Shape::Ruled,
            cells,
            place,
        }));
        hidden |= layout
            .hidden
            .iter()
            .any(|&node| !text_of(self.tree, node).is_empty());
        for (kind, present) in [
            (TroubleKind::Hidden, hidden),
            (TroubleKind::SpansCut, layout.cut),
            (TroubleKind::LimitReached, layout.limited),
        ] {
            if present {
                self.trouble(kind, place);
            }
        }
        // What a nested table holds is also in its cell's text; as a grid of its own it is not lost.
        for slot in layout.slots.iter().filter(|slot| nests(self.tree, slot)) {
            self.nested(slot.node);
        }
    }

    fn cell(&mut self, slot: &Slot, table: u32, hidden: bool) -> Cell {
        let source = self
            .tree
            .get(slot.node)
            .map_or(0..0, |node| node.source.clone());
        let (row, column, rowspan, colspan) = (slot.row, slot.column, slot.rowspan, slot.colspan);
        let host_id = self
            .tree
            .element(slot.node)
            .and_then(|e| e.host_id.as_ref());
        let place = match host_id {
            Some(id) => self.document.keep(Place::Host { id: id.to_string() }),
            None => self.place(&source, table, row + 1, column + 1),
        };
        Cell {
            row,
            column,
            rowspan,
            colspan,
            text: text_of(self.tree, slot.node),
            place,
            hidden,
        }
    }

    /// The tables inside a cell of a data table.
    fn nested(&mut self, cell: NodeId) {
        let mut found = Vec::new();
        let tree = self.tree;
        tree.walk(cell, |step| match step {
            Step::Enter(id) if tree.tag(id) == Some(Tag::Table) => {
                found.push(id);
                false
            }
            _ => true,
        });
        for table in found {
            if self.table_depth < limits::TABLE_DEPTH && grid::layout(tree, table).slots.len() > 1 {
                self.table(table);
            }
        }
    }

    fn place(&mut self, source: &Range<u32>, table: u32, row: u32, column: u32) -> PlaceId {
        let range =
            self.base + source.start as usize..self.base + source.end.max(source.start) as usize;
        self.document.keep(Place::Html {
            range,
            table,
            row,
            column,
        })
    }

    fn trouble(&mut self, kind: TroubleKind, place: PlaceId) {
        let trouble = Trouble { kind, place };
        if !self.document.troubles.contains(&trouble) {
            self.document.troubles.push(trouble);
        }
    }
}

fn nests(tree: &Tree, slot: &Slot) -> bool {
    tree.element(slot.node).is_some_and(|element| element.nests)
}

/// A table lays out the page when it is one box of several lines, or by what is inside.
fn is_layout(tree: &Tree, layout: &Layout) -> bool {
    if let [only] = layout.slots.as_slice() {
        let lines = text_of(tree, only.node).lines().count();
        return lines > 1 || nests(tree, only);
    }
    let mut inner = 0;
    for slot in layout.slots.iter().filter(|slot| nests(tree, slot)) {
        tree.walk(slot.node, |step| {
            if let Step::Enter(id) = step {
                inner += usize::from(tree.tag(id) == Some(Tag::Cell));
            }
            true
        });
    }
    // Most tables hold no other: what their cells say is not read twice.
    if inner == 0 {
        return false;
    }
    let plain = layout.slots.iter().filter(|slot| !nests(tree, slot));
    let own = plain
        .filter(|slot| !text_of(tree, slot.node).is_empty())
        .count();
    nesting::is_layout(own, inner)
}
