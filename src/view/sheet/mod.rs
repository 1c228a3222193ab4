//! The check sheet 校验单: what was checked, what was found and what a person lets stand, as one page of HTML to print
//! and sign. It holds no script and loads nothing; whatever comes from a document or a person stands in it as text.

mod findings;
mod markup;
mod tables;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::check::Checked;
use crate::finding::{Severity, Words};
use crate::model::Date;
use crate::recognise::Previous;
use crate::rules::{self, RULES, years};
use crate::verdict::{Level, verdict};
use crate::wording::{self, Language};
use markup::Markup;

/// What stands on a sheet beside what was found.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// The name as given.
    pub source: &'a str,
    /// The file itself, for its SHA-256; none where what was checked is no file.
    pub file: Option<&'a [u8]>,
    /// The day of the check, which only the caller knows.
    pub date: Option<Date>,
    pub language: Language,
}

/// The style of every sheet; the policy of a page that holds one must name its hash.
pub const STYLE: &str = include_str!("sheet.css");

/// A sheet on its way to the page.
#[derive(Clone, Debug, Serialize)]
pub struct SheetView {
    /// A whole page of HTML.
    pub html: String,
}

/// A page with one sheet: of a checked input, or of one that could not be read, and why.
pub fn page(paper: Paper, outcome: Result<&Checked, Words>) -> String {
    let sheet = match outcome {
        Ok(checked) => sheet(paper, checked),
        Err(message) => unread(paper, message),
    };
    opening(paper.source, paper.language) + &sheet + CLOSING
}

