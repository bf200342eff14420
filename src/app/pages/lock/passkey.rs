//! A passkey that opens the lock: made, tried until it has answered the same twice, and only then stored.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, RwSignal, derived, live};

use super::{Doing, Here};
use crate::browser::passkey::{self, NewPasskey};
use crate::commands::lock::Change;

/// Offered only where it may work. Each step is a tap of its own, because some browsers ask once for a tap.
#[component]
pub fn Passkey(here: Here, has_one: bool) -> impl IntoView {
    let words = here.app.text().lock();
    let doing = Doing::new(here);
    let is_offered = RwSignal::new(has_one);
    let made = RwSignal::new(None::<NewPasskey>);
    spawn_local(async move {
        if passkey::is_possible().await {
            let _ = is_offered.try_set(true);
        }
    });
    let press = move |()| {
        if has_one {
            doing.change(Change::NoPasskey, words.passkey_is_removed);
        } else if !doing.busy.get_untracked() {
            doing.busy.set(true);
            doing.told.set(None);
            spawn_local(step(doing, made));
        }
    };
    let is_made = move || made.with(Option::is_some);
    let button = move || match (has_one, is_made()) {
        (true, _) => words.remove_passkey,
        (false, false) => words.add_passkey,
        (false, true) => words.try_passkey,
    };
    let line = move || if is_made() { words.passkey_is_made } else { words.passkey_line };
    live(move || {
        is_offered.get().then(|| {
            view! {
                <Button kind=ButtonKind::Quiet wide=true busy=doing.busy on_press=press>
                    {derived(move || button().to_owned())}
                </Button>
                <p class="quiet small" role="status">
                    {derived(move || line().to_owned())}
                </p>
                {doing.told()}
            }
            .into_any()
        })
    })
}

/// Makes it, or asks it once.
async fn step(doing: Doing, made: RwSignal<Option<NewPasskey>>) {
    let words = doing.here.app.text().lock();
    let (next, told) = match made.get_untracked() {
        None => match passkey::make().await {
            None => (None, Some(words.passkey_not_added)),
            Some(None) => (None, Some(words.passkey_does_not_work)),
            Some(new) => (new, None),
        },
        Some(new) => match (passkey::ask(std::slice::from_ref(&new.name)).await, new.answer) {
            (None, _) => (Some(new), Some(words.passkey_not_added)),
            (answer, None) => (Some(NewPasskey { answer, ..new }), None),
            (answer, first) if answer == first => {
                return doing.changing(Change::Passkey(new), words.passkey_is_added).await;
            }
            (Some(_), Some(_)) => (None, Some(words.passkey_does_not_work)),
        },
    };
    let _ = made.try_set(next);
    let _ = doing.told.try_set(told);
    let _ = doing.busy.try_set(false);
}
