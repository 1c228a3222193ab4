//! What one figure of a sentence counts: a share or a growth, an amount of the fee, or a number of requests, cases or
//! documents; and whether it surely counts all that its words name.

use super::{Reader, Run, Sentence, Topic};
use crate::model::Quantity;
use crate::prose::decide::{self, has};
use crate::prose::numbers::{Number, Unit};
use crate::prose::spot::{Spot, is_base, percent, word};
use crate::prose::words::Word;
use crate::prose::{Measure, Mention, Scope};

impl Reader {
    /// Reads one figure with the words around it.
    pub(super) fn figure(
        &mut self,
        run: &Run,
        number: Number,
        spot: &Spot,
        end: usize,
        sentence: &mut Sentence,
    ) {
        let mut mention = Mention {
            measure: Measure::Unknown,
            value: number.value,
            places: number.places,
            exact: number.exact,
            scope: Scope::Other,
            worded: false,
            of: None,
            line: 0,
            range: spot.start..end,
            sentence: self.sentence,
        };
        // A list goes on with 、
        sentence.blurred &= run.chars.get(spot.start) == Some(&'、');
        match number.unit {
            Unit::Percent => {
                mention.measure = percent(spot);
                (mention.of, mention.scope) = (sentence.last, Scope::Own);
                let head = spot.head_words();
                if has(&head, Word::Down) {
                    mention.value.0 = -number.value.0;
                }
                mention.exact &= !has(&head, Word::About);
            }
            Unit::Yuan | Unit::TenThousandYuan => {
                if !sentence.fee {
                    return;
                }
                self.money(&mut mention, number.unit, spot, sentence);
            }
            _ => self.count(&mut mention, number, spot, sentence),
        }
        let is_count = matches!(number.unit, Unit::Count(_));
        let at = self.add(run, mention);
        if is_count {
            sentence.last = Some(at);
            self.remember(at, sentence);
        }
    }

    fn money(&mut self, mention: &mut Mention, unit: Unit, spot: &Spot, sentence: &mut Sentence) {
        if unit == Unit::TenThousandYuan {
            mention.value.0 = mention.value.0.saturating_mul(10_000);
        }
        let earlier = self
            .found
            .iter()
            .rposition(|m| m.measure == Measure::Fee && m.sentence == self.sentence);
        let head = spot.head_words();
        (mention.measure, mention.of) = match earlier {
            Some(whole) => (Measure::FeePart, sentence.listed.then_some(whole)),
            None if !has(&head, Word::Up) && !has(&head, Word::Down) => (Measure::Fee, None),
            None => (Measure::Unknown, None),
        };
        mention.scope = self.scope_of(&head, sentence);
        mention.exact &= !has(&head, Word::About);
    }

    fn count(
        &mut self,
        mention: &mut Mention,
        number: Number,
        spot: &Spot,
        sentence: &mut Sentence,
    ) {
        if is_base(spot.head) && spot.tail.is_empty() {
            (mention.measure, mention.of) = (Measure::Base, sentence.last);
            return;
        }
        // 因同一申请引发的行政复议 2 件、行政诉讼 1 件
        let told = spot.words().filter(|_| !sentence.blurred);
        sentence.blurred = told.is_none();
        let loose: Vec<Word> = spot.pieces().filter_map(word).collect();
        // 主动公开 120 件、依申请公开 80 件: documents by the way in which they are open.
        let bare = |word: &Word| matches!(word, Word::Fill | Word::Request);
        let listed = self.topic == Topic::Foreign && sentence.last.is_some();
        if !(listed && loose.iter().all(bare)) {
            self.topic(&loose);
        }
        let Some(words) = told else {
            self.topic = match self.topic {
                Topic::Requests => Topic::Unsure,
                Topic::Documents(_) => Topic::None,
                topic => topic,
            };
            mention.of = sentence.among;
            return;
        };
        let measure = match decide::measure(&words) {
            // What is disclosed of them in pieces is no request.
            Measure::Results(_) if number.unit == Unit::Count('条') => Measure::Unknown,
            measure => measure,
        };
        mention.measure = self.allowed(measure, number.value, &words);
        self.narrow(&words, sentence);
        mention.exact &= !has(&words, Word::About);
        mention.scope = self.scope_of(&words, sentence);
        mention.of = sentence.among;
        if self.is_doubtful(&mention.measure, &words, sentence)
            || self.is_of_carried(&mention.measure, number.value)
        {
            mention.scope = Scope::Other;
        }
    }

