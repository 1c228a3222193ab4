//! Looks for words in text. The standard library's searcher is made anew at every place that calls it; a browser would
//! have to load each, so they are called from here.

/// The bytes at which a word stands in a text.
#[inline(never)]
pub fn all(text: &str, word: &str) -> Vec<usize> {
    text.match_indices(word).map(|(at, _)| at).collect()
}

/// The first of them.
#[inline(never)]
pub fn first(text: &str, word: &str) -> Option<usize> {
    text.find(word)
}

/// The byte at which the first of some words stands in a text.
#[inline(never)]
pub fn first_of(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| first(text, word)).min()
}

/// Whether one of some words stands in a text.
pub fn has(text: &str, words: &[&str]) -> bool {
    first_of(text, words).is_some()
}

/// Whether a text ends with one of some words.
#[inline(never)]
pub fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}
