//! Lines that go on into each other: those of a page break inside of sentences.

use super::Line;
use super::clause;

/// Lines that go on into each other, and where each begins.
pub struct Run {
    pub chars: Vec<char>,
    /// Index of the line, and its first character.
    pub lines: Vec<(usize, usize)>,
    pub section: Option<usize>,
}

/// Joins lines that break inside of a sentence, as those of a page do.
pub fn runs(lines: &[Line]) -> Vec<Run> {
    /// A numbered line of no more characters is a heading.
    const HEADING: usize = 25;
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<(Option<usize>, bool)> = None;
    for (at, line) in lines.iter().enumerate() {
        let chars: Vec<char> = line.plain.chars().collect();
        let numbered = clause::ordinal(&chars) > 0;
        let goes_on = before == Some((line.section, true)) && !numbered;
        let ended = matches!(chars.last(), None | Some('。' | ';' | ':' | '!' | '?'));
        let heading = numbered && chars.len() <= HEADING && !chars.contains(&',');
        before = Some((line.section, !ended && !heading));
        match runs.last_mut() {
            Some(run) if goes_on => {
                run.lines.push((at, run.chars.len()));
                run.chars.extend(chars);
            }
            _ => runs.push(Run {
                chars,
                lines: vec![(at, 0)],
                section: line.section,
            }),
        }
    }
    runs
}

impl Run {
    /// The line in which a character stands, and the first character of the line.
    pub fn line_at(&self, at: usize) -> (usize, usize) {
        let line = self.lines.iter().rev().find(|(_, from)| *from <= at);
        line.copied().unwrap_or_default()
    }
}
