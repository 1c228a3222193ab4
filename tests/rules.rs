//! Runs every example of every rule's page: through the real reader and the real recognition, and demands exactly the
//! findings that are written into it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "rules/example.rs"]
mod example;
#[path = "rules/marks.rs"]
mod marks;
#[path = "rules/page.rs"]
mod page;
#[path = "rules/said.rs"]
mod said;
#[path = "rules/sketch.rs"]
mod sketch;
#[path = "support/snapshot.rs"]
mod snapshot;

use gouji::finding::{Finding, Outcome};
use gouji::model::Document;
use gouji::read::read;
use gouji::recognise::{Area, Filled, Previous, Unit, area, recognise};
use gouji::rules::{RULES, Rule, Says, pages};

use example::Input;
use marks::Bound;
use page::{Example, Kind};

fn says(rule: &Rule, filled: &Filled) -> Says {
    let mut says = Says::default();
    (rule.check)(filled, &mut says);
    says
}

fn examples(rule: &Rule) -> Vec<Example> {
    let page = pages::page(rule.id);
    page::examples(page.unwrap_or_else(|| panic!("{} has no line in src/rules/pages.rs", rule.id)))
}

fn unit((number, body): (usize, &String)) -> Unit {
    let Input { text, name, .. } = Input::of(body);
    gouji::unit(text.as_bytes(), name)
        .map(|unit| Unit {
            source: format!("单位{number}"),
            ..unit
        })
        .unwrap()
}

fn names(list: &str) -> Vec<String> {
    gouji::unit_names(list.as_bytes(), "list.csv").unwrap()
}

/// An example with what is compared with it.
fn filled(example: &Example, text: &str, name: &str) -> (Document, Filled) {
    let document = read(text.as_bytes(), name).unwrap();
    let mut filled = recognise(&document);
    if let Some(previous) = &example.previous {
        let Input { text, name, .. } = Input::of(previous);
        let given = recognise(&read(text.as_bytes(), name).unwrap());
        filled.previous = Previous::of(&filled, given);
    }
    if !example.units.is_empty() {
        let given = area::Given {
            units: (1..).zip(&example.units).map(unit).collect(),
            listed: example.list.as_deref().map(names),
            ..area::Given::default()
        };
        filled.area = Some(Box::new(Area::of(&filled, given)));
    }
    (document, filled)
}

fn run(rule: &Rule, example: &Example) -> Vec<Finding> {
    let Input { text, name, marks } = Input::of(&example.body);
    let (document, filled) = filled(example, &text, name);
    let says = says(rule, &filled);
    let bound = Bound {
        document: &document,
        filled: &filled,
    };
    let (expected, found) = (
        bound.expected(&marks, rule.id),
        bound.found(&marks, &says.findings),
    );
    let sentences: Vec<&str> = says.findings.iter().map(|f| f.what.zh.as_str()).collect();
    let here = format!("{}, line {}\n{text}\n{sentences:#?}", rule.id, example.line);
    assert_eq!(found, expected, "{here}");
    let ended = |is: fn(&Outcome) -> bool| says.checks.iter().any(|check| is(&check.outcome));
    match example.kind {
        Kind::Bad => assert!(!says.findings.is_empty(), "{here}"),
        Kind::Good => {
            assert!(says.findings.is_empty(), "{here}");
            assert!(ended(|o| *o == Outcome::Held), "not looked at: {here}");
        }
        Kind::Unknown => {
            assert!(says.findings.is_empty(), "{here}");
            assert!(
                ended(|o| matches!(o, Outcome::CannotTell(_))),
                "{:?} {here}",
                says.checks
            );
        }
        Kind::Previous | Kind::Unit | Kind::List => panic!("no example of its own"),
    }
    says.findings
}

