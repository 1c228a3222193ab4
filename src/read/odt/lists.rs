//! The numbers that lists and the outline put before a paragraph: they are shown, and they are not in its text.

use std::collections::HashMap;

use super::super::limits;
use super::super::story::numeral;
use super::super::xml::{Tag, Token, Tokens};

pub const LEVELS: usize = 10;

/// The list that numbers the headings.
pub const OUTLINE: &str = "";

#[derive(Clone, Default)]
struct Level {
    /// As OOXML names it; none for a bullet or no number.
    format: Option<&'static str>,
    prefix: String,
    suffix: String,
    /// `%1%.%2%、`: the numbers of the levels in their places; stands for prefix and suffix.
    pattern: Option<String>,
    /// How many levels are written.
    shown: usize,
    start: u32,
}

/// The lists of a document by name, with their counters.
#[derive(Default)]
pub struct Lists {
    styles: HashMap<String, Vec<Level>>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Lists {
    /// Takes the list styles of one part.
    pub fn add(&mut self, xml: &str) {
        let mut open = None;
        for token in Tokens::new(xml) {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "list-style" => open = tag.get("name"),
                "outline-style" => open = Some(OUTLINE.to_owned()),
                "list-level-style-number" | "outline-level-style" => {
                    let levels = open.as_ref().map(|name| self.styles.entry(name.clone()));
                    if let (Some(levels), Some(at)) = (levels, level(&tag)) {
                        let levels = levels.or_default();
                        levels.resize(levels.len().max(at + 1), Level::default());
                        if let Some(level) = levels.get_mut(at) {
                            *level = Level::read(&tag);
                        }
                    }
                }
                "style" => open = None,
                _ => {}
            }
        }
    }

    /// A list that starts anew.
    pub fn restart(&mut self, style: &str) {
        self.counters.remove(style);
    }

    /// Counts one paragraph of a list, from `start` where it says so, and returns what is written before it.
    pub fn next(&mut self, style: &str, level: usize, start: Option<u32>) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let levels = self.styles.get(style)?;
        let first = |at: usize| levels.get(at).map_or(1, |level| level.start);
        let counters = self.counters.entry(style.to_owned()).or_default();
        for (at, counter) in counters.iter_mut().enumerate() {
            if at < level {
                counter.get_or_insert_with(|| first(at));
            } else if at == level {
                let next = counter.map_or(first(at), |n| n.saturating_add(1));
                *counter = Some(start.unwrap_or(next));
            } else {
                *counter = None;
            }
        }
        let this = levels.get(level)?;
        this.format?;
        let number = |at: usize| {
            let format = levels.get(at).and_then(|level| level.format)?;
            numeral::write(counters.get(at).copied().flatten()?, format)
        };
        let text = match &this.pattern {
            Some(pattern) => (0..=level).fold(pattern.clone(), |text, at| {
                text.replace(&format!("%{}%", at + 1), &number(at).unwrap_or_default())
            }),
            None => {
                let from = (level + 1).saturating_sub(this.shown);
                let numbers: Vec<String> = (from..=level).filter_map(number).collect();
                format!("{}{}{}", this.prefix, numbers.join("."), this.suffix)
            }
        };
        (!text.trim().is_empty()).then_some(text)
    }
}

impl Level {
    fn read(tag: &Tag) -> Self {
        let short = |name: &str| {
            let text = tag.get(name)?;
            Some(text.chars().take(limits::LIST_TEXT).collect())
        };
        Level {
            format: tag.get("num-format").and_then(|format| named(&format)),
            prefix: short("num-prefix").unwrap_or_default(),
            suffix: short("num-suffix").unwrap_or_default(),
            pattern: short("num-list-format"),
            shown: tag.number("display-levels").unwrap_or(1) as usize,
            start: tag.number("start-value").unwrap_or(1),
        }
    }
}

fn level(tag: &Tag) -> Option<usize> {
    let level = tag.number("level")?.checked_sub(1)? as usize;
    (level < LEVELS).then_some(level)
}

/// OOXML's name of a format that ODF gives by its first numbers: `一, 二, 三, ...`.
fn named(format: &str) -> Option<&'static str> {
    Some(match format.chars().next()? {
        'a' => "lowerLetter",
        'A' => "upperLetter",
        'i' => "lowerRoman",
        'I' => "upperRoman",
        '一' => "chineseCountingThousand",
        '壹' | '壱' => "chineseLegalSimplified",
        '①' => "decimalEnclosedCircle",
        '甲' => "ideographTraditional",
        '子' => "ideographZodiac",
        '１' => "decimalFullWidth",
        _ => "decimal",
    })
}
