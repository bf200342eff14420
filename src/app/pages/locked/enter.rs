//! Typing what opens it: the passphrase or the PIN, and the recovery code.

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, ButtonLink, Memo, RwSignal, Secret, SecretField, SecretForm, Signal, Tick, derived, live,
};

use super::shut::sentence;
use super::{Screen, back};
use crate::browser::clock;
use crate::commands::unlock::Given;

/// The field, and the other ways in.
pub fn enter(screen: Screen) -> AnyView {
    let words = screen.text.locked();
    let typed = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let is_pin = screen.is_pin;
    let (label, lead, secret) = if is_pin {
        (words.pin, words.lead_screen, Secret::CurrentPin)
    } else {
        (words.passphrase, words.lead, Secret::Current)
    };
    let left_s = seconds_left(screen);
    let kept = screen.known.with_value(|known| known.taps.last().map(|tap| tap.intensity.value()));
    view! {
        <ui::Mark />
        <h1 class="greeting" id="page-title" tabindex="-1">
            {screen.text.common().app}
        </h1>
        {kept.map(|number| view! { <p class="strong" role="status">{(words.kept)(number)}</p> }.into_any())}
        <p class="lead">{lead}</p>
        <SecretForm
            id="unlock"
            account=screen.text.common().app
            submit=words.open.to_owned()
            busy=screen.busy
            disabled=derived(move || left_s.get() > 0)
            on_submit=move |()| screen.try_with(Given::Words(typed.get_untracked()))
        >
            <SecretField
                id="secret"
                label=label.to_owned()
                value=typed
                secret=secret
                shown=shown
                on_input=move |words| typed.set(words)
            />
            <Tick id="show-secret" chooses=true label=words.show.to_owned() on=shown on_change=move |is| shown.set(is) />
            {told(screen)}
            {waiting(screen, left_s)}
        </SecretForm>
        {screen.has_passkey.then(|| view! {
            <Button kind=ButtonKind::Quiet wide=true busy=screen.busy on_press=move |()| screen.try_with(Given::Passkey)>
                {words.passkey}
            </Button>
        }.into_any())}
        <div class="cluster">
            {(!is_pin).then(|| view! {
                <ButtonLink kind=ButtonKind::Plain href="#code">
                    {words.use_code}
                </ButtonLink>
            }.into_any())}
            <ButtonLink kind=ButtonKind::Plain href="#forgot">
                {words.forgot}
            </ButtonLink>
        </div>
    }
    .into_any()
}

/// The recovery code, from paper. Nobody could guess one, so it never has to wait.
pub fn by_code(screen: Screen) -> AnyView {
    let words = screen.text.locked();
    let typed = RwSignal::new(String::new());
    view! {
        <h1 class="greeting" id="page-title" tabindex="-1">
            {words.code_title}
        </h1>
        <SecretForm
            id="unlock"
            account=screen.text.common().app
            submit=words.open.to_owned()
            busy=screen.busy
            on_submit=move |()| screen.try_with(Given::Code(typed.get_untracked()))
        >
            <SecretField
                id="secret"
                label=words.code.to_owned()
                hint=Some(words.code_hint.to_owned())
                value=typed
                secret=Secret::Code
                shown=Signal::stored(true)
                on_input=move |words| typed.set(words)
            />
            {told(screen)}
        </SecretForm>
        {back(screen.text)}
    }
    .into_any()
}

/// Why it did not open, read out at once.
pub(super) fn told(screen: Screen) -> AnyView {
    let told = move || screen.why.get().and_then(|why| sentence(screen.text, why, screen.is_pin));
    view! {
        <div class="announce" role="alert">
            {live(move || told().map(|sentence| view! { <p class="strong">{sentence}</p> }.into_any()))}
        </div>
    }
    .into_any()
}

/// Counted every second while there is something to count.
fn seconds_left(screen: Screen) -> Memo<i64> {
    let now_ms = RwSignal::new(clock::now().utc_ms());
    let interval = Interval::new(1_000, move || {
        let _ = now_ms.try_set(clock::now().utc_ms());
    });
    let interval = StoredValue::new_local(Some(interval));
    on_cleanup(move || {
        let _ = interval.try_update_value(Option::take);
    });
    Memo::new(move |_| screen.until_ms.get().saturating_sub(now_ms.get()).saturating_add(999).max(0) / 1_000)
}

/// How long it takes until the next try. Seen every second; read out when it begins and when it is over.
fn waiting(screen: Screen, left_s: Memo<i64>) -> AnyView {
    let words = screen.text.locked();
    let waits = Memo::new(move |_| left_s.get() > 0);
    let waited = StoredValue::new(false);
    let read_out = move || {
        if waits.get() {
            waited.set_value(true);
            return Some((words.wait)(left_s.get_untracked()));
        }
        waited.get_value().then(|| words.wait_is_over.to_owned())
    };
    view! {
        <p class="visually-hidden" role="status">
            {live(read_out)}
        </p>
        {live(move || waits.get().then(|| view! {
            <p class="quiet numbers" role="timer">
                {live(move || (words.wait)(left_s.get()))}
            </p>
        }.into_any()))}
    }
    .into_any()
}
