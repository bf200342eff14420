//! Meeting Guide entries, as feeds, exports of the WordPress plugin and rows of sheets have them.
//!
//! Where other readers are mistaken this one is not: an end past midnight is tomorrow's, `*` stays in a number, a day that is wrong takes no
//! other day of the same entry with it, and `evilzoom.us` is not Zoom.

use crate::address::{link, region, whereabouts};
use crate::entry::Entry;
use crate::json::Value;
use crate::reading::{Came, Reading};
use crate::when;
use chrono::Weekday;
use domain::meeting::{DialIn, Meeting, MeetingContact, MeetingKey, MeetingMore, MeetingTime, Ways, provider_of};
use domain::{Line, StartTime, Zone};
use interop::meetings::Reason;

/// One entry of a feed: as many meetings as it has days.
pub fn meetings(reading: &mut Reading, entry: &Entry) -> Came {
    let slug = slug(entry)?;
    let days: Vec<Option<Weekday>> = match entry.value("day") {
        None => vec![None],
        Some(Value::List(days)) => {
            let mut read: Vec<Weekday> = Vec::new();
            for day in days {
                match when::day(day) {
                    Some(day) if !read.contains(&day) => read.push(day),
                    Some(_) => {}
                    None => entry.tell(Reason::OneDayNotRead),
                }
            }
            if read.is_empty() {
                return Err(Reason::DayNotRead);
            }
            read.into_iter().map(Some).collect()
        }
        Some(day) => vec![Some(when::day(day).ok_or(Reason::DayNotRead)?)],
    };
    let start = match entry.raw("time") {
        None => None,
        Some(time) => Some(when::time(time).ok_or(Reason::StartNotRead)?),
    };
    let whole = meeting(reading, entry, &slug)?;
    let is_list = matches!(entry.value("day"), Some(Value::List(_)));
    let on = |day: Option<Weekday>| {
        let time = match (day, start) {
            (Some(day), Some(start)) => when::weekly(day, start, end(entry)),
            _ => None,
        };
        let key = match day {
            // As others name the days of one entry, so that a bookmark stays one.
            Some(day) if is_list => MeetingKey::of(&format!("{slug}-{}", day.num_days_from_sunday())),
            _ => whole.key,
        };
        Meeting { key, time, ..whole.clone() }
    };
    Ok(days.into_iter().map(on).collect())
}

/// A row of a sheet: what nobody can read as a day or a time is by appointment.
pub fn meetings_of_row(reading: &mut Reading, entry: &Entry) -> Came {
    let slug = slug(entry)?;
    let whole = meeting(reading, entry, &slug)?;
    let day = entry.value("day").and_then(when::day);
    let start = entry.raw("time").and_then(when::time);
    let is_told = entry.value("day").is_some() || entry.value("time").is_some();
    let time: Option<MeetingTime> = match (day, start) {
        (Some(day), Some(start)) => when::weekly(day, start, end(entry)),
        _ if is_told => {
            entry.tell(Reason::WhenNotRead);
            None
        }
        _ => None,
    };
    Ok(vec![Meeting { time, ..whole }])
}

/// All that is the same on every day.
fn meeting(reading: &mut Reading, entry: &Entry, slug: &str) -> Result<Meeting, Reason> {
    let there = whereabouts(entry).ok_or(Reason::NoAddress)?;
    let name = entry.line("name").or_else(|| entry.line("group")).or_else(|| entry.line("location"));
    let types = written_types(entry);
    let typed = reading.typed(entry, types.iter().map(String::as_str));
    let link = link(entry, "conference_url");
    let phone = phone(entry, "conference_phone");
    let ways = Ways {
        is_online: link.as_ref().is_some_and(|link| provider_of(link).is_some()),
        is_by_phone: phone.is_some(),
        is_closed: typed.is_closed,
        is_approximate: there.is_approximate,
    };
    let mut kinds = typed.kinds;
    if !ways.is_in_person() {
        reading.without_room(&mut kinds);
    }
    Ok(Meeting {
        key: MeetingKey::of(slug),
        name: name.ok_or(Reason::NoName)?,
        time: None,
        zone: zone(entry, "timezone"),
        kinds,
        ways,
        place: entry.line("location"),
        address: Some(there.address),
        region: regions(entry),
        position: there.position,
        group: entry.line("group"),
        more: MeetingMore {
            notes: entry.note("notes"),
            place_notes: entry.note("location_notes"),
            group_notes: entry.note("group_notes"),
            link,
            link_notes: entry.note("conference_url_notes"),
            phone,
            phone_notes: entry.note("conference_phone_notes"),
            page: crate::address::link(entry, "url"),
            contacts: contacts(entry),
            host: host(entry),
            updated_utc_ms: entry.raw("updated").and_then(when::updated),
        },
    })
}

