//! Of every reader: bytes end in a sound document of which everything can be said, or in an error with words.

use std::fs::File;

use gouji::model::{Block, Document, Grid, Place, PlaceId};
use gouji::read::Bundle;
use gouji::{Options, check};

use super::support::rng::Rng;
use super::{number_of, said};

/// Reports and archives inside one archive that are read.
const ENTRIES: usize = 20;

pub fn body(bytes: &[u8], ending: &str) {
    let name = format!("report.{ending}");
    let options = Options {
        name: name.clone(),
        ..Options::default()
    };
    let checked = match check(bytes, &options) {
        Err(error) => return said::refused(&name, &error),
        Ok(checked) => checked,
    };
    sound(&checked.document);
    let document = said::json(&name, &checked);
    let mut rng = Rng::new(number_of(bytes));
    if rng.chance(15) {
        said::everything(&name, &checked);
        let again = check(bytes, &options).expect("it was read before");
        assert!(document == said::json(&name, &again), "read two ways");
    }
}

/// What the model says of documents.
pub fn sound(document: &Document) {
    let count = document.places.len() as u32;
    let known = |place: PlaceId| assert!(place.0 < count, "place {} of {count}", place.0);
    for place in &document.places {
        match place {
            Place::Text { range, .. } | Place::Html { range, .. } | Place::Story { range, .. } => {
                assert!(range.start <= range.end, "{place:?}");
            }
            _ => {}
        }
    }
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                known(paragraph.place);
                assert!(
                    paragraph
                        .heading
                        .is_none_or(|level| (1..=6).contains(&level))
                );
            }
            Block::Grid(grid) => {
                known(grid.place);
                grid.cells.iter().for_each(|cell| known(cell.place));
                upright(grid);
            }
            Block::Picture(place) => known(*place),
        }
    }
    for trouble in &document.troubles {
        known(trouble.place);
    }
}

/// Cells in reading order, none without room. Two may share a slot: HTML lets spans overlap, and a wrong file is one.
fn upright(grid: &Grid) {
    let order = grid.cells.iter().map(|cell| (cell.row, cell.column));
    assert!(order.is_sorted(), "cells in no order");
    assert!(grid.cells.iter().all(|c| c.rowspan > 0 && c.colspan > 0));
}

/// An archive of reports is read from a file, so the bytes are put into one.
pub fn bundle(bytes: &[u8], _: &str) {
    let path = std::env::temp_dir().join(format!("gouji-fuzz-{}.zip", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    if let Some(bundle) = Bundle::open(File::open(&path).unwrap()) {
        each(&bundle);
    }
}

fn each(bundle: &Bundle) {
    for at in 0..ENTRIES {
        let Some(name) = bundle.name(at) else {
            return;
        };
        assert!(!name.contains(char::is_control));
        match bundle.inner(at) {
            Some(Ok(inner)) => each(&inner),
            Some(Err(error)) => said::refused(name, &error),
            None => match bundle.report(at) {
                Ok(bytes) => body(&bytes, name),
                Err(error) => said::refused(name, &error),
            },
        }
    }
}
