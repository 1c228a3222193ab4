//! What a group of an RTF file inherits and changes: where its text goes, in which charset it is written, and the
//! paragraph and row at work.

use std::rc::Rc;

use super::super::story::edges::{Shape, ShapeCell};
use super::super::story::table::Merge;
use crate::text::setting::Setting;

/// Where text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Destination {
    #[default]
    Body,
    /// Nowhere.
    Skip,
    Fonts,
    Styles,
    /// The number of a list's paragraph.
    Number,
}

#[derive(Clone, Default)]
pub struct State {
    pub destination: Destination,
    /// How many characters stand in for one that older readers do not know.
    pub fallback: u32,
    pub font: i32,
    pub hidden: bool,
    pub deleted: bool,
    pub setting: Setting,
    /// A drawn object's text box began with this group.
    pub is_box: bool,
    pub paragraph: Paragraph,
    pub row: Rc<Row>,
}

#[derive(Clone, Copy, Default)]
pub struct Paragraph {
    pub style: i32,
    pub outline: Option<u32>,
    pub in_table: bool,
    pub depth: Option<u32>,
}

impl Paragraph {
    pub fn depth(&self) -> usize {
        self.depth
            .map_or(usize::from(self.in_table), |depth| depth as usize)
    }
}

/// A row's definition.
#[derive(Clone, Default)]
pub struct Row {
    pub shape: Shape,
    /// Of the cell whose edge is to come.
    next: ShapeCell,
}

/// Cells of one row; Word has 63.
const CELLS: usize = 1000;

impl Row {
    /// Takes a control of the row's definition.
    pub fn take(&mut self, word: &str, number: i32) {
        match word {
            "trowd" => *self = Row::default(),
            "trleft" => self.shape.left = number,
            "clmgf" => self.next.across = 2,
            "clmrg" => self.next.across = 1,
            "clvmgf" => self.next.down = Merge::Restart,
            "clvmrg" => self.next.down = Merge::Continue,
            "cellx" if self.shape.cells.len() < CELLS => {
                let cell = std::mem::take(&mut self.next);
                self.shape.cells.push(ShapeCell {
                    right: number,
                    ..cell
                });
            }
            _ => {}
        }
    }
}
