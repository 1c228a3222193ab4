//! Binds table 四: fifteen figures under three times five heads, in one row, in three tables, or one row a group.

use super::labels::{FOUR_GROUPS, FOUR_ITEMS, SURE, best};
use super::lines::{Line, Piece};
use super::window::window;
use super::{Around, Doubt, Label, Sheet, SheetState, figure};
use crate::form::{Key, Table, table4};
use crate::model::{Block, Document, Shape};
use crate::order;
use crate::text::fold::{fold, squeeze};

const ITEMS: usize = table4::ITEMS.len();
const GROUPS: usize = table4::GROUPS.len();
const WIDTH: usize = ITEMS * GROUPS;
/// Figures stand no further below their heads.
const REACH: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Head {
    Group(usize),
    Item(usize),
}

/// A row of figures under the heads.
struct Figures<'a> {
    pieces: Vec<Piece<'a>>,
    /// The group that it belongs to, where a label or a heading says so.
    group: Option<usize>,
    shape: Shape,
    /// First slots of the item heads above it.
    columns: Vec<u32>,
}

#[derive(Default)]
struct Found<'a> {
    heads: Vec<(Head, Piece<'a>)>,
    rows: Vec<Figures<'a>>,
    /// A row of blank cells under the heads, for a form that is not filled.
    blank: Option<Figures<'a>>,
    /// Heads of one line stand in another order than the form's.
    disorder: bool,
    /// Items that head a row of their own: the table was turned.
    turned: Vec<usize>,
}

/// Finds and binds the table among lines.
pub fn bind(lines: &[Line], document: &Document, around: Around) -> Sheet {
    let mut found = find(lines, document);
    if found.rows.is_empty() {
        found.rows.extend(found.blank.take());
    }
    let turned = found.rows.is_empty() && is_turned(&found.turned);
    if found.heads.is_empty() && found.rows.is_empty() && !turned {
        return Sheet::default();
    }
    let first = found.heads.first().map(|(_, p)| *p).or(found
        .rows
        .first()
        .and_then(|r| r.pieces.first())
        .copied());
    let mut sheet = Sheet {
        state: SheetState::Bound,
        place: first.map(|p| p.place),
        ..Sheet::default()
    };
    sheet.labels = found.heads.iter().filter_map(label).collect();
    let disordered = found.disorder && !found.rows.is_empty();
    let assigned = match disordered || turned {
        true => Err(Doubt::Columns),
        false => assign(&found.rows),
    };
    match assigned {
        Ok(cells) => {
            sheet.figures = cells
                .iter()
                .map(|(key, piece)| (*key, figure(piece)))
                .collect();
            order::by_key(&mut sheet.figures, |(key, _)| *key);
        }
        Err(Doubt::NoFigures) if !around.after => {
            sheet.state = SheetState::CannotTell(Doubt::BreaksOff)
        }
        Err(doubt) => sheet.state = SheetState::CannotTell(doubt),
    }
    sheet
}

fn label((head, piece): &(Head, Piece)) -> Option<Label> {
    let printed = match head {
        Head::Group(group) => table4::GROUPS.get(*group)?.head.zh,
        Head::Item(item) => table4::ITEMS.get(*item)?.head.zh,
    };
    // A head that was broken over two pieces is no other wording.
    let found = if self::head(piece.text).is_some() {
        piece.text
    } else {
        printed
    };
    Some(Label {
        found: found.to_string(),
        printed,
        place: piece.place,
        key: None,
    })
}

/// Collects the heads of the table and the rows of figures under them.
fn find<'a>(lines: &[Line<'a>], document: &Document) -> Found<'a> {
    let mut found = Found::default();
    let (mut items, mut last_items, mut group): (Vec<Piece>, Option<usize>, Option<usize>) =
        (Vec::new(), None, None);
    let (mut block, mut is_fresh) = (None, true);
    for (at, line) in lines.iter().enumerate() {
        let heads = heads(line);
        let is_items = heads.iter().filter(|(h, _)| is_result(h)).count() >= 3;
        if block != Some(line.block) {
            group = group_above(document, line.block);
            block = Some(line.block);
            is_fresh = true;
        }
        // The heads of one table, or of figures above, are not those of the next.
        if is_items && std::mem::take(&mut is_fresh) {
            items.clear();
        }
        let own = single_group(&heads);
        let names_groups =
            heads.iter().any(|(h, _)| matches!(h, Head::Group(_))) && !line.has_number();
        if names_groups {
            group = own;
        }
        found.disorder |= (is_items || names_groups) && !is_in_order(&heads, line);
        if is_items {
            last_items = Some(at);
            items.extend(
                heads
                    .iter()
                    .filter(|(h, _)| matches!(h, Head::Item(_)))
                    .map(|(_, p)| *p),
            );
            found.heads.extend(heads.iter().copied());
        }
        if let [groups @ .., (Head::Item(item), _)] = heads.as_slice()
            && line.has_number()
            && groups.iter().all(|(h, _)| matches!(h, Head::Group(_)))
        {
            found.turned.push(*item);
        }
        let near = last_items.is_some_and(|last| at - last <= REACH);
        let lone = !near
            && line.label_count() == 0
            && line.pieces.len() >= WIDTH
            && in_section(document, line.block);
        let row = || Figures {
            pieces: tail(line),
            group: own.or(group),
            shape: line.shape,
            columns: slots(&items),
        };
        if line.has_number() && (near || lone) && tail(line).len() >= ITEMS {
            found.rows.push(row());
            is_fresh = true;
        } else if near
            && !is_items
            && line.shape == Shape::Ruled
            && line.pieces.len() >= WIDTH
            && line.pieces.iter().all(Piece::is_blank)
        {
            found.blank.get_or_insert_with(row);
        }
    }
    found
}

