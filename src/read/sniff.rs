//! What an input is, by its content alone.

#[cfg(feature = "office")]
use super::archive::Archive;

/// The formats that are told apart.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Html,
    Text,
    Docx,
    Doc,
    /// Of Word 95 or older.
    OldWord,
    /// Of Microsoft Works, which shares the ending .wps with WPS.
    Works,
    Xls,
    Ppt,
    Xlsx,
    /// Excel's binary workbook in a zip.
    Xlsb,
    Pptx,
    Odt,
    Ods,
    Ofd,
    Pdf,
    Rtf,
    /// A web page saved as a single file (.mht), as Word also writes.
    Mht,
    /// Word's single XML file.
    OfficeXml,
    /// Excel's single XML file.
    SheetXml,
    Picture,
    Zip,
    /// Another archive: rar, 7z, gzip.
    Archive,
    /// An Office file behind a password.
    EncryptedOffice,
    /// Starts as a zip or a compound file and has no directory: cut off.
    BrokenContainer,
    /// Bytes that are no text.
    Binary,
}

impl Format {
    /// Name of the format in Chinese and English, as it follows "this is".
    pub fn title(self) -> (&'static str, &'static str) {
        match self {
            Format::Html => ("网页", "a web page"),
            Format::Text => ("纯文本", "plain text"),
            Format::Docx => ("Word 文档（.docx）", "a Word document (.docx)"),
            Format::Doc => (
                "旧版 Word 或 WPS 文档（.doc、.wps）",
                "an old Word or WPS document (.doc, .wps)",
            ),
            Format::OldWord => (
                "Word 95 或更早的文档（.doc）",
                "a document of Word 95 or older (.doc)",
            ),
            Format::Works => (
                "微软 Works 文档（.wps）",
                "a document of Microsoft Works (.wps)",
            ),
            Format::Xls => (
                "旧版 Excel 或 WPS 表格（.xls、.et）",
                "an old Excel or WPS workbook (.xls, .et)",
            ),
            Format::Ppt | Format::Pptx => ("演示文稿", "a presentation"),
            Format::Xlsx => ("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
            Format::Xlsb => (
                "Excel 二进制工作簿（.xlsb）",
                "a binary Excel workbook (.xlsb)",
            ),
            Format::Odt => ("OpenDocument 文档（.odt）", "an OpenDocument text (.odt)"),
            Format::Ods => (
                "OpenDocument 表格（.ods）",
                "an OpenDocument spreadsheet (.ods)",
            ),
            Format::Ofd => ("OFD 版式文件", "an OFD document"),
            Format::Pdf => ("PDF 文件", "a PDF document"),
            Format::Rtf => ("RTF 文档", "an RTF document"),
            Format::Mht => ("单文件网页（.mht）", "a single-file web page (.mht)"),
            Format::OfficeXml => ("Office XML 文件", "an Office XML file"),
            Format::SheetXml => ("Excel 的 XML 文件", "an XML file of Excel"),
            Format::Picture => ("图片", "a picture"),
            Format::Zip => ("压缩包（.zip）", "a zip archive"),
            Format::Archive => ("压缩包", "an archive"),
            Format::EncryptedOffice => ("加密的 Office 文件", "an encrypted Office file"),
            Format::BrokenContainer => ("不完整的文件", "an incomplete file"),
            Format::Binary => ("未知文件", "an unknown file"),
        }
    }
}

/// Magic numbers at the very start.
const MAGIC: &[(&[u8], Format)] = &[
    (b"{\\rtf", Format::Rtf),
    (b"\x89PNG\r\n", Format::Picture),
    (b"\xFF\xD8\xFF", Format::Picture),
    (b"GIF8", Format::Picture),
    (b"BM\x00", Format::Picture),
    (b"II*\x00", Format::Picture),
    (b"MM\x00*", Format::Picture),
    (b"\xDB\xA5\x2D\x00", Format::OldWord),
    (b"\x31\xBE\x00\x00", Format::OldWord),
    (b"Rar!\x1A", Format::Archive),
    (b"7z\xBC\xAF\x27\x1C", Format::Archive),
    (b"\x1F\x8B\x08", Format::Archive),
    (b"MIME-Version:", Format::Mht),
    (b"From: ", Format::Mht),
];

/// How far a PDF's header may stand from the start.
const PDF_WINDOW: usize = 1024;
/// How long the head of a saved page may be.
const MAIL_WINDOW: usize = 8192;

/// The format of a binary container, or nothing when the bytes may be text.
pub fn container(bytes: &[u8]) -> Option<Format> {
    if let Some((_, format)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        let mail =
            *format == Format::Mht && !contains(head(bytes, MAIL_WINDOW), b"multipart/related");
        return (!mail).then_some(*format);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Format::Picture);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip(bytes));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(compound(bytes));
    }
    contains(head(bytes, PDF_WINDOW), b"%PDF-").then_some(Format::Pdf)
}

