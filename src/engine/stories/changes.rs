//! When what is planned was changed last, as another calendar needs to know it.

use domain::{ProgramEdit, SessionEdit, SettingsEdit, StartTime, Template};

use super::week::save;
use super::world::{Phone, log_many, new_phone, now, open};
use domain::SeriesId;

const MINUTE_MS: i64 = 60_000;

/// The last change of each session, in the order of their ids.
fn changes(phone: &Phone) -> Vec<(SeriesId, i64)> {
    let changes = phone.last_changes();
    phone.timetable().sessions.iter().map(|(id, session)| (*id, changes.of_session(*id, session))).collect()
}

#[test]
fn a_change_is_later_than_what_was_before_and_undoing_it_is_later_still() {
    let (_, world, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    let first = changes(&phone);
    let id = first[0].0;
    world.wait(MINUTE_MS);
    let earlier = SessionEdit::SetStart(StartTime::at(17, 0).unwrap());
    let saved = now(phone.edit_session(id, earlier)).unwrap();
    let second = changes(&phone);
    assert!(second[0].1 >= first[0].1 + MINUTE_MS);
    world.wait(MINUTE_MS);
    now(phone.undo(saved.undo)).unwrap();
    assert!(changes(&phone)[0].1 >= second[0].1 + MINUTE_MS);
}

#[test]
fn a_program_that_is_changed_changes_its_sessions_and_so_do_the_settings() {
    let (_, world, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    let (first, program) = (changes(&phone), phone.timetable().programs[0].0);
    world.wait(MINUTE_MS);
    let later = phone.timetable().programs[0].1.starts() + chrono::Days::new(7);
    now(phone.edit_program(program, ProgramEdit::SetStart(later))).unwrap();
    let second = changes(&phone);
    assert!(second.iter().zip(&first).all(|(after, before)| after.0 == before.0 && after.1 > before.1));
    world.wait(MINUTE_MS);
    now(phone.change_settings(SettingsEdit::SetSaysAll(true))).unwrap();
    assert!(changes(&phone).iter().zip(&second).all(|(after, before)| after.1 > before.1));
}

#[test]
fn nothing_changes_by_being_packed_read_again_or_by_a_clock_that_was_set_back() {
    let (home, world, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    let first = changes(&phone);
    log_many(&phone, &world, 400);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    assert_eq!(changes(&phone), first);
    world.wait(-60 * MINUTE_MS);
    now(phone.edit_session(first[0].0, SessionEdit::SetTitle(None))).unwrap();
    assert!(changes(&phone)[0].1 >= first[0].1);
}
