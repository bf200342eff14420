//! From sessions, programs and calendars to the occurrences of a range of time.

use super::occurrence::{Occurrence, Shown, Times};
use crate::contact::PhoneNumber;
use crate::imported::{Imported, Listed, Span, Standing};
use crate::moment::Zone;
use crate::plan_error::PlanError;
use crate::program::{Program, ProgramId};
use crate::session::rule::{Dates, dates_of};
use crate::session::{About, Membership, SeriesId, Session};
use crate::slot::Slot;
use crate::visit::VisitKey;
use crate::words::unspoken;
use crate::zones::{Zones, civil_of, instant_of};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime};

/// A range is never worked out further than this from its beginning: two years and a bit.
pub const LONGEST_RANGE_DAYS: u16 = 800;
const DAY_MS: i64 = 86_400_000;

/// All that is planned.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Timetable {
    pub programs: Vec<(ProgramId, Program)>,
    pub sessions: Vec<(SeriesId, Session)>,
    pub imported: Vec<(SeriesId, Imported)>,
}

unspoken!(Timetable);

/// The range of some days as a person sees them: from the first midnight to the one after the last day, in milliseconds since 1970 in UTC.
/// In a zone that the device does not know, days are UTC's.
pub fn day_range(zones: &dyn Zones, here: &Zone, first: NaiveDate, last: NaiveDate) -> std::ops::Range<i64> {
    let midnight = |date: NaiveDate| instant(zones, here, here, date.and_time(NaiveTime::MIN)).1;
    midnight(first)..midnight(last.checked_add_days(Days::new(1)).unwrap_or(last))
}

impl Timetable {
    /// The occurrences that begin in `range` (milliseconds since 1970 in UTC; the end is not part of it), cancelled ones included, in
    /// the order of their starts. `here` is where the person is: whole days of a calendar are theirs.
    pub fn occurrences(&self, zones: &dyn Zones, here: &Zone, range: std::ops::Range<i64>) -> Vec<Occurrence> {
        let longest = range.start.saturating_add(i64::from(LONGEST_RANGE_DAYS) * DAY_MS);
        let range = range.start..range.end.min(longest);
        let work = Work { zones, here, range };
        let mut found = Vec::new();
        for (id, session) in &self.sessions {
            let Some(dates) = dates_of(session, &self.programs) else { continue };
            work.of_session((*id, session), &dates, self.zone_of(session), &mut found);
        }
        for (id, imported) in &self.imported {
            found.extend(imported.occurrences().iter().filter_map(|listed| work.of_calendar(*id, imported, listed)));
        }
        found.sort_by_key(|one| (one.starts_utc_ms, one.ends_utc_ms, one.series, one.key.about_utc_ms()));
        found
    }

    /// One occurrence by its name, wherever it was moved. None when its session is gone, or is not on that date any more.
    pub fn occurrence(&self, zones: &dyn Zones, here: &Zone, key: &VisitKey) -> Option<Occurrence> {
        let work = Work { zones, here, range: i64::MIN..i64::MAX };
        match key {
            VisitKey::Own { series, date } => {
                let (id, session) = self.sessions.iter().find(|(id, _)| id == series)?;
                let is_planned = self.is_planned_on(session, *date);
                is_planned.then(|| work.on_date(*id, session, self.zone_of(session), *date)).flatten()
            }
            VisitKey::Imported { uid, original } => {
                let (id, imported) = self.imported.iter().find(|(_, imported)| imported.uid() == uid)?;
                let listed = imported.occurrences().iter().find(|listed| listed.original() == *original)?;
                work.of_calendar(*id, imported, listed)
            }
        }
    }

    /// The name of a calendar's occurrence, by its mark and by when it was planned ([`VisitKey::mark`], [`VisitKey::about_utc_ms`]).
    pub fn imported_key(&self, mark: [u8; 8], about_utc_ms: i64) -> Option<VisitKey> {
        self.imported.iter().find_map(|(_, imported)| {
            let names = imported
                .occurrences()
                .iter()
                .map(|listed| VisitKey::Imported { uid: imported.uid().clone(), original: listed.original() });
            names.filter(|name| name.about_utc_ms() == about_utc_ms).find(|name| name.mark() == mark)
        })
    }