/// What decoded text is: markup, an Office XML file, plain text, or no text at all.
pub fn text(text: &str) -> Format {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let head: String = start
        .chars()
        .take(2048)
        .collect::<String>()
        .to_ascii_lowercase();
    if looks_binary(&head) {
        return Format::Binary;
    }
    if head.starts_with("<?xml") && !head.contains("<html") {
        let office = [
            "<?mso-application",
            "<pkg:package",
            "urn:schemas-microsoft-com:office",
        ];
        if office.iter().any(|mark| head.contains(mark)) {
            let sheet = ["excel.sheet", "office:spreadsheet"];
            return match sheet.iter().any(|mark| head.contains(mark)) {
                true => Format::SheetXml,
                false => Format::OfficeXml,
            };
        }
        if head.contains("<office:document") && text.contains("opendocument.text") {
            return Format::Odt;
        }
    }
    if is_markup_start(&head) || clipboard_header(text).is_some() || has_table_tags(text) {
        Format::Html
    } else {
        Format::Text
    }
}

/// The header that the Windows clipboard puts before HTML; returns where the markup starts.
pub fn clipboard_header(text: &str) -> Option<usize> {
    let head = text.get(..text.len().min(16)).unwrap_or("");
    if head.starts_with("Version:") && text.contains("StartHTML:") {
        text.find('<')
    } else {
        None
    }
}

/// `<` and then a letter, `!`, `?` or `/`.
fn is_markup_start(head: &str) -> bool {
    let mut chars = head.chars();
    chars.next() == Some('<')
        && chars
            .next()
            .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?' | '/'))
}

/// Markup somewhere inside. A `<br>` alone does not count: Markdown tables carry it.
fn has_table_tags(text: &str) -> bool {
    if text.contains("\\u003ctable") || text.contains("\\u003Ctable") {
        return true;
    }
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or("");
        let tag: String = rest
            .chars()
            .take(6)
            .collect::<String>()
            .to_ascii_lowercase();
        if ["table", "/td>", "/tr>", "/p>", "/div>"]
            .iter()
            .any(|name| tag.starts_with(name))
        {
            return true;
        }
    }
    false
}

/// Control characters that no text has.
fn looks_binary(head: &str) -> bool {
    let total = head.chars().count();
    let odd = head
        .chars()
        .filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}'))
        .count();
    odd * 50 > total || head.contains('\0')
}

/// Which kind of zip: a build without packages leaves that to the full one.
#[cfg(not(feature = "office"))]
fn zip(_bytes: &[u8]) -> Format {
    Format::Zip
}

/// Which kind of zip, by the names in its directory.
#[cfg(feature = "office")]
fn zip(bytes: &[u8]) -> Format {
    let Some(archive) = Archive::open(bytes) else {
        return Format::BrokenContainer;
    };
    package(|| archive.names(), bytes)
}

/// How much of a package's start tells its kind.
#[cfg(feature = "office")]
pub const PACKAGE_HEAD: usize = 256;

/// Which kind of package a zip is, by the names in it and by how it starts.
#[cfg(feature = "office")]
pub fn package<'a, Names: Iterator<Item = &'a str>>(
    names: impl Fn() -> Names,
    bytes: &[u8],
) -> Format {
    if names().any(|name| name == "xl/workbook.bin") {
        return Format::Xlsb;
    }
    let known = names().find_map(|name| match name {
        "OFD.xml" => Some(Format::Ofd),
        "content.xml" => Some(open_document(bytes)),
        "encrypted-package" => Some(Format::EncryptedOffice),
        _ if name.starts_with("word/") => Some(Format::Docx),
        _ if name.starts_with("xl/") => Some(Format::Xlsx),
        _ if name.starts_with("ppt/") => Some(Format::Pptx),
        _ => None,
    });
    known.unwrap_or(Format::Zip)
}

/// Which OpenDocument: the media type is stored unpacked at the start of the archive.
#[cfg(feature = "office")]
fn open_document(bytes: &[u8]) -> Format {
    let says = |kind: &[u8]| contains(head(bytes, PACKAGE_HEAD), kind);
    if says(b"opendocument.spreadsheet") {
        Format::Ods
    } else if says(b"opendocument.presentation") {
        Format::Ppt
    } else {
        Format::Odt
    }
}

/// Which kind of compound file, by the names of its streams: a directory entry is 128 bytes and starts with the name.
fn compound(bytes: &[u8]) -> Format {
    let has = |name: &str| {
        let wide: Vec<u8> = name
            .encode_utf16()
            .chain([0])
            .flat_map(u16::to_le_bytes)
            .collect();
        bytes
            .chunks_exact(128)
            .any(|entry| entry.starts_with(&wide))
    };
    if has("EncryptedPackage") {
        Format::EncryptedOffice
    } else if has("WordDocument") {
        Format::Doc
    } else if has("MatOST") {
        Format::Works
    } else if has("Workbook") || has("Book") {
        Format::Xls
    } else if has("PowerPoint Document") {
        Format::Ppt
    } else if directory_is_cut(bytes) {
        Format::BrokenContainer
    } else {
        Format::Binary
    }
}

/// The sector where a compound file's directory starts, counted after the head, lies behind the end.
fn directory_is_cut(bytes: &[u8]) -> bool {
    let Some(&[a, b, c, d]) = bytes.get(48..52) else {
        return true;
    };
    let sector = u32::from_le_bytes([a, b, c, d]) as usize;
    sector.saturating_add(2).saturating_mul(512) > bytes.len()
}

fn head(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(..length.min(bytes.len())).unwrap_or(bytes)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
