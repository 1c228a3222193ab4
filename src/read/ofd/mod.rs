//! OFD (GB/T 33190) → document: the pages' text objects with their positions and path objects as lines, templates and
//! annotations included.

mod content;
mod delta;
mod path;

use content::{Left, Painter, Part, Resources};

use super::archive::{Archive, resolve};
use super::error::{ReadError, ReadErrorKind};
use super::layout::{self, Page};
use super::limits;
use super::xml::{Token, Tokens};
use crate::model::{Document, Kind, PlaceId, Trouble, TroubleKind};
use crate::text::decode;

/// Points in a millimetre.
const POINTS: f32 = 72.0 / 25.4;
/// A page without a size of its own or of its document.
const A4: (f32, f32) = (210.0, 297.0);
/// Documents in one package.
const BODIES: usize = 16;
/// Parts of one document with drawings that others refer to.
const RESOURCES: usize = 64;

/// Reads an OFD file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let archive = Archive::open(bytes).ok_or(ReadError::new(ReadErrorKind::Damaged))?;
    let mut reader = Reader {
        package: Package { archive },
        pages: Vec::new(),
        pictures: false,
        truncated: false,
        limited: false,
    };
    reader.read().map_err(ReadError::new)?;
    let Reader {
        pages,
        pictures,
        truncated,
        limited,
        ..
    } = reader;
    if pages.is_empty() {
        return Err(ReadError::new(ReadErrorKind::Damaged));
    }
    if pages.iter().all(|page| page.glyphs.is_empty()) {
        return Err(ReadError::new(match (pictures, truncated) {
            (true, _) => ReadErrorKind::Scanned,
            (false, true) => ReadErrorKind::Damaged,
            _ => ReadErrorKind::Empty,
        }));
    }
    let mut document = Document::new(Kind::Ofd);
    layout::arrange(pages, &mut document);
    for (kind, present) in [
        (TroubleKind::Truncated, truncated),
        (TroubleKind::LimitReached, limited),
    ] {
        if present {
            document.troubles.push(Trouble {
                kind,
                place: PlaceId(0),
            });
        }
    }
    Ok(document)
}

struct Package<'a> {
    archive: Archive<'a>,
}

impl Package<'_> {
    /// The text of a part, with whether it ends early; none when there is none.
    fn text(&self, path: &str) -> Result<Option<(String, bool)>, ReadErrorKind> {
        let part = self.archive.part(path)?;
        Ok(part.map(|part| (decode(&part.bytes).text, part.truncated)))
    }
}

struct Reader<'a> {
    package: Package<'a>,
    pages: Vec<Page>,
    /// There are pictures on the pages.
    pictures: bool,
    /// A part is missing or breaks off.
    truncated: bool,
    limited: bool,
}

