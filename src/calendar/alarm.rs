//! Reminders of an event: how long before it begins somebody wants to be told. Nothing here sends mail or starts a program.

use crate::blocks::Block;
use crate::moment::Written;
use crate::property::Properties;
use interop::calendar::{MAX_ALARM_MINUTES, MAX_ALARMS};

/// When a reminder comes.
#[derive(Clone, Copy)]
pub(crate) enum Alarm {
    /// So many seconds after the start; before it, when negative.
    FromStart(i64),
    /// So many seconds after the end.
    FromEnd(i64),
    /// At an instant, in milliseconds of UTC.
    At(i64),
}

/// None for one that has been seen already, for mail and programs, and for what is no reminder.
pub(crate) fn alarm(block: &Block) -> Option<Alarm> {
    let properties = Properties::of(block);
    if !properties.first("ACTION").is_some_and(|action| action.is("DISPLAY") || action.is("AUDIO")) {
        return None;
    }
    let trigger = properties.first("TRIGGER")?;
    if !trigger.has("VALUE", "DATE-TIME") {
        let length = trigger.length()?;
        let seconds = length.days * 86_400 + length.seconds;
        return Some(if trigger.has("RELATED", "END") { Alarm::FromEnd(seconds) } else { Alarm::FromStart(seconds) });
    }
    // One at an instant that was seen is over; one before each date comes again.
    match trigger.moment()? {
        Written::Utc(at) if properties.first("ACKNOWLEDGED").is_none() => {
            Some(Alarm::At(at.and_utc().timestamp_millis()))
        }
        Written::Utc(_) | Written::Wall(_) | Written::Day(_) => None,
    }
}

/// The reminders of an event in minutes before its start, the earliest first. `starts_utc_ms` is that of its only date; none if it has more.
pub(crate) fn minutes_before(alarms: &[Alarm], length_s: i64, starts_utc_ms: Option<i64>) -> Vec<u32> {
    let seconds = |alarm: &Alarm| match *alarm {
        Alarm::FromStart(seconds) => Some(-seconds),
        Alarm::FromEnd(seconds) => Some(-(length_s + seconds)),
        Alarm::At(utc_ms) => starts_utc_ms.map(|starts| starts.saturating_sub(utc_ms) / 1_000),
    };
    let mut minutes: Vec<u32> = alarms
        .iter()
        .filter_map(seconds)
        .filter_map(|seconds| u32::try_from(seconds.div_euclid(60)).ok())
        .filter(|minutes| *minutes <= MAX_ALARM_MINUTES)
        .collect();
    minutes.sort_unstable_by(|a, b| b.cmp(a));
    minutes.dedup();
    minutes.truncate(MAX_ALARMS);
    minutes
}
