//! What a person did about a craving. A log that leads to nothing changes nothing, so the act is kept beside the number.

use crate::code::{Code, Kept, coded};
use std::fmt;

coded! {
    /// The acts that the app offers after a log, acceptance first.
    pub enum ActionKind {
        RodeItOut = "rode-it-out",
        CalledSomeone = "called-someone",
        LeftOrAvoided = "left-or-avoided",
    }
}

/// One act, and when it was told.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ActionTaken {
    pub(crate) kind: Kept<ActionKind>,
    pub(crate) at_utc_ms: i64,
}

impl ActionTaken {
    /// `at_utc_ms`: milliseconds since 1970 in UTC, by the device's clock.
    pub fn new(kind: ActionKind, at_utc_ms: i64) -> ActionTaken {
        ActionTaken { kind: Kept::Known(kind), at_utc_ms }
    }

    /// None when a newer build offered it and this one has no word for it.
    pub fn kind(&self) -> Option<ActionKind> {
        self.kind.known()
    }

    /// The code of an act that this build has no word for.
    pub fn unknown(&self) -> Option<&Code> {
        match &self.kind {
            Kept::Known(_) => None,
            Kept::Unknown(code) => Some(code),
        }
    }

    pub fn at_utc_ms(&self) -> i64 {
        self.at_utc_ms
    }
}

impl fmt::Debug for ActionTaken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("ActionTaken(…)")
    }
}
