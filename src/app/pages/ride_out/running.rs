//! The wave while it is watched: the picture, the words that change with it, and the time that is left.

use domain::{CravingEdit, RideOut as Wave, RideOutState, height_at, phase_at};
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Effect, Memo, RwSignal, derived, live};

use super::Ride;
use crate::browser::clock;
use crate::browser::wake_lock::LitScreen;
use crate::pages::saving::NotSaved;
use crate::routes::Page;

/// The picture has a point every five seconds.
const STEP_S: u16 = 5;

/// The wave from start to end.
pub fn wave_heights() -> Vec<f64> {
    (0..=Wave::LENGTH_S / STEP_S).map(|step| f64::from(height_at(f32::from(step * STEP_S)))).collect()
}

/// The wave that runs.
#[component]
pub fn Running(ride: Ride) -> impl IntoView {
    let app = ride.here.app;
    let elapsed = tick(ride);
    let number = ride.here.craving.with_untracked(|craving| craving.intensity().value());
    keep_lit(ride);
    let phase = Memo::new(move |_| phase_at(elapsed.get()));
    let left = move || Wave::LENGTH_S.saturating_sub(elapsed.get());
    view! {
        <ui::Wave
            id="wave"
            label=derived(move || (app.text().craving().wave)(phase.get()).to_owned())
            elapsed=derived(move || f64::from(elapsed.get()) / f64::from(Wave::LENGTH_S))
            heights=wave_heights()
            number=Some(number)
        />
        // Only a change of the wave is read out; the seconds are there for whoever asks.
        <div class="flow flow--tight" aria-live="polite">
            <h2>{live(move || (app.text().craving().phase)(phase.get()))}</h2>
            <p class="lead">{live(move || (app.text().craving().phase_line)(phase.get()))}</p>
        </div>
        <p role="timer" class="quiet numbers">
            {live(move || (app.text().craving().time_left)(left()))}
        </p>
        <Button kind=ButtonKind::Quiet wide=true on_press=move |()| leave(ride)>
            {app.text().craving().leave_for_now}
        </Button>
        <NotSaved app=app saving=ride.saving />
    }
}

/// Seconds along the wave, counted once a second for as long as it runs and is on the screen.
fn tick(ride: Ride) -> Memo<u16> {
    let now_ms = RwSignal::new(clock::now().utc_ms());
    let interval = StoredValue::new_local(None);
    interval.set_value(Some(Interval::new(1_000, move || {
        let now = clock::now().utc_ms();
        // After the page is gone there is nothing left to count.
        let is_gone = now_ms.try_set(now).is_some();
        if !is_gone && ride.wave.get_untracked().is_over(now) {
            ride.finish();
        }
    })));
    on_cleanup(move || {
        interval.try_update_value(|interval| interval.take());
    });
    Memo::new(move |_| ride.wave.get().elapsed_at(now_ms.get()))
}

/// The screen stays lit while the wave runs, and is asked for again when the app comes back.
fn keep_lit(ride: Ride) {
    let lit = StoredValue::new_local(None);
    Effect::new(move |_| {
        ride.here.app.woken.track();
        lit.set_value(Some(LitScreen::ask()));
    });
    on_cleanup(move || {
        lit.try_update_value(|lit| lit.take());
    });
}

/// Put aside. Whatever happens to the saving, nobody is kept here.
fn leave(ride: Ride) {
    let left = ride.wave.get_untracked().leave(clock::now().utc_ms());
    let Ride { here, saving, .. } = ride;
    match left.state() {
        RideOutState::Finished => ride.finish(),
        RideOutState::Left | RideOutState::Running { .. } => spawn_local(async move {
            saving.saved(CravingEdit::RideOut(left)).await;
            here.app.go_to.set(Some(Page::WhatNow(here.key)));
        }),
    }
}
