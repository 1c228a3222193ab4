//! `gouji mark`: what it prints, what it never writes over, and with which status it ends.

use std::fs;

use super::support::docx::{Way, docx};
use super::support::made::Made;
use super::support::rng::Rng;
use super::{Folder, made, page, with, wrong};

fn document(made: &Made) -> Vec<u8> {
    docx(&made.parts(), Way::default(), &mut Rng::new(1))
}

#[test]
fn a_marked_and_a_mended_copy_are_written() {
    let folder = Folder::new("mark").with("a.docx", document(&wrong()));
    let run = folder.run(&["mark", "a.docx", "-o", "标注.docx"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("标注.docx："), "{}", run.out);
    assert_eq!(folder.run(&["check", "标注.docx"]).status, 1);
    let run = folder.run(&[
        "mark", "a.docx", "-o", "b.docx", "--mend", "--track", "--lang", "en",
    ]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("cells changed: 1"), "{}", run.out);
    assert_eq!(folder.run(&["check", "b.docx"]).status, 0);
}

#[test]
fn a_copy_is_called_what_it_is() {
    let folder = Folder::new("mark-name")
        .with("年报.docx", document(&wrong()))
        .with("年报.docm", document(&wrong()))
        .with("年报", document(&wrong()));
    for (file, copy, ending) in [
        ("年报.docx", "副本.xlsx", "docx"),
        ("年报.docx", "副本.doc", "docx"),
        ("年报.docm", "副本.docx", "docm"),
        ("年报", "副本.html", "docx"),
    ] {
        let run = folder.run(&["mark", file, "-o", copy]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{file} {copy}");
        let said = format!("以 .{ending} 结尾\n");
        assert!(run.err.ends_with(&said), "{}", run.err);
        assert!(!folder.0.join(copy).exists());
    }
    for (file, copy) in [
        ("年报.docx", "1.DOCX"),
        ("年报.docm", "2.docm"),
        ("年报", "3.docx"),
        ("年报", "4"),
    ] {
        let run = folder.run(&["mark", file, "-o", copy]);
        assert_eq!(run.status, 0, "{file} {copy}: {}", run.err);
    }
}

/// A copy without a note is no praise where there was nothing to tell apart.
#[test]
fn what_could_not_be_judged_is_said_with_the_copy() {
    let two =
        page(&made()) + &page(&with(made(), "t3.granted.natural", 99)).replace("2024", "2023");
    let folder = Folder::new("mark-two").with("年报.html", two);
    let run = folder.run(&["mark", "年报.html", "-o", "副本.html"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("\n无法判断"), "{}", run.out);
}

#[test]
fn neither_the_report_nor_another_file_is_written_over() {
    let report = document(&made());
    let folder = Folder::new("mark-over")
        .with("a.docx", &report)
        .with("b", "here");
    for copy in ["a.docx", "./a.docx", "b"] {
        let run = folder.run(&["mark", "a.docx", "-o", copy]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{copy}");
        assert!(run.err.contains("已有这个文件"), "{}", run.err);
    }
    assert_eq!(fs::read(folder.0.join("a.docx")).unwrap(), report);
    assert_eq!(fs::read(folder.0.join("b")).unwrap(), b"here");
    let run = folder.run(&["mark", "a.docx", "-o", "none/a.docx"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("没有这个文件夹"), "{}", run.err);
}

#[test]
fn what_cannot_be_written_back_is_said() {
    let folder = Folder::new("mark-text").with("a.txt", "一、本年新收政府信息公开申请数量");
    let run = folder.run(&["mark", "a.txt", "-o", "b.txt"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("校验单"), "{}", run.err);
    assert!(!folder.0.join("b.txt").exists());
}

#[test]
fn tracked_changes_are_for_files_that_hold_them() {
    let folder = Folder::new("mark-track").with("a.html", super::page(&wrong()));
    let run = folder.run(&["mark", "a.html", "-o", "b.html", "--mend", "--track"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("去掉 --track"), "{}", run.err);
    assert!(!folder.0.join("b.html").exists());
}
