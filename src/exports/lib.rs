//! What a person takes with them: everything they recorded as JSON, as tables for a spreadsheet, as a page to print, and as a FHIR bundle for
//! somebody who treats them. Records in, text out; nothing here asks for the time, the zone or the language.
//!
//! It knows the words of everything, so it is large (43 kB as sent), and the client still links it: what is the person's has to be theirs with the
//! network off too (`xtask/BUDGETS.md`). The tool writes with it as well (`cargo xtask open-backup`).
//! The person's own exports hold everything, and say of each entry whether it is private. What is meant for others leaves private entries
//! out, whatever is asked.

mod attached;
mod base64;
mod csv;
mod facts;
pub mod fhir;
mod html;
mod json;
mod order;
#[cfg(test)]
mod stories;
mod tell;
mod time;
mod value;
mod whole;
mod words;
mod zip;

pub use attached::attached;
pub use csv::tables;
pub use facts::{Facts, Including, Item};
pub use html::page;

/// `Debug` that names the type and says nothing else: what goes out is the person's.
macro_rules! unspoken {
    ($($name:ident),+ $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
use fhir::Sender;
use value::Value;

unspoken!(Item, File, Value, Sender);

impl std::fmt::Debug for Facts<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Facts(…)")
    }
}

/// Everything as one JSON text (`schema.json`).
pub fn json(facts: &Facts<'_>, items: &[Item]) -> String {
    json::json(&whole::whole(facts, items))
}

/// The published format of [`json`], as JSON Schema (draft 2020-12).
pub const SCHEMA: &str = include_str!("schema.json");

/// One file of an export.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// ASCII, and neutral: it tells nothing to who sees it lying in a folder.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Several files as one ZIP. None beyond what such a file can hold, which is 4 GiB.
pub fn zipped(facts: &Facts<'_>, files: &[File]) -> Option<Vec<u8>> {
    zip::zip(files, facts.now.civil())
}
