//! Lists that are none, half of one, or meant to do harm: a clear reason, the good entries in, the bad ones counted.

use super::*;
use domain::meeting::provider_of;
use interop::meetings::{MAX_LIST_BYTES, MAX_MEETINGS, MAX_PROBLEMS};
use std::time::Instant;

const GOOD: &str =
    r#"{"name":"Good","slug":"good","formatted_address":"1 A St, Irvine, CA 92602, USA","day":1,"time":"18:00"}"#;

#[track_caller]
fn refused(text: &str, reason: Reason) {
    let list = aa(text);
    assert_eq!((list.refused(), list.meetings.len(), list.format), (Some(reason), 0, None), "{text:.40}");
}

#[test]
fn what_is_no_list_is_refused_with_its_reason() {
    refused("", Reason::Empty);
    refused(" \n\u{FEFF}".trim_end_matches('\u{FEFF}'), Reason::Empty);
    refused("<!doctype html><title>Sign in</title>", Reason::WebPage);
    refused("\u{FEFF}  <html>", Reason::WebPage);
    refused("BEGIN:VCALENDAR", Reason::NotJson);
    refused("nothing", Reason::NotJson);
    refused("{\"error\":\"no key\"}", Reason::NoList);
    refused("{}", Reason::NoList);
    refused("[]", Reason::NoList);
    refused("[1,2,\"x\",null]", Reason::NoList);
    refused("{oops", Reason::NotJson);
    refused("{\"values\":[]}", Reason::NoList);
    refused("{\"meetings\":[]}", Reason::NoList);
    refused("{\"values\":\"x\",\"meetings\":{}}", Reason::NoList);
}

#[test]
fn two_hundred_megabytes_are_not_even_looked_at() {
    let begun = Instant::now();
    let list = read(&vec![b'['; 200 * 1024 * 1024], Fellowship::Other, &Zone::utc());
    assert_eq!(list.refused(), Some(Reason::TooLarge));
    assert!(begun.elapsed().as_secs() < 5);
    const { assert!(MAX_LIST_BYTES < 200 * 1024 * 1024) };
}

#[test]
fn of_half_a_list_the_whole_entries_come_in() {
    let whole = format!("[{GOOD},{}]", GOOD.replace("good", "other"));
    let half = aa(&whole[..whole.len() - 30]);
    assert_eq!((half.meetings.len(), half.left_out), (1, 1));
    assert_eq!(reasons(&half), [Reason::CutOff]);
    let between = aa(&format!("[{GOOD},"));
    assert_eq!((between.meetings.len(), between.left_out, reasons(&between)), (1, 0, vec![Reason::CutOff]));
    refused("[{\"name\":", Reason::NoList);
}

#[test]
fn one_broken_entry_takes_no_other_with_it() {
    let list =
        aa(&format!("[{GOOD},{{\"name\":\"\\x\",\"slug\":\"]}}\"}},[[{{]]],nul,5,{}]", GOOD.replace("good", "other")));
    assert_eq!(list.meetings.len(), 2, "{:?}", reasons(&list));
    assert!(list.left_out >= 3 && reasons(&list).iter().all(|reason| *reason == Reason::EntryNotRead));
}

#[test]
fn a_field_of_the_wrong_sort_costs_that_field_at_most() {
    for wrong in ["null", "true", "7", "[]", "{}", "[[[]]]", "\"\"", "{\"a\":[1]}", "1e999", "\"\\ud800\""] {
        for field in [
            "end_time",
            "timezone",
            "types",
            "location",
            "location_notes",
            "group",
            "group_notes",
            "notes",
            "latitude",
            "longitude",
            "coordinates",
            "approximate",
            "regions",
            "region",
            "sub_region",
            "conference_url",
            "conference_url_notes",
            "conference_phone",
            "conference_phone_notes",
            "updated",
            "url",
            "entity",
            "entity_phone",
            "entity_url",
            "contact_1_name",
            "contact_1_phone",
            "contact_2_email",
            "feedback_emails",
        ] {
            let list = entry(&format!("\"{field}\":{wrong}"));
            assert_eq!((list.meetings.len(), list.left_out), (1, 0), "{field} {wrong}");
        }
        for field in ["name", "slug", "day", "time", "formatted_address"] {
            let list = aa(&format!(
                "[{},{GOOD}]",
                GOOD.replace("good", "bad").replace(&format!("\"{field}\":"), &format!("\"{field}\":{wrong},\"x\":"))
            ));
            assert!(
                list.meetings.iter().any(|meeting| meeting.key == domain::meeting::MeetingKey::of("good")),
                "{field} {wrong}"
            );
            assert_eq!(list.meetings.len() + list.left_out as usize, 2, "{field} {wrong}");
        }
    }
}

