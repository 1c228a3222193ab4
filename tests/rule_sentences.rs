//! What the rules of figures and of form say, word for word, and how their checks end, on filled forms built in code.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use gouji::finding::Outcome;
use gouji::form::{Edition, Key, Table, table3};
use gouji::model::PlaceId;
use gouji::recognise::story::Passage;
use gouji::recognise::{
    Doubt, Figure, Filled, Heading, Label, Oddity, Sheet, SheetState, Value, number,
};
use gouji::rules::{self, Says};

/// A report of 2023 with 0 in every cell.
fn zeros(edition: Edition) -> Filled {
    let mut filled = Filled {
        edition: Some(edition),
        whole_report: true,
        ..Filled::default()
    };
    filled.title.year = Some(match edition {
        Edition::E2019 => 2020,
        Edition::E2021 => 2023,
    });
    for (sheet, table) in filled.tables.iter_mut().zip(Table::ALL) {
        let figure = Figure {
            raw: "0".to_string(),
            value: number::read("0").0,
            notation: Vec::new(),
            place: PlaceId(0),
        };
        let keys = Key::all(table, edition).into_iter();
        *sheet = Sheet {
            state: SheetState::Bound,
            rows_of: Some(edition),
            figures: keys.map(|key| (key, figure.clone())).collect(),
            ..Sheet::default()
        };
    }
    filled
}

fn sheet(filled: &mut Filled, table: Table) -> &mut Sheet {
    let at = Table::ALL.iter().position(|&t| t == table).unwrap();
    &mut filled.tables[at]
}

/// Writes a text into every cell whose name begins so.
fn write(filled: &mut Filled, name: &str, raw: &str) {
    let (value, notation) = number::read(raw);
    let mut written = 0;
    for (key, figure) in filled
        .tables
        .iter_mut()
        .flat_map(|sheet| &mut sheet.figures)
    {
        if key.name().starts_with(name) {
            (figure.raw, figure.value) = (raw.to_string(), value);
            figure.notation.clone_from(&notation);
            written += 1;
        }
    }
    assert!(written > 0, "no cell {name}");
}

fn report(write_all: &[(&str, &str)]) -> Filled {
    let mut filled = zeros(Edition::E2021);
    for (name, raw) in write_all {
        write(&mut filled, name, raw);
    }
    filled
}

fn with(change: impl FnOnce(&mut Filled)) -> Filled {
    let mut filled = zeros(Edition::E2021);
    change(&mut filled);
    filled
}

fn row_of(id: &str) -> u8 {
    table3::ROWS.iter().position(|row| row.id == id).unwrap() as u8
}

fn says(filled: &Filled, rule: &str) -> Says {
    let mut says = Says::default();
    (rules::rule(rule).unwrap().check)(filled, &mut says);
    says
}

/// Demands these sentences of a rule, as `subject severity what → how`.
fn demand(filled: &Filled, rule: &str, expected: &[&str]) {
    let findings = says(filled, rule).findings;
    let said: Vec<String> = findings
        .iter()
        .map(|f| {
            let (subject, severity) = (&f.subject, f.severity.name());
            format!("{subject} {severity} {} → {}", f.what.zh, f.how.zh)
        })
        .collect();
    assert_eq!(said, expected, "{rule}");
}

/// Whether a rule looks at the text of a report or at another report, not at its tables alone.
fn is_of_text(rule: &str) -> bool {
    const OF_FORM: [&str; 10] = [
        "form-section-missing",
        "form-section-order",
        "form-heading",
        "form-year",
        "form-citation",
        "form-part-count",
        "form-overview",
        "form-accountability",
        "form-problems",
        "form-fee-statement",
    ];
    ["date-", "residue-", "prose-", "years-", "area-"]
        .iter()
        .any(|family| rule.starts_with(family))
        || OF_FORM.contains(&rule)
}

