//! The numbers that lists put before a paragraph (MS-DOC 2.9.131): they are shown, and they are not in the text.

use std::collections::{HashMap, HashSet};

use super::super::limits;
use super::super::story::numeral;
use super::bytes::{byte, slice, u16, u32, wide};

const LEVELS: usize = 9;
const LIST: usize = 28;
const LEVEL: usize = 28;
const USE: usize = 16;

#[derive(Clone, Default)]
struct Level {
    start: u32,
    format: u8,
    legal: bool,
    /// Characters below 9 stand for the numbers of the levels.
    text: String,
}

/// A use of a list, with its own starts.
#[derive(Default)]
struct Use {
    list: u32,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document, with their counters.
#[derive(Default)]
pub struct Lists {
    levels: HashMap<u32, Vec<Level>>,
    uses: Vec<Use>,
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    started: HashSet<u16>,
}

impl Lists {
    /// `lists` and `uses` begin in the table stream at the two parts of that name.
    pub fn read(lists: &[u8], uses: &[u8]) -> Self {
        let mut found = Lists::default();
        found.add_lists(lists);
        found.add_uses(uses);
        found
    }

    fn add_lists(&mut self, bytes: &[u8]) {
        let count = usize::from(u16(bytes, 0).unwrap_or(0));
        let mut at = 2 + count * LIST;
        for index in 0..count {
            let head = 2 + index * LIST;
            let (Some(id), Some(flags)) = (u32(bytes, head), byte(bytes, head + 26)) else {
                return;
            };
            let count = if flags & 1 != 0 { 1 } else { LEVELS };
            let mut levels = Vec::new();
            for _ in 0..count {
                let Some((level, length)) = level(bytes, at) else {
                    return;
                };
                levels.push(level);
                at += length;
            }
            self.levels.insert(id, levels);
        }
    }

    fn add_uses(&mut self, bytes: &[u8]) {
        let count = u32(bytes, 0).unwrap_or(0) as usize;
        let mut at = count.saturating_mul(USE).saturating_add(4);
        for index in 0..count {
            let head = 4 + index * USE;
            let (Some(list), Some(own)) = (u32(bytes, head), byte(bytes, head + 12)) else {
                return;
            };
            let mut this = Use {
                list,
                ..Use::default()
            };
            at = at.saturating_add(4);
            for _ in 0..own {
                let (Some(start), Some(flags)) = (u32(bytes, at), u32(bytes, at + 4)) else {
                    break;
                };
                at += 8;
                let number = (flags & 0xF) as usize;
                if flags & 0x10 != 0 {
                    this.starts.insert(number, start);
                }
                if flags & 0x20 != 0 {
                    let Some((level, length)) = level(bytes, at) else {
                        break;
                    };
                    this.levels.insert(number, level);
                    at += length;
                }
            }
            self.uses.push(this);
        }
    }

    /// Counts one paragraph of a use, counted from 1, and returns what is written before it.
    pub fn next(&mut self, number: u16, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let this = self.uses.get(usize::from(number).checked_sub(1)?)?;
        let base = self.levels.get(&this.list)?;
        let definition = |n: usize| this.levels.get(&n).or_else(|| base.get(n));
        let first = |n: usize| definition(n).map_or(1, |level| level.start);
        let counters = self.counters.entry(this.list).or_default();
        if self.started.insert(number) {
            for (&at, &start) in &this.starts {
                if let Some(counter) = counters.get_mut(at) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        for (at, counter) in counters.iter_mut().enumerate() {
            if at < level {
                counter.get_or_insert_with(|| first(at));
            } else if at == level {
                *counter = Some(counter.map_or(first(at), |n| n.saturating_add(1)));
            } else {
                *counter = None;
            }
        }
        let own = definition(level)?;
        numeral::named(u32::from(own.format))?;
        let mut text = String::new();
        for c in own.text.chars() {
            let at = c as usize;
            if at >= LEVELS {
                text.push(c);
                continue;
            }
            let format = definition(at).map_or(0, |level| level.format);
            let format = if own.legal { 0 } else { format };
            let number = counters.get(at).copied().flatten().unwrap_or(1);
            let written = numeral::named(u32::from(format)).and_then(|f| numeral::write(number, f));
            text.push_str(&written.unwrap_or_default());
        }
        (!text.trim().is_empty()).then_some(text)
    }
}

/// A level and the bytes that it takes.
fn level(bytes: &[u8], at: usize) -> Option<(Level, usize)> {
    let head = slice(bytes, at, LEVEL)?;
    let sprms = usize::from(byte(head, 24)?) + usize::from(byte(head, 25)?);
    let text = at + LEVEL + sprms;
    let length = usize::from(u16(bytes, text)?) * 2;
    let level = Level {
        start: u32(head, 0)?,
        format: byte(head, 4)?,
        legal: byte(head, 5)? & 4 != 0,
        text: wide(slice(bytes, text + 2, length.min(limits::LIST_TEXT * 2))?),
    };
    Some((level, LEVEL + sprms + 2 + length))
}
