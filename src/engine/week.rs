//! Reading the week: the timetable from the shelf, which every opening has at hand, and the visits of the days that are asked for.

use std::ops::Range;

use domain::record::{self, Kind, Stored};
use domain::week::{Due, HOMEWORK_DAYS, Occasion, PREPARE_FROM_MS, TELL_WITHIN_MS, Timetable, due};
use domain::zones::Zones;
use domain::{PlanError, ProgramId, SeriesId, Visit, VisitKey, Zone};
use storage::StoreError;
use sync::{RecordId, RecordState};

use crate::journal::id::half_of;
use crate::{Clock, Home, Ids, Journal, WeekError};

/// As many sessions, programs and calendars are kept: they are read at every opening.
pub const MOST_SESSIONS: usize = 500;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// All that is planned, as this tab knows it. From memory: nothing is read. What is damaged or newer is left out, and kept.
    pub fn timetable(&self) -> Timetable {
        Timetable {
            programs: self.shelved(ProgramId::from_bytes),
            sessions: self.shelved(SeriesId::from_bytes),
            imported: self.shelved(SeriesId::from_bytes),
        }
    }

    /// What takes place in a range of time (UTC ms; see [`domain::week::day_range`]), with what the person told about it, in
    /// the order of the starts. `here` is the zone the person is in. It opens only the leaves in which visits of that time lie.
    ///
    /// # Errors
    /// Only when the home does not answer: a visit that cannot be read is one that was not told.
    pub async fn week(&self, zones: &dyn Zones, here: &Zone, range: Range<i64>) -> Result<Vec<Occasion>, StoreError> {
        let mut occasions = Vec::new();
        for occurrence in self.timetable().occurrences(zones, here, range) {
            let visit = self.visit(&occurrence.key).await?;
            occasions.push(Occasion { occurrence, visit });
        }
        Ok(occasions)
    }

    /// One occurrence by its name, with what was told about it. `None` when its session is gone or not on that date any more.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn occasion(
        &self,
        zones: &dyn Zones,
        here: &Zone,
        key: &VisitKey,
    ) -> Result<Option<Occasion>, StoreError> {
        let Some(occurrence) = self.timetable().occurrence(zones, here, key) else { return Ok(None) };
        let visit = self.visit(key).await?;
        Ok(Some(Occasion { occurrence, visit }))
    }

    /// What is due now: preparing, telling how it was, homework.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn due(&self, zones: &dyn Zones, here: &Zone) -> Result<Vec<Due>, StoreError> {
        let now = self.now();
        // A session can be a day long, and is asked about for two days after it.
        let from = now.utc_ms().saturating_sub(TELL_WITHIN_MS.saturating_add(DAY_MS));
        let to = now.utc_ms().saturating_add(PREPARE_FROM_MS).saturating_add(1);
        let occasions = self.week(zones, here, from..to).await?;
        let since = now.utc_ms().saturating_sub(HOMEWORK_DAYS.saturating_mul(DAY_MS));
        let visits: Vec<Visit> = self.visits_in(since..i64::MAX).await?;
        Ok(due(&occasions, &visits, &self.from_programs(), &now))
    }

    /// Whether so many more still fit on the shelf.
    pub(crate) fn check_room(&self, more: usize) -> Result<(), WeekError> {
        let inside = self.inside.borrow();
        let kinds = [Kind::Program, Kind::Session, Kind::Imported];
        let there: usize = kinds.iter().map(|kind| inside.on_shelf(kind.number()).len()).sum();
        if there.saturating_add(more) > MOST_SESSIONS {
            return Err(PlanError::TooManySessions { limit: MOST_SESSIONS }.into());
        }
        Ok(())
    }
}

impl<H, W> Journal<H, W> {
    /// What lives on the shelf of one kind and can be read, under its name.
    pub(crate) fn shelved<T: Stored, Name>(&self, name: fn([u8; 8]) -> Name) -> Vec<(Name, T)> {
        let records = self.inside.borrow().on_shelf(T::KIND.number());
        let value = |(id, versions): (RecordId, sync::Versions)| match versions.state() {
            RecordState::Live(body) => record::read(body).known().map(|value| (name(half_of(id)), value)),
            RecordState::Deleted { .. } | RecordState::Erased => None,
        };
        records.into_iter().filter_map(value).collect()
    }
}
