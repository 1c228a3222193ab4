//! A start tag as it is written, with some attributes given other values.

use std::ops::Range;

/// The attributes of a start tag: names, and where their values stand in it.
pub fn attributes(tag: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = tag
        .find(|c: char| c.is_ascii_whitespace())
        .unwrap_or(tag.len());
    while let Some((name, value, next)) = attribute(tag, at) {
        found.push((name, value));
        at = next;
    }
    found
}

/// The next attribute with a quoted value: its name, where its value stands, and where to go on.
fn attribute(tag: &str, from: usize) -> Option<(&str, Range<usize>, usize)> {
    let rest = tag.get(from..)?;
    let equals = rest.find('=')?;
    let name = rest.get(..equals)?.split_ascii_whitespace().last()?;
    let after = rest.get(equals + 1..)?;
    let quote = after
        .trim_start()
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\''))?;
    let start = from + equals + 1 + after.find(quote)? + 1;
    let end = start + tag.get(start..)?.find(quote)?;
    Some((name, start..end, end + 1))
}

/// The tag with an attribute set, or without it; values are escaped already. It is found by its name as written.
pub fn with(tag: &str, name: &str, value: Option<&str>) -> String {
    let found = attributes(tag)
        .into_iter()
        .find(|(found, _)| *found == name);
    match (found, value) {
        (Some((_, range)), Some(value)) => {
            let (before, after) = (tag.get(..range.start), tag.get(range.end..));
            format!("{}{value}{}", before.unwrap_or(""), after.unwrap_or(""))
        }
        (Some((_, range)), None) => {
            let before = tag.get(..range.start).and_then(|before| before.rfind(name));
            let before = before.and_then(|at| tag.get(..at)).unwrap_or("");
            let after = tag.get(range.end + 1..).unwrap_or("");
            format!("{}{after}", before.trim_end())
        }
        (None, Some(value)) => {
            let end = if tag.ends_with("/>") { 2 } else { 1 };
            let (before, after) = tag.split_at(tag.len().saturating_sub(end));
            format!("{} {name}=\"{value}\"{after}", before.trim_end())
        }
        (None, None) => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_set_and_taken_off() {
        let cases = [
            (r#"<c r="A1"/>"#, "s", Some("4"), r#"<c r="A1" s="4"/>"#),
            (
                r#"<c r="A1" s='1' t="s">"#,
                "s",
                Some("4"),
                r#"<c r="A1" s='4' t="s">"#,
            ),
            (r#"<c r="A1" t = "s">"#, "t", None, r#"<c r="A1">"#),
            ("<c>", "t", None, "<c>"),
            ("<c >", "t", Some("a&gt;"), r#"<c t="a&gt;">"#),
        ];
        for (tag, name, value, expected) in cases {
            assert_eq!(with(tag, name, value), expected, "{tag}");
        }
    }
}
