//! Report to wire types: the output contract for the command and for Node, and the report that the page draws from; the
//! check sheet for people, and the shapes that other programs read.
//! The only serde of the crate, and the place where numbers and positions are put into the caller's units.

mod area;
mod contract;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod csv;
mod figures;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod github;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod junit;
mod page;
mod printed;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod sarif;
#[cfg(feature = "office")]
pub mod sheet;
#[cfg(feature = "office")]
mod summary;
mod wire;

pub use area::{AreaView, UnitView, UnreadUnitView, area};
pub use contract::{DocumentView, document, unread};
pub use figures::{FigureView, FiguresView, cell_names, figures};
pub use page::{ErrorView, ReportView, RuleView, error, report, rules};
pub use printed::{FormView, HeadsView, PrintedView, form, printed};
#[cfg(feature = "office")]
pub use summary::{KeptView, SummaryView, summary};
pub use wire::{
    CellName, Number, OutcomesView, PlaceView, SCHEMA, WaiverFile, WaiverView, WordsView,
};
