//! What a person adds to one occurrence of a session: whether they were there, what they prepared, what they took away, and homework.

mod edit;
mod key;

use crate::chip::Chip;
use crate::code::{Code, Kept, coded};
use crate::moment::Moment;
use crate::words::{Note, unspoken};
use chrono::NaiveDate;
pub use edit::VisitEdit;
pub(crate) use key::mark_of;
pub use key::{MAX_UID, Original, Uid, VisitKey};

coded! {
    /// Whether somebody was there.
    pub enum Attendance {
        Attended = "attended",
        Late = "late",
        Missed = "missed",
        /// Not there, and the program knew why.
        Excused = "excused",
        /// The program called it off.
        Cancelled = "cancelled",
    }
}

/// What got in the way of a missed one.
pub type Obstacle = Chip<KnownObstacle>;

coded! {
    /// What gets in the way most often. Own words are an [`Obstacle::Own`](Chip::Own).
    pub enum KnownObstacle {
        Ride = "ride",
        ChildCare = "child-care",
        Work = "work",
        FeltBad = "felt-bad",
        Other = "other",
    }
}

coded! {
    /// What is asked before a session. The questions themselves are in the app's catalogue.
    pub enum Prompt {
        /// What was hard since the last time.
        Hard = "hard",
        /// What was tried, and whether it helped.
        Tried = "tried",
        /// What to talk about.
        TalkAbout = "talk-about",
    }
}

/// One occurrence, as the person told it. Changed only by [`Visit::apply`].
#[derive(Clone, PartialEq, Eq)]
pub struct Visit {
    pub(crate) key: VisitKey,
    pub(crate) at: Moment,
    pub(crate) attendance: Option<Kept<Attendance>>,
    pub(crate) obstacle: Option<Obstacle>,
    /// One for each of [`Prompt::ALL`], in that order.
    pub(crate) prepared: [Option<Note>; 3],
    pub(crate) takeaway: Option<Note>,
    pub(crate) homework: Vec<Homework>,
}

/// Something to do until a day.
#[derive(Clone, PartialEq, Eq)]
pub struct Homework {
    /// Its number within the visit; never given twice while a later one is there.
    pub(crate) number: u8,
    pub(crate) text: Note,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) done_utc_ms: Option<i64>,
}

/// More than any session gives.
pub const MAX_HOMEWORK: usize = 12;

unspoken!(Visit, Homework);

impl From<KnownObstacle> for Obstacle {
    fn from(known: KnownObstacle) -> Obstacle {
        Chip::Known(known)
    }
}

impl Attendance {
    /// Whether the hours count as attended. Who comes late was there.
    pub fn was_there(self) -> bool {
        matches!(self, Attendance::Attended | Attendance::Late)
    }

    /// Whether to ask, kindly, what got in the way.
    pub fn asks_why(self) -> bool {
        matches!(self, Attendance::Missed | Attendance::Excused)
    }
}

impl Visit {
    /// Nothing told yet. `at`: when the occurrence begins, by the clock of its zone.
    pub fn new(key: VisitKey, at: Moment) -> Visit {
        Visit {
            key,
            at,
            attendance: None,
            obstacle: None,
            prepared: [None, None, None],
            takeaway: None,
            homework: Vec::new(),
        }
    }

    /// The same visit to an occurrence that begins at another time now.
    #[must_use]
    pub fn moved_to(self, at: Moment) -> Visit {
        Visit { at, ..self }
    }

    /// Which occurrence it is about.
    pub fn key(&self) -> &VisitKey {
        &self.key
    }

    /// When the occurrence began, as known when the visit was last saved.
    pub fn at(&self) -> &Moment {
        &self.at
    }

    /// None while it was not told, or when a newer build has a word for it that this one has not ([`Visit::unknown`]).
    pub fn attendance(&self) -> Option<Attendance> {
        self.attendance.as_ref().and_then(Kept::known)
    }

    /// The code of an attendance that this build has no word for.
    pub fn unknown(&self) -> Option<&Code> {
        self.attendance.as_ref().and_then(Kept::unknown)
    }

    /// What got in the way.
    pub fn obstacle(&self) -> Option<&Obstacle> {
        self.obstacle.as_ref()
    }

    /// The answer to a prompt.
    pub fn prepared(&self, prompt: Prompt) -> Option<&Note> {
        let [hard, tried, talk_about] = &self.prepared;
        match prompt {
            Prompt::Hard => hard.as_ref(),
            Prompt::Tried => tried.as_ref(),
            Prompt::TalkAbout => talk_about.as_ref(),
        }
    }

    /// The one thing taken away.
    pub fn takeaway(&self) -> Option<&Note> {
        self.takeaway.as_ref()
    }

    /// In the order in which it was written down.
    pub fn homework(&self) -> &[Homework] {
        &self.homework
    }

    /// Whether there is anything in it.
    pub fn says_nothing(&self) -> bool {
        *self == Visit::new(self.key.clone(), self.at.clone())
    }
}

impl Homework {
    pub fn number(&self) -> u8 {
        self.number
    }

    pub fn text(&self) -> &Note {
        &self.text
    }

    /// The last day for it. None: some time.
    pub fn due(&self) -> Option<NaiveDate> {
        self.due
    }

    /// When it was ticked, in milliseconds since 1970 in UTC.
    pub fn done_utc_ms(&self) -> Option<i64> {
        self.done_utc_ms
    }
}
