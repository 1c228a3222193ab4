//! The runs of like paragraphs and like characters: pages of 512 bytes in the main stream, found by a list in the
//! table stream (MS-DOC 2.9.5, 2.9.33, 2.9.184).

use std::collections::HashSet;

use super::super::limits;
use super::bytes::{byte, slice, u16, u32};

const PAGE: usize = 512;
/// Bytes of a page's entry for a paragraph: a place, and what is known of its height.
const PARAGRAPH_ENTRY: usize = 13;

struct Run<'a> {
    start: u32,
    end: u32,
    /// The style of a paragraph, and the properties.
    style: u16,
    sprms: &'a [u8],
}

/// Runs by their places in the main stream.
pub struct Runs<'a>(Vec<Run<'a>>);

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Paragraphs,
    Characters,
}

impl<'a> Runs<'a> {
    /// `list`: the part of the table stream that names the pages.
    pub fn read(main: &'a [u8], list: &[u8], of: Of) -> Self {
        let count = list.len().saturating_sub(4) / 8;
        let mut runs = Vec::new();
        let mut seen = HashSet::new();
        for index in 0..count {
            let page = u32(list, (count + 1) * 4 + index * 4).unwrap_or(0) & 0x003F_FFFF;
            let bytes = slice(main, page as usize * PAGE, PAGE);
            if let Some(bytes) = bytes.filter(|_| seen.insert(page)) {
                add_page(bytes, of, &mut runs);
            }
            if runs.len() >= limits::WORD_RUNS {
                break;
            }
        }
        runs.sort_by_key(|run| run.start);
        Runs(runs)
    }

    /// Style and properties of what stands at a place.
    pub fn at(&self, place: u32) -> (u16, &'a [u8]) {
        let after = self.0.partition_point(|run| run.start <= place);
        let run = after.checked_sub(1).and_then(|index| self.0.get(index));
        match run.filter(|run| place < run.end) {
            Some(run) => (run.style, run.sprms),
            None => (0, &[]),
        }
    }

    /// Where the run at a place ends, or the next one begins.
    pub fn end(&self, place: u32) -> u32 {
        let after = self.0.partition_point(|run| run.start <= place);
        let run = after.checked_sub(1).and_then(|index| self.0.get(index));
        let end = run.map(|run| run.end).filter(|&end| place < end);
        let next = self.0.get(after).map_or(u32::MAX, |run| run.start);
        end.unwrap_or(next)
    }
}

fn add_page<'a>(page: &'a [u8], of: Of, runs: &mut Vec<Run<'a>>) {
    let count = usize::from(byte(page, PAGE - 1).unwrap_or(0));
    let entries = (count + 1) * 4;
    for index in 0..count {
        let (Some(start), Some(end)) = (u32(page, index * 4), u32(page, index * 4 + 4)) else {
            return;
        };
        let found = match of {
            Of::Paragraphs => paragraph(page, entries + index * PARAGRAPH_ENTRY),
            Of::Characters => characters(page, entries + index),
        };
        let (style, sprms) = found.unwrap_or_default();
        if start < end {
            runs.push(Run {
                start,
                end,
                style,
                sprms,
            });
        }
    }
}

fn paragraph(page: &[u8], entry: usize) -> Option<(u16, &[u8])> {
    let at = usize::from(byte(page, entry)?) * 2;
    if at == 0 {
        return None;
    }
    let (from, length) = match usize::from(byte(page, at)?) {
        0 => (at + 2, usize::from(byte(page, at + 1)?) * 2),
        words => (at + 1, words * 2 - 1),
    };
    let found = page.get(from..(from + length).min(PAGE))?;
    Some((u16(found, 0)?, found.get(2..)?))
}

fn characters(page: &[u8], entry: usize) -> Option<(u16, &[u8])> {
    let at = usize::from(byte(page, entry)?) * 2;
    if at == 0 {
        return None;
    }
    let length = usize::from(byte(page, at)?);
    Some((0, page.get(at + 1..(at + 1 + length).min(PAGE))?))
}