#[test]
fn a_report_of_zeros_breaks_no_rule() {
    for edition in Edition::ALL {
        let filled = zeros(edition);
        for rule in rules::RULES {
            let says = says(&filled, rule.id);
            assert_eq!(says.findings, [], "{}", rule.id);
            assert!(
                !says.checks.is_empty(),
                "{} ends without an outcome",
                rule.id
            );
            // It has tables, no text and no year before: of those nothing can be told.
            let fine = |outcome: &Outcome| match outcome {
                Outcome::Held => true,
                Outcome::CannotTell(_) | Outcome::NotApplicable => is_of_text(rule.id),
                Outcome::Broken => false,
            };
            let held = says.checks.iter().all(|c| fine(&c.outcome));
            assert!(held, "{} {:?}", rule.id, says.checks);
        }
    }
}

#[test]
fn blanks_are_told_by_table_by_column_by_row_and_alone() {
    demand(
        &report(&[("t4", "")]),
        "figure-blank",
        &["t4 warning 表四全部 15 格为空 → 没有发生的，通常填 0"],
    );
    let mut columns = report(&[("t3.granted.natural", "")]);
    for (key, figure) in &mut sheet(&mut columns, Table::Three).figures {
        if (1..6).contains(&key.column) {
            (figure.raw, figure.value) = (String::new(), Value::Blank);
        }
    }
    demand(
        &columns,
        "figure-blank",
        &[
            "t3 warning 表三「商业企业」、「科研机构」、「社会公益组织」等 5 列为空 → 没有发生的，通常填 0",
        ],
    );
    demand(
        &report(&[("t3.denied.law", ""), ("t4.direct", "")]),
        "figure-blank",
        &[
            "t3 warning 表三「（三）不予公开 2.其他法律行政法规禁止公开」行为空 → 没有发生的，通常填 0",
            "t4 warning 表四「未经复议直接起诉」各格为空 → 没有发生的，通常填 0",
        ],
    );
}

#[test]
fn a_lone_blank_is_told_with_the_value_that_completes_its_sums() {
    let name = "表三「（一）予以公开 · 自然人」为空";
    let alone = |cells: &[(&str, &str)], how: &str| {
        let sentence = format!("t3.granted.natural warning {name} → {how}");
        demand(&report(cells), "figure-blank", &[&sentence]);
    };
    let five = [
        ("t3.granted.total", "5"),
        ("t3.total.natural", "5"),
        ("t3.granted.natural", ""),
    ];
    alone(&five, "按合计推算为 5，请核对后填写");
    alone(&five[2..], "按合计推算为 0，请核对后填写");
    // The row wants 5, the column 0: nothing is proposed.
    let torn = [five[0], five[2]];
    alone(&torn, "请核对后填写；没有发生的，通常填 0");
    demand(
        &report(&[("t2.licences", "")]),
        "figure-blank",
        &[
            "t2.licences.decisions warning 表二「行政许可 · 本年处理决定数量」为空 → 请核对后填写；没有发生的，通常填 0",
        ],
    );
}

#[test]
fn many_scattered_blanks_are_told_together() {
    let rows = [
        "new",
        "carried_in",
        "granted",
        "denied.law",
        "rejected.petition",
        "total",
        "carried_out",
    ];
    let cells: Vec<String> = rows.iter().map(|row| format!("t3.{row}.legal")).collect();
    let written: Vec<(&str, &str)> = cells.iter().map(|cell| (cell.as_str(), "")).collect();
    let filled = report(&written);
    let [finding] = &says(&filled, "figure-blank").findings[..] else {
        panic!("not one finding")
    };
    assert_eq!(finding.cells.len(), rows.len());
    assert!(
        finding.what.zh.ends_with("等 7 格为空"),
        "{}",
        finding.what.zh
    );
}

#[test]
fn a_row_with_only_its_total_is_told_once() {
    let row = [("t3.granted", ""), ("t3.granted.total", "5")];
    demand(
        &report(&row),
        "figure-total-only",
        &[
            "t3.granted warning 表三「（一）予以公开」行只填了总计 5，六类申请人为空 → 请按申请人类别分别填写；没有的，通常填 0",
        ],
    );
    demand(&report(&row), "figure-blank", &[]);
    let mut all = report(&[("t3", "")]);
    for (key, figure) in &mut sheet(&mut all, Table::Three).figures {
        if key.column == table3::TOTAL_COLUMN {
            (figure.raw, figure.value) = ("0".to_string(), number::read("0").0);
        }
    }
    demand(
        &all,
        "figure-total-only",
        &[
            "t3 warning 表三有 25 行只填了总计，六类申请人为空 → 请按申请人类别分别填写；没有的，通常填 0",
        ],
    );
    demand(&all, "figure-blank", &[]);
}

