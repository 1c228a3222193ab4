//! `gouji watch`: checks the reports of a folder, then each again when it changes, and says what changed in its findings.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use gouji::Checked;
use gouji::finding::Words;
use gouji::read::{is_report, is_zip};
use gouji::show::harmless;
use gouji::verdict::verdict;
use gouji::wording::{self, Language};
use notify::{Event, RecursiveMode, Watcher};

use super::arguments::{Reports, Watch};
use super::checker::Checker;
use super::folder;
use super::input::{self, Failure};
use super::inputs::{Input, Inputs};
use super::{ended, pool, settings, stop};

/// How long a file must be left alone before it is read: programs write in several steps.
const CALM: Duration = Duration::from_millis(400);
/// How often a wait looks whether it is still wanted.
const TICK: Duration = Duration::from_millis(100);

/// What is remembered of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Known {
    verdict: String,
    findings: BTreeSet<String>,
}

struct Watched {
    folder: PathBuf,
    language: Language,
    checker: Arc<Checker>,
    known: BTreeMap<String, Known>,
}

/// Watches until Ctrl-C.
pub fn run(arguments: &Watch) -> ExitCode {
    let language = Language::from(arguments.lang);
    ended(
        watch(&arguments.folder, language).map(|()| stop::STATUS),
        language,
    )
}

fn watch(folder: &Path, language: Language) -> Result<(), Words> {
    let folder = folder.to_owned();
    let kind = fs::metadata(&folder).map_err(|error| no_folder(&folder, &error))?;
    if !kind.is_dir() {
        return Err(no_folder(&folder, &io::ErrorKind::NotADirectory.into()));
    }
    stop::listen();
    // Before the first look, so that nothing changes unseen between the two.
    let (changed, changes) = mpsc::channel();
    let watcher = notify::recommended_watcher(changed).and_then(|mut watcher| {
        let watching = watcher.watch(&folder, RecursiveMode::Recursive);
        watching.map(|()| watcher)
    });
    let _watcher = watcher.map_err(|error| unwatched(&error))?;
    let mut watched = Watched {
        folder: folder.clone(),
        language,
        checker: Arc::default(),
        known: BTreeMap::new(),
    };
    watched.known = watched.look(&folder)?;
    said(&watched.summary())?;
    while !stop::is_wanted() {
        let paths = calm(&changes).map_err(|error| unwatched(&error))?;
        let wanted = paths.iter().filter_map(|path| watched.wanted(path));
        for path in wanted.collect::<BTreeSet<PathBuf>>() {
            said(&watched.renew(&path)?)?;
        }
    }
    Ok(())
}

