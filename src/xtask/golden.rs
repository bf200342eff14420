//! `cargo xtask golden`: writes the golden files that are missing. One that exists is never touched: it is what some phone holds.

use crate::commands::{project_root, run};
use anyhow::Result;
use std::process::Command;

/// The crates whose formats leave the process, and the one that knows every date of a program (`tests/e2e/programs.json`).
const WITH_FORMATS: [&str; 7] = ["domain", "interop", "vault", "sync", "engine", "viewer", "stories-native"];

/// Runs the ignored tests named `write_golden`.
///
/// # Errors
/// When one of them fails.
pub fn golden() -> Result<()> {
    let mut tests = Command::new("cargo");
    tests.arg("test").current_dir(project_root()?).args(WITH_FORMATS.iter().flat_map(|name| ["--package", name]));
    run(tests.args(["--lib", "--tests", "--", "--ignored", "write_golden"]))
}
