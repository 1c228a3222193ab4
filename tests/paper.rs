//! Made reports printed to PDF and OFD in many ways: every cell is read back right, or nothing is claimed of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "read/render.rs"]
mod render;
mod support;

use std::path::PathBuf;

use gouji::finding::Severity;
use gouji::form::{Edition, Key, Table};
use gouji::model::{Block, Document, Kind, Place, TroubleKind};
use gouji::read::{ReadErrorKind, read};
use gouji::recognise::{SheetState, recognise};
use gouji::report::report;

use support::made::{Blanks, Made};
use support::ofd::{Way as OfdWay, ofd};
use support::paper::{Drawn, Leaf, Print, Ruling, Words, leaves};
use support::pdf::{Letters, Way as PdfWay, pdf, raw, scanned, stream};
use support::sheet::{Part, each_sheet};
use support::words;

type Write = fn(&[Leaf]) -> Vec<u8>;

const WRITERS: &[(&str, Write)] = &[
    ("pdf-subset", |l| pdf(l, PdfWay::default())),
    ("pdf-unicode", |l| {
        pdf(
            l,
            PdfWay {
                letters: Letters::Unicode,
                thin: true,
                ..PdfWay::default()
            },
        )
    }),
    ("pdf-gbk", |l| {
        pdf(
            l,
            PdfWay {
                letters: Letters::Gbk,
                ..PdfWay::default()
            },
        )
    }),
    ("pdf-drawn", |l| {
        pdf(
            l,
            PdfWay {
                letters: Letters::Drawn,
                thin: true,
                ..PdfWay::default()
            },
        )
    }),
    ("pdf-form", |l| {
        pdf(
            l,
            PdfWay {
                form: true,
                ..PdfWay::default()
            },
        )
    }),
    ("ofd", |l| ofd(l, OfdWay::default())),
    ("ofd-runs", |l| {
        ofd(
            l,
            OfdWay {
                runs: true,
                thin: true,
                ..OfdWay::default()
            },
        )
    }),
    ("ofd-scaled", |l| {
        ofd(
            l,
            OfdWay {
                scaled: true,
                ..OfdWay::default()
            },
        )
    }),
    ("ofd-template", |l| {
        ofd(
            l,
            OfdWay {
                template: true,
                far: true,
                ..OfdWay::default()
            },
        )
    }),
    ("ofd-drawing", |l| {
        ofd(
            l,
            OfdWay {
                drawing: true,
                runs: true,
                ..OfdWay::default()
            },
        )
    }),
];

/// On a page that lies on its side.
const TURNED: &[(&str, Write)] = &[
    ("pdf-rotate", |l| {
        pdf(
            l,
            PdfWay {
                rotate: true,
                ..PdfWay::default()
            },
        )
    }),
    ("pdf-turned", |l| {
        pdf(
            l,
            PdfWay {
                turned: true,
                ..PdfWay::default()
            },
        )
    }),
    ("ofd-turned", |l| {
        ofd(
            l,
            OfdWay {
                turned: true,
                runs: true,
                ..OfdWay::default()
            },
        )
    }),
    ("ofd-turned-scaled", |l| {
        ofd(
            l,
            OfdWay {
                turned: true,
                scaled: true,
                ..OfdWay::default()
            },
        )
    }),
];

/// Every way of printing that keeps the lines of the tables.
fn prints() -> Vec<(&'static str, Print)> {
    let plain = Print::default();
    vec![
        ("plain", plain),
        (
            "numbered",
            Print {
                page_numbers: true,
                repeat_head: true,
                ..plain
            },
        ),
        (
            "headed",
            Print {
                running_head: true,
                margin: 90.0,
                ..plain
            },
        ),
        (
            "dashed",
            Print {
                ruling: Ruling::Dashed,
                bold_twice: true,
                ..plain
            },
        ),
        (
            "double",
            Print {
                ruling: Ruling::Double,
                repeat_head: true,
                ..plain
            },
        ),
        (
            "crooked",
            Print {
                crooked: true,
                page_numbers: true,
                ..plain
            },
        ),
        (
            "radicals",
            Print {
                radicals: true,
                ..plain
            },
        ),
        (
            "hidden",
            Print {
                hidden: true,
                ..plain
            },
        ),
    ]
}

