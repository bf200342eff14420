//! What all golden files have in common, whatever they hold: where they lie, how they are told for a diff, and that none is forgotten. For tests.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the golden files of one subject, such as `pack`.
pub fn folder(subject: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(subject).join("golden")
}

/// The bytes of a file, sixteen to a row: what stands beside each of them, so that a diff can be read.
pub fn hexadecimal(name: &str, bytes: &[u8]) -> String {
    let mut text = format!("{name}: {} bytes\n", bytes.len());
    for row in bytes.chunks(16) {
        let digits: Vec<String> = row.iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(text, "{}", digits.join(" ")).unwrap();
    }
    text
}

/// The names of all golden files of a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = files.filter_map(|file| file.strip_suffix(".bin").map(str::to_owned)).collect();
    names.sort();
    names
}

/// Writes a golden file and what stands beside it, where they are missing. One that is there is never touched.
pub fn write_missing(folder: &Path, name: &str, bytes: &[u8]) {
    fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    for (extension, content) in [("bin", bytes), ("txt", hexadecimal(name, bytes).as_bytes())] {
        let path = path.with_extension(extension);
        if !path.exists() {
            fs::write(path, content).unwrap();
        }
    }
}
