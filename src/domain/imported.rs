//! A session that came from a calendar file. Its dates are stored as the calendar gave them, because the rule they came from may be of a
//! kind that we have no words for.

use crate::code::{Kept, coded};
use crate::moment::Zone;
use crate::plan_error::PlanError;
use crate::session::{About, SessionKind};
use crate::slot::check_date;
use crate::source::Source;
use crate::visit::{Original, Uid};
use crate::words::{Label, Line, Note, unspoken};
use chrono::{DateTime, NaiveDate};

coded! {
    /// What a calendar says about one date (RFC 5545, 3.8.1.11).
    pub enum Standing {
        Confirmed = "confirmed",
        /// Not settled yet.
        Tentative = "tentative",
        /// Called off: shown, struck through.
        Cancelled = "cancelled",
    }
}

/// As many dates of one session as are ever taken in.
pub const MAX_OCCURRENCES: usize = 1_000;

/// One event of a calendar with all its dates.
#[derive(Clone, PartialEq, Eq)]
pub struct Imported {
    pub(crate) uid: Uid,
    pub(crate) sequence: u32,
    pub(crate) stamped_utc_ms: Option<i64>,
    pub(crate) calendar: Option<Label>,
    pub(crate) about: About,
    pub(crate) notes: Option<Note>,
    pub(crate) zone: Option<Zone>,
    pub(crate) counts: bool,
    pub(crate) source: Option<Source>,
    /// In the order of their starts; 1 to [`MAX_OCCURRENCES`].
    pub(crate) occurrences: Vec<Listed>,
}

/// One date of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    pub(crate) span: Span,
    pub(crate) original: Original,
    pub(crate) standing: Kept<Standing>,
    pub(crate) title: Option<Label>,
    pub(crate) place: Option<Line>,
}

/// From when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// Milliseconds since 1970 in UTC; the end is not before the start.
    Times { starts_utc_ms: i64, ends_utc_ms: i64 },
    /// Whole days, wherever the person is: the first one and the last one, both included.
    Days { first: NaiveDate, last: NaiveDate },
}

/// What a calendar says about an event, besides its dates.
#[derive(Clone)]
pub struct Heading {
    pub uid: Uid,
    /// SEQUENCE; the greater one is the newer.
    pub sequence: u32,
    /// DTSTAMP, in milliseconds since 1970 in UTC.
    pub stamped_utc_ms: Option<i64>,
    /// The calendar's own name.
    pub calendar: Option<Label>,
    /// SUMMARY, LOCATION and URL; its kind is the person's to say.
    pub about: About,
    /// DESCRIPTION.
    pub notes: Option<Note>,
    /// The zone in which the calendar has it. None: all day, or in UTC.
    pub zone: Option<Zone>,
}

/// What the person can change about it; the rest is the calendar's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportedEdit {
    SetKind(SessionKind),
    /// Whether its hours are the program's.
    SetCounts(bool),
}

unspoken!(Imported, Listed, Heading);

impl Imported {
    /// An event as read. Its dates are put in order; one that came twice is kept once. Its hours count until the person says otherwise.
    ///
    /// # Errors
    /// [`PlanError::NoSuchCalendar`] without a date or with more than [`MAX_OCCURRENCES`].
    pub fn new(heading: Heading, mut occurrences: Vec<Listed>) -> Result<Imported, PlanError> {
        occurrences.sort_by_key(|listed| (listed.span.order(), listed.original));
        let mut seen: Vec<Original> = Vec::new();
        occurrences.retain(|listed| match seen.binary_search(&listed.original) {
            Ok(_) => false,
            Err(place) => {
                seen.insert(place, listed.original);
                true
            }
        });
        if !(1..=MAX_OCCURRENCES).contains(&occurrences.len()) {
            return Err(PlanError::NoSuchCalendar { limit: MAX_OCCURRENCES });
        }
        let Heading { uid, sequence, stamped_utc_ms, calendar, about, notes, zone } = heading;
        let (counts, source) = (true, None);
        Ok(Imported { uid, sequence, stamped_utc_ms, calendar, about, notes, zone, counts, source, occurrences })
    }

