//! The list of layouts: how a report is written, what the layout loses, and which warnings it deserves by itself.

use super::change::{
    five_columns, half, in_two_lines, lacking_column, mixed, move_a_row, one_table, page_number,
    split, text_mixed, utf16, with_group_figures, with_remarks, without_heads,
};
use super::docx::{Way, docx};
use super::html;
use super::made::{Blanks, Made};
use super::rng::Rng;
use super::sheet::{Sheet, each_sheet, each_sheet_as};
use super::text;
use super::words;
use super::xlsx::{Way as XlsxWay, xlsx};

pub struct Layout {
    pub name: &'static str,
    /// The name it is read under.
    pub file: &'static str,
    pub write: fn(&Made, &mut Rng) -> Vec<u8>,
    pub loss: Loss,
    /// Rules that may find an error or a warning in a clean report.
    pub warned: &'static [&'static str],
}

/// What cannot be got back out of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    Nothing,
    /// Only a report without blanks can be got back.
    Blanks,
    /// Figures or their columns: right or "cannot tell" is all that is asked.
    Cells,
}

const fn of(
    name: &'static str,
    file: &'static str,
    loss: Loss,
    write: fn(&Made, &mut Rng) -> Vec<u8>,
) -> Layout {
    Layout {
        name,
        file,
        write,
        loss,
        warned: &[],
    }
}

const fn html(name: &'static str, write: fn(&Made, &mut Rng) -> Vec<u8>) -> Layout {
    of(name, "report.html", Loss::Nothing, write)
}

/// Departs from the form itself, so these rules may find an error or a warning.
const fn odd(
    name: &'static str,
    warned: &'static [&'static str],
    write: fn(&Made, &mut Rng) -> Vec<u8>,
) -> Layout {
    Layout {
        warned,
        ..html(name, write)
    }
}

const fn text(name: &'static str, write: fn(&Made, &mut Rng) -> Vec<u8>) -> Layout {
    of(name, "report.txt", Loss::Nothing, write)
}

/// Without its slots a blank at the end of a row may be one that slid there.
const fn lines(name: &'static str, write: fn(&Made, &mut Rng) -> Vec<u8>) -> Layout {
    of(name, "report.txt", Loss::Blanks, write)
}

const fn docs(name: &'static str, write: fn(&Made, &mut Rng) -> Vec<u8>) -> Layout {
    of(name, "report.docx", Loss::Nothing, write)
}

const fn book(name: &'static str, write: fn(&Made, &mut Rng) -> Vec<u8>) -> Layout {
    of(name, "report.xlsx", Loss::Nothing, write)
}

/// All text stands above all tables, so that the headings are not in order.
const fn book_beside(name: &'static str, write: fn(&Made, &mut Rng) -> Vec<u8>) -> Layout {
    Layout {
        warned: &["form-section-order"],
        ..book(name, write)
    }
}

const fn lossy(name: &'static str, write: fn(&Made, &mut Rng) -> Vec<u8>) -> Layout {
    of(name, "report.txt", Loss::Cells, write)
}

