//! Numbers and texts at which readers stumble.

use super::super::support::rng::Rng;

const NUMBERS: [&str; 26] = [
    "0",
    "1",
    "-1",
    "2",
    "7",
    "9",
    "12",
    "127",
    "128",
    "255",
    "256",
    "999",
    "1000",
    "1001",
    "16384",
    "32768",
    "65534",
    "65535",
    "65536",
    "1048576",
    "2147483647",
    "2147483648",
    "4294967295",
    "-2147483648",
    "9223372036854775807",
    "18446744073709551616",
];
const TEXTS: [&str; 24] = [
    "NaN",
    "1e308",
    "-0",
    "1.5",
    "0x10",
    "",
    " ",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{fffd}",
    "甲",
    "总计",
    "１２",
    "一百二十",
    "（七）总计",
    "本年新收政府信息公开申请数量",
    "&amp;",
    "&#0;",
    "]]>",
    "<!--",
    "%",
    "'\"",
];
const WIDE: [u32; 14] = [
    0,
    1,
    2,
    7,
    0x7F,
    0x80,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFF_FFFF,
    0xFFFF_FFFF,
];

/// A number in digits; near the one that stands there, or at an edge.
pub fn number(old: &[u8], rng: &mut Rng) -> Vec<u8> {
    let old = std::str::from_utf8(old)
        .ok()
        .and_then(|old| old.parse::<i64>().ok());
    match (old, rng.below(4)) {
        (Some(old), 0) => (old.wrapping_add(rng.below(9) - 4))
            .to_string()
            .into_bytes(),
        (Some(old), 1) => old
            .wrapping_mul(1 << rng.below(20))
            .to_string()
            .into_bytes(),
        (_, 2) if rng.chance(5) => vec![b'9'; 400],
        _ => rng.pick(&NUMBERS).as_bytes().to_vec(),
    }
}

pub fn text(rng: &mut Rng) -> Vec<u8> {
    match rng.chance(50) {
        true => rng.pick(&TEXTS).as_bytes().to_vec(),
        false => rng.pick(&NUMBERS).as_bytes().to_vec(),
    }
}

/// A number of one, two or four bytes, low one first.
pub fn binary(rng: &mut Rng) -> Vec<u8> {
    let number = rng.pick(&WIDE).wrapping_add(rng.below(3) as u32);
    let number = number.wrapping_sub(1).to_le_bytes();
    number[..1 << rng.below(3)].to_vec()
}