#[test]
fn links_lead_to_the_web_and_only_to_who_they_say() {
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "JAVASCRIPT:alert(1)",
        "https://zoom.us@evil.example/",
        "file:///etc",
        "//x",
        "https://localhost/",
        "https://",
    ] {
        let list = entry(&format!(r#""conference_url":"{bad}","url":"{bad}""#));
        assert!(only(&list).more.link.is_none() && only(&list).more.page.is_none(), "{bad}");
        assert_eq!(reasons(&list), [Reason::LinkLeftOut], "{bad}");
    }
    let evil = entry(r#""conference_url":"https://evilzoom.us/j/1""#);
    assert!(!only(&evil).ways.is_online);
    assert_eq!(provider_of(only(&evil).more.link.as_ref().unwrap()), None);
    let bare = entry(r#""conference_url":"zoom.us/j/1""#);
    assert_eq!(only(&bare).more.link.as_ref().unwrap().as_str(), "https://zoom.us/j/1");
}

#[test]
fn what_a_page_would_run_is_no_text() {
    let list = entry(
        r#""notes":"Line one<br>Line two <script>alert(1)</script>","location":"<b onclick=x>Hall</b> &amp; <i>Yard""#,
    );
    assert_eq!(only(&list).more.notes.as_ref().unwrap().as_str(), "Line one\nLine two");
    assert_eq!(only(&list).place.as_ref().unwrap().as_str(), "Hall & Yard");
}

#[test]
fn the_same_slug_twice_is_one_meeting() {
    let list = aa(&format!("[{GOOD},{}]", GOOD.replace("18:00", "10:00")));
    assert_eq!((list.meetings.len(), reasons(&list)), (1, vec![Reason::SameSlug]));
}

#[test]
fn long_texts_are_cut_and_long_slugs_refused() {
    let long = entry(&format!(r#""notes":"{0}","location":"{0}","group":"é""#, "é".repeat(30_000)));
    assert_eq!(reasons(&long), [Reason::TextCut]);
    assert_eq!(only(&long).place.as_ref().unwrap().as_str().chars().count(), 200);
    let slug = aa(&format!("[{}]", GOOD.replace("\"good\"", &format!("\"{}\"", "x".repeat(201)))));
    assert_eq!(reasons(&slug), [Reason::NoSlug, Reason::NoList]);
}

#[test]
fn nothing_takes_long_however_it_is_meant() {
    let texts = [
        format!("[{}", "[".repeat(1_000_000)),
        format!("[{}", "{\"a\":".repeat(300_000)),
        format!("[{}]", "{}{},".repeat(200_000)),
        format!("[{}]", "\"\\".repeat(1_000_000)),
        format!("[{}]", format!("{{\"notes\":\"{}\"}},", "<script>".repeat(4_000)).repeat(50)),
        format!("[{}]", GOOD.replace("Good", &"<a".repeat(16_000))),
        format!("[{}]", GOOD.replace("Good", &"&".repeat(30_000))),
        format!("[{}]", vec!["}"; 500_000].join(",")),
        format!("{{\"values\":[{}]}}", "[1],".repeat(500_000)),
        format!("{{{}}}", "\"values\":[],".repeat(200_000)),
        format!("{{\"formats\":[{}],\"meetings\":[]}}", "{\"key_string\":\"x\",\"name_string\":\"y\"},".repeat(50_000)),
    ];
    for (number, text) in texts.iter().enumerate() {
        let begun = Instant::now();
        let list = aa(text);
        assert!(begun.elapsed().as_secs() < 20, "{number}: {:?}", begun.elapsed());
        assert!(list.problems.len() <= MAX_PROBLEMS);
    }
}

#[test]
fn more_meetings_than_a_phone_should_hold_are_counted() {
    let entries: Vec<String> = (0..=MAX_MEETINGS).map(|number| GOOD.replace("good", &number.to_string())).collect();
    let list = aa(&format!("[{}]", entries.join(",")));
    assert_eq!((list.meetings.len(), reasons(&list)), (MAX_MEETINGS, vec![Reason::TooManyMeetings]));
}
