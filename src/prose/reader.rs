//! Goes through a report sentence by sentence, keeping in mind what is spoken of: the matter, the area, the year, and
//! the figure of which the next ones are parts.

mod figure;

use super::clause::{self, Kind, Names, Piece};
use super::decide::{self, has};
use super::numbers::{Number, Unit};
use super::run::{Run, runs};
use super::spot::{Spot, is_base, is_edge, is_figure, spans_years, word, words};
use super::words::Word;
use super::{About, Line, Measure, Mention, Scope};
use crate::model::Quantity;

/// What is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Topic {
    None,
    /// Requests for information.
    Requests,
    /// Requests, and then a figure that was not understood.
    Unsure,
    Cases,
    /// A row of documents in table 二.
    Documents(&'static str),
    /// Hotlines, proposals, the website.
    Foreign,
}

/// Reads the figures in the lines of a report.
pub fn read(lines: &[Line], about: &About) -> Vec<Mention> {
    let mut section = None;
    let mut reader = Reader {
        names: Names::of(about),
        year: about.year,
        topic: Topic::None,
        matter: false,
        area: Scope::Own,
        scope: Scope::Own,
        whole: None,
        sentence: 0,
        found: Vec::new(),
    };
    for run in runs(lines) {
        if run.section != section {
            reader.begin();
            section = run.section;
        }
        reader.scope = Scope::Own;
        reader.run(&run);
    }
    reader.found
}

struct Reader {
    names: Names,
    year: Option<i32>,
    topic: Topic,
    /// Disclosure of information is spoken of.
    matter: bool,
    /// Of which area or organs.
    area: Scope,
    /// Of which year.
    scope: Scope,
    /// The last mention of what came in or was settled.
    whole: Option<usize>,
    sentence: usize,
    found: Vec<Mention>,
}

/// A report says less in figures; of a longer text the rest is not read.
const MOST: usize = 1_000;

/// What holds for one sentence.
#[derive(Default)]
struct Sentence {
    /// Part of the year, or more.
    period: bool,
    /// This year is named.
    year_said: bool,
    /// The figure before.
    last: Option<usize>,
    /// The figure whose parts are named.
    among: Option<usize>,
    /// 其中 stands where no figure does.
    lost: bool,
    /// 其中 was said.
    listed: bool,
    /// What stands before in the same list was not understood.
    blurred: bool,
    /// The area of the whole of which parts are named.
    outer: Option<Scope>,
    /// 信息处理费 was named.
    fee: bool,
    /// What stands before a colon.
    lead: Vec<Word>,
    /// At each opening bracket: the figure before, the whole, and whether the list is blurred.
    brackets: Vec<(Option<usize>, Option<usize>, bool)>,
}

/// A clause: its pieces, and what it begins and ends with.
struct Clause<'a> {
    pieces: &'a [Piece],
    opened: bool,
    end: char,
}

impl Reader {
    /// A new part of the report: nothing of the last one holds.
    fn begin(&mut self) {
        (self.topic, self.matter, self.area) = (Topic::None, false, Scope::Own);
        (self.scope, self.whole) = (Scope::Own, None);
    }

    fn run(&mut self, run: &Run) {
        let mut from = 0;
        while from < run.chars.len() && self.found.len() < MOST {
            let rest = run.chars.get(from..).unwrap_or_default();
            let stop = rest.iter().position(|c| matches!(c, '。' | '!' | '?'));
            let to = stop.map_or(run.chars.len(), |at| from + at + 1);
            self.sentence(run, from, to);
            from = to;
        }
    }

    fn sentence(&mut self, run: &Run, from: usize, to: usize) {
        self.sentence += 1;
        let chars = run.chars.get(from..to).unwrap_or_default();
        let ordinal = clause::ordinal(chars);
        if ordinal > 0 {
            self.begin();
        }
        let from = from + ordinal;
        let mut pieces = clause::pieces(chars.get(ordinal..).unwrap_or_default(), &self.names);
        for piece in &mut pieces {
            (piece.start, piece.end) = (piece.start + from, piece.end + from);
        }
        let matters = |p: &Piece| matches!(p.kind, Kind::Word(Word::Matter | Word::Request));
        self.matter |= pieces.iter().any(matters);
        let mut sentence = Sentence::default();
        let mut opened = false;
        let is_stop = |piece: &Piece| matches!(piece.kind, Kind::Stop(_));
        for part in pieces.split_inclusive(is_stop) {
            let (end, pieces) = match part.split_last() {
                Some((
                    Piece {
                        kind: Kind::Stop(c),
                        ..
                    },
                    pieces,
                )) => (*c, pieces),
                _ => (' ', part),
            };
            let clause = Clause {
                pieces,
                opened,
                end,
            };
            self.clause(run, &clause, &mut sentence);
            opened = end == '(';
            match end {
                '(' => {
                    let before = (sentence.last, sentence.among, sentence.blurred);
                    sentence.brackets.push(before);
                }
                ')' => {
                    if let Some(before) = sentence.brackets.pop() {
                        (sentence.last, sentence.among, sentence.blurred) = before;
                    }
                }
                ';' => {
                    sentence.among = None;
                    self.area = sentence.outer.take().unwrap_or(self.area);
                }
                _ => {}
            }
        }
        self.area = sentence.outer.unwrap_or(self.area);
    }

