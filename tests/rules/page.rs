//! Reads the examples of a rule's page.

/// An example of a page.
#[derive(Debug)]
pub struct Example {
    pub kind: Kind,
    /// The line of the page on which it begins.
    pub line: usize,
    pub body: String,
    /// Last year's report: the block `table,previous` before it.
    pub previous: Option<String>,
    /// The reports under it: the blocks `table,unit` before it.
    pub units: Vec<String>,
    /// The list of units: the block `table,list` before it.
    pub list: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Gives the findings that are written into it, and no others.
    Bad,
    /// Gives none; the rule looked and found it in order.
    Good,
    /// Gives none, and the rule says that it cannot tell.
    Unknown,
    /// No example of its own: what the next one is compared with.
    Previous,
    /// A report under the next one.
    Unit,
    /// The names of those that should be there.
    List,
}

impl Kind {
    fn of(fence: &str) -> Option<Kind> {
        match fence {
            "table,bad" => Some(Kind::Bad),
            "table,good" => Some(Kind::Good),
            "table,unknown" => Some(Kind::Unknown),
            "table,previous" => Some(Kind::Previous),
            "table,unit" => Some(Kind::Unit),
            "table,list" => Some(Kind::List),
            _ => None,
        }
    }
}

/// The examples of a page, in order.
pub fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<Example> = None;
    let mut previous: Option<String> = None;
    let (mut units, mut list) = (Vec::new(), None);
    for (number, line) in (1..).zip(page.lines()) {
        match (line.strip_prefix("```"), open.take()) {
            (Some(""), Some(example)) if example.kind == Kind::Previous => {
                assert!(previous.is_none(), "line {number}: two reports before one");
                previous = Some(example.body);
            }
            (Some(""), Some(example)) if example.kind == Kind::Unit => units.push(example.body),
            (Some(""), Some(example)) if example.kind == Kind::List => {
                assert!(list.is_none(), "line {number}: two lists before one");
                list = Some(example.body);
            }
            (Some(""), Some(mut example)) => {
                example.previous = previous.take();
                (example.units, example.list) = (std::mem::take(&mut units), list.take());
                examples.push(example);
            }
            (Some(fence), None) => {
                let kind =
                    Kind::of(fence).unwrap_or_else(|| panic!("line {number}: fence {fence}"));
                open = Some(Example {
                    kind,
                    line: number + 1,
                    body: String::new(),
                    previous: None,
                    units: Vec::new(),
                    list: None,
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
    assert!(previous.is_none(), "a report before none");
    assert!(units.is_empty() && list.is_none(), "units before none");
    examples
}
