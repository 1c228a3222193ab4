//! PDF → document: characters and lines at their places, from a content interpreter of its own that knows no more of
//! PDF than reading needs; the syntax underneath is hayro's.

mod encoding;
mod font;
mod hidden;
mod interpret;
mod path;
mod state;
mod streams;
mod truetype;
mod trust;

use hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream};
use hayro_syntax::page::Page as PdfPage;
use hayro_syntax::{LoadPdfError, Pdf};

use hidden::Hidden;
use interpret::{Interpreter, subtype};
use state::State;

use super::error::{ReadError, ReadErrorKind};
use super::layout::{self, Area, Matrix, Page};
use super::limits;
use crate::model::{Document, Kind, PlaceId, Trouble, TroubleKind};

/// Reads a PDF file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    if streams::is_bomb(bytes) {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| {
        ReadError::new(match error {
            LoadPdfError::Decryption(_) => ReadErrorKind::Encrypted,
            LoadPdfError::Invalid => ReadErrorKind::Damaged,
        })
    })?;
    let mut interpreter = Interpreter::new(Hidden::of(&pdf), bytes.len());
    let mut pages = Vec::new();
    let count = pdf.pages().len();
    for (number, page) in (1..).zip(pdf.pages().iter()).take(limits::PAGES) {
        pages.push(read_page(page, number, &mut interpreter));
        if interpreter.budget.exhausted {
            break;
        }
    }
    let trust = &interpreter.trust;
    if count == 0 {
        return Err(ReadError::new(ReadErrorKind::Damaged));
    }
    if trust.is_empty() || trust.is_unseen() && interpreter.pictures {
        return Err(ReadError::new(
            match (interpreter.pictures, interpreter.budget.exhausted) {
                (true, _) => ReadErrorKind::Scanned,
                (false, true) => ReadErrorKind::TooLarge,
                (false, false) => ReadErrorKind::Empty,
            },
        ));
    }
    if trust.is_garbled() {
        return Err(ReadError::new(ReadErrorKind::Garbled));
    }
    let limited = pages.len() < count || interpreter.budget.exhausted;
    let mut document = Document::new(Kind::Pdf);
    layout::arrange(pages, &mut document);
    if limited {
        document.troubles.push(Trouble {
            kind: TroubleKind::LimitReached,
            place: PlaceId(0),
        });
    }
    Ok(document)
}

fn read_page<'a>(source: &PdfPage<'a>, number: u32, interpreter: &mut Interpreter<'a>) -> Page {
    let (width, height) = source.render_dimensions();
    let mut page = Page {
        number,
        width,
        height,
        ..Page::default()
    };
    let matrix = Matrix(source.initial_transform(true).as_coeffs().map(|n| n as f32));
    let content = content(source, interpreter);
    interpreter.run(&content, source.resources(), matrix, &mut page);
    annotations(source, matrix, interpreter, &mut page);
    // What stands outside of the paper is not printed.
    let paper = Area::of((0.0, 0.0), (width, height));
    page.glyphs.retain(|glyph| paper.holds(glyph.area.centre()));
    page
}

/// The content streams of a page, one after the other.
fn content<'a>(source: &PdfPage<'a>, interpreter: &mut Interpreter<'a>) -> Vec<u8> {
    let mut content = Vec::new();
    let mut add = |stream: &Stream<'a>, interpreter: &mut Interpreter<'a>| {
        content.extend(interpreter.budget.unpack(stream).unwrap_or_default());
        content.push(b'\n');
    };
    match source.raw().get::<Object>(b"Contents") {
        Some(Object::Stream(stream)) => add(&stream, interpreter),
        Some(Object::Array(streams)) => {
            let mut streams = streams.iter::<Stream>();
            while interpreter.budget.step()
                && let Some(stream) = streams.next()
            {
                add(&stream, interpreter);
            }
        }
        _ => {}
    }
    content
}

/// What is written into the fields of a form, or on the page as a note.
fn annotations<'a>(
    source: &PdfPage<'a>,
    matrix: Matrix,
    interpreter: &mut Interpreter<'a>,
    page: &mut Page,
) {
    /// Annotations of one page.
    const MOST: usize = 2_000;
    const INVISIBLE: u32 = 1 << 1 | 1 << 5;
    let Some(annotations) = source.raw().get::<Array>(b"Annots") else {
        return;
    };
    for annotation in annotations.iter::<Dict>().take(MOST) {
        let shown = annotation.get::<u32>(b"F").unwrap_or(0) & INVISIBLE == 0;
        let written = subtype(&annotation, b"Widget") || subtype(&annotation, b"FreeText");
        let (Some(form), Some(area)) = (appearance(&annotation), annotation.get::<Rect>(b"Rect"))
        else {
            continue;
        };
        if !shown || !written {
            continue;
        }
        let own = form
            .dict()
            .get::<[f32; 6]>(b"Matrix")
            .map_or(Matrix::IDENTITY, Matrix);
        let frame = form.dict().get::<Rect>(b"BBox").and_then(|bbox| {
            let (x0, y0, x1, y1) = corners(&bbox);
            Area::around([(x0, y0), (x1, y0), (x0, y1), (x1, y1)].map(|p| own.point(p)))
        });
        let Some(frame) = frame.filter(|f| f.width() > 0.0 && f.height() > 0.0) else {
            continue;
        };
        let (x0, y0, x1, y1) = corners(&area);
        let (sx, sy) = ((x1 - x0) / frame.width(), (y1 - y0) / frame.height());
        let placed = Matrix([sx, 0.0, 0.0, sy, x0 - sx * frame.x0, y0 - sy * frame.y0]);
        let state = State::new(placed.then(matrix));
        interpreter.form(&form, source.resources(), state, page, 4);
    }
}

fn corners(rect: &Rect) -> (f32, f32, f32, f32) {
    (
        rect.x0 as f32,
        rect.y0 as f32,
        rect.x1 as f32,
        rect.y1 as f32,
    )
}

/// The drawing that shows an annotation in its present state.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict>(b"AP")?.get::<Object>(b"N")? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => states.get::<Stream>(annotation.get::<Name>(b"AS")?),
        _ => None,
    }
}
