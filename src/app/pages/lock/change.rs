//! Changing it or taking it away: first what opens it, once; then everything that can be done with it.

use std::sync::Arc;

use engine::lock::{Kept, kept};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Card, Disclosure, RwSignal, Secret, SecretField, SecretForm, Signal, Tick, live};

use super::passkey::Passkey;
use super::set::{SetPassphrase, SetPin};
use super::{Here, why};
use crate::browser::focus;
use crate::commands::lock::{NotLocked, Proof};
use crate::commands::unlock::{Given, Shut, root_of};
use crate::pages::locked::sentence;
use crate::state::App;

/// The card; `has_passkey` is `None` for a screen.
#[component]
pub fn Change(here: Here, has_passkey: Option<bool>) -> impl IntoView {
    let words = here.app.text().lock();
    let proof = RwSignal::new(None::<Proof>);
    view! {
        <Card id="change-lock" heading=Some(words.change_title.to_owned())>
            {live(move || match proof.get() {
                None => view! { <Prove here=here is_pin=has_passkey.is_none() proof=proof /> }.into_any(),
                Some(proof) => actions(here, has_passkey, proof),
            })}
        </Card>
    }
}

/// What opens it now.
#[component]
fn Prove(here: Here, is_pin: bool, proof: RwSignal<Option<Proof>>) -> impl IntoView {
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
                    let _ = proof.try_set(Some(proven));
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
                {live(move || told.get().map(|sentence| view! { <p class="strong">{sentence}</p> }))}
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
fn actions(here: Here, has_passkey: Option<bool>, proof: Proof) -> AnyView {
    let words = here.app.text().lock();
    let told = RwSignal::new(None::<&'static str>);
    let busy = RwSignal::new(false);
    let proof = StoredValue::new_local(proof);
    let new_code = move |()| {
        act(here, busy, told, async move {
            let code = here.app.new_recovery_code(proof.get_value()).await?;
            let _ = here.code.try_set(Some(code));
            Ok(None)
        });
    };
    let remove = move |()| {
        act(here, busy, told, async move {
            here.app.unlock_for_good(proof.get_value()).await?;
            Ok(Some(words.is_removed))
        });
    };
    view! {
        <Disclosure summary=words.passphrase_title.to_owned()>
            {has_passkey.is_none().then(|| view! {
                <p>{words.passphrase_lead}</p>
                <p>{words.passphrase_never}</p>
            })}
            <SetPassphrase here=here proof=proof />
        </Disclosure>
        <Disclosure summary=words.pin_title.to_owned()>
            <p>{words.pin_lead}</p>
            <SetPin here=here proof=proof />
        </Disclosure>
        {has_passkey.map(|has_passkey| view! {
            <Passkey here=here proof=proof has_one=has_passkey />
            <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=new_code>
                {words.new_code}
            </Button>
            <p class="quiet small">{words.new_code_line}</p>
        })}
        <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=remove>
            {words.remove}
        </Button>
        <p class="quiet small">{words.remove_line}</p>
        <div class="announce" role="alert">
            {live(move || told.get().map(|sentence| view! { <p class="strong">{sentence}</p> }))}
        </div>
    }
    .into_any()
}

/// Does one of them. What was done is said at the foot of the screen, since the page may be another one by then.
pub fn act(
    here: Here,
    busy: RwSignal<bool>,
    told: RwSignal<Option<&'static str>>,
    work: impl Future<Output = Result<Option<&'static str>, NotLocked>> + 'static,
) {
    if busy.get_untracked() {
        return;
    }
    let work: std::pin::Pin<Box<dyn Future<Output = _>>> = Box::pin(work);
    busy.set(true);
    told.set(None);
    spawn_local(async move {
        match work.await {
            Ok(Some(sentence)) => here.app.tell(sentence.to_owned(), None),
            Ok(None) => {}
            Err(problem) => {
                let _ = told.try_set(Some(why(here.app.text(), problem)));
            }
        }
        let _ = busy.try_set(false);
    });
}
