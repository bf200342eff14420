//! The screens, one file each. A page reads the journal, hands values to components of `ui`, and calls commands; rules live below.

mod about;
mod arriving;
mod backup;
mod calendar_in;
mod calendar_out;
mod call;
mod calling;
mod calls;
mod changing;
mod check_in;
mod checklists;
mod chosen;
mod codes;
mod cope;
mod counselor;
mod deleted;
mod deleting;
mod details;
mod entry;
mod forget;
mod found;
mod from_program;
mod help_now;
mod install;
mod lapse;
mod leave;
mod lock;
pub mod locked;
pub mod log;
mod look;
mod marks;
mod me;
mod medication;
mod meeting;
mod meeting_lists;
mod meetings;
mod minutes;
mod new_passphrase;
pub mod not_opened;
mod nowhere;
mod occasion;
mod overdose;
mod own_lines;
mod pack_in;
mod people;
mod pick_picture;
mod plan;
mod program;
mod rate_again;
mod reminders;
mod ride_out;
mod safety;
mod saving;
mod screens;
mod send;
mod session;
mod set_up;
mod sober;
mod stages;
mod steps;
mod storage;
pub mod summary;
mod take_along;
mod today;
mod trigger_chart;
mod week;
mod welcome;
mod what_now;
mod writing;

pub use help_now::HelpNow;
use leptos::prelude::*;

use crate::routes::Page;
use crate::state::App;

/// Where a sheet, which lies over the bar with Help now, leads for help.
pub fn sheet_help(app: App) -> (String, &'static str) {
    (Page::HelpNow.path(), app.text().common().help_now)
}

/// The page at an address. One whose part of the program is not here yet is drawn when it arrives.
pub fn draw(app: App, page: Page) -> AnyView {
    if let Some(part) = page.part() {
        return view! { <arriving::Arriving app=app page=page part=part /> }.into_any();
    }
    match page {
        Page::Today => view! { <today::Today app=app /> }.into_any(),
        Page::HelpNow => view! { <HelpNow app=app is_shown=ui::Memo::new(|_| true) /> }.into_any(),
        Page::Overdose => view! { <overdose::Overdose app=app /> }.into_any(),
        _ => view! { <nowhere::Nowhere app=app /> }.into_any(),
    }
}

/// What stands on Today above the craving card.
pub fn draw_next(app: App) -> AnyView {
    view! { <today::NextLine app=app /> }.into_any()
}

/// What stands on Today below the craving card.
pub fn draw_today(app: App) -> AnyView {
    view! { <today::Below app=app /> }.into_any()
}

/// The pages after a craving.
pub fn draw_craving(app: App, page: Page) -> AnyView {
    match page {
        Page::WhatNow(key) => view! { <what_now::WhatNow app=app key=key /> }.into_any(),
        Page::RideOut(key) => view! { <ride_out::RideOut app=app key=key /> }.into_any(),
        Page::Call(key) => view! { <call::Call app=app key=key /> }.into_any(),
        Page::Leave(key) => view! { <leave::Leave app=app key=key /> }.into_any(),
        Page::Details(key) => view! { <details::Details app=app key=key /> }.into_any(),
        _ => ().into_any(),
    }
}

/// The week: seven days, a session, the program, and setting them up.
pub fn draw_week(app: App, page: Page) -> AnyView {
    match page {
        Page::Week => view! { <week::Week app=app /> }.into_any(),
        Page::Session(key) => view! { <session::Session app=app key=key /> }.into_any(),
        Page::Program(id) => view! { <program::Program app=app id=id /> }.into_any(),
        Page::SetUp => view! { <set_up::SetUp app=app /> }.into_any(),
        Page::SetUpAs(template) => view! { <set_up::SetUpAs app=app template=template /> }.into_any(),
        Page::AddSession => view! { <plan::AddSession app=app /> }.into_any(),
        Page::EditSession(id) => view! { <plan::EditSession app=app id=id /> }.into_any(),
        _ => ().into_any(),
    }
}

/// Calendars of others, and what can remind.
pub fn draw_calendars(app: App, page: Page) -> AnyView {
    match page {
        Page::CalendarIn => view! { <calendar_in::CalendarIn app=app /> }.into_any(),
        Page::CalendarOut => view! { <calendar_out::CalendarOut app=app only=None /> }.into_any(),
        Page::CalendarOutOf(id) => view! { <calendar_out::CalendarOut app=app only=Some(id) /> }.into_any(),
        Page::Reminders => view! { <reminders::Reminders app=app /> }.into_any(),
        Page::FromProgram => view! { <from_program::FromProgram app=app /> }.into_any(),
        Page::PackIn => view! { <pack_in::PackIn app=app /> }.into_any(),
        _ => ().into_any(),
    }
}

/// The people one could call, and which lines Help now shows.
pub fn draw_people(app: App, page: Page) -> AnyView {
    match page {
        Page::People => view! { <people::People app=app /> }.into_any(),
        Page::AddPerson => view! { <people::AddPerson app=app /> }.into_any(),
        Page::Cards => view! { <people::Cards app=app /> }.into_any(),
        Page::Person(id) => view! { <people::OnePerson app=app id=id /> }.into_any(),
        Page::Lines => view! { <people::Lines app=app /> }.into_any(),
        _ => ().into_any(),
    }
}

