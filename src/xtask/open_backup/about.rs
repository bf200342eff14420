//! What a backup was found to hold, in words: for the terminal, and for who finds the folder years later.

use crate::opening::Opened;
use exports::Facts;
use std::fmt::Write;

/// What the files are. It comes behind what was found, in the folder only.
pub const FILES: &str = "\
everything.json   everything, for programs; schema.json says what each part of it means (JSON Schema)
everything.html   everything by day, to read or to print, in any browser; it asks nothing of any network
tables            everything for a spreadsheet (CSV); tables.csv says which table is which
attached          pictures and recordings, each named by its id in everything.json
";

/// How much is there, and what is not.
pub fn found(opened: &Opened, facts: &Facts<'_>) -> String {
    let inside = &opened.inside;
    let now = &facts.now;
    let mut text = format!("A Handrail backup of {} ({}).\n", now.civil().format("%Y-%m-%d %H:%M"), now.zone().name());
    let mut line = |words: String| {
        // Writing to memory cannot fail.
        let _ = writeln!(text, "{words}");
    };
    line(format!("{}, as they were then.", counted(count(&opened.items), "record", "records")));
    let deleted = counted(opened.deleted, "record was deleted", "records were deleted");
    line(format!("{deleted} and could still be brought back then. What was deleted is only in the backup, not here."));
    if opened.erased > 0 {
        line(format!("{} gone for good, also from the backup.", counted(opened.erased, "record is", "records are")));
    }
    let earlier = counted(opened.earlier_versions(), "earlier version is", "earlier versions are");
    line(format!("{earlier} only in the backup. Here is the newest of each record."));
    if inside.pages > 0 {
        let pages = counted(inside.pages, "page of meetings is", "pages of meetings are");
        line(format!("{pages} only in the backup. They are public, and everything.json has their addresses."));
    }
    if opened.unknown > 0 {
        let unknown = counted(u64::from(opened.unknown), "record is", "records are");
        line(format!("{unknown} of a newer Handrail and not here; a newer tool reads them from the same backup."));
    }
    if inside.unreadable > 0 {
        let unreadable = counted(inside.unreadable, "row", "rows");
        line(format!("{unreadable} could not be read on the device when the backup was made."));
    }
    text
}

fn count<T>(all: &[T]) -> u64 {
    u64::try_from(all.len()).unwrap_or(u64::MAX)
}

fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
