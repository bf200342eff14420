//! A field for a secret, and the form around it: so that a password manager can keep what is typed and fill it in again.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::field::{FieldFrame, Texts};

/// Which secret, for the keyboard and for a password manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// The passphrase there is.
    Current,
    /// One that is being made.
    New,
    /// A code from paper, which no password manager has.
    Code,
    /// Digits there are.
    CurrentPin,
    /// Digits that are being made.
    NewPin,
}

/// A labelled field whose letters are dots until they are asked for. Nothing corrects, suggests or begins with a capital letter.
#[component]
pub fn SecretField(
    /// Stable id; the ids of hint and error derive from it.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    secret: Secret,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    /// What is wrong with the current value, and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether the letters are shown.
    #[prop(into)]
    shown: Signal<bool>,
    /// Every change, as it is typed.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let texts = Texts::new(&id, value, hint, error, None);
    let fills_in = match secret {
        Secret::New | Secret::NewPin => "new-password",
        Secret::Current | Secret::CurrentPin => "current-password",
        Secret::Code => "off",
    };
    let is_pin = matches!(secret, Secret::CurrentPin | Secret::NewPin);
    view! {
        <FieldFrame label texts>
            <input
                class="field__input"
                id=id
                type=move || if shown.get() { "text" } else { "password" }
                inputmode=is_pin.then_some("numeric")
                enterkeyhint="done"
                autocomplete=fills_in
                autocapitalize="none"
                spellcheck="false"
                dir="auto"
                aria-describedby=move || texts.described_by()
                aria-invalid=move || texts.invalid()
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </FieldFrame>
    }
}

/// The form around one or two such fields, with its one button. Enter in a field presses it.
#[component]
pub fn SecretForm(
    #[prop(into)] id: String,
    /// What a password manager calls the account; nobody sees it.
    account: &'static str,
    /// What the button says.
    #[prop(into)]
    submit: Signal<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(into)] on_submit: Callback<()>,
    children: Children,
) -> impl IntoView {
    let resting = move || busy.get() || disabled.get();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() && !disabled.get_untracked() {
            on_submit.run(());
        }
    };
    view! {
        <form class="secret-form" id=id novalidate=true on:submit=send>
            <input type="text" autocomplete="username" value=account hidden=true readonly=true />
            {children()}
            <button
                type="submit"
                class="button button--main button--wide"
                aria-disabled=move || resting().then_some("true")
                aria-busy=move || busy.get().then_some("true")
            >
                {submit}
            </button>
        </form>
    }
}
