//! What a copy's package shares with the file's, as another library of zip archives sees it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// An entry: its name, its packed bytes, and what they unpack to.
pub struct Entry {
    pub name: String,
    pub packed: Vec<u8>,
    pub text: Vec<u8>,
}

pub fn entries(bytes: &[u8]) -> Vec<Entry> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let entry = |at: usize, archive: &mut ZipArchive<Cursor<&[u8]>>| {
        let (mut packed, mut text) = (Vec::new(), Vec::new());
        let mut raw = archive.by_index_raw(at).unwrap();
        raw.read_to_end(&mut packed).unwrap();
        let name = raw.name().unwrap().to_string();
        drop(raw);
        archive
            .by_index(at)
            .unwrap()
            .read_to_end(&mut text)
            .unwrap();
        Entry { name, packed, text }
    };
    (0..archive.len())
        .map(|at| entry(at, &mut archive))
        .collect()
}

/// The text of a part.
pub fn part(bytes: &[u8], name: &str) -> String {
    let entries = entries(bytes);
    let found = entries.iter().find(|entry| entry.name == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {name}")).text.clone()).unwrap()
}

/// Names of parts that are new or differ; every other one has the same packed bytes, and all old ones stand first and in
/// their order.
pub fn changed(file: &[u8], copy: &[u8]) -> Vec<String> {
    let (before, after) = (entries(file), entries(copy));
    let mut changed = Vec::new();
    for (at, entry) in after.iter().enumerate() {
        match before.get(at) {
            Some(old) => {
                assert_eq!(old.name, entry.name);
                if old.packed != entry.packed {
                    changed.push(entry.name.clone());
                }
            }
            None => changed.push(entry.name.clone()),
        }
    }
    assert!(after.len() >= before.len());
    changed.sort();
    changed
}