    /// A session in two: until the day before `date`, and from `date` on. For a change of that date and all that follow.
    ///
    /// # Errors
    /// [`PlanError::NoSuchDate`] when it is not planned on that date, or when there is nothing before it.
    pub fn split(&self, session: &Session, date: NaiveDate) -> Result<(Session, Session), PlanError> {
        let Some(Dates::Weekly(rule)) = dates_of(session, &self.programs) else { return Err(PlanError::NoSuchDate) };
        let dates = Dates::Weekly(rule);
        if !dates.hold(date) || dates.first() == Some(date) {
            return Err(PlanError::NoSuchDate);
        }
        session.split_at(date, dates.last()).ok_or(PlanError::NoSuchDate)
    }

    /// The zone in which a session is: its program's, or its own where it belongs to none.
    pub fn zone_of<'a>(&'a self, session: &'a Session) -> &'a Zone {
        self.program_of(session.phase()).map_or(session.zone(), Program::zone)
    }

    /// Whom to call about an occurrence: the clinic of its program, or else the only program's.
    pub fn clinic_phone(&self, occurrence: &Occurrence) -> Option<&PhoneNumber> {
        match (self.program_of(occurrence.phase), self.programs.as_slice()) {
            (Some(program), _) => program.phone(),
            (None, [(_, only)]) => only.phone(),
            (None, _) => None,
        }
    }

    fn program_of(&self, phase: Option<Membership>) -> Option<&Program> {
        let (_, program) = self.programs.iter().find(|(id, _)| Some(*id) == phase.map(|phase| phase.program))?;
        Some(program)
    }

    /// The first and the last date that an own session can be on; no last one when it has no end. None for one that is never.
    pub fn dates_of(&self, session: &Session) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let dates = dates_of(session, &self.programs)?;
        Some((dates.first()?, dates.last()))
    }

    /// Whether an own session was planned on that date, so that something can be different about it.
    pub fn is_planned_on(&self, session: &Session, date: NaiveDate) -> bool {
        dates_of(session, &self.programs).is_some_and(|dates| dates.hold(date))
    }
}

struct Work<'a> {
    zones: &'a dyn Zones,
    here: &'a Zone,
    range: std::ops::Range<i64>,
}

