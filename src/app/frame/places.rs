//! Where each page belongs: its tab, the page above it, and what it is called.

use crate::routes::Page;
use crate::state::App;

/// The tab a page belongs to.
pub(super) fn tab_of(page: Page) -> Page {
    match page {
        Page::Today
        | Page::Welcome
        | Page::WhatNow(_)
        | Page::RideOut(_)
        | Page::Call(_)
        | Page::Leave(_)
        | Page::Details(_)
        | Page::CheckIn
        | Page::CheckInOf(_)
        | Page::Lapse
        | Page::AfterLapse(_)
        | Page::LapseDetails(_)
        | Page::Log
        | Page::Entry(_)
        | Page::Deleted => Page::Today,
        Page::Week
        | Page::Session(_)
        | Page::Program(_)
        | Page::SetUp
        | Page::SetUpAs(_)
        | Page::AddSession
        | Page::EditSession(_)
        | Page::CalendarIn
        | Page::CalendarOut
        | Page::CalendarOutOf(_)
        | Page::FromProgram
        | Page::PackIn
        | Page::Meetings
        | Page::Meeting(..)
        | Page::MeetingLists
        | Page::AddList
        | Page::MeetingList(_) => Page::Week,
        Page::Cope
        | Page::Strategy(_)
        | Page::Run(_)
        | Page::AddStrategy
        | Page::EditStrategy(_)
        | Page::SafetyPlan
        | Page::Reasons
        | Page::TriggerChart
        | Page::Checklists
        | Page::Checklist(_)
        | Page::AddChecklist
        | Page::EditChecklist(_) => Page::Cope,
        Page::Me
        | Page::Sober
        | Page::AddStart
        | Page::Start(_)
        | Page::Medication
        | Page::AddMedication
        | Page::EditMedication(_)
        | Page::People
        | Page::AddPerson
        | Page::Cards
        | Page::Person(_)
        | Page::Look
        | Page::Storage
        | Page::Lock
        | Page::Summary
        | Page::Send
        | Page::AddCounselor
        | Page::Counselor(_)
        | Page::Backup
        | Page::TakeAlong
        | Page::Forget
        | Page::Reminders
        | Page::About => Page::Me,
        Page::HelpNow | Page::Overdose | Page::Lines => Page::HelpNow,
        Page::Nowhere => Page::Nowhere,
    }
}

/// Where "back" leads: up, not to whatever was seen before.
pub(super) fn above(page: Page) -> Option<Page> {
    match page {
        Page::Today | Page::Week | Page::Cope | Page::Me | Page::Nowhere => None,
        Page::Strategy(_)
        | Page::Run(_)
        | Page::AddStrategy
        | Page::EditStrategy(_)
        | Page::SafetyPlan
        | Page::Reasons
        | Page::TriggerChart
        | Page::Checklists => Some(Page::Cope),
        Page::Checklist(_) | Page::AddChecklist => Some(Page::Checklists),
        Page::EditChecklist(id) => Some(Page::Checklist(id)),
        Page::AddMedication | Page::EditMedication(_) => Some(Page::Medication),
        Page::Session(_)
        | Page::Program(_)
        | Page::SetUp
        | Page::AddSession
        | Page::EditSession(_)
        | Page::CalendarIn
        | Page::CalendarOut
        | Page::CalendarOutOf(_)
        | Page::FromProgram
        | Page::PackIn
        | Page::Meetings => Some(Page::Week),
        Page::Meeting(..) | Page::MeetingLists => Some(Page::Meetings),
        Page::AddList | Page::MeetingList(_) => Some(Page::MeetingLists),
        Page::SetUpAs(_) => Some(Page::SetUp),
        Page::Welcome
        | Page::WhatNow(_)
        | Page::CheckIn
        | Page::CheckInOf(_)
        | Page::Lapse
        | Page::AfterLapse(_)
        | Page::Log
        | Page::HelpNow
        | Page::Details(_) => Some(Page::Today),
        Page::LapseDetails(key) => Some(Page::Entry(key)),
        Page::AddStart | Page::Start(_) => Some(Page::Sober),
        Page::RideOut(key) | Page::Call(key) | Page::Leave(key) => Some(Page::WhatNow(key)),
        Page::Entry(_) | Page::Deleted => Some(Page::Log),
        Page::Sober
        | Page::Medication
        | Page::People
        | Page::Look
        | Page::Storage
        | Page::Lock
        | Page::Summary
        | Page::Backup
        | Page::TakeAlong
        | Page::Reminders
        | Page::About => Some(Page::Me),
        Page::AddPerson | Page::Cards | Page::Person(_) => Some(Page::People),
        Page::Overdose | Page::Lines => Some(Page::HelpNow),
        Page::Forget => Some(Page::Storage),
        Page::Send => Some(Page::Summary),
        Page::AddCounselor | Page::Counselor(_) => Some(Page::Send),
    }
}

