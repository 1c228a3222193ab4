//! The words of a made report: invented agencies, titles, prose.

use super::made::Made;
use super::rng::Rng;

pub const AGENCIES: [&str; 8] = [
    "示例市人民政府",
    "示例市商务局",
    "示例县发展和改革委员会",
    "示例县青石镇人民政府",
    "示例市河东区云桥街道办事处",
    "示例市河东区人民政府办公室",
    "示例县白杨乡人民政府",
    "示例经济开发区管理委员会",
];

pub fn title(agency: &str, year: i32, rng: &mut Rng) -> String {
    match rng.below(4) {
        0 => format!("{agency}{year}年度政府信息公开工作年度报告"),
        1 => format!("{year}年{agency}政府信息公开工作年度报告"),
        _ => format!("{agency}{year}年政府信息公开工作年度报告"),
    }
}

pub fn introduction(year: i32) -> String {
    format!(
        "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、\
         存在的主要问题及改进情况、其他需要报告的事项六部分组成，所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )
}

/// A little prose for each of the six sections, with figures that are no cells.
pub fn prose(made: &Made) -> [Vec<String>; 6] {
    let (new, done) = (made.count("t3.new.total"), made.count("t3.total.total"));
    let (carried_in, carried_out) = (
        made.count("t3.carried_in.total"),
        made.count("t3.carried_out.total"),
    );
    let year = made.year;
    let lines = |texts: &[String]| texts.to_vec();
    [
        lines(&[
            format!("（一）主动公开。{year}年在门户网站发布信息186条，更新栏目12个，解读文件3份。"),
            format!(
                "（二）依申请公开。全年新收申请{new}件，上年结转{carried_in}件，办结{done}件，结转下年度{carried_out}件。"
            ),
            "（三）政府信息管理。健全审核、发布、更新、归档的制度，做到底数清楚。".to_string(),
            "（四）政府信息公开平台建设。网站改版1次，新设专栏2个。".to_string(),
            "（五）监督保障。开展培训2次，参加46人次；社会评议结果为满意，未发生责任追究，工作考核纳入年度目标。"
                .to_string(),
        ]),
        Vec::new(),
        Vec::new(),
        Vec::new(),
        lines(&[
            "存在的主要问题：一是解读形式不够多样；二是栏目更新不够及时。".to_string(),
            "改进情况：1.增加图解和视频解读；2.每季度检查栏目，及时更新。".to_string(),
        ]),
        lines(&[format!("{year}年未收取信息处理费，没有其他需要报告的事项。")]),
    ]
}

/// Simplified and traditional forms of the characters in the labels.
const TRADITIONAL: &str = "况況减減许許决決动動态態问問题題标標条條项項内內数數规規范範为為务務总總处處罚罰强強业業费費额額采採购購单單万萬关關系係\
申申请請织織机機构構会會组組团團学學结結转轉继繼续續办辦理理个個这這种種开開分分区區别別属屬国國家家\
秘秘密密律律法法禁禁危危及及三三安安全全稳穩定定护護合合权權益益类類过過程程执執案案卷卷询詢现現制制\
作作补補正正后後仍仍明明确確访訪举舉报報诉訴复復议議无無当當由由量量反反获獲已已缴繳纳納逾逾期期按按\
维維纠糾审審经經进進时時间間发發书書对對数數责責产產计計设設";

/// The text in traditional characters, as a site with a character switch shows it.
pub fn traditional(text: &str) -> String {
    let pairs: Vec<char> = TRADITIONAL.chars().collect();
    text.chars()
        .map(|c| {
            let pair = pairs.chunks(2).find(|pair| pair[0] == c);
            pair.map_or(c, |pair| pair[1])
        })
        .collect()
}

/// Brackets, commas and colons in half width.
pub fn half_width(text: &str) -> String {
    let pairs = [('（', '('), ('）', ')'), ('，', ','), ('：', ':')];
    text.chars()
        .map(|c| {
            pairs
                .iter()
                .find(|pair| pair.0 == c)
                .map_or(c, |pair| pair.1)
        })
        .collect()
}

/// `1、` for `1.` at the head of a label.
pub fn list_comma(text: &str) -> String {
    match text.split_once('.') {
        Some((ordinal, rest)) if ordinal.chars().count() == 1 => format!("{ordinal}、{rest}"),
        _ => text.to_string(),
    }
}

/// Spaces or line breaks within the label, as narrow columns leave them.
pub fn broken(text: &str, gap: char, rng: &mut Rng) -> String {
    let mut out = String::new();
    for (index, c) in text.chars().enumerate() {
        if index > 0 && rng.chance(25) {
            out.push(gap);
        }
        out.push(c);
    }
    out
}

/// A whole number in one of the ways in which people write it; other texts stay as they are.
pub fn notation(text: &str, rng: &mut Rng) -> String {
    let Ok(number) = text.parse::<u32>() else {
        return text.to_string();
    };
    let full_width = |c: char| char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap();
    match rng.below(9) {
        0 => text.chars().map(full_width).collect(),
        1 => format!("{text}件"),
        2 => format!("\u{a0}{text} "),
        3 => thousands(text),
        4 if number <= 10 => [
            "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
        ][number as usize]
            .to_string(),
        5 => format!("0{text}"),
        6 => thousands(text).replace(',', " "),
        _ => text.to_string(),
    }
}

/// 12,345
fn thousands(text: &str) -> String {
    let mut out = String::new();
    for (at, digit) in text.chars().enumerate() {
        if at > 0 && (text.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
