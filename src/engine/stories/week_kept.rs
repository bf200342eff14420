//! What was planned and told is kept: through packing, damage, calendars that are read again, and years.

use std::time::Instant;

use domain::week::{Timetable, hours};
use domain::{
    About, Attendance, Heading, Imported, ImportedEdit, Label, Listed, PlanError, SessionKind, Span, Standing,
    Template, Uid, VisitEdit,
};
use storage::Area;

use super::week::{attended, chicago, plan, save, week};
use super::world::{DAY_MS, START_MS, all, log_many, new_phone, now, open};
use crate::{MOST_SESSIONS, SaveError, WeekError};

const HOUR_MS: i64 = 60 * 60 * 1000;

/// An event with one date a week from now on.
fn event(uid: &str, sequence: u32, title: &str, dates: i64) -> Imported {
    let listed = (0..dates).map(|number| {
        let starts_utc_ms = START_MS + number * 7 * DAY_MS;
        let span = Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms + HOUR_MS };
        Listed::new(span, span.starts(), Standing::Confirmed).unwrap()
    });
    let heading = Heading {
        uid: Uid::new(uid).unwrap(),
        sequence,
        stamped_utc_ms: None,
        calendar: Label::new("Clinic").ok(),
        about: About::read(Label::new(title).ok(), None, None, None),
        notes: None,
        zone: Some(chicago()),
    };
    Imported::new(heading, listed.collect()).unwrap()
}

#[test]
fn a_year_of_sessions_is_kept_through_packing_and_read_at_once() {
    let (home, world, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    let year = week(&phone, "2026-11-23", "2027-10-31");
    assert_eq!(year.len(), 147);
    for (number, one) in year.iter().enumerate() {
        let attendance = if number % 3 == 0 { Attendance::Missed } else { Attendance::Attended };
        now(phone.tell(&one.occurrence, attended(attendance))).unwrap();
        log_many(&phone, &world, 5);
        while now(phone.pack()).unwrap() {}
    }
    let phone = open(&home, &world);
    let opened = || (1..50).filter(|leaf| phone.inside.borrow().leaf(*leaf).is_some()).count();
    assert_eq!(week(&phone, "2027-06-07", "2027-06-13").iter().filter(|one| one.visit.is_some()).count(), 3);
    let june = 1_812_326_400_000; // 7 June 2027
    assert_eq!(now(phone.visits_in(june..june + 7 * DAY_MS)).unwrap().len(), 3);
    assert_eq!(opened(), 1, "leaves were opened that no visit of that week is in");
    let begun = Instant::now();
    let year = week(&phone, "2026-11-23", "2027-10-31");
    // Far more than it takes: it fails when something grows with the square of a year.
    assert!(begun.elapsed().as_millis() < 2_000, "{:?}", begun.elapsed());
    let sum = hours(&year);
    assert_eq!((sum.sessions_planned, sum.sessions_attended), (147, 98));
    assert_eq!(now(phone.visits_in(0..i64::MAX)).unwrap().len(), 147);
    assert_eq!(now(phone.visits_in(START_MS..START_MS + 8 * DAY_MS)).unwrap().len(), 3);
    assert_eq!(all(&phone).len(), 147 * 5);
}

#[test]
fn a_session_deleted_long_ago_is_taken_away_for_good() {
    let (home, world, phone) = new_phone();
    let saved = save(&phone, Template::ThreeEvenings);
    let undo = now(phone.delete_session(saved.sessions[0])).unwrap();
    world.wait(31 * DAY_MS);
    log_many(&phone, &world, 1);
    assert_eq!(now(phone.sweep()).unwrap(), 1);
    assert_eq!(now(phone.undo(undo)), Err(SaveError::Gone));
    assert_eq!(open(&home, &world).timetable().programs.len(), 1);
}

#[test]
fn a_damaged_shelf_is_kept_and_new_sessions_find_their_place() {
    let (home, world, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    log_many(&phone, &world, 400);
    while now(phone.pack()).unwrap() {}
    let shelf = [0, 0, 0, 0];
    assert!(home.damage(Area::Leaves, &shelf, |bytes| bytes[70] ^= 1));
    let phone = open(&home, &world);
    assert!(phone.timetable() == Timetable::default());
    save(&phone, Template::SteppingDown);
    log_many(&phone, &world, 400);
    while now(phone.pack()).unwrap() {}
    assert_eq!(open(&home, &world).timetable().programs.len(), 1);
    assert!(home.damage(Area::Leaves, &shelf, |bytes| bytes[70] ^= 1));
    assert_eq!(open(&home, &world).timetable().programs.len(), 2);
}

#[test]
fn the_same_calendar_again_doubles_nothing() {
    let (home, world, phone) = new_phone();
    let read = vec![event("a@clinic.example", 1, "Group", 12), event("b@clinic.example", 0, "Family", 1)];
    let taken = now(phone.take_in(read.clone(), Vec::new())).unwrap();
    assert_eq!((taken.new, taken.changed, taken.unchanged), (2, 0, 0));
    // A second tab that has not heard of it reads the same file.
    let again = now(open(&home, &world).take_in(read, Vec::new())).unwrap();
    assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 2));
    assert_eq!(open(&home, &world).timetable().imported.len(), 2);
}

