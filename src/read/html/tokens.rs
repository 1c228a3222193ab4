//! Source → tokens for html5ever's tree builder, each with its byte range. html5gum reads the source by the HTML
//! standard's rules and, unlike html5ever's own tokenizer, tells where every token stands.

use std::convert::Infallible;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSinkResult};
use html5ever::{Attribute, LocalName, QualName, ns};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};

use super::sink::Feeder;
use super::tag::HOST_ID;

/// The attributes that tell something; `type` and `encoding` matter to the tree builder alone.
const ATTRIBUTES: [&str; 9] = [
    "colspan", "rowspan", "style", "hidden", "width", "height", "type", "encoding", HOST_ID,
];

/// Reads the whole source.
pub fn run(source: &str, receiver: &Feeder) {
    let bridge = Bridge {
        receiver,
        tag: None,
        wanted: None,
        next: None,
        end: source.len(),
    };
    let emitter = Forward(CallbackEmitter::new(bridge));
    // Reading from memory cannot fail, and no token is kept: the bridge has handed them on.
    let _ = Tokenizer::new_with_emitter(source, emitter).finish();
}

/// Hands html5gum's events on as html5ever's tokens.
struct Bridge<'a> {
    receiver: &'a Feeder,
    /// The start tag that is being read.
    tag: Option<(Tag, usize)>,
    /// The attribute that is being read, if it tells something.
    wanted: Option<&'static str>,
    /// The state in which the source goes on, if the tree builder asked for another.
    next: Option<State>,
    /// Length of the source.
    end: usize,
}

impl Bridge<'_> {
    fn send(&mut self, token: Token, span: Span) {
        let range = span.start..span.end.max(span.start).min(self.end);
        self.next = match self.receiver.token(token, range) {
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(_) => Some(State::ScriptData),
            _ => None,
        };
    }

    fn attribute(&mut self, value: &[u8]) {
        let Some(((tag, _), name)) = self.tag.as_mut().zip(self.wanted.take()) else {
            return;
        };
        let name = QualName::new(None, ns!(), LocalName::from(name));
        if tag.attrs.iter().all(|attribute| attribute.name != name) {
            let value = text(value);
            tag.attrs.push(Attribute { name, value });
        }
    }

    fn characters(&mut self, value: &[u8], span: Span) {
        for (at, part) in value.split(|&b| b == 0).enumerate() {
            if at > 0 {
                self.send(Token::NullCharacterToken, span);
            }
            if !part.is_empty() {
                self.send(Token::CharacterTokens(text(part)), span);
            }
        }
    }
}

impl Callback<Infallible, usize> for Bridge<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some((tag(TagKind::StartTag, name), span.start));
            }
            CallbackEvent::AttributeName { name } => {
                // The attribute before had no value.
                self.attribute(b"");
                self.wanted = ATTRIBUTES
                    .into_iter()
                    .find(|known| known.as_bytes() == name);
            }
            CallbackEvent::AttributeValue { value } => self.attribute(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                self.attribute(b"");
                if let Some((mut tag, start)) = self.tag.take() {
                    tag.self_closing = self_closing;
                    let span = Span {
                        start,
                        end: span.end,
                    };
                    self.send(Token::TagToken(tag), span);
                }
            }
            CallbackEvent::EndTag { name } => {
                self.send(Token::TagToken(tag(TagKind::EndTag, name)), span);
            }
            CallbackEvent::String { value } => self.characters(value, span),
            CallbackEvent::Doctype {
                name,
                public_identifier,
                system_identifier,
                force_quirks,
            } => {
                let doctype = Doctype {
                    name: (!name.is_empty()).then(|| text(name)),
                    public_id: public_identifier.map(text),
                    system_id: system_identifier.map(text),
                    force_quirks,
                };
                self.send(Token::DoctypeToken(doctype), span);
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Error(_) => {}
        }
        None
    }
}

/// html5gum's own emitter, with the tree builder's word on what comes next.
struct Forward<'a>(CallbackEmitter<Bridge<'a>, Infallible, usize>);

impl ForwardingEmitter for Forward<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn emit_eof(&mut self) {
        self.0.emit_eof();
        let bridge = self.0.callback_mut();
        let end = bridge.end;
        bridge.send(Token::EOFToken, Span { start: end, end });
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let _ = self.0.emit_current_tag();
        self.0.callback_mut().next.take()
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0.callback_mut().receiver.in_foreign()
    }
}

fn tag(kind: TagKind, name: &[u8]) -> Tag {
    Tag {
        kind,
        name: LocalName::from(&*String::from_utf8_lossy(name)),
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    }
}

fn text(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(&String::from_utf8_lossy(bytes))
}
