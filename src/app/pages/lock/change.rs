//! Changing it or taking it away: first what opens it, once; then everything that can be done with it.

use std::sync::Arc;

use engine::lock::{Kept, kept};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Card, Disclosure, RwSignal, Secret, SecretField, SecretForm, Signal, Tick, live};

use super::passkey::Passkey;
use super::set::SetSecret;
use super::{Doing, Here};
use crate::browser::focus;
use crate::commands::lock::{Change, Proof};
use crate::commands::unlock::{Given, Shut, root_of};
use crate::pages::locked::sentence;
use crate::state::App;

/// The card; `has_passkey` is `None` for a screen.
#[component]
pub fn ChangeCard(here: Here, has_passkey: Option<bool>) -> impl IntoView {
    let words = here.app.text().lock();
    view! {
        <Card id="change-lock" heading=Some(words.change_title.to_owned())>
            {live(move || match here.proof.with(Option::is_some) {
                false => view! { <Prove here=here is_pin=has_passkey.is_none() /> }.into_any(),
                true => actions(here, has_passkey),
            })}
        </Card>
    }
}

/// What opens it now.
#[component]
fn Prove(here: Here, is_pin: bool) -> impl IntoView {
    let text = here.app.text();
    let words = text.lock();
    let typed = RwSignal::new(String::new());
    let [shown, busy] = std::array::from_fn(|_| RwSignal::new(false));
    let told = RwSignal::new(None::<String>);
    let prove = move |()| {
        busy.set(true);
        told.set(None);
        spawn_local(async move {
            match proven(here.app, typed.get_untracked()).await {
                Ok(proven) => {
                    let _ = here.proof.try_set(Some(proven));
                    request_animation_frame(|| {
                        focus::focus_within("change-lock");
                    });
                }
                Err(shut) => {
                    let wait = match shut {
                        Shut::Wait(ms) | Shut::Wrong(ms) if ms > 0 => Some((text.locked().wait)(ms / 1_000)),
                        _ => None,
                    };
                    let said = sentence(text, shut, is_pin).map(str::to_owned);
                    let both: Vec<String> = said.into_iter().chain(wait).collect();
                    let _ = told.try_set(Some(both.join(" ")));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    let (label, hint, secret) = if is_pin {
        (words.proof_pin, None, Secret::CurrentPin)
    } else {
        (words.proof, Some(words.proof_hint.to_owned()), Secret::Current)
    };
    view! {
        <SecretForm
            id="prove"
            account=text.common().app
            submit=words.go_on.to_owned()
            busy=busy
            on_submit=prove
        >
            <SecretField
                id="proof"
                label=label.to_owned()
                hint=Signal::stored(hint)
                value=typed
                secret=secret
                shown=shown
                on_input=move |words| typed.set(words)
            />
            <Tick
                id="show-proof"
                chooses=true
                label=Signal::stored(text.locked().show.to_owned())
                on=shown
                on_change=move |is| shown.set(is)
            />
            <div class="announce" role="alert">
                {live(move || told.get().map(|sentence| view! { <p class="strong">{sentence}</p> }.into_any()))}
            </div>
        </SecretForm>
    }
}

async fn proven(app: App, typed: String) -> Result<Proof, Shut> {
    let home = app.journal().home().clone();
    match kept(&home).await.map_err(Shut::Open)? {
        Kept::Locked(lock) => Ok(Proof::Root(Arc::new(root_of(&home, &lock, Given::Words(typed)).await?))),
        Kept::Screen(lock) => {
            let lock = lock.uncovered(&home).await.map_err(|why| Shut::Open(why.into()))?;
            root_of(&home, &lock, Given::Words(typed)).await?;
            Ok(Proof::Device)
        }
        Kept::Nothing | Kept::ByDevice => Ok(Proof::Device),
    }
}

/// Everything that can be done with it.
fn actions(here: Here, has_passkey: Option<bool>) -> AnyView {
    let words = here.app.text().lock();
    let doing = Doing::new(here);
    let set = move |is_pin: bool| {
        let title = if is_pin { words.pin_title } else { words.passphrase_title };
        let lead = if is_pin { words.pin_lead } else { words.passphrase_lead };
        view! {
            <Disclosure summary=Signal::stored(title.to_owned())>
                <p>{lead}</p>
                <SetSecret here=here is_pin=is_pin />
            </Disclosure>
        }
        .into_any()
    };
    let button = move |label: &'static str, line: &'static str, press: fn(Doing)| {
        view! {
            <Button kind=ButtonKind::Quiet wide=true busy=doing.busy on_press=move |()| press(doing)>
                {label}
            </Button>
            <p class="quiet small">{line}</p>
        }
        .into_any()
    };
    view! {
        {set(false)}
        {set(true)}
        {has_passkey.map(|has_one| view! { <Passkey here=here has_one=has_one /> }.into_any())}
        {has_passkey.map(|_| {
            button(words.new_code, words.new_code_line, |doing| doing.change(Change::Code, ""))
        })}
        {button(words.remove, words.remove_line, |doing| {
            doing.change(Change::Nothing, doing.here.app.text().lock().is_removed);
        })}
        {doing.told()}
    }
    .into_any()
}
