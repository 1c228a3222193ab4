//! Adds up the sums of the form over the figures that were found. The one policy for blanks stands here:
//! a blank or a dash is any number that is not negative, so a sum is broken only when nothing can fill it.

use crate::form::sums::RESULTS;
use crate::form::{Equation, Family, Key};
use crate::model::Quantity;
use crate::recognise::{Doubt, Filled, Oddity, Sheet, SheetState, Value};

/// What a cell brings into a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Whole or not, negative or not: it counts as it stands.
    Number(Quantity),
    /// A blank or a dash.
    Open,
    Unreadable,
    /// The cell was not found.
    Absent,
}

impl From<Value> for Term {
    fn from(value: Value) -> Self {
        match value {
            Value::Number(quantity) => Term::Number(quantity),
            Value::Blank | Value::Dash => Term::Open,
            Value::Unreadable => Term::Unreadable,
        }
    }
}

/// How a sum stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// True with every blank at 0.
    Held,
    /// No filling of its blanks makes it true.
    Broken,
    /// Some filling of its blanks makes it true, and 0 does not.
    Open {
        /// The only blank that could complete it, and the value that does so with any other blank at 0.
        completing: Option<(Key, Quantity)>,
    },
    /// A cell of it has no value that could be added.
    Unknown(Lack),
}

/// Why a sum has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    Unreadable(Key),
    Absent(Key),
    /// The table has a row that the form does not have, and the total may count it.
    Extra(String),
}

/// A sum of the form with what its figures add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub equation: Equation,
    pub tally: Tally,
}

/// What the figures of a sum add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Both sides with every blank at 0.
    pub left: Quantity,
    pub right: Quantity,
    /// Blanks and dashes on each side.
    pub open_left: usize,
    pub open_right: usize,
    pub standing: Standing,
}

/// The sums of a family, or why there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sums {
    Told(Vec<Sum>),
    /// The table is there, but its cells cannot be told apart.
    Doubtful(Doubt),
    /// The table was not found.
    Missing,
}

/// The sums of one family in a filled form.
pub fn of_family(family: &'static Family, filled: &Filled) -> Sums {
    let sheet = filled.sheet(family.table());
    match sheet.state {
        SheetState::Missing => return Sums::Missing,
        SheetState::CannotTell(doubt) => return Sums::Doubtful(doubt),
        SheetState::Bound => {}
    }
    let terms = Terms::of(sheet);
    let extra = extra(sheet, family);
    let told = family
        .equations(filled.edition_of(family.table()))
        .into_iter()
        .map(|equation| {
            let mut tally = add(&equation, |key| terms.get(key));
            if let (false, Some(text)) = (tally.standing == Standing::Held, extra) {
                tally.standing = Standing::Unknown(Lack::Extra(text.to_string()));
            }
            Sum { equation, tally }
        });
    Sums::Told(told.collect())
}

/// Adds up one sum.
pub fn add(equation: &Equation, term: impl Fn(Key) -> Term) -> Tally {
    let (mut sides, mut open, mut lack) = ([0i64; 2], [0usize; 2], None);
    for (key, sign) in equation.terms() {
        let side = usize::from(sign < 0);
        match term(key) {
            // Figures are bounded so that no sum comes near the ends of i64; saturating keeps a wild host harmless.
            Term::Number(quantity) => sides[side] = sides[side].saturating_add(quantity.0),
            Term::Open => open[side] += 1,
            Term::Unreadable => lack = lack.or(Some(Lack::Unreadable(key))),
            Term::Absent => lack = lack.or(Some(Lack::Absent(key))),
        }
    }
    let short = sides[1].saturating_sub(sides[0]);
    // The blanks that could complete it stand on the smaller side.
    let open_short = if short > 0 { open[0] } else { open[1] };
    let standing = match (lack, short, open_short) {
        (Some(lack), _, _) => Standing::Unknown(lack),
        (None, 0, _) => Standing::Held,
        (None, _, 0) => Standing::Broken,
        (None, _, several) => {
            let smaller = if short > 0 {
                &equation.left
            } else {
                &equation.right
            };
            let blank = smaller.iter().find(|&&key| term(key) == Term::Open);
            let value = Quantity(short.saturating_abs());
            Standing::Open {
                completing: blank.filter(|_| several == 1).map(|&key| (key, value)),
            }
        }
    };
    Tally {
        left: Quantity(sides[0]),
        right: Quantity(sides[1]),
        open_left: open[0],
        open_right: open[1],
        standing,
    }
}

/// A row beside those of the form that （七）总计 may or may not count.
fn extra<'a>(sheet: &'a Sheet, family: &Family) -> Option<&'a str> {
    sheet.oddities.iter().find_map(|oddity| match oddity {
        Oddity::RowExtra { text, .. } if *family == RESULTS => Some(text.as_str()),
        _ => None,
    })
}

/// The cells of a table, laid out for quick access.
#[derive(Debug)]
pub struct Terms {
    cells: Vec<Term>,
}

impl Terms {
    /// More columns than any table of the form has.
    const STRIDE: usize = 16;

    pub fn of(sheet: &Sheet) -> Terms {
        let mut cells = Vec::new();
        for (key, figure) in &sheet.figures {
            let slot = Terms::slot(*key);
            if slot >= cells.len() {
                cells.resize(slot + 1, Term::Absent);
            }
            if let Some(cell) = cells.get_mut(slot) {
                *cell = Term::from(figure.value);
            }
        }
        Terms { cells }
    }

    pub fn get(&self, key: Key) -> Term {
        let found = self.cells.get(Terms::slot(key));
        found.copied().unwrap_or(Term::Absent)
    }

    /// Where a cell of a table stands.
    pub fn slot(key: Key) -> usize {
        key.row as usize * Terms::STRIDE + key.column as usize
    }
}
