//! The pages of version 1, byte by byte: a phone that was updated has to find its meetings again.

use super::*;
use chrono::Weekday;
use domain::meeting::{DialIn, KindGroup, MeetingContact, MeetingKey, MeetingMore, MeetingTime, Position, Ways};
use domain::{Length, Line, Link, Note, StartTime};
use std::fs;
use std::path::PathBuf;

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

/// One meeting with everything, and one by appointment with nothing.
fn sample() -> ReadList {
    let zone = Zone::named("America/Los_Angeles").unwrap();
    let mut list = ReadList::empty(Fellowship::AlcoholicsAnonymous, zone);
    list.format = Some(Format::Tsml);
    list.kinds = vec![MeetingKind {
        english: label("Open"),
        spanish: label("Abierta"),
        group: KindGroup::Access,
        gives_proof: true,
    }];
    let line = |text: &str| Line::new(text).ok();
    let note = |text: &str| Note::new(text).ok();
    let contact = |name: &str| MeetingContact {
        name: Some(label(name)),
        phone: DialIn::of_contact("555-0100"),
        email: Some(label("a@b.example")),
        page: Link::new("https://b.example").ok(),
    };
    let everything = Meeting {
        key: MeetingKey::of("a"),
        name: Line::new("Ánimo").unwrap(),
        time: Some(MeetingTime {
            day: Weekday::Sun,
            start: StartTime::at(23, 30).unwrap(),
            length: Length::of_minutes(60).unwrap(),
        }),
        zone: Zone::named("Asia/Tokyo"),
        kinds: vec![0],
        ways: Ways { is_online: true, is_by_phone: true, is_closed: false, is_approximate: true },
        place: line("Hall"),
        address: line("1 A St"),
        region: line("X > Y"),
        position: Position::new(-33.5, 151.25),
        group: line("Group"),
        more: MeetingMore {
            notes: note("one\ntwo"),
            place_notes: note("door"),
            group_notes: note("group"),
            link: Link::new("https://zoom.us/j/1").ok(),
            link_notes: note("pw"),
            phone: DialIn::new("+13125550100,,1#"),
            phone_notes: note("code"),
            page: Link::new("https://a.example/m").ok(),
            contacts: vec![contact("Pat")],
            host: Some(contact("Office")),
            updated_utc_ms: Some(1_788_100_343_000),
        },
    };
    let nothing = Meeting {
        key: MeetingKey::of("b"),
        name: Line::new("B").unwrap(),
        time: None,
        zone: None,
        kinds: Vec::new(),
        ways: Ways::default(),
        place: None,
        address: None,
        region: None,
        position: None,
        group: None,
        more: MeetingMore::default(),
    };
    list.meetings = vec![everything, nothing];
    list
}

fn hexadecimal(bytes: &[u8]) -> String {
    let row = |row: &[u8]| row.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" ");
    bytes.chunks(16).map(|bytes| row(bytes) + "\n").collect()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("meetings/golden")
}

fn named(packed: &Packed) -> [(&'static str, &Vec<u8>); 3] {
    [("v1-shared.txt", &packed.index[0]), ("v1-rows.txt", &packed.index[1]), ("v1-details.txt", &packed.details[0])]
}

#[test]
#[ignore = "writes the golden files that are missing"]
fn write_golden() {
    for (name, page) in named(&pack(&sample())) {
        let path = folder().join(name);
        if !path.exists() {
            fs::write(path, hexadecimal(page)).unwrap();
        }
    }
}

#[test]
fn pages_of_version_1_are_read_for_ever() {
    let packed = pack(&sample());
    for (name, page) in named(&packed) {
        let golden = fs::read_to_string(folder().join(name)).expect(name);
        assert_eq!(hexadecimal(page), golden, "{name}: a frozen shape was changed, and the change is the mistake");
    }
    let mut unpacking = Unpacking::begin(&packed.index[0]).unwrap();
    unpacking.add(&packed.index[1]).unwrap();
    let listing = unpacking.finish(Fellowship::AlcoholicsAnonymous, sample().zone).unwrap();
    // By address and name: the one without an address is first.
    let [everything, nothing] = [1, 0].map(|row| meeting_of(&listing, row, &packed.details[0]).unwrap());
    assert!(vec![everything, nothing] == sample().meetings);
}

#[test]
fn pages_of_a_newer_build_or_of_nothing_are_no_list() {
    let packed = pack(&sample());
    let mut newer = packed.index[0].clone();
    newer[0] = 2;
    assert!(Unpacking::begin(&newer).is_none() && Unpacking::begin(&[]).is_none());
    // A page that is missing is missed.
    let unpacking = Unpacking::begin(&packed.index[0]).unwrap();
    assert!(unpacking.finish(Fellowship::Other, Zone::utc()).is_none());
}

#[test]
fn what_is_handed_over_is_checked() {
    let list = sample();
    let handed = Handed::encode(&list, &pack(&list));
    let back = Handed::decode(&handed).unwrap();
    assert_eq!((back.summary.meetings, back.index.len(), back.details.len()), (2, 2, 1));
    assert_eq!(back.summary.updated_utc_ms, Some(1_788_100_343_000));
    for cut in 0..handed.len() {
        assert!(Handed::decode(&handed[..cut]).is_err());
    }
    assert_eq!(Handed::decode(&[2]).err(), Some(HandedError::NotOurs));
    let more = [handed.as_slice(), &[0]].concat();
    assert_eq!(Handed::decode(&more).err(), Some(HandedError::Damaged));
}

#[test]
fn a_thousand_and_one_rows_are_two_pages_and_a_week_of_one_meeting_says_its_texts_once() {
    let mut list = sample();
    let one = list.meetings[0].clone();
    let numbered = |number: u32| Meeting { key: MeetingKey::of(&number.to_string()), ..one.clone() };
    list.meetings = (0..1_001).map(numbered).collect();
    let packed = pack(&list);
    assert_eq!((packed.index.len(), packed.details.len()), (3, 8));
    let size: usize = packed.index.iter().chain(&packed.details).map(Vec::len).sum();
    assert!(size < 1_001 * 75, "{size} bytes");
}

#[test]
fn a_list_that_was_not_read_yet_is_one_page_with_nothing_on_it() {
    let empty = pack(&ReadList::empty(Fellowship::Other, Zone::utc()));
    assert_eq!((empty.index, empty.details.len()), (vec![EMPTY_INDEX.to_vec()], 0));
}
