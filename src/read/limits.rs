//! What hostile or absurd input may cost. Every limit is far above any real report.

/// Bytes of one input.
pub const INPUT_BYTES: usize = 64 << 20;
/// Bytes that one part of an archive may unpack to.
pub const PART_BYTES: usize = 128 << 20;
/// Unpacked bytes for one packed byte; deflate itself cannot pass 1032. Applies above [`RATIO_FREE_BYTES`].
pub const RATIO: usize = 300;
/// Small parts may be as repetitive as they like.
pub const RATIO_FREE_BYTES: usize = 4 << 20;
/// Entries of an archive's directory that are looked at.
pub const ARCHIVE_ENTRIES: usize = 10_000;

/// Open HTML elements inside each other, as in browsers.
pub const HTML_DEPTH: u32 = 512;
/// Nodes of an HTML tree; misnested formatting can multiply them.
pub const HTML_NODES: usize = 4_000_000;
/// Open XML elements inside each other.
pub const XML_DEPTH: usize = 512;
/// Tables inside tables that are still read as tables.
pub const TABLE_DEPTH: usize = 32;

/// Blocks of a document.
pub const BLOCKS: usize = 500_000;
/// Cells of one document.
pub const CELLS: usize = 1_000_000;
/// Columns of one table; a cell beyond is dropped.
pub const COLUMNS: u32 = 4096;
/// The HTML standard's largest `colspan` and `rowspan`.
pub const COLSPAN: u32 = 1000;
pub const ROWSPAN: u32 = 65_534;
