//! Every address of the app, as one enum. Addresses stay in the browser's history, so they say nothing: no word about what an entry
//! is, and of its id only the random half.

mod dates;
mod part;
mod surround;

use chrono::NaiveDate;
use domain::medication::MedicationId;
use domain::meeting::{ListId, MeetingKey};
use domain::share::RecipientId;
use domain::sober::StartId;
use domain::strategy::OwnStrategyId;
use domain::{ChecklistId, PersonId, ProgramId, SeriesId, Template};
use engine::EntryKey;

pub use dates::SessionKey;
use dates::{day_of, number_of};
pub use part::Part;
pub use surround::Surround;

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
    /// How today was.
    CheckIn,
    /// How another day was.
    CheckInOf(NaiveDate),
    /// Telling that something was used.
    Lapse,
    /// What helps right after it.
    AfterLapse(EntryKey),
    /// What was used, how much, when, and what happened.
    LapseDetails(EntryKey),
    /// Sober time.
    Sober,
    /// From when it is counted.
    AddStart,
    /// Moving a start, or taking it away.
    Start(StartId),
    /// What to do when it is bad.
    Cope,
    /// One strategy, by the mark of its name: the name would say what it is for.
    Strategy([u8; 8]),
    /// Doing one, step by step.
    Run(EntryKey),
    /// One of one's own.
    AddStrategy,
    EditStrategy(OwnStrategyId),
    /// What one wants to know when it is bad, written on a better day.
    SafetyPlan,
    Reasons,
    /// What is safe, and what is not.
    TriggerChart,
    /// Lists of one's own.
    Checklists,
    Checklist(ChecklistId),
    AddChecklist,
    EditChecklist(ChecklistId),
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
    /// What a program handed over: goals, homework.
    FromProgram,
    /// Bringing such a pack in.
    PackIn,
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
    /// What there is to take.
    Medication,
    AddMedication,
    EditMedication(MedicationId),
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
    /// What has to be typed before anything is shown.
    Lock,
    /// One page about some days, for the counselor.
    Summary,
    /// Handing it over, and what was handed over.
    Send,
    AddCounselor,
    /// A counselor and their key.
    Counselor(RecipientId),
    /// One sealed file with everything in it, and the way back.
    Backup,
    TakeAlong,
    /// Deleting everything.
    Forget,
    /// What can remind on this device, and what cannot.
    Reminders,
    About,
    /// No such address.
    Nowhere,
}