/// What a page is called.
pub fn title(app: App, page: Page) -> &'static str {
    let text = app.text();
    match page {
        // As in the static shell: the greeting is longer, and would move the card in large text.
        Page::Today | Page::Welcome => text.common().today,
        Page::WhatNow(_) => text.titles().what_now,
        Page::RideOut(_) => text.titles().ride_it_out,
        Page::Call(_) => text.titles().call,
        Page::Leave(_) => text.titles().leave,
        Page::Details(_) => text.titles().details,
        Page::CheckIn | Page::CheckInOf(_) => text.titles().check_in,
        Page::Lapse => text.titles().lapse,
        Page::AfterLapse(_) => text.titles().after_lapse,
        Page::LapseDetails(_) => text.titles().lapse_details,
        Page::Sober => text.titles().sober,
        Page::Cope => text.common().cope,
        Page::Strategy(_) | Page::Run(_) => text.titles().strategy,
        Page::AddStrategy | Page::EditStrategy(_) => text.titles().own_strategy,
        Page::SafetyPlan => text.titles().safety_plan,
        Page::Reasons => text.titles().reasons,
        Page::TriggerChart => text.titles().trigger_chart,
        Page::Checklists => text.titles().checklists,
        Page::Checklist(_) | Page::AddChecklist | Page::EditChecklist(_) => text.titles().checklist,
        Page::Medication => text.titles().medication,
        Page::AddMedication | Page::EditMedication(_) => text.titles().one_medication,
        Page::AddStart | Page::Start(_) => text.titles().start,
        Page::Week => text.titles().week,
        Page::Session(_) => text.titles().session,
        Page::Program(_) => text.titles().program,
        Page::SetUp | Page::SetUpAs(_) => text.titles().set_up,
        Page::AddSession => text.titles().add_session,
        Page::EditSession(_) => text.titles().edit_session,
        Page::CalendarIn => text.titles().calendar_in,
        Page::CalendarOut | Page::CalendarOutOf(_) => text.titles().calendar_out,
        Page::FromProgram => text.titles().from_program,
        Page::PackIn => text.titles().pack_in,
        Page::Meetings => text.titles().meetings,
        Page::Meeting(..) => text.titles().meeting,
        Page::MeetingLists | Page::MeetingList(_) => text.titles().meeting_lists,
        Page::AddList => text.titles().add_list,
        Page::Log => text.titles().log,
        Page::Entry(_) => text.titles().entry,
        Page::Deleted => text.titles().deleted,
        Page::HelpNow => text.common().help_now,
        Page::Overdose => text.titles().overdose,
        Page::Me => text.common().me,
        Page::People => text.titles().people,
        Page::AddPerson => text.titles().add_person,
        Page::Cards => text.titles().cards,
        Page::Person(_) => text.titles().person,
        Page::Lines => text.titles().lines,
        Page::Look => text.titles().look,
        Page::Storage => text.titles().storage,
        Page::Lock => text.titles().lock,
        Page::Summary => text.titles().summary,
        Page::Send => text.titles().send,
        Page::AddCounselor => text.titles().add_counselor,
        Page::Counselor(_) => text.titles().counselor,
        Page::Backup => text.titles().backup,
        Page::TakeAlong => text.titles().take_along,
        Page::Forget => text.titles().forget,
        Page::Reminders => text.titles().reminders,
        Page::About => text.titles().about,
        Page::Nowhere => text.common().app,
    }
}
