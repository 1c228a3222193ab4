//! `gouji area`: a report on an area beside a folder of its units' reports.

use super::*;
use gouji::form::Table;

const YEAR: i32 = 2023;

fn named(mut made: Made, agency: &str, year: i32) -> Made {
    (made.agency, made.year) = (agency.to_string(), year);
    made.title = format!("{agency}{year}年政府信息公开工作年度报告");
    made.prose = support::words::prose(&made);
    made
}

fn unit(seed: u64, agency: &str) -> Made {
    named(Made::new(Edition::E2021, seed, Blanks::None), agency, YEAR)
}

/// The report that the units make.
fn parent(units: &[&Made]) -> Made {
    let mut made = unit(1, "示例县人民政府");
    let summed = [Table::Three, Table::Four];
    for key in summed.iter().flat_map(|t| Key::all(*t, Edition::E2021)) {
        let sum = units.iter().map(|unit| unit.count(&key.name())).sum();
        made.figures.insert(key, Some(Quantity::whole(sum)));
    }
    named(made, "示例县人民政府", YEAR)
}

/// A folder with a report on an area that agrees with its two units.
fn county(name: &str) -> (Folder, [Made; 3]) {
    let (one, two) = (unit(2, "示例县商务局"), unit(3, "示例县青石镇人民政府"));
    let all = parent(&[&one, &two]);
    let folder = Folder::new(name);
    fs::create_dir_all(folder.0.join("单位/乡镇")).unwrap();
    let folder = folder
        .with("全县.html", page(&all))
        .with("单位/商务局.html", page(&one))
        .with("单位/乡镇/青石镇.html", page(&two));
    (folder, [all, one, two])
}

const AREA: [&str; 4] = ["area", "全县.html", "--under", "单位"];

fn json(folder: &Folder, more: &[&str]) -> (i32, Value) {
    let run = folder.run(&[&AREA, more, &["--format", "json"]].concat());
    assert_eq!(run.err, "");
    (run.status, run.json())
}

fn of_rule(output: &Value, rule: &str) -> Vec<Value> {
    let findings = output["documents"][0]["findings"].as_array().unwrap();
    let of = findings.iter().filter(|finding| finding["rule"] == rule);
    of.cloned().collect()
}

fn outcomes(output: &Value, rule: &str, outcome: &str) -> usize {
    let checks = output["documents"][0]["checks"].as_array().unwrap();
    let of = checks
        .iter()
        .filter(|check| check["rule"] == rule && check["outcome"] == outcome);
    of.count()
}

#[test]
fn a_report_that_is_the_sum_of_its_units_holds_in_every_cell() {
    let (folder, _) = county("area-held");
    let (status, output) = json(&folder, &[]);
    assert_eq!(status, 0);
    assert_eq!(outcomes(&output, "area-sum", "held"), 190);
    assert_eq!(of_rule(&output, "area-sum").len(), 0);
    assert_eq!(of_rule(&output, "area-missing").len(), 0);
}

#[test]
fn a_cell_that_differs_names_the_sum_and_who_contributes() {
    let (folder, [all, one, two]) = county("area-broken");
    let cell = "t3.new.natural";
    let (a, b) = (one.count(cell), two.count(cell));
    let folder = folder
        .with("全县.html", page(&with(all, cell, a + b + 4)))
        .with("单位/空.txt", "")
        .with("单位/~$锁.docx", "")
        .with("单位/通知.txt", "关于开会的通知\n各单位：\n")
        .with("名单.csv", "单位,代码\n商务局,1\n青石镇,2\n教育局,3\n")
        .with(
            "单位/商务局去年.html",
            page(&named(one.clone(), &one.agency, YEAR - 1)),
        );
    let (status, output) = json(&folder, &["--list", "名单.csv"]);
    // A file could not be read, and so could be what is missing.
    assert_eq!(status, 2);
    assert_eq!(output["documents"][1]["error"]["kind"], "empty");
    assert_eq!(of_rule(&output, "area-sum").len(), 0);
    assert_eq!(outcomes(&output, "area-sum", "cannot_tell"), 1);
    let missing = of_rule(&output, "area-missing");
    let subjects: Vec<&str> = missing
        .iter()
        .map(|finding| finding["subject"].as_str().unwrap())
        .collect();
    for subject in ["教育局", "商务局", "单位/空.txt", "单位/通知.txt"] {
        assert!(subjects.contains(&subject), "{subjects:?}");
    }
    assert_eq!(subjects.len(), 4, "{subjects:?}");
    fs::remove_file(folder.0.join("单位/空.txt")).unwrap();
    let folder = folder.with("名单.csv", "商务局\n青石镇\n");
    let (status, output) = json(&folder, &["--list", "名单.csv"]);
    // The sum of the row is broken as well, which is an error.
    assert_eq!(status, 1);
    let [finding] = &of_rule(&output, "area-sum")[..] else {
        panic!("{output}")
    };
    assert_eq!(finding["subject"], cell);
    assert_eq!(finding["severity"], "warning");
    assert_eq!(finding["found"], a + b + 4);
    assert_eq!(finding["expected"], a + b);
    let sources = finding["contributions"].as_array().unwrap();
    let values: i64 = sources.iter().map(|c| c["value"].as_i64().unwrap()).sum();
    assert_eq!(values, a + b);
    assert!(sources[0]["source"].as_str().unwrap().starts_with("单位/"));
    let run = folder.run(&[&AREA[..], &["--list", "名单.csv"]].concat());
    snapshot::same("tests/snapshots/area.txt", &run.out);
    let english = ["--list", "名单.csv", "--lang", "en"];
    let run = folder.run(&[&AREA[..], &english].concat());
    snapshot::same("tests/snapshots/area.en.txt", &run.out);
}

