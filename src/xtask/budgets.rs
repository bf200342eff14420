//! What is promised about size and speed: the lines of the architecture, and the table that says how we stand.

use crate::assets::hash_in_name;
use crate::build::compress::{brotli, is_compressible};
use crate::build::pack::{Site, comes_later};
use crate::build::viewer;
use crate::commands::files_under;
use crate::templates::may_hold_placeholders;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Everything up to a working screen, in bytes as sent (brotli). The build fails above it.
pub const FIRST_VISIT: usize = 220_000;
/// Everything that is kept for offline use, in bytes as sent (brotli). Why it is more than it was: `BUDGETS.md`.
pub const PRECACHED: usize = 1_000_000;

/// The workers with their program: scripts, binding and program, in bytes as sent.
const WORKERS: usize = 150_000;

/// The counselor's page: page, style, script and program, in bytes as sent. Its one file has the same in it once more.
const COUNSELOR: usize = 200_000;

/// Where a line of the budget gets its number from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The build: what a first visit loads.
    FirstVisit,
    /// The build: what is kept for offline use.
    Precached,
    /// The bench in a browser, under this name.
    Bench(&'static str),
}

/// One promise, in the words of the architecture.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// What is measured.
    pub what: &'a str,
    /// What is promised.
    pub budget: &'a str,
    /// Who measures it.
    pub from: Source,
}

const fn line(what: &'static str, budget: &'static str, from: Source) -> Line<'static> {
    Line { what, budget, from }
}

/// All promises, in the order of the architecture. Throttled: 4 x slower processor, 1.6 Mbit/s, 150 ms.
pub const LINES: [Line<'static>; 25] = [
    line("first visit up to a working screen, everything, brotli", "220 kB", Source::FirstVisit),
    line("all that is precached for offline use, brotli", "1000 kB", Source::Precached),
    line("the machine itself: 200 million steps of arithmetic in this browser", "–", Source::Bench("yardstick")),
    line("first visit, throttled: first paint, with the craving card in it", "1.0 s", Source::Bench("first-paint")),
    line("first visit, throttled: a tap on the craving card is kept", "2.0 s", Source::Bench("first-tap-kept")),
    line("again, from the service worker, throttled", "0.6 s", Source::Bench("again")),
    line("tap to saved and shown, ten years of entries, 95th percentile", "100 ms", Source::Bench("tap-to-saved")),
    line("Help now, from tap to numbers on screen", "100 ms", Source::Bench("help-now")),
    line("open a log of 10,000 entries", "150 ms", Source::Bench("open-log")),
    line("the same, the first time after the app was opened", "–", Source::Bench("open-log-first")),
    line("look for a word in a log of 10,000 entries, to its end", "–", Source::Bench("search-log")),
    line("open Cope and rank what helped, 10,000 entries", "–", Source::Bench("open-cope")),
    line("open the vault to Today with ten years (60,000 records)", "600 ms", Source::Bench("open-ten-years")),
    line("the same with one week (ten years: within 20 %)", "–", Source::Bench("open-one-week")),
    line("open Week with a year of sessions behind", "–", Source::Bench("open-year-of-sessions")),
    line("the same with one week", "–", Source::Bench("open-week-of-sessions")),
    line("10,000 meetings: keystroke to list", "50 ms", Source::Bench("meetings-keystroke")),
    line(
        "Lighthouse 12, mobile: performance, accessibility, best practices",
        "95, 100, 100",
        Source::Bench("lighthouse"),
    ),
    line("key derivation under a passphrase", "–", Source::Bench("key-derivation")),
    line(
        "unlocking ten years (60,000 records) to the first screen, key derivation apart",
        "600 ms",
        Source::Bench("unlock"),
    ),
    line("seal a backup of ten years (60,000 records), with deriving its key", "–", Source::Bench("backup")),
    line("check that backup on another phone", "–", Source::Bench("backup-check")),
    line("bring it into that phone, which is empty", "–", Source::Bench("restore")),
    line(
        "the counselor's page: open a page under a passphrase, with deriving its key",
        "–",
        Source::Bench("package-passphrase"),
    ),
    line("the same for a key of theirs", "–", Source::Bench("package-key")),
];

