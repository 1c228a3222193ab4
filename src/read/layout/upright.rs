//! A page turned so that most of its text runs from left to right, without what is drawn twice or is not seen.

use std::collections::HashMap;

use super::page::Ink;
use super::radicals::folded;
use super::{Area, Glyph, Page, Spot};
use crate::read::limits;

/// A page ready to be read.
#[derive(Debug, Default)]
pub struct Upright {
    pub number: u32,
    pub width: f32,
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    /// Lines of the page, whatever their direction.
    pub strokes: Vec<Area>,
    /// How far the page was turned back, in quarter turns.
    turned: u8,
    /// Characters that the eye does not see; they were left out.
    pub hidden: usize,
    /// A limit was reached.
    pub cut: bool,
    /// Size of most of its type.
    pub body: f32,
}

impl Upright {
    pub fn of(page: Page) -> Self {
        let turned = most_turned(&page.glyphs);
        let size = (page.width, page.height);
        let (width, height) = match turned % 2 {
            0 => size,
            _ => (size.1, size.0),
        };
        let mut upright = Upright {
            number: page.number,
            width,
            height,
            turned,
            cut: page.strokes.len() > limits::STROKES,
            ..Upright::default()
        };
        let strokes = page.strokes.iter().take(limits::STROKES);
        upright.strokes = strokes.map(|s| turn(s.area, turned, size)).collect();
        let shades: Vec<Area> = page.shades.iter().take(limits::SHADES).copied().collect();
        let mut seen = Seen::default();
        for glyph in page.glyphs {
            if is_hidden(&glyph, &shades) {
                upright.hidden += usize::from(!glyph.character.is_whitespace());
                continue;
            }
            let glyph = Glyph {
                character: folded(glyph.character),
                area: turn(glyph.area, turned, size),
                turn: (glyph.turn + 4 - turned) % 4,
                ..glyph
            };
            if seen.is_new(&glyph) {
                upright.glyphs.push(glyph);
            }
        }
        upright.body = most_common_size(&upright.glyphs);
        upright
    }

    /// A box of this page, as the format counts it.
    pub fn spot(&self, area: Area) -> Spot {
        let back = (4 - self.turned) % 4;
        Spot {
            page: self.number,
            area: turn(area, back, (self.width, self.height)),
        }
    }
}

/// The size of type that most characters have, to half a point.
fn most_common_size(glyphs: &[Glyph]) -> f32 {
    let mut counts: HashMap<i32, usize> = HashMap::new();
    for glyph in glyphs {
        *counts.entry((glyph.size * 2.0) as i32).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(size, count)| (*count, *size));
    most.map_or(0.0, |(size, _)| size as f32 / 2.0)
}

/// The direction of most characters.
fn most_turned(glyphs: &[Glyph]) -> u8 {
    let mut counts = [0usize; 4];
    for glyph in glyphs.iter().filter(|g| !g.character.is_whitespace()) {
        if let Some(count) = counts.get_mut(glyph.turn as usize % 4) {
            *count += 1;
        }
    }
    let total: usize = counts.iter().sum();
    let most = counts.iter().position(|count| count * 2 > total);
    most.unwrap_or(0) as u8
}

/// An area of a page of some size, when the page is turned back by some quarter turns (clockwise as text is turned).
pub fn turn(area: Area, quarters: u8, (width, height): (f32, f32)) -> Area {
    let point = |(x, y): (f32, f32)| match quarters % 4 {
        1 => (y, width - x),
        2 => (width - x, height - y),
        3 => (height - y, x),
        _ => (x, y),
    };
    Area::of(point((area.x0, area.y0)), point((area.x1, area.y1)))
}

fn is_hidden(glyph: &Glyph, shades: &[Area]) -> bool {
    match glyph.ink {
        Ink::Visible => false,
        Ink::None => true,
        Ink::White => {
            let centre = glyph.area.centre();
            !shades.iter().any(|shade| shade.holds(centre))
        }
    }
}

/// The glyphs that were met, to leave out the second stroke of a bold that is drawn twice.
#[derive(Default)]
struct Seen {
    /// Where each character stands, by a raster of [`Seen::RASTER`] points.
    places: HashMap<(char, i32, i32), Vec<(f32, f32)>>,
}

impl Seen {
    const RASTER: f32 = 8.0;
    /// Glyphs nearer than this part of their size are the same one.
    const NEAR: f32 = 0.2;
    /// In one square of the raster; more are not told apart.
    const CROWD: usize = 16;

    fn is_new(&mut self, glyph: &Glyph) -> bool {
        let (x, y) = glyph.area.centre();
        let square = |n: f32| (n / Self::RASTER).floor() as i32;
        let reach = (glyph.size * Self::NEAR).min(Self::RASTER);
        // Half of a narrow digit's advance may not pass for the same place.
        let reach_x = reach.min(glyph.area.width().max(1.0) * 0.4);
        for column in square(x - reach_x)..=square(x + reach_x) {
            for row in square(y - reach)..=square(y + reach) {
                let near = self.places.get(&(glyph.character, column, row));
                if near.is_some_and(|near| {
                    near.iter()
                        .any(|(nx, ny)| (nx - x).abs() <= reach_x && (ny - y).abs() <= reach)
                }) {
                    return false;
                }
            }
        }
        let here = self
            .places
            .entry((glyph.character, square(x), square(y)))
            .or_default();
        if here.len() < Self::CROWD {
            here.push((x, y));
        }
        true
    }
}
