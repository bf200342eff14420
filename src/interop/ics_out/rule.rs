//! Weekly rules and the forms of dates, as text.

use super::{OutEnds, OutError, OutEvent, OutRule, OutTime};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use domain::zones::{Zones, instant_of};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// `FREQ=WEEKLY;…` (RFC 5545, 3.3.10). The last day is written in UTC when the start has a zone, as the standard wants it.
pub(super) fn written(rule: OutRule, event: &OutEvent, zones: &dyn Zones) -> Result<String, OutError> {
    let mut out = String::from("FREQ=WEEKLY;WKST=MO");
    if rule.every > 1 {
        out.push_str(&format!(";INTERVAL={}", rule.every));
    }
    let on: Vec<&str> =
        DAYS.iter().enumerate().filter(|(day, _)| rule.on.bits() & (1 << day) != 0).map(|(_, name)| *name).collect();
    if !on.is_empty() {
        out.push_str(&format!(";BYDAY={}", on.join(",")));
    }
    match rule.ends {
        OutEnds::Never => {}
        OutEnds::After(times) => out.push_str(&format!(";COUNT={}", times.max(1))),
        OutEnds::On(last) => {
            let midnight = last.and_time(NaiveTime::MIN);
            let last_second = midnight.checked_add_signed(chrono::TimeDelta::seconds(86_399)).unwrap_or(midnight);
            let until = match &event.time {
                OutTime::Days { .. } => date(last),
                OutTime::Utc { .. } => utc(last_second),
                OutTime::Zoned { zone, .. } => {
                    let instant = instant_of(zones, zone, last_second);
                    utc_of(instant.ok_or_else(|| OutError::UnknownZone(zone.clone()))?)?
                }
            };
            out.push_str(&format!(";UNTIL={until}"));
        }
    }
    Ok(out)
}

/// `20261105`
pub(super) fn date(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// `20261105T180000`, by whichever clock.
pub(super) fn wall(time: NaiveDateTime) -> String {
    format!("{}T{:02}{:02}{:02}", date(time.date()), time.hour(), time.minute(), time.second())
}

/// `20261105T180000Z`
pub(super) fn utc(time: NaiveDateTime) -> String {
    format!("{}Z", wall(time))
}

pub(super) fn utc_of(utc_ms: i64) -> Result<String, OutError> {
    let at = DateTime::from_timestamp_millis(utc_ms).ok_or(OutError::OutOfCalendar)?;
    Ok(utc(at.naive_utc()))
}
