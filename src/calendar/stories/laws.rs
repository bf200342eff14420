//! What holds for any bytes and for any calendar.

use super::*;
use interop::calendar::{Change, Known, Taken, compare, take_in};
use proptest::prelude::*;

/// Lines of a calendar, some of them odd.
fn lines() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec![
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VALARM",
        "END:VALARM",
        "UID:a",
        "UID:b",
        "SEQUENCE:2",
        "DTSTART:20261005T180000Z",
        "DTSTART;TZID=America/Los_Angeles:20260308T023000",
        "DTSTART;VALUE=DATE:20261005",
        "DTEND:20261005T190000Z",
        "DURATION:PT1H",
        "DURATION:-P1W",
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU",
        "RRULE:FREQ=YEARLY;BYWEEKNO=53;COUNT=7",
        "RRULE:FREQ=HOURLY;UNTIL=20261010",
        "EXDATE:20261006T180000Z",
        "EXDATE;VALUE=DATE:20261007",
        "RDATE;VALUE=PERIOD:20261011T000000Z/PT5H",
        "RECURRENCE-ID:20261008T180000Z",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261009T180000Z",
        "RECURRENCE-ID;VALUE=DATE:20261008",
        "STATUS:CANCELLED",
        "METHOD:CANCEL",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE:=C3=",
        "TRIGGER:-PT15M",
        "ACTION:DISPLAY",
        "BEGIN:VTIMEZONE",
        "TZID:Odd",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:-1800",
        "END:STANDARD",
        "END:VTIMEZONE",
        "DTSTART;TZID=Odd:20261005T180000",
        " folded",
        "no line",
    ]);
    prop_oneof![9 => names.prop_map(str::to_owned), 1 => "[A-Z-]{1,9}(;[A-Z]{1,5}=[ -~]{0,9})?:\\PC{0,30}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        within(&bytes, "2026-01-01T00:00", "2027-01-01T00:00");
    }

    #[test]
    fn any_lines_are_answered_and_the_answer_arrives(lines in prop::collection::vec(lines(), 0..60)) {
        let read = in_2026(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}", lines.join("\n")));
        prop_assert!(ReadCalendar::decode(&read.encode()).is_ok_and(|again| again == read));
    }

    #[test]
    fn what_was_taken_in_is_unchanged_the_next_time(lines in prop::collection::vec(lines(), 0..60)) {
        let read = in_2026(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n{}\nEND:VEVENT", lines.join("\n")));
        let kept: Vec<_> = read.events.iter().filter_map(|event| match take_in(&read, event, None, 0) {
            Some(Taken::Keep(imported)) => Some(imported),
            _ => None,
        }).collect();
        let known: Vec<Known<'_>> = kept.iter().map(|imported| Known(imported)).collect();
        for change in compare(&known, &read) {
            let nothing_new = matches!(
                change,
                Change::Unchanged { .. } | Change::Unreadable { .. } | Change::Cancelled { known: None, .. }
            );
            prop_assert!(nothing_new, "{:?}", change);
        }
    }

    #[test]
    fn what_is_kept_of_a_series_says_the_same_as_its_file(lines in prop::collection::vec(lines(), 0..60)) {
        let read = in_2026(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n{}\nEND:VEVENT", lines.join("\n")));
        for event in &read.events {
            let Some(source) = &event.source else { continue };
            let again = in_2026(source);
            let there = again.events.iter().find(|other| other.uid == event.uid);
            prop_assert!(there.is_some_and(|other| other.occurrences == event.occurrences && other.clock == event.clock));
        }
    }

    #[test]
    fn a_cut_anywhere_is_survived(cut in 0_usize..400) {
        let whole = event("DTSTART;TZID=America/Los_Angeles:20261005T180000\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE:20261013T010000Z");
        in_2026(whole.get(..cut).unwrap_or(&whole));
    }

    /// The engine behind the rules and ours agree with counting days one by one.
    #[test]
    fn weekly_rules_are_as_counted_by_hand(days in 1_u8..128, every in 1_i64..5, count in 1_usize..40, first in 0_i64..900) {
        let start = ms("2024-01-01T18:00") + first * 86_400_000;
        let weekday = |day: i64| (day + first).rem_euclid(7);
        let monday = -(first.rem_euclid(7));
        let is_on = |day: i64| days & (1 << weekday(day)) != 0 && (day - monday) / 7 % every == 0;
        let mut planned: Vec<i64> = (0..9_000).filter(|day| *day == 0 || is_on(*day)).take(count).collect();
        planned.retain(|day| (ms("2026-01-01T00:00")..ms("2027-01-01T00:00")).contains(&(start + day * 86_400_000)));
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let on: Vec<&str> = (0..7).filter(|day| days & (1 << day) != 0).map(|day| names[day]).collect();
        let begins = DateTime::from_timestamp_millis(start).unwrap().format("%Y%m%dT%H%M%SZ");
        let text = event(&format!("DTSTART:{begins}\nRRULE:FREQ=WEEKLY;INTERVAL={every};BYDAY={};COUNT={count}", on.join(",")));
        let read = in_2026(&text);
        let found: Vec<i64> = read.events.iter().flat_map(starts).map(|at| (ms(&at) - start) / 86_400_000).collect();
        prop_assert_eq!(found, planned);
    }
}
