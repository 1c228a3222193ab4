//! Writes whole reports with their narratives in the styles of six houses, every figure in the text that of its cell.
//!
//! A line of a house is a sentence or more with names in braces: `{year}`, `{agency}`, `{we}`, and of figures `{new}`,
//! `{in}`, `{out}`, `{done}`, `{granted}`, `{partly}`, `{denied}`, `{lacking}`, `{refused}`, `{rest}`, `{natural}`,
//! `{organisations}`, `{review}`, `{suits}`, `{issued}`, `{repealed}`, `{force}`, `{licences}`, `{penalties}`; see
//! `names` for more. `{new:cn}` is the figure in Chinese numerals, `{new:wide}` in full width, `{%natural/new}` the one
//! as a share of the other. A line that begins with `?name ` is written only where that figure is not 0, with `!name ` only where it is.

use gouji::form::{Edition, sections::SECTIONS};

use super::made::{Made, rows_of_three};
use super::numerals;
use super::rng::Rng;
use super::sheet::{Part, sheet};
use super::words;

/// How a kind of office writes.
pub struct House {
    pub name: &'static str,
    pub agencies: &'static [&'static str],
    /// What it calls itself.
    pub we: &'static str,
    pub introductions: &'static [&'static str],
    pub one: &'static [&'static str],
    pub five: &'static [&'static str],
    pub six: &'static [&'static str],
}

const PERIOD: &str = "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。";
const PARTS: &str = "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。";