/// How many bytes one published file has, as it is and as it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// As it is sent to a browser that knows brotli.
    pub sent: usize,
}

/// The sizes of a build against their budgets.
#[derive(Clone, Debug, Default)]
pub struct Sizes {
    files: BTreeMap<String, Size>,
    first_visit: BTreeSet<String>,
    precached: BTreeSet<String>,
}

impl Sizes {
    /// Measures a site. `packed` gives the brotli copies that were made already, by path.
    ///
    /// # Errors
    /// When compressing fails.
    pub fn of(site: &Site, packed: &BTreeMap<String, Vec<u8>>) -> Result<Self> {
        let mut files = BTreeMap::new();
        for (path, bytes) in &site.files {
            let sent = match packed.get(path) {
                Some(copy) => copy.len(),
                None if is_compressible(path) => brotli(bytes)?.len(),
                None => bytes.len(),
            };
            files.insert(path.clone(), Size { raw: bytes.len(), sent });
        }
        Ok(Self { files, first_visit: site.first_visit.clone(), precached: site.precached.clone() })
    }

    /// Measures a finished release build on the disk, as its own worker lists it.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(dist: &Path) -> Result<Option<Self>> {
        let text = |path: &str| fs::read_to_string(dist.join(path)).with_context(|| format!("cannot read dist/{path}"));
        let worker = text("sw.js")?;
        let mut found = Self::default();
        for file in files_under(dist)? {
            let path =
                file.strip_prefix(dist).context("a file outside its folder")?.to_string_lossy().replace('\\', "/");
            if path.ends_with(".br") || path.ends_with(".gz") {
                continue;
            }
            let raw = fs::metadata(&file)?.len();
            let packed = fs::metadata(dist.join(format!("{path}.br")));
            if packed.is_err() && path.ends_with(".wasm") {
                return Ok(None); // A quick build weighs nothing worth telling.
            }
            let sent = packed.map_or(raw, |copy| copy.len());
            if path == "index.html" || worker.contains(&format!("\"/{path}\"")) {
                found.precached.insert(path.clone());
            }
            found.files.insert(path, Size { raw: usize::try_from(raw)?, sent: usize::try_from(sent)? });
        }
        let mut next = vec!["index.html".to_owned()];
        while let Some(path) = next.pop() {
            if !found.first_visit.insert(path.clone())
                || path == "manifest.webmanifest"
                || !may_hold_placeholders(&path)
            {
                continue;
            }
            let told = text(&path)?;
            next.extend(
                found
                    .files
                    .keys()
                    .filter(|other| hash_in_name(other).is_some() && !comes_later(other) && told.contains(*other))
                    .cloned(),
            );
        }
        Ok(Some(found))
    }

    /// What a first visit loads up to a working screen, in bytes as sent.
    pub fn first_visit(&self) -> usize {
        self.sum(&self.first_visit)
    }

    /// What the service worker keeps, in bytes as sent.
    pub fn precached(&self) -> usize {
        self.sum(&self.precached)
    }

    /// The workers with their program, in bytes as sent.
    fn workers(&self) -> usize {
        self.files
            .iter()
            .filter(|(path, _)| path.starts_with(crate::build::worker::FOLDER))
            .map(|(_, size)| size.sent)
            .sum()
    }

    /// The counselor's page as a browser loads it, in bytes as sent.
    fn counselor(&self) -> usize {
        let is_of_page = |path: &str| path.starts_with(viewer::FOLDER) && path != viewer::ONE_FILE;
        self.files.iter().filter(|(path, _)| is_of_page(path)).map(|(_, size)| size.sent).sum()
    }

    /// What is over its budget, in words; empty when all is well.
    pub fn complaints(&self) -> Vec<String> {
        [
            ("the first visit", self.first_visit(), FIRST_VISIT),
            ("what is kept for offline use", self.precached(), PRECACHED),
            ("the workers", self.workers(), WORKERS),
            ("the counselor's page", self.counselor(), COUNSELOR),
        ]
        .into_iter()
        .filter(|(_, measured, budget)| measured > budget)
        .map(|(what, measured, budget)| format!("{what} is {} and may be {}", kilobytes(measured), kilobytes(budget)))
        .collect()
    }

    /// Every file with its sizes, then the sums.
    pub fn table(&self) -> String {
        let mut table = String::from("  first  kept        raw     brotli  file\n");
        let mark = |yes: bool| if yes { '*' } else { ' ' };
        for (path, size) in &self.files {
            let (first, kept) = (mark(self.first_visit.contains(path)), mark(self.precached.contains(path)));
            // Writing to a String cannot fail.
            let _ = writeln!(table, "  {first}      {kept}     {:>9} {:>10}  {path}", size.raw, size.sent);
        }
        for (what, measured, budget) in [
            ("first visit", self.first_visit(), FIRST_VISIT),
            ("kept for offline use", self.precached(), PRECACHED),
            ("the counselor's page", self.counselor(), COUNSELOR),
        ] {
            let _ = writeln!(table, "  {what}: {} of {}", kilobytes(measured), kilobytes(budget));
        }
        table
    }

    fn sum(&self, paths: &BTreeSet<String>) -> usize {
        paths.iter().filter_map(|path| self.files.get(path)).map(|size| size.sent).sum()
    }
}

