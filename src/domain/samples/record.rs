//! An arbitrary record of any kind, also for the tests of other crates.

use super::check_in::any_check_in;
use super::lapse::{any_choices_about_sober_time, any_lapse, any_start};
use super::lists::{any_chart, any_checklist, any_entry_marks, any_plan, any_reason, any_recording, any_ticks};
use super::medication::{any_dose, any_medication};
use super::pack::any_from_program;
use super::people::{any_choices, any_person, any_photo};
use super::share::{any_recipient, any_share, any_sharing_key};
use super::strategy::{any_marks, any_own_strategy, any_run};
use super::week::{any_imported, any_program, any_session, any_visit};
use super::{any_craving, any_settings};
use crate::meeting::samples::any_meeting_list;
use crate::record::Record;
use proptest::prelude::*;

/// Every kind comes up.
pub fn any_record() -> impl Strategy<Value = Record> {
    prop_oneof![
        3 => any_craving().prop_map(Record::Craving),
        1 => any_settings().prop_map(Record::Settings),
        2 => any_session().prop_map(Record::Session),
        2 => any_program().prop_map(Record::Program),
        2 => any_visit().prop_map(Record::Visit),
        2 => any_imported().prop_map(Record::Imported),
        2 => any_person().prop_map(Record::Person),
        1 => any_photo().prop_map(Record::Photo),
        1 => any_choices().prop_map(Record::Help),
        2 => any_meeting_list().prop_map(Record::MeetingList),
        2 => any_check_in().prop_map(Record::CheckIn),
        2 => any_lapse().prop_map(Record::Lapse),
        1 => any_start().prop_map(Record::SoberStart),
        1 => any_choices_about_sober_time().prop_map(Record::SoberChoices),
        2 => any_run().prop_map(Record::StrategyRun),
        1 => any_marks().prop_map(Record::StrategyChoices),
        1 => any_own_strategy().prop_map(Record::OwnStrategy),
        1 => any_checklist().prop_map(Record::Checklist),
        1 => any_ticks().prop_map(Record::ChecklistDay),
        1 => any_plan().prop_map(Record::SafetyPlan),
        1 => any_reason().prop_map(Record::Reason),
        1 => any_recording().prop_map(Record::Recording),
        1 => any_entry_marks().prop_map(Record::Marks),
        2 => any_medication().prop_map(Record::Medication),
        1 => any_dose().prop_map(Record::Dose),
        1 => any_chart().prop_map(Record::TriggerChart),
        1 => any_sharing_key().prop_map(Record::SharingKey),
        1 => any_recipient().prop_map(Record::Recipient),
        2 => any_share().prop_map(Record::Share),
        2 => any_from_program().prop_map(Record::FromProgram),
    ]
}
