//! What kind of organ a name tells of. It decides by when a report is due (REG 49), what it has to cover (REG 50) and
//! whether it may count 规章 of its own (LEG 91, 93). A name that does not tell is `Unknown`; nothing is guessed.

/// A kind of organ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Organ {
    /// A 人民政府 of a county or above; also where only its place is named (某县2025年…报告).
    Government(Level),
    /// The 办公厅 or 办公室 of such a government. Some report for themselves, some for the government.
    Office(Level),
    /// A 部门 of such a government: 局, 厅, 委员会, 部.
    Department(Seat),
    /// Something below or beside the departments: 分局, 中心, 支队.
    Institution(Seat),
    /// 管理委员会 of a zone
    Committee,
    /// The government of a town or township.
    Town,
    /// 街道办事处
    Subdistrict,
    #[default]
    Unknown,
}

/// The level of a government.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 省, 自治区, 直辖市
    Province,
    /// 自治州
    Prefecture,
    /// 市: with districts or at the level of a county; the name alone does not tell.
    City,
    /// 县, 旗, 市辖区, and a city named behind another city
    County,
    Unknown,
}

/// Where a department sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Its name begins with a place.
    Local,
    Unknown,
}

const SUBDISTRICTS: [&str; 3] = ["街道", "街道办事处", "街道办"];
const TOWNS: [&str; 3] = ["镇", "乡", "苏木"];
const OFFICES: [&str; 7] = [
    "人民政府办公厅",
    "人民政府办公室",
    "政府办公厅",
    "政府办公室",
    "人民政府办",
    "政府办",
    "府办",
];
const GOVERNMENTS: [&str; 2] = ["人民政府", "政府"];
const COMMITTEES: [&str; 2] = ["管理委员会", "管委会"];
/// End like departments and are none.
const NEITHER: [&str; 9] = [
    "村民委员会",
    "居民委员会",
    "检查委员会",
    "常务委员会",
    "宣传部",
    "组织部",
    "法院",
    "检察院",
    "俱乐部",
];
const INSTITUTIONS: [&str; 7] = ["分局", "中心", "支队", "大队", "总队", "管理处", "管理所"];
const DEPARTMENTS: [&str; 7] = ["委员会", "办公室", "局", "厅", "委", "部", "署"];
const MUNICIPALITIES: [&str; 4] = ["北京市", "上海市", "天津市", "重庆市"];
/// Places whose names end in 区 and that are no 市辖区, or not surely.
const ZONES: [&str; 15] = [
    "地区",
    "新区",
    "开发区",
    "实验区",
    "示范区",
    "园区",
    "保税区",
    "度假区",
    "管理区",
    "景区",
    "林区",
    "特区",
    "高新区",
    "经开区",
    "行政区",
];

impl Organ {
    /// Reads a name in simplified characters, without spaces.
    pub fn of(name: &str) -> Organ {
        let without = |ends: &[&str]| ends.iter().find_map(|end| name.strip_suffix(end));
        let ends = |ends: &[&str]| without(ends).is_some();
        let seat = of_place(name);
        if ends(&SUBDISTRICTS) {
            return Organ::Subdistrict;
        }
        if ends(&COMMITTEES) {
            return Organ::Committee;
        }
        let offices = without(&OFFICES);
        let place = offices.or_else(|| without(&GOVERNMENTS)).unwrap_or(name);
        if TOWNS.iter().any(|end| place.ends_with(end)) {
            return Organ::Town;
        }
        if offices.is_some() {
            return Organ::Office(level(place));
        }
        if place != name {
            return Organ::Government(level(place));
        }
        if ends(&NEITHER) {
            return Organ::Unknown;
        }
        // 某市某局某某局: a bureau of a bureau.
        let below = name
            .strip_suffix('局')
            .is_some_and(|rest| rest.contains('局'));
        if below || ends(&INSTITUTIONS) {
            return Organ::Institution(seat);
        }
        if ends(&DEPARTMENTS) {
            return Organ::Department(seat);
        }
        match level(name) {
            Level::Unknown => Organ::Unknown,
            level => Organ::Government(level),
        }
    }

