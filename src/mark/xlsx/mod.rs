//! XLSX: notes as Excel keeps them (comments and their boxes), a fill at each, figures as numbers where they were
//! numbers. A cell with a formula keeps it.

mod boxes;
mod cells;
mod comments;
mod styles;

use std::collections::BTreeMap;

use super::edits::Edits;
use super::mend::Left;
use super::notes::{Note, Notes};
use super::package::Package;
use super::tree::Tree;
use super::{Copy, Job, Refusal, tag};
use crate::finding::Severity;
use crate::form::Key;
use crate::model::{Block, Place, PlaceId};
use crate::read::limits;
use cells::{Cells, Change};
use styles::Styles;

/// Row and column counted from 1.
type Spot = (u32, u32);

/// Colours behind errors, warnings, what is worth a look, and what was changed.
const COLOURS: [&str; 4] = ["FFFFC7CE", "FFFFEB9C", "FFDDEBF7", "FFE2EFDA"];

pub fn copy(job: &Job) -> Result<Copy, Refusal> {
    let mut package = Package::open(job.bytes)?;
    let main = package.related("", "/officeDocument")?;
    let main = main.map_or("xl/workbook.xml".to_owned(), |(part, _)| part);
    let sheets = sheets(&package, &main)?;
    let mut pages = BTreeMap::<String, Page>::new();
    let left = mends(job, &sheets, &package, &mut pages)?;
    let mut notes = job.notes(&left);
    place(job, &sheets, &mut notes, &mut pages)?;
    let mut styles = Styles::of(&package, &main)?;
    let mut computed = false;
    for (number, (part, page)) in (1..).zip(&pages) {
        computed |= write(&mut package, &mut styles, part, page, number)?;
    }
    styles.write(&mut package)?;
    if computed {
        recompute(&mut package, &main)?;
    }
    Ok(job.done(package.write()?, &notes, left))
}

/// What is to be done on one sheet.
#[derive(Default)]
struct Page {
    figures: BTreeMap<Spot, String>,
    notes: BTreeMap<Spot, Vec<String>>,
    fills: BTreeMap<Spot, &'static str>,
}

/// The parts of the sheets by the names that places have; of two sheets of one name neither.
fn sheets(package: &Package, main: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let xml = package.text(main)?.ok_or(Refusal::Unsure)?;
    let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
    let (mut sheets, mut twice) = (BTreeMap::new(), Vec::new());
    for at in 0..tree.elements.len() {
        if tree.local(at) != "sheet" {
            continue;
        }
        let name = tree.attribute(at, "name").unwrap_or_default();
        let name: String = name.trim().chars().take(limits::SHEET_NAME).collect();
        let id = tree.attribute(at, "id").unwrap_or_default();
        if let Some(part) = package.target(main, &id)?
            && sheets.insert(name.clone(), part).is_some()
        {
            twice.push(name);
        }
    }
    sheets.retain(|name, _| !twice.contains(name));
    Ok(sheets)
}

/// The sheet's part and the cell of a place.
fn spot(job: &Job, sheets: &BTreeMap<String, String>, place: PlaceId) -> Option<(String, Spot)> {
    match job.checked.document.place(place) {
        Place::Sheet { sheet, row, column } if *row > 0 => {
            Some((sheets.get(sheet)?.clone(), (*row, *column)))
        }
        _ => None,
    }
}

/// Notes the figures that can be written on their sheets; gives those that cannot.
fn mends(
    job: &Job,
    sheets: &BTreeMap<String, String>,
    package: &Package,
    pages: &mut BTreeMap<String, Page>,
) -> Result<Vec<(Key, Left)>, Refusal> {
    let mut left = Vec::new();
    for mend in job.mends {
        let found = mend.at.and_then(|_| spot(job, sheets, mend.place));
        let Some((part, spot)) = found else {
            left.push((mend.key, Left::NoCell));
            continue;
        };
        let xml = package.text(&part)?.ok_or(Refusal::Unsure)?;
        let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
        match Cells::of(&tree).takes(spot) {
            Ok(()) => {
                let page = pages.entry(part).or_default();
                page.figures.insert(spot, mend.after.clone());
            }
            Err(why) => left.push((mend.key, why)),
        }
    }
    Ok(left)
}

