//! Reads lists of meetings: bytes in, the meetings out, and everything that could not be read, entry by entry.
//!
//! It is a program of its own, run in a worker, because ten thousand meetings take a second on a slow phone, and because the words of all
//! types of meeting are in it. Lists come from anywhere, so it believes none: what a list may cost is limited, an entry is read by itself, and
//! one broken entry takes no other with it. Three forms are known: Meeting Guide JSON, rows of a Google sheet, and what a server of
//! Narcotics Anonymous answers.

mod address;
mod bmlt;
mod entry;
mod json;
mod kinds;
mod reading;
mod sheet;
#[cfg(test)]
mod stories;
mod text;
mod tsml;
mod when;

use domain::Zone;
use domain::meeting::Fellowship;
use interop::meetings::{Format, MAX_LIST_BYTES, Problem, ReadList, Reason};
use json::{Json, Stop, Value};
use reading::Reading;

/// What a list says. `zone` is for meetings that name none; a server of Narcotics Anonymous is read as theirs, whatever is said.
///
/// It always answers; a file that is no list is one with a problem.
pub fn read(bytes: &[u8], fellowship: Fellowship, zone: &Zone) -> ReadList {
    let refused = |reason| {
        let mut list = ReadList::empty(fellowship, zone.clone());
        list.tell(Problem::of_list(reason));
        list
    };
    if bytes.len() > MAX_LIST_BYTES {
        return refused(Reason::TooLarge);
    }
    let decoded = interop::bytes::decoded(bytes);
    let start = decoded.trim_ascii_start();
    match start.first() {
        None => refused(Reason::Empty),
        Some(b'<') => refused(Reason::WebPage),
        Some(b'[') => rows(start, fellowship, zone),
        Some(b'{') => object(start, fellowship, zone),
        Some(_) => refused(Reason::NotJson),
    }
}

/// A bare list: of Meeting Guide entries, or of what a server of Narcotics Anonymous answers. The first entry decides.
fn rows(bytes: &[u8], fellowship: Fellowship, zone: &Zone) -> ReadList {
    let mut json = Json::new(bytes);
    let mut first = None;
    // Only looked at: it is read again with all others.
    json.each(|value| {
        first.get_or_insert(value.ok().is_some_and(|value| bmlt::is_entry(&value)));
        false
    });
    let is_bmlt = first.unwrap_or_default();
    let mut reading = Reading::new(if is_bmlt { Fellowship::NarcoticsAnonymous } else { fellowship }, zone);
    let mut json = Json::new(bytes);
    let stop = if is_bmlt {
        reading.begin(Format::Bmlt);
        json.each(|value| reading.entry(value, &mut |reading, entry| bmlt::meeting(reading, entry)))
    } else {
        reading.begin(Format::Tsml);
        json.each(|value| reading.entry(value, &mut |reading, entry| tsml::meetings(reading, entry)))
    };
    reading.finish(stop)
}

/// An object: a sheet with `values`, or an answer with `meetings` and, often, `formats`, which have to be known first.
fn object(bytes: &[u8], fellowship: Fellowship, zone: &Zone) -> ReadList {
    let mut found: Option<(Format, usize)> = None;
    let mut formats: Vec<Value> = Vec::new();
    let stop = Json::new(bytes).fields(|name, json| match name {
        "values" | "meetings" if found.is_none() && json.is_list() => {
            let format = if name == "values" { Format::Sheet } else { Format::Bmlt };
            found = Some((format, json.at()));
            json.skip()
        }
        "formats" if json.is_list() => json.each_here(|value| {
            formats.extend(value.ok());
            formats.len() < bmlt::MAX_FORMATS
        }),
        _ => json.skip(),
    });
    let Some((format, at)) = found else {
        let mut list = ReadList::empty(fellowship, zone.clone());
        // An error that a server tells in JSON is no list either.
        list.tell(Problem::of_list(if stop == Stop::Garbled { Reason::NotJson } else { Reason::NoList }));
        return list;
    };
    let mut json = Json::new(bytes.get(at..).unwrap_or_default());
    if format == Format::Sheet {
        let mut reading = Reading::new(fellowship, zone);
        reading.begin(Format::Sheet);
        let mut sheet = sheet::Sheet::new();
        let stop = json.each(|value| reading.row(value, &mut sheet));
        return reading.finish(stop);
    }
    let mut reading = Reading::new(Fellowship::NarcoticsAnonymous, zone);
    reading.begin(Format::Bmlt);
    reading.know_formats(&formats);
    let stop = json.each(|value| reading.entry(value, &mut |reading, entry| bmlt::meeting(reading, entry)));
    reading.finish(stop)
}

/// What the worker calls: the same as [`read`], handed over as bytes ([`interop::meetings::Handed`]).
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read_meetings(bytes: &[u8], fellowship: &str, zone: &str) -> Vec<u8> {
    let fellowship = Fellowship::from_code(fellowship).unwrap_or(Fellowship::Other);
    let list = read(bytes, fellowship, &Zone::named_or_utc(zone));
    interop::meetings::Handed::encode(&list, &interop::meetings::pack(&list))
}
