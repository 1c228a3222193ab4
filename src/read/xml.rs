//! XML as a stream of three things, by local names: strict and transitional files use different namespaces and the
//! same names.

use std::ops::Range;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

pub enum Token<'a> {
    Open(Tag<'a>),
    Close,
    Text(String),
}

/// A start tag.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of the attribute of that local name.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0
            .attributes()
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)
            .and_then(|attribute| {
                attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .ok()
                    .map(|value| value.into_owned())
            })
    }

    pub fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// An on-off property: its mere presence switches it on.
    pub fn is_on(&self) -> bool {
        !matches!(
            self.get("val").as_deref(),
            Some("0" | "false" | "off" | "none")
        )
    }
}

pub struct Tokens<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// Where the last token began.
    start: usize,
    /// The XML is broken or ends before its last end tag.
    pub broken: bool,
}

impl<'a> Tokens<'a> {
    pub fn new(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Tokens {
            reader,
            depth: 0,
            start: 0,
            broken: false,
        }
    }

    /// The byte range of the last token. An element without content gives its whole tag for its start, and nothing
    /// behind it for its end.
    pub fn span(&self) -> Range<usize> {
        self.start..self.reader.buffer_position() as usize
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            self.start = self.reader.buffer_position() as usize;
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) => {
                    self.broken = true;
                    return None;
                }
            };
            return Some(match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    Token::Open(Tag(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Token::Close
                }
                Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Token::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let character = reference
                        .resolve_char_ref()
                        .ok()
                        .flatten()
                        .map(String::from);
                    let text =
                        character.or_else(|| resolve_xml_entity(&reference).map(str::to_owned));
                    Token::Text(text.unwrap_or_default())
                }
                Event::Eof => {
                    self.broken = self.depth > 0;
                    return None;
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }
}
