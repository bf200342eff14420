//! The files that are made of a backup, and the new folder they go into: all of them, or none.

use crate::about;
use anyhow::{Context, Result, bail};
use exports::{Facts, File, Item};
use std::path::{Path, PathBuf};

/// As many folders of the same name are tried.
const MOST_TRIED: u32 = 1000;

/// A name for a new folder beside the file: `backup` for `backup.bin`, or `backup-2` where that is taken.
///
/// # Errors
/// When a thousand names are taken.
pub fn beside(file: &Path) -> Result<PathBuf> {
    let name = file.file_stem().map_or_else(|| "backup".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let names = (1..MOST_TRIED).map(|number| if number == 1 { name.clone() } else { format!("{name}-{number}") });
    match names.map(|name| file.with_file_name(name)).find(|folder| !folder.exists()) {
        Some(folder) => Ok(folder),
        None => bail!("there is no name left for a folder beside {}; --to FOLDER names one", file.display()),
    }
}

/// All files; a name may lie in a folder (`tables/tables.csv`). `found` is what was found, in words.
pub fn files(facts: &Facts<'_>, items: &[Item], found: &str) -> Vec<File> {
    let file = |name: &str, text: String| File { name: name.to_owned(), bytes: text.into_bytes() };
    let mut files = vec![
        file("about.txt", [found, "\n", about::FILES].concat()),
        file("everything.json", exports::json(facts, items)),
        file("schema.json", exports::SCHEMA.to_owned()),
        file("everything.html", exports::page(facts, items)),
    ];
    let within = |folder: &'static str| move |file: File| File { name: [folder, "/", &file.name].concat(), ..file };
    files.extend(exports::tables(facts, items).into_iter().map(within("tables")));
    files.extend(exports::attached(facts, items).into_iter().map(within("attached")));
    files
}

/// Writes them into a folder that is not there yet, and that only who called may open, where the system knows of that.
///
/// # Errors
/// When the folder is there, or a file cannot be written. Then the folder is taken away again.
pub fn write(folder: &Path, files: &[File]) -> Result<()> {
    new_folder(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let written = files.iter().try_for_each(|file| {
        let path = folder.join(&file.name);
        if let Some(within) = path.parent() {
            std::fs::create_dir_all(within)?;
        }
        std::fs::write(path, &file.bytes)
    });
    if written.is_err() {
        // Half of what somebody kept would be taken for all of it. What cannot be taken away is at least told of below.
        let _ = std::fs::remove_dir_all(folder);
    }
    written.with_context(|| format!("cannot write into {}", folder.display()))
}

#[cfg(unix)]
fn new_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn new_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir(folder)
}
