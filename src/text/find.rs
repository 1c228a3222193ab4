//! Looks for words in text. The standard library's searcher is made anew at every place that calls it, which a browser
//! would have to load each time, and prepares itself for every word, which costs more than the search in a line of text.

use memchr::memchr;

/// The bytes at which a word stands in a text, one behind the other.
pub fn all(text: &str, word: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| first(rest, word)) {
        found.push(from + at);
        from += at + word.len();
    }
    found
}

/// The first of them. An empty word stands nowhere.
#[inline(never)]
pub fn first(text: &str, word: &str) -> Option<usize> {
    let text = text.as_bytes();
    // The first bytes of Chinese characters are a few, the last ones are many.
    let (last, rest) = word.as_bytes().split_last()?;
    let mut from = rest.len();
    loop {
        let end = from + memchr(*last, text.get(from..)?)? + 1;
        if text.get(..end)?.ends_with(word.as_bytes()) {
            return Some(end - word.len());
        }
        from = end;
    }
}

/// The byte at which the first of some words stands in a text.
#[inline(never)]
pub fn first_of(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| first(text, word)).min()
}

/// Whether one of some words stands in a text.
pub fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| first(text, word).is_some())
}

/// Whether a text ends with one of some words.
#[inline(never)]
pub fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::{all, first};

    #[test]
    fn finds_what_the_standard_library_finds() {
        let texts = [
            "",
            "年",
            "全年年年度",
            "2023年1月1日至12月31日",
            "行政行政许可aab",
            "aaaa",
        ];
        let words = [
            "年",
            "年年",
            "aa",
            "aab",
            "行政许可",
            "12月31日",
            "不在此处的长长的词",
        ];
        for text in texts {
            for word in words {
                assert_eq!(first(text, word), text.find(word), "{word} in {text}");
                let places: Vec<usize> = text.match_indices(word).map(|(at, _)| at).collect();
                assert_eq!(all(text, word), places, "{word} in {text}");
            }
        }
        assert_eq!(first("年", ""), None);
    }
}
