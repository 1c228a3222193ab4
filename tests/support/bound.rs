//! A made report as recognition would bind it, for tests of what comes after recognition.

use gouji::form::{Key, Table};
use gouji::model::PlaceId;
use gouji::recognise::{Figure, Filled, Sheet, SheetState, Title, number};

use super::made::Made;

/// Every table bound, every cell at place 0.
pub fn bound(made: &Made) -> Filled {
    Filled {
        title: Title {
            text: made.title.clone(),
            year: Some(made.year),
            agency: Some(made.agency.clone()),
            ..Title::default()
        },
        edition: Some(made.edition),
        tables: Table::ALL.map(|table| sheet(made, table)),
        whole_report: true,
        ..Filled::default()
    }
}

fn sheet(made: &Made, table: Table) -> Sheet {
    let keys = Key::all(table, made.edition);
    Sheet {
        state: SheetState::Bound,
        rows_of: Some(made.edition),
        figures: keys
            .into_iter()
            .map(|key| (key, figure(&made.text(key))))
            .collect(),
        ..Sheet::default()
    }
}

/// What stands in a cell with this text.
pub fn figure(raw: &str) -> Figure {
    let (value, notation) = number::read(raw);
    Figure {
        raw: raw.to_string(),
        value,
        notation,
        place: PlaceId(0),
    }
}