pub const LAYOUTS: &[Layout] = &[
    html("html-clean", |made, _| html::clean(&made.parts()).into()),
    html("html-word", |made, rng| {
        html::word(&made.parts(), rng).into()
    }),
    html("html-wps", |made, _| html::wps(&made.parts()).into()),
    html("html-excel", |made, _| html::excel(&made.parts()).into()),
    html("html-excel-one-table", |made, _| {
        html::excel(&one_table(made.parts())).into()
    }),
    html("html-ueditor", |made, _| {
        html::ueditor(&made.parts()).into()
    }),
    html("html-wangeditor", |made, _| {
        html::wangeditor(&made.parts()).into()
    }),
    html("html-cms", |made, _| html::cms(&made.parts()).into()),
    html("html-loose", |made, _| html::loose(&made.parts()).into()),
    html("html-nested", |made, _| html::nested(&made.parts()).into()),
    html("html-gb18030", |made, _| {
        let page = html::clean_with(
            &made.parts(),
            &html::CLEAN_BEFORE.replace("utf-8", "gb2312"),
        );
        encoding_rs::GB18030.encode(&page).0.into_owned()
    }),
    html("html-gb18030-undeclared", |made, _| {
        let page = html::clean_with(&made.parts(), "<html><body>");
        encoding_rs::GB18030.encode(&page).0.into_owned()
    }),
    html("html-utf16", |made, _| utf16(&html::clean(&made.parts()))),
    html("html-without-merges", |made, _| {
        html::clean(&each_sheet(made.parts(), Sheet::without_merges)).into()
    }),
    html("html-repeated-merges", |made, _| {
        html::clean(&each_sheet(made.parts(), Sheet::repeated)).into()
    }),
    html("html-uncovered", |made, _| {
        html::clean(&each_sheet(made.parts(), Sheet::uncovered)).into()
    }),
    html("html-head-without-spans", |made, _| {
        html::clean(&each_sheet(made.parts(), Sheet::head_without_spans)).into()
    }),
    html("html-blank-first-column", |made, _| {
        html::clean(&each_sheet(made.parts(), Sheet::with_blank_first_column)).into()
    }),
    html("html-blank-tail", |made, _| {
        html::clean(&each_sheet(made.parts(), Sheet::with_blank_tail)).into()
    }),
    html("html-five-columns", |made, _| {
        html::clean(&each_sheet(made.parts(), five_columns)).into()
    }),
    html("html-split-by-page", |made, _| {
        html::ueditor(&each_sheet_as(made.parts(), |sheet| {
            split(sheet, "denied.enforcement_file")
        }))
        .into()
    }),
    html("html-split-between-groups", |made, _| {
        html::ueditor(&each_sheet_as(made.parts(), |sheet| {
            split(sheet, "unavailable.not_held")
        }))
        .into()
    }),
    html("html-split-after-head", |made, _| {
        html::clean(&each_sheet_as(made.parts(), |sheet| split(sheet, "new"))).into()
    }),
    html("html-broken-labels", |made, rng| {
        let change = |sheet: Sheet| sheet.heads(|head| words::broken(head, '\n', rng));
        html::clean(&each_sheet(made.parts(), change)).into()
    }),
    html("html-spaced-labels", |made, rng| {
        let change = |sheet: Sheet| sheet.heads(|head| words::broken(head, '\u{a0}', rng));
        html::clean(&each_sheet(made.parts(), change)).into()
    }),
    html("html-half-width", |made, _| {
        html::clean(&each_sheet(made.parts(), |s| s.heads(words::half_width))).into()
    }),
    html("html-list-comma", |made, _| {
        html::clean(&each_sheet(made.parts(), |s| s.heads(words::list_comma))).into()
    }),
    html("html-traditional", |made, _| {
        words::traditional(&html::clean(&made.parts())).into()
    }),
    html("html-no-other-head", |made, _| {
        html::clean(&each_sheet(made.parts(), |s| s.lacking_head("其他"))).into()
    }),
    html("html-notation", |made, rng| {
        let change = |sheet: Sheet| sheet.figures(|figure| words::notation(figure, rng));
        html::clean(&each_sheet(made.parts(), change)).into()
    }),
    html("html-without-heads", |made, _| {
        html::clean(&each_sheet(made.parts(), without_heads)).into()
    }),
    html("html-mixed", |made, rng| {
        html::clean(&mixed(made, rng)).into()
    }),
    odd("html-rows-moved", &["form-row-order"], |made, rng| {
        let change = |sheet: Sheet| move_a_row(sheet, rng);
        html::clean(&each_sheet(made.parts(), change)).into()
    }),
    odd("html-remarks", &["form-column-extra"], |made, _| {
        html::clean(&each_sheet(made.parts(), with_remarks)).into()
    }),
    odd("html-group-figures", &["form-group-figures"], |made, _| {
        html::clean(&each_sheet(made.parts(), with_group_figures)).into()
    }),
    text("markdown", |made, _| {
        text::document(&made.parts(), "# ", |s| text::markdown(&s.full())).into()
    }),
    text("markdown-repeated", |made, _| {
        let parts = each_sheet(made.parts(), Sheet::repeated);
        text::document(&parts, "# ", |s| text::markdown(&s.full())).into()
    }),
    text("pipes", |made, _| {
        text::document(&made.parts(), "", |s| text::separated(&s.full(), "|")).into()
    }),
    text("pipes-behind", |made, _| {
        text::document(&made.parts(), "", |s| text::bars_behind(&s.full())).into()
    }),
    lines("pipes-own-cells", |made, _| {
        text::document(&made.parts(), "", |s| text::bars_behind(&s.own())).into()
    }),
    lines("pipes-in-runs", |made, _| {
        text::document(&made.parts(), "", text::bars_in_runs).into()
    }),
    text("tab", |made, _| {
        text::document(&made.parts(), "", |s| text::separated(&s.full(), "\t")).into()
    }),
    lines("tab-own-cells", |made, _| {
        text::document(&made.parts(), "", |s| text::separated(&s.own(), "\t")).into()
    }),
    text("tab-quoted", |made, _| {
        text::document(&made.parts(), "", |s| text::tab_quoted(&s.full())).into()
    }),
    text("tab-gb18030", |made, _| {
        let text = text::document(&made.parts(), "", |s| text::separated(&s.full(), "\t"));
        encoding_rs::GB18030.encode(&text).0.into_owned()
    }),
    text("tab-utf16", |made, _| {
        utf16(&text::document(&made.parts(), "", |s| {
            text::separated(&s.full(), "\t")
        }))
    }),
    of("tab-ragged", "report.txt", Loss::Blanks, |made, rng| {
        let tabs = |_| {
            (
                rng.below(3) as usize,
                1 + rng.below(3) as usize,
                rng.below(2) as usize,
            )
        };
        let mut tabs = tabs;
        text::document(&made.parts(), "", |s| text::ragged(s, &mut tabs)).into()
    }),
    text("tab-page-number", |made, _| {
        text::document(&made.parts(), "", |s| {
            page_number(&text::separated(&s.full(), "\t"), "- 3 -")
        })
        .into()
    }),
    text("tab-page-number-bare", |made, _| {
        text::document(&made.parts(), "", |s| {
            page_number(&text::separated(&s.full(), "\t"), "4")
        })
        .into()
    }),
    text("csv-comma", |made, _| {
        text::document(&made.parts(), "", |s| text::csv(&s.full(), ',')).into()
    }),
    text("csv-semicolon", |made, _| {
        text::document(&made.parts(), "", |s| text::csv(&s.full(), ';')).into()
    }),
    lines("spaces", |made, _| {
        text::document(&made.parts(), "", |s| text::separated(&s.own(), " ")).into()
    }),
    lines("text-mixed", |made, rng| text_mixed(made, rng).into()),
    lines("lines", |made, _| {
        text::document(&made.parts(), "", |s| text::lines(&s.own(), "")).into()
    }),
    lines("lines-apart", |made, _| {
        text::document(&made.parts(), "", |s| text::lines(&s.own(), "\n")).into()
    }),
    lines("lines-broken-labels", |made, _| {
        let parts = each_sheet(made.parts(), |s| s.column_heads(in_two_lines));
        text::document(&parts, "", |s| text::lines(&s.own(), "\n")).into()
    }),
    lines("lines-page-number", |made, _| {
        text::document(&made.parts(), "", |s| {
            page_number(&text::lines(&s.own(), ""), "- 3 -")
        })
        .into()
    }),
    lines("lines-bar-behind", |made, _| {
        text::document(&made.parts(), "", |s| text::lines_with_bars(s, false)).into()
    }),
    lines("lines-bar-alone", |made, _| {
        text::document(&made.parts(), "", |s| text::lines_with_bars(s, true)).into()
    }),
    docs("docx-mixed", |made, rng| {
        docx(
            &mixed(made, rng),
            Way {
                split_runs: true,
                ..Way::default()
            },
            rng,
        )
    }),
    docs("docx", |made, rng| docx(&made.parts(), Way::default(), rng)),
    docs("docx-runs", |made, rng| {
        docx(
            &made.parts(),
            Way {
                split_runs: true,
                fields: true,
                ..Way::default()
            },
            rng,
        )
    }),
    docs("docx-tracked", |made, rng| {
        docx(
            &made.parts(),
            Way {
                tracked: true,
                ..Way::default()
            },
            rng,
        )
    }),
    docs("docx-text-box", |made, rng| {
        docx(
            &made.parts(),
            Way {
                text_box: true,
                ..Way::default()
            },
            rng,
        )
    }),
    docs("docx-layout-table", |made, rng| {
        docx(
            &made.parts(),
            Way {
                layout_table: true,
                ..Way::default()
            },
            rng,
        )
    }),
    docs("docx-split-by-page", |made, rng| {
        let parts = each_sheet_as(made.parts(), |sheet| split(sheet, "denied.process"));
        docx(&parts, Way::default(), rng)
    }),
    book("xlsx", |made, _| xlsx(&made.parts(), XlsxWay::default())),
    book("xlsx-dense", |made, _| {
        let way = XlsxWay {
            dense: true,
            merged_lines: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-dense-unmerged-lines", |made, _| {
        let way = XlsxWay {
            dense: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-offset", |made, _| {
        let way = XlsxWay {
            offset: (3, 2),
            merged_lines: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-sheets", |made, _| {
        let way = XlsxWay {
            each_sheet: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book_beside("xlsx-beside", |made, _| {
        let way = XlsxWay {
            beside: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book_beside("xlsx-beside-merged-lines", |made, _| {
        let way = XlsxWay {
            beside: true,
            merged_lines: true,
            offset: (0, 1),
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-fused", |made, _| {
        let way = XlsxWay {
            fused: true,
            merged_lines: true,
            dense: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-fused-apart", |made, _| {
        let way = XlsxWay {
            fused: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-texts", |made, _| {
        let way = XlsxWay {
            texts: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-formulas", |made, _| {
        let way = XlsxWay {
            formulas: true,
            merged_lines: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-formats", |made, _| {
        let way = XlsxWay {
            formats: true,
            ..XlsxWay::default()
        };
        xlsx(&made.parts(), way)
    }),
    book("xlsx-uncovered", |made, _| {
        let way = XlsxWay {
            merged_lines: true,
            ..XlsxWay::default()
        };
        xlsx(&each_sheet(made.parts(), Sheet::uncovered), way)
    }),
    book("xlsx-repeated", |made, _| {
        let way = XlsxWay {
            dense: true,
            ..XlsxWay::default()
        };
        xlsx(&each_sheet(made.parts(), Sheet::repeated), way)
    }),
    book("xlsx-five-columns", |made, _| {
        let way = XlsxWay {
            dense: true,
            merged_lines: true,
            ..XlsxWay::default()
        };
        xlsx(&each_sheet(made.parts(), five_columns), way)
    }),
    book("xlsx-mixed", |made, rng| {
        let way = XlsxWay {
            each_sheet: rng.chance(30),
            merged_lines: rng.chance(50),
            dense: rng.chance(50),
            offset: (rng.below(4) as u32, rng.below(4) as u16),
            texts: rng.chance(20),
            formulas: rng.chance(30),
            formats: rng.chance(50),
            fused: rng.chance(30),
            ..XlsxWay::default()
        };
        xlsx(&mixed(made, rng), way)
    }),
    lossy("lossy-collapsed-blanks", |made, _| {
        let full = |s: &Sheet| {
            let rows = s.own().into_iter();
            rows.map(|row| row.into_iter().filter(|t| !t.is_empty()).collect())
                .collect::<Vec<_>>()
        };
        text::document(&made.parts(), "", |s| text::bars_behind(&full(s))).into()
    }),
    lossy("lossy-lines-without-blanks", |made, _| {
        let text = text::document(&made.parts(), "", |s| text::lines(&s.own(), ""));
        text.lines()
            .filter(|line| !line.is_empty())
            .map(|line| format!("{line}\n"))
            .collect::<String>()
            .into()
    }),
    lossy("lossy-two-reports", |made, _| {
        let mut other = Made::new(made.edition, 3, Blanks::None);
        other.year = made.year;
        let both = [made.parts(), other.parts()].concat();
        text::document(&both, "", |s| text::separated(&s.full(), "\t")).into()
    }),
    lossy("lossy-glued", |made, _| {
        text::document(&made.parts(), "", |s| s.own().concat().concat()).into()
    }),
    lossy("lossy-lines-once", |made, _| {
        let text = text::document(&made.parts(), "", |s| text::lines(&s.own(), ""));
        let mut seen = std::collections::HashSet::new();
        text.lines()
            .filter(|line| seen.insert(line.to_string()))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
            .into()
    }),
    of(
        "lossy-six-columns",
        "report.html",
        Loss::Cells,
        |made, _| html::clean(&each_sheet(made.parts(), |s| lacking_column(s, 3))).into(),
    ),
    of("lossy-half-table", "report.html", Loss::Cells, |made, _| {
        html::clean(&each_sheet(made.parts(), half)).into()
    }),
];

/// The layout of a name.
pub fn layout(name: &str) -> &'static Layout {
    LAYOUTS
        .iter()
        .find(|layout| layout.name == name)
        .unwrap_or_else(|| panic!("no layout {name}"))
}
