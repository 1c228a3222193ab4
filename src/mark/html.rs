//! HTML: figures in the bytes where they stand; marks as a title and an outline of the cell, which show without script.
//! What is written into a page in GB18030 is ASCII: other characters stand as references.

use std::ops::Range;

use super::edits::{Edits, escape};
use super::mend::{Left, Mend};
use super::notes::Note;
use super::{Copy, Job, Refusal, tag};
use crate::finding::Severity;
use crate::model::{Block, Kind, Place, PlaceId};
use crate::read::html;
use crate::text::decode;

const MARK: &[u8] = b"\xEF\xBB\xBF";
/// How long a start tag may be.
const TAG: usize = 8192;
/// Elements without an end have no inside to point at.
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "link", "meta"];
/// Elements that a figure may be written into.
const AROUND: [&str; 7] = ["p", "div", "span", "font", "b", "strong", "center"];
/// What stands for nothing in a cell.
const BLANKS: [&str; 6] = ["&nbsp;", "&#160;", "&#xa0;", "&#xA0;", "&ensp;", "&emsp;"];

pub fn copy(job: &Job) -> Result<Copy, Refusal> {
    let decoded = decode(job.bytes);
    let text = decoded.text.as_str();
    let bytes = job.bytes.strip_prefix(MARK);
    let utf8 = bytes.unwrap_or(job.bytes) == text.as_bytes();
    let chinese = ["gb", "x-gb"]
        .iter()
        .any(|start| decoded.charset.starts_with(start));
    // Offsets into what a script spells, or behind the clipboard's own offsets, are not those of the file.
    let elsewhere = html::is_spelled(text) || text.starts_with("Version:");
    if decoded.lossy || elsewhere || !(utf8 || chinese) {
        return Err(Refusal::Format(Kind::Html));
    }
    let mut writer = Writer {
        job,
        text,
        utf8,
        edits: Edits::default(),
    };
    let left = job.mend(|mend| writer.mend(mend));
    let mut notes = job.notes(&left);
    let mut tags: Vec<(Range<usize>, Note)> = Vec::new();
    notes.settle(job, |note| match writer.tag(note.place) {
        Some(tag) => {
            gather(&mut tags, tag, note);
            true
        }
        None => false,
    });
    if notes.aside.count > 0 {
        let mut places = job.checked.document.blocks.iter().filter_map(first);
        let beginning = places.find_map(|place| writer.tag(place));
        gather(&mut tags, beginning.ok_or(Refusal::Unsure)?, &notes.aside);
    }
    for (tag, note) in tags {
        writer.mark(tag, &note);
    }
    let edits = writer.edits;
    let copy = match utf8 {
        true => edits.splice(job.bytes, |at| Some(at + job.bytes.len() - text.len())),
        false => {
            let offsets = Offsets::of(job.bytes, text).ok_or(Refusal::Unsure)?;
            edits.splice(job.bytes, |at| offsets.byte(at))
        }
    };
    Ok(job.done(copy.ok_or(Refusal::Unsure)?, &notes, left))
}

fn first(block: &Block) -> Option<PlaceId> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph.place),
        Block::Grid(grid) => grid.cells.first().map(|cell| cell.place),
        Block::Picture(_) => None,
    }
}

/// One tag takes one title.
fn gather(tags: &mut Vec<(Range<usize>, Note)>, tag: Range<usize>, note: &Note) {
    match tags.iter_mut().find(|(there, _)| *there == tag) {
        Some((_, there)) => {
            there.lines.extend(note.lines.iter().cloned());
            let both = there.severity.into_iter().chain(note.severity);
            there.severity = both.min();
        }
        None => tags.push((tag, note.clone())),
    }
}

struct Writer<'a> {
    job: &'a Job<'a>,
    text: &'a str,
    utf8: bool,
    edits: Edits,
}

