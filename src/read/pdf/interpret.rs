//! Runs a page's operators and puts down the characters and lines that they draw, at their places.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;

use super::font::Font;
use super::hidden::{Hidden, Marks};
use super::path::Path;
use super::state::{self, Space, State};
use super::streams::Budget;
use super::trust::Trust;
use crate::read::layout::{Area, Ink, Matrix, Page};
use crate::read::limits;

/// Forms inside forms.
const DEPTH: u32 = 12;
/// Saved states; deeper ones are those of a broken or hostile file.
const SAVED: usize = 512;
/// Reads the pages of one document.
pub struct Interpreter<'a> {
    pub budget: Budget,
    pub trust: Trust,
    pub glyphs_left: usize,
    pub pictures: bool,
    pub hidden: Hidden,
    /// Bytes of the file.
    whole: usize,
    fonts: HashMap<FontKey, Rc<Font>>,
    marker: std::marker::PhantomData<&'a ()>,
}

/// A font is known by the object that it is, or by where it is written.
type FontKey = (Option<ObjectIdentifier>, usize);

/// One content stream on its way.
struct Run<'r, 'a> {
    resources: &'r Resources<'a>,
    /// The fonts that were looked up in the resources; a stream changes its font at every word.
    fonts: HashMap<Vec<u8>, Option<Rc<Font>>>,
    state: State,
    saved: Vec<State>,
    path: Path,
    marks: Marks,
    depth: u32,
}

impl<'a> Interpreter<'a> {
    pub fn new(hidden: Hidden, whole: usize) -> Self {
        Interpreter {
            budget: Budget::new(),
            trust: Trust::default(),
            glyphs_left: limits::GLYPHS,
            pictures: false,
            hidden,
            whole,
            fonts: HashMap::new(),
            marker: std::marker::PhantomData,
        }
    }

