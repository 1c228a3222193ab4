//! The rules of the house: which module may know which, who may touch JavaScript and serde, how large a file may be,
//! what a rule of the book must have, and how its sentences are worded.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/snapshot.rs"]
mod snapshot;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gouji::rules::pages::page;
use gouji::rules::{BOOK, RULES};

/// What each module of `src` may know. A module that is not named here may know nothing and is refused.
const ARROWS: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("text", &[]),
    ("model", &["text"]),
    ("read", &["order", "text", "model"]),
    ("form", &[]),
    ("prose", &["order", "text", "model"]),
    ("recognise", &["order", "text", "model", "form", "prose"]),
    ("finding", &["model", "form", "recognise"]),
    ("sums", &["model", "form", "recognise"]),
    (
        "rules",
        &[
            "order",
            "text",
            "model",
            "form",
            "recognise",
            "finding",
            "sums",
            "prose",
        ],
    ),
    (
        "repair",
        &[
            "order",
            "text",
            "model",
            "form",
            "recognise",
            "finding",
            "sums",
            "prose",
            "rules",
        ],
    ),
    ("settings", &["finding", "rules"]),
    ("waiver", &["form", "recognise", "finding"]),
    (
        "report",
        &[
            "settings",
            "waiver",
            "order",
            "model",
            "form",
            "recognise",
            "finding",
            "rules",
            "repair",
        ],
    ),
    (
        "check",
        &[
            "settings",
            "waiver",
            "order",
            "model",
            "form",
            "read",
            "recognise",
            "finding",
            "rules",
            "repair",
            "report",
        ],
    ),
    (
        "wording",
        &[
            "model",
            "form",
            "read",
            "recognise",
            "finding",
            "rules",
            "repair",
            "check",
        ],
    ),
    (
        "verdict",
        &[
            "model",
            "form",
            "recognise",
            "finding",
            "rules",
            "repair",
            "report",
            "check",
            "wording",
        ],
    ),
    (
        "mark",
        &[
            "text",
            "model",
            "form",
            "read",
            "recognise",
            "finding",
            "rules",
            "repair",
            "report",
            "check",
            "wording",
            "verdict",
        ],
    ),
    (
        "show",
        &[
            "waiver",
            "settings",
            "order",
            "text",
            "model",
            "form",
            "read",
            "recognise",
            "finding",
            "sums",
            "rules",
            "repair",
            "report",
            "check",
            "wording",
            "verdict",
        ],
    ),
    (
        "view",
        &[
            "waiver",
            "text",
            "model",
            "form",
            "read",
            "recognise",
            "finding",
            "sums",
            "rules",
            "repair",
            "report",
            "check",
            "wording",
            "verdict",
        ],
    ),
    (
        "wasm",
        &[
            "settings",
            "waiver",
            "form",
            "model",
            "read",
            "recognise",
            "check",
            "wording",
            "view",
            "mark",
        ],
    ),
    ("lib", &["check"]),
    (
        "command",
        &[
            "settings",
            "waiver",
            "text",
            "model",
            "form",
            "read",
            "recognise",
            "finding",
            "rules",
            "repair",
            "report",
            "check",
            "wording",
            "verdict",
            "mark",
            "show",
            "view",
        ],
    ),
    (
        "main",
        &[
            "form", "model", "read", "rules", "check", "show", "view", "wording", "verdict", "mark",
        ],
    ),
];