pub const HOUSES: [House; 6] = [
    House {
        name: "terse",
        agencies: &["示例县气象局", "示例市水务局"],
        we: "我局",
        introductions: &["", PERIOD],
        one: &[
            "{year}年{we}在门户网站主动公开信息35条。",
            "?new 收到政府信息公开申请{new}件，上年结转{in}件，办结{done}件，结转下年度{out}件。",
            "!new 全年未收到新的政府信息公开申请。",
            "落实审核制度，专人管理栏目；开展培训1次，接受社会监督。受理条件、办理流程和收费标准上墙公示，展板规格1.2×2.4米。",
        ],
        five: &["工作人员业务不够熟练，下一步将加强学习。"],
        six: &["{year}年没有收取信息处理费。"],
    },
    House {
        name: "long",
        agencies: &["示例市人民政府办公室", "示例省人民政府办公厅"],
        we: "我办",
        introductions: &[
            "根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）第五十条和国办公开办函〔2021〕30号的要求，现公布{agency}{year}年政府信息公开工作年度报告。",
            PERIOD,
            PARTS,
            "如对本报告有疑问，请与{agency}联系（地址：示例市文庙街1号，邮编：000000，电话：0100-0000000）。",
        ],
        one: &[
            "{year}年，{we}坚持以公开为常态、不公开为例外，全面落实《条例》，推进决策、执行、管理、服务、结果公开，较好完成了各项任务。与2018年机构改革前相比，公开的范围更广。",
            "自2019年5月15日《条例》修订施行以来，累计主动公开信息26万余条。{last}年12月召开会议，部署{year}年重点工作12项。",
            "（一）主动公开政府信息情况",
            "通过门户网站、政府公报、新闻发布会等渠道发布信息2,316条，其中网站1,802条、政务新媒体514条。举办新闻发布会12场。",
            "?issued {year}年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{force}件。",
            "（二）依申请公开情况",
            "?new {year}年新收政府信息公开申请{new}件，其中自然人{natural}件，法人或其他组织{organisations}件；上年结转{in}件。本年度办理{done}件，结转下年度继续办理{out}件。",
            "?done 办理结果为：予以公开{granted}件，部分公开{partly}件，不予公开{denied}件，无法提供{lacking}件，不予处理{refused}件，其他处理{rest}件。",
            "!new {year}年没有新收政府信息公开申请。",
            "对收到的申请件逐件登记；{last}年结转的{in}件均已办结。申请人张某不服答复提出的复议，结果维持。",
            "（三）政府信息管理情况",
            "修订信息发布审核办法，严格保密审查，防止泄露国家秘密、商业秘密和个人隐私；对2019年以来的文件开展清理，更新公开属性。",
            "（四）政府信息公开平台建设情况",
            "优化公开专栏，新增“公报”“解读”两个栏目；查阅场所全年接待群众{year2}人次。",
            "（五）监督保障情况",
            "1.工作考核。政务公开占年度绩效考核的4%。2.社会评议。委托第三方开展评估，公众满意度为96.5%。3.责任追究。全年没有责任追究的情形。",
            "?review 因政府信息公开被申请行政复议{review}件，被提起行政诉讼{suits}件。",
        ],
        five: &[
            "（一）存在的主要问题",
            "一是政策解读的形式比较单一，图解和视频偏少；二是部分栏目更新不及时；三是基层工作人员变动大，培训跟不上。",
            "（二）改进情况",
            "针对{last}年报告中提出的问题，建立了季度检查制度，推送提醒24次。{next}年将丰富解读形式，全年培训不少于4次。",
        ],
        six: &[
            "（一）收取信息处理费情况",
            "{year}年依据《政府信息公开信息处理费管理办法》收取信息处理费0元。",
            "（二）其他",
            "承办建议提案公开86件。本报告的电子版可在网站下载。",
        ],
    },
    House {
        name: "county government",
        agencies: &[
            "示例县人民政府",
            "示例市河东区人民政府",
            "示例省示例市人民政府",
        ],
        we: "全县",
        introductions: &[
            "本年度报告依据《中华人民共和国政府信息公开条例》编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。",
            PERIOD,
        ],
        one: &[
            "{year}年，在市委、市政府的坚强领导下，{we}政务公开工作稳步推进。",
            "（一）主动公开。{we}主动公开政府信息8631条，回应关切47次。公开行政许可、行政处罚等信息，做到应公开尽公开。",
            "?licences 全年作出行政许可决定{licences}件、行政处罚决定{penalties}件。",
            "（二）依申请公开。{we}共收到政府信息公开申请{new}件，办结{done}件（含上年结转{in}件），{out}件结转下一年度继续办理。",
            "（三）政府信息管理。落实分级审核、先审后发，清理过期信息126条。",
            "（四）平台建设。完成网站集约化改造，县档案馆、图书馆设查阅点3处。",
            "第一季度发布信息1860条，同比增长12.5%，占全年的21.6%；{last}年同期为1653条。",
            "（五）监督保障。把政务公开纳入年度综合考核，权重不低于4分；开展社会评议，评议等次为“好”；对2个单位通报提醒，未发生责任追究。",
        ],
        five: &[
            "{year}年，{we}政府信息公开工作取得了一定成效，但与群众的期待相比还有差距：",
            "1.公开内容的质量有待提高。2.个别单位重视不够。",
            "改进措施：1.加强指导，每半年通报一次。2.举办培训班，提高队伍素质。",
        ],
        six: &[
            "{year}年，{we}各级行政机关均未收取信息处理费。",
            "无其他需要报告的事项。",
        ],
    },
    House {
        name: "department",
        agencies: &[
            "示例市商务局",
            "示例县发展和改革委员会",
            "示例省教育厅",
            "示例市公安局河东分局",
        ],
        we: "本机关",
        introductions: &[
            "现将{agency}{year}年政府信息公开工作年度报告向社会公布。",
            "报告中所列数据的统计时限为{year}年1月1日至12月31日。",
            "",
        ],
        one: &[
            "{year}年，{we}认真贯彻《条例》，明确分管领导和专职人员，工作有序开展。主动公开方面，发布工作动态213条、政策文件9件、解读材料9篇，公示公告28条。",
            "?new 依申请公开方面，受理申请{new}件，答复{done}件，均在法定期限内答复；结转下年办理{out}件。其中自然人申请{natural}件。",
            "!new 依申请公开方面，{year}年未收到新的申请。",
            "信息管理方面，动态调整主动公开目录，对公文逐件标注公开属性。",
            "?issued 现行有效的行政规范性文件{force}件，本年制发{issued}件。",
            "平台建设方面，维护网站栏目和微信公众号，及时处理网友留言65条，办结率100%。",
            "{last}年度报告于{year}年1月20日公布，文件编号110105194912310021。网站全年访问量3.2万人次，公共服务事项每年更新一次。",
            "监督保障方面，召开专题会议2次，全员培训1次；无责任追究情况。",
        ],
        five: &[
            "存在问题：一是对新要求学习不深；二是公开的时效性仍需加强。",
            "改进情况：已组织专题学习3次，完善发布流程；下一步，将细化目录，落实到人。",
        ],
        six: &[
            "{we}严格执行《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号），{year}年度没有产生信息处理费，没有其他需要报告的事项。",
        ],
    },
    House {
        name: "township",
        agencies: &[
            "示例县青石镇人民政府",
            "示例县白杨乡人民政府",
            "示例旗巴彦苏木人民政府",
        ],
        we: "全镇",
        introductions: &[
            "按照《中华人民共和国政府信息公开条例》规定，结合实际，编制{year}年度政府信息公开工作年度报告。",
            "本报告中数据统计期限从{year}年1月1日到{year}年12月31日。联系电话：13900000000。",
            "",
        ],
        one: &[
            "1.主动公开情况。{year}年，{we}公开惠农补贴、低保评定、征地补偿等信息96条，村务公开栏更新48期。",
            "?new 2.依申请公开情况。收到{new}件申请，按期答复{done}件。",
            "!new 2.依申请公开情况。{year}年没有收到公民、法人和其他组织的申请。",
            "3.政府信息管理情况。由党政综合办公室统一审核、登记、归档。",
            "4.平台建设情况。利用县政府网站、公众号、公开栏三个平台。",
            "5.监督保障情况。成立领导小组，将信息公开列入干部考评；请村民代表评议，群众满意；未出现需要追究责任的情况。",
        ],
        five: &[
            "主要问题是公开内容不全面，村级公开栏更新慢。改进措施：一、加强业务培训；二、定期检查；三、拓宽渠道。",
        ],
        six: &["本年度未收取任何费用。"],
    },
    House {
        name: "street office",
        agencies: &["示例市河东区云桥街道办事处", "示例区文庙街道"],
        we: "街道",
        introductions: &[
            PERIOD,
            "欢迎查阅。如有疑问，请联系{agency}党政办公室，电话0100-0000000。",
        ],
        one: &[
            "{year}年，{we}围绕群众关切做好公开：发布社区服务、招聘、救助信息158条，制作图解6张。{we}新收申请{new}件，上年度结转{in}件，全年办结{done}件，结转下年度{out}件。",
            "?review 因信息公开引起的行政复议{review}件、行政诉讼{suits}件。",
            "严格“三审三校”，每月排查错敏信息，信息管理规范有序。建好“示例云桥”公众号和12个社区公开栏。聘请社会监督员5名，开展政务公开日活动1次，参加120余人。",
        ],
        five: &[
            "（一）主要问题：公开形式不够生动，居民参与度不高。",
            "（二）改进举措：1.用好短视频。2.开展居民问卷，收集意见约300条，逐条整改。",
        ],
        six: &[
            "收费情况：{year}年，{we}未就政府信息公开申请收取信息处理费。",
            "人大建议办理结果公开1件。",
        ],
    },
];

