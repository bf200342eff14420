//! One VEVENT as it stands: when it is, what it says, and what of it could not be read. Its dates are worked out in [`crate::series`].

use crate::alarm::{Alarm, alarm};
use crate::blocks::Block;
use crate::property::{Length, Properties, Written, written};
use crate::rule::Rule;
use crate::text;
use crate::zone::{Clock, ZoneBook};
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarEntry, ICalendarParameterName, ICalendarParameterValue, ICalendarPeriod, ICalendarProperty,
    ICalendarStatus, ICalendarValue,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{Label, Line, Note, Standing, Uid};
use interop::calendar::{ReadLink, Reason};

/// As many dates added or left out as one event may list, and as many rules.
const MOST_LISTED: usize = 5_000;
const MOST_RULES: usize = 4;
const MOST_ALARMS: usize = 50;

/// A date or time with its clock.
#[derive(Clone)]
pub(crate) enum Stamp {
    Day(NaiveDate),
    /// By the clock of a zone.
    Zoned(NaiveDateTime, Clock),
    /// In UTC.
    Utc(NaiveDateTime),
    /// By the clock of wherever the person is, or of the event that it belongs to.
    Here(NaiveDateTime),
}

/// How an event or one of its dates ends.
#[derive(Clone)]
pub(crate) enum End {
    At(Stamp),
    After(Length),
}

/// One event, or a change to one date of it.
pub(crate) struct Event {
    pub line: u32,
    pub uid: Uid,
    pub sequence: u32,
    pub stamped_utc_ms: Option<i64>,
    pub start: Stamp,
    pub end: Option<End>,
    pub rules: Vec<Rule>,
    /// EXRULE of RFC 2445.
    pub not_rules: Vec<Rule>,
    pub extra: Vec<(Stamp, Option<End>)>,
    pub left_out: Vec<Stamp>,
    /// The date it changes, and whether it changes all after it as well.
    pub changes: Option<(Stamp, bool)>,
    pub title: Option<Label>,
    pub notes: Option<Note>,
    pub place: Option<Line>,
    pub link: Option<ReadLink>,
    pub standing: Standing,
    pub alarms: Vec<Alarm>,
    /// Its calendar calls off what is in it (METHOD:CANCEL).
    pub is_called_off: bool,
    /// What could not be read of it, though it comes in.
    pub problems: Vec<Reason>,
}