/// Lines that a file may have, by where it stands.
const LONGEST_RULE: usize = 150;
const LONGEST_READER: usize = 500;
const LONGEST: usize = 800;
const LONGEST_LIB: usize = 80;
/// Characters that a rule's title may have.
const LONGEST_TITLE: usize = 40;

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The module at the top of `src` to which it belongs.
    fn module(&self) -> String {
        let inside = self.path.strip_prefix("src").unwrap();
        let first = inside.iter().next().unwrap().to_string_lossy();
        first.trim_end_matches(".rs").to_string()
    }

    fn module_or_folder(&self) -> String {
        match self.path.starts_with("src") {
            true => self.module(),
            false => String::new(),
        }
    }

    /// Its lines without comments.
    fn code(&self) -> String {
        let lines = self
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    folders.retain(|folder| folder.is_dir());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The modules named behind `crate::` or `gouji::`.
fn known(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for start in ["crate::", "gouji::"] {
        for (at, _) in code.match_indices(start) {
            let rest = &code[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => names.extend(members(group).into_iter().map(module_of)),
                None => {
                    names.insert(module_of(rest));
                }
            }
        }
    }
    names
}

/// The members of a `use` group, whose opening brace is off.
fn members(group: &str) -> Vec<&str> {
    let (mut members, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                members.push(group[from..at].trim());
                from = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    members.retain(|member| !member.is_empty());
    members
}

fn module_of(path: &str) -> String {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
    let name = &path[..end.unwrap_or(path.len())];
    // What `lib.rs` hands on is the door's.
    let is_module = ARROWS.iter().any(|(module, _)| *module == name);
    if is_module { name } else { "check" }.to_string()
}

#[test]
fn no_module_knows_more_than_it_may() {
    let mut arrows = BTreeSet::new();
    for source in sources("src") {
        let from = source.module();
        let allowed = ARROWS.iter().find(|(module, _)| *module == from);
        let (_, allowed) =
            allowed.unwrap_or_else(|| panic!("{} is not in the list of arrows", source.name()));
        let code = source.code();
        for to in known(&code) {
            if to == from {
                continue;
            }
            assert!(
                allowed.contains(&to.as_str()),
                "{} knows {to}; {from} may know {allowed:?}",
                source.name()
            );
            arrows.insert((from.clone(), to));
        }
    }
    for (module, _) in ARROWS {
        let there = sources("src").iter().any(|file| file.module() == *module);
        assert!(there, "{module} is in the list of arrows and not in src");
    }
    println!("module ← what it knows");
    for (module, _) in ARROWS {
        let known: Vec<&str> = arrows
            .iter()
            .filter(|(from, _)| from == module)
            .map(|(_, to)| to.as_str())
            .collect();
        println!("{module} ← {}", known.join(", "));
    }
}

#[test]
fn javascript_is_known_to_the_doors_only() {
    const DOORS: [&str; 3] = ["src/wasm.rs", "src/wasm/given.rs", "src/text/decode.rs"];
    for source in sources("src") {
        for name in ["wasm_bindgen", "js_sys", "web_sys"] {
            let allowed = DOORS.iter().any(|door| source.path == Path::new(door));
            assert!(
                allowed || !source.code().contains(name),
                "{} names {name}",
                source.name()
            );
        }
    }
}

/// What a check says depends on what it is given: no file, net, clock, other thread or memory of an earlier one.
#[test]
fn a_check_is_pure() {
    const OUTSIDE: [&str; 9] = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "thread_local!",
        "Mutex",
        "Atomic",
    ];
    // The files of an archive of reports are taken from the disk one by one, for the command.
    const HOSTS: [&str; 4] = [
        "src/command",
        "src/main.rs",
        "src/wasm.rs",
        "src/read/bundle.rs",
    ];
    for source in sources("src") {
        let code = source.code();
        let code = code.split("#[cfg(test)]").next().unwrap();
        let is_host = HOSTS.iter().any(|host| source.path.starts_with(host));
        for name in OUTSIDE {
            assert!(
                is_host || !code.contains(name),
                "{} names {name}",
                source.name()
            );
        }
    }
}

#[test]
fn places_are_opened_by_few() {
    const OPENERS: [&str; 5] = ["model", "read", "wording", "view", "mark"];
    for source in sources("src") {
        let opens = source.code().contains("Place::");
        assert!(
            !opens || OPENERS.contains(&source.module().as_str()),
            "{} opens a place",
            source.name()
        );
    }
}

#[test]
fn wire_types_are_known_to_the_view_only() {
    for source in sources("src") {
        let code = source.code();
        let is_wire = ["view", "wasm"].contains(&source.module().as_str());
        let derives = code.lines().any(|line| {
            let line = line.trim_start();
            line.starts_with("#[derive(") && line.contains("erialize")
        });
        assert!(is_wire || !derives, "{} derives serde", source.name());
        let passes_on = ["view", "wasm", "command"].contains(&source.module().as_str());
        assert!(
            passes_on || !code.contains("serde"),
            "{} names serde",
            source.name()
        );
    }
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    const FOLDERS: [&str; 5] = ["src", "tests", "benches", "fuzz/src", "fuzz/fuzz_targets"];
    for source in FOLDERS.into_iter().flat_map(sources) {
        let name = source.name();
        let lines = source.text.lines().count();
        let limit = match source.module_or_folder().as_str() {
            "lib" => LONGEST_LIB,
            "read" => LONGEST_READER,
            "rules" if source.text.contains("pub const RULE: Rule") => LONGEST_RULE,
            _ => LONGEST,
        };
        assert!(
            lines <= limit,
            "{name} has {lines} lines, {limit} are allowed"
        );
        assert!(
            source.text.starts_with("//! "),
            "{name} does not say what it is for"
        );
    }
}

#[test]
fn every_rule_has_a_name_of_its_own() {
    const FAMILIES: [&str; 8] = [
        "sum", "figure", "form", "years", "area", "prose", "date", "residue",
    ];
    let mut seen = BTreeSet::new();
    for rule in RULES {
        let id = rule.id;
        assert!(seen.insert(id), "{id} twice");
        let words: Vec<&str> = id.split('-').collect();
        let kebab = |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
        assert!(words.len() > 1 && words.iter().all(kebab), "{id}");
        assert!(FAMILIES.contains(&words[0]), "{id} is of no family");
    }
    assert!(!seen.is_empty());
}

#[test]
fn every_rule_file_is_in_the_list() {
    for source in sources("src/rules") {
        let id = source
            .path
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .replace('_', "-");
        if source.text.contains("pub const RULE: Rule") {
            assert!(
                RULES.iter().any(|rule| rule.id == id),
                "{id} is not in the list of src/rules/mod.rs"
            );
        }
    }
    for rule in RULES {
        let file = Path::new("src/rules").join(rule.id.replace('-', "_") + ".md");
        let text = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} has no page", rule.id));
        assert!(
            page(rule.id).is_some(),
            "{} has no line in src/rules/pages.rs",
            rule.id
        );
        assert_eq!(
            Some(&*text),
            page(rule.id),
            "{} shows another page",
            rule.id
        );
    }
}