#[test]
fn dashes_are_told_once_for_each_table() {
    demand(
        &report(&[
            ("t3.granted.natural", "/"),
            ("t3.granted.legal", "—"),
            ("t4.review.total", "无"),
        ]),
        "figure-dash",
        &[
            "t3 info 表三「（一）予以公开 · 自然人」、「（一）予以公开 · 法律服务机构」填的是“/”“—” → 没有发生的，通常填 0",
            "t4.review.total info 表四「行政复议 · 总计」填的是“无” → 没有发生的，通常填 0",
        ],
    );
}

#[test]
fn counts_are_whole_and_not_negative() {
    let filled = report(&[
        ("t2.licences", "1.5"),
        ("t2.fees", "25.1"),
        ("t3.new.natural", "0.5"),
        ("t4.review.other", "-1"),
    ]);
    demand(
        &filled,
        "figure-integer",
        &[
            "t2.licences.decisions warning 表二「行政许可 · 本年处理决定数量」是 1.5，不是整数 → 请核对这一格的件数，改填整数",
            "t3.new.natural error 表三「一、本年新收政府信息公开申请数量 · 自然人」是 0.5，不是整数 → 请核对这一格的件数，改填整数",
        ],
    );
    demand(
        &filled,
        "figure-negative",
        &[
            "t4.review.other error 表四「行政复议 · 其他结果」是 -1，是负数 → 请核对这一格，改填实际数（不小于 0）",
        ],
    );
    let mut change = zeros(Edition::E2019);
    write(&mut change, "t2.licences.change", "-6");
    demand(&change, "figure-negative", &[]);
}

#[test]
fn notations_are_read_and_said() {
    demand(
        &report(&[("t3.new.natural", "１２"), ("t4.review.total", "3 件")]),
        "figure-notation",
        &[
            "t3.new.natural info 表三「一、本年新收政府信息公开申请数量 · 自然人」的“１２”读作 12（全角数字） → 数值无误的话，通常只写 12",
            "t4.review.total info 表四「行政复议 · 总计」的“3 件”读作 3（带量词） → 数值无误的话，通常只写 3",
        ],
    );
    demand(
        &report(&[("t3", "０")]),
        "figure-notation",
        &[
            "t3 info 表三全部 175 格的写法：全角数字，如“０”读作 0 → 请核对读数；通常只写半角阿拉伯数字",
        ],
    );
}

#[test]
fn what_is_no_number_is_told_with_its_likely_cause() {
    demand(
        &report(&[
            ("t3.new.natural", "1O"),
            ("t3.new.legal", "3、4"),
            ("t4.review.total", "若干"),
        ]),
        "figure-unreadable",
        &[
            "t3.new.natural error 表三「一、本年新收政府信息公开申请数量 · 自然人」的“1O”不是一个数字 → 像是把字母当成了数字，请改为数字 0 或 1",
            "t3.new.legal error 表三「一、本年新收政府信息公开申请数量 · 法律服务机构」的“3、4”不是一个数字 → 一格只填一个数字，请核对后只留一个",
            "t4.review.total error 表四「行政复议 · 总计」的“若干”不是一个数字 → 请在这一格填一个阿拉伯数字",
        ],
    );
    let reformatted =
        "表格软件把它显示成了日期、时间或百分比；请把单元格格式改为“常规”，再核对数字";
    demand(
        &report(&[("t3.new.natural", "1900-01-03"), ("t3.new.legal", "300%")]),
        "figure-unreadable",
        &[
            &format!(
                "t3.new.natural error 表三「一、本年新收政府信息公开申请数量 · 自然人」的“1900-01-03”不是一个数字 → {reformatted}"
            ),
            &format!(
                "t3.new.legal error 表三「一、本年新收政府信息公开申请数量 · 法律服务机构」的“300%”不是一个数字 → {reformatted}"
            ),
        ],
    );
    demand(
        &report(&[("t4.direct", "#REF!"), ("t4.review", "#REF!")]),
        "figure-unreadable",
        &[
            "t4 error 表四「行政复议」、「未经复议直接起诉」各格不是数字，如“#REF!” → 请在这些格内各填一个阿拉伯数字",
        ],
    );
}

