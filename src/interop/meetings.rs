//! Lists of meetings as they were read: the meetings, what could not be read, and the pages in which they are kept.
//!
//! The worker hands over a summary and the pages, ready to be sealed ([`Handed`]); the app shows what came of it and, when the person
//! agrees, keeps the pages. The finder opens the index pages into a [`Listing`](domain::meeting::Listing), and one of the others when
//! somebody looks at a meeting.

mod handed;
mod pack;
mod problem;
mod shape;
mod unpack;

#[cfg(test)]
mod tests;

use crate::unspoken;
use domain::meeting::{Fellowship, Meeting, MeetingKind};
use domain::{Label, Zone};

pub use handed::{Handed, HandedError, Summary};
pub use pack::{DETAILS_A_PAGE, EMPTY_INDEX, Packed, pack};
pub use problem::{Effect, Problem, Reason};
pub use unpack::{Unpacking, meeting_of};

/// A larger list is not read: the meetings of a whole country have some thirty megabytes.
pub const MAX_LIST_BYTES: usize = 48 * 1024 * 1024;
/// As many meetings as are taken in from one list.
pub const MAX_MEETINGS: usize = 40_000;
/// As many problems as are listed; the others are counted.
pub const MAX_PROBLEMS: usize = 500;

/// In which form a list came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Meeting Guide JSON, also called TSML.
    Tsml,
    /// Rows of a Google sheet.
    Sheet,
    /// A server of Narcotics Anonymous.
    Bmlt,
}

/// What was read.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadList {
    /// As whose list it was read.
    pub fellowship: Fellowship,
    /// For meetings that name no zone.
    pub zone: Zone,
    /// None when nothing of it could be read.
    pub format: Option<Format>,
    /// What it calls itself: who looks after its meetings, if that is the same for most.
    pub name: Option<Label>,
    pub kinds: Vec<MeetingKind>,
    /// At most [`MAX_MEETINGS`]; no two have the same key.
    pub meetings: Vec<Meeting>,
    /// How many entries are not in `meetings`.
    pub left_out: u32,
    /// At most [`MAX_PROBLEMS`], in the order of the entries.
    pub problems: Vec<Problem>,
    /// How many problems there are besides.
    pub more_problems: u32,
}

unspoken!(ReadList);

impl ReadList {
    /// Nothing read yet.
    pub fn empty(fellowship: Fellowship, zone: Zone) -> ReadList {
        ReadList {
            fellowship,
            zone,
            format: None,
            name: None,
            kinds: Vec::new(),
            meetings: Vec::new(),
            left_out: 0,
            problems: Vec::new(),
            more_problems: 0,
        }
    }

    /// One more problem: listed, or counted when the list is full.
    pub fn tell(&mut self, problem: Problem) {
        if problem.reason.effect() == Effect::LeftOut {
            self.left_out = self.left_out.saturating_add(1);
        }
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.more_problems = self.more_problems.saturating_add(1);
        }
    }

    /// Why nothing at all came in, if it is so because of what the file is.
    pub fn refused(&self) -> Option<Reason> {
        self.problems.iter().map(|problem| problem.reason).find(|reason| reason.effect() == Effect::FileLeftOut)
    }
}