impl Writer<'_> {
    fn range(&self, place: PlaceId) -> Option<Range<usize>> {
        match self.job.checked.document.place(place) {
            Place::Html { range, .. } => Some(range.clone()),
            _ => None,
        }
    }

    /// The start tag behind which a place begins.
    fn tag(&self, place: PlaceId) -> Option<Range<usize>> {
        let at = self.range(place)?.start;
        let before = self.text.get(..at)?.trim_end();
        if !before.ends_with('>') {
            return None;
        }
        let window = before.len().saturating_sub(TAG);
        let mut end = before.len();
        while let Some(start) = before
            .get(..end)?
            .rfind('<')
            .filter(|start| *start >= window)
        {
            let length = tag_length(before.get(start..)?);
            match length.map(|length| start + length) {
                Some(found) if found == before.len() => {
                    let name = name(before.get(start..)?)?;
                    return (!VOID.contains(&name.as_str())).then_some(start..found);
                }
                Some(_) => return None,
                None => end = start,
            }
        }
        None
    }

    /// Gives a tag the note as its title, and an outline.
    fn mark(&mut self, range: Range<usize>, note: &Note) {
        let colour = match note.severity {
            Some(Severity::Error) => "#c00000",
            Some(Severity::Warning) => "#b26b00",
            Some(Severity::Info) => "#1f5fbf",
            None => "#1a7f37",
        };
        let source = self.text.get(range.clone()).unwrap_or("");
        let style = format!("outline:2px solid {colour};outline-offset:-2px;");
        let title = self.written(&note.lines.join("\n"));
        let name = 1 + name(source).map_or(0, |name| name.len());
        let attributes = tag::attributes(source);
        let own = attributes
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("style"));
        let mut head = format!(" title=\"{title}\"");
        match own {
            Some((_, value)) => self.edits.insert(range.start + value.start, style),
            None => head += &format!(" style=\"{style}\""),
        }
        self.edits.insert(range.start + name, head);
    }

    /// Text as it stands in the page.
    fn written(&self, text: &str) -> String {
        let text = escape(text);
        if self.utf8 {
            return text;
        }
        let mut ascii = String::with_capacity(text.len());
        for c in text.chars() {
            match c.is_ascii() {
                true => ascii.push(c),
                false => ascii += &format!("&#{};", u32::from(c)),
            }
        }
        ascii
    }

    fn mend(&mut self, mend: &Mend) -> Result<(), Left> {
        let range = mend.at.and_then(|_| self.range(mend.place));
        let range = range.ok_or(Left::NoCell)?;
        let inside = self.text.get(range.clone()).ok_or(Left::NoCell)?;
        let figure = self.written(&mend.after);
        let texts = texts(inside);
        let core = |text: &Range<usize>| inside.get(text.clone()).unwrap_or("");
        let filled: Vec<&Range<usize>> = texts.iter().filter(|t| !core(t).is_empty()).collect();
        let blanks = |text: &str| {
            BLANKS
                .iter()
                .fold(text.to_owned(), |t, b| t.replace(b, " "))
        };
        let shown: String = filled.iter().map(|text| blanks(core(text))).collect();
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        if squeezed(&shown) != squeezed(&mend.before) {
            return Err(Left::Mixed);
        }
        let place = |text: &Range<usize>| range.start + text.start..range.start + text.end;
        let mut figure = Some(figure);
        for text in &filled {
            self.edits
                .replace(place(text), figure.take().unwrap_or_default());
        }
        if let Some(figure) = figure {
            let at = blank(inside).unwrap_or_else(|| {
                let start = within(inside);
                start..start
            });
            self.edits.replace(place(&at), figure);
        }
        Ok(())
    }
}

/// Where the texts between tags stand, without the blanks around them.
fn texts(inside: &str) -> Vec<Range<usize>> {
    let (mut texts, mut at) = (Vec::new(), 0);
    while at < inside.len() {
        let rest = inside.get(at..).unwrap_or("");
        if let Some(length) = rest.starts_with('<').then(|| markup(rest)).flatten() {
            at += length;
            continue;
        }
        let next = rest.char_indices().skip(1).find(|(_, c)| *c == '<');
        let end = at + next.map_or(rest.len(), |(next, _)| next);
        texts.push(trimmed(inside, at..end));
        at = end;
    }
    texts
}

