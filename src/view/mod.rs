//! Report to wire types: the output contract for the command and for Node, and the report that the page draws from.
//! The only serde of the crate, and the place where numbers and positions are put into the caller's units.

mod area;
mod contract;
mod page;
mod printed;
mod wire;

pub use area::{AreaView, UnitView, UnreadUnitView, area};
pub use contract::{DocumentView, document, unread};
pub use page::{ErrorView, ReportView, RuleView, error, report, rules};
pub use printed::{PrintedView, printed};
pub use wire::{
    CellName, Number, OutcomesView, PlaceView, SCHEMA, WaiverFile, WaiverView, WordsView,
};
