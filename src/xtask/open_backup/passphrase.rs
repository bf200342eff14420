//! Where the passphrase comes from: the first line of a file, the keyboard, or what another program hands over.
//!
//! On the terminal it is not shown while it is typed, where `stty` can see to that. It is never an argument, which other programs could read.

use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use zeroize::Zeroizing;

/// Nobody's passphrase is longer, in bytes.
const LONGEST: u64 = 4096;

/// The passphrase, without the end of its line.
///
/// # Errors
/// When it cannot be read, is no UTF-8, or when there is none.
pub fn asked(file: Option<&Path>) -> Result<Zeroizing<String>> {
    if let Some(path) = file {
        let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        return first_line(file);
    }
    let keyboard = std::io::stdin();
    if !keyboard.is_terminal() {
        return first_line(keyboard);
    }
    eprint!("Passphrase of the backup: ");
    let unseen = Unseen::begin();
    if unseen.is_none() {
        eprint!("(what you type can be seen) ");
    }
    let line = first_line(keyboard);
    if unseen.is_some() {
        eprintln!();
    }
    line
}

fn first_line(from: impl Read) -> Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    BufReader::new(from.take(LONGEST)).read_line(&mut line).context("cannot read the passphrase")?;
    let length = line.trim_end_matches(['\n', '\r']).len();
    line.truncate(length);
    ensure!(!line.trim().is_empty(), "there is no passphrase");
    Ok(line)
}

/// While it is there, the terminal shows nothing of what is typed.
struct Unseen;

impl Unseen {
    fn begin() -> Option<Self> {
        echo("-echo").then_some(Self)
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        echo("echo");
    }
}

fn echo(setting: &str) -> bool {
    let mut stty = Command::new("stty");
    stty.arg(setting).stdin(Stdio::inherit()).stdout(Stdio::null()).stderr(Stdio::null());
    stty.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn only_the_first_line_counts_and_its_end_does_not() {
        for typed in ["river calm\n", "river calm\r\nmore", "river calm"] {
            assert_eq!(*first_line(typed.as_bytes()).unwrap(), "river calm");
        }
        assert_eq!(*first_line(" with spaces \n".as_bytes()).unwrap(), " with spaces ");
    }

    #[test]
    fn nothing_is_no_passphrase() {
        for typed in ["", "\n", "   \n"] {
            assert!(first_line(typed.as_bytes()).is_err());
        }
    }
}