#[test]
fn a_newer_calendar_changes_a_session_and_not_what_was_told_or_chosen() {
    let (_, _, phone) = new_phone();
    now(phone.take_in(vec![event("a@clinic.example", 1, "Group", 12)], Vec::new())).unwrap();
    let id = phone.timetable().imported[0].0;
    now(phone.edit_imported(id, ImportedEdit::SetKind(SessionKind::Group))).unwrap();
    let today = || week(&phone, "2026-11-22", "2026-11-22").remove(0);
    now(phone.tell(&today().occurrence, VisitEdit::SetAttendance(Some(Attendance::Attended)))).unwrap();
    let older = now(phone.take_in(vec![event("a@clinic.example", 0, "Old name", 2)], Vec::new())).unwrap();
    assert_eq!((older.changed, older.unchanged), (0, 1));
    let newer = now(phone.take_in(vec![event("a@clinic.example", 2, "New name", 6)], Vec::new())).unwrap();
    assert_eq!(newer.changed, 1);
    let told = today();
    assert_eq!(told.occurrence.about.title().unwrap().as_str(), "New name");
    assert_eq!(told.occurrence.about.kind(), SessionKind::Group);
    assert_eq!(told.visit.unwrap().attendance(), Some(Attendance::Attended));
    now(phone.undo(newer.undo)).unwrap();
    assert_eq!(phone.timetable().imported[0].1.occurrences().len(), 12);
}

#[test]
fn what_is_called_off_as_a_whole_goes_and_can_come_back() {
    let (_, _, phone) = new_phone();
    let [a, b] = ["a@clinic.example", "b@clinic.example"];
    now(phone.take_in(vec![event(a, 0, "Group", 3), event(b, 0, "Family", 3)], Vec::new())).unwrap();
    let called_off = vec![Uid::new(a).unwrap(), Uid::new("never@known.example").unwrap()];
    let taken = now(phone.take_in(vec![event(b, 1, "Family", 2)], called_off)).unwrap();
    assert_eq!((taken.new, taken.changed, taken.removed), (0, 1, 1));
    assert_eq!(phone.timetable().imported.len(), 1);
    now(phone.undo(taken.undo)).unwrap();
    let dates: Vec<usize> = phone.timetable().imported.iter().map(|(_, one)| one.occurrences().len()).collect();
    assert_eq!(dates, [3, 3]);
}

#[test]
fn more_than_fits_is_refused_as_a_whole() {
    let (_, _, phone) = new_phone();
    let many = (0..=MOST_SESSIONS).map(|number| event(&format!("{number}@x.example"), 0, "x", 1)).collect();
    let refused = WeekError::Plan(PlanError::TooManySessions { limit: MOST_SESSIONS });
    assert_eq!(now(phone.take_in(many, Vec::new())).unwrap_err(), refused);
    assert!(phone.timetable().imported.is_empty());
    now(phone.save_plan(plan(Template::Daily))).unwrap();
}
