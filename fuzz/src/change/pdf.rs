//! PDF files: words and numbers, in the file itself and in its deflated streams. A file whose table of objects no longer
//! fits is read all the same, by its objects.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::super::support::rng::Rng;
use super::words;

const STREAM: usize = 1 << 20;

pub fn change(data: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let streams = streams(data);
    let deflated: Vec<_> = streams
        .iter()
        .filter_map(|range| {
            let text = decompress_to_vec_zlib_with_limit(&data[range.clone()], STREAM).ok()?;
            Some((range.clone(), text))
        })
        .collect();
    let outside = deflated.is_empty() || rng.chance(50);
    if outside {
        return match streams.is_empty() || rng.chance(50) {
            true => words::change(data, rng),
            false => within(data, rng.pick(&streams).clone(), rng),
        };
    }
    let (range, text) = rng.pick(&deflated);
    let text = words::change(text, rng)?;
    let mut out = data.to_vec();
    out.splice(range.clone(), compress_to_vec_zlib(&text, 1));
    Some(out)
}

/// The words of one range.
fn within(data: &[u8], range: std::ops::Range<usize>, rng: &mut Rng) -> Option<Vec<u8>> {
    let changed = words::change(&data[range.clone()], rng)?;
    let mut out = data.to_vec();
    out.splice(range, changed);
    Some(out)
}

/// What stands between `stream` and `endstream`.
fn streams(data: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = find(data, from, b"stream\n").or(find(data, from, b"stream\r\n")) {
        let start = start
            + if data.get(start + 6) == Some(&b'\r') {
                8
            } else {
                7
            };
        let Some(end) = find(data, start, b"endstream") else {
            break;
        };
        if start < end {
            found.push(start..end);
        }
        from = end + b"endstream".len();
    }
    found
}

fn find(data: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let rest = data.get(from..)?;
    let at = rest.windows(what.len()).position(|window| window == what)?;
    Some(from + at)
}
