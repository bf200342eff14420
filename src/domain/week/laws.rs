//! What holds for every session, and not just for the ones somebody thought of.

use std::collections::BTreeSet;

use super::{Occasion, Timetable, hours};
use crate::samples::week::{
    FewZones, any_date, any_session, any_session_edit, any_slot, any_start, any_weekly, date, day_of, minutes,
};
use crate::zones::{Zones, instant_of};
use crate::{
    Ends, Membership, PhaseId, PhaseKind, Program, ProgramEdit, ProgramId, SeriesId, Session, SessionEdit, SessionKind,
    VisitKey, Weekly, Weeks, When, Zone,
};
use chrono::{Datelike, Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const ID: SeriesId = SeriesId::from_bytes([7; 8]);
const PROGRAM: ProgramId = ProgramId::from_bytes([9; 8]);

fn weekly_session(weekly: Weekly) -> Session {
    let hour = minutes(60);
    Session::new(SessionKind::Group, Zone::utc(), When::Weekly(weekly), crate::StartTime::MIDNIGHT, hour).unwrap()
}

fn timetable(session: Session) -> Timetable {
    Timetable { sessions: vec![(ID, session)], ..Timetable::default() }
}

fn dates(timetable: &Timetable, from: NaiveDate, days: u64) -> Vec<NaiveDate> {
    let utc = Zone::utc();
    let range = super::day_range(&FewZones, &utc, from, from + Days::new(days));
    timetable.occurrences(&FewZones, &utc, range).into_iter().map(|one| day_of(one.starts_utc_ms)).collect()
}

/// Day by day from the first date on, counting. `stretch`: the days of a phase, the last one included.
fn naive(
    weekly: Weekly,
    stretch: Option<(NaiveDate, Option<NaiveDate>)>,
    from: NaiveDate,
    days: u64,
) -> Vec<NaiveDate> {
    let mut first = weekly.first.unwrap();
    if let Some((begins, _)) = stretch {
        first = first.max(begins);
    }
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let (mut day, mut times, mut found) = (first, 0, Vec::new());
    while day <= from + Days::new(days) {
        let weeks = (day - monday).num_days() / 7;
        if weekly.on.contains(day.weekday()) && weeks % i64::from(weekly.every.count()) == 0 {
            times += 1;
            let goes_on = match weekly.ends {
                Ends::Open => true,
                Ends::On(last) => day <= last,
                Ends::After(limit) => times <= limit,
            };
            let is_in_phase = stretch.is_none_or(|(_, last)| last.is_none_or(|last| day <= last));
            if goes_on && is_in_phase && day >= from {
                found.push(day);
            }
        }
        day = day + Days::new(1);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_session_comes_on_the_days_that_counting_day_by_day_gives(weekly in any_weekly(), from in any_date(), days in 0..500u64) {
        let found = dates(&timetable(weekly_session(weekly)), from, days);
        prop_assert_eq!(found, naive(weekly, None, from, days));
    }

    #[test]
    fn a_phase_bounds_its_sessions_and_moving_it_moves_them(
        weekly in any_weekly(), starts in any_date(), before in 1..20u16, weeks in option::of(1..20u16), days in 0..500u64
    ) {
        let program = Program::new(Zone::utc(), starts, PhaseKind::Core, Weeks::of(before)).unwrap();
        let program =
            program.apply(ProgramEdit::AddPhase { kind: PhaseKind::StepDown, weeks: weeks.and_then(Weeks::of) }).unwrap();
        let phase = Membership { program: PROGRAM, phase: PhaseId::from_number(2) };
        let session = weekly_session(weekly).apply(SessionEdit::SetPhase(Some(phase))).unwrap();
        let begins = starts + Days::new(7 * u64::from(before));
        let last = weeks.map(|weeks| begins + Days::new(7 * u64::from(weeks) - 1));
        let timetable = Timetable { programs: vec![(PROGRAM, program)], ..timetable(session) };
        prop_assert_eq!(dates(&timetable, starts, days), naive(weekly, Some((begins, last)), starts, days));
    }

    #[test]
    fn however_a_session_was_changed_no_date_comes_twice(
        session in any_session(), edits in vec(any_session_edit(), 0..40), from in any_date()
    ) {
        let session = edits.into_iter().fold(session, |session, edit| session.apply(edit).unwrap_or(session));
        let session = session.apply(SessionEdit::SetZone(Zone::utc())).unwrap();
        let timetable = timetable(session);
        let range = super::day_range(&FewZones, &Zone::utc(), from, from + Days::new(700));
        let found = timetable.occurrences(&FewZones, &Zone::utc(), range.clone());
        let keys: BTreeSet<VisitKey> = found.iter().map(|one| one.key.clone()).collect();
        prop_assert_eq!(keys.len(), found.len());
        prop_assert!(found.iter().all(|one| range.contains(&one.starts_utc_ms) && one.starts_utc_ms <= one.ends_utc_ms));
        prop_assert!(found.windows(2).all(|pair| pair[0].starts_utc_ms <= pair[1].starts_utc_ms));
    }

    #[test]
    fn moving_dates_loses_none_and_doubles_none(
        weekly in any_weekly(), which in vec((any::<prop::sample::Index>(), any_slot()), 1..8)
    ) {
        let weekly = Weekly { ends: Ends::After(40), every: crate::Every::WEEK, first: Some(date("2026-01-05")), ..weekly };
        let mut session = weekly_session(weekly);
        let all = naive(weekly, None, date("2026-01-05"), 400);
        let near = |slot: crate::Slot| crate::Slot { date: date("2026-01-05") + Days::new(u64::from(slot.date.ordinal())), ..slot };
        for (index, slot) in which {
            session = session.apply(SessionEdit::Move(*index.get(&all), near(slot))).unwrap();
        }
        prop_assert_eq!(dates(&timetable(session), date("2026-01-01"), 780).len(), all.len());
    }

    #[test]
    fn a_session_in_two_is_on_the_same_dates_as_in_one(weekly in any_weekly(), which in any::<prop::sample::Index>()) {
        let timetable = timetable(weekly_session(weekly));
        let first = weekly.first.unwrap();
        let all = dates(&timetable, first, 500);
        let Some(date) = all.get(which.index(all.len().max(1))) else { return Ok(()) };
        match timetable.split(&timetable.sessions[0].1, *date) {
            Err(refused) => prop_assert_eq!((refused, date), (crate::PlanError::NoSuchDate, &all[0])),
            Ok((before, after)) => {
                let (before, after) = (self::timetable(before), self::timetable(after));
                let cut = all.iter().position(|one| one == date).unwrap();
                prop_assert_eq!(dates(&before, first, 500), &all[..cut]);
                prop_assert_eq!(dates(&after, first, 500), &all[cut..]);
            }
        }
    }

    #[test]
    fn every_occurrence_is_found_by_its_name(
        session in any_session(), edits in vec(any_session_edit(), 0..20), from in any_date()
    ) {
        let session = edits.into_iter().fold(session, |session, edit| session.apply(edit).unwrap_or(session));
        let timetable = timetable(session);
        let range = super::day_range(&FewZones, &Zone::utc(), from, from + Days::new(700));
        for one in timetable.occurrences(&FewZones, &Zone::utc(), range) {
            prop_assert!(timetable.occurrence(&FewZones, &Zone::utc(), &one.key) == Some(one));
        }
    }

    #[test]
    fn cancelling_and_taking_that_back_is_as_if_nothing_had_been(session in any_session(), day in any_date()) {
        let was_cancelled = session.exception(day).is_some_and(|exception| exception.is_cancelled());
        let Ok(cancelled) = session.apply(SessionEdit::Cancel(day)) else { return Ok(()) };
        prop_assert!(cancelled.exception(day).is_some_and(|exception| exception.is_cancelled()));
        if !was_cancelled {
            prop_assert!(cancelled.apply(SessionEdit::Uncancel(day)) == Ok(session));
        }
    }

    #[test]
    fn hours_planned_are_the_sum_of_the_parts_wherever_the_range_is_cut(
        weekly in any_weekly(), from in any_date(), days in 1..200u64, cut in 0..200u64, start in any_start()
    ) {
        let session = weekly_session(weekly).apply(SessionEdit::SetStart(start)).unwrap();
        let timetable = timetable(session);
        let range = super::day_range(&FewZones, &Zone::utc(), from, from + Days::new(days));
        let cut = range.start + (range.end - range.start) / 200 * i64::try_from(cut).unwrap();
        let seen = |range| -> Vec<Occasion> {
            let found = timetable.occurrences(&FewZones, &Zone::utc(), range);
            found.into_iter().map(|occurrence| Occasion { occurrence, visit: None }).collect()
        };
        let whole = seen(range.clone());
        let parts = [seen(range.start..cut), seen(cut..range.end)].concat();
        prop_assert!(whole == parts);
        let sum: u32 = parts.iter().map(|one| one.occurrence.minutes()).sum();
        prop_assert_eq!((hours(&whole).minutes_planned, hours(&whole).sessions_planned as usize), (sum, parts.len()));
    }

    #[test]
    fn an_evening_is_the_same_evening_all_year(weekly in any_weekly(), hour in 4..24u16) {
        let zone = crate::samples::chicago();
        let start = crate::StartTime::at(hour, 0).unwrap();
        let weekly = Weekly { first: Some(date("2026-01-01")), ends: Ends::Open, ..weekly };
        let session = Session::new(SessionKind::Group, zone.clone(), When::Weekly(weekly), start, minutes(60)).unwrap();
        let range = super::day_range(&FewZones, &zone, date("2026-01-01"), date("2026-12-31"));
        for one in timetable(session).occurrences(&FewZones, &zone, range) {
            prop_assert_eq!(one.times.start.time(), start.on(date("2026-01-01")).time());
            prop_assert_eq!(instant_of(&FewZones, &zone, one.times.start), Some(one.starts_utc_ms));
            prop_assert_eq!(one.ends_utc_ms - one.starts_utc_ms, 3_600_000);
            prop_assert!(FewZones.offset_s(&zone, one.starts_utc_ms).is_some());
        }
    }
}
