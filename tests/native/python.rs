//! A Python with the two packages that many calendars are checked with.
#![allow(clippy::panic, reason = "only tests use this, and one that needs Python has failed without it")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Set by `cargo xtask test`, which installs what Python needs: then being without it is a failed test.
const WANTED: &str = "HANDRAIL_TEST_WITH_PYTHON";

/// Where it is. It is made once, in the folder that cargo keeps for a test (`CARGO_TARGET_TMPDIR`).
///
/// # Errors
/// A sentence, where Python or the network is missing and nobody insists on it.
///
/// # Panics
/// The same, where somebody does.
pub fn python(target_tmpdir: &str) -> Result<PathBuf, String> {
    let made = made(target_tmpdir);
    if let (Err(why), Some(_)) = (&made, std::env::var_os(WANTED)) {
        panic!("Python could not be made ready: {why}");
    }
    made
}

/// What a program prints about a file.
///
/// # Panics
/// When it does not run to its end.
#[must_use]
pub fn said(python: &Path, program: &str, file: &Path) -> Vec<u8> {
    let output = Command::new(python.join("bin/python")).arg("-c").arg(program).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn made(target_tmpdir: &str) -> Result<PathBuf, String> {
    let folder = PathBuf::from(target_tmpdir).join("calendar-python");
    let ready = folder.join("icalendar-7.3.0");
    if ready.is_dir() {
        return Ok(ready);
    }
    // Two tests may make it at the same time: each has a folder of its own until it is ready.
    let half = folder.join(format!("half-{}", std::process::id()));
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&half))?;
    run(pip(&half).args(["icalendar==7.3.0", "recurring-ical-events==3.8.2"]))?;
    match std::fs::rename(&half, &ready) {
        Err(error) if !ready.is_dir() => Err(error.to_string()),
        Ok(()) | Err(_) => Ok(ready),
    }
}

fn pip(folder: &Path) -> Command {
    let mut command = Command::new(folder.join("bin/python"));
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    command
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("python cannot be started ({error})"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it failed").chars().take(160).collect())
}
