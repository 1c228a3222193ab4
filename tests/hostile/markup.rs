//! The XML of packages: depth, entities, attributes, and a million of whatever can be repeated.

use crate::Case;
use crate::support::parts::Parts;
use crate::support::zip::deflated;

pub const CASES: &[Case] = &[
    (
        "docx: a hundred thousand levels",
        || docx(&deep("w:tbl><w:tr><w:tc")),
        "read",
    ),
    (
        "docx: text boxes in text boxes",
        || docx(&deep("w:p><w:r><w:txbxContent")),
        "read",
    ),
    (
        "odt: a hundred thousand levels",
        || odt(&deep("table:table><table:table-row><table:table-cell")),
        "read",
    ),
    (
        "odt: lists in lists",
        || odt(&deep("text:list><text:list-item")),
        "read",
    ),
    (
        "xlsx: a hundred thousand levels",
        || xlsx(&deep("row")),
        "damaged",
    ),
    (
        "ods: a hundred thousand levels",
        || ods(&deep("table:table")),
        "damaged",
    ),
    (
        "ofd: a hundred thousand levels",
        || ofd(&deep("PageBlock")),
        "damaged",
    ),
    ("docx: entities of entities", || laughs(docx), "read"),
    ("odt: entities of entities", || laughs(odt), "read"),
    (
        "xlsx: entities of entities",
        || laughs(|text| xlsx(&format!("<row><c t=\"str\"><v>{text}</v></c></row>"))),
        "empty",
    ),
    ("ofd: entities of entities", || laughs(ofd), "read"),
    ("docx: a million attributes", attributes, "read"),
    ("docx: one tag of forty megabytes", long_tag, "read"),
    (
        "docx: a million paragraphs",
        || docx(&numbered("<w:p><w:r><w:t>第", "段</w:t></w:r></w:p>")),
        "read",
    ),
    (
        "docx: a million cells",
        || {
            docx(&format!(
                "<w:tbl>{}</w:tbl>",
                numbered("<w:tc><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:tc>").replace(
                    "00</w:t></w:r></w:p></w:tc>",
                    "</w:t></w:r></w:p></w:tc></w:tr><w:tr>"
                )
            ))
        },
        "read",
    ),
    (
        "docx: columns beyond all sense",
        || docx(&columns()),
        "read",
    ),
    (
        "docx: a million rows that go on upwards",
        || {
            docx(&format!(
                "<w:tbl>{}</w:tbl>",
                "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>".repeat(300_000)
            ))
        },
        "read",
    ),
    (
        "odt: a million paragraphs",
        || odt(&numbered("<text:p>第", "段</text:p>")),
        "read",
    ),
    (
        "odt: spaces and cells repeated beyond all sense",
        repeated,
        "read",
    ),
    ("fodt: a million paragraphs", fodt, "read"),
    ("word xml: a million paragraphs", flat_word, "too-large"),
];

fn docx(body: &str) -> Vec<u8> {
    deflated(&[(
        "word/document.xml",
        format!("<?xml version=\"1.0\"?>{body}").as_bytes(),
    )])
}

fn odt(body: &str) -> Vec<u8> {
    open_document("text", body)
}

fn ods(body: &str) -> Vec<u8> {
    open_document("spreadsheet", body)
}

fn open_document(kind: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    let media = format!("application/vnd.oasis.opendocument.{kind}");
    // The media type has to stand unpacked at the start; a second copy of it does no harm.
    deflated(&[
        (&media, b""),
        ("mimetype", media.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = format!("<sheetData>{rows}</sheetData>");
    Parts {
        name: "表",
        sheet: &sheet,
        ..Parts::default()
    }
    .xlsx()
}

fn ofd(body: &str) -> Vec<u8> {
    let page = format!("<Page><Content><Layer>{body}</Layer></Content></Page>");
    deflated(&[
        (
            "OFD.xml",
            b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
        ),
        (
            "D.xml",
            b"<Document><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages></Document>",
        ),
        ("P.xml", page.as_bytes()),
    ])
}

fn deep(tags: &str) -> String {
    format!("<{tags}>").repeat(100_000)
}

/// Each entity is ten of the one before, twelve times.
fn laughs(package: fn(&str) -> Vec<u8>) -> Vec<u8> {
    let mut entities = String::from("<!ENTITY a0 \"哈\">");
    for level in 1..=12 {
        let inner = format!("&a{};", level - 1).repeat(10);
        entities += &format!("<!ENTITY a{level} \"{inner}\">");
    }
    let text = "<TextObject Boundary=\"0 0 9 9\" Size=\"3\"><TextCode X=\"0\" Y=\"3\">甲&a12;</TextCode></TextObject>";
    package(&format!(
        "<!DOCTYPE x [{entities}]><w:p><w:r><w:t>甲&a12;</w:t></w:r></w:p><text:p>甲&a12;</text:p>{text}"
    ))
}

fn attributes() -> Vec<u8> {
    let many: String = (0..1_000_000).map(|n| format!(" a{n}=\"1\"")).collect();
    docx(&format!("<w:p{many}><w:r><w:t>甲</w:t></w:r></w:p>"))
}

fn long_tag() -> Vec<u8> {
    let value: String = (0..5_000_000).map(|n| format!("{n:08}")).collect();
    docx(&format!(
        "<w:p><w:r><w:t a=\"{value}\">甲</w:t></w:r></w:p>"
    ))
}

fn numbered(before: &str, after: &str) -> String {
    (0..1_000_000)
        .map(|n| format!("{before}{n}{after}"))
        .collect()
}

fn columns() -> String {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    let row = format!(
        "<w:tr><w:trPr><w:gridBefore w:val=\"4294967295\"/></w:trPr>{}</w:tr>",
        cell.repeat(50)
    );
    format!("<w:tbl>{}</w:tbl>", row.repeat(5_000))
}

fn repeated() -> Vec<u8> {
    let spaces = "<text:p>甲<text:s text:c=\"4294967295\"/>乙</text:p>";
    let cell = format!(
        "<table:table-cell table:number-columns-repeated=\"4294967295\" table:number-columns-spanned=\"4294967295\">{spaces}</table:table-cell>"
    );
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"4294967295\">{cell}</table:table-row>"
    );
    odt(&format!(
        "{}<table:table>{}</table:table>",
        spaces.repeat(1_000),
        row.repeat(1_000)
    ))
}

fn fodt() -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>{}</office:text></office:body></office:document>",
        numbered("<text:p>第", "段</text:p>")
    )
    .into_bytes()
}

fn flat_word() -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><pkg:package><pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData><w:document><w:body>{}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>",
        numbered("<w:p><w:r><w:t>第", "段</w:t></w:r></w:p>")
    )
    .into_bytes()
}
