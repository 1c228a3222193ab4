//! The notes' texts: a part beside the sheet, or more in the one it has. A cell has one note: what others wrote stays
//! in front.

use std::collections::BTreeMap;

use super::super::edits::{Edits, escape};
use super::super::package::{DECLARATION, Package};
use super::super::tree::Tree;
use super::super::{AUTHOR, Refusal};
use super::{Spot, reference};

const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
pub const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

pub fn write(
    package: &mut Package,
    sheet: &str,
    tree: &Tree,
    notes: &BTreeMap<Spot, Vec<String>>,
) -> Result<(), Refusal> {
    // The strict form has no boxes for notes.
    let prefix = tree.prefix(0).trim_end_matches(':');
    let namespace = match prefix {
        "" => tree.attribute(0, "xmlns"),
        prefix => tree.attribute(0, prefix),
    };
    if namespace.as_deref() != Some(MAIN) {
        return Err(Refusal::Unsure);
    }
    if let Some((part, _)) = package.related(sheet, "/comments")? {
        return add(package, &part, notes);
    }
    let part = package.free("xl/comments", "xml");
    package.relate(sheet, RELATION, &format!("/{part}"))?;
    package.declare(&part, TYPE)?;
    let list: String = notes
        .iter()
        .map(|(spot, lines)| comment("", *spot, 0, lines))
        .collect();
    package.put(
        &part,
        format!(
            "{DECLARATION}<comments xmlns=\"{MAIN}\"><authors><author>{AUTHOR}</author></authors><commentList>{list}</commentList></comments>"
        ),
    );
    Ok(())
}

fn add(
    package: &mut Package,
    part: &str,
    notes: &BTreeMap<Spot, Vec<String>>,
) -> Result<(), Refusal> {
    let xml = package.text(part)?.ok_or(Refusal::Unsure)?;
    let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
    let p = tree.prefix(0);
    let list = tree.child(0, "commentList").ok_or(Refusal::Unsure)?;
    let authors = tree.child(0, "authors").ok_or(Refusal::Unsure)?;
    let author = tree.children(authors).count();
    let mut edits = Edits::default();
    edits.last(&tree, authors, format!("<{p}author>{AUTHOR}</{p}author>"));
    for (spot, lines) in notes {
        let own = reference(*spot);
        let of_cell = |at: &usize| tree.attribute(*at, "ref").as_deref() == Some(&own);
        match tree.children(list).find(of_cell) {
            None => edits.last(&tree, list, comment(p, *spot, author, lines)),
            Some(there) => {
                let text = tree.child(there, "text").ok_or(Refusal::Unsure)?;
                let mut before = lines.clone();
                before.insert(0, format!("\n{AUTHOR}："));
                let pieces = tree
                    .children(text)
                    .filter(|&at| ["t", "r"].contains(&tree.local(at)));
                match pieces.last().and_then(|at| tree.get(at)) {
                    Some(last) => edits.behind(last.outer.end, run(p, &before)),
                    None => edits.first(&tree, text, run(p, &before)),
                }
            }
        }
    }
    package.put(part, edits.apply(&xml).ok_or(Refusal::Unsure)?);
    Ok(())
}

fn comment(p: &str, spot: Spot, author: usize, lines: &[String]) -> String {
    let (cell, run) = (reference(spot), run(p, lines));
    format!(
        "<{p}comment ref=\"{cell}\" authorId=\"{author}\"><{p}text>{run}</{p}text></{p}comment>"
    )
}

fn run(p: &str, lines: &[String]) -> String {
    let text = escape(&lines.join("\n"));
    format!("<{p}r><{p}t xml:space=\"preserve\">{text}</{p}t></{p}r>")
}
