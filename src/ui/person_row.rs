//! Somebody to call, as a row: who they are, and beside it the ways to reach them at once.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::icon::{Glyph, Icon};
use crate::live::live;

/// Somebody as the row says them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PersonLine {
    /// Where their page is; none where the row leads nowhere.
    pub href: Option<String>,
    pub name: String,
    /// What they are to the person, and when not to call.
    pub line: Option<String>,
    pub ways: Vec<PersonWay>,
}

/// One way to reach them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PersonWay {
    /// `tel:` or `sms:`.
    pub href: String,
    pub icon: PersonWayIcon,
    /// "Call".
    pub label: String,
    /// "Call Ana": what a screen reader says.
    pub read: String,
}

/// How they are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonWayIcon {
    Call,
    Text,
}

/// Name and line lead to the page of the person; each way is a link of its own.
#[component]
pub fn PersonRow(
    line: PersonLine,
    /// The address of their picture, once it is here.
    #[prop(optional, into)]
    picture: Signal<Option<String>>,
    /// A call was begun. The phone's own program takes over at the same moment.
    #[prop(optional, into)]
    on_call: Option<Callback<()>>,
) -> impl IntoView {
    let words = view! {
        <span class="person-row__name" dir="auto">
            {line.name}
        </span>
        {line.line.map(|words| view! { <span class="person-row__line" dir="auto">{words}</span> })}
    };
    let ways = line.ways.into_iter().map(|way| one_way(way, on_call)).collect_view();
    view! {
        <div class="person-row">
            {live(move || face(picture.get()))}
            {match line.href {
                Some(href) => view! { <a class="person-row__words" href=href>{words}</a> }.into_any(),
                None => view! { <div class="person-row__words">{words}</div> }.into_any(),
            }}
            <div class="person-row__ways">{ways}</div>
        </div>
    }
}

fn one_way(way: PersonWay, on_call: Option<Callback<()>>) -> AnyView {
    let is_call = way.icon == PersonWayIcon::Call;
    let icon = if is_call { Icon::Phone } else { Icon::Message };
    let follow = move |_| {
        if let Some(on_call) = on_call.filter(|_| is_call) {
            on_call.run(());
        }
    };
    view! {
        <a class="person-row__way" href=way.href aria-label=way.read on:click=follow>
            <Glyph icon />
            <span>{way.label}</span>
        </a>
    }
    .into_any()
}

/// The name is beside it, so the picture says nothing to a screen reader.
fn face(picture: Option<String>) -> AnyView {
    match picture {
        Some(source) => view! { <img class="person-row__face" src=source alt="" /> }.into_any(),
        None => view! {
            <span class="person-row__face person-row__face--none">
                <Glyph icon=Icon::Me />
            </span>
        }
        .into_any(),
    }
}