    /// Whether it is a 人民政府 of any level.
    pub fn is_government(self) -> bool {
        matches!(self, Organ::Government(_) | Organ::Town)
    }
}

/// The level of the government of a place, by the last character of its name.
fn level(place: &str) -> Level {
    let Some(last) = place.chars().last() else {
        return Level::Unknown;
    };
    let before = place.strip_suffix(last).unwrap_or_default();
    match last {
        '省' => Level::Province,
        '区' if place.ends_with("自治区") => Level::Province,
        '区' if ZONES.iter().any(|zone| place.ends_with(zone)) => Level::Unknown,
        '县' | '旗' | '区' => Level::County,
        '州' if place.ends_with("自治州") => Level::Prefecture,
        '市' if MUNICIPALITIES.iter().any(|city| place.ends_with(city)) => Level::Province,
        // 甲市乙市: the second is a county-level city.
        '市' if before.contains('市') => Level::County,
        '市' => Level::City,
        _ => Level::Unknown,
    }
}

/// Whether a name begins with a place.
fn of_place(name: &str) -> Seat {
    /// No place takes more of the name.
    const WITHIN: usize = 16;
    let mut first = name.chars().skip(1).take(WITHIN);
    match first.any(|c| matches!(c, '省' | '市' | '县' | '区' | '旗' | '州' | '盟' | '镇'))
    {
        true => Seat::Local,
        false => Seat::Unknown,
    }
}

/// Whether two names are of the same kind of organ and certainly of different organs.
pub fn differ(name: &str, other: &str) -> bool {
    kind(name) == kind(other) && are_apart(name, other)
}

/// Whether two reports are certainly of two organs: a 人民政府 and its 办公室 report apart.
pub fn are_two(name: &str, other: &str) -> bool {
    let unknown = |name| Organ::of(name) == Organ::Unknown;
    let other_kind = !unknown(name) && !unknown(other) && kind(name) != kind(other);
    // The engine of a first visit compares no years.
    other_kind || cfg!(feature = "office") && are_of_two(name, other)
}

/// Whether two names of a kind are of two places, of a government and its office, or share too little.
fn are_of_two(name: &str, other: &str) -> bool {
    let ((a, a_office), (b, b_office)) = (place_of(name), place_of(other));
    if a == b && a_office != b_office {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) =
        (bare(name).chars().collect(), bare(other).chars().collect());
    if within(&a, &b) || within(&b, &a) {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let common = a.get(..same).unwrap_or(&[]);
    let cut = common.iter().rposition(ends_place).map_or(0, |at| at + 1);
    let (a, b) = (a.get(cut..).unwrap_or(&[]), b.get(cut..).unwrap_or(&[]));
    // 清河县 and 邢台市; 西湖区 is 杭州市西湖区.
    let place = |name: &[char]| {
        let end = name.iter().rposition(ends_place).map_or(0, |at| at + 1);
        name.get(..end).unwrap_or(&[]).to_vec()
    };
    let (of_a, of_b) = (place(a), place(b));
    if !of_a.ends_with(&of_b) && !of_b.ends_with(&of_a) {
        return true;
    }
    // 卫生健康委员会 and 卫生健康局 share most: perhaps a new name.
    share_little(a, b)
}

fn share_little(a: &[char], b: &[char]) -> bool {
    let shared = a.iter().filter(|c| b.contains(c)).count();
    3 * shared <= a.len().min(b.len()) + 1
}

/// What the name of a place may end in.
fn ends_place(c: &char) -> bool {
    PLACES.contains(c) || matches!(c, '乡' | '道')
}

fn kind(name: &str) -> std::mem::Discriminant<Organ> {
    std::mem::discriminant(&Organ::of(name))
}

/// Whether two names share too little to be those of one organ.
fn are_apart(name: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) =
        (bare(name).chars().collect(), bare(other).chars().collect());
    let same = within(&a, &b) || within(&b, &a);
    // 发展和改革委员会 and 发展改革局 share most: perhaps a new name.
    let place = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let own = |name: &[char]| -> Vec<char> { name.iter().skip(place).copied().collect() };
    let (a, b) = (own(&a), own(&b));
    !same && share_little(&a, &b)
}

