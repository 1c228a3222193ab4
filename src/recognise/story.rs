//! The text of a report as its sections: what stands before them, what each holds, and which cannot be told from a
//! document that lost its headings. Tables are left out; cells that hold text are not.

use std::sync::LazyLock;

use super::number::is_figure_like;
use super::sections::{self, Head, Style, Wording};
use super::{Sheet, Title};
use crate::form::layout::{Content, printed};
use crate::form::{Edition, Table};
use crate::model::{Block, Document, PlaceId, Trouble, TroubleKind};
use crate::order;
use crate::prose::{self, Mention};
use crate::text::fold::{fold, squeeze};

/// The text of a report.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Lines above the title: the page around the report.
    pub above: Vec<Passage>,
    /// From the title (which is not among them) to the first heading: lines below the title, the introduction.
    pub front: Vec<Passage>,
    /// In the order in which they stand.
    pub sections: Vec<Section>,
    /// Of the sections 一 to 六 that were not found: something of the heading is in the document all the same.
    pub traces: [bool; 6],
    /// A list of the headings stands before them, or they stand twice from beginning to end.
    pub repeated: bool,
    /// The input breaks off, or not all of it was read.
    pub cut: bool,
}

/// A section under its heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// 0 to 5, for 一 to 六.
    pub section: usize,
    /// The heading with its number, as it stands.
    pub heading: String,
    pub place: PlaceId,
    /// The number in front of the heading; 0 where there is none.
    pub ordinal: u32,
    pub wording: Wording,
    /// What stands behind the heading in its own line comes first.
    pub passages: Vec<Passage>,
    /// It holds a picture, whose words are not known.
    pub picture: bool,
}

/// A line of text: a paragraph, a part of one between line breaks, or a cell that is no cell of the form.
#[derive(Clone, Debug)]
pub struct Passage {
    /// As it stands.
    pub text: String,
    /// Without spaces, in half width and simplified characters: what rules look at.
    pub plain: String,
    pub place: PlaceId,
    /// It stands in a table.
    pub in_cell: bool,
}

impl Story {
    /// The sections that were found under a number; 0 to 5. A section that stands twice is found twice.
    pub fn of(&self, section: usize) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |s| s.section == section)
    }

    /// All that is the report's own text, in reading order.
    pub fn passages(&self) -> Vec<&Passage> {
        let mut all: Vec<&Passage> = self.front.iter().collect();
        for section in &self.sections {
            all.extend(&section.passages);
        }
        all
    }

    /// What its sentences say in figures.
    pub fn mentions(&self, title: &Title) -> Vec<Mention> {
        let front = self.front.iter().map(|passage| (passage, None));
        let sections = self.sections.iter().flat_map(|section| {
            let passages = section.passages.iter();
            passages.map(|passage| (passage, Some(section.section)))
        });
        let lines = front.chain(sections).map(|(passage, section)| prose::Line {
            plain: &passage.plain,
            section,
        });
        let about = prose::About {
            year: title.year,
            agency: title.agency.as_deref().map(squeeze),
        };
        prose::read(&lines.collect::<Vec<_>>(), &about)
    }
}

/// A line of the document.
struct Line<'a> {
    text: &'a str,
    /// What rules look at; empty where it is no text.
    plain: String,
    place: PlaceId,
    kind: LineKind,
    in_cell: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKind {
    Text,
    /// A label or a figure of the form.
    Table,
    Picture,
    /// An entry of a table of contents.
    Contents,
}

/// A line that is the heading of a section.
struct Candidate<'a> {
    line: usize,
    section: usize,
    head: Head<'a>,
}

/// Reads the text of a document whose tables are bound.
pub fn read(document: &Document, title: &Title, tables: &[Sheet; 3]) -> Story {
    let mut lines = lines(document, tables);
    let mut found = candidates(&lines);
    let repeated = drop_contents(&mut lines, &mut found);
    let style = style(&found);
    let mut traces = [false; 6];
    found = chosen(found, style, &lines, &mut traces);
    loosely(&lines, style, title, &mut found);
    trace(&lines, style, &found, &mut traces);
    let twice = (0..6).filter(|&s| found.iter().filter(|c| c.section == s).count() > 1);
    Story {
        repeated: repeated || twice.count() > 1,
        traces,
        cut: document.troubles.iter().any(is_cut),
        ..told(&lines, title, &found)
    }
}