#[test]
fn every_page_has_the_same_parts() {
    const HEADINGS: [&str; 7] = [
        "为什么",
        "依据",
        "错误示例",
        "正确示例",
        "如何修改",
        "不检查什么",
        "English",
    ];
    for rule in RULES {
        let id = rule.id;
        let text = page(id).unwrap();
        let headings: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        assert_eq!(headings, HEADINGS, "{id}");
        let summary = text.lines().next().unwrap_or_default();
        assert!(
            !summary.starts_with('#') && !summary.is_empty(),
            "{id} begins with its summary"
        );
        assert_eq!(
            text.lines().nth(1),
            Some(""),
            "{id}: the summary is one line"
        );
        let english = text.split("## English").nth(1).unwrap_or_default();
        for part in ["**What.** ", "**Why.** ", "**How.** "] {
            assert!(english.contains(part), "{id}: {part}");
        }
        for (from, to) in [("错误示例", "正确示例"), ("正确示例", "如何修改")] {
            let part = text.split(&format!("## {from}")).nth(1).unwrap_or_default();
            let part = part.split(&format!("## {to}")).next().unwrap_or_default();
            assert!(part.contains("```table,"), "{id} has no {from}");
        }
    }
}

#[test]
fn titles_are_short_and_practice_is_no_duty() {
    for rule in RULES {
        let id = rule.id;
        assert!(
            rule.title.zh.chars().count() <= LONGEST_TITLE,
            "{id}: {}",
            rule.title.zh
        );
        for text in [rule.title.zh, rule.basis.zh] {
            assert!(!text.ends_with('。') && !text.is_empty(), "{id}: {text}");
        }
        assert!(
            !rule.title.en.is_empty() && !rule.basis.en.is_empty(),
            "{id} in English"
        );
        if rule.basis.zh.contains("惯例") {
            let texts = [rule.title.zh, rule.basis.zh, page(id).unwrap()];
            assert!(
                texts.iter().all(|text| !text.contains("必须")),
                "{id} makes a duty of practice"
            );
        }
    }
}

