//! Glyphs to lines of text: what stands at the same height is a line, a wide gap parts it into pieces.

use super::order::sort;
use super::{Area, Glyph};
use crate::text::setting::raised;

/// A run of text on one line without a wide gap.
#[derive(Clone, Debug, Default)]
pub struct Run {
    pub text: String,
    pub area: Area,
    pub size: f32,
    /// Width of the last glyph, to tell whether another one would still fit.
    pub last: f32,
}

/// Glyphs whose middles differ by less than this part of their size stand on one line.
const SAME_LINE: f32 = 0.45;
/// A gap from this part of the size on is a blank between letters or digits.
const BLANK: f32 = 0.28;
/// Chinese text set to a width leaves more.
const BLANK_HAN: f32 = 0.6;
/// A gap from this part of the size on parts two runs.
const WIDE: f32 = 1.5;

/// A raised glyph is smaller than this part of the text before it, and ends higher by that part of its size.
const SMALLER: f32 = 0.75;
const HIGHER: f32 = 0.25;

/// From such a gap on, figures beside each other are two figures.
const APART: f32 = 0.8;

/// Runs from top to bottom and, on one line, from left to right.
pub fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    split(glyphs, WIDE)
}

/// The text of a cell: its lines joined as a reader joins them. `area` is the room that the cell has.
pub fn cell_text(glyphs: &[Glyph], area: Area) -> String {
    join(&split(glyphs, f32::INFINITY), area)
}

fn split(glyphs: &[Glyph], wide: f32) -> Vec<Run> {
    let mut runs = Vec::new();
    for mut line in by_height(glyphs) {
        sort(&mut line, |glyph| glyph.area.x0);
        let mut run: Option<Run> = None;
        let mut blank = false;
        for glyph in line {
            if glyph.character.is_whitespace() {
                blank = true;
                continue;
            }
            let gap = run.as_ref().map_or(0.0, |run| glyph.area.x0 - run.area.x1);
            let figures = gap > APART * glyph.size
                && glyph.character.is_ascii_digit()
                && run.as_ref().is_some_and(ends_in_figure);
            if gap > wide * glyph.size || figures && wide.is_finite() {
                runs.extend(run.take());
            } else if let (true, Some(run)) = (figures, &mut run) {
                run.text.push('\n');
            }
            extend(&mut run, glyph, gap, blank);
            blank = false;
        }
        runs.extend(run);
    }
    runs
}

fn ends_in_figure(run: &Run) -> bool {
    run.text.ends_with(|c: char| c.is_ascii_digit())
}

fn extend(run: &mut Option<Run>, glyph: &Glyph, gap: f32, blank: bool) {
    let Some(run) = run else {
        *run = Some(Run {
            text: glyph.character.to_string(),
            area: glyph.area,
            size: glyph.size,
            last: glyph.area.width(),
        });
        return;
    };
    let before = run.text.chars().next_back().unwrap_or(' ');
    let parted = before == '\n';
    let least = match is_han(before) && is_han(glyph.character) {
        true => BLANK_HAN,
        false => BLANK,
    };
    // A blank that was typed counts between words, elsewhere only where it shows.
    let words = before.is_ascii_alphabetic() && glyph.character.is_ascii_alphabetic();
    let gap = gap > least * glyph.size || blank && (words || gap > 0.1 * glyph.size);
    if gap && !parted {
        run.text.push(' ');
    }
    run.text.push(match is_raised(run, glyph) {
        true => raised(glyph.character),
        false => glyph.character,
    });
    run.area = run.area.with(glyph.area);
    run.size = run.size.max(glyph.size);
    run.last = glyph.area.width();
}

/// Smaller and higher than the text before it: the mark of a footnote.
fn is_raised(run: &Run, glyph: &Glyph) -> bool {
    glyph.size < SMALLER * run.size && glyph.area.y1 < run.area.y1 - HIGHER * run.size
}

/// Glyphs of one height together, from the top.
fn by_height(glyphs: &[Glyph]) -> Vec<Vec<&Glyph>> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    sort(&mut sorted, |glyph| glyph.area.centre().1);
    let mut lines: Vec<(f32, f32, Vec<&Glyph>)> = Vec::new();
    for glyph in sorted {
        let middle = glyph.area.centre().1;
        match lines.last_mut() {
            Some((first, size, line))
                if middle - *first <= SAME_LINE * size.min(glyph.size).max(2.0) =>
            {
                line.push(glyph);
            }
            _ => lines.push((middle, glyph.size, vec![glyph])),
        }
    }
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// Joins lines into one text: Chinese goes on without a blank, words with one. Figures go on only where the line was
/// full, so that two of them in one cell stay two.
pub fn join(lines: &[Run], area: Area) -> String {
    let mut text = String::new();
    let mut before: Option<&Run> = None;
    for line in lines {
        if let Some(before) = before {
            text.push_str(between(before, line, area));
        }
        text.push_str(&line.text);
        before = Some(line);
    }
    text
}