/// The pieces after the last label.
fn tail<'a>(line: &Line<'a>) -> Vec<Piece<'a>> {
    line.pieces.get(line.label_end()..).unwrap_or(&[]).to_vec()
}

fn heads<'a>(line: &Line<'a>) -> Vec<(Head, Piece<'a>)> {
    let labels = line.pieces.get(..line.label_count()).unwrap_or(&[]);
    let (mut heads, mut at) = (Vec::new(), 0);
    while let Some(piece) = labels.get(at) {
        // In a stream a head may be broken over two lines.
        let next = labels.get(at + 1).filter(|_| line.shape == Shape::Stream);
        let joined = || next.and_then(|next| head(&format!("{}{}", piece.text, next.text)));
        match (head(piece.text), joined()) {
            (Some(head), _) => heads.push((head, *piece)),
            (None, Some(head)) => {
                heads.push((head, *piece));
                at += 1;
            }
            (None, None) => {}
        }
        at += 1;
    }
    heads
}

fn head(text: &str) -> Option<Head> {
    let folded = fold(text);
    let group = best(&folded, FOUR_GROUPS.iter()).filter(|(_, s)| *s >= SURE);
    let item = best(&folded, FOUR_ITEMS.iter()).filter(|(_, s)| *s >= SURE);
    // No text is so like both.
    let item = || item.map(|(i, _)| Head::Item(i));
    group.map(|(g, _)| Head::Group(g)).or_else(item)
}

/// 结果维持, 结果纠正, 其他结果 or 尚未审结; 总计 stands in table 三 too.
fn is_result(head: &Head) -> bool {
    matches!(head, Head::Item(item) if *item < table4::TOTAL_ITEM as usize)
}

/// Whether the heads of one line stand in the order of the form: at most as many runs of items as there are fives of
/// them, none that begins with its 总计; and the groups one after the other, 行政复议 before 行政诉讼.
fn is_in_order(heads: &[(Head, Piece)], line: &Line) -> bool {
    let mut items: Vec<usize> = Vec::new();
    let mut groups: Vec<usize> = Vec::new();
    for (head, _) in heads {
        match head {
            Head::Item(item) => items.push(*item),
            Head::Group(group) => groups.push(*group),
        }
    }
    items.dedup();
    groups.dedup();
    let falls = items.windows(2).filter(|w| matches!(w, [a, b] if b < a));
    let runs = falls.count() + 1;
    let total = table4::TOTAL_ITEM as usize;
    let place = |name| line.pieces.iter().position(|p| squeeze(p.text) == name);
    let suits_first = match (place(table4::LITIGATION), place(table4::REVIEW)) {
        (Some(suits), Some(reviews)) => suits < reviews,
        _ => false,
    };
    let items_are = items.is_empty() || runs <= items.len().div_ceil(ITEMS);
    items.first() != Some(&total)
        && items_are
        && !suits_first
        && (groups.is_sorted() || groups.len() > GROUPS)
}

/// Whether the items head rows: nearly all of them stand alone before figures.
fn is_turned(rows: &[usize]) -> bool {
    let results = |item: &usize| rows.contains(item);
    (0..ITEMS).filter(results).count() >= ITEMS - 1
}

fn single_group(heads: &[(Head, Piece)]) -> Option<usize> {
    let mut groups = heads.iter().filter_map(|(head, _)| match head {
        Head::Group(group) => Some(*group),
        Head::Item(_) => None,
    });
    let first = groups.next()?;
    groups.all(|other| other == first).then_some(first)
}

/// The group that the paragraph right above a grid names.
fn group_above(document: &Document, block: usize) -> Option<usize> {
    let Some(Block::Paragraph(paragraph)) = document.blocks.get(block.checked_sub(1)?) else {
        return None;
    };
    let text = squeeze(&paragraph.text);
    if text.contains("复议后") {
        Some(2)
    } else if text.contains("未经复议") {
        Some(1)
    } else if text.contains(table4::REVIEW) && !text.contains(table4::LITIGATION) {
        Some(0)
    } else {
        None
    }
}

