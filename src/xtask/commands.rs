//! Calling other programs, with an error that names the program and never hides what it printed.

use anyhow::{Context, Result, bail, ensure};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The project's folder: the nearest one upwards from here that holds `src/xtask`.
///
/// Looked for at run time, so that a copied or moved checkout never works on the old one.
///
/// # Errors
/// When called from outside the project.
pub fn project_root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("cannot tell the current folder")?;
    let found = here.ancestors().find(|folder| folder.join("src/xtask/main.rs").is_file());
    match found {
        Some(root) => Ok(root.to_path_buf()),
        None => bail!("this folder is not inside the project"),
    }
}

/// Runs to the end, output straight to the terminal.
///
/// # Errors
/// When the program is missing or ends with anything but success.
pub fn run(command: &mut Command) -> Result<()> {
    let line = spoken(command);
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    ensure!(status.success(), "`{line}` ended with {status}");
    Ok(())
}

/// Runs to the end and gives back what was printed to standard output.
///
/// # Errors
/// As [`run`]; what went to standard error is part of the message.
pub fn printed_by(command: &mut Command) -> Result<String> {
    let line = spoken(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{line}`"))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`{line}` ended with {}: {}", output.status, complaint.trim());
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs to the end, output to the terminal and line by line to `hear`. True when it ended with success.
///
/// # Errors
/// When the program cannot be started or its output cannot be read.
pub fn told_line_by_line(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<bool> {
    let line = spoken(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{line}`"))?;
    let output = child.stdout.take().with_context(|| format!("`{line}` has no output to read"))?;
    for told in BufReader::new(output).split(b'\n') {
        let bytes = told.with_context(|| format!("cannot read what `{line}` prints"))?;
        let told = String::from_utf8_lossy(&bytes);
        println!("{told}");
        hear(&told);
    }
    Ok(child.wait().with_context(|| format!("cannot wait for `{line}`"))?.success())
}

/// Whether a program answers to its name.
pub fn is_installed(program: &str) -> bool {
    find_program(program).is_some()
}

/// Where a program is, by the search path.
pub fn find_program(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

/// Every file under `folder`, sorted, hidden ones left out. Nothing when the folder is missing.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        if !next.is_dir() {
            continue;
        }
        let entries = std::fs::read_dir(&next).with_context(|| format!("cannot list {}", next.display()))?;
        for entry in entries {
            let path = entry.with_context(|| format!("cannot list {}", next.display()))?.path();
            let hidden = path.file_name().and_then(OsStr::to_str).is_none_or(|name| name.starts_with('.'));
            if hidden {
                continue;
            }
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

fn spoken(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{printed_by, run};
    use std::process::Command;

    #[test]
    fn a_program_that_fails_is_named_with_what_it_said() {
        let error = printed_by(Command::new("sh").args(["-c", "echo no room >&2; exit 3"])).unwrap_err().to_string();
        assert!(error.contains("sh -c") && error.contains("no room") && error.contains('3'), "{error}");
        assert!(run(&mut Command::new("no-such-program-here")).is_err());
    }
}
