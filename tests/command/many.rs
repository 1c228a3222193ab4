//! `gouji check` on many reports at once: folders, patterns, lists and archives, what stops it and what does not.

use super::*;
use std::io::{BufRead, BufReader};
use support::zip::{deflated, overlapping, zip};

/// The sources of all documents, in the order in which they are written; an error stands behind its source.
fn sources(run: &Run) -> Vec<String> {
    let lines = run.out.lines();
    let of = |line: &str| {
        let document: Value = serde_json::from_str(line).unwrap();
        let source = document["source"].as_str().unwrap().to_string();
        match document["error"]["kind"].as_str() {
            Some(kind) => format!("{source}: {kind}"),
            None => source,
        }
    };
    lines.map(of).collect()
}

fn checked(folder: &Folder, arguments: &[&str]) -> Run {
    folder.run(&[&["check", "--format", "ndjson"], arguments].concat())
}

/// A folder with reports, what is beside them, and what programs leave.
fn county(name: &str) -> Folder {
    let folder = Folder::new(name);
    fs::create_dir_all(folder.0.join("年报/乡镇/.svn")).unwrap();
    fs::create_dir_all(folder.0.join("年报/照片")).unwrap();
    fs::create_dir_all(folder.0.join("年报/乡镇/青石镇_files")).unwrap();
    folder
        .with("年报/商务局.html", page(&made()))
        .with("年报/乡镇/青石镇.html", page(&wrong()))
        .with("年报/乡镇/青石镇_files/frame.html", "<p>1")
        .with("年报/乡镇/.svn/a.html", "x")
        .with("年报/~$商务局.docx", "x")
        .with("年报/.DS_Store", "x")
        .with("年报/Thumbs.db", "x")
        .with("年报/照片/会议.jpg", "x")
        .with("年报/说明.pptx", "x")
}

#[test]
fn a_folder_is_checked_with_the_folders_in_it() {
    let folder = county("many-folder");
    let run = checked(&folder, &["-r", "年报"]);
    let found = ["年报/乡镇/青石镇.html", "年报/商务局.html"];
    assert_eq!(sources(&run), found);
    assert_eq!(run.status, 1);
    assert_eq!(run.err, "gouji: 另有 3 个文件从名称看不是报告，没有检查\n");
    let run = checked(&folder, &["年报"]);
    assert_eq!(sources(&run), ["年报: folder"]);
    let run = checked(&folder, &["--recursive", "年报/照片", "没有"]);
    assert_eq!(sources(&run), ["年报/照片: empty", "没有: not-found"]);
    assert_eq!(run.status, 2);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_is_that_file_and_one_to_a_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = county("many-links").with("原件.html", page(&made()));
    for (to, link) in [
        ("../原件.html", "a.html"),
        ("没有", "b.html"),
        ("../年报", "c"),
    ] {
        symlink(to, folder.0.join("年报").join(link)).unwrap();
    }
    let run = checked(&folder, &["-r", "年报"]);
    let found = [
        "年报/a.html",
        "年报/b.html: not-found",
        "年报/乡镇/青石镇.html",
        "年报/商务局.html",
    ];
    assert_eq!(sources(&run), found);
}

#[test]
fn a_pattern_is_a_pattern_where_the_shell_left_it() {
    let folder = county("many-pattern").with("[1].html", page(&made()));
    let run = checked(&folder, &["年报/**/*.html", "[1].html"]);
    let found = [
        "年报/乡镇/青石镇.html",
        "年报/乡镇/青石镇_files/frame.html",
        "年报/商务局.html",
        "[1].html",
    ];
    assert_eq!(sources(&run), found);
    let run = checked(&folder, &["*.doc", "[.html"]);
    assert_eq!(sources(&run), ["*.doc: not-found", "[.html: not-found"]);
}

/// The crate for patterns falls over such a name where it is asked to leave hidden files out.
#[cfg(target_os = "linux")]
#[test]
fn a_pattern_stands_names_in_another_charset_and_leaves_hidden_files() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new("many-pattern-names")
        .with("甲.html", page(&made()))
        .with(".乙.html", page(&made()));
    let name = std::ffi::OsStr::from_bytes(b"\xc4\xea\xb1\xa8.html");
    fs::write(folder.0.join(name), page(&made())).unwrap();
    fs::create_dir_all(folder.0.join(".藏")).unwrap();
    fs::write(folder.0.join(".藏/丙.html"), page(&made())).unwrap();
    assert_eq!(sources(&checked(&folder, &["*.html"])), ["甲.html"]);
    assert_eq!(sources(&checked(&folder, &["**/*.html"])), ["甲.html"]);
    assert_eq!(sources(&checked(&folder, &[".*.html"])), [".乙.html"]);
    assert_eq!(sources(&checked(&folder, &[".藏/*.html"])), [".藏/丙.html"]);
    let run = checked(&folder, &["*.docx"]);
    assert_eq!(sources(&run), ["*.docx: not-found"]);
    assert_eq!(run.status, 2);
}

