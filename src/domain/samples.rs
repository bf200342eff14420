//! Values for the tests: a few by name, and arbitrary ones for the laws.

pub(crate) mod check_in;
pub(crate) mod lapse;
pub(crate) mod lists;
pub(crate) mod medication;
pub mod pack;
pub(crate) mod people;
pub mod record;
pub mod share;
pub(crate) mod strategy;
pub(crate) mod summary;
pub(crate) mod week;

use crate::code::Kept;
use crate::{
    ActionKind, ActionTaken, Alarm, Appearance, Chip, Code, Coded, Company, Craving, CravingEdit, Intensity,
    KnownCompany, KnownPlace, KnownSubstance, KnownTrigger, Label, Language, MAX_ACTIONS, MAX_ALARMS, MAX_COMPANY,
    MAX_TRIGGERS, Moment, Note, Place, Rating, RideOut, Settings, Substance, Trigger, Zone,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

/// 22 November 2026, 9:30 in the morning in Chicago.
pub(crate) fn now() -> Moment {
    Moment::new(1_795_361_400_000, -360, Zone::named_or_utc("America/Chicago")).unwrap()
}

pub(crate) fn chicago() -> Zone {
    Zone::named_or_utc("America/Chicago")
}

pub(crate) fn intensity(value: u8) -> Intensity {
    Intensity::new(value).unwrap()
}

pub(crate) fn craving_of(value: u8) -> Craving {
    Craving::new(intensity(value), now())
}

pub(crate) fn any_intensity() -> impl Strategy<Value = Intensity> {
    (0..=10u8).prop_map(intensity)
}

pub(crate) fn any_moment() -> impl Strategy<Value = Moment> {
    (0..=253_402_300_799_999i64, -1080..=1080i16, "[!-~]{1,64}")
        .prop_map(|(utc_ms, offset, zone)| Moment::new(utc_ms, offset, Zone::named(&zone).unwrap()).unwrap())
}

pub(crate) fn any_note() -> impl Strategy<Value = Note> {
    any::<String>().prop_filter_map("blank", |text| Note::new(&text).ok())
}

pub(crate) fn any_label() -> impl Strategy<Value = Label> {
    "\\PC{1,20}".prop_filter_map("blank", |text| Label::new(&text).ok())
}

pub(crate) fn any_chip<K: Coded + std::fmt::Debug>() -> impl Strategy<Value = Chip<K>> {
    prop_oneof![
        4 => proptest::sample::select(K::ALL).prop_map(Chip::Known),
        2 => any_label().prop_map(Chip::Own),
        1 => "[a-z0-9-]{1,40}".prop_map(|code| Chip::from_code(&code).unwrap()),
    ]
}

pub(crate) fn any_trigger() -> impl Strategy<Value = Trigger> {
    any_chip::<KnownTrigger>()
}

fn any_place() -> impl Strategy<Value = Place> {
    any_chip::<KnownPlace>()
}

fn any_company() -> impl Strategy<Value = Company> {
    any_chip::<KnownCompany>()
}

pub(crate) fn any_substance() -> impl Strategy<Value = Substance> {
    any_chip::<KnownSubstance>()
}

fn any_action() -> impl Strategy<Value = ActionTaken> {
    let unknown = Code::new("played-the-tape").unwrap();
    (proptest::sample::select(ActionKind::ALL), any::<bool>(), any::<i64>()).prop_map(
        move |(kind, known, at_utc_ms)| {
            let kind = if known { Kept::Known(kind) } else { Kept::Unknown(unknown.clone()) };
            ActionTaken { kind, at_utc_ms }
        },
    )
}

pub(crate) fn any_rating() -> impl Strategy<Value = Rating> {
    (any_intensity(), any::<i64>()).prop_map(|(intensity, at_utc_ms)| Rating { intensity, at_utc_ms })
}

pub(crate) fn any_ride_out() -> impl Strategy<Value = RideOut> {
    (any::<i64>(), 0..400_000i64, 0..3u8).prop_map(|(start, ran, state)| {
        let running = RideOut::start(start);
        let later = start.saturating_add(ran);
        match state {
            0 => running,
            1 => running.leave(later),
            _ => running.leave(later).resume(later),
        }
    })
}

pub(crate) fn any_craving() -> impl Strategy<Value = Craving> {
    let said = (vec(any_trigger(), 0..=MAX_TRIGGERS), option::of(any_place()), vec(any_company(), 0..=MAX_COMPANY));
    let done = (vec(any_action(), 0..=MAX_ACTIONS), option::of(any_rating()), option::of(any_ride_out()));
    (any_intensity(), any_moment(), said, option::of(any_substance()), option::of(any_note()), done).prop_map(
        |(intensity, occurred_at, (triggers, place, company), substance, note, (actions, after, ride_out))| Craving {
            occurred_at,
            intensity,
            triggers,
            place,
            company,
            substance,
            note,
            actions,
            after,
            ride_out,
        },
    )
}

pub(crate) fn any_edit() -> impl Strategy<Value = CravingEdit> {
    prop_oneof![
        any_intensity().prop_map(CravingEdit::SetIntensity),
        any_trigger().prop_map(CravingEdit::AddTrigger),
        any_trigger().prop_map(CravingEdit::RemoveTrigger),
        option::of(any_place()).prop_map(CravingEdit::SetPlace),
        any_company().prop_map(CravingEdit::AddCompany),
        any_company().prop_map(CravingEdit::RemoveCompany),
        option::of(any_substance()).prop_map(CravingEdit::SetSubstance),
        option::of(any_note()).prop_map(CravingEdit::SetNote),
        any_moment().prop_map(CravingEdit::SetOccurredAt),
        option::of(any_rating()).prop_map(CravingEdit::RateAgain),
        any_action().prop_map(CravingEdit::AddAction),
        proptest::sample::select(ActionKind::ALL).prop_map(CravingEdit::RemoveAction),
        any_ride_out().prop_map(CravingEdit::RideOut),
    ]
}

pub(crate) fn any_settings() -> impl Strategy<Value = Settings> {
    let first = (any_kept::<Appearance>(), option::of(any_kept::<Language>()), any_intensity(), any::<bool>());
    let alarms = btree_set(0..=40_320u16, 0..=MAX_ALARMS);
    (first, any::<bool>(), alarms, any::<bool>()).prop_map(|(first, badge, alarms, says_all)| {
        let (appearance, language, act_from, welcomed) = first;
        let alarms = alarms.into_iter().filter_map(Alarm::minutes_before).collect();
        Settings { appearance, language, act_from, welcomed, badge, alarms, says_all }
    })
}

pub(crate) fn any_kept<T: Coded + std::fmt::Debug>() -> impl Strategy<Value = Kept<T>> {
    prop_oneof![
        proptest::sample::select(T::ALL).prop_map(Kept::Known),
        "[a-z0-9-]{1,40}".prop_map(|code| Kept::from_code(&code).unwrap()),
    ]
}
