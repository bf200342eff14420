//! A passphrase becomes the same key in the browser as on any other machine: a backup made on one opens on the other.

#![allow(clippy::unwrap_used, reason = "tests, though clippy does not know this attribute for one")]

use stretch::{StretchError, one_pass, stretch};
use vault::Stretching;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// The number that `stretch` and `vault` are tested with natively, and that stands in `vault/FORMATS.md`.
#[wasm_bindgen_test]
fn the_key_is_the_one_that_is_published() {
    let salt: [u8; 16] = std::array::from_fn(|at| u8::try_from(at).unwrap());
    let key = stretch("Lamp river tulip canoe maple robin ", &salt, &Stretching::DEFAULT).unwrap();
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(key, "489c7b2ee36a3c6cad4ffd46e3b21b8b0cd550cb12d4d5e1ba90be3c84523740");
}

#[wasm_bindgen_test]
fn the_most_memory_that_is_accepted_is_there() {
    assert_eq!(one_pass(Stretching::MOST_MEMORY_KIB), Ok(()));
    assert_eq!(one_pass(Stretching::MOST_MEMORY_KIB + 1), Err(StretchError::Refused));
}
