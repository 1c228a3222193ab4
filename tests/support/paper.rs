//! Lays a made report out on pages, as a word processor prints it: wrapped text, ruled tables that go over pages, page
//! numbers. What comes out is marks on paper, for the writers of PDF and OFD.

use super::sheet::{Part, Role, Sheet, Slot};

/// One page: points from the top left.
#[derive(Clone, Debug)]
pub struct Leaf {
    pub width: f32,
    pub height: f32,
    pub texts: Vec<Words>,
    pub lines: Vec<Drawn>,
}

/// A drawn line.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    pub from: (f32, f32),
    pub to: (f32, f32),
    pub thick: f32,
}

/// A line of text; `y` is its base line.
#[derive(Clone, Debug)]
pub struct Words {
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub text: String,
    /// Nobody sees it.
    pub hidden: bool,
}

/// How tables are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ruling {
    #[default]
    Lines,
    Dashed,
    Double,
    None,
}

/// What is done to the report on the way to the paper.
#[derive(Clone, Copy, Debug, Default)]
pub struct Print {
    pub ruling: Ruling,
    /// The head rows come again on each page.
    pub repeat_head: bool,
    pub page_numbers: bool,
    /// The same line at the top of each page.
    pub running_head: bool,
    /// Titles and headings are drawn twice, a little apart.
    pub bold_twice: bool,
    /// Lines do not quite meet.
    pub crooked: bool,
    /// Everything is turned by a quarter on an upright page.
    pub turned: bool,
    /// Some characters are stored as their radicals.
    pub radicals: bool,
    /// Another year's figures, which nobody sees, lie under each figure.
    pub hidden: bool,
    /// Points of blank between the edge of the paper and the text.
    pub margin: f32,
}

const A4: (f32, f32) = (595.0, 842.0);
const CELL: f32 = 8.0;
const LEADING: f32 = 1.3;
const PADDING: f32 = 3.0;

pub fn leaves(parts: &[Part], print: Print) -> Vec<Leaf> {
    let (width, height) = match print.turned {
        true => (A4.1, A4.0),
        false => A4,
    };
    let margin = if print.margin > 0.0 {
        print.margin
    } else {
        72.0
    };
    let mut press = Press {
        print,
        leaves: Vec::new(),
        y: 0.0,
        margin,
        width,
        height,
    };
    press.new_page();
    for part in parts {
        match part {
            Part::Title(text) => press.paragraph(text, 22.0, true, 0.0),
            Part::Heading(text) => press.paragraph(text, 16.0, false, 32.0),
            Part::Text(text) => press.paragraph(text, 16.0, false, 32.0),
            Part::Sheet(sheet) => press.table(sheet),
        }
    }
    press.finish()
}

struct Press {
    print: Print,
    leaves: Vec<Leaf>,
    /// Where the next thing begins.
    y: f32,
    margin: f32,
    width: f32,
    height: f32,
}

impl Press {
    fn new_page(&mut self) {
        self.leaves.push(Leaf {
            width: self.width,
            height: self.height,
            texts: Vec::new(),
            lines: Vec::new(),
        });
        self.y = self.margin;
        if self.print.running_head {
            self.write("某某市人民政府公文", self.margin, 50.0, 9.0);
        }
    }

    fn room(&self) -> f32 {
        self.width - 2.0 * self.margin
    }

    fn leaf(&mut self) -> &mut Leaf {
        self.leaves.last_mut().unwrap()
    }

    fn write(&mut self, text: &str, x: f32, y: f32, size: f32) {
        let text = match self.print.radicals {
            true => text
                .replace('一', "⼀")
                .replace('行', "⾏")
                .replace('见', "⻅"),
            false => text.to_owned(),
        };
        self.leaf().texts.push(Words {
            x,
            y,
            size,
            text,
            hidden: false,
        });
    }

