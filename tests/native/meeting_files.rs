//! The sample lists in `meetings/`, against what was worked out for them: by running another reader and, where that one is mistaken, by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a story that cannot be set up is a failing test"
)]

use domain::Zone;
use domain::meeting::{Fellowship, Meeting, MeetingKey, Standing, provider_of};
use interop::meetings::{Format, ReadList, Reason};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

fn file(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("meetings").join(name)).expect(name)
}

fn read(name: &str) -> ReadList {
    meetings::read(&file(name), Fellowship::AlcoholicsAnonymous, &Zone::named("America/Los_Angeles").unwrap())
}

#[track_caller]
fn meeting<'a>(list: &'a ReadList, slug: &str) -> &'a Meeting {
    list.meetings.iter().find(|meeting| meeting.key == MeetingKey::of(slug)).expect(slug)
}

fn kinds(list: &ReadList, meeting: &Meeting) -> Vec<String> {
    meeting.kinds.iter().map(|kind| list.kinds[usize::from(*kind)].english.as_str().to_owned()).collect()
}

fn named(standing: Standing) -> &'static str {
    match standing {
        Standing::InPerson => "in_person",
        Standing::Online => "online",
        Standing::Hybrid => "hybrid",
        Standing::Inactive => "inactive",
    }
}

#[test]
fn the_sample_feed_is_read_as_expected() {
    let expected: Value = serde_json::from_slice(&file("sample-tsml-aa.expected.json")).unwrap();
    let accepted = expected["accepted"].as_object().unwrap();
    let list = read("sample-tsml-aa.json");
    assert_eq!((list.format, list.meetings.len()), (Some(Format::Tsml), accepted.len()));
    for (slug, expected) in accepted {
        let meeting = meeting(&list, slug);
        assert_eq!(named(meeting.ways.standing()), expected["status"].as_str().unwrap(), "{slug}");
        if let Some(provider) = expected["provider"].as_str() {
            assert_eq!(meeting.more.link.as_ref().and_then(provider_of), Some(provider), "{slug}");
        }
    }
    let reasons: Vec<Reason> = list.problems.iter().map(|problem| problem.reason).collect();
    assert_eq!(
        reasons,
        [
            Reason::PhoneLeftOut,
            Reason::KindNotKnown,
            Reason::SameSlug,
            Reason::NoSlug,
            Reason::NoAddress,
            Reason::StartNotRead,
            Reason::LinkLeftOut,
        ]
    );
    assert_eq!(list.left_out as usize, expected["rejected"].as_object().unwrap().len());
}

#[test]
fn what_others_get_wrong_in_it_is_right() {
    let list = read("sample-tsml-aa.json");
    let midnight = meeting(&list, "midnight-candlelight").time.unwrap();
    assert_eq!((midnight.start.minutes(), midnight.length.minutes()), (23 * 60 + 30, 60));
    let noon = meeting(&list, "online-noon-big-book");
    assert_eq!(noon.time.unwrap().length.minutes(), 60);
    let phone = noon.more.phone.as_ref().unwrap();
    assert_eq!(phone.tel_link(), "tel:+16465550100,,00000000001%23,,,,*123456%23");
    assert!(meeting(&list, "by-appointment").time.is_none());
    assert_eq!(kinds(&list, meeting(&list, "wednesday-women")), ["Closed", "Women"]);
    assert_eq!(kinds(&list, meeting(&list, "own-site-link")), ["Open", "Speaker and discussion"]);
    assert_eq!(kinds(&list, meeting(&list, "both-o-and-c")), ["Closed"]);
    assert_eq!(kinds(&list, meeting(&list, "4711")), ["11th Step meditation", "Open"]);
    let html = meeting(&list, "html-notes");
    assert_eq!(
        (html.name.as_str(), html.more.notes.as_ref().unwrap().as_str()),
        ("Bold Name & Co", "Line one\nLine two")
    );
    assert!(html.more.page.is_none());
    assert!(meeting(&list, "bounding-box").ways.is_approximate);
    let sunday = meeting(&list, "sunday-serenity");
    assert_eq!(sunday.region.as_ref().unwrap().as_str(), "Orange County > Anytown");
    assert_eq!(sunday.more.host.as_ref().unwrap().name.as_ref().unwrap().as_str(), "Example Central Office");
    assert_eq!(sunday.more.updated_utc_ms, Some(1_788_100_343_000));
}

#[test]
fn the_sample_sheet_is_read_row_by_row() {
    let list = read("sample-google-sheet-values.json");
    assert_eq!((list.format, list.meetings.len(), list.left_out), (Some(Format::Sheet), 4, 0));
    let first = meeting(&list, "hb-1");
    assert_eq!(kinds(&list, first), ["Open", "Discussion", "Wheelchair access"]);
    assert_eq!(first.time.unwrap().start.minutes(), 18 * 60);
    let women = meeting(&list, "hb-2");
    assert_eq!((women.time.unwrap().day.to_string(), women.ways.standing()), ("Wed".to_owned(), Standing::Online));
    assert!(meeting(&list, "hb-3").time.is_none());
    let reasons: Vec<Reason> = list.problems.iter().map(|problem| problem.reason).collect();
    assert_eq!(reasons, [Reason::KindNotKnown, Reason::WhenNotRead]);
    assert!(meeting(&list, "hb-4").more.updated_utc_ms.is_some());
}

#[test]
fn the_sample_server_is_read_with_its_own_types() {
    let list = read("sample-bmlt-GetSearchResults.json");
    let wire: Value = serde_json::from_slice(&file("sample-bmlt-GetSearchResults.json")).unwrap();
    assert_eq!((list.format, list.fellowship), (Some(Format::Bmlt), Fellowship::NarcoticsAnonymous));
    assert_eq!((list.meetings.len(), list.left_out), (wire["meetings"].as_array().unwrap().len(), 0));
    assert_eq!(list.name.as_ref().unwrap().as_str(), "Example Area");
    let standings: Vec<Standing> =
        ["900001", "900002", "900003", "900004", "900005"].map(|id| meeting(&list, id).ways.standing()).to_vec();
    use Standing::{Hybrid, InPerson, Online};
    assert_eq!(standings, [Online, Hybrid, InPerson, Online, Online]);
    assert_eq!(kinds(&list, meeting(&list, "900001")), ["Closed", "Discussion"]);
    assert_eq!(meeting(&list, "900004").time.unwrap().length.minutes(), 1_440);
    assert!(meeting(&list, "900004").zone.is_none());
    assert!(list.problems.is_empty(), "{:?}", list.problems.iter().map(|problem| problem.reason).collect::<Vec<_>>());
}
