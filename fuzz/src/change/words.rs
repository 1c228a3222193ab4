//! Text as words, numbers and signs: numbers become others, words change places, pieces come twice or go.

use super::super::support::rng::Rng;
use super::{at, range, values};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digits,
    Letters,
    Blank,
    Sign,
}

pub fn change(data: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let mut tokens = tokens(data);
    if tokens.is_empty() {
        return None;
    }
    let digits: Vec<usize> = (0..tokens.len())
        .filter(|&at| tokens[at].first().is_some_and(u8::is_ascii_digit))
        .collect();
    let spot = at(rng, tokens.len());
    let text = values::text(rng);
    let number;
    match rng.below(9) {
        0..3 if !digits.is_empty() => {
            let digit = *rng.pick(&digits);
            number = values::number(tokens[digit], rng);
            tokens[digit] = &number;
        }
        3 => drop(tokens.drain(range(rng, tokens.len()))),
        4 => {
            let piece = tokens[range(rng, tokens.len())].to_vec();
            let times = [1, 1, 2, 40][at(rng, 4)];
            tokens.splice(spot..spot, piece.repeat(times));
        }
        5 => {
            let other = at(rng, tokens.len());
            tokens.swap(spot, other);
        }
        6 => tokens.insert(spot, &text),
        7 => tokens[spot] = tokens[at(rng, tokens.len())],
        8 => tokens.truncate(spot),
        _ => tokens[spot] = &text,
    }
    Some(tokens.concat())
}

fn tokens(data: &[u8]) -> Vec<&[u8]> {
    let kind = |byte: &u8| match byte {
        b'0'..=b'9' => Kind::Digits,
        b' ' | b'\t' | b'\n' | b'\r' => Kind::Blank,
        byte if byte.is_ascii_alphabetic() || *byte >= 0x80 => Kind::Letters,
        _ => Kind::Sign,
    };
    data.chunk_by(|a, b| kind(a) == kind(b) && kind(a) != Kind::Sign)
        .collect()
}
