//! Feeds html5ever's tree builder and builds the tree, noting where in the source each element's content stands.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Range;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName, local_name, ns};

use super::super::limits;
use super::tag::{self, Tag as Kind};
use super::tokens;
use super::tree::{Data, NONE, NodeId, ROOT, Tree};

/// A parsed source.
pub struct Parsed {
    pub tree: Tree,
    /// Markup was dropped because a limit was reached.
    pub limited: bool,
}

/// Parses a source as a browser does.
pub fn parse(source: &str) -> Parsed {
    let options = TreeBuilderOpts {
        drop_doctype: true,
        ..TreeBuilderOpts::default()
    };
    let feeder = Feeder(TreeBuilder::new(Sink::new(), options));
    tokens::run(source, &feeder);
    feeder.0.end();
    let sink = feeder.0.sink;
    for (id, _) in sink.open.take() {
        sink.set_end(id, source.len() as u32);
    }
    let mut tree = sink.tree.into_inner();
    tree.mark_nesting();
    Parsed {
        tree,
        limited: sink.limited.get(),
    }
}

/// Hands the tokens to the tree builder and tells the sink where they stand.
pub struct Feeder(TreeBuilder<Handle, Sink>);

impl Feeder {
    /// Takes a token with its range; says in which state the source goes on.
    pub fn token(&self, token: Token, range: Range<usize>) -> TokenSinkResult<()> {
        let sink = &self.0.sink;
        let range = (range.start as u32, range.end as u32);
        if let Token::TagToken(tag) = &token {
            // An end tag may make an element too: `</p>` alone is an empty paragraph.
            if sink.is_full() || tag.kind == TagKind::StartTag && sink.is_deep() {
                sink.limited.set(true);
                return TokenSinkResult::Continue;
            }
            if tag.kind == TagKind::EndTag {
                sink.depth.set(sink.depth.get().saturating_sub(1));
            }
            sink.end_cells(tag, range.0);
        }
        sink.token.set(range);
        match self.0.process_token(token, 1) {
            TokenSinkResult::RawData(kind) => TokenSinkResult::RawData(kind),
            TokenSinkResult::Plaintext => TokenSinkResult::Plaintext,
            // Scripts are not run, and the charset is decided.
            _ => TokenSinkResult::Continue,
        }
    }

    /// The source goes on inside SVG or MathML.
    pub fn in_foreign(&self) -> bool {
        self.0
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
    token: Cell<(u32, u32)>,
    /// Depth of the innermost open element, as far as it is known: the tree builder does not tell of every end.
    depth: Cell<u32>,
    /// Open tables and cells with their names, innermost last.
    open: RefCell<Vec<(NodeId, LocalName)>>,
    limited: Cell<bool>,
}

impl Sink {
    fn new() -> Self {
        Sink {
            tree: RefCell::new(Tree::new()),
            token: Cell::new((0, 0)),
            depth: Cell::new(0),
            open: RefCell::new(Vec::new()),
            limited: Cell::new(false),
        }
    }

    fn is_full(&self) -> bool {
        self.tree.borrow().len() >= limits::HTML_NODES
    }

    fn is_deep(&self) -> bool {
        self.depth.get() >= limits::HTML_DEPTH
    }

    /// Notes where the content of a table or cell ends: at its end tag, or at the tag that implies one.
    fn end_cells(&self, tag: &Tag, start: u32) {
        let mut open = self.open.borrow_mut();
        let end_tag = tag.kind == TagKind::EndTag;
        let in_cell = open
            .last()
            .filter(|(_, name)| *name != local_name!("table"));
        let ends_cell = in_cell.is_some_and(|(_, name)| match tag.name {
            local_name!("td") | local_name!("th") => !end_tag || tag.name == *name,
            local_name!("tr")
            | local_name!("tbody")
            | local_name!("thead")
            | local_name!("tfoot") => true,
            local_name!("caption") | local_name!("col") | local_name!("colgroup") => !end_tag,
            local_name!("table") => end_tag,
            _ => false,
        });
        let ends_table = end_tag && tag.name == local_name!("table");
        for ends in [ends_cell, ends_table] {
            if let Some((id, _)) = ends.then(|| open.pop()).flatten() {
                self.set_end(id, start);
            }
        }
    }

    fn set_end(&self, id: NodeId, end: u32) {
        if let Some(node) = self.tree.borrow_mut().get_mut(id) {
            node.source.end = end.max(node.source.start);
        }
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
                self.depth
                    .set(tree.get(parent).map_or(0, |node| node.depth));
                let between_cells = matches!(
                    tree.tag(parent),
                    Some(Kind::Table | Kind::Head | Kind::Body | Kind::Foot | Kind::Row)
                );
                if !(between_cells && text.bytes().all(|b| b.is_ascii_whitespace())) {
                    let source = self.token.get().0..self.token.get().1;
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
        _: ElementFlags,
    ) -> Handle {
        let element = tag::element(&name, &attributes);
        let kind = element.tag;
        let start = self.token.get().1;
        let mut tree = self.tree.borrow_mut();
        let id = tree.add(Data::Element(element), start..start);
        if kind == Kind::Table {
            tree.tables.push(id);
        }
        if matches!(kind, Kind::Table | Kind::Cell) {
            self.open.borrow_mut().push((id, name.local.clone()));
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
