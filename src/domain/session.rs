//! A session that comes again, or once: what it is, where, when, and which of its dates are different. One record for all its dates;
//! the dates themselves are worked out and never stored (see [`week`](crate::week)).

mod about;
mod edit;
pub(crate) mod rule;

use crate::moment::Zone;
use crate::name::name;
use crate::plan_error::PlanError;
use crate::program::{PhaseId, ProgramId};
use crate::slot::{Length, Slot, StartTime, check_date, day_before};
use crate::weekdays::Weekdays;
use crate::words::{Line, unspoken};
pub use about::{About, SessionKind};
use chrono::NaiveDate;
pub use edit::SessionEdit;

name! {
    /// By which the journal knows a session, a program's or a calendar's. Random; a route may carry it.
    #[derive(Debug)]
    pub struct SeriesId;
}

/// One session with all its dates. Changed only by [`Session::apply`], so that whatever can be held can be stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    pub(crate) about: About,
    pub(crate) zone: Zone,
    pub(crate) when: When,
    pub(crate) start: StartTime,
    pub(crate) length: Length,
    pub(crate) phase: Option<Membership>,
    /// By original date, each once, none of them empty.
    pub(crate) exceptions: Vec<(NaiveDate, Exception)>,
}

/// On which dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    Once(NaiveDate),
    Weekly(Weekly),
}

/// Every week, or every so many, on these days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekly {
    pub on: Weekdays,
    pub every: Every,
    /// None: from the first day of its phase. A session without a phase has one.
    pub first: Option<NaiveDate>,
    pub ends: Ends,
}

/// Every so many weeks: 1 to 12, counted in weeks that begin on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Every(u8);

/// When it stops coming. A phase that ends sooner ends its sessions too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ends {
    Open,
    /// This is the last date that it can be on.
    On(NaiveDate),
    /// After so many times; cancelled ones count. 1 or more.
    After(u16),
}

/// The phase of a program that a session belongs to. Its dates bound the session's, and its program's zone is the session's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Membership {
    pub program: ProgramId,
    pub phase: PhaseId,
}

/// What is different about one date.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Exception {
    pub(crate) is_cancelled: bool,
    pub(crate) moved: Option<Slot>,
    pub(crate) place: Option<Line>,
}

/// Years of cancelled and moved dates.
pub const MAX_EXCEPTIONS: usize = 400;

unspoken!(Session, Exception);

impl Every {
    pub const WEEK: Every = Every(1);

    /// None for 0 and for more than 12.
    pub fn weeks(count: u8) -> Option<Every> {
        (1..=12).contains(&count).then_some(Every(count))
    }

    pub fn count(self) -> u8 {
        self.0
    }
}

impl Weekly {
    /// Every week on these days, from a date on, with no end.
    pub fn from(first: NaiveDate, on: Weekdays) -> Weekly {
        Weekly { on, every: Every::WEEK, first: Some(first), ends: Ends::Open }
    }

    /// Every week on these days, for as long as the phase lasts.
    pub fn through_phase(on: Weekdays) -> Weekly {
        Weekly { on, every: Every::WEEK, first: None, ends: Ends::Open }
    }
}

impl Session {
    /// A session of one kind, with nothing said but when it is.
    ///
    /// # Errors
    /// [`PlanError`] for a date out of the calendar, for an end before the beginning, and for no beginning at all.
    pub fn new(
        kind: SessionKind,
        zone: Zone,
        when: When,
        start: StartTime,
        length: Length,
    ) -> Result<Session, PlanError> {
        Session::checked(About::of(kind), zone, when, (start, length), None)
    }

    /// A session that belongs to a phase of a program, whose zone it takes.
    ///
    /// # Errors
    /// As [`Session::new`]; the phase can be its beginning.
    pub fn in_phase(
        kind: SessionKind,
        zone: Zone,
        when: When,
        (start, length): (StartTime, Length),
        phase: Membership,
    ) -> Result<Session, PlanError> {
        Session::checked(About::of(kind), zone, when, (start, length), Some(phase))
    }

    fn checked(
        about: About,
        zone: Zone,
        when: When,
        (start, length): (StartTime, Length),
        phase: Option<Membership>,
    ) -> Result<Session, PlanError> {
        check_when(&when, phase)?;
        Ok(Session { about, zone, when, start, length, phase, exceptions: Vec::new() })
    }

    pub fn about(&self) -> &About {
        &self.about
    }

    /// Its own zone. A session of a phase takes the program's.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    pub fn when(&self) -> When {
        self.when
    }

    pub fn start(&self) -> StartTime {
        self.start
    }

    pub fn length(&self) -> Length {
        self.length
    }

    pub fn phase(&self) -> Option<Membership> {
        self.phase
    }

    /// What is different about the occurrence that was planned on `date`.
    pub fn exception(&self, date: NaiveDate) -> Option<&Exception> {
        let place = self.exceptions.binary_search_by_key(&date, |(there, _)| *there).ok()?;
        self.exceptions.get(place).map(|(_, exception)| exception)
    }

    /// All that is different, by the date on which it was planned.
    pub fn exceptions(&self) -> &[(NaiveDate, Exception)] {
        &self.exceptions
    }

    /// Until the day before `date` and from then on. `last` is the day on which it ends, if it does. None for one that does not repeat.
    pub(crate) fn split_at(&self, date: NaiveDate, last: Option<NaiveDate>) -> Option<(Session, Session)> {
        let When::Weekly(weekly) = self.when else { return None };
        let (mut before, mut after) = (self.clone(), self.clone());
        before.when = When::Weekly(Weekly { ends: Ends::On(day_before(date)), ..weekly });
        before.exceptions.retain(|(there, _)| *there < date);
        let ends = match weekly.ends {
            // What is left of the count is the same as an end on its last day.
            Ends::After(_) => last.map_or(weekly.ends, Ends::On),
            Ends::Open | Ends::On(_) => weekly.ends,
        };
        after.when = When::Weekly(Weekly { first: Some(date), ends, ..weekly });
        after.exceptions.retain(|(there, _)| *there >= date);
        Some((before, after))
    }

    /// The same session in a phase of another program: for a plan that gets its id when it is saved.
    #[must_use]
    pub fn of_program(mut self, program: ProgramId) -> Session {
        self.phase = self.phase.map(|phase| Membership { program, ..phase });
        self
    }
}

impl Exception {
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled
    }

    /// When it is instead.
    pub fn moved(&self) -> Option<Slot> {
        self.moved
    }

    /// Where it is instead.
    pub fn place(&self) -> Option<&Line> {
        self.place.as_ref()
    }

    pub(crate) fn says_nothing(&self) -> bool {
        *self == Exception::default()
    }
}

pub(crate) fn check_when(when: &When, phase: Option<Membership>) -> Result<(), PlanError> {
    let weekly = match when {
        When::Once(date) => return check_date(*date).map(|_| ()),
        When::Weekly(weekly) => weekly,
    };
    match (weekly.first, phase) {
        (None, None) => return Err(PlanError::NoFirstDate),
        (Some(first), _) => check_date(first)?,
        (None, Some(_)) => NaiveDate::MIN,
    };
    match weekly.ends {
        Ends::Open => Ok(()),
        Ends::After(times) => {
            if times == 0 {
                Err(PlanError::EndsBeforeItBegins)
            } else {
                Ok(())
            }
        }
        Ends::On(last) => {
            check_date(last)?;
            if weekly.first.is_some_and(|first| last < first) { Err(PlanError::EndsBeforeItBegins) } else { Ok(()) }
        }
    }
}
