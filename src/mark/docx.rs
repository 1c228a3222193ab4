//! DOCX: Word comments at cells and paragraphs, figures replaced in their runs, or as tracked changes.

use std::collections::BTreeSet;

use super::edits::{Edits, escape};
use super::mend::{Left, Mend};
use super::notes::{Note, Notes};
use super::package::{DECLARATION, Package};
use super::tree::Tree;
use super::{AUTHOR, Copy, Job, Refusal};
use crate::model::{Block, PlaceId};
use crate::read::docx::main_part;

const COMMENTS_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const STRICT: &str = "http://purl.oclc.org/ooxml/";
const STRICT_RELATION: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
/// Text below these is not what the document says, or is not said for good.
const ASIDE: [&str; 4] = ["del", "moveFrom", "rt", "Fallback"];

pub fn copy(job: &Job) -> Result<Copy, Refusal> {
    let mut package = Package::open(job.bytes)?;
    let main = main_part(package.archive());
    let xml = package.text(&main)?.ok_or(Refusal::Unsure)?;
    let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
    let comments = Comments::of(&package, &main)?;
    // Attributes must have a prefix to belong to the language of the document.
    if tree.prefix(0).is_empty() {
        return Err(Refusal::Unsure);
    }
    let mut writer = Writer {
        job,
        tree: &tree,
        edits: Edits::default(),
        prefix: tree.prefix(0),
        ids: Ids::of(&tree, &comments.xml),
    };
    let left = job.mend(|mend| writer.mend(mend));
    let mut notes = job.notes(&left);
    let texts = writer.notes(&mut notes)?;
    let edited = writer.edits.apply(&xml).ok_or(Refusal::Unsure)?;
    package.put(&main, edited);
    comments.write(&mut package, &main, &tree, &texts, &job.wish.date)?;
    Ok(job.done(package.write()?, &notes, left))
}

struct Writer<'a> {
    job: &'a Job<'a>,
    tree: &'a Tree<'a>,
    edits: Edits,
    /// Of the elements of WordprocessingML: `w:`.
    prefix: &'a str,
    ids: Ids,
}

/// A comment: its number, and what it says.
type Text = (u32, Vec<String>);

