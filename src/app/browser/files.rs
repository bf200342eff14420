//! Files that a person hands over: read into memory, never further than they may be large.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The bytes of a file; of a larger one `at_most` and one more, which tells that it is too large without reading it all. None when the
/// browser cannot open it (any more).
pub async fn bytes_of(file: &File, at_most: usize) -> Option<Vec<u8>> {
    part_of(file, 0, at_most.saturating_add(1)).await
}

/// So many bytes of a file from a place on; fewer at its end, none behind it. None when the browser cannot open it (any more).
pub async fn part_of(file: &File, from: usize, length: usize) -> Option<Vec<u8>> {
    // A float holds whole numbers exactly far beyond any size of a file.
    let start = file.slice_with_f64_and_f64(from as f64, from.saturating_add(length) as f64).ok()?;
    let buffer = JsFuture::from(start.array_buffer()).await.ok()?.dyn_into::<ArrayBuffer>().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A file of these bytes, as if somebody had chosen it. None when the browser makes none.
pub fn file_of(name: &str, bytes: &[u8]) -> Option<File> {
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name).ok()
}