/// What stands before the first sheet of a page.
pub fn opening(title: &str, language: Language) -> String {
    let mut page = Markup::default();
    page.tag("<!doctype html>\n<html lang=\"")
        .text(language.pick("zh-CN", "en"))
        .tag("\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
        .text(&base64(&Sha256::digest(STYLE)))
        .tag("'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .text(language.pick("校验单 ", "Check sheet "))
        .put("", title, "</title>\n<style>")
        .tag(STYLE)
        .tag("</style>\n");
    page.done()
}

/// What stands behind the last sheet of a page.
pub const CLOSING: &str = "</html>\n";

/// The sheet of a checked input, to stand between `opening` and `CLOSING`.
pub fn sheet(paper: Paper, checked: &Checked) -> String {
    let mut page = Page::new(paper.language);
    page.to.tag("<article class=\"sheet\">\n");
    page.title();
    page.verdict(checked);
    page.facts(paper, Some(checked));
    page.edited(checked);
    page.causes(checked);
    page.tables(checked);
    page.findings(checked);
    page.waived(checked);
    page.outcomes(checked);
    page.signature();
    page.to.tag("</article>\n");
    page.to.done()
}

/// The sheet of an input that could not be read, and why.
pub fn unread(paper: Paper, message: Words) -> String {
    let mut page = Page::new(paper.language);
    page.to.tag("<article class=\"sheet\">\n");
    page.title();
    let lead = paper.language.pick("？ 读不了：", "? Cannot be read: ");
    let message = paper.language.of(message);
    page.to.put("<div class=\"verdict\"><b>", lead, "");
    page.to.put("", &message, "</b></div>\n");
    page.facts(paper, None);
    page.signature();
    page.to.tag("</article>\n");
    page.to.done()
}

/// ✕ for an error, ! for a warning, · for a note: the shape of a severity in black and white.
fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Info => "·",
    }
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// A sheet as it grows, in one language.
struct Page {
    to: Markup,
    language: Language,
}

impl Page {
    fn new(language: Language) -> Self {
        Page {
            to: Markup::default(),
            language,
        }
    }

    fn of(&self, words: Words) -> String {
        self.language.of(words)
    }

    fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        self.language.pick(zh, en)
    }

    fn heading(&mut self, zh: &'static str, en: &'static str) {
        self.to.put("<h2>", self.language.pick(zh, en), "</h2>\n");
    }

    fn line(&mut self, text: &str) {
        self.to.put("<p>", text, "</p>\n");
    }

    fn title(&mut self) {
        let title = self.pick("校验单", "Check sheet");
        let sub = self.pick(
            "政府信息公开工作年度报告发布前自检",
            "Annual report on government information disclosure, checked before it is published",
        );
        self.to.put("<h1>", title, "</h1>\n");
        self.to.put("<p class=\"soft\">", sub, "</p>\n");
    }

    fn verdict(&mut self, checked: &Checked) {
        let verdict = verdict(checked);
        let shape = match verdict.level {
            Level::Error => "✕ ",
            Level::Warning => "! ",
            Level::Pass => "✓ ",
            Level::Unknown => "? ",
        };
        let why = verdict.reasons();
        let words = self.of(verdict.words);
        self.to.put("<div class=\"verdict\"><p><b>", shape, "");
        self.to.put("", &words, "</b></p>\n");
        if let Some(why) = why {
            let why = self.of(why);
            self.line(&why);
        }
        let count = |severity| {
            let findings = checked.report.findings.iter();
            findings.filter(|f| f.severity == severity).count()
        };
        let counts = [Severity::Error, Severity::Warning, Severity::Info].map(|severity| {
            let word = self.of(wording::severity(severity));
            format!("{} {word} {}", sign(severity), count(severity))
        });
        self.line(&counts.join(self.pick("　", " · ")));
        self.to.tag("</div>\n");
    }

    fn facts(&mut self, paper: Paper, checked: Option<&Checked>) {
        self.to.tag("<table class=\"facts\">\n");
        self.fact(self.pick("文件", "File"), paper.source);
        let hash = paper.file.map(|file| hexadecimal(&Sha256::digest(file)));
        let hash = hash.unwrap_or_else(|| self.pick("—（不是文件）", "— (no file)").to_string());
        self.to
            .tag("<tr><th scope=\"row\">SHA-256</th><td class=\"hash\">");
        self.to.text(&hash).tag("</td></tr>\n");
        if let Some(checked) = checked {
            self.report(checked);
        }
        let date = paper.date.map(|date| date.to_string());
        let date = date.unwrap_or_else(|| "—".to_string());
        self.fact(self.pick("核对日期", "Checked on"), &date);
        let book = self.of(Words::new(
            format!("规则集第 {} 版，{} 条", rules::BOOK, RULES.len()),
            format!("rule book {}, {} rules", rules::BOOK, RULES.len()),
        ));
        let tool = format!("gouji {} · {book}", env!("CARGO_PKG_VERSION"));
        self.fact(self.pick("核对工具", "Checked by"), &tool);
        self.to.tag("</table>\n");
    }

    /// What kind of report it is, and what it was compared with.
    fn report(&mut self, checked: &Checked) {
        let filled = &checked.filled;
        let unknown = self.pick("没有识别出来", "not found");
        let agency = filled.title.agency.as_deref().unwrap_or(unknown);
        self.fact(self.pick("机关", "Authority"), agency);
        let year = filled.title.year.map(|year| year.to_string());
        self.fact(
            self.pick("年度", "Year"),
            year.as_deref().unwrap_or(unknown),
        );
        let form = self.of(wording::edition(filled.edition));
        self.fact(self.pick("格式", "Form"), &form);
        let unfit = match &filled.previous {
            Previous::Unfit(unfit) => Some(years::unfit_words(unfit)),
            _ => None,
        };
        for compared in wording::compared(filled).into_iter().chain(unfit) {
            let compared = self.of(compared);
            self.fact(self.pick("对照", "Beside it"), &compared);
        }
        for trouble in wording::troubles(&checked.document) {
            let trouble = self.of(trouble);
            self.fact(self.pick("读入时", "While reading"), &trouble);
        }
    }

    fn fact(&mut self, name: &str, value: &str) {
        self.to.put("<tr><th scope=\"row\">", name, "</th>");
        self.to.put("<td>", value, "</td></tr>\n");
    }

    fn signature(&mut self) {
        let note = self.pick(
            "本单只说明核对了什么、发现了什么；数字是否属实，请对照原始数据。",
            "This sheet says what was checked and what was found; whether the figures are true, only your records tell.",
        );
        self.to
            .put("<p class=\"soft\">", note, "</p>\n<p class=\"sign\">");
        for (zh, en) in [
            ("检查人：", "Checked by:"),
            ("审核人：", "Approved by:"),
            ("日期：", "Date:"),
        ] {
            self.to.put("<span>", self.language.pick(zh, en), "</span>");
        }
        self.to.tag("</p>\n");
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// As a policy writes a hash.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| {
            bits << 8 | usize::from(three.get(at).copied().unwrap_or(0))
        });
        for at in 0..4 {
            let sign = SIGNS
                .get(bits >> (18 - 6 * at) & 63)
                .filter(|_| at <= three.len());
            text.push(char::from(sign.copied().unwrap_or(b'=')));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_filled_up() {
        let texts = [
            (&b"abc"[..], "YWJj"),
            (b"ab", "YWI="),
            (b"a", "YQ=="),
            (b"\xff\xfe", "//4="),
        ];
        for (bytes, text) in texts {
            assert_eq!(base64(bytes), text);
        }
    }
}
