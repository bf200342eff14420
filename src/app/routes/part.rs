//! Which part of the program draws which page.

use super::Page;

/// A part of the program that is fetched after the first screen, with the pages it draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What stands on Today below the craving card.
    Today,
    /// What follows a craving: soon, because it is a tap away.
    Craving,
    /// The week: sessions and programs.
    Week,
    /// Calendars of others and packs of programs: taking them in, telling them; and what can remind.
    Calendars,
    /// Meetings: finding one, and the lists they come from.
    Meetings,
    /// The people one could call, and the lines in Help now.
    People,
    /// The day, and the log.
    Log,
    /// Coping strategies.
    Cope,
    /// Me, settings, the first visit.
    Me,
}

impl Part {
    /// All parts, in the order in which a first visit fetches them.
    pub const ALL: [Self; 9] = [
        Self::Today,
        Self::Craving,
        Self::Week,
        Self::People,
        Self::Log,
        Self::Cope,
        Self::Me,
        Self::Calendars,
        Self::Meetings,
    ];
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
            Self::CalendarIn
            | Self::CalendarOut
            | Self::CalendarOutOf(_)
            | Self::FromProgram
            | Self::PackIn
            | Self::Reminders => Some(Part::Calendars),
            Self::Meetings | Self::Meeting(..) | Self::MeetingLists | Self::AddList | Self::MeetingList(_) => {
                Some(Part::Meetings)
            }
            Self::Cope
            | Self::Strategy(_)
            | Self::Run(_)
            | Self::AddStrategy
            | Self::EditStrategy(_)
            | Self::SafetyPlan
            | Self::Reasons
            | Self::TriggerChart
            | Self::Checklists
            | Self::Checklist(_)
            | Self::AddChecklist
            | Self::EditChecklist(_)
            | Self::Medication
            | Self::AddMedication
            | Self::EditMedication(_) => Some(Part::Cope),
            Self::CheckIn
            | Self::CheckInOf(_)
            | Self::Lapse
            | Self::AfterLapse(_)
            | Self::LapseDetails(_)
            | Self::Sober
            | Self::AddStart
            | Self::Start(_)
            | Self::Log
            | Self::Entry(_)
            | Self::Deleted => Some(Part::Log),
            Self::Welcome
            | Self::Me
            | Self::Summary
            | Self::Send
            | Self::AddCounselor
            | Self::Counselor(_)
            | Self::Look
            | Self::Storage
            | Self::Lock
            | Self::Backup
            | Self::TakeAlong
            | Self::Forget
            | Self::About => Some(Part::Me),
        }
    }
}
