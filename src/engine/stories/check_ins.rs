//! The daily minute: saved answer by answer, one to a day whatever tabs there are, kept, and never about tomorrow.

use chrono::{Days, NaiveDate};
use domain::{CheckIn, CheckInEdit, Confidence, DayUse, Line, Mood, Need, WhenError};

use super::world::{DAY_MS, Phone, all, log_many, new_phone, now, open};
use crate::{SaveError, Undo, What};

fn sunday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn tell(phone: &Phone, day: NaiveDate, edit: CheckInEdit) -> CheckIn {
    now(phone.answer_check_in(day, edit)).unwrap().check_in
}

#[test]
fn a_day_is_told_answer_by_answer_and_found_again() {
    let (home, world, phone) = new_phone();
    tell(&phone, sunday(), CheckInEdit::SetUsed(Some(DayUse::Nothing)));
    tell(&phone, sunday(), CheckInEdit::SetConfidence(Confidence::new(7).ok()));
    tell(&phone, sunday(), CheckInEdit::SetNeed(Need::Tired, true));
    let told = tell(&phone, sunday(), CheckInEdit::SetLine(Line::new("A quiet day").ok()));
    let phone = open(&home, &world);
    assert!(now(phone.check_in(sunday())).unwrap() == Some(told));
    assert_eq!(now(phone.check_in(sunday() - Days::new(1))).unwrap(), None);
    assert!(
        matches!(all(&phone).as_slice(), [entry] if matches!(entry.what, What::CheckIn(_))),
        "it stands in the log"
    );
}

#[test]
fn tomorrow_is_refused_kindly_and_yesterday_is_not() {
    let (_, world, phone) = new_phone();
    let tomorrow = sunday() + Days::new(1);
    let refused = now(phone.answer_check_in(tomorrow, CheckInEdit::SetMood(Some(Mood::Good))));
    assert_eq!(refused, Err(SaveError::Edit(WhenError::NotYet.into())));
    assert!(now(phone.check_ins(sunday(), tomorrow)).unwrap().is_empty());
    tell(&phone, sunday() - Days::new(1), CheckInEdit::SetMood(Some(Mood::Low)));
    world.wait(DAY_MS);
    tell(&phone, tomorrow, CheckInEdit::SetMood(Some(Mood::Good)));
    let days: Vec<NaiveDate> =
        now(phone.check_ins(sunday() - Days::new(7), tomorrow)).unwrap().iter().map(CheckIn::day).collect();
    assert_eq!(days, [sunday() - Days::new(1), tomorrow]);
    // The clock is set back by two days: what was told stays, and can be changed.
    world.wait(-2 * DAY_MS);
    assert_eq!(tell(&phone, tomorrow, CheckInEdit::SetMood(Some(Mood::Okay))).mood(), Some(Mood::Okay));
}

#[test]
fn two_tabs_tell_about_one_day_and_no_answer_is_lost() {
    let (home, world, one) = new_phone();
    let other = open(&home, &world);
    tell(&one, sunday(), CheckInEdit::SetUsed(Some(DayUse::Something)));
    tell(&other, sunday(), CheckInEdit::SetMood(Some(Mood::Low)));
    let told = tell(&one, sunday(), CheckInEdit::SetNeed(Need::Lonely, true));
    assert_eq!((told.used(), told.mood(), told.needs(Need::Lonely)), (Some(DayUse::Something), Some(Mood::Low), true));
    let days = now(open(&home, &world).check_ins(sunday(), sunday())).unwrap();
    assert!(days == [told]);
}

#[test]
fn an_answer_taken_back_leaves_no_mark() {
    let (_, _, phone) = new_phone();
    let told = now(phone.answer_check_in(sunday(), CheckInEdit::SetUsed(Some(DayUse::Something)))).unwrap();
    assert!(matches!(told.undo, Undo::PutBack(..)));
    now(phone.undo(told.undo)).unwrap();
    assert_eq!(now(phone.check_in(sunday())).unwrap(), None);
    assert!(now(phone.check_ins(sunday(), sunday())).unwrap().is_empty() && all(&phone).is_empty());
    tell(&phone, sunday(), CheckInEdit::SetUsed(Some(DayUse::Nothing)));
    assert_eq!(now(phone.check_ins(sunday(), sunday())).unwrap().len(), 1);
}

#[test]
fn a_hundred_days_are_kept_through_packing() {
    let (home, world, phone) = new_phone();
    for number in 0..100 {
        let mood = Mood::ALL[number % Mood::ALL.len()];
        tell(&phone, sunday() + Days::new(number as u64), CheckInEdit::SetMood(Some(mood)));
        log_many(&phone, &world, 5);
        world.wait(DAY_MS - 50 * super::world::MINUTE_MS);
        while now(phone.pack()).unwrap() {}
    }
    let phone = open(&home, &world);
    let week = now(phone.check_ins(sunday() + Days::new(30), sunday() + Days::new(36))).unwrap();
    assert_eq!(week.len(), 7);
    assert_eq!(now(phone.check_ins(sunday(), sunday() + Days::new(99))).unwrap().len(), 100);
    let opened = (1..50).filter(|leaf| phone.inside.borrow().leaf(*leaf).is_some()).count();
    assert!(opened > 0 && all(&phone).len() == 600);
}
