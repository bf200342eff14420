//! What is promised about size and speed: the lines of the architecture, and the table that says how we stand.

use crate::build::compress::{brotli, is_compressible};
use crate::build::pack::Site;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Everything up to a working screen, in bytes as sent (brotli).
pub const FIRST_VISIT: usize = 220_000;
/// Everything that is kept for offline use, in bytes as sent (brotli).
pub const PRECACHED: usize = 900_000;

/// Where a line of the budget gets its number from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The build itself.
    Build,
    /// The bench in a browser, under this name.
    Bench(&'static str),
    /// Nothing yet: what is to be measured comes with this issue.
    Issue(&'static str),
}

/// One promise, in the words of the architecture.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// What is measured.
    pub what: &'static str,
    /// What is promised.
    pub budget: &'static str,
    /// Who measures it.
    pub from: Source,
}

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

    /// What a first visit loads up to a working screen, in bytes as sent.
    pub fn first_visit(&self) -> usize {
        self.sum(&self.first_visit)
    }

    /// What the service worker keeps, in bytes as sent.
    pub fn precached(&self) -> usize {
        self.sum(&self.precached)
    }

    /// What is over its budget, in words; empty when all is well.
    pub fn complaints(&self) -> Vec<String> {
        [
            ("the first visit", self.first_visit(), FIRST_VISIT),
            ("what is kept for offline use", self.precached(), PRECACHED),
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
        for (what, measured, budget) in
            [("first visit", self.first_visit(), FIRST_VISIT), ("kept for offline use", self.precached(), PRECACHED)]
        {
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
    use super::{FIRST_VISIT, Sizes, kilobytes};
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
    fn text_counts_as_it_is_sent() {
        let mut site = site(1);
        site.files.insert("a.css".to_owned(), vec![b'a'; 5000]);
        site.first_visit.insert("a.css".to_owned());
        assert!(Sizes::of(&site, &BTreeMap::new()).unwrap().first_visit() < 100);
        assert_eq!(kilobytes(12_345), "12.3 kB");
    }
}