/// Meetings and the lists they come from.
pub fn draw_meetings(app: App, page: Page) -> AnyView {
    match page {
        Page::Meetings => view! { <meetings::Meetings app=app /> }.into_any(),
        Page::Meeting(list, key) => view! { <meeting::Meeting app=app list=list key=key /> }.into_any(),
        Page::MeetingLists => view! { <meeting_lists::MeetingLists app=app /> }.into_any(),
        Page::AddList => view! { <meeting_lists::add::AddList app=app /> }.into_any(),
        Page::MeetingList(id) => view! { <meeting_lists::list::MeetingList app=app id=id /> }.into_any(),
        _ => ().into_any(),
    }
}

/// How a day was; the log and what it leads to.
pub fn draw_log(app: App, page: Page) -> AnyView {
    match page {
        Page::CheckIn => view! { <check_in::CheckInPage app=app about=None /> }.into_any(),
        Page::CheckInOf(day) => view! { <check_in::CheckInPage app=app about=Some(day) /> }.into_any(),
        Page::Lapse => view! { <lapse::Lapse app=app /> }.into_any(),
        Page::AfterLapse(key) => view! { <lapse::AfterLapse app=app key=key /> }.into_any(),
        Page::LapseDetails(key) => view! { <lapse::LapseDetails app=app key=key /> }.into_any(),
        Page::Sober => view! { <sober::Sober app=app /> }.into_any(),
        Page::AddStart => view! { <sober::Start app=app id=None /> }.into_any(),
        Page::Start(id) => view! { <sober::Start app=app id=Some(id) /> }.into_any(),
        Page::Log => view! { <log::Log app=app /> }.into_any(),
        Page::Entry(key) => view! { <entry::Entry app=app key=key /> }.into_any(),
        Page::Deleted => view! { <deleted::Deleted app=app /> }.into_any(),
        _ => ().into_any(),
    }
}

/// What helps in a hard hour, prepared on a better day: strategies, plan, reasons, lists, medication.
pub fn draw_cope(app: App, page: Page) -> AnyView {
    match page {
        Page::Cope => view! { <cope::Cope app=app /> }.into_any(),
        Page::Strategy(mark) => view! { <cope::OneStrategy app=app mark=mark /> }.into_any(),
        Page::Run(key) => view! { <cope::Run app=app key=key /> }.into_any(),
        Page::AddStrategy => view! { <cope::OwnForm app=app id=None /> }.into_any(),
        Page::EditStrategy(id) => view! { <cope::OwnForm app=app id=Some(id) /> }.into_any(),
        Page::SafetyPlan => view! { <safety::Plan app=app /> }.into_any(),
        Page::Reasons => view! { <safety::Reasons app=app /> }.into_any(),
        Page::TriggerChart => view! { <trigger_chart::Chart app=app /> }.into_any(),
        Page::Checklists => view! { <checklists::Checklists app=app /> }.into_any(),
        Page::Checklist(id) => view! { <checklists::OneChecklist app=app id=id /> }.into_any(),
        Page::AddChecklist => view! { <checklists::ChecklistForm app=app id=None /> }.into_any(),
        Page::EditChecklist(id) => view! { <checklists::ChecklistForm app=app id=Some(id) /> }.into_any(),
        Page::Medication => view! { <medication::AllMedication app=app /> }.into_any(),
        Page::AddMedication => view! { <medication::MedicationForm app=app id=None /> }.into_any(),
        Page::EditMedication(id) => view! { <medication::MedicationForm app=app id=Some(id) /> }.into_any(),
        _ => ().into_any(),
    }
}

/// Me, its settings, and the first visit.
pub fn draw_me(app: App, page: Page) -> AnyView {
    match page {
        Page::Welcome => view! { <welcome::Welcome app=app /> }.into_any(),
        Page::Me => view! { <me::Me app=app /> }.into_any(),
        Page::Look => view! { <look::Look app=app /> }.into_any(),
        Page::Storage => view! { <storage::Storage app=app /> }.into_any(),
        Page::Lock => view! { <lock::Lock app=app /> }.into_any(),
        Page::Summary => view! { <summary::Summary app=app /> }.into_any(),
        Page::Send => view! { <send::Send app=app /> }.into_any(),
        Page::AddCounselor => view! { <counselor::Counselor app=app id=None /> }.into_any(),
        Page::Counselor(id) => view! { <counselor::Counselor app=app id=Some(id) /> }.into_any(),
        Page::Backup => view! { <backup::Backup app=app /> }.into_any(),
        Page::TakeAlong => view! { <take_along::TakeAlong app=app /> }.into_any(),
        Page::Forget => view! { <forget::Forget app=app /> }.into_any(),
        Page::About => view! { <about::About app=app /> }.into_any(),
        _ => ().into_any(),
    }
}
