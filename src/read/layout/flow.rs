//! The reading order of a page: columns of text or tables beside each other one after the other, everything else from
//! top to bottom.

use super::lines::{Run, runs};
use super::order::sort;
use super::paragraphs::Joined;
use super::table::Table;
use super::upright::Upright;
use super::{Area, Glyph, Part, aligned, ruled};

/// A page taken apart.
pub struct Leaf {
    pub page: Upright,
    /// Tables drawn with lines.
    pub tables: Vec<(Area, Table)>,
    /// Text outside of them.
    pub runs: Vec<Run>,
    /// Text outside of them that does not run with the page.
    pub turned: Vec<Run>,
}

/// The text of one line.
pub struct TextLine {
    pub runs: Vec<Run>,
    pub area: Area,
}

/// Tables and text that are read from top to bottom.
#[derive(Default)]
struct Region {
    runs: Vec<Run>,
    tables: Vec<(Area, Table)>,
}

/// Columns inside columns.
const DEPTH: u32 = 3;

impl Leaf {
    pub fn of(mut page: Upright) -> Self {
        let tables = ruled::find(&mut page);
        let (upright, other): (Vec<Glyph>, Vec<Glyph>) =
            page.glyphs.iter().partition(|glyph| glyph.turn == 0);
        page.glyphs = Vec::new();
        Leaf {
            runs: runs(&upright),
            turned: ruled::turned_runs(&other, &page),
            tables,
            page,
        }
    }
}

/// The content of a page in reading order.
pub fn read(leaf: Leaf) -> Vec<Part> {
    let Leaf {
        page,
        tables,
        runs,
        turned,
    } = leaf;
    let mut parts = Vec::new();
    for region in columns(Region { runs, tables }, DEPTH) {
        read_region(region, &page, &mut parts);
    }
    for run in turned {
        parts.push(Part::Text(Joined::new(run, Area::default(), &page)));
    }
    parts
}

fn read_region(region: Region, page: &Upright, parts: &mut Vec<Part>) {
    let room = room(&region.runs);
    let mut tables = region.tables;
    sort(&mut tables, |table| table.0.x0);
    sort(&mut tables, |table| table.0.y0);
    let mut tables = tables.into_iter().peekable();
    let mut stretch: Vec<TextLine> = Vec::new();
    for line in text_lines(region.runs) {
        let middle = line.area.centre().1;
        while let Some((_, table)) = tables.next_if(|(area, _)| area.y0 < middle) {
            read_lines(std::mem::take(&mut stretch), room, page, parts);
            parts.push(Part::Table(table));
        }
        stretch.push(line);
    }
    read_lines(stretch, room, page, parts);
    parts.extend(tables.map(|(_, table)| Part::Table(table)));
}

/// Text between two tables: tables without lines, and paragraphs.
fn read_lines(lines: Vec<TextLine>, room: Area, page: &Upright, parts: &mut Vec<Part>) {
    for piece in aligned::part(lines, page) {
        match piece {
            aligned::Piece::Table(table) => parts.push(Part::Table(table)),
            aligned::Piece::Line(line) => {
                parts.push(Part::Text(Joined::new(whole(line.runs), room, page)))
            }
        }
    }
}

/// The runs of a line as one.
pub fn whole(runs: Vec<Run>) -> Run {
    let joined = runs.into_iter().reduce(|mut line, run| {
        line.text.push(' ');
        line.text.push_str(&run.text);
        line.area = line.area.with(run.area);
        line.size = line.size.max(run.size);
        line.last = run.last;
        line
    });
    joined.unwrap_or_default()
}

/// The room that the text of a region fills.
fn room(runs: &[Run]) -> Area {
    let areas = runs.iter().map(|run| run.area);
    areas.reduce(Area::with).unwrap_or_default()
}

