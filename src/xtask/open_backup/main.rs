//! `cargo xtask open-backup`: makes files that any program reads of a sealed backup, so that what a person kept outlives the app.
//!
//! Nothing is written before the last byte of the backup was read and found whole, and nothing that is there is written over.

mod about;
#[path = "../arguments.rs"]
#[allow(dead_code)] // switches and numbers are for other verbs
mod arguments;
mod folder;
mod opening;
mod passphrase;
#[cfg(test)]
mod stories;
mod zones;

use anyhow::{Context, Result, bail, ensure};
use arguments::Arguments;
use domain::Language;
use engine::LockedBackup;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "cargo xtask open-backup FILE [--to FOLDER] [--passphrase-file FILE] [--language en|es]";

fn main() -> ExitCode {
    match open_backup(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn open_backup(mut words: Vec<String>) -> Result<()> {
    ensure!(words.first().is_some_and(|word| !word.starts_with("--")), "which file is the backup? {USAGE}");
    let path = PathBuf::from(words.remove(0));
    let flags = Arguments::read(words, &[], &["to", "passphrase-file", "language"])?;
    let language = flags.text("language").map(language).transpose()?;
    let folder = match flags.text("to") {
        Some(folder) => PathBuf::from(folder),
        None => folder::beside(&path)?,
    };
    ensure!(!folder.exists(), "{} is there already, and nothing is written over", folder.display());
    let mut sealed = File::open(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let locked = opening::locked(&mut sealed)?;
    let passphrase = passphrase::asked(flags.text("passphrase-file").map(Path::new))?;
    println!("{}", open_into(&folder, locked, &mut sealed, &passphrase, language)?);
    println!("All of it is in {}. Nothing there is locked: whoever has the folder can read it.", folder.display());
    Ok(())
}

fn language(code: &str) -> Result<Language> {
    match Language::from_code(code) {
        Some(language) => Ok(language),
        None => bail!("--language takes en or es, not {code:?}"),
    }
}

/// Opens what is behind the header, and writes all of it into a new folder. What was found, in words.
///
/// # Errors
/// When the passphrase is another one, when the backup is not whole, and when the files cannot be written; no folder is left then.
fn open_into(
    folder: &Path,
    locked: LockedBackup,
    sealed: &mut impl Read,
    passphrase: &str,
    language: Option<Language>,
) -> Result<String> {
    let opened = opening::open(locked, sealed, passphrase)?;
    let facts = opened.facts(language);
    let found = about::found(&opened, &facts);
    folder::write(folder, &folder::files(&facts, &opened.items, &found))?;
    Ok(found)
}
