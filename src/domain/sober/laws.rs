//! Sober time on days that are told by name, and what holds whatever was told.

use super::{Share, SoberStart, SoberTime, Span, UsedOn, counted, counts_for};
use crate::substance::{KnownSubstance, Substance};
use chrono::{Days, Months, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn told(starts: &[&str], used: &[&str], today: &str) -> Option<SoberTime> {
    SoberTime::of(starts.iter().map(|text| day(text)), used.iter().map(|text| day(text)), day(today))
}

#[test]
fn the_first_day_is_day_nothing_and_the_next_morning_is_a_day() {
    let first = told(&["2026-11-01"], &[], "2026-11-01").unwrap();
    assert_eq!((first.current.days, first.together, first.last_30.percent()), (0, 0, None));
    let next = told(&["2026-11-01"], &[], "2026-11-02").unwrap();
    assert_eq!((next.current.days, next.together, next.best), (1, 1, 1));
    assert_eq!(next.last_30, Share { sober: 1, of: 1 });
}

#[test]
fn use_today_ends_the_run_and_takes_nothing_else() {
    let before = told(&["2026-10-01"], &[], "2026-11-10").unwrap();
    let after = told(&["2026-10-01"], &["2026-11-10"], "2026-11-10").unwrap();
    assert_eq!((before.current.days, before.best, before.together), (40, 40, 40));
    assert_eq!((after.current.days, after.current.since), (0, day("2026-11-11")));
    assert_eq!((after.best, after.together), (40, 40));
    assert_eq!((after.last_30, after.last_90), (before.last_30, before.last_90));
    // Three days later.
    let later = told(&["2026-10-01"], &["2026-11-10"], "2026-11-13").unwrap();
    assert_eq!((later.current.days, later.best, later.together), (2, 40, 42));
    assert_eq!(later.last_30, Share { sober: 29, of: 30 });
    assert_eq!((later.last_30.percent(), later.last_90.percent()), (Some(96), Some(97)));
}

#[test]
fn a_start_moved_back_makes_the_run_longer_and_no_lapse() {
    let short = told(&["2026-11-01"], &[], "2026-11-20").unwrap();
    let moved = told(&["2026-09-01"], &[], "2026-11-20").unwrap();
    assert_eq!((short.current.days, moved.current.days), (19, 80));
    assert_eq!(moved.last_30.percent(), Some(100));
}

#[test]
fn starting_over_begins_a_new_run_and_keeps_the_days_before() {
    let twice = told(&["2026-11-01", "2026-10-01"], &[], "2026-11-11").unwrap();
    assert_eq!((twice.current.days, twice.best, twice.together), (10, 31, 41));
}

#[test]
fn what_lies_outside_is_left_alone() {
    assert_eq!(told(&[], &["2026-11-01"], "2026-11-02"), None);
    assert_eq!(told(&["2026-12-01"], &[], "2026-11-02"), None);
    let calm = told(&["2026-11-01"], &[], "2026-11-10");
    assert_eq!(told(&["2026-11-01", "2027-01-01"], &["2026-10-31", "2026-11-20"], "2026-11-10"), calm);
}

#[test]
fn a_start_on_the_day_of_use_counts_from_the_next_day() {
    let same = told(&["2026-11-10"], &["2026-11-10"], "2026-11-12").unwrap();
    assert_eq!((same.current.days, same.together), (1, 1));
}

#[test]
fn months_and_years_are_counted_as_a_person_counts_them() {
    let span = |from: &str, to: &str| {
        let Span { years, months, days } = Span::between(day(from), day(to));
        (years, months, days)
    };
    assert_eq!(span("2026-01-31", "2026-02-27"), (0, 0, 27));
    assert_eq!(span("2026-01-31", "2026-02-28"), (0, 1, 0));
    assert_eq!(span("2024-02-29", "2025-02-28"), (1, 0, 0));
    assert_eq!(span("2024-02-29", "2028-02-29"), (4, 0, 0));
    assert_eq!(span("2026-11-22", "2026-11-21"), (0, 0, 0));
    assert_eq!(span("2024-12-31", "2026-11-22"), (1, 10, 22));
}

#[test]
fn use_counts_for_what_it_was_and_when_nothing_is_named_for_all() {
    let (beer, powder): (Substance, Substance) = (KnownSubstance::Alcohol.into(), KnownSubstance::Cocaine.into());
    assert!(counts_for(None, Some(&beer)) && counts_for(Some(&beer), Some(&beer)) && counts_for(Some(&beer), None));
    assert!(!counts_for(Some(&powder), Some(&beer)));
}

#[test]
fn each_thing_is_counted_by_itself_and_everything_comes_first() {
    let today = day("2026-11-22");
    let start = |text: &str, counts: Option<KnownSubstance>| {
        SoberStart::new(day(text), counts.map(Substance::Known), today).unwrap()
    };
    let starts = [
        start("2026-11-12", Some(KnownSubstance::Nicotine)),
        start("2026-11-01", None),
        start("2026-10-22", None),
        start("2026-11-02", Some(KnownSubstance::Alcohol)),
    ];
    let used = [UsedOn { day: day("2026-11-17"), substance: Some(KnownSubstance::Nicotine.into()) }];
    let all = counted(&starts, &used, today);
    let told: Vec<_> =
        all.iter().map(|one| (one.counts.as_ref().and_then(Substance::known), one.time.current.days)).collect();
    assert_eq!(told, [(None, 4), (Some(KnownSubstance::Alcohol), 20), (Some(KnownSubstance::Nicotine), 4)]);
    assert_eq!(all[0].time.together, 30);
    assert!(SoberStart::new(day("2026-11-23"), None, today).is_err());
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..2_000u64).prop_map(|days| day("2022-01-01").checked_add_days(Days::new(days)).unwrap())
}