#[test]
fn two_reports_of_a_unit_count_once_and_the_report_itself_not_at_all() {
    let (folder, [all, one, _]) = county("area-twice");
    let folder = folder
        .with("单位/全县（副本）.html", page(&all))
        .with("单位/商务局2.html", page(&one));
    let (status, output) = json(&folder, &[]);
    assert_eq!(status, 0);
    assert_eq!(outcomes(&output, "area-sum", "held"), 190);
    let told = of_rule(&output, "area-missing");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["message"].as_str().unwrap().contains("有两份报告"));
    // Where they differ it is not known which is right.
    let cell = "t4.review.upheld";
    let other = with(one.clone(), cell, one.count(cell) + 1);
    let folder = folder.with("单位/商务局2.html", page(&other));
    let (_, output) = json(&folder, &[]);
    assert_eq!(outcomes(&output, "area-sum", "cannot_tell"), 1);
    assert_eq!(outcomes(&output, "area-sum", "held"), 189);
}

#[test]
fn the_old_form_of_a_unit_is_summed_where_both_have_the_cell() {
    let (folder, [_, _, two]) = county("area-editions");
    let old = named(
        Made::new(Edition::E2019, 4, Blanks::None),
        "示例县商务局",
        YEAR,
    );
    let folder = folder.with("单位/商务局.html", page(&old));
    let (_, output) = json(&folder, &[]);
    let cells = ["held", "broken"].map(|o| outcomes(&output, "area-sum", o));
    let untold = outcomes(&output, "area-sum", "cannot_tell");
    assert_eq!(cells.iter().sum::<usize>() + untold, 190);
    // Only of the three rows under 其他处理, and there only where the old row is not 0.
    assert!(untold <= 21, "{untold}");
    assert!(two.agency.contains("青石镇"));
}

