//! Reads calendar files (RFC 5545): bytes in, the events of a window of time out, and everything that could not be read, line by line.
//!
//! It is a program of its own, run in a worker, because it brings a reader and the rules of recurrence, which the client should not carry. Files come from anywhere, so it believes none: what a file may cost is limited everywhere,
//! nothing in it is opened, and one broken event takes no other with it.

mod alarm;
mod blocks;
mod dates;
mod days;
mod event;
mod expand;
mod follow;
#[cfg(target_arch = "wasm32")]
mod intl;
mod lines;
mod moment;
mod names;
mod property;
mod rule;
mod series;
mod source;
#[cfg(test)]
mod stories;
mod text;
mod zone;

use blocks::{Block, Frame, parts};
use days::DayByDay;
use domain::Zone;
use domain::zones::Zones;
use event::Event;
use interop::calendar::{Extent, MAX_DATES, MAX_FILE_BYTES, Problem, ReadCalendar, ReadEvent, Reason, Window};
use property::Properties;
use std::rc::Rc;
use zone::{Clock, ZoneBook};

/// What a file says about a window of time. `viewer` is the zone where the person is; times that belong to no zone are read there.
/// `zones` knows the rules of the world's zones; each is asked about a day but once.
///
/// It always answers; a file that is none is one with a problem.
pub fn read(bytes: &[u8], window: Window, viewer: &Zone, zones: Rc<dyn Zones>) -> ReadCalendar {
    if bytes.len() > MAX_FILE_BYTES {
        return ReadCalendar::refused(window, Reason::TooLarge);
    }
    let bytes = interop::bytes::decoded(bytes);
    if bytes.trim_ascii().is_empty() {
        return ReadCalendar::refused(window, Reason::Empty);
    }
    let mut read = ReadCalendar::empty(window);
    let parts = parts(&bytes, &mut read);
    if !parts.is_calendar {
        let is_page = bytes.trim_ascii_start().starts_with(b"<");
        return ReadCalendar::refused(window, if is_page { Reason::WebPage } else { Reason::NoCalendar });
    }
    let mut work = expand::Work::new();
    let world = Rc::new(DayByDay::new(zones));
    let viewer = Clock::of(viewer.name(), &world).unwrap_or_else(Clock::utc);
    let frames: Vec<(ZoneBook, bool)> =
        parts.frames.iter().map(|frame| framed(frame, (&viewer, &world), window, &mut work, &mut read)).collect();

    let mut events: Vec<(Event, usize, &Block)> = Vec::new();
    for (frame, block) in &parts.events {
        let Some((zones, is_called_off)) = frames.get(*frame) else { continue };
        match event::event(block, zones, *is_called_off) {
            Ok(event) => events.push((event, *frame, block)),
            Err(reason) => read.tell(Problem::of_event(block.line, text::short_title(block), reason)),
        }
    }
    let mut room = MAX_DATES;
    for same in by_uid(&events) {
        let same: Vec<&(Event, usize, &Block)> = same.into_iter().filter_map(|place| events.get(place)).collect();
        let series: Vec<(&Event, &ZoneBook)> =
            same.iter().filter_map(|(event, frame, _)| frames.get(*frame).map(|(zones, _)| (event, zones))).collect();
        let before = read.events.len();
        series::series(&series, window, &mut room, &mut work, &mut read);
        // A series without a date in the window is not among them.
        if let Some(event) = read.events.get_mut(before).filter(|event| is_for_later(event)) {
            event.source = source::of(&parts.frames, same.iter().map(|(_, frame, block)| (*frame, *block)));
        }
    }
    read.problems.sort_by_key(|problem| problem.line);
    read
}

/// Whether what was read of an event is not all there is to know of it.
fn is_for_later(event: &ReadEvent) -> bool {
    match event.extent {
        Extent::Whole => event.goes_on,
        Extent::SomeDates => true,
        Extent::CalledOff => false,
    }
}

/// The zones of one calendar, and whether it calls off what is in it. Its name is the file's, if it is the first to have one.
fn framed(
    frame: &Frame,
    here: (&Clock, &Rc<DayByDay>),
    window: Window,
    work: &mut expand::Work,
    read: &mut ReadCalendar,
) -> (ZoneBook, bool) {
    let properties = Properties::of(&frame.head);
    if read.name.is_none() {
        let name = properties.text("X-WR-CALNAME").or_else(|| properties.text("NAME"));
        read.name = name.and_then(|name| text::label(&name).0);
    }
    let zones = ZoneBook::of(frame, properties.text("X-WR-TIMEZONE").as_deref(), here, window, work);
    // The first one: some files have one before every event, and one that cancels must not cancel all others.
    let is_called_off =
        frame.head.raw("METHOD").next().is_some_and(|method| method.trim().eq_ignore_ascii_case("CANCEL"));
    (zones, is_called_off)
}

/// The places of events with the same UID, in the order in which each UID comes first.
fn by_uid(events: &[(Event, usize, &Block)]) -> Vec<Vec<usize>> {
    let uid = |place: &usize| events.get(*place).map(|(event, _, _)| event.uid.as_str());
    let mut places: Vec<usize> = (0..events.len()).collect();
    places.sort_by_key(uid);
    let mut found: Vec<Vec<usize>> = places.chunk_by(|a, b| uid(a) == uid(b)).map(<[usize]>::to_vec).collect();
    found.sort_unstable();
    found
}

/// What the worker calls: the same as [`read`], handed over as bytes ([`ReadCalendar::encode`]). Instants in milliseconds since 1970 in UTC.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read_calendar(bytes: &[u8], from_ms: f64, to_ms: f64, zone: &str) -> Vec<u8> {
    // A number of JavaScript; what is out of range ends at the range.
    let window = Window::new(from_ms as i64, to_ms as i64);
    read(bytes, window, &Zone::named_or_utc(zone), Rc::new(intl::IntlZones::default())).encode()
}
