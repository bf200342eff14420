//! Files that mean harm, or are none. Every limit is met here, each is told by its name, and what is good comes in all the same.

use super::*;
use interop::calendar::{MAX_DATES, MAX_EVENTS, MAX_FILE_BYTES, MAX_PROBLEMS, ReadLink};
use std::time::{Duration, Instant};

const GOOD: &str = "DTSTART:20261005T180000Z";

/// Reads, and fails when it takes too long: in a build that is not made for speed.
fn soon(text: &str, limit: Duration) -> ReadCalendar {
    let began = Instant::now();
    let read = in_2026(text);
    assert!(began.elapsed() < limit, "took {:?}", began.elapsed());
    read
}

#[test]
fn what_is_no_calendar_is_refused_for_what_it_is() {
    check_reasons("", &[Reason::Empty]);
    check_reasons(" \r\n\t", &[Reason::Empty]);
    check_reasons("<!DOCTYPE html>\n<html><body>Sign in: please</body></html>", &[Reason::WebPage]);
    check_reasons("PK\u{3}\u{4} anything", &[Reason::NoCalendar]);
    check_reasons("BEGIN:VCARD\nFN:Jo\nEND:VCARD", &[Reason::NoCalendar]);
    assert!(in_2026("<html>").is_refused());
}

#[test]
fn fifty_megabytes_are_refused_before_they_are_looked_at() {
    let began = Instant::now();
    let read = within(&vec![b'\n'; 50_000_000], "2026-01-01T00:00", "2027-01-01T00:00");
    assert_eq!((reasons(&read), Reason::TooLarge.limit()), (vec![Reason::TooLarge], Some(MAX_FILE_BYTES)));
    assert!(began.elapsed() < Duration::from_secs(1));
}

#[test]
fn a_rule_every_second_for_a_hundred_years_is_refused_and_its_neighbour_is_not() {
    let every_second = "DTSTART:20260101T000000Z\nRRULE:FREQ=SECONDLY;UNTIL=21260101T000000Z";
    let text = calendar(&[vevent("a", every_second), vevent("b", GOOD)].join("\n"));
    let read = soon(&text, Duration::from_secs(1));
    assert_eq!((read.events.len(), reasons(&read)), (2, vec![Reason::RuleTooOften]));
    assert_eq!(read.events[0].occurrences.len(), 1);
    for often in [
        "FREQ=MINUTELY",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE=1,2,3,4,5,6,7",
        "FREQ=YEARLY;BYSECOND=0,1,2,3,4,5,6;BYMINUTE=1,2,3,4,5,6,7",
    ] {
        check_reasons(&event(&format!("{GOOD}\nRRULE:{often}")), &[Reason::RuleTooOften]);
    }
}

#[test]
fn every_hour_of_a_year_is_a_thousand_dates_and_a_sentence() {
    let read =
        soon(&event(&format!("{GOOD}\nRRULE:FREQ=HOURLY").replace("20261005", "20260105")), Duration::from_secs(1));
    assert_eq!((read.events[0].occurrences.len(), reasons(&read)), (1_000, vec![Reason::TooManyDates]));
    assert!(read.events[0].goes_on);
}

#[test]
fn ten_thousand_events_are_five_thousand_and_a_sentence() {
    let many: Vec<String> = (0..10_000).map(|number| vevent(&format!("{number}@x"), GOOD)).collect();
    let read = soon(&calendar(&many.join("\n")), Duration::from_secs(20));
    assert_eq!((read.events.len(), reasons(&read)), (MAX_EVENTS, vec![Reason::TooManyEvents]));
}

#[test]
fn five_thousand_rules_without_end_stay_within_what_a_phone_can_hold() {
    let daily = "DTSTART:20260105T180000Z\nRRULE:FREQ=DAILY";
    let many: Vec<String> = (0..5_000).map(|number| vevent(&format!("{number}@x"), daily)).collect();
    let read = soon(&calendar(&many.join("\n")), Duration::from_secs(30));
    let dates: usize = read.events.iter().map(|event| event.occurrences.len()).sum();
    assert_eq!((dates, read.more_problems > 0), (MAX_DATES, true));
    assert!(reasons(&read).contains(&Reason::FileFull));
}

#[test]
fn rules_that_never_come_to_a_date_do_not_keep_anybody_waiting() {
    let impossible = ["YEARLY", "MONTHLY", "DAILY", "HOURLY"];
    let many: Vec<String> = (0..2_000)
        .map(|number| {
            let rule = format!("{GOOD}\nRRULE:FREQ={};BYMONTH=2;BYMONTHDAY=30", impossible[number % 4]);
            vevent(&format!("{number}@x"), &rule)
        })
        .collect();
    let read = soon(&calendar(&many.join("\n")), Duration::from_secs(30));
    assert_eq!(read.events.len(), 2_000);
    assert!(reasons(&read).contains(&Reason::RuleTooLong));
    let counted = event("DTSTART:16010101T000000Z\nRRULE:FREQ=HOURLY;COUNT=4000000000");
    assert_eq!(reasons(&soon(&counted, Duration::from_secs(2))), [Reason::RuleTooLong]);
}

