//! The cells of a sheet: which element each is, and how a figure or a style is written into it.

use std::collections::BTreeMap;

use super::super::Refusal;
use super::super::edits::{Edits, escape};
use super::super::mend::Left;
use super::super::tag;
use super::super::tree::Tree;
use super::{Spot, reference};
use crate::read::xlsx::position;

/// What is done to a cell.
#[derive(Default)]
pub struct Change {
    pub figure: Option<String>,
    pub style: Option<u32>,
}

pub struct Cells<'a> {
    tree: &'a Tree<'a>,
    data: Option<usize>,
    /// The elements of the rows by their numbers, and of the cells.
    rows: BTreeMap<u32, usize>,
    cells: BTreeMap<Spot, usize>,
    /// Every row and cell says itself which it is: others can be put between them.
    named: bool,
    /// Cells that a formula of another fills: first and last.
    filled: Vec<(Spot, Spot)>,
    formulas: bool,
}

impl<'a> Cells<'a> {
    /// Counts rows and cells as the reader does; of two in one place the first counts.
    pub fn of(tree: &'a Tree<'a>) -> Self {
        let data = tree.child(0, "sheetData");
        let mut found = Cells {
            tree,
            data,
            rows: BTreeMap::new(),
            cells: BTreeMap::new(),
            named: true,
            filled: Vec::new(),
            formulas: false,
        };
        let mut row = 0;
        for at in data.into_iter().flat_map(|data| tree.children(data)) {
            if tree.local(at) != "row" {
                continue;
            }
            let own = tree.attribute(at, "r").and_then(|r| r.trim().parse().ok());
            found.named &= own.is_some();
            row = own.unwrap_or(u32::saturating_add(row, 1));
            found.rows.entry(row).or_insert(at);
            found.row(at, row);
        }
        found
    }

    fn row(&mut self, row: usize, number: u32) {
        let tree = self.tree;
        let mut last: Spot = (number, 0);
        for at in tree.children(row).filter(|&at| tree.local(at) == "c") {
            let own = tree.attribute(at, "r").and_then(|at| position(&at));
            self.named &= own.is_some();
            let next = (last.0, last.1.saturating_add(1));
            last = own.map_or(next, |(row, column)| (row + 1, column + 1));
            self.cells.entry(last).or_insert(at);
            if let Some(formula) = tree.child(at, "f") {
                self.formulas = true;
                let area = tree.attribute(formula, "ref").unwrap_or_default();
                let (first, end) = area.split_once(':').unwrap_or((&area, &area));
                if let (Some(first), Some(end)) = (position(first), position(end)) {
                    let counted = |(row, column): Spot| (row + 1, column + 1);
                    self.filled.push((counted(first), counted(end)));
                }
            }
        }
    }

    pub fn has_formulas(&self) -> bool {
        self.formulas
    }

    /// Whether a figure may be written there.
    pub fn takes(&self, spot: Spot) -> Result<(), Left> {
        let within = |(first, last): &(Spot, Spot)| {
            (first.0..=last.0).contains(&spot.0) && (first.1..=last.1).contains(&spot.1)
        };
        if self.filled.iter().any(within) {
            return Err(Left::Formula);
        }
        match self.cells.get(&spot) {
            Some(&cell) if self.tree.child(cell, "f").is_some() => Err(Left::Formula),
            Some(_) => Ok(()),
            None if self.named && self.data.is_some() => Ok(()),
            None => Err(Left::NoCell),
        }
    }

    /// The style of a cell: its own, or for one that is not in the file that of its row or column.
    pub fn style(&self, spot: Spot) -> u32 {
        let tree = self.tree;
        let number = |at: usize, name: &str| tree.attribute(at, name)?.trim().parse::<u32>().ok();
        if let Some(&cell) = self.cells.get(&spot) {
            return number(cell, "s").unwrap_or(0);
        }
        let row = self.rows.get(&spot.0).copied();
        if let Some(style) = row.and_then(|row| number(row, "s")) {
            return style;
        }
        let columns = tree.child(0, "cols").into_iter();
        let mut columns = columns.flat_map(|at| tree.children(at));
        let own = columns.find(|&at| {
            let (first, last) = (number(at, "min"), number(at, "max"));
            first.is_some_and(|first| first <= spot.1) && last.is_some_and(|last| spot.1 <= last)
        });
        own.and_then(|at| number(at, "style")).unwrap_or(0)
    }

