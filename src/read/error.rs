//! Why an input could not be opened at all, in words that say what it is and what to do.

use std::fmt;

use super::sniff::Format;

/// An input that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    kind: ReadErrorKind,
    /// Of several files: how many, and the names of the first.
    several: (usize, String),
}

#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// Nothing in it.
    Empty,
    /// A format that is known by its content and not read.
    NotSupported(Format),
    /// A format that this build has no reader for and the full build has.
    NeedsFull(Format),
    /// Bytes of no known format.
    Unknown,
    /// Locked with a password.
    Encrypted,
    /// An archive locked with a password.
    EncryptedZip,
    /// An archive holds several files that may be the report.
    Several,
    /// The format is known, but the file is incomplete or broken.
    Damaged,
    TooLarge,
    /// Pages that hold pictures of text and no text.
    Scanned,
    /// The text that the file holds is not the text that its pages show.
    Garbled,
}

/// One sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub zh: String,
    pub en: String,
}

impl ReadErrorKind {
    /// The word that the output contract uses.
    pub fn name(self) -> &'static str {
        match self {
            ReadErrorKind::Empty => "empty",
            ReadErrorKind::NotSupported(_) => "not-supported",
            ReadErrorKind::NeedsFull(_) => "needs-full",
            ReadErrorKind::Unknown => "unknown",
            ReadErrorKind::Encrypted | ReadErrorKind::EncryptedZip => "encrypted",
            ReadErrorKind::Several => "several",
            ReadErrorKind::Damaged => "damaged",
            ReadErrorKind::TooLarge => "too-large",
            ReadErrorKind::Scanned => "scanned",
            ReadErrorKind::Garbled => "garbled",
        }
    }
}

impl ReadError {
    pub(crate) fn new(kind: ReadErrorKind) -> Self {
        let several = Default::default();
        ReadError { kind, several }
    }

    /// Several files in one archive, with the names of the first.
    #[cfg(feature = "words")]
    pub(crate) fn several(count: usize, names: String) -> Self {
        ReadError {
            kind: ReadErrorKind::Several,
            several: (count, names),
        }
    }

    pub fn kind(&self) -> ReadErrorKind {
        self.kind
    }

    /// What it is and what to do.
    pub fn message(&self) -> Message {
        let (zh, en) = match self.kind {
            ReadErrorKind::Empty => (
                "内容为空。请粘贴报告，或选择有内容的文件。",
                "There is nothing in it. Paste the report or choose a file that has content.",
            ),
            ReadErrorKind::NotSupported(format) => return refusal(format),
            ReadErrorKind::NeedsFull(format) => return elsewhere(format),
            ReadErrorKind::Unknown => (
                "无法识别的文件。请用 Word 或 WPS 另存为 .docx，或复制报告全文后粘贴。",
                "The file is of no known kind. Save it as .docx with Word or WPS, or copy the whole report and paste it.",
            ),
            ReadErrorKind::Encrypted => (
                "文件已用密码加密。请在 Word 或 WPS 中取消密码后重新保存，再打开。",
                "The file is locked with a password. Remove the password in Word or WPS, save it, and open it again.",
            ),
            ReadErrorKind::EncryptedZip => (
                "压缩包已用密码加密。请先用密码解压，再打开其中的报告。",
                "The archive is locked with a password. Unpack it with the password first and open the report inside.",
            ),
            ReadErrorKind::Several => return choice(&self.several),
            ReadErrorKind::Damaged => (
                "文件不完整或已损坏。请重新下载，或用 Word 或 WPS 打开后另存为 .docx。",
                "The file is incomplete or damaged. Download it again, or open it with Word or WPS and save it as .docx.",
            ),
            ReadErrorKind::TooLarge => (
                "文件过大。请删去图片后另存，或只复制报告正文和表格后粘贴。",
                "The file is too large. Save it without its pictures, or copy only the report's text and tables and paste them.",
            ),
            ReadErrorKind::Scanned => (
                "这是扫描件或图片，里面没有文字，无法核对。请打开报告的 Word 或 WPS 原文件。",
                "It is a scan or a picture and holds no text that could be checked. Open the Word or WPS file of the report.",
            ),
            ReadErrorKind::Garbled => (
                "文件里的文字编码有误，读出的内容与页面显示的不一致，无法核对。请打开生成它的 Word 或 WPS 原文件。",
                "The characters stored in the file are not those its pages show, so nothing can be checked. Open the Word or WPS file that it was made from.",
            ),
        };
        Message {
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }
}

/// The sentence for an archive with several files.
fn choice((count, names): &(usize, String)) -> Message {
    Message {
        zh: format!(
            "压缩包里有 {count} 个文件可能是报告（{names}），不知道该核对哪一个。请先解压，再打开其中的报告。"
        ),
        en: format!(
            "The archive holds {count} files that may be the report ({names}), so it is not known which to check. Unpack it first and open the report inside."
        ),
    }
}

/// The sentence for a format that is recognised and not read.
fn refusal(format: Format) -> Message {
    let (name, advice) = (name(format), advice(format));
    Message {
        zh: format!("这是{}，暂不能直接读取：请{}。", name.zh, advice.zh),
        en: format!(
            "This is {}, which cannot be read yet: {}.",
            name.en, advice.en
        ),
    }
}

/// The sentence for a format whose reader is not in this build.
fn elsewhere(format: Format) -> Message {
    let (name, advice) = (name(format), advice(format));
    Message {
        zh: format!(
            "这是{}，要用完整版读取：请改用 gouji-full.html 打开；没有完整版时，请{}。",
            name.zh, advice.zh
        ),
        en: format!(
            "This is {}, which the full edition reads: open it with gouji-full.html; without that, {}.",
            name.en, advice.en
        ),
    }
}

/// The name as it follows 这是 and "this is". Chinese typography sets a space between Latin and Chinese.
fn name(format: Format) -> Message {
    let (zh, en) = format.title();
    let space = match zh.starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => " ",
        false => "",
    };
    Message {
        zh: format!("{space}{zh}"),
        en: en.to_owned(),
    }
}

/// What to do with a format that is not read, as it follows 请.
fn advice(format: Format) -> Message {
    let (zh, en) = match format {
        Format::Xls | Format::Xlsx | Format::Ods => (
            "在 Excel 或 WPS 表格中选中整张表，复制后粘贴到这里",
            "open it, select the whole table, copy it and paste it here",
        ),
        Format::Xlsb | Format::SheetXml => (
            "用 Excel 或 WPS 表格打开，另存为 .xlsx",
            "open it with Excel or WPS and save it as .xlsx",
        ),
        Format::Pdf | Format::Ofd => (
            "打开生成它的 Word 或 WPS 原文件，或复制全文后粘贴到这里",
            "open the Word or WPS file it was made from, or copy all of its text and paste it here",
        ),
        Format::Picture => (
            "打开报告的原文件，图片里的文字无法核对",
            "open the report's own file, since text in a picture cannot be checked",
        ),
        Format::Zip | Format::Archive => (
            "先解压，再打开其中的报告",
            "unpack it first and open the report inside",
        ),
        Format::Ppt | Format::Pptx => (
            "打开报告的 Word 原文件，或复制内容后粘贴到这里",
            "open the report's Word file, or copy its content and paste it here",
        ),
        _ => (
            "用 Word 或 WPS 打开，另存为 .docx，或全选复制后粘贴到这里",
            "open it with Word or WPS and save it as .docx, or select all, copy and paste it here",
        ),
    };
    Message {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for ReadError {}
