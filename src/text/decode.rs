//! The one place where a legacy charset is decoded: encoding_rs natively, the browser's own TextDecoder in wasm
//! (which costs no bytes to load).

/// Decodes `bytes` under an encoding label; invalid bytes become U+FFFD. `None` when the label is not known.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode_label(bytes: &[u8], label: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode_with_bom_removal(bytes).0.into_owned())
}

/// Decodes `bytes` under an encoding label; invalid bytes become U+FFFD. `None` when the label is not known.
#[cfg(target_arch = "wasm32")]
pub fn decode_label(bytes: &[u8], label: &str) -> Option<String> {
    web_sys::TextDecoder::new_with_label(label)
        .ok()?
        .decode_with_u8_array(bytes)
        .ok()
}
