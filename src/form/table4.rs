//! Table 四, 政府信息公开行政复议、行政诉讼情况: three groups of five numbers, the same in both editions.

use super::Head;

/// One of the three groups.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    pub id: &'static str,
    pub head: Head,
}

/// One of the five numbers of a group.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub id: &'static str,
    pub head: Head,
}

pub const REVIEW: &str = "行政复议";
/// The head over the second and third group.
pub const LITIGATION: &str = "行政诉讼";

pub const GROUPS: [Group; 3] = [
    Group {
        id: "review",
        head: Head {
            zh: REVIEW,
            en: "Administrative review",
        },
    },
    Group {
        id: "direct",
        head: Head {
            zh: "未经复议直接起诉",
            en: "Litigation without review",
        },
    },
    Group {
        id: "after_review",
        head: Head {
            zh: "复议后起诉",
            en: "Litigation after review",
        },
    },
];

pub const ITEMS: [Item; 5] = [
    Item {
        id: "upheld",
        head: Head {
            zh: "结果维持",
            en: "Upheld",
        },
    },
    Item {
        id: "corrected",
        head: Head {
            zh: "结果纠正",
            en: "Corrected",
        },
    },
    Item {
        id: "other",
        head: Head {
            zh: "其他结果",
            en: "Other result",
        },
    },
    Item {
        id: "pending",
        head: Head {
            zh: "尚未审结",
            en: "Pending",
        },
    },
    Item {
        id: "total",
        head: Head {
            zh: "总计",
            en: "Total",
        },
    },
];

/// Index of 总计 in [`ITEMS`].
pub const TOTAL_ITEM: u8 = 4;
