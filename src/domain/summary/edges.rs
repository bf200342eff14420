//! Where days, numbers and notes end: changes of clocks, leap days, New Year, halves, nothing at all, and a note of ten pages.

use super::*;
use crate::samples::summary::{any_occasion, days};
use crate::samples::week::date;
use crate::samples::{any_note, chicago, intensity};
use crate::week::Occasion;
use crate::*;
use chrono::Days;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn craving_at(field: &str, offset_minutes: i16) -> Marked<Craving> {
    let at = Moment::said_at(from_field(field).unwrap(), offset_minutes, chicago()).unwrap();
    Marked { id: [1; 16], marks: None, what: Craving::new(intensity(5), at) }
}

fn count(period: Period, cravings: Vec<Marked<Craving>>) -> (u32, u32) {
    let facts = Facts { cravings, ..Facts::default() };
    let now = Moment::said_at(from_field("2028-12-31T12:00").unwrap(), -360, chicago()).unwrap();
    let change = Summary::of(&facts, period, Choice::default(), &now).sheet().change.unwrap();
    (change.now.cravings, change.before.cravings)
}

#[test]
fn a_week_is_seven_days_also_when_the_clocks_change() {
    let week = days("2026-10-26", "2026-11-01");
    assert_eq!((week.days(), week.before()), (7, days("2026-10-19", "2026-10-25")));
    // The hour that comes twice on the last day, and the minute before the first.
    let cravings = vec![
        craving_at("2026-11-01T01:30", -300),
        craving_at("2026-11-01T01:30", -360),
        craving_at("2026-11-01T23:59", -360),
        craving_at("2026-11-02T00:00", -360),
        craving_at("2026-10-26T00:00", -300),
        craving_at("2026-10-25T23:59", -300),
    ];
    assert_eq!(count(week, cravings), (4, 1));
}

#[test]
fn a_day_is_the_day_it_was_there_whatever_day_it_was_in_utc() {
    let day = days("2026-11-23", "2026-11-23");
    // Ten in the evening in Chicago is Tuesday in UTC; one in the morning in Tokyo is Sunday there.
    assert_eq!(count(day, vec![craving_at("2026-11-23T22:00", -360), craving_at("2026-11-23T01:00", 540)]), (2, 0));
}

#[test]
fn leap_days_and_new_year_are_days_like_others() {
    let leap = days("2028-02-28", "2028-03-01");
    assert_eq!((leap.days(), leap.before()), (3, days("2028-02-25", "2028-02-27")));
    assert_eq!(days("2027-02-28", "2027-03-01").days(), 2);
    let turn = days("2026-12-29", "2027-01-04");
    assert_eq!((turn.days(), turn.before()), (7, days("2026-12-22", "2026-12-28")));
    assert_eq!(count(turn, vec![craving_at("2026-12-31T23:59", -360), craving_at("2027-01-01T00:00", -360)]), (2, 0));
}

#[test]
fn a_period_has_an_end() {
    let day = date("2026-11-29");
    assert_eq!(Period::new(day, day - Days::new(1)), Err(PeriodError::Backwards));
    assert_eq!(Period::new(day, day).map(Period::days), Ok(1));
    let longest = u64::from(Period::LONGEST_DAYS);
    assert_eq!(Period::new(day, day + Days::new(longest - 1)).map(Period::days), Ok(Period::LONGEST_DAYS));
    assert_eq!(Period::new(day, day + Days::new(longest)), Err(PeriodError::TooLong { limit: Period::LONGEST_DAYS }));
    assert_eq!(
        (Period::days_until(day, 0).days(), Period::days_until(day, u16::MAX).days()),
        (1, Period::LONGEST_DAYS)
    );
    for offered in Period::OFFERED_DAYS {
        assert_eq!((Period::days_until(day, offered).days(), Period::days_until(day, offered).last()), (offered, day));
    }
    let first = Period::days_until(chrono::NaiveDate::MIN, 7);
    assert_eq!((first.days(), first.before().days()), (1, 1));
}

/// A session of a kind some days ago, and how it was told.
fn session(days_ago: u64, kind: SessionKind, attendance: Option<Attendance>) -> Marked<Occasion> {
    let mut what = any_occasion().new_tree(&mut TestRunner::deterministic()).unwrap().current();
    let day = date("2026-11-29") - Days::new(days_ago);
    what.occurrence.about = About::of(kind);
    what.occurrence.times.start = day.and_hms_opt(18, 0, 0).unwrap();
    let at = what.occurrence.at();
    let told = Visit::new(what.occurrence.key.clone(), at).apply(VisitEdit::SetAttendance(attendance)).unwrap();
    Marked { id: [2; 16], marks: None, what: Occasion { visit: Some(told), ..what } }
}

