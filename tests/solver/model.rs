//! What the smallest repair is, stated once more and without any search: a mixed-integer programme for each part of the
//! form. It takes nothing from the library but the sums as the form prints them.

use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable, constraint,
    microlp, variable,
};
use gouji::form::{Equation, Key};
use gouji::model::Quantity;
use gouji::recognise::Value;

use super::filled::Sheets;

/// A sum that has a value: none of its cells is unreadable or missing.
pub struct Line {
    /// Places in the list of cells, with their signs.
    terms: Vec<(usize, i64)>,
    /// Left side minus right side with every blank at 0.
    residual: i64,
    /// Some filling of its blanks makes it true, and 0 does not: it need not be settled, only not be spoilt.
    open: bool,
}

/// The cells and sums of one part of the form.
pub struct Model {
    pub cells: Vec<(Key, Option<i64>)>,
    lines: Vec<Line>,
}

impl Model {
    /// The sums of the given ones that have a value, over the figures as they stand.
    pub fn new(sheets: &Sheets, equations: &[Equation]) -> Model {
        let mut model = Model {
            cells: Vec::new(),
            lines: Vec::new(),
        };
        for equation in equations {
            if let Some(values) = values(sheets, equation) {
                model.add(equation, &values);
            }
        }
        model
    }

    fn add(&mut self, equation: &Equation, values: &[Option<i64>]) {
        let mut terms = Vec::new();
        for ((key, sign), value) in equation.terms().zip(values) {
            let at = self.cells.iter().position(|(other, _)| *other == key);
            terms.push((at.unwrap_or(self.cells.len()), sign));
            if at.is_none() {
                self.cells.push((key, *value));
            }
        }
        let residual = terms.iter().map(|&(at, sign)| sign * self.found(at)).sum();
        let short: i64 = if residual < 0 { 1 } else { -1 };
        let mut blanks = terms.iter().filter(|(at, _)| self.cells[*at].1.is_none());
        let open = residual != 0 && blanks.any(|(_, sign)| *sign == short);
        self.lines.push(Line {
            terms,
            residual,
            open,
        });
    }

    /// What a cell says, a blank as 0.
    fn found(&self, at: usize) -> i64 {
        self.cells[at].1.unwrap_or(0)
    }

    /// No blank of the line can make it true.
    fn broken(line: &Line) -> bool {
        line.residual != 0 && !line.open
    }

    pub fn is_broken(&self) -> bool {
        self.lines.iter().any(Model::broken)
    }

    /// The fewest cells to change so that every sum that is held or broken is true with the blanks that are left at 0,
    /// and no other one has become broken. A blank is changed when it is given a figure other than 0.
    ///
    /// `cuts` adds what follows from it, that a broken sum needs a changed cell: the solver is then many times faster.
    pub fn smallest(&self, cuts: bool) -> Result<usize, ResolutionError> {
        // No sum can be off by more, so nothing is gained from a larger change.
        let most = self
            .lines
            .iter()
            .map(|line| line.residual.abs())
            .sum::<i64>();
        let mut variables = ProblemVariables::new();
        let amount = |most: i64| variable().integer().min(0).max(most as f64);
        let changed = variables.add_vector(variable().binary(), self.cells.len());
        let mut add = |most| variables.add(amount(most));
        let up: Vec<Variable> = self.cells.iter().map(|_| add(most)).collect();
        let found = (0..self.cells.len()).map(|at| self.found(at).clamp(0, most));
        let down: Vec<Variable> = found.map(&mut add).collect();
        // What the blanks that are left may bring into an open line, on the left and on the right.
        let fills: Vec<[Variable; 2]> = self.lines.iter().map(|_| [add(most), add(most)]).collect();
        let fewest: Expression = changed.iter().sum();
        let mut problem = variables.minimise(fewest).using(microlp);
        for at in 0..self.cells.len() {
            // A changed cell holds a count.
            problem.add_constraint(constraint!(up[at] <= most as f64 * changed[at]));
            problem.add_constraint(constraint!(
                down[at] <= up[at] + self.found(at) as f64 * changed[at]
            ));
        }
        for (line, fill) in self.lines.iter().zip(fills) {
            let terms = line.terms.iter();
            let moved: Expression = terms
                .map(|&(at, sign)| sign as f64 * (up[at] - down[at]))
                .sum();
            let after = moved + line.residual as f64;
            if !line.open {
                problem.add_constraint(constraint!(after == 0));
                continue;
            }
            problem.add_constraint(constraint!(after + fill[0] - fill[1] == 0));
            for (fill, side) in fill.into_iter().zip([1, -1]) {
                let blanks = line
                    .terms
                    .iter()
                    .filter(|&&(at, sign)| sign == side && self.cells[at].1.is_none());
                let left: Expression = blanks.map(|&(at, _)| 1 - changed[at]).sum();
                problem.add_constraint(constraint!(fill <= most as f64 * left));
            }
        }
        for line in self.lines.iter().filter(|line| cuts && Model::broken(line)) {
            let any: Expression = line.terms.iter().map(|&(at, _)| changed[at]).sum();
            problem.add_constraint(constraint!(any >= 1));
        }
        let solution = problem.solve()?;
        Ok(changed
            .iter()
            .filter(|&&cell| solution.value(cell) > 0.5)
            .count())
    }

    /// Whether changes of this part mend it, by plain arithmetic.
    pub fn mends(&self, changes: &[(Key, i64)]) -> bool {
        let new = |key| changes.iter().find(|(other, _)| *other == key).map(|c| c.1);
        let known = |(key, _): &(Key, i64)| self.cells.iter().any(|(other, _)| other == key);
        let counts = changes.iter().all(known) && changes.iter().all(|(_, value)| *value >= 0);
        counts
            && self.lines.iter().all(|line| {
                let (mut after, mut blanks) = (0, [false; 2]);
                for &(at, sign) in &line.terms {
                    let (key, found) = self.cells[at];
                    let value = new(key).or(found);
                    after += sign * value.unwrap_or(0);
                    blanks[usize::from(sign < 0)] |= value.is_none();
                }
                after == 0 || line.open && blanks[usize::from(after > 0)]
            })
    }
}

/// The values of the cells of a sum, nothing for a blank; no list if one has none that could be added.
fn values(sheets: &Sheets, equation: &Equation) -> Option<Vec<Option<i64>>> {
    let value = |(key, _)| {
        let cell = sheets.cells.iter().find(|(other, _)| *other == key)?;
        match cell.1 {
            Value::Number(number) => Some(Some(number.0 / Quantity::UNIT)),
            Value::Blank | Value::Dash => Some(None),
            Value::Unreadable => None,
        }
    };
    equation.terms().map(value).collect()
}
