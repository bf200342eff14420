//! Program packs: taken in line by line and in one piece, changed by a later version, and never twice.

use domain::meeting::ListError;
use domain::pack::{LineKind, Offered, Pack, PackLine, PackRefused, RowState};
use domain::samples::pack::{PACK, evenings, lines, pack_of};
use domain::{Checklist, ChecklistUse, Label, Line, Repeats, SessionEdit, StartTime, When};
use storage::{Memory, StoreError};

use super::world::{DAY_MS, Phone, World, another_phone, log_many, new_phone, now, open};
use crate::{MOST_LISTS, PackTakeError, PackTaken, SaveError};

const SAM: [u8; 32] = [5; 32];
const ALL: [u16; 6] = [1, 7, 2, 3, 4, 300];

fn take(phone: &Phone, pack: &Pack, accepted: &[u16]) -> PackTaken {
    now(phone.take_pack(pack, SAM, accepted, b"empty")).unwrap()
}

/// A phone with everything of the first version on it.
fn taken_in() -> (Memory, World, Phone) {
    let (home, world, phone) = new_phone();
    take(&phone, &pack_of(1, lines()), &ALL);
    (home, world, phone)
}

/// How many sessions, lists, lists of meetings, goals and pieces of homework are there.
fn counts(phone: &Phone) -> [usize; 5] {
    let programs = phone.from_programs();
    let sum = |of: fn(&domain::pack::FromProgram) -> usize| programs.iter().map(of).sum();
    [
        phone.timetable().sessions.len(),
        phone.checklists().len(),
        phone.lists().len(),
        sum(|program| program.goals().len()),
        sum(|program| program.homework().len()),
    ]
}

fn later(version: u32, change: impl Fn(&PackLine) -> Option<Offered>) -> Pack {
    let line = |line: &PackLine| change(line).and_then(|offered| PackLine::new(line.number(), offered).ok());
    pack_of(version, lines().iter().filter_map(line).collect())
}

/// With the evenings an hour later, and without the goal.
fn second() -> Pack {
    later(2, |line| match line.number() {
        1 => {
            let seven = SessionEdit::SetStart(StartTime::at(19, 0).unwrap());
            Some(Offered::Session(evenings().apply(seven).unwrap()))
        }
        4 => None,
        _ => Some(line.offered().clone()),
    })
}

fn series(phone: &Phone) -> domain::SeriesId {
    let is_weekly = |session: &domain::Session| matches!(session.when(), When::Weekly(_));
    phone.timetable().sessions.iter().find(|(_, session)| is_weekly(session)).unwrap().0
}

#[test]
fn a_whole_pack_is_on_the_phone_after_opening_again() {
    let (home, world, phone) = taken_in();
    assert_eq!(counts(&phone), [2, 1, 1, 1, 1]);
    let again = open(&home, &world);
    assert_eq!(counts(&again), [2, 1, 1, 1, 1]);
    let program = again.from_programs().remove(0);
    assert_eq!((program.counts(), program.from().as_str(), program.sender()), ((6, 0), "Sam Rivera", SAM));
    let (id, list) = again.lists().remove(0);
    assert!(list.is_due(world_ms(&again)) && list.held().meetings == 0);
    assert_eq!(again.open_page(&now(again.index_pages(id, &list)).unwrap()[0]).unwrap(), b"empty");
}

fn world_ms(phone: &Phone) -> i64 {
    phone.now().utc_ms()
}

#[test]
fn looking_writes_nothing_and_taking_in_nothing_only_notes_that() {
    let (home, _, phone) = new_phone();
    let before = home.rows().len();
    assert!(phone.look_at_pack(&pack_of(1, lines()), SAM).unwrap().rows.iter().all(|row| row.is_ticked()));
    assert_eq!(home.rows().len(), before);
    let taken = take(&phone, &pack_of(1, lines()), &[]);
    assert_eq!((taken.new, counts(&phone)), (0, [0; 5]));
    assert!(phone.look_at_pack(&pack_of(1, lines()), SAM).unwrap().rows.iter().all(|row| !row.is_ticked()));
}