#[test]
fn a_file_that_breaks_off_loses_only_its_last_event() {
    let whole = calendar(&[vevent("a", GOOD), vevent("b", GOOD)].join("\n"));
    let cut = &whole[..whole.rfind("DTSTART").unwrap() + 12];
    let read = in_2026(cut);
    assert_eq!((read.events.len(), reasons(&read), read.problems[0].line), (1, vec![Reason::CutOff], Some(9)));
    // An end that is missing in the middle costs one event as well.
    let missing = whole.replacen("END:VEVENT\n", "", 1);
    let read = in_2026(&missing);
    assert_eq!((read.events.len(), reasons(&read)), (1, vec![Reason::CutOff]));
}

#[test]
fn words_stay_words_and_links_lead_nowhere_bad() {
    let read = in_2026(&event(&format!(
        "{GOOD}\nURL:javascript:alert(1)\nDESCRIPTION:<script>alert(1)</script>\\nbell\u{7}\u{0}\nLOCATION:<img src=x onerror=y>"
    )));
    let event = &read.events[0];
    assert!(event.link.is_none());
    assert_eq!(event.notes.as_ref().unwrap().as_str(), "<script>alert(1)</script>\nbell");
    assert_eq!(event.place.as_ref().unwrap().as_str(), "<img src=x onerror=y>");
    assert_eq!(reasons(&read), [Reason::LinkLeftOut]);
    let room = in_2026(&super::event(&format!("{GOOD}\nURL:about:blank\nX-GOOGLE-CONFERENCE:https://meet.example/a")));
    assert!(matches!(room.events[0].link, Some(ReadLink::Web(_))));
}

#[test]
fn half_a_million_lines_of_nothing_are_counted_and_five_hundred_are_listed() {
    let text = format!("BEGIN:VCALENDAR\n{}", "x\n".repeat(500_000));
    let read = soon(&text, Duration::from_secs(20));
    assert_eq!((read.problems.len(), read.more_problems), (MAX_PROBLEMS, 500_000 - MAX_PROBLEMS as u32));
}

#[test]
fn components_in_components_without_end_are_no_trouble() {
    let read = soon(&calendar(&"BEGIN:VEVENT\nBEGIN:VALARM\n".repeat(50_000)), Duration::from_secs(20));
    assert!(read.events.is_empty() && read.more_problems > 0);
    soon(&format!("BEGIN:VCALENDAR\n{}", "\n".repeat(9_000_000)), Duration::from_secs(20));
    soon(&format!("BEGIN:VCALENDAR\nX:{}", "\n ".repeat(4_000_000)), Duration::from_secs(20));
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X-A\n".repeat(100_000));
    soon(&deep, Duration::from_secs(20));
}

#[test]
fn an_event_of_a_million_lines_is_an_event_of_ten_thousand() {
    for line in
        ["UID:b\n", "EXDATE:20261005T180000Z\n", "X-ODD:1\n", "RRULE:FREQ=DAILY\n", "BEGIN:VALARM\nEND:VALARM\n"]
    {
        let text = event(&format!("{GOOD}\n{}", line.repeat(300_000)));
        soon(&text, Duration::from_secs(20));
        soon(&format!("BEGIN:VCALENDAR\n{}", line.repeat(300_000)), Duration::from_secs(20));
    }
    let words = format!("{GOOD}\nDESCRIPTION:{}", "word \\n".repeat(1_000_000));
    let read = soon(&event(&words), Duration::from_secs(20));
    assert_eq!(reasons(&read), [Reason::TextCut]);
}

#[test]
fn numbers_that_fit_nowhere_break_nothing() {
    for lines in [
        "DTSTART:99991231T235959Z\nDURATION:P4294967295W",
        "DTSTART:00000101T000000Z",
        "DTSTART:20261005T180000Z\nDURATION:P4294967295W",
        "DTSTART:20261005T180000Z\nDTEND:99991231T000000Z",
        "DTSTART:20261005T180000Z\nSEQUENCE:99999999999999999999",
        "DTSTART:20261005T996199Z",
        "DTSTART:20261005T180000+9999",
        "DTSTART;VALUE=DATE:20261005\nDURATION:P366D\nRRULE:FREQ=YEARLY;BYMONTHDAY=-31",
        "DTSTART:21991231T235959Z\nRRULE:FREQ=YEARLY",
        "DTSTART:20261005T180000Z\nRECURRENCE-ID:00010101T000000Z",
        "DTSTART:20261005T180000Z\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P99999999999999D\nEND:VALARM",
    ] {
        in_2026(&event(lines));
    }
}
