//! An archive with some entries written anew and others added. Every other entry keeps its bytes and its heads as they
//! stand: a program that opens the copy meets what it met in the file.

use std::ops::Range;

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{ZipArchive, crc32};

use crate::text::decode;

/// How hard the new parts are packed, as zip programs do by default.
const LEVEL: u8 = 6;
/// Bytes of an entry's head in the directory, and of the archive's end, before names and comments.
const CENTRAL: usize = 46;
const END: usize = 22;
/// The sizes follow the packed bytes.
const DESCRIPTOR: u16 = 1 << 3;
const DEFLATE: u16 = 8;
const UTF8: u16 = 1 << 11;
/// The version that a reader needs for deflated entries.
const VERSION: u16 = 20;

/// An entry as the directory lists it.
struct Entry {
    name: String,
    /// Its head in the directory.
    head: Range<usize>,
    /// Where its own head and bytes begin.
    start: usize,
}

/// The archive with the parts of these names replaced, or added at its end where it has none. Nothing where its
/// directory is not one that can be written back for sure: of more than 4 GB, with entries that share bytes, or behind
/// something else.
pub fn rewrite(bytes: &[u8], parts: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let zip = ZipArchive::from_slice(bytes).ok()?;
    let (directory, end) = (zip.directory_offset() as usize, zip.eocd_offset() as usize);
    // Behind other bytes, or another archive, places are not counted from the beginning.
    if long(bytes.get(end..)?, 16)? as usize != directory {
        return None;
    }
    let entries = entries(bytes, directory, end, zip.entries_hint())?;
    let mut places: Vec<usize> = entries.iter().map(|entry| entry.start).collect();
    places.push(directory);
    places.sort_unstable();
    if places.windows(2).any(|pair| pair.first() == pair.last()) || places.first() != Some(&0) {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 8);
    let mut heads: Vec<Vec<u8>> = vec![Vec::new(); entries.len()];
    for pair in places.windows(2) {
        let &[start, next] = pair else { continue };
        let at = entries.iter().position(|entry| entry.start == start)?;
        let (entry, offset) = (entries.get(at)?, out.len());
        let mut head = bytes.get(entry.head.clone())?.to_vec();
        let new = parts.iter().find(|(name, _)| *name == entry.name);
        match new {
            Some((_, part)) => {
                let name = head.get(CENTRAL..CENTRAL + short(&head, 28)? as usize)?;
                let flags = short(&head, 8)? & !DESCRIPTOR;
                let fixed = write(&mut out, name.to_vec().as_slice(), flags, part)?;
                put(&mut head, 6, &VERSION.to_le_bytes())?;
                put(&mut head, 8, &fixed)?;
            }
            None => out.extend(bytes.get(start..next)?),
        }
        put(&mut head, 42, &u32::try_from(offset).ok()?.to_le_bytes())?;
        *heads.get_mut(at)? = head;
    }
    for (name, part) in parts {
        if entries.iter().all(|entry| entry.name != *name) {
            let offset = u32::try_from(out.len()).ok()?;
            let fixed = write(&mut out, name.as_bytes(), UTF8, part)?;
            heads.push(listed(name, &fixed, offset)?);
        }
    }
    finish(out, &heads, bytes.get(end..)?)
}

/// The entries of the directory in their order.
fn entries(bytes: &[u8], directory: usize, end: usize, count: u64) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut at = directory;
    while at < end && bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let head = bytes.get(at..)?;
        let [name, extra, comment] = [28, 30, 32].map(|field| short(head, field));
        let (name, extra, comment) = (name? as usize, extra? as usize, comment? as usize);
        let length = CENTRAL + name + extra + comment;
        let [packed, size, start] = [20, 24, 42].map(|field| long(head, field));
        if [packed?, size?, start?].contains(&u32::MAX) {
            return None;
        }
        entries.push(Entry {
            name: decode(head.get(CENTRAL..CENTRAL + name)?)
                .text
                .replace('\\', "/"),
            head: at..at + length,
            start: start? as usize,
        });
        at += length;
    }
    (at == end && entries.len() as u64 == count).then_some(entries)
}

/// Writes an entry's own head and its packed bytes; gives what the directory repeats of the head: from the flags to the
/// sizes.
fn write(out: &mut Vec<u8>, name: &[u8], flags: u16, part: &[u8]) -> Option<Vec<u8>> {
    let packed = compress_to_vec(part, LEVEL);
    let mut fixed = Vec::new();
    // Midnight of 1 January 1980: the copy tells no time that nobody gave.
    for half in [flags, DEFLATE, 0, 0x21] {
        fixed.extend(half.to_le_bytes());
    }
    let sizes = [packed.len(), part.len()].map(|size| u32::try_from(size).ok());
    for word in [crc32(part), sizes[0]?, sizes[1]?] {
        fixed.extend(word.to_le_bytes());
    }
    out.extend(b"PK\x03\x04");
    out.extend(VERSION.to_le_bytes());
    out.extend(&fixed);
    out.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
    out.extend(0u16.to_le_bytes());
    out.extend(name);
    out.extend(packed);
    Some(fixed)
}

/// The head in the directory of an entry that was added.
fn listed(name: &str, fixed: &[u8], offset: u32) -> Option<Vec<u8>> {
    let mut head = b"PK\x01\x02".to_vec();
    head.extend([VERSION.to_le_bytes(), VERSION.to_le_bytes()].concat());
    head.extend(fixed);
    head.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
    // No extra field, no comment, the first disk, no attributes.
    head.extend([0; 12]);
    head.extend(offset.to_le_bytes());
    head.extend(name.as_bytes());
    Some(head)
}

/// Adds the directory and the end, with the comment that the archive had.
fn finish(mut out: Vec<u8>, heads: &[Vec<u8>], end: &[u8]) -> Option<Vec<u8>> {
    let offset = u32::try_from(out.len()).ok()?;
    out.extend(heads.iter().flatten());
    let size = u32::try_from(out.len()).ok()? - offset;
    let count = u16::try_from(heads.len()).ok()?;
    let mut end = end.to_vec();
    put(
        &mut end,
        8,
        &[count.to_le_bytes(), count.to_le_bytes()].concat(),
    )?;
    put(&mut end, 12, &size.to_le_bytes())?;
    put(&mut end, 16, &offset.to_le_bytes())?;
    let whole = end.len() >= END && end.starts_with(b"PK\x05\x06");
    out.extend(end);
    whole.then_some(out)
}

fn put(head: &mut [u8], at: usize, field: &[u8]) -> Option<()> {
    head.get_mut(at..at + field.len())?.copy_from_slice(field);
    Some(())
}

fn short(head: &[u8], at: usize) -> Option<u16> {
    let bytes = head.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn long(head: &[u8], at: usize) -> Option<u32> {
    let bytes = head.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}
