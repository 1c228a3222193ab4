//! What a format hands over: the glyphs, lines and filled areas of one page, in points from the top left.

use super::{Area, Matrix};

/// One page as it is printed.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Counted from 1.
    pub number: u32,
    pub width: f32,
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    pub strokes: Vec<Stroke>,
    /// Areas filled with a colour that is not near white: white text may be read on them.
    pub shades: Vec<Area>,
}

/// One character with the em box that it stands in: as wide as its advance, as high as the type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub character: char,
    pub area: Area,
    /// Size of the type in points.
    pub size: f32,
    /// Quarter turns clockwise, 0 to 3.
    pub turn: u8,
    pub ink: Ink,
}

/// Whether the eye sees a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Visible,
    /// White or nearly so: seen only on a shade.
    White,
    /// Never drawn, as the text that recognition lays under a scanned picture.
    None,
}

/// A straight line along one of the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub area: Area,
}

/// Wider than this, a filled rectangle is an area and no line.
const LINE_WIDTH: f32 = 3.5;
/// Shorter than this, a stroke is part of a dash or of a drawing of its own.
const SPECK: f32 = 0.2;

/// Text that leans further off the axes, as a part of its length, is a watermark and no part of the text.
const SLANT: f32 = 0.15;

impl Page {
    /// Keeps a character: `em` is its box in the space of its text, `matrix` leads from there to the page.
    pub fn put(&mut self, character: char, matrix: Matrix, em: Area, ink: Ink) {
        let corners = [
            (em.x0, em.y0),
            (em.x1, em.y0),
            (em.x0, em.y1),
            (em.x1, em.y1),
        ];
        let Some(area) = Area::around(corners.map(|corner| matrix.point(corner))) else {
            return;
        };
        let (dx, dy) = matrix.direction((1.0, 0.0));
        let turn = match (dx.abs(), dy.abs()) {
            (along, off) if off <= SLANT * along => u8::from(dx < 0.0) * 2,
            (off, along) if off <= SLANT * along => 1 + u8::from(dy < 0.0) * 2,
            _ => return,
        };
        let (ux, uy) = matrix.direction((0.0, 1.0));
        let size = em.height() * ux.hypot(uy);
        if !character.is_control() && size > 0.0 && size.is_finite() {
            self.glyphs.push(Glyph {
                character,
                area,
                size,
                turn,
                ink,
            });
        }
    }

    /// Keeps a drawn line between two points, if it runs along an axis.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.thin(Area::of(from, to));
    }

    /// Keeps a filled rectangle: a line where it is thin, otherwise an area where it is not white.
    pub fn filled(&mut self, area: Area, white: bool) {
        if !area.is_finite() {
            return;
        }
        if area.width().min(area.height()) > LINE_WIDTH {
            if !white {
                self.shades.push(area);
            } else {
                // What is painted over is not seen any more.
                self.shades.retain(|shade| {
                    !(area.x0 <= shade.x0
                        && area.y0 <= shade.y0
                        && area.x1 >= shade.x1
                        && area.y1 >= shade.y1)
                });
            }
        } else if !white {
            self.thin(area);
        }
    }

    /// Keeps a filled shape where it is a rectangle along the axes, or as thin as a line.
    pub fn filled_shape(&mut self, points: &[(f32, f32)], white: bool) {
        let Some(area) = Area::around(points.iter().copied()) else {
            return;
        };
        let thin = area.width().min(area.height()) <= LINE_WIDTH;
        let on_corner = |&(x, y): &(f32, f32)| {
            let near = |a: f32, b: f32| (a - b).abs() < 0.5;
            (near(x, area.x0) || near(x, area.x1)) && (near(y, area.y0) || near(y, area.y1))
        };
        if thin || (4..=6).contains(&points.len()) && points.iter().all(on_corner) {
            self.filled(area, white);
        }
    }

    fn thin(&mut self, area: Area) {
        let (thin, long) = (
            area.width().min(area.height()),
            area.width().max(area.height()),
        );
        if area.is_finite() && thin <= LINE_WIDTH && long >= SPECK {
            self.strokes.push(Stroke { area });
        }
    }
}
