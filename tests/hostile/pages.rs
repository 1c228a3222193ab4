//! PDF and OFD: trees, forms and templates in circles, a million operators, glyphs at the end of the world.

use crate::Case;
use crate::support::pdf::{raw, stream};
use crate::support::zip::deflated;

pub const CASES: &[Case] = &[
    ("pdf: a page tree in a circle", tree, "damaged"),
    (
        "pdf: a tree of a hundred thousand levels",
        deep_tree,
        "damaged",
    ),
    ("pdf: one page a hundred thousand times", same_page, "read"),
    (
        "pdf: tables of references in a circle",
        references,
        "damaged",
    ),
    (
        "pdf: a stream of objects that is in itself",
        objects,
        "damaged",
    ),
    ("pdf: objects that are each other", each_other, "damaged"),
    ("pdf: arrays in arrays", arrays, "damaged"),
    (
        "pdf: a million operators",
        || page(&"q 1 0 0 1 0 0 cm ".repeat(1_000_000)),
        "empty",
    ),
    (
        "pdf: a million texts",
        || {
            page(&format!(
                "BT /F 9 Tf {} ET",
                "1 0 Td (1) Tj ".repeat(1_000_000)
            ))
        },
        "read",
    ),
    (
        "pdf: a million texts on one another",
        || {
            page(&format!(
                "BT /F 9 Tf 50 50 Td {} ET",
                "0 0 Td (1) Tj ".repeat(1_000_000)
            ))
        },
        "read",
    ),
    (
        "pdf: a million lines",
        || {
            page(
                &(0..1_000_000)
                    .map(|n| format!("{0} {0} m {0} 800 l S ", n % 500))
                    .collect::<String>(),
            )
        },
        "empty",
    ),
    (
        "pdf: a hundred thousand small tables",
        || page(&boxes()),
        "read",
    ),
    (
        "pdf: half a million marked contents around as many texts",
        || {
            let (marks, texts) = ("/A BMC ".repeat(500_000), "() Tj ".repeat(500_000));
            page(&format!("BT /F 9 Tf {marks} {texts} ET"))
        },
        "empty",
    ),
    (
        "pdf: eight million outlines of a point",
        || page(&"0 0 m ".repeat(8_000_000)),
        "empty",
    ),
    (
        "pdf: an outline that is closed ten million times",
        || page(&format!("0 0 m {}", "h ".repeat(10_000_000))),
        "empty",
    ),
    (
        "pdf: a large state that is set a hundred thousand times",
        || large("/ExtGState", "gs", "", true),
        "too-large",
    ),
    (
        "pdf: a state without an end that is set a hundred thousand times",
        || large("/ExtGState", "gs", "", false),
        "too-large",
    ),
    (
        "pdf: a large form that is drawn a hundred thousand times",
        || large("/XObject", "Do", "/Subtype /Form ", true),
        "too-large",
    ),
    (
        "pdf: a large picture that is drawn a hundred thousand times",
        || large("/XObject", "Do", "/Subtype /Image ", true),
        "scanned",
    ),
    (
        "pdf: a large font by a hundred thousand names",
        many_fonts,
        "too-large",
    ),
    (
        "pdf: a hundred thousand fonts with the same widths",
        same_widths,
        "too-large",
    ),
    (
        "pdf: a large layer that a hundred thousand contents belong to",
        large_layer,
        "too-large",
    ),
    (
        "pdf: one content a hundred thousand times",
        same_content,
        "too-large",
    ),
    (
        "pdf: figures at the end of the world",
        || {
            page(
                "BT /F 999999999999 Tf 1e38 -1e38 Td (1) Tj 0 0 Td (2) Tj ET 1e38 0 m 1e38 1e38 l S BT /F 9 Tf 9 9 Td (3) Tj ET",
            )
        },
        "read",
    ),
    ("ofd: deltas beyond all sense", deltas, "read"),
    ("ofd: a template that is its own", template, "read"),
    ("ofd: drawings in a circle", drawings, "empty"),
    (
        "ofd: drawings at the end of a large part, on many pages",
        many_drawings,
        "empty",
    ),
    (
        "ofd: a large template on two thousand pages",
        large_template,
        "empty",
    ),
    ("ofd: large notes on two thousand pages", notes, "empty"),
    (
        "ofd: one large page two thousand times",
        large_page,
        "too-large",
    ),
    (
        "ofd: one large part of drawings a hundred thousand times",
        large_resource,
        "too-large",
    ),
    (
        "ofd: half a million texts",
        || ofd("", &text("DeltaX=\"4\"", "甲1").repeat(500_000)),
        "read",
    ),
    (
        "ofd: half a million lines",
        || {
            ofd("", &"<PathObject Boundary=\"0 0 100 100\"><AbbreviatedData>M 0 0 L 100 0</AbbreviatedData></PathObject>".repeat(500_000))
        },
        "empty",
    ),
];

