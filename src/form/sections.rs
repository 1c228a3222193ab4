//! The six section headings, the same in both editions.

use super::Table;

/// A section of the report.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    pub ordinal: &'static str,
    pub heading: &'static str,
    /// Other wordings with the same meaning, from introductions and older reports.
    pub variants: &'static [&'static str],
    /// The table that the section holds.
    pub table: Option<Table>,
}

pub const SECTIONS: [Section; 6] = [
    Section {
        ordinal: "一",
        heading: "总体情况",
        variants: &[],
        table: None,
    },
    Section {
        ordinal: "二",
        heading: "主动公开政府信息情况",
        variants: &["行政机关主动公开政府信息情况"],
        table: Some(Table::Two),
    },
    Section {
        ordinal: "三",
        heading: "收到和处理政府信息公开申请情况",
        variants: &["行政机关收到和处理政府信息公开申请情况"],
        table: Some(Table::Three),
    },
    Section {
        ordinal: "四",
        heading: "政府信息公开行政复议、行政诉讼情况",
        variants: &["因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
        table: Some(Table::Four),
    },
    Section {
        ordinal: "五",
        heading: "存在的主要问题及改进情况",
        variants: &[
            "政府信息公开工作存在的主要问题及改进情况",
            "存在的主要问题和改进情况",
        ],
        table: None,
    },
    Section {
        ordinal: "六",
        heading: "其他需要报告的事项",
        variants: &["其他需要报告事项"],
        table: None,
    },
];
