//! The numbers that Word's lists put before a paragraph: they are shown, and they are not in its text.

use std::collections::{HashMap, HashSet};

use super::super::story::numeral;
use super::super::xml::{Token, Tokens};
use super::styles::Styles;

const LEVELS: usize = 9;

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1、`: the numbers of the levels in their places.
    text: String,
    /// Every number is written in digits.
    legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            legal: false,
        }
    }
}

#[derive(Default)]
struct Abstract {
    levels: Vec<Level>,
    /// The list is defined by the list of a style.
    style_link: Option<String>,
}

#[derive(Default)]
struct Instance {
    abstract_id: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document, with their counters.
#[derive(Default)]
pub struct Numbering {
    abstracts: HashMap<String, Abstract>,
    instances: HashMap<String, Instance>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    started: HashSet<String>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(xml: &str) -> Self {
        let mut numbering = Numbering::default();
        let mut path: Vec<String> = Vec::new();
        // The definition at work: a list, or an instance of one and the level it overrides.
        let (mut list, mut instance, mut level) = (String::new(), String::new(), 0);
        for token in Tokens::new(xml) {
            let tag = match token {
                Token::Open(tag) => tag,
                Token::Close => {
                    path.pop();
                    continue;
                }
                Token::Text(_) => continue,
            };
            let inside = |name: &str| path.iter().any(|above| above == name);
            let value = || tag.get("val").unwrap_or_default();
            match tag.name() {
                "abstractNum" => {
                    list = tag.get("abstractNumId").unwrap_or_default();
                    numbering
                        .abstracts
                        .insert(list.clone(), Abstract::default());
                }
                "num" => {
                    instance = tag.get("numId").unwrap_or_default();
                    numbering
                        .instances
                        .insert(instance.clone(), Instance::default());
                }
                "numStyleLink" => {
                    if let Some(found) = numbering.abstracts.get_mut(&list) {
                        found.style_link = Some(value());
                    }
                }
                "abstractNumId" if inside("num") => {
                    if let Some(found) = numbering.instances.get_mut(&instance) {
                        found.abstract_id = value();
                    }
                }
                "lvlOverride" | "lvl" => {
                    level = tag
                        .number("ilvl")
                        .map_or(level, |n| n as usize)
                        .min(LEVELS - 1)
                }
                "startOverride" => {
                    if let Some(found) = numbering.instances.get_mut(&instance) {
                        found.starts.insert(level, tag.number("val").unwrap_or(1));
                    }
                }
                name @ ("start" | "numFmt" | "lvlText" | "isLgl") if inside("lvl") => {
                    let target = if inside("num") {
                        numbering
                            .instances
                            .get_mut(&instance)
                            .map(|found| found.levels.entry(level).or_default())
                    } else {
                        numbering
                            .abstracts
                            .get_mut(&list)
                            .and_then(|found| found.level_mut(level))
                    };
                    if let Some(target) = target {
                        match name {
                            "start" => target.start = tag.number("val").unwrap_or(1),
                            // In a choice of compatibility content the plain format comes last.
                            "numFmt" => target.format = value(),
                            "lvlText" => target.text = value(),
                            _ => target.legal = tag.is_on(),
                        }
                    }
                }
                _ => {}
            }
            path.push(tag.name().to_owned());
        }
        numbering
    }

    /// Counts one paragraph of a list and returns what Word writes before it.
    pub fn next(&mut self, list: &str, level: usize, styles: &Styles) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let instance = self.instances.get(list)?;
        let mut id = instance.abstract_id.clone();
        let link = self
            .abstracts
            .get(&id)
            .and_then(|found| found.style_link.as_deref());
        if let Some(other) = link
            .and_then(|style| styles.list(style))
            .and_then(|(list, _)| self.instances.get(&list))
        {
            id.clone_from(&other.abstract_id);
        }
        let base = self.abstracts.get(&id)?;
        let definition = |n: usize| {
            instance
                .levels
                .get(&n)
                .or_else(|| base.levels.get(n))
                .cloned()
                .unwrap_or_default()
        };
        let counters = self.counters.entry(id).or_default();
        if self.started.insert(list.to_owned()) {
            for (&at, &start) in &instance.starts {
                if let Some(counter) = counters.get_mut(at) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        for (at, counter) in counters.iter_mut().enumerate() {
            if at < level {
                counter.get_or_insert_with(|| definition(at).start);
            } else if at == level {
                *counter = Some(counter.map_or(definition(at).start, |n| n.saturating_add(1)));
            } else {
                *counter = None;
            }
        }
        let this = definition(level);
        numeral::write(1, &this.format)?;
        let mut text = this.text.clone();
        for (at, counter) in counters.iter().enumerate().take(level + 1) {
            let format = if this.legal {
                "decimal".to_owned()
            } else {
                definition(at).format
            };
            let number = numeral::write(counter.unwrap_or(1), &format).unwrap_or_default();
            text = text.replace(&format!("%{}", at + 1), &number);
        }
        (!text.trim().is_empty()).then_some(text)
    }
}

impl Abstract {
    fn level_mut(&mut self, level: usize) -> Option<&mut Level> {
        while self.levels.len() <= level {
            self.levels.push(Level::default());
        }
        self.levels.get_mut(level)
    }
}