const CATALOG: &[u8] = b"<< /Type /Catalog /Pages 2 0 R >>";
const PAGE: &[u8] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>";
const FONT: &[u8] =
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

fn tree() -> Vec<u8> {
    raw(
        &[
            CATALOG,
            b"<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 9 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9 >>",
        ],
        "",
    )
}

fn deep_tree() -> Vec<u8> {
    let mut objects = vec![CATALOG.to_vec()];
    for n in 3..100_000 {
        objects.push(format!("<< /Type /Pages /Kids [{n} 0 R] /Count 1 >>").into_bytes());
    }
    let list: Vec<&[u8]> = objects.iter().map(Vec::as_slice).collect();
    raw(&list, "")
}

fn same_page() -> Vec<u8> {
    let kids = format!(
        "<< /Type /Pages /Kids [{}] /Count 100000 >>",
        "3 0 R ".repeat(100_000)
    );
    raw(
        &[
            CATALOG,
            kids.as_bytes(),
            PAGE,
            &stream("", &b"BT /F 9 Tf 50 50 Td (12) Tj ET ".repeat(1_000)),
            FONT,
        ],
        "",
    )
}

fn references() -> Vec<u8> {
    let file = raw(
        &[CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"],
        "/Prev 9 ",
    );
    let at = String::from_utf8_lossy(&file).find("xref").unwrap();
    let text =
        String::from_utf8_lossy(&file).replace("/Prev 9 ", &format!("/Prev {at} /XRefStm {at} "));
    text.into_bytes()
}

fn objects() -> Vec<u8> {
    let body = stream(
        "/Type /ObjStm /N 2 /First 8 /Extends 2 0 R ",
        b"2 0 1 3 << /Type /Catalog /Pages 2 0 R >>",
    );
    let table = stream(
        "/Type /XRef /Size 4 /W [1 1 1] /Index [0 4] /Root 1 0 R /Prev 9 ",
        &[0, 0, 0, 2, 2, 0, 2, 2, 1, 1, 9, 0],
    );
    let mut file = b"%PDF-1.7\n".to_vec();
    for (n, object) in [(3, body), (2, table)] {
        let at = file.len();
        file.extend(format!("{n} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
        if n == 2 {
            file.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
        }
    }
    file
}

fn each_other() -> Vec<u8> {
    raw(
        &[
            b"2 0 R",
            b"3 0 R",
            b"1 0 R",
            b"<< /Length 4 0 R >>\nstream\n1\nendstream",
        ],
        "",
    )
}

fn arrays() -> Vec<u8> {
    raw(
        &[
            CATALOG,
            &[b"<< /Type /Pages /Kids ".to_vec(), b"[".repeat(1_000_000)].concat(),
            &b"<< /A ".repeat(300_000),
        ],
        "",
    )
}

fn page(content: &str) -> Vec<u8> {
    raw(
        &[
            CATALOG,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE,
            &stream("", content.as_bytes()),
            FONT,
        ],
        "",
    )
}

/// Entries of a dictionary of half a megabyte.
fn entries() -> String {
    (0..40_000).map(|n| format!("/K{n} {n} ")).collect()
}

/// A page with these resources, and the objects from the fifth on.
fn resources(resources: &str, content: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let leaf = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {resources} >> /Contents 4 0 R >>"
    );
    let content = stream("", content.as_bytes());
    let mut all: Vec<&[u8]> = vec![
        b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /D << /OFF [9 0 R] >> >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        leaf.as_bytes(),
        &content,
    ];
    all.extend(objects.iter().map(Vec::as_slice));
    raw(&all, "")
}

/// A large object of a kind, looked up for every operator.
fn large(kind: &str, operator: &str, head: &str, ends: bool) -> Vec<u8> {
    let dict = format!("{head}{}", entries());
    let object = match (kind, ends) {
        ("/XObject", _) => stream(&dict, b""),
        (_, true) => format!("<< {dict}>>").into_bytes(),
        (_, false) => format!("<< {dict}").into_bytes(),
    };
    let content = format!("/G {operator} ").repeat(100_000);
    resources(&format!("{kind} << /G 5 0 R >>"), &content, &[object])
}

fn many_fonts() -> Vec<u8> {
    let names: String = (0..100_000).map(|n| format!("/F{n} 5 0 R ")).collect();
    let content: String = (0..100_000).map(|n| format!("/F{n} 9 Tf ")).collect();
    let font = format!("<< /Type /Font /Subtype /Type1 {}>>", entries());
    resources(
        &format!("/Font << {names}>>"),
        &content,
        &[font.into_bytes()],
    )
}

fn same_widths() -> Vec<u8> {
    let font = |n: usize| {
        format!("/F{n} << /Type /Font /Subtype /Type0 /DescendantFonts [<< /W 5 0 R >>] >> ")
    };
    let fonts: String = (0..100_000).map(font).collect();
    let content: String = (0..100_000).map(|n| format!("/F{n} 9 Tf ")).collect();
    let widths = format!("[{}]", "0 6 0 R ".repeat(20_000));
    resources(
        &format!("/Font << {fonts}>>"),
        &content,
        &[
            widths.into_bytes(),
            format!("[{}]", "1 ".repeat(70_000)).into_bytes(),
        ],
    )
}

fn large_layer() -> Vec<u8> {
    let layer = format!("<< /Type /OCMD {}>>", entries());
    resources(
        "/Properties << /G 5 0 R >>",
        &"/OC /G BDC EMC ".repeat(100_000),
        &[layer.into_bytes()],
    )
}

fn same_content() -> Vec<u8> {
    let leaf = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents [{}] >>",
        "4 0 R ".repeat(100_000)
    );
    let content = stream("", &b"BT /F 9 Tf 50 50 Td (12) Tj ET ".repeat(1_000));
    raw(
        &[
            CATALOG,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            leaf.as_bytes(),
            &content,
            FONT,
        ],
        "",
    )
}

fn boxes() -> String {
    (0..100_000)
        .map(|n| {
            let (x, y) = (n % 300 * 2, n / 300 * 2);
            format!("{x} {y} 1.5 1.5 re S BT /F 1 Tf {x} {y} Td (1) Tj ET ")
        })
        .collect()
}

fn ofd(head: &str, objects: &str) -> Vec<u8> {
    let page = format!("<Page>{head}<Content><Layer>{objects}</Layer></Content></Page>");
    let resources = "<Res><CompositeGraphicUnits><CompositeGraphicUnit ID=\"7\"><Content><PageBlock><CompositeObject ResourceID=\"7\" Boundary=\"0 0 9 9\"/><CompositeObject ResourceID=\"8\" Boundary=\"0 0 9 9\"/></PageBlock></Content></CompositeGraphicUnit><CompositeGraphicUnit ID=\"8\"><Content><PageBlock><CompositeObject ResourceID=\"7\" Boundary=\"0 0 9 9\"/><CompositeObject ResourceID=\"7\" Boundary=\"0 0 9 9\"/></PageBlock></Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>";
    deflated(&[
        ("OFD.xml", b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"),
        ("D.xml", b"<Document><CommonData><PublicRes>R.xml</PublicRes><TemplatePage ID=\"5\" BaseLoc=\"P.xml\"/></CommonData><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages></Document>"),
        ("R.xml", resources.as_bytes()),
        ("P.xml", page.as_bytes()),
    ])
}

fn text(attributes: &str, inner: &str) -> String {
    format!(
        "<TextObject Boundary=\"9 9 100 10\" Font=\"1\" Size=\"4\"><TextCode X=\"0\" Y=\"4\" {attributes}>{inner}</TextCode></TextObject>"
    )
}

fn deltas() -> Vec<u8> {
    let each = [
        "DeltaX=\"g 999999999 4\"",
        "DeltaX=\"g 4294967295 4 g 4294967295 4\" DeltaY=\"g 999999999 0\"",
        "DeltaX=\"g -1 4\"",
        "DeltaX=\"1e38 -1e38 nan inf\"",
    ];
    let long = format!("DeltaX=\"{}\"", "g 999999999 1 ".repeat(1_000_000));
    let objects: String = each
        .iter()
        .copied()
        .chain([long.as_str()])
        .map(|a| text(a, "一二三四"))
        .collect();
    ofd("", &objects)
}

fn template() -> Vec<u8> {
    ofd(
        &"<Template TemplateID=\"5\"/>".repeat(1_000),
        &text("DeltaX=\"4 4\"", "一二三").repeat(100),
    )
}

fn drawings() -> Vec<u8> {
    ofd(
        "",
        &"<CompositeObject ResourceID=\"7\" Boundary=\"0 0 9 9\"/>".repeat(100),
    )
}

/// Four megabytes of elements that paint nothing.
fn nothing() -> String {
    "<Layer/>".repeat(500_000)
}

/// A document of these resources, templates and notes, with the same part for all its pages.
fn pages(count: usize, head: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let list: String = (0..count)
        .map(|_| "<Page ID=\"1\" BaseLoc=\"P.xml\"/>")
        .collect();
    let main = format!("<Document>{head}<Pages>{list}</Pages></Document>");
    let root = "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>";
    let mut all = vec![("OFD.xml", root), ("D.xml", &main)];
    all.extend(parts);
    let all: Vec<(&str, &[u8])> = all.iter().map(|(n, xml)| (*n, xml.as_bytes())).collect();
    deflated(&all)
}

fn many_drawings() -> Vec<u8> {
    let drawing = "<CompositeGraphicUnit ID=\"7\"><Content/></CompositeGraphicUnit>";
    let resource = format!("<Res>{}{drawing}</Res>", nothing());
    let page = format!(
        "<Page>{}</Page>",
        "<CompositeObject ResourceID=\"7\"/><CompositeObject ResourceID=\"8\"/>".repeat(100)
    );
    let head = "<PublicRes>R.xml</PublicRes>";
    pages(2_000, head, &[("R.xml", &resource), ("P.xml", &page)])
}

fn large_template() -> Vec<u8> {
    let template = format!("<Page>{}</Page>", nothing());
    let page = format!("<Page>{}</Page>", "<Template TemplateID=\"5\"/>".repeat(16));
    let head = "<TemplatePage ID=\"5\" BaseLoc=\"T.xml\"/>";
    pages(2_000, head, &[("T.xml", &template), ("P.xml", &page)])
}

fn notes() -> Vec<u8> {
    let note = format!("<PageAnnot>{}</PageAnnot>", nothing());
    let list = "<Annotations><Page PageID=\"1\"><FileLoc>N.xml</FileLoc></Page></Annotations>";
    let head = "<Annotations>A.xml</Annotations>";
    let parts = [("A.xml", list), ("N.xml", &note), ("P.xml", "<Page/>")];
    pages(2_000, head, &parts)
}

fn large_page() -> Vec<u8> {
    let page = format!("<Page>{}</Page>", nothing());
    pages(2_000, "", &[("P.xml", &page)])
}

fn large_resource() -> Vec<u8> {
    let resource = format!("<Res>{}</Res>", nothing());
    let head = "<PublicRes>R.xml</PublicRes>".repeat(100_000);
    pages(1, &head, &[("R.xml", &resource), ("P.xml", "<Page/>")])
}