/// Whether two names are surely of one organ: with or without the places above it, 政府 for 人民政府, 县商务局 for its full
/// name. A 人民政府 and its 办公室 are two.
pub fn are_one(name: &str, other: &str) -> bool {
    let ((a, a_office), (b, b_office)) = (place_of(name), place_of(other));
    a_office == b_office && (a == b || ends_in(a, b) || ends_in(b, a))
}

/// A name without what its kind ends in, and whether that is an office.
fn place_of(name: &str) -> (&str, bool) {
    let without = |ends: &[&str]| ends.iter().find_map(|end| name.strip_suffix(end));
    let body = || without(&GOVERNMENTS).or_else(|| without(&COMMITTEES));
    match without(&OFFICES).filter(|place| !place.is_empty()) {
        Some(place) => (place, true),
        None => {
            let place = body().or_else(|| without(&["办事处", "街道办"]));
            let place = place.filter(|place| !place.is_empty()).unwrap_or(name);
            (place.strip_suffix("街道").unwrap_or(place), false)
        }
    }
}

const PLACES: [char; 8] = ['省', '市', '县', '区', '州', '旗', '盟', '镇'];

/// Whether a name is another one behind the names of places.
fn ends_in(long: &str, short: &str) -> bool {
    /// No name that says whose it is has less.
    const LEAST: usize = 2;
    let own = short.strip_prefix(PLACES).unwrap_or(short);
    let of_place = own.len() < short.len();
    let named = own.chars().count() >= LEAST;
    let lead = long.strip_suffix(short);
    named && lead.is_some_and(|lead| of_place || lead.ends_with(PLACES))
}

/// The name of a place without its government or office.
pub fn bare(name: &str) -> &str {
    const ENDS: [&str; 7] = [
        "办公室",
        "办公厅",
        "人民政府",
        "政府",
        "办事处",
        "管理委员会",
        "管委会",
    ];
    let without = |name, end: &&'static str| str::strip_suffix(name, *end).unwrap_or(name);
    ENDS.iter().fold(name, without)
}

