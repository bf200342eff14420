//! Setting a passphrase or a PIN, for the first time or in the place of another one: typed twice, or six words that were written down.

use leptos::prelude::*;
use ui::{Memo, RwSignal, Secret, SecretField, SecretForm, Signal, Tick, live};

use super::{Doing, Here};
use crate::commands::lock::Change;
use crate::pages::new_passphrase::{SixWords, is_too_short};

/// Fewer digits are no cover at all.
const SHORTEST_PIN: usize = 4;

#[component]
pub fn SetSecret(here: Here, is_pin: bool) -> impl IntoView {
    let app = here.app;
    let (words, making) = (app.text().lock(), app.text().backup());
    let [typed, again, offered] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let [shown, is_written] = std::array::from_fn(|_| RwSignal::new(false));
    let doing = Doing::new(here);
    let is_offered = Memo::new(move |_| offered.with(|six| !six.is_empty() && typed.with(|typed| typed == six)));
    let set = move |()| {
        let secret = typed.get_untracked();
        let is_digits = secret.chars().all(|digit| digit.is_ascii_digit());
        let problem = if is_pin && !(is_digits && secret.len() >= SHORTEST_PIN) {
            words.not_a_pin
        } else if !is_pin && is_too_short(&secret) {
            making.too_short
        } else if is_offered.get_untracked() && !is_written.get_untracked() {
            making.written_down_first
        } else if !is_offered.get_untracked() && again.get_untracked() != secret {
            words.not_the_same
        } else if is_pin {
            return doing.change(Change::Pin(secret), words.pin_is_set);
        } else {
            return doing.change(Change::Passphrase(secret), words.is_set);
        };
        doing.told.set(Some(problem));
    };
    let (name, secret) = if is_pin { ("pin", Secret::NewPin) } else { ("passphrase", Secret::New) };
    let [label, hint, once_more, submit] = if is_pin {
        [words.new_pin, words.pin_hint, words.pin_again, words.set_pin]
    } else {
        [words.new_passphrase, making.passphrase_hint, words.again, words.set]
    };
    let tick = move |id: &str, label: &'static str, on: RwSignal<bool>| {
        view! {
            <Tick
                id=format!("{id}-{name}")
                chooses=true
                label=Signal::stored(label.to_owned())
                on=on
                on_change=move |is| {
                    on.set(is);
                    doing.told.set(None);
                }
            />
        }
        .into_any()
    };
    let field = move |id: String, label: &'static str, hint: Option<String>, value: RwSignal<String>| {
        view! {
            <SecretField
                id=id
                label=Signal::stored(label.to_owned())
                hint=Signal::stored(hint)
                value=value
                secret=secret
                shown=shown
                on_input=move |typed| value.set(typed)
            />
        }
        .into_any()
    };
    let offer = move || {
        view! {
            <SixWords app=app passphrase=typed on_offered=move |six| {
                offered.set(six);
                is_written.set(false);
                doing.told.set(None);
            } />
        }
        .into_any()
    };
    view! {
        <SecretForm
            id=format!("set-{name}")
            account=app.text().common().app
            submit=Signal::stored(submit.to_owned())
            busy=doing.busy
            on_submit=set
        >
            {field(format!("new-{name}"), label, Some(hint.to_owned()), typed)}
            {(!is_pin).then(offer)}
            {live(move || if is_offered.get() {
                tick("written", making.written_down, is_written)
            } else {
                field(format!("{name}-again"), once_more, None, again)
            })}
            {tick("show", app.text().locked().show, shown)}
            {doing.told()}
        </SecretForm>
    }
}
