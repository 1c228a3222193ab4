//! Feeds the parser and builds the tree, noting where in the source each element's content begins and ends.
//!
//! html5ever gives no offsets. The whole source is fed as one buffer, so what is left of that buffer when a tag
//! arrives tells where the tag ends; only after a malformed character reference a second, short buffer stands
//! before it, and never at the end of a tag.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Range;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName, ns};

use super::super::limits;
use super::tag::{self, Tag};
use super::tree::{Data, NONE, NodeId, ROOT, Tree};

/// A parsed source.
pub struct Parsed {
    pub tree: Tree,
    /// Markup was dropped because a limit was reached.
    pub limited: bool,
}

/// Parses a source as a browser does.
pub fn parse(source: &str) -> Parsed {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(source));
    let options = TreeBuilderOpts {
        drop_doctype: true,
        ..TreeBuilderOpts::default()
    };
    let builder = TreeBuilder::new(Sink::new(), options);
    let tracker = Tracker {
        builder,
        input: &input,
        source,
        position: Cell::new(0),
    };
    let tokenizer = Tokenizer::new(
        tracker,
        TokenizerOpts {
            discard_bom: false,
            ..TokenizerOpts::default()
        },
    );
    // Scripts are not run and the charset is decided, so nothing ever interrupts the feed.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let sink = tokenizer.sink.builder.sink;
    let mut tree = sink.tree.into_inner();
    tree.mark_nesting();
    Parsed {
        tree,
        limited: sink.limited.get(),
    }
}

/// Stands between tokenizer and tree builder and notes the source range of each token.
struct Tracker<'a> {
    builder: TreeBuilder<Handle, Sink>,
    input: &'a BufferQueue,
    source: &'a str,
    /// End of the last token.
    position: Cell<usize>,
}

impl Tracker<'_> {
    /// Source range of the token that has just been read.
    fn token(&self, is_tag: bool) -> Range<u32> {
        let left = self
            .input
            .peek_front_chunk_mut()
            .map_or(0, |chunk| chunk.len());
        let end = self.source.len().saturating_sub(left);
        let mut start = self.position.replace(end).min(end);
        let bytes = self.source.as_bytes();
        if is_tag && bytes.get(start) != Some(&b'<') {
            start = bytes
                .get(..end)
                .and_then(|head| head.iter().rposition(|&b| b == b'<'))
                .unwrap_or(start);
        }
        start as u32..end as u32
    }
}

impl TokenSink for Tracker<'_> {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let sink = &self.builder.sink;
        match &token {
            Token::ParseError(_) => return TokenSinkResult::Continue,
            Token::CommentToken(_) => {
                self.token(true);
                return TokenSinkResult::Continue;
            }
            Token::EOFToken => sink
                .token
                .replace(self.source.len() as u32..self.source.len() as u32),
            Token::TagToken(tag) => {
                let range = self.token(true);
                if tag.kind == TagKind::StartTag && sink.is_full() {
                    sink.limited.set(true);
                    return TokenSinkResult::Continue;
                }
                sink.token.replace(range)
            }
            _ => sink.token.replace(self.token(false)),
        };
        match self.builder.process_token(token, line) {
            TokenSinkResult::Script(_) | TokenSinkResult::EncodingIndicator(_) => {
                TokenSinkResult::Continue
            }
            result => result,
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

static HTML: Namespace = ns!(html);
static SVG: Namespace = ns!(svg);
static MATHML: Namespace = ns!(mathml);

/// A node and, for the tree builder, its name.
#[derive(Clone)]
struct Handle {
    id: NodeId,
    namespace: &'static Namespace,
    name: LocalName,
}

/// Builds the tree.
struct Sink {
    tree: RefCell<Tree>,
    /// Source range of the token at work.
    token: RefCell<Range<u32>>,
    /// Depth of the innermost open element, as far as it is known.
    depth: Cell<u32>,
    limited: Cell<bool>,
}

impl Sink {
    fn new() -> Self {
        Sink {
            tree: RefCell::new(Tree::new()),
            token: RefCell::new(0..0),
            depth: Cell::new(0),
            limited: Cell::new(false),
        }
    }

    fn is_full(&self) -> bool {
        self.depth.get() >= limits::HTML_DEPTH || self.tree.borrow().len() >= limits::HTML_NODES
    }

    /// Where the token at work begins.
    fn token_start(&self) -> u32 {
        self.token.borrow().start
    }

    fn place(&self, parent: NodeId, child: NodeOrText<Handle>, sibling: NodeId) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(handle) if handle.id != NONE => {
                if tree.get(handle.id).is_some_and(|node| node.parent != NONE) {
                    tree.detach(handle.id);
                }
                tree.insert(parent, handle.id, sibling);
                self.depth
                    .set(tree.get(handle.id).map_or(0, |node| node.depth));
            }
            NodeOrText::AppendNode(_) => {}
            NodeOrText::AppendText(text) => {
                let between_cells = matches!(
                    tree.tag(parent),
                    Some(Tag::Table | Tag::Head | Tag::Body | Tag::Foot | Tag::Row)
                );
                if !(between_cells && text.bytes().all(|b| b.is_ascii_whitespace())) {
                    let source = self.token.borrow().clone();
                    tree.insert_text(parent, text, source, sibling);
                }
            }
        }
    }

    fn parent(&self, id: NodeId) -> NodeId {
        self.tree.borrow().get(id).map_or(NONE, |node| node.parent)
    }
}

/// The handle of everything that is not kept.
fn nothing() -> Handle {
    Handle {
        id: NONE,
        namespace: &HTML,
        name: LocalName::default(),
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle {
            id: ROOT,
            ..nothing()
        }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        ExpandedName {
            ns: target.namespace,
            local: &target.name,
        }
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Handle {
        let element = tag::element(&name, &attributes, &flags);
        let is_table = element.tag == Tag::Table;
        let start = self.token.borrow().end;
        let mut tree = self.tree.borrow_mut();
        let id = tree.add(Data::Element(element), start..start);
        if is_table {
            tree.tables.push(id);
        }
        let namespace = match name.ns {
            ns!(svg) => &SVG,
            ns!(mathml) => &MATHML,
            _ => &HTML,
        };
        Handle {
            id,
            namespace,
            name: name.local,
        }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        nothing()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        nothing()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.place(parent.id, child, NONE);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        if self.parent(element.id) == NONE {
            self.append(previous, child);
        } else {
            self.append_before_sibling(element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Handle) {
        let end = self.token_start();
        let mut tree = self.tree.borrow_mut();
        if let Some(node) = tree.get_mut(node.id) {
            node.source.end = end.max(node.source.start);
            self.depth.set(node.depth.saturating_sub(1));
        }
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(handle) = &child {
            self.remove_from_parent(handle);
        }
        self.place(self.parent(sibling.id), child, sibling.id);
    }

    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Handle) {
        if self.parent(target.id) != NONE {
            self.tree.borrow_mut().detach(target.id);
        }
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        let children: Vec<NodeId> = tree.children(node.id).collect();
        for child in children {
            tree.detach(child);
            tree.insert(new_parent.id, child, NONE);
        }
    }
}
