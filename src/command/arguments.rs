//! What a person may type, with help in Chinese and English beside it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use gouji::finding::Severity;
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
  1  至少一处错误（--fail-on warning：或警告） at least one error (--fail-on warning: or warning)
  2  有的输入读不了，或用法不对 an input could not be read, or wrong usage
  130  被 Ctrl-C 中断 stopped by Ctrl-C";

const EXAMPLES: &str = "\
示例 Examples:
  gouji check 年报.docx
  gouji explain sum-balance
  gouji check --format json *.html > 结果.json
  gouji check --recursive 各单位年报 各单位年报.zip
  find . -name '*.docx' -print0 | gouji check -0 --files-from - --format ndjson
  gouji check --previous 2023年报.docx 2024年报.docx
  gouji check --format sarif --fail-on warning 年报.docx > 结果.sarif
  gouji check --format html 年报.docx > 校验单.html
  gouji area 全县年报.docx --under 各单位年报
  gouji watch 年报文件夹
  cat 表三.txt | gouji check -";

const AREA_EXAMPLES: &str = "\
示例 Examples:
  gouji area 全县年报.docx --under 各单位年报
  gouji area 全县年报.docx --under 各单位年报 --list 单位名单.csv --format json";

const EXTRACT_EXAMPLES: &str = "\
示例 Examples:
  gouji extract --recursive 各单位年报 > 数据.csv
  gouji extract --recursive 各单位年报 --format xlsx --wide -o 数据.xlsx

退出状态 Exit status:
  0  全部取出 all were read
  2  有的输入读不了（其余照常取出），或用法不对 an input could not be read (the others were), or wrong usage
  130  被 Ctrl-C 中断 stopped by Ctrl-C";

const MARK_EXAMPLES: &str = "\
示例 Examples:
  gouji mark 年报.docx -o 年报（标注）.docx
  gouji mark 年报.docx -o 年报（改）.docx --mend --track

退出状态 Exit status:
  0  写出了副本 the copy was written
  2  读不了、写不了，或用法不对 the input could not be read, the copy not written, or wrong usage";

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
const FORMATS: &str = "输出格式：text（默认）、json、ndjson、html（校验单）、csv（Excel）、sarif、junit、github Output format: text (default), json, ndjson, html (a check sheet), csv (Excel), sarif, junit, github";
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
    Extract(Extract),
    Watch(Watch),
    Mark(Mark),
    Rules(Rules),
    Explain(Explain),
}

#[derive(Debug, Args)]
#[command(
    about = "留意一个文件夹，报告改动后说明发现的变化 Watch a folder, and tell what changes in the findings",
    help_template = TEMPLATE,
    disable_help_flag = true,
    arg_required_else_help = true
)]
pub struct Watch {
    /// 报告所在的文件夹，含其中的文件夹 Folder with the reports, and the folders in it
    #[arg(
        value_name = "FOLDER",
        required = true,
        help_heading = "参数 Arguments"
    )]
    pub folder: PathBuf,
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[command(flatten)]
    help: Help,
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

