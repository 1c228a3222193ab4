//! Bytes changed as bytes, for the runs without libFuzzer: flips, numbers, cuts, repetitions.

use super::super::support::rng::Rng;
use super::{at, range, values};

pub fn change(data: &mut Vec<u8>, most: usize, rng: &mut Rng) {
    if data.is_empty() {
        data.push(rng.next() as u8);
    }
    let spot = at(rng, data.len());
    match rng.below(8) {
        0 => data[spot] ^= 1 << rng.below(8),
        1 => data[spot] = rng.next() as u8,
        2 => data.truncate(spot),
        3 => drop(data.drain(range(rng, data.len()))),
        4 => {
            let piece = data[range(rng, data.len())].to_vec();
            data.splice(spot..spot, piece);
        }
        5 => {
            let other = range(rng, data.len());
            let piece = data[other].to_vec();
            let end = data.len().min(spot + piece.len());
            data.splice(spot..end, piece);
        }
        _ => {
            let number = values::binary(rng);
            let end = data.len().min(spot + number.len());
            data.splice(spot..end, number);
        }
    }
    data.truncate(most);
}
