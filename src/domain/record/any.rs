//! A record of whatever kind, for who wants to see everything: tests, exports, the tools.

use super::{EncodeError, Kind, Preamble, Read, encode, preamble, preamble_of, read};
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

/// Every kind with its type, written down once.
macro_rules! any_kind {
    ($($kind:ident($value:ty)),+ $(,)?) => {
        /// A value of any kind.
        #[allow(
            clippy::large_enum_variant,
            reason = "one at a time and gone at once: a box would cost every record an allocation"
        )]
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Record {
            $($kind($value),)+
        }

        impl Record {
            pub fn kind(&self) -> Kind {
                match self {
                    $(Record::$kind(_) => Kind::$kind,)+
                }
            }

            /// What stands before the body: version, kind and, for what happened at a time, that time.
            pub fn preamble(&self) -> Preamble {
                match self {
                    $(Record::$kind(value) => preamble_of(value),)+
                }
            }

            /// As [`encode`](super::encode).
            ///
            /// # Errors
            /// As [`encode`](super::encode).
            pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
                match self {
                    $(Record::$kind(value) => encode(value),)+
                }
            }
        }

        /// As [`read`](super::read), whatever the kind is. Never [`Read::Other`].
        pub fn read_any(bytes: &[u8]) -> Read<Record> {
            match preamble(bytes).and_then(|preamble| Kind::from_number(preamble.kind)) {
                $(Some(Kind::$kind) => read::<$value>(bytes).map(Record::$kind),)+
                None => match read::<Settings>(bytes) {
                    Read::Newer(preamble) => Read::Newer(preamble),
                    Read::Known(_) | Read::Other(_) | Read::Unreadable => Read::Unreadable,
                },
            }
        }
    };
}

any_kind! {
    Craving(Craving),
    Settings(Settings),
    Session(Session),
    Program(Program),
    Visit(Visit),
    Imported(Imported),
    Person(Person),
    Photo(Photo),
    Help(HelpChoices),
    MeetingList(MeetingList),
    CheckIn(CheckIn),
    Lapse(Lapse),
    SoberStart(SoberStart),
    SoberChoices(SoberChoices),
    StrategyRun(StrategyRun),
    StrategyChoices(StrategyChoices),
    OwnStrategy(OwnStrategy),
    Checklist(Checklist),
    ChecklistDay(ChecklistDay),
    SafetyPlan(SafetyPlan),
    Reason(Reason),
    Recording(Recording),
    Marks(Marks),
    Medication(Medication),
    Dose(Dose),
    TriggerChart(TriggerChart),
    SharingKey(SharingKey),
    Recipient(Recipient),
    Share(Share),
    FromProgram(FromProgram),
}
