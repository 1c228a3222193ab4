//! Sentences in many wordings inside of whole reports: where their figures are those of the tables nothing is said, and
//! where one of them is wrong its own rule speaks and no other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;

use gouji::finding::{Finding, Severity};
use gouji::form::Edition;
use gouji::{Options, check};

use support::html;
use support::made::{Blanks, Made};
use support::rng::Rng;
use support::said::{NOTHING, SENTENCES, rule_of};
use support::sheet::Part;
use support::story::{self, HOUSES, Names};

const REPORTS: u64 = 1000;
/// Far from every figure that a made report has.
const FAR: i64 = 7_770_000;

fn made(seed: u64) -> Made {
    let edition = match seed % 7 {
        0 => Edition::E2019,
        _ => Edition::E2021,
    };
    Made::new(edition, seed, Blanks::None)
}

/// A report of the seed with more paragraphs in section 一.
fn report(made: &Made, seed: u64, more: &[String]) -> Vec<Finding> {
    let mut rng = Rng::new(seed);
    let house = &HOUSES[(seed % HOUSES.len() as u64) as usize];
    let mut parts = story::parts(made, house, &mut rng);
    let texts = |part: &Part| matches!(part, Part::Text(_));
    let at = parts.iter().rposition(texts).unwrap();
    let more = more.iter().map(|text| Part::Text(text.clone()));
    parts.splice(at..at, more);
    let options = Options {
        name: "a.html".to_string(),
        ..Options::default()
    };
    check(html::clean(&parts).as_bytes(), &options)
        .unwrap()
        .report
        .findings
}

fn prose(findings: Vec<Finding>) -> Vec<(String, String)> {
    let prose = findings
        .into_iter()
        .filter(|f| f.rule.starts_with("prose-"));
    prose.map(|f| (f.rule.to_string(), f.what.zh)).collect()
}

fn names(made: &Made, seed: u64) -> Names {
    let house = &HOUSES[(seed % HOUSES.len() as u64) as usize];
    let mut names = story::names(made, house, house.agencies[0], &mut Rng::new(seed));
    let we = names.iter_mut().find(|(name, _)| *name == "we").unwrap();
    we.1 = "本机关".to_string();
    names
}

/// The names of figures in a sentence.
fn figures(sentence: &str) -> Vec<&str> {
    let parts = sentence.split('{').skip(1);
    let names = parts.filter_map(|part| part.split('}').next());
    names.filter(|name| rule_of(name).is_some()).collect()
}

#[test]
fn sentences_that_agree_with_the_tables_are_left_alone() {
    let mut wrong = Vec::new();
    for seed in 0..REPORTS {
        let made = made(seed);
        let names = names(&made, seed);
        let mut rng = Rng::new(seed + 1);
        let picked: Vec<&str> = (0..6)
            .map(|_| *rng.pick(&SENTENCES))
            .filter(|s| story::fits(s, &made))
            .collect();
        let lines: Vec<String> = picked
            .iter()
            .filter_map(|s| story::filled(s, &names))
            .collect();
        let said = report(&made, seed, &lines);
        let said: Vec<&Finding> = said
            .iter()
            .filter(|f| f.severity < Severity::Info || f.rule.starts_with("prose-"))
            .collect();
        wrong.extend(
            said.iter()
                .map(|f| format!("seed {seed}: {} {}", f.rule, f.what.zh)),
        );
    }
    let first: Vec<&String> = wrong.iter().take(20).collect();
    assert!(wrong.is_empty(), "{} wrong: {first:#?}", wrong.len());
}

#[test]
fn a_wrong_figure_is_told_by_its_own_rule() {
    let mut silent: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut falsely = Vec::new();
    let mut told = 0;
    for (at, sentence) in SENTENCES.iter().enumerate() {
        let seed = at as u64 * 7 + 1;
        let made = made(seed);
        let names = names(&made, seed);
        for name in figures(sentence) {
            let (rule, mut names) = (rule_of(name).unwrap(), names.clone());
            let slot = names.iter_mut().find(|(known, _)| *known == name).unwrap();
            slot.1 = (slot.1.parse::<i64>().unwrap() + FAR).to_string();
            let line = story::filled(sentence, &names).unwrap();
            let found = prose(report(&made, seed, std::slice::from_ref(&line)));
            // Parts of a whole that is wrong do not add up to it.
            let others = found
                .iter()
                .filter(|(other, _)| other != rule && other != "prose-parts");
            falsely.extend(others.map(|(other, what)| format!("{name} in {line}: {other} {what}")));
            match found.iter().any(|(found, _)| found == rule) {
                true => told += 1,
                false => silent
                    .entry(rule)
                    .or_default()
                    .push(format!("{name} in {sentence}")),
            }
        }
    }
    assert!(falsely.is_empty(), "{falsely:#?}");
    let missed: usize = silent.values().map(Vec::len).sum();
    assert!(
        missed * 8 <= told,
        "{told} told, {missed} missed: {silent:#?}"
    );
}

#[test]
fn that_there_was_nothing_is_told_by_the_rule_of_zero() {
    // The house of offices speaks of no area.
    let own = || (0..500).map(|n| n * HOUSES.len() as u64 + 1);
    for (name, sentence) in NOTHING {
        let zero = |seed: &u64| {
            let made = made(*seed);
            let names = names(&made, *seed);
            let value = &names.iter().find(|(known, _)| *known == name).unwrap().1;
            value == "0"
        };
        for (is_zero, seed) in [
            (true, own().find(zero)),
            (false, own().find(|seed| !zero(seed))),
        ] {
            let seed = seed.unwrap();
            let made = made(seed);
            let line = story::filled(sentence, &names(&made, seed)).unwrap();
            let found: Vec<String> = prose(report(&made, seed, &[line]))
                .into_iter()
                .map(|(rule, _)| rule)
                .collect();
            let expected: &[&str] = if is_zero { &[] } else { &["prose-zero"] };
            assert_eq!(found, expected, "{sentence} seed {seed}");
        }
    }
}
