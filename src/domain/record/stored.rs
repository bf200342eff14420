//! Which frozen shape each kind has, and the time it is about.

use super::v1::{
    CheckInV1, ChecklistDayV1, ChecklistV1, CravingV1, DoseV1, FromProgramV1, HelpV1, ImportedV1, LapseV1, MarksV1,
    MedicationV1, MeetingListV1, OwnStrategyV1, PersonV1, PhotoV1, ProgramV1, ReasonV1, RecipientV1, RecordingV1,
    SafetyPlanV1, SessionV1, SettingsV1, ShareV1, SharingKeyV1, SoberChoicesV1, SoberStartV1, StrategyChoicesV1,
    StrategyRunV1, TriggerChartV1, VisitV1,
};
use super::v2::{ReasonV2, SettingsV2};
use super::{EncodeError, Kind, Stored, whole, written};
use crate::check_in::CheckIn;
use crate::checklist::{Checklist, ChecklistDay};
use crate::craving::Craving;
use crate::help::HelpChoices;
use crate::imported::Imported;
use crate::lapse::Lapse;
use crate::marks::Marks;
use crate::medication::{Dose, Medication};
use crate::meeting::MeetingList;
use crate::pack::FromProgram;
use crate::person::{Person, Photo};
use crate::program::Program;
use crate::reason::Reason;
use crate::recording::Recording;
use crate::safety_plan::SafetyPlan;
use crate::session::Session;
use crate::settings::Settings;
use crate::share::{Recipient, Share, SharingKey};
use crate::sober::{SoberChoices, SoberStart};
use crate::strategy::{OwnStrategy, StrategyChoices, StrategyRun};
use crate::trigger_chart::TriggerChart;
use crate::visit::Visit;

/// Kinds that are about a time: the value, where its time is, its shape, and the way back.
macro_rules! dated {
    ($($value:ident.$at:ident as $shape:ident.$back:ident;)+) => {$(
        impl Stored for $value {
            const KIND: Kind = Kind::$value;

            fn at_utc_ms(&self) -> Option<i64> {
                Some(self.$at().utc_ms())
            }

            fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
                written(&$shape::from(self), start)
            }

            fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
                whole::<$shape>(body)?.$back(at_utc_ms?)
            }
        }
    )+};
}

/// Kinds without a day: the value, its kind, its shape, and the way back.
macro_rules! dateless {
    ($($value:ident($kind:ident) as $shape:ident.$back:ident;)+) => {$(
        impl Stored for $value {
            const KIND: Kind = Kind::$kind;

            fn at_utc_ms(&self) -> Option<i64> {
                None
            }

            fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
                written(&$shape::from(self), start)
            }

            fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
                match at_utc_ms {
                    None => whole::<$shape>(body)?.$back(),
                    Some(_) => None,
                }
            }
        }
    )+};
}

dated! {
    Craving.occurred_at as CravingV1.into_craving;
    Visit.at as VisitV1.into_visit;
    CheckIn.at as CheckInV1.into_check_in;
    Lapse.at as LapseV1.into_lapse;
    StrategyRun.at as StrategyRunV1.into_run;
    ChecklistDay.at as ChecklistDayV1.into_ticks;
    Marks.at as MarksV1.into_marks;
    Dose.at as DoseV1.into_dose;
}

dateless! {
    Session(Session) as SessionV1.into_session;
    Program(Program) as ProgramV1.into_program;
    Imported(Imported) as ImportedV1.into_imported;
    Person(Person) as PersonV1.into_person;
    Photo(Photo) as PhotoV1.into_photo;
    HelpChoices(Help) as HelpV1.into_choices;
    MeetingList(MeetingList) as MeetingListV1.into_list;
    SoberStart(SoberStart) as SoberStartV1.into_start;
    SoberChoices(SoberChoices) as SoberChoicesV1.into_choices;
    StrategyChoices(StrategyChoices) as StrategyChoicesV1.into_choices;
    OwnStrategy(OwnStrategy) as OwnStrategyV1.into_own;
    Checklist(Checklist) as ChecklistV1.into_list;
    SafetyPlan(SafetyPlan) as SafetyPlanV1.into_plan;
    Recording(Recording) as RecordingV1.into_recording;
    Medication(Medication) as MedicationV1.into_medication;
    TriggerChart(TriggerChart) as TriggerChartV1.into_chart;
    SharingKey(SharingKey) as SharingKeyV1.into_key;
    Recipient(Recipient) as RecipientV1.into_recipient;
    FromProgram(FromProgram) as FromProgramV1.into_program;
}

/// Kinds without a day that have two versions: the value, its kind, and both shapes.
macro_rules! twice {
    ($($value:ident($kind:ident) as $first:ident, $second:ident.$back:ident;)+) => {$(
        impl Stored for $value {
            const KIND: Kind = Kind::$kind;

            fn at_utc_ms(&self) -> Option<i64> {
                None
            }

            fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
                written(&$second::from(self), start)
            }

            fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
                match at_utc_ms {
                    None => whole::<$first>(body)?.$back(),
                    Some(_) => None,
                }
            }

            fn from_v2(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
                match at_utc_ms {
                    None => whole::<$second>(body)?.$back(),
                    Some(_) => None,
                }
            }
        }
    )+};
}

twice! {
    Settings(Settings) as SettingsV1, SettingsV2.into_settings;
    Reason(Reason) as ReasonV1, ReasonV2.into_reason;
}

/// It has a shape that may refuse: the consent in it is put into bytes first.
impl Stored for Share {
    const KIND: Kind = Kind::Share;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&ShareV1::try_from(self)?, start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<ShareV1>(body)?.into_share(),
            Some(_) => None,
        }
    }
}
