//! The doses of today, and those of yesterday that nothing was told about: one tap each, taken back by a second one.

use std::collections::BTreeSet;

use domain::medication::{Dose, DoseSlot, DoseTold, Medication, Schedule};
use domain::{Line, StartTime};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, Chip, ChipGroup, For, Icon, Memo, RwSignal, Signal, TextField, derived, live};

use super::{Here, slot_words};
use crate::browser::{clock, dates};
use crate::pages::details::own::limit;
use crate::pages::saving::Problem;

/// What could not be told, to be tried again.
type Failed = RwSignal<Option<(DoseSlot, Option<DoseTold>, Option<Line>, SaveError)>>;

impl Here {
    fn of(self, slot: DoseSlot) -> Option<Dose> {
        self.told.with(|told| {
            told.as_ref()?.iter().find(|dose| dose.medication() == self.id && dose.slot() == slot).cloned()
        })
    }

    fn tell(self, failed: Failed, slot: DoseSlot, told: Option<DoseTold>, reason: Option<Line>) {
        spawn_local(async move {
            let answer = self.app.tell_dose(self.id, slot, told, reason.clone()).await;
            let _ = failed.try_set(answer.err().map(|why| (slot, told, reason, why)));
        });
    }
}

#[component]
pub fn Doses(here: Here, medication: Medication) -> impl IntoView {
    let app = here.app;
    let failed: Failed = RwSignal::new(None);
    let words = app.text().medication();
    let schedule = medication.schedule().clone();
    let slots = Memo::new(move |before: Option<&Vec<DoseSlot>>| {
        app.woken.track();
        if here.told.with(Option::is_none) {
            return Vec::new();
        }
        let today = clock::now().day();
        let yesterday = today.pred_opt().map(|day| medication.on(day)).unwrap_or_default();
        // What is told now stays: there may be a reason to write, or a tap to take back.
        let stays = |slot: &DoseSlot| before.is_some_and(|before| before.contains(slot)) || here.of(*slot).is_none();
        let mut slots: Vec<DoseSlot> = yesterday.into_iter().filter(|slot| slot.day < today && stays(slot)).collect();
        slots.extend(medication.on(today));
        slots.dedup();
        slots
    });
    let again = move |()| {
        if let Some((slot, told, reason, _)) = failed.get_untracked() {
            here.tell(failed, slot, told, reason);
        }
    };
    let worded = StoredValue::new(schedule.clone());
    let rest = match schedule {
        Schedule::AsNeeded => view! { <AsNeeded here=here failed=failed /> }.into_any(),
        Schedule::EveryDays(every) => {
            let next = move || {
                let today = clock::now().day();
                let next = every.next(today).filter(|_| slots.with(Vec::is_empty))?;
                Some((words.next)(&dates::short_day(next, today, app.text().language)))
            };
            view! { {live(move || next().map(|next| view! { <p>{next}</p> }))} }.into_any()
        }
        Schedule::AtTimes { .. } => ().into_any(),
    };
    let row = move |slot: DoseSlot| {
        let said = worded.with_value(|schedule| slot_words(app, schedule, slot));
        let is_of_yesterday = slot.at.is_some() && slot.day < clock::now().day();
        let heading = if is_of_yesterday { (words.yesterday)(&said) } else { said };
        view! { <OneDose here=here failed=failed dose=slot heading=heading /> }
    };
    view! {
        <For each=move || slots.get() key=|slot| *slot let:slot>
            {row(slot)}
        </For>
        {rest}
        <Problem app=app why=derived(move || failed.with(|failed| failed.as_ref().map(|(.., why)| *why))) on_again=again />
    }
}

/// One dose: taken, late or skipped, and why.
#[component]
fn OneDose(here: Here, failed: Failed, dose: DoseSlot, heading: String) -> impl IntoView {
    let slot = dose;
    let app = here.app;
    let words = app.text().medication();
    let told = Memo::new(move |_| here.of(slot).and_then(|dose| dose.told()));
    let minutes = slot.at.map_or(0, StartTime::minutes);
    let id = format!("dose-{}-{}-{minutes}", here.id.to_hex(), slot.day);
    let chips: Vec<Chip> = DoseTold::ALL
        .iter()
        .map(|told| Chip { id: told.code().to_owned(), label: (words.told)(*told).to_owned() })
        .collect();
    let selected = move || told.get().map(|told| told.code().to_owned()).into_iter().collect::<BTreeSet<_>>();
    let toggle = move |code: String| {
        let tapped = DoseTold::from_code(&code);
        let now = if told.get_untracked() == tapped { None } else { tapped };
        here.tell(failed, slot, now, None);
    };
    let is_skipped = Memo::new(move |_| told.get() == Some(DoseTold::Skipped));
    let reason_id = format!("{id}-reason");
    let reason = live(move || {
        is_skipped.get().then(|| {
            let saved = untrack(|| here.of(slot)).and_then(|dose| dose.reason().cloned());
            let typed = RwSignal::new(saved.as_ref().map_or_else(String::new, |reason| reason.as_str().to_owned()));
            let keep = move |text: String| {
                here.tell(failed, slot, Some(DoseTold::Skipped), Line::new(&text).ok());
            };
            view! {
                <TextField
                    id=reason_id.clone()
                    label=words.reason.to_owned()
                    value=typed
                    limit=limit(app, Line::LIMIT)
                    on_input=move |text| typed.set(text)
                    on_commit=keep
                />
            }
        })
    });
    view! {
        <ChipGroup id=id heading=heading chips=Signal::stored(chips) selected=derived(selected) on_toggle=toggle />
        {reason}
    }
}

/// What is taken when it is needed: one tap says so, and the times of today are counted.
#[component]
fn AsNeeded(here: Here, failed: Failed) -> impl IntoView {
    let app = here.app;
    let words = app.text().medication();
    let today = move || {
        app.woken.track();
        let day = clock::now().day();
        here.told.with(|told| {
            told.iter().flatten().filter(|dose| dose.medication() == here.id && dose.slot().day == day).count()
        })
    };
    let take = move |()| {
        let civil = clock::now().civil();
        let slot = DoseSlot { day: civil.date(), at: time_of(civil) };
        spawn_local(async move {
            let answer = app.take_as_needed(here.id, slot).await;
            let _ = failed.try_set(answer.err().map(|why| (slot, Some(DoseTold::Taken), None, why)));
        });
    };
    view! {
        <p class="numbers" role="status">
            {live(move || (words.taken_today)(today()))}
        </p>
        <Button kind=ui::ButtonKind::Quiet icon=Icon::Check on_press=take>
            {words.take_one}
        </Button>
    }
}

fn time_of(civil: chrono::NaiveDateTime) -> Option<StartTime> {
    use chrono::Timelike;
    StartTime::at(u16::try_from(civil.hour()).ok()?, u16::try_from(civil.minute()).ok()?)
}