/// How the headings of a report are written.
const HEADINGS: usize = 8;

/// A whole report of a house: figures, title, introduction, headings and text.
pub fn parts(made: &Made, house: &House, rng: &mut Rng) -> Vec<Part> {
    let agency = *rng.pick(house.agencies);
    let names = names(made, house, agency, rng);
    let mut parts = vec![Part::Title(words::title(agency, made.year, rng))];
    if rng.chance(30) {
        parts.push(Part::Text(format!(
            "发布日期：{}-01-1{} 09:30　来源：{agency}",
            made.year + 1,
            rng.below(9)
        )));
    }
    let wanted = |line: &&&str| !line.is_empty() && fits(line, made);
    let lines = |lines: &[&str]| -> Vec<Part> {
        let lines = lines
            .iter()
            .filter(wanted)
            .filter_map(|line| filled(line, &names));
        lines.map(Part::Text).collect()
    };
    let style = rng.below(HEADINGS as i64) as usize;
    let headings: Vec<String> = (0..6).map(|at| heading(at, style)).collect();
    if rng.chance(10) {
        parts.push(Part::Text("目录".to_string()));
        parts.extend(headings.iter().cloned().map(Part::Text));
    }
    parts.extend(lines(house.introductions));
    for (at, section) in SECTIONS.iter().enumerate() {
        let mut text = match at {
            0 => lines(house.one),
            4 => lines(house.five),
            5 => lines(house.six),
            _ => Vec::new(),
        };
        // The heading and the first sentence in one paragraph.
        match (style, text.first_mut()) {
            (2, Some(Part::Text(first))) => *first = format!("{}。{first}", headings[at]),
            _ => parts.push(Part::Heading(headings[at].clone())),
        }
        parts.extend(section.table.map(|table| Part::Sheet(sheet(made, table))));
        parts.extend(text);
    }
    parts
}

fn heading(at: usize, style: usize) -> String {
    let (ordinal, words) = (SECTIONS[at].ordinal, SECTIONS[at].heading);
    let number = at + 1;
    match style {
        3 => format!("第{ordinal}部分　{words}"),
        4 => format!("{number}.{words}"),
        5 => words.to_string(),
        6 => format!("（{ordinal}）{words}"),
        7 => words::traditional(&format!("{ordinal}、{words}")),
        _ => format!("{ordinal}、{words}"),
    }
}

