//! Markup as elements: they go, come again, change places and names; the numbers and texts in them become others.

use super::super::support::rng::Rng;
use super::{Raw, at, range, values, words};

pub fn change(data: &[u8], rng: &mut Rng, raw: Raw) -> Option<Vec<u8>> {
    let tokens = tokens(data);
    let is_tag = |at: &usize| tokens[*at].starts_with(b"<");
    let tags: Vec<usize> = (0..tokens.len()).filter(is_tag).collect();
    if tags.is_empty() {
        return None;
    }
    let mut tokens: Vec<Vec<u8>> = tokens.iter().map(|token| token.to_vec()).collect();
    let (tag, spot) = (*rng.pick(&tags), at(rng, tokens.len()));
    match rng.below(12) {
        0 => drop(tokens.remove(spot)),
        1 => drop(tokens.drain(element(&tokens, tag))),
        2 | 3 => {
            let copy = tokens[element(&tokens, tag)].to_vec();
            let times = [1, 1, 2, 30][at(rng, 4)];
            tokens.splice(
                spot..spot,
                copy.iter().cycle().take(copy.len() * times).cloned(),
            );
        }
        4 => {
            let moved: Vec<Vec<u8>> = tokens.drain(element(&tokens, tag)).collect();
            let spot = spot.min(tokens.len());
            tokens.splice(spot..spot, moved);
        }
        5 => {
            let copy = tokens[range(rng, tokens.len())].to_vec();
            tokens.splice(spot..spot, copy);
        }
        6 => tokens[tag] = tokens[*rng.pick(&tags)].clone(),
        7 => tokens[spot] = values::text(rng),
        8 => {
            let most = tokens[spot].len() + 64;
            raw(&mut tokens[spot], most);
        }
        9 => tokens.truncate(spot),
        _ => tokens[tag] = words::change(&tokens[tag], rng)?,
    }
    Some(tokens.concat())
}

/// Tags with their angles, and what stands between them.
fn tokens(data: &[u8]) -> Vec<&[u8]> {
    data.chunk_by(|a, b| *a != b'>' && *b != b'<').collect()
}

/// From an opening tag to the closing one of its own name; of others the tag alone.
fn element(tokens: &[Vec<u8>], from: usize) -> std::ops::Range<usize> {
    let name = name(&tokens[from]);
    let closed = tokens[from].ends_with(b"/>") || name.starts_with(b"/");
    if closed {
        return from..from + 1;
    }
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        let other = self::name(token);
        if other == name && !token.ends_with(b"/>") {
            depth += 1;
        } else if other.strip_prefix(b"/") == Some(name) {
            depth -= 1;
            if depth == 0 {
                return from..at + 1;
            }
        }
    }
    from..from + 1
}

fn name(tag: &[u8]) -> &[u8] {
    let inner = tag.strip_prefix(b"<").unwrap_or(b"");
    let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
    let end = inner.iter().position(ends).unwrap_or(inner.len());
    &inner[..end]
}