fn is_cut(trouble: &Trouble) -> bool {
    matches!(
        trouble.kind,
        TroubleKind::Truncated | TroubleKind::LimitReached
    )
}

/// The words that the form prints in its tables.
static PRINTED: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for (table, edition) in Table::ALL
        .into_iter()
        .flat_map(|t| Edition::ALL.map(|e| (t, e)))
    {
        for cell in printed(table, edition).into_iter().flatten() {
            if let Content::ColumnHead(text) | Content::RowHead(text) = cell.content {
                words.push(fold(text).core);
            }
        }
    }
    order::by_key(&mut words, |word| word.clone());
    words.dedup();
    words
});

fn lines<'a>(document: &'a Document, tables: &[Sheet; 3]) -> Vec<Line<'a>> {
    let figures = tables.iter().flat_map(|sheet| &sheet.figures);
    let mut cells: Vec<PlaceId> = figures.map(|(_, figure)| figure.place).collect();
    let labels = tables.iter().flat_map(|sheet| &sheet.labels);
    cells.extend(labels.map(|label| label.place));
    order::by_key(&mut cells, |&place| place);
    let kind = |text: &str, place: PlaceId| {
        let of_table = cells.binary_search(&place).is_ok() || is_of_table(text);
        if of_table {
            LineKind::Table
        } else {
            LineKind::Text
        }
    };
    let mut lines = Vec::new();
    let add = |lines: &mut Vec<Line<'a>>, text: &'a str, place: PlaceId, in_cell: bool| {
        let whole = kind(text, place);
        let parts = text.split('\n').map(str::trim);
        lines.extend(parts.filter(|text| !text.is_empty()).map(|text| Line {
            text,
            plain: match whole {
                LineKind::Text => squeeze(text),
                _ => String::new(),
            },
            place,
            kind: whole,
            in_cell,
        }));
    };
    for block in &document.blocks {
        match block {
            Block::Paragraph(p) => add(&mut lines, &p.text, p.place, false),
            Block::Grid(grid) => {
                let cells = grid.cells.iter();
                cells.for_each(|c| add(&mut lines, &c.text, c.place, true));
            }
            Block::Picture(place) => lines.push(Line {
                text: "",
                plain: String::new(),
                place: *place,
                kind: LineKind::Picture,
                in_cell: false,
            }),
        }
    }
    lines
}

/// Whether a text is a label of the form, or a figure by itself.
fn is_of_table(text: &str) -> bool {
    /// No label with its remark is longer.
    const LONGEST: usize = 160;
    if text.contains('。') || text.chars().take(LONGEST + 1).count() > LONGEST {
        return false;
    }
    let numeric = |text: &str| text.chars().any(|c| c.is_numeric()) && is_figure_like(text);
    if numeric(text) {
        return true;
    }
    let core = fold(text).core;
    core.is_empty() || PRINTED.binary_search(&core).is_ok()
}

fn candidates<'a>(lines: &[Line<'a>]) -> Vec<Candidate<'a>> {
    let of_text = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.kind == LineKind::Text);
    of_text
        .filter_map(|(at, line)| {
            let (section, head) = sections::read(line.text)?;
            Some(Candidate {
                line: at,
                section,
                head,
            })
        })
        .collect()
}

