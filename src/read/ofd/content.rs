//! The content of a page, a template or a note: objects inside objects, each with its place and its transform.

use std::collections::HashMap;

use super::delta::expand;
use super::path::trails;
use super::{POINTS, numbers};
use crate::read::layout::{Area, Ink, Matrix, Page};
use crate::read::limits;
use crate::read::xml::{Tag, Token, Tokens};

/// A part whose content can be painted.
pub struct Part {
    xml: String,
    /// The page's own size in millimetres.
    pub size: Option<(f32, f32)>,
    /// Ids of its templates.
    pub templates: Vec<String>,
    /// The XML ends early.
    pub broken: bool,
}

impl Part {
    pub fn read(xml: String) -> Self {
        let (mut size, mut templates) = (None, Vec::new());
        let mut tokens = Tokens::new(&xml);
        let mut in_box = false;
        for token in tokens.by_ref() {
            match token {
                Token::Open(tag) => {
                    in_box = tag.name() == "PhysicalBox";
                    if tag.name() == "Template" {
                        templates.extend(tag.get("TemplateID"));
                    }
                }
                Token::Text(text) if in_box => size = size.or(super::size(&text)),
                Token::Text(_) => {}
                Token::Close => in_box = false,
            }
        }
        let broken = tokens.broken;
        /// Templates of one page.
        const TEMPLATES: usize = 16;
        templates.truncate(TEMPLATES);
        Part {
            xml,
            size,
            templates,
            broken,
        }
    }
}

/// Drawings that objects refer to.
pub struct Resources {
    parts: Vec<String>,
    /// For each drawing the first part that holds it, and where it begins there.
    drawings: HashMap<String, (usize, usize)>,
}

impl Resources {
    pub fn new(parts: Vec<String>) -> Self {
        let mut drawings = HashMap::new();
        for (part, xml) in parts.iter().enumerate() {
            let mut tokens = Tokens::new(xml);
            while let Some(token) = tokens.next() {
                if let Token::Open(tag) = token
                    && let Some(id) = drawing(&tag)
                {
                    drawings.entry(id).or_insert((part, tokens.span().start));
                }
            }
        }
        Resources { parts, drawings }
    }

    /// The XML of a drawing, and what stands behind it.
    fn from(&self, id: &str) -> Option<&str> {
        let (part, at) = *self.drawings.get(id)?;
        self.parts.get(part)?.get(at..)
    }
}

/// The id of a drawing.
fn drawing(tag: &Tag) -> Option<String> {
    (tag.name() == "CompositeGraphicUnit").then(|| tag.get("ID"))?
}

/// Drawings inside drawings.
const DEPTH: usize = 8;
/// Drawings that one page may refer to, inner ones counted.
const DRAWINGS: usize = 256;

/// What the pages of one document may still cost together.
pub struct Left {
    glyphs: usize,
    /// Bytes of XML: templates, notes and drawings are painted wherever they are named.
    bytes: usize,
}

impl Default for Left {
    fn default() -> Self {
        Left {
            glyphs: limits::GLYPHS,
            bytes: limits::OFD_BYTES,
        }
    }
}

impl Left {
    pub fn is_nothing(&self) -> bool {
        self.glyphs == 0 || self.bytes == 0
    }
}

/// Puts objects on a page.
pub struct Painter<'a> {
    page: Page,
    resources: &'a Resources,
    left: &'a mut Left,
    drawings_left: usize,
    pub pictures: bool,
    pub limited: bool,
}

/// An open element.
struct Level {
    matrix: Matrix,
    object: Object,
}

enum Object {
    /// What is inside is painted.
    Group,
    /// What is inside is not.
    Skipped,
    Text(Text),
    Code(Code),
    Path(Drawn),
    Data(String),
}

struct Text {
    size: f32,
    stretch: f32,
    ink: Ink,
    /// Where the last TextCode began.
    at: (f32, f32),
}

struct Code {
    x: Option<f32>,
    y: Option<f32>,
    delta_x: Option<String>,
    delta_y: Option<String>,
    text: String,
}

struct Drawn {
    stroke: Option<bool>,
    fill: bool,
    white_stroke: bool,
    white_fill: bool,
    data: String,
}

impl<'a> Painter<'a> {
    pub fn new(resources: &'a Resources, left: &'a mut Left) -> Self {
        Painter {
            page: Page::default(),
            resources,
            left,
            drawings_left: DRAWINGS,
            pictures: false,
            limited: false,
        }
    }

    /// The painted page; its size is given in millimetres.
    pub fn page(mut self, number: u32, (width, height): (f32, f32)) -> Page {
        self.page.number = number;
        (self.page.width, self.page.height) = (width * POINTS, height * POINTS);
        self.page
    }