fn slug(entry: &Entry) -> Result<String, Reason> {
    let slug = entry.raw("slug").ok_or(Reason::NoSlug)?;
    if slug.len() > Meeting::MAX_SLUG { Err(Reason::NoSlug) } else { Ok(slug.to_owned()) }
}

/// None: an hour after the start.
fn end(entry: &Entry) -> Option<StartTime> {
    let end = when::time(entry.raw("end_time")?);
    if end.is_none() {
        entry.tell(Reason::EndNotRead);
    }
    end
}

/// A list of codes, or a text with commas between them.
fn written_types(entry: &Entry) -> Vec<String> {
    match entry.value("types") {
        None => Vec::new(),
        Some(Value::List(types)) => {
            let written = |value: &Value| match value {
                Value::Text(text) | Value::Number(text) => Some(text.clone()),
                Value::Null => None,
                Value::Bool(_) | Value::List(_) | Value::Object(_) => {
                    entry.tell(Reason::FieldNotRead);
                    None
                }
            };
            types.iter().filter_map(written).collect()
        }
        Some(_) => entry.raw("types").map(|types| types.split(',').map(str::to_owned).collect()).unwrap_or_default(),
    }
}

/// The zone, where it can be one. Whether there is such a zone is for whoever knows the zones.
pub fn zone(entry: &Entry, name: &str) -> Option<Zone> {
    let written = entry.raw(name)?;
    let zone = Zone::named(written);
    if zone.is_none() {
        entry.tell(Reason::ZoneNotRead);
    }
    zone
}

/// A number that can be dialled.
pub fn phone(entry: &Entry, name: &str) -> Option<DialIn> {
    let written = entry.raw(name)?;
    let phone = DialIn::new(written);
    if phone.is_none() {
        entry.tell(Reason::PhoneLeftOut);
    }
    phone
}

/// `regions` is from the general to the particular; `region` and `sub_region` are the older way; a sheet writes `A > B`.
fn regions(entry: &Entry) -> Option<Line> {
    match entry.value("regions") {
        Some(Value::List(regions)) => {
            let texts: Vec<&str> = regions
                .iter()
                .filter_map(|value| match value {
                    Value::Text(text) | Value::Number(text) => Some(text.as_str()),
                    Value::Null | Value::Bool(_) | Value::List(_) | Value::Object(_) => None,
                })
                .collect();
            region(entry, texts.into_iter())
        }
        Some(_) => region(entry, entry.text("regions")?.split('>')),
        None => {
            let parts = [entry.text("region"), entry.text("sub_region")];
            region(entry, parts.iter().flatten().map(String::as_str))
        }
    }
}

fn contacts(entry: &Entry) -> Vec<MeetingContact> {
    let contact = |number: u8| {
        let field = |what: &str| format!("contact_{number}_{what}");
        let contact = MeetingContact {
            name: entry.label(&field("name")),
            phone: entry.raw(&field("phone")).and_then(DialIn::of_contact),
            email: entry.label(&field("email")),
            page: None,
        };
        (contact != MeetingContact::default()).then_some(contact)
    };
    (1..=3).filter_map(contact).collect()
}

/// Whoever looks after the entry.
fn host(entry: &Entry) -> Option<MeetingContact> {
    let host = MeetingContact {
        name: entry.label("entity"),
        phone: entry.raw("entity_phone").and_then(DialIn::of_contact),
        email: entry.label("entity_email"),
        page: link(entry, "entity_url").or_else(|| link(entry, "entity_website_url")),
    };
    (host != MeetingContact::default()).then_some(host)
}
