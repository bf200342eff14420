//! The three forms, and the ways in which each is written in the wild.

use super::*;
use domain::meeting::{KindGroup, Standing};
use interop::meetings::Format;

#[test]
fn an_entry_on_five_days_is_five_meetings_and_a_wrong_day_takes_none_along() {
    let list = aa(
        r#"[{"name":"A","slug":"a","day":[1,"2",9,5,5],"time":"06:30","address":"45 Elm","city":"Costa Mesa"},
                      {"name":"B","slug":"b","day":[2,4],"time":"07:00","formatted_address":"1 B St, Irvine, CA, USA"}]"#,
    );
    let days: Vec<String> = list.meetings.iter().map(|meeting| meeting.time.unwrap().day.to_string()).collect();
    assert_eq!(days, ["Mon", "Tue", "Fri", "Tue", "Thu"]);
    assert_eq!((list.left_out, reasons(&list)), (0, vec![Reason::OneDayNotRead]));
}

#[test]
fn without_a_day_or_a_time_it_is_by_appointment() {
    let list = aa(r#"[{"name":"A","slug":"a","formatted_address":"1 B St, Irvine, CA, USA","time":"18:00"},
                      {"name":"B","slug":"b","formatted_address":"1 B St, Irvine, CA, USA","day":1,"time":null}]"#);
    assert!(list.meetings.iter().all(|meeting| meeting.time.is_none()) && list.meetings.len() == 2);
}

