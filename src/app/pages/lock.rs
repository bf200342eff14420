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

use crate::browser::focus;
use crate::browser::stretch::NoKey;
use crate::commands::lock::{Change, NotLocked, Proof};
use crate::state::{App, follow};
use change::ChangeCard;
use code::ToWriteDown;
use set::SetSecret;
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
    /// What the person has shown, until it was used once.
    proof: RwSignal<Option<Proof>>,
}

/// One form or button of the page at work, and what is said below it.
#[derive(Clone, Copy)]
struct Doing {
    here: Here,
    busy: RwSignal<bool>,
    told: RwSignal<Option<&'static str>>,
}

/// The page.
#[component]
pub fn Lock(app: App) -> impl IntoView {
    let there = follow(app, |journal| async move { kept(journal.home()).await.ok() });
    let here = Here { app, code: RwSignal::new(None), proof: RwSignal::new(None) };
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
        None => live(move || states(here, state.get())),
    })
}

fn states(here: Here, state: State) -> AnyView {
    let words = here.app.text().lock();
    let (lead, has_passkey) = match state {
        State::NotKnown => return ().into_any(),
        State::Open => {
            return view! {
                <p class="lead">{words.is_open}</p>
                <Card id="passphrase" heading=Some(words.passphrase_title.to_owned())>
                    <p>{words.passphrase_lead}</p>
                    <p>{words.passphrase_never}</p>
                    <SetSecret here=here is_pin=false />
                </Card>
                <Card id="pin" heading=Some(words.pin_title.to_owned())>
                    <p>{words.pin_lead}</p>
                    <SetSecret here=here is_pin=true />
                </Card>
            }
            .into_any();
        }
        State::Locked { has_passkey } => (words.is_locked, Some(has_passkey)),
        State::Covered => (words.is_screened, None),
    };
    view! {
        <p class="lead">{lead}</p>
        <Button icon=Icon::Lock wide=true on_press=move |()| spawn_local(here.app.lock_now(true))>
            {words.lock_now}
        </Button>
        <When here=here />
        <ChangeCard here=here has_passkey=has_passkey />
    }
    .into_any()
}

impl Doing {
    fn new(here: Here) -> Self {
        Self { here, busy: RwSignal::new(false), told: RwSignal::new(None) }
    }

    /// Changes the lock. What was done is said at the foot of the screen, since the part that asked for it may be gone by then.
    fn change(self, change: Change, said: &'static str) {
        if !self.busy.get_untracked() {
            self.busy.set(true);
            self.told.set(None);
            spawn_local(self.changing(change, said));
        }
    }

    async fn changing(self, change: Change, said: &'static str) {
        let Here { app, code, proof } = self.here;
        let shown = proof.get_untracked().unwrap_or(Proof::Device);
        match app.change_lock(shown, change).await {
            Ok(made) => {
                if !said.is_empty() {
                    let _ = proof.try_set(None);
                }
                // A code to be written down says it all, and nothing should lie over it.
                if made.is_none() && !said.is_empty() {
                    app.tell(said.to_owned(), None);
                }
                if made.is_some() {
                    let _ = code.try_set(made);
                    request_animation_frame(|| {
                        focus::scroll_to_top();
                        focus::focus("code-heading");
                    });
                }
            }
            Err(problem) => {
                let _ = self.told.try_set(Some(why(app.text(), problem)));
            }
        }
        let _ = self.busy.try_set(false);
    }

    /// Why it did not work, read out at once.
    fn told(self) -> AnyView {
        view! {
            <div class="announce" role="alert">
                {live(move || self.told.get().map(|sentence| view! { <p class="strong">{sentence}</p> }.into_any()))}
            </div>
        }
        .into_any()
    }
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
