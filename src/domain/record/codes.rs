//! Everything a record holds, for who writes all of it down (the exports): words by their stored codes, also those that a newer build
//! offered and this one cannot name, and the lists that a screen never needs whole.

use crate::action::ActionTaken;
use crate::check_in::CheckIn;
use crate::checklist::Checklist;
use crate::code::{Coded, Kept};
use crate::help::HelpChoices;
use crate::imported::Listed;
use crate::medication::Dose;
use crate::meeting::MeetingList;
use crate::person::{Person, ReachUses};
use crate::program::{Phase, Program};
use crate::safety_plan::{PlanLine, SafetyPlan};
use crate::session::About;
use crate::settings::Settings;
use crate::share::Consent;
use crate::sober::SoberChoices;
use crate::strategy::{OwnStrategy, StepTimer, StrategyChoices, StrategyKey};
use crate::trigger::Trigger;
use crate::trigger_chart::TriggerChart;
use crate::visit::Visit;
use chrono::NaiveDate;

fn code<T: Coded>(word: Option<&Kept<T>>) -> Option<&str> {
    word.map(Kept::code)
}

impl ActionTaken {
    /// The stored code of what was done.
    pub fn code(&self) -> &str {
        self.kind.code()
    }
}

impl About {
    /// The stored code of its kind.
    pub fn kind_code(&self) -> &str {
        self.kind.code()
    }
}

impl CheckIn {
    /// The stored code of whether something was used.
    pub fn used_code(&self) -> Option<&str> {
        code(self.used.as_ref())
    }

    /// The stored code of the mood.
    pub fn mood_code(&self) -> Option<&str> {
        code(self.mood.as_ref())
    }

    /// The stored code of the night.
    pub fn sleep_code(&self) -> Option<&str> {
        code(self.sleep.as_ref())
    }

    /// The stored code of whether medication was taken.
    pub fn medication_code(&self) -> Option<&str> {
        code(self.medication.as_ref())
    }

    /// The stored codes of its needs, each once.
    pub fn need_codes(&self) -> impl Iterator<Item = &str> {
        self.needs.iter().map(Kept::code)
    }
}

impl Checklist {
    /// The stored code of what it is for.
    pub fn use_code(&self) -> &str {
        self.list_use.code()
    }
}

impl Consent {
    /// The stored code of how it is taken back.
    pub fn revoke_code(&self) -> &str {
        self.revoke.code()
    }

    /// The stored code of the language in which it was agreed to.
    pub fn language_code(&self) -> &str {
        self.language.code()
    }
}

impl Dose {
    /// The stored code of what became of it.
    pub fn told_code(&self) -> Option<&str> {
        code(self.told.as_ref())
    }
}

impl HelpChoices {
    /// The stored codes of the crisis lines that are hidden.
    pub fn hidden_codes(&self) -> impl Iterator<Item = &str> {
        self.hidden.iter().map(Kept::code)
    }

    /// Whether the app may not ask for somebody to call.
    pub fn never_asks(&self) -> bool {
        self.never_ask
    }
}

impl Listed {
    /// The stored code of what the calendar says about it.
    pub fn standing_code(&self) -> &str {
        self.standing.code()
    }
}

impl MeetingList {
    /// The stored code of whose meetings they are.
    pub fn fellowship_code(&self) -> &str {
        self.fellowship.code()
    }

    /// The stored code of when it is read again.
    pub fn refresh_code(&self) -> &str {
        self.refresh.code()
    }
}

impl OwnStrategy {
    /// The stored codes of what it is for, each once.
    pub fn need_codes(&self) -> impl Iterator<Item = &str> {
        self.needs.iter().map(Kept::code)
    }
}

impl Person {
    /// The stored code of what they are to the person.
    pub fn role_code(&self) -> &str {
        self.role.code()
    }
}

impl ReachUses {
    /// The stored code of what a number is good for.
    pub fn code(&self) -> &str {
        self.0.code()
    }
}

impl Phase {
    /// The stored code of what it is for.
    pub fn kind_code(&self) -> &str {
        self.kind.code()
    }
}

impl Program {
    /// The stored code of the template it was made from.
    pub fn shape_code(&self) -> Option<&str> {
        code(self.shape.as_ref())
    }
}

impl PlanLine {
    /// The stored code of the part that it stands in.
    pub fn part_code(&self) -> &str {
        self.part.code()
    }

    /// The days on which this sign was noticed, the earliest first.
    pub fn noticed_on(&self) -> &[NaiveDate] {
        &self.noticed
    }
}

impl SafetyPlan {
    /// All lines of all parts, in the order in which they were written.
    pub fn lines(&self) -> &[PlanLine] {
        &self.lines
    }
}

impl Settings {
    /// The stored code of light or dark.
    pub fn appearance_code(&self) -> &str {
        self.appearance.code()
    }

    /// The stored code of the language; None: as the device has it.
    pub fn language_code(&self) -> Option<&str> {
        code(self.language.as_ref())
    }
}

impl SoberChoices {
    /// The stored codes of truths and of where each is told, as far as something was chosen.
    pub fn chosen(&self) -> impl Iterator<Item = (&str, &str)> {
        self.told.iter().map(|(truth, told)| (truth.code(), told.code()))
    }
}

impl StepTimer {
    /// Seconds counted up to the last start, leave or resume.
    pub fn counted_s(self) -> u16 {
        self.elapsed_s
    }

    /// Since when it runs, in milliseconds since 1970 in UTC; None while it is put aside.
    pub fn since_utc_ms(self) -> Option<i64> {
        self.since_utc_ms
    }
}

impl StrategyChoices {
    /// Each once.
    pub fn favourites(&self) -> &[StrategyKey] {
        &self.favourites
    }

    /// Each once.
    pub fn hidden(&self) -> &[StrategyKey] {
        &self.hidden
    }
}

impl TriggerChart {
    /// Every trigger that was sorted, with the stored code of where it stands.
    pub fn placed(&self) -> impl Iterator<Item = (&Trigger, &str)> {
        self.placed.iter().map(|(trigger, risk)| (trigger, risk.code()))
    }
}

impl Visit {
    /// The stored code of whether somebody was there.
    pub fn attendance_code(&self) -> Option<&str> {
        code(self.attendance.as_ref())
    }
}
