//! Tags or entities that stand as text.

use super::{Head, Rule, Says, text};
use crate::finding::{Severity, Words};
use crate::recognise::Filled;
use crate::text::find;

pub const RULE: Rule = Rule {
    id: "residue-markup",
    severity: Severity::Info,
    title: Head {
        zh: "正文中有网页代码",
        en: "Markup stands in the text",
    },
    basis: Head {
        zh: "编辑惯例：读者看到的应是文字，不是代码",
        en: "Practice: a reader is to see words, not code",
    },
    check,
};

const SIGNS: [&str; 18] = [
    "&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&#1", "&#3", "&#x", "<br", "</p>", "<p>",
    "</span", "<span", "</div", "</td", "<img", "<strong", "<o:p",
];

fn check(filled: &Filled, says: &mut Says) {
    let lines = text::lines(filled);
    let mut marked = lines.iter().filter_map(|(plain, place)| {
        let at = find::first_of(plain, &SIGNS)?;
        Some((text::around(plain, at), *place))
    });
    let Some((shown, place)) = marked.next() else {
        return text::end(&RULE, "", Vec::new(), text::clean(filled), says);
    };
    let count = 1 + marked.count();
    let what = Words::new(
        format!("正文「{shown}」中有网页代码，共 {count} 段"),
        format!("Markup in the text, “{shown}”, in {count} paragraphs"),
    );
    let how = Words::new(
        "在编辑器中删去，或从 Word 重新粘贴",
        "Delete it in the editor, or paste the text again out of Word",
    );
    let finding = text::finding(&RULE, String::new(), place, what, how);
    text::end(&RULE, "", vec![finding], text::clean(filled), says);
}
