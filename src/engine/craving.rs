//! What can be done with a craving.

mod edit;
mod log;
mod recent;

use domain::Craving;
use sync::RecordId;

use crate::Undo;

/// A craving as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    pub id: RecordId,
    pub craving: Craving,
    pub undo: Undo,
}
