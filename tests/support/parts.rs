//! An XLSX put together from parts of any content, for what no program writes.

use super::zip::zip;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet: what stands in its part, and in those of the shared texts and the styles.
#[derive(Default)]
pub struct Parts<'a> {
    pub name: &'a str,
    pub sheet: &'a str,
    pub strings: &'a str,
    pub styles: &'a str,
}

impl Parts<'_> {
    pub fn xlsx(&self) -> Vec<u8> {
        let relation = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
        };
        let relations =
            |list: &[String]| format!("<Relationships>{}</Relationships>", list.concat());
        let package = relations(&[relation("a", "officeDocument", "xl/workbook.xml")]);
        let beside = relations(&[
            relation("a", "worksheet", "sheet.xml"),
            relation("b", "sharedStrings", "strings.xml"),
            relation("c", "styles", "styles.xml"),
        ]);
        let workbook = format!(
            "<workbook xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"{}\" r:id=\"a\"/></sheets></workbook>",
            self.name
        );
        let sheet = format!("<worksheet>{}</worksheet>", self.sheet);
        let strings = format!("<sst>{}</sst>", self.strings);
        let styles = format!("<styleSheet>{}</styleSheet>", self.styles);
        zip(&[
            ("_rels/.rels", package.as_bytes()),
            ("xl/_rels/workbook.xml.rels", beside.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/sheet.xml", sheet.as_bytes()),
            ("xl/strings.xml", strings.as_bytes()),
            ("xl/styles.xml", styles.as_bytes()),
        ])
    }
}
