//! What an element means to the reader, from its name and the few attributes that matter.

use html5ever::{Attribute, QualName, local_name, ns};

use super::super::limits;
use super::tree::Element;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Table,
    /// `thead`, `tbody`, `tfoot`.
    Head,
    Body,
    Foot,
    Row,
    Cell,
    Caption,
    /// `h1` to `h6`.
    Heading(u8),
    /// Starts and ends a line.
    Block,
    Break,
    Picture,
    /// Never shown: scripts, styles, templates.
    Skip,
    Inline,
    /// Stands higher or lower than the line: the mark of a footnote.
    Raised,
    /// Struck out, but still shown: on a line of its own, so that it is not read together with what replaces it.
    Struck,
}

/// The attribute by which a host page names a cell: it gets the name back as the cell's place.
pub const HOST_ID: &str = "data-gouji-id";
/// A picture up to this many pixels wide or high is an icon.
const ICON_PIXELS: u32 = 48;

/// Reads the name and attributes of an element.
pub fn element(name: &QualName, attributes: &[Attribute]) -> Element {
    let mut tag = if name.ns == ns!(html) {
        html_tag(name)
    } else {
        Tag::Skip
    };
    let mut element = Element {
        tag,
        colspan: 1,
        rowspan: 1,
        hidden: false,
        pre: name.local == local_name!("pre"),
        nests: false,
        host_id: None,
    };
    for attribute in attributes {
        let value: &str = &attribute.value;
        match attribute.name.local {
            local_name!("colspan") => {
                element.colspan = number(value)
                    .filter(|&n| n > 0)
                    .unwrap_or(1)
                    .min(limits::COLSPAN);
            }
            local_name!("rowspan") => {
                element.rowspan = number(value).unwrap_or(1).min(limits::ROWSPAN)
            }
            local_name!("hidden") => element.hidden = true,
            _ if tag == Tag::Cell && &*attribute.name.local == HOST_ID => {
                element.host_id = Some(attribute.value.clone());
            }
            local_name!("style") => style(value, &mut element),
            local_name!("width") | local_name!("height")
                if tag == Tag::Picture && number(value).is_some_and(|n| n <= ICON_PIXELS) =>
            {
                tag = Tag::Skip;
            }
            _ => {}
        }
    }
    if tag == Tag::Skip {
        element.tag = tag;
    }
    element
}

fn html_tag(name: &QualName) -> Tag {
    match name.local {
        local_name!("td") | local_name!("th") => Tag::Cell,
        local_name!("span") | local_name!("font") | local_name!("b") | local_name!("a") => {
            Tag::Inline
        }
        local_name!("p") | local_name!("div") => Tag::Block,
        local_name!("sup") | local_name!("sub") => Tag::Raised,
        local_name!("s") | local_name!("strike") => Tag::Struck,
        local_name!("tr") => Tag::Row,
        local_name!("br") => Tag::Break,
        local_name!("table") => Tag::Table,
        local_name!("tbody") => Tag::Body,
        local_name!("thead") => Tag::Head,
        local_name!("tfoot") => Tag::Foot,
        local_name!("caption") => Tag::Caption,
        local_name!("h1") => Tag::Heading(1),
        local_name!("h2") => Tag::Heading(2),
        local_name!("h3") => Tag::Heading(3),
        local_name!("h4") => Tag::Heading(4),
        local_name!("h5") => Tag::Heading(5),
        local_name!("h6") => Tag::Heading(6),
        local_name!("img") => Tag::Picture,
        local_name!("head")
        | local_name!("script")
        | local_name!("style")
        | local_name!("template")
        | local_name!("noscript")
        | local_name!("noframes")
        | local_name!("iframe")
        | local_name!("title")
        | local_name!("object")
        | local_name!("select")
        | local_name!("colgroup")
        | local_name!("del")
        | local_name!("rp")
        | local_name!("rt") => Tag::Skip,
        local_name!("address")
        | local_name!("article")
        | local_name!("aside")
        | local_name!("blockquote")
        | local_name!("body")
        | local_name!("center")
        | local_name!("dd")
        | local_name!("details")
        | local_name!("dialog")
        | local_name!("dir")
        | local_name!("dl")
        | local_name!("dt")
        | local_name!("fieldset")
        | local_name!("figcaption")
        | local_name!("figure")
        | local_name!("footer")
        | local_name!("form")
        | local_name!("header")
        | local_name!("hgroup")
        | local_name!("hr")
        | local_name!("html")
        | local_name!("legend")
        | local_name!("li")
        | local_name!("main")
        | local_name!("menu")
        | local_name!("nav")
        | local_name!("ol")
        | local_name!("optgroup")
        | local_name!("pre")
        | local_name!("section")
        | local_name!("summary")
        | local_name!("textarea")
        | local_name!("ul") => Tag::Block,
        // Office leaves its settings in an element of this name.
        _ if &*name.local == "xml" => Tag::Skip,
        _ => Tag::Inline,
    }
}

/// The standard's rule for numbers in attributes: white space, a plus sign, digits, then anything.
fn number(value: &str) -> Option<u32> {
    let value = value.trim_start();
    let value = value.strip_prefix('+').unwrap_or(value);
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let digits = value.get(..digits).filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(u32::MAX))
}

/// The declarations that hide an element or keep its line breaks.
fn style(value: &str, element: &mut Element) {
    for declaration in value.split(';') {
        // Most declarations are others; their first letter tells.
        let declaration = declaration.trim_start();
        if !declaration.starts_with(['d', 'D', 'm', 'M', 't', 'T', 'v', 'V', 'w', 'W']) {
            continue;
        }
        let Some((property, setting)) = declaration.split_once(':') else {
            continue;
        };
        let (property, setting) = (property.trim_end(), setting.trim());
        if property.eq_ignore_ascii_case("display") {
            element.hidden = starts_with(setting, "none");
        } else if property.eq_ignore_ascii_case("mso-hide") {
            element.hidden |= starts_with(setting, "all");
        } else if property.eq_ignore_ascii_case("white-space") {
            element.pre = starts_with(setting, "pre");
        } else if element.tag == Tag::Inline {
            inline(property, setting, element);
        }
    }
}

/// What editors write for `sup` and `s`.
fn inline(property: &str, setting: &str, element: &mut Element) {
    let line = ["text-decoration", "text-decoration-line"];
    if property.eq_ignore_ascii_case("vertical-align")
        && (starts_with(setting, "super") || starts_with(setting, "sub"))
    {
        element.tag = Tag::Raised;
    } else if line.iter().any(|name| property.eq_ignore_ascii_case(name))
        && setting.to_ascii_lowercase().contains("line-through")
    {
        element.tag = Tag::Struck;
    }
}

fn starts_with(setting: &str, word: &str) -> bool {
    setting
        .get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word))
}
