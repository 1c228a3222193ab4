//! `gouji rules` and `gouji explain RULE`: the rule book, as a list and page by page.

use std::io::{self, Write};
use std::process::ExitCode;

use gouji::finding::Words;
use gouji::rules::{RULES, Rule, pages, rule};
use gouji::wording::{self, Language};

/// Every rule on a line: its name, how bad it is, its title.
pub fn list(language: Language) -> ExitCode {
    let line = |rule: &&Rule| {
        let severity = language.of(wording::severity(rule.severity));
        let title = language.pick(rule.title.zh, rule.title.en);
        format!("{:<22}{severity}  {title}\n", rule.id)
    };
    print(&RULES.iter().map(line).collect::<String>())
}

/// The page of a rule, or the nearest name where there is none.
pub fn explain(id: &str, language: Language) -> ExitCode {
    let Some((rule, page)) = rule(id).zip(pages::page(id)) else {
        eprintln!("{}", unknown(id));
        return ExitCode::from(2);
    };
    let (chinese, english) = page.split_once("\n## English\n").unwrap_or((page, ""));
    let body = match language {
        Language::Chinese => chinese.to_string(),
        Language::English => format!("{}\n\n**Basis.** {}\n", english.trim(), rule.basis.en),
    };
    let severity = language.of(wording::severity(rule.severity));
    let title = language.pick(rule.title.zh, rule.title.en);
    print(&format!(
        "# {id}  {severity}  {title}\n\n{}\n",
        body.trim_end()
    ))
}

/// In both languages, for it may be the language that was mistyped.
fn unknown(id: &str) -> String {
    let nearest = RULES.iter().min_by_key(|rule| distance(id, rule.id));
    let near = nearest.map_or("", |rule| rule.id);
    let words = Words::new(
        format!("没有 {id} 这条规则；是不是 {near}？全部规则见 gouji rules"),
        format!("There is no rule {id}; perhaps {near}? gouji rules lists them all"),
    );
    format!("{}\n{}", words.zh, words.en)
}

/// How many letters have to be put in, taken out or changed to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((y, pair), left) in b.chars().zip(row.windows(2)).zip(1..) {
            let [above_left, above] = [pair.first(), pair.last()].map(|n| n.copied().unwrap_or(0));
            let before = next.get(left - 1).copied().unwrap_or(0);
            let same = above_left + usize::from(x != y);
            next.push(same.min(above + 1).min(before + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

fn print(text: &str) -> ExitCode {
    // Whoever closed the pipe has read enough.
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    }
}
