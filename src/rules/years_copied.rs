//! More than half of the text is last year's, sentence for sentence, the years in it aside.

use super::{Head, Rule, Says, look, text, years};
use crate::finding::{Finding, Outcome, Severity, Words};
use crate::model::PlaceId;
use crate::order;
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "years-copied",
    severity: Severity::Warning,
    title: Head {
        zh: "正文一半以上与去年相同",
        en: "More than half of the text is last year’s",
    },
    basis: Head {
        zh: "国办公开办函〔2021〕30号：内容雷同、敷衍塞责的要追究责任",
        en: "国办公开办函〔2021〕30号: copied reports are held against their authors",
    },
    check,
};

/// The sections that tell of the year: 一 and 五. Section 六 says the same each year by its nature.
const TOLD: [usize; 2] = [0, 4];
/// Characters from which a sentence and a text are compared.
const SENTENCE: usize = 10;
const TEXT: usize = 80;

fn check(filled: &Filled, says: &mut Says) {
    let found = years::before(filled).and_then(|before| compared(filled, before));
    let (found, otherwise) = match found {
        Ok(found) => (found, Outcome::Held),
        Err(outcome) => (None, outcome),
    };
    text::end(&RULE, "", found.into_iter().collect(), otherwise, says);
}

fn compared(filled: &Filled, before: &Filled) -> Result<Option<Finding>, Outcome> {
    let (this, mut last) = (sentences(filled), sentences(before));
    let size = |text: &str| text.chars().count();
    let whole: usize = this.iter().map(|(text, _)| size(text)).sum();
    if whole < TEXT || last.is_empty() {
        return Err(Outcome::CannotTell(Words::new(
            "「一、总体情况」「五、存在的主要问题及改进情况」的文字太少，不能与去年的比较",
            "the text of sections one and five is too short to be compared with last year’s",
        )));
    }
    order::by_key(&mut last, |(text, _)| text.clone());
    let kept = |text: &str| {
        let found = last.binary_search_by(|(other, _)| other.as_str().cmp(text));
        found.is_ok()
    };
    let copied: Vec<&(String, PlaceId)> = this.iter().filter(|(text, _)| kept(text)).collect();
    let share: usize = copied.iter().map(|(text, _)| size(text)).sum();
    let Some((first, place)) = copied.first().filter(|_| 2 * share > whole) else {
        return Ok(None);
    };
    let (percent, shown) = (100 * share / whole, look::clipped(first));
    let year = filled.title.year.unwrap_or_default() - 1;
    let what = Words::new(
        format!(
            "总体情况和问题、改进两部分有 {percent}% 的文字与 {year} 年的报告相同，如「{shown}」"
        ),
        format!(
            "{percent}% of sections one and five is word for word the report on {year}, as “{shown}”"
        ),
    );
    let how = Words::new(
        "请核对：沿用的段落换成本年的情况；介绍制度的文字可以相同",
        "Check it: tell of this year where last year’s words were kept; what describes standing rules may stay",
    );
    let finding = text::finding(&RULE, String::new(), *place, what, how);
    Ok(Some(finding))
}

/// The sentences of the sections with their places; the years in them are left out.
fn sentences(filled: &Filled) -> Vec<(String, PlaceId)> {
    let mut all = Vec::new();
    for section in TOLD {
        for passage in filled.story.of(section).flat_map(|s| &s.passages) {
            for sentence in passage.plain.split(['。', ';', '；', '!', '?']) {
                if sentence.chars().take(SENTENCE).count() == SENTENCE {
                    all.push((without_years(sentence), passage.place));
                }
            }
        }
    }
    all
}

fn without_years(sentence: &str) -> String {
    let mut rest = 0;
    let mut text = String::new();
    for (from, _, to) in text::years(sentence) {
        text.push_str(sentence.get(rest..from).unwrap_or_default());
        rest = to;
    }
    text.push_str(sentence.get(rest..).unwrap_or_default());
    text
}
