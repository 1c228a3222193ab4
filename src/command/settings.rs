//! `gouji.toml`, the settings of a place, and the file of waivers. What is not known in them is an error that names the
//! nearest word that is, never passed over.

use std::fs;
use std::path::{Path, PathBuf};

use gouji::finding::Words;
use gouji::model::Date;
use gouji::model::date::month_and_day;
use gouji::settings::{Settings, nearest};
use gouji::text::decode;
use gouji::view::WaiverFile;
use gouji::waiver::Waiver;

use super::input;

/// The name of the file that is looked for, from the report's folder upwards.
pub const NAME: &str = "gouji.toml";
const KEYS: [&str; 3] = ["published", "deadline", "rules"];

/// What a file of settings says.
#[derive(Clone, Debug, Default)]
pub struct File {
    pub published: Option<Date>,
    pub deadline: Option<(u8, u8)>,
    pub settings: Settings,
}

/// The nearest file of settings upwards from a report; without one, none.
pub fn above(report: &Path) -> Result<File, Words> {
    let start = fs::canonicalize(report).unwrap_or_else(|_| PathBuf::from("."));
    let found = start.ancestors().skip(1).map(|folder| folder.join(NAME));
    match found.into_iter().find(|file| file.is_file()) {
        Some(file) => read(&file),
        None => Ok(File::default()),
    }
}

/// Reads a file of settings.
pub fn read(path: &Path) -> Result<File, Words> {
    parse(&text(path)?).map_err(|wrong| in_file(path, wrong))
}

/// Reads a file of waivers.
pub fn waivers(path: &Path) -> Result<Vec<Waiver>, Words> {
    let file: WaiverFile = serde_json::from_str(&text(path)?).map_err(|error| {
        let wrong = Words::new(
            format!("不是说明文件：{error}"),
            format!("not a file of waivers: {error}"),
        );
        in_file(path, wrong)
    })?;
    Ok(file.waivers.into_iter().map(Waiver::from).collect())
}

/// What a person wrote with the editor at hand, in whatever charset that saves, with or without a mark in front.
fn text(path: &Path) -> Result<String, Words> {
    let bytes = input::file(path.as_os_str()).map_err(|(_, words)| in_file(path, words))?;
    Ok(decode(&bytes).text)
}

fn parse(text: &str) -> Result<File, Words> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        Words::new(format!("不是 TOML：{error}"), format!("not TOML: {error}"))
    })?;
    let mut file = File::default();
    for (key, value) in &table {
        match (key.as_str(), value) {
            ("published", value) => file.published = Some(day(key, value, Date::parse)?),
            ("deadline", value) => file.deadline = Some(day(key, value, month_and_day)?),
            ("rules", toml::Value::Table(rules)) => {
                for (rule, change) in rules {
                    file.settings.set(rule, &written(change))?;
                }
            }
            ("rules", _) => {
                return Err(Words::new(
                    "rules 应是一张表：[rules]",
                    "rules is a table: [rules]",
                ));
            }
            _ => {
                let like = nearest(key, KEYS.into_iter());
                return Err(Words::new(
                    format!("没有 {key} 这一项，是不是 {like}？"),
                    format!("there is no key {key}; is {like} meant?"),
                ));
            }
        }
    }
    Ok(file)
}

/// A day, written as text or as TOML's own date.
fn day<T>(key: &str, value: &toml::Value, read: fn(&str) -> Option<T>) -> Result<T, Words> {
    let text = written(value);
    read(&text).ok_or_else(|| {
        Words::new(
            format!("{key} 不能是 {text}；公布日期如 2026-02-03，期限如 02-20"),
            format!("{key} cannot be {text}; a day is written 2026-02-03, a deadline 02-20"),
        )
    })
}

/// A value as a person wrote it, or what kind it is.
fn written(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Datetime(day) => day.to_string(),
        other => other.type_str().to_string(),
    }
}

fn in_file(path: &Path, wrong: Words) -> Words {
    let path = path.display();
    Words::new(
        format!("{path}：{}", wrong.zh),
        format!("{path}: {}", wrong.en),
    )
}
