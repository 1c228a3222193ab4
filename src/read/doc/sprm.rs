//! Lists of properties: each is a code and an operand (MS-DOC 2.2.5).

use super::bytes::{byte, slice, u16, u32};

pub const P_IN_TABLE: u16 = 0x2416;
pub const P_ROW_END: u16 = 0x2417;
pub const P_INNER_CELL: u16 = 0x244B;
pub const P_INNER_ROW_END: u16 = 0x244C;
pub const P_DEPTH: u16 = 0x6649;
pub const P_STYLE: u16 = 0x4600;
pub const P_OUTLINE: u16 = 0x2640;
pub const P_LIST_LEVEL: u16 = 0x260A;
pub const P_LIST: u16 = 0x460B;
/// Properties that lie in the stream of data.
pub const P_HUGE: [u16; 3] = [0x6646, 0x6645, 0x646B];
pub const T_DEFINITION: u16 = 0xD608;
pub const T_MERGE: u16 = 0x5624;
pub const T_SPLIT: u16 = 0x5625;
pub const T_VERTICAL_MERGE: u16 = 0xD62B;
pub const T_WIDTH: u16 = 0x7623;
pub const C_DELETED: u16 = 0x0800;
pub const C_DATA: u16 = 0x0806;
pub const C_HIDDEN: u16 = 0x083C;
pub const C_STRUCK: [u16; 2] = [0x0837, 0x2A53];
/// 1 is raised, 2 lowered.
pub const C_RAISED: u16 = 0x2A48;
pub const C_SYMBOL: u16 = 0x6A09;
const P_TABS: u16 = 0xC615;

/// A property.
pub struct Sprm<'a> {
    pub code: u16,
    pub operand: &'a [u8],
}

impl Sprm<'_> {
    pub fn byte(&self) -> u8 {
        byte(self.operand, 0).unwrap_or(0)
    }

    /// A switch.
    pub fn is_on(&self) -> bool {
        self.byte() & 1 != 0
    }

    pub fn u16(&self) -> u16 {
        u16(self.operand, 0).unwrap_or(0)
    }

    pub fn u32(&self) -> u32 {
        u32(self.operand, 0).unwrap_or(0)
    }
}

/// The properties of a list, as far as it can be followed.
pub fn sprms(mut list: &[u8]) -> impl Iterator<Item = Sprm<'_>> {
    std::iter::from_fn(move || {
        let code = u16(list, 0)?;
        let (head, length) = size(code, list)?;
        let operand = slice(list, 2 + head, length)?;
        list = list.get(2 + head + length..)?;
        Some(Sprm { code, operand })
    })
}

/// Bytes that tell the length of an operand, and the length.
fn size(code: u16, list: &[u8]) -> Option<(usize, usize)> {
    Some(match code >> 13 {
        0 | 1 => (0, 1),
        2 | 4 | 5 => (0, 2),
        3 => (0, 4),
        7 => (0, 3),
        _ if code == T_DEFINITION => (2, usize::from(u16(list, 2)?).checked_sub(1)?),
        _ => match byte(list, 2)? {
            255 if code == P_TABS => {
                let deleted = usize::from(byte(list, 3)?) * 4;
                let added = usize::from(byte(list, 4 + deleted)?) * 3;
                (1, deleted + added + 2)
            }
            length => (1, usize::from(length)),
        },
    })
}
