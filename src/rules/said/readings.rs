//! Which cells a figure of the text may count: all readings that its words allow, the likeliest first.

use crate::finding::Words;
use crate::form::table3::{self, Part, ROWS, TOTAL_COLUMN};
use crate::form::{Edition, Key, Table, table4};
use crate::model::Quantity;
use crate::prose::{Measure, Mention, Scope};
use crate::recognise::{Figure, Filled, SheetState};
use crate::rules::{look, name};

/// Some cells added up, others taken off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub plus: Vec<Key>,
    pub minus: Vec<Key>,
}

/// What a reading comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Number(Quantity),
    /// Some of its cells are blank.
    AtLeast(Quantity),
    /// With the reason.
    Unknown(Words),
}

impl Reading {
    fn of(plus: Vec<Key>) -> Reading {
        Reading {
            plus,
            minus: Vec::new(),
        }
    }

    pub fn value(&self, filled: &Filled) -> Value {
        let (mut sum, mut open) = (0i64, false);
        let plus = self.plus.iter().map(|&key| (key, 1));
        for (key, sign) in plus.chain(self.minus.iter().map(|&key| (key, -1))) {
            match figure(filled, key) {
                Ok(figure) if figure.value.is_open() => open = true,
                Ok(figure) => match figure.value.number() {
                    Some(number) => sum = sum.saturating_add(number.0.saturating_mul(sign)),
                    None => {
                        return Value::Unknown(about(
                            filled,
                            key,
                            "无法读成数字",
                            "cannot be read as a number",
                        ));
                    }
                },
                Err(why) => return Value::Unknown(why),
            }
        }
        match (open, self.minus.is_empty()) {
            (false, _) => Value::Number(Quantity(sum)),
            (true, true) => Value::AtLeast(Quantity(sum)),
            (true, false) => Value::Unknown(self.blank(filled)),
        }
    }

    /// That one of its cells is blank.
    pub fn blank(&self, filled: &Filled) -> Words {
        let is_blank = |key: &&Key| {
            filled
                .figure(**key)
                .is_some_and(|figure| figure.value.is_open())
        };
        let blank = self.plus.iter().chain(&self.minus).find(is_blank);
        blank.map_or_else(Words::default, |&key| {
            about(filled, key, "是空格", "is blank")
        })
    }
}

fn figure(filled: &Filled, key: Key) -> Result<&Figure, Words> {
    match filled.sheet(key.table).state {
        SheetState::CannotTell(doubt) => return Err(look::doubted(key.table, doubt)),
        SheetState::Missing => {
            let title = key.table.title();
            return Err(Words::new(
                format!("没有找到{}", title.zh),
                format!("{} was not found", title.en),
            ));
        }
        SheetState::Bound => {}
    }
    filled
        .figure(key)
        .ok_or_else(|| about(filled, key, "没有找到", "was not found"))
}

fn about(filled: &Filled, key: Key, zh: &str, en: &str) -> Words {
    let name = name::cell(key, name::edition(filled, key.table));
    Words::new(format!("{}{zh}", name.zh), format!("{} {en}", name.en))
}

