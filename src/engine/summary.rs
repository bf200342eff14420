//! The page that a person hands to their counselor, read from the journal. Only the leaves of its days, and of as many days before, are opened.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use domain::record::{self, Kind, Stored};
use domain::summary::{Choice, Facts, Marked, Period, Summary};
use domain::week::{Occasion, day_range};
use domain::zones::Zones;
use domain::{Marks, Zone};
use storage::StoreError;
use sync::{RecordId, RecordState};

use crate::journal::id::{marks_id, visit_id};
use crate::{Clock, Home, Ids, Journal, ReadError};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What the person said about an entry.
enum Said {
    Nothing,
    Marks(Marks),
    /// Something, but it is damaged or from a newer version. Then the entry stays out: it may be private.
    Unknown,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The page about a period, with what was chosen. `here` is the zone the person is in. Private entries are not on it, and an entry whose
    /// marks cannot be read is taken for private.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged or newer is left out.
    pub async fn summary(
        &self,
        zones: &dyn Zones,
        here: &Zone,
        period: Period,
        choice: Choice,
    ) -> Result<Summary, StoreError> {
        let (first, last) = (period.before().first(), period.last());
        let facts = Facts {
            cravings: self.marked_between(Kind::Craving, first, last).await?,
            lapses: self.marked_between(Kind::Lapse, first, last).await?,
            check_ins: self.marked_between(Kind::CheckIn, first, last).await?,
            runs: self.marked_between(Kind::StrategyRun, first, last).await?,
            doses: self.marked_between(Kind::Dose, first, last).await?,
            occasions: self.marked_week(zones, here, first, last).await?,
            people: self.people(),
        };
        Ok(Summary::of(&facts, period, choice, &self.now()))
    }

    /// The days that a page is about unless the person says otherwise ([`Period::since_last_session`]).
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn usual_period(&self, zones: &dyn Zones, here: &Zone) -> Result<Period, StoreError> {
        let today = self.now().day();
        let furthest = Period::days_until(today, Period::LOOK_BACK_DAYS);
        let occasions = self.marked_week(zones, here, furthest.first(), today).await?;
        Ok(Period::since_last_session(&occasions, today))
    }

    /// The records of a kind about the days from `first` to `last`, by whatever clock, with what was said about each; a day before and after may
    /// be among them.
    async fn marked_between<T: Stored>(
        &self,
        kind: Kind,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Marked<T>>, StoreError> {
        let mut found = Vec::new();
        for id in self.dated(kind, &around(first, last)).await? {
            let Some(what) = self.said_now::<T>(id).await? else { continue };
            found.extend(marked(id, self.said_about(id).await?, what));
        }
        Ok(found)
    }

    /// The sessions of these days, and a day on either side: by its own clock one may be on another day than here. Of one whose marks cannot
    /// be read, nothing was told.
    async fn marked_week(
        &self,
        zones: &dyn Zones,
        here: &Zone,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Marked<Occasion>>, StoreError> {
        let first = first.checked_sub_days(Days::new(1)).unwrap_or(first);
        let last = last.checked_add_days(Days::new(1)).unwrap_or(last);
        let mut found = Vec::new();
        // A range of sessions is cut at some length, so it is asked for in pieces.
        for range in in_pieces(day_range(zones, here, first, last)) {
            for occasion in self.week(zones, here, range).await? {
                let id = visit_id(&occasion.occurrence.key);
                let (marks, what) = match self.said_about(id).await? {
                    Said::Nothing => (None, occasion),
                    Said::Marks(marks) => (Some(marks), occasion),
                    Said::Unknown => (None, Occasion { visit: None, ..occasion }),
                };
                found.push(Marked { id: id.bytes(), marks, what });
            }
        }
        Ok(found)
    }

    /// The marks of an entry lie beside it, so no other leaf is opened for them, wherever in time the entry was moved since.
    async fn said_about(&self, id: RecordId) -> Result<Said, StoreError> {
        let versions = match self.find(marks_id(id)).await {
            Ok(versions) => versions,
            Err(ReadError::Gone) => return Ok(Said::Nothing),
            Err(ReadError::Unreadable) => return Ok(Said::Unknown),
            Err(ReadError::Store(error)) => return Err(error),
        };
        Ok(match versions.state() {
            RecordState::Live(body) => match record::read::<Marks>(body).known() {
                Some(marks) if marks.entry() == id.bytes() => Said::Marks(marks),
                Some(_) | None => Said::Unknown,
            },
            RecordState::Deleted { .. } | RecordState::Erased => Said::Nothing,
        })
    }
}

fn marked<T>(id: RecordId, said: Said, what: T) -> Option<Marked<T>> {
    match said {
        Said::Nothing => Some(Marked { id: id.bytes(), marks: None, what }),
        Said::Marks(marks) => Some(Marked { id: id.bytes(), marks: Some(marks), what }),
        Said::Unknown => None,
    }
}

/// These days by whatever clock, UTC ms.
fn around(first: NaiveDate, last: NaiveDate) -> Range<i64> {
    let midnight = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    midnight(first).saturating_sub(DAY_MS)..midnight(last).saturating_add(2 * DAY_MS)
}

/// A year each, and the rest.
fn in_pieces(range: Range<i64>) -> Vec<Range<i64>> {
    let mut pieces = Vec::new();
    let mut from = range.start;
    while from < range.end {
        let to = from.saturating_add(366 * DAY_MS).min(range.end);
        pieces.push(from..to);
        from = to;
    }
    pieces
}
