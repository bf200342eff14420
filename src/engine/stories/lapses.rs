//! After a lapse: nothing is deleted, nothing is reset, and sober time is known at once, in every tab and after ten years.

use chrono::{Days, NaiveDate};
use domain::sober::{SoberStart, StartId, Told, Truth};
use domain::{
    CheckInEdit, DayUse, KnownSubstance, LapseEdit, Line, MedicationTaken, Note, StoryPart, Substance, WhenError,
};

use super::world::{DAY_MS, MINUTE_MS, Phone, all, log_many, new_phone, now, open};
use crate::journal::rows::USED;
use crate::{Only, SaveError, What};

fn sunday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn before(days: u64) -> NaiveDate {
    sunday() - Days::new(days)
}

/// Counts everything from a day on, or one thing.
fn count_from(phone: &Phone, day: NaiveDate, counts: Option<KnownSubstance>) -> StartId {
    let start = SoberStart::new(day, counts.map(Substance::Known), sunday()).unwrap();
    now(phone.save_sober_start(None, start.clone())).unwrap();
    phone.sober_starts().into_iter().find(|(_, there)| *there == start).unwrap().0
}

/// Current run, best run, all days together.
fn days(phone: &Phone, today: NaiveDate) -> (u32, u32, u32) {
    let time = phone.sober_time(today).unwrap().first().unwrap().time;
    (time.current.days, time.best, time.together)
}

#[test]
fn a_lapse_today_takes_nothing_away_but_the_run() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 3);
    count_from(&phone, before(40), None);
    assert_eq!(days(&phone, sunday()), (40, 40, 40));
    let told = now(phone.tell_lapse(None)).unwrap();
    assert_eq!(days(&phone, sunday()), (0, 40, 40));
    assert_eq!(all(&phone).len(), 4, "the entries are all there");
    assert_eq!(days(&open(&home, &world), sunday()), (0, 40, 40));
    // Told by accident: one tap, and it is as if it had never been.
    now(phone.undo(told.undo)).unwrap();
    assert_eq!(days(&open(&home, &world), sunday()), (40, 40, 40));
}

#[test]
fn what_was_used_is_told_later_and_counts_for_what_it_was() {
    let (_, world, phone) = new_phone();
    count_from(&phone, before(30), None);
    count_from(&phone, before(30), Some(KnownSubstance::Nicotine));
    let id = now(phone.tell_lapse(Some(before(2)))).unwrap().id;
    let runs =
        |phone: &Phone| phone.sober_time(sunday()).unwrap().iter().map(|one| one.time.current.days).collect::<Vec<_>>();
    assert_eq!(runs(&phone), [1, 1], "as long as nothing is named it counts for both");
    let edits = [
        LapseEdit::SetSubstance(Some(KnownSubstance::Alcohol.into())),
        LapseEdit::SetAmount(Line::new("one glass").ok()),
        LapseEdit::Write(StoryPart::Before, Note::new("A long shift").ok()),
    ];
    for edit in edits {
        world.wait(MINUTE_MS);
        now(phone.edit_lapse(id, edit)).unwrap();
    }
    assert_eq!(runs(&phone), [1, 30]);
    let versions = now(phone.versions(id)).unwrap();
    assert_eq!(versions.len(), 4, "what it said before is kept");
    assert!(matches!(&versions[0].what, Some(What::Lapse(lapse)) if lapse.has_story()));
}

#[test]
fn tomorrow_is_no_day_to_have_used_on() {
    let (_, _, phone) = new_phone();
    let refused = now(phone.tell_lapse(Some(sunday() + Days::new(1)))).map(|told| told.id);
    assert_eq!(refused, Err(SaveError::Edit(WhenError::NotYet.into())));
    assert!(all(&phone).is_empty());
}

#[test]
fn the_check_in_tells_of_use_too_and_medication_never_does() {
    let (_, _, phone) = new_phone();
    count_from(&phone, before(10), None);
    for taken in MedicationTaken::ALL {
        now(phone.answer_check_in(before(3), CheckInEdit::SetMedication(Some(*taken)))).unwrap();
    }
    now(phone.answer_check_in(before(3), CheckInEdit::SetUsed(Some(DayUse::NotSaid)))).unwrap();
    assert_eq!(days(&phone, sunday()), (10, 10, 10));
    let told = now(phone.answer_check_in(before(3), CheckInEdit::SetUsed(Some(DayUse::Something)))).unwrap();
    assert_eq!(days(&phone, sunday()), (2, 7, 9));
    // The same day told again as a lapse is one day.
    now(phone.tell_lapse(Some(before(3)))).unwrap();
    assert_eq!(days(&phone, sunday()), (2, 7, 9));
    now(phone.undo(told.undo)).unwrap();
    assert_eq!(days(&phone, sunday()), (2, 7, 9), "the lapse still says so");
}

