//! Of recognition: a report is made of the bytes, its tables are changed as no program would, and what is read of it must
//! be the same by whatever way it comes in: as HTML, as DOCX, as the cells of a host.

use arbitrary::{Result, Unstructured};
use gouji::form::{Edition, Key};
use gouji::recognise::area::Given;
use gouji::recognise::{Filled, Value};
use gouji::{Checked, HostBlock, HostCell, LastYear, Options, check, check_host, unit};

use super::read::sound;
use super::said;
use super::support::docx::{Way, docx};
use super::support::html::clean;
use super::support::made::{Blanks, Made};
use super::support::rng::Rng;
use super::support::sheet::{Part, Sheet, Slot};

/// Changes of the tables, at most.
const CHANGES: usize = 16;
const WORDS: [&str; 24] = [
    "",
    "0",
    "-3",
    "12件",
    "１２",
    "一百二十",
    "1e9",
    "NaN",
    "999999999999999999999",
    "1,234",
    "1 2",
    "/",
    "无",
    "总计",
    "小计",
    "（一）予以公开",
    "自然人",
    "结果维持",
    "一、本年新收政府信息公开申请数量",
    "\u{202e}12",
    "1\u{200b}2",
    "表三",
    "2023年",
    "（三）不予公开",
];

pub fn body(bytes: &[u8], _: &str) {
    let mut given = Unstructured::new(bytes);
    let Ok((parts, regular)) = report(&mut given) else {
        return;
    };
    let page = clean(&parts).into_bytes();
    let of_page = check(&page, &beside(&mut given, &page)).expect("a page is always read");
    sound(&of_page.document);
    said::json("page.html", &of_page);
    if bytes.len().is_multiple_of(7) {
        said::everything("page.html", &of_page);
    }
    // Where spans overlap or hang over, each format has its own rules for what is where.
    if !regular {
        return;
    }
    let file = docx(&parts, Way::default(), &mut Rng::new(1));
    let of_file = check(&file, &Options::default()).expect("a package is always read");
    same(&of_page, &of_file, "DOCX");
    if let Some(blocks) = parts.iter().map(block).collect() {
        same(&of_page, &check_host(blocks, &Options::default()), "host");
    }
}

/// Last year's report and a report under it, for which this one itself does.
fn beside(given: &mut Unstructured, page: &[u8]) -> Options {
    let mut options = Options::default();
    if given.ratio(1, 4).unwrap_or(false) {
        let last = String::from_utf8_lossy(page).replace("202", "201");
        options.previous = LastYear::read(last.as_bytes()).unwrap();
    }
    if given.ratio(1, 4).unwrap_or(false) {
        let named = String::from_utf8_lossy(page).replace("市", "县");
        options.area = Some(Given {
            units: vec![unit(named.as_bytes(), "县.html").unwrap()],
            unread: Vec::new(),
            listed: Some(vec!["示例县人民政府".to_string()]),
        });
    }
    options
}

fn same(one: &Checked, other: &Checked, way: &str) {
    let figures = |filled: &Filled| -> Vec<(Key, Value)> {
        filled
            .figures()
            .map(|(key, figure)| (key, figure.value))
            .collect()
    };
    let (one, other) = (&one.filled, &other.filled);
    assert_eq!(one.title.year, other.title.year, "{way}");
    assert_eq!(figures(one), figures(other), "{way}");
    for (sheet, as_well) in one.tables.iter().zip(&other.tables) {
        assert_eq!(sheet.state, as_well.state, "{way}");
    }
}

/// A report whose tables were changed; whether their spans are still those of the form.
fn report(given: &mut Unstructured) -> Result<(Vec<Part>, bool)> {
    let edition = *given.choose(&Edition::ALL)?;
    let blanks = *given.choose(&[Blanks::None, Blanks::Scattered, Blanks::Totals])?;
    let mut parts = Made::new(edition, given.arbitrary::<u16>()?.into(), blanks).parts();
    let mut regular = true;
    for _ in 0..given.int_in_range(0..=CHANGES)? {
        let at = given.choose_index(parts.len())?;
        match &mut parts[at] {
            Part::Sheet(sheet) => regular &= change(sheet, given)?,
            Part::Title(text) | Part::Heading(text) | Part::Text(text) => {
                match given.ratio(1, 3)? {
                    true => *text = word(given)?,
                    false => drop(parts.remove(at)),
                }
            }
        }
        if parts.is_empty() {
            break;
        }
    }
    Ok((parts, regular))
}

/// One change of a table; whether it leaves the spans alone.
fn change(sheet: &mut Sheet, given: &mut Unstructured) -> Result<bool> {
    if sheet.rows.is_empty() {
        return Ok(true);
    }
    let at = given.choose_index(sheet.rows.len())?;
    let spans = |row: &[Slot]| row.iter().any(|slot| slot.rowspan > 1);
    let flat = !sheet.rows.iter().any(|row| spans(row));
    match given.int_in_range(0..=9)? {
        0 => {
            sheet.rows.remove(at);
            return Ok(flat);
        }
        1 => {
            let row = sheet.rows[at].clone();
            let to = given.choose_index(sheet.rows.len())?;
            sheet.rows.insert(to, row);
            return Ok(flat);
        }
        2 => {
            let to = given.choose_index(sheet.rows.len())?;
            sheet.rows.swap(at, to);
            return Ok(flat);
        }
        _ => {}
    }
    let row = &mut sheet.rows[at];
    if row.is_empty() {
        return Ok(true);
    }
    let slot = given.choose_index(row.len())?;
    match given.int_in_range(0..=9)? {
        0 => drop(row.remove(slot)),
        1 => row.insert(slot, Slot::empty()),
        2 => row[slot].colspan = given.int_in_range(1..=9)?,
        3 => row[slot].rowspan = given.int_in_range(1..=40)?,
        _ => {
            row[slot].text = word(given)?;
            return Ok(true);
        }
    }
    Ok(false)
}

fn word(given: &mut Unstructured) -> Result<String> {
    if given.ratio(2, 3)? {
        return Ok((*given.choose(&WORDS)?).to_string());
    }
    // Markup has no way to hold most control characters, and every reader trims blanks.
    let text: String = given.arbitrary()?;
    Ok(text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(40)
        .collect())
}

/// A part as a host hands it over; nothing where a cell has no slot.
fn block(part: &Part) -> Option<HostBlock> {
    match part {
        Part::Title(text) | Part::Heading(text) | Part::Text(text) => {
            Some(HostBlock::Paragraph(text.clone()))
        }
        Part::Sheet(sheet) => cells(sheet).map(HostBlock::Table),
    }
}

/// Every cell at the first slot of its row that none from above covers.
fn cells(sheet: &Sheet) -> Option<Vec<HostCell>> {
    let mut cells = Vec::new();
    let mut taken: Vec<(u32, u32)> = Vec::new();
    for (row, slots) in (0..).zip(&sheet.rows) {
        let mut column = 0;
        for slot in slots {
            while taken.contains(&(row, column)) {
                column += 1;
            }
            for below in 0..slot.rowspan {
                taken.extend((0..slot.colspan).map(|beside| (row + below, column + beside)));
            }
            cells.push(HostCell {
                id: format!("{row}/{column}"),
                text: slot.text.clone(),
                row,
                column,
                rowspan: slot.rowspan,
                colspan: slot.colspan,
            });
        }
    }
    (!cells.is_empty()).then_some(cells)
}