    fn paragraph(&mut self, text: &str, size: f32, centred: bool, indent: f32) {
        let room = self.room();
        for (n, line) in wrap(text, size, room, indent).into_iter().enumerate() {
            if self.y + size * 1.6 > self.height - self.margin {
                self.new_page();
            }
            let x = match (centred, n) {
                (true, _) => (self.width - width(&line, size)) / 2.0,
                (false, 0) => self.margin + indent,
                _ => self.margin,
            };
            let y = self.y + size;
            self.write(&line, x, y, size);
            if self.print.bold_twice && size > 16.0 {
                self.write(&line, x + 0.4, y, size);
            }
            self.y += size * 1.6;
        }
    }

    fn table(&mut self, sheet: &Sheet) {
        let columns = columns(sheet, self.room());
        let heights = heights(sheet, &columns);
        let head = sheet
            .rows
            .iter()
            .take_while(|row| row.iter().all(|slot| slot.role != Role::RowHead) && !has_figure(row))
            .count();
        let mut from = 0;
        while from < sheet.rows.len() {
            let mut fragment = 0.0;
            let mut to = from;
            let repeated: f32 = match self.print.repeat_head && from > 0 {
                true => heights[..head].iter().sum(),
                false => 0.0,
            };
            while to < sheet.rows.len()
                && self.y + repeated + fragment + heights[to] <= self.height - self.margin
            {
                fragment += heights[to];
                to += 1;
            }
            if to == from {
                self.new_page();
                continue;
            }
            if repeated > 0.0 {
                self.fragment(sheet, &columns, &heights, 0, head);
            }
            self.fragment(sheet, &columns, &heights, from, to);
            from = to;
            if from < sheet.rows.len() {
                self.new_page();
            }
        }
        self.y += 12.0;
    }

    /// Some rows of a table.
    fn fragment(
        &mut self,
        sheet: &Sheet,
        columns: &[f32],
        heights: &[f32],
        from: usize,
        to: usize,
    ) {
        let tops: Vec<f32> = (from..=to)
            .map(|row| self.y + heights[from..row].iter().sum::<f32>())
            .collect();
        let lefts: Vec<f32> = (0..=columns.len())
            .map(|column| self.margin + columns[..column].iter().sum::<f32>())
            .collect();
        for (row, spots) in sheet.grid().iter().enumerate() {
            for (column, spot) in spots.iter().enumerate().filter(|(_, spot)| spot.begins) {
                let last = row + spot.slot.rowspan as usize;
                if row >= to || last <= from {
                    continue;
                }
                let (top, bottom) = (tops[row.max(from) - from], tops[last.min(to) - from]);
                let (left, right) = (lefts[column], lefts[column + spot.slot.colspan as usize]);
                self.frame(left, top, right, bottom);
                if row >= from {
                    self.cell(&spot.slot, left, top, right, bottom);
                }
            }
        }
        self.y = tops[to - from];
    }

    fn cell(&mut self, slot: &Slot, left: f32, top: f32, right: f32, bottom: f32) {
        let room = right - left - 2.0 * PADDING;
        let lines = wrap(&slot.text, CELL, room, 0.0);
        let height = lines.len() as f32 * CELL * LEADING;
        let mut y = (top + (bottom - top - height) / 2.0).max(top) + CELL;
        for line in lines {
            let x = match slot.role {
                Role::Figure(_) | Role::ColumnHead => {
                    left + (right - left - width(&line, CELL)) / 2.0
                }
                _ => left + PADDING,
            };
            self.write(&line, x, y, CELL);
            if self.print.hidden && matches!(slot.role, Role::Figure(_)) {
                self.write("7", x, y, CELL);
                self.leaf().texts.last_mut().unwrap().hidden = true;
            }
            y += CELL * LEADING;
        }
    }

