//! A made report: balanced figures under the names of the form, with title, headings and a little prose.

use std::collections::BTreeMap;

use gouji::form::{Edition, Key, Table, sections::SECTIONS};
use gouji::model::Quantity;

use super::rng::Rng;
use super::sheet::{Part, sheet};
use super::words;

/// A report whose truth is known.
#[derive(Clone, Debug)]
pub struct Made {
    pub edition: Edition,
    pub year: i32,
    pub agency: String,
    pub title: String,
    pub blanks: Blanks,
    /// Every cell of the edition; none for a blank.
    pub figures: BTreeMap<Key, Option<Quantity>>,
    pub prose: [Vec<String>; 6],
}

/// Which cells are left blank instead of holding their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    None,
    /// The columns 商业企业 to 其他 of table 三, where no organisation applied.
    Organisations,
    /// 总计 of the result rows.
    Totals,
    /// Each 0 with some chance.
    Scattered,
}

/// How large the figures are.
const SIZES: [i64; 5] = [0, 3, 40, 900, 250_000];

impl Made {
    pub fn new(edition: Edition, seed: u64, blanks: Blanks) -> Self {
        let mut rng = Rng::new(seed ^ ((edition as u64) << 40));
        let size = SIZES[(seed as usize) % SIZES.len()];
        let year = match edition {
            Edition::E2019 => 2019 + rng.below(2) as i32,
            Edition::E2021 => 2021 + rng.below(5) as i32,
        };
        let agency = rng.pick(&words::AGENCIES).to_string();
        let mut figures = BTreeMap::new();
        let natural_only = blanks == Blanks::Organisations;
        fill_two(&mut figures, edition, size, &mut rng);
        fill_three(&mut figures, edition, size, natural_only, &mut rng);
        fill_four(&mut figures, edition, size, &mut rng);
        let mut made = Made {
            title: words::title(&agency, year, &mut rng),
            edition,
            year,
            agency,
            blanks,
            figures,
            prose: Default::default(),
        };
        made.prose = words::prose(&made);
        made.leave_blank(&mut rng);
        made
    }

    /// The whole number in a cell, by its name; 0 for a blank.
    pub fn count(&self, name: &str) -> i64 {
        let key = Key::parse(name).unwrap_or_else(|| panic!("no cell {name}"));
        let quantity = self.figures.get(&key).copied().flatten();
        quantity.map_or(0, |q| q.0 / Quantity::UNIT)
    }

    /// What stands in a cell.
    pub fn text(&self, key: Key) -> String {
        match self.figures.get(&key).copied().flatten() {
            None => String::new(),
            // The 2019 form prints no unit, so people write it into the cell.
            Some(q) if key.name() == "t2.procurement.amount" && q != Quantity::ZERO => {
                format!("{q}元")
            }
            Some(q) => q.to_string(),
        }
    }

    /// The report in reading order.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Title(self.title.clone())];
        parts.push(Part::Text(words::introduction(self.year)));
        for (section, prose) in SECTIONS.iter().zip(&self.prose) {
            parts.push(Part::Heading(format!(
                "{}、{}",
                section.ordinal, section.heading
            )));
            parts.extend(section.table.map(|table| Part::Sheet(sheet(self, table))));
            parts.extend(prose.iter().cloned().map(Part::Text));
        }
        parts
    }

    fn leave_blank(&mut self, rng: &mut Rng) {
        for (key, value) in &mut self.figures {
            let zero = *value == Some(Quantity::ZERO);
            let blank = match self.blanks {
                Blanks::None => false,
                Blanks::Organisations => key.table == Table::Three && (1..=5).contains(&key.column),
                Blanks::Totals => {
                    let summed = ["new", "carried_in", "total", "carried_out"];
                    key.table == Table::Three && key.column == 6 && !summed.contains(&key.row_id())
                }
                Blanks::Scattered => zero && rng.chance(30),
            };
            if blank {
                *value = None;
            }
        }
    }
}