fn check(name: &str, made: &Made, bytes: &[u8], complete: bool) {
    let document = read(bytes, "report").unwrap_or_else(|e| panic!("{name}: {e}"));
    let filled = recognise(&document);
    assert_eq!(
        filled.title.year,
        Some(made.year),
        "{name}: {:?}",
        filled.title
    );
    for table in Table::ALL {
        let sheet = &filled.tables[table as usize];
        if complete {
            assert_eq!(
                sheet.state,
                SheetState::Bound,
                "{name} {table:?}\n{}",
                render::render(&document)
            );
        }
        for key in Key::all(table, made.edition) {
            let figure = sheet
                .figures
                .iter()
                .find(|(k, _)| *k == key)
                .map(|(_, f)| f);
            match figure {
                Some(figure) => {
                    assert_eq!(
                        figure.raw,
                        made.text(key),
                        "{name} {}\n{}",
                        key.name(),
                        render::render(&document)
                    );
                    assert!(matches!(
                        document.place(figure.place),
                        Place::Page { page: 1.., .. }
                    ));
                }
                None => assert!(
                    !complete,
                    "{name}: {} not found\n{}",
                    key.name(),
                    render::render(&document)
                ),
            }
        }
    }
}

#[test]
fn ruled_tables_are_read_back_whole() {
    let mut seed = 0;
    for (print_name, print) in prints() {
        for (writer, write) in WRITERS {
            // GBK has no radicals.
            if print.radicals && *writer == "pdf-gbk" {
                continue;
            }
            for edition in Edition::ALL {
                let blanks =
                    [Blanks::None, Blanks::Organisations, Blanks::Scattered][seed as usize % 3];
                let made = Made::new(edition, seed, blanks);
                seed += 1;
                let name = format!("{writer} {print_name} {edition:?} {seed}");
                check(&name, &made, &write(&leaves(&made.parts(), print)), true);
            }
        }
    }
}

#[test]
fn turned_pages_are_read_back_whole() {
    for (seed, (writer, write)) in TURNED.iter().enumerate() {
        for edition in Edition::ALL {
            let made = Made::new(edition, seed as u64, Blanks::None);
            let print = Print {
                turned: true,
                ..Print::default()
            };
            let name = format!("{writer} {edition:?}");
            check(&name, &made, &write(&leaves(&made.parts(), print)), true);
        }
    }
}

#[test]
fn tables_without_lines_are_read_right_or_not_at_all() {
    for seed in 0..30 {
        let edition = Edition::ALL[seed as usize % 2];
        let made = Made::new(edition, seed, Blanks::None);
        let print = Print {
            ruling: Ruling::None,
            turned: seed % 3 == 0,
            ..Print::default()
        };
        let (_, write) = if print.turned {
            TURNED[seed as usize % 4]
        } else {
            WRITERS[seed as usize % 5]
        };
        check(
            &format!("unruled {seed}"),
            &made,
            &write(&leaves(&made.parts(), print)),
            false,
        );
    }
}

/// From and to.
type Segment = ((f32, f32), (f32, f32));

/// A text with its lines' places, for pages that are written by hand.
fn leaf(texts: &[(f32, f32, &str)], lines: &[Segment]) -> Leaf {
    Leaf {
        width: 595.0,
        height: 842.0,
        texts: texts
            .iter()
            .map(|(x, y, text)| Words {
                x: *x,
                y: *y,
                size: 10.0,
                text: (*text).to_owned(),
                hidden: false,
            })
            .collect(),
        lines: lines.iter().map(|(from, to)| drawn(*from, *to)).collect(),
    }
}

fn drawn(from: (f32, f32), to: (f32, f32)) -> Drawn {
    Drawn {
        from,
        to,
        thick: 0.5,
    }
}

