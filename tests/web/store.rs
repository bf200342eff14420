//! The journal's home in a real browser: the contract, and what only a browser can do to a database.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests, though clippy does not know this attribute for one"
)]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "store/broken.rs"]
mod broken;
#[path = "store/browser.rs"]
mod browser;
#[path = "store/device_key.rs"]
mod device_key;
#[path = "store/tabs.rs"]
mod tabs;

wasm_bindgen_test_configure!(run_in_browser);

mod keeps_the_contract {
    use wasm_bindgen_test::wasm_bindgen_test;

    storage::store_contract!(wasm_bindgen_test, super::browser::two_handles);
}

/// Nothing to see but that the target runs at all: a test binary without tests of its own passes in silence.
#[wasm_bindgen_test]
fn the_browser_is_there() {
    assert!(web_sys::window().is_some());
}
