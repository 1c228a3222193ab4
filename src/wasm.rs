//! The only file that knows wasm-bindgen: takes a source and options out of JavaScript, runs the checker, hands a plain
//! object back. Nothing is decided here.

use js_sys::{Error, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// What the caller may say beside the source. Absent fields take their default.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Options {
    /// The file's name: a hint only, the content decides.
    name: String,
}

#[derive(Serialize)]
struct Preview {
    blocks: usize,
}

/// Checks one source: a string (pasted text or HTML) or a `Uint8Array` (a file).
#[wasm_bindgen]
pub fn check(source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let bytes = bytes_of(source)?;
    let options: Options = if options.is_undefined() || options.is_null() {
        Options::default()
    } else {
        serde_wasm_bindgen::from_value(options)?
    };
    let blocks =
        crate::read::read(&bytes, &options.name).map_or(0, |document| document.blocks.len());
    // JSON's shapes: maps become plain objects, absent values become null.
    let shape = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(Preview { blocks }.serialize(&shape)?)
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn bytes_of(source: &JsValue) -> Result<Vec<u8>, JsValue> {
    if let Some(text) = source.as_string() {
        return Ok(text.into_bytes());
    }
    match source.dyn_ref::<Uint8Array>() {
        Some(array) => Ok(array.to_vec()),
        None => Err(Error::new("source must be a string or a Uint8Array").into()),
    }
}