/// The readings of a mention; none where the form has no such cell.
pub fn readings(filled: &Filled, mention: &Mention) -> Vec<Reading> {
    let edition = filled.edition_of(Table::Three);
    let rows = Rows(edition);
    match &mention.measure {
        Measure::New => rows.sums(&[
            &[Part::New],
            &[Part::New, Part::CarriedIn],
            &[Part::Total, Part::CarriedOut],
        ]),
        Measure::Handled => rows.sums(&[
            &[Part::New, Part::CarriedIn],
            &[Part::New],
            &[Part::Total],
            &[Part::Total, Part::CarriedOut],
        ]),
        Measure::Accepted => rows.accepted(),
        Measure::CarriedIn => rows.sums(&[&[Part::CarriedIn]]),
        Measure::CarriedOut => rows.sums(&[&[Part::CarriedOut]]),
        Measure::Done => rows.done(),
        Measure::Results(ids) => rows.results(ids),
        Measure::Applicants(ids) => rows.applicants(ids),
        Measure::Cases(ids) => cases(ids),
        Measure::Documents(row, item) => documents(filled, row, item, mention.scope),
        Measure::Decisions(row) => table_two(&format!("t2.{row}.decisions"))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// The rows of table 三 in an edition.
struct Rows(Edition);

impl Rows {
    fn part(&self, part: Part) -> Vec<u8> {
        table3::rows_of(part, self.0)
    }

    /// The row of an id, or the rows of a group.
    fn of(&self, id: &str) -> Vec<u8> {
        let is_it = |row: &&(u8, &table3::Row)| {
            let rest = row.1.id.strip_prefix(id);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                && table3::row_is_in(row.0, self.0)
        };
        let rows: Vec<(u8, &table3::Row)> = (0..).zip(&ROWS).collect();
        rows.iter().filter(is_it).map(|row| row.0).collect()
    }

    /// Sums of parts, each by its 总计 and by the six columns.
    fn sums(&self, sums: &[&[Part]]) -> Vec<Reading> {
        let rows = sums
            .iter()
            .map(|parts| parts.iter().flat_map(|&part| self.part(part)).collect());
        both(rows.collect(), &[])
    }

    fn accepted(&self) -> Vec<Reading> {
        let rejected = self.of("rejected");
        let (new, carried) = (self.part(Part::New), self.part(Part::CarriedIn));
        let all = [new.clone(), carried].concat();
        let mut readings = both(vec![new.clone(), all.clone(), self.part(Part::Total)], &[]);
        readings.extend(both(vec![new, all], &rejected));
        readings.extend(self.sums(&[&[Part::Total, Part::CarriedOut]]));
        readings
    }

    fn done(&self) -> Vec<Reading> {
        let total = self.part(Part::Total);
        let (other, rejected) = (self.of("other"), self.of("rejected"));
        let neither = [other.clone(), rejected.clone()].concat();
        let mut readings = both(
            vec![total.clone(), self.part(Part::Result), self.part(Part::New)],
            &[],
        );
        for without in [other, rejected, neither, self.part(Part::CarriedIn)] {
            readings.extend(both(vec![total.clone()], &without));
        }
        readings
    }

    fn results(&self, ids: &[&str]) -> Vec<Reading> {
        // What a loose word may take in beside its own row.
        let more: &[&[&str]] = match ids {
            ["granted"] => &[&["partly_granted"]],
            ["denied"] => &[
                &["unavailable"],
                &["rejected"],
                &["unavailable", "rejected"],
                &["unavailable", "rejected", "other"],
            ],
            ["rejected"] => &[&["other"]],
            ["other"] => &[&["rejected"]],
            _ => &[],
        };
        let rows = |ids: &[&str]| -> Vec<u8> { ids.iter().flat_map(|id| self.of(id)).collect() };
        let mut sums = vec![rows(ids)];
        sums.extend(more.iter().map(|more| rows(&[ids, more].concat())));
        sums.retain(|rows| !rows.is_empty());
        both(sums, &[])
    }

    fn applicants(&self, ids: &[&str]) -> Vec<Reading> {
        const ORGANISATIONS: [u8; 5] = [1, 2, 3, 4, 5];
        let column = |id: &str| {
            table3::COLUMNS
                .iter()
                .position(|column| column.id == id)
                .map(|at| at as u8)
        };
        let columns = |id: &&str| -> Vec<u8> {
            match *id {
                "organisations" => ORGANISATIONS.to_vec(),
                id => column(id).into_iter().collect(),
            }
        };
        let mut kinds: Vec<Vec<u8>> = vec![ids.iter().flat_map(columns).collect()];
        match ids {
            ["organisations"] => kinds.push(vec![1]),
            ["business"] => kinds.push(ORGANISATIONS.to_vec()),
            _ => {}
        }
        let bases: [&[Part]; 4] = [
            &[Part::New],
            &[Part::New, Part::CarriedIn],
            &[Part::Total],
            &[Part::Total, Part::CarriedOut],
        ];
        let mut readings = Vec::new();
        for columns in kinds {
            for parts in bases {
                let rows: Vec<u8> = parts.iter().flat_map(|&part| self.part(part)).collect();
                readings.push(Reading::of(three(&rows, &columns)));
            }
        }
        readings
    }
}

fn three(rows: &[u8], columns: &[u8]) -> Vec<Key> {
    let table = Table::Three;
    let cells = rows.iter().flat_map(|&row| {
        columns
            .iter()
            .map(move |&column| Key { table, row, column })
    });
    cells.collect()
}

/// Sums of rows by their 总计 first, then by their six columns: a 总计 may be blank or wrong.
fn both(sums: Vec<Vec<u8>>, without: &[u8]) -> Vec<Reading> {
    let six: Vec<u8> = (0..TOTAL_COLUMN).collect();
    let by = |columns: &[u8]| -> Vec<Reading> {
        let reading = |rows: &Vec<u8>| Reading {
            plus: three(rows, columns),
            minus: three(without, columns),
        };
        sums.iter().map(reading).collect()
    };
    [by(&[TOTAL_COLUMN]), by(&six)].concat()
}

fn cases(ids: &[&str]) -> Vec<Reading> {
    let groups = |id: &str| -> Vec<u8> {
        match id {
            "suits" => vec![1, 2],
            id => table4::GROUPS
                .iter()
                .position(|group| group.id == id)
                .map(|at| at as u8)
                .into_iter()
                .collect(),
        }
    };
    let mut kinds: Vec<Vec<u8>> = vec![ids.iter().flat_map(|id| groups(id)).collect()];
    if ids == ["suits"] {
        kinds.push(vec![0, 1, 2]);
    }
    let table = Table::Four;
    let cells = |groups: &[u8], columns: &[u8]| {
        let cells = groups.iter().flat_map(|&row| {
            columns
                .iter()
                .map(move |&column| Key { table, row, column })
        });
        Reading::of(cells.collect())
    };
    let items: Vec<u8> = (0..table4::TOTAL_ITEM).collect();
    let both = |groups: &Vec<u8>| [cells(groups, &[table4::TOTAL_ITEM]), cells(groups, &items)];
    kinds.iter().flat_map(both).collect()
}

fn table_two(name: &str) -> Option<Reading> {
    Some(Reading::of(vec![Key::parse(name)?]))
}

fn documents(filled: &Filled, row: &str, item: &str, scope: Scope) -> Vec<Reading> {
    let edition = filled.edition_of(Table::Two);
    let items: &[&str] = match (edition, item) {
        (Edition::E2021, item) => &[item],
        (Edition::E2019, "issued") => &["made", "published"],
        (Edition::E2019, _) => &[],
    };
    let cell = |item: &str| table_two(&format!("t2.{row}.{item}"));
    let mut readings: Vec<Reading> = items.iter().filter_map(|item| cell(item)).collect();
    // Last year's stock is this year's without what was issued and with what was repealed.
    if scope == Scope::Before && item == "in_force" {
        let parts = [cell("in_force"), cell("issued"), cell("repealed")]
            .map(|r| r.unwrap_or_default().plus);
        let [stock, issued, repealed] = parts;
        readings.push(Reading {
            plus: [stock, repealed].concat(),
            minus: issued,
        });
    }
    readings
}