/// Reads one event.
///
/// # Errors
/// Why it cannot come in.
pub(crate) fn event(block: &Block, zones: &ZoneBook, is_called_off: bool) -> Result<Event, Reason> {
    let properties = Properties::of(block);
    let mut problems = Vec::new();
    let mut stamp = |entry: &ICalendarEntry, value: &PartialDateTime| stamp(entry, value, zones, &mut problems);
    let one = |entry: &ICalendarEntry, stamp: &mut dyn FnMut(&ICalendarEntry, &PartialDateTime) -> Option<Stamp>| {
        entry.values.iter().find_map(|value| match value {
            ICalendarValue::PartialDateTime(value) => stamp(entry, value),
            _ => None,
        })
    };
    let start = properties.first(ICalendarProperty::Dtstart);
    let changes = match properties.first(ICalendarProperty::RecurrenceId) {
        None => None,
        Some(entry) => {
            let which = one(entry, &mut stamp).ok_or(Reason::WhichDateNotRead)?;
            Some((which, reaches_on(entry)))
        }
    };
    let mut start = match (start, &changes) {
        (Some(entry), _) => one(entry, &mut stamp).ok_or(Reason::StartNotRead)?,
        // A date that is called off need not say when it would have been.
        (None, Some((which, _))) => which.clone(),
        (None, None) => return Err(Reason::NoStart),
    };
    let mut end = None;
    let mut bad = Vec::new();
    if let Some(entry) = properties.first(ICalendarProperty::Dtend) {
        end = one(entry, &mut stamp).map(End::At);
        bad.extend(end.is_none().then_some(Reason::EndNotRead));
        // A start that has lost its zone is by the clock of its end.
        if let (Stamp::Here(wall), Some(End::At(Stamp::Zoned(_, clock)))) = (&start, &end) {
            start = Stamp::Zoned(*wall, clock.clone());
        }
    } else if let Some(entry) = properties.first(ICalendarProperty::Duration) {
        end = entry.values.iter().find_map(|value| match value {
            ICalendarValue::Duration(duration) => Length::of(duration).map(End::After),
            _ => None,
        });
        bad.extend(end.is_none().then_some(Reason::EndNotRead));
    }
    let mut extra = Vec::new();
    let mut left_out = Vec::new();
    for entry in properties.all(ICalendarProperty::Rdate) {
        for value in entry.values.iter().take(MOST_LISTED) {
            match listed(entry, value, &mut stamp) {
                Some(one) if extra.len() < MOST_LISTED => extra.push(one),
                None if is_nothing(value) => {}
                _ => bad.push(Reason::ExtraDateNotRead),
            }
        }
    }
    for entry in properties.all(ICalendarProperty::Exdate) {
        for value in entry.values.iter().take(MOST_LISTED) {
            match listed(entry, value, &mut stamp) {
                Some((one, _)) if left_out.len() < MOST_LISTED => left_out.push(one),
                None if is_nothing(value) => {}
                _ => bad.push(Reason::ExtraDateNotRead),
            }
        }
    }
    let mut rules = |name: &str| -> Vec<Rule> {
        let said = block.raw(name).filter(|text| !text.trim().is_empty());
        let read: Vec<Option<Rule>> = said.take(MOST_RULES).map(Rule::read).collect();
        bad.extend(read.iter().any(Option::is_none).then_some(Reason::RuleNotRead));
        read.into_iter().flatten().collect()
    };
    let (rules, not_rules) = (rules("RRULE"), rules("EXRULE"));
    let alarms = block.children.iter().filter(|child| child.name == "VALARM").take(MOST_ALARMS);
    let (title, title_cut) = properties.text(ICalendarProperty::Summary).map(text::label).unwrap_or_default();
    let (notes, notes_cut) = properties.text(ICalendarProperty::Description).map(text::note).unwrap_or_default();
    let (place, place_cut) = properties.text(ICalendarProperty::Location).map(text::line).unwrap_or_default();
    let (link, is_link_bad) = link_of(&properties);
    bad.extend((title_cut || notes_cut || place_cut).then_some(Reason::TextCut));
    bad.extend(is_link_bad.then_some(Reason::LinkLeftOut));
    let called_off = is_called_off && changes.is_some();
    problems.extend(bad);
    problems.sort_unstable();
    problems.dedup();
    Ok(Event {
        line: block.line,
        uid: uid(block, &properties).ok_or(Reason::StartNotRead)?,
        sequence: sequence(&properties),
        stamped_utc_ms: stamped(&properties),
        start,
        end,
        rules,
        not_rules,
        extra,
        left_out,
        changes,
        title,
        notes,
        place,
        link,
        standing: if called_off { Standing::Cancelled } else { standing(&properties) },
        alarms: alarms.filter_map(alarm).collect(),
        is_called_off,
        problems,
    })
}

fn stamp(
    entry: &ICalendarEntry,
    value: &PartialDateTime,
    zones: &ZoneBook,
    problems: &mut Vec<Reason>,
) -> Option<Stamp> {
    Some(match written(value)? {
        Written::Day(day) => Stamp::Day(day),
        Written::Utc(utc) => Stamp::Utc(utc),
        Written::Wall(wall) => match entry.tz_id().map(|id| zones.find(id)) {
            None => Stamp::Here(wall),
            Some(Some(clock)) => Stamp::Zoned(wall, clock),
            Some(None) => {
                problems.push(Reason::ZoneNotKnown);
                Stamp::Here(wall)
            }
        },
    })
}

