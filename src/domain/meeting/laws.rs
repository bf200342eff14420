//! What is next, and what is found: across midnight, across zones, when the clocks change, and with words as they are typed.

use super::samples::{orange_county, weekly, zone};
use super::*;
use crate::from_field;
use crate::zones::Zones;
use chrono::Weekday;
use proptest::prelude::*;

/// Los Angeles with its change of 8 March and 1 November 2026, Tokyo, New York in the same steps, and nothing else.
struct Three;

impl Zones for Three {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let summer = |hours: i64| {
            let (spring, autumn) =
                (utc("2026-03-08T02:00") - hours * HOUR_MS, utc("2026-11-01T01:00") - hours * HOUR_MS);
            i64::from((spring..autumn).contains(&utc_ms))
        };
        let hours = match zone.name() {
            "America/Los_Angeles" => -8 + summer(-8),
            "America/New_York" => -5 + summer(-5),
            "Asia/Tokyo" => 9,
            _ => return None,
        };
        i32::try_from(hours * 3_600).ok()
    }
}

const HOUR_MS: i64 = 3_600_000;

fn utc(field: &str) -> i64 {
    from_field(field).unwrap().and_utc().timestamp_millis()
}

fn los_angeles() -> Zone {
    zone("America/Los_Angeles")
}

/// The names of what is next in Orange County, with the time a clock in `here` shows.
fn next(here: &str, now: &str, wish: &Wish) -> Vec<String> {
    let listing = orange_county();
    let timeline = Timeline::of(&[&listing], &Three, &zone(here), utc(now));
    let found = find(&[&listing], &timeline, wish);
    let told = |next: &Upcoming| {
        let row = &listing.rows[next.row];
        format!("{} {}", listing.text(row.name), next.here.format("%a %H:%M"))
    };
    let appointments = found.by_appointment.iter().map(|(_, row)| listing.text(listing.rows[*row].name).to_owned());
    found.upcoming.iter().map(told).chain(appointments).collect()
}

fn typed(words: &str) -> Wish {
    Wish { words: Wish::words(words), ..Wish::default() }
}

#[test]
fn what_comes_next_comes_first_wherever_one_is() {
    // Saturday, 21 November 2026, nine in the evening in Los Angeles.
    let all = next("America/Los_Angeles", "2026-11-22T05:00", &Wish::default());
    let expected = [
        "Midnight Candlelight Sat 23:30",
        "Tokyo English Sun 15:00",
        "Sunday Serenity Sun 18:00",
        "Reunión Español Viernes Fri 19:30",
        "Jail Panel",
    ];
    assert_eq!(all, expected);
    let in_new_york = next("America/New_York", "2026-11-22T05:00", &Wish::default());
    assert_eq!(
        in_new_york[..3],
        ["Midnight Candlelight Sun 02:30", "Tokyo English Sun 18:00", "Sunday Serenity Sun 21:00"]
    );
    // In summer Tokyo is an hour later by the clock of Los Angeles.
    assert_eq!(next("America/Los_Angeles", "2026-07-05T20:00", &typed("tokyo")), ["Tokyo English Sun 16:00"]);
}

#[test]
fn one_meeting_alone_is_next_when_it_is_next_among_all() {
    let listing = orange_county();
    let now = utc("2026-11-22T05:00");
    let timeline = Timeline::of(&[&listing], &Three, &zone("America/New_York"), now);
    for next in &timeline.upcoming {
        assert_eq!(Upcoming::of(&listing, next.row, &Three, &zone("America/New_York"), now), Some(*next));
    }
    assert_eq!(Upcoming::of(&listing, 5, &Three, &los_angeles(), now), None);
}

#[test]
fn who_is_ten_minutes_late_still_comes_also_after_midnight() {
    let midnight = |now| next("America/Los_Angeles", now, &typed("midnight"));
    // 23:40 on Saturday; 23:41 and the next one is in a week; a quarter past midnight.
    assert_eq!(midnight("2026-11-22T07:40"), ["Midnight Candlelight Sat 23:30"]);
    let listing = orange_county();
    let starts = |now: &str| {
        let timeline = Timeline::of(&[&listing], &Three, &los_angeles(), utc(now));
        let found = find(&[&listing], &timeline, &typed("midnight"));
        (found.upcoming[0].starts_utc_ms, found.upcoming[0].ends_utc_ms)
    };
    assert_eq!(starts("2026-11-22T07:40"), (utc("2026-11-22T07:30"), utc("2026-11-22T08:30")));
    assert_eq!(starts("2026-11-22T07:41").0, utc("2026-11-29T07:30"));
}