    fn clause(&mut self, run: &Run, clause: &Clause, sentence: &mut Sentence) {
        let figure = |piece: &Piece| match piece.kind {
            Kind::Number(number) if is_figure(number) => Some(number),
            _ => None,
        };
        let has_figure = clause.pieces.iter().any(|piece| figure(piece).is_some());
        self.look(clause.pieces, has_figure, sentence);
        if !has_figure {
            self.without_figure(run, clause, sentence);
            return;
        }
        let mut rest = clause.pieces;
        let mut first = true;
        while let Some(at) = rest.iter().position(|piece| figure(piece).is_some()) {
            if self.found.len() >= MOST {
                return;
            }
            let (head, behind) = rest.split_at(at);
            let Some((number, behind)) = behind.split_first() else {
                break;
            };
            let Some(value) = figure(number) else { break };
            let next = behind.iter().position(|piece| figure(piece).is_some());
            // 依申请公开 80 件、不予公开 14 件
            let apart = behind
                .first()
                .is_some_and(|piece| run.chars.get(piece.start) == Some(&'、'));
            let heads = apart
                || is_base(head)
                || words(head).is_some_and(|words| decide::measure(&words) != Measure::Unknown);
            // What stands between two figures belongs to the second, if the first has a head of its own.
            let tail = match next {
                Some(next) if !heads => next,
                Some(_) => 0,
                None => behind.len(),
            };
            let (tail, behind) = behind.split_at(tail);
            let lead = if first {
                std::mem::take(&mut sentence.lead)
            } else {
                Vec::new()
            };
            let bare = clause.opened && head.is_empty();
            let start = match head {
                [] => clause.pieces.first(),
                [first, ..] => Some(first),
            };
            let spot = Spot {
                lead,
                head,
                tail,
                bare,
                start: start.map_or(0, |piece| piece.start),
            };
            let end = tail.last().unwrap_or(number).end;
            self.figure(run, value, &spot, end, sentence);
            (rest, first) = (behind, false);
        }
        sentence.lead.clear();
    }

    /// Takes in what a clause says of the area, the year and 其中.
    fn look(&mut self, pieces: &[Piece], has_figure: bool, sentence: &mut Sentence) {
        let known = pieces.iter().all(|piece| piece.kind != Kind::Unknown);
        let named = |word: Word| {
            let is_it = |piece: &Piece| piece.kind == Kind::Word(word);
            (known || has_figure) && pieces.iter().any(is_it)
        };
        let area = match (named(Word::Area), named(Word::Whole)) {
            (true, _) => Some(Scope::Other),
            (false, true) => Some(Scope::Whole),
            (false, false) => None,
        };
        let outer = self.area;
        self.area = area.unwrap_or(outer);
        let mut before = true;
        for (at, piece) in pieces.iter().enumerate() {
            match piece.kind {
                Kind::Unknown => before = false,
                Kind::Word(Word::Own) if area.is_none() => self.area = Scope::Own,
                Kind::Word(Word::Reviewer) => sentence.period |= sentence.last.is_none(),
                Kind::Word(Word::Period) if known || has_figure => sentence.period = true,
                Kind::Word(Word::Cumulative) if has_figure => {
                    sentence.period |= !sentence.year_said
                }
                Kind::Word(Word::ThisYear) => {
                    (self.scope, sentence.year_said, sentence.period) = (Scope::Own, true, false);
                }
                Kind::Word(Word::Among) => {
                    sentence.listed = true;
                    sentence.outer = sentence.outer.or(Some(outer));
                    sentence.lost = sentence.last.is_none() && self.whole.is_none();
                    sentence.among = sentence.last.or(self.whole);
                }
                Kind::Word(Word::Fee) => sentence.fee = true,
                // 按照2021年的要求 is not about that year; 管理情况2022年， may be.
                Kind::Number(number)
                    if number.unit == Unit::Year && (before || at + 1 == pieces.len()) =>
                {
                    self.year(number, sentence);
                }
                Kind::Number(number) if number.unit == Unit::Month && (known || has_figure) => {
                    sentence.period |= !is_edge(number, pieces.get(at + 1));
                }
                _ => {}
            }
        }
        sentence.period |= (known || has_figure) && spans_years(pieces);
    }

