//! A pack in everyday words: what is new, what changed, what the person made theirs, and what is refused.

use super::{
    Difference, FromProgram, LineKind, MOST_LINES, Offered, Pack, PackError, PackLine, PackRefused, Part, Row, RowState,
};
use crate::Link;
use crate::samples::pack::{evenings, lines, pack_of};
use crate::samples::week::date;
use crate::session::{Ends, Session, SessionEdit, Weekly, When};
use crate::slot::StartTime;
use crate::words::{Label, Line, Note};

const SAM: [u8; 32] = [5; 32];

fn line(number: u16, offered: Offered) -> PackLine {
    PackLine::new(number, offered).unwrap()
}

fn goal(words: &str) -> Offered {
    Offered::Goal(Line::new(words).unwrap())
}

fn homework(words: &str, due: &str) -> Offered {
    Offered::Homework { words: Note::new(words).unwrap(), due: Some(date(due)) }
}

fn taken(pack: &Pack, accepted: &[u16]) -> FromProgram {
    let nothing = pack.compare(SAM, &[], &|_, _| None).unwrap();
    pack.take(SAM, None, &nothing, accepted, date("2026-11-22")).record
}

/// What another version says to somebody whose evenings are as given.
fn compared(pack: &Pack, before: &FromProgram, there: Option<&Session>) -> Difference {
    let present = |_, kind| there.filter(|_| kind == LineKind::Session).map(Offered::of_session);
    pack.compare(SAM, std::slice::from_ref(before), &present).unwrap()
}

fn row(difference: &Difference, number: u16) -> Row {
    difference.rows.iter().find(|row| row.number == number).unwrap().clone()
}

fn at_seven() -> Session {
    evenings().apply(SessionEdit::SetStart(StartTime::at(19, 0).unwrap())).unwrap()
}

#[test]
fn everything_is_new_the_first_time_and_the_sender_has_to_be_compared() {
    let pack = pack_of(1, lines());
    let first = pack.compare(SAM, &[], &|_, _| None).unwrap();
    assert!(first.is_new_sender && !first.other_key_same_name);
    assert!(first.rows.iter().all(|row| row.state == RowState::New && row.is_ticked()));
    let numbers: Vec<u16> = first.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 7, 2, 3, 4, 300]);
    assert_eq!(taken(&pack, &[1, 2, 4]).counts(), (3, 3));
}

#[test]
fn another_time_is_told_as_another_time_and_nothing_else() {
    let before = taken(&pack_of(1, vec![line(1, Offered::Session(evenings()))]), &[1]);
    let difference = compared(&pack_of(2, vec![line(1, Offered::Session(at_seven()))]), &before, Some(&evenings()));
    let row = row(&difference, 1);
    assert_eq!((row.state, row.changed.as_slice(), row.by_person), (RowState::Changed, &[Part::Time][..], false));
    assert!(row.is_ticked() && !difference.is_new_sender);
}

#[test]
fn what_the_person_changed_stays_until_the_counselor_changes_the_line_and_then_both_are_shown() {
    let mine = evenings().apply(SessionEdit::SetTitle(Label::new("My group").ok())).unwrap();
    let before = taken(&pack_of(1, vec![line(1, Offered::Session(evenings()))]), &[1]);
    let same = compared(&pack_of(2, vec![line(1, Offered::Session(evenings()))]), &before, Some(&mine));
    assert_eq!(row(&same, 1).state, RowState::Same);
    let other = compared(&pack_of(2, vec![line(1, Offered::Session(at_seven()))]), &before, Some(&mine));
    let row = row(&other, 1);
    assert!(row.by_person && row.present == Some(Offered::of_session(&mine)));
    assert_eq!(row.changed, [Part::Name, Part::Time]);
}

#[test]
fn a_cancelled_evening_is_no_change_of_the_session_and_survives_an_update() {
    let mine = evenings().apply(SessionEdit::Cancel(date("2026-11-25"))).unwrap();
    let before = taken(&pack_of(1, vec![line(1, Offered::Session(evenings()))]), &[1]);
    let difference = compared(&pack_of(2, vec![line(1, Offered::Session(at_seven()))]), &before, Some(&mine));
    assert!(!row(&difference, 1).by_person);
    let after = at_seven().in_place_of(&mine);
    assert!(after.exception(date("2026-11-25")).is_some_and(|there| there.is_cancelled()));
    assert_eq!(after.start(), at_seven().start());
}

#[test]
fn a_change_that_the_person_made_already_is_no_change() {
    let before = taken(&pack_of(1, vec![line(1, Offered::Session(evenings()))]), &[1]);
    let difference = compared(&pack_of(2, vec![line(1, Offered::Session(at_seven()))]), &before, Some(&at_seven()));
    assert_eq!(row(&difference, 1).state, RowState::Same);
}