    /// Writes all changes; cells and rows that are not in the file are put between those that are.
    pub fn write(
        &self,
        edits: &mut Edits,
        changes: &BTreeMap<Spot, Change>,
    ) -> Result<(), Refusal> {
        let mut rows = BTreeMap::<u32, String>::new();
        for (spot, change) in changes {
            if let Some(&cell) = self.cells.get(spot) {
                self.rewrite(edits, cell, change);
                continue;
            }
            if !self.named {
                continue;
            }
            let text = self.new_cell(*spot, change);
            match self.rows.get(&spot.0) {
                Some(&row) => self.put(edits, row, *spot, text),
                None => rows.entry(spot.0).or_default().push_str(&text),
            }
        }
        let data = self.data.ok_or(Refusal::Unsure)?;
        for (number, cells) in rows {
            let p = self.tree.prefix(data);
            let row = format!("<{p}row r=\"{number}\">{cells}</{p}row>");
            let next = self.rows.range(number + 1..).next();
            match next.and_then(|(_, &row)| self.tree.get(row)) {
                Some(next) => edits.insert(next.outer.start, row),
                None => edits.last(self.tree, data, row),
            }
        }
        Ok(())
    }

    fn put(&self, edits: &mut Edits, row: usize, spot: Spot, text: String) {
        let behind = (spot.0, spot.1 + 1)..(spot.0 + 1, 0);
        let next = self.cells.range(behind).next();
        match next.and_then(|(_, &cell)| self.tree.get(cell)) {
            Some(next) => edits.insert(next.outer.start, text),
            None => edits.last(self.tree, row, text),
        }
    }

    fn new_cell(&self, spot: Spot, change: &Change) -> String {
        let p = self.data.map_or("", |data| self.tree.prefix(data));
        let style = change.style.unwrap_or_else(|| self.style(spot));
        let tag = format!("<{p}c r=\"{}\" s=\"{style}\">", reference(spot));
        self.cell(p, tag, None, change, "")
    }

    fn rewrite(&self, edits: &mut Edits, cell: usize, change: &Change) {
        let tree = self.tree;
        let Some(found) = tree.get(cell) else { return };
        let mut tag = tree.xml.get(found.tag.clone()).unwrap_or("").to_owned();
        if tag.ends_with("/>") {
            tag.truncate(tag.len() - 2);
            tag = tag.trim_end().to_owned() + ">";
        }
        if let Some(style) = change.style {
            tag = tag::with(&tag, "s", Some(&style.to_string()));
        }
        let inner = tree.xml.get(found.inner.clone()).unwrap_or("");
        let kind = tree.attribute(cell, "t");
        let text = self.cell(tree.prefix(cell), tag, kind, change, inner);
        edits.replace(found.outer.clone(), text);
    }

    /// A cell with a figure: a number, or a text where the cell held one or the figure is none.
    fn cell(
        &self,
        p: &str,
        tag: String,
        kind: Option<String>,
        change: &Change,
        inner: &str,
    ) -> String {
        let (tag, inner) = match &change.figure {
            None => (tag, inner.to_owned()),
            Some(figure) => {
                let was_text = matches!(kind.as_deref(), Some("s" | "str" | "inlineStr"));
                let number = figure.bytes().all(|b| b.is_ascii_digit() || b == b'.');
                let number = number && figure.parse::<f64>().is_ok();
                match number && !was_text {
                    true => (tag::with(&tag, "t", None), format!("<{p}v>{figure}</{p}v>")),
                    false => {
                        let figure = escape(figure);
                        let text = format!("<{p}is><{p}t>{figure}</{p}t></{p}is>");
                        (tag::with(&tag, "t", Some("inlineStr")), text)
                    }
                }
            }
        };
        match inner.is_empty() {
            true => format!("{}/>", tag.trim_end_matches('>')),
            false => format!("{tag}{inner}</{p}c>"),
        }
    }
}
