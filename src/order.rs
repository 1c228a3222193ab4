//! The one sort of the house. The standard library's is made anew for every type that is sorted, four to twelve
//! kilobytes each, a seventh of what a browser would have to load; nothing here is long enough to need its speed.

use std::mem;

/// Sorts by a key; equals stay as they stand.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = merge(keys.len(), &|a, b| keys.get(a) <= keys.get(b));
    let mut taken: Vec<Option<T>> = mem::take(items).into_iter().map(Some).collect();
    let taken = |at: usize| taken.get_mut(at).and_then(Option::take);
    items.extend(order.into_iter().filter_map(taken));
}

/// Merge sort over positions, so that it does not know what is sorted. `stays`: the first of two may stand first.
fn merge(len: usize, stays: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some((&a, after_a)), Some((&b, after_b))) =
                (left.split_first(), right.split_first())
            {
                if stays(a, b) {
                    merged.push(a);
                    left = after_a;
                } else {
                    merged.push(b);
                    right = after_b;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn as_the_standard_library_sorts() {
        let mut number = 1u32;
        for len in 0..70 {
            let mut next = || {
                number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                number >> 28
            };
            let items: Vec<(u32, usize)> = (0..len).map(|at| (next(), at)).collect();
            let (mut own, mut std) = (items.clone(), items);
            by_key(&mut own, |(key, _)| *key);
            std.sort_by_key(|(key, _)| *key);
            assert_eq!(own, std);
        }
    }
}