/// `12345` as `12.3 kB`: a thousand bytes, as networks count.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::{COUNSELOR, FIRST_VISIT, Sizes, kilobytes};
    use crate::build::pack::Site;
    use std::collections::{BTreeMap, BTreeSet};

    fn site(big: usize) -> Site {
        let mut site = Site::default();
        site.files.insert("mark.png".to_owned(), vec![7; big]);
        site.files.insert("late.png".to_owned(), vec![7; 1000]);
        site.first_visit = BTreeSet::from(["mark.png".to_owned()]);
        site.precached = site.files.keys().cloned().collect();
        site
    }

    #[test]
    fn a_build_within_its_budget_has_nothing_to_say() {
        let sizes = Sizes::of(&site(FIRST_VISIT), &BTreeMap::new()).unwrap();
        assert_eq!((sizes.first_visit(), sizes.precached()), (FIRST_VISIT, FIRST_VISIT + 1000));
        assert!(sizes.complaints().is_empty());
        assert!(sizes.table().contains("first visit: 220.0 kB of 220.0 kB"), "{}", sizes.table());
    }

    #[test]
    fn one_byte_too_many_is_too_many() {
        let sizes = Sizes::of(&site(FIRST_VISIT + 1), &BTreeMap::new()).unwrap();
        assert_eq!(sizes.complaints().len(), 1);
    }

    #[test]
    fn the_counselors_page_has_a_budget_of_its_own() {
        let mut site = site(1);
        site.files.insert("counselor/counselor_bg.0123456789abcdef.png".to_owned(), vec![7; COUNSELOR]);
        site.files.insert(super::viewer::ONE_FILE.to_owned(), vec![7; COUNSELOR]);
        assert!(Sizes::of(&site, &BTreeMap::new()).unwrap().complaints().is_empty());
        site.files.insert("counselor/more.png".to_owned(), vec![7]);
        assert_eq!(Sizes::of(&site, &BTreeMap::new()).unwrap().complaints().len(), 1);
    }

    #[test]
    fn text_counts_as_it_is_sent() {
        let mut site = site(1);
        site.files.insert("a.css".to_owned(), vec![b'a'; 5000]);
        site.first_visit.insert("a.css".to_owned());
        assert!(Sizes::of(&site, &BTreeMap::new()).unwrap().first_visit() < 100);
        assert_eq!(kilobytes(12_345), "12.3 kB");
    }
}