#[test]
fn units_of_money() {
    let fees = |raw| report(&[("t2.fees.amount", raw)]);
    demand(
        &fees("251000元"),
        "figure-unit",
        &[
            "t2.fees.amount warning 表二「行政事业性收费 · 本年收费金额」的“251000元”以元计，表头单位是万元 → 折合 25.1 万元；请核对后只写数字",
        ],
    );
    demand(
        &fees("160.5964万元"),
        "figure-unit",
        &[
            "t2.fees.amount warning 表二「行政事业性收费 · 本年收费金额」的“160.5964万元”重复了表头的单位 → 表头已有单位，只写数字 160.5964",
        ],
    );
    demand(
        &report(&[("t3.new.total", "3元")]),
        "figure-unit",
        &[
            "t3.new.total warning 表三「一、本年新收政府信息公开申请数量 · 总计」填的是金额“3元”，这一格计数量 → 请核对后改填数量",
        ],
    );
    let mut procurement = zeros(Edition::E2019);
    write(&mut procurement, "t2.procurement.amount", "12.5");
    demand(
        &procurement,
        "figure-unit",
        &[
            "t2.procurement.amount warning 表二「政府集中采购 · 采购总金额」的“12.5”没有单位 → 表头没有印单位，请注明“元”或“万元”",
        ],
    );
    write(&mut procurement, "t2.procurement.amount", "12.5万元");
    demand(&procurement, "figure-unit", &[]);
}

#[test]
fn a_missing_table_is_told_only_where_it_could_be_seen() {
    let missing = |whole: bool| {
        with(|filled| {
            filled.whole_report = whole;
            *sheet(filled, Table::Four) = Sheet::default();
        })
    };
    demand(
        &missing(true),
        "form-table-missing",
        &[
            "t4 error 没有找到表四，也没有「四、政府信息公开行政复议、行政诉讼情况」这一标题 → 请在这一部分放入格式规定的表格；作为附件或链接的，移到正文",
        ],
    );
    let fragment = missing(false);
    demand(&fragment, "form-table-missing", &[]);
    let check = says(&fragment, "form-table-missing").checks.pop().unwrap();
    let Outcome::CannotTell(why) = check.outcome else {
        panic!("{:?}", check.outcome)
    };
    assert_eq!(why.zh, "没有表四，也没有它的标题：可能只粘贴了部分内容");

    let mut under_heading = fragment;
    under_heading.sections.push(Heading {
        section: 3,
        text: String::new(),
        place: PlaceId(7),
        block: 0,
    });
    let says = says(&under_heading, "form-table-missing");
    let [finding] = &says.findings[..] else {
        panic!("{:?}", says.findings)
    };
    assert_eq!(
        finding.what.zh,
        "「四、政府信息公开行政复议、行政诉讼情况」下没有找到表四"
    );
    assert_eq!(finding.place, Some(PlaceId(7)));
}

#[test]
fn a_table_in_doubt_silences_the_rules_and_says_why() {
    let reasons = [
        (Doubt::Glued, "表三：数字连在一起，分不清各格"),
        (Doubt::CollapsedBlanks, "表三：空白格丢失，数字对不上列"),
        (Doubt::Columns, "表三：表头与数字的列数不一致"),
        (Doubt::NoFigures, "表三：只有行名和表头，没有读到数字"),
        (Doubt::Layout, "表三：表格的行列排法与法定格式不同"),
        (Doubt::BreaksOff, "表三：内容在表格中间中断"),
        (Doubt::Twice, "表三：有两张表对应这一张表"),
    ];
    for (doubt, reason) in reasons {
        let filled = with(|filled| {
            write(filled, "t3.granted", "x");
            let sheet = sheet(filled, Table::Three);
            sheet.state = SheetState::CannotTell(doubt);
            sheet.oddities.push(Oddity::RowMissing { row: 3 });
        });
        let mut looked = 0;
        for rule in rules::RULES {
            let says = says(&filled, rule.id);
            assert_eq!(says.findings, [], "{} in {doubt:?}", rule.id);
            for check in says.checks.iter().filter(|c| c.subject == "t3") {
                if rule.id != "form-edition" {
                    assert_eq!(told(&check.outcome), reason, "{}", rule.id);
                }
                looked += 1;
            }
        }
        assert!(looked > 10);
    }
}

