//! Writes a report as plain text, in the ways in which people and converters put a table into lines.

use super::sheet::{Part, Sheet};

/// Texts as paragraphs, tables as the given lines.
pub fn document(parts: &[Part], heading: &str, mut table: impl FnMut(&Sheet) -> String) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Title(text) => out += &format!("{heading}{text}\n\n"),
            Part::Heading(text) if heading.is_empty() => out += &format!("{text}\n\n"),
            Part::Heading(text) => out += &format!("{heading}# {text}\n\n").replace(" #", "#"),
            Part::Text(text) => out += &format!("{text}\n\n"),
            Part::Sheet(sheet) => out += &format!("{}\n", table(sheet)),
        }
    }
    out
}

/// Rows of pieces between separators, one line each.
pub fn separated(rows: &[Vec<String>], separator: &str) -> String {
    rows.iter().map(|row| row.join(separator) + "\n").collect()
}

/// Markdown: `| a | b |` with the rule below the first row.
pub fn markdown(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for (index, row) in rows.iter().enumerate() {
        out += &format!("| {} |\n", row.join(" | "));
        if index == 0 {
            out += &format!("|{}\n", "---|".repeat(row.len()));
        }
    }
    out
}

/// `a | b | c |`: own cells only, each followed by its bar.
pub fn bars_behind(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        row.iter()
            .map(|text| format!("{text} | "))
            .collect::<String>()
    };
    rows.iter()
        .map(|row| format!("{}\n", line(row).trim_end()))
        .collect()
}

/// `a | b | |||`: own cells, then a bar for each slot of the row that has no cell of its own.
pub fn bars_in_runs(sheet: &Sheet) -> String {
    let width = sheet.width();
    let mut out = String::new();
    for row in sheet.own() {
        let missing = width - row.len();
        let line: String = row.iter().map(|text| format!("{text} | ")).collect();
        out += &format!("{}{}\n", line, "|".repeat(missing));
    }
    out
}

/// Comma or semicolon separated, quoted where needed.
pub fn csv(rows: &[Vec<String>], separator: char) -> String {
    let quote = |text: &String| match text.contains([separator, '"', '\n', '，']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.clone(),
    };
    rows.iter()
        .map(|row| {
            row.iter()
                .map(quote)
                .collect::<Vec<_>>()
                .join(&separator.to_string())
                + "\r\n"
        })
        .collect()
}

/// TAB separated as Excel copies: labels with a line break stand in quotes.
pub fn tab_quoted(rows: &[Vec<String>]) -> String {
    // `1.属于国家秘密` is a label, `846440.18元` is none.
    let is_figure = |text: &String| text.chars().filter(char::is_ascii_digit).count() > 2;
    let wrap = |text: &String| match text.char_indices().nth(8) {
        Some((at, _)) if !is_figure(text) => format!("\"{}\n{}\"", &text[..at], &text[at..]),
        _ => text.clone(),
    };
    rows.iter()
        .map(|row| row.iter().map(wrap).collect::<Vec<_>>().join("\t") + "\r\n")
        .collect()
}

/// One cell per line.
pub fn lines(rows: &[Vec<String>], behind: &str) -> String {
    rows.iter()
        .flatten()
        .map(|text| format!("{text}{behind}\n"))
        .collect()
}

/// One cell per line, each with its bar, and the bars of the missing cells of a row on a line of their own.
pub fn lines_with_bars(sheet: &Sheet, lone: bool) -> String {
    let width = sheet.width();
    let mut out = String::new();
    for row in sheet.own() {
        for text in &row {
            out += &match lone {
                true => format!("{text}\n|\n"),
                false => format!("{text} |\n"),
            };
        }
        let missing = width - row.len();
        if missing > 0 {
            out += &format!("{}\n", "|".repeat(missing));
        }
    }
    out
}

/// TAB separated with leading and trailing tabs that differ from row to row, as a converter leaves them.
pub fn ragged(sheet: &Sheet, mut tabs: impl FnMut(usize) -> (usize, usize, usize)) -> String {
    let mut out = String::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        let (before, between, after) = tabs(index);
        let (heads, rest): (Vec<_>, Vec<_>) = row.iter().partition(|slot| slot.is_head());
        let join = |slots: Vec<&super::sheet::Slot>| {
            let texts: Vec<&str> = slots.iter().map(|slot| slot.text.as_str()).collect();
            texts.join("\t")
        };
        out += &"\t".repeat(before);
        out += &join(heads);
        if !rest.is_empty() {
            out += &"\t".repeat(between);
            out += &join(rest);
        }
        out += &"\t".repeat(after);
        out.push('\n');
    }
    out
}