#[test]
fn a_meeting_past_midnight_ends_the_next_day_and_without_an_end_it_is_an_hour() {
    let minutes = |end: &str| only(&entry(end)).time.unwrap().length.minutes();
    assert_eq!(minutes(r#""end_time":"17:00""#), 23 * 60);
    assert_eq!(minutes(r#""end_time":"19:30""#), 90);
    assert_eq!(minutes(r#""end_time":null"#), 60);
    let wrong = entry(r#""end_time":"late""#);
    assert_eq!((only(&wrong).time.unwrap().length.minutes(), reasons(&wrong)), (60, vec![Reason::EndNotRead]));
}

#[test]
fn several_ways_in_are_all_kept() {
    let list = entry(
        r#""conference_url":"https://us02web.zoom.us/j/1?pwd=2","conference_url_notes":"Password: 3",
           "conference_phone":"+1 646 555 0100,,1#,,,,*2#","conference_phone_notes":"Passcode 2""#,
    );
    let meeting = only(&list);
    assert_eq!(meeting.ways.standing(), Standing::Hybrid);
    assert_eq!(meeting.more.phone.as_ref().unwrap().tel_link(), "tel:+16465550100,,1%23,,,,*2%23");
    assert_eq!(meeting.more.link_notes.as_ref().unwrap().as_str(), "Password: 3");
}

#[test]
fn regions_of_any_depth_are_kept_in_their_order() {
    let region = |fields: &str| only(&entry(fields)).region.as_ref().map(|region| region.as_str().to_owned());
    assert_eq!(
        region(r#""regions":["West","Orange County","South","Anytown"]"#).as_deref(),
        Some("West > Orange County > South > Anytown")
    );
    assert_eq!(
        region(r#""region":"Orange County","sub_region":"Anytown""#).as_deref(),
        Some("Orange County > Anytown")
    );
    assert_eq!(region(r#""regions":[]"#), None);
}

#[test]
fn a_point_is_written_in_four_ways_and_a_box_is_no_point() {
    let e5 = |fields: &str| only(&entry(fields)).position.map(domain::meeting::Position::e5);
    let there = Some((3_374_557, -11_786_783));
    assert_eq!(e5(r#""latitude":33.74557,"longitude":-117.86783"#), there);
    assert_eq!(e5(r#""latitude":"33.74557","longitude":"-117.86783""#), there);
    assert_eq!(e5(r#""coordinates":"33.74557,-117.86783""#), there);
    assert_eq!(e5(r#""latitude":null,"longitude":"""#), None);
    let boxed = entry(r#""coordinates":"33.1,-117.9,33.9,-117.1""#);
    assert!(only(&boxed).position.is_none() && only(&boxed).ways.is_approximate);
}

#[test]
fn types_are_words_of_the_fellowship_whose_list_it_is() {
    let text = r#"[{"name":"A","slug":"a","day":1,"time":"18:00","formatted_address":"1 B St, Irvine, CA, USA","types":["C","SP","B"," O ",11,"ZZZ",null]}]"#;
    let words = |fellowship| {
        let list = read(text.as_bytes(), fellowship, &los_angeles());
        (kinds(&list, only(&list)), reasons(&list))
    };
    let unknown = vec![Reason::KindNotKnown];
    let aa = ["Closed", "Speaker", "Big Book", "11th Step meditation"].map(str::to_owned).to_vec();
    assert_eq!(words(Fellowship::AlcoholicsAnonymous), (aa, unknown.clone()));
    let aca = ["Closed", "Spanish", "Book study"].map(str::to_owned).to_vec();
    assert_eq!(words(Fellowship::AdultChildren), (aca, unknown.clone()));
    let al_anon = ["Families and friends only", "Speaker", "Families, friends and observers welcome"];
    assert_eq!(words(Fellowship::AlAnon), (al_anon.map(str::to_owned).to_vec(), unknown));
}

#[test]
fn what_is_said_of_a_room_is_not_said_where_there_is_none() {
    let online = entry(r#""types":["O","X","BA","TC","POA"],"conference_url":"https://zoom.us/j/1""#);
    assert_eq!(kinds(&online, only(&online)), ["Open", "Proof of attendance"]);
    assert!(online.kinds.iter().any(|kind| kind.gives_proof));
    let there = entry(r#""types":["O","X","BA"]"#);
    assert_eq!(kinds(&there, only(&there)), ["Open", "Wheelchair access", "Babysitting available"]);
}

#[test]
fn a_sheet_is_read_by_its_headers_in_any_order() {
    let list = aa(r#"{"range":"x","values":[["Time","Name","ID","Day","Types","Regions","Full Address","Group Notes"],
        ["6:00 PM","Harbor","h1","Lunes","Open, Discussion, Speaker","A > B","1 C St, Irvine, CA, USA","x"],
        [],["","",""],
        ["noonish","Odd","h2","Someday","","","1 C St, Irvine, CA, USA"],
        ["7:00 PM","Short","h3"]]}"#);
    assert_eq!(list.format, Some(Format::Sheet));
    assert_eq!(list.meetings.len(), 2);
    assert_eq!(kinds(&list, &list.meetings[0]), ["Open", "Speaker and discussion"]);
    assert_eq!(list.meetings[1].time, None);
    assert_eq!(reasons(&list), [Reason::WhenNotRead, Reason::NoAddress]);
}

#[test]
fn a_server_of_narcotics_anonymous_counts_its_days_from_one() {
    let list = aa(
        r#"[{"id_bigint":"7","weekday_tinyint":"1","start_time":"09:00:00","duration_time":"01:30:00","venue_type":"1",
        "formats":"O,WC,St,st","meeting_name":"Sunday","location_street":"1 C St","location_municipality":"Irvine","published":"1"},
        {"id_bigint":"8","weekday_tinyint":"7","start_time":"00:00:00","duration_time":"24:00:00","venue_type":"2",
        "virtual_meeting_link":"https://ourgroup.example/x","meeting_name":"Marathon","published":"1"},
        {"id_bigint":"9","weekday_tinyint":"8","start_time":"00:00:00","meeting_name":"No day"},
        {"id_bigint":"10","published":"0","meeting_name":"Kept back"}]"#,
    );
    assert_eq!((list.format, list.fellowship), (Some(Format::Bmlt), Fellowship::NarcoticsAnonymous));
    assert_eq!(kinds(&list, &list.meetings[0]), ["Open", "Wheelchair access", "Steps"]);
    assert_eq!(list.meetings[0].time.unwrap().day.to_string(), "Sun");
    // The server says that it is online, so a link of nobody known is a way in.
    assert_eq!(list.meetings[1].ways.standing(), Standing::Online);
    assert_eq!(list.meetings[1].time.unwrap().length.minutes(), 1_440);
    assert_eq!(reasons(&list), [Reason::KindNotKnown, Reason::DayNotRead, Reason::NotPublished]);
    assert_eq!(list.left_out, 2);
}

#[test]
fn a_server_s_own_types_come_with_its_own_words_and_the_shared_ones_with_ours() {
    let list = aa(
        r#"{"formats":[{"key_string":"Ab","world_id":"OPEN","name_string":"Abierta a todos","format_type_enum":"O"},
        {"key_string":"ZEN","world_id":"","name_string":"Zen","format_type_enum":"FC1"},
        {"key_string":"O","world_id":"CLOSED","name_string":"Odd"}],
        "meetings":[{"id_bigint":"7","formats":"Ab,ZEN,O,VM","venue_type":"2","phone_meeting_number":"+15555550100","meeting_name":"A"}]}"#,
    );
    assert_eq!(kinds(&list, only(&list)), ["Zen", "Closed"]);
    assert_eq!(
        list.kinds.iter().map(|kind| kind.group).collect::<Vec<_>>(),
        [KindGroup::Format, KindGroup::Access, KindGroup::Access]
    );
    assert_eq!(list.kinds[1].spanish.as_str(), "Abierta");
}

#[test]
fn the_name_of_most_is_the_name_of_the_list() {
    let named = |entity: &str, slug: u32| {
        format!(r#"{{"name":"A","slug":{slug},"formatted_address":"1 B St, Irvine, CA, USA","entity":"{entity}"}}"#)
    };
    let list = |entities: &[&str]| {
        let entries: Vec<String> = (0..).zip(entities).map(|(slug, entity)| named(entity, slug)).collect();
        aa(&format!("[{}]", entries.join(","))).name.map(|name| name.as_str().to_owned())
    };
    assert_eq!(list(&["West", "West", "East"]).as_deref(), Some("West"));
    assert_eq!(list(&["West", "East"]), None);
}
