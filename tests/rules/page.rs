//! Reads the examples of a rule's page.

/// An example of a page.
#[derive(Debug)]
pub struct Example {
    pub kind: Kind,
    /// The line of the page on which it begins.
    pub line: usize,
    pub body: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Gives the findings that are written into it, and no others.
    Bad,
    /// Gives none; the rule looked and found it in order.
    Good,
    /// Gives none, and the rule says that it cannot tell.
    Unknown,
}

impl Kind {
    fn of(fence: &str) -> Option<Kind> {
        match fence {
            "table,bad" => Some(Kind::Bad),
            "table,good" => Some(Kind::Good),
            "table,unknown" => Some(Kind::Unknown),
            _ => None,
        }
    }
}

/// The examples of a page, in order.
pub fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<Example> = None;
    for (number, line) in (1..).zip(page.lines()) {
        match (line.strip_prefix("```"), open.take()) {
            (Some(""), Some(example)) => examples.push(example),
            (Some(fence), None) => {
                let kind =
                    Kind::of(fence).unwrap_or_else(|| panic!("line {number}: fence {fence}"));
                open = Some(Example {
                    kind,
                    line: number + 1,
                    body: String::new(),
                });
            }
            (Some(_), Some(_)) => panic!("line {number}: a fence inside an example"),
            (None, Some(mut example)) => {
                example.body.push_str(line);
                example.body.push('\n');
                open = Some(example);
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "an example is not closed");
    examples
}