#[test]
fn folders_and_lists_that_are_no_use_are_named() {
    let (folder, _) = county("area-empty");
    fs::create_dir(folder.0.join("空")).unwrap();
    let folder = folder.with("空.csv", "单位名称\n");
    for (arguments, words) in [
        (["--under", "空"].as_slice(), "没有下级单位的报告"),
        (&["--under", "没有"], "没有这个文件夹"),
        (&["--under", "全县.html"], "这不是文件夹"),
        (&["--under", "单位", "--list", "空.csv"], "没有一个单位名称"),
        (&["--under", "单位", "--list", "没有.csv"], "没有这个文件"),
    ] {
        let run = folder.run(&[&["area", "全县.html"], arguments].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{}", run.err);
        assert!(run.err.contains(words), "{}", run.err);
        let english = [&["area", "全县.html", "--lang", "en"], arguments].concat();
        let run = folder.run(&english);
        assert!(
            run.err.is_ascii() || !run.err.contains(words),
            "{}",
            run.err
        );
    }
    let run = folder.run(&["area", "全县.html"]);
    assert_eq!(run.status, 2);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (folder, _) = county("area-links");
    let loop_to = folder.0.join("单位/乡镇/回去");
    std::os::unix::fs::symlink(folder.0.join("单位"), loop_to).unwrap();
    let (status, output) = json(&folder, &[]);
    assert_eq!(status, 0);
    assert_eq!(outcomes(&output, "area-sum", "held"), 190);
    assert_eq!(of_rule(&output, "area-missing").len(), 0);
}

#[test]
fn a_unit_with_only_last_years_report_leaves_larger_figures_untold() {
    let (folder, [_, one, _]) = county("area-stale");
    let last = named(one, "示例县商务局", YEAR - 1);
    let folder = folder.with("单位/商务局.html", page(&last));
    let (_, output) = json(&folder, &[]);
    assert_eq!(of_rule(&output, "area-sum").len(), 0);
    assert!(outcomes(&output, "area-sum", "cannot_tell") > 20);
    assert_eq!(of_rule(&output, "area-missing").len(), 1);
}

#[test]
fn the_names_of_a_list_stand_in_the_column_that_names_them() {
    let names = ["示例县商务局", "示例县青石镇人民政府", "示例县教育局"];
    let rows = |of: fn(usize, &str) -> String| -> String {
        let rows = names.iter().enumerate();
        rows.map(|(at, name)| of(at + 1, name)).collect()
    };
    let headed = rows(|at, name| format!("{at},{name},是\n"));
    let bare = rows(|at, name| format!("{at}\t{name}\n"));
    let behind = rows(|at, name| format!("第{at}组,{name}\n"));
    for list in [
        format!("\u{FEFF}序号,单位名称,备注\n{headed}"),
        bare,
        format!("组,单位\n{behind}"),
    ] {
        let (folder, _) = county("area-list");
        let folder = folder.with("名单.csv", &list);
        let (_, output) = json(&folder, &["--list", "名单.csv"]);
        let told = of_rule(&output, "area-missing");
        assert_eq!(told.len(), 1, "{list}: {told:?}");
        assert_eq!(told[0]["subject"], "示例县教育局");
    }
}

#[test]
fn differences_that_are_just_a_units_report_name_it() {
    let (folder, [_, one, two]) = county("area-apart");
    let three = unit(8, "示例县教育局");
    let folder = folder.with("单位/教育局.html", page(&three));
    for (parts, words) in [
        (vec![&one, &three], "漏了它"),
        (vec![&one, &two, &two, &three], "把它计了两次"),
    ] {
        let other = parent(&parts);
        fs::write(folder.0.join("全县.html"), page(&other)).unwrap();
        let (_, output) = json(&folder, &[]);
        assert!(of_rule(&output, "area-sum").len() > 5);
        let [told] = &of_rule(&output, "area-missing")[..] else {
            panic!("{output}")
        };
        assert_eq!(told["subject"], two.agency, "{told}");
        assert!(told["message"].as_str().unwrap().contains(words), "{told}");
    }
}

#[test]
fn differences_that_balance_are_no_fault_of_the_report() {
    let (folder, [_, one, two]) = county("area-not-given");
    let three = unit(8, "示例县教育局");
    let all = parent(&[&one, &two, &three]);
    let folder = folder.with("全县.html", page(&all));
    let (status, output) = json(&folder, &[]);
    assert_eq!(status, 0);
    assert_eq!(of_rule(&output, "area-sum").len(), 0);
    assert!(outcomes(&output, "area-sum", "cannot_tell") > 5);
    let [told] = &of_rule(&output, "area-missing")[..] else {
        panic!("{output}")
    };
    assert_eq!(told["subject"], "");
    assert!(told["how"].as_str().unwrap().contains("补齐"), "{told}");
    // A slip beside them balances with nothing.
    let cell = "t3.new.natural";
    let folder = folder.with(
        "全县.html",
        page(&with(all.clone(), cell, all.count(cell) + 1)),
    );
    let (_, output) = json(&folder, &[]);
    assert!(of_rule(&output, "area-sum").len() > 5);
}

#[test]
fn a_unit_whose_own_sums_are_broken_is_looked_at_first() {
    let (folder, [_, one, two]) = county("area-doubtful");
    let cell = "t3.new.natural";
    let small = with(two.clone(), cell, two.count(cell) + 1);
    let folder = folder.with("单位/乡镇/青石镇.html", page(&small));
    let (_, output) = json(&folder, &[]);
    let [finding] = &of_rule(&output, "area-sum")[..] else {
        panic!("{output}")
    };
    let message = finding["message"].as_str().unwrap();
    assert!(
        message.contains(&format!("先看「{}」", two.agency)),
        "{message}"
    );
    assert!(
        !message.contains(&format!("先看「{}」", one.agency)),
        "{message}"
    );
}

#[test]
fn a_finding_of_an_area_is_waived_like_any_other() {
    let (folder, [all, _, two]) = county("area-waived");
    let cell = "t4.review.upheld";
    let folder = folder.with(
        "全县.html",
        page(&with(all.clone(), cell, all.count(cell) + 1)),
    );
    let (_, output) = json(&folder, &[]);
    let key = of_rule(&output, "area-sum")[0]["key"]
        .as_str()
        .unwrap()
        .to_string();
    let waivers = format!(
        r#"{{"schema":1,"waivers":[{{"agency":"{}","year":{YEAR},"key":{},"reason":"含垂管单位"}}]}}"#,
        all.agency,
        serde_json::to_string(&key).unwrap(),
    );
    let folder = folder.with("保留.json", waivers);
    let (_, output) = json(&folder, &["--waivers", "保留.json"]);
    assert_eq!(of_rule(&output, "area-sum").len(), 0);
    assert_eq!(output["documents"][0]["waived"][0]["reason"], "含垂管单位");
    // It holds for this sum only.
    let more = with(two.clone(), cell, two.count(cell) + 2);
    let folder = folder.with("单位/乡镇/青石镇.html", page(&more));
    let (_, output) = json(&folder, &["--waivers", "保留.json"]);
    assert_eq!(of_rule(&output, "area-sum").len(), 1);
}
