//! The made reports themselves: balanced before a slip, unbalanced after it, and written in every layout.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use gouji::form::{Edition, Table};

use support::fault::{Sums, inject, sums};
use support::layout::LAYOUTS;
use support::made::{Blanks, Made};
use support::rng::Rng;

#[test]
fn sums_hold_until_a_slip() {
    for edition in Edition::ALL {
        for seed in 0..50 {
            let mut made = Made::new(edition, seed, Blanks::None);
            assert_eq!(sums(&made), Sums::default());
            let faults = inject(&mut made, 1, &mut Rng::new(seed));
            let broken = sums(&made).broken.len();
            let least = if faults[0].key.table == Table::Four {
                1
            } else {
                2
            };
            assert!(
                broken >= least,
                "{edition:?} {seed}: {faults:?} breaks {broken}"
            );
        }
    }
}

#[test]
fn every_layout_is_written() {
    let mut names = std::collections::BTreeSet::new();
    for layout in LAYOUTS {
        assert!(names.insert(layout.name), "{} stands twice", layout.name);
        for edition in Edition::ALL {
            let made = Made::new(edition, 4, Blanks::None);
            let bytes = (layout.write)(&made, &mut Rng::new(4));
            assert!(bytes.len() > 500, "{}", layout.name);
        }
    }
}
