//! What is printed on every page and belongs to none: page numbers, running heads and feet.

use std::collections::HashMap;

use super::Area;
use super::flow::{Leaf, whole};
use super::lines::Run;
use super::order::sort;

/// Heads and feet stand in this part of the page's height at its top and bottom.
const EDGE: f32 = 0.13;
/// Places on different pages that are the same place, in points.
const SAME_PLACE: f32 = 6.0;

/// Drops page numbers, and lines of the page's edge that come again at the same place of other pages.
pub fn drop(leaves: &mut [Leaf]) {
    // Pattern → page and height of each line.
    let mut met: HashMap<String, Vec<(u32, f32)>> = HashMap::new();
    for leaf in leaves.iter() {
        for (_, line) in edge_lines(&leaf.runs, leaf.page.height) {
            if let Some(pattern) = pattern(&line) {
                let here = met.entry(pattern).or_default();
                // Once a page, and no more than a hostile document may cost.
                if here
                    .last()
                    .is_none_or(|(page, _)| *page != leaf.page.number)
                {
                    here.push((leaf.page.number, line.area.y0));
                }
            }
        }
    }
    let least = match leaves.len() {
        0..=3 => 2,
        pages => (pages / 3).clamp(3, 6),
    };
    let comes_again = |line: &Run| {
        let places = pattern(line).and_then(|pattern| met.get(&pattern));
        let near = |(_, y): &&(u32, f32)| (y - line.area.y0).abs() <= SAME_PLACE;
        places.map_or(0, |places| places.iter().filter(near).take(least).count()) >= least
    };
    for leaf in leaves.iter_mut() {
        let (width, height) = (leaf.page.width, leaf.page.height);
        let tables: Vec<Area> = leaf.tables.iter().map(|(area, _)| *area).collect();
        let beside = |run: &Run| {
            let (_, y) = run.area.centre();
            tables.iter().any(|area| area.y0 < y && y < area.y1)
        };
        let dropped: Vec<usize> = edge_lines(&leaf.runs, height)
            .into_iter()
            .filter(|(_, line)| {
                let number = is_number(&line.text) && is_outermost(line, &leaf.runs, height);
                number && !beside(line) || comes_again(line)
            })
            .flat_map(|(runs, _)| runs)
            .collect();
        let mut at = 0;
        leaf.runs.retain(|_| {
            at += 1;
            !dropped.contains(&(at - 1))
        });
        leaf.turned.retain(|run| {
            let (x, y) = run.area.centre();
            let edge = x < width * EDGE || x > width * (1.0 - EDGE);
            !(is_number_part(&run.text) && (edge || y < height * EDGE || y > height * (1.0 - EDGE)))
        });
    }
}

fn in_edge(area: Area, height: f32) -> bool {
    area.y1 < height * EDGE || area.y0 > height * (1.0 - EDGE)
}

/// A text without its figures: 第 3 页 and 第 4 页 are the same foot. None for a line that has too few words to be known
/// again, or has a figure of its own, as the row of a table.
fn pattern(line: &Run) -> Option<String> {
    let figure = |word: &str| word.chars().all(|c| !c.is_alphabetic());
    let words = line.text.chars().filter(|c| c.is_alphabetic()).count();
    if words < 2 || !is_number(&line.text) && line.text.split(' ').any(figure) {
        return None;
    }
    let letters = line.text.chars().filter(|c| !c.is_whitespace());
    Some(
        letters
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect(),
    )
}

/// The lines at the edges of a page, with the indices of their runs.
fn edge_lines(runs: &[Run], height: f32) -> Vec<(Vec<usize>, Run)> {
    /// A page's edge holds fewer runs; more is a drawing.
    const MOST: usize = 200;
    let mut edge: Vec<(usize, &Run)> = runs
        .iter()
        .enumerate()
        .filter(|(_, run)| in_edge(run.area, height))
        .take(MOST)
        .collect();
    sort(&mut edge, |(_, run)| run.area.centre().1);
    let mut lines: Vec<(Vec<usize>, Vec<Run>)> = Vec::new();
    for (at, run) in edge {
        match lines.last_mut() {
            Some((indices, line)) if line.first().is_some_and(|first| same_line(first, run)) => {
                indices.push(at);
                line.push(run.clone());
            }
            _ => lines.push((vec![at], vec![run.clone()])),
        }
    }
    let whole = |(indices, mut line): (Vec<usize>, Vec<Run>)| {
        sort(&mut line, |run| run.area.x0);
        (indices, whole(line))
    };
    lines.into_iter().map(whole).collect()
}

fn same_line(a: &Run, b: &Run) -> bool {
    (a.area.centre().1 - b.area.centre().1).abs() < a.size.min(b.size) * 0.6
}

/// Nothing stands further out.
fn is_outermost(line: &Run, runs: &[Run], height: f32) -> bool {
    let (_, middle) = line.area.centre();
    let inside = |run: &Run| match middle < height / 2.0 {
        true => run.area.centre().1 > middle,
        false => run.area.centre().1 < middle,
    };
    runs.iter().all(|run| inside(run) || same_line(run, line))
}

/// - 3 -, 第 3 页, 第 3 页 共 5 页, 3/5, Page 3 of 5, 3.
fn is_number(text: &str) -> bool {
    const LONGEST: usize = 24;
    let text = text.trim().to_ascii_lowercase();
    if text.chars().count() > LONGEST {
        return false;
    }
    let figures: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|figure| !figure.is_empty())
        .collect();
    let mut words: String = text
        .chars()
        .filter(|c| !c.is_ascii_digit() && !c.is_whitespace())
        .collect();
    let worded = !words.is_empty();
    for word in [
        "第", "页", "共", "page", "of", "/", "-", "－", "—", "–", "―", "─", "·", "~", ",", "，",
        "|",
    ] {
        words = words.replace(word, "");
    }
    let short = figures.iter().all(|figure| figure.len() <= 4);
    words.is_empty() && short && (figures.len() == 1 || figures.len() == 2 && worded)
}

/// A page number or a dash beside it.
fn is_number_part(text: &str) -> bool {
    is_number(text) || text.chars().all(|c| "-－—–―─ ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known() {
        let cases = [
            ("- 3 -", true),
            ("—12—", true),
            ("第 3 页", true),
            ("第3页 共5页", true),
            ("3/12", true),
            ("Page 3 of 5", true),
            ("7", true),
            ("2023年", false),
            ("合计 12", false),
            ("总页", false),
            ("0 0 0", false),
            ("1 0", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_number(text), expected, "{text}");
        }
    }
}
