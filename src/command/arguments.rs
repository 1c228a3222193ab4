//! What a person may type, with help in Chinese and English beside it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use gouji::model::Date;
use gouji::model::date::month_and_day;
use gouji::wording::Language;

/// The template keeps the headings bilingual; clap's own are English only.
const TEMPLATE: &str = "\
{about}

用法 Usage: {usage}

{all-args}{after-help}
";

const STATUS: &str = "\
退出状态 Exit status:
  0  没有错误 no errors
  1  至少一处错误 at least one error
  2  有的输入读不了，或用法不对 an input could not be read, or wrong usage";

const EXAMPLES: &str = "\
示例 Examples:
  gouji check 年报.docx
  gouji explain sum-balance
  gouji check --format json *.html > 结果.json
  gouji check --previous 2023年报.docx 2024年报.docx
  gouji area 全县年报.docx --under 各单位年报
  cat 表三.txt | gouji check -";

const AREA_EXAMPLES: &str = "\
示例 Examples:
  gouji area 全县年报.docx --under 各单位年报
  gouji area 全县年报.docx --under 各单位年报 --list 单位名单.csv --format json";

#[derive(Debug, Parser)]
#[command(
    name = "gouji",
    version,
    about = "勾稽：政府信息公开工作年度报告发布前自检\nChecks annual reports on government information disclosure before they are published",
    help_template = TEMPLATE,
    after_help = EXAMPLES,
    subcommand_help_heading = "命令 Commands",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    help: Help,
    /// 显示版本 Print the version
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = OPTIONS)]
    version: Option<bool>,
}

const OPTIONS: &str = "选项 Options";
const LANGUAGE: &str = "语言：zh（默认）或 en Language: zh (default) or en";

#[derive(Debug, Args)]
struct Help {
    /// 显示帮助 Print help
    #[arg(short, long, action = ArgAction::Help, help_heading = OPTIONS)]
    help: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Check(Check),
    Area(Area),
    Rules(Rules),
    Explain(Explain),
}

#[derive(Debug, Args)]
#[command(
    about = "列出全部规则 List all rules",
    help_template = TEMPLATE,
    disable_help_flag = true
)]
pub struct Rules {
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(
    about = "说明一条规则 Explain a rule",
    help_template = TEMPLATE,
    disable_help_flag = true,
    arg_required_else_help = true
)]
pub struct Explain {
    /// 规则名，如 sum-balance Name of the rule, as sum-balance
    #[arg(value_name = "RULE", required = true, help_heading = "参数 Arguments")]
    pub rule: String,
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(
    about = "检查一份或多份报告 Check one or more reports",
    help_template = TEMPLATE,
    after_help = format!("{STATUS}\n\n{EXAMPLES}"),
    disable_help_flag = true,
    arg_required_else_help = true
)]
pub struct Check {
    /// 报告文件（Word、WPS、Excel、PDF、OFD、网页、文本）；- 表示标准输入 Report files; - is standard input
    #[arg(value_name = "FILE", required = true, help_heading = "参数 Arguments")]
    pub files: Vec<OsString>,
    #[arg(long, value_name = "FORMAT", default_value = "text", value_enum, hide_possible_values = true, hide_default_value = true, help = "输出格式：text（默认）或 json Output format: text (default) or json", help_heading = OPTIONS)]
    pub format: Format,
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[arg(long, value_name = "NAME", help = "标准输入的文件名 File name of standard input", help_heading = OPTIONS)]
    pub name: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date, help = "公布日期，如 2026-02-03 Day of publication, as 2026-02-03", help_heading = OPTIONS)]
    pub published: Option<Date>,
    #[arg(long, value_name = "MM-DD", value_parser = deadline, help = "公布期限，如 02-20；默认按《条例》 Deadline, as 02-20; by default that of the Regulation", help_heading = OPTIONS)]
    pub deadline: Option<(u8, u8)>,
    #[arg(long, value_name = "FILE", help = "设置文件；默认取报告所在文件夹及其上级中最近的 gouji.toml Settings; by default the nearest gouji.toml upwards from the report", help_heading = OPTIONS)]
    pub settings: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = "已说明理由、不再提示的发现（JSON） Findings to let stand, with reasons (JSON)", help_heading = OPTIONS)]
    pub waivers: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = "去年的报告，与之比较 Last year's report, to compare with", help_heading = OPTIONS)]
    pub previous: Option<OsString>,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(
    about = "把汇总报告与下级单位的报告逐格核对 Compare a report on an area with the sum of its units' reports",
    help_template = TEMPLATE,
    after_help = format!("{STATUS}\n\n{AREA_EXAMPLES}"),
    disable_help_flag = true,
    arg_required_else_help = true
)]
pub struct Area {
    /// 汇总报告 The report on the area
    #[arg(
        value_name = "PARENT",
        required = true,
        help_heading = "参数 Arguments"
    )]
    pub parent: OsString,
    #[arg(long, value_name = "FOLDER", required = true, help = "下级单位报告所在的文件夹，含其中的文件夹 Folder with the units' reports, and the folders in it", help_heading = OPTIONS)]
    pub under: PathBuf,
    #[arg(long, value_name = "UNITS", help = "单位名单（CSV，有「单位名称」列，或第一列为名称） List of the units (CSV: a column headed 单位名称, or the names first)", help_heading = OPTIONS)]
    pub list: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text", value_enum, hide_possible_values = true, hide_default_value = true, help = "输出格式：text（默认）或 json Output format: text (default) or json", help_heading = OPTIONS)]
    pub format: Format,
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[command(flatten)]
    help: Help,
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day is written 2026-02-03".to_string())
}

fn deadline(text: &str) -> Result<(u8, u8), String> {
    month_and_day(text).ok_or_else(|| "a deadline is written 02-20".to_string())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    Zh,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Language::Chinese,
            Lang::En => Language::English,
        }
    }
}

impl Arguments {
    /// Reads the command line.
    pub fn read() -> Result<Arguments, clap::Error> {
        Arguments::try_parse()
    }
}

/// Prints help or version, or says what is wrong with the usage: in Chinese first, then in clap's English.
pub fn explain(error: &clap::Error) -> ExitCode {
    if let Some(sentence) = sentence(error) {
        eprintln!("用法不对：{sentence}");
    }
    // A closed pipe is no reason to complain.
    let _ = error.print();
    if error.use_stderr() {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    }
}

fn sentence(error: &clap::Error) -> Option<String> {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let argument = context(ContextKind::InvalidArg);
            Some(format!("没有 {argument} 这个选项"))
        }
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand);
            Some(format!("没有 {command} 这个命令"))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (argument, value) = (
                context(ContextKind::InvalidArg),
                context(ContextKind::InvalidValue),
            );
            Some(match value.as_str() {
                "" => format!("{argument} 缺少取值"),
                value => format!("{argument} 不能是 {value}"),
            })
        }
        ErrorKind::MissingRequiredArgument => Some("没有给出报告文件或规则名".to_string()),
        ErrorKind::ArgumentConflict => Some("同一个选项给了两次".to_string()),
        _ => None,
    }
}
