//! An OFD maker after the structure of GB/T 33190: a package with a document, pages, templates and resources, text
//! objects with distances and path objects as lines.

use std::fmt::Write;

use super::html::escape;
use super::paper::{Drawn, Leaf, Words, advance, width};
use super::zip::zip;

/// What the maker does its own way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    /// Distances written in runs: `g 3 2.8`.
    pub runs: bool,
    /// Objects are written in points and scaled by a transform.
    pub scaled: bool,
    /// Lines stand in a template page under the content.
    pub template: bool,
    /// Lines are thin filled shapes.
    pub thin: bool,
    /// Paths from the root of the package, with Chinese folders and another namespace.
    pub far: bool,
    /// Objects stand inside a drawing that the page refers to.
    pub drawing: bool,
    /// The text itself is turned by a quarter on an upright page.
    pub turned: bool,
}

/// Millimetres in a point.
const MM: f32 = 25.4 / 72.0;

pub fn ofd(leaves: &[Leaf], way: Way) -> Vec<u8> {
    let space = if way.far {
        "http://www.example.org/ofd"
    } else {
        "http://www.ofdspec.org/2016"
    };
    let (prefix, from) = if way.far {
        ("", "/文档/")
    } else {
        ("ofd:", "")
    };
    let folder = if way.far { "文档" } else { "Doc_0" };
    let name = |n: usize| match way.far {
        true => format!("页面/第{n}页.xml"),
        false => format!("Pages/Page_{n}/Content.xml"),
    };
    let declare = if way.far {
        format!("xmlns=\"{space}\"")
    } else {
        format!("xmlns:ofd=\"{space}\"")
    };
    let wrap = |element: &str, inner: &str| {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{prefix}{element} {declare}>{inner}</{prefix}{element}>")
            .replace("{p}", prefix)
    };
    let mut parts: Vec<(String, String)> = Vec::new();
    let (mut pages, mut templates, mut drawings) = (String::new(), String::new(), String::new());
    for (n, leaf) in leaves.iter().enumerate() {
        let (width, height) = match way.turned {
            true => (leaf.height, leaf.width),
            false => (leaf.width, leaf.height),
        };
        let area = format!(
            "<{{p}}Area><{{p}}PhysicalBox>0 0 {:.4} {:.4}</{{p}}PhysicalBox></{{p}}Area>",
            width * MM,
            height * MM
        );
        let lines: String = leaf
            .lines
            .iter()
            .map(|line| path(line, leaf, way))
            .collect();
        let texts: String = leaf
            .texts
            .iter()
            .map(|words| text(words, leaf, way))
            .collect();
        let layer = |objects: &str| {
            format!("<{{p}}Content><{{p}}Layer ID=\"{n}01\">{objects}</{{p}}Layer></{{p}}Content>")
        };
        let (under, own) = match (way.template, way.drawing) {
            (true, _) => (Some(lines), texts),
            (_, true) => {
                write!(drawings, "<{{p}}CompositeGraphicUnit ID=\"{n}900\" Width=\"{:.4}\" Height=\"{:.4}\"><{{p}}Content><{{p}}PageBlock ID=\"1\">{lines}{texts}</{{p}}PageBlock></{{p}}Content></{{p}}CompositeGraphicUnit>", width * MM, height * MM).unwrap();
                (
                    None,
                    format!(
                        "<{{p}}CompositeObject ID=\"{n}02\" ResourceID=\"{n}900\" Boundary=\"0 0 {:.4} {:.4}\"/>",
                        width * MM,
                        height * MM
                    ),
                )
            }
            _ => (
                None,
                format!("<{{p}}PageBlock ID=\"{n}03\">{lines}{texts}</{{p}}PageBlock>"),
            ),
        };
        let mut inner = area;
        if let Some(under) = under {
            let path = format!("Tpls/Tpl_{n}.xml");
            write!(
                templates,
                "<{{p}}TemplatePage ID=\"{n}04\" BaseLoc=\"{from}{path}\"/>"
            )
            .unwrap();
            parts.push((format!("{folder}/{path}"), wrap("Page", &layer(&under))));
            write!(
                inner,
                "<{{p}}Template TemplateID=\"{n}04\" ZOrder=\"Background\"/>"
            )
            .unwrap();
        }
        inner += &layer(&own);
        write!(
            pages,
            "<{{p}}Page ID=\"{n}05\" BaseLoc=\"{from}{}\"/>",
            name(n)
        )
        .unwrap();
        parts.push((format!("{folder}/{}", name(n)), wrap("Page", &inner)));
    }
    let resources = format!(
        "<{{p}}Fonts><{{p}}Font ID=\"3\" FontName=\"宋体\" FamilyName=\"宋体\"/></{{p}}Fonts>{}",
        match drawings.is_empty() {
            true => String::new(),
            false => format!("<{{p}}CompositeGraphicUnits>{drawings}</{{p}}CompositeGraphicUnits>"),
        }
    );
    parts.push((format!("{folder}/PublicRes.xml"), wrap("Res", &resources)));
    parts.push((
        format!("{folder}/Document.xml"),
        wrap(
            "Document",
            &format!("<{{p}}CommonData><{{p}}MaxUnitID>99999</{{p}}MaxUnitID><{{p}}PageArea><{{p}}PhysicalBox>0 0 210 297</{{p}}PhysicalBox></{{p}}PageArea><{{p}}PublicRes>{from}PublicRes.xml</{{p}}PublicRes>{templates}</{{p}}CommonData><{{p}}Pages>{pages}</{{p}}Pages>"),
        ),
    ));
    let root = if way.far { "/" } else { "" };
    let main = wrap(
        "OFD",
        &format!(
            "<{{p}}DocBody><{{p}}DocInfo><{{p}}DocID>1</{{p}}DocID></{{p}}DocInfo><{{p}}DocRoot>{root}{folder}/Document.xml</{{p}}DocRoot></{{p}}DocBody>"
        ),
    );
    let mut entries: Vec<(&str, &[u8])> = vec![("OFD.xml", main.as_bytes())];
    entries.extend(
        parts
            .iter()
            .map(|(name, xml)| (name.as_str(), xml.as_bytes())),
    );
    zip(&entries)
}