#[test]
fn the_same_pack_twice_in_two_tabs_and_on_two_phones_is_one() {
    let (home, world, phone) = new_phone();
    let tab = open(&home, &world);
    take(&phone, &pack_of(1, lines()), &ALL);
    take(&tab, &pack_of(1, lines()), &ALL);
    now(phone.refresh()).unwrap();
    assert_eq!((counts(&phone), counts(&tab)), ([2, 1, 1, 1, 1], [2, 1, 1, 1, 1]));
    let rows = home.rows();
    let again = take(&phone, &pack_of(1, lines()), &ALL);
    assert_eq!((again.new, again.changed, home.rows() == rows), (0, 0, true));
    let (_, _, other) = another_phone(2);
    take(&other, &pack_of(1, lines()), &ALL);
    assert_eq!(series(&other), series(&phone));
}

#[test]
fn a_later_version_changes_the_same_session_and_keeps_its_cancelled_evening() {
    let (_, _, phone) = taken_in();
    let id = series(&phone);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    now(phone.edit_session(id, SessionEdit::Cancel(day))).unwrap();
    let taken = take(&phone, &second(), &[1, 4]);
    assert_eq!((taken.new, taken.changed, taken.removed, counts(&phone)), (0, 1, 1, [2, 1, 1, 0, 1]));
    assert_eq!(series(&phone), id);
    let session = phone.timetable().sessions.into_iter().find(|(there, _)| *there == id).unwrap().1;
    assert_eq!(session.start(), StartTime::at(19, 0).unwrap());
    assert!(session.exception(day).is_some_and(|exception| exception.is_cancelled()));
    assert!(phone.look_at_pack(&second(), SAM).unwrap().rows.iter().all(|row| row.state == RowState::Same));
}

