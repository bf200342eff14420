//! A whole row to tap: what to do next, whom to call, where to go.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::live::show_let;

use crate::{
    card::Tone,
    icon::{Glyph, Icon},
};

/// A row that is a link: a place in the app, or `tel:` and `sms:` (which show no arrow).
#[component]
pub fn ChoiceRow(
    #[prop(into)] href: Signal<String>,
    #[prop(default = None, into)] icon: Option<Icon>,
    #[prop(into)] title: Signal<String>,
    /// One line below the title.
    #[prop(optional, into)]
    line: Signal<Option<String>>,
    #[prop(optional)] tone: Tone,
    /// It was followed. A call goes on in the phone's own program at the same moment.
    #[prop(optional, into)]
    on_follow: Option<Callback<()>>,
) -> impl IntoView {
    let follow = move |_| {
        if let Some(on_follow) = on_follow {
            on_follow.run(());
        }
    };
    view! {
        <a href=href class=class_of(tone) on:click=follow>
            <Inside icon=icon title line />
        </a>
    }
}

/// The same as a button, where tapping does something here.
#[component]
pub fn ChoiceButton(
    #[prop(default = None, into)] icon: Option<Icon>,
    #[prop(into)] title: Signal<String>,
    /// One line below the title.
    #[prop(optional, into)]
    line: Signal<Option<String>>,
    #[prop(optional)] tone: Tone,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class=class_of(tone) on:click=move |_| on_press.run(())>
            <Inside icon=icon title line />
        </button>
    }
}

#[component]
fn Inside(icon: Option<Icon>, title: Signal<String>, line: Signal<Option<String>>) -> impl IntoView {
    view! {
        {icon.map(|icon| view! { <Glyph icon /> })}
        <span class="choice-row__words">
            <span class="choice-row__title">{title}</span>
            {show_let(line, move |line| view! {
                <span class="choice-row__line">{line}</span>
            })}
        </span>
        <Glyph icon=Icon::Chevron class="choice-row__chevron" />
    }
}

fn class_of(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "choice-row",
        Tone::Help => "choice-row choice-row--help",
    }
}
