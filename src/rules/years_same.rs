//! Every number is last year's: the tables were probably not filled in anew.

use super::{Head, Rule, Says, years};
use crate::finding::{Outcome, Severity, Words};
use crate::form::{Key, Table};
use crate::model::Quantity;
use crate::recognise::Filled;

pub const RULE: Rule = Rule {
    id: "years-same",
    severity: Severity::Warning,
    title: Head {
        zh: "所有数字都与去年相同",
        en: "Every number is last year’s",
    },
    basis: Head {
        zh: "《条例》第四十七条：未按照要求开展政府信息公开工作的，督促整改或者通报批评",
        en: "Article 47 of the Regulation: work not done as required is to be put right or criticised openly",
    },
    check,
};

/// What stays from year to year by its nature.
const STOCKS: [&str; 3] = ["in_force", "total_published", "previous"];

fn check(filled: &Filled, says: &mut Says) {
    let before = years::before(filled);
    // Of two editions table 二 is not compared.
    let two = Table::Two;
    let all = before
        .as_ref()
        .is_ok_and(|before| before.edition_of(two) == filled.edition_of(two));
    let (zh, en) = match all {
        true => ("各表", "the tables"),
        false => ("表三、表四", "tables 3 and 4"),
    };
    let outcome = before.and_then(|before| compared(filled, before));
    let outcome = outcome.unwrap_or_else(|outcome| outcome);
    if outcome == Outcome::Broken {
        let year = filled.title.year.unwrap_or_default() - 1;
        let what = Words::new(
            format!("{zh}的每一个数都与 {year} 年的报告相同，而且不都是 0"),
            format!("Every number of {en} is that of the report on {year}, and not all are 0"),
        );
        let how = Words::new(
            "请核对：是否沿用了去年的表格；两年确实相同的，核对后保留",
            "Check it: perhaps last year’s tables were kept; where the years really agree, keep them",
        );
        let mut finding = RULE.finding(String::new(), Vec::new(), what, how);
        finding.place = filled.title.place;
        says.find(finding);
    }
    says.end(RULE.id, "", outcome);
}

/// Broken where nothing differs; an error of the inner kind where that is not known.
fn compared(filled: &Filled, before: &Filled) -> Result<Outcome, Outcome> {
    let mut flows = false;
    let mut unknown = None;
    for table in Table::ALL {
        // Table 二 of the editions has no cell with one meaning.
        let edition = filled.edition_of(table);
        if table == Table::Two && before.edition_of(table) != edition {
            continue;
        }
        years::both_bound(filled, before, table)?;
        let all = Key::all(table, edition).into_iter();
        for key in all.filter(|key| key.is_in(before.edition_of(table))) {
            match (
                years::value(filled, key, false),
                years::value(before, key, true),
            ) {
                (Ok(this), Ok(last)) if this == last => {
                    let counts = this.is_some_and(|n| n != Quantity::ZERO);
                    flows |= counts && !STOCKS.contains(&key.column_id());
                }
                (Ok(_), Ok(_)) => return Ok(Outcome::Held),
                (Err(why), _) | (_, Err(why)) => unknown = Some(why),
            }
        }
    }
    Ok(match unknown {
        Some(why) => Outcome::CannotTell(why),
        None if flows => Outcome::Broken,
        None => Outcome::Held,
    })
}