/// The edition before is cited and counted in another way.
pub fn fits(line: &str, made: &Made) -> bool {
    let of_now = ["30号", "{issued}", "{repealed}", "{force}"];
    made.edition == Edition::E2021 || !of_now.iter().any(|word| line.contains(word))
}

/// Names with what they stand for.
pub type Names = Vec<(&'static str, String)>;

/// The names of a report.
pub fn names(made: &Made, house: &House, agency: &str, rng: &mut Rng) -> Names {
    let group = |prefix: &str| -> i64 {
        let rows = rows_of_three(made.edition).into_iter();
        let rows = rows.filter(|row| *row == prefix || row.starts_with(&format!("{prefix}.")));
        rows.map(|row| made.count(&format!("t3.{row}.total"))).sum()
    };
    let total = |row: &str| made.count(&format!("t3.{row}.total"));
    let natural = made.count("t3.new.natural");
    let numbers = [
        ("new", total("new")),
        ("in", total("carried_in")),
        ("out", total("carried_out")),
        ("done", total("total")),
        ("granted", total("granted")),
        ("partly", total("partly_granted")),
        ("denied", group("denied")),
        ("lacking", group("unavailable")),
        ("refused", group("rejected")),
        ("rest", group("other")),
        ("natural", natural),
        ("organisations", total("new") - natural),
        ("review", made.count("t4.review.total")),
        (
            "suits",
            made.count("t4.direct.total") + made.count("t4.after_review.total"),
        ),
        ("all", total("new") + total("carried_in")),
        ("open", total("granted") + total("partly_granted")),
        (
            "cases",
            made.count("t4.review.total")
                + made.count("t4.direct.total")
                + made.count("t4.after_review.total"),
        ),
        ("issued", made.count("t2.normative.issued")),
        ("repealed", made.count("t2.normative.repealed")),
        ("force", made.count("t2.normative.in_force")),
        ("licences", made.count("t2.licences.decisions")),
        ("penalties", made.count("t2.penalties.decisions")),
        ("upheld", made.count("t4.review.upheld")),
        ("corrected", made.count("t4.review.corrected")),
        ("others", made.count("t4.review.other")),
        ("pending", made.count("t4.review.pending")),
        ("direct", made.count("t4.direct.total")),
        ("after", made.count("t4.after_review.total")),
        ("coercion", made.count("t2.coercion.decisions")),
        ("business", made.count("t3.new.business")),
        ("research", made.count("t3.new.research")),
        ("charity", made.count("t3.new.charity")),
        ("legal", made.count("t3.new.legal")),
        ("else", made.count("t3.new.other")),
        ("secret", total("denied.secret")),
        ("internal", total("denied.internal")),
        ("process", total("denied.process")),
        ("not_held", total("unavailable.not_held")),
        ("year2", 100 + rng.below(900)),
    ];
    let mut names: Names = numbers
        .map(|(name, number)| (name, number.to_string()))
        .into();
    names.extend([
        ("year", made.year.to_string()),
        ("last", (made.year - 1).to_string()),
        ("next", (made.year + 1).to_string()),
        ("agency", agency.to_string()),
        ("we", house.we.to_string()),
    ]);
    names
}

/// A line with its names replaced; none where its condition does not hold.
pub fn filled(line: &str, names: &Names) -> Option<String> {
    let value = |name: &str| {
        let found = names.iter().find(|(known, _)| *known == name);
        found.unwrap_or_else(|| panic!("no name {name}")).1.clone()
    };
    let mut line = line.to_string();
    if let Some((condition, rest)) = line.clone().split_once(' ')
        && let Some(name) = condition.strip_prefix(['?', '!'])
    {
        if (value(name) == "0") != condition.starts_with('!') {
            return None;
        }
        line = rest.to_string();
    }
    for (name, value) in names {
        line = line.replace(&format!("{{{name}}}"), value);
        line = line.replace(&format!("{{{name}:wide}}"), &numerals::wide(value));
        if let (true, Ok(number)) = (line.contains(":cn"), value.parse()) {
            line = line.replace(&format!("{{{name}:cn}}"), &numerals::chinese(number));
        }
    }
    while let Some((before, rest)) = line.split_once("{%") {
        let (share, after) = rest.split_once('}').unwrap();
        let (part, whole) = share.split_once('/').unwrap();
        let number = |name: &str| value(name).parse().unwrap();
        let share = numerals::share(number(part), number(whole));
        line = format!("{before}{share}{after}");
    }
    assert!(!line.contains('{'), "{line}");
    Some(line)
}