    /// Runs the operators of a page or of a form on it.
    pub fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        matrix: Matrix,
        page: &mut Page,
    ) {
        self.run_in(content, resources, State::new(matrix), page, DEPTH);
    }

    fn run_in(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        state: State,
        page: &mut Page,
        depth: u32,
    ) {
        let mut run = Run {
            resources,
            fonts: HashMap::new(),
            state,
            saved: Vec::new(),
            path: Path::default(),
            marks: Marks::default(),
            depth,
        };
        let mut operators = UntypedIter::new(content);
        while let Some(instruction) = operators.next() {
            if !self.budget.step() {
                return;
            }
            let operands: Vec<&Object> = instruction.operands().collect();
            let operator: &[u8] = instruction.operator;
            self.operate(operator, &operands, &mut run, page);
        }
    }

    fn operate(
        &mut self,
        operator: &[u8],
        operands: &[&Object],
        run: &mut Run<'_, 'a>,
        page: &mut Page,
    ) {
        let n: Vec<f32> = operands.iter().filter_map(|o| number(o)).collect();
        let state = &mut run.state;
        match (operator, n.as_slice()) {
            (b"q", _) if run.saved.len() < SAVED => run.saved.push(state.clone()),
            (b"Q", _) => {
                if let Some(saved) = run.saved.pop() {
                    *state = saved;
                }
            }
            (b"cm", &[a, b, c, d, e, f]) => {
                state.matrix = Matrix([a, b, c, d, e, f]).then(state.matrix);
            }
            (b"g", n) => state.fill.set_in(Space::Grey, n),
            (b"G", n) => state.stroke.set_in(Space::Grey, n),
            (b"rg", n) => state.fill.set_in(Space::Rgb, n),
            (b"RG", n) => state.stroke.set_in(Space::Rgb, n),
            (b"k", n) => state.fill.set_in(Space::Cmyk, n),
            (b"K", n) => state.stroke.set_in(Space::Cmyk, n),
            (b"sc" | b"scn", n) => state.fill.set(n),
            (b"SC" | b"SCN", n) => state.stroke.set(n),
            (b"cs" | b"CS", _) => {
                if let Some(name) = name(operands) {
                    let space = state::space(name, run.resources, &mut self.budget);
                    match operator {
                        b"cs" => state.fill.change(space),
                        _ => state.stroke.change(space),
                    }
                }
            }
            (b"gs", _) => {
                let states = &run.resources.ext_g_states;
                let dict: Option<Dict> = name(operands)
                    .and_then(|name| self.look_up(states, name, |list, name| list.get(name)));
                if let Some(dict) = dict {
                    self.budget.pay(dict.data().len());
                    state::apply(state, &dict);
                }
            }
            (b"Do", _) => self.object(operands, run, page),
            (b"EI" | b"BI" | b"ID", _) => self.pictures = true,
            (b"BMC", _) => run.marks.open(false),
            (b"BDC", _) => {
                let hidden = self
                    .hidden
                    .is_hidden_mark(operands, run.resources, &mut self.budget);
                run.marks.open(hidden);
            }
            (b"EMC", _) => run.marks.close(),
            _ => {
                if !run.path.operate(operator, &n, &run.state, page) {
                    self.text(operator, &n, operands, run, page);
                }
            }
        }
    }

    /// The operators of text.
    fn text(
        &mut self,
        operator: &[u8],
        n: &[f32],
        operands: &[&Object],
        run: &mut Run<'_, 'a>,
        page: &mut Page,
    ) {
        let text = &mut run.state.text;
        match (operator, n) {
            (b"BT", _) => text.set(Matrix::IDENTITY),
            (b"Tc", &[n]) => text.between = n,
            (b"Tw", &[n]) => text.between_words = n,
            (b"Tz", &[n]) => text.stretch = n / 100.0,
            (b"TL", &[n]) => text.leading = n,
            (b"Ts", &[n]) => text.rise = n,
            (b"Tr", &[n]) => text.mode = n as i64,
            (b"Tf", &[size]) => {
                text.size = size;
                let font = name(operands).and_then(|name| self.named_font(name, run));
                run.state.text.font = font;
            }
            (b"Td", &[x, y]) => text.next_line(x, y),
            (b"TD", &[x, y]) => {
                text.leading = -y;
                text.next_line(x, y);
            }
            (b"Tm", &[a, b, c, d, e, f]) => text.set(Matrix([a, b, c, d, e, f])),
            (b"T*", _) => text.next_line(0.0, -text.leading),
            (b"Tj", _) => self.show_first(operands, run, page),
            (b"'", _) => {
                text.next_line(0.0, -text.leading);
                self.show_first(operands, run, page);
            }
            (b"\"", &[words, letters]) => {
                (text.between_words, text.between) = (words, letters);
                text.next_line(0.0, -text.leading);
                self.show_first(operands, run, page);
            }
            (b"TJ", _) => {
                if let Some(Object::Array(array)) = operands.first() {
                    self.show_all(array, run, page);
                }
            }
            _ => {}
        }
    }

    fn show_first(&mut self, operands: &[&Object], run: &mut Run<'_, 'a>, page: &mut Page) {
        let string = operands.iter().find_map(|operand| match operand {
            Object::String(string) => Some(string),
            _ => None,
        });
        if let Some(string) = string {
            self.show(string.as_bytes(), run, page);
        }
    }

    fn show_all(&mut self, array: &Array, run: &mut Run<'_, 'a>, page: &mut Page) {
        for object in array.iter::<Object>() {
            match object {
                Object::String(string) => self.show(string.as_bytes(), run, page),
                Object::Number(shift) => {
                    let text = &mut run.state.text;
                    let shift = -shift.as_f32() / 1000.0 * text.size;
                    match text.font.as_ref().is_some_and(|font| font.vertical) {
                        true => text.advance(0.0, shift),
                        false => text.advance(shift * text.stretch, 0.0),
                    }
                }
                _ => {}
            }
        }
    }

    /// Puts the characters of a string on the page.
    fn show(&mut self, bytes: &[u8], run: &mut Run<'_, 'a>, page: &mut Page) {
        let Some(font) = run.state.text.font.clone() else {
            return;
        };
        let off = run.marks.hidden > 0;
        for code in font.codes(bytes) {
            if self.glyphs_left == 0 || !self.budget.step() {
                self.budget.exhausted = true;
                return;
            }
            self.glyphs_left -= 1;
            let state = &run.state;
            let text = &state.text;
            let width = font.width(code);
            let ink = match text.mode {
                _ if off => None,
                3 | 7 => Some(Ink::None),
                _ if state.clear => Some(Ink::None),
                1 | 5 if state.stroke.white => Some(Ink::White),
                0 | 4 if state.fill.white => Some(Ink::White),
                2 | 6 if state.fill.white && state.stroke.white => Some(Ink::White),
                _ => Some(Ink::Visible),
            };
            let em = match (font.vertical, font.flipped) {
                (true, _) => Area::of((-0.5, -1.0), (0.5, 0.0)),
                (_, true) => Area::of((0.0, -0.88), (width, 0.12)),
                _ => Area::of((0.0, -0.12), (width, 0.88)),
            };
            let own = Matrix([
                text.size * text.stretch,
                0.0,
                0.0,
                text.size,
                0.0,
                text.rise,
            ]);
            let matrix = own.then(text.matrix).then(state.matrix);
            if let Some(ink) = ink {
                let shown = font.text(code);
                self.trust.count(&font, code, shown.as_deref(), ink);
                put(
                    page,
                    shown.as_deref().unwrap_or("\u{FFFD}"),
                    matrix,
                    em,
                    ink,
                );
            }
            let words = match code.length == 1 && code.code == 32 {
                true => text.between_words,
                false => 0.0,
            };
            let step = text.between + words;
            let (size, stretch) = (text.size, text.stretch);
            match font.vertical {
                true => run.state.text.advance(0.0, step - size),
                false => run.state.text.advance((width * size + step) * stretch, 0.0),
            }
        }
    }

    /// What resources call so. What is listed and cannot be read may have been looked for through the whole file.
    fn look_up<T>(
        &mut self,
        list: &Dict<'a>,
        name: &Name,
        get: fn(&Dict<'a>, &Name) -> Option<T>,
    ) -> Option<T> {
        /// Fewer steps than for what is read: broken references are met in honest files.
        const CHEAPER: usize = 16;
        let found = get(list, name);
        if found.is_none() && list.contains_key(name) {
            self.budget.pay(self.whole / CHEAPER);
        }
        found
    }

    /// The font that the resources call so.
    fn named_font(&mut self, name: &Name, run: &mut Run<'_, 'a>) -> Option<Rc<Font>> {
        if let Some(font) = run.fonts.get(name.as_ref()) {
            return font.clone();
        }
        let dict: Option<Dict> =
            self.look_up(&run.resources.fonts, name, |list, name| list.get(name));
        let font = dict.map(|dict| self.font(&dict));
        run.fonts.insert(name.as_ref().to_vec(), font.clone());
        font
    }

    fn font(&mut self, dict: &Dict) -> Rc<Font> {
        self.budget.pay(dict.data().len());
        let key = (dict.obj_id(), dict.data().as_ptr() as usize);
        if let Some(font) = self.fonts.get(&key) {
            return font.clone();
        }
        let font = Rc::new(Font::read(dict, &mut self.budget));
        self.fonts.insert(key, font.clone());
        font
    }

    /// A form is run, a picture only noted.
    fn object(&mut self, operands: &[&Object], run: &mut Run<'_, 'a>, page: &mut Page) {
        let objects = &run.resources.x_objects;
        let stream: Option<Stream> = name(operands)
            .and_then(|name| self.look_up(objects, name, |list, name| list.get(name)));
        let Some(stream) = stream.filter(|_| run.marks.hidden == 0) else {
            return;
        };
        self.budget.pay(stream.dict().data().len());
        if self
            .hidden
            .is_hidden_object(stream.dict(), &mut self.budget)
        {
            return;
        }
        if subtype(stream.dict(), b"Image") {
            self.pictures = true;
        } else if run.depth > 0 {
            self.form(
                &stream,
                run.resources,
                run.state.clone(),
                page,
                run.depth - 1,
            );
        }
    }

    /// Runs a form: a content stream with its own transform and resources.
    pub fn form(
        &mut self,
        stream: &Stream<'a>,
        around: &Resources<'a>,
        mut state: State,
        page: &mut Page,
        depth: u32,
    ) {
        let dict = stream.dict();
        if let Some(matrix) = dict.get::<[f32; 6]>(b"Matrix") {
            state.matrix = Matrix(matrix).then(state.matrix);
        }
        let resources = dict.get::<Dict>(b"Resources").map(Resources::new);
        if let Some(resources) = &resources {
            self.budget.pay(length(resources));
        }
        if let Some(content) = self.budget.unpack(stream) {
            self.run_in(
                &content,
                resources.as_ref().unwrap_or(around),
                state,
                page,
                depth,
            );
        }
    }
}

