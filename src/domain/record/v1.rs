//! Version 1 of what is stored. Frozen: no field is added, removed or moved, no variant renumbered, no limit changed.
//!
//! The encoding is postcard 1: fields in order with no names, so the order of everything here is the format. Words of our
//! vocabularies are stored by their codes; a code that this build does not know is kept and written back as it was.

mod check_in;
mod checklist;
mod convert;
mod day;
mod from_program;
mod help;
mod imported;
mod lapse;
mod marks;
mod medication;
mod meeting_list;
mod person;
mod program;
mod safety;
mod session;
mod share;
mod sober;
mod strategy;
mod trigger_chart;
mod visit;

pub(super) use check_in::CheckInV1;
pub(super) use checklist::{ChecklistDayV1, ChecklistV1};
pub(super) use from_program::FromProgramV1;
pub(super) use help::HelpV1;
pub(super) use imported::ImportedV1;
pub(super) use lapse::LapseV1;
pub(super) use marks::MarksV1;
pub(super) use medication::{DoseV1, MedicationV1};
pub(super) use meeting_list::MeetingListV1;
pub(super) use person::{PersonV1, PhotoV1};
pub(super) use program::ProgramV1;
pub(super) use safety::{ReasonV1, RecordingV1, SafetyPlanV1};
use serde::{Deserialize, Serialize};
pub(super) use session::SessionV1;
pub(super) use share::{RecipientV1, ShareV1, SharingKeyV1};
pub(super) use sober::{SoberChoicesV1, SoberStartV1};
pub(super) use strategy::{OwnStrategyV1, StrategyChoicesV1, StrategyRunV1};
pub(super) use trigger_chart::TriggerChartV1;
pub(super) use visit::VisitV1;

/// Kind 1. The instant is in the preamble and not repeated here.
#[derive(Serialize, Deserialize)]
pub(super) struct CravingV1 {
    /// Local minus UTC, −1080 to 1080.
    pub(super) offset_minutes: i16,
    /// IANA name, 1 to 64 visible ASCII characters.
    pub(super) zone: String,
    /// 0 to 10.
    pub(super) intensity: u8,
    /// At most 32.
    pub(super) triggers: Vec<ChipV1>,
    pub(super) place: Option<ChipV1>,
    /// At most 16.
    pub(super) company: Vec<ChipV1>,
    pub(super) substance: Option<ChipV1>,
    /// At most 20,000 characters.
    pub(super) note: Option<String>,
    /// At most 64.
    pub(super) actions: Vec<ActionV1>,
    pub(super) after: Option<RatingV1>,
    pub(super) ride_out: Option<RideOutV1>,
}

/// Kind 2.
#[derive(Serialize, Deserialize)]
pub(super) struct SettingsV1 {
    pub(super) appearance: String,
    /// None: as the device has it.
    pub(super) language: Option<String>,
    /// 0 to 10.
    pub(super) act_from: u8,
    pub(super) welcomed: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) enum ChipV1 {
    /// A code of ours, known to this build or not.
    Code(String),
    /// The person's own word, at most 80 characters.
    Own(String),
}

#[derive(Serialize, Deserialize)]
pub(super) struct ActionV1 {
    pub(super) kind: String,
    pub(super) at_utc_ms: i64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RatingV1 {
    /// 0 to 10.
    pub(super) intensity: u8,
    pub(super) at_utc_ms: i64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RideOutV1 {
    /// 0 to 180, and 180 exactly when finished.
    pub(super) elapsed_s: u16,
    pub(super) state: RideOutStateV1,
}

#[derive(Serialize, Deserialize)]
pub(super) enum RideOutStateV1 {
    Running { since_utc_ms: i64 },
    Left,
    Finished,
}