/// Marks what is a list of headings: so many in a row with nothing between them, of which most come again in the same words.
fn drop_contents(lines: &mut [Line], found: &mut Vec<Candidate>) -> bool {
    const LEAST: usize = 3;
    let runs: Vec<Vec<(usize, usize)>> = found
        .chunk_by(|a, b| a.line + 1 >= b.line && a.section < b.section && a.head.rest.is_empty())
        .map(|run| run.iter().map(|c| (c.line, c.section)).collect())
        .collect();
    let last_of = |section: usize| found.iter().rfind(|c| c.section == section);
    let lasts = [0, 1, 2, 3, 4, 5].map(|section| last_of(section).map_or(0, |c| c.line));
    // In the order of the lines.
    let mut dropped = Vec::new();
    for run in runs.iter().filter(|run| run.len() >= LEAST) {
        let last = run.last().map_or(0, |(line, _)| *line);
        let again = |section: usize| lasts.get(section).is_some_and(|&line| line > last);
        if 2 * run.iter().filter(|(_, section)| again(*section)).count() > run.len() {
            dropped.extend(run.iter().map(|(line, _)| *line));
        }
    }
    for line in &dropped {
        if let Some(line) = lines.get_mut(*line) {
            line.kind = LineKind::Contents;
        }
    }
    found.retain(|c| dropped.binary_search(&c.line).is_err());
    !dropped.is_empty()
}

/// How the sections are numbered: the style that numbers most of them rightly.
fn style(found: &[Candidate]) -> Style {
    let count = |style: Style| {
        let right = |section: &usize| {
            let mut own = found.iter().filter(|c| c.section == *section);
            own.any(|c| c.head.style == style && c.head.ordinal as usize == section + 1)
        };
        (0..6).filter(right).count()
    };
    let mut best = (0, Style::None);
    for style in Style::NUMBERED {
        if count(style) > best.0 {
            best = (count(style), style);
        }
    }
    best.1
}

/// The headings among the candidates: those in the style of the report, else those without a number. Others are
/// headings inside of a section (（二）主动公开政府信息情况 in section 一) or lost their style: a trace.
fn chosen<'a>(
    found: Vec<Candidate<'a>>,
    style: Style,
    lines: &[Line],
    traces: &mut [bool; 6],
) -> Vec<Candidate<'a>> {
    let mut kept: Vec<Candidate> = Vec::new();
    let mut of: [Vec<Candidate>; 6] = Default::default();
    for candidate in found {
        if let Some(own) = of.get_mut(candidate.section) {
            own.push(candidate);
        }
    }
    for (own, trace) in of.into_iter().zip(traces) {
        *trace = !own.is_empty();
        let styled = own.iter().any(|c| c.head.style == style);
        let wanted = if styled { style } else { Style::None };
        let mut own: Vec<Candidate> = own.into_iter().filter(|c| c.head.style == wanted).collect();
        // （一）主动公开政府信息情况 is no （二）主动公开政府信息情况.
        let right = |c: &Candidate| c.head.ordinal as usize == c.section + 1;
        if own.iter().any(right) {
            own.retain(right);
        }
        // A caption repeats the heading of its table: of several without a number only the first may be one.
        if wanted == Style::None {
            own.truncate(1);
        }
        kept.extend(own);
    }
    order::by_key(&mut kept, |c| c.line);
    // Of two headings of one section the one with nothing behind it is an entry of a list.
    let ends: Vec<usize> = kept.iter().map(|c| c.line).collect();
    let bare = |c: &Candidate| {
        let next = ends.get(ends.partition_point(|&line| line <= c.line));
        let to = next.copied().unwrap_or(lines.len());
        c.head.rest.is_empty() && to <= c.line + 1
    };
    let (bares, full): (Vec<Candidate>, Vec<Candidate>) = kept.into_iter().partition(bare);
    let has_full = [0, 1, 2, 3, 4, 5].map(|section| full.iter().any(|f| f.section == section));
    let is_alone = |c: &Candidate| has_full.get(c.section) != Some(&true);
    let alone: Vec<Candidate> = bares.into_iter().filter(is_alone).collect();
    let mut kept: Vec<Candidate> = full.into_iter().chain(alone).collect();
    order::by_key(&mut kept, |c| c.line);
    kept
}

