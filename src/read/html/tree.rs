//! The HTML tree in one vector: only what the reader needs of each node, linked by index.

use std::ops::Range;

use html5ever::tendril::StrTendril;

use super::tag::Tag;

/// Index of a node. [`ROOT`] is the document, [`NONE`] no node.
pub type NodeId = u32;
pub const ROOT: NodeId = 0;
pub const NONE: NodeId = u32::MAX;

#[derive(Debug)]
pub struct Node {
    pub parent: NodeId,
    pub first: NodeId,
    pub last: NodeId,
    pub previous: NodeId,
    pub next: NodeId,
    /// Elements above this one.
    pub depth: u32,
    /// Byte range in the source: of the text, or of what stands between an element's tags.
    pub source: Range<u32>,
    pub data: Data,
}

#[derive(Debug)]
pub enum Data {
    Document,
    Text(StrTendril),
    Element(Element),
}

#[derive(Debug)]
pub struct Element {
    pub tag: Tag,
    pub colspan: u32,
    /// 0 means: to the end of the row group.
    pub rowspan: u32,
    /// `display:none`, `hidden` or `mso-hide:all`.
    pub hidden: bool,
    /// Line breaks of the source count, as in `pre`.
    pub pre: bool,
    /// A table or cell that has a table somewhere inside.
    pub nests: bool,
    /// The name that a host page gave to a cell.
    pub host_id: Option<StrTendril>,
}

#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    /// Every table in document order.
    pub tables: Vec<NodeId>,
}

/// One step of a walk.
#[derive(Clone, Copy)]
pub enum Step {
    Enter(NodeId),
    Leave(NodeId),
}

impl Tree {
    pub fn new() -> Self {
        let mut tree = Tree {
            nodes: Vec::new(),
            tables: Vec::new(),
        };
        tree.add(Data::Document, 0..0);
        tree
    }

    /// A new node without a parent.
    pub fn add(&mut self, data: Data, source: Range<u32>) -> NodeId {
        let (first, last, previous, next) = (NONE, NONE, NONE, NONE);
        self.nodes.push(Node {
            parent: NONE,
            first,
            last,
            previous,
            next,
            depth: 0,
            source,
            data,
        });
        (self.nodes.len() - 1) as NodeId
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    pub fn get_mut(&mut self, id: NodeId) -> Option<&mut Node> {
        self.nodes.get_mut(id as usize)
    }

    pub fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.get(id)?.data {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    pub fn tag(&self, id: NodeId) -> Option<Tag> {
        self.element(id).map(|element| element.tag)
    }

    fn link(&self, id: NodeId, pick: impl Fn(&Node) -> NodeId) -> NodeId {
        self.get(id).map_or(NONE, pick)
    }

    /// The children in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut next = self.link(id, |node| node.first);
        std::iter::from_fn(move || {
            let node = self.get(next)?;
            Some(std::mem::replace(&mut next, node.next))
        })
    }

    /// Puts a parentless node before `sibling`, or last when `sibling` is [`NONE`].
    pub fn insert(&mut self, parent: NodeId, child: NodeId, sibling: NodeId) {
        let previous = if sibling == NONE {
            self.link(parent, |node| node.last)
        } else {
            self.link(sibling, |node| node.previous)
        };
        let depth = self.get(parent).map_or(0, |node| node.depth) + 1;
        if let Some(node) = self.get_mut(child) {
            node.parent = parent;
            node.previous = previous;
            node.next = sibling;
            node.depth = depth;
        }
        match self.get_mut(previous) {
            Some(node) => node.next = child,
            None => {
                if let Some(node) = self.get_mut(parent) {
                    node.first = child;
                }
            }
        }
        match self.get_mut(sibling) {
            Some(node) => node.previous = child,
            None => {
                if let Some(node) = self.get_mut(parent) {
                    node.last = child;
                }
            }
        }
    }

    /// Takes a node out of its parent; its own children stay with it.
    pub fn detach(&mut self, id: NodeId) {
        let Some(node) = self.get_mut(id) else { return };
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        node.parent = NONE;
        node.previous = NONE;
        node.next = NONE;
        match self.get_mut(previous) {
            Some(node) => node.next = next,
            None => {
                if let Some(node) = self.get_mut(parent) {
                    node.first = next;
                }
            }
        }
        match self.get_mut(next) {
            Some(node) => node.previous = previous,
            None => {
                if let Some(node) = self.get_mut(parent) {
                    node.last = previous;
                }
            }
        }
    }

    /// Appends text to the node that stands before `sibling` (or last) when that is text, else as a new node.
    pub fn insert_text(
        &mut self,
        parent: NodeId,
        text: StrTendril,
        source: Range<u32>,
        sibling: NodeId,
    ) {
        let before = if sibling == NONE {
            self.link(parent, |node| node.last)
        } else {
            self.link(sibling, |node| node.previous)
        };
        if let Some(node) = self.get_mut(before)
            && let Data::Text(existing) = &mut node.data
        {
            existing.push_tendril(&text);
            node.source.end = node.source.end.max(source.end);
            return;
        }
        let id = self.add(Data::Text(text), source);
        self.insert(parent, id, sibling);
    }

    /// Marks every table and cell that has a table inside.
    pub fn mark_nesting(&mut self) {
        for table in self.tables.clone() {
            let mut up = self.link(table, |node| node.parent);
            while let Some(node) = self.get_mut(up) {
                up = node.parent;
                if let Data::Element(element) = &mut node.data
                    && matches!(element.tag, Tag::Table | Tag::Cell)
                {
                    if element.nests {
                        break;
                    }
                    element.nests = true;
                }
            }
        }
    }

    /// Walks below `root`; `visit` says of each entered node whether its children are wanted.
    pub fn walk(&self, root: NodeId, mut visit: impl FnMut(Step) -> bool) {
        let mut at = self.link(root, |node| node.first);
        while at != NONE {
            if visit(Step::Enter(at)) {
                let first = self.link(at, |node| node.first);
                if first != NONE {
                    at = first;
                    continue;
                }
            }
            loop {
                visit(Step::Leave(at));
                let next = self.link(at, |node| node.next);
                if next != NONE {
                    at = next;
                    break;
                }
                at = self.link(at, |node| node.parent);
                if at == root || at == NONE {
                    return;
                }
            }
        }
    }
}
