//! Bytes or text with a name in, a [`Document`] out. Readers never give up on content: what is milder than
//! "this is not a document I can open" becomes a trouble inside the document.

#[cfg(feature = "office")]
pub(crate) mod archive;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
mod bundle;
#[cfg(feature = "words")]
mod doc;
#[cfg(feature = "office")]
pub(crate) mod docx;
mod error;
mod host;
pub(crate) mod html;
#[cfg(feature = "office")]
mod layout;
pub(crate) mod limits;
#[cfg(feature = "words")]
mod mht;
mod nesting;
#[cfg(any(feature = "sheets", feature = "words"))]
mod odf;
#[cfg(feature = "sheets")]
mod ods;
#[cfg(feature = "words")]
mod odt;
#[cfg(feature = "office")]
mod ofd;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "words")]
mod rtf;
mod sniff;
#[cfg(feature = "office")]
mod story;
mod text;
#[cfg(feature = "office")]
mod workbook;
#[cfg(feature = "sheets")]
mod xls;
#[cfg(feature = "office")]
pub(crate) mod xlsx;
#[cfg(feature = "office")]
pub(crate) mod xml;
#[cfg(feature = "words")]
mod zipped;

#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub use bundle::{Bundle, is_zip};
pub use error::{Message, ReadError, ReadErrorKind};
pub use host::{HostBlock, HostCell, host};
pub use sniff::Format;
#[cfg(feature = "office")]
pub(crate) use sniff::container;
#[cfg(feature = "words")]
pub use zipped::is_report;

use crate::model::{Document, PlaceId, Trouble, TroubleKind};
use crate::text::decode;

/// Reads one input. `name` is only a hint, used where the content leaves the choice open.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    if bytes.len() > limits::INPUT_BYTES {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    match sniff::container(bytes) {
        #[cfg(feature = "office")]
        Some(Format::Docx) => docx::read(bytes),
        #[cfg(feature = "office")]
        Some(Format::Ofd) => ofd::read(bytes),
        #[cfg(feature = "pdf")]
        Some(Format::Pdf) => pdf::read(bytes),
        #[cfg(feature = "words")]
        Some(Format::Odt) => odt::read(bytes),
        #[cfg(feature = "words")]
        Some(Format::Doc) => doc::read(bytes),
        #[cfg(feature = "words")]
        Some(Format::Rtf) => rtf::read(bytes),
        #[cfg(feature = "words")]
        Some(Format::Mht) => mht::read(bytes),
        #[cfg(feature = "words")]
        Some(Format::Zip) => zipped::read(bytes),
        #[cfg(feature = "office")]
        Some(Format::Xlsx) => xlsx::read(bytes),
        #[cfg(feature = "sheets")]
        Some(Format::Xls) => xls::read(bytes),
        #[cfg(feature = "sheets")]
        Some(Format::Ods) => ods::read(bytes),
        Some(format) => Err(refuse(format)),
        None if bytes.len() > limits::TEXT_BYTES => Err(ReadError::new(ReadErrorKind::TooLarge)),
        None => {
            let decoded = decode(bytes);
            let format = sniff::text(&decoded.text);
            let mut document = read_as(&decoded.text, by_name(format, name))?;
            if decoded.lossy {
                document.troubles.push(Trouble {
                    kind: TroubleKind::Undecodable,
                    place: PlaceId(0),
                });
            }
            Ok(document)
        }
    }
}

/// Reads text that is already Unicode, as a paste gives it: HTML or plain, by its content.
pub fn read_text(text: &str) -> Result<Document, ReadError> {
    read_as(text, sniff::text(text))
}

/// Reads text that is known to be HTML, such as the HTML flavour of the clipboard.
pub fn read_html(html: &str) -> Result<Document, ReadError> {
    read_as(html, Format::Html)
}

/// A file named `.txt` or `.md` that merely starts with `<` is still a matter of its content; only an unmarked
/// file with an HTML name is read as HTML.
fn by_name(format: Format, name: &str) -> Format {
    let name = name.to_ascii_lowercase();
    let html = [".html", ".htm", ".xhtml", ".shtml"]
        .iter()
        .any(|end| name.ends_with(end));
    if format == Format::Text && html {
        Format::Html
    } else {
        format
    }
}

fn read_as(text: &str, format: Format) -> Result<Document, ReadError> {
    if text.len() > limits::TEXT_BYTES {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    if text
        .trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .is_empty()
    {
        return Err(ReadError::new(ReadErrorKind::Empty));
    }
    match format {
        Format::Html => Ok(html::read(text)),
        Format::Text => Ok(text::read(text)),
        #[cfg(feature = "words")]
        Format::Odt => odt::read_flat(text),
        #[cfg(feature = "words")]
        Format::OfficeXml if docx::is_flat(text) => docx::read_flat(text),
        other => Err(refuse(other)),
    }
}

/// What the full build reads beside HTML and text.
const IN_FULL: &[Format] = &[
    Format::Doc,
    Format::Docx,
    Format::Mht,
    Format::OfficeXml,
    Format::Odt,
    Format::Ods,
    Format::Ofd,
    Format::Pdf,
    Format::Rtf,
    Format::Xls,
    Format::Xlsx,
    Format::Zip,
];

/// The error for a format that has no reader here.
fn refuse(format: Format) -> ReadError {
    ReadError::new(match format {
        Format::EncryptedOffice => ReadErrorKind::Encrypted,
        Format::BrokenContainer => ReadErrorKind::Damaged,
        Format::Binary => ReadErrorKind::Unknown,
        other if !cfg!(feature = "full") && IN_FULL.contains(&other) => {
            ReadErrorKind::NeedsFull(other)
        }
        other => ReadErrorKind::NotSupported(other),
    })
}
