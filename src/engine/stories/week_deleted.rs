//! Sessions and programs that were deleted, and the thirty days in which they can be brought back.

use domain::{PhaseId, ProgramEdit, SessionEdit, StartTime, Template, day_from_field};

use super::week::{save, week};
use super::world::{DAY_MS, Phone, intensity, log_many, new_phone, now, open};
use crate::{DeletedWhat, PlanSaved, SaveError};

fn sessions_of(saved: &PlanSaved, phone: &Phone) -> usize {
    let belongs = |member: domain::Membership| member.program == saved.program;
    phone.timetable().sessions.iter().filter(|(_, session)| session.phase().is_some_and(belongs)).count()
}

/// How what was deleted is listed: what it is, and how many sessions come with it.
fn listed(phone: &Phone) -> Vec<(&'static str, usize)> {
    let told = |what: &DeletedWhat| match what {
        DeletedWhat::Entry(_) => ("entry", 0),
        DeletedWhat::Session(_) => ("session", 0),
        DeletedWhat::Imported(_) => ("imported", 0),
        DeletedWhat::Named(..) => ("named", 0),
        DeletedWhat::Program { sessions, .. } => ("program", *sessions),
    };
    now(phone.deleted()).unwrap().iter().map(|deleted| told(&deleted.what)).collect()
}

#[test]
fn a_session_that_was_deleted_is_found_again_among_what_was_deleted() {
    let (home, world, phone) = new_phone();
    let saved = save(&phone, Template::EveningsAndWeekends);
    let before = week(&phone, "2026-11-23", "2026-11-29");
    now(phone.delete_session(saved.sessions[1])).unwrap();
    world.wait(DAY_MS);
    let logged = now(phone.log_craving(intensity(4), None)).unwrap();
    now(phone.delete(logged.id)).unwrap();
    let phone = open(&home, &world);
    assert_eq!(listed(&phone), [("entry", 0), ("session", 0)]);
    let id = now(phone.deleted()).unwrap()[1].id;
    now(phone.bring_back(id)).unwrap();
    assert_eq!(listed(&phone), [("entry", 0)]);
    assert!(week(&open(&home, &world), "2026-11-23", "2026-11-29") == before);
}

#[test]
fn a_program_comes_back_with_the_sessions_that_went_with_it_and_no_others() {
    let (home, world, phone) = new_phone();
    let other = save(&phone, Template::Daily);
    let saved = save(&phone, Template::EveningsAndWeekends);
    now(phone.delete_session(saved.sessions[3])).unwrap();
    now(phone.delete_session(other.sessions[0])).unwrap();
    world.wait(DAY_MS);
    now(phone.delete_program(saved.program)).unwrap();
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    // The session that had been deleted alone has no program to be part of.
    assert_eq!(listed(&phone), [("program", 3), ("session", 0)]);
    let id = now(phone.deleted()).unwrap()[0].id;
    now(phone.bring_back(id)).unwrap();
    assert_eq!((sessions_of(&saved, &phone), sessions_of(&other, &phone)), (3, other.sessions.len() - 1));
    assert_eq!(listed(&phone), [("session", 0), ("session", 0)]);
    assert_eq!(now(phone.bring_back(id)).unwrap_err(), SaveError::Gone);
}

#[test]
fn a_session_of_a_part_that_was_taken_out_has_no_days_and_is_not_listed() {
    let (_, _, phone) = new_phone();
    let saved = save(&phone, Template::SteppingDown);
    now(phone.edit_program(saved.program, ProgramEdit::RemovePhase(PhaseId::from_number(2)))).unwrap();
    assert_eq!(listed(&phone), []);
    now(phone.delete_program(saved.program)).unwrap();
    assert_eq!(listed(&phone), [("program", 2)]);
}

#[test]
fn a_program_that_was_erased_is_gone_with_its_sessions() {
    let (home, world, phone) = new_phone();
    let saved = save(&phone, Template::ThreeEvenings);
    now(phone.delete_program(saved.program)).unwrap();
    let id = now(phone.deleted()).unwrap()[0].id;
    now(phone.erase_deleted(id)).unwrap();
    for phone in [phone, open(&home, &world)] {
        assert_eq!(listed(&phone), []);
        assert_eq!(now(phone.bring_back(id)).unwrap_err(), SaveError::Gone);
        let earlier = SessionEdit::SetStart(StartTime::at(17, 0).unwrap());
        assert!(now(phone.edit_session(saved.sessions[0], earlier)).is_err());
    }
}

#[test]
fn after_thirty_days_a_deleted_program_is_not_listed_any_more() {
    let (_, world, phone) = new_phone();
    let saved = save(&phone, Template::ThreeEvenings);
    let first = day_from_field("2026-10-19").unwrap();
    assert_eq!(phone.timetable().programs[0].1.starts(), first);
    now(phone.delete_program(saved.program)).unwrap();
    world.wait(29 * DAY_MS);
    log_many(&phone, &world, 1);
    now(phone.sweep()).unwrap();
    assert_eq!(listed(&phone), [("program", 1)]);
    world.wait(2 * DAY_MS);
    log_many(&phone, &world, 1);
    now(phone.sweep()).unwrap();
    assert_eq!(listed(&phone), []);
}