/// Bytes of all that resources list.
fn length(resources: &Resources) -> usize {
    let lists = [
        &resources.ext_g_states,
        &resources.fonts,
        &resources.properties,
        &resources.color_spaces,
        &resources.x_objects,
        &resources.patterns,
        &resources.shadings,
    ];
    lists.iter().map(|list| list.data().len()).sum()
}

/// Puts the characters of one glyph beside each other.
fn put(page: &mut Page, text: &str, matrix: Matrix, em: Area, ink: Ink) {
    let count = text.chars().count().max(1) as f32;
    let width = em.width() / count;
    for (n, character) in text.chars().enumerate() {
        let x0 = em.x0 + width * n as f32;
        let em = Area {
            x0,
            x1: x0 + width,
            ..em
        };
        page.put(character, matrix, em, ink);
    }
}

fn number(object: &Object) -> Option<f32> {
    match object {
        Object::Number(number) => Some(number.as_f32()).filter(|n| n.is_finite()),
        _ => None,
    }
}

fn name<'o, 'a>(operands: &[&'o Object<'a>]) -> Option<&'o Name<'a>> {
    operands.iter().find_map(|operand| match operand {
        Object::Name(name) => Some(name),
        _ => None,
    })
}

pub fn subtype(dict: &Dict, name: &[u8]) -> bool {
    dict.get::<Name>(b"Subtype")
        .is_some_and(|n| n.as_ref() == name)
}
