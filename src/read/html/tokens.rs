//! Source → tokens for html5ever's tree builder, each with its byte range. html5gum reads the source by the HTML
//! standard's rules and, unlike html5ever's own tokenizer, tells where every token stands.

use std::convert::Infallible;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSinkResult};
use html5ever::{Attribute, LocalName, QualName, ns};
use html5gum::{Emitter, Error, State, Tokenizer};

use super::sink::Feeder;
use super::source::Source;
use super::tag::HOST_ID;

/// The attributes that tell something; `type` and `encoding` matter to the tree builder alone.
const ATTRIBUTES: [&str; 9] = [
    "colspan", "rowspan", "style", "hidden", "width", "height", "type", "encoding", HOST_ID,
];

/// Reads the whole source.
pub fn run(source: &str, receiver: &Feeder) {
    // Reading from memory cannot fail, and no token is kept: each has been handed on.
    let _ = Tokenizer::new_with_emitter(Source(source.as_bytes()), Bridge::new(source, receiver))
        .finish();
}

/// Puts html5gum's pieces together to html5ever's tokens and hands them on. Its methods are called from every state of
/// the tokenizer, which is compiled around them: those that do more than to note a number are kept out of line.
struct Bridge<'a> {
    receiver: &'a Feeder,
    /// Length of the source.
    end: usize,
    /// How far the source is read.
    position: usize,
    /// Characters that are not handed on yet, and where they stand.
    characters: Vec<u8>,
    characters_start: usize,
    characters_end: usize,
    /// Where the tag, comment or doctype at work starts.
    markup_start: usize,
    kind: TagKind,
    name: Vec<u8>,
    self_closing: bool,
    attributes: Vec<Attribute>,
    /// The name of the attribute at work; none where there is none.
    attribute: Vec<u8>,
    value: Vec<u8>,
    /// The name of the last tag, if it was a start tag: only its end tag ends raw text.
    last_start: Vec<u8>,
    doctype: Doctype,
    /// The state in which the source goes on, if the tree builder asked for another.
    next: Option<State>,
}

impl<'a> Bridge<'a> {
    fn new(source: &str, receiver: &'a Feeder) -> Self {
        Bridge {
            receiver,
            end: source.len(),
            position: 0,
            characters: Vec::new(),
            characters_start: 0,
            characters_end: 0,
            markup_start: 0,
            kind: TagKind::StartTag,
            name: Vec::new(),
            self_closing: false,
            attributes: Vec::new(),
            attribute: Vec::new(),
            value: Vec::new(),
            last_start: Vec::new(),
            doctype: Doctype::default(),
            next: None,
        }
    }

    fn send(&mut self, token: Token, start: usize, end: usize) {
        let range = start..end.max(start).min(self.end);
        self.next = match self.receiver.token(token, range) {
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(_) => Some(State::ScriptData),
            _ => None,
        };
    }

    fn end_characters(&mut self) {
        if self.characters.is_empty() {
            return;
        }
        let characters = std::mem::take(&mut self.characters);
        let (start, end) = (self.characters_start, self.characters_end);
        for (at, part) in characters.split(|&b| b == 0).enumerate() {
            if at > 0 {
                self.send(Token::NullCharacterToken, start, end);
            }
            if !part.is_empty() {
                self.send(Token::CharacterTokens(text(part)), start, end);
            }
        }
        self.characters = characters;
        self.characters.clear();
    }

    /// Keeps the attribute at work if it tells something; of two with one name the first counts.
    fn end_attribute(&mut self) {
        let known = ATTRIBUTES
            .into_iter()
            .find(|name| name.as_bytes() == self.attribute);
        if let Some(name) = known {
            let name = QualName::new(None, ns!(), LocalName::from(name));
            if self.attributes.iter().all(|one| one.name != name) {
                let value = text(&self.value);
                self.attributes.push(Attribute { name, value });
            }
        }
        self.attribute.clear();
        self.value.clear();
    }

    fn init_tag(&mut self, kind: TagKind) {
        self.kind = kind;
        self.name.clear();
        self.self_closing = false;
    }
}

impl Emitter for Bridge<'_> {
    type Token = Infallible;

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    /// Nobody asks for the errors of the markup.
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn init_string(&mut self) {
        if self.characters.is_empty() {
            self.characters_start = self.position;
        }
    }

    #[inline(never)]
    fn emit_string(&mut self, characters: &[u8]) {
        self.characters_end = self.position;
        self.characters.extend_from_slice(characters);
    }

    #[inline(never)]
    fn emit_eof(&mut self) {
        self.end_characters();
        self.send(Token::EOFToken, self.end, self.end);
    }

    fn start_open_tag(&mut self) {
        self.markup_start = self.position.saturating_sub(1);
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    #[inline(never)]
    fn init_start_tag(&mut self) {
        self.init_tag(TagKind::StartTag);
    }

    #[inline(never)]
    fn init_end_tag(&mut self) {
        self.init_tag(TagKind::EndTag);
    }

    #[inline(never)]
    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn set_self_closing(&mut self) {
        self.self_closing = self.kind == TagKind::StartTag;
    }

    #[inline(never)]
    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    #[inline(never)]
    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    #[inline(never)]
    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.extend_from_slice(value);
    }

    #[inline(never)]
    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        self.end_characters();
        let attributes = std::mem::take(&mut self.attributes);
        let is_start = self.kind == TagKind::StartTag;
        let tag = Tag {
            kind: self.kind,
            name: LocalName::from(valid(&self.name)),
            self_closing: self.self_closing,
            attrs: if is_start { attributes } else { Vec::new() },
            had_duplicate_attributes: false,
        };
        self.last_start.clear();
        if is_start {
            self.last_start.extend_from_slice(&self.name);
        }
        self.send(Token::TagToken(tag), self.markup_start, self.position);
        self.next.take()
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.last_start.is_empty() && self.kind == TagKind::EndTag && self.last_start == self.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.receiver.in_foreign()
    }

    #[inline(never)]
    fn init_comment(&mut self) {
        self.end_characters();
    }

    /// What stands in a comment is of no use.
    fn push_comment(&mut self, _: &[u8]) {}

    fn emit_current_comment(&mut self) {}

    #[inline(never)]
    fn init_doctype(&mut self) {
        self.end_characters();
        self.doctype = Doctype::default();
    }

    #[inline(never)]
    fn push_doctype_name(&mut self, name: &[u8]) {
        push(&mut self.doctype.name, name);
    }

    fn set_force_quirks(&mut self) {
        self.doctype.force_quirks = true;
    }

    #[inline(never)]
    fn set_doctype_public_identifier(&mut self, value: &[u8]) {
        self.doctype.public_id = Some(text(value));
    }

    #[inline(never)]
    fn set_doctype_system_identifier(&mut self, value: &[u8]) {
        self.doctype.system_id = Some(text(value));
    }

    #[inline(never)]
    fn push_doctype_public_identifier(&mut self, value: &[u8]) {
        push(&mut self.doctype.public_id, value);
    }

    #[inline(never)]
    fn push_doctype_system_identifier(&mut self, value: &[u8]) {
        push(&mut self.doctype.system_id, value);
    }

    #[inline(never)]
    fn emit_current_doctype(&mut self) {
        let doctype = std::mem::take(&mut self.doctype);
        self.send(
            Token::DoctypeToken(doctype),
            self.markup_start,
            self.position,
        );
    }
}

fn push(to: &mut Option<StrTendril>, bytes: &[u8]) {
    to.get_or_insert_default().push_slice(valid(bytes));
}

fn text(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(valid(bytes))
}

/// The source is a text, and the tokenizer cuts it between characters.
fn valid(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