fn told(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::CannotTell(why) => &why.zh,
        Outcome::Held => "held",
        Outcome::Broken => "broken",
        Outcome::NotApplicable => "not applicable",
    }
}

#[test]
fn a_text_without_the_figures_of_a_rule_is_more_than_no_text() {
    let none = zeros(Edition::E2021);
    let text = with(|filled| {
        filled.story.front.push(Passage {
            text: "我局健全制度。".to_string(),
            plain: "我局健全制度。".to_string(),
            place: PlaceId(0),
            in_cell: false,
        });
    });
    let outcome = |filled: &Filled| says(filled, "prose-new").checks[0].outcome.clone();
    assert!(matches!(outcome(&none), Outcome::CannotTell(_)));
    assert_eq!(outcome(&text), Outcome::NotApplicable);
}

#[test]
fn a_row_in_doubt_is_not_called_held() {
    let filled = with(|filled| {
        let sheet = sheet(filled, Table::Three);
        sheet
            .figures
            .retain(|(key, _)| key.row != row_of("granted"));
        sheet.oddities.push(Oddity::RowDoubtful {
            row: row_of("granted"),
            doubt: Doubt::CollapsedBlanks,
            place: PlaceId(0),
        });
    });
    for (rule, end) in [
        (
            "figure-unreadable",
            "表三「（一）予以公开」行：空白格丢失，数字对不上列",
        ),
        (
            "figure-blank",
            "表三「（一）予以公开」行：空白格丢失，数字对不上列",
        ),
        ("form-row-missing", "held"),
    ] {
        let checks = says(&filled, rule).checks;
        let check = checks.iter().find(|check| check.subject == "t3").unwrap();
        assert_eq!(told(&check.outcome), end, "{rule}");
    }
}

#[test]
fn a_picture_is_told_as_a_picture() {
    let filled = with(|filled| {
        sheet(filled, Table::Two).state = SheetState::CannotTell(Doubt::Picture);
    });
    demand(
        &filled,
        "form-table-missing",
        &["t2 error 表二是图片，不是表格 → 请改为可复制的表格；图片中的数字无法检查"],
    );
}

#[test]
fn tables_of_the_other_edition() {
    let mut old = zeros(Edition::E2019);
    old.title.year = Some(2023);
    demand(
        &old,
        "form-edition",
        &[
            "t2 error 2023 年度报告的表二用的是 2019 年格式 → 换用国办公开办函〔2021〕30号的表二",
            "t3 error 2023 年度报告的表三「（六）其他处理」只有一行，是 2019 年试行格式 → 按国办公开办函〔2021〕30号把这一行分为“逾期不补正”“逾期未缴费”“其他”三行",
        ],
    );
    let mut new = zeros(Edition::E2021);
    new.title.year = Some(2020);
    assert_eq!(says(&new, "form-edition").findings.len(), 2);
    for (year, end) in [
        (None, "表三：标题中没有年度"),
        (Some(2017), "not applicable"),
    ] {
        new.title.year = year;
        let checks = says(&new, "form-edition").checks;
        assert_eq!(told(&checks[1].outcome), end);
    }
}

