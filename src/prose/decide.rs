//! What the words around a figure say that it counts.

use super::Measure;
use super::words::Word;

/// What kind of word stands among some words.
pub fn has(words: &[Word], word: Word) -> bool {
    words.contains(&word)
}

/// Decides from the words before and behind a figure, all of them known. `Unknown` where they contradict each other or
/// say nothing.
pub fn measure(words: &[Word]) -> Measure {
    let any = |of: &[Word]| of.iter().any(|word| words.contains(word));
    if any(&[
        Word::Than,
        Word::Up,
        Word::Down,
        Word::Share,
        Word::Foreign,
        Word::Fee,
        Word::Apart,
    ]) {
        return Measure::Unknown;
    }
    let carried = match (any(&[Word::CarriedIn]), any(&[Word::CarriedOut])) {
        (true, true) => return Measure::Unknown,
        (true, false) => Some(Measure::CarriedIn),
        (false, true) => Some(Measure::CarriedOut),
        (false, false) => None,
    };
    let came = any(&[Word::Get, Word::Take, Word::New]);
    let settled = any(&[Word::Handle, Word::Done]);
    let mut rows = ids(words, |word| match word {
        Word::Row(id) => Some(id),
        _ => None,
    });
    // 属内部事务信息不予公开 1 件: the item says more than its group.
    let of_items = rows.clone();
    let is_group = |id: &str| {
        of_items
            .iter()
            .any(|item| item.starts_with(id) && *item != id)
    };
    rows.retain(|id| !is_group(id));
    let applicants = applicants(words);
    let cases = cases(words);
    let table_two = documents(words);
    let kinds = [
        !rows.is_empty(),
        !applicants.is_empty(),
        !cases.is_empty(),
        table_two.is_some(),
        carried.is_some(),
    ];
    if kinds.iter().filter(|kind| **kind).count() > 1 {
        return Measure::Unknown;
    }
    if let Some(carried) = carried {
        // 上年结转的申请中已答复 2 件: of those carried in.
        return match (came || settled) && any(&[Word::Within]) {
            true => Measure::Part,
            false => carried,
        };
    }
    // 新收申请中已答复 3 件: of the new ones; 不予公开、无法提供等 3 件: of more than these.
    let inner = came && settled && any(&[Word::Within]);
    let open = !rows.is_empty() && any(&[Word::Etc]);
    if inner || open || any(&[Word::Part, Word::Not]) {
        return Measure::Part;
    }
    if !cases.is_empty() {
        // Who handles 行政复议 is the organ that reviews others.
        let receives = cases.contains(&"review") && any(&[Word::Get]) && !any(&[Word::Matter]);
        let reviews = settled || receives || any(&[Word::Take]);
        return if reviews {
            Measure::Unknown
        } else {
            Measure::Cases(cases)
        };
    }
    if let Some(table_two) = table_two {
        return table_two;
    }
    if !rows.is_empty() {
        return if came {
            Measure::Unknown
        } else {
            Measure::Results(rows)
        };
    }
    if !applicants.is_empty() {
        return if settled {
            Measure::Part
        } else {
            Measure::Applicants(applicants)
        };
    }
    match (came, settled) {
        (true, true) => Measure::Handled,
        (true, false) if any(&[Word::Get, Word::New]) => Measure::New,
        (true, false) => Measure::Accepted,
        (false, true) if any(&[Word::Done]) => Measure::Done,
        (false, true) => Measure::Handled,
        (false, false) if any(&[Word::Request]) => Measure::Handled,
        (false, false) => Measure::Unknown,
    }
}

fn ids(words: &[Word], id: fn(Word) -> Option<&'static str>) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    for id in words.iter().filter_map(|word| id(*word)) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// The kinds of applicants; none where all of them are named (公民、法人和其他组织).
fn applicants(words: &[Word]) -> Vec<&'static str> {
    let found = ids(words, |word| match word {
        Word::Applicant(id) => Some(id),
        _ => None,
    });
    let all = found.contains(&"natural") && found.contains(&"organisations");
    match all && !words.contains(&Word::Each) {
        true => Vec::new(),
        false => found,
    }
}

fn cases(words: &[Word]) -> Vec<&'static str> {
    let mut found = ids(words, |word| match word {
        Word::Case(id) => Some(id),
        _ => None,
    });
    // 行政诉讼中未经复议直接起诉的: the kind says more.
    if found
        .iter()
        .any(|id| ["direct", "after_review"].contains(id))
    {
        found.retain(|id| *id != "suits");
    }
    found
}

fn documents(words: &[Word]) -> Option<Measure> {
    let documents = ids(words, |word| match word {
        Word::Document(id) => Some(id),
        _ => None,
    });
    let items = ids(words, |word| match word {
        Word::Item(id) => Some(id),
        _ => None,
    });
    let decisions = ids(words, |word| match word {
        Word::Decision(id) => Some(id),
        _ => None,
    });
    match (&documents[..], &items[..], &decisions[..]) {
        ([], [], []) => None,
        (&[document], &[item], []) => Some(Measure::Documents(document, item)),
        // Of which kind, the sentence has said before.
        ([], &[item], []) => Some(Measure::Documents("", item)),
        ([], [], &[row]) if words.contains(&Word::Decide) => Some(Measure::Decisions(row)),
        _ => Some(Measure::Unknown),
    }
}
