//! Names cells, rows and columns by their printed heads, in Chinese and English: 表三「（一）予以公开 · 自然人」.
//! Every sentence that a person reads about a cell takes its name from here.

use crate::finding::Words;
use crate::form::{Edition, Head, Key, Table, table2, table3};
use crate::order;
use crate::recognise::Filled;

/// A list names so many of its members; the rest are counted.
const NAMED: usize = 3;

/// The edition whose heads name the cells of a table.
pub fn edition(filled: &Filled, table: Table) -> Edition {
    filled.edition_of(table)
}

/// 表三「（一）予以公开 · 自然人」
pub fn cell(key: Key, edition: Edition) -> Words {
    in_table(key.table, &quoted(&cell_heads(key, edition)))
}

/// 表三「（一）予以公开」行
pub fn row(key: Key, edition: Edition) -> Words {
    let name = quoted(&row_heads(key, edition));
    let name = Words::new(format!("{}行", name.zh), format!("row {}", name.en));
    in_table(key.table, &name)
}

/// 表三「自然人」列
pub fn column(key: Key, edition: Edition) -> Words {
    let name = quoted(&column_heads(key, edition));
    let name = Words::new(format!("{}列", name.zh), format!("column {}", name.en));
    in_table(key.table, &name)
}

/// 表四「行政复议」: one of the three groups.
pub fn group(key: Key, edition: Edition) -> Words {
    in_table(key.table, &quoted(&row_heads(key, edition)))
}

/// Cells of one table as a list: whole rows and columns by their heads, a whole table by its name,
/// others one by one; long lists are cut and counted.
pub fn cells(keys: &[Key], edition: Edition) -> Words {
    let Some(&first) = keys.first() else {
        return Words::default();
    };
    let table = first.table;
    let all = Key::all(table, edition);
    let has = |key: &Key| keys.contains(key);
    if all.iter().all(has) {
        let count = all.len();
        return in_table(
            table,
            &Words::new(format!("全部 {count} 格"), format!("all {count} cells")),
        );
    }
    let whole = |of: fn(Key) -> u8| -> Vec<Key> {
        let mut heads: Vec<Key> = keys.to_vec();
        order::by_key(&mut heads, |&key| of(key));
        heads.dedup_by_key(|key| of(*key));
        heads.retain(|&head| all.iter().filter(|&&key| of(key) == of(head)).all(has));
        heads
    };
    let full = |heads: &[Key], of: fn(Key) -> u8| {
        let named = |key: &Key| heads.iter().any(|&head| of(head) == of(*key));
        !heads.is_empty() && keys.iter().all(named)
    };
    let (columns, rows) = (whole(|k| k.column), whole(|k| k.row));
    let heads = |keys: &[Key], heads: fn(Key, Edition) -> Words| -> Vec<Words> {
        keys.iter()
            .map(|&key| quoted(&heads(key, edition)))
            .collect()
    };
    // Table 二 has rows of one cell, and no column runs through it; the rows of table 四 are its groups.
    let (names, unit) = match table {
        Table::Three if full(&columns, |k| k.column) => {
            (heads(&columns, column_heads), ("列", "column"))
        }
        Table::Three if full(&rows, |k| k.row) => (heads(&rows, row_heads), ("行", "row")),
        Table::Four if full(&rows, |k| k.row) => (heads(&rows, row_heads), ("各格", "group")),
        _ => (heads(keys, cell_heads), ("格", "cell")),
    };
    in_table(table, &list(&names, unit.0, unit.1))
}

/// 「甲」、「乙」、「丙」等 5 列: names a few and counts the rest. Named cells go without their unit.
pub fn list(names: &[Words], zh_unit: &str, en_unit: &str) -> Words {
    let some = |pick: fn(&Words) -> &str, with: &str| {
        let names: Vec<&str> = names.iter().take(NAMED).map(pick).collect();
        names.join(with)
    };
    let (zh, en) = (some(|w| w.zh.as_str(), "、"), some(|w| w.en.as_str(), ", "));
    let more = names.len().saturating_sub(NAMED);
    let plural = if names.len() == 1 { "" } else { "s" };
    match (more, zh_unit) {
        (0, "格") => Words::new(zh, en),
        (0, _) => Words::new(format!("{zh}{zh_unit}"), format!("{en_unit}{plural} {en}")),
        _ => Words::new(
            format!("{zh}等 {} {zh_unit}", names.len()),
            format!("{en_unit}s {en} and {more} more"),
        ),
    }
}

