//! Rules: any that a calendar may hold has the dates that `rrule` finds for it, and what the standard has an example of, the standard's.

use crate::expand::{Asked, Stretch, Work, dates};
use crate::rule::Rule;
use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use rrule::RRuleSet;

fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(0, 0, 0).unwrap()
}

fn ours(rule: &str, start: NaiveDateTime, from: NaiveDateTime, to: NaiveDateTime) -> Vec<NaiveDateTime> {
    let asked = Asked { stretch: Stretch { from, to }, limit: usize::MAX, counts_start: false };
    dates(&Rule::read(rule).unwrap(), start, None, asked, &mut Work::new()).unwrap().found
}

/// None for a rule that it refuses.
fn theirs(rule: &str, start: NaiveDateTime, from: NaiveDateTime, to: NaiveDateTime) -> Option<Vec<NaiveDateTime>> {
    let set: RRuleSet = format!("DTSTART:{}\nRRULE:{rule}", start.format("%Y%m%dT%H%M%SZ")).parse().ok()?;
    let dates = set.into_iter().map(|date| date.naive_utc()).take_while(|date| *date < to);
    Some(dates.filter(|date| *date >= from).collect())
}

#[track_caller]
fn check(rule: &str, start: &str, expected: &[&str]) {
    let at = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap().and_hms_opt(9, 0, 0).unwrap();
    let found = ours(rule, at(start), day(1_997, 1, 1), day(2_030, 1, 1));
    let expected: Vec<NaiveDateTime> = expected.iter().map(|text| at(text)).collect();
    assert_eq!(found.get(..expected.len()), Some(expected.as_slice()), "{rule}");
}

#[test]
fn the_examples_of_the_standard_have_the_dates_of_the_standard() {
    check("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", &["1997-05-19", "1998-05-18", "1999-05-17"]);
    check("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", &["1997-05-12", "1998-05-11", "1999-05-17"]);
    check("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", &["1997-09-28", "1997-10-29", "1997-11-28", "1997-12-29"]);
    check("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", &["1998-02-13", "1998-03-13", "1998-11-13"]);
    check("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", &["1997-09-04", "1997-10-07", "1997-11-06"]);
    check("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", &["1997-09-29", "1997-10-30", "1997-11-27"]);
    check("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01", &["1997-01-01", "1997-04-10"]);
    let every_two = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=";
    check(&format!("{every_two}MO"), "1997-08-05", &["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]);
    check(&format!("{every_two}SU"), "1997-08-05", &["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]);
    let presidents = "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8";
    check(presidents, "1996-11-05", &["2000-11-07", "2004-11-02", "2008-11-04"]);
}

#[test]
fn places_in_a_week_are_counted_from_its_first_day_also_where_the_rule_begins_later() {
    // Wednesday is the second place of its week, and its Monday was before the rule began.
    check("FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1", "2022-02-23", &["2022-02-28", "2022-03-07"]);
    check("FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=2", "2022-02-23", &["2022-02-23", "2022-03-02"]);
}

#[test]
fn a_day_at_a_place_and_every_other_day_may_stand_in_one_rule() {
    check("FREQ=MONTHLY;BYDAY=1MO,FR", "2026-10-01", &["2026-10-02", "2026-10-05", "2026-10-09", "2026-10-16"]);
}

fn list(most: i32, is_signed: bool) -> impl Strategy<Value = String> {
    let number = if is_signed { prop_oneof![1..=most, -most..=-1].boxed() } else { (1..=most).boxed() };
    prop::collection::btree_set(number, 1..4)
        .prop_map(|numbers| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

fn maybe(name: &'static str, list: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 1 => list.prop_map(move |list| format!(";{name}={list}"))]
}

fn weekdays(most: i32) -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    // Every Monday beside the first Tuesday is not compared: rrule wants a day to be both.
    let every = prop::collection::vec(name.clone(), 1..4).prop_map(|days| days.join(","));
    let places = prop::collection::vec((prop_oneof![1..=most, -most..=-1], name), 1..3)
        .prop_map(|days| days.iter().map(|(place, name)| format!("{place}{name}")).collect::<Vec<_>>().join(","));
    if most > 0 { prop_oneof![2 => every, 1 => places].boxed() } else { every.boxed() }
}

/// Rules of every frequency with the parts that each may have.
fn rules() -> impl Strategy<Value = String> {
    let shared = || {
        let end = prop_oneof![2 => Just(String::new()), 1 => (1_u32..60).prop_map(|count| format!(";COUNT={count}"))];
        let week_start = prop::sample::select(vec!["", ";WKST=SU", ";WKST=SA", ";WKST=WE"]);
        let hours = maybe("BYHOUR", list(23, false));
        (1_u16..6, end, week_start, maybe("BYMONTH", list(12, false)), hours).prop_map(
            |(every, end, week_start, months, hours)| format!(";INTERVAL={every}{end}{week_start}{months}{hours}"),
        )
    };
    let days = |most: i32| maybe("BYDAY", weekdays(most));
    let place = || maybe("BYSETPOS", list(4, true));
    let month_days = || maybe("BYMONTHDAY", list(31, true));
    let with_place = |rule: String, place: String| if rule.contains("BY") { rule + &place } else { rule };
    // Weeks are compared in their middle: where they reach into another year, rrule leaves days out.
    let weeks = maybe(
        "BYWEEKNO",
        list(50, false).prop_map(|weeks| format!("2,{weeks}").replace("2,1,", "2,").replace("2,1", "2")),
    );
    prop_oneof![
        (shared(), days(5), month_days(), maybe("BYYEARDAY", list(366, true)), place()).prop_map(
            move |(shared, days, month, year, place)| with_place(
                format!("FREQ=YEARLY{shared}{days}{month}{year}"),
                place
            )
        ),
        (shared(), weekdays(0), weeks)
            .prop_map(|(shared, days, weeks)| format!("FREQ=YEARLY{shared};BYDAY={days}{weeks}")),
        (shared(), days(4), month_days(), place()).prop_map(move |(shared, days, month, place)| with_place(
            format!("FREQ=MONTHLY{shared}{days}{month}"),
            place
        )),
        (shared(), days(0), place())
            .prop_map(move |(shared, days, place)| with_place(format!("FREQ=WEEKLY{shared}{days}"), place)),
        (shared(), days(0), month_days()).prop_map(|(shared, days, month)| format!("FREQ=DAILY{shared}{days}{month}")),
        (shared(), days(0)).prop_map(|(shared, days)| format!("FREQ=HOURLY{shared}{days}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_rule_has_the_dates_that_rrule_finds(rule in rules(), days in 0_u64..1_500, hour in 0_u32..24, later in 0_u64..900) {
        let date = day(2_022, 1, 1).checked_add_days(chrono::Days::new(days)).unwrap().date();
        // Places in a week are counted from the week's first day; rrule counts those of the first week from where the rule begins.
        let is_counted = rule.starts_with("FREQ=WEEKLY") && rule.contains("BYSETPOS");
        let date = if is_counted { date.week(Rule::read(&rule).unwrap().week_start).first_day() } else { date };
        let start = date.and_hms_opt(hour, 30, 0).unwrap();
        let from = start.checked_add_days(chrono::Days::new(later)).unwrap();
        let to = from.checked_add_days(chrono::Days::new(500)).unwrap();
        if let Some(theirs) = theirs(&rule, start, from, to) {
            prop_assert_eq!(ours(&rule, start, from, to), theirs, "{} from {}", rule, start);
        }
    }
}
