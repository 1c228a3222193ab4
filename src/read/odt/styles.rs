//! What the styles of an OpenDocument text say: what is hidden, and which paragraph is the title.

use std::collections::HashMap;

use super::super::xml::{Tag, Token, Tokens};
use crate::text::setting::Setting;

/// Styles that are based on each other in a circle are followed this far.
const CHAIN: usize = 16;

#[derive(Default)]
struct Style {
    parent: Option<String>,
    /// Text or a table of this style is not shown.
    hidden: Option<bool>,
    raised: Option<bool>,
    struck: Option<bool>,
}

impl Style {
    /// Takes the properties of its text.
    fn take(&mut self, tag: &Tag) {
        if let Some(display) = tag.get("display") {
            self.hidden = Some(matches!(display.as_str(), "none" | "false"));
        }
        // `super 58%`, or how far it stands higher: `33% 58%`.
        if let Some(position) = tag.get("text-position") {
            let higher = |c: char| ('1'..='9').contains(&c);
            self.raised = Some(position.starts_with("super") || position.starts_with(higher));
        }
        if let Some(line) = tag.get("text-line-through-style") {
            self.struck = Some(line != "none");
        }
    }
}

/// The styles by family and name.
#[derive(Default)]
pub struct Styles(HashMap<(String, String), Style>);

impl Styles {
    /// Takes the styles of one part; a later one of the same name counts.
    pub fn add(&mut self, xml: &str) {
        let mut open: Option<(String, String)> = None;
        for token in Tokens::new(xml) {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "style" => {
                    let family = tag.get("family").unwrap_or_default();
                    let key = (family, tag.get("name").unwrap_or_default());
                    let parent = tag.get("parent-style-name");
                    let style = Style {
                        parent,
                        ..Style::default()
                    };
                    self.0.insert(key.clone(), style);
                    open = Some(key);
                }
                "text-properties" | "section-properties" | "table-properties" => {
                    let style = open.as_ref().and_then(|key| self.0.get_mut(key));
                    if let Some(style) = style {
                        style.take(&tag);
                    }
                }
                "text" | "master-styles" => open = None,
                _ => {}
            }
        }
    }

    /// The style and those it is based on, with their names.
    fn chain<'a>(&'a self, family: &str, name: &str) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let mut next = self.0.get_key_value(&(family.to_owned(), name.to_owned()));
        std::iter::from_fn(move || {
            let ((family, name), style) = next?;
            let parent = style.parent.clone();
            next = parent.and_then(|parent| self.0.get_key_value(&(family.clone(), parent)));
            Some((name.as_str(), style))
        })
        .take(CHAIN)
    }

    pub fn hides(&self, family: &str, name: &str) -> bool {
        let mut chain = self.chain(family, name);
        chain.find_map(|(_, style)| style.hidden) == Some(true)
    }

    /// How text of this style is set where it says so itself, else as around it.
    pub fn setting(&self, name: &str, around: Setting) -> Setting {
        let find = |pick: fn(&Style) -> Option<bool>| {
            let mut chain = self.chain("text", name);
            chain.find_map(|(_, style)| pick(style))
        };
        Setting {
            raised: find(|style| style.raised).unwrap_or(around.raised),
            struck: find(|style| style.struck).unwrap_or(around.struck),
        }
    }

    /// The paragraph is the document's title.
    pub fn is_title(&self, name: &str) -> bool {
        name == "Title"
            || self
                .chain("paragraph", name)
                .any(|(name, _)| name == "Title")
    }
}
