//! Days and sessions in addresses. When is a bare number, so that nobody reads a date in the browser's history.

use chrono::{NaiveDate, TimeDelta};
use domain::{SeriesId, VisitKey};

/// A session on one of its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionKey {
    /// The person's own, on the date on which it was planned first.
    Own { series: SeriesId, date: NaiveDate },
    /// One from a calendar, by the mark of its name (`VisitKey::mark`): what a calendar calls it may say too much for an address.
    Imported { mark: [u8; 8], about_utc_ms: i64 },
}

impl SessionKey {
    /// The address of what is kept under this name.
    #[must_use]
    pub fn of(key: &VisitKey) -> Self {
        match key {
            VisitKey::Own { series, date } => Self::Own { series: *series, date: *date },
            VisitKey::Imported { .. } => Self::Imported { mark: key.mark(), about_utc_ms: key.about_utc_ms() },
        }
    }

    /// When is a bare number, so that nobody reads a date in the browser's history.
    pub(super) fn path(self) -> String {
        match self {
            Self::Own { series, date } => {
                format!("/week/{}/{:x}", series.to_hex(), number_of(date))
            }
            Self::Imported { mark, about_utc_ms } => {
                format!("/week/from/{:016x}-{about_utc_ms:x}", u64::from_be_bytes(mark))
            }
        }
    }

    pub(super) fn at(series: &str, when: &str) -> Option<Self> {
        if series == "from" {
            let (mark, about) = when.split_once('-')?;
            let about_utc_ms = i64::from_str_radix(about, 16).ok()?;
            let is_as_written = format!("{about_utc_ms:x}") == about;
            // Eight bytes in the same strict form as every id.
            let mark = SeriesId::from_hex(mark)?.bytes();
            return is_as_written.then_some(Self::Imported { mark, about_utc_ms });
        }
        let series = SeriesId::from_hex(series)?;
        Some(Self::Own { series, date: day_of(when)? })
    }
}

/// A day in an address.
pub(super) fn number_of(day: NaiveDate) -> i64 {
    day.signed_duration_since(NaiveDate::default()).num_days()
}

/// The way back from its hexadecimal digits.
pub(super) fn day_of(digits: &str) -> Option<NaiveDate> {
    let days = TimeDelta::try_days(i64::from_str_radix(digits, 16).ok()?)?;
    NaiveDate::default().checked_add_signed(days)
}
