//! Aligns what was found with what the form prints, in order, as a diff does.

/// Pairs (found, printed), both rising, with the largest sum of scores. A score of 0 never pairs.
pub fn monotone(scores: &[Vec<f32>]) -> Vec<(usize, usize)> {
    let width = scores.first().map_or(0, Vec::len);
    // best[f][p]: the largest sum with the first f found and the first p printed.
    let mut best = vec![vec![0.0f32; width + 1]; scores.len() + 1];
    for (f, row) in scores.iter().enumerate() {
        for (p, &score) in row.iter().enumerate() {
            let skipped = best[f][p + 1].max(best[f + 1][p]);
            let paired = if score > 0.0 { best[f][p] + score } else { 0.0 };
            best[f + 1][p + 1] = skipped.max(paired);
        }
    }
    let (mut f, mut p, mut pairs) = (scores.len(), width, Vec::new());
    while f > 0 && p > 0 {
        if best[f][p] == best[f - 1][p] {
            f -= 1;
        } else if best[f][p] == best[f][p - 1] {
            p -= 1;
        } else {
            (f, p) = (f - 1, p - 1);
            pairs.push((f, p));
        }
    }
    pairs.reverse();
    pairs
}

/// A longest rising run of some distinct numbers.
pub fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for (at, &number) in numbers.iter().enumerate() {
        let before = (0..at).filter(|&b| numbers.get(b).is_some_and(|n| *n < number));
        let mut run = before
            .filter_map(|b| runs.get(b))
            .max_by_key(|r| r.len())
            .cloned()
            .unwrap_or_default();
        run.push(number);
        runs.push(run);
    }
    runs.into_iter().max_by_key(Vec::len).unwrap_or_default()
}
