//! One VEVENT as it stands: when it is, what it says, and what of it could not be read. Its dates are worked out in [`crate::series`].

use crate::alarm::{Alarm, alarm};
use crate::blocks::Block;
use crate::moment::{Length, Written};
use crate::property::{Properties, Property};
use crate::rule::Rule;
use crate::text;
use crate::zone::{Clock, ZoneBook};
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
    let mut stamp = |property: &Property<'_>, written: Option<Written>| {
        written.map(|written| stamp(property, written, zones, &mut problems))
    };
    let start = properties.first("DTSTART");
    let changes = match properties.first("RECURRENCE-ID") {
        None => None,
        Some(which) => {
            let date = stamp(which, which.moment()).ok_or(Reason::WhichDateNotRead)?;
            Some((date, which.has("RANGE", "THISANDFUTURE")))
        }
    };
    let mut start = match (start, &changes) {
        (Some(start), _) => stamp(start, start.moment()).ok_or(Reason::StartNotRead)?,
        // A date that is called off need not say when it would have been.
        (None, Some((which, _))) => which.clone(),
        (None, None) => return Err(Reason::NoStart),
    };
    let mut end = None;
    let mut bad = Vec::new();
    if let Some(written) = properties.first("DTEND") {
        end = stamp(written, written.moment()).map(End::At);
        bad.extend(end.is_none().then_some(Reason::EndNotRead));
        // A start that has lost its zone is by the clock of its end.
        if let (Stamp::Here(wall), Some(End::At(Stamp::Zoned(_, clock)))) = (&start, &end) {
            start = Stamp::Zoned(*wall, clock.clone());
        }
    } else if let Some(written) = properties.first("DURATION") {
        end = written.length().map(End::After);
        bad.extend(end.is_none().then_some(Reason::EndNotRead));
    }
    let mut listed = |name: &str| {
        let mut dates = Vec::new();
        for property in properties.all(name) {
            // Many write a list of dates also where there is none.
            for one in property.list().take(MOST_LISTED).filter(|one| !one.trim().is_empty()) {
                match listed(property, one, &mut stamp) {
                    Some(date) if dates.len() < MOST_LISTED => dates.push(date),
                    Some(_) | None => bad.push(Reason::ExtraDateNotRead),
                }
            }
        }
        dates
    };
    let extra = listed("RDATE");
    let left_out = listed("EXDATE").into_iter().map(|(date, _)| date).collect();
    let mut rules = |name: &str| -> Vec<Rule> {
        let said = block.raw(name).filter(|text| !text.trim().is_empty());
        let read: Vec<Option<Rule>> = said.take(MOST_RULES).map(Rule::read).collect();
        bad.extend(read.iter().any(Option::is_none).then_some(Reason::RuleNotRead));
        read.into_iter().flatten().collect()
    };
    let (rules, not_rules) = (rules("RRULE"), rules("EXRULE"));
    let alarms = block.children.iter().filter(|child| child.name == "VALARM").take(MOST_ALARMS);
    let (title, title_cut) = properties.text("SUMMARY").map(|text| text::label(&text)).unwrap_or_default();
    let (notes, notes_cut) = properties.text("DESCRIPTION").map(|text| text::note(&text)).unwrap_or_default();
    let (place, place_cut) = properties.text("LOCATION").map(|text| text::line(&text)).unwrap_or_default();
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

fn stamp(property: &Property<'_>, written: Written, zones: &ZoneBook, problems: &mut Vec<Reason>) -> Stamp {
    match written {
        Written::Day(day) => Stamp::Day(day),
        Written::Utc(utc) => Stamp::Utc(utc),
        Written::Wall(wall) => match property.parameter("TZID").map(|id| zones.find(id)) {
            None => Stamp::Here(wall),
            Some(Some(clock)) => Stamp::Zoned(wall, clock),
            Some(None) => {
                problems.push(Reason::ZoneNotKnown);
                Stamp::Here(wall)
            }
        },
    }
}

/// One value of RDATE or EXDATE: a date, a time, or a time with an end.
fn listed(
    property: &Property<'_>,
    one: &str,
    stamp: &mut dyn FnMut(&Property<'_>, Option<Written>) -> Option<Stamp>,
) -> Option<(Stamp, Option<End>)> {
    if !property.has("VALUE", "PERIOD") {
        return Some((stamp(property, property.moment_in(one))?, None));
    }
    let (starts, ends) = one.split_once('/')?;
    let time = |text: &str| Written::read(text).filter(|written| !matches!(written, Written::Day(_)));
    let end = match Length::read(ends) {
        Some(length) => End::After(length),
        None => End::At(stamp(property, Some(time(ends)?))?),
    };
    Some((stamp(property, Some(time(starts)?))?, Some(end)))
}

/// Its own, or one made of what it says: the same event without one has the same one again.
fn uid(block: &Block, properties: &Properties<'_>) -> Option<Uid> {
    let own = properties.text("UID").and_then(|text| Uid::new(text.trim()));
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

fn sequence(properties: &Properties<'_>) -> u32 {
    let number = properties.first("SEQUENCE").and_then(Property::integer).unwrap_or_default();
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}

/// DTSTAMP; LAST-MODIFIED where there is none.
fn stamped(properties: &Properties<'_>) -> Option<i64> {
    let read = |name| {
        Some(match properties.first(name)?.moment()? {
            Written::Utc(at) | Written::Wall(at) => at.and_utc().timestamp_millis(),
            Written::Day(day) => day.and_time(NaiveTime::MIN).and_utc().timestamp_millis(),
        })
    };
    read("DTSTAMP").or_else(|| read("LAST-MODIFIED"))
}

fn standing(properties: &Properties<'_>) -> Standing {
    match properties.first("STATUS") {
        Some(status) if status.is("CANCELLED") => Standing::Cancelled,
        Some(status) if status.is("TENTATIVE") => Standing::Tentative,
        Some(_) | None => Standing::Confirmed,
    }
}

/// The first address that may be opened, and whether there was one that may not.
fn link_of(properties: &Properties<'_>) -> (Option<ReadLink>, bool) {
    let said = ["URL", "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"]
        .map(|name| properties.text(name));
    let found = said.iter().flatten().find_map(|text| text::link(text));
    let is_bad = found.is_none() && said.iter().any(Option::is_some);
    // Many write the address of a video room where the place belongs.
    let place = || properties.text("LOCATION").and_then(|text| text::link(&text));
    (found.or_else(place), is_bad)
}