impl Writer<'_> {
    fn notes(&mut self, notes: &mut Notes) -> Result<Vec<Text>, Refusal> {
        let mut texts = Vec::new();
        notes.settle(self.job, |note| match self.anchor(note.place) {
            Some(paragraph) => {
                texts.push(self.comment(paragraph, note));
                true
            }
            None => false,
        });
        if notes.aside.count > 0 {
            let first = self.beginning().ok_or(Refusal::Unsure)?;
            texts.push(self.comment(first, &notes.aside));
        }
        Ok(texts)
    }

    /// Writes the marks of a comment around what a paragraph holds.
    fn comment(&mut self, paragraph: usize, note: &Note) -> Text {
        let (w, id, tree) = (self.prefix, self.ids.next(), self.tree);
        let start = format!("<{w}commentRangeStart {w}id=\"{id}\"/>");
        let properties = tree.child(paragraph, "pPr").and_then(|at| tree.get(at));
        match properties {
            Some(properties) => self.edits.behind(properties.outer.end, start),
            None => self.edits.first(tree, paragraph, start),
        }
        let end = format!(
            "<{w}commentRangeEnd {w}id=\"{id}\"/><{w}r><{w}commentReference {w}id=\"{id}\"/></{w}r>"
        );
        self.edits.last(tree, paragraph, end);
        (id, note.lines.clone())
    }

    /// The paragraph for a comment on a place: that of the cell or the paragraph. Word takes no comment in a text box:
    /// then it is the paragraph that holds the box.
    fn anchor(&self, place: PlaceId) -> Option<usize> {
        let tree = self.tree;
        let element = self.job.element(self.tree, place)?;
        let above: Vec<usize> = tree.above(element).collect();
        let boxed = above
            .iter()
            .rposition(|&at| tree.local(at) == "txbxContent");
        if let Some(boxed) = boxed {
            let mut outer = above.iter().skip(boxed).copied();
            return outer.find(|&at| tree.local(at) == "p");
        }
        match tree.local(element) {
            "p" => Some(element),
            "tc" => self.paragraphs(element).next(),
            _ => None,
        }
    }

    /// The paragraphs of a cell itself, not of a table or a text box in it.
    fn paragraphs(&self, cell: usize) -> impl Iterator<Item = usize> {
        let tree = self.tree;
        tree.below(cell).filter(move |&at| {
            let holds = |at: &usize| matches!(tree.local(*at), "tc" | "txbxContent");
            tree.local(at) == "p" && tree.above(at).find(holds) == Some(cell)
        })
    }

    /// The first paragraph that is read.
    fn beginning(&self) -> Option<usize> {
        let blocks = self.job.checked.document.blocks.iter();
        let mut places = blocks.filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.place),
            Block::Grid(grid) => grid.cells.first().map(|cell| cell.place),
            Block::Picture(_) => None,
        });
        places.find_map(|place| self.anchor(place))
    }

    /// Writes a figure into its cell.
    fn mend(&mut self, mend: &Mend) -> Result<(), Left> {
        let tree = self.tree;
        let cell = mend
            .at
            .and_then(|_| self.job.element(self.tree, mend.place));
        let cell = cell
            .filter(|&at| tree.local(at) == "tc")
            .ok_or(Left::NoCell)?;
        let boxed = |at: usize| matches!(tree.local(at), "txbxContent" | "AlternateContent");
        if tree.above(cell).any(boxed) {
            return Err(Left::TextBox);
        }
        for at in tree.below(cell) {
            match tree.local(at) {
                "fldChar" | "fldSimple" | "instrText" => return Err(Left::Formula),
                "tbl" | "txbxContent" | "AlternateContent" => return Err(Left::Mixed),
                _ => {}
            }
        }
        let texts: Vec<usize> = tree
            .below(cell)
            .filter(|&at| self.is_text(at, cell))
            .collect();
        let shown: String = texts.iter().map(|&at| tree.text(at)).collect();
        if !shown.split_whitespace().eq(mend.before.split_whitespace()) {
            return Err(Left::Mixed);
        }
        let others = |at: usize| ["ins", "moveTo"].contains(&tree.local(at));
        let of_others = |&at: &usize| tree.above(at).take_while(|&at| at != cell).any(others);
        if texts.iter().any(of_others) {
            return Err(Left::Tracked);
        }
        match (texts.is_empty(), self.job.wish.track) {
            (true, _) => self.fill(cell, &mend.after),
            (false, true) => self.track(&texts, &mend.after),
            (false, false) => {
                self.replace(&texts, &mend.after);
                Ok(())
            }
        }
    }

    /// Text of a run that counts.
    fn is_text(&self, at: usize, cell: usize) -> bool {
        let tree = self.tree;
        let mut above = tree.above(at).take_while(|&at| at != cell);
        tree.local(at) == "t" && !above.any(|at| ASIDE.contains(&tree.local(at)))
    }

    /// The first text takes the figure, the others are emptied: runs and their properties stay.
    fn replace(&mut self, texts: &[usize], figure: &str) {
        let tree = self.tree;
        let filled = |at: &usize| !tree.text(*at).trim().is_empty();
        let first = texts
            .iter()
            .copied()
            .find(filled)
            .or(texts.first().copied());
        for &at in texts {
            let Some(element) = tree.get(at) else {
                continue;
            };
            if Some(at) == first && element.inner.is_empty() {
                self.edits.add(tree, at, escape(figure));
            } else {
                let text = if Some(at) == first { figure } else { "" };
                self.edits.replace(element.inner.clone(), escape(text));
            }
        }
    }

    /// Writes a figure into a cell without text, in the way of its paragraph's mark.
    fn fill(&mut self, cell: usize, figure: &str) -> Result<(), Left> {
        let tree = self.tree;
        let paragraph = self.paragraphs(cell).next().ok_or(Left::Mixed)?;
        let mark = tree
            .child(paragraph, "pPr")
            .and_then(|at| tree.child(at, "rPr"));
        let run = self.run(mark, figure);
        let run = match self.job.wish.track {
            true => self.tracked("ins", &run),
            false => run,
        };
        self.edits.add(tree, paragraph, run);
        Ok(())
    }

    /// The runs of the old figure as deleted, then the new one as inserted.
    fn track(&mut self, texts: &[usize], figure: &str) -> Result<(), Left> {
        let (tree, w) = (self.tree, self.prefix);
        let mut runs: Vec<usize> = Vec::new();
        for &at in texts {
            let run = tree.above(at).next().ok_or(Left::Mixed)?;
            // Word notes where its pages ended.
            let plain = |at: usize| ["rPr", "t", "lastRenderedPageBreak"].contains(&tree.local(at));
            if tree.local(run) != "r" || !tree.children(run).all(plain) {
                return Err(Left::Mixed);
            }
            runs.push(run);
        }
        runs.dedup();
        let properties = runs.first().and_then(|&run| tree.child(run, "rPr"));
        let inserted = self.run(properties, figure);
        let inserted = self.tracked("ins", &inserted);
        for &at in texts {
            self.rename(at, &format!("{w}delText"));
        }
        for (number, &run) in runs.iter().enumerate() {
            let Some(outer) = tree.get(run).map(|run| run.outer.clone()) else {
                continue;
            };
            let deleted = self.tracked("del", "");
            let open = deleted.trim_end_matches(&format!("</{w}del>"));
            self.edits.insert(outer.start, open);
            let last = number + 1 == runs.len();
            let behind = if last { inserted.as_str() } else { "" };
            self.edits.behind(outer.end, format!("</{w}del>{behind}"));
        }
        Ok(())
    }

    fn rename(&mut self, at: usize, name: &str) {
        let Some(element) = self.tree.get(at) else {
            return;
        };
        let length = element.name.len();
        let start = element.tag.start + 1;
        self.edits.replace(start..start + length, name);
        if element.inner.end < element.outer.end {
            let end = element.inner.end + 2;
            self.edits.replace(end..end + length, name);
        }
    }

    /// A run with some of the properties of another: none of those that tell of changes.
    fn run(&self, properties: Option<usize>, figure: &str) -> String {
        let (tree, w) = (self.tree, self.prefix);
        let told = ["ins", "del", "moveFrom", "moveTo", "rPrChange"];
        let kept = properties.map_or(String::new(), |at| {
            let kept = tree
                .children(at)
                .filter(|&at| !told.contains(&tree.local(at)));
            kept.map(|at| tree.source(at)).collect()
        });
        let properties = match kept.as_str() {
            "" => String::new(),
            kept => format!("<{w}rPr>{kept}</{w}rPr>"),
        };
        format!("<{w}r>{properties}<{w}t>{}</{w}t></{w}r>", escape(figure))
    }

    fn tracked(&mut self, how: &str, run: &str) -> String {
        let (w, id) = (self.prefix, self.ids.next());
        let date = date(w, &self.job.wish.date);
        format!("<{w}{how} {w}id=\"{id}\" {w}author=\"{AUTHOR}\"{date}>{run}</{w}{how}>")
    }
}

