//! Every kind of record, put into words once for all formats: which collection it belongs to, and the names and values of its parts.
//!
//! The matches are exhaustive, so a new kind of record does not compile until it is exported. The names are the published ones
//! (`schema.json`): they are never renamed, and a format of another version is needed to take one away.

mod choices;
mod days;
mod from_program;
mod lists;
mod medication;
mod parts;
mod people;
mod shares;
mod strategies;
mod week;

use crate::facts::{Facts, Item, Journal, id_hex};
use crate::value::{Fields, Value};
use domain::record::{Kind, Record};

/// The name under which the records of a kind stand together.
pub const fn collection(kind: Kind) -> &'static str {
    match kind {
        Kind::Craving => "cravings",
        Kind::Settings => "settings",
        Kind::Session => "sessions",
        Kind::Program => "programs",
        Kind::Visit => "visits",
        Kind::Imported => "calendar_sessions",
        Kind::Person => "people",
        Kind::Photo => "pictures",
        Kind::Recording => "recordings",
        Kind::Help => "help_choices",
        Kind::MeetingList => "meeting_lists",
        Kind::CheckIn => "check_ins",
        Kind::Lapse => "lapses",
        Kind::SoberStart => "sober_starts",
        Kind::SoberChoices => "sober_choices",
        Kind::StrategyRun => "strategy_runs",
        Kind::StrategyChoices => "strategy_choices",
        Kind::OwnStrategy => "own_strategies",
        Kind::Checklist => "checklists",
        Kind::ChecklistDay => "checklist_days",
        Kind::SafetyPlan => "safety_plans",
        Kind::Reason => "reasons",
        Kind::Marks => "marks",
        Kind::Medication => "medications",
        Kind::Dose => "doses",
        Kind::TriggerChart => "trigger_charts",
        Kind::SharingKey => "sharing_keys",
        Kind::Recipient => "recipients",
        Kind::Share => "shares",
        Kind::FromProgram => "from_program",
    }
}

/// All parts of a record, its id first and what the person said about the entry last.
pub fn told(facts: &Facts<'_>, journal: &Journal<'_>, item: &Item) -> Fields {
    let mut fields: Fields = vec![("id", Value::Text(id_hex(item.id)))];
    let is_entry = match &item.record {
        Record::Craving(craving) => entry(&mut fields, days::craving(facts, craving)),
        Record::CheckIn(check_in) => entry(&mut fields, days::check_in(facts, check_in)),
        Record::Lapse(lapse) => entry(&mut fields, days::lapse(lapse)),
        Record::Visit(visit) => entry(&mut fields, week::visit(facts, visit)),
        Record::StrategyRun(run) => entry(&mut fields, strategies::run(facts, run)),
        Record::ChecklistDay(day) => entry(&mut fields, lists::ticks(day)),
        Record::Dose(dose) => entry(&mut fields, medication::dose(dose)),
        Record::Marks(marks) => other(&mut fields, days::marks(marks)),
        Record::Session(session) => other(&mut fields, week::session(session)),
        Record::Program(program) => other(&mut fields, week::program(program)),
        Record::Imported(imported) => other(&mut fields, week::imported(facts, imported)),
        Record::Person(person) => other(&mut fields, people::person(person)),
        Record::Photo(photo) => other(&mut fields, people::picture(photo)),
        Record::Recording(recording) => other(&mut fields, people::recording(recording)),
        Record::Help(help) => other(&mut fields, people::help(help)),
        Record::MeetingList(list) => other(&mut fields, lists::meetings(facts, list)),
        Record::Settings(settings) => other(&mut fields, choices::settings(settings)),
        Record::SoberStart(start) => other(&mut fields, choices::sober_start(start)),
        Record::SoberChoices(sober) => other(&mut fields, choices::sober(sober)),
        Record::StrategyChoices(marked) => other(&mut fields, strategies::choices(marked)),
        Record::OwnStrategy(own) => other(&mut fields, strategies::own(own)),
        Record::Checklist(list) => other(&mut fields, lists::checklist(list)),
        Record::SafetyPlan(plan) => other(&mut fields, lists::safety_plan(plan)),
        Record::Reason(reason) => other(&mut fields, people::reason(reason)),
        Record::Medication(medication) => other(&mut fields, medication::medication(medication)),
        Record::TriggerChart(chart) => other(&mut fields, lists::trigger_chart(chart)),
        Record::SharingKey(key) => other(&mut fields, shares::key(key)),
        Record::Recipient(recipient) => other(&mut fields, shares::recipient(recipient)),
        Record::Share(share) => other(&mut fields, shares::share(share)),
        Record::FromProgram(program) => other(&mut fields, from_program::from_program(facts, program)),
    };
    if is_entry {
        let marked = journal.marked(item);
        fields.push(("talk_about", Value::Bool(marked.talk_about)));
        fields.push(("private", Value::Bool(marked.private)));
    }
    fields
}

/// What can be marked.
fn entry(fields: &mut Fields, told: Fields) -> bool {
    fields.extend(told);
    true
}

/// What cannot.
fn other(fields: &mut Fields, told: Fields) -> bool {
    fields.extend(told);
    false
}
