//! One event as VEVENT components: the series, and one more for every date that is moved or called off.

use super::lines::{Lines, parameter};
use super::rule::{date, utc, utc_of, wall, written};
use super::{MAX_ALARMS, OutChange, OutError, OutEvent, OutException, OutTime};
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use domain::Standing;
use domain::zones::{Zones, civil_of, instant_of};

/// Writes all of one event.
pub(super) fn put(out: &mut Lines, event: &OutEvent, zones: &dyn Zones) -> Result<(), OutError> {
    begin(out, event)?;
    times(out, event, &event.time, zones)?;
    if let Some(rule) = event.rule {
        out.put("RRULE", &written(rule, event, zones)?);
    }
    for date in &event.dates {
        moment(out, "RDATE", &event.time, *date);
    }
    if event.repeats() {
        for exception in event.exceptions.iter().filter(|exception| exception.change == OutChange::LeftOut) {
            moment(out, "EXDATE", &event.time, exception.original);
        }
    }
    rest(out, event, (&event.summary, event.location.as_deref()), event.standing);
    if event.repeats() {
        for exception in &event.exceptions {
            replaced(out, event, exception, zones)?;
        }
    }
    Ok(())
}

/// A date that is not as the rule has it.
fn replaced(out: &mut Lines, event: &OutEvent, exception: &OutException, zones: &dyn Zones) -> Result<(), OutError> {
    let standing = exception.standing.unwrap_or(event.standing);
    let (time, location, standing) = match &exception.change {
        OutChange::LeftOut => return Ok(()),
        OutChange::Cancelled => (event.time.at(exception.original, None), None, Standing::Cancelled),
        OutChange::Moved { start, minutes, location } => {
            (event.time.at(*start, Some(*minutes)), location.as_deref(), standing)
        }
    };
    begin(out, event)?;
    moment(out, "RECURRENCE-ID", &event.time, exception.original);
    times(out, event, &time, zones)?;
    let summary = exception.summary.as_ref().unwrap_or(&event.summary);
    rest(out, event, (summary, location.or(event.location.as_deref())), standing);
    Ok(())
}

fn begin(out: &mut Lines, event: &OutEvent) -> Result<(), OutError> {
    out.put("BEGIN", "VEVENT");
    out.text("UID", event.uid.as_str());
    out.put("DTSTAMP", &utc_of(event.stamped_utc_ms)?);
    out.put("SEQUENCE", &event.sequence.to_string());
    Ok(())
}

fn rest(out: &mut Lines, event: &OutEvent, (summary, location): (&str, Option<&str>), standing: Standing) {
    out.text("SUMMARY", summary);
    if let Some(location) = location {
        out.text("LOCATION", location);
    }
    if let Some(description) = &event.description {
        out.text("DESCRIPTION", description);
    }
    if let Some(link) = &event.link {
        out.put("URL", link.as_str());
    }
    out.put("CLASS", "PRIVATE");
    out.put("STATUS", status(standing));
    // Nobody is to be called to what is called off.
    if standing != Standing::Cancelled {
        for minutes in event.alarms.iter().take(MAX_ALARMS) {
            out.put("BEGIN", "VALARM");
            out.put("ACTION", "DISPLAY");
            out.text("DESCRIPTION", summary);
            out.put("TRIGGER", &format!("-PT{minutes}M"));
            out.put("END", "VALARM");
        }
    }
    out.put("END", "VEVENT");
}

fn status(standing: Standing) -> &'static str {
    match standing {
        Standing::Confirmed => "CONFIRMED",
        Standing::Tentative => "TENTATIVE",
        Standing::Cancelled => "CANCELLED",
    }
}

/// DTSTART and DTEND. A length is so many minutes that really pass, also across a change of the clock.
fn times(out: &mut Lines, event: &OutEvent, time: &OutTime, zones: &dyn Zones) -> Result<(), OutError> {
    let after = |start: NaiveDateTime, minutes: u32| {
        start.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).ok_or(OutError::OutOfCalendar)
    };
    let (start, end) = match time {
        OutTime::Utc { start, minutes } => (*start, after(*start, *minutes)?),
        OutTime::Days { first, days } => {
            let end = first.checked_add_days(Days::new(u64::from(*days).max(1))).ok_or(OutError::OutOfCalendar)?;
            (midnight(*first), midnight(end))
        }
        OutTime::Zoned { zone, start, minutes } => {
            let unknown = || OutError::UnknownZone(zone.clone());
            let instant = instant_of(zones, zone, *start).ok_or_else(unknown)?;
            let ends = instant.saturating_add(i64::from(*minutes) * 60_000);
            let end = civil_of(zones, zone, ends).ok_or_else(unknown)?;
            // An end that comes twice would be read as its first coming, and would be an hour short.
            if instant_of(zones, zone, end) != Some(ends) {
                moment(out, "DTSTART", &event.time, *start);
                out.put("DURATION", &format!("PT{minutes}M"));
                return Ok(());
            }
            (*start, end)
        }
    };
    moment(out, "DTSTART", time, start);
    moment(out, "DTEND", time, end);
    Ok(())
}

/// A date by the clock of the event.
fn moment(out: &mut Lines, name: &str, clock: &OutTime, at: NaiveDateTime) {
    match clock {
        OutTime::Zoned { zone, .. } => out.put(&format!("{name};TZID={}", parameter(zone.name())), &wall(at)),
        OutTime::Utc { .. } => out.put(name, &utc(at)),
        OutTime::Days { .. } => out.put(&format!("{name};VALUE=DATE"), &date(at.date())),
    }
}

fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(chrono::NaiveTime::MIN)
}

impl OutTime {
    /// The same, at another time; as long as before, unless there is another length.
    fn at(&self, start: NaiveDateTime, length: Option<u32>) -> OutTime {
        match self {
            OutTime::Zoned { zone, minutes, .. } => {
                OutTime::Zoned { zone: zone.clone(), start, minutes: length.unwrap_or(*minutes) }
            }
            OutTime::Utc { minutes, .. } => OutTime::Utc { start, minutes: length.unwrap_or(*minutes) },
            OutTime::Days { days, .. } => OutTime::Days { first: start.date(), days: *days },
        }
    }
}
