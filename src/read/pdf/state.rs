//! What a PDF's operators change as they go: transforms, colours, the font and the place in a line of text.

use std::rc::Rc;

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Resources;

use super::font::Font;
use super::streams::Budget;
use crate::read::layout::Matrix;

#[derive(Clone)]
pub struct State {
    pub matrix: Matrix,
    pub fill: Paint,
    pub stroke: Paint,
    /// Fills and texts are fully transparent.
    pub clear: bool,
    pub text: Text,
}

#[derive(Clone)]
pub struct Text {
    pub font: Option<Rc<Font>>,
    pub size: f32,
    pub between: f32,
    pub between_words: f32,
    pub stretch: f32,
    pub leading: f32,
    pub rise: f32,
    pub mode: i64,
    pub matrix: Matrix,
    pub line: Matrix,
}

#[derive(Clone, Copy)]
pub struct Paint {
    space: Space,
    pub white: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Space {
    Grey,
    Rgb,
    Cmyk,
    /// Its numbers do not tell whether it is white.
    Other,
}

impl State {
    pub fn new(matrix: Matrix) -> Self {
        let black = Paint {
            space: Space::Grey,
            white: false,
        };
        State {
            matrix,
            fill: black,
            stroke: black,
            clear: false,
            text: Text {
                font: None,
                size: 0.0,
                between: 0.0,
                between_words: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0,
                matrix: Matrix::IDENTITY,
                line: Matrix::IDENTITY,
            },
        }
    }
}

impl Text {
    /// Begins a line at a place counted from the last line's beginning.
    pub fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.matrix = self.line;
    }

    pub fn set(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.matrix = matrix;
    }

    pub fn advance(&mut self, x: f32, y: f32) {
        self.matrix = Matrix::shift(x, y).then(self.matrix);
    }
}

impl Paint {
    /// A colour of the current space.
    pub fn set(&mut self, numbers: &[f32]) {
        self.white = is_white(self.space, numbers);
    }

    /// A colour of a space of its own.
    pub fn set_in(&mut self, space: Space, numbers: &[f32]) {
        self.space = space;
        self.set(numbers);
    }

    /// Another space; its first colour is black, or something like it.
    pub fn change(&mut self, space: Space) {
        *self = Paint {
            space,
            white: false,
        };
    }
}

fn is_white(space: Space, numbers: &[f32]) -> bool {
    const NEARLY: f32 = 0.96;
    let light = numbers.iter().all(|n| *n >= NEARLY);
    match (space, numbers.len()) {
        (Space::Grey, 1) | (Space::Rgb, 3) => light,
        (Space::Cmyk, 4) => numbers.iter().all(|n| *n <= 1.0 - NEARLY),
        _ => false,
    }
}

/// The space of a name.
pub fn space(name: &Name, resources: &Resources, budget: &mut Budget) -> Space {
    if let Some(space) = of_device(name.as_ref()) {
        return space;
    }
    match resources.get_color_space(name) {
        Some(Object::Name(name)) => of_device(name.as_ref()).unwrap_or(Space::Other),
        Some(Object::Array(array)) => of_array(&array, budget),
        _ => Space::Other,
    }
}

fn of_device(name: &[u8]) -> Option<Space> {
    match name {
        b"DeviceGray" | b"G" | b"CalGray" => Some(Space::Grey),
        b"DeviceRGB" | b"RGB" | b"CalRGB" => Some(Space::Rgb),
        b"DeviceCMYK" | b"CMYK" => Some(Space::Cmyk),
        _ => None,
    }
}

fn of_array(array: &Array, budget: &mut Budget) -> Space {
    budget.pay(array.data().len());
    let mut items = array.iter::<Object>();
    let Some(Object::Name(family)) = items.next() else {
        return Space::Other;
    };
    if family.as_ref() != b"ICCBased" {
        return of_device(family.as_ref()).unwrap_or(Space::Other);
    }
    let profile: Option<Stream> = items.next().and_then(Object::into_stream);
    let count = profile.and_then(|profile| {
        budget.pay(profile.dict().data().len());
        profile.dict().get::<u32>(b"N")
    });
    match count {
        Some(1) => Space::Grey,
        Some(3) => Space::Rgb,
        Some(4) => Space::Cmyk,
        _ => Space::Other,
    }
}

/// What a graphics state of the resources changes.
pub fn apply(state: &mut State, dict: &Dict) {
    if let Some(alpha) = dict.get::<f32>(b"ca") {
        state.clear = alpha <= 0.02;
    }
}
