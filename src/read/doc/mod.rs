//! DOC and WPS (the binary format of Word 97 to 2003) → document: text, cells and merges; headers, footers, notes and
//! comments left out.

mod body;
mod bytes;
mod fib;
mod lists;
mod pieces;
mod row;
mod runs;
mod sprm;
mod styles;

use std::io::{Cursor, Read};

use body::{Parts, Reader};
use fib::Fib;
use lists::Lists;
use runs::{Of, Runs};
use styles::Styles;

use super::error::{ReadError, ReadErrorKind};
use super::limits;
use super::story::writer;
use crate::model::{Document, Kind};

type Container<'a> = cfb::CompoundFile<Cursor<&'a [u8]>>;

/// Reads a binary Word file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    read_kind(bytes).map_err(ReadError::new)
}

fn read_kind(bytes: &[u8]) -> Result<Document, ReadErrorKind> {
    let mut container = Container::open(Cursor::new(bytes)).map_err(|_| ReadErrorKind::Damaged)?;
    let main = stream(&mut container, "WordDocument").ok_or(ReadErrorKind::Damaged)?;
    let fib = Fib::read(&main)?;
    let table = stream(&mut container, fib.table_name).ok_or(ReadErrorKind::Damaged)?;
    let data = stream(&mut container, "Data").unwrap_or_default();

    let pieces = pieces::pieces(fib.part(&table, fib::PIECES));
    let from = |part| {
        let found = fib.place(part).and_then(|(at, _)| table.get(at..));
        found.unwrap_or_default()
    };
    let parts = Parts {
        data: &data,
        paragraphs: Runs::read(&main, fib.part(&table, fib::PARAGRAPH_RUNS), Of::Paragraphs),
        characters: Runs::read(&main, fib.part(&table, fib::CHARACTER_RUNS), Of::Characters),
        styles: Styles::read(fib.part(&table, fib::STYLES)),
    };
    let lists = match fib.part(&table, fib::LISTS) {
        [] => Lists::default(),
        // The levels follow the list of lists without being counted in its length.
        _ => Lists::read(from(fib::LISTS), fib.part(&table, fib::LIST_USES)),
    };
    let [text, boxes] = fib.stories();
    let read: usize = pieces
        .iter()
        .map(|piece| (piece.end - piece.start) as usize)
        .sum();
    let truncated = read < text.len();
    let mut reader = Reader::new(parts, lists);
    reader.story(pieces::characters(&main, &pieces, &text), boxes.is_empty());
    reader.story(pieces::characters(&main, &pieces, &boxes), false);
    let limited = reader.limited;
    let items = reader.finish();
    if items.is_empty() && !text.is_empty() {
        return Err(ReadErrorKind::Damaged);
    }
    Ok(writer::write(Kind::Doc, items, truncated, limited))
}

/// A stream of the container, none when it is missing or its chain is broken.
fn stream(container: &mut Container, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let stream = container.open_stream(name).ok()?;
    let read = stream
        .take(limits::INPUT_BYTES as u64)
        .read_to_end(&mut bytes);
    read.ok().map(|_| bytes)
}
