//! What a server of Narcotics Anonymous (BMLT) answers to `GetSearchResults`: every value is a text, days are counted from 1 for Sunday.

use crate::address::{joined, link, region};
use crate::entry::Entry;
use crate::json::Value;
use crate::reading::{Came, Reading};
use crate::tsml::{phone, zone};
use crate::when;
use domain::Length;
use domain::meeting::{KindGroup, Meeting, MeetingContact, MeetingKey, MeetingMore, MeetingTime, Ways};
use interop::meetings::Reason;

/// No server has more types.
pub const MAX_FORMATS: usize = 500;

/// How a meeting is held, by the server's number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Venue {
    InPerson,
    Virtual,
    Hybrid,
}

/// Whether this is an entry of such a server.
pub fn is_entry(value: &Value) -> bool {
    matches!(value, Value::Object(fields) if fields.iter().any(|(name, _)| name == "id_bigint"))
}

/// What the server says about one of its types. What it shares with all servers is known by that name, whatever its own letters are.
pub fn know_format(reading: &mut Reading, format: &Entry) {
    let Some(key) = format.raw("key_string") else { return };
    let group = match format.raw("format_type_enum").unwrap_or_default() {
        "FC1" => KindGroup::Format,
        "FC3" => KindGroup::Community,
        "O" => KindGroup::Access,
        "LANG" => KindGroup::Language,
        _ => KindGroup::Feature,
    };
    let world = format.raw("world_id").filter(|world| *world != "LANG");
    reading.know(key, world, format.text("name_string"), group);
}

/// One entry.
pub fn meeting(reading: &mut Reading, entry: &Entry) -> Came {
    if entry.raw("published") == Some("0") {
        return Err(Reason::NotPublished);
    }
    let id = entry.raw("id_bigint").filter(|id| id.len() <= 40).ok_or(Reason::NoSlug)?;
    let time = time(entry)?;
    let link = link(entry, "virtual_meeting_link");
    let phone = phone(entry, "phone_meeting_number");
    let keys = entry.raw("formats").unwrap_or_default().to_owned();
    let mut typed = reading.typed_keys(entry, keys.split(','));
    let street = entry.text("location_street");
    let has_place = street.is_some() || entry.value("location_text").is_some();
    let venue = match entry.raw("venue_type") {
        Some("2") => Venue::Virtual,
        Some("3") => Venue::Hybrid,
        Some("1") => Venue::InPerson,
        _ if !has_place && (link.is_some() || phone.is_some()) => Venue::Virtual,
        _ if link.is_some() || phone.is_some() => Venue::Hybrid,
        _ => Venue::InPerson,
    };
    let position = entry.position();
    let has_room = venue != Venue::Virtual;
    let ways = Ways {
        // The server says that it meets online; who does not know how one gets in cannot come.
        is_online: link.is_some() && venue != Venue::InPerson,
        is_by_phone: phone.is_some() && venue != Venue::InPerson,
        is_closed: typed.is_closed,
        is_approximate: !has_room || (!has_place && position.is_none()),
    };
    if !ways.is_in_person() {
        reading.without_room(&mut typed.kinds);
    }
    let address = address(entry, street.as_deref());
    if has_room && address.is_none() && position.is_none() && !ways.is_from_afar() {
        return Err(Reason::NoAddress);
    }
    let host = entry.label("service_body_name");
    Ok(vec![Meeting {
        key: MeetingKey::of(id),
        name: entry.line("meeting_name").ok_or(Reason::NoName)?,
        time,
        zone: zone(entry, "time_zone"),
        kinds: typed.kinds,
        ways,
        place: entry.line("location_text"),
        address: address.and_then(|address| entry.as_line(&address)),
        region: regions(entry),
        position,
        group: None,
        more: MeetingMore {
            notes: entry.note("comments"),
            place_notes: entry.note("location_info"),
            group_notes: None,
            link,
            link_notes: entry.note("virtual_meeting_additional_info"),
            phone,
            phone_notes: None,
            page: None,
            contacts: Vec::new(),
            host: host.map(|name| MeetingContact { name: Some(name), ..MeetingContact::default() }),
            updated_utc_ms: None,
        },
    }])
}

/// None: by appointment.
fn time(entry: &Entry) -> Result<Option<MeetingTime>, Reason> {
    let day = match entry.raw("weekday_tinyint") {
        None => return Ok(None),
        Some(day) => day.parse::<u8>().ok().and_then(|day| day.checked_sub(1)).and_then(when::day_of_number),
    };
    let day = day.ok_or(Reason::DayNotRead)?;
    let Some(start) = entry.raw("start_time") else { return Ok(None) };
    let start = when::time(start).ok_or(Reason::StartNotRead)?;
    // The server has a length of its own for those that tell none, and that is an hour nearly everywhere.
    let hour = Length::of_minutes(60).ok_or(Reason::EndNotRead)?;
    let length = match entry.raw("duration_time") {
        None | Some("00:00:00") => hour,
        Some(told) => when::duration(told).unwrap_or_else(|| {
            entry.tell(Reason::EndNotRead);
            hour
        }),
    };
    Ok(Some(MeetingTime { day, start, length }))
}

fn address(entry: &Entry, street: Option<&str>) -> Option<String> {
    let part = |name: &str| entry.text(name);
    let (city, province) = (part("location_municipality"), part("location_province"));
    let (postal, nation) = (part("location_postal_code_1"), part("location_nation"));
    if street.is_none() && city.is_none() && province.is_none() && postal.is_none() {
        return None;
    }
    let region = joined([province.as_deref(), postal.as_deref()], " ");
    Some(joined([street, city.as_deref(), Some(region.as_str()), nation.as_deref()], ", "))
}

/// Province, county, city, quarter.
fn regions(entry: &Entry) -> Option<domain::Line> {
    const PARTS: [&str; 5] = [
        "location_province",
        "location_sub_province",
        "location_municipality",
        "location_city_subsection",
        "location_neighborhood",
    ];
    let parts: Vec<String> = PARTS.iter().filter_map(|part| entry.text(part)).collect();
    region(entry, parts.iter().map(String::as_str))
}