impl Page {
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
            Self::CheckInOf(day) => format!("/day/{:x}", number_of(day)),
            Self::Lapse => "/told".to_owned(),
            Self::AfterLapse(key) => format!("/then/{}", key.to_hex()),
            Self::LapseDetails(key) => format!("/told/{}", key.to_hex()),
            Self::Sober => "/since".to_owned(),
            Self::AddStart => "/since/add".to_owned(),
            Self::Start(id) => format!("/since/{}", id.to_hex()),
            Self::Cope => "/cope".to_owned(),
            Self::Strategy(mark) => format!("/cope/{:016x}", u64::from_be_bytes(mark)),
            Self::Run(key) => format!("/step/{}", key.to_hex()),
            Self::AddStrategy => "/cope/add".to_owned(),
            Self::EditStrategy(id) => format!("/cope/add/{}", id.to_hex()),
            Self::SafetyPlan => "/cope/six".to_owned(),
            Self::Reasons => "/cope/why".to_owned(),
            Self::TriggerChart => "/cope/sort".to_owned(),
            Self::Checklists => "/lists".to_owned(),
            Self::Checklist(id) => format!("/lists/{}", id.to_hex()),
            Self::AddChecklist => "/lists/add".to_owned(),
            Self::EditChecklist(id) => format!("/lists/edit/{}", id.to_hex()),
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
            Self::FromProgram => "/week/given".to_owned(),
            Self::PackIn => "/week/given/in".to_owned(),
            Self::Meetings => "/meetings".to_owned(),
            Self::Meeting(list, key) => format!("/meetings/{}/{}", list.to_hex(), key.to_hex()),
            Self::MeetingLists => "/meetings/lists".to_owned(),
            Self::AddList => "/meetings/lists/add".to_owned(),
            Self::MeetingList(id) => format!("/meetings/lists/{}", id.to_hex()),
            Self::Log => "/log".to_owned(),
            Self::Entry(key) => format!("/log/{}", key.to_hex()),
            Self::Deleted => "/log/deleted".to_owned(),
            Self::Me => "/me".to_owned(),
            Self::Medication => "/me/daily".to_owned(),
            Self::AddMedication => "/me/daily/add".to_owned(),
            Self::EditMedication(id) => format!("/me/daily/{}", id.to_hex()),
            Self::People => "/me/people".to_owned(),
            Self::AddPerson => "/me/people/add".to_owned(),
            Self::Cards => "/me/people/card".to_owned(),
            Self::Person(id) => format!("/me/people/{}", id.to_hex()),
            Self::Lines => "/help/lines".to_owned(),
            Self::Look => "/me/look".to_owned(),
            Self::Storage => "/me/storage".to_owned(),
            Self::Lock => "/me/key".to_owned(),
            Self::Summary => "/me/page".to_owned(),
            Self::Send => "/me/out".to_owned(),
            Self::AddCounselor => "/me/out/add".to_owned(),
            Self::Counselor(id) => format!("/me/out/{}", id.to_hex()),
            Self::Backup => "/me/copy".to_owned(),
            Self::TakeAlong => "/me/take".to_owned(),
            Self::Forget => "/me/end".to_owned(),
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
            (Some("day"), Some(day), None) => day_of(day).map_or(Self::Nowhere, Self::CheckInOf),
            (Some("told"), None, None) => Self::Lapse,
            (Some("told"), Some(key), None) => keyed(key, Self::LapseDetails),
            (Some("then"), Some(key), None) => keyed(key, Self::AfterLapse),
            (Some("since"), None, None) => Self::Sober,
            (Some("since"), Some("add"), None) => Self::AddStart,
            (Some("since"), Some(id), None) => StartId::from_hex(id).map_or(Self::Nowhere, Self::Start),
            (Some("cope"), None, None) => Self::Cope,
            (Some("cope"), Some("add"), None) => Self::AddStrategy,
            (Some("cope"), Some("add"), Some(id)) => {
                OwnStrategyId::from_hex(id).map_or(Self::Nowhere, Self::EditStrategy)
            }
            (Some("cope"), Some("six"), None) => Self::SafetyPlan,
            (Some("cope"), Some("why"), None) => Self::Reasons,
            (Some("cope"), Some("sort"), None) => Self::TriggerChart,
            (Some("lists"), None, None) => Self::Checklists,
            (Some("lists"), Some("add"), None) => Self::AddChecklist,
            (Some("lists"), Some("edit"), Some(id)) => {
                ChecklistId::from_hex(id).map_or(Self::Nowhere, Self::EditChecklist)
            }
            (Some("lists"), Some(id), None) => ChecklistId::from_hex(id).map_or(Self::Nowhere, Self::Checklist),
            (Some("cope"), Some(mark), None) => {
                SeriesId::from_hex(mark).map_or(Self::Nowhere, |mark| Self::Strategy(mark.bytes()))
            }
            (Some("step"), Some(key), None) => keyed(key, Self::Run),
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
            (Some("week"), Some("given"), None) => Self::FromProgram,
            (Some("week"), Some("given"), Some("in")) => Self::PackIn,
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
            (Some("me"), Some("daily"), None) => Self::Medication,
            (Some("me"), Some("daily"), Some("add")) => Self::AddMedication,
            (Some("me"), Some("daily"), Some(id)) => {
                MedicationId::from_hex(id).map_or(Self::Nowhere, Self::EditMedication)
            }
            (Some("me"), Some("people"), None) => Self::People,
            (Some("me"), Some("people"), Some("add")) => Self::AddPerson,
            (Some("me"), Some("people"), Some("card")) => Self::Cards,
            (Some("me"), Some("people"), Some(id)) => PersonId::from_hex(id).map_or(Self::Nowhere, Self::Person),
            (Some("me"), Some("look"), None) => Self::Look,
            (Some("me"), Some("storage"), None) => Self::Storage,
            (Some("me"), Some("key"), None) => Self::Lock,
            (Some("me"), Some("page"), None) => Self::Summary,
            (Some("me"), Some("out"), None) => Self::Send,
            (Some("me"), Some("out"), Some("add")) => Self::AddCounselor,
            (Some("me"), Some("out"), Some(id)) => RecipientId::from_hex(id).map_or(Self::Nowhere, Self::Counselor),
            (Some("me"), Some("copy"), None) => Self::Backup,
            (Some("me"), Some("take"), None) => Self::TakeAlong,
            (Some("me"), Some("end"), None) => Self::Forget,
            (Some("me"), Some("reminders"), None) => Self::Reminders,
            (Some("me"), Some("about"), None) => Self::About,
            _ => Self::Nowhere,
        }
    }
}
