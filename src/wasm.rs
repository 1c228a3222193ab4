//! The only file that knows wasm-bindgen: takes a source and options out of JavaScript, runs the checker, hands a plain
//! object back. Nothing is decided here.

use std::collections::BTreeMap;

use js_sys::{Error, Uint8Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::form::Key;
use crate::view;

/// What the caller may say beside the source. Absent fields take their default.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    /// The file's name: a hint only, the content decides.
    name: String,
    /// Cells that a person has typed over, by the names of the form.
    edits: BTreeMap<String, String>,
}

/// Checks one source: a string (pasted text or HTML) or a `Uint8Array` (a file). Gives the page's report, or
/// `{ error }` where the source could not be read; fails only where it was called wrongly.
#[wasm_bindgen]
pub fn check(source: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let bytes = bytes_of(source)?;
    let options: Options = match options.is_undefined() || options.is_null() {
        true => Options::default(),
        false => serde_wasm_bindgen::from_value(options)?,
    };
    let edits = options
        .edits
        .into_iter()
        .map(|(name, text)| edit(&name, text))
        .collect::<Result<_, _>>()?;
    let asked = crate::Options {
        name: options.name,
        edits,
    };
    match crate::check(&bytes, &asked) {
        Ok(checked) => plain(&view::report(&asked.name, &checked)),
        Err(error) => plain(&view::error(&error)),
    }
}

/// The rule book.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsValue> {
    plain(&view::rules())
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

fn edit(name: &str, text: String) -> Result<(Key, String), JsValue> {
    let key = Key::parse(name)
        .ok_or_else(|| Error::new(&format!("no cell of the form is called {name}")))?;
    Ok((key, text))
}

/// In the shapes of JSON: maps become plain objects, absent values become null.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