proptest! {
    #[test]
    fn use_told_today_lowers_nothing_but_the_current_run(
        starts in vec(any_day(), 1..4), used in vec(any_day(), 0..30), today in any_day()
    ) {
        let Some(before) = SoberTime::of(starts.clone(), used.clone(), today) else { return Ok(()) };
        let after = SoberTime::of(starts, used.into_iter().chain([today]), today).unwrap();
        prop_assert_eq!((after.best, after.together), (before.best, before.together));
        prop_assert_eq!((after.last_30, after.last_90), (before.last_30, before.last_90));
        prop_assert_eq!(after.current.days, 0);
    }

    #[test]
    fn use_told_later_takes_its_own_day_and_no_other(
        starts in vec(any_day(), 1..4), used in vec(any_day(), 0..30), late in any_day(), today in any_day()
    ) {
        let Some(before) = SoberTime::of(starts.clone(), used.clone(), today) else { return Ok(()) };
        let after = SoberTime::of(starts, used.into_iter().chain([late]), today).unwrap();
        prop_assert!(before.together - after.together <= 1);
        prop_assert!(after.best <= before.best && after.current.days <= before.current.days);
    }

    #[test]
    fn another_sober_day_shortens_no_run(starts in vec(any_day(), 1..4), used in vec(any_day(), 0..30), today in any_day()) {
        let Some(before) = SoberTime::of(starts.clone(), used.clone(), today) else { return Ok(()) };
        let tomorrow = today.succ_opt().unwrap();
        let (starts, used) = (starts.into_iter().filter(|one| *one <= today), used.into_iter().filter(|one| *one <= today));
        let after = SoberTime::of(starts, used, tomorrow).unwrap();
        prop_assert!(after.current.days >= before.current.days && after.best >= before.best);
        prop_assert!(after.together >= before.together);
    }

    #[test]
    fn the_truths_agree_with_each_other(starts in vec(any_day(), 1..4), used in vec(any_day(), 0..30), today in any_day()) {
        let Some(time) = SoberTime::of(starts, used, today) else { return Ok(()) };
        prop_assert!(time.current.days <= time.best && time.best <= time.together);
        prop_assert!(time.last_30.sober <= time.last_30.of && time.last_30.of <= 30);
        prop_assert!(time.last_30.sober <= time.last_90.sober && time.last_90.sober <= time.together);
        prop_assert!(time.last_30.percent() <= Some(100) && (time.last_90.sober == time.last_90.of || time.last_90.percent() < Some(100)));
    }

    #[test]
    fn a_span_put_back_together_is_the_other_day(from in any_day(), to in any_day()) {
        let Span { years, months, days } = Span::between(from, to);
        let back = from.checked_add_months(Months::new(years * 12 + months)).unwrap();
        let back = back.checked_add_days(Days::new(days.into())).unwrap();
        prop_assert_eq!(back, to.max(from));
        prop_assert!(months < 12 && days < 31);
    }
}
