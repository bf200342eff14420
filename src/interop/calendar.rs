//! A calendar as it was read: the events of a window of time with all their dates worked out, and what could not be read.
//!
//! The worker hands this over as bytes ([`ReadCalendar::encode`]); the app decodes and checks it, shows what would change
//! ([`compare`]), and only when the person agrees takes it in ([`take_in`]).

mod compare;
mod problem;
mod roll;
#[cfg(test)]
mod samples;
mod take;
mod window;
mod wire;

use crate::unspoken;
use domain::{Label, Line, Link, Note, Original, PhoneNumber, Span, Standing, Uid, Zone};

pub use compare::{Change, Known, compare};
pub use domain::MAX_OCCURRENCES;
pub use problem::{Effect, Problem, Reason};
pub use roll::{is_running_out, roll_on};
pub use take::{Taken, take_in};
pub use window::{MAX_WINDOW_DAYS, Window};
pub use wire::WireError;

/// A larger file is not opened: a program's calendar of many years has a few hundred kilobytes.
pub const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;
/// As many events as are read from one file.
pub const MAX_EVENTS: usize = 5_000;
/// As many dates as all events of one file can have together: a phone must be able to hold them.
pub const MAX_DATES: usize = 100_000;
/// As many problems as are listed; the others are counted.
pub const MAX_PROBLEMS: usize = 500;
/// As many reminders as one event can have.
pub const MAX_ALARMS: usize = 10;
/// The earliest reminder, in minutes before the start: four weeks.
pub const MAX_ALARM_MINUTES: u32 = 40_320;

/// What was read from one file.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadCalendar {
    /// In which the dates lie.
    pub window: Window,
    /// Its own name.
    pub name: Option<Label>,
    /// At most [`MAX_EVENTS`]; no two have the same UID.
    pub events: Vec<ReadEvent>,
    /// How many events could be read and have no date in the window.
    pub outside: u32,
    /// How many things are in the file that are no events: tasks, journals, times when somebody is busy.
    pub other_kinds: u32,
    /// At most [`MAX_PROBLEMS`], in the order of their lines.
    pub problems: Vec<Problem>,
    /// How many problems there are besides.
    pub more_problems: u32,
}

/// One event with its dates.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadEvent {
    /// Its own; made from its contents when it has none.
    pub uid: Uid,
    pub sequence: u32,
    /// DTSTAMP, in milliseconds since 1970 in UTC.
    pub stamped_utc_ms: Option<i64>,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// SUMMARY, shortened where it is too long for a title.
    pub title: Option<Label>,
    /// DESCRIPTION, as text.
    pub notes: Option<Note>,
    pub place: Option<Line>,
    pub link: Option<ReadLink>,
    pub standing: Standing,
    pub clock: Clock,
    pub extent: Extent,
    /// Whether its rule goes on beyond the window.
    pub goes_on: bool,
    /// At most [`MAX_OCCURRENCES`], in the order of their starts.
    pub occurrences: Vec<ReadOccurrence>,
    /// Minutes before the start, the earliest first; at most [`MAX_ALARMS`].
    pub alarms: Vec<u32>,
    /// What the file says about it, for later: of a series that goes on, and of single dates, which may belong to one. None when it is
    /// longer than [`domain::MAX_SOURCE_BYTES`].
    pub source: Option<String>,
}

/// By which clock an event has its times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Whole days.
    Days,
    /// Of a zone of the world.
    Zone(Zone),
    /// In UTC, or in a zone that only its own file knows.
    Utc,
    /// Of wherever the person is; read as where they are now.
    Here,
}

/// How much of an event a file speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All its dates.
    Whole,
    /// Only single dates of a series; nothing is said about the others.
    SomeDates,
    /// All of it is called off (METHOD:CANCEL), and no dates are listed.
    CalledOff,
}

/// Where an event leads. Nothing but these is ever opened.
#[derive(Clone, PartialEq, Eq)]
pub enum ReadLink {
    /// `http` or `https`.
    Web(Link),
    /// `tel`.
    Call(PhoneNumber),
    /// `mailto`: the address alone.
    Write(Line),
}

/// One date of an event.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadOccurrence {
    pub span: Span,
    /// When it was planned first.
    pub original: Original,
    pub standing: Standing,
    /// Where this date has another one than the event.
    pub title: Option<Label>,
    /// Where this date has another one than the event.
    pub place: Option<Line>,
}

unspoken!(ReadCalendar, ReadEvent, ReadLink, ReadOccurrence);

impl ReadCalendar {
    /// Nothing read yet.
    pub fn empty(window: Window) -> ReadCalendar {
        ReadCalendar {
            window,
            name: None,
            events: Vec::new(),
            outside: 0,
            other_kinds: 0,
            problems: Vec::new(),
            more_problems: 0,
        }
    }

    /// Nothing could be read, for one reason.
    pub fn refused(window: Window, reason: Reason) -> ReadCalendar {
        let mut calendar = ReadCalendar::empty(window);
        calendar.tell(Problem::of_file(reason));
        calendar
    }

    /// One more problem: listed, or counted when the list is full.
    pub fn tell(&mut self, problem: Problem) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.more_problems = self.more_problems.saturating_add(1);
        }
    }

    /// Whether nothing at all came in because of what the file is.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.reason.effect() == Effect::FileLeftOut)
    }
}
