//! `gouji watch`: a real folder in which files come, change and go.

use super::*;
use std::io::{BufRead, BufReader};
use std::process::Child;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// So long that only a watch that says nothing at all runs into it.
const PATIENCE: Duration = Duration::from_secs(120);

/// A watch at work, ended with the test however that ends.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn new(folder: &Folder, named: &str) -> Watching {
        let mut command = folder.command(&["watch", named]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (to, lines) = mpsc::channel();
        thread::spawn(move || {
            out.lines()
                .map_while(Result::ok)
                .try_for_each(|l| to.send(l))
        });
        Watching { child, lines }
    }

    fn line(&self) -> String {
        self.lines.recv_timeout(PATIENCE).unwrap()
    }

    fn interrupt(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Puts a whole file into the folder at one stroke, so that it is never seen half written.
fn put(folder: &Folder, name: &str, text: &str) {
    let half = folder.0.join("half");
    fs::write(&half, text).unwrap();
    fs::rename(half, folder.0.join(name)).unwrap();
}

#[test]
fn what_changes_in_a_folder_is_told() {
    let folder = Folder::new("watch");
    fs::create_dir_all(folder.0.join("年报/乡镇")).unwrap();
    let folder = folder
        .with("年报/甲.html", page(&made()))
        .with("年报/乡镇/乙.html", page(&wrong()));
    let watching = Watching::new(&folder, "年报");
    let line = || watching.line();
    assert!(line().starts_with("共 2 份，1 份有发现。"));

    put(&folder, "年报/乡镇/乙.html", &page(&made()));
    assert_eq!(line(), "年报/乡镇/乙.html：可以发布");
    let gone = [line(), line()];
    for line in gone {
        assert!(line.starts_with("  已消除： 错误 表三"), "{line}");
    }

    // A lock, and a file that is none of ours: nothing is said of them.
    put(&folder, "年报/~$甲.docx", "x");
    put(&folder, "年报/会议.jpg", "x");
    put(&folder, "年报/丙.html", &page(&wrong()));
    assert!(line().starts_with("年报/丙.html：有 2 处错误"));
    let new = [line(), line()];
    for line in new {
        assert!(line.starts_with("  新： 错误 表三"), "{line}");
    }

    put(&folder, "年报/丙.html", &page(&wrong()));
    assert_eq!(line(), "年报/丙.html：发现没有变化");
    fs::rename(folder.0.join("年报/乡镇"), folder.0.join("乡镇")).unwrap();
    assert_eq!(line(), "年报/乡镇/乙.html：已删除");
    let off = "[rules]\nsum-row = \"off\"\nsum-results = \"off\"\n";
    put(&folder, "年报/gouji.toml", off);
    let mut settled = line();
    // Every report says in its verdict that rules are off.
    while !settled.starts_with("年报/丙.html：") {
        settled = line();
    }
    assert!(line().starts_with("  已消除： 错误 表三"));

    assert_eq!(watching.interrupt(), Some(130));
    let run = folder.run(&["watch", "没有"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.err, "gouji: 没有：没有这个文件夹。请检查路径\n");
    let run = folder.run(&["watch", "年报/甲.html"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("gouji: 年报/甲.html：这不是文件夹。"));
}

/// The words of a report reach a terminal here too.
#[test]
fn what_a_report_says_does_not_move_the_terminal() {
    let folder = Folder::new("watch-hostile");
    fs::create_dir_all(folder.0.join("年报")).unwrap();
    let odd = page(&made()).replacen(">0<", ">&#27;[2J\u{202e}<", 1);
    assert_ne!(odd, page(&made()));
    let watching = Watching::new(&folder, "年报");
    assert!(watching.line().starts_with("共 0 份"));
    put(&folder, "年报/甲.html", &odd);
    let lines = [watching.line(), watching.line()].concat();
    assert!(lines.contains("[2J"), "{lines}");
    let moves = |c: char| c.is_control() || c == '\u{202e}';
    assert!(!lines.contains(moves), "{lines:?}");
}
