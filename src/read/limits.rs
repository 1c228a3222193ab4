//! What hostile or absurd input may cost. Every limit is far above any real report.

/// Bytes of one input.
pub const INPUT_BYTES: usize = 64 << 20;
/// Bytes of one input that is text: a web page with its pictures inside, a list of figures.
pub const TEXT_BYTES: usize = 32 << 20;
/// Bytes that one part of an archive may unpack to.
#[cfg(feature = "office")]
pub const PART_BYTES: usize = 64 << 20;
/// Bytes that the parts of one file may unpack to together: a small part may be named a thousand times.
#[cfg(feature = "office")]
pub const ARCHIVE_BYTES: usize = 128 << 20;
/// Unpacked bytes for one packed byte; deflate itself cannot pass 1032. Applies above [`RATIO_FREE_BYTES`].
#[cfg(feature = "office")]
pub const RATIO: usize = 300;
/// Small parts may be as repetitive as they like.
#[cfg(feature = "office")]
pub const RATIO_FREE_BYTES: usize = 4 << 20;
/// Entries of an archive's directory that are looked at.
#[cfg(feature = "office")]
pub const ARCHIVE_ENTRIES: usize = 10_000;
/// Archives of reports inside each other that are opened.
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub const BUNDLE_DEPTH: usize = 3;
/// Bytes that the reports of one archive, and of those inside it, may unpack to together.
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub const BUNDLE_BYTES: u64 = 8 << 30;

/// Open HTML elements inside each other, as in browsers.
pub const HTML_DEPTH: u32 = 512;
/// Nodes of an HTML tree; misnested formatting can multiply them.
pub const HTML_NODES: usize = 500_000;
/// Open XML elements inside each other.
#[cfg(feature = "office")]
pub const XML_DEPTH: usize = 512;
/// Elements of a part that a copy is written of.
#[cfg(feature = "office")]
pub const XML_ELEMENTS: usize = 2_000_000;
/// Tables inside tables that are still read as tables.
pub const TABLE_DEPTH: usize = 32;

/// Blocks of a document.
pub const BLOCKS: usize = 100_000;
/// Cells of one document.
pub const CELLS: usize = 300_000;
/// Columns of one table; a cell beyond is dropped.
pub const COLUMNS: u32 = 4096;
/// The HTML standard's largest `colspan` and `rowspan`.
pub const COLSPAN: u32 = 1000;
pub const ROWSPAN: u32 = 65_534;

#[cfg(feature = "office")]
pub use sheets::*;

/// Of spreadsheets.
#[cfg(feature = "office")]
mod sheets {
    /// Sheets of one workbook.
    pub const SHEETS: usize = 1_000;
    /// Rows of one sheet; no program writes more.
    pub const SHEET_ROWS: u32 = 1_048_576;
    /// Cells of one workbook that hold something, merges of one sheet, and cells of all grids with the blank ones.
    pub const SHEET_CELLS: usize = 300_000;
    /// Bytes of the texts of all cells: many cells may show one long text.
    pub const SHEET_TEXT: usize = 32 << 20;
    /// Characters of a sheet's name, which stands in every place.
    pub const SHEET_NAME: usize = 64;
    /// Slots that all merges cover, across.
    pub const SHEET_FILL: usize = 20_000_000;
    /// Runs of hidden rows, and of hidden columns, of one sheet.
    pub const HIDDEN_SPANS: usize = 2_000;
    /// Records of the sheets of one binary workbook.
    #[cfg(feature = "sheets")]
    pub const XLS_RECORDS: usize = 5_000_000;
    /// Relationships of one part of a package.
    pub const RELATIONS: usize = 10_000;
    /// Styles of one workbook, and formats of numbers among them.
    pub const STYLES: usize = 65_536;
    pub const NUMBER_FORMATS: usize = 1_000;
}

#[cfg(feature = "office")]
pub use pages::*;

/// Of documents that are laid out on pages.
#[cfg(feature = "office")]
mod pages {
    /// Pages of one document.
    pub const PAGES: usize = 2_000;
    /// Glyphs of one document that is laid out on pages.
    pub const GLYPHS: usize = 2_000_000;
    /// Bytes of XML that the pages of an OFD paint together.
    pub const OFD_BYTES: usize = 128 << 20;
    /// Strokes of one page, before they are put together.
    pub const STROKES: usize = 100_000;
    /// Horizontal, and vertical, lines of one page that may be sides of cells.
    pub const LINES: usize = 600;
    /// Filled areas of one page that white text may stand on.
    pub const SHADES: usize = 2_000;
    /// Rows times columns of one table drawn with lines.
    pub const SLOTS: usize = 100_000;
}

/// Operators and glyphs of one PDF.
#[cfg(feature = "pdf")]
pub const PDF_STEPS: usize = 20_000_000;

/// Runs of paragraphs, and of characters, in a binary Word file.
#[cfg(feature = "words")]
pub const WORD_RUNS: usize = 1_000_000;
/// Bytes of properties that are gone through in a binary Word file; paragraphs may share them.
#[cfg(feature = "words")]
pub const WORD_PROPERTIES: usize = 128 << 20;
/// Characters that a list's level may write besides its numbers.
#[cfg(feature = "words")]
pub const LIST_TEXT: usize = 64;
/// Paragraphs, cells' paragraphs and pictures of one word processor's file.
#[cfg(feature = "words")]
pub const ITEMS: usize = CELLS + BLOCKS;