    fn frame(&mut self, left: f32, top: f32, right: f32, bottom: f32) {
        // A line that is drawn for two cells is not drawn at quite the same place.
        let off = if self.print.crooked {
            (left + top) % 3.0 / 2.0 - 0.75
        } else {
            0.0
        };
        for (from, to) in [
            ((left, top + off), (right, top + off)),
            ((left, bottom + off), (right, bottom + off)),
            ((left + off, top), (left + off, bottom)),
            ((right + off, top), (right + off, bottom)),
        ] {
            self.line(from, to);
        }
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        let flat = from.1 == to.1;
        let ruling = self.print.ruling;
        let lines = &mut self.leaf().lines;
        match ruling {
            Ruling::None => {}
            Ruling::Lines => lines.push(Drawn {
                from,
                to,
                thick: 0.5,
            }),
            Ruling::Double => {
                let apart =
                    |(x, y): (f32, f32), by: f32| if flat { (x, y + by) } else { (x + by, y) };
                for by in [-0.75, 0.75] {
                    lines.push(Drawn {
                        from: apart(from, by),
                        to: apart(to, by),
                        thick: 0.3,
                    });
                }
            }
            Ruling::Dashed => {
                let length = (to.0 - from.0) + (to.1 - from.1);
                let mut at = 0.0;
                while at < length {
                    let end = (at + 3.0).min(length);
                    let point = |n: f32| {
                        if flat {
                            (from.0 + n, from.1)
                        } else {
                            (from.0, from.1 + n)
                        }
                    };
                    lines.push(Drawn {
                        from: point(at),
                        to: point(end),
                        thick: 0.5,
                    });
                    at += 5.0;
                }
            }
        }
    }

    fn finish(mut self) -> Vec<Leaf> {
        if self.print.page_numbers {
            let count = self.leaves.len();
            for (n, leaf) in self.leaves.iter_mut().enumerate() {
                leaf.texts.push(Words {
                    x: leaf.width / 2.0 - 20.0,
                    y: leaf.height - 40.0,
                    size: 10.0,
                    text: format!("第 {} 页 共 {count} 页", n + 1),
                    hidden: false,
                });
            }
        }
        self.leaves
    }
}

fn has_figure(row: &[Slot]) -> bool {
    row.iter().any(|slot| matches!(slot.role, Role::Figure(_)))
}

/// Widths of the columns: figures take what they need, labels share the rest.
fn columns(sheet: &Sheet, room: f32) -> Vec<f32> {
    let grid = sheet.grid();
    let count = sheet.width();
    let figure = |column: usize| {
        grid.iter().any(|row| {
            row.get(column)
                .is_some_and(|spot| spot.begins && matches!(spot.slot.role, Role::Figure(_)))
        })
    };
    let figures = (0..count).filter(|column| figure(*column)).count();
    let labels = count - figures;
    let (wide, narrow) = match labels {
        0 => (0.0, room / count as f32),
        _ => {
            let narrow = (room * 0.5 / figures.max(1) as f32).min(90.0);
            ((room - narrow * figures as f32) / labels as f32, narrow)
        }
    };
    (0..count)
        .map(|column| if figure(column) { narrow } else { wide })
        .collect()
}

fn heights(sheet: &Sheet, columns: &[f32]) -> Vec<f32> {
    let grid = sheet.grid();
    let mut heights = vec![CELL * LEADING + 2.0 * PADDING; grid.len()];
    for (row, spots) in grid.iter().enumerate() {
        for (column, spot) in spots.iter().enumerate().filter(|(_, spot)| spot.begins) {
            let end = column + spot.slot.colspan as usize;
            let room: f32 = columns[column..end].iter().sum::<f32>() - 2.0 * PADDING;
            let lines = wrap(&spot.slot.text, CELL, room, 0.0).len();
            let needed = lines as f32 * CELL * LEADING + 2.0 * PADDING;
            let last = row + spot.slot.rowspan as usize;
            let there: f32 = heights[row..last].iter().sum();
            if there < needed {
                heights[last - 1] += needed - there;
            }
        }
    }
    heights
}

/// The advance of a character, in parts of its size.
pub fn advance(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

pub fn width(text: &str, size: f32) -> f32 {
    text.chars().map(advance).sum::<f32>() * size
}

fn wrap(text: &str, size: f32, room: f32, indent: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut at = indent;
    for c in text.chars() {
        let step = advance(c) * size;
        if c == '\n' || at + step > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            at = 0.0;
        }
        if c != '\n' {
            line.push(c);
            at += step;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

impl Leaf {
    /// The page turned clockwise by a quarter: where a point of it stands on the upright paper.
    pub fn turned_point(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (self.height - y, x)
    }
}
