//! What the tests of the whole project share: its files, read as text, each with its path from the top.
#![allow(clippy::unwrap_used, reason = "only tests use this, and a test that cannot read the project has failed")]

mod feed;
pub mod python;

use chrono::{DateTime, Offset, TimeZone};
use domain::Zone;
use domain::zones::Zones;
use std::path::{Path, PathBuf};

pub use feed::feed;

/// The time-zone database: what the browser knows, for tests without one.
pub struct Database;

impl Zones for Database {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.name().parse().ok()?;
        let at = DateTime::from_timestamp_millis(utc_ms)?.naive_utc();
        Some(zone.offset_from_utc_datetime(&at).fix().local_minus_utc())
    }
}

/// One file of the project.
pub struct Source {
    /// From the top of the project, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// The top of the project.
#[must_use]
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_path_buf()
}

/// One file, by its path from the top.
#[must_use]
pub fn source(path: &str) -> Source {
    Source { path: path.to_owned(), text: std::fs::read_to_string(top().join(path)).unwrap() }
}

/// Every file under `folder` whose name ends with one of `endings`, in order of their paths. A folder that is not there has none.
#[must_use]
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&top().join(folder), &mut paths);
    let mut paths: Vec<String> = paths
        .iter()
        .map(|path| path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/"))
        .filter(|path| endings.iter().any(|ending| path.ends_with(ending)))
        .collect();
    paths.sort();
    paths.iter().map(|path| source(path)).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_file() {
            found.push(path);
        } else if !name.starts_with('.') && name != "node_modules" && name != "target" {
            walk(&path, found);
        }
    }
}

/// Fails with every fault on a line of its own: one run shows all that is to be mended.
///
/// # Panics
/// If there is a fault.
#[allow(clippy::panic, reason = "this is an assertion")]
pub fn assert_faultless(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}:\n  {}", faults.join("\n  "));
}