/// Gives each note its cell.
fn place(
    job: &Job,
    sheets: &BTreeMap<String, String>,
    notes: &mut Notes,
    pages: &mut BTreeMap<String, Page>,
) -> Result<(), Refusal> {
    notes.settle(job, |note| {
        let found = spot(job, sheets, note.place);
        let Some((part, spot)) = found else {
            return false;
        };
        let page = pages.entry(part).or_default();
        page.fills.insert(spot, colour(note));
        page.notes.insert(spot, note.lines.clone());
        true
    });
    if notes.aside.count > 0 {
        let first = beginning(job).find_map(|place| spot(job, sheets, place));
        let (part, spot) = first.ok_or(Refusal::Unsure)?;
        let lines = pages
            .entry(part)
            .or_default()
            .notes
            .entry(spot)
            .or_default();
        lines.extend(notes.aside.lines.iter().cloned());
    }
    Ok(())
}

fn colour(note: &Note) -> &'static str {
    let [error, warning, info, change] = COLOURS;
    match note.severity {
        Some(Severity::Error) => error,
        Some(Severity::Warning) => warning,
        Some(Severity::Info) => info,
        None => change,
    }
}

fn beginning<'a>(job: &'a Job) -> impl Iterator<Item = PlaceId> + 'a {
    let blocks = job.checked.document.blocks.iter();
    blocks.filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.place),
        Block::Grid(grid) => grid.cells.first().map(|cell| cell.place),
        Block::Picture(_) => None,
    })
}

/// Writes a sheet; true where a figure was changed on a sheet with formulas.
fn write(
    package: &mut Package,
    styles: &mut Styles,
    part: &str,
    page: &Page,
    number: u32,
) -> Result<bool, Refusal> {
    let xml = package.text(part)?.ok_or(Refusal::Unsure)?;
    let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
    let cells = Cells::of(&tree);
    let mut changes = BTreeMap::<Spot, Change>::new();
    for (spot, figure) in &page.figures {
        changes.entry(*spot).or_default().figure = Some(figure.clone());
    }
    for (spot, colour) in &page.fills {
        let style = cells.style(*spot);
        changes.entry(*spot).or_default().style = styles.filled(style, colour);
    }
    let mut edits = Edits::default();
    cells.write(&mut edits, &changes)?;
    if !page.notes.is_empty() {
        comments::write(package, part, &tree, &page.notes)?;
        boxes::write(package, part, &tree, &mut edits, &page.notes, number)?;
    }
    let computed = !page.figures.is_empty() && cells.has_formulas();
    let edited = edits.apply(&xml).ok_or(Refusal::Unsure)?;
    package.put(part, edited);
    Ok(computed)
}

/// Asks the program that opens the copy to work its formulas out again: the results in it may be those of the old figures.
fn recompute(package: &mut Package, main: &str) -> Result<(), Refusal> {
    let xml = package.text(main)?.ok_or(Refusal::Unsure)?;
    let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
    let mut edits = Edits::default();
    if let Some(found) = tree.child(0, "calcPr").and_then(|at| tree.get(at)) {
        let tag = tree.xml.get(found.tag.clone()).unwrap_or("");
        let tag = tag::with(tag, "fullCalcOnLoad", Some("1"));
        edits.replace(found.tag.clone(), tag);
    } else {
        let before = [
            "sheets",
            "functionGroups",
            "externalReferences",
            "definedNames",
        ];
        let last = tree
            .children(0)
            .filter(|&at| before.contains(&tree.local(at)))
            .last();
        let last = last.and_then(|at| tree.get(at)).ok_or(Refusal::Unsure)?;
        let prefix = tree.prefix(0);
        let element = format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>");
        edits.insert(last.outer.end, element);
    }
    package.put(main, edits.apply(&xml).ok_or(Refusal::Unsure)?);
    Ok(())
}

/// A cell's name: F12.
fn reference((row, column): Spot) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}