    /// The measure, if it fits to what is spoken of.
    fn allowed(&self, measure: Measure, value: Quantity, words: &[Word]) -> Measure {
        let several = match &measure {
            Measure::Results(ids) | Measure::Applicants(ids) | Measure::Cases(ids) => ids.len() > 1,
            _ => false,
        };
        if several && has(words, Word::Each) && value != Quantity::ZERO {
            return Measure::Unknown;
        }
        let fits = match &measure {
            Measure::Results(rows) if self.topic == Topic::Unsure => rows.as_slice() != ["granted"],
            Measure::CarriedIn | Measure::CarriedOut => {
                matches!(self.topic, Topic::Requests | Topic::Unsure)
            }
            Measure::Cases(_) => self.matter,
            Measure::Documents("", item) => {
                return match self.topic {
                    Topic::Documents(row) => Measure::Documents(row, item),
                    _ => Measure::Unknown,
                };
            }
            Measure::Documents(..) | Measure::Decisions(_) | Measure::Part | Measure::Unknown => {
                true
            }
            _ => self.topic == Topic::Requests,
        };
        if fits { measure } else { Measure::Unknown }
    }

    /// Whether a figure may count only a part of what its words name.
    fn is_doubtful(&self, measure: &Measure, words: &[Word], sentence: &Sentence) -> bool {
        if sentence.lost {
            return true;
        }
        let of = |at: Option<usize>| at.and_then(|at| self.found.get(at)).map(|m| &m.measure);
        // 自然人申请 11 件，予以公开 5 件: of these, or of all?
        if matches!(measure, Measure::Results(_) | Measure::Done) {
            let own = self
                .found
                .iter()
                .rev()
                .take_while(|m| m.sentence == self.sentence);
            let kinds = own.filter(|m| matches!(m.measure, Measure::Applicants(_)));
            if kinds.count() == 1 || of(sentence.last) == Some(&Measure::Part) {
                return true;
            }
        }
        match (measure, of(sentence.among)) {
            (Measure::Results(rows), Some(Measure::Results(_))) => {
                !rows.iter().all(|row| row.contains('.'))
            }
            (Measure::New | Measure::Accepted | Measure::Handled, Some(_)) => {
                !has(words, Word::New)
            }
            (Measure::Cases(_) | Measure::Documents(..) | Measure::Decisions(_), Some(_)) => true,
            (_, Some(whole)) => !is_whole(whole),
            _ => false,
        }
    }

    /// 行政复议 8 件，其中信息公开类 7 件: the 8 are of another scope.
    fn narrow(&mut self, words: &[Word], sentence: &Sentence) {
        let whole = sentence.among.and_then(|at| self.found.get_mut(at));
        if let Some(whole) = whole.filter(|whole| matches!(whole.measure, Measure::Cases(_)))
            && has(words, Word::Matter)
        {
            whole.scope = Scope::Other;
        }
    }

    /// 上年结转的 4 件，公开 2 件; 上年结转 4 件，办结 4 件: how these were settled.
    fn is_of_carried(&self, measure: &Measure, value: Quantity) -> bool {
        let own = self.found.iter().rev();
        let own = own.take_while(|m| m.sentence == self.sentence);
        let is_carried = |m: &&Mention| m.measure == Measure::CarriedIn;
        match measure {
            Measure::Results(_) => {
                own.clone().any(|m| is_carried(&m)) && !own.clone().any(|m| is_whole(&m.measure))
            }
            Measure::Done => own.clone().filter(is_carried).any(|m| m.value == value),
            _ => false,
        }
    }

    /// Keeps the figure whose parts may follow; the list of parts ends at another such figure.
    fn remember(&mut self, at: usize, sentence: &mut Sentence) {
        let Some(mention) = self.found.get(at) else {
            return;
        };
        if !is_whole(&mention.measure) {
            return;
        }
        let parts =
            |m: &Mention| m.sentence == mention.sentence && m.of.is_some() && m.of == mention.of;
        let listed = self.found.iter().take(at).any(parts);
        if mention.of.is_some() && listed && mention.measure != Measure::New {
            sentence.among = None;
            if let Some(mention) = self.found.get_mut(at) {
                mention.of = None;
            }
        }
        self.whole = Some(at);
    }
}

/// What came in or was settled: its parts may be named.
fn is_whole(measure: &Measure) -> bool {
    matches!(
        measure,
        Measure::New | Measure::Accepted | Measure::Handled | Measure::Done
    )
}
