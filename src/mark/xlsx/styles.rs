//! Styles of cells: the same as before with a colour behind, so that borders, fonts and formats of numbers stay.

use std::collections::BTreeMap;

use super::super::Refusal;
use super::super::edits::Edits;
use super::super::package::Package;
use super::super::tag;
use super::super::tree::Tree;

/// The part of the styles, and what is added to it.
pub struct Styles {
    part: String,
    xml: String,
    fills: u32,
    formats: Vec<String>,
    prefix: String,
    new_fills: Vec<&'static str>,
    new_formats: Vec<String>,
    known: BTreeMap<(u32, &'static str), u32>,
}

impl Styles {
    pub fn of(package: &Package, main: &str) -> Result<Styles, Refusal> {
        let part = package.related(main, "/styles")?.map(|(part, _)| part);
        let part = part.unwrap_or_default();
        let xml = package.text(&part)?.unwrap_or_default();
        let tree = Tree::parse(&xml);
        let list = |name: &str| {
            let tree = tree.as_ref()?;
            Some((tree, tree.child(0, name)?))
        };
        let fills = list("fills").map_or(0, |(tree, at)| tree.children(at).count() as u32);
        let formats = list("cellXfs").map(|(tree, at)| {
            let formats = tree.children(at).map(|at| tree.source(at).to_owned());
            formats.collect()
        });
        Ok(Styles {
            fills,
            formats: formats.unwrap_or_default(),
            prefix: tree.as_ref().map_or("", |tree| tree.prefix(0)).to_owned(),
            part,
            new_fills: Vec::new(),
            new_formats: Vec::new(),
            known: BTreeMap::new(),
            xml,
        })
    }

    /// The style with a colour behind; none where the file has no such style.
    pub fn filled(&mut self, style: u32, colour: &'static str) -> Option<u32> {
        if let Some(known) = self.known.get(&(style, colour)) {
            return Some(*known);
        }
        let format = self.formats.get(style as usize)?;
        if self.fills == 0 {
            return None;
        }
        let fill = self.new_fills.iter().position(|known| *known == colour);
        let fill = fill.unwrap_or_else(|| {
            self.new_fills.push(colour);
            self.new_fills.len() - 1
        });
        let fill = (self.fills + fill as u32).to_string();
        let end = format.find('>')? + 1;
        let (head, rest) = format.split_at(end);
        let head = tag::with(head, "fillId", Some(&fill));
        let head = tag::with(&head, "applyFill", Some("1"));
        self.new_formats.push(head + rest);
        let number = (self.formats.len() + self.new_formats.len() - 1) as u32;
        self.known.insert((style, colour), number);
        Some(number)
    }

    pub fn write(&self, package: &mut Package) -> Result<(), Refusal> {
        if self.new_formats.is_empty() {
            return Ok(());
        }
        let tree = Tree::parse(&self.xml).ok_or(Refusal::Unsure)?;
        let p = &self.prefix;
        let fill = |colour: &&str| {
            format!(
                "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{colour}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
            )
        };
        let fills: String = self.new_fills.iter().map(fill).collect();
        let mut edits = Edits::default();
        for (name, text, count) in [
            ("fills", fills, self.fills as usize + self.new_fills.len()),
            (
                "cellXfs",
                self.new_formats.concat(),
                self.formats.len() + self.new_formats.len(),
            ),
        ] {
            let at = tree.child(0, name).ok_or(Refusal::Unsure)?;
            edits.last(&tree, at, text);
            if tree.attribute(at, "count").is_some() {
                let tag = tree
                    .get(at)
                    .map(|found| found.tag.clone())
                    .unwrap_or_default();
                let written = tree.xml.get(tag.clone()).unwrap_or("");
                edits.replace(tag, tag::with(written, "count", Some(&count.to_string())));
            }
        }
        package.put(&self.part, edits.apply(&self.xml).ok_or(Refusal::Unsure)?);
        Ok(())
    }
}
