//! Browser tests: the runner cargo calls for a WASM test binary, always in the wasm-bindgen version of `Cargo.lock`.

use anyhow::{Result, ensure};

/// Runs one WASM test binary in headless Chromium. `words` are the file and whatever `cargo test` passed after `--`.
///
/// # Errors
/// When no file was named, no driver is found, or a test fails.
pub fn run_one_binary(words: Vec<String>) -> Result<()> {
    ensure!(!words.is_empty(), "web-test-runner needs the test binary that cargo built");
    let arguments = std::iter::once("wasm-bindgen-test-runner".to_owned()).chain(words);
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
}
