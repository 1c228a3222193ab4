//! Sorting by a place on the page: one sort for all kinds of things, as every one of its own costs the page bytes.

/// Sorts by a number; what has the same one keeps its order.
pub fn sort<T>(items: &mut Vec<T>, place: impl Fn(&T) -> f32) {
    let mut order: Vec<(f32, usize)> = items.iter().map(place).zip(0..).collect();
    sort_places(&mut order);
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(
        order
            .into_iter()
            .filter_map(|(_, at)| taken.get_mut(at)?.take()),
    );
}

#[inline(never)]
fn sort_places(order: &mut [(f32, usize)]) {
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_places_keep_their_order() {
        let mut words = vec![
            ("c", 2.0),
            ("a", 1.0),
            ("d", 2.0),
            ("b", 1.0),
            ("e", f32::MAX),
        ];
        sort(&mut words, |word| word.1);
        let found: String = words.iter().map(|word| word.0).collect();
        assert_eq!(found, "abcde");
    }
}
