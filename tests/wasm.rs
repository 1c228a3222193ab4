//! The built engines (pkg/*/gouji_bg.wasm) use no feature of WebAssembly later than Chromium 75, and none of their functions takes
//! or returns a 64-bit integer: Chromium before 85 cannot pass one. Run by `npm test` after the build, not by a plain `cargo test`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use wasmparser::types::{CoreTypeId, EntityType, Types};
use wasmparser::{ValType, Validator, WasmFeatures};

/// The builds of scripts/wasm.mjs.
const BUILDS: [&str; 3] = ["first", "office", "full"];

/// What Chromium 75 and Firefox 79 brought at the latest.
const FEATURES: WasmFeatures = WasmFeatures::WASM1
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT);

fn engine(build: &str) -> Types {
    let path = format!("{}/pkg/{build}/gouji_bg.wasm", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("the engines are built first: node scripts/wasm.mjs");
    let mut validator = Validator::new_with_features(FEATURES);
    validator.validate_all(&bytes).expect("no later feature")
}

fn has_64_bit_integers(types: &Types, function: CoreTypeId) -> bool {
    let function = types[function].unwrap_func();
    function
        .params()
        .iter()
        .chain(function.results())
        .any(|value| *value == ValType::I64)
}

#[test]
fn every_engine_loads_in_old_browsers() {
    for build in BUILDS {
        engine(build);
    }
}

#[test]
fn no_export_takes_or_returns_a_64_bit_integer() {
    for build in BUILDS {
        let types = engine(build);
        let offenders: Vec<&str> = types
            .as_ref()
            .core_exports()
            .unwrap()
            .filter(|(_, entity)| matches!(entity, EntityType::Func(id) if has_64_bit_integers(&types, *id)))
            .map(|(name, _)| name)
            .collect();
        assert!(
            offenders.is_empty(),
            "64-bit integers in {build}: {offenders:?}"
        );
    }
}

#[test]
fn the_page_finds_its_functions() {
    for build in BUILDS {
        let types = engine(build);
        let exports: Vec<&str> = types
            .as_ref()
            .core_exports()
            .unwrap()
            .map(|(name, _)| name)
            .collect();
        for name in ["check", "version", "memory"] {
            assert!(exports.contains(&name), "{name} is not among {exports:?}");
        }
    }
}
