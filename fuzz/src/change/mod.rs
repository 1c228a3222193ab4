//! Changes bytes by what they are built of, so that a changed file still reaches the reader behind its container. The
//! bytes themselves are changed by whoever asks: libFuzzer, or the few ways of `bytes.rs`.

pub mod bytes;
mod compound;
mod markup;
mod pdf;
mod values;
mod words;
mod zip;

use super::support::rng::Rng;

/// What bytes are built of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Choices of a generator, one after the other.
    Bytes,
    /// Words, numbers and signs.
    Words,
    /// Elements.
    Markup,
    /// Parts in a zip, most of them markup.
    Zip,
    /// Streams in a compound file, some of them records.
    Compound,
    /// Words, numbers and deflated streams.
    Pdf,
}

/// Changes bytes as bytes; they may become so many.
pub type Raw<'a> = &'a mut dyn FnMut(&mut Vec<u8>, usize);

/// Changes an input once or a few times. What it is built of is left aside now and then, and where it cannot be seen.
pub fn change(shape: Shape, data: &[u8], most: usize, rng: &mut Rng, raw: Raw) -> Vec<u8> {
    let mut out = data.to_vec();
    for _ in 0..1 + rng.below(3) {
        let changed = match rng.chance(12) {
            true => None,
            false => once(shape, &out, rng, raw),
        };
        match changed {
            Some(changed) if changed.len() <= most => out = changed,
            Some(_) => {}
            None => raw(&mut out, most),
        }
    }
    out.truncate(most);
    out
}

fn once(shape: Shape, data: &[u8], rng: &mut Rng, raw: Raw) -> Option<Vec<u8>> {
    match shape {
        Shape::Bytes => None,
        Shape::Words => words::change(data, rng),
        Shape::Markup => markup::change(data, rng, raw),
        Shape::Zip => zip::change(data, rng, raw),
        Shape::Compound => compound::change(data, rng, raw),
        Shape::Pdf => pdf::change(data, rng),
    }
}

/// A place in so many.
fn at(rng: &mut Rng, count: usize) -> usize {
    rng.below(count as i64) as usize
}

/// A range in so many, mostly a short one.
fn range(rng: &mut Rng, count: usize) -> std::ops::Range<usize> {
    let from = at(rng, count);
    let most = match rng.chance(80) {
        true => 8.min(count - from),
        false => count - from,
    };
    from..from + 1 + at(rng, most)
}