/// Whether the characters of a name stand in another in their order: 市监局 in 市场监督管理局.
fn within(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_by_their_names() {
        let cases = [
            ("示例县人民政府", Organ::Government(Level::County)),
            ("示例市", Organ::Government(Level::City)),
            ("示例市河东区人民政府", Organ::Government(Level::County)),
            ("示例市青石市人民政府", Organ::Government(Level::County)),
            ("示例省人民政府", Organ::Government(Level::Province)),
            ("重庆市人民政府", Organ::Government(Level::Province)),
            ("示例自治区人民政府", Organ::Government(Level::Province)),
            ("示例族自治州人民政府", Organ::Government(Level::Prefecture)),
            ("示例州", Organ::Unknown),
            ("示例新区", Organ::Unknown),
            ("示例县人民政府办公室", Organ::Office(Level::County)),
            ("示例市政府办公厅", Organ::Office(Level::City)),
            ("示例县青石镇人民政府", Organ::Town),
            ("示例县青石镇人民政府办公室", Organ::Town),
            ("青石镇", Organ::Town),
            ("示例市云桥街道办事处", Organ::Subdistrict),
            ("示例经济开发区管理委员会", Organ::Committee),
            ("示例市商务局", Organ::Department(Seat::Local)),
            ("示例县发展和改革委员会", Organ::Department(Seat::Local)),
            ("某某部", Organ::Department(Seat::Unknown)),
            ("示例市公安局河东分局", Organ::Institution(Seat::Local)),
            (
                "示例市市场监督管理局河东监管局",
                Organ::Institution(Seat::Local),
            ),
            ("示例市机关事务服务中心", Organ::Institution(Seat::Local)),
            ("示例村村民委员会", Organ::Unknown),
            ("示例小学", Organ::Unknown),
            ("", Organ::Unknown),
        ];
        for (name, organ) in cases {
            assert_eq!(Organ::of(name), organ, "{name}");
        }
    }

    #[test]
    fn names_that_are_certainly_different() {
        for (name, other, differs) in [
            ("示例市商务局", "示例市教育局", true),
            ("示例县青石镇人民政府", "示例县白杨镇人民政府", true),
            ("示例县青石镇人民政府", "青石镇政府", false),
            ("示例市市场监督管理局", "示例市市监局", false),
            ("示例县发展和改革委员会", "示例县发展改革局", false),
            ("示例市商务局", "示例市人民政府", false),
            ("示例市水利局", "示例市水务局", true),
            ("示例市文化局", "示例市体育局", true),
            ("示例县发展和改革委员会", "示例县发展和改革委", false),
        ] {
            assert_eq!(differ(name, other), differs, "{name} {other}");
        }
    }

    #[test]
    fn names_that_are_surely_of_one_organ() {
        for (name, other, one) in [
            ("示例市商务局", "商务局", true),
            ("示例市商务局", "市商务局", true),
            ("示例市市场监督管理局", "市场监督管理局", true),
            ("示例县青石镇人民政府", "青石镇", true),
            ("示例县人民政府", "示例县政府", true),
            ("示例市云桥街道办事处", "云桥街道办", true),
            ("示例县人民政府办公室", "示例县政府办", true),
            ("示例县人民政府", "示例县人民政府办公室", false),
            ("示例县青石镇人民政府", "石镇", false),
            ("甲县商务局", "乙县商务局", false),
            ("示例市商务局", "局", false),
            ("示例县人民政府", "人民政府", false),
        ] {
            assert_eq!(are_one(name, other), one, "{name} {other}");
            assert_eq!(are_one(other, name), one, "{other} {name}");
        }
    }

    #[test]
    fn reports_that_are_certainly_of_two_organs() {
        for (name, other, two) in [
            ("示例市商务局", "示例市教育局", true),
            ("示例市商务局", "示例市人民政府", true),
            ("示例市人民政府", "示例市人民政府办公室", true),
            ("示例市商务局", "示例市商务和投资促进局", false),
            ("示例县青石镇人民政府", "青石镇", false),
            ("示例小学", "示例实验小学", false),
            ("清河县水务局", "邢台市水务局", true),
            ("清河县水务局", "清江县水务局", true),
            ("清河县水务局", "浙江省杭州市西湖区水务局", true),
            ("西湖区水务局", "浙江省杭州市西湖区水务局", false),
            ("国家税务总局清河县税务局", "国家税务总局南宫市税务局", true),
            ("清河县市场监督管理局", "南宫市市场监督管理局", true),
            ("坪山街道办事处", "龙田街道办事处", true),
            ("深圳市坪山区坪山街道办事处", "坪山街道办事处", false),
            ("清河镇人民政府", "清河镇人民政府办公室", true),
            ("清河县卫生健康委员会", "清河县卫生健康局", false),
            ("清河县水利局", "清河县水务局", false),
            ("清河县发展和改革委员会", "清河县发展改革局", false),
            ("清河小学", "南宫县商务局", true),
            ("示例市市监局", "示例市市场监督管理局", false),
            ("示例市水利局", "水利局", false),
            // The kind of a name that was cut off is not known.
            ("示例市商务", "示例市商务局", false),
            // Its place ends in other words, and its name is the same, shortened.
            (
                "示例市高新区管理委员会",
                "示例市高新技术产业开发区管理委员会",
                false,
            ),
            ("示例市文化局", "示例市体育局", true),
            ("清河县水利局", "水务局", false),
            ("清河县水务局", "清河市水务局", true),
            ("清河县农业农村局", "河北省农业农村厅", true),
            ("东乡县水务局", "西乡县水务局", true),
        ] {
            assert_eq!(are_two(name, other), two, "{name} {other}");
            assert_eq!(are_two(other, name), two, "{other} {name}");
        }
    }
}
