//! The lines of a page, tidied: dashes joined, double and slightly misaligned lines made one, and only those kept that
//! meet others as the lines of a table do.

use super::Area;
use super::order::sort;
use crate::read::limits;

/// A line along one axis, from one end to the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Where it runs: y of a horizontal line, x of a vertical one.
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// Lines nearer to each other than this are the same line, and a line that ends so near to another meets it.
pub const SNAP: f32 = 3.0;
/// A double line, or a crooked one, is no wider than this.
const SPREAD: f32 = 4.5;
/// Pieces of a line with a smaller gap between are one line.
const DASH: f32 = 4.5;
/// A shorter line is no side of a cell.
const SHORT: f32 = 5.0;

impl Line {
    pub fn length(&self) -> f32 {
        self.to - self.from
    }

    fn reaches(&self, at: f32) -> bool {
        self.from - SNAP <= at && at <= self.to + SNAP
    }

    /// Whether the line goes on at both sides.
    fn crosses(&self, at: f32) -> bool {
        self.from + SNAP < at && at < self.to - SNAP
    }
}

/// Whether two lines, one of each direction, meet.
pub fn meet(across: &Line, down: &Line) -> bool {
    across.reaches(down.at) && down.reaches(across.at)
}

/// The horizontal and the vertical lines of a page, in order of their place; and whether there were too many.
pub fn tidy(strokes: &[Area]) -> (Vec<Line>, Vec<Line>, bool) {
    let (mut across, mut down) = (Vec::new(), Vec::new());
    for area in strokes {
        let (x, y) = area.centre();
        if area.width() >= area.height() {
            across.push(Line {
                at: y,
                from: area.x0,
                to: area.x1,
            });
        } else {
            down.push(Line {
                at: x,
                from: area.y0,
                to: area.y1,
            });
        }
    }
    let (mut across, mut down) = (merge(across), merge(down));
    let cut = across.len().max(down.len()) > limits::LINES;
    across.truncate(limits::LINES);
    down.truncate(limits::LINES);
    prune(&mut across, &mut down);
    (across, down, cut)
}

/// Puts lines that lie on each other together.
fn merge(mut lines: Vec<Line>) -> Vec<Line> {
    sort(&mut lines, |line| line.at);
    let mut merged = Vec::new();
    let mut rest = lines.as_slice();
    while let Some(first) = rest.first() {
        let mut last = first.at;
        let near = |line: &Line| {
            let same = line.at - last <= SNAP && line.at - first.at <= SPREAD;
            last = line.at;
            same
        };
        let count = rest.iter().copied().take_while({
            let mut near = near;
            move |line| near(line)
        });
        let count = count.count().max(1);
        let (group, after) = rest.split_at(count);
        merged.extend(merge_group(group));
        rest = after;
    }
    merged.retain(|line| line.length() >= SHORT);
    merged
}

/// Lines of about the same place: their mean place by length, and their stretches joined.
fn merge_group(group: &[Line]) -> Vec<Line> {
    let weight = |line: &Line| line.length().max(0.1);
    let total: f32 = group.iter().map(weight).sum();
    let at = group.iter().map(|line| line.at * weight(line)).sum::<f32>() / total;
    let mut stretches: Vec<(f32, f32)> = group.iter().map(|line| (line.from, line.to)).collect();
    sort(&mut stretches, |stretch| stretch.0);
    let mut joined: Vec<Line> = Vec::new();
    for (from, to) in stretches {
        match joined.last_mut() {
            Some(last) if from - last.to <= DASH => last.to = last.to.max(to),
            _ => joined.push(Line { at, from, to }),
        }
    }
    joined
}

/// Drops lines that are no side of a cell: an underline, a rule between head and text. A line of a table meets two
/// others, or crosses one.
fn prune(across: &mut Vec<Line>, down: &mut Vec<Line>) {
    /// Dropping one line may leave another without company.
    const ROUNDS: usize = 4;
    for _ in 0..ROUNDS {
        let before = (across.len(), down.len());
        let kept = |line: &Line, others: &[Line], meets: &dyn Fn(&Line, &Line) -> bool| {
            let mut met = others.iter().filter(|other| meets(line, other));
            match met.next() {
                Some(first) => line.crosses(first.at) || met.next().is_some(),
                None => false,
            }
        };
        across.retain(|line| kept(line, down, &|a, d| meet(a, d)));
        down.retain(|line| kept(line, across, &|d, a| meet(a, d)));
        if before == (across.len(), down.len()) {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(x0: f32, y0: f32, x1: f32, y1: f32) -> Area {
        Area::of((x0, y0), (x1, y1))
    }

    #[test]
    fn double_dashed_and_crooked_lines_are_one() {
        let mut strokes = vec![
            // A double line, its second half dashed and a little lower.
            area(0.0, 10.0, 50.0, 10.5),
            area(0.0, 12.0, 50.0, 12.5),
            area(50.0, 11.0, 60.0, 11.5),
            area(63.0, 11.0, 73.0, 11.5),
            area(76.0, 11.4, 100.0, 11.9),
            area(0.0, 40.0, 100.0, 40.0),
            // An underline inside.
            area(20.0, 30.0, 60.0, 30.0),
        ];
        strokes.extend([0.0, 100.0].map(|x| area(x, 10.0, x, 40.0)));
        let (across, down, _) = tidy(&strokes);
        let ends: Vec<(f32, f32)> = across.iter().map(|line| (line.from, line.to)).collect();
        assert_eq!(ends, [(0.0, 100.0), (0.0, 100.0)]);
        assert_eq!(down.len(), 2);
    }
}