fn date(w: &str, date: &str) -> String {
    match date {
        "" => String::new(),
        date => format!(" {w}date=\"{}\"", escape(date)),
    }
}

/// Numbers of comments and changes that are not taken.
struct Ids {
    taken: BTreeSet<u32>,
    next: u32,
}

impl Ids {
    fn of(tree: &Tree, comments: &Option<String>) -> Ids {
        let mut taken = BTreeSet::new();
        let mut take = |tree: &Tree| {
            let ids = (0..tree.elements.len()).filter(|&at| {
                let name = tree.local(at);
                let tags = [
                    "comment", "bookmark", "ins", "del", "move", "cell", "perm", "custom",
                ];
                tags.iter().any(|tag| name.starts_with(tag)) || name.ends_with("Change")
            });
            taken.extend(ids.filter_map(|at| tree.attribute(at, "id")?.parse::<u32>().ok()));
        };
        take(tree);
        if let Some(comments) = comments.as_deref().and_then(Tree::parse) {
            take(&comments);
        }
        Ids { taken, next: 0 }
    }

    fn next(&mut self) -> u32 {
        while self.taken.contains(&self.next) {
            self.next += 1;
        }
        self.next += 1;
        self.next - 1
    }
}

/// The part of the comments: that of the file, or one to be made.
struct Comments {
    part: Option<String>,
    xml: Option<String>,
}

impl Comments {
    fn of(package: &Package, main: &str) -> Result<Comments, Refusal> {
        let part = package.related(main, "/comments")?.map(|(part, _)| part);
        let xml = match &part {
            Some(part) => Some(package.text(part)?.ok_or(Refusal::Unsure)?),
            None => None,
        };
        Ok(Comments { part, xml })
    }

    fn write(
        &self,
        package: &mut Package,
        main: &str,
        tree: &Tree,
        texts: &[Text],
        date: &str,
    ) -> Result<(), Refusal> {
        if texts.is_empty() {
            return Ok(());
        }
        if let (Some(part), Some(xml)) = (&self.part, &self.xml) {
            let own = Tree::parse(xml).ok_or(Refusal::Unsure)?;
            if own.prefix(0).is_empty() {
                return Err(Refusal::Unsure);
            }
            let written = comments(own.prefix(0), texts, date);
            return package.append(part, xml, &written);
        }
        let namespace = namespace(tree).ok_or(Refusal::Unsure)?;
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let stem = format!("{folder}/comments");
        let part = package.free(stem.trim_start_matches('/'), "xml");
        let file = part.rsplit('/').next().unwrap_or(&part);
        let relation = match namespace.starts_with(STRICT) {
            true => STRICT_RELATION,
            false => RELATION,
        };
        package.relate(main, relation, file)?;
        package.declare(&part, COMMENTS_TYPE)?;
        let written = comments("w:", texts, date);
        let namespace = escape(&namespace);
        package.put(
            &part,
            format!("{DECLARATION}<w:comments xmlns:w=\"{namespace}\">{written}</w:comments>"),
        );
        Ok(())
    }
}

/// The namespace of the document's root.
fn namespace(tree: &Tree) -> Option<String> {
    tree.attribute(0, tree.prefix(0).trim_end_matches(':'))
}

fn comments(w: &str, texts: &[Text], when: &str) -> String {
    let date = date(w, when);
    let comment = |(id, lines): &Text| {
        let paragraphs: String = lines.iter().map(|line| paragraph(w, line)).collect();
        format!(
            "<{w}comment {w}id=\"{id}\" {w}author=\"{AUTHOR}\"{date} {w}initials=\"g\">{paragraphs}</{w}comment>"
        )
    };
    texts.iter().map(comment).collect()
}

fn paragraph(w: &str, line: &str) -> String {
    let text = escape(line);
    format!("<{w}p><{w}r><{w}t xml:space=\"preserve\">{text}</{w}t></{w}r></{w}p>")
}
