//! Arbitrary facts of some weeks, and arbitrary choices of what of them goes onto a page.

use super::check_in::any_check_in;
use super::lapse::any_lapse;
use super::medication::any_dose;
use super::people::any_person;
use super::strategy::any_run;
use super::week::{any_visit, date};
use super::{any_craving, any_intensity, any_rating, now};
use crate::medication::MedicationId;
use crate::strategy::StrategyKey;
use crate::summary::{Block, Carries, Choice, Facts, Marked, Period};
use crate::week::{Occasion, Occurrence, Shown, Times};
use crate::*;
use chrono::{DateTime, Days};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Some time in the five weeks before now, or in the two days after, by some clock.
fn any_time() -> impl Strategy<Value = Moment> {
    (-2 * 1_440..35 * 1_440i64, -720..=840i16).prop_map(|(minutes_ago, offset)| {
        Moment::new(now().utc_ms() - minutes_ago * 60_000, offset, super::chicago()).unwrap()
    })
}

fn any_said() -> impl Strategy<Value = Option<Marks>> {
    let marks = (any::<bool>(), option::weighted(0.4, any::<bool>())).prop_map(|(talk_about, private)| Marks {
        at: now(),
        entry: [0; 16],
        talk_about,
        private,
    });
    option::weighted(0.6, marks)
}

/// With a name of its own and some marks on it.
pub(crate) fn marked<T: std::fmt::Debug>(what: impl Strategy<Value = T>) -> impl Strategy<Value = Marked<T>> {
    (any::<[u8; 16]>(), any_said(), what).prop_map(|(id, marks, what)| Marked { id, marks, what })
}

fn recent_craving() -> impl Strategy<Value = Craving> {
    (any_craving(), any_time(), select(KnownTrigger::ALL), select(&[0u8, 1, 2, 3][..])).prop_map(
        |(craving, occurred_at, trigger, few)| {
            let triggers = craving.triggers.into_iter().take(few.into()).chain([trigger.into()]).collect();
            Craving { occurred_at, triggers, ..craving }
        },
    )
}

fn recent_run() -> impl Strategy<Value = strategy::StrategyRun> {
    let key = select(&["walk", "wave", "tea", "call-sponsor"][..]);
    let rated = option::weighted(0.7, (any_intensity(), any_rating()));
    (any_run(), any_time(), key, rated).prop_map(|(run, at, key, rated)| strategy::StrategyRun {
        at,
        strategy: StrategyKey::new(key).unwrap(),
        before: rated.map(|(before, _)| before),
        after: rated.map(|(_, after)| after),
        ..run
    })
}

fn recent_dose() -> impl Strategy<Value = medication::Dose> {
    (any_dose(), 0..7u8, 0..40u64).prop_map(|(dose, id, days)| {
        let mut dose = medication::Dose { medication: MedicationId::from_bytes([id; 8]), ..dose };
        dose.slot.day = now().day() - Days::new(days);
        dose
    })
}

pub(crate) fn any_occasion() -> impl Strategy<Value = Occasion> {
    let session = (any::<[u8; 8]>(), select(SessionKind::ALL), any_time(), any::<bool>());
    (session, option::weighted(0.8, any_visit())).prop_map(|((series, kind, at, is_cancelled), visit)| {
        let key = VisitKey::Own { series: SeriesId::from_bytes(series), date: at.day() };
        let times = Times { start: at.civil(), end: at.civil() + chrono::TimeDelta::minutes(90) };
        let occurrence = Occurrence {
            series: SeriesId::from_bytes(series),
            key: key.clone(),
            starts_utc_ms: at.utc_ms(),
            ends_utc_ms: at.utc_ms() + 90 * 60_000,
            times,
            zone: super::chicago(),
            about: About::of(kind),
            phase: None,
            shown: if is_cancelled { Shown::Cancelled } else { Shown::Planned },
            is_all_day: false,
            moved_from: None,
            has_other_place: false,
            counts: kind.counts(),
            is_imported: false,
        };
        Occasion { occurrence, visit: visit.map(|visit| Visit { key, ..visit }.moved_to(at)) }
    })
}

/// Up to two dozen cravings and a few of everything else.
pub(crate) fn any_facts() -> impl Strategy<Value = Facts> {
    let recent_check_in = (any_check_in(), any_time()).prop_map(|(told, at)| CheckIn { at, ..told });
    let recent_lapse = (any_lapse(), any_time()).prop_map(|(told, at)| Lapse { at, ..told });
    let logged = (vec(marked(recent_craving()), 0..24), vec(marked(recent_lapse), 0..6));
    let told = (vec(marked(recent_check_in), 0..10), vec(marked(recent_run()), 0..14));
    let rest = (vec(marked(recent_dose()), 0..14), vec(marked(any_occasion()), 0..12));
    let people = vec((any::<[u8; 8]>(), any_person()), 0..9);
    (logged, told, rest, people).prop_map(|((cravings, lapses), (check_ins, runs), (doses, occasions), people)| Facts {
        cravings,
        lapses,
        check_ins,
        runs,
        doses,
        occasions,
        people: people.into_iter().map(|(id, person)| (PersonId::from_bytes(id), person)).collect(),
    })
}

pub(crate) fn any_choice() -> impl Strategy<Value = Choice> {
    let blocks = vec(any::<bool>(), Block::ALL.len());
    (blocks, vec(any::<bool>(), Carries::ALL.len())).prop_map(|(blocks, carries)| {
        let choice =
            Block::ALL.iter().zip(blocks).fold(Choice::NOTHING, |choice, (block, is_in)| choice.with(*block, is_in));
        Carries::ALL.iter().zip(carries).fold(choice, |choice, (what, is_on)| choice.carrying(*what, is_on))
    })
}

/// Every block and every switch.
pub(crate) fn everything() -> Choice {
    let all = Block::ALL.iter().fold(Choice::NOTHING, |choice, block| choice.with(*block, true));
    Carries::ALL.iter().fold(all, |choice, what| choice.carrying(*what, true))
}

/// Around the time that [`any_facts`] are about.
pub(crate) fn any_period() -> impl Strategy<Value = Period> {
    (0..30u64, 1..40u16).prop_map(|(days_ago, days)| Period::days_until(now().day() - Days::new(days_ago), days))
}

/// The days from one to another, as a field writes them.
pub(crate) fn days(first: &str, last: &str) -> Period {
    Period::new(date(first), date(last)).unwrap()
}

/// Noon in UTC of some day far from all that.
pub(crate) fn long_ago() -> Moment {
    let noon = DateTime::from_timestamp_millis(1_000_000_000_000).unwrap();
    Moment::new(noon.timestamp_millis(), 0, Zone::utc()).unwrap()
}