#[test]
fn a_meeting_of_a_whole_day_is_on_until_half_an_hour_before_its_end() {
    let time = weekly(Weekday::Fri, 0, 24 * 60).unwrap();
    let near = |now| NearZone::around(&Three, &los_angeles(), now).unwrap();
    let starts = |now| upcoming::next_of(time, &near(now), now).unwrap().0;
    let friday = utc("2026-11-20T08:00");
    assert_eq!(starts(friday + 23 * HOUR_MS), friday);
    assert_eq!(starts(friday + 24 * HOUR_MS - HOUR_MS / 4), friday + 7 * 24 * HOUR_MS);
}

#[test]
fn a_time_that_the_clock_jumps_over_is_an_hour_later_that_week_and_only_then() {
    let time = weekly(Weekday::Sun, 150, 45).unwrap();
    let at = |now: &str| {
        let near = NearZone::around(&Three, &los_angeles(), utc(now)).unwrap();
        let (starts, _) = upcoming::next_of(time, &near, utc(now)).unwrap();
        near.civil_of(starts).unwrap().format("%d %H:%M").to_string()
    };
    assert_eq!(at("2026-03-01T08:00"), "01 02:30");
    assert_eq!(at("2026-03-06T08:00"), "08 03:30");
    assert_eq!(at("2026-03-12T08:00"), "15 02:30");
}

#[test]
fn words_are_found_in_name_place_region_without_accents() {
    let find = |words: &str| next("America/Los_Angeles", "2026-11-22T05:00", &typed(words));
    assert_eq!(find("penon"), ["Reunión Español Viernes Fri 19:30"]);
    assert_eq!(find("ALANO"), find("serenity anytown"));
    assert_eq!(find("orange serenity").len(), 1);
    assert!(find("serenity penon").is_empty() && find("nobody").is_empty());
    assert_eq!(find("jail"), ["Jail Panel"]);
}

#[test]
fn nobody_is_sent_to_a_closed_place_but_who_looks_for_it_is_told() {
    let listing = orange_county();
    let timeline = Timeline::of(&[&listing], &Three, &los_angeles(), utc("2026-11-22T05:00"));
    let all = find(&[&listing], &timeline, &Wish::default());
    assert_eq!((all.upcoming.len(), all.inactive), (4, 1));
    let named = find(&[&listing], &timeline, &typed("old timers"));
    assert_eq!(listing.rows[named.upcoming[0].row].ways.standing(), Standing::Inactive);
}

#[test]
fn each_thing_that_can_be_asked_for_is_asked_for() {
    let ask = |wish: Wish| next("America/Los_Angeles", "2026-11-22T05:00", &wish).len();
    let none = Wish::default;
    assert_eq!(ask(Wish { day: Some(Weekday::Sun), ..none() }), 2);
    assert_eq!(ask(Wish { part: Some(DayPart::Evening), ..none() }), 2);
    assert_eq!(ask(Wish { part: Some(DayPart::Night), ..none() }), 1);
    assert_eq!(ask(Wish { join: Some(JoinBy::Online), ..none() }), 1);
    assert_eq!(ask(Wish { join: Some(JoinBy::Phone), ..none() }), 1);
    assert_eq!(ask(Wish { join: Some(JoinBy::InPerson), ..none() }), 4);
    assert_eq!(ask(Wish { kinds: vec!["Open".to_owned()], ..none() }), 3);
    assert_eq!(ask(Wish { kinds: vec!["Open".to_owned(), "Spanish".to_owned()], ..none() }), 1);
    assert_eq!(ask(Wish { kinds: vec!["Women".to_owned()], ..none() }), 0);
    assert_eq!(ask(Wish { fellowships: vec![Fellowship::NarcoticsAnonymous], ..none() }), 0);
    let here = Position::new(33.7, -117.8).unwrap();
    assert_eq!(ask(Wish { near: Some(Near { here, km: 10.0 }), ..none() }), 1);
    assert_eq!(ask(Wish { near: Some(Near { here, km: 5.0 }), ..none() }), 0);
}

#[test]
fn distances_are_right_and_nowhere_is_no_place() {
    let (la, tokyo) = (Position::new(34.0522, -118.2437).unwrap(), Position::new(35.6762, 139.6503).unwrap());
    assert!((la.km_to(tokyo) - 8_815.0).abs() < 45.0, "{}", la.km_to(tokyo));
    assert!(la.km_to(la) < 0.001);
    for (latitude, longitude) in [(0.0, 0.0), (91.0, 0.0), (0.0, 181.0), (f64::NAN, 1.0), (f64::INFINITY, 1.0)] {
        assert_eq!(Position::new(latitude, longitude), None);
    }
}

#[test]
fn what_can_be_asked_for_comes_by_groups_and_counts() {
    let listing = orange_county();
    let kinds = kinds_of(&[&listing, &listing]);
    let told: Vec<_> = kinds.iter().map(|choice| (choice.english.as_str(), choice.count)).collect();
    assert_eq!(told, [("Open", 6), ("Wheelchair access", 2), ("Spanish", 2)]);
}

