//! HTML inside the string literals of a script or of JSON, as it is cut out of a page's source or an interface.

/// The HTML that the literals spell, or nothing when the text is HTML itself.
pub fn spelled(text: &str) -> Option<String> {
    if !is_escaped(text) {
        return None;
    }
    let mut html = String::with_capacity(text.len());
    let mut found = false;
    let mut at = 0;
    while let Some(literal) = next_literal(text, at) {
        at = literal.end;
        let spelled = unescape(literal.body);
        if spelled.contains('<') {
            found = true;
            html.push_str(&spelled);
        } else if !literal.is_key && spelled.chars().count() > 3 {
            html.push_str("<p>");
            html.push_str(&spelled.replace('&', "&amp;"));
            html.push_str("</p>");
        }
    }
    Some(if found { html } else { unescape(text) })
}

/// JSON, or text whose quotes (`=\"`), end tags (`<\/`) or tags (`\u003c`) are escaped more often than not.
fn is_escaped(text: &str) -> bool {
    let start = text.trim_start();
    if ["{\"", "[{\"", "[\""]
        .iter()
        .any(|json| start.starts_with(json))
    {
        return true;
    }
    // Plain HTML seldom holds a backslash, and looking for one byte is cheap.
    if !text.contains('\\') {
        return false;
    }
    let count = |part: &str| text.matches(part).count();
    count("=\\\"") > count("=\"")
        || count("<\\/") > count("</")
        || count("\\u003c") + count("\\u003C") > count("<")
}

struct Literal<'a> {
    body: &'a str,
    /// Where the next one is looked for.
    end: usize,
    /// A property name: a colon follows.
    is_key: bool,
}

/// The next quoted literal from `from` on. One in single quotes does not cross a line: it may be an apostrophe.
fn next_literal(text: &str, from: usize) -> Option<Literal<'_>> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            quote @ (b'"' | b'\'' | b'`') => match closing(bytes, at + 1, *quote) {
                Some(close) => {
                    let after = text.get(close + 1..).unwrap_or("").trim_start();
                    let body = text.get(at + 1..close).unwrap_or("");
                    return Some(Literal {
                        body,
                        end: close + 1,
                        is_key: after.starts_with(':'),
                    });
                }
                None => at += 1,
            },
            _ => at += 1,
        }
    }
}

fn closing(bytes: &[u8], from: usize, quote: u8) -> Option<usize> {
    let mut at = from;
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 2,
            b'\n' if quote == b'\'' => return None,
            byte if byte == quote => return Some(at),
            _ => at += 1,
        }
    }
}

/// Resolves the escapes of JavaScript and JSON.
fn unescape(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'r') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('b' | 'f' | 'v' | '\n') | None => {}
            Some('u') => text.push_str(&code_units(&mut chars)),
            Some(other) => text.push(other),
        }
    }
    text
}

/// The characters of `XXXX` after `\u`, with the second half of a pair.
fn code_units(chars: &mut std::str::Chars<'_>) -> String {
    let mut units: Vec<u16> = Vec::new();
    loop {
        let rest = chars.as_str();
        let Some(unit) = rest
            .get(..4)
            .and_then(|digits| u16::from_str_radix(digits, 16).ok())
        else {
            break;
        };
        *chars = rest.get(4..).unwrap_or("").chars();
        units.push(unit);
        let half = (0xD800..0xDC00).contains(&unit) && units.len() == 1;
        let Some(more) = chars.as_str().strip_prefix("\\u").filter(|_| half) else {
            break;
        };
        *chars = more.chars();
    }
    String::from_utf16_lossy(&units)
}
