//! A passkey that opens the lock: made, tried until it has answered the same twice, and only then stored.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, RwSignal, live};

use super::change::act;
use super::{Here, Shown};
use crate::browser::passkey::{self, NewPasskey};
use crate::commands::lock::NotLocked;

/// Offered only where it may work. Each step is a tap of its own, because a browser asks once for a tap.
#[component]
pub fn Passkey(here: Here, proof: Shown, has_one: bool) -> impl IntoView {
    let words = here.app.text().lock();
    let [is_possible, is_made, busy] = std::array::from_fn(|_| RwSignal::new(false));
    let told = RwSignal::new(None::<&'static str>);
    let made = StoredValue::new_local(None::<NewPasskey>);
    spawn_local(async move {
        let _ = is_possible.try_set(passkey::is_possible().await);
    });
    let make = move || async move {
        match passkey::make().await {
            None => Ok::<_, NotLocked>(Some(words.passkey_not_added)),
            Some(None) => Ok(Some(words.passkey_does_not_work)),
            Some(Some(new)) => {
                let _ = made.try_update_value(|made| *made = Some(new));
                let _ = is_made.try_set(true);
                Ok(None)
            }
        }
    };
    let try_it = move |new: NewPasskey| async move {
        let Some(answer) = passkey::ask(std::slice::from_ref(&new.name)).await else {
            let _ = made.try_update_value(|made| *made = Some(new));
            return Ok::<_, NotLocked>(Some(words.passkey_not_added));
        };
        match new.answer {
            None => {
                let _ = made.try_update_value(|made| *made = Some(NewPasskey { answer: Some(answer), ..new }));
                Ok(None)
            }
            Some(first) if first == answer => {
                here.app.open_by_passkey(proof.get_value(), &new.name, &answer).await?;
                Ok(Some(words.passkey_is_added))
            }
            Some(_) => {
                let _ = is_made.try_set(false);
                passkey::drop_passkey(&new.name).await;
                Ok(Some(words.passkey_does_not_work))
            }
        }
    };
    let press = move |()| match made.try_update_value(Option::take).flatten() {
        None => act(here, busy, told, make()),
        Some(new) => act(here, busy, told, try_it(new)),
    };
    let remove = move |()| {
        act(here, busy, told, async move {
            for name in here.app.forget_passkeys(proof.get_value()).await? {
                passkey::drop_passkey(&name).await;
            }
            Ok(Some(words.passkey_is_removed))
        });
    };
    let offered = move || {
        if has_one {
            return Some(
                view! {
                    <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=remove>
                        {words.remove_passkey}
                    </Button>
                }
                .into_any(),
            );
        }
        is_possible.get().then(|| {
            view! {
                <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=press>
                    {live(move || if is_made.get() { words.try_passkey } else { words.add_passkey })}
                </Button>
                <p class="quiet small" role="status">
                    {live(move || if is_made.get() { words.passkey_is_made } else { words.passkey_line })}
                </p>
            }
            .into_any()
        })
    };
    view! {
        {live(offered)}
        <div class="announce" role="alert">
            {live(move || told.get().map(|sentence| view! { <p class="strong">{sentence}</p> }))}
        </div>
    }
}