#[test]
fn a_listing_that_names_what_it_has_not_is_none() {
    let listing = orange_county();
    let again = |rows: Vec<Row>, texts: &str| {
        let whose = (Fellowship::Other, Zone::utc());
        Listing::new(whose, Vec::new(), Vec::new(), rows, texts.to_owned()).is_some()
    };
    assert!(again(Vec::new(), "") && again(Vec::new(), "\nx") && !again(Vec::new(), "x"));
    assert!(!again(listing.rows, "\nx"));
}

#[test]
fn a_saved_meeting_is_one_session_in_two_tabs_and_another_in_another_list() {
    let (one, other) = (ListId::from_bytes([1; 8]), ListId::from_bytes([2; 8]));
    let key = MeetingKey::of("sunday-serenity");
    // These are stored: the series of a meeting must never change.
    assert_eq!(key.to_hex(), "fb6b44fbb7bf1108");
    assert_eq!(key.series(one)[0].to_hex(), "b225ab689d361663");
    assert!(key.series(one).iter().all(|series| !key.series(other).contains(series)));
    assert_eq!(MeetingKey::from_hex(&key.to_hex()), Some(key));
}

#[test]
fn a_point_that_is_no_number_is_none() {
    for (latitude, longitude) in
        [("", ""), ("x", "1"), ("1e2", "1"), ("1.2.3", "1"), ("9999", "1"), ("91", "1"), ("0", "0")]
    {
        assert_eq!(Position::written(latitude, longitude), None, "{latitude}");
    }
    assert_eq!(Position::written(" 33.7 ", "-117.86783499999").map(Position::e5), Some((3_370_000, -11_786_783)));
}

proptest! {
    #[test]
    fn a_point_is_read_as_it_is_written(latitude in -90.0..=90.0_f64, longitude in -180.0..=180.0_f64) {
        let written = Position::written(&format!("{latitude:.7}"), &format!("{longitude:.7}"));
        let close = |one: i32, other: i32| (one - other).abs() <= 1;
        if let (Some(written), Some(point)) = (written, Position::new(latitude, longitude)) {
            prop_assert!(close(written.e5().0, point.e5().0) && close(written.e5().1, point.e5().1));
        }
    }

    #[test]
    fn what_is_next_is_on_its_day_at_its_time_and_within_a_week(
        day in 0_u8..7, start in 0_u16..1_440, length in 1_u16..=1_440, ahead in 0_i64..(400 * 24 * 60)
    ) {
        let day = Weekday::try_from(day).unwrap();
        let time = weekly(day, start, length).unwrap();
        let now = utc("2026-01-01T00:00") + ahead * 60_000;
        let near = NearZone::around(&Three, &los_angeles(), now).unwrap();
        let (starts, ends) = upcoming::next_of(time, &near, now).unwrap();
        prop_assert_eq!(ends - starts, i64::from(length) * 60_000);
        prop_assert!(ends >= now && starts <= now + 8 * 24 * HOUR_MS);
        let shown = near.civil_of(starts).unwrap();
        let planned = time.start.on(shown.date());
        // Only the hour that the clock jumps over is shown otherwise.
        let apart = (shown - planned).num_minutes();
        prop_assert!(apart == 0 || (apart == 60 && shown.date() == from_field("2026-03-08T00:00").unwrap().date()));
    }

    #[test]
    fn any_words_find_what_has_them_and_nothing_else(words in "[a-zñé ]{0,12}") {
        let listing = orange_county();
        let timeline = Timeline::of(&[&listing], &Three, &los_angeles(), utc("2026-11-22T05:00"));
        let wish = typed(&words);
        let found = find(&[&listing], &timeline, &wish);
        let has = |row: &Row| wish.words.iter().all(|word| {
            row.texts().into_iter().any(|text| crate::Folded::new(listing.text(text)).contains(word))
        });
        let rows: Vec<usize> = found.upcoming.iter().map(|next| next.row).chain(found.by_appointment.iter().map(|(_, row)| *row)).collect();
        for (place, row) in listing.rows.iter().enumerate() {
            let hidden = wish.words.is_empty() && row.ways.standing() == Standing::Inactive;
            prop_assert_eq!(rows.contains(&place), has(row) && !hidden);
        }
    }

    #[test]
    fn what_is_remembered_of_the_last_words_changes_nothing_of_what_is_found(typed_one_by_one in proptest::collection::vec("[a-eñé ]{0,8}", 1..6)) {
        let listing = orange_county();
        let timeline = Timeline::of(&[&listing], &Three, &los_angeles(), utc("2026-11-22T05:00"));
        let mut remembered = Remembered::default();
        for words in typed_one_by_one {
            let wish = typed(&words);
            let found = find_next(&[&listing], &timeline, &wish, &mut remembered);
            prop_assert_eq!(found, find(&[&listing], &timeline, &wish));
        }
    }
}
