//! ODT: notes at cells and paragraphs, figures replaced in their text, or as tracked changes.

use std::ops::Range;

use super::edits::{Edits, escape};
use super::mend::{Left, Mend};
use super::notes::{Note, Notes};
use super::package::Package;
use super::tree::Tree;
use super::{AUTHOR, Copy, Job, Refusal, tag};
use crate::model::{Block, PlaceId};
use crate::read::xml::{Token, Tokens};

const CONTENT: &str = "content.xml";
const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
/// What a cell may hold beside paragraphs, when a figure is written into it.
const PLAIN: [&str; 8] = [
    "p",
    "h",
    "span",
    "s",
    "soft-page-break",
    "bookmark",
    "bookmark-start",
    "bookmark-end",
];

pub fn copy(job: &Job) -> Result<Copy, Refusal> {
    let mut package = Package::open(job.bytes)?;
    let xml = package.text(CONTENT)?.ok_or(Refusal::Unsure)?;
    let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
    let mut writer = Writer {
        job,
        tree: &tree,
        edits: Edits::default(),
        regions: String::new(),
        next: 0,
    };
    let left = job.mend(|mend| writer.mend(mend));
    let mut notes = job.notes(&left);
    writer.notes(&mut notes)?;
    writer.changes()?;
    let edited = writer.edits.apply(&xml).ok_or(Refusal::Unsure)?;
    package.put(CONTENT, edited);
    Ok(job.done(package.write()?, &notes, left))
}

struct Writer<'a> {
    job: &'a Job<'a>,
    tree: &'a Tree<'a>,
    edits: Edits,
    /// The tracked changes.
    regions: String,
    next: u32,
}