#[test]
fn a_list_names_the_files() {
    let folder = county("many-list");
    let windows = "\u{feff}年报/商务局.html\r\n\r\n年报/乡镇\r\n*.html";
    let folder = folder.with("名单.txt", windows);
    let run = checked(
        &folder,
        &["--files-from", "名单.txt", "-r", "年报/乡镇/青石镇.html"],
    );
    let found = [
        "年报/乡镇/青石镇.html",
        "年报/商务局.html",
        "年报/乡镇/青石镇.html",
        "*.html: not-found",
    ];
    assert_eq!(sources(&run), found);
    let zeros = "年报/商务局.html\0年报/两\n行.html";
    let arguments = ["check", "--format=ndjson", "--files-from=-", "-0"];
    let run = folder.run_with(&arguments, zeros.as_bytes());
    assert_eq!(
        sources(&run),
        ["年报/商务局.html", "年报/两\n行.html: not-found"]
    );
    let run = checked(&folder, &["--files-from", "没有.txt"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("没有.txt：没有这个文件"), "{}", run.err);
    let run = checked(&folder, &["--files-from", "-", "-"]);
    assert!(run.err.contains("标准输入（-）只能用一次"), "{}", run.err);
}

#[test]
fn an_archive_of_several_reports_is_several_inputs() {
    let (good, bad) = (page(&made()), page(&wrong()));
    let inner = zip(&[("甲.html", good.as_bytes()), ("乙.html", bad.as_bytes())]);
    let one = deflated(&[("丙.html", good.as_bytes()), ("说明.txt", b"1")]);
    let docx = support::docx::docx(
        &made().parts(),
        Default::default(),
        &mut support::rng::Rng::new(1),
    );
    let all = zip(&[
        ("局/商务局.html", good.as_bytes()),
        ("镇.zip", &inner),
        ("村.zip", &one),
        ("章.ZIP", &docx),
        ("__MACOSX/局/._商务局.html", b"x"),
        ("照片.jpg", b"x"),
        ("坏.docx", b"PK\x03\x04"),
    ]);
    let folder = Folder::new("many-archive")
        .with("全县.zip", all)
        .with("一份.zip", one)
        .with("文档.zip", docx);
    let run = checked(&folder, &["全县.zip", "一份.zip", "文档.zip"]);
    let found = [
        "全县.zip/局/商务局.html",
        "全县.zip/镇.zip/甲.html",
        "全县.zip/镇.zip/乙.html",
        "全县.zip/村.zip",
        "全县.zip/章.ZIP",
        "全县.zip/坏.docx: damaged",
        "一份.zip",
        "文档.zip",
    ];
    assert_eq!(sources(&run), found);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("另有 2 个文件"), "{}", run.err);
    let run = checked(&folder, &["-r", "."]);
    assert_eq!(sources(&run).len(), found.len());
}

#[test]
fn archives_end_however_they_are_made() {
    let page = page(&made());
    let names: Vec<String> = (0..10_100).map(|n| format!("{n}.txt")).collect();
    let bomb = deflated(&[
        ("a.html", &vec![b' '; 100 << 20]),
        ("b.html", page.as_bytes()),
    ]);
    // Two reports at each depth: what lies too deep is one report too many for one archive.
    let two = |inner: &[u8]| zip(&[("a.zip", inner), ("甲.html", page.as_bytes())]);
    let deep = (0..6).fold(
        zip(&[("甲.html", page.as_bytes()), ("乙.html", b"x")]),
        |inner, _| two(&inner),
    );
    let folder = Folder::new("many-bombs")
        .with("names.zip", overlapping(&names, b"1"))
        .with("bomb.zip", bomb)
        .with("deep.zip", deep);
    let run = checked(&folder, &["names.zip"]);
    let found = sources(&run);
    assert_eq!(found.len(), 10_001);
    assert_eq!(found[10_000], "names.zip: too-large");
    let run = checked(&folder, &["bomb.zip"]);
    assert_eq!(
        sources(&run),
        ["bomb.zip/a.html: too-large", "bomb.zip/b.html"]
    );
    let run = checked(&folder, &["deep.zip"]);
    let found = [
        "deep.zip/a.zip/a.zip/a.zip: not-supported",
        "deep.zip/a.zip/a.zip/甲.html",
        "deep.zip/a.zip/甲.html",
        "deep.zip/甲.html",
    ];
    assert_eq!(sources(&run), found);
}

#[test]
fn last_years_report_is_compared_with_one() {
    let folder = county("many-previous");
    let previous = ["--previous", "年报/商务局.html"];
    for more in [["-r", "年报"], ["年报/*.html", "年报/乡镇/*.html"]] {
        let run = checked(&folder, &[&previous[..], &more[..]].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(
            run.err.contains("--previous 只与一份报告比较"),
            "{}",
            run.err
        );
    }
    let run = checked(&folder, &[&previous[..], &["年报/*.html"]].concat());
    assert_eq!(sources(&run), ["年报/商务局.html"]);
}

/// Ctrl-C in the middle of a list that goes on: what is checked stands there, and JSON is whole.
#[cfg(unix)]
#[test]
fn it_ends_cleanly_when_it_is_stopped() {
    let folder = county("many-stopped");
    let mut child = folder
        .command(&["check", "--format", "json", "--files-from", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut list = child.stdin.take().unwrap();
    list.write_all("年报/商务局.html\n年报/商务局.html\n".as_bytes())
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // The head, then the first document; the second has no end of line yet.
    let mut out = lines.next().unwrap().unwrap() + &lines.next().unwrap().unwrap();
    let id = child.id().to_string();
    let killed = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(killed.success());
    out.extend(lines.map(|line| line.unwrap()));
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    drop(list);
    let output: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(output["documents"].as_array().unwrap().len(), 2);
    assert_eq!(said, "gouji: 已中断：检查了 2 份，后面的没有检查\n");
}
