//! What the targets begin with: the fixtures of the tests by their endings, and reports made as the tests make them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gouji::form::{Edition, Key, Table};
use gouji::rules::RULES;

use super::Target;
use super::support::biff::{label, record, shorts, xls};
use super::support::layout::LAYOUTS;
use super::support::made::{Blanks, Made};
use super::support::paper::{Print, leaves};
use super::support::rng::Rng;
use super::support::{fault, ofd, pdf, zip};

/// An input with the name that it is kept under.
pub type Seed = (String, Vec<u8>);

/// Larger fixtures are passed over: what is changed in them is mostly nothing.
const LARGEST: usize = 100_000;

/// The inputs that were found to be wrong once, by target.
pub const KEPT: &str = "fuzz/crashes";

pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let above = here.parent().filter(|_| here.join("fuzz_targets").is_dir());
    above.unwrap_or(here).to_path_buf()
}

/// All of a target, in an order that is always the same.
pub fn seeds(target: &Target) -> Vec<Seed> {
    let mut seeds = match target.name {
        "recognise" | "repair" => choices(),
        "settings" => settings(),
        "bundle" => bundles(),
        name => of_format(name.strip_prefix("copy-").unwrap_or(name)),
    };
    seeds.retain(|(_, bytes)| bytes.len() <= LARGEST);
    seeds
}

/// Writes them into the folder that `SEEDS` names, before libFuzzer reads it, and beside it the words of the form.
pub fn write(target: &Target) {
    let Some(folder) = std::env::var_os("SEEDS").map(PathBuf::from) else {
        return;
    };
    for (name, bytes) in seeds(target).into_iter().chain(kept(target)) {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::write(folder.with_file_name("words.dict"), dictionary()).unwrap();
}

/// The labels of the form, as libFuzzer reads them.
fn dictionary() -> String {
    let mut words = BTreeSet::new();
    for edition in Edition::ALL {
        for key in Table::ALL
            .iter()
            .flat_map(|table| Key::all(*table, edition))
        {
            words.extend([key.row_head(edition).zh, key.column_head().zh]);
        }
    }
    let escaped = |word: &str| {
        word.bytes()
            .map(|byte| format!("\\x{byte:02X}"))
            .collect::<String>()
    };
    words
        .into_iter()
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{}\"\n", escaped(word)))
        .collect()
}

/// The files that are kept because they were wrong once.
pub fn kept(target: &Target) -> Vec<Seed> {
    files(&root().join(KEPT).join(target.name), |_| true)
}

fn of_format(name: &str) -> Vec<Seed> {
    let own = [name];
    let endings: &[&str] = match name {
        "html" => &["html"],
        "text" => &["txt", "md", "csv", "tsv"],
        "xml" => &["xml", "fodt"],
        "mht" => &["mht", "mhtml"],
        _ => &own,
    };
    let mut seeds = Vec::new();
    for folder in [
        "tests/read",
        "tests/corpus",
        "tests/prose",
        "tests/web/fixtures",
    ] {
        let by_ending = |name: &str| {
            endings
                .iter()
                .any(|ending| name.ends_with(&format!(".{ending}")))
        };
        seeds.extend(files(&root().join(folder), by_ending));
    }
    seeds.extend(made(name, endings));
    seeds
}

