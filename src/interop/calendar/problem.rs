//! What of a calendar could not be read, where, and what came of it. The person sees every one of these, and nothing else is left out.

use super::{MAX_DATES, MAX_EVENTS, MAX_FILE_BYTES};
use crate::unspoken;
use domain::{Label, MAX_OCCURRENCES};

/// One thing that could not be read as it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, from 1. Of an event: the line on which it begins. None: the file as a whole.
    pub line: Option<u32>,
    /// The title of the event, shortened.
    pub title: Option<Label>,
    pub reason: Reason,
}

/// Why something could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// More than [`MAX_FILE_BYTES`].
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// A page of the web that was saved under the name of a calendar: a sign-in page, mostly.
    WebPage,
    /// Something else than a calendar.
    NoCalendar,
    /// Events beyond the first [`MAX_EVENTS`].
    TooManyEvents,
    /// A line that is no line of a calendar.
    LineNotRead,
    /// An event that does not say when it is.
    NoStart,
    /// A start that is no date.
    StartNotRead,
    /// Before 1971 or after 2199.
    OutOfCalendar,
    /// The file ends in the middle of the event.
    CutOff,
    /// A change to one date that does not say which date.
    WhichDateNotRead,
    /// An end that is no date: taken as a start without one.
    EndNotRead,
    /// An end before the start: taken as no length.
    EndBeforeStart,
    /// A rule that is none: the first date came in.
    RuleNotRead,
    /// Every minute, every second, or hundreds of times a day: the first date came in.
    RuleTooOften,
    /// A rule that never comes to a date, or takes too long to: the dates found so far came in.
    RuleTooLong,
    /// A rule with both a number of times and a last date: whichever came first.
    CountAndUntil,
    /// More than [`MAX_OCCURRENCES`] dates: the first of them came in.
    TooManyDates,
    /// The file has more than [`MAX_DATES`] dates: those of this event came in as far as there was room.
    FileFull,
    /// A date added or left out that is none.
    ExtraDateNotRead,
    /// A zone that nobody knows: read by the calendar's own, or by the person's.
    ZoneNotKnown,
    /// An address that is none of a page, a telephone or a mailbox.
    LinkLeftOut,
    /// A text that is longer than we keep.
    TextCut,
}

/// What came of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Nothing of the file came in.
    FileLeftOut,
    /// What is named did not come in.
    LeftOut,
    /// It came in, but not all of it.
    InPart,
}

unspoken!(Problem);

impl Problem {
    /// With the file as a whole.
    pub fn of_file(reason: Reason) -> Problem {
        Problem { line: None, title: None, reason }
    }

    /// With one line.
    pub fn of_line(line: u32, reason: Reason) -> Problem {
        Problem { line: Some(line), title: None, reason }
    }

    /// With an event that begins on `line`.
    pub fn of_event(line: u32, title: Option<Label>, reason: Reason) -> Problem {
        Problem { line: Some(line), title, reason }
    }
}

impl Reason {
    /// Every one there is; a reason travels as its place in this list.
    pub const ALL: [Reason; 23] = [
        Reason::TooLarge,
        Reason::Empty,
        Reason::WebPage,
        Reason::NoCalendar,
        Reason::TooManyEvents,
        Reason::LineNotRead,
        Reason::NoStart,
        Reason::StartNotRead,
        Reason::OutOfCalendar,
        Reason::CutOff,
        Reason::WhichDateNotRead,
        Reason::EndNotRead,
        Reason::EndBeforeStart,
        Reason::RuleNotRead,
        Reason::RuleTooOften,
        Reason::RuleTooLong,
        Reason::CountAndUntil,
        Reason::TooManyDates,
        Reason::FileFull,
        Reason::ExtraDateNotRead,
        Reason::ZoneNotKnown,
        Reason::LinkLeftOut,
        Reason::TextCut,
    ];

    /// What came of it.
    pub fn effect(self) -> Effect {
        match self {
            Reason::TooLarge | Reason::Empty | Reason::WebPage | Reason::NoCalendar => Effect::FileLeftOut,
            Reason::TooManyEvents
            | Reason::LineNotRead
            | Reason::NoStart
            | Reason::StartNotRead
            | Reason::OutOfCalendar
            | Reason::CutOff
            | Reason::WhichDateNotRead => Effect::LeftOut,
            Reason::EndNotRead
            | Reason::EndBeforeStart
            | Reason::RuleNotRead
            | Reason::RuleTooOften
            | Reason::RuleTooLong
            | Reason::CountAndUntil
            | Reason::TooManyDates
            | Reason::FileFull
            | Reason::ExtraDateNotRead
            | Reason::ZoneNotKnown
            | Reason::LinkLeftOut
            | Reason::TextCut => Effect::InPart,
        }
    }

    /// The limit that was met, where there is one: bytes, events or dates.
    pub fn limit(self) -> Option<usize> {
        match self {
            Reason::TooLarge => Some(MAX_FILE_BYTES),
            Reason::TooManyEvents => Some(MAX_EVENTS),
            Reason::TooManyDates => Some(MAX_OCCURRENCES),
            Reason::FileFull => Some(MAX_DATES),
            _ => None,
        }
    }
}