fn grid_lines(xs: &[f32], ys: &[f32]) -> Vec<Segment> {
    let (x0, x1) = (xs[0], xs[xs.len() - 1]);
    let (y0, y1) = (ys[0], ys[ys.len() - 1]);
    let across = ys.iter().map(|y| ((x0, *y), (x1, *y)));
    let down = xs.iter().map(|x| ((*x, y0), (*x, y1)));
    across.chain(down).collect()
}

/// Pages by hand: name, and what they hold.
fn by_hand() -> Vec<(&'static str, Vec<Leaf>)> {
    let mut side_by_side = leaf(
        &[
            (60.0, 80.0, "甲局2023年年度报告"),
            (330.0, 80.0, "乙局2023年年度报告"),
            (65.0, 115.0, "自然人"),
            (165.0, 115.0, "11"),
            (65.0, 135.0, "总计"),
            (165.0, 135.0, "12"),
            (335.0, 118.0, "自然人"),
            (435.0, 118.0, "21"),
            (335.0, 138.0, "总计"),
            (435.0, 138.0, "22"),
        ],
        &grid_lines(&[60.0, 160.0, 260.0], &[100.0, 120.0, 140.0]),
    );
    side_by_side.lines.extend(
        grid_lines(&[330.0, 430.0, 530.0], &[103.0, 123.0, 143.0])
            .iter()
            .map(|(from, to)| drawn(*from, *to)),
    );
    let columns = leaf(
        &[
            (180.0, 60.0, "两栏的标题在两栏之上居中排列"),
            (60.0, 100.0, "左栏第一行是一行完整的正文文字"),
            (60.0, 118.0, "左栏第二行是一行完整的正文文字"),
            (60.0, 136.0, "左栏第三行是一行完整的正文文字"),
            (60.0, 154.0, "左栏第四行是一行完整的正文文字"),
            (60.0, 172.0, "左栏第五行到此结束，句号收尾。"),
            (320.0, 103.0, "右栏第一行是一行完整的正文文字"),
            (320.0, 121.0, "右栏第二行是一行完整的正文文字"),
            (320.0, 139.0, "右栏第三行是一行完整的正文文字"),
            (320.0, 157.0, "右栏第四行是一行完整的正文文字"),
            (320.0, 175.0, "右栏第五行到此结束，句号收尾。"),
        ],
        &[],
    );
    let vertical = leaf(
        &[
            (62.0, 112.0, "总"),
            (62.0, 124.0, "计"),
            (62.0, 136.0, "数"),
            (85.0, 112.0, "新收"),
            (185.0, 112.0, "3"),
            (85.0, 132.0, "结转"),
            (185.0, 132.0, "4"),
        ],
        &[
            ((60.0, 100.0), (240.0, 100.0)),
            ((60.0, 140.0), (240.0, 140.0)),
            ((80.0, 120.0), (240.0, 120.0)),
            ((60.0, 100.0), (60.0, 140.0)),
            ((80.0, 100.0), (80.0, 140.0)),
            ((180.0, 100.0), (180.0, 140.0)),
            ((240.0, 100.0), (240.0, 140.0)),
        ],
    );
    let middle = leaf(
        &[
            (60.0, 100.0, "1.申请人逾期未按收费通知"),
            (250.0, 106.0, "1"),
            (300.0, 106.0, "0"),
            (350.0, 106.0, "5"),
            (60.0, 112.0, "要求缴纳费用"),
            (60.0, 140.0, "2.重复申请"),
            (250.0, 140.0, "2"),
            (350.0, 140.0, "6"),
            (60.0, 168.0, "3.其他"),
            (250.0, 168.0, "3"),
            (300.0, 168.0, "4"),
            (350.0, 168.0, "7"),
        ],
        &[],
    );
    // Open at its sides, an underline in a cell, a frame around everything.
    let mut open = leaf(
        &[
            (70.0, 115.0, "规章"),
            (205.0, 115.0, "0"),
            (70.0, 135.0, "规范性文件"),
            (205.0, 135.0, "5"),
        ],
        &[
            ((60.0, 100.0), (300.0, 100.0)),
            ((60.0, 120.0), (300.0, 120.0)),
            ((60.0, 140.0), (300.0, 140.0)),
            ((200.0, 100.0), (200.0, 140.0)),
            ((70.0, 137.0), (120.0, 137.0)),
        ],
    );
    open.lines.extend(
        grid_lines(&[30.0, 565.0], &[30.0, 812.0])
            .iter()
            .map(|(from, to)| drawn(*from, *to)),
    );
    // A row and the group it is in, both cut by the page's end.
    let (merged, beside) = ([60.0, 110.0], [110.0, 240.0, 300.0, 360.0]);
    let cut = |texts: &[(f32, f32, &str)], ys: &[f32]| {
        let ends = [ys[0], ys[ys.len() - 1]];
        let mut page = leaf(texts, &grid_lines(&merged, &ends));
        page.lines.extend(leaf(&[], &grid_lines(&beside, ys)).lines);
        page
    };
    let above = cut(
        &[
            (62.0, 765.0, "（三）不予"),
            (112.0, 765.0, "1.属于国家秘密"),
            (245.0, 765.0, "3"),
            (305.0, 765.0, "4"),
            (112.0, 785.0, "2.其他法律行政法规"),
            (245.0, 785.0, "5"),
            (305.0, 785.0, "6"),
        ],
        &[750.0, 770.0, 790.0],
    );
    let below = cut(
        &[
            (62.0, 65.0, "公开"),
            (112.0, 65.0, "禁止公开"),
            (112.0, 85.0, "3.危及公共安全"),
            (245.0, 85.0, "7"),
            (305.0, 85.0, "8"),
        ],
        &[50.0, 70.0, 90.0],
    );
    vec![
        ("cut-row", vec![above, below]),
        ("side-by-side", vec![side_by_side]),
        ("columns", vec![columns]),
        ("vertical-label", vec![vertical]),
        ("middle-line", vec![middle]),
        ("open-sides", vec![open]),
    ]
}

