//! Doing a strategy: each step is kept, whatever interrupts it; marks and one's own are kept; only what was rated counts.

use domain::strategy::{
    OwnStrategy, OwnStrategyId, RunEdit, StepTimer, StrategyKey, StrategyMark, StrategyNeed, helped,
};
use domain::{EditError, Label, Line, Rating};

use super::world::{DAY_MS, MINUTE_MS, Phone, START_MS, intensity, log_many, new_phone, now, open};
use crate::{EntryKey, RecordId, SaveError};

fn key(code: &str) -> StrategyKey {
    StrategyKey::new(code).unwrap()
}

fn begin(phone: &Phone, code: &str) -> RecordId {
    now(phone.begin_strategy(key(code), Label::new("A strategy").unwrap())).unwrap().id
}

fn rated(phone: &Phone, code: &str, before: u8, after: u8) {
    let id = begin(phone, code);
    now(phone.edit_run(id, RunEdit::RateBefore(Some(intensity(before))))).unwrap();
    let after = Rating { intensity: intensity(after), at_utc_ms: phone.now().utc_ms() };
    now(phone.edit_run(id, RunEdit::RateAfter(Some(after)))).unwrap();
}

#[test]
fn it_goes_on_at_the_step_where_it_was_interrupted() {
    let (home, world, phone) = new_phone();
    let id = begin(&phone, "delay-15");
    now(phone.edit_run(id, RunEdit::RateBefore(Some(intensity(8))))).unwrap();
    now(phone.edit_run(id, RunEdit::Tick(0, true))).unwrap();
    let timer = StepTimer::start(1, phone.now().utc_ms());
    now(phone.edit_run(id, RunEdit::SetTimer(Some(timer)))).unwrap();
    // The browser is closed, and five minutes go by.
    drop(phone);
    world.wait(5 * MINUTE_MS);
    let phone = open(&home, &world);
    let runs = now(phone.runs(START_MS..i64::MAX)).unwrap();
    let run = &runs.first().unwrap().run;
    assert!(run.is_ticked(0) && !run.is_ticked(1) && !run.is_over());
    assert_eq!(run.timer().unwrap().elapsed_at(phone.now().utc_ms(), 900), 300);
    assert!(runs.first().unwrap().id == id);
    assert!(now(phone.run(EntryKey::of(id))).unwrap().as_ref() == runs.first());
    let craving = now(phone.log_craving(intensity(4), None)).unwrap().id;
    assert!(now(phone.run(EntryKey::of(craving))).unwrap().is_none());
}

#[test]
fn what_helped_is_told_from_years_of_runs_and_only_of_rated_ones() {
    let (home, world, phone) = new_phone();
    for _ in 0..4 {
        rated(&phone, "urge-surfing", 8, 4);
        begin(&phone, "urge-surfing");
        rated(&phone, "cold-water", 7, 6);
        log_many(&phone, &world, 150);
        world.wait(100 * DAY_MS);
        while now(phone.pack()).unwrap() {}
    }
    let phone = open(&home, &world);
    let runs = now(phone.runs(0..i64::MAX)).unwrap();
    assert_eq!(runs.len(), 12);
    let told = helped(runs.iter().map(|saved| &saved.run));
    let told: Vec<_> = told.iter().map(|one| (one.strategy.as_str(), one.rated, one.average_tenths())).collect();
    assert_eq!(told, [("urge-surfing", 4, Some(-40)), ("cold-water", 4, Some(-10))]);
}

#[test]
fn favourites_and_ones_own_are_kept_and_taken_away() {
    let (home, world, phone) = new_phone();
    now(phone.mark_strategy(StrategyMark::Favourite, &key("delay-15"), true)).unwrap();
    let own = |name: &str| {
        let steps = vec![Line::new("Put the kettle on").unwrap()];
        OwnStrategy::new(Label::new(name).unwrap(), steps, &[StrategyNeed::Stress]).unwrap()
    };
    now(phone.save_own_strategy(None, own("Tea"))).unwrap();
    let phone = open(&home, &world);
    assert!(phone.strategy_choices().is(StrategyMark::Favourite, &key("delay-15")));
    let (id, _) = phone.own_strategies().pop().unwrap();
    now(phone.save_own_strategy(Some(id), own("Tea with Nan"))).unwrap();
    assert_eq!(phone.own_strategies()[0].1.name().as_str(), "Tea with Nan");
    let undo = now(phone.delete_own_strategy(id)).unwrap();
    assert!(phone.own_strategies().is_empty());
    assert_eq!(now(phone.save_own_strategy(Some(id), own("Late"))), Err(SaveError::Gone));
    now(phone.undo(undo)).unwrap();
    assert_eq!(phone.own_strategies().len(), 1);
    let nobody = OwnStrategyId::from_bytes([0x80, 9, 9, 9, 9, 9, 9, 9]);
    assert_eq!(now(phone.save_own_strategy(Some(nobody), own("Late"))), Err(SaveError::Gone));
}

#[test]
fn the_hundred_and_first_of_ones_own_is_refused() {
    let (_, _, phone) = new_phone();
    let own = OwnStrategy::new(Label::new("Tea").unwrap(), vec![Line::new("Kettle").unwrap()], &[]).unwrap();
    for _ in 0..100 {
        now(phone.save_own_strategy(None, own.clone())).unwrap();
    }
    let refused = now(phone.save_own_strategy(None, own));
    assert!(matches!(refused, Err(SaveError::Edit(EditError::TooMany { limit: 100, .. }))));
}
