//! The rules of the world's time zones, as chrono-tz has them: what a browser knows by itself.

use chrono::{DateTime, Offset, TimeZone};
use domain::Zone;
use domain::zones::Zones;

/// Every zone of the IANA database.
pub struct Database;

impl Zones for Database {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.name().parse().ok()?;
        let at = DateTime::from_timestamp_millis(utc_ms)?.naive_utc();
        Some(zone.offset_from_utc_datetime(&at).fix().local_minus_utc())
    }
}
