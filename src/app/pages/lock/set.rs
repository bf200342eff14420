//! Setting a passphrase or a PIN, for the first time or in the place of another one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Memo, RwSignal, Secret, SecretField, SecretForm, Signal, Tick, live};

use super::{Here, Shown, why};
use crate::browser::focus;
use crate::pages::new_passphrase::{SixWords, is_too_short};

/// A sentence below the fields.
fn told(told: RwSignal<Option<&'static str>>) -> AnyView {
    view! {
        <div class="announce" role="alert">
            {live(move || told.get().map(|sentence| view! { <p class="strong">{sentence}</p> }))}
        </div>
    }
    .into_any()
}

/// Typed twice; or six words that were written down.
#[component]
pub fn SetPassphrase(here: Here, proof: Shown) -> impl IntoView {
    let app = here.app;
    let (words, making) = (app.text().lock(), app.text().backup());
    let [passphrase, again, offered] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let [shown, is_written, busy] = std::array::from_fn(|_| RwSignal::new(false));
    let sentence = RwSignal::new(None::<&'static str>);
    let is_offered = Memo::new(move |_| offered.with(|six| !six.is_empty() && passphrase.with(|typed| typed == six)));
    let set = move |()| {
        let typed = passphrase.get_untracked();
        let is_sure =
            if is_offered.get_untracked() { is_written.get_untracked() } else { again.get_untracked() == typed };
        let problem = match (is_too_short(&typed), is_sure) {
            (true, _) => Some(making.too_short),
            (false, false) if is_offered.get_untracked() => Some(making.written_down_first),
            (false, false) => Some(words.not_the_same),
            (false, true) => None,
        };
        sentence.set(problem);
        if problem.is_some() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match app.lock_with(proof.get_value(), typed).await {
                Ok(code) => {
                    app.tell(words.is_set.to_owned(), None);
                    for field in [passphrase, again, offered] {
                        let _ = field.try_set(String::new());
                    }
                    if code.is_some() {
                        let _ = here.code.try_set(code);
                        request_animation_frame(|| {
                            focus::scroll_to_top();
                            focus::focus("code-heading");
                        });
                    }
                }
                Err(problem) => {
                    let _ = sentence.try_set(Some(why(app.text(), problem)));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <SecretForm
            id="set-passphrase"
            account=app.text().common().app
            submit=words.set.to_owned()
            busy=busy
            on_submit=set
        >
            <SecretField
                id="new-passphrase"
                label=words.new_passphrase.to_owned()
                hint=Some(making.passphrase_hint.to_owned())
                value=passphrase
                secret=Secret::New
                shown=shown
                on_input=move |typed| passphrase.set(typed)
            />
            <SixWords app=app passphrase=passphrase on_offered=move |six| {
                offered.set(six);
                is_written.set(false);
                sentence.set(None);
            } />
            {live(move || if is_offered.get() {
                view! {
                    <Tick
                        id="passphrase-written"
                        chooses=true
                        label=Signal::stored(making.written_down.to_owned())
                        on=is_written
                        on_change=move |is| is_written.set(is)
                    />
                }
                    .into_any()
            } else {
                view! {
                    <SecretField
                        id="passphrase-again"
                        label=words.again.to_owned()
                        value=again
                        secret=Secret::New
                        shown=shown
                        on_input=move |typed| again.set(typed)
                    />
                    <Tick
                        id="show-passphrase"
                        chooses=true
                        label=Signal::stored(app.text().locked().show.to_owned())
                        on=shown
                        on_change=move |is| shown.set(is)
                    />
                }
                    .into_any()
            })}
            {told(sentence)}
        </SecretForm>
    }
}

/// Digits, twice.
#[component]
pub fn SetPin(here: Here, proof: Shown) -> impl IntoView {
    let app = here.app;
    let words = app.text().lock();
    let [pin, again] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let [shown, busy] = std::array::from_fn(|_| RwSignal::new(false));
    let sentence = RwSignal::new(None::<&'static str>);
    let set = move |()| {
        let typed = pin.get_untracked();
        let is_pin = typed.len() >= SHORTEST_PIN && typed.chars().all(|digit| digit.is_ascii_digit());
        let problem = match (is_pin, again.get_untracked() == typed) {
            (false, _) => Some(words.not_a_pin),
            (true, false) => Some(words.not_the_same),
            (true, true) => None,
        };
        sentence.set(problem);
        if problem.is_some() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match app.cover_with(proof.get_value(), typed).await {
                Ok(()) => {
                    app.tell(words.pin_is_set.to_owned(), None);
                    for field in [pin, again] {
                        let _ = field.try_set(String::new());
                    }
                }
                Err(problem) => {
                    let _ = sentence.try_set(Some(why(app.text(), problem)));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <SecretForm
            id="set-pin"
            account=app.text().common().app
            submit=words.set_pin.to_owned()
            busy=busy
            on_submit=set
        >
            <SecretField
                id="new-pin"
                label=words.new_pin.to_owned()
                hint=Some(words.pin_hint.to_owned())
                value=pin
                secret=Secret::NewPin
                shown=shown
                on_input=move |typed| pin.set(typed)
            />
            <SecretField
                id="pin-again"
                label=words.pin_again.to_owned()
                value=again
                secret=Secret::NewPin
                shown=shown
                on_input=move |typed| again.set(typed)
            />
            <Tick
                id="show-pin"
                chooses=true
                label=Signal::stored(app.text().locked().show.to_owned())
                on=shown
                on_change=move |is| shown.set(is)
            />
            {told(sentence)}
        </SecretForm>
    }
}

/// Fewer digits are no cover at all.
const SHORTEST_PIN: usize = 4;