/// A check sheet names the edition of the book, so two books must not have the same.
#[test]
fn another_list_of_rules_is_another_edition_of_the_book() {
    const FILE: &str = "tests/snapshots/book.txt";
    let lines = RULES.iter().map(|rule| {
        let severity = rule.severity.name();
        format!("{} {severity} {}\n", rule.id, rule.basis.zh)
    });
    let list: String = lines.collect();
    let kept = fs::read_to_string(FILE).unwrap_or_default();
    let (edition, rules) = kept.split_once('\n').unwrap_or_default();
    assert!(
        rules == list || edition != BOOK.to_string(),
        "the list of rules has changed: raise BOOK in src/rules/mod.rs, then UPDATE=1 cargo test --test house"
    );
    snapshot::same(FILE, &format!("{BOOK}\n{list}"));
}

/// The manifests of everything that is built, tested and measured.
const PACKAGES: [&str; 4] = [
    "package.json",
    "benches/package.json",
    "tests/web/editors/package.json",
    "tests/web/old/package.json",
];

/// What the manifests of Cargo depend on, for any target and for the tests; the fuzz targets also on the crate itself.
fn crates() -> BTreeSet<String> {
    fn collect(table: &toml::Table, found: &mut BTreeSet<String>) {
        for (key, value) in table {
            match value.as_table() {
                Some(inner) if key.ends_with("dependencies") => found.extend(inner.keys().cloned()),
                Some(inner) if key == "target" || key.starts_with("cfg(") => collect(inner, found),
                _ => {}
            }
        }
    }
    let mut found = BTreeSet::new();
    for file in ["Cargo.toml", "fuzz/Cargo.toml"] {
        let manifest = fs::read_to_string(file).unwrap();
        collect(&manifest.parse().unwrap(), &mut found);
    }
    found.remove("gouji");
    found
}

fn npm_packages() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in PACKAGES {
        let manifest: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for kind in ["dependencies", "devDependencies"] {
            if let Some(list) = manifest[kind].as_object() {
                found.extend(list.keys().cloned());
            }
        }
    }
    found
}

/// The names in the first column of the table of DESIGN.md with this head; what stands in brackets is about them.
fn reasons(head: &str) -> BTreeSet<String> {
    let design = fs::read_to_string("DESIGN.md").unwrap();
    let table = design.lines().skip_while(|line| !line.starts_with(head));
    let rows = table.skip(2).take_while(|line| line.starts_with('|'));
    let mut found = BTreeSet::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [names, purpose, why] = cells[..] else {
            panic!("{row} has not three columns")
        };
        assert!(!purpose.is_empty() && !why.is_empty(), "no reason: {row}");
        let names = names.split(" (").next().unwrap();
        found.extend(names.split([',', ' ']).map(str::to_string));
    }
    found.remove("");
    found
}

#[test]
fn every_dependency_has_its_reason() {
    assert_eq!(crates(), reasons("| crate |"), "Cargo.toml and DESIGN.md");
    assert_eq!(
        npm_packages(),
        reasons("| npm package |"),
        "{PACKAGES:?} and DESIGN.md"
    );
}

/// Only what wasm-bindgen writes is unsafe; nobody lifts the lint, in a test no less than in the crate.
#[test]
fn nothing_of_ours_is_unsafe() {
    let word = ["un", "safe"].concat();
    let lint = format!("{word}_code");
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    assert_eq!(manifest["lints"]["rust"][&lint].as_str(), Some("deny"));
    for source in ["src", "tests", "benches"].into_iter().flat_map(sources) {
        let code = source.code();
        let mut words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
        assert!(
            !words.any(|found| found == word || found == lint),
            "{} says {word}",
            source.name()
        );
    }
}