/// Adds headings of other wordings: the first line numbered as the sections are, behind the section before, is the
/// heading of the next one if its number fits.
fn loosely<'a>(lines: &[Line<'a>], style: Style, title: &Title, found: &mut Vec<Candidate<'a>>) {
    /// No heading in another wording is longer.
    const LONGEST: usize = 30;
    if style == Style::None {
        return;
    }
    for section in 0..6 {
        if found.iter().any(|c| c.section == section) {
            continue;
        }
        let from = match section.checked_sub(1) {
            None => title_line(lines, title),
            Some(before) => found.iter().rfind(|c| c.section == before).map(|c| c.line),
        };
        let Some(from) = from else { continue };
        let to = found
            .iter()
            .find(|c| c.line > from)
            .map_or(lines.len(), |c| c.line);
        let behind = lines.iter().enumerate().take(to).skip(from + 1);
        let mut heads = behind
            .filter(|(_, line)| line.kind == LineKind::Text)
            .filter_map(|(at, line)| Some((at, sections::head(line.text)?)))
            .filter(|(_, head)| head.style == style);
        let Some((line, head)) = heads.next() else {
            continue;
        };
        let short = head.text.chars().count() <= LONGEST && !head.text.contains(['，', ',', '；']);
        if short && head.ordinal as usize == section + 1 {
            found.push(Candidate {
                line,
                section,
                head,
            });
            order::by_key(found, |c| c.line);
        }
    }
}

fn title_line(lines: &[Line], title: &Title) -> Option<usize> {
    let place = title.place?;
    lines.iter().position(|line| line.place == place)
}

/// Looks for what is left of the headings that were not found.
fn trace(lines: &[Line], style: Style, found: &[Candidate], traces: &mut [bool; 6]) {
    /// A line of so few characters may be a heading.
    const SHORT: usize = 25;
    for (section, trace) in traces.iter_mut().enumerate() {
        if found.iter().any(|c| c.section == section) {
            *trace = false;
            continue;
        }
        for line in lines.iter().filter(|line| line.kind == LineKind::Text) {
            let short = line.text.chars().take(SHORT + 1).count() <= SHORT;
            let plain = &line.plain;
            let numbered = || {
                let head = sections::head(line.text);
                head.is_some_and(|h| h.style == style && h.ordinal as usize == section + 1)
            };
            *trace |= short && sections::has_sign(plain, section)
                || style != Style::None && numbered()
                || !is_list(plain) && sections::mentions(plain, section);
        }
    }
}

/// Whether a text names the parts of the report: the introduction does.
pub fn is_list(plain: &str) -> bool {
    /// It names so many.
    const LEAST: usize = 3;
    /// No introduction is longer; what is longer is a report without line breaks.
    const LONGEST: usize = 600;
    plain.chars().take(LONGEST + 1).count() <= LONGEST
        && (0..6).filter(|&s| sections::mentions(plain, s)).count() >= LEAST
}

/// Parts the lines at the headings.
fn told(lines: &[Line], title: &Title, found: &[Candidate]) -> Story {
    let mut story = Story::default();
    let first = found.first().map_or(lines.len(), |c| c.line);
    let title_at = title_line(lines, title).filter(|at| *at < first);
    let mut found = found.iter().peekable();
    for (at, line) in lines.iter().enumerate() {
        if let Some(heading) = found.next_if(|c| c.line == at) {
            let rest = passage(heading.head.rest, squeeze(heading.head.rest), line);
            story.sections.push(Section {
                section: heading.section,
                heading: heading.head.text.to_string(),
                place: line.place,
                ordinal: heading.head.ordinal,
                wording: sections::wording(&heading.head, heading.section),
                passages: rest.into_iter().collect(),
                picture: false,
            });
            continue;
        }
        let room = match (story.sections.last_mut(), title_at) {
            (Some(section), _) => {
                section.picture |= line.kind == LineKind::Picture;
                &mut section.passages
            }
            (None, Some(title)) if at < title => &mut story.above,
            (None, Some(title)) if at == title => continue,
            (None, _) => &mut story.front,
        };
        if line.kind == LineKind::Text {
            room.extend(passage(line.text, line.plain.clone(), line));
        }
    }
    story
}

fn passage(text: &str, plain: String, line: &Line) -> Option<Passage> {
    (!plain.is_empty()).then(|| Passage {
        text: text.to_string(),
        plain,
        place: line.place,
        in_cell: line.in_cell,
    })
}
