//! An example as an input: a piece of a report in plain text, or, where a table is given in short, in HTML with the
//! merged cells of the form; and the marks ` !rule-id` that were taken out of it, with the places where they stood.

use std::ops::Range;

use super::sketch::Sketch;

#[derive(Clone, Debug)]
pub struct Cell {
    pub text: String,
    pub rowspan: usize,
    pub colspan: usize,
}

enum Block {
    Paragraph(String),
    Table(Vec<Vec<Cell>>),
}

/// A mark that was taken out.
#[derive(Debug)]
pub struct Mark {
    pub rule: String,
    /// The cell or the paragraph in which it stood.
    pub slot: Range<usize>,
    /// The table or the paragraph.
    pub around: Range<usize>,
    /// It stands in the first row of a table or outside of tables: then it may mean the table as a whole.
    pub for_all: bool,
}

#[derive(Debug, Default)]
pub struct Input {
    pub text: String,
    pub name: &'static str,
    pub marks: Vec<Mark>,
}

impl Input {
    pub fn of(body: &str) -> Input {
        let lines: Vec<&str> = body.lines().collect();
        let is_short = lines.iter().any(|line| line.starts_with('…'));
        let mut input = Input {
            name: if is_short {
                "example.html"
            } else {
                "example.txt"
            },
            ..Input::default()
        };
        for block in blocks(&lines) {
            match (block, is_short) {
                (Block::Paragraph(text), true) => input.html_paragraph(&text),
                (Block::Paragraph(text), false) => input.text_paragraph(&text),
                (Block::Table(rows), true) => input.html_table(&rows),
                (Block::Table(rows), false) => input.text_table(&rows),
            }
        }
        input
    }

    fn text_paragraph(&mut self, text: &str) {
        let slot = self.write(text);
        self.mark(text, slot.clone(), slot, true);
        self.text.push('\n');
    }

    fn html_paragraph(&mut self, text: &str) {
        self.text.push_str("<p>");
        let slot = self.write(text);
        self.mark(text, slot.clone(), slot, true);
        self.text.push_str("</p>\n");
    }

    fn text_table(&mut self, rows: &[Vec<Cell>]) {
        let (from, first) = (self.text.len(), self.marks.len());
        for (at, row) in rows.iter().enumerate() {
            self.text.push('|');
            for cell in row {
                let slot = self.text.len();
                self.text.push(' ');
                self.write(&cell.text);
                self.text.push(' ');
                let slot = slot..self.text.len();
                self.mark(&cell.text, slot, from..from, at == 0);
                self.text.push('|');
            }
            self.text.push('\n');
        }
        self.close(first);
    }

    fn html_table(&mut self, rows: &[Vec<Cell>]) {
        let (from, first) = (self.text.len(), self.marks.len());
        self.text.push_str("<table>\n");
        for (at, row) in rows.iter().enumerate() {
            self.text.push_str("<tr>");
            for cell in row {
                let spans = (cell.rowspan, cell.colspan);
                self.text += &format!("<td rowspan=\"{}\" colspan=\"{}\">", spans.0, spans.1);
                let slot = self.write(&cell.text);
                self.mark(&cell.text, slot, from..from, at == 0);
                self.text.push_str("</td>");
            }
            self.text.push_str("</tr>\n");
        }
        self.text.push_str("</table>\n");
        self.close(first);
    }

    /// A table ends: its marks now know how far it goes.
    fn close(&mut self, first: usize) {
        let end = self.text.len();
        let marks = self.marks.iter_mut().skip(first);
        marks.for_each(|mark| mark.around.end = end);
    }

    /// Writes a text without its marks.
    fn write(&mut self, text: &str) -> Range<usize> {
        let from = self.text.len();
        let mut parts = text.split(" !");
        self.text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.text.push_str(&part[id(part).len()..]);
        }
        from..self.text.len()
    }

    fn mark(&mut self, text: &str, slot: Range<usize>, around: Range<usize>, for_all: bool) {
        for part in text.split(" !").skip(1) {
            self.marks.push(Mark {
                rule: id(part).to_string(),
                slot: slot.clone(),
                around: around.clone(),
                for_all,
            });
        }
    }
}

/// The id at the beginning of a text.
fn id(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_lowercase() && c != '-');
    &text[..end.unwrap_or(text.len())]
}

fn blocks(lines: &[&str]) -> Vec<Block> {
    let is_table = |line: &str| line.starts_with('|') || line.starts_with('…');
    let mut blocks = Vec::new();
    for lines in lines.chunk_by(|a, b| is_table(a) == is_table(b)) {
        if !is_table(lines[0]) {
            blocks.extend(lines.iter().map(|line| Block::Paragraph(line.to_string())));
            continue;
        }
        let rows = lines
            .iter()
            .filter(|line| line.starts_with('|'))
            .map(|line| cells(line));
        blocks.push(Block::Table(
            match lines.iter().find(|line| line.starts_with('…')) {
                Some(short) => Sketch::of(short, rows.collect()).cells(),
                None => rows.map(single_cells).collect(),
            },
        ));
    }
    blocks
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('|').unwrap_or(line).trim_end();
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let cells = inner.split('|').map(str::trim_end);
    cells
        .map(|cell| cell.strip_prefix(' ').unwrap_or(cell).to_string())
        .collect()
}

fn single_cells(row: Vec<String>) -> Vec<Cell> {
    let cells = row.into_iter();
    let cells = cells.map(|text| Cell {
        text,
        rowspan: 1,
        colspan: 1,
    });
    cells.collect()
}
