//! The parts of a package: read as text whose bytes are known, written back beside all others as they were.

use super::Refusal;
use super::edits::{Edits, escape};
use super::tree::Tree;
use super::zip;
use crate::read::archive::{Archive, resolve};

const MARK: &str = "\u{feff}";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "[Content_Types].xml";
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pub struct Package<'a> {
    bytes: &'a [u8],
    archive: Archive<'a>,
    /// Parts that are new or written to, by the names of their entries.
    parts: Vec<(String, String)>,
}

impl<'a> Package<'a> {
    /// Opens a package that may be changed: a signature would break.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = Archive::open(bytes).ok_or(Refusal::Unsure)?;
        let signed = |name: &str| {
            let name = name.to_ascii_lowercase();
            name.contains("_xmlsignatures/") || name == "meta-inf/documentsignatures.xml"
        };
        if archive.names().any(signed) {
            return Err(Refusal::Signed);
        }
        Ok(Package {
            bytes,
            archive,
            parts: Vec::new(),
        })
    }

    pub fn archive(&self) -> &Archive<'a> {
        &self.archive
    }

    /// The entry's own way of writing a part's name.
    fn entry(&self, name: &str) -> Option<String> {
        let written = self.parts.iter().map(|(name, _)| name.as_str());
        let mut names = self.archive.names().chain(written);
        let found = names.find(|entry| entry.eq_ignore_ascii_case(name));
        found.map(str::to_owned)
    }

    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The text of a part as it stands now, without a mark of its byte order; nothing where there is none.
    pub fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(name) = self.entry(name) else {
            return Ok(None);
        };
        if let Some((_, text)) = self.parts.iter().find(|(written, _)| *written == name) {
            return Ok(Some(text.trim_start_matches(MARK).to_owned()));
        }
        let part = self.archive.part(&name).ok().flatten();
        let part = part.filter(|part| !part.truncated).ok_or(Refusal::Unsure)?;
        let text = String::from_utf8(part.bytes).map_err(|_| Refusal::Unsure)?;
        Ok(Some(text.trim_start_matches(MARK).to_owned()))
    }

    /// Writes a part, old or new.
    pub fn put(&mut self, name: &str, text: String) {
        let name = self.entry(name).unwrap_or_else(|| name.to_owned());
        let marked = self.archive.part(&name).ok().flatten();
        let marked = marked.is_some_and(|part| part.bytes.starts_with(MARK.as_bytes()));
        let text = if marked {
            format!("{MARK}{text}")
        } else {
            text
        };
        match self.parts.iter_mut().find(|(written, _)| *written == name) {
            Some((_, part)) => *part = text,
            None => self.parts.push((name, text)),
        }
    }

    /// Adds to the root element of a part.
    pub fn append(&mut self, name: &str, xml: &str, text: &str) -> Result<(), Refusal> {
        let tree = Tree::parse(xml).ok_or(Refusal::Unsure)?;
        let mut edits = Edits::default();
        edits.last(&tree, 0, text);
        self.put(name, edits.apply(xml).ok_or(Refusal::Unsure)?);
        Ok(())
    }

    /// A name of a part that is not taken: `word/comments.xml`, `word/comments1.xml` …
    pub fn free(&self, stem: &str, ending: &str) -> String {
        let names = (0_u32..).map(|number| match number {
            0 => format!("{stem}.{ending}"),
            _ => format!("{stem}{number}.{ending}"),
        });
        let mut free = names.into_iter().filter(|name| !self.has(name));
        free.next().unwrap_or_default()
    }

    /// The part that another names in a relationship of the type that ends so, with the relationship's id.
    pub fn related(&self, part: &str, kind: &str) -> Result<Option<(String, String)>, Refusal> {
        let Some(xml) = self.text(&relations(part))? else {
            return Ok(None);
        };
        let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
        let of_kind = |at: &usize| {
            let found = tree.attribute(*at, "Type");
            found.is_some_and(|found| found.ends_with(kind))
        };
        let found = tree.children(0).find(of_kind);
        let found = found.and_then(|at| {
            let target = tree.attribute(at, "Target")?;
            Some((resolve(part, &target), tree.attribute(at, "Id")?))
        });
        Ok(found)
    }

    /// The part behind a relationship of another, by the relationship's id.
    pub fn target(&self, part: &str, id: &str) -> Result<Option<String>, Refusal> {
        let Some(xml) = self.text(&relations(part))? else {
            return Ok(None);
        };
        let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
        let own = |at: &usize| tree.attribute(*at, "Id").as_deref() == Some(id);
        let found = tree.children(0).find(own);
        let target = found.and_then(|at| tree.attribute(at, "Target"));
        Ok(target.map(|target| resolve(part, &target)))
    }

    /// Names a part in the relationships of another; gives the relationship's id.
    pub fn relate(&mut self, part: &str, kind: &str, target: &str) -> Result<String, Refusal> {
        let name = relations(part);
        let empty = || format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\"/>");
        let xml = self.text(&name)?.unwrap_or_else(empty);
        let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
        let taken: Vec<String> = tree
            .children(0)
            .filter_map(|at| tree.attribute(at, "Id"))
            .collect();
        let mut free = (1_u32..).map(|number| format!("rIdGouji{number}"));
        let id = free.find(|id| !taken.contains(id)).unwrap_or_default();
        let (prefix, target) = (tree.prefix(0), escape(target));
        let relation =
            format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>");
        self.append(&name, &xml, &relation)?;
        Ok(id)
    }

    /// Says of what type a part is.
    pub fn declare(&mut self, part: &str, kind: &str) -> Result<(), Refusal> {
        let xml = self.text(TYPES)?.ok_or(Refusal::Unsure)?;
        let tree = Tree::parse(&xml).ok_or(Refusal::Unsure)?;
        let (prefix, part) = (tree.prefix(0), escape(part));
        let override_ = format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{kind}\"/>");
        self.append(TYPES, &xml, &override_)
    }

    /// The package with what was written.
    pub fn write(&self) -> Result<Vec<u8>, Refusal> {
        let parts = self.parts.iter();
        let parts: Vec<_> = parts
            .map(|(name, text)| (name.clone(), text.clone().into_bytes()))
            .collect();
        zip::rewrite(self.bytes, &parts).ok_or(Refusal::Unsure)
    }
}

/// The part that holds the relationships of a part.
fn relations(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    resolve("", &format!("{folder}/_rels/{file}.rels"))
}