fn files(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<Seed> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_file() && wanted(&name) {
            found.push((name, fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// A report with slips in it, so that there is something to find and to mend.
fn report(seed: u64) -> Made {
    let mut made = Made::new(Edition::ALL[seed as usize % 2], seed, Blanks::Scattered);
    fault::inject(&mut made, seed as usize % 3, &mut Rng::new(seed));
    made
}

fn made(name: &str, endings: &[&str]) -> Vec<Seed> {
    let mut seeds: Vec<Seed> = Vec::new();
    for (layout, seed) in LAYOUTS.iter().zip(1..) {
        if endings
            .iter()
            .any(|ending| layout.file.ends_with(&format!(".{ending}")))
        {
            let bytes = (layout.write)(&report(seed), &mut Rng::new(seed));
            seeds.push((layout.name.to_string(), bytes));
        }
    }
    let parts = report(4).parts();
    let leaves = leaves(&parts, Print::default());
    match name {
        "pdf" => {
            for letters in [
                pdf::Letters::Subset,
                pdf::Letters::Unicode,
                pdf::Letters::Gbk,
                pdf::Letters::Drawn,
            ] {
                let way = pdf::Way {
                    letters,
                    form: letters == pdf::Letters::Gbk,
                    ..pdf::Way::default()
                };
                seeds.push((format!("made-{letters:?}.pdf"), pdf::pdf(&leaves[..1], way)));
            }
            seeds.push(("scanned.pdf".to_string(), pdf::scanned(2)));
        }
        "ofd" => {
            let way = ofd::Way {
                runs: true,
                ..ofd::Way::default()
            };
            seeds.push(("made.ofd".to_string(), ofd::ofd(&leaves[..1], way)));
        }
        "xls" => seeds.push(("made.xls".to_string(), book())),
        "zip" => {
            let page = report_page();
            let entries: [(&str, &[u8]); 2] = [
                ("报告/page.html", &page),
                ("page_files/a.png", b"\x89PNG\r\n"),
            ];
            seeds.push(("page.zip".to_string(), zip::zip(&entries)));
        }
        _ => {}
    }
    seeds
}

fn report_page() -> Vec<u8> {
    let layout = LAYOUTS
        .iter()
        .find(|layout| layout.name == "html-clean")
        .unwrap();
    (layout.write)(&report(5), &mut Rng::new(5))
}

/// A workbook with every record that is read.
fn book() -> Vec<u8> {
    let number = |row, column, value: f64| {
        let head = shorts(&[row, column, 0]);
        record(0x0203, &[head, value.to_le_bytes().to_vec()].concat())
    };
    let packed = record(
        0x027E,
        &[
            shorts(&[1, 2, 0]),
            ((7_u32 << 2) | 2).to_le_bytes().to_vec(),
        ]
        .concat(),
    );
    let many = record(
        0x00BD,
        &[
            shorts(&[2, 1, 0]),
            vec![2, 0, 0, 64],
            shorts(&[0]),
            vec![6, 0, 0, 0],
            shorts(&[2]),
        ]
        .concat(),
    );
    let blank = record(0x00BE, &shorts(&[3, 1, 0, 0, 2]));
    let formula = record(
        0x0006,
        &[
            shorts(&[4, 1, 0]),
            12_f64.to_le_bytes().to_vec(),
            vec![0; 8],
        ]
        .concat(),
    );
    let merge = record(0x00E5, &shorts(&[1, 0, 0, 0, 3]));
    let records = [
        label(0, 0, "总计"),
        number(1, 1, 12.0),
        packed,
        many,
        blank,
        formula,
        merge,
    ]
    .concat();
    let texts = [
        2_u32.to_le_bytes().to_vec(),
        1_u32.to_le_bytes().to_vec(),
        shorts(&[2]),
        vec![1],
        shorts(&[0x603B, 0x8BA1]),
    ]
    .concat();
    xls(&record(0x00FC, &texts), 2, &records)
}

fn bundles() -> Vec<Seed> {
    let (page, text) = (
        report_page(),
        "示例市2024年政府信息公开工作年度报告\n总计\t1\n".as_bytes(),
    );
    let inner = zip::zip(&[("丙.html", &page), ("丁.txt", text)]);
    let names = ["甲.html", "乙.txt", "县/戊.html"];
    let flat = zip::zip(&[(names[0], &page), (names[1], text), (names[2], &page)]);
    let nested = zip::zip(&[
        (names[0], &page),
        ("内.zip", &inner),
        ("说明.png", b"\x89PNG\r\n"),
    ]);
    vec![
        ("flat.zip".to_string(), flat),
        ("nested.zip".to_string(), nested),
    ]
}

/// Bytes that generators make their choices of.
fn choices() -> Vec<Seed> {
    let bytes = |seed: u64| {
        let mut rng = Rng::new(seed);
        (0..40 + 8 * seed).map(|_| rng.next() as u8).collect()
    };
    (0..24)
        .map(|seed| (format!("choices-{seed}"), bytes(seed)))
        .collect()
}

fn settings() -> Vec<Seed> {
    let rules: String = RULES
        .iter()
        .map(|rule| format!("{}=off\n{}=warning\n", rule.id, rule.id))
        .collect();
    let keys: String = Key::all(Table::Four, Edition::E2021)
        .iter()
        .map(|key| format!("{}=12\n", key.name()))
        .collect();
    let figures =
        "1,234\n１２\n12件\n3.5万元\n一百二十\n减 6\n(3)\n1e9\n2026-02-03\n02-29\n03-31\n";
    let waivers = r#"{"schema":1,"waivers":[{"key":"sum-cases review t4.review.total=11","agency":"示例市","year":2024,"reason":"已核对"},{"key":"form-heading  x","agency":null,"year":null,"reason":""}]}"#;
    [
        ("rules", &*rules),
        ("keys", &*keys),
        ("figures", figures),
        ("waivers", waivers),
    ]
    .map(|(name, text)| (name.to_string(), text.as_bytes().to_vec()))
    .to_vec()
}