/// What changed, once nothing has changed for a while; nothing when the person wants to stop.
fn calm(changes: &Receiver<notify::Result<Event>>) -> notify::Result<BTreeSet<PathBuf>> {
    let (mut paths, mut last) = (BTreeSet::new(), Instant::now());
    while !stop::is_wanted() && (paths.is_empty() || last.elapsed() < CALM) {
        match changes.recv_timeout(TICK) {
            // Reading is no change, and we read ourselves.
            Ok(Ok(event)) if event.kind.is_access() => {}
            Ok(event) => {
                paths.extend(event?.paths);
                last = Instant::now();
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    Ok(paths)
}

impl Watched {
    /// The reports at a path, a file or a folder, as they are now.
    fn look(&self, path: &Path) -> Result<BTreeMap<String, Known>, Words> {
        let reports = Reports {
            files: vec![path.as_os_str().to_owned()],
            recursive: true,
            files_from: None,
            null: false,
            name: None,
        };
        let (checker, language) = (Arc::clone(&self.checker), self.language);
        let inputs = Inputs::new(&reports)?.filter(|input| input.path().is_some());
        let results = pool::run(inputs, move |input: Input| {
            let known = known(checker.check(&input), language);
            (input.source, known)
        });
        Ok(std::iter::from_fn(|| results.next()).collect())
    }

    /// The path that is to be looked at when this one changes, spelt as the folder was; none where it is no report.
    fn wanted(&self, path: &Path) -> Option<PathBuf> {
        let whole = env::current_dir().ok()?.join(&self.folder);
        let real = fs::canonicalize(&self.folder).ok();
        let mut roots = [Some(whole), real, Some(self.folder.clone())].into_iter();
        let inside = roots.find_map(|root| path.strip_prefix(root?).ok())?;
        // Settings hold for all that lies below them.
        if inside
            .file_name()
            .is_some_and(|name| name == settings::NAME)
        {
            return Some(self.folder.clone());
        }
        let names = inside.iter().map(|name| name.to_string_lossy());
        if names.into_iter().any(|name| folder::is_left_behind(&name)) {
            return None;
        }
        let path = self.folder.join(inside);
        let name = inside.to_string_lossy().replace('\\', "/");
        (is_report(&name) || is_zip(&name) || path.is_dir() || self.at(&path).next().is_some())
            .then_some(path)
    }

    /// The known reports at a path, or in the folder or archive that it is.
    fn at(&self, path: &Path) -> impl Iterator<Item = &String> {
        self.known
            .keys()
            .filter(move |source| Path::new(source).starts_with(path))
    }

    /// Looks at a path again, and says what changed.
    fn renew(&mut self, path: &Path) -> Result<String, Words> {
        let now = match path.exists() {
            true => self.look(path)?,
            false => BTreeMap::new(),
        };
        let sources: BTreeSet<String> = self.at(path).chain(now.keys()).cloned().collect();
        let mut text = String::new();
        let is_one = sources.len() == 1;
        for source in sources {
            let (before, after) = (self.known.remove(&source), now.get(&source));
            text.push_str(&self.difference(&source, before.as_ref(), after, is_one));
            self.known
                .extend(after.map(|after| (source, after.clone())));
        }
        Ok(text)
    }

    /// What a report says now that it did not say before, and the other way round. Of one that is the same among many
    /// nothing is said.
    fn difference(
        &self,
        source: &str,
        before: Option<&Known>,
        after: Option<&Known>,
        is_one: bool,
    ) -> String {
        let pick = |zh, en| self.language.pick(zh, en);
        let colon = pick("：", ": ");
        let Some(after) = after else {
            return format!("{source}{colon}{}\n", pick("已删除", "removed"));
        };
        if before == Some(after) {
            let same = format!(
                "{source}{colon}{}\n",
                pick("发现没有变化", "the findings are the same")
            );
            return if is_one { same } else { String::new() };
        }
        let none = BTreeSet::new();
        let old = before.map_or(&none, |before| &before.findings);
        let mut text = format!("{source}{colon}{}\n", after.verdict);
        for finding in after.findings.difference(old) {
            text.push_str(&format!("  {} {finding}\n", pick("新：", "new:")));
        }
        for finding in old.difference(&after.findings) {
            text.push_str(&format!("  {} {finding}\n", pick("已消除：", "gone:")));
        }
        text
    }

    fn summary(&self) -> String {
        let (all, wrong) = (self.known.len(), self.known.values());
        let wrong = wrong.filter(|known| !known.findings.is_empty()).count();
        let words = Words::new(
            format!("共 {all} 份，{wrong} 份有发现。改动后的变化写在下面，按 Ctrl-C 结束"),
            format!(
                "{all} reports, {wrong} with findings. What changes is written below; Ctrl-C ends it"
            ),
        );
        self.language.of(words) + "\n"
    }
}

fn known(checked: Result<(Vec<u8>, Checked), Failure>, language: Language) -> Known {
    match checked {
        Ok((_, checked)) => Known {
            verdict: language.of(verdict(&checked).words),
            findings: checked
                .report
                .findings
                .iter()
                .map(|finding| {
                    let severity = language.of(wording::severity(finding.severity));
                    format!("{severity} {}", language.of(finding.what.clone()))
                })
                .collect(),
        },
        Err((_, why)) => Known {
            verdict: format!(
                "{}{}",
                language.pick("读不了：", "cannot be read: "),
                language.of(why)
            ),
            findings: BTreeSet::new(),
        },
    }
}

fn said(text: &str) -> Result<(), Words> {
    let mut to = io::stdout().lock();
    // What stands in a report or is its name must not move or paint the terminal.
    let text: String = text.lines().map(|line| harmless(line) + "\n").collect();
    let written = to.write_all(text.as_bytes()).and_then(|()| to.flush());
    written.map_err(|error| {
        Words::new(
            format!("输出时出错：{error}"),
            format!("cannot write: {error}"),
        )
    })
}

fn no_folder(folder: &Path, error: &io::Error) -> Words {
    let words = match error.kind() {
        io::ErrorKind::NotFound => Words::new(
            "没有这个文件夹。请检查路径",
            "there is no such folder; check its path",
        ),
        io::ErrorKind::NotADirectory => Words::new(
            "这不是文件夹。请给出报告所在的文件夹；查一份报告用 gouji check",
            "this is no folder; name the folder of the reports, or use gouji check for one report",
        ),
        _ => input::failure(error).1,
    };
    let folder = folder.display();
    Words::new(
        format!("{folder}：{}", words.zh),
        format!("{folder}: {}", words.en),
    )
}

fn unwatched(error: &notify::Error) -> Words {
    Words::new(
        format!("无法留意这个文件夹：{error}"),
        format!("this folder cannot be watched: {error}"),
    )
}
