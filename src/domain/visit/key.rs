//! Which occurrence a visit is about: a name that stays the same when the occurrence is moved, and the same in two tabs.

use crate::session::SeriesId;
use crate::slot::check_date;
use crate::words::unspoken;
use chrono::{DateTime, Datelike, NaiveDate};

/// In bytes. Longer ones were never seen.
pub const MAX_UID: usize = 1_000;

/// By which a calendar knows one of its events (RFC 5545, 3.8.4.7): 1 to 1,000 bytes, of which none is a control character.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid(String);

/// When an occurrence of a calendar was planned first: its RECURRENCE-ID, or its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Original {
    /// Milliseconds since 1970 in UTC.
    At(i64),
    /// The first of its days, for one that is all day.
    On(NaiveDate),
}

/// The name of one occurrence. It never changes, wherever the occurrence is moved.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VisitKey {
    /// A session of the person's own, on the date on which it was planned first.
    Own { series: SeriesId, date: NaiveDate },
    /// One from a calendar. It stays the same when the calendar is read in again.
    Imported { uid: Uid, original: Original },
}

unspoken!(Uid, VisitKey);

impl Uid {
    /// None when it is empty, too long or has control characters in it.
    pub fn new(uid: &str) -> Option<Uid> {
        let fits = (1..=MAX_UID).contains(&uid.len()) && !uid.chars().any(char::is_control);
        fits.then(|| Uid(uid.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Original {
    /// None for what no calendar has: before 1971, or after 2199.
    pub fn checked(self) -> Option<Original> {
        let date = match self {
            Original::At(utc_ms) => DateTime::from_timestamp_millis(utc_ms)?.date_naive(),
            Original::On(date) => date,
        };
        check_date(date).ok().map(|_| self)
    }

    fn utc_ms(self) -> i64 {
        match self {
            Original::At(utc_ms) => utc_ms,
            Original::On(date) => midnight_ms(date),
        }
    }
}

impl VisitKey {
    /// When it was planned first, roughly, in milliseconds since 1970 in UTC: exact for one from a calendar, the day's midnight
    /// in UTC for an own one. It depends on the name alone, so that the journal can look for a visit where visits of that time are.
    pub fn about_utc_ms(&self) -> i64 {
        match self {
            VisitKey::Own { date, .. } => midnight_ms(*date),
            VisitKey::Imported { original, .. } => original.utc_ms(),
        }
    }

    /// Eight bytes that look random and depend on the name alone. Two own sessions never share them on one date.
    pub fn mark(&self) -> [u8; 8] {
        let (name, when) = match self {
            VisitKey::Own { series, date } => (u64::from_be_bytes(series.bytes()), i64::from(date.num_days_from_ce())),
            VisitKey::Imported { uid, original } => (fold(uid.as_str().as_bytes()), original.utc_ms()),
        };
        stir(name ^ stir(when.cast_unsigned())).to_be_bytes()
    }
}

/// Eight bytes that look random and depend on the name alone.
pub(crate) fn mark_of(name: &[u8]) -> [u8; 8] {
    stir(fold(name)).to_be_bytes()
}

fn midnight_ms(date: NaiveDate) -> i64 {
    date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis()
}

/// FNV-1a, 64 bits. Names that collide by accident do not occur; nothing secret depends on it. Stored ids do: never to be changed.
fn fold(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The end of splitmix64: every number has another image. Stored ids depend on it: never to be changed.
fn stir(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monday(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    #[test]
    fn the_name_of_an_occurrence_is_the_same_for_ever() {
        let own = VisitKey::Own { series: SeriesId::from_bytes([1, 2, 3, 4, 5, 6, 7, 8]), date: monday(23) };
        assert_eq!((own.about_utc_ms(), own.mark()), (1_795_392_000_000, [186, 43, 102, 34, 133, 52, 137, 20]));
        let uid = Uid::new("group-1@clinic.example").unwrap();
        let read = VisitKey::Imported { uid, original: Original::At(1_795_392_000_000) };
        assert_eq!((read.about_utc_ms(), read.mark()), (1_795_392_000_000, [125, 42, 159, 254, 27, 81, 191, 79]));
    }

    #[test]
    fn two_sessions_and_two_dates_have_two_names() {
        let key =
            |last, day| VisitKey::Own { series: SeriesId::from_bytes([0, 0, 0, 0, 0, 0, 0, last]), date: monday(day) };
        let marks = [key(1, 23).mark(), key(2, 23).mark(), key(1, 24).mark(), key(2, 24).mark()];
        for (place, mark) in marks.iter().enumerate() {
            assert!(!marks[..place].contains(mark));
        }
    }

    #[test]
    fn a_name_from_a_calendar_is_kept_as_it_is_or_not_at_all() {
        assert_eq!(Uid::new(" é;uid ").unwrap().as_str(), " é;uid ");
        for bad in ["", "two\nlines", &"x".repeat(1_001)] {
            assert!(Uid::new(bad).is_none());
        }
        assert_eq!(Original::At(i64::MAX).checked(), None);
    }
}