    fn year(&mut self, number: Number, sentence: &mut Sentence) {
        /// 近 3 年 and 3 年内 name none, and 3 years are not this one.
        const FIRST: i64 = 1990;
        let year = number.value.0 / Quantity::UNIT;
        if year < FIRST {
            sentence.period |= year > 1;
            return;
        }
        if !number.exact {
            sentence.period = true;
            return;
        }
        let distance = self.year.map(|own| i64::from(own) - year);
        self.scope = match distance {
            Some(0) => Scope::Own,
            Some(1) | None => Scope::Before,
            Some(_) => Scope::Other,
        };
        sentence.year_said |= self.scope == Scope::Own;
    }

    /// Takes in what words say of the matter.
    fn topic(&mut self, words: &[Word]) {
        let foreign = has(words, Word::Foreign);
        for word in words {
            self.topic = match *word {
                // 备案审查规范性文件: not those of the table.
                Word::Document(_) if foreign => continue,
                Word::Request => Topic::Requests,
                Word::Case(_) => Topic::Cases,
                Word::Document(id) => Topic::Documents(id),
                Word::Foreign | Word::Decision(_) => Topic::Foreign,
                _ => continue,
            };
        }
    }

    /// A clause without a figure: it may say that there was nothing, and it may name the matter.
    fn without_figure(&mut self, run: &Run, clause: &Clause, sentence: &mut Sentence) {
        let loose: Vec<Word> = clause.pieces.iter().filter_map(word).collect();
        self.topic(&loose);
        let known = words(clause.pieces);
        sentence.lead = match (clause.end, &known) {
            (':', Some(words)) => words.clone(),
            _ => Vec::new(),
        };
        let (Some(words), Some(first), Some(last)) =
            (known, clause.pieces.first(), clause.pieces.last())
        else {
            return;
        };
        let negations = words.iter().filter(|word| **word == Word::Not).count();
        let told: Vec<Word> = words
            .iter()
            .copied()
            .filter(|word| *word != Word::Not)
            .collect();
        // 无:… or 未答复 by itself says nothing of a row.
        if negations != 1 || has(&told, Word::Done) || sentence.among.is_some() {
            return;
        }
        let weak = has(&told, Word::Weak) && self.topic == Topic::Requests;
        let asked = has(&told, Word::Request) || weak;
        let measure = match decide::measure(&told) {
            Measure::New | Measure::Accepted | Measure::Handled if asked => Measure::New,
            Measure::Cases(cases) if self.matter => Measure::Cases(cases),
            Measure::Documents(row, item) if !row.is_empty() => Measure::Documents(row, item),
            measure @ (Measure::CarriedIn | Measure::CarriedOut)
                if self.topic == Topic::Requests =>
            {
                measure
            }
            _ => return,
        };
        let mention = Mention {
            measure,
            value: Quantity::ZERO,
            places: 0,
            exact: true,
            scope: self.scope_of(&told, sentence),
            worded: true,
            of: None,
            line: 0,
            range: first.start..last.end,
            sentence: self.sentence,
        };
        self.add(run, mention);
    }

    fn scope_of(&self, words: &[Word], sentence: &Sentence) -> Scope {
        if self.area == Scope::Other || sentence.period {
            return Scope::Other;
        }
        let scope = match has(words, Word::Last) {
            true => Scope::Before,
            false => self.scope,
        };
        match (self.area, scope) {
            (Scope::Whole, Scope::Own) => Scope::Whole,
            (Scope::Whole, _) => Scope::Other,
            _ => scope,
        }
    }

    /// Adds a mention, its place told in its own line.
    fn add(&mut self, run: &Run, mut mention: Mention) -> usize {
        let (line, from) = run.line_at(mention.range.end.saturating_sub(1));
        mention.line = line;
        mention.range =
            mention.range.start.saturating_sub(from)..mention.range.end.saturating_sub(from);
        self.found.push(mention);
        self.found.len() - 1
    }
}