    pub fn paint(&mut self, part: &Part) {
        self.tokens(&part.xml, false, Matrix::scale(POINTS, POINTS), DEPTH);
    }

    /// Paints a part, or only the element that it begins with.
    fn tokens(&mut self, xml: &str, one: bool, base: Matrix, depth: usize) {
        let mut levels: Vec<Level> = Vec::new();
        let mut tokens = Tokens::new(xml);
        while let Some(token) = tokens.next() {
            let spent = self.left.bytes.checked_sub(tokens.span().len());
            self.left.bytes = spent.unwrap_or(0);
            if spent.is_none() {
                self.limited = true;
                return;
            }
            match token {
                Token::Open(tag) => {
                    if levels.len() >= limits::XML_DEPTH {
                        self.limited = true;
                        return;
                    }
                    let level = self.open(&tag, &mut levels, base, depth);
                    levels.push(level);
                }
                Token::Text(text) => {
                    if let Some(level) = levels.last_mut() {
                        level.text(&text);
                    }
                }
                Token::Close => {
                    if let Some(level) = levels.pop() {
                        self.close(level, levels.last_mut());
                    }
                    if one && levels.is_empty() {
                        return;
                    }
                }
            }
        }
    }

    fn open(&mut self, tag: &Tag, levels: &mut [Level], base: Matrix, depth: usize) -> Level {
        let (outer, skipped) = levels.last().map_or((base, false), |l| {
            (l.matrix, matches!(l.object, Object::Skipped))
        });
        let hidden = tag.get("Visible").as_deref() == Some("false");
        let placed = placed(tag).then(outer);
        let (matrix, object) = match tag.name() {
            _ if skipped || hidden => (outer, Object::Skipped),
            "Clips" | "CGTransform" | "Parameters" => (outer, Object::Skipped),
            "Annot" if tag.get("Type").as_deref() == Some("Watermark") => (outer, Object::Skipped),
            "TextObject" => (placed, Object::Text(Text::of(tag))),
            "TextCode" => (outer, Object::Code(Code::of(tag))),
            "PathObject" => (placed, Object::Path(Drawn::of(tag))),
            "AbbreviatedData" => (outer, Object::Data(String::new())),
            "FillColor" | "StrokeColor" => {
                if let Some(level) = levels.last_mut() {
                    level.colour(tag);
                }
                (outer, Object::Skipped)
            }
            "CompositeObject" => {
                self.drawing(tag, placed, depth);
                (outer, Object::Skipped)
            }
            "ImageObject" => {
                self.pictures = true;
                (outer, Object::Skipped)
            }
            "Appearance" | "PageBlock" => (placed, Object::Group),
            _ => (outer, Object::Group),
        };
        Level { matrix, object }
    }

    fn drawing(&mut self, tag: &Tag, matrix: Matrix, depth: usize) {
        let Some(id) = tag.get("ResourceID") else {
            return;
        };
        if depth == 0 || self.drawings_left == 0 {
            self.limited = true;
            return;
        }
        self.drawings_left -= 1;
        let resources = self.resources;
        if let Some(xml) = resources.from(&id) {
            self.tokens(xml, true, matrix, depth - 1);
        }
    }

    fn close(&mut self, level: Level, outer: Option<&mut Level>) {
        match (level.object, outer) {
            (Object::Code(code), Some(outer)) => {
                if let Object::Text(text) = &mut outer.object {
                    self.code(&code, text, outer.matrix);
                }
            }
            (Object::Data(data), Some(outer)) => {
                if let Object::Path(path) = &mut outer.object {
                    path.data = data;
                }
            }
            (Object::Path(path), _) => self.path(&path, level.matrix),
            _ => {}
        }
    }

    /// The characters of a TextCode, each at its place.
    fn code(&mut self, code: &Code, text: &mut Text, matrix: Matrix) {
        let count = code.text.chars().count();
        let distances = |given: &Option<String>| given.as_deref().map(|text| expand(text, count));
        let (across, down) = (distances(&code.delta_x), distances(&code.delta_y));
        let vertical = across.is_none() && down.is_some();
        let (mut x, mut y) = (code.x.unwrap_or(text.at.0), code.y.unwrap_or(text.at.1));
        text.at = (x, y);
        for (n, character) in code.text.chars().enumerate() {
            if self.left.glyphs == 0 {
                self.limited = true;
                return;
            }
            self.left.glyphs -= 1;
            let natural = natural(character) * text.size * text.stretch;
            let step = match across.as_ref().map(|list| list.get(n).copied()) {
                Some(Some(step)) => step,
                _ if vertical => 0.0,
                _ => natural,
            };
            let wide = crate::read::layout::is_han(character);
            let width = match !wide && step > 0.0 && step <= text.size * 1.2 {
                true => step,
                false => natural,
            };
            let em = Area {
                x0: x,
                y0: y - 0.88 * text.size,
                x1: x + width,
                y1: y + 0.12 * text.size,
            };
            self.page.put(character, matrix, em, text.ink);
            x += step;
            y += down
                .as_ref()
                .and_then(|list| list.get(n).copied())
                .unwrap_or(0.0);
        }
    }

