//! When each meeting is next, from now: across midnight, across zones, across a change of the clocks.

use super::{Listing, MeetingTime, NearZone};
use crate::moment::Zone;
use crate::zones::Zones;
use chrono::{Datelike, Days, NaiveDateTime};

const MINUTE_MS: i64 = 60_000;
/// Who comes this late still comes to it.
const LATE_MS: i64 = 10 * MINUTE_MS;
/// A meeting this long is one that people come to and leave at any time.
const LONG_MS: i64 = 180 * MINUTE_MS;
/// Towards its end nobody joins it any more.
const LAST_MS: i64 = 30 * MINUTE_MS;

/// The next time of one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// Places in what was given: which list, and which row of it.
    pub list: usize,
    pub row: usize,
    /// Milliseconds since 1970 in UTC.
    pub starts_utc_ms: i64,
    pub ends_utc_ms: i64,
    /// The start by the person's own clock.
    pub here: NaiveDateTime,
}

/// All meetings of some lists in the order in which they come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// What has a time, the next one first.
    pub upcoming: Vec<Upcoming>,
    /// What has none: list and row.
    pub by_appointment: Vec<(usize, usize)>,
}

impl Timeline {
    /// Works it out for now. A zone that nobody knows is read as the list's own, and that one as `here`.
    pub fn of(listings: &[&Listing], zones: &dyn Zones, here: &Zone, now_utc_ms: i64) -> Timeline {
        let mut timeline = Timeline::default();
        let utc = Zone::utc();
        let Some(here) =
            NearZone::around(zones, here, now_utc_ms).or_else(|| NearZone::around(zones, &utc, now_utc_ms))
        else {
            return timeline;
        };
        for (list, listing) in listings.iter().enumerate() {
            let near = |zone: &Zone| NearZone::around(zones, zone, now_utc_ms);
            let own = near(&listing.zone);
            let others: Vec<Option<NearZone>> = listing.zones.iter().map(near).collect();
            for (row, one) in listing.rows.iter().enumerate() {
                let Some(time) = one.time else {
                    timeline.by_appointment.push((list, row));
                    continue;
                };
                let zone = one.zone.and_then(|zone| others.get(usize::from(zone))).and_then(Option::as_ref);
                let zone = zone.or(own.as_ref()).unwrap_or(&here);
                let Some((starts_utc_ms, ends_utc_ms)) = next_of(time, zone, now_utc_ms) else { continue };
                let Some(here) = here.civil_of(starts_utc_ms) else { continue };
                timeline.upcoming.push(Upcoming { list, row, starts_utc_ms, ends_utc_ms, here });
            }
        }
        timeline.upcoming.sort_unstable_by_key(|next| (next.starts_utc_ms, next.list, next.row));
        timeline
    }
}

impl Upcoming {
    /// The next time of one meeting of one list; None by appointment. Zones are read as in [`Timeline::of`].
    pub fn of(listing: &Listing, row: usize, zones: &dyn Zones, here: &Zone, now_utc_ms: i64) -> Option<Upcoming> {
        let one = listing.rows.get(row)?;
        let near = |zone: &Zone| NearZone::around(zones, zone, now_utc_ms);
        let here = near(here).or_else(|| near(&Zone::utc()))?;
        let zone = near(listing.zone_of(one)).or_else(|| near(&listing.zone));
        let (starts_utc_ms, ends_utc_ms) = next_of(one.time?, zone.as_ref().unwrap_or(&here), now_utc_ms)?;
        Some(Upcoming { list: 0, row, starts_utc_ms, ends_utc_ms, here: here.civil_of(starts_utc_ms)? })
    }
}

/// Start and end, in UTC, of the occurrence that somebody can come to next.
pub(super) fn next_of(time: MeetingTime, zone: &NearZone, now_utc_ms: i64) -> Option<(i64, i64)> {
    let length_ms = i64::from(time.length.minutes()).saturating_mul(MINUTE_MS);
    let today = zone.civil_of(now_utc_ms)?.date();
    // One that began yesterday evening may still be on; one of a whole day began a day and more ago.
    let first = today.checked_sub_days(Days::new(2))?;
    let ahead = (7 + time.day.num_days_from_monday() - first.weekday().num_days_from_monday()) % 7;
    let mut date = first.checked_add_days(Days::new(u64::from(ahead)))?;
    loop {
        let starts = zone.instant_of(time.start.on(date))?;
        let until = if length_ms >= LONG_MS { length_ms.saturating_sub(LAST_MS) } else { LATE_MS.min(length_ms) };
        if starts.saturating_add(until) >= now_utc_ms {
            return Some((starts, starts.saturating_add(length_ms)));
        }
        date = date.checked_add_days(Days::new(7))?;
    }
}