#[test]
fn a_start_is_moved_added_and_taken_away() {
    let (home, world, phone) = new_phone();
    assert_eq!(phone.sober_time(sunday()), Some(Vec::new()));
    let id = count_from(&phone, before(5), None);
    now(phone.tell_lapse(Some(before(8)))).unwrap();
    assert_eq!(days(&phone, sunday()), (5, 5, 5), "what was before the start is not counted");
    let earlier = SoberStart::new(before(20), None, sunday()).unwrap();
    let undo = now(phone.save_sober_start(Some(id), earlier)).unwrap();
    assert_eq!(days(&phone, sunday()), (7, 12, 19), "a start before a lapse counts around it");
    now(phone.undo(undo)).unwrap();
    assert_eq!(days(&open(&home, &world), sunday()), (5, 5, 5));
    let undo = now(phone.remove_sober_start(id)).unwrap();
    assert_eq!(phone.sober_time(sunday()), Some(Vec::new()));
    let gone = SoberStart::new(before(1), None, sunday()).unwrap();
    assert_eq!(now(phone.save_sober_start(Some(id), gone)), Err(SaveError::Gone));
    now(phone.undo(undo)).unwrap();
    assert_eq!(phone.sober_starts().len(), 1);
}

#[test]
fn what_is_told_of_it_is_the_persons_choice() {
    let (home, world, phone) = new_phone();
    now(phone.tell_truth(Truth::Current, Told::Nowhere)).unwrap();
    now(phone.tell_truth(Truth::Together, Told::OnToday)).unwrap();
    let told: Vec<Truth> = open(&home, &world).sober_choices().on(Told::OnToday).collect();
    assert_eq!(told, [Truth::Together, Truth::Last90]);
}

#[test]
fn two_tabs_and_years_of_entries_agree_about_the_days() {
    let (home, world, one) = new_phone();
    let other = open(&home, &world);
    count_from(&one, before(100), None);
    now(one.tell_lapse(Some(before(50)))).unwrap();
    now(other.tell_lapse(Some(before(20)))).unwrap();
    now(one.refresh()).unwrap();
    assert_eq!(days(&one, sunday()), (19, 50, 98));
    for _ in 0..8 {
        log_many(&one, &world, 60);
        while now(one.pack()).unwrap() {}
    }
    let phone = open(&home, &world);
    assert_eq!(days(&phone, sunday()), (19, 50, 98));
    let leaves = (1..9).filter(|leaf| phone.inside.borrow().leaf(*leaf).is_some()).count();
    assert_eq!(leaves, 0, "no leaf was opened for it");
}

#[test]
fn a_phone_that_never_counted_counts_what_was_told_before() {
    let (home, world, phone) = new_phone();
    count_from(&phone, before(9), None);
    now(phone.answer_check_in(before(4), CheckInEdit::SetUsed(Some(DayUse::Something)))).unwrap();
    let lapse = now(phone.tell_lapse(Some(before(2)))).unwrap().id;
    now(phone.delete(lapse)).unwrap();
    // As an older version left it, or as damage leaves it.
    for damage in [None, Some(vec![1, 2, 3])] {
        let batch = storage::Batch::strict();
        let batch = match damage {
            None => batch.delete(storage::Area::Meta, USED.to_vec()),
            Some(bytes) => batch.put(storage::Area::Meta, USED.to_vec(), bytes),
        };
        now(storage::Store::commit(&home, batch)).unwrap();
        let phone = open(&home, &world);
        assert_eq!(phone.sober_time(sunday()), None, "no number is better than a wrong one");
        assert!(now(phone.make_known_what_was_used()).unwrap());
        assert_eq!(days(&phone, sunday()), (3, 5, 8));
        assert!(!now(open(&home, &world).make_known_what_was_used()).unwrap(), "once is enough");
    }
    // A write that needs it makes it by itself.
    now(storage::Store::commit(&home, storage::Batch::strict().delete(storage::Area::Meta, USED.to_vec()))).unwrap();
    let phone = open(&home, &world);
    world.wait(DAY_MS);
    now(phone.tell_lapse(Some(before(1)))).unwrap();
    assert_eq!(days(&open(&home, &world), sunday()), (0, 5, 7));
}

#[test]
fn the_log_shows_one_kind_at_a_time_however_rare_it_is() {
    let (home, world, phone) = new_phone();
    now(phone.tell_lapse(None)).unwrap();
    log_many(&phone, &world, 3000);
    while now(phone.pack()).unwrap() {}
    now(phone.answer_check_in(sunday(), CheckInEdit::SetUsed(Some(DayUse::Nothing)))).unwrap();
    let phone = open(&home, &world);
    let count = |only: Only| now(phone.list_only(None, 50, only)).unwrap().entries.len();
    assert_eq!([Only::All, Only::Cravings, Only::CheckIns, Only::Lapses].map(count), [50, 50, 1, 1]);
    let lapses = now(phone.list_only(None, 50, Only::Lapses)).unwrap();
    assert!(lapses.next.is_none() && matches!(lapses.entries[0].what, What::Lapse(_)));
}
