//! Table 三, 收到和处理政府信息公开申请情况: 26 rows over both editions, 7 number columns.

use super::{Edition, Head};

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub id: &'static str,
    /// The label of the row itself, as printed.
    pub head: Head,
    /// The group label （三） to （六） that stands before it, if any.
    pub group: Option<&'static str>,
    pub part: Part,
    /// The only edition that prints it, or both.
    pub only: Option<Edition>,
}

/// What a row is in the sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    New,
    CarriedIn,
    Result,
    Total,
    CarriedOut,
}

/// A number column of the table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub id: &'static str,
    pub head: Head,
}

/// （三） to （六）: they hold no numbers themselves.
pub const DENIED: &str = "（三）不予公开";
pub const UNAVAILABLE: &str = "（四）无法提供";
pub const REJECTED: &str = "（五）不予处理";
pub const OTHER: &str = "（六）其他处理";
pub const GROUPS: [&str; 4] = [DENIED, UNAVAILABLE, REJECTED, OTHER];
/// The label that spans all result rows.
pub const RESULTS: &str = "三、本年度办理结果";
/// The corner cell: the sum that the form itself prints.
pub const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
/// The heads above the number columns.
pub const APPLICANT: &str = "申请人情况";
pub const ORGANISATIONS: &str = "法人或其他组织";

const fn row(id: &'static str, zh: &'static str, en: &'static str, part: Part) -> Row {
    Row {
        id,
        head: Head { zh, en },
        group: None,
        part,
        only: None,
    }
}

const fn item(id: &'static str, group: &'static str, zh: &'static str, en: &'static str) -> Row {
    Row {
        id,
        head: Head { zh, en },
        group: Some(group),
        part: Part::Result,
        only: None,
    }
}

const fn of(edition: Edition, row: Row) -> Row {
    Row {
        only: Some(edition),
        ..row
    }
}

/// All rows in the order of the form.
pub const ROWS: [Row; 26] = [
    row(
        "new",
        "一、本年新收政府信息公开申请数量",
        "1. New requests this year",
        Part::New,
    ),
    row(
        "carried_in",
        "二、上年结转政府信息公开申请数量",
        "2. Carried over from last year",
        Part::CarriedIn,
    ),
    row("granted", "（一）予以公开", "(1) Granted", Part::Result),
    row(
        "partly_granted",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "(2) Partly granted",
        Part::Result,
    ),
    item(
        "denied.secret",
        DENIED,
        "1.属于国家秘密",
        "(3) Denied: 1. state secret",
    ),
    item(
        "denied.law",
        DENIED,
        "2.其他法律行政法规禁止公开",
        "(3) Denied: 2. forbidden by other laws",
    ),
    item(
        "denied.security",
        DENIED,
        "3.危及“三安全一稳定”",
        "(3) Denied: 3. security and stability",
    ),
    item(
        "denied.third_party",
        DENIED,
        "4.保护第三方合法权益",
        "(3) Denied: 4. rights of third parties",
    ),
    item(
        "denied.internal",
        DENIED,
        "5.属于三类内部事务信息",
        "(3) Denied: 5. internal affairs",
    ),
    item(
        "denied.process",
        DENIED,
        "6.属于四类过程性信息",
        "(3) Denied: 6. deliberative records",
    ),
    item(
        "denied.enforcement_file",
        DENIED,
        "7.属于行政执法案卷",
        "(3) Denied: 7. enforcement files",
    ),
    item(
        "denied.admin_inquiry",
        DENIED,
        "8.属于行政查询事项",
        "(3) Denied: 8. administrative inquiries",
    ),
    item(
        "unavailable.not_held",
        UNAVAILABLE,
        "1.本机关不掌握相关政府信息",
        "(4) Unavailable: 1. not held",
    ),
    item(
        "unavailable.needs_creation",
        UNAVAILABLE,
        "2.没有现成信息需要另行制作",
        "(4) Unavailable: 2. would have to be created",
    ),
    item(
        "unavailable.unclear",
        UNAVAILABLE,
        "3.补正后申请内容仍不明确",
        "(4) Unavailable: 3. still unclear",
    ),
    item(
        "rejected.petition",
        REJECTED,
        "1.信访举报投诉类申请",
        "(5) Not processed: 1. petitions",
    ),
    item(
        "rejected.duplicate",
        REJECTED,
        "2.重复申请",
        "(5) Not processed: 2. duplicates",
    ),
    item(
        "rejected.publication",
        REJECTED,
        "3.要求提供公开出版物",
        "(5) Not processed: 3. publications",
    ),
    item(
        "rejected.excessive",
        REJECTED,
        "4.无正当理由大量反复申请",
        "(5) Not processed: 4. excessive",
    ),
    item(
        "rejected.reissue",
        REJECTED,
        "5.要求行政机关确认或重新出具已获取信息",
        "(5) Not processed: 5. confirmation or reissue",
    ),
    of(
        Edition::E2019,
        row("other", OTHER, "(6) Other", Part::Result),
    ),
    of(
        Edition::E2021,
        item(
            "other.no_correction",
            OTHER,
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "(6) Other: 1. not corrected in time",
        ),
    ),
    of(
        Edition::E2021,
        item(
            "other.unpaid",
            OTHER,
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "(6) Other: 2. fee not paid in time",
        ),
    ),
    of(
        Edition::E2021,
        item("other.misc", OTHER, "3.其他", "(6) Other: 3. other"),
    ),
    row("total", "（七）总计", "(7) Total", Part::Total),
    row(
        "carried_out",
        "四、结转下年度继续办理",
        "4. Carried over to next year",
        Part::CarriedOut,
    ),
];

/// The number columns in order; the last is their sum.
pub const COLUMNS: [Column; 7] = [
    column("natural", "自然人", "Natural persons"),
    column("business", "商业企业", "Businesses"),
    column("research", "科研机构", "Research institutions"),
    column("charity", "社会公益组织", "Public-interest organisations"),
    column("legal", "法律服务机构", "Legal-service institutions"),
    column("other", "其他", "Other"),
    column("total", "总计", "Total"),
];

/// Index of 总计 in [`COLUMNS`].
pub const TOTAL_COLUMN: u8 = 6;

const fn column(id: &'static str, zh: &'static str, en: &'static str) -> Column {
    Column {
        id,
        head: Head { zh, en },
    }
}

/// Whether the edition prints this row.
pub fn row_is_in(row: u8, edition: Edition) -> bool {
    ROWS.get(row as usize)
        .is_some_and(|r| r.only.is_none_or(|only| only == edition))
}

/// Indexes of the rows that play a part, in one edition.
pub fn rows_of(part: Part, edition: Edition) -> Vec<u8> {
    (0..ROWS.len() as u8)
        .filter(|&r| {
            row_is_in(r, edition) && ROWS.get(r as usize).is_some_and(|row| row.part == part)
        })
        .collect()
}