#[test]
fn every_example_gives_exactly_its_findings() {
    let mut failures = Vec::new();
    for rule in RULES {
        for example in examples(rule) {
            let result = std::panic::catch_unwind(|| run(rule, &example));
            if let Err(cause) = result {
                let text = cause.downcast_ref::<String>().cloned();
                failures.push(text.unwrap_or_default());
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} fail:\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

/// Every word, value and outcome; what is new in it is read before it is kept.
#[test]
fn what_is_said_of_the_examples_stays_the_same() {
    for rule in RULES {
        let mut out = String::new();
        for (number, example) in (1..).zip(examples(rule)) {
            let Input { text, name, .. } = Input::of(&example.body);
            let (_, filled) = filled(&example, &text, name);
            out += &format!("{number} {:?}\n", example.kind);
            out += &said::said(rule.id, &filled, &says(rule, &filled));
        }
        snapshot::same(&format!("tests/rules/said/{}.txt", rule.id), &out);
    }
}

#[test]
fn every_rule_has_examples_of_both_kinds() {
    /// So many of each.
    const FEWEST: usize = 3;
    for rule in RULES {
        let examples = examples(rule);
        for kind in [Kind::Bad, Kind::Good] {
            let count = examples.iter().filter(|e| e.kind == kind).count();
            assert!(count >= FEWEST, "{}: {count} {kind:?}", rule.id);
        }
        for (at, example) in examples.iter().enumerate() {
            let parts = |e: &Example| {
                (
                    e.body.clone(),
                    e.previous.clone(),
                    e.units.clone(),
                    e.list.clone(),
                )
            };
            let same = |other: &Example| parts(other) == parts(example);
            assert!(!examples[..at].iter().any(same), "{}: one twice", rule.id);
        }
    }
}

#[test]
fn every_rule_ends_with_an_outcome_on_nothing() {
    let nothing = Filled::default();
    for rule in RULES {
        let says = says(rule, &nothing);
        assert!(says.findings.is_empty(), "{}", rule.id);
        assert!(!says.checks.is_empty(), "{}", rule.id);
    }
}

/// One report of every kind of fault, and all the rules on each of them.
#[test]
fn every_rule_ends_with_an_outcome_whatever_is_wrong() {
    for faulty in RULES {
        let Input { text, name, .. } = Input::of(&examples(faulty)[0].body);
        let filled = recognise(&read(text.as_bytes(), name).unwrap());
        for rule in RULES {
            let says = says(rule, &filled);
            let broken = says.checks.iter().any(|c| c.outcome == Outcome::Broken);
            let here = format!("{} on the example of {}", rule.id, faulty.id);
            assert!(!says.checks.is_empty(), "{here} ends without an outcome");
            assert_eq!(broken, !says.findings.is_empty(), "{here}");
        }
    }
}

#[test]
fn sentences_are_worded_as_the_house_wants() {
    for rule in RULES {
        let practice = rule.basis.zh.contains("惯例");
        for example in examples(rule) {
            for finding in run(rule, &example) {
                let (what, how) = (&finding.what, &finding.how);
                for text in [&what.zh, &how.zh, &what.en, &how.en] {
                    assert!(!text.is_empty(), "{}: {finding:?}", rule.id);
                    assert!(
                        !text.ends_with(['。', '.', '！', '!']),
                        "{}: {text}",
                        rule.id
                    );
                    assert!(
                        !text.contains("请检查") || !text.ends_with("请检查"),
                        "{}: {text}",
                        rule.id
                    );
                    assert!(!text.contains("  "), "{}: {text}", rule.id);
                }
                let duty = what.zh.contains("必须") || how.zh.contains("必须");
                assert!(
                    !practice || !duty,
                    "{} makes a duty of practice: {}",
                    rule.id,
                    how.zh
                );
                let named =
                    ['表', '「'].iter().any(|c| what.zh.contains(*c)) || what.zh.contains("正文");
                assert!(named, "{} does not name its place: {}", rule.id, what.zh);
            }
        }
    }
}
