//! The smallest zip archive: entries, central directory, nothing else.

/// An archive of stored entries.
pub fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    write(entries, false)
}

/// An archive of deflated entries.
pub fn deflated(entries: &[(&str, &[u8])]) -> Vec<u8> {
    write(entries, true)
}

/// An archive whose names all stand for the same deflated bytes.
pub fn overlapping(names: &[String], bytes: &[u8]) -> Vec<u8> {
    let mut out = b"PK\x03\x04".to_vec();
    let packed = packed(bytes);
    let first = names.first().map_or("", String::as_str);
    let (sum, size) = (crc32(bytes), bytes.len());
    out.extend(head(first, sum, size, Some(&packed)));
    out.extend(&packed);
    let mut directory = Vec::new();
    for name in names {
        list(&mut directory, &head(name, sum, size, Some(&packed)), 0);
    }
    finish(out, &directory, names.len())
}

fn write(entries: &[(&str, &[u8])], deflate: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in entries {
        let offset = out.len() as u32;
        let packed = deflate.then(|| packed(bytes));
        let common = head(name, crc32(bytes), bytes.len(), packed.as_deref());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(packed.as_deref().unwrap_or(bytes));
        list(&mut directory, &common, offset);
    }
    finish(out, &directory, entries.len())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(bytes, 1)
}

/// What the two heads of an entry have in common, with the name at its end.
fn head(name: &str, sum: u32, size: usize, packed: Option<&[u8]>) -> Vec<u8> {
    let mut common = Vec::new();
    let method = if packed.is_some() { 8 } else { 0 };
    for half in [20u16, 0x0800, method, 0, 0x21] {
        common.extend(half.to_le_bytes());
    }
    let stored = packed.map_or(size, <[u8]>::len);
    for word in [sum, stored as u32, size as u32] {
        common.extend(word.to_le_bytes());
    }
    common.extend((name.len() as u16).to_le_bytes());
    common.extend(0u16.to_le_bytes());
    common.extend(name.as_bytes());
    common
}

/// One entry of the directory.
fn list(directory: &mut Vec<u8>, common: &[u8], offset: u32) {
    /// Bytes of the common head before the name.
    const FIXED: usize = 26;
    directory.extend(b"PK\x01\x02");
    directory.extend(20u16.to_le_bytes());
    directory.extend(&common[..FIXED]);
    // Comment length, disk, internal attributes; external attributes.
    directory.extend([0u8; 6]);
    directory.extend([0u8; 4]);
    directory.extend(offset.to_le_bytes());
    directory.extend(&common[FIXED..]);
}

fn finish(mut out: Vec<u8>, directory: &[u8], count: usize) -> Vec<u8> {
    let at = out.len() as u32;
    let count = count as u16;
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend(0u16.to_le_bytes());
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let table: Vec<u32> = (0..256_u32)
        .map(|byte| {
            (0..8).fold(byte, |crc, _| match crc & 1 {
                1 => (crc >> 1) ^ 0xEDB8_8320,
                _ => crc >> 1,
            })
        })
        .collect();
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (crc >> 8) ^ table[usize::from(crc as u8 ^ byte)]
    })
}
