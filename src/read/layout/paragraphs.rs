//! Lines to paragraphs: a line that fills its room goes on in the next one, a title broken over two lines too.

use super::lines::{Run, between};
use super::upright::Upright;
use super::{Area, Part, Spot};

/// A paragraph, or a line that may become one.
pub struct Joined {
    pub text: String,
    pub spot: Spot,
    /// The last line.
    last: Run,
    /// The room of the text around it.
    room: Area,
    page: u32,
    /// Size of most of the page's type.
    body: f32,
}

/// Sizes of type that differ by less are the same.
const SAME_SIZE: f32 = 0.12;
/// A line that ends so many characters before the margin is full.
const FULL: f32 = 1.7;
/// An indent of a paragraph, in characters.
const INDENT: f32 = 0.9;
/// The room of running text, in characters.
const WIDE: f32 = 12.0;
/// Blank between two lines of a paragraph, in characters.
const LEADING: f32 = 1.7;
/// Type of a title: larger than the page's other type.
const TITLE: f32 = 1.15;

impl Joined {
    pub fn new(line: Run, room: Area, page: &Upright) -> Self {
        Joined {
            text: line.text.clone(),
            spot: page.spot(line.area),
            last: line,
            room,
            page: page.number,
            body: page.body,
        }
    }

    fn goes_on_in(&self, next: &Joined) -> bool {
        let (a, b) = (&self.last, &next.last);
        let size = a.size.max(b.size);
        if (a.size - b.size).abs() > SAME_SIZE * size || starts_anew(&next.text) {
            return false;
        }
        let near = match next.page.checked_sub(self.page) {
            Some(0) => {
                let gap = b.area.y0 - a.area.y1;
                -0.5 * size < gap && gap < LEADING * size
            }
            Some(1) => (self.room.x0 - next.room.x0).abs() < size,
            _ => false,
        };
        let full = a.area.x1 >= self.room.x1 - FULL * size;
        let indented = b.area.x0 > next.room.x0 + INDENT * size;
        let running = full && !indented && self.room.width() > WIDE * size;
        let centred = (a.area.centre().0 - b.area.centre().0).abs() < 0.6 * size
            && b.area.x0 > next.room.x0 + 2.0 * size;
        near && (running || centred && self.page == next.page && size >= TITLE * self.body)
    }
}

/// Joins the lines of all pages; a table between ends a paragraph.
pub fn join_over_pages(parts: Vec<Part>) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        let Part::Text(line) = part else {
            joined.push(part);
            continue;
        };
        match joined.last_mut() {
            Some(Part::Text(paragraph)) if paragraph.goes_on_in(&line) => {
                let between = between(&paragraph.last, &line.last, paragraph.room);
                paragraph.text.push_str(between);
                paragraph.text.push_str(&line.text);
                paragraph.spot = paragraph.spot.with(line.spot);
                (paragraph.last, paragraph.room, paragraph.page) =
                    (line.last, line.room, line.page);
            }
            _ => joined.push(Part::Text(line)),
        }
    }
    joined
}

/// Whether a text begins with an ordinal, as headings and items of a list do: 一、 （一） 1. (1) 第一章
pub fn starts_anew(text: &str) -> bool {
    let mut rest = text.trim_start();
    let opened = rest.starts_with(['（', '(']);
    rest = rest.trim_start_matches(['（', '(', '第']);
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let count = rest.chars().take_while(|c| number(*c)).count();
    let after = rest.chars().nth(count);
    (1..=3).contains(&count)
        && match after {
            Some('）' | ')') => opened,
            Some('、') => true,
            Some('.' | '．') => !rest
                .chars()
                .nth(count + 1)
                .is_some_and(|c| c.is_ascii_digit()),
            Some('章' | '节' | '条') => text.trim_start().starts_with('第'),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_start_anew() {
        let cases = [
            ("一、总体情况", true),
            ("（二）主动公开", true),
            ("1.属于国家秘密", true),
            ("(3) 其他", true),
            ("第十条 内容", true),
            ("2023年", false),
            ("1.5 万元", false),
            ("一般情况", false),
            ("）其他", false),
        ];
        for (text, expected) in cases {
            assert_eq!(starts_anew(text), expected, "{text}");
        }
    }
}
