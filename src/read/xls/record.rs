//! A BIFF stream as records: two bytes of kind, two of length, then the data.

/// One record.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// The records from an offset on; ends where the stream does.
#[derive(Clone)]
pub struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub fn new(stream: &'a [u8], at: usize) -> Self {
        Records { stream, at }
    }

    /// The data of the records that continue the last one.
    pub fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut parts = Vec::new();
        while let Some(record) = self.clone().next().filter(|r| r.kind == super::CONTINUE) {
            parts.push(record.data);
            self.at += 4 + record.data.len();
        }
        parts
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let rest = self.stream.get(self.at..)?;
        let kind = short(rest, 0)?;
        let length = usize::from(short(rest, 2)?);
        let data = rest.get(4..4 + length)?;
        self.at += 4 + length;
        Some(Record { kind, data })
    }
}

/// Two bytes, low one first.
pub fn short(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

/// Four bytes, low one first.
pub fn long(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// A binary fraction of eight bytes.
pub fn double(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..at.checked_add(8)?)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}
