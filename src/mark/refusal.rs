//! Why there is no copy, and what to do instead.

use crate::finding::Words;
use crate::model::Kind;

/// Why a file was not copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A format that is read and not written.
    Format(Kind),
    /// A change would break the file's signature.
    Signed,
    /// The file is built in a way in which what would be written is not sure to stand where it should.
    Unsure,
}

impl Refusal {
    pub fn words(self) -> Words {
        match self {
            Refusal::Format(kind) => {
                let (zh, en) = name(kind);
                Words::new(
                    format!(
                        "{zh}不能写回。请用 gouji check --format html 生成校验单，对照校验单修改原文件"
                    ),
                    format!(
                        "{en} cannot be written back; make a check sheet with gouji check --format html and correct the original by it"
                    ),
                )
            }
            Refusal::Signed => Words::new(
                "文件有数字签名，一改签名就失效，所以没有写副本。请先去掉签名，或用 gouji check --format html 生成校验单",
                "the file carries a digital signature, which any change would break, so no copy was written; remove the signature first, or make a check sheet with gouji check --format html",
            ),
            Refusal::Unsure => Words::new(
                "这个文件的结构不寻常，写回后不能保证其余内容不变，所以没有写副本。请用 Word 或 WPS 另存一份再试，或用 gouji check --format html 生成校验单",
                "the file is built in an unusual way, so it is not sure that all else would stay as it is, and no copy was written; save it once more with Word or WPS and try again, or make a check sheet with gouji check --format html",
            ),
        }
    }
}

fn name(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Html => ("这种网页", "this kind of web page"),
        Kind::Text => ("纯文本", "plain text"),
        Kind::Docx => ("单个 XML 的 Word 文件", "a Word file in one XML"),
        Kind::Doc => (
            "旧版 Word 或 WPS 文档（.doc、.wps）",
            "an old Word or WPS document (.doc, .wps)",
        ),
        Kind::Odt => (
            "单个 XML 的 OpenDocument 文件",
            "an OpenDocument file in one XML",
        ),
        Kind::Rtf => ("RTF 文档", "an RTF document"),
        Kind::Xlsx => ("这种工作簿", "this kind of workbook"),
        Kind::Xls => (
            "旧版 Excel 或 WPS 表格（.xls、.et）",
            "an old Excel or WPS workbook (.xls, .et)",
        ),
        Kind::Ods => (
            "OpenDocument 表格（.ods）",
            "an OpenDocument spreadsheet (.ods)",
        ),
        Kind::Pdf => ("PDF 文件", "a PDF document"),
        Kind::Ofd => ("OFD 版式文件", "an OFD document"),
        Kind::Host => ("编辑器里的内容", "what an editor holds"),
    }
}
