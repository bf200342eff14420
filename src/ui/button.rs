//! Buttons that act and links that look like them, so that what navigates or calls stays a real link.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::icon::{Glyph, Icon};

/// How much a button asks to be pressed. One `Main` per screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The main action, 56 px high.
    #[default]
    Main,
    /// Any other action.
    Quiet,
    /// Looks like a link: "Not now".
    Plain,
    /// Deletes something. The last step only; what leads there is `Quiet`.
    Danger,
    /// A crisis line. Nothing else wears amber.
    Help,
}

/// A button with its words, and an icon before them when one helps.
///
/// Disabled and busy buttons stay in the tab order and say so (`aria-disabled`, `aria-busy`); presses are ignored.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(default = None, into)] icon: Option<Icon>,
    /// As wide as the column.
    #[prop(optional)]
    wide: bool,
    /// For who has to find or describe it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
    children: Children,
) -> impl IntoView {
    let resting = move || busy.get() || disabled.get();
    let press = move |_| {
        if !busy.get_untracked() && !disabled.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            id=id
            class=class_of(kind, wide)
            aria-disabled=move || resting().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=press
        >
            {icon.map(|icon| view! { <Glyph icon /> })}
            {children()}
        </button>
    }
}

/// A link that looks like a button: a place in the app, a number to call, a file to keep.
#[component]
pub fn ButtonLink(
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(default = None, into)] icon: Option<Icon>,
    /// As wide as the column.
    #[prop(optional)]
    wide: bool,
    /// It leads out of the app: beside it, and without saying from where.
    #[prop(optional)]
    outside: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <a
            href=href
            class=class_of(kind, wide)
            target=outside.then_some("_blank")
            rel=outside.then_some("noreferrer")
        >
            {icon.map(|icon| view! { <Glyph icon /> })}
            {children()}
        </a>
    }
}

fn class_of(kind: ButtonKind, wide: bool) -> String {
    let kind = match kind {
        ButtonKind::Main => "button button--main",
        ButtonKind::Quiet => "button button--quiet",
        ButtonKind::Plain => "button button--plain",
        ButtonKind::Danger => "button button--danger",
        ButtonKind::Help => "button button--help",
    };
    if wide { format!("{kind} button--wide") } else { kind.to_owned() }
}
