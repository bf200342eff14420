//! How a day was, in a check-in. There is one to a day: its id is made of the day.

mod answer;
mod find;

use domain::CheckIn;

use crate::Undo;

/// A check-in as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedIn {
    pub check_in: CheckIn,
    pub undo: Undo,
}
