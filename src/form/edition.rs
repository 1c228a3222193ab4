//! The two editions of the form and the report years they are for.

/// An edition of 《中华人民共和国政府信息公开工作年度报告格式》.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// 试行, 国办公开办函〔2019〕60号: reports on 2019 and 2020.
    E2019,
    /// 国办公开办函〔2021〕30号: reports on 2021 and later.
    E2021,
}

impl Edition {
    pub const ALL: [Edition; 2] = [Edition::E2019, Edition::E2021];

    /// The edition that the report of a year must follow; none before 2019.
    pub fn of_year(year: i32) -> Option<Edition> {
        match year {
            ..=2018 => None,
            2019 | 2020 => Some(Edition::E2019),
            2021.. => Some(Edition::E2021),
        }
    }

    /// The word of the output contract: `2019` or `2021`.
    pub fn name(self) -> &'static str {
        match self {
            Edition::E2019 => "2019",
            Edition::E2021 => "2021",
        }
    }

    /// The document that set it.
    pub fn act(self) -> &'static str {
        match self {
            Edition::E2019 => "国办公开办函〔2019〕60号",
            Edition::E2021 => "国办公开办函〔2021〕30号",
        }
    }
}
