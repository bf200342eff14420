//! The words of the care setting, as types: what a person logs, when it happened, what they did, how it went on.
//!
//! The domain is pure. Time, zone and language are parameters; there is no clock, no randomness, no storage and no
//! browser in here. What a person wrote is never printed: `Debug` names the field, never the value. What is stored
//! lives in [`record`], apart from the types that the rest of the program uses; what is handed over as a page in
//! `summary/wire` and `share/wire`, what a counselor hands to a phone in `pack/wire`. Only there is serde allowed.

mod action;
mod alarm;
mod check_in;
mod checklist;
mod chip;
mod civil;
mod code;
mod company;
mod contact;
mod craving;
mod crisis;
mod edit;
mod fold;
mod help;
mod history;
mod imported;
mod intensity;
mod lapse;
mod marks;
pub mod medication;
pub mod meeting;
mod milestones;
mod moment;
mod name;
pub mod pack;
mod person;
mod place;
mod plan_error;
mod program;
mod reason;
mod recent;
pub mod record;
mod recording;
mod ride_out;
mod safety_plan;
mod search;
mod session;
mod settings;
pub mod share;
mod slot;
pub mod sober;
mod source;
pub mod strategy;
mod substance;
pub mod summary;
mod template;
mod trigger;
mod trigger_chart;
mod visit;
pub mod week;
mod weekdays;
mod words;
pub mod zones;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod laws;
#[cfg(any(test, feature = "samples"))]
#[cfg_attr(not(test), allow(dead_code, reason = "its own tests use more of it than others do"))]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "nothing but tests ever has it")]
pub mod samples;

pub use action::{ActionKind, ActionTaken};
pub use alarm::{Alarm, MAX_ALARMS};
pub use check_in::{
    CheckIn, CheckInEdit, Confidence, ConfidenceError, DayUse, MedicationTaken, Mood, Need, Sleep, check_in_mark,
};
pub use checklist::{
    Checklist, ChecklistDay, ChecklistError, ChecklistId, ChecklistUse, MOST_CHECKLISTS, MOST_STEPS, Repeats,
};
pub use chip::Chip;
pub use civil::{day_from_field, from_field, to_field};
pub use code::{Code, Coded};
pub use company::{Company, KnownCompany};
pub use contact::{ContactError, Link, PhoneNumber};
pub use craving::{Craving, DEFAULT_ACT_FROM, Rating};
pub use crisis::{CRISIS_LINES, CRISIS_LINES_CHECKED_ON, CallTo, CrisisLine, CrisisLineId, TextTo};
pub use edit::{Capped, CravingEdit, EditError, MAX_ACTIONS, MAX_COMPANY, MAX_TRIGGERS};
pub use fold::Folded;
pub use help::{HelpChoices, HelpEdit, HelpError, MOST_OWN_LINES, OwnLine};
pub use history::{Day, by_day};
pub use imported::{Heading, Imported, ImportedEdit, Listed, MAX_OCCURRENCES, Span, Standing};
pub use intensity::{Intensity, IntensityError};
pub use lapse::{Lapse, LapseEdit, StoryPart};
pub use marks::{EntryMark, Marks, marks_mark};
pub use milestones::{Counting, Milestones};
pub use moment::{Moment, WhenError, Zone, check_occurred};
pub use person::{
    MOST_PEOPLE, MOST_REACHES, Person, PersonEdit, PersonError, PersonId, Photo, PhotoId, Reach, ReachUses, Role,
    Texting, Uses, in_order, moved, sms_link,
};
pub use place::{KnownPlace, Place};
pub use plan_error::PlanError;
pub use program::{MAX_PHASES, Phase, PhaseId, PhaseKind, Program, ProgramEdit, ProgramId, Progress, Stretch, Weeks};
pub use reason::{MOST_REASONS, Reason, ReasonId};
pub use recent::{Recent, recent_first};
pub use recording::{Recording, RecordingId};
pub use ride_out::{RideOut, RideOutError, RideOutState, WavePhase, height_at, phase_at};
pub use safety_plan::{MOST_NOTICED, MOST_PLAN_LINES, PlanEdit, PlanLine, PlanPart, SafetyPlan};
pub use search::{KnownWord, Needle};
pub use session::{
    About, Ends, Every, Exception, MAX_EXCEPTIONS, Membership, SeriesId, Session, SessionEdit, SessionKind, Weekly,
    When,
};
pub use settings::{Appearance, Language, Settings, SettingsEdit};
pub use slot::{Length, Slot, StartTime, check_date};
pub use source::{MAX_SOURCE_BYTES, Source};
pub use substance::{KnownSubstance, Substance};
pub use template::{Beginning, Plan, Template};
pub use trigger::{KnownTrigger, Situation, Trigger, TriggerGroup};
pub use trigger_chart::{MOST_PLACED, Risk, TriggerChart};
pub use visit::{
    Attendance, Homework, KnownObstacle, MAX_HOMEWORK, MAX_UID, Obstacle, Original, Prompt, Uid, Visit, VisitEdit,
    VisitKey,
};
pub use weekdays::Weekdays;
pub use words::{Label, Line, Note, WordsError};
