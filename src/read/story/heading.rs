//! Which level a heading has, by its outline level or by the name of its style, as Word and WPS write both.

/// Heading level of an outline level; 9 is body text.
pub fn outline_level(outline: u32) -> Option<u8> {
    (outline < 9).then(|| (outline as u8 + 1).min(6))
}

/// `heading 2`, `标题 2`; the title of a document, by its own names, is a heading of level 1.
pub fn heading_name(name: &str) -> Option<u8> {
    if matches!(name, "title" | "标题") {
        return Some(1);
    }
    let rest = name
        .strip_prefix("heading")
        .or_else(|| name.strip_prefix("标题"))?
        .trim();
    let level: u8 = rest.parse().ok()?;
    (1..=9).contains(&level).then_some(level.min(6))
}
