//! Every address of the app, as one enum. Addresses stay in the browser's history, so they say nothing: no word about what an entry
//! is, and of its id only the random half.

use chrono::{NaiveDate, TimeDelta};
use domain::meeting::{ListId, MeetingKey};
use domain::{PersonId, ProgramId, SeriesId, Template, VisitKey};
use engine::EntryKey;

/// A screen that has an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    Today,
    /// The first-run screens.
    Welcome,
    HelpNow,
    Overdose,
    /// What to do about the entry that was just logged.
    WhatNow(EntryKey),
    /// The three-minute wave.
    RideOut(EntryKey),
    /// Calling someone about it.
    Call(EntryKey),
    /// Leaving a place, or not going there.
    Leave(EntryKey),
    /// Triggers, place, people, note: everything about an entry that can be told or changed.
    Details(EntryKey),
    /// How a day was.
    CheckIn,
    /// Seven days, and what is on them.
    Week,
    /// One session on its date: before, after, attendance, homework.
    Session(SessionKey),
    /// The program: its phases, its sessions, and what can be changed.
    Program(ProgramId),
    /// The five shapes of a program.
    SetUp,
    /// One of them, adjusted and saved.
    SetUpAs(Template),
    /// A session of one's own.
    AddSession,
    /// A session with all its dates.
    EditSession(SeriesId),
    /// Taking in a calendar file.
    CalendarIn,
    /// Sessions for the calendar of the phone.
    CalendarOut,
    /// The same, with one of them chosen.
    CalendarOutOf(SeriesId),
    /// Finding a meeting.
    Meetings,
    /// One meeting of a list.
    Meeting(ListId, MeetingKey),
    /// The lists that meetings come from.
    MeetingLists,
    /// Adding one.
    AddList,
    /// One of them.
    MeetingList(ListId),
    Log,
    /// One entry, read, with its earlier versions.
    Entry(EntryKey),
    Deleted,
    Me,
    /// The people one could call.
    People,
    AddPerson,
    /// Taking people in from a file of cards.
    Cards,
    Person(PersonId),
    /// Which lines Help now shows.
    Lines,
    Look,
    Storage,
    /// What can remind on this device, and what cannot.
    Reminders,
    About,
    /// No such address.
    Nowhere,
}

/// A session on one of its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionKey {
    /// The person's own, on the date on which it was planned first.
    Own { series: SeriesId, date: NaiveDate },
    /// One from a calendar, by the mark of its name (`VisitKey::mark`): what a calendar calls it may say too much for an address.
    Imported { mark: [u8; 8], about_utc_ms: i64 },
}

impl SessionKey {
    /// The address of what is kept under this name.
    #[must_use]
    pub fn of(key: &VisitKey) -> Self {
        match key {
            VisitKey::Own { series, date } => Self::Own { series: *series, date: *date },
            VisitKey::Imported { .. } => Self::Imported { mark: key.mark(), about_utc_ms: key.about_utc_ms() },
        }
    }

    /// When is a bare number, so that nobody reads a date in the browser's history.
    fn path(self) -> String {
        match self {
            Self::Own { series, date } => {
                let day = date.signed_duration_since(NaiveDate::default()).num_days();
                format!("/week/{}/{day:x}", series.to_hex())
            }
            Self::Imported { mark, about_utc_ms } => {
                format!("/week/from/{:016x}-{about_utc_ms:x}", u64::from_be_bytes(mark))
            }
        }
    }

    fn at(series: &str, when: &str) -> Option<Self> {
        if series == "from" {
            let (mark, about) = when.split_once('-')?;
            let about_utc_ms = i64::from_str_radix(about, 16).ok()?;
            let is_as_written = format!("{about_utc_ms:x}") == about;
            // Eight bytes in the same strict form as every id.
            let mark = SeriesId::from_hex(mark)?.bytes();
            return is_as_written.then_some(Self::Imported { mark, about_utc_ms });
        }
        let series = SeriesId::from_hex(series)?;
        let days = TimeDelta::try_days(i64::from_str_radix(when, 16).ok()?)?;
        Some(Self::Own { series, date: NaiveDate::default().checked_add_signed(days)? })
    }
}

/// How much of the frame a page has around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surround {
    /// Title, tabs and Help now.
    Tabs,
    /// A full-screen flow: Help now only.
    Flow,
    /// Help now itself: nothing that could need a scroll.
    Bare,
}

