//! The distances from character to character: `3.5 3.5 g 4 1.75` means twice 3.5 and four times 1.75.

/// The distances, at most so many.
pub fn expand(text: &str, most: usize) -> Vec<f32> {
    let mut found = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if found.len() >= most {
            break;
        }
        if word.eq_ignore_ascii_case("g") {
            let count = words.next().and_then(|n| n.parse::<usize>().ok());
            let (Some(count), Some(distance)) = (count, words.next().and_then(number)) else {
                break;
            };
            let room = most - found.len();
            found.extend(std::iter::repeat_n(distance, count.min(room)));
        } else {
            match number(word) {
                Some(distance) => found.push(distance),
                None => break,
            }
        }
    }
    found
}

fn number(word: &str) -> Option<f32> {
    word.parse::<f32>().ok().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_expanded() {
        let cases: &[(&str, &[f32])] = &[
            ("", &[]),
            ("3.5 4", &[3.5, 4.0]),
            ("g 3 1.5 -2", &[1.5, 1.5, 1.5, -2.0]),
            ("1 g 2 2 g 1 3", &[1.0, 2.0, 2.0, 3.0]),
            ("g 4000000000 1", &[1.0; 8]),
            ("g 2", &[]),
            ("1 x 2", &[1.0]),
            ("NaN", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expand(text, 8), *expected, "{text}");
        }
    }
}
