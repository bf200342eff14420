//! What is drawn around which page.

use super::Page;

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

impl Page {
    /// What is drawn around the page.
    #[must_use]
    pub fn surround(self) -> Surround {
        match self {
            Self::HelpNow => Surround::Bare,
            Self::Welcome
            | Self::WhatNow(_)
            | Self::RideOut(_)
            | Self::Call(_)
            | Self::Leave(_)
            | Self::AfterLapse(_)
            | Self::Run(_) => Surround::Flow,
            Self::Today
            | Self::Overdose
            | Self::Details(_)
            | Self::CheckIn
            | Self::CheckInOf(_)
            | Self::Lapse
            | Self::LapseDetails(_)
            | Self::Sober
            | Self::AddStart
            | Self::Start(_)
            | Self::Cope
            | Self::Strategy(_)
            | Self::AddStrategy
            | Self::EditStrategy(_)
            | Self::SafetyPlan
            | Self::Reasons
            | Self::TriggerChart
            | Self::Checklists
            | Self::Checklist(_)
            | Self::AddChecklist
            | Self::EditChecklist(_)
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
            | Self::FromProgram
            | Self::PackIn
            | Self::Meetings
            | Self::Meeting(..)
            | Self::MeetingLists
            | Self::AddList
            | Self::MeetingList(_)
            | Self::Log
            | Self::Entry(_)
            | Self::Deleted
            | Self::Me
            | Self::Medication
            | Self::AddMedication
            | Self::EditMedication(_)
            | Self::People
            | Self::AddPerson
            | Self::Cards
            | Self::Person(_)
            | Self::Lines
            | Self::Look
            | Self::Storage
            | Self::Lock
            | Self::Summary
            | Self::Send
            | Self::AddCounselor
            | Self::Counselor(_)
            | Self::Backup
            | Self::TakeAlong
            | Self::Forget
            | Self::Reminders
            | Self::About
            | Self::Nowhere => Surround::Tabs,
        }
    }
}