impl Work<'_> {
    fn of_session(&self, (id, session): (SeriesId, &Session), dates: &Dates, zone: &Zone, found: &mut Vec<Occurrence>) {
        // A day more on either side than any zone is away from UTC.
        let day = |utc_ms: i64| DateTime::from_timestamp_millis(utc_ms).map_or(NaiveDate::MIN, |at| at.date_naive());
        let from = day(self.range.start.saturating_sub(DAY_MS));
        let to = day(self.range.end.saturating_add(DAY_MS));
        let is_moved = |date: &NaiveDate| session.exception(*date).is_some_and(|one| one.moved().is_some());
        let planned = dates.between(from, to).into_iter().filter(|date| !is_moved(date));
        // What was moved may come from any date.
        let moved = session.exceptions().iter().filter_map(|(date, one)| {
            let is_near = one.moved().is_some_and(|slot| (from..=to).contains(&slot.date));
            (is_near && dates.hold(*date)).then_some(*date)
        });
        found.extend(planned.chain(moved).filter_map(|date| self.on_date(id, session, zone, date)));
    }

    fn on_date(&self, id: SeriesId, session: &Session, zone: &Zone, date: NaiveDate) -> Option<Occurrence> {
        let exception = session.exception(date);
        let usual = Slot { date, start: session.start(), length: session.length() };
        let moved = exception.and_then(|one| one.moved());
        let slot = moved.unwrap_or(usual);
        let (zone, starts_utc_ms) = instant(self.zones, zone, self.here, slot.start.on(slot.date));
        if !self.range.contains(&starts_utc_ms) {
            return None;
        }
        let place = exception.and_then(|one| one.place()).cloned();
        let has_other_place = place.is_some();
        let about = session.about().clone();
        let ends_utc_ms = starts_utc_ms.saturating_add(i64::from(slot.length.minutes()) * 60_000);
        let is_cancelled = exception.is_some_and(|one| one.is_cancelled());
        Some(Occurrence {
            series: id,
            key: VisitKey::Own { series: id, date },
            starts_utc_ms,
            ends_utc_ms,
            times: self.times(zone, starts_utc_ms, ends_utc_ms),
            zone: zone.clone(),
            counts: about.kind().counts(),
            about: About { place: place.or(about.place), ..about },
            phase: session.phase(),
            shown: if is_cancelled { Shown::Cancelled } else { Shown::Planned },
            is_all_day: false,
            moved_from: moved.filter(|slot| *slot != usual).map(|_| usual.start.on(date)),
            has_other_place,
            is_imported: false,
        })
    }

    fn of_calendar(&self, id: SeriesId, imported: &Imported, listed: &Listed) -> Option<Occurrence> {
        let zone = imported.zone().unwrap_or(self.here);
        let (starts_utc_ms, ends_utc_ms, is_all_day) = match listed.span() {
            Span::Times { starts_utc_ms, ends_utc_ms } => (starts_utc_ms, ends_utc_ms, false),
            Span::Days { first, last } => {
                let days = day_range(self.zones, self.here, first, last);
                (days.start, days.end, true)
            }
        };
        if !self.range.contains(&starts_utc_ms) {
            return None;
        }
        let zone = if is_all_day || self.zones.offset_s(zone, starts_utc_ms).is_none() { self.here } else { zone };
        let about = imported.about().clone();
        let has_other_place = listed.place().is_some();
        let key = VisitKey::Imported { uid: imported.uid().clone(), original: listed.original() };
        Some(Occurrence {
            series: id,
            key,
            starts_utc_ms,
            ends_utc_ms,
            times: self.times(zone, starts_utc_ms, ends_utc_ms),
            zone: zone.clone(),
            about: About {
                title: listed.title().cloned().or(about.title),
                place: listed.place().cloned().or(about.place),
                ..about
            },
            phase: None,
            shown: match listed.standing() {
                Standing::Confirmed => Shown::Planned,
                Standing::Tentative => Shown::Tentative,
                Standing::Cancelled => Shown::Cancelled,
            },
            is_all_day,
            moved_from: self.moved_from(zone, listed, starts_utc_ms),
            has_other_place,
            // An all-day entry has no hours.
            counts: imported.counts() && !is_all_day,
            is_imported: true,
        })
    }

    fn moved_from(&self, zone: &Zone, listed: &Listed, starts_utc_ms: i64) -> Option<NaiveDateTime> {
        match (listed.original(), listed.span()) {
            (crate::visit::Original::At(planned), Span::Times { .. }) if planned != starts_utc_ms => {
                civil_of(self.zones, zone, planned)
            }
            (crate::visit::Original::On(planned), Span::Days { first, .. }) if planned != first => {
                Some(planned.and_time(NaiveTime::MIN))
            }
            (crate::visit::Original::At(_) | crate::visit::Original::On(_), _) => None,
        }
    }

    /// What the clock shows: in the gap of spring it is not what was planned.
    fn times(&self, zone: &Zone, starts_utc_ms: i64, ends_utc_ms: i64) -> Times {
        let civil = |utc_ms| civil_of(self.zones, zone, utc_ms).unwrap_or_else(|| in_utc(utc_ms));
        Times { start: civil(starts_utc_ms), end: civil(ends_utc_ms) }
    }
}

/// The instant of a civil time. A zone that the device does not know is read as the person's own, or else as UTC: a session at the
/// wrong hour can be corrected, one that is not shown cannot.
fn instant<'a>(zones: &dyn Zones, zone: &'a Zone, here: &'a Zone, civil: NaiveDateTime) -> (&'a Zone, i64) {
    match instant_of(zones, zone, civil) {
        Some(utc_ms) => (zone, utc_ms),
        None => (here, instant_of(zones, here, civil).unwrap_or(civil.and_utc().timestamp_millis())),
    }
}

fn in_utc(utc_ms: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(utc_ms).unwrap_or_default().naive_utc()
}
