//! The tables of a sheet as the form prints them, with a frame, a sign and the number of its findings at every cell that
//! is wrong, and what is proposed.

use super::{Page, class, sign};
use crate::check::{Checked, drawn_edition};
use crate::finding::{Severity, Words};
use crate::form::{Key, Table};
use crate::model::Quantity;
use crate::recognise::{Figure, SheetState, Value};
use crate::rules::name;
use crate::view::page::proposed;
use crate::view::printed::{PrintedView, printed};
use crate::view::wire::Number;
use crate::wording;

/// More numbers of findings than this are counted: the cell needs the room.
const NUMBERS: usize = 3;
/// Characters of a cell that is no number. Its finding quotes what matters.
const LONGEST: usize = 24;

impl Page {
    /// The cells that were typed over on a screen: the file has other figures there.
    pub(super) fn edited(&mut self, checked: &Checked) {
        if checked.edited.is_empty() {
            return;
        }
        self.heading(
            "按屏幕上改过的数字核对",
            "Checked with figures changed on the screen",
        );
        let note = self.pick(
            "下列单元格在屏幕上改过，文件本身没有改：",
            "These cells were changed on the screen; the file itself was not:",
        );
        self.line(note);
        self.to.tag("<ul>\n");
        for key in &checked.edited {
            let sheet = checked.filled.sheet(key.table);
            let cell = self.of(name::cell(*key, drawn_edition(&checked.filled, sheet)));
            let now = checked
                .filled
                .figure(*key)
                .map_or("", |figure| figure.raw.trim());
            let now = if now.is_empty() {
                self.pick("空白", "blank")
            } else {
                now
            };
            self.to
                .put("<li>", &cell, " → ")
                .put("", &cut(now), "</li>\n");
        }
        self.to.tag("</ul>\n");
    }

    pub(super) fn tables(&mut self, checked: &Checked) {
        self.heading("表格", "Tables");
        for table in Table::ALL {
            let title = self.of(wording::table_title(table));
            self.to.put("<h3>", &title, "</h3>\n");
            match checked.filled.sheet(table).state {
                SheetState::Bound => self.grid(checked, table),
                SheetState::CannotTell(doubt) => {
                    let why = self.of(wording::doubt(doubt));
                    let lead = self.pick("？ 没有读出来：", "? Could not be read: ");
                    self.line(&format!("{lead}{why}"));
                }
                SheetState::Missing => {
                    self.line(self.pick("没有找到这张表", "This table was not found"))
                }
            }
        }
        let keys = self.pick(
            "粗实线框 ✕ 错误，虚线框 ! 警告，点线框 · 提示；其后是发现的编号。双线框和「→」是建议的数字，文件没有改；「改」是在屏幕上改过的数字。",
            "Thick frame ✕: error; dashed frame !: warning; dotted frame ·: note; then the numbers of the findings. A double frame and → is the figure proposed, the file is unchanged; “changed” is a figure changed on the screen.",
        );
        self.to.put("<p class=\"keys\">", keys, "</p>\n");
    }

    fn grid(&mut self, checked: &Checked, table: Table) {
        let edition = drawn_edition(&checked.filled, checked.filled.sheet(table));
        self.to.tag("<div class=\"wide\"><table class=\"form\">\n");
        if table == Table::Three {
            // Its three columns of heads need most of the room.
            self.to.tag(
                "<col class=\"group\"><col class=\"group\"><col class=\"head\"><col span=\"7\">\n",
            );
        }
        for row in printed(table, edition) {
            self.to.tag("<tr>");
            for cell in &row {
                match cell.cell.as_deref().and_then(Key::parse) {
                    Some(key) => self.figure(checked, key, cell),
                    None => self.head(cell),
                }
            }
            self.to.tag("</tr>\n");
        }
        self.to.tag("</table></div>\n");
    }

