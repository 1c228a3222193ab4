//! Text as the eye sees it: white space of the source collapsed, blocks and breaks as lines.

use super::tag::Tag;
use super::tree::{Data, NodeId, Step, Tree};
use crate::text::setting;

/// The line at work.
#[derive(Default)]
pub struct Line {
    text: String,
    pending_space: bool,
}

impl Line {
    /// Adds a piece of text. White space of the source is one space at most; a no-break space is a space that stays.
    pub fn push(&mut self, piece: &str) {
        let bytes = piece.as_bytes();
        let mut start = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            if matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C') {
                self.push_solid(piece.get(start..at).unwrap_or(""));
                self.pending_space = true;
                start = at + 1;
            }
        }
        self.push_solid(piece.get(start..).unwrap_or(""));
    }

    /// Adds text without white space of the source.
    fn push_solid(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if std::mem::take(&mut self.pending_space) && !self.text.is_empty() {
            self.text.push(' ');
        }
        for (index, part) in piece.split('\u{a0}').enumerate() {
            if index > 0 {
                self.text.push(' ');
            }
            self.text.push_str(part);
        }
    }

    /// Adds a character as it is.
    pub fn push_raw(&mut self, c: char) {
        self.pending_space = false;
        self.text.push(c);
    }

    /// What the line holds, without the space around it.
    pub fn content(&self) -> &str {
        self.text.trim()
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.pending_space = false;
    }
}

/// The text of a cell or another element: its lines that are not empty, joined by `\n`.
pub fn text_of(tree: &Tree, root: NodeId) -> String {
    let mut text = String::new();
    let mut line = Line::default();
    let mut raised = 0usize;
    let mut pre = usize::from(tree.element(root).is_some_and(|element| element.pre));
    tree.walk(root, |step| {
        let (id, entering) = match step {
            Step::Enter(id) => (id, true),
            Step::Leave(id) => (id, false),
        };
        match tree.get(id).map(|node| &node.data) {
            Some(Data::Text(piece)) if entering && pre > 0 => {
                for (index, part) in piece.split(['\n', '\r']).enumerate() {
                    if index > 0 {
                        end_line(&mut text, &mut line);
                    }
                    line.push(part);
                }
            }
            Some(Data::Text(piece)) if entering && raised > 0 => {
                line.push(&piece.chars().map(setting::raised).collect::<String>());
            }
            Some(Data::Text(piece)) if entering => line.push(piece),
            Some(Data::Element(element)) => {
                if element.hidden || element.tag == Tag::Skip {
                    return false;
                }
                if element.pre {
                    pre = if entering {
                        pre + 1
                    } else {
                        pre.saturating_sub(1)
                    };
                }
                if element.tag == Tag::Raised {
                    raised = if entering {
                        raised + 1
                    } else {
                        raised.saturating_sub(1)
                    };
                }
                if !matches!(element.tag, Tag::Inline | Tag::Raised | Tag::Picture) {
                    end_line(&mut text, &mut line);
                }
            }
            _ => {}
        }
        true
    });
    end_line(&mut text, &mut line);
    text
}

fn end_line(text: &mut String, line: &mut Line) {
    let content = line.content();
    if !content.is_empty() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(content);
    }
    line.clear();
}
