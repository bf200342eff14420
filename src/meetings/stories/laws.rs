//! What holds for all bytes and all lists.

use super::*;
use crate::json::{Json, Stop, Value};
use domain::meeting::Listing;
use interop::meetings::{DETAILS_A_PAGE, Handed, MAX_PROBLEMS, Unpacking, meeting_of, pack};
use proptest::collection::vec;
use proptest::prelude::*;

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i32>().prop_map(Into::into),
        (-1e6..1e6_f64).prop_map(|number| serde_json::json!(number)),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Into::into),
            proptest::collection::hash_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// As serde_json sees it.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(ours), serde_json::Value::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), serde_json::Value::Number(theirs)) => ours.parse::<f64>().ok() == theirs.as_f64(),
        (Value::Text(ours), serde_json::Value::String(theirs)) => ours == theirs,
        (Value::List(ours), serde_json::Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Value::Object(ours), serde_json::Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(name, ours)| theirs.get(name).is_some_and(|theirs| same(ours, theirs)))
        }
        _ => false,
    }
}

fn values(text: &str) -> (Vec<Option<Value>>, Stop) {
    let mut found = Vec::new();
    let stop = Json::new(text.as_bytes()).each(|value| {
        found.push(value.ok());
        true
    });
    (found, stop)
}

/// Texts that look like lists, and are broken somewhere.
fn any_list() -> impl Strategy<Value = String> {
    let field = prop::sample::select(vec![
        "name",
        "slug",
        "day",
        "time",
        "end_time",
        "timezone",
        "types",
        "formatted_address",
        "address",
        "city",
        "conference_url",
        "conference_phone",
        "latitude",
        "coordinates",
        "regions",
        "notes",
        "id_bigint",
        "weekday_tinyint",
        "start_time",
        "duration_time",
        "venue_type",
        "formats",
        "meeting_name",
        "values",
        "meetings",
    ]);
    let value = prop_oneof![
        3 => any_json().prop_map(|value| value.to_string()),
        1 => prop::sample::select(vec!["\"18:00\"", "0", "[1,2]", "\"O,C\"", "\"https://zoom.us/j/1\"", "\"+13125550100,,1#\""]).prop_map(str::to_owned),
    ];
    let entry = vec((field, value), 0..12).prop_map(|fields| {
        let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{{}}}", fields.join(","))
    });
    (
        vec(entry, 0..6),
        prop::sample::select(vec!["", "{\"values\":", "{\"meetings\":"]),
        any::<prop::sample::Index>(),
        any::<bool>(),
    )
        .prop_map(|(entries, before, cut, is_cut)| {
            let text = format!("{before}[{}]", entries.join(","));
            let cut = cut.index(text.len() + 1);
            let end = (0..=cut).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
            if is_cut { text[..end].to_owned() } else { text }
        })
}

fn listing_of(list: &ReadList) -> (Listing, Vec<Vec<u8>>) {
    let packed = pack(list);
    let mut unpacking = Unpacking::begin(&packed.index[0]).unwrap();
    for page in &packed.index[1..] {
        unpacking.add(page).unwrap();
    }
    (unpacking.finish(list.fellowship, list.zone.clone()).unwrap(), packed.details)
}

proptest! {
    #[test]
    fn what_the_standard_allows_is_read_as_it_says(values_in in vec(any_json(), 0..5), is_pretty in any::<bool>()) {
        let theirs = serde_json::Value::Array(values_in.clone());
        let text = if is_pretty { serde_json::to_string_pretty(&theirs).unwrap() } else { theirs.to_string() };
        let (ours, stop) = values(&text);
        prop_assert_eq!(stop, Stop::End);
        prop_assert_eq!(ours.len(), values_in.len());
        prop_assert!(ours.iter().zip(&values_in).all(|(ours, theirs)| ours.as_ref().is_some_and(|ours| same(ours, theirs))));
    }

    #[test]
    fn of_a_list_that_ends_anywhere_the_whole_values_are_read(values_in in vec(any_json(), 1..5), cut in any::<prop::sample::Index>()) {
        let text = serde_json::Value::Array(values_in.clone()).to_string();
        let mut cut = cut.index(text.len());
        while !text.is_char_boundary(cut) { cut -= 1; }
        let (ours, stop) = values(&text[..cut]);
        prop_assert_eq!(stop, Stop::CutOff);
        for (ours, theirs) in ours.iter().zip(&values_in) {
            // A number may be cut into another number.
            if let Some(ours) = ours { prop_assert!(same(ours, theirs) || matches!(ours, Value::Number(_))); }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        let list = read(&bytes, Fellowship::AlcoholicsAnonymous, &los_angeles());
        prop_assert!(list.problems.len() <= MAX_PROBLEMS);
        prop_assert!(!list.meetings.is_empty() || list.refused().is_some());
    }

    #[test]
    fn whatever_is_read_can_be_packed_handed_over_and_comes_back_whole(text in any_list()) {
        let list = aa(&text);
        let handed = Handed::encode(&list, &pack(&list));
        let back = Handed::decode(&handed).unwrap();
        prop_assert_eq!(back.summary.meetings as usize, list.meetings.len());
        prop_assert_eq!(back.summary.left_out, list.left_out);
        prop_assert!(back.summary.problems == list.problems);
        let (listing, details) = listing_of(&list);
        prop_assert_eq!(listing.rows.len(), list.meetings.len());
        for (row, one) in listing.rows.iter().enumerate() {
            let read = list.meetings.iter().find(|meeting| meeting.key == one.key).unwrap();
            let kept = meeting_of(&listing, row, &details[row / DETAILS_A_PAGE]).unwrap();
            prop_assert!(kept == *read);
        }
    }

    #[test]
    fn no_damaged_page_does_harm(text in any_list(), at in any::<prop::sample::Index>(), flip in 1..=255_u8) {
        let list = aa(&text);
        let packed = pack(&list);
        for page in packed.index.iter().chain(&packed.details) {
            let mut page = page.clone();
            let at = at.index(page.len());
            page[at] ^= flip;
            if let Some(mut unpacking) = Unpacking::begin(&page) {
                for rest in &packed.index[1..] { let _ = unpacking.add(rest); }
                let _ = unpacking.finish(list.fellowship, list.zone.clone());
            }
            let mut unpacking = Unpacking::begin(&packed.index[0]).unwrap();
            let _ = unpacking.add(&page);
            let _ = unpacking.finish(list.fellowship, list.zone.clone());
            let (listing, _) = listing_of(&list);
            for row in 0..listing.rows.len() { let _ = meeting_of(&listing, row, &page); }
            let _ = Handed::decode(&page);
        }
    }
}
