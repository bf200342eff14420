//! What a person tells about one occurrence. There is one visit to an occurrence: its id is made of the occurrence's name.

mod find;
mod tell;

use domain::Visit;
use domain::record::{self, Decoded, Record};

use crate::Undo;

/// A visit as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub visit: Visit,
    pub undo: Undo,
}

fn read(body: &[u8]) -> Option<Visit> {
    match record::decode(body) {
        Decoded::Known(Record::Visit(visit)) => Some(visit),
        Decoded::Known(_) | Decoded::Newer(_) | Decoded::Unreadable => None,
    }
}
