//! What the copy says at which place: findings with their reason and the way out, and what became of changed figures.

use super::Job;
use super::mend::{Left, Mend};
use crate::check::drawn_edition;
use crate::finding::{Finding, Severity, Words};
use crate::form::Key;
use crate::model::{Block, PlaceId};
use crate::rules::{name, rule};
use crate::wording;

/// What is said at one place.
#[derive(Clone, Debug, Default)]
pub struct Note {
    pub place: PlaceId,
    /// The worst that is said; none where only changes are.
    pub severity: Option<Severity>,
    /// Paragraphs.
    pub lines: Vec<String>,
    /// How many findings and changes it tells of.
    pub count: usize,
}

impl Note {
    fn say(&mut self, severity: Option<Severity>, lines: Vec<String>) {
        self.severity = match (self.severity, severity) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.count += 1;
        self.lines.extend(lines);
    }
}

/// The notes of a copy.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    pub placed: Vec<Note>,
    /// What is said at the beginning.
    pub aside: Note,
}

impl Notes {
    /// Keeps at their place the notes for which there is one; the others go to the beginning, with the name of their
    /// place in words.
    pub fn settle(&mut self, job: &Job, mut put: impl FnMut(&Note) -> bool) {
        let mut placed = Vec::new();
        for mut note in std::mem::take(&mut self.placed) {
            if put(&note) {
                placed.push(note);
                continue;
            }
            let place = wording::place(job.checked.document.place(note.place));
            if let (Some(place), Some(first)) = (place, note.lines.first_mut()) {
                *first = format!("【{}】{first}", job.wish.language.of(place));
            }
            self.aside.count += note.count - 1;
            self.aside.say(note.severity, note.lines);
        }
        self.placed = placed;
    }
}

/// Everything that is to be said, gathered by place.
pub fn notes(job: &Job, left: &[(Key, Left)]) -> Notes {
    let mut notes = Notes::default();
    for mend in job.mends {
        let left = left.iter().find(|(key, _)| *key == mend.key);
        let line = of_mend(job, mend, left.map(|(_, left)| *left));
        note(job, &mut notes, mend.place).say(None, vec![line]);
    }
    for finding in &job.checked.report.findings {
        let own = finding.place.or_else(|| {
            let first = finding.cells.first()?;
            Some(job.checked.filled.figure(*first)?.place)
        });
        let place = in_table(job, own.unwrap_or_default());
        note(job, &mut notes, place).say(Some(finding.severity), of_finding(job, finding));
    }
    notes
}

fn note<'a>(job: &Job, notes: &'a mut Notes, place: PlaceId) -> &'a mut Note {
    if place == PlaceId(0) {
        return &mut notes.aside;
    }
    // Each line of a paragraph or of a sheet's cell has a handle of its own.
    let document = &job.checked.document;
    let same = |note: &Note| document.place(note.place) == document.place(place);
    let found = notes.placed.iter().position(same);
    let at = found.unwrap_or_else(|| {
        notes.placed.push(Note {
            place,
            ..Note::default()
        });
        notes.placed.len() - 1
    });
    match notes.placed.get_mut(at) {
        Some(note) => note,
        None => &mut notes.aside,
    }
}

/// What is said of a whole table stands at its first cell.
fn in_table(job: &Job, place: PlaceId) -> PlaceId {
    let blocks = job.checked.document.blocks.iter();
    let mut cells = blocks.filter_map(|block| match block {
        Block::Grid(grid) if grid.place == place => grid.cells.first(),
        _ => None,
    });
    cells.next().map_or(place, |cell| cell.place)
}

fn of_finding(job: &Job, finding: &Finding) -> Vec<String> {
    let language = job.wish.language;
    let severity = language.of(wording::severity(finding.severity));
    let what = language.of(finding.what.clone());
    let mut lines = vec![format!("{severity}{}{what}", language.pick("：", ": "))];
    if let Some(rule) = rule(finding.rule) {
        let basis = language.of(Words::new(rule.basis.zh, rule.basis.en));
        lines.push(format!("{}{basis}", language.pick("依据：", "Basis: ")));
    }
    let how = language.of(finding.how.clone());
    if !how.is_empty() {
        lines.push(format!(
            "{}{how}",
            language.pick("怎么改：", "What to do: ")
        ));
    }
    lines
}

fn of_mend(job: &Job, mend: &Mend, left: Option<Left>) -> String {
    let (language, checked) = (job.wish.language, job.checked);
    let sheet = checked.filled.sheet(mend.key.table);
    let cell = name::cell(mend.key, drawn_edition(&checked.filled, sheet));
    let (before, after) = (mend.before.as_str(), mend.after.as_str());
    let words = match (left, before.is_empty()) {
        (Some(left), _) => {
            let why = left.words();
            Words::new(
                format!("{}应改为 {after}，没有写入：{}", cell.zh, why.zh),
                format!(
                    "{} should become {after} and was not written: {}",
                    cell.en, why.en
                ),
            )
        }
        (None, true) => Words::new(
            format!("{}原为空白，已填 {after}", cell.zh),
            format!("{} was blank; {after} was written", cell.en),
        ),
        (None, false) => Words::new(
            format!("{}已由 {before} 改为 {after}", cell.zh),
            format!("{} was changed from {before} to {after}", cell.en),
        ),
    };
    let reason = job.wish.reasons.iter().find(|(key, _)| *key == mend.key);
    let reason = reason.map(|(_, reason)| language.of(reason.clone()));
    match reason.filter(|reason| !reason.is_empty()) {
        Some(reason) => format!(
            "{}{}{reason}",
            language.of(words),
            language.pick("。理由：", ". Reason: ")
        ),
        None => language.of(words),
    }
}
