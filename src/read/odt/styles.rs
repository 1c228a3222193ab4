//! What the styles of an OpenDocument text say: what is hidden, and which paragraph is the title.

use std::collections::HashMap;

use super::super::xml::{Token, Tokens};

/// Styles that are based on each other in a circle are followed this far.
const CHAIN: usize = 16;

#[derive(Default)]
struct Style {
    parent: Option<String>,
    /// Text or a table of this style is not shown.
    hidden: Option<bool>,
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
                    let hidden = None;
                    self.0.insert(key.clone(), Style { parent, hidden });
                    open = Some(key);
                }
                "text-properties" | "section-properties" | "table-properties" => {
                    let style = open.as_ref().and_then(|key| self.0.get_mut(key));
                    if let (Some(style), Some(display)) = (style, tag.get("display")) {
                        style.hidden = Some(matches!(display.as_str(), "none" | "false"));
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

    /// The paragraph is the document's title.
    pub fn is_title(&self, name: &str) -> bool {
        name == "Title"
            || self
                .chain("paragraph", name)
                .any(|(name, _)| name == "Title")
    }
}