/// What stands between a line and the next.
pub fn between(before: &Run, next: &Run, area: Area) -> &'static str {
    let (Some(end), Some(start)) = (before.text.chars().next_back(), next.text.chars().next())
    else {
        return "";
    };
    let figure = |run: &Run| {
        run.text
            .chars()
            .all(|c| c.is_ascii_digit() || ".,-%".contains(c))
    };
    if figure(before) && figure(next) {
        let side = (before.area.x0 - area.x0)
            .min(area.x1 - before.area.x1)
            .max(0.0);
        let room = area.width() - before.area.width() - side.min(before.last);
        return if room < next.last * 1.5 { "" } else { "\n" };
    }
    let word = |c: char| c.is_alphanumeric() && !is_han(c);
    match word(end) && word(start) && !(end.is_ascii_digit() && start.is_ascii_digit()) {
        true => " ",
        false if figure(before) != figure(next) && !is_han(end) && !is_han(start) => "\n",
        false => "",
    }
}

/// Chinese characters and their punctuation.
pub fn is_han(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x303F | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF | 0x2014 | 0x2018..=0x201D | 0x2026)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::layout::page::Ink;

    fn glyphs(text: &str, x: f32, y: f32) -> Vec<Glyph> {
        let mut at = x;
        let mut glyphs = Vec::new();
        for character in text.chars() {
            let width = if is_han(character) { 10.0 } else { 5.0 };
            glyphs.push(Glyph {
                character,
                area: Area::of((at, y), (at + width, y + 10.0)),
                size: 10.0,
                turn: 0,
                ink: Ink::Visible,
            });
            at += width;
        }
        glyphs
    }

    #[test]
    fn lines_of_a_cell_are_joined() {
        // Lines of a cell that is 30 points wide, 12 apart.
        let cases: &[(&[&str], &str)] = &[
            (&["本年新", "收政府"], "本年新收政府"),
            (&["12", "3"], "12\n3"),
            (&["123456", "78"], "12345678"),
            (&["Word", "file"], "Word file"),
            (&["商", "业", "企", "业"], "商业企业"),
            (&["2.其他", "事项"], "2.其他事项"),
        ];
        for (lines, expected) in cases {
            let cell = Area::of((0.0, 0.0), (30.0, 100.0));
            let all: Vec<Glyph> = lines
                .iter()
                .enumerate()
                .flat_map(|(n, line)| glyphs(line, 0.0, n as f32 * 12.0))
                .collect();
            assert_eq!(cell_text(&all, cell), *expected);
        }
    }

    #[test]
    fn a_wide_gap_parts_runs() {
        let mut line = glyphs("总计", 0.0, 0.0);
        line.extend(glyphs("12 3", 60.0, 2.0));
        let found: Vec<String> = runs(&line).into_iter().map(|run| run.text).collect();
        assert_eq!(found, ["总计", "12 3"]);
    }

    #[test]
    fn a_raised_digit_is_a_mark() {
        let mut cell = glyphs("12", 0.0, 0.0);
        let mut mark = glyphs("1", 10.0, 0.0);
        for glyph in &mut mark {
            (glyph.size, glyph.area) = (5.8, Area::of((10.0, 0.9), (13.0, 6.7)));
        }
        cell.extend(mark.iter().copied());
        assert_eq!(cell_text(&cell, Area::of((0.0, 0.0), (30.0, 10.0))), "12¹");
        // As small, but on the line: a digit in another font.
        mark[0].area = Area::of((10.0, 4.2), (13.0, 10.0));
        cell.splice(2.., mark);
        assert_eq!(cell_text(&cell, Area::of((0.0, 0.0), (30.0, 10.0))), "121");
    }

    #[test]
    fn figures_beside_each_other_stay_two() {
        let mut line = glyphs("1", 0.0, 0.0);
        line.extend(glyphs("2", 14.0, 0.0));
        let found: Vec<String> = runs(&line).into_iter().map(|run| run.text).collect();
        assert_eq!(found, ["1", "2"]);
        assert_eq!(cell_text(&line, Area::of((0.0, 0.0), (30.0, 10.0))), "1\n2");
    }
}
