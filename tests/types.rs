//! The TypeScript of everything that crosses the border, `www/wire.ts`, is made from the Rust types by this test:
//! `UPDATE=1 cargo test --test types` writes it, every other run compares.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;
#[path = "types/typescript.rs"]
mod typescript;

use support::snapshot;
use typescript::{Wire, Words, comment_of, declarations, number_of, wire_types, words_of};

/// The files with wire types, and how TypeScript calls them.
const WIRE: [Wire; 9] = [
    Wire {
        file: "src/wasm.rs",
        names: &[
            ("Options", "EngineOptions"),
            ("AreaOptions", "AreaOptions"),
            ("SheetOptions", "SheetOptions"),
            ("Tongue", "Language"),
            ("Cell", "HostCell"),
            ("Block", "HostBlock"),
        ],
    },
    Wire {
        file: "src/view/wire.rs",
        names: &[
            ("WordsView", "Words"),
            ("OutcomesView", "Outcomes"),
            ("ChangeView", "Change"),
            ("WaiverView", "Waiver"),
            ("WaiverFile", "WaiverFile"),
            ("PlaceView", "Place"),
            ("HtmlCell", "HtmlCell"),
            ("StoryCell", "StoryCell"),
            ("SheetCell", "SheetCell"),
        ],
    },
    Wire {
        file: "src/view/contract.rs",
        names: &[
            ("DocumentView", "CheckedDocument"),
            ("ReadView", "ReadDocument"),
            ("UnreadView", "UnreadDocument"),
            ("ErrorView", "DocumentError"),
            ("VerdictView", "DocumentVerdict"),
            ("FindingView", "DocumentFinding"),
            ("ContributionView", "Contribution"),
            ("WaivedView", "DocumentWaived"),
            ("CheckView", "DocumentCheck"),
        ],
    },
    Wire {
        file: "src/view/page.rs",
        names: &[
            ("ReportView", "BareReport"),
            ("VerdictView", "Verdict"),
            ("TableView", "BareTable"),
            ("CellView", "BareCell"),
            ("FindingView", "FindingView"),
            ("WaivedView", "WaivedView"),
            ("EquationView", "Equation"),
            ("TermView", "Term"),
            ("CauseView", "CauseView"),
            ("RepairView", "RepairView"),
            ("CheckView", "CheckView"),
            ("ErrorView", "ReadFailure"),
            ("ErrorBody", "ReadFailureReason"),
            ("RuleView", "RuleView"),
        ],
    },
    Wire {
        file: "src/view/sheet/mod.rs",
        names: &[("SheetView", "Sheet")],
    },
    Wire {
        file: "src/view/figures.rs",
        names: &[("FiguresView", "Figures"), ("FigureView", "Figure")],
    },
    Wire {
        file: "src/view/area.rs",
        names: &[
            ("UnitView", "Unit"),
            ("UnreadUnitView", "UnreadUnit"),
            ("AreaView", "Area"),
            ("SumView", "CellSum"),
            ("ToldView", "ToldUnit"),
        ],
    },
    Wire {
        file: "src/view/summary.rs",
        names: &[("SummaryView", "Summary"), ("KeptView", "KeptFinding")],
    },
    Wire {
        file: "src/view/printed.rs",
        names: &[
            ("FormView", "Form"),
            ("HeadsView", "CellHeads"),
            ("PrintedView", "PrintedCell"),
        ],
    },
];

/// Types of words out of a fixed set: the alias in Rust, the name in TypeScript, and the function that gives the words.
const WORDS: [(&str, &str, &str, Option<&str>, &str); 9] = [
    (
        "EditionName",
        "Edition",
        "src/form/edition.rs",
        Some("Edition"),
        "name",
    ),
    (
        "TableName",
        "TableName",
        "src/form/key.rs",
        Some("Table"),
        "name",
    ),
    (
        "KindName",
        "DocumentKind",
        "src/model/document.rs",
        Some("Kind"),
        "name",
    ),
    (
        "SeverityName",
        "Severity",
        "src/finding.rs",
        Some("Severity"),
        "name",
    ),
    (
        "LevelName",
        "Level",
        "src/verdict.rs",
        Some("Level"),
        "name",
    ),
    (
        "OutcomeName",
        "OutcomeName",
        "src/view/wire.rs",
        None,
        "outcome",
    ),
    (
        "FigureStateName",
        "FigureState",
        "src/view/wire.rs",
        None,
        "state",
    ),
    (
        "SheetStateName",
        "TableState",
        "src/view/page.rs",
        None,
        "sheet_state",
    ),
    (
        "HeadName",
        "HeadKind",
        "src/view/printed.rs",
        None,
        "head_name",
    ),
];

#[test]
fn the_typescript_is_what_the_rust_types_say() {
    let mut list = vec![
        (
            "Schema",
            "Schema",
            vec![number_of("src/view/wire.rs", "SCHEMA")],
        ),
        ("CellName", "CellKey", vec!["string".to_string()]),
    ];
    for (alias, name, file, owner, function) in WORDS {
        let words = words_of(file, owner, function);
        list.push((
            alias,
            name,
            words.iter().map(|word| format!("'{word}'")).collect(),
        ));
    }
    let words = Words { list };
    let mut text = String::from(
        "// What crosses the border between JavaScript and the engine, made from the types in src/view and src/wasm.rs by\n\
         // tests/types.rs: UPDATE=1 cargo test --test types.\n\n",
    );
    for (alias, name, words) in &words.list {
        text.push_str(&comment_of("src/view/wire.rs", alias));
        text.push_str(&format!("export type {name} = {};\n", words.join(" | ")));
    }
    for wire in &WIRE {
        text.push_str(&declarations(wire, &WIRE, &words));
    }
    snapshot::same("www/wire.ts", &text);
}

#[test]
fn no_wire_type_is_left_out() {
    for wire in &WIRE {
        for rust in wire_types(wire.file) {
            let is_named = wire.names.iter().any(|(name, _)| *name == rust);
            assert!(is_named, "{rust} of {} has no TypeScript", wire.file);
        }
    }
}