#[test]
fn pages_by_hand_read_as_drawn() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/read/paper");
    let update = std::env::var_os("UPDATE").is_some();
    for (name, leaves) in by_hand() {
        let golden = folder.join(format!("{name}.grid"));
        let as_pdf = render::render(&read(&pdf(&leaves, PdfWay::default()), "").unwrap());
        let as_ofd = render::render(&read(&ofd(&leaves, OfdWay::default()), "").unwrap());
        assert_eq!(as_pdf, as_ofd, "{name}");
        if update {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&golden, &as_pdf).unwrap();
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(as_pdf, expected, "{name} reads differently now");
    }
}

fn kind(bytes: &[u8]) -> ReadErrorKind {
    read(bytes, "report.pdf").unwrap_err().kind()
}

#[test]
fn what_cannot_be_read_is_said() {
    let made = Made::new(Edition::E2021, 1, Blanks::None);
    let leaves = leaves(&made.parts(), Print::default());
    let with = |letters| {
        pdf(
            &leaves,
            PdfWay {
                letters,
                ..PdfWay::default()
            },
        )
    };
    assert_eq!(kind(&with(Letters::Unmapped)), ReadErrorKind::Garbled);
    assert_eq!(kind(&with(Letters::Lying)), ReadErrorKind::Garbled);
    assert_eq!(kind(&scanned(2)), ReadErrorKind::Scanned);
    assert_eq!(kind(b"%PDF-1.7\n"), ReadErrorKind::Damaged);
    let encrypted = raw(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [] /Count 0 >>",
            b"<< /Filter /Standard /V 1 /R 2 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> /P -4 >>",
        ],
        "/Encrypt 3 0 R /ID [<00> <00>] ",
    );
    assert_eq!(kind(&encrypted), ReadErrorKind::Encrypted);
    // Recognised text under a picture is a guess of a machine, not the text of the report.
    let mut unseen = leaves.clone();
    for words in unseen.iter_mut().flat_map(|leaf| &mut leaf.texts) {
        words.hidden = true;
    }
    assert_eq!(kind(&pdf(&unseen, PdfWay::default())), ReadErrorKind::Empty);
}

