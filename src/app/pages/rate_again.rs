//! How strong it is now: the second number, and both beside one another. It says what changed, not what changed it.

use domain::{CravingEdit, Intensity, Rating};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Callback, Card, Memo, RwSignal, Scale, Show, derived, live};

use super::found::Here;
use super::saving::{NotSaved, Saving};
use crate::browser::{clock, focus};

/// What takes the focus when the other one goes away.
const ASKED: &str = "rate-again-scale";
const TOLD: &str = "rate-again-told";

/// The scale until a number is saved, then "7 → 4" with a way to change it.
#[component]
pub fn RateAgain(here: Here) -> impl IntoView {
    let Here { app, id, craving, .. } = here;
    let saving = Saving::new(app, id);
    let is_changing = RwSignal::new(false);
    let after = Memo::new(move |_| craving.with(|craving| craving.after().map(|rating| rating.intensity.value())));
    let asks = move || is_changing.get() || after.get().is_none();
    let pick = move |step: u8| {
        let Ok(intensity) = Intensity::new(step) else { return };
        let rating = Rating { intensity, at_utc_ms: clock::now().utc_ms() };
        leptos::task::spawn_local(async move {
            if saving.saved(CravingEdit::RateAgain(Some(rating))).await {
                let _ = is_changing.try_set(false);
                focus::after_change(TOLD);
            }
        });
    };
    let change = move |()| {
        is_changing.set(true);
        focus::after_change(ASKED);
    };
    view! {
        <Card id="rate-again" heading=Some(app.text().craving().now_heading.to_owned())>
            <Show when=asks fallback=move || view! { <FromTo here=here on_change=change /> }>
                <Scale
                    id=ASKED
                    label=app.text().craving().now_heading.to_owned()
                    low=app.text().common().none_at_all.to_owned()
                    high=app.text().common().strongest.to_owned()
                    step_label=move |step| (app.text().common().craving_of_ten)(step)
                    chosen=derived(move || after.get())
                    on_pick=pick
                />
            </Show>
            <NotSaved app=app saving=saving />
        </Card>
    }
}

/// Both numbers. Nobody is praised for the second one.
#[component]
fn FromTo(here: Here, #[prop(into)] on_change: Callback<()>) -> impl IntoView {
    let Here { app, craving, .. } = here;
    let numbers = Memo::new(move |_| {
        craving.with(|craving| craving.after().map(|after| (craving.intensity().value(), after.intensity.value())))
    });
    let told = move |tell: fn(u8, u8) -> String| numbers.get().map(|(before, after)| tell(before, after));
    view! {
        <div id=TOLD tabindex="-1" role="status">
            <p class="big-number" aria-hidden="true">
                {live(move || told(app.text().craving().from_to))}
            </p>
            <p class="visually-hidden">{live(move || told(app.text().craving().from_to_read))}</p>
            <p class="quiet">{app.text().craving().from_to_line}</p>
        </div>
        <div>
            <Button kind=ButtonKind::Quiet on_press=on_change>
                {app.text().craving().rate_once_more}
            </Button>
        </div>
    }
}
