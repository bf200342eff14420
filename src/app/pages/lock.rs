//! The lock, in its three states: none, a passphrase, a PIN. What nobody can bring back is said before it is set.

mod change;
mod code;
mod passkey;
mod set;
mod when;

use engine::VaultError;
use engine::lock::{Kept, LockError, kept};
use leptos::prelude::*;
use leptos::task::spawn_local;
use storage::StoreError;
use text::Text;
use ui::{Button, Card, Icon, Memo, RwSignal, live};

use crate::browser::stretch::NoKey;
use crate::commands::lock::{NotLocked, Proof};
use crate::state::{App, follow};
use change::Change;
use code::ToWriteDown;
use set::{SetPassphrase, SetPin};
use when::When;

/// What there is. The page is drawn anew only when this changes, so that nobody loses what is half typed.
#[derive(Clone, Copy, PartialEq)]
enum State {
    NotKnown,
    Open,
    Locked { has_passkey: bool },
    Covered,
}

/// What the parts of the page share. Its signals outlive the part that is taken away by what it did.
#[derive(Clone, Copy)]
struct Here {
    app: App,
    /// A recovery code that is to be written down now.
    code: RwSignal<Option<String>>,
}

/// What was shown to be allowed to change it, for whatever changes it.
type Shown = StoredValue<Proof, LocalStorage>;

/// The page.
#[component]
pub fn Lock(app: App) -> impl IntoView {
    let there = follow(app, |journal| async move { kept(journal.home()).await.ok() });
    let here = Here { app, code: RwSignal::new(None) };
    let state = Memo::new(move |_| {
        there.with(|there| match there.as_ref().and_then(Option::as_ref) {
            None => State::NotKnown,
            Some(Kept::Nothing | Kept::ByDevice) => State::Open,
            Some(Kept::Locked(lock)) => State::Locked { has_passkey: !lock.passkeys().is_empty() },
            Some(Kept::Screen(_)) => State::Covered,
        })
    });
    live(move || match here.code.get() {
        Some(code) => view! { <ToWriteDown here=here code=code /> }.into_any(),
        None => live(move || states(here, state.get())).into_any(),
    })
}

fn states(here: Here, state: State) -> AnyView {
    let words = here.app.text().lock();
    let proof = StoredValue::new_local(Proof::Device);
    match state {
        State::NotKnown => ().into_any(),
        State::Open => view! {
            <p class="lead">{words.is_open}</p>
            <Card id="passphrase" heading=Some(words.passphrase_title.to_owned())>
                <p>{words.passphrase_lead}</p>
                <p>{words.passphrase_never}</p>
                <SetPassphrase here=here proof=proof />
            </Card>
            <Card id="pin" heading=Some(words.pin_title.to_owned())>
                <p>{words.pin_lead}</p>
                <SetPin here=here proof=proof />
            </Card>
        }
        .into_any(),
        State::Locked { has_passkey } => there(here, words.is_locked, Some(has_passkey)),
        State::Covered => there(here, words.is_screened, None),
    }
}

/// A lock, or with `None` a screen.
fn there(here: Here, lead: &'static str, has_passkey: Option<bool>) -> AnyView {
    let Here { app, .. } = here;
    let words = app.text().lock();
    view! {
        <p class="lead">{lead}</p>
        <Button icon=Icon::Lock wide=true on_press=move |()| spawn_local(app.lock_now(true))>
            {words.lock_now}
        </Button>
        <When here=here />
        <Change here=here has_passkey=has_passkey />
    }
    .into_any()
}

/// Why the lock is as it was.
fn why(text: Text, why: NotLocked) -> &'static str {
    let (words, others) = (text.lock(), &text.backup().others);
    match why {
        NotLocked::NoKey(NoKey::Empty) => others.empty,
        NotLocked::NoKey(NoKey::NoMemory) => others.no_memory,
        NotLocked::NoKey(NoKey::Stopped) => others.no_worker,
        NotLocked::Row(LockError::Store(StoreError::Full)) => text.problems().phone_is_full,
        NotLocked::Row(LockError::Busy | LockError::OtherKey | LockError::None) | NotLocked::Root(_) => {
            words.other_tabs
        }
        NotLocked::Vault(VaultError::NoRandomness) | NotLocked::Vault(_) | NotLocked::Row(_) => words.not_changed,
    }
}