/// Every page refers to a form that refers to itself, and to the page tree that holds it.
#[test]
fn cycles_and_bombs_end() {
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>";
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> ",
        b"/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do",
    );
    let content = stream("", b"/X Do");
    let cyclic = raw(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 2 0 R 3 0 R] /Count 3 >>",
            page,
            &form,
            &content,
        ],
        "",
    );
    let start = std::time::Instant::now();
    assert!(read(&cyclic, "").is_err());
    let zeros = vec![b' '; 200 << 20];
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&zeros, 6);
    let bomb = stream("/Filter /FlateDecode ", &packed);
    for body in [
        bomb,
        stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode ", &packed),
    ] {
        let file = raw(
            &[
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
                &body,
            ],
            "",
        );
        assert_eq!(kind(&file), ReadErrorKind::TooLarge);
    }
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn hidden_figures_are_left_aside_and_said() {
    let made = Made::new(Edition::E2021, 3, Blanks::None);
    let print = Print {
        hidden: true,
        ..Print::default()
    };
    let document = read(&pdf(&leaves(&made.parts(), print), PdfWay::default()), "").unwrap();
    assert!(
        document
            .troubles
            .iter()
            .any(|t| t.kind == TroubleKind::Hidden)
    );
}

/// Text of all blocks.
fn texts(document: &Document) -> Vec<&str> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn paragraphs_come_back_whole_and_furniture_goes() {
    let made = Made::new(Edition::E2021, 2, Blanks::None);
    let print = Print {
        running_head: true,
        page_numbers: true,
        bold_twice: true,
        margin: 100.0,
        ..Print::default()
    };
    let expected: Vec<String> = made
        .parts()
        .iter()
        .filter_map(|part| match part {
            Part::Title(text) | Part::Heading(text) | Part::Text(text) => Some(text.clone()),
            Part::Sheet(_) => None,
        })
        .filter(|text| !text.is_empty())
        .collect();
    for (name, write) in [WRITERS[0], WRITERS[5]] {
        let document = read(&write(&leaves(&made.parts(), print)), "").unwrap();
        assert_eq!(texts(&document), expected, "{name}");
    }
}

/// Of tables whose letters a page did not keep together only scraps are found: nothing is held against the report.
#[test]
fn scraps_of_tables_are_no_missing_rows() {
    const SCRAPS: &str = "示例市水利局2023年政府信息公开工作年度报告
一、总体情况
二、主动公开政府信息情况
第二十条第（一）项 信息内容 本年制 本年废 现行有
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1
二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0
（一）予以公开 1 0 0 0 0 0 1
（七）总计 1 0 0 0 0 0 1
四、政府信息公开行政复议、行政诉讼情况
结果维 结果纠 其他结 尚未审
五、存在的主要问题及改进情况
六、其他需要报告的事项
";
    let errors = |kind: Kind| {
        let mut document = read(SCRAPS.as_bytes(), "").unwrap();
        document.kind = kind;
        let found = report(&recognise(&document)).findings;
        let errors = found.iter().filter(|f| f.severity == Severity::Error);
        errors.map(|f| f.rule).collect::<Vec<_>>()
    };
    let missing = [
        "form-table-missing",
        "form-table-missing",
        "form-row-missing",
    ];
    let text = errors(Kind::Text);
    assert!(missing.iter().all(|rule| text.contains(rule)), "{text:?}");
    for kind in [Kind::Pdf, Kind::Ofd] {
        let found = errors(kind);
        let of_tables = found.iter().any(|rule| missing.contains(rule));
        assert!(!of_tables, "{found:?}");
    }
}

#[test]
fn broken_labels_are_joined() {
    let made = Made::new(Edition::E2021, 5, Blanks::None);
    let mut rng = support::rng::Rng::new(5);
    let parts = each_sheet(made.parts(), |sheet| {
        sheet.heads(|head| words::broken(head, '\n', &mut rng))
    });
    for (name, write) in WRITERS {
        check(name, &made, &write(&leaves(&parts, Print::default())), true);
    }
}
