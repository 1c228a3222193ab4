//! What a paragraph style says of headings and lists.

use std::collections::HashMap;

use super::super::story::heading::{heading_name, outline_level};
use super::super::xml::{Token, Tokens};

#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    /// 0 to 8; 9 is body text.
    outline: Option<u32>,
    list: Option<String>,
    list_level: Option<usize>,
}

/// Styles that are based on each other in a circle are followed this far.
const CHAIN: usize = 16;

/// The styles of a document by their ids.
#[derive(Default)]
pub struct Styles(HashMap<String, Style>);

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(xml: &str) -> Self {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        let mut depth = 0;
        for token in Tokens::new(xml) {
            match token {
                Token::Open(tag) => {
                    depth += 1;
                    if tag.name() == "style" {
                        open = Some((tag.get("styleId").unwrap_or_default(), Style::default()));
                        depth = 0;
                    } else if let Some((_, style)) = &mut open {
                        let value = || tag.get("val");
                        match tag.name() {
                            "name" => style.name = value().unwrap_or_default().to_lowercase(),
                            "basedOn" => style.based_on = value(),
                            "outlineLvl" => style.outline = tag.number("val"),
                            "numId" => style.list = value(),
                            "ilvl" => style.list_level = tag.number("val").map(|n| n as usize),
                            _ => {}
                        }
                    }
                }
                Token::Close if depth == 0 => styles.extend(open.take()),
                Token::Close => depth -= 1,
                Token::Text(_) => {}
            }
        }
        Styles(styles)
    }

    /// The style and those it is based on.
    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let mut next = self.0.get(id);
        std::iter::from_fn(move || {
            let style = next?;
            next = style.based_on.as_deref().and_then(|id| self.0.get(id));
            Some(style)
        })
        .take(CHAIN)
    }

    /// Heading level 1 to 6, by outline level or by the style's name.
    pub fn heading(&self, id: &str) -> Option<u8> {
        if let Some(outline) = self.chain(id).find_map(|style| style.outline) {
            return outline_level(outline);
        }
        let named = self.chain(id).find_map(|style| heading_name(&style.name));
        named.or_else(|| heading_name(&id.to_lowercase()))
    }

    /// The list and level that the style puts its paragraphs in.
    pub fn list(&self, id: &str) -> Option<(String, usize)> {
        let list = self.chain(id).find_map(|style| style.list.clone())?;
        let level = self
            .chain(id)
            .find_map(|style| style.list_level)
            .unwrap_or(0);
        Some((list, level))
    }
}
