//! Where a meeting is, and whether that is known to the street.

use crate::entry::Entry;
use domain::Line;
use domain::meeting::{Meeting, Position};
use interop::meetings::Reason;

/// What an entry says about its place.
pub struct Whereabouts {
    pub address: Line,
    pub position: Option<Position>,
    /// A city or a county instead of a street.
    pub is_approximate: bool,
}

/// Fewer parts between commas are a city and no street: "Laguna Beach, CA, USA".
const PARTS_OF_A_STREET: usize = 4;

/// None without an address.
pub fn whereabouts(entry: &Entry) -> Option<Whereabouts> {
    let street = entry.text("address");
    let (address, has_street) = match entry.text("formatted_address") {
        Some(whole) => {
            let has_street = whole.split(',').filter(|part| !part.trim().is_empty()).count() >= PARTS_OF_A_STREET;
            (whole, has_street)
        }
        None => (parts(entry, street.as_deref())?, street.is_some()),
    };
    let coordinates: Vec<&str> = entry.raw("coordinates").map(|text| text.split(',').collect()).unwrap_or_default();
    let is_box = coordinates.len() == 4;
    let told = entry.value("approximate").and_then(|value| match value {
        crate::json::Value::Bool(told) => Some(*told),
        crate::json::Value::Text(told) => match told.trim().to_ascii_lowercase().as_str() {
            "yes" | "true" => Some(true),
            "no" | "false" => Some(false),
            _ => None,
        },
        _ => None,
    });
    let position = match (entry.position(), coordinates.as_slice()) {
        (None, [latitude, longitude]) => Position::written(latitude, longitude),
        (position, _) => position,
    };
    Some(Whereabouts {
        address: entry.as_line(&address)?,
        position,
        is_approximate: told.unwrap_or(is_box || !has_street),
    })
}

/// "45 Elm Ave, Costa Mesa, CA 92626, USA", of what is there. None when only a country or nothing is.
fn parts(entry: &Entry, street: Option<&str>) -> Option<String> {
    let city = entry.text("city");
    let state = entry.text("state");
    let postal = entry.text("postal_code");
    if street.is_none() && city.is_none() && state.is_none() && postal.is_none() {
        return None;
    }
    let region = joined([state.as_deref(), postal.as_deref()], " ");
    let country = entry.text("country");
    Some(joined([street, city.as_deref(), Some(region.as_str()), country.as_deref()], ", "))
}

/// The parts that say something.
pub fn joined<const COUNT: usize>(parts: [Option<&str>; COUNT], between: &str) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// From the general to the particular, of any depth; parts that repeat the one before are left out.
pub fn region<'a>(entry: &Entry, parts: impl Iterator<Item = &'a str>) -> Option<Line> {
    let mut kept: Vec<&str> = Vec::new();
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        if kept.last() != Some(&part) {
            kept.push(part);
        }
    }
    let whole = kept.join(Meeting::REGION_JOINT);
    if whole.is_empty() { None } else { entry.as_line(&whole) }
}

/// A link that leads to the web; anything else is told and left out.
pub fn link(entry: &Entry, name: &str) -> Option<domain::Link> {
    let raw = entry.raw(name)?;
    // People leave the scheme out.
    let whole = if raw.contains(':') { raw.to_owned() } else { format!("https://{raw}") };
    let link = domain::Link::new(&whole)
        .ok()
        .filter(|link| domain::meeting::host_of(link).is_some_and(|host| host.contains('.')));
    if link.is_none() {
        entry.tell(Reason::LinkLeftOut);
    }
    link
}