#[test]
fn what_the_person_changed_stays_unless_they_take_the_change_in() {
    let (_, _, phone) = taken_in();
    let mine = SessionEdit::SetTitle(Label::new("My group").ok());
    now(phone.edit_session(series(&phone), mine)).unwrap();
    let row = phone.look_at_pack(&second(), SAM).unwrap().rows.remove(0);
    assert!(row.by_person && row.state == RowState::Changed);
    take(&phone, &second(), &[]);
    let titles = || {
        let sessions = phone.timetable().sessions;
        sessions
            .iter()
            .filter_map(|(_, one)| one.about().title().map(|title| title.as_str().to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(), ["My group"]);
    take(&phone, &second(), &[1]);
    assert_eq!(titles(), ["Evening group"]);
}

#[test]
fn a_session_that_was_taken_out_keeps_its_past() {
    let (_, world, phone) = taken_in();
    world.wait(10 * DAY_MS);
    let taken = take(&phone, &later(2, |line| (line.number() == 4).then(|| line.offered().clone())), &ALL);
    assert_eq!((taken.removed, counts(&phone)), (5, [1, 0, 0, 1, 0]));
    assert!(now(phone.undo(taken.undo)).is_ok());
    assert_eq!(counts(&phone), [2, 1, 1, 1, 1]);
}

#[test]
fn an_older_version_and_another_sender_change_nothing() {
    let (home, _, phone) = taken_in();
    take(&phone, &second(), &ALL);
    let rows = home.rows();
    let older = now(phone.take_pack(&pack_of(1, lines()), SAM, &ALL, b"")).err();
    assert_eq!(older, Some(PackTakeError::Refused(PackRefused::Older { taken: 2 })));
    let other = now(phone.take_pack(&pack_of(3, lines()), [6; 32], &ALL, b"")).err();
    assert_eq!(other, Some(PackTakeError::Refused(PackRefused::OtherSender)));
    assert!(home.rows() == rows);
}

#[test]
fn a_pack_is_taken_in_as_a_whole_or_not_at_all() {
    let (home, world, phone) = new_phone();
    let _failing = home.clone().failing_at(1, StoreError::Full);
    let refused = now(phone.take_pack(&pack_of(1, lines()), SAM, &ALL, b"")).err();
    assert_eq!(refused, Some(PackTakeError::Save(SaveError::Store(StoreError::Full))));
    assert_eq!(counts(&open(&home, &world)), [0; 5]);
}

#[test]
fn what_does_not_fit_any_more_is_refused_as_a_whole() {
    let (_, _, phone) = new_phone();
    for batch in 0..MOST_LISTS {
        super::meetings::add(&phone, super::meetings::held(batch as u8, 1, 0));
    }
    let refused = now(phone.take_pack(&pack_of(1, lines()), SAM, &ALL, b"")).err();
    assert_eq!(refused, Some(PackTakeError::List(ListError::TooMany { limit: MOST_LISTS })));
    let list = Checklist::new(
        Label::new("Mine").unwrap(),
        ChecklistUse::Routine,
        vec![Line::new("One").unwrap()],
        Repeats::default(),
    );
    for _ in 0..domain::MOST_CHECKLISTS {
        now(phone.save_checklist(None, list.clone().unwrap())).unwrap();
    }
    let refused = now(phone.take_pack(&pack_of(1, lines()), SAM, &[1, 3], b"")).err();
    assert!(matches!(refused, Some(PackTakeError::Save(SaveError::Edit(_)))));
    assert!(phone.from_programs().is_empty() && phone.timetable().sessions.is_empty());
    assert_eq!(take(&phone, &pack_of(1, lines()), &[1, 4]).new, 2);
}

#[test]
fn a_goal_and_homework_are_ticked_and_ticked_off() {
    let (home, world, phone) = taken_in();
    now(phone.tick_from_program(PACK, 4, true)).unwrap();
    let undo = now(phone.tick_from_program(PACK, 2, true)).unwrap();
    let done = |phone: &Phone| {
        let program = phone.from_programs().remove(0);
        (program.goals()[0].done_utc_ms.is_some(), program.homework()[0].done_utc_ms.is_some())
    };
    assert_eq!(done(&open(&home, &world)), (true, true));
    now(phone.undo(undo)).unwrap();
    now(phone.tick_from_program(PACK, 4, false)).unwrap();
    assert_eq!(done(&phone), (false, false));
    assert_eq!(now(phone.tick_from_program([1; 16], 4, true)).err(), Some(SaveError::Gone));
}

#[test]
fn who_leaves_keeps_the_sessions_or_not_and_can_come_back() {
    let (_, world, phone) = taken_in();
    now(phone.leave_program(PACK, false)).unwrap();
    assert_eq!((counts(&phone), phone.from_programs().len()), ([2, 1, 1, 0, 0], 0));
    let taken = take(&phone, &pack_of(1, lines()), &ALL);
    assert_eq!((taken.new, counts(&phone)), (6, [2, 1, 1, 1, 1]));
    let undo = now(phone.leave_program(PACK, true)).unwrap();
    assert_eq!(counts(&phone), [0; 5]);
    now(phone.undo(undo)).unwrap();
    assert_eq!(counts(&phone), [2, 1, 1, 1, 1]);
    world.wait(10 * DAY_MS);
    now(phone.leave_program(PACK, true)).unwrap();
    // Both sessions ended or are still to come; what was stays.
    assert_eq!(counts(&phone), [1, 0, 0, 0, 0]);
    assert_eq!(now(phone.leave_program(PACK, true)).err(), Some(SaveError::Gone));
}

#[test]
fn a_pack_whose_records_were_erased_for_good_can_be_taken_in_again() {
    let (_, world, phone) = taken_in();
    now(phone.leave_program(PACK, true)).unwrap();
    world.wait(31 * DAY_MS);
    log_many(&phone, &world, 1);
    now(phone.sweep()).unwrap();
    assert_eq!(take(&phone, &pack_of(2, lines()), &ALL).new, 6);
    assert_eq!(counts(&phone), [2, 1, 1, 1, 1]);
    let kinds: Vec<LineKind> = phone.from_programs()[0].taken_lines().map(|(_, kind)| kind).collect();
    assert_eq!(kinds, [LineKind::Session, LineKind::Checklist, LineKind::Session, LineKind::Feed]);
}
