//! Of what a person hands over beside a report: files of waivers, settings, edits, days, figures typed into cells. Each
//! line of the bytes is taken for every one of them.

use gouji::form::Key;
use gouji::model::Date;
use gouji::model::date::month_and_day;
use gouji::recognise::{Value, number};
use gouji::settings::Settings;
use gouji::view::WaiverFile;
use gouji::waiver::Waiver;
use gouji::{Checked, Options, check, unit_names};

use super::said;

/// A small report with a broken sum.
const REPORT: &str = "示例市2024年政府信息公开工作年度报告\n\n\
    | 行政复议 | | | | | 行政诉讼 |\n| --- | --- | --- | --- | --- | --- |\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 2 | 3 | 4 | 11 |\n";
/// Lines that are looked at.
const LINES: usize = 60;

pub fn body(bytes: &[u8], _: &str) {
    let text = String::from_utf8_lossy(bytes);
    let mut options = Options::default();
    let file: Result<WaiverFile, _> = serde_json::from_str(&text);
    if let Ok(file) = file {
        let again = serde_json::to_string(&file).unwrap();
        assert!(serde_json::from_str::<WaiverFile>(&again).is_ok());
        options.waivers = file.waivers.into_iter().map(Waiver::from).collect();
    }
    for line in text.lines().take(LINES) {
        take(line, &mut options);
    }
    if let Ok(names) = unit_names(bytes, "names.csv") {
        assert!(names.iter().all(|name| !name.trim().is_empty()));
    }
    let checked = check(REPORT.as_bytes(), &options).unwrap();
    waived_are_whole(&checked, &options);
    said::json("report.md", &checked);
    said::everything("report.md", &checked);
}

fn take(line: &str, options: &mut Options) {
    figure(line);
    options.published = Date::parse(line).or(options.published);
    options.deadline = month_and_day(line).or(options.deadline);
    let (name, text) = line.split_once('=').unwrap_or((line, ""));
    if let Some(key) = Key::parse(name) {
        assert_eq!(key.name(), name);
        options.edits.push((key, text.to_string()));
    }
    let mut settings: Settings = options.settings.clone();
    match settings.set(name, text) {
        Ok(()) => options.settings = settings,
        Err(words) => assert!(!words.zh.is_empty() && !words.en.is_empty()),
    }
}

/// A number that is read is read again out of what is written of it.
fn figure(text: &str) {
    if let (Value::Number(number), _) = number::read(text) {
        let written = number.to_string();
        assert_eq!(number::read(&written).0, Value::Number(number), "{text}");
    }
}

/// Every waiver of this report has been used or is said to be expired.
fn waived_are_whole(checked: &Checked, options: &Options) {
    let title = &checked.filled.title;
    let here = options.waivers.iter();
    let here = here.filter(|w| w.agency == title.agency && w.year == title.year);
    let said = checked.report.expired.len();
    assert!(here.count() >= said, "more expired than there are");
}