/// One value of RDATE or EXDATE: a date, a time, or a time with an end.
fn listed(
    entry: &ICalendarEntry,
    value: &ICalendarValue,
    stamp: &mut dyn FnMut(&ICalendarEntry, &PartialDateTime) -> Option<Stamp>,
) -> Option<(Stamp, Option<End>)> {
    match value {
        ICalendarValue::PartialDateTime(value) => Some((stamp(entry, value)?, None)),
        ICalendarValue::Period(ICalendarPeriod::Range { start, end }) => {
            Some((stamp(entry, start)?, stamp(entry, end).map(End::At)))
        }
        ICalendarValue::Period(ICalendarPeriod::Duration { start, duration }) => {
            Some((stamp(entry, start)?, Length::of(duration).map(End::After)))
        }
        _ => None,
    }
}

/// Many write a list of dates also where there is none.
fn is_nothing(value: &ICalendarValue) -> bool {
    matches!(value, ICalendarValue::Text(text) if text.trim().is_empty())
}

/// RANGE=THISANDFUTURE.
fn reaches_on(entry: &ICalendarEntry) -> bool {
    entry.params.iter().any(|parameter| {
        parameter.name == ICalendarParameterName::Range && parameter.value == ICalendarParameterValue::Bool(true)
    })
}

/// Its own, or one made of what it says: the same event without one has the same one again.
fn uid(block: &Block, properties: &Properties) -> Option<Uid> {
    let own = properties.text(ICalendarProperty::Uid).and_then(|text| Uid::new(text.trim()));
    own.or_else(|| {
        // FNV-1a; nothing secret depends on it.
        let says =
            ["UID", "DTSTART", "SUMMARY", "LOCATION", "RRULE"].map(|name| block.raw(name).next().unwrap_or_default());
        let sum = says
            .join("\n")
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        Uid::new(&format!("made-{sum:016x}"))
    })
}

fn sequence(properties: &Properties) -> u32 {
    let entry = properties.first(ICalendarProperty::Sequence);
    match entry.and_then(|entry| entry.values.first()) {
        Some(ICalendarValue::Integer(number)) => u32::try_from((*number).max(0)).unwrap_or(u32::MAX),
        _ => 0,
    }
}

/// DTSTAMP; LAST-MODIFIED where there is none.
fn stamped(properties: &Properties) -> Option<i64> {
    let read = |name| {
        let Some(ICalendarValue::PartialDateTime(value)) = properties.first(name)?.values.first() else { return None };
        match written(value)? {
            Written::Utc(at) | Written::Wall(at) => Some(at.and_utc().timestamp_millis()),
            Written::Day(day) => Some(day.and_time(NaiveTime::MIN).and_utc().timestamp_millis()),
        }
    };
    read(ICalendarProperty::Dtstamp).or_else(|| read(ICalendarProperty::LastModified))
}

fn standing(properties: &Properties) -> Standing {
    match properties.first(ICalendarProperty::Status).and_then(|entry| entry.values.first()) {
        Some(ICalendarValue::Status(ICalendarStatus::Cancelled)) => Standing::Cancelled,
        Some(ICalendarValue::Status(ICalendarStatus::Tentative)) => Standing::Tentative,
        _ => Standing::Confirmed,
    }
}

/// The first address that may be opened, and whether there was one that may not.
fn link_of(properties: &Properties) -> (Option<ReadLink>, bool) {
    let said = [
        properties.text(ICalendarProperty::Url),
        properties.text(ICalendarProperty::Conference),
        properties.odd_text("X-GOOGLE-CONFERENCE"),
        properties.odd_text("X-MICROSOFT-SKYPETEAMSMEETINGURL"),
    ];
    let found = said.iter().flatten().find_map(|text| text::link(text));
    let is_bad = found.is_none() && said.iter().any(Option::is_some);
    // Many write the address of a video room where the place belongs.
    let place = || properties.text(ICalendarProperty::Location).and_then(text::link);
    (found.or_else(place), is_bad)
}
