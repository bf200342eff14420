//! What of a list could not be read, where, and what came of it. Every one of these is counted, and the person sees the first hundreds.

use super::{MAX_LIST_BYTES, MAX_MEETINGS};
use crate::unspoken;
use domain::Label;

/// One thing that could not be read as it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which entry of the list, from 1. None: the list as a whole.
    pub entry: Option<u32>,
    /// The name of the meeting, shortened.
    pub name: Option<Label>,
    pub reason: Reason,
}

/// Why something could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// More than [`MAX_LIST_BYTES`].
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// A page of the web: a sign-in page, or the page that shows the meetings.
    WebPage,
    /// No JSON.
    NotJson,
    /// JSON, and no list of meetings.
    NoList,
    /// It ends in the middle: what is before that came in.
    CutOff,
    /// Entries beyond the first [`MAX_MEETINGS`] meetings.
    TooManyMeetings,
    /// An entry that is none.
    EntryNotRead,
    /// An entry that nobody could know again.
    NoSlug,
    /// A second entry under the same slug.
    SameSlug,
    /// A meeting without a name.
    NoName,
    /// Neither an address nor a city.
    NoAddress,
    /// A day that is none.
    DayNotRead,
    /// A time that no clock shows.
    StartNotRead,
    /// The server keeps it back.
    NotPublished,
    /// One of several days is none: the others came in.
    OneDayNotRead,
    /// A row of a sheet whose day or time is none: it came in as by appointment.
    WhenNotRead,
    /// An end that is no time: taken as an hour.
    EndNotRead,
    /// A zone that is none: read by the list's.
    ZoneNotRead,
    /// A link that leads to no page of the web.
    LinkLeftOut,
    /// A number that nobody can call.
    PhoneLeftOut,
    /// A type without a word here.
    KindNotKnown,
    /// A field that is of another sort than it should be.
    FieldNotRead,
    /// A text that is longer than we keep.
    TextCut,
}

/// What came of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Nothing of the list came in.
    FileLeftOut,
    /// The entry did not come in.
    LeftOut,
    /// It came in, but not all of it.
    InPart,
}

unspoken!(Problem);

impl Problem {
    /// With the list as a whole.
    pub fn of_list(reason: Reason) -> Problem {
        Problem { entry: None, name: None, reason }
    }

    /// With one entry.
    pub fn of_entry(entry: u32, name: Option<Label>, reason: Reason) -> Problem {
        Problem { entry: Some(entry), name, reason }
    }
}

impl Reason {
    /// Every one there is; a reason travels as its place in this list.
    pub const ALL: [Reason; 24] = [
        Reason::TooLarge,
        Reason::Empty,
        Reason::WebPage,
        Reason::NotJson,
        Reason::NoList,
        Reason::CutOff,
        Reason::TooManyMeetings,
        Reason::EntryNotRead,
        Reason::NoSlug,
        Reason::SameSlug,
        Reason::NoName,
        Reason::NoAddress,
        Reason::DayNotRead,
        Reason::StartNotRead,
        Reason::NotPublished,
        Reason::OneDayNotRead,
        Reason::WhenNotRead,
        Reason::EndNotRead,
        Reason::ZoneNotRead,
        Reason::LinkLeftOut,
        Reason::PhoneLeftOut,
        Reason::KindNotKnown,
        Reason::FieldNotRead,
        Reason::TextCut,
    ];

    /// What came of it.
    pub fn effect(self) -> Effect {
        match self {
            Reason::TooLarge | Reason::Empty | Reason::WebPage | Reason::NotJson | Reason::NoList => {
                Effect::FileLeftOut
            }
            Reason::TooManyMeetings
            | Reason::EntryNotRead
            | Reason::NoSlug
            | Reason::SameSlug
            | Reason::NoName
            | Reason::NoAddress
            | Reason::DayNotRead
            | Reason::StartNotRead
            | Reason::NotPublished => Effect::LeftOut,
            Reason::CutOff
            | Reason::OneDayNotRead
            | Reason::WhenNotRead
            | Reason::EndNotRead
            | Reason::ZoneNotRead
            | Reason::LinkLeftOut
            | Reason::PhoneLeftOut
            | Reason::KindNotKnown
            | Reason::FieldNotRead
            | Reason::TextCut => Effect::InPart,
        }
    }

    /// The limit that was met, where there is one: bytes or meetings.
    pub fn limit(self) -> Option<usize> {
        match self {
            Reason::TooLarge => Some(MAX_LIST_BYTES),
            Reason::TooManyMeetings => Some(MAX_MEETINGS),
            _ => None,
        }
    }
}
