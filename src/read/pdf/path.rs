//! A PDF's operators of paths: the lines and filled areas that tables are drawn with.

use super::state::State;
use crate::read::layout::Page;

/// Points of one path; a drawing with more is no table.
const POINTS: usize = 40_000;

/// The outline at work.
#[derive(Default)]
pub struct Path {
    trails: Vec<Vec<(f32, f32)>>,
    points: usize,
    curved: bool,
}

impl Path {
    /// The operators of paths; false for any other.
    pub fn operate(&mut self, operator: &[u8], n: &[f32], state: &State, page: &mut Page) -> bool {
        match (operator, n) {
            (b"m", &[x, y]) => self.begin(&[(x, y)], state),
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
                self.begin(&corners, state);
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

    fn begin(&mut self, points: &[(f32, f32)], state: &State) {
        self.points += points.len();
        if self.points <= POINTS {
            let trail = points.iter().map(|point| state.matrix.point(*point));
            self.trails.push(trail.collect());
        }
    }

    fn go(&mut self, point: (f32, f32), state: &State) {
        self.add(state.matrix.point(point));
    }

    fn close(&mut self) {
        let first = self.trails.last().and_then(|trail| trail.first());
        if let Some(&first) = first {
            self.add(first);
        }
    }

    fn add(&mut self, point: (f32, f32)) {
        self.points += 1;
        if self.points <= POINTS
            && let Some(trail) = self.trails.last_mut()
        {
            trail.push(point);
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