#[test]
fn rows_and_columns_beside_the_form() {
    let place = PlaceId(3);
    let filled = with(|filled| {
        let sheet = sheet(filled, Table::Three);
        sheet.oddities = vec![
            Oddity::RowMissing {
                row: row_of("other.misc"),
            },
            Oddity::RowExtra {
                text: "合计".to_string(),
                place,
            },
            Oddity::RowMoved {
                row: row_of("total"),
                place,
            },
            Oddity::ColumnMissing { column: 4 },
            Oddity::ColumnExtra {
                text: String::new(),
                place,
            },
            Oddity::GroupFigures {
                group: table3::DENIED,
                place,
            },
        ];
        sheet.figures.retain(|(key, _)| key.column != 4);
    });
    let cases = [
        (
            "form-row-missing",
            "t3.other.misc error 表三缺少「（六）其他处理 3.其他」行 → 按格式补上；没有发生的，各格通常填 0",
        ),
        (
            "form-row-extra",
            "t3 warning 表三多出「合计」行 → 核对后删去，它的数字归入格式中的行",
        ),
        (
            "form-row-order",
            "t3.total error 表三「（七）总计」行的位置与格式不同 → 移到「（六）其他处理 3.其他」之后",
        ),
        (
            "form-column-missing",
            "t3 error 表三缺少「法律服务机构」列 → 按格式补上；没有发生的，各格通常填 0",
        ),
        (
            "form-column-extra",
            "t3 warning 表三多出一个没有名称的列 → 核对后删去，它的数字归入格式中的列",
        ),
        (
            "form-group-figures",
            "t3 warning 表三「（三）不予公开」自成一行，填了小计 → 格式在这一行没有数字格；删去小计，只填下面各项",
        ),
    ];
    for (rule, sentence) in cases {
        demand(&filled, rule, &[sentence]);
    }
}

#[test]
fn a_table_of_few_rows_is_told_by_what_is_there() {
    let filled = with(|filled| {
        let sheet = sheet(filled, Table::Three);
        sheet.figures.retain(|(key, _)| key.row == 0);
        let missing = (1..26).filter(|&row| row != row_of("other"));
        sheet.oddities = missing.map(|row| Oddity::RowMissing { row }).collect();
    });
    demand(
        &filled,
        "form-row-missing",
        &[
            "t3 error 表三只有 1 行，缺少「二、上年结转政府信息公开申请数量」、「（一）予以公开」、「（二）部分公开」等 24 行 → 按格式补上；没有发生的，各格通常填 0",
        ],
    );
}

#[test]
fn heads_that_differ_in_words_and_in_writing() {
    let label = |found: &str, printed| Label {
        found: found.to_string(),
        printed,
        place: PlaceId(0),
        key: None,
    };
    let filled = with(|filled| {
        sheet(filled, Table::Two).labels = vec![
            label("规范性文件", "行政规范性文件"),
            label("本年收费金额", "本年收费金额（单位：万元）"),
        ];
        sheet(filled, Table::Three).labels = vec![
            label("1、属于国家秘密", "1.属于国家秘密"),
            label("2.其他法律行政止公开", "2.其他法律行政法规禁止公开"),
            label("（七）\n总计", "（七）总计"),
            label("", "其他"),
            label(
                "（二）部分公开",
                "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            ),
            label("3.属于行政执法案卷", "7.属于行政执法案卷"),
        ];
        sheet(filled, Table::Four).labels = vec![label("結果維持", "结果维持")];
    });
    demand(
        &filled,
        "form-label",
        &[
            "t2 warning 表二的“规范性文件”与格式的「行政规范性文件」不同 → 改为「行政规范性文件」",
            "t2 warning 表二的“本年收费金额”与格式的「本年收费金额（单位：万元）」不同 → 改为「本年收费金额（单位：万元）」",
            "t3 warning 表三的“2.其他法律行政止公开”与格式的「2.其他法律行政法规禁止公开」不同 → 改为「2.其他法律行政法规禁止公开」",
            "t3 warning 表三缺少行名或表头「其他」 → 改为「其他」",
            "t3 warning 表三的“3.属于行政执法案卷”与格式的「7.属于行政执法案卷」不同 → 改为「7.属于行政执法案卷」",
            "t3 info 表三有 2 处行名或表头只是序号、标点、空格或字形与格式不同，如“1、属于国家秘密”，格式为「1.属于国家秘密」 → 不影响检查；有空时按格式统一",
            "t4 info 表四有 1 处行名或表头只是序号、标点、空格或字形与格式不同，如“結果維持”，格式为「结果维持」 → 不影响检查；有空时按格式统一",
        ],
    );
}