/// What a document's main part says.
#[derive(Default)]
struct Main {
    /// In millimetres.
    size: Option<(f32, f32)>,
    resources: Vec<String>,
    templates: Vec<(String, String)>,
    pages: Vec<(String, String)>,
    annotations: Option<String>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), ReadErrorKind> {
        let locked = ["encryptions.xml", "decyptinfo.dat", "decryptinfo.dat"];
        let is_locked = |name: &str| {
            let name = name.to_ascii_lowercase();
            locked.iter().any(|end| name.ends_with(end))
        };
        if self.package.archive.names().any(is_locked) {
            return Err(ReadErrorKind::Encrypted);
        }
        let (xml, _) = self
            .package
            .text("OFD.xml")?
            .ok_or(ReadErrorKind::Damaged)?;
        let roots = texts(&xml, "DocRoot");
        for root in roots.iter().take(BODIES) {
            self.body(&resolve("", root))?;
        }
        Ok(())
    }

    fn body(&mut self, root: &str) -> Result<(), ReadErrorKind> {
        let Some((xml, _)) = self.package.text(root)? else {
            self.truncated = true;
            return Ok(());
        };
        let main = Main::read(&xml);
        let mut parts = Vec::new();
        for path in &main.resources {
            if let Ok(Some((xml, _))) = self.package.text(&resolve(root, path)) {
                parts.push(xml);
            }
        }
        let resources = Resources::new(parts);
        let annotations = self.annotations(root, &main);
        let mut templates: Vec<(String, Part)> = Vec::new();
        for (id, path) in &main.templates {
            if let Some(part) = self.part(&resolve(root, path))? {
                templates.push((id.clone(), part));
            }
        }
        let mut left = Left::default();
        for (id, path) in &main.pages {
            if self.pages.len() >= limits::PAGES || left.is_nothing() {
                self.limited = true;
                break;
            }
            let Some(part) = self.part(&resolve(root, path))? else {
                continue;
            };
            let mut painter = Painter::new(&resources, &mut left);
            for template in &part.templates {
                let found = templates.iter().find(|(id, _)| id == template);
                if let Some((_, template)) = found {
                    painter.paint(template);
                }
            }
            painter.paint(&part);
            for (_, annotation) in annotations.iter().filter(|(page, _)| page == id) {
                painter.paint(annotation);
            }
            self.pictures |= painter.pictures;
            self.limited |= painter.limited;
            let inherited = part
                .templates
                .iter()
                .find_map(|id| templates.iter().find(|(found, _)| found == id)?.1.size);
            let size = part.size.or(inherited).or(main.size).unwrap_or(A4);
            self.pages
                .push(painter.page(self.pages.len() as u32 + 1, size));
        }
        Ok(())
    }

    /// A page, a template or the notes on a page; a missing one is a trouble.
    fn part(&mut self, path: &str) -> Result<Option<Part>, ReadErrorKind> {
        match self.package.text(path) {
            Ok(Some((xml, truncated))) => {
                let part = Part::read(xml);
                self.truncated |= truncated || part.broken;
                Ok(Some(part))
            }
            Err(error @ (ReadErrorKind::TooLarge | ReadErrorKind::Encrypted)) => Err(error),
            Ok(None) | Err(_) => {
                self.truncated = true;
                Ok(None)
            }
        }
    }

    /// The notes on pages, by the page's id.
    fn annotations(&self, root: &str, main: &Main) -> Vec<(String, Part)> {
        let Some(list) = &main.annotations else {
            return Vec::new();
        };
        let list = resolve(root, list);
        let Ok(Some((xml, _))) = self.package.text(&list) else {
            return Vec::new();
        };
        let mut found: Vec<(String, Part)> = Vec::new();
        let mut page = String::new();
        let mut inside = false;
        for token in Tokens::new(&xml) {
            match token {
                Token::Open(tag) => {
                    inside = tag.name() == "FileLoc";
                    if tag.name() == "Page" {
                        page = tag.get("PageID").unwrap_or_default();
                    }
                }
                Token::Text(path) if inside && found.len() < limits::PAGES => {
                    let path = resolve(&list, path.trim());
                    if let Ok(Some((xml, _))) = self.package.text(&path) {
                        found.push((page.clone(), Part::read(xml)));
                    }
                }
                Token::Text(_) => {}
                Token::Close => inside = false,
            }
        }
        found
    }
}

impl Main {
    fn read(xml: &str) -> Self {
        let mut main = Main::default();
        let mut element = String::new();
        for token in Tokens::new(xml) {
            match token {
                Token::Open(tag) => {
                    element = tag.name().to_owned();
                    let here = || {
                        let (id, path) = (tag.get("ID")?, tag.get("BaseLoc")?);
                        Some((id, path))
                    };
                    match element.as_str() {
                        "TemplatePage" if main.templates.len() < limits::PAGES => {
                            main.templates.extend(here());
                        }
                        "Page" if main.pages.len() <= limits::PAGES => main.pages.extend(here()),
                        _ => {}
                    }
                }
                Token::Text(text) => {
                    let text = text.trim().to_owned();
                    match element.as_str() {
                        "PhysicalBox" => main.size = main.size.or(size(&text)),
                        "PublicRes" | "DocumentRes" if main.resources.len() < RESOURCES => {
                            main.resources.push(text);
                        }
                        "Annotations" => main.annotations = Some(text),
                        _ => {}
                    }
                }
                Token::Close => element.clear(),
            }
        }
        main
    }
}

/// Width and height of a box: x y width height.
fn size(text: &str) -> Option<(f32, f32)> {
    let numbers = numbers(text);
    let (width, height) = (*numbers.get(2)?, *numbers.get(3)?);
    (width > 0.0 && height > 0.0).then_some((width, height))
}

/// Numbers separated by blanks.
fn numbers(text: &str) -> Vec<f32> {
    text.split_whitespace()
        .map_while(|number| number.parse().ok())
        .filter(|number: &f32| number.is_finite())
        .collect()
}

/// The texts of all elements of a name.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    for token in Tokens::new(xml) {
        match token {
            Token::Open(tag) => inside = tag.name() == name,
            Token::Text(text) if inside => found.push(text.trim().to_owned()),
            Token::Text(_) => {}
            Token::Close => inside = false,
        }
    }
    found
}