#[test]
fn it_begins_with_the_last_session_that_somebody_was_at_or_a_week_ago() {
    use Attendance::{Attended, Late, Missed};
    use SessionKind::{Group, Individual, Wellness};
    let today = date("2026-11-29");
    let since = |occasions: &[Marked<Occasion>]| Period::since_last_session(occasions, today).days();
    assert_eq!(since(&[]), 7);
    assert_eq!(since(&[session(3, Group, Some(Attended)), session(9, Group, Some(Attended))]), 4);
    assert_eq!(since(&[session(2, Individual, Some(Late))]), 3);
    assert_eq!(since(&[session(2, Group, Some(Missed)), session(1, Wellness, Some(Attended))]), 7);
    assert_eq!(since(&[session(0, Group, Some(Attended)), session(5, Group, None)]), 7, "today's begins nothing");
    assert_eq!(since(&[session(29, Group, Some(Attended))]), 30);
    assert_eq!(since(&[session(30, Group, Some(Attended))]), 7, "too long ago");
    let mut private = session(3, Group, Some(Attended));
    private.marks = Some(Marks::new(private.id, private.what.occurrence.at()).set(EntryMark::Private, true));
    assert_eq!(since(&[private]), 7);
}

#[test]
fn halves_are_rounded_up_and_nothing_has_no_mean() {
    let mean = |values: &[u8]| Mean::of(values).map(|mean| mean.tenths);
    assert_eq!((mean(&[]), Middle::of(&[])), (None, None));
    assert_eq!((mean(&[0]), mean(&[10]), mean(&[7, 7, 8])), (Some(0), Some(100), Some(73)));
    // 21 over 20 is 1.05, which is half a tenth.
    let mut twenty = [1; 20];
    twenty[0] = 2;
    assert_eq!(mean(&twenty), Some(11));
    let median = |values: &[u8]| Middle::of(values).map(|middle| middle.median_tenths);
    assert_eq!(
        (median(&[4]), median(&[9, 1]), median(&[2, 9, 1]), median(&[1, 2, 3, 9])),
        (Some(40), Some(50), Some(20), Some(25))
    );
}

fn excerpt(text: &str) -> (String, bool) {
    let excerpt = Excerpt::of(&Note::new(text).unwrap()).unwrap();
    (excerpt.line.as_str().to_owned(), excerpt.is_cut)
}

#[test]
fn a_long_note_is_cut_between_words_and_a_short_one_is_not() {
    assert_eq!(excerpt(" a\n\nshort   note "), ("a short note".to_owned(), false));
    assert_eq!(excerpt(&"word ".repeat(40)), ("word ".repeat(40).trim_end().to_owned(), false));
    assert_eq!(excerpt(&"word ".repeat(41)), (format!("{}word", "word ".repeat(39)), true));
    assert_eq!(excerpt(&format!("{} word", "x".repeat(200))), ("x".repeat(200), true));
    // One that fills the line is cut where the line ends, and a family stays together.
    assert_eq!(excerpt(&"x".repeat(20_000)), ("x".repeat(200), true));
    let family = "\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}";
    let (line, is_cut) = excerpt(&format!("{}{family}", "x".repeat(197)));
    assert_eq!((line, is_cut), ("x".repeat(197), true));
    assert_eq!(excerpt(&format!("{}e\u{301}", "x".repeat(199))), ("x".repeat(199), true));
    assert!(Excerpt::of(&Note::new(&format!("{}word", "\u{7}".repeat(500))).unwrap()).is_some_and(|one| !one.is_cut));
}

proptest! {
    #[test]
    fn every_note_has_an_excerpt_that_is_its_beginning(note in any_note()) {
        if let Some(excerpt) = Excerpt::of(&note) {
            let words = excerpt.line.as_str();
            prop_assert!(words.chars().count() <= Line::LIMIT);
            let whole = note.as_str().chars().filter(|c| c.is_whitespace() || !c.is_control()).collect::<String>();
            let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(whole.starts_with(words) && (excerpt.is_cut || whole == words));
        }
    }

    #[test]
    fn the_period_before_ends_where_this_one_begins(ago in 0..20_000u64, length in 1..=Period::LONGEST_DAYS) {
        let period = Period::days_until(date("2030-01-01") - Days::new(ago), length);
        let before = period.before();
        prop_assert_eq!((period.days(), before.days()), (length, length));
        prop_assert_eq!(before.last().succ_opt(), Some(period.first()));
        prop_assert!(!period.contains(before.last()) && !before.contains(period.first()));
    }
}