    fn head(&mut self, cell: &PrintedView) {
        let Some(kind) = cell.head else {
            self.to.tag("<td class=\"empty\"");
            self.spans(cell);
            self.to.tag("></td>");
            return;
        };
        let scope = match (kind, cell.rowspan > 1, cell.colspan > 1) {
            ("row", true, _) => "rowgroup",
            ("row", ..) => "row",
            (_, _, true) => "colgroup",
            _ => "col",
        };
        let chinese = cell.text.unwrap_or_default();
        let english = cell.text_en.unwrap_or(chinese);
        let text = self.language.pick(chinese, english);
        self.to.tag("<th class=\"").text(kind);
        self.to.tag("\" scope=\"").text(scope).tag("\"");
        self.spans(cell);
        self.to.put(">", text, "</th>");
    }

    fn spans(&mut self, cell: &PrintedView) {
        self.to.tag(" rowspan=\"").text(&cell.rowspan.to_string());
        self.to.tag("\" colspan=\"").text(&cell.colspan.to_string());
        self.to.tag("\"");
    }

    fn figure(&mut self, checked: &Checked, key: Key, cell: &PrintedView) {
        let figure = checked.filled.figure(key);
        let marks = marks(checked, key);
        let worst = marks.iter().map(|(severity, _)| *severity).min();
        let is_open = figure.is_none_or(|figure| figure.value.number().is_none());
        self.to.tag("<td class=\"").text(worst.map_or("", class));
        let proposed = proposed(checked, key);
        match (worst, proposed) {
            (None, Some(_)) => self.to.tag(" proposed"),
            (None, None) if is_open => self.to.tag(" open"),
            _ => &mut self.to,
        };
        if cell.sum.is_some() {
            self.to.tag(" sum");
        }
        if figure.and_then(|figure| figure.value.number()) == Some(Quantity(0)) {
            self.to.tag(" zero");
        }
        self.to.tag("\"");
        self.spans(cell);
        self.to.tag(">");
        self.value(figure);
        if let Some(Number(proposed)) = proposed {
            self.to.put("<em>→", &proposed.to_string(), "</em>");
        }
        if let Some(worst) = worst {
            self.to
                .put("<sup>", sign(worst), "")
                .put("", &numbers(&marks), "</sup>");
        }
        if checked.edited.contains(&key) {
            self.to
                .put("<i>", self.language.pick("改", "changed"), "</i>");
        }
        self.to.tag("</td>");
    }

    /// What stands in the cell, and a word where that is no number.
    fn value(&mut self, figure: Option<&Figure>) {
        let Some(figure) = figure else {
            self.to
                .put("<i>", self.language.pick("未找到", "not found"), "</i>");
            return;
        };
        let raw: Vec<&str> = figure.raw.split_whitespace().collect();
        self.to.text(&cut(&raw.join(" ")));
        let word = match figure.value {
            Value::Number(_) => return,
            Value::Blank => Words::new("空白", "blank"),
            Value::Dash => Words::new("未填数", "no figure"),
            Value::Unreadable => Words::new("不是数", "no number"),
        };
        let word = self.of(word);
        self.to.put("<i>", &word, "</i>");
    }
}

/// The findings that a cell is the subject of, with their numbers.
fn marks(checked: &Checked, key: Key) -> Vec<(Severity, usize)> {
    let findings = checked.report.findings.iter().zip(1..);
    findings
        .filter(|(finding, _)| finding.cells.first() == Some(&key))
        .map(|(finding, number)| (finding.severity, number))
        .collect()
}

/// 1,2 or 1,2,3+4
fn numbers(marks: &[(Severity, usize)]) -> String {
    let shown = marks.iter().take(NUMBERS);
    let shown: Vec<String> = shown.map(|(_, number)| number.to_string()).collect();
    match marks.len().saturating_sub(NUMBERS) {
        0 => shown.join(","),
        more => format!("{}+{more}", shown.join(",")),
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_string(),
    }
}