/// Runs of about the same height, from the top.
fn text_lines(mut runs: Vec<Run>) -> Vec<TextLine> {
    sort(&mut runs, |run| run.area.centre().1);
    let mut lines: Vec<TextLine> = Vec::new();
    for run in runs {
        let middle = run.area.centre().1;
        match lines.last_mut() {
            Some(line)
                if line.area.y0 < middle
                    && middle < line.area.y1
                    && line.runs.first().is_some_and(|first| {
                        (first.area.centre().1 - middle).abs() < 0.5 * run.size.min(first.size)
                    }) =>
            {
                line.area = line.area.with(run.area);
                line.runs.push(run);
            }
            _ => lines.push(TextLine {
                area: run.area,
                runs: vec![run],
            }),
        }
    }
    for line in &mut lines {
        sort(&mut line.runs, |run| run.area.x0);
    }
    lines
}

/// Parts a region at a gutter, if it has one.
fn columns(region: Region, depth: u32) -> Vec<Region> {
    let Some(gutter) = gutter(&region).filter(|_| depth > 0) else {
        return vec![region];
    };
    // What reaches over the gutter parts the columns into bands.
    let mut bands: Vec<f32> = Vec::new();
    let over = |area: &Area| area.x0 < gutter && gutter < area.x1;
    let areas = region.runs.iter().map(|run| run.area);
    for area in areas.chain(region.tables.iter().map(|t| t.0)) {
        if over(&area) {
            bands.push(area.centre().1);
        }
    }
    sort(&mut bands, |band| *band);
    // Regions in order: left and right of each band, then what reaches over.
    let mut regions: Vec<Region> = (0..=bands.len() * 3 + 2)
        .map(|_| Region::default())
        .collect();
    let index = |area: &Area| {
        let (_, middle) = area.centre();
        let band = bands.partition_point(|band| *band < middle);
        match over(area) {
            true => band * 3 + 2,
            false => band * 3 + usize::from(area.x0 >= gutter),
        }
    };
    for run in region.runs {
        if let Some(region) = regions.get_mut(index(&run.area)) {
            region.runs.push(run);
        }
    }
    for table in region.tables {
        if let Some(region) = regions.get_mut(index(&table.0)) {
            region.tables.push(table);
        }
    }
    let full = regions
        .into_iter()
        .filter(|r| !r.runs.is_empty() || !r.tables.is_empty());
    full.flat_map(|region| columns(region, depth - 1)).collect()
}

/// Where a vertical strip without text parts two columns of text, or of tables.
fn gutter(region: &Region) -> Option<f32> {
    /// Places that are tried.
    const PLACES: u32 = 48;
    let areas: Vec<Area> = region
        .runs
        .iter()
        .map(|run| run.area)
        .chain(region.tables.iter().map(|t| t.0))
        .collect();
    let all = areas.iter().copied().reduce(Area::with)?;
    let mut best: Option<(usize, f32)> = None;
    let mut free: Vec<(usize, f32)> = Vec::new();
    for n in PLACES / 4..=PLACES * 3 / 4 {
        let x = all.x0 + all.width() * n as f32 / PLACES as f32;
        let over = areas.iter().filter(|a| a.x0 < x && x < a.x1).count();
        free.push((over, x));
        if best.is_none_or(|(least, _)| over < least) {
            best = Some((over, x));
        }
    }
    let (least, first) = best?;
    // The middle of the widest strip.
    let strip: Vec<f32> = free
        .iter()
        .filter(|(over, _)| *over == least)
        .map(|(_, x)| *x)
        .collect();
    let x = strip.get(strip.len() / 2).copied().unwrap_or(first);
    (least * 4 <= areas.len()
        && is_column(region, |a| a.x1 <= x)
        && is_column(region, |a| a.x0 >= x))
    .then_some(x)
}

/// Whether one side holds a table of its own, or lines of running text.
fn is_column(region: &Region, side: impl Fn(&Area) -> bool) -> bool {
    const LINES: usize = 5;
    const CHARACTERS: usize = 10;
    if region.tables.iter().any(|(area, _)| side(area)) {
        return true;
    }
    let here = || region.runs.iter().filter(|run| side(&run.area));
    let long = here()
        .filter(|run| run.text.chars().count() >= CHARACTERS)
        .count();
    long >= LINES && long * 2 >= here().count()
}
