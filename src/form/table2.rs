//! Table 二, 主动公开政府信息情况: blocks by the items of article 20, different in the two editions. It prints no sums.

use super::{Edition, Head};

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub id: &'static str,
    head_2019: Head,
    head_2021: Head,
}

impl Row {
    /// The label as the edition prints it.
    pub fn head(&self, edition: Edition) -> Head {
        match edition {
            Edition::E2019 => self.head_2019,
            Edition::E2021 => self.head_2021,
        }
    }
}

/// A number of a row: the column head above it.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub id: &'static str,
    pub head: Head,
    pub measure: Measure,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A whole number of 件 or 项, not negative.
    Count,
    /// 本年增/减: a whole number that may be negative.
    Change,
    /// Money; 万元 where the head says so.
    Money,
}

/// One block of the table: its title row, its head row, its data rows.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// 第二十条第（…）项
    pub title: &'static str,
    pub rows: &'static [u8],
    pub items: &'static [u8],
}

/// The head of the first column in every block.
pub const CONTENT: &str = "信息内容";

const fn row(id: &'static str, zh: &'static str, en: &'static str) -> Row {
    Row {
        id,
        head_2019: Head { zh, en },
        head_2021: Head { zh, en },
    }
}

pub const ROWS: [Row; 8] = [
    row("regulations", "规章", "Regulations (规章)"),
    Row {
        id: "normative",
        head_2019: Head {
            zh: "规范性文件",
            en: "Normative documents",
        },
        head_2021: Head {
            zh: "行政规范性文件",
            en: "Administrative normative documents",
        },
    },
    row("licences", "行政许可", "Administrative licences"),
    row("services", "其他对外管理服务事项", "Other public services"),
    row("penalties", "行政处罚", "Administrative penalties"),
    row("coercion", "行政强制", "Administrative coercion"),
    row("fees", "行政事业性收费", "Administrative fees"),
    row("procurement", "政府集中采购", "Government procurement"),
];

const fn item(id: &'static str, zh: &'static str, en: &'static str, measure: Measure) -> Item {
    Item {
        id,
        head: Head { zh, en },
        measure,
    }
}

/// In an order in which the numbers of every row rise.
pub const ITEMS: [Item; 11] = [
    item("issued", "本年制发件数", "Issued this year", Measure::Count),
    item(
        "repealed",
        "本年废止件数",
        "Repealed this year",
        Measure::Count,
    ),
    item("in_force", "现行有效件数", "In force", Measure::Count),
    item("made", "本年新制作数量", "Made this year", Measure::Count),
    item(
        "published",
        "本年新公开数量",
        "Published this year",
        Measure::Count,
    ),
    item(
        "total_published",
        "对外公开总数量",
        "Published in all",
        Measure::Count,
    ),
    item(
        "previous",
        "上一年项目数量",
        "Items last year",
        Measure::Count,
    ),
    item("change", "本年增/减", "Change this year", Measure::Change),
    item(
        "decisions",
        "本年处理决定数量",
        "Decisions this year",
        Measure::Count,
    ),
    item("items", "采购项目数量", "Procurement items", Measure::Count),
    item(
        "amount",
        "本年收费金额（单位：万元）",
        "Fees this year (10,000 yuan)",
        Measure::Money,
    ),
];

/// The head of `decisions` in the 2019 edition.
pub const DECISIONS_2019: &str = "处理决定数量";
/// The head of `amount` in the row 政府集中采购 of the 2019 edition.
pub const PROCUREMENT_AMOUNT: Head = Head {
    zh: "采购总金额",
    en: "Procurement amount",
};
/// Index of `amount` in [`ITEMS`].
pub const AMOUNT: u8 = 10;

/// The blocks of an edition in order.
pub fn blocks(edition: Edition) -> &'static [Block] {
    match edition {
        Edition::E2019 => &[
            Block {
                title: "第二十条第（一）项",
                rows: &[0, 1],
                items: &[3, 4, 5],
            },
            Block {
                title: "第二十条第（五）项",
                rows: &[2, 3],
                items: &[6, 7, 8],
            },
            Block {
                title: "第二十条第（六）项",
                rows: &[4, 5],
                items: &[6, 7, 8],
            },
            Block {
                title: "第二十条第（八）项",
                rows: &[6],
                items: &[6, 7],
            },
            Block {
                title: "第二十条第（九）项",
                rows: &[7],
                items: &[9, 10],
            },
        ],
        Edition::E2021 => &[
            Block {
                title: "第二十条第（一）项",
                rows: &[0, 1],
                items: &[0, 1, 2],
            },
            Block {
                title: "第二十条第（五）项",
                rows: &[2],
                items: &[8],
            },
            Block {
                title: "第二十条第（六）项",
                rows: &[4, 5],
                items: &[8],
            },
            Block {
                title: "第二十条第（八）项",
                rows: &[6],
                items: &[10],
            },
        ],
    }
}

/// The numbers of a row in an edition, in order; none if the edition does not print the row.
pub fn items_of(row: u8, edition: Edition) -> &'static [u8] {
    blocks(edition)
        .iter()
        .find(|b| b.rows.contains(&row))
        .map_or(&[], |b| b.items)
}

/// The head above a number of a row, as the edition prints it.
pub fn item_head(row: u8, item: u8, edition: Edition) -> Head {
    let printed = ITEMS
        .get(item as usize)
        .map_or(Head { zh: "", en: "" }, |i| i.head);
    match (
        edition,
        ITEMS.get(item as usize).map(|i| i.id),
        ROWS.get(row as usize).map(|r| r.id),
    ) {
        (Edition::E2019, Some("decisions"), _) => Head {
            zh: DECISIONS_2019,
            en: "Decisions",
        },
        (_, Some("amount"), Some("procurement")) => PROCUREMENT_AMOUNT,
        _ => printed,
    }
}