impl Writer<'_> {
    fn notes(&mut self, notes: &mut Notes) -> Result<(), Refusal> {
        notes.settle(self.job, |note| match self.anchor(note.place) {
            Some(paragraph) => {
                self.note(paragraph, note);
                true
            }
            None => false,
        });
        if notes.aside.count > 0 {
            let blocks = self.job.checked.document.blocks.iter();
            let mut places = blocks.filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph.place),
                Block::Grid(grid) => grid.cells.first().map(|cell| cell.place),
                Block::Picture(_) => None,
            });
            let first = places.find_map(|place| self.anchor(place));
            self.note(first.ok_or(Refusal::Unsure)?, &notes.aside);
        }
        Ok(())
    }

    /// A name that the file has not.
    fn name(&mut self) -> String {
        loop {
            self.next += 1;
            let name = format!("gouji{}", self.next);
            if !self.tree.xml.contains(&format!("\"{name}\"")) {
                return name;
            }
        }
    }

    fn note(&mut self, paragraph: usize, note: &Note) {
        let name = self.name();
        let paragraphs = note.lines.iter();
        let paragraphs: String = paragraphs
            .map(|line| format!("<text:p>{}</text:p>", escape(line)))
            .collect();
        let (who, tree) = (self.who(), self.tree);
        let start = format!(
            "<office:annotation {NAMESPACES} office:name=\"{name}\">{who}{paragraphs}</office:annotation>"
        );
        let end = format!("<office:annotation-end {NAMESPACES} office:name=\"{name}\"/>");
        self.edits.first(tree, paragraph, start);
        self.edits.last(tree, paragraph, end);
    }

    fn who(&self) -> String {
        let date = self.job.wish.date.trim_end_matches('Z');
        let date = match date {
            "" => String::new(),
            date => format!("<dc:date>{}</dc:date>", escape(date)),
        };
        format!("<dc:creator>{AUTHOR}</dc:creator>{date}")
    }

    /// The paragraph for a note on a place; for one in a text box, the paragraph that holds the box.
    fn anchor(&self, place: PlaceId) -> Option<usize> {
        let tree = self.tree;
        let element = self.job.element(self.tree, place)?;
        let is_paragraph = |at: &usize| matches!(tree.local(*at), "p" | "h");
        let above: Vec<usize> = tree.above(element).collect();
        let boxed = |at: &usize| matches!(tree.local(*at), "text-box" | "custom-shape" | "rect");
        if let Some(boxed) = above.iter().rposition(boxed) {
            return above
                .iter()
                .skip(boxed)
                .copied()
                .find(|at| is_paragraph(at));
        }
        match tree.local(element) {
            "p" | "h" => Some(element),
            _ => self.paragraphs(element).next(),
        }
    }

    /// The paragraphs of a cell itself, not of a table or a text box in it.
    fn paragraphs(&self, cell: usize) -> impl Iterator<Item = usize> {
        let tree = self.tree;
        tree.below(cell).filter(move |&at| {
            let holds = |at: &usize| {
                matches!(
                    tree.local(*at),
                    "table-cell" | "text-box" | "custom-shape" | "annotation" | "note"
                )
            };
            matches!(tree.local(at), "p" | "h") && tree.above(at).find(holds) == Some(cell)
        })
    }

    /// Writes a figure into its cell.
    fn mend(&mut self, mend: &Mend) -> Result<(), Left> {
        let tree = self.tree;
        let cell = mend
            .at
            .and_then(|_| self.job.element(self.tree, mend.place));
        let cell = cell
            .filter(|&at| tree.local(at) == "table-cell")
            .ok_or(Left::NoCell)?;
        if tree.attribute(cell, "formula").is_some() {
            return Err(Left::Formula);
        }
        for at in tree.below(cell) {
            match tree.local(at) {
                "expression" | "table-formula" => return Err(Left::Formula),
                "change" | "change-start" | "change-end" => return Err(Left::Tracked),
                name if !PLAIN.contains(&name) => return Err(Left::Mixed),
                _ => {}
            }
        }
        let found = tree.get(cell).ok_or(Left::NoCell)?;
        let texts = texts(tree.xml, &found.inner);
        let shown = texts.iter().map(|(_, text)| text.as_str());
        let shown: String = shown.collect();
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        if squeezed(&shown) != squeezed(&mend.before) {
            return Err(Left::Mixed);
        }
        let paragraph = self.paragraphs(cell).next().ok_or(Left::Mixed)?;
        self.value(cell, &mend.after)?;
        let written = match self.job.wish.track {
            true => self.tracked(&mend.before, &mend.after),
            false => escape(&mend.after),
        };
        if texts.is_empty() {
            self.edits.add(tree, paragraph, written);
            return Ok(());
        }
        for (number, (range, _)) in texts.into_iter().enumerate() {
            let text = if number == 0 { written.as_str() } else { "" };
            self.edits.replace(range, text);
        }
        Ok(())
    }

    /// The value that a cell keeps beside its text.
    fn value(&mut self, cell: usize, figure: &str) -> Result<(), Left> {
        let tree = self.tree;
        let Some(found) = tree.get(cell) else {
            return Err(Left::NoCell);
        };
        let tag = tree.xml.get(found.tag.clone()).unwrap_or("");
        let attributes = tag::attributes(tag);
        let value = attributes.iter().find(|(name, _)| name.ends_with(":value"));
        let Some((_, value)) = value else {
            return Ok(());
        };
        if figure.parse::<f64>().is_err() {
            return Err(Left::Mixed);
        }
        let start = found.tag.start;
        self.edits
            .replace(start + value.start..start + value.end, figure);
        Ok(())
    }

    /// The marks of a change in the text; what it changes is told in front of the text.
    fn tracked(&mut self, before: &str, after: &str) -> String {
        let mut marks = String::new();
        if !before.is_empty() {
            let id = self.name();
            let text = format!("<text:p>{}</text:p>", escape(before));
            self.region(&id, "deletion", &text);
            marks += &format!("<text:change {NAMESPACES} text:change-id=\"{id}\"/>");
        }
        let id = self.name();
        self.region(&id, "insertion", "");
        let mark = |which| format!("<text:change-{which} {NAMESPACES} text:change-id=\"{id}\"/>");
        marks + &mark("start") + &escape(after) + &mark("end")
    }

    fn region(&mut self, id: &str, kind: &str, text: &str) {
        let who = self.who();
        self.regions += &format!(
            "<text:changed-region {NAMESPACES} xml:id=\"{id}\" text:id=\"{id}\"><text:{kind}><office:change-info>{who}</office:change-info>{text}</text:{kind}></text:changed-region>"
        );
    }

    /// Tells the changes where the document does.
    fn changes(&mut self) -> Result<(), Refusal> {
        if self.regions.is_empty() {
            return Ok(());
        }
        let tree = self.tree;
        let regions = std::mem::take(&mut self.regions);
        let body = tree.child(0, "body").and_then(|at| tree.child(at, "text"));
        let body = body.ok_or(Refusal::Unsure)?;
        if let Some(there) = tree.child(body, "tracked-changes") {
            self.edits.last(tree, there, regions);
            return Ok(());
        }
        let written =
            format!("<text:tracked-changes {NAMESPACES}>{regions}</text:tracked-changes>");
        match tree.child(body, "forms").and_then(|at| tree.get(at)) {
            Some(forms) => self.edits.insert(forms.outer.end, written),
            None => self.edits.first(tree, body, written),
        }
        Ok(())
    }
}

/// The texts in a range of the XML that are more than blanks, with their bytes.
fn texts(xml: &str, range: &Range<usize>) -> Vec<(Range<usize>, String)> {
    let mut tokens = Tokens::new(xml.get(range.clone()).unwrap_or(""));
    let mut texts = Vec::new();
    while let Some(token) = tokens.next() {
        let span = tokens.span();
        if let Token::Text(text) = token
            && !text.trim().is_empty()
        {
            texts.push((range.start + span.start..range.start + span.end, text));
        }
    }
    texts
}