#[test]
fn what_was_left_out_or_taken_away_is_offered_again_without_a_tick() {
    let pack = pack_of(1, vec![line(1, Offered::Session(evenings())), line(4, goal("Thirty days"))]);
    let difference = compared(&pack_of(2, pack.lines().to_vec()), &taken(&pack, &[1]), None);
    assert!(difference.rows.iter().all(|row| row.state == RowState::New && row.asked_before && !row.is_ticked()));
}

#[test]
fn what_the_counselor_took_out_is_asked_once_and_ticked_only_if_it_is_still_theirs() {
    let pack = pack_of(1, vec![line(1, Offered::Session(evenings())), line(4, goal("Thirty days"))]);
    let before = taken(&pack, &[1, 4]);
    let later = pack_of(2, Vec::new());
    let theirs = compared(&later, &before, Some(&evenings()));
    assert!(theirs.rows.iter().all(|row| row.state == RowState::Removed && row.is_ticked()));
    let mine = evenings().apply(SessionEdit::SetTitle(Label::new("My group").ok())).unwrap();
    let difference = compared(&later, &before, Some(&mine));
    assert!(!row(&difference, 1).is_ticked() && row(&difference, 4).is_ticked());
    let after = later.take(SAM, Some(&before), &difference, &[4], date("2026-11-30")).record;
    assert!(after.goals().is_empty());
    assert!(compared(&later, &after, Some(&mine)).rows.is_empty());
    assert_eq!(after.taken_lines().collect::<Vec<_>>(), [(1, LineKind::Session)]);
}

#[test]
fn homework_that_is_done_stays_done_when_only_its_day_moves() {
    let pack = pack_of(1, vec![line(2, homework("Three moments", "2026-12-02"))]);
    let done = taken(&pack, &[2]).tick(2, Some(7));
    let later = pack_of(2, vec![line(2, homework("Three moments", "2026-12-09"))]);
    let difference = compared(&later, &done, None);
    assert_eq!(row(&difference, 2).changed, [Part::Due]);
    let moved = later.take(SAM, Some(&done), &difference, &[2], date("2026-11-30")).record;
    assert_eq!((moved.homework()[0].done_utc_ms, moved.homework()[0].due), (Some(7), Some(date("2026-12-09"))));
    let other = pack_of(3, vec![line(2, homework("Five moments", "2026-12-09"))]);
    let difference = compared(&other, &moved, None);
    assert_eq!(
        other.take(SAM, Some(&moved), &difference, &[2], date("2026-12-01")).record.homework()[0].done_utc_ms,
        None
    );
}

#[test]
fn an_older_version_and_another_sender_are_refused_and_another_key_with_the_same_name_is_told() {
    let before = taken(&pack_of(2, lines()), &[]);
    let all = [before];
    let present = |_, _| None;
    assert_eq!(pack_of(1, lines()).compare(SAM, &all, &present).err(), Some(PackRefused::Older { taken: 2 }));
    assert_eq!(pack_of(3, lines()).compare([6; 32], &all, &present).err(), Some(PackRefused::OtherSender));
    let mut other = pack_of(1, lines());
    other.id = [9; 16];
    let told = other.compare([6; 32], &all, &present).unwrap();
    assert!(told.is_new_sender && told.other_key_same_name);
}

#[test]
fn a_session_that_the_program_ended_keeps_its_past() {
    let ended = evenings().without_future(date("2026-12-01")).unwrap();
    assert!(matches!(ended.when(), When::Weekly(Weekly { ends: Ends::On(last), .. }) if last == date("2026-11-30")));
    assert!(evenings().without_future(date("2026-11-23")).is_none());
    assert_eq!(ended.without_future(date("2027-01-01")), Some(ended));
}

#[test]
fn what_a_pack_cannot_say_is_refused_with_its_line() {
    let broken = |offered| PackLine::new(9, offered).err() == Some(PackError::BrokenLine { number: 9 });
    let in_exceptions = evenings().apply(SessionEdit::Cancel(date("2026-11-25"))).unwrap();
    assert!(broken(Offered::Session(in_exceptions)));
    assert!(broken(Offered::Homework { words: Note::new(&"a".repeat(1_001)).unwrap(), due: None }));
    for address in ["http://list.example/feed.json", "https://list.example/?lat=1"] {
        let name = Label::new("List").unwrap();
        let feed = super::Feed::new(name, crate::meeting::Fellowship::Other, Link::new(address).unwrap());
        assert!(broken(Offered::Feed(feed)));
    }
    let twice = vec![line(4, goal("One")), line(4, goal("Two"))];
    let refused = Pack { lines: twice, ..pack_of(1, Vec::new()) }.checked();
    assert_eq!(refused.err(), Some(PackError::Twice { number: 4 }));
    let many = (0..=MOST_LINES as u16).map(|number| line(number, goal("One"))).collect();
    assert_eq!(Pack { lines: many, ..pack_of(1, Vec::new()) }.checked().err(), Some(PackError::TooLong));
    assert_eq!(Pack { version: 0, ..pack_of(1, Vec::new()) }.checked().err(), Some(PackError::NoVersion));
}
