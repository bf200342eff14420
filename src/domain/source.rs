//! What a calendar said about a series that goes on, kept so that its later dates can be worked out when their time comes.

use crate::slot::check_date;
use crate::words::unspoken;
use chrono::DateTime;

/// As much of a file is kept for one series: its rule, what is different on single dates, and its zone. In bytes.
pub const MAX_SOURCE_BYTES: usize = 32 * 1024;

/// The part of a calendar file that speaks of one series, as text (RFC 5545), and how far it was worked out.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    text: String,
    until_utc_ms: i64,
}

unspoken!(Source);

impl Source {
    /// None for what is too long, empty, or reaches out of the calendar (1971 to 2199). `until_utc_ms`: the first instant that
    /// was not worked out, in milliseconds since 1970 in UTC.
    pub fn new(text: String, until_utc_ms: i64) -> Option<Source> {
        let is_near =
            DateTime::from_timestamp_millis(until_utc_ms).is_some_and(|at| check_date(at.date_naive()).is_ok());
        (is_near && (1..=MAX_SOURCE_BYTES).contains(&text.len())).then_some(Source { text, until_utc_ms })
    }

    /// The part of the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Up to when its dates were worked out: the first instant that was not, in milliseconds since 1970 in UTC.
    pub fn until_utc_ms(&self) -> i64 {
        self.until_utc_ms
    }

    /// With what a later file says of single dates of it. None when both together are too long.
    #[must_use]
    pub fn followed_by(&self, later: &str) -> Option<Source> {
        Source::new(format!("{}\r\n{later}", self.text), self.until_utc_ms)
    }
}