fn text(words: &Words, leaf: &Leaf, way: Way) -> String {
    let unit = if way.scaled { 1.0 } else { MM };
    let size = words.size * unit;
    let advances: Vec<f32> = words.text.chars().map(|c| advance(c) * size).collect();
    let deltas = deltas(&advances[..advances.len().saturating_sub(1)], way.runs);
    let deltas = match deltas.is_empty() {
        true => String::new(),
        false => format!(" DeltaX=\"{deltas}\""),
    };
    let scale = if way.scaled { MM } else { 1.0 };
    // The text's own space: from the corner of its boundary.
    let (x, y, transform) = match way.turned {
        false => (
            words.x * MM,
            (words.y - words.size) * MM,
            format!("{scale} 0 0 {scale} 0 0"),
        ),
        true => {
            let (px, py) = leaf.turned_point((words.x, words.y));
            (
                px * MM,
                py * MM,
                format!("0 {scale} -{scale} 0 {} 0", size * scale),
            )
        }
    };
    let ctm = match way.scaled || way.turned {
        true => format!(" CTM=\"{transform}\""),
        false => String::new(),
    };
    let alpha = if words.hidden { " Alpha=\"0\"" } else { "" };
    format!(
        "<{{p}}TextObject ID=\"7\" Boundary=\"{x:.4} {y:.4} {:.4} {:.4}\" Font=\"3\" Size=\"{size:.4}\"{ctm}{alpha}><{{p}}FillColor Value=\"0 0 0\"/><{{p}}CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\"><{{p}}Glyphs>17</{{p}}Glyphs></{{p}}CGTransform><{{p}}TextCode X=\"0\" Y=\"{size:.4}\"{deltas}>{}</{{p}}TextCode></{{p}}TextObject>",
        width(&words.text, words.size) * MM,
        words.size * MM * 1.2,
        escape(&words.text),
    )
}

fn deltas(steps: &[f32], runs: bool) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut rest = steps;
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|step| *step == first).count();
        match runs && count > 2 {
            true => out.push(format!("g {count} {first:.4}")),
            false => out.extend(std::iter::repeat_n(format!("{first:.4}"), count)),
        }
        rest = &rest[count..];
    }
    out.join(" ")
}

fn path(line: &Drawn, leaf: &Leaf, way: Way) -> String {
    let Drawn { from, to, thick } = line;
    let (from, to) = match way.turned {
        true => (leaf.turned_point(*from), leaf.turned_point(*to)),
        false => (*from, *to),
    };
    let (x0, y0) = (from.0.min(to.0), from.1.min(to.1));
    let (w, h) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    let (data, attributes) = match way.thin {
        true => {
            let (w, h) = (w.max(*thick) * MM, h.max(*thick) * MM);
            (
                format!("M 0 0 L {w:.4} 0 L {w:.4} {h:.4} L 0 {h:.4} C"),
                "Stroke=\"false\" Fill=\"true\"".to_owned(),
            )
        }
        false => (
            format!("M 0 0 L {:.4} {:.4}", w * MM, h * MM),
            format!("LineWidth=\"{:.4}\"", thick * MM),
        ),
    };
    format!(
        "<{{p}}PathObject ID=\"8\" Boundary=\"{:.4} {:.4} {:.4} {:.4}\" {attributes}><{{p}}AbbreviatedData>{data}</{{p}}AbbreviatedData></{{p}}PathObject>",
        x0 * MM,
        y0 * MM,
        (w * MM).max(0.1),
        (h * MM).max(0.1)
    )
}
