//! Gets the bytes of one input, and says in words why it cannot.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use gouji::finding::Words;

/// No more is taken of an input; the reader refuses one that is larger than it allows long before.
const MOST: u64 = 256 << 20;

/// Why an input gave no bytes: the word of the output contract, and the sentence.
pub type Failure = (&'static str, Words);

/// The whole of standard input.
pub fn standard() -> Result<Vec<u8>, Failure> {
    all(io::stdin().lock()).map_err(|error| failure(&error))
}

/// The whole of a file.
pub fn file(path: &OsStr) -> Result<Vec<u8>, Failure> {
    let path = Path::new(path);
    if path.is_dir() {
        return Err((
            "folder",
            Words::new(
                "这是一个文件夹。请给出其中的报告文件，或加上 --recursive",
                "This is a folder. Name the report files in it, or add --recursive",
            ),
        ));
    }
    File::open(path)
        .and_then(all)
        .map_err(|error| failure(&error))
}

fn all(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is said of an error of the system.
pub fn failure(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => (
            "not-found",
            Words::new(
                "没有这个文件。请检查文件名和路径",
                "There is no such file. Check its name and path",
            ),
        ),
        io::ErrorKind::PermissionDenied => (
            "not-permitted",
            Words::new(
                "没有读取这个文件的权限",
                "You are not permitted to read this file",
            ),
        ),
        _ => (
            "not-readable",
            Words::new(
                format!("读取时出错：{error}"),
                format!("Reading failed: {error}"),
            ),
        ),
    }
}
