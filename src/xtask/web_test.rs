//! Browser tests: the runner cargo calls for a WASM test binary, always in the wasm-bindgen version of `Cargo.lock`.

use anyhow::{Context, Result, ensure};
use std::process::Command;

/// Runs one WASM test binary in headless Chromium. `words` are the file and whatever `cargo test` passed after `--`.
///
/// # Errors
/// When no file was named, no driver is found, or a test fails.
pub fn run_one_binary(words: Vec<String>) -> Result<()> {
    ensure!(!words.is_empty(), "web-test-runner needs the test binary that cargo built");
    let arguments = std::iter::once("wasm-bindgen-test-runner".to_owned()).chain(words);
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
}

/// Makes `cargo test` use this very program as its runner, wherever it was built.
///
/// # Errors
/// When this program cannot tell where it is.
pub fn through_this_tool(tests: &mut Command) -> Result<()> {
    let me = std::env::current_exe().context("cannot tell where this program is")?;
    // Cargo splits this variable at spaces, so a path with one keeps to the setting in .cargo/config.toml.
    let me = me.to_string_lossy();
    if !me.contains(' ') {
        tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", format!("{me} web-test-runner"));
    }
    Ok(())
}