    fn path(&mut self, path: &Drawn, matrix: Matrix) {
        for trail in trails(&path.data) {
            let points: Vec<(f32, f32)> = trail
                .points
                .iter()
                .map(|point| matrix.point(*point))
                .collect();
            if path.stroke.unwrap_or(true) && !path.white_stroke {
                for pair in points.windows(2) {
                    let &[from, to] = pair else { continue };
                    self.page.line(from, to);
                }
                if let (true, Some(&first), Some(&last)) =
                    (trail.closed, points.first(), points.last())
                {
                    self.page.line(last, first);
                }
            }
            if path.fill && !trail.curved {
                self.page.filled_shape(&points, path.white_fill);
            }
        }
    }
}

impl Level {
    fn text(&mut self, text: &str) {
        match &mut self.object {
            Object::Code(code) => code.text.push_str(text),
            Object::Data(data) => data.push_str(text),
            _ => {}
        }
    }

    /// The colour of the object.
    fn colour(&mut self, tag: &Tag) {
        let clear = tag.get("Alpha").is_some_and(|alpha| alpha.trim() == "0");
        let white = clear || tag.get("Value").is_some_and(|value| is_white(&value));
        match (&mut self.object, tag.name()) {
            (Object::Text(text), "FillColor") if text.ink == Ink::Visible => {
                text.ink = match (clear, white) {
                    (true, _) => Ink::None,
                    (_, true) => Ink::White,
                    _ => Ink::Visible,
                };
            }
            (Object::Path(path), "FillColor") => path.white_fill = white,
            (Object::Path(path), "StrokeColor") => path.white_stroke = white,
            _ => {}
        }
    }
}

impl Text {
    fn of(tag: &Tag) -> Self {
        let number = |name: &str| numbers(&tag.get(name).unwrap_or_default()).first().copied();
        let transparent = tag.get("Alpha").is_some_and(|alpha| alpha.trim() == "0");
        Text {
            size: number("Size").filter(|size| *size > 0.0).unwrap_or(3.5),
            stretch: number("HScale").filter(|scale| *scale > 0.0).unwrap_or(1.0),
            ink: match transparent {
                true => Ink::None,
                false => Ink::Visible,
            },
            at: (0.0, 0.0),
        }
    }
}

impl Code {
    fn of(tag: &Tag) -> Self {
        let number = |name: &str| numbers(&tag.get(name).unwrap_or_default()).first().copied();
        Code {
            x: number("X"),
            y: number("Y"),
            delta_x: tag.get("DeltaX"),
            delta_y: tag.get("DeltaY"),
            text: String::new(),
        }
    }
}

impl Drawn {
    fn of(tag: &Tag) -> Self {
        let flag = |name: &str| tag.get(name).map(|value| value.trim() == "true");
        Drawn {
            stroke: flag("Stroke"),
            fill: flag("Fill").unwrap_or(false),
            white_stroke: false,
            white_fill: false,
            data: String::new(),
        }
    }
}

/// From the space of an object to the space around it: its own transform, then the corner of its boundary.
fn placed(tag: &Tag) -> Matrix {
    let own = tag
        .get("CTM")
        .map(|text| numbers(&text))
        .unwrap_or_default();
    let own = <[f32; 6]>::try_from(own).map_or(Matrix::IDENTITY, Matrix);
    let corner = tag
        .get("Boundary")
        .map(|text| numbers(&text))
        .unwrap_or_default();
    match corner.as_slice() {
        &[x, y, ..] => own.then(Matrix::shift(x, y)),
        _ => own,
    }
}

/// The advance of a character where nothing gives it, in parts of the size.
fn natural(character: char) -> f32 {
    match crate::read::layout::is_han(character) || (character as u32) > 0x2E80 {
        true => 1.0,
        false => 0.5,
    }
}

/// One component is grey, three are light, four are ink.
fn is_white(value: &str) -> bool {
    let parts: Vec<f32> = value
        .split_whitespace()
        .map(|part| match part.strip_prefix('#') {
            Some(hex) => u8::from_str_radix(hex, 16).map_or(0.0, f32::from),
            None => part.parse().unwrap_or(0.0),
        })
        .collect();
    const NEARLY: f32 = 245.0;
    match parts.len() {
        1 | 3 => parts.iter().all(|part| *part >= NEARLY),
        4 => parts.iter().all(|part| *part <= 255.0 - NEARLY),
        _ => false,
    }
}