/// The name behind the name of its table.
pub fn in_table(table: Table, name: &Words) -> Words {
    let title = table.title();
    Words::new(
        format!("{}{}", title.zh, name.zh),
        format!("{}, {}", title.en, name.en),
    )
}

/// 「甲」 and “A”.
pub fn quoted(name: &Words) -> Words {
    Words::new(format!("「{}」", name.zh), format!("“{}”", name.en))
}

fn cell_heads(key: Key, edition: Edition) -> Words {
    let (row, column) = (row_heads(key, edition), column_heads(key, edition));
    Words::new(
        format!("{} · {}", row.zh, column.zh),
        format!("{} · {}", row.en, column.en),
    )
}

/// The heads of a row: group and item, without the explanations printed behind them.
pub fn row_heads(key: Key, edition: Edition) -> Words {
    let head = key.row_head(edition);
    let short = short(head.zh);
    let group = match key.table {
        Table::Three => table3::ROWS.get(key.row as usize).and_then(|row| row.group),
        _ => None,
    };
    match group {
        Some(group) => Words::new(format!("{group} {short}"), head.en),
        None => Words::new(short, head.en),
    }
}

/// The head of a column, as the edition prints it above this row.
pub fn column_heads(key: Key, edition: Edition) -> Words {
    let Head { zh, en } = match key.table {
        Table::Two => table2::item_head(key.row, key.column, edition),
        _ => key.column_head(),
    };
    let zh = zh.split("（单位").next().unwrap_or(zh);
    Words::new(zh, en)
}

/// Cuts what the form prints as an explanation of the label.
fn short(label: &str) -> &str {
    let cut = |text, mark| str::split(text, mark).next().unwrap_or(text);
    cut(cut(label, "（区分"), "、行政机关")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn keys(names: &[&str]) -> Vec<Key> {
        names.iter().map(|name| Key::parse(name).unwrap()).collect()
    }

    fn column_keys(columns: &[u8]) -> Vec<Key> {
        let all = Key::all(Table::Three, Edition::E2021).into_iter();
        all.filter(|key| columns.contains(&key.column)).collect()
    }

    #[test]
    fn a_cell_is_named_by_both_heads() {
        let cases = [
            ("t3.granted.natural", "表三「（一）予以公开 · 自然人」"),
            ("t3.partly_granted.total", "表三「（二）部分公开 · 总计」"),
            (
                "t3.denied.secret.other",
                "表三「（三）不予公开 1.属于国家秘密 · 其他」",
            ),
            (
                "t3.other.no_correction.legal",
                "表三「（六）其他处理 1.申请人无正当理由逾期不补正 · 法律服务机构」",
            ),
            ("t2.fees.amount", "表二「行政事业性收费 · 本年收费金额」"),
            ("t4.review.upheld", "表四「行政复议 · 结果维持」"),
        ];
        for (name, zh) in cases {
            assert_eq!(cell(keys(&[name])[0], Edition::E2021).zh, zh);
        }
        let granted = keys(&["t3.granted.natural"])[0];
        assert_eq!(
            cell(granted, Edition::E2021).en,
            "Table 3, “(1) Granted · Natural persons”"
        );
    }

    #[test]
    fn a_list_names_few_and_counts_all() {
        let zh = |keys: &[Key]| cells(keys, Edition::E2021).zh;
        assert_eq!(zh(&column_keys(&[1])), "表三「商业企业」列");
        assert_eq!(
            zh(&column_keys(&[1, 2, 3, 4, 5])),
            "表三「商业企业」、「科研机构」、「社会公益组织」等 5 列"
        );
        assert_eq!(zh(&column_keys(&[0, 1, 2, 3, 4, 5, 6])), "表三全部 175 格");
        assert_eq!(
            zh(&keys(&["t4.review.upheld", "t4.review.total"])),
            "表四「行政复议 · 结果维持」、「行政复议 · 总计」"
        );
        assert_eq!(zh(&keys(&["t4.review.total"])), "表四「行政复议 · 总计」");
        let mut more = column_keys(&[1]);
        more.extend(keys(&["t3.new.natural"]));
        assert!(zh(&more).ends_with("等 26 格"), "{}", zh(&more));
        let row: Vec<Key> = Key::all(Table::Three, Edition::E2021)
            .into_iter()
            .take(7)
            .collect();
        assert_eq!(zh(&row), "表三「一、本年新收政府信息公开申请数量」行");
    }
}
