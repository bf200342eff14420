//! What a person tells about one occurrence. There is one visit to an occurrence: its id is made of the occurrence's name.

mod find;
mod tell;

use domain::Visit;
use domain::record;

use crate::Undo;

/// A visit as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub visit: Visit,
    pub undo: Undo,
}

fn read(body: &[u8]) -> Option<Visit> {
    record::read(body).known()
}
