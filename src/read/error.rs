//! Why an input could not be opened at all, in words that say what to do.

use std::fmt;

/// An input that could not be read.
#[derive(Debug)]
pub struct ReadError {
    kind: ReadErrorKind,
}

#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// Nothing in it.
    Empty,
    /// A format that is known by its content and not read.
    NotSupported(&'static str),
    /// Bytes of no known format.
    Unknown,
    Encrypted,
    Damaged,
    TooLarge,
}

impl ReadError {
    pub(crate) fn new(kind: ReadErrorKind) -> Self {
        ReadError { kind }
    }

    pub fn kind(&self) -> ReadErrorKind {
        self.kind
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for ReadError {}