type Figures = BTreeMap<Key, Option<Quantity>>;

fn put(figures: &mut Figures, name: &str, value: i64) {
    let key = Key::parse(name).unwrap_or_else(|| panic!("no cell {name}"));
    figures.insert(key, Some(Quantity::whole(value)));
}

fn fill_two(figures: &mut Figures, edition: Edition, size: i64, rng: &mut Rng) {
    let small = size.min(500);
    for key in Key::all(Table::Two, edition) {
        let value = match (key.row_id(), key.column_id()) {
            // 规章 is for few to make; a stock is never smaller than what came to it.
            ("regulations", _) => Quantity::ZERO,
            (_, "in_force" | "total_published") => Quantity::whole(2 * small + rng.below(small)),
            ("fees", "amount") => Quantity(rng.below(size * Quantity::UNIT)),
            (_, "amount") => Quantity(rng.below(size * 100_000) * (Quantity::UNIT / 100)),
            (_, "change") => Quantity::whole(rng.below(2 * small + 1) - small),
            (_, "decisions") => Quantity::whole(rng.below(4 * size + 1)),
            _ => Quantity::whole(rng.below(small + 1)),
        };
        figures.insert(key, Some(value));
    }
}

/// Fills the inner cells at random, then every total from them, so that all sums hold.
fn fill_three(
    figures: &mut Figures,
    edition: Edition,
    size: i64,
    natural_only: bool,
    rng: &mut Rng,
) {
    let columns = [
        "natural", "business", "research", "charity", "legal", "other",
    ];
    let rows: Vec<&str> = rows_of_three(edition);
    let results: Vec<&str> = rows
        .iter()
        .copied()
        .filter(|row| !["new", "carried_in", "total", "carried_out"].contains(row))
        .collect();
    for (index, column) in columns.iter().enumerate() {
        // Natural persons ask most; some kinds of organisations hardly ever do.
        let share = match index {
            0 => size,
            _ if natural_only => 0,
            _ => size / (1 + rng.below(30)),
        };
        let mut total = 0;
        for row in &results {
            let value = if rng.chance(55) {
                rng.below(share + 1)
            } else {
                0
            };
            put(figures, &format!("t3.{row}.{column}"), value);
            total += value;
        }
        let carried_out = rng.below(share / 4 + 1);
        let carried_in = rng.below((share / 4).min(total + carried_out) + 1);
        put(figures, &format!("t3.total.{column}"), total);
        put(figures, &format!("t3.carried_out.{column}"), carried_out);
        put(figures, &format!("t3.carried_in.{column}"), carried_in);
        put(
            figures,
            &format!("t3.new.{column}"),
            total + carried_out - carried_in,
        );
    }
    for row in rows {
        let cells = columns.map(|column| Key::parse(&format!("t3.{row}.{column}")).unwrap());
        let sum: i64 = cells.iter().map(|key| figures[key].unwrap().0).sum();
        let total = Key::parse(&format!("t3.{row}.total")).unwrap();
        figures.insert(total, Some(Quantity(sum)));
    }
}

fn fill_four(figures: &mut Figures, _edition: Edition, size: i64, rng: &mut Rng) {
    for group in ["review", "direct", "after_review"] {
        let mut total = 0;
        for item in ["upheld", "corrected", "other", "pending"] {
            let value = rng.below(size.min(300) + 1);
            put(figures, &format!("t4.{group}.{item}"), value);
            total += value;
        }
        put(figures, &format!("t4.{group}.total"), total);
    }
}

/// The row names of table 三 in an edition, in order.
pub fn rows_of_three(edition: Edition) -> Vec<&'static str> {
    let mut rows: Vec<&str> = Vec::new();
    for key in Key::all(Table::Three, edition) {
        if rows.last() != Some(&key.row_id()) {
            rows.push(key.row_id());
        }
    }
    rows
}