    pub fn uid(&self) -> &Uid {
        &self.uid
    }

    pub fn sequence(&self) -> u32 {
        self.sequence
    }

    /// DTSTAMP, in milliseconds since 1970 in UTC.
    pub fn stamped_utc_ms(&self) -> Option<i64> {
        self.stamped_utc_ms
    }

    /// The name of the calendar it came from.
    pub fn calendar(&self) -> Option<&Label> {
        self.calendar.as_ref()
    }

    pub fn about(&self) -> &About {
        &self.about
    }

    /// What the calendar says about it at length.
    pub fn notes(&self) -> Option<&Note> {
        self.notes.as_ref()
    }

    pub fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// Whether its hours are the program's.
    pub fn counts(&self) -> bool {
        self.counts
    }

    /// In the order of their starts.
    pub fn occurrences(&self) -> &[Listed] {
        &self.occurrences
    }

    /// What the calendar said, where it goes on beyond its dates and is not too long to keep.
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// With what its later dates can be worked out from.
    #[must_use]
    pub fn keeping(self, source: Option<Source>) -> Imported {
        Imported { source, ..self }
    }

    /// With one thing changed.
    #[must_use]
    pub fn apply(&self, edit: ImportedEdit) -> Imported {
        let mut imported = self.clone();
        match edit {
            ImportedEdit::SetKind(kind) => imported.about.kind = Kept::Known(kind),
            ImportedEdit::SetCounts(counts) => imported.counts = counts,
        }
        imported
    }

    /// What a newer reading of the same event says, with what the person chose about the older one.
    #[must_use]
    pub fn updated(&self, newer: Imported) -> Imported {
        let about = About { kind: self.about.kind.clone(), ..newer.about };
        Imported { about, counts: self.counts, ..newer }
    }
}

impl Listed {
    /// None for an end before the start, and for what is out of the calendar (1971 to 2199). `title` and `place` where this date has its own.
    pub fn new(span: Span, original: Original, standing: Standing) -> Option<Listed> {
        let listed = Listed { span, original, standing: Kept::Known(standing), title: None, place: None };
        listed.checked()
    }

    /// With a title and a place of its own.
    #[must_use]
    pub fn saying(self, title: Option<Label>, place: Option<Line>) -> Listed {
        Listed { title, place, ..self }
    }

    pub(crate) fn checked(self) -> Option<Listed> {
        self.original.checked()?;
        match self.span {
            Span::Times { starts_utc_ms, ends_utc_ms } => {
                let start = DateTime::from_timestamp_millis(starts_utc_ms)?;
                let end = DateTime::from_timestamp_millis(ends_utc_ms)?;
                check_date(start.date_naive()).ok()?;
                check_date(end.date_naive()).ok()?;
                (start <= end).then_some(self)
            }
            Span::Days { first, last } => {
                check_date(first).ok()?;
                check_date(last).ok()?;
                (first <= last).then_some(self)
            }
        }
    }

    pub fn span(&self) -> Span {
        self.span
    }

    pub fn original(&self) -> Original {
        self.original
    }

    /// What a newer build has another word for counts as confirmed.
    pub fn standing(&self) -> Standing {
        self.standing.known().unwrap_or(Standing::Confirmed)
    }

    pub fn title(&self) -> Option<&Label> {
        self.title.as_ref()
    }

    pub fn place(&self) -> Option<&Line> {
        self.place.as_ref()
    }
}

impl Span {
    /// Its start, as the name of an occurrence that was never moved.
    pub fn starts(self) -> Original {
        match self {
            Span::Times { starts_utc_ms, .. } => Original::At(starts_utc_ms),
            Span::Days { first, .. } => Original::On(first),
        }
    }

    /// Roughly when it starts; the days of whole days begin at midnight in UTC here.
    fn order(self) -> i64 {
        match self {
            Span::Times { starts_utc_ms, .. } => starts_utc_ms,
            Span::Days { first, .. } => first.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis(),
        }
    }
}
