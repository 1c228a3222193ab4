//! Writing into XML at exact bytes: what is not written to stays as it is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::tree::Tree;

/// What stands where several things are written at one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Open,
    First,
    Middle,
    Last,
    Close,
    Outside,
    Replace,
}

/// Changes to one part, in any order.
#[derive(Default)]
pub struct Edits {
    changes: Vec<(Range<usize>, Order, String)>,
    opened: BTreeSet<usize>,
}

impl Edits {
    /// Puts text in the place of some bytes.
    pub fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.changes.push((range, Order::Replace, text.into()));
    }

    /// Writes at a byte, before what stands there.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.changes.push((at..at, Order::Outside, text.into()));
    }

    /// Writes behind an element, before anything that is written at that byte for others.
    pub fn behind(&mut self, at: usize, text: impl Into<String>) {
        self.changes.push((at..at, Order::First, text.into()));
    }

    /// Writes into an element before all it holds.
    pub fn first(&mut self, tree: &Tree, element: usize, text: impl Into<String>) {
        self.inside(
            tree,
            element,
            |inner| inner.start,
            Order::First,
            text.into(),
        );
    }

    /// Writes into an element behind all it holds, and behind what else is written there.
    pub fn last(&mut self, tree: &Tree, element: usize, text: impl Into<String>) {
        self.inside(tree, element, |inner| inner.end, Order::Last, text.into());
    }

    /// Writes into an element behind all it holds.
    pub fn add(&mut self, tree: &Tree, element: usize, text: impl Into<String>) {
        self.inside(tree, element, |inner| inner.end, Order::Middle, text.into());
    }

    fn inside(
        &mut self,
        tree: &Tree,
        element: usize,
        at: fn(&Range<usize>) -> usize,
        order: Order,
        text: String,
    ) {
        let Some(found) = tree.get(element) else {
            return;
        };
        let end = found.outer.end;
        let tag = tree.xml.get(found.tag.clone()).unwrap_or("");
        if tag.ends_with("/>") && self.opened.insert(found.outer.start) {
            let close = format!("</{}>", found.name);
            self.changes
                .push((end - 2..end, Order::Open, ">".to_owned()));
            self.changes.push((end..end, Order::Close, close));
        }
        let at = at(&found.inner);
        self.changes.push((at..at, order, text));
    }

    /// The XML with all of it; nothing where two changes would meet.
    pub fn apply(self, xml: &str) -> Option<String> {
        String::from_utf8(self.splice(xml.as_bytes(), Some)?).ok()
    }

    /// The bytes with all of it, where `byte` tells the byte that stands for one of the text.
    pub fn splice(
        mut self,
        bytes: &[u8],
        byte: impl Fn(usize) -> Option<usize>,
    ) -> Option<Vec<u8>> {
        self.changes
            .sort_by_key(|(range, order, _)| (range.start, *order));
        let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 8);
        let mut done = 0;
        for (range, _, text) in &self.changes {
            out.extend(bytes.get(done..byte(range.start)?)?);
            out.extend(text.as_bytes());
            done = byte(range.end)?;
        }
        out.extend(bytes.get(done..)?);
        Some(out)
    }
}

/// Text as it stands in XML, in elements and in attributes. What XML forbids is left out; a line break in an attribute
/// stays one.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_of_one_tag_are_opened_once() {
        let xml = "<a><b x='1'/><b/></a>";
        let tree = Tree::parse(xml).unwrap_or_else(|| Tree {
            xml,
            elements: Vec::new(),
        });
        let mut edits = Edits::default();
        edits.last(&tree, 1, "3");
        edits.add(&tree, 1, "2");
        edits.first(&tree, 1, "1");
        edits.insert(13, "!");
        let written = edits.apply(xml);
        assert_eq!(written.as_deref(), Some("<a><b x='1'>123</b>!<b/></a>"));
    }

    #[test]
    fn nothing_that_xml_forbids_is_written() {
        let text = "a\u{0}\u{b}\u{7f}\u{85}<&>\"'\u{fffe}]]>\n";
        assert_eq!(escape(text), "a&lt;&amp;&gt;&quot;&#39;]]&gt;&#10;");
    }
}
