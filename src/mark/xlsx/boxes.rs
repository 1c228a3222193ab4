//! The boxes in which Excel shows notes: a drawing in VML beside the sheet, or more in the one it has.

use std::collections::BTreeMap;

use super::super::Refusal;
use super::super::edits::Edits;
use super::super::package::Package;
use super::super::tree::Tree;
use super::Spot;

const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const NAMESPACES: &str = "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
const SHAPE_TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
/// Children of a sheet that stand behind its `legacyDrawing`.
const BEHIND: [&str; 8] = [
    "legacyDrawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];
/// Numbers of shapes that belong to one sheet.
const SHAPES: u32 = 1024;
/// How large a box is: columns and rows.
const SIZE: (u32, u32) = (6, 12);

pub fn write(
    package: &mut Package,
    sheet: &str,
    tree: &Tree,
    edits: &mut Edits,
    notes: &BTreeMap<Spot, Vec<String>>,
    number: u32,
) -> Result<(), Refusal> {
    let drawing = tree.child(0, "legacyDrawing");
    let id = drawing.and_then(|at| tree.attribute(at, "id"));
    if let Some(id) = id {
        let part = package.target(sheet, &id)?.ok_or(Refusal::Unsure)?;
        return add(package, &part, notes);
    }
    let part = package.free("xl/drawings/vmlDrawing", "vml");
    let id = package.relate(sheet, RELATION, &format!("/{part}"))?;
    package.declare(&part, TYPE)?;
    let shapes = shapes(notes.keys(), number * SHAPES + 1);
    package.put(
        &part,
        format!(
            "<xml {NAMESPACES}><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{number}\"/></o:shapelayout>{SHAPE_TYPE}{shapes}</xml>"
        ),
    );
    let p = tree.prefix(0);
    let element = format!("<{p}legacyDrawing xmlns:r=\"{RELATIONS}\" r:id=\"{id}\"/>");
    let data = tree.child(0, "sheetData").unwrap_or_default();
    let mut later = tree.children(0).filter(|&at| at > data);
    match later.find(|&at| BEHIND.contains(&tree.local(at))) {
        Some(at) => edits.insert(tree.get(at).map_or(0, |next| next.outer.start), element),
        None => edits.last(tree, 0, element),
    }
    Ok(())
}

/// Excel's drawings need not be XML that is whole: what is added stands before their end.
fn add(
    package: &mut Package,
    part: &str,
    notes: &BTreeMap<Spot, Vec<String>>,
) -> Result<(), Refusal> {
    let vml = package.text(part)?.ok_or(Refusal::Unsure)?;
    let end = vml.rfind("</xml>").ok_or(Refusal::Unsure)?;
    let (before, after) = vml.split_at(end);
    let numbers = before.split("_x0000_s").skip(1).filter_map(|rest| {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..digits)?.parse::<u32>().ok()
    });
    // No program counts so far; what does is no neighbour to number on from.
    let numbers = numbers.filter(|number| *number < u32::MAX / 2);
    let first = numbers.max().unwrap_or(SHAPES) + 1;
    let new = notes.keys().filter(|spot| !has(before, **spot));
    let shapes = shapes(new, first);
    let kind = match before.contains("_x0000_t202\"") {
        true => String::new(),
        false => SHAPE_TYPE.replacen(' ', &format!(" {NAMESPACES} "), 1),
    };
    let written = format!("{before}{kind}{shapes}{after}");
    package.put(part, written);
    Ok(())
}

/// Whether a cell has a box already.
fn has(vml: &str, (row, column): Spot) -> bool {
    let (row, column) = (
        format!("<x:Row>{}</x:Row>", row - 1),
        format!("<x:Column>{}</x:Column>", column - 1),
    );
    let compact: String = vml.split_whitespace().collect();
    let mut boxes = compact.split("</x:ClientData>");
    boxes.any(|one| one.contains(&row) && one.contains(&column))
}

fn shapes<'a>(spots: impl Iterator<Item = &'a Spot>, first: u32) -> String {
    let shape = |(number, (row, column)): (u32, &Spot)| {
        let (row, column) = (row - 1, column - 1);
        let (top, left) = (row.saturating_sub(1), column + 1);
        let (bottom, right) = (top + SIZE.1, left + SIZE.0);
        format!(
            "<v:shape {NAMESPACES} id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:1.5pt;width:288pt;height:160pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 10, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        )
    };
    (first..).zip(spots).map(shape).collect()
}
