//! Compound files: a stream is changed and put back, by its records where it is a workbook, by numbers where it is not.

use std::io::{Cursor, Read, Write};
use std::mem;
use std::path::PathBuf;

use cfb::CompoundFile;

use super::super::support::rng::Rng;
use super::{Raw, at, range, values};

/// Larger ones, and more of them, are left away: nothing is read from them.
const STREAM: u64 = 1 << 20;
const STREAMS: usize = 64;

/// Into a file of its own: cfb panics where it writes into one that is broken.
pub fn change(data: &[u8], rng: &mut Rng, raw: Raw) -> Option<Vec<u8>> {
    let mut file = CompoundFile::open(Cursor::new(data)).ok()?;
    let mut streams = streams(&mut file);
    let told = ["Workbook", "Book", "WordDocument", "1Table", "0Table"];
    let of_content = |at: &usize| told.iter().any(|told| streams[*at].0.ends_with(told));
    let content: Vec<usize> = (0..streams.len()).filter(of_content).collect();
    if streams.is_empty() {
        return None;
    }
    let at = match content.is_empty() || rng.chance(5) {
        true => at(rng, streams.len()),
        false => *rng.pick(&content),
    };
    let (name, bytes) = &mut streams[at];
    let is_book = name.ends_with("Workbook") || name.ends_with("Book");
    *bytes = match is_book && rng.chance(75) {
        true => records(bytes, rng, raw),
        false => numbers(mem::take(bytes), rng, raw),
    };
    written(&streams)
}

fn streams(file: &mut CompoundFile<Cursor<&[u8]>>) -> Vec<(PathBuf, Vec<u8>)> {
    let wanted = file
        .walk()
        .filter(|entry| entry.is_stream() && entry.len() < STREAM);
    let names: Vec<PathBuf> = wanted
        .map(|entry| entry.path().into())
        .take(STREAMS)
        .collect();
    let read = |name: PathBuf| {
        let mut bytes = Vec::new();
        file.open_stream(&name).ok()?.read_to_end(&mut bytes).ok()?;
        Some((name, bytes))
    };
    names.into_iter().filter_map(read).collect()
}

fn written(streams: &[(PathBuf, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    for (name, bytes) in streams {
        file.create_storage_all(name.parent()?).ok()?;
        file.create_stream(name).ok()?.write_all(bytes).ok()?;
    }
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}

fn numbers(mut bytes: Vec<u8>, rng: &mut Rng, raw: Raw) -> Vec<u8> {
    let most = bytes.len() + 64;
    if bytes.is_empty() || rng.chance(30) {
        raw(&mut bytes, most);
        return bytes;
    }
    // The table of contents of a Word file stands in its first bytes.
    let spot = match rng.chance(50) {
        true => at(rng, bytes.len().min(900)),
        false => at(rng, bytes.len()),
    };
    let number = values::binary(rng);
    let end = bytes.len().min(spot + number.len());
    bytes.splice(spot..end, number);
    bytes
}

/// A kind and its data, again and again.
fn records(bytes: &[u8], rng: &mut Rng, raw: Raw) -> Vec<u8> {
    let mut records: Vec<Vec<u8>> = Vec::new();
    let mut rest = bytes;
    while let [a, b, c, d, data @ ..] = rest {
        let length = usize::from(u16::from_le_bytes([*c, *d])).min(data.len());
        records.push([&[*a, *b][..], &data[..length]].concat());
        rest = &data[length..];
    }
    if records.is_empty() {
        return bytes.to_vec();
    }
    let spot = at(rng, records.len());
    match rng.below(9) {
        0 => drop(records.drain(range(rng, records.len()))),
        1 => {
            let piece = records[range(rng, records.len())].to_vec();
            records.splice(spot..spot, piece);
        }
        2 => {
            let other = at(rng, records.len());
            records.swap(spot, other);
        }
        3 => {
            let kind: Vec<u8> = records[at(rng, records.len())][..2].to_vec();
            records[spot].splice(..2, kind);
        }
        4 => {
            // What is too long for one record goes on in the next.
            let half = 2 + (records[spot].len() - 2) / 2;
            let behind = records[spot].split_off(half);
            records.insert(spot + 1, [vec![0x3C, 0], behind].concat());
        }
        5 => {
            let most = records[spot].len() + 16;
            raw(&mut records[spot], most);
        }
        _ => {
            let offset = 2 + at(rng, (records[spot].len() - 2).max(1));
            let number = values::binary(rng);
            let end = records[spot].len().min(offset + number.len());
            records[spot].splice(offset.min(end)..end, number);
        }
    }
    let mut out = Vec::new();
    for record in records.iter().filter(|record| record.len() >= 2) {
        let data = &record[2..record.len().min(2 + usize::from(u16::MAX))];
        out.extend(&record[..2]);
        out.extend((data.len() as u16).to_le_bytes());
        out.extend(data);
    }
    out
}
