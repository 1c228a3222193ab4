//! A path's AbbreviatedData as corners of straight lines: `M 0 0 L 10 0 C`. Curves only move on to their end.

/// One stretch of a path without a jump.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    pub points: Vec<(f32, f32)>,
    pub closed: bool,
    /// It has curves: no outline of a rectangle.
    pub curved: bool,
}

/// Corners of one path; a drawing with more is no table.
const POINTS: usize = 20_000;

pub fn trails(data: &str) -> Vec<Trail> {
    let mut trails: Vec<Trail> = Vec::new();
    let mut words = data.split_whitespace().take(POINTS * 8);
    while let Some(operator) = words.next() {
        let (count, curved) = match operator {
            "S" | "M" | "L" => (2, false),
            "Q" => (4, true),
            "B" => (6, true),
            "A" => (7, true),
            "C" => {
                if let Some(trail) = trails.last_mut() {
                    trail.closed = true;
                }
                continue;
            }
            _ => continue,
        };
        let numbers: Vec<f32> = words
            .by_ref()
            .take(count)
            .map_while(|word| word.parse().ok())
            .collect();
        let &[.., x, y] = numbers.as_slice() else {
            continue;
        };
        if numbers.len() != count {
            continue;
        }
        let jump = matches!(operator, "S" | "M");
        if jump || trails.is_empty() {
            trails.push(Trail::default());
        }
        if let Some(trail) = trails.last_mut() {
            trail.points.push((x, y));
            trail.curved |= curved;
        }
    }
    trails
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_trails() {
        let found = trails("M 0 0 L 10 0 L 10 5 C M 1 1 B 1 2 3 4 5 6 L x 2");
        let points: Vec<(usize, bool, bool)> = found
            .iter()
            .map(|trail| (trail.points.len(), trail.closed, trail.curved))
            .collect();
        assert_eq!(points, [(3, true, false), (2, false, true)]);
    }
}
