//! Marked and mended copies of the very file that was given: what is to be said of it at its cells and paragraphs, what
//! a person took or typed in the place of a figure, and everything else byte by byte as it was.

mod docx;
mod edits;
mod html;
mod mend;
mod notes;
#[cfg(feature = "words")]
mod odt;
mod package;
mod refusal;
mod tag;
mod tree;
mod xlsx;
mod zip;

pub use mend::{Left, Proposals, proposals};
pub use refusal::Refusal;

use crate::check::Checked;
use crate::finding::Words;
use crate::form::Key;
use crate::model::{Block, Document, Kind, Place, PlaceId};
use crate::read::{self, Format};
use crate::recognise::{self, Value};
use crate::wording::Language;
use mend::Mend;
use notes::Notes;
use tree::Tree;

/// Who writes the notes.
const AUTHOR: &str = "gouji";

/// What the copy is to hold. Figures are mended where the check was given edits ([`crate::Options::edits`]).
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Notes at what was found and at what was changed; without them only the figures differ.
    pub notes: bool,
    /// Changed figures as tracked changes, in word processors' files.
    pub track: bool,
    /// Of the notes.
    pub language: Language,
    /// When the copy is made, `2026-02-03T08:00:00Z`, for notes and tracked changes; empty for none.
    pub date: String,
    /// Why figures are changed.
    pub reasons: Vec<(Key, Words)>,
}

/// A copy, and what became of it.
#[derive(Clone, Debug, Default)]
pub struct Copy {
    pub bytes: Vec<u8>,
    /// Notes at their own cell or paragraph.
    pub placed: usize,
    /// Notes at the beginning, since they have no place of their own or none that is sure.
    pub aside: usize,
    pub mended: Vec<Key>,
    /// Figures that were to be changed and were not.
    pub left: Vec<(Key, Left)>,
}

/// Copies a file. `checked` is what came of checking the same bytes.
pub fn copy(bytes: &[u8], checked: &Checked, wish: &Wish) -> Result<Copy, Refusal> {
    let mends = mend::mends(checked);
    let job = Job {
        bytes,
        checked,
        wish,
        mends: &mends,
    };
    let copy = match (checked.document.kind, read::container(bytes)) {
        (Kind::Docx, Some(Format::Docx)) => docx::copy(&job)?,
        (Kind::Html, None) => html::copy(&job)?,
        #[cfg(feature = "words")]
        (Kind::Odt, Some(Format::Odt)) => odt::copy(&job)?,
        (Kind::Xlsx, Some(Format::Xlsx)) => xlsx::copy(&job)?,
        (kind, _) => return Err(Refusal::Format(kind)),
    };
    verify(&copy, checked, &mends)?;
    Ok(copy)
}

/// What a format is asked for.
struct Job<'a> {
    bytes: &'a [u8],
    checked: &'a Checked,
    wish: &'a Wish,
    mends: &'a [Mend],
}

impl Job<'_> {
    /// Writes every figure that is to be mended; those that were left, and why.
    fn mend(&self, mut write: impl FnMut(&Mend) -> Result<(), Left>) -> Vec<(Key, Left)> {
        let mends = self.mends.iter();
        let left = mends.filter_map(|mend| Some((mend.key, write(mend).err()?)));
        left.collect()
    }

    /// The element of a word processor's document that a place stands for.
    fn element(&self, tree: &Tree, place: PlaceId) -> Option<usize> {
        match self.checked.document.place(place) {
            Place::Story { range, .. } if !range.is_empty() => tree.at(range),
            _ => None,
        }
    }

    /// What is to be noted, when it is known which figures were left.
    fn notes(&self, left: &[(Key, Left)]) -> Notes {
        match self.wish.notes {
            true => notes::notes(self, left),
            false => Notes::default(),
        }
    }

    /// The copy out of its bytes.
    fn done(&self, bytes: Vec<u8>, notes: &Notes, left: Vec<(Key, Left)>) -> Copy {
        let is_left = |key: Key| left.iter().any(|(other, _)| *other == key);
        let mended = self.mends.iter().map(|mend| mend.key);
        Copy {
            bytes,
            placed: notes.placed.iter().map(|note| note.count).sum(),
            aside: notes.aside.count,
            mended: mended.filter(|key| !is_left(*key)).collect(),
            left,
        }
    }
}

/// A copy is handed out only where it reads as the file does, but for the figures that were changed.
fn verify(copy: &Copy, checked: &Checked, mends: &[Mend]) -> Result<(), Refusal> {
    let read = read::read(&copy.bytes, "").map_err(|_| Refusal::Unsure)?;
    let mut wanted = texts(&checked.document);
    for mend in mends.iter().filter(|mend| copy.mended.contains(&mend.key)) {
        let text = mend.at.and_then(|at| wanted.get_mut(at));
        *text.ok_or(Refusal::Unsure)? = mend.after.trim();
    }
    let found = texts(&read);
    // A sheet shows a number in the format of its cell.
    let number = |text: &str| recognise::number::read(text).0.number();
    let same = |(a, b): (&&str, &&str)| {
        let as_numbers = number(a).is_some() && number(a) == number(b);
        a.split_whitespace().eq(b.split_whitespace()) || as_numbers
    };
    let as_wanted = found.len() == wanted.len()
        && found.iter().zip(&wanted).all(same)
        && figures_stand(&read, copy, checked, mends);
    as_wanted.then_some(()).ok_or(Refusal::Unsure)
}

/// Whether every figure is that of the file, or the one that was put in its place: in running text a figure may tell
/// where others belong.
fn figures_stand(read: &Document, copy: &Copy, checked: &Checked, mends: &[Mend]) -> bool {
    let value = |text: &str| recognise::number::read(text).0;
    let mended = mends.iter().filter(|mend| copy.mended.contains(&mend.key));
    let mended: Vec<&Mend> = mended.collect();
    // Words in the place of a figure may be read as a label.
    let is_words = |mend: &&Mend| value(&mend.after) == Value::Unreadable;
    if mended.is_empty() || mended.iter().any(is_words) {
        return true;
    }
    let (before, after) = (recognise::bound(&checked.document), recognise::bound(read));
    before.figures().all(|(key, figure)| {
        let mend = mended.iter().find(|mend| mend.key == key);
        let wanted = mend.map_or(figure.value, |mend| value(&mend.after));
        after.figure(key).is_some_and(|found| found.value == wanted)
    })
}

/// Every text of a document in its order: paragraphs and cells.
fn texts(document: &Document) -> Vec<&str> {
    let mut texts = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(paragraph.text.trim()),
            Block::Grid(grid) => texts.extend(grid.cells.iter().map(|cell| cell.text.trim())),
            Block::Picture(_) => {}
        }
    }
    texts
}
