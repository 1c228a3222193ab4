//! What is hostile in reports, their names and the settings: no table of the command holds a formula, no copy markup that
//! was a text.

use std::io::Cursor;

use super::support::docx::{Way, docx};
use super::support::rng::Rng;
use super::support::sheet::Part;
use super::*;

/// What a spreadsheet would run.
const FORMULAS: [&str; 12] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "=cmd|'/C calc'!A0",
];

/// Files that are called so.
const NAMES: [&str; 4] = ["=1+1.html", "+1.html", "@a.html", "＝1.html"];

/// What a browser would run.
const MARKUP: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "' onload='alert(3)' &lt;img&gt;",
    "--></style><svg onload=alert(4)>",
    "]]><iframe src=//canary.invalid>",
    "{{constructor}}",
];

/// A report with all of this, as text, in its figures and in the name of its office.
fn report(name: &str) -> String {
    let mut texts = FORMULAS.iter().chain(&MARKUP);
    let agency = made().agency;
    page(&wrong())
        .replace(&agency, &html::escape(name))
        .split("</td>")
        .map(|cell| {
            let shown = cell.trim_end_matches(|c: char| c.is_ascii_digit());
            match shown.len() < cell.len() && shown.ends_with('>') {
                true => texts.next().map_or(cell.to_string(), |text| {
                    format!("{shown}{}", html::escape(text))
                }),
                false => cell.to_string(),
            }
        })
        .collect::<Vec<_>>()
        .join("</td>")
}

fn is_formula(field: &str) -> bool {
    let shown = field.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && field.parse::<f64>().is_err()
}

#[test]
fn no_field_of_a_table_is_a_formula() {
    let mut folder = Folder::new("hostile-tables");
    for (i, name) in FORMULAS.iter().chain(&MARKUP).enumerate() {
        let file = NAMES
            .get(i)
            .map_or(format!("{i}.html"), ToString::to_string);
        folder = folder.with(&file, report(&format!("{name}商务局")));
    }
    for arguments in [
        &["check", "--format", "csv", ".", "=1+1.html"][..],
        &["check", "--format", "csv", "--lang", "en", "=1+1.html"],
        &["extract", "--format", "csv", ".", "=1+1.html", "@a.html"],
        &["extract", "--format", "csv", "--wide", "=1+1.html"],
    ] {
        let run = folder.run(arguments);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).from_reader(run.out.as_bytes());
        let fields: Vec<String> = reader
            .records()
            .flat_map(|record| {
                let record = record.unwrap();
                record.iter().map(str::to_string).collect::<Vec<_>>()
            })
            .collect();
        let run: Vec<&String> = fields.iter().filter(|field| is_formula(field)).collect();
        assert_eq!(run, [""; 0], "{arguments:?}");
        let kept = |text: &str| fields.iter().any(|field| field.contains(text));
        assert!(kept("'=1+1"), "{arguments:?} holds what it made text");
    }
}

#[test]
fn a_workbook_holds_texts_as_texts() {
    let folder = Folder::new("hostile-workbook").with("=1+1.html", report("=1+1商务局"));
    folder.run(&["extract", "--format", "xlsx", "-o", "a.xlsx", "=1+1.html"]);
    let bytes = fs::read(folder.0.join("a.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut held = String::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut held).unwrap();
        }
    }
    assert!(held.contains("=1+1"), "the name is there");
    for tag in ["<f>", "<f ", "<hyperlink", "<img", "<script"] {
        assert!(!held.contains(tag), "{tag}");
    }
}

#[test]
fn a_copy_makes_no_markup_of_a_text() {
    let tags = |text: &str| {
        ["<script", "<img", "<svg", "<iframe", "<style"].map(|tag| text.matches(tag).count())
    };
    let page = report("示例县商务局");
    let folder = Folder::new("hostile-copies").with("a.html", &page);
    let marked = folder.run(&["mark", "a.html", "-o", "b.html"]);
    assert_eq!((marked.status, marked.err.as_str()), (0, ""));
    let copy = fs::read_to_string(folder.0.join("b.html")).unwrap();
    assert!(copy.len() > page.len() && copy.contains("title="));
    assert_eq!(tags(&copy), tags(&page));
    // Every attribute that was added ends where it should: the texts of the copy are those of the page.
    let figures = |name: &str| {
        folder
            .run(&["extract", "--format", "csv", name])
            .out
            .replace(name, "")
    };
    assert_eq!(figures("b.html"), figures("a.html"));

    let mut parts = wrong().parts();
    parts.extend(MARKUP.iter().map(|text| Part::Text(text.to_string())));
    let document = docx(&parts, Way::default(), &mut Rng::new(1));
    fs::write(folder.0.join("a.docx"), document).unwrap();
    let marked = folder.run(&["mark", "a.docx", "-o", "b.docx"]);
    assert_eq!((marked.status, marked.err.as_str()), (0, ""));
    assert_eq!(figures("b.docx"), figures("a.docx"));
}

#[test]
fn names_do_not_move_the_terminal() {
    let folder = Folder::new("hostile-names").with("\u{1b}[2J.docx", "");
    fs::write(folder.0.join("a.docx"), "").unwrap();
    let name = "\u{1b}[2J.docx";
    for arguments in [
        &["extract", name][..],
        &["mark", name, "-o", "b.docx"],
        &["mark", "a.docx", "-o", name],
        &["area", "a.docx", "--under", name],
        &["watch", name],
        &["check", "--settings", "\u{1b}[2J.toml", "a.docx"],
        &["check", "--waivers", "\u{1b}[2J.json", "a.docx"],
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        let said = run.err.trim_end();
        assert!(!said.is_empty() && !said.contains('\u{1b}'), "{said:?}");
    }
}

#[test]
fn settings_and_names_are_told_as_text() {
    let folder = Folder::new("hostile-settings").with("a.html", report("=1+1商务局"));
    for text in MARKUP {
        let key = text.replace(['"', '\\'], "");
        fs::write(
            folder.0.join("gouji.toml"),
            format!("\"{key}\" = 1\n[rules]\n\"{key}\" = \"off\"\n"),
        )
        .unwrap();
        let run = folder.run(&["check", "--settings", "gouji.toml", "a.html"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{text}");
        assert!(!run.err.is_empty());
        let sheet = folder.run(&["check", "--format", "html", "a.html"]);
        assert!(!sheet.out.contains(&key) || !key.contains('<'), "{text}");
    }
}
