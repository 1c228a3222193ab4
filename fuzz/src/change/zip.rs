//! Packages: a part is changed and the archive is written anew with right sums; parts go, come twice, change names.

use std::io::{Cursor, Read};

use ::zip::ZipArchive;

use super::super::support::rng::Rng;
use super::super::support::zip;
use super::{Raw, at, compound, markup, values, words};

/// A part that unpacks to more is left out.
const PART: u64 = 1 << 20;
const NAMES: [&str; 8] = [
    "word/document.xml",
    "content.xml",
    "OFD.xml",
    "xl/workbook.xml",
    "report.html",
    "inner.zip",
    "../../a.txt",
    "mimetype",
];

pub fn change(data: &[u8], rng: &mut Rng, raw: Raw) -> Option<Vec<u8>> {
    let mut parts = parts(data)?;
    if parts.is_empty() {
        return None;
    }
    let spot = chosen(&parts, rng);
    match rng.below(20) {
        0 => drop(parts.remove(spot)),
        1 => {
            let part = parts[spot].clone();
            parts.insert(at(rng, parts.len()), part);
        }
        2 => parts[spot].0 = (*rng.pick(&NAMES)).to_string(),
        3 => {
            let other = at(rng, parts.len());
            let text = parts[other].1.clone();
            parts[spot].1 = text;
        }
        4 => parts[spot].1 = values::text(rng),
        5 => parts.push(((*rng.pick(&NAMES)).to_string(), data.to_vec())),
        6 => {
            let most = parts[spot].1.len() + 256;
            raw(&mut parts[spot].1, most);
        }
        _ => parts[spot].1 = inside(&parts[spot], rng, raw)?,
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), &**b)).collect();
    Some(match rng.chance(10) {
        true => zip::deflated(&parts),
        false => zip::zip(&parts),
    })
}

type Part = (String, Vec<u8>);

fn parts(data: &[u8]) -> Option<Vec<Part>> {
    let mut archive = ZipArchive::new(Cursor::new(data)).ok()?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else {
            continue;
        };
        let name = part.name().ok()?.to_string();
        let mut bytes = Vec::new();
        if part.take(PART).read_to_end(&mut bytes).is_ok() {
            parts.push((name, bytes));
        }
    }
    Some(parts)
}

/// Mostly one of the larger parts, since there is the content.
fn chosen(parts: &[Part], rng: &mut Rng) -> usize {
    let (one, other) = (at(rng, parts.len()), at(rng, parts.len()));
    let larger = match parts[one].1.len() > parts[other].1.len() {
        true => one,
        false => other,
    };
    if rng.chance(70) { larger } else { one }
}

fn inside((name, bytes): &Part, rng: &mut Rng, raw: Raw) -> Option<Vec<u8>> {
    if bytes.starts_with(b"PK") {
        return change(bytes, rng, raw);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return compound::change(bytes, rng, raw);
    }
    match name.ends_with(".txt") || rng.chance(15) {
        true => words::change(bytes, rng),
        false => markup::change(bytes, rng, raw),
    }
}
