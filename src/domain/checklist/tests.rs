//! When a list is up, and what is ticked on it.

use super::*;
use crate::samples::now;
use chrono::{NaiveDateTime, Weekday};

fn date(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(day: NaiveDate, hour: u32, minute: u32) -> Moment {
    let wall: NaiveDateTime = day.and_hms_opt(hour, minute, 0).unwrap();
    Moment::said_at(wall, now().offset_minutes(), now().zone().clone()).unwrap()
}

fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

fn list(list_use: ChecklistUse, repeats: Repeats) -> Checklist {
    Checklist::new(Label::new("Friday").unwrap(), list_use, vec![line("Call Nan"), line("Take the bus")], repeats)
        .unwrap()
}

fn fridays(hour: u16) -> Repeats {
    Repeats { days: Weekdays::of(&[Weekday::Fri]), day_of_month: None, at: StartTime::at(hour, 30) }
}

#[test]
fn a_hard_hour_comes_up_two_hours_before_and_stays_three_after() {
    let friday = date(11, 27);
    let up = |day, hour, minute| fridays(17).up_at(&at(day, hour, minute));
    assert_eq!(up(friday, 15, 29), None);
    assert_eq!(up(friday, 15, 30), Some(friday));
    assert_eq!(up(friday, 20, 30), Some(friday));
    assert_eq!(up(friday, 20, 31), None);
    assert_eq!(up(date(11, 26), 17, 30), None);
}

#[test]
fn one_around_midnight_belongs_to_its_own_day() {
    let friday = date(11, 27);
    assert_eq!(fridays(23).up_at(&at(date(11, 28), 1, 0)), Some(friday));
    assert_eq!(fridays(0).up_at(&at(date(11, 26), 23, 0)), Some(friday));
}

#[test]
fn payday_is_the_last_day_of_a_month_that_is_too_short_for_it() {
    let payday = Repeats { day_of_month: Some(31), ..Repeats::default() };
    assert!(payday.is_on(date(10, 31)) && payday.is_on(date(11, 30)) && payday.is_on(date(2, 28)));
    assert!(!payday.is_on(date(10, 30)) && !payday.is_on(date(11, 29)));
    assert_eq!(payday.up_at(&at(date(11, 30), 3, 0)), Some(date(11, 30)));
}

#[test]
fn a_list_without_days_waits_until_it_is_wanted() {
    let list = list(ChecklistUse::Routine, Repeats::default());
    assert_eq!(list.repeats().up_at(&now()), None);
    assert_eq!(list.day_of(&now()), now().day());
}

#[test]
fn staying_away_is_ticked_through_the_week_from_monday_on() {
    let away = list(ChecklistUse::StayingAway, fridays(17));
    assert!(away.repeats() == Repeats::default());
    let monday = date(11, 23);
    for day in 23..=29 {
        assert_eq!(away.day_of(&at(date(11, day), 23, 59)), monday);
    }
    assert_eq!(away.day_of(&at(date(11, 30), 0, 0)), date(11, 30));
}

#[test]
fn ticks_follow_the_words_of_a_step_and_not_its_place() {
    let before = list(ChecklistUse::Routine, fridays(17));
    let id = ChecklistId::from_bytes([1; 8]);
    let day = ChecklistDay::new(id, before.name().clone(), date(11, 27), &now()).unwrap();
    let day = day.tick(&line("Take the bus"), true).tick(&line("Take the bus"), true);
    assert_eq!(day.done_of(&before), 1);
    let steps = vec![line("Take the bus"), line("Leave at five"), line("Call Nan")];
    let after = Checklist::new(before.name().clone(), ChecklistUse::Routine, steps, fridays(17)).unwrap();
    assert!(day.is_ticked(&after.steps()[0]) && day.done_of(&after) == 1);
    assert_eq!(day.tick(&line("Take the bus"), false).done_of(&after), 0);
}

#[test]
fn a_list_needs_a_step_and_a_day_that_months_have() {
    let name = || Label::new("Morning").unwrap();
    let none = Checklist::new(name(), ChecklistUse::Routine, Vec::new(), Repeats::default());
    assert_eq!(none.err(), Some(ChecklistError::NoStep));
    let many = (0..13).map(|n| line(&format!("step {n}"))).collect();
    let many = Checklist::new(name(), ChecklistUse::Routine, many, Repeats::default());
    assert_eq!(many.err(), Some(ChecklistError::TooManySteps { limit: 12 }));
    let repeats = Repeats { day_of_month: Some(32), ..Repeats::default() };
    let odd = Checklist::new(name(), ChecklistUse::Routine, vec![line("a"), line("a")], repeats);
    assert_eq!(odd.err(), Some(ChecklistError::NoSuchDay));
}

#[test]
fn two_lists_and_two_days_never_share_their_ticks() {
    let (one, two) = (ChecklistId::from_bytes([1; 8]), ChecklistId::from_bytes([2; 8]));
    assert!(one.mark_on(date(11, 27)) != two.mark_on(date(11, 27)));
    assert!(one.mark_on(date(11, 27)) != one.mark_on(date(11, 28)));
    assert!(one.mark_on(date(11, 27)) == ChecklistId::from_hex(&one.to_hex()).unwrap().mark_on(date(11, 27)));
}
