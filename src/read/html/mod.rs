//! HTML → document: fragments, whole pages, what Word, WPS and Excel put on the clipboard.

mod blocks;
mod grid;
mod line;
mod literal;
mod sink;
mod source;
mod tag;
mod tokens;
mod tree;

use std::borrow::Cow;

use super::sniff;
use crate::model::{Document, Kind};

/// Reads HTML. Places are byte ranges in `text`, unless the HTML stood in string literals of a script: then they are
/// ranges in the text that the literals spell.
pub fn read(text: &str) -> Document {
    let source: Cow<'_, str> = match literal::spelled(text) {
        Some(html) => Cow::Owned(html),
        None => Cow::Borrowed(text),
    };
    let start = sniff::clipboard_header(&source).unwrap_or(0);
    let markup = source.get(start..).unwrap_or(&source);
    let parsed = sink::parse(markup);
    let mut document = Document::new(Kind::Html);
    blocks::read(&parsed, start, keeps_lines(markup), &mut document);
    document
}

/// Whether the HTML stands in string literals of a script.
#[cfg(feature = "office")]
pub fn is_spelled(text: &str) -> bool {
    literal::spelled(text).is_some()
}

/// Text with tables in it, such as Markdown made by a converter: outside of tags its lines are lines.
fn keeps_lines(markup: &str) -> bool {
    let starts_with_markup = markup.trim_start().starts_with('<');
    let has = |tag: &str| markup.contains(tag);
    !(starts_with_markup
        || has("<p")
        || has("<P")
        || has("<div")
        || has("<DIV")
        || has("<br")
        || has("<BR"))
}