/// Whether the block stands under a heading that names 行政复议 and 行政诉讼.
fn in_section(document: &Document, block: usize) -> bool {
    let above = document.blocks.iter().take(block).rev().take(REACH);
    above
        .filter_map(|b| match b {
            Block::Paragraph(paragraph) => Some(squeeze(&paragraph.text)),
            _ => None,
        })
        .any(|text| text.contains(table4::REVIEW) && text.contains(table4::LITIGATION))
}

fn slots(items: &[Piece]) -> Vec<u32> {
    let mut slots: Vec<u32> = items.iter().map(|p| p.column).collect();
    order::by_key(&mut slots, |&slot| slot);
    // A head that was repeated in the slots it covered stands twice.
    slots.dedup();
    slots
}

type Cells<'a> = Vec<(Key, Piece<'a>)>;

/// Binds the rows of figures: one of fifteen, or three of five.
fn assign<'a>(rows: &[Figures<'a>]) -> Result<Cells<'a>, Doubt> {
    let wide: Vec<&Figures> = rows.iter().filter(|r| r.pieces.len() >= WIDTH).collect();
    if let Some((first, rest)) = wide.split_first() {
        let cells = exactly(first, WIDTH)?;
        let texts = |r: &Figures| {
            r.pieces
                .iter()
                .map(|p| p.text.trim().to_string())
                .collect::<Vec<_>>()
        };
        if rest.iter().any(|other| texts(other) != texts(first)) {
            return Err(Doubt::Twice);
        }
        return Ok(keys(0).zip(cells).collect());
    }
    if rows.is_empty() {
        return Err(Doubt::NoFigures);
    }
    let groups: Vec<usize> = match rows.iter().map(|r| r.group).collect::<Option<Vec<usize>>>() {
        Some(named) => named,
        None if rows.len() == GROUPS => (0..GROUPS).collect(),
        None => return Err(Doubt::CollapsedBlanks),
    };
    let mut cells = Vec::new();
    for (row, group) in rows.iter().zip(&groups) {
        if groups.iter().filter(|g| *g == group).count() > 1 {
            return Err(Doubt::Twice);
        }
        cells.extend(keys(*group).zip(exactly(row, ITEMS)?));
    }
    Ok(cells)
}

/// The keys from a group on, in the order of the form.
fn keys(from: usize) -> impl Iterator<Item = Key> {
    (from * ITEMS..WIDTH).map(|n| Key {
        table: Table::Four,
        row: (n / ITEMS) as u8,
        column: (n % ITEMS) as u8,
    })
}

/// Whether separated text has a piece for every slot: its heads are neighbours, which they are not where merged cells
/// left no piece, and no figure stands outside of them.
fn keeps_every_slot(row: &Figures) -> bool {
    let neighbours = row
        .columns
        .windows(2)
        .all(|s| matches!(s, [a, b] if a + 1 == *b));
    let figures = row.pieces.iter().filter(|p| !p.is_blank());
    neighbours
        && figures
            .map(|p| p.column)
            .all(|column| row.columns.contains(&column))
}

/// The figures of a row that has `count` of them, by the heads above it where the grid is sound.
fn exactly<'a>(row: &Figures<'a>, count: usize) -> Result<Vec<Piece<'a>>, Doubt> {
    let pieces = &row.pieces;
    let sound = match row.shape {
        Shape::Ruled => pieces.len() != count,
        Shape::Rows => keeps_every_slot(row),
        Shape::Stream => false,
    };
    if sound && row.columns.len() == count {
        let at = |start: &u32| {
            let covers = |p: &&Piece| p.column <= *start && *start < p.column + p.colspan;
            pieces.iter().find(covers).copied()
        };
        let cells = row.columns.iter().map(at).collect::<Option<Vec<Piece>>>();
        // A cell too many has pushed a figure out from under the heads: then the heads say nothing.
        let keeps_all = |cells: &[Piece]| {
            let mut figures = pieces.iter().filter(|p| !p.is_blank());
            figures.all(|p| cells.iter().any(|cell| cell.place == p.place))
        };
        if let Some(cells) = cells.filter(|cells| keeps_all(cells)) {
            return Ok(cells);
        }
        // The number of the row, or a figure that lost its place: it is no figure of the first head for sure.
        let in_front = |p: &Piece| !p.is_blank() && row.columns.first() > Some(&p.column);
        if pieces.iter().any(in_front) {
            return Err(Doubt::Columns);
        }
    }
    window(pieces, count, row.shape).map(<[Piece]>::to_vec)
}