/// A part of the program that is fetched after the first screen, with the pages it draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What stands on Today below the craving card.
    Today,
    /// What follows a craving: soon, because it is a tap away.
    Craving,
    /// The week: sessions and programs.
    Week,
    /// Calendars of others: taking them in, telling them; and what can remind.
    Calendars,
    /// Meetings: finding one, and the lists they come from.
    Meetings,
    /// The people one could call, and the lines in Help now.
    People,
    /// The day, and the log.
    Log,
    /// Me, settings, the first visit.
    Me,
}

impl Part {
    /// All parts, in the order in which a first visit fetches them.
    pub const ALL: [Self; 8] =
        [Self::Today, Self::Craving, Self::Week, Self::People, Self::Log, Self::Me, Self::Calendars, Self::Meetings];
}

impl Page {
    /// The part that draws it; `None` for what has to be there at once, which is Today with its craving card, and help.
    #[must_use]
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Today | Self::HelpNow | Self::Overdose | Self::Nowhere => None,
            Self::WhatNow(_) | Self::RideOut(_) | Self::Call(_) | Self::Leave(_) | Self::Details(_) => {
                Some(Part::Craving)
            }
            Self::People | Self::AddPerson | Self::Cards | Self::Person(_) | Self::Lines => Some(Part::People),
            Self::Week
            | Self::Session(_)
            | Self::Program(_)
            | Self::SetUp
            | Self::SetUpAs(_)
            | Self::AddSession
            | Self::EditSession(_) => Some(Part::Week),
            Self::CalendarIn | Self::CalendarOut | Self::CalendarOutOf(_) | Self::Reminders => Some(Part::Calendars),
            Self::Meetings | Self::Meeting(..) | Self::MeetingLists | Self::AddList | Self::MeetingList(_) => {
                Some(Part::Meetings)
            }
            Self::CheckIn | Self::Log | Self::Entry(_) | Self::Deleted => Some(Part::Log),
            Self::Welcome | Self::Me | Self::Look | Self::Storage | Self::About => Some(Part::Me),
        }
    }

    /// The address, always beginning with a slash.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Today => "/".to_owned(),
            Self::Welcome => "/welcome".to_owned(),
            Self::HelpNow => "/help".to_owned(),
            Self::Overdose => "/help/steps".to_owned(),
            Self::WhatNow(key) => format!("/now/{}", key.to_hex()),
            Self::RideOut(key) => format!("/wave/{}", key.to_hex()),
            Self::Call(key) => format!("/call/{}", key.to_hex()),
            Self::Leave(key) => format!("/leave/{}", key.to_hex()),
            Self::Details(key) => format!("/more/{}", key.to_hex()),
            Self::CheckIn => "/day".to_owned(),
            Self::Week => "/week".to_owned(),
            Self::Session(key) => key.path(),
            Self::Program(id) => format!("/week/program/{}", id.to_hex()),
            Self::SetUp => "/week/new".to_owned(),
            Self::SetUpAs(template) => format!("/week/new/{}", template.code()),
            Self::AddSession => "/week/add".to_owned(),
            Self::EditSession(id) => format!("/week/edit/{}", id.to_hex()),
            Self::CalendarIn => "/week/calendar/in".to_owned(),
            Self::CalendarOut => "/week/calendar/out".to_owned(),
            Self::CalendarOutOf(id) => format!("/week/calendar/{}", id.to_hex()),
            Self::Meetings => "/meetings".to_owned(),
            Self::Meeting(list, key) => format!("/meetings/{}/{}", list.to_hex(), key.to_hex()),
            Self::MeetingLists => "/meetings/lists".to_owned(),
            Self::AddList => "/meetings/lists/add".to_owned(),
            Self::MeetingList(id) => format!("/meetings/lists/{}", id.to_hex()),
            Self::Log => "/log".to_owned(),
            Self::Entry(key) => format!("/log/{}", key.to_hex()),
            Self::Deleted => "/log/deleted".to_owned(),
            Self::Me => "/me".to_owned(),
            Self::People => "/me/people".to_owned(),
            Self::AddPerson => "/me/people/add".to_owned(),
            Self::Cards => "/me/people/card".to_owned(),
            Self::Person(id) => format!("/me/people/{}", id.to_hex()),
            Self::Lines => "/help/lines".to_owned(),
            Self::Look => "/me/look".to_owned(),
            Self::Storage => "/me/storage".to_owned(),
            Self::Reminders => "/me/reminders".to_owned(),
            Self::About => "/me/about".to_owned(),
            Self::Nowhere => "/nowhere".to_owned(),
        }
    }

    /// The page at an address. A slash at the end is forgiven; anything unknown is `Nowhere`.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let place = (parts.next(), parts.next(), parts.next());
        let keyed = |text: &str, page: fn(EntryKey) -> Self| EntryKey::from_hex(text).map_or(Self::Nowhere, page);
        match place {
            (None, None, None) => Self::Today,
            (Some("welcome"), None, None) => Self::Welcome,
            (Some("help"), None, None) => Self::HelpNow,
            (Some("help"), Some("steps"), None) => Self::Overdose,
            (Some("help"), Some("lines"), None) => Self::Lines,
            (Some("now"), Some(key), None) => keyed(key, Self::WhatNow),
            (Some("wave"), Some(key), None) => keyed(key, Self::RideOut),
            (Some("call"), Some(key), None) => keyed(key, Self::Call),
            (Some("leave"), Some(key), None) => keyed(key, Self::Leave),
            (Some("more"), Some(key), None) => keyed(key, Self::Details),
            (Some("day"), None, None) => Self::CheckIn,
            (Some("week"), None, None) => Self::Week,
            (Some("week"), Some("program"), Some(id)) => ProgramId::from_hex(id).map_or(Self::Nowhere, Self::Program),
            (Some("week"), Some("new"), None) => Self::SetUp,
            (Some("week"), Some("new"), Some(code)) => Template::from_code(code).map_or(Self::Nowhere, Self::SetUpAs),
            (Some("week"), Some("add"), None) => Self::AddSession,
            (Some("week"), Some("edit"), Some(id)) => SeriesId::from_hex(id).map_or(Self::Nowhere, Self::EditSession),
            (Some("week"), Some("calendar"), Some("in")) => Self::CalendarIn,
            (Some("week"), Some("calendar"), Some("out")) => Self::CalendarOut,
            (Some("week"), Some("calendar"), Some(id)) => {
                SeriesId::from_hex(id).map_or(Self::Nowhere, Self::CalendarOutOf)
            }
            (Some("week"), Some(series), Some(day)) => SessionKey::at(series, day).map_or(Self::Nowhere, Self::Session),
            (Some("meetings"), None, None) => Self::Meetings,
            (Some("meetings"), Some("lists"), None) => Self::MeetingLists,
            (Some("meetings"), Some("lists"), Some("add")) => Self::AddList,
            (Some("meetings"), Some("lists"), Some(id)) => {
                ListId::from_hex(id).map_or(Self::Nowhere, Self::MeetingList)
            }
            (Some("meetings"), Some(list), Some(key)) => {
                let both = ListId::from_hex(list).zip(MeetingKey::from_hex(key));
                both.map_or(Self::Nowhere, |(list, key)| Self::Meeting(list, key))
            }
            (Some("log"), None, None) => Self::Log,
            (Some("log"), Some("deleted"), None) => Self::Deleted,
            (Some("log"), Some(key), None) => keyed(key, Self::Entry),
            (Some("me"), None, None) => Self::Me,
            (Some("me"), Some("people"), None) => Self::People,
            (Some("me"), Some("people"), Some("add")) => Self::AddPerson,
            (Some("me"), Some("people"), Some("card")) => Self::Cards,
            (Some("me"), Some("people"), Some(id)) => PersonId::from_hex(id).map_or(Self::Nowhere, Self::Person),
            (Some("me"), Some("look"), None) => Self::Look,
            (Some("me"), Some("storage"), None) => Self::Storage,
            (Some("me"), Some("reminders"), None) => Self::Reminders,
            (Some("me"), Some("about"), None) => Self::About,
            _ => Self::Nowhere,
        }
    }

    /// What is drawn around the page.
    #[must_use]
    pub fn surround(self) -> Surround {
        match self {
            Self::HelpNow => Surround::Bare,
            Self::Welcome | Self::WhatNow(_) | Self::RideOut(_) | Self::Call(_) | Self::Leave(_) => Surround::Flow,
            Self::Today
            | Self::Overdose
            | Self::Details(_)
            | Self::CheckIn
            | Self::Week
            | Self::Session(_)
            | Self::Program(_)
            | Self::SetUp
            | Self::SetUpAs(_)
            | Self::AddSession
            | Self::EditSession(_)
            | Self::CalendarIn
            | Self::CalendarOut
            | Self::CalendarOutOf(_)
            | Self::Meetings
            | Self::Meeting(..)
            | Self::MeetingLists
            | Self::AddList
            | Self::MeetingList(_)
            | Self::Log
            | Self::Entry(_)
            | Self::Deleted
            | Self::Me
            | Self::People
            | Self::AddPerson
            | Self::Cards
            | Self::Person(_)
            | Self::Lines
            | Self::Look
            | Self::Storage
            | Self::Reminders
            | Self::About
            | Self::Nowhere => Surround::Tabs,
        }
    }
}
