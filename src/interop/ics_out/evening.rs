//! One reminder at the same time every evening: one reminder a day is opened far more often than none, and more than one is not. The phone's own
//! calendar rings it. It is called what the caller calls it, which is nothing that anybody could read anything from.

use chrono::{NaiveDate, NaiveTime};
use domain::{Standing, Uid, Weekdays, Zone};

use super::{OutEnds, OutEvent, OutRule, OutTime, sequence_at};

/// By which the other calendar knows it: the same in every file, so that another time takes the place of the one before.
const NAME: &str = "evening@handrail";
/// It takes no time; a calendar wants some.
const MINUTES: u32 = 5;

/// Every day at a time, from a day on, by the clock of a zone. `made_utc_ms` is when the person asked for it: a later file wins.
pub fn every_evening(
    at: NaiveTime,
    first: NaiveDate,
    zone: Zone,
    summary: String,
    made_utc_ms: i64,
) -> Option<OutEvent> {
    Some(OutEvent {
        uid: Uid::new(NAME)?,
        sequence: sequence_at(made_utc_ms),
        stamped_utc_ms: made_utc_ms,
        time: OutTime::Zoned { zone, start: first.and_time(at), minutes: MINUTES },
        rule: Some(OutRule { on: Weekdays::EVERY_DAY, every: 1, ends: OutEnds::Never }),
        dates: Vec::new(),
        exceptions: Vec::new(),
        summary,
        location: None,
        link: None,
        description: None,
        alarms: vec![0],
        standing: Standing::Confirmed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ics_out::write;
    use domain::zones::Zones;

    struct Eastern;

    impl Zones for Eastern {
        fn offset_s(&self, _: &Zone, _: i64) -> Option<i32> {
            Some(-5 * 3600)
        }
    }

    #[test]
    fn it_rings_every_evening_and_says_nothing() {
        let first = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let at = NaiveTime::from_hms_opt(20, 0, 0).unwrap();
        let zone = Zone::named_or_utc("America/New_York");
        let event = every_evening(at, first, zone, "Appointment".to_owned(), 1_795_700_000_000).unwrap();
        let text = write("-//Handrail//EN", &[event], &Eastern).unwrap();
        for line in [
            "DTSTART;TZID=America/New_York:20261126T200000",
            "SUMMARY:Appointment",
            "TRIGGER:-PT0M",
            "UID:evening@handrail",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
        assert!(text.contains("BYDAY=") || text.contains("FREQ=DAILY"), "{text}");
        assert!(!text.to_lowercase().contains("check"), "{text}");
    }
}
