//! Runs a page's operators and puts down the characters and lines that they draw, at their places.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;

use super::font::Font;
use super::hidden::Hidden;
use super::state::{self, Space, State};
use super::streams::Budget;
use super::trust::Trust;
use crate::read::layout::{Area, Ink, Matrix, Page};
use crate::read::limits;

/// Forms inside forms.
const DEPTH: u32 = 12;
/// Saved states; deeper ones are those of a broken or hostile file.
const SAVED: usize = 512;
/// Points of one path; a drawing with more is no table.
const POINTS: usize = 20_000;

/// Reads the pages of one document.
pub struct Interpreter<'a> {
    pub budget: Budget,
    pub trust: Trust,
    pub glyphs_left: usize,
    pub pictures: bool,
    pub hidden: Hidden,
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
    /// Open marked contents; those that belong to a hidden layer.
    marks: Vec<bool>,
    depth: u32,
}

#[derive(Default)]
struct Path {
    trails: Vec<Vec<(f32, f32)>>,
    /// Rectangles, and outlines that were closed.
    points: usize,
    curved: bool,
}

impl<'a> Interpreter<'a> {
    pub fn new(hidden: Hidden) -> Self {
        Interpreter {
            budget: Budget::new(),
            trust: Trust::default(),
            glyphs_left: limits::GLYPHS,
            pictures: false,
            hidden,
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
            marks: Vec::new(),
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
                    let space = state::space(name, run.resources);
                    match operator {
                        b"cs" => state.fill.change(space),
                        _ => state.stroke.change(space),
                    }
                }
            }
            (b"gs", _) => {
                let dict = name(operands).and_then(|name| run.resources.get_ext_g_state(name));
                if let Some(dict) = dict {
                    state::apply(state, &dict);
                }
            }
            (b"Do", _) => self.object(operands, run, page),
            (b"EI" | b"BI" | b"ID", _) => self.pictures = true,
            (b"BMC", _) => run.marks.push(false),
            (b"BDC", _) => {
                let hidden = self.hidden.is_hidden_mark(operands, run.resources);
                run.marks.push(hidden);
            }
            (b"EMC", _) => {
                run.marks.pop();
            }
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
        let off = run.marks.contains(&true);
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

    /// The font that the resources call so.
    fn named_font(&mut self, name: &Name, run: &mut Run<'_, 'a>) -> Option<Rc<Font>> {
        if let Some(font) = run.fonts.get(name.as_ref()) {
            return font.clone();
        }
        let dict = run.resources.get_font(name);
        let font = dict.map(|dict| self.font(&dict));
        run.fonts.insert(name.as_ref().to_vec(), font.clone());
        font
    }

    fn font(&mut self, dict: &Dict) -> Rc<Font> {
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
        let stream = name(operands).and_then(|name| run.resources.get_x_object(name));
        let Some(stream) = stream.filter(|_| !run.marks.contains(&true)) else {
            return;
        };
        if self.hidden.is_hidden_object(stream.dict()) {
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

impl Path {
    /// The operators of paths; false for any other.
    fn operate(&mut self, operator: &[u8], n: &[f32], state: &State, page: &mut Page) -> bool {
        match (operator, n) {
            (b"m", &[x, y]) => self.trails.push(vec![state.matrix.point((x, y))]),
            (b"l", &[x, y]) => self.go((x, y), state),
            (b"c", &[.., x, y]) | (b"v", &[.., x, y]) | (b"y", &[.., x, y]) => {
                self.curved = true;
                self.go((x, y), state);
            }
            (b"h", _) => self.close(),
            (b"re", &[x, y, width, height]) => {
                let corners = [
                    (x, y),
                    (x + width, y),
                    (x + width, y + height),
                    (x, y + height),
                    (x, y),
                ];
                self.trails
                    .push(corners.map(|p| state.matrix.point(p)).to_vec());
                self.points += corners.len();
            }
            (b"S", _) => self.draw(state, page, true, false),
            (b"s", _) => {
                self.close();
                self.draw(state, page, true, false);
            }
            (b"f" | b"F" | b"f*", _) => self.draw(state, page, false, true),
            (b"B" | b"B*", _) => self.draw(state, page, true, true),
            (b"b" | b"b*", _) => {
                self.close();
                self.draw(state, page, true, true);
            }
            (b"n", _) => *self = Path::default(),
            (b"m" | b"l" | b"c" | b"v" | b"y" | b"re" | b"W" | b"W*", _) => {}
            _ => return false,
        }
        true
    }

    fn go(&mut self, point: (f32, f32), state: &State) {
        self.points += 1;
        if self.points <= POINTS
            && let Some(trail) = self.trails.last_mut()
        {
            trail.push(state.matrix.point(point));
        }
    }

    fn close(&mut self) {
        if let Some(trail) = self.trails.last_mut()
            && let Some(&first) = trail.first()
        {
            trail.push(first);
        }
    }

    fn draw(&mut self, state: &State, page: &mut Page, stroke: bool, fill: bool) {
        let path = std::mem::take(self);
        if path.points > POINTS || state.clear {
            return;
        }
        for trail in &path.trails {
            if stroke && !state.stroke.white {
                for pair in trail.windows(2) {
                    if let &[from, to] = pair {
                        page.line(from, to);
                    }
                }
            }
            if fill && !path.curved {
                page.filled_shape(trail, state.fill.white);
            }
        }
    }
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