/// Which reports, for commands that take many.
#[derive(Clone, Debug, Args)]
pub struct Reports {
    /// 报告文件（Word、WPS、Excel、PDF、OFD、网页、文本）、装着报告的 zip、通配符；- 表示标准输入 Report files, zips of reports, patterns; - is standard input
    #[arg(
        value_name = "FILE",
        required_unless_present = "files_from",
        help_heading = "参数 Arguments"
    )]
    pub files: Vec<OsString>,
    /// 也查文件夹，含其中的文件夹 Take folders too, and the folders in them
    #[arg(short, long, help_heading = OPTIONS)]
    pub recursive: bool,
    /// 文件名单，每行一个；- 表示标准输入 List of files, one a line; - is standard input
    #[arg(long, value_name = "LIST", help_heading = OPTIONS)]
    pub files_from: Option<OsString>,
    /// 名单里以 NUL 分隔 The list has NULs for ends of lines
    #[arg(short = '0', long, requires = "files_from", help_heading = OPTIONS)]
    pub null: bool,
    /// 标准输入的文件名 File name of standard input
    #[arg(long, value_name = "NAME", help_heading = OPTIONS)]
    pub name: Option<String>,
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
    #[command(flatten)]
    pub reports: Reports,
    #[arg(long, value_name = "FORMAT", default_value = "text", value_enum, hide_possible_values = true, hide_default_value = true, help = FORMATS, help_heading = OPTIONS)]
    pub format: Format,
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[arg(long, value_name = "LEVEL", default_value = "error", value_enum, hide_possible_values = true, hide_default_value = true, help = "从哪一级起以退出状态 1 结束：error（默认）或 warning Severity from which on the exit status is 1: error (default) or warning", help_heading = OPTIONS)]
    pub fail_on: FailOn,
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
    #[arg(long, value_name = "FILE", help = "已说明理由、不再提示的发现（JSON） Findings to let stand, with reasons (JSON)", help_heading = OPTIONS)]
    pub waivers: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text", value_enum, hide_possible_values = true, hide_default_value = true, help = FORMATS, help_heading = OPTIONS)]
    pub format: Format,
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(
    about = "写出一份标注的副本，或改好的副本 Write a marked or a mended copy of a report",
    help_template = TEMPLATE,
    after_help = MARK_EXAMPLES,
    disable_help_flag = true,
    arg_required_else_help = true
)]
pub struct Mark {
    /// 报告文件（.docx、.xlsx、.odt、网页） The report (.docx, .xlsx, .odt, a web page)
    #[arg(value_name = "FILE", required = true, help_heading = "参数 Arguments")]
    pub file: OsString,
    #[arg(short = 'o', long, value_name = "COPY", required = true, help = "副本的文件名，不能是已有的文件 Where the copy goes; no file that is there", help_heading = OPTIONS)]
    pub output: PathBuf,
    #[arg(long, help = "按第一种改法改好对不上的合计 Also write the first proposals for the broken sums", help_heading = OPTIONS)]
    pub mend: bool,
    #[arg(long, requires = "mend", help = "改动写成修订（.docx、.odt） Write the changes as tracked changes (.docx, .odt)", help_heading = OPTIONS)]
    pub track: bool,
    #[arg(long, value_name = "LANG", default_value = "zh", value_enum, hide_possible_values = true, hide_default_value = true, help = LANGUAGE, help_heading = OPTIONS)]
    pub lang: Lang,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(
    about = "取出各表的数字，做成数据集 Take the figures of the tables out as a set of data",
    help_template = TEMPLATE,
    after_help = EXTRACT_EXAMPLES,
    disable_help_flag = true,
    arg_required_else_help = true
)]
pub struct Extract {
    #[command(flatten)]
    pub reports: Reports,
    #[arg(long, value_name = "FORMAT", default_value = "csv", value_enum, hide_possible_values = true, hide_default_value = true, help = "输出格式：csv（默认）、json、xlsx Output format: csv (default), json, xlsx", help_heading = OPTIONS)]
    pub format: Data,
    /// 每份报告一行（csv、xlsx）；默认每格一行 One row for each report (csv, xlsx); by default one for each cell
    #[arg(long, help_heading = OPTIONS)]
    pub wide: bool,
    /// 写到这个文件；不覆盖已有的 Write to this file; none is written over
    #[arg(short, long, value_name = "FILE", help_heading = OPTIONS)]
    pub output: Option<PathBuf>,
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
    /// One document a line.
    Ndjson,
    Html,
    Csv,
    Sarif,
    Junit,
    /// Annotations of GitHub Actions.
    Github,
}

/// From which severity on a finding makes the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    Error,
    Warning,
}

impl From<FailOn> for Severity {
    fn from(level: FailOn) -> Self {
        match level {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Data {
    Csv,
    Json,
    Xlsx,
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
        ErrorKind::MissingRequiredArgument => {
            let missing = context(ContextKind::InvalidArg);
            Some(match missing.contains("--") {
                true => format!("还要给出 {missing}"),
                false => "没有给出报告文件或规则名".to_string(),
            })
        }
        ErrorKind::ArgumentConflict => Some("同一个选项给了两次".to_string()),
        _ => None,
    }
}