fn trimmed(inside: &str, mut range: Range<usize>) -> Range<usize> {
    loop {
        let text = inside.get(range.clone()).unwrap_or("");
        let start = text.len() - text.trim_start().len();
        let end = text.len() - text.trim_end().len();
        let blank =
            |strip: &dyn Fn(&str) -> bool| BLANKS.iter().find(|b| strip(b)).map_or(0, |b| b.len());
        let start = start.max(blank(&|b| text.starts_with(b)));
        let end = end.max(blank(&|b| text.ends_with(b)));
        if start == 0 && end == 0 {
            return range;
        }
        if start + end >= text.len() {
            return range.start..range.start;
        }
        range = range.start + start..range.end - end;
    }
}

/// The first blank that is written out.
fn blank(inside: &str) -> Option<Range<usize>> {
    let found = BLANKS.iter().filter_map(|blank| {
        let at = inside.find(blank)?;
        Some(at..at + blank.len())
    });
    found.min_by_key(|range| range.start)
}

/// Behind the tags with which a cell's content begins.
fn within(inside: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = inside.get(at..).unwrap_or("");
        let blank = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let around = name(rest).is_some_and(|name| AROUND.contains(&name.as_str()));
        match tag_length(rest).filter(|_| around) {
            Some(length) => at += blank + length,
            None => return at,
        }
    }
}

/// The length of a tag or a comment at the start of a text.
fn markup(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|at| at + 3);
    }
    tag_length(text)
}

/// The length of a tag at the start of a text: to the first `>` outside of quotes.
fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// The name of a start tag, in small letters.
fn name(tag: &str) -> Option<String> {
    let rest = tag.strip_prefix('<')?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != ':' && c != '-')?;
    let name = rest.get(..end)?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    is_name.then(|| name.to_ascii_lowercase())
}

/// Where the characters of a decoded text stand in bytes of GB18030: every so many characters one pair is kept.
struct Offsets<'a> {
    bytes: &'a [u8],
    text: &'a str,
    /// Byte of the text, byte of the file.
    kept: Vec<(usize, usize)>,
}

/// So many bytes of text lie between two pairs.
const STEP: usize = 4096;

impl<'a> Offsets<'a> {
    fn of(bytes: &'a [u8], text: &'a str) -> Option<Self> {
        let (mut kept, mut byte) = (vec![(0, 0)], 0);
        for (at, _) in text.char_indices() {
            if at >= kept.last().map_or(0, |(last, _)| last + STEP) {
                kept.push((at, byte));
            }
            byte += length(bytes, byte)?;
        }
        (byte == bytes.len()).then_some(Offsets { bytes, text, kept })
    }

    fn byte(&self, at: usize) -> Option<usize> {
        let near = self.kept.partition_point(|(text, _)| *text <= at);
        let (start, mut byte) = *self.kept.get(near.checked_sub(1)?)?;
        for _ in self.text.get(start..at)?.chars() {
            byte += length(self.bytes, byte)?;
        }
        Some(byte)
    }
}

/// How many bytes the character at a byte takes.
fn length(bytes: &[u8], at: usize) -> Option<usize> {
    match (bytes.get(at)?, bytes.get(at + 1)) {
        (0x81..=0xFE, Some(b'0'..=b'9')) => Some(4),
        (0x81..=0xFE, Some(_)) => Some(2),
        _ => Some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_between_tags_without_their_blanks() {
        let inside = "<p>&nbsp;<span title='>'>1</span><!-- 2 --> 3 件&#160;</p>\n";
        let found: Vec<&str> = texts(inside)
            .into_iter()
            .filter_map(|text| inside.get(text))
            .collect();
        assert_eq!(found, ["", "1", "3 件", ""]);
        assert_eq!(within("\n <p><span></span></p>"), 11);
        assert_eq!(within("<br>"), 0);
    }
}
