//! Riding it out: three minutes of watching the urge rise, crest and fall. It can be left, and goes on where it was.

mod running;

use domain::{ActionKind, ActionTaken, Craving, CravingEdit, RideOut as Wave, RideOutState};
use engine::EntryKey;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Memo, RwSignal, Show};

use super::found::{FlowTitle, Here, with_craving};
use super::leave::Afterwards;
use super::rate_again::RateAgain;
use super::saving::{NotSaved, Saving};
use crate::browser::{clock, focus};
use crate::state::App;
use running::Running;
pub use running::wave_heights;

/// The sentence at the end of the wave: it takes the focus from what goes away, and is read out by that.
const OVER: &str = "wave-over";

/// The wave of one craving.
#[component]
pub fn RideOut(app: App, key: EntryKey) -> impl IntoView {
    view! {
        <FlowTitle words=app.text().titles().ride_it_out.to_owned() />
        {with_craving(app, key, |here| view! { <Ride here=here /> })}
    }
}

/// The wave as it is watched here. It goes on even when it cannot be saved: the three minutes matter more than their record.
#[derive(Clone, Copy)]
pub struct Ride {
    pub here: Here,
    pub wave: RwSignal<Wave>,
    pub saving: Saving,
}

#[component]
fn Ride(here: Here) -> impl IntoView {
    let Here { app, id, craving, .. } = here;
    let stored = craving.with_untracked(Craving::ride_out);
    let now_ms = clock::now().utc_ms();
    let wave = stored.map_or_else(|| Wave::start(now_ms), |stored| stored.resume(now_ms));
    let ride = Ride { here, wave: RwSignal::new(wave), saving: Saving::new(app, id) };
    match wave.state() {
        RideOutState::Finished => ride.finish(),
        RideOutState::Running { .. } | RideOutState::Left => ride.saving.save(CravingEdit::RideOut(wave)),
    }
    let is_over = Memo::new(move |_| ride.wave.get().state() == RideOutState::Finished);
    view! {
        <Show when=move || is_over.get() fallback=move || view! { <Running ride=ride /> }>
            <p class="lead" id=OVER tabindex="-1">
                {(app.text().craving().phase)(domain::WavePhase::Settled)}
            </p>
            <RateAgain here=here />
            <NotSaved app=app saving=ride.saving />
            <Afterwards here=here />
        </Show>
    }
}

impl Ride {
    /// The three minutes are over: kept as finished, and as an act, each once.
    pub fn finish(self) {
        let now_ms = clock::now().utc_ms();
        let finished = self.wave.get_untracked().leave(now_ms);
        self.wave.set(finished);
        focus::after_change(OVER);
        let (is_kept, is_told) = self.here.craving.with_untracked(|craving| {
            let is_act = |act: &ActionTaken| act.kind() == Some(ActionKind::RodeItOut);
            (craving.ride_out() == Some(finished), craving.actions().iter().any(is_act))
        });
        spawn_local(async move {
            if !is_kept && !self.saving.saved(CravingEdit::RideOut(finished)).await {
                return;
            }
            if !is_told {
                self.saving.saved(CravingEdit::AddAction(ActionTaken::new(ActionKind::RodeItOut, now_ms))).await;
            }
        });
    }
}
