//! The elements of an XML part with the bytes that each takes: enough to find a place in it and write there.

use std::ops::Range;

use crate::read::limits;
use crate::read::xml::{Tag, Token, Tokens};

/// An element; its ranges are bytes of the XML.
pub struct Element<'a> {
    /// As written, with its prefix.
    pub name: &'a str,
    pub outer: Range<usize>,
    pub tag: Range<usize>,
    /// What stands between its tags; empty at its end where it is one tag.
    pub inner: Range<usize>,
    pub parent: Option<usize>,
    /// The index behind its last descendant.
    pub end: usize,
}

/// The elements in the order of their start tags.
pub struct Tree<'a> {
    pub xml: &'a str,
    pub elements: Vec<Element<'a>>,
}

impl<'a> Tree<'a> {
    /// Nothing where the XML is not whole, or too large.
    pub fn parse(xml: &'a str) -> Option<Tree<'a>> {
        let mut tokens = Tokens::new(xml);
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        while let Some(token) = tokens.next() {
            let span = tokens.span();
            match token {
                Token::Open(_) => {
                    if open.len() >= limits::XML_DEPTH || elements.len() >= limits::XML_ELEMENTS {
                        return None;
                    }
                    let name = xml.get(span.start + 1..span.end)?;
                    let end = name.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
                    let parent = open.last().copied();
                    open.push(elements.len());
                    elements.push(Element {
                        name: name.get(..end?)?,
                        inner: span.end..span.end,
                        outer: span.clone(),
                        tag: span,
                        parent,
                        end: elements.len() + 1,
                    });
                }
                Token::Close => {
                    let end = elements.len();
                    let element = elements.get_mut(open.pop()?)?;
                    element.inner.end = span.start;
                    element.outer.end = span.end;
                    element.end = end;
                }
                Token::Text(_) => {}
            }
        }
        (!tokens.broken && !elements.is_empty()).then_some(Tree { xml, elements })
    }

    pub fn get(&self, at: usize) -> Option<&Element<'a>> {
        self.elements.get(at)
    }

    /// The element that takes exactly these bytes.
    pub fn at(&self, range: &Range<usize>) -> Option<usize> {
        let starts = |element: &Element| element.outer.start;
        let found = self.elements.binary_search_by_key(&range.start, starts);
        let found = found.ok()?;
        (self.get(found)?.outer == *range).then_some(found)
    }

    /// The name without its prefix; empty where there is no such element.
    pub fn local(&self, at: usize) -> &'a str {
        let name = self.get(at).map_or("", |element| element.name);
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The prefix of the name with its colon, or nothing.
    pub fn prefix(&self, at: usize) -> &'a str {
        let name = self.get(at).map_or("", |element| element.name);
        name.find(':')
            .and_then(|colon| name.get(..=colon))
            .unwrap_or("")
    }

    /// From the parent to the root.
    pub fn above(&self, at: usize) -> impl Iterator<Item = usize> {
        let parent = |at: &usize| self.get(*at).and_then(|element| element.parent);
        std::iter::successors(self.get(at).and_then(|element| element.parent), parent)
    }

    /// Everything inside, in order.
    pub fn below(&self, at: usize) -> Range<usize> {
        at + 1..self.get(at).map_or(at + 1, |element| element.end)
    }

    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let is_child = move |child: &usize| {
            self.get(*child)
                .is_some_and(|child| child.parent == Some(at))
        };
        self.below(at).filter(is_child)
    }

    /// The first child of that name without prefix.
    pub fn child(&self, at: usize, local: &str) -> Option<usize> {
        self.children(at).find(|&child| self.local(child) == local)
    }

    /// The value of an attribute, by its name without prefix.
    pub fn attribute(&self, at: usize, local: &str) -> Option<String> {
        self.tag(at, |tag| tag.get(local))
    }

    fn tag<T>(&self, at: usize, read: impl FnOnce(&Tag) -> Option<T>) -> Option<T> {
        let xml = self.xml.get(self.get(at)?.tag.clone())?;
        match Tokens::new(xml).next()? {
            Token::Open(tag) => read(&tag),
            _ => None,
        }
    }

    /// All text inside, whatever the elements.
    pub fn text(&self, at: usize) -> String {
        let xml = self
            .get(at)
            .and_then(|element| self.xml.get(element.inner.clone()));
        let pieces = Tokens::new(xml.unwrap_or("")).filter_map(|token| match token {
            Token::Text(text) => Some(text),
            _ => None,
        });
        pieces.collect()
    }

    /// Its own bytes.
    pub fn source(&self, at: usize) -> &'a str {
        let outer = self.get(at).map(|element| element.outer.clone());
        outer.and_then(|outer| self.xml.get(outer)).unwrap_or("")
    }
}
