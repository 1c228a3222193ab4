//! The figures of a row among the blanks around them.

use super::Doubt;
use super::lines::Piece;
use crate::model::Shape;

/// The only run of `count` pieces that leaves nothing but blanks outside. Where several would do, or blanks were lost,
/// the row is doubtful.
pub fn window<'p, 'a>(
    tail: &'p [Piece<'a>],
    count: usize,
    shape: Shape,
) -> Result<&'p [Piece<'a>], Doubt> {
    let filled = |p: &Piece| !p.is_blank();
    let ends = tail
        .iter()
        .position(filled)
        .zip(tail.iter().rposition(filled));
    let Some((first, last)) = ends else {
        return tail.get(..count).ok_or(Doubt::NoFigures);
    };
    let room = tail
        .len()
        .checked_sub(count)
        .ok_or(Doubt::CollapsedBlanks)?;
    if last - first >= count {
        return Err(Doubt::Columns);
    }
    let (lowest, highest) = ((last + 1).saturating_sub(count), first.min(room));
    if lowest != highest {
        return Err(Doubt::Columns);
    }
    // Text that lost its blanks pushes its figures to the left: a blank in the last place betrays it.
    if shape != Shape::Ruled && last + 1 < lowest + count {
        return Err(Doubt::CollapsedBlanks);
    }
    tail.get(lowest..lowest + count).ok_or(Doubt::Columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlaceId;

    /// Pieces are separated by `|`; the window is shown the same way.
    fn case(tail: &str, count: usize, shape: Shape) -> Result<String, Doubt> {
        let texts: Vec<&str> = if tail.is_empty() {
            Vec::new()
        } else {
            tail.split('|').collect()
        };
        let piece = |text| Piece {
            text,
            figure: true,
            place: PlaceId(0),
            column: 0,
            colspan: 1,
            row: None,
        };
        let pieces: Vec<Piece> = texts.into_iter().map(piece).collect();
        let found = window(&pieces, count, shape)?;
        Ok(found.iter().map(|p| p.text).collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn the_window_is_unique_or_in_doubt() {
        use Shape::{Rows, Ruled};
        let cases = [
            ("1|2|3", Rows, Ok("1|2|3")),
            ("||1|2|3", Rows, Ok("1|2|3")),
            ("|1|2|3|", Rows, Ok("1|2|3")),
            ("1||3||", Rows, Ok("1||3")),
            ("||3", Rows, Ok("||3")),
            ("|||3", Rows, Ok("||3")),
            ("||3|", Rows, Err(Doubt::Columns)),
            ("1|1||||", Rows, Err(Doubt::CollapsedBlanks)),
            ("1|1", Rows, Err(Doubt::CollapsedBlanks)),
            ("1|1|", Ruled, Ok("1|1|")),
            ("1|2|3|4", Ruled, Err(Doubt::Columns)),
            ("|||", Rows, Ok("||")),
            ("", Rows, Err(Doubt::NoFigures)),
        ];
        for (tail, shape, expected) in cases {
            assert_eq!(case(tail, 3, shape), expected.map(str::to_string), "{tail}");
        }
    }
}
