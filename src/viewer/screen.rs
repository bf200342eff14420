//! What is on the screen: on one side what is handed in and the counselor's keys, on the other the page that is open.

mod consent;
mod files;
mod keys;
mod page;
mod trend;

use domain::Language;
use leptos::prelude::*;
use text::counselor::name_of;
use ui::{derived, live, show_let};

use crate::browser;
use crate::desk::Desk;

/// Everything below the line that nobody watches this page.
#[component]
pub fn Screen(desk: Desk) -> impl IntoView {
    let choose = move |language: Language| {
        desk.said.set(None);
        desk.language.set(language);
    };
    let languages = Language::ALL.iter().copied().map(|language| {
        let is_chosen = move || if desk.language.get() == language { "true" } else { "false" };
        view! {
            <button
                type="button"
                class="button button--plain"
                lang=language.code()
                aria-pressed=is_chosen
                on:click=move |_| choose(language)
            >
                {name_of(language)}
            </button>
        }
    });
    let languages = languages.collect_view();
    view! {
        <main class="desk" class:desk--open=move || desk.opened.with(|opened| !opened.is_empty())>
            <div class="desk__top no-print">
                {live(move || {
                    desk.language.track();
                    browser::speak(desk.language.get_untracked(), desk.words().title);
                    view! { <h1>{desk.words().title}</h1> }
                })}
                <div class="cluster" role="group" aria-label=move || text::of(desk.language.get()).counselor().language>
                    {languages}
                </div>
            </div>
            // Drawn anew in another language, so that no sentence has to listen.
            {live(move || {
                desk.language.track();
                view! { <Inside desk=desk /> }
            })}
        </main>
    }
}

#[component]
fn Inside(desk: Desk) -> impl IntoView {
    let shown = derived(move || {
        let place = desk.shown.get();
        desk.opened.with(|opened| opened.get(place).map(|one| one.arrived.id))
    });
    view! {
        <div class="desk__side no-print flow">
            <p>{desk.words().lead}</p>
            <files::Files desk=desk />
            <div class="announce" role="status">
                {show_let(desk.said.into(), |said: String| view! { <p class="strong">{said}</p> })}
            </div>
            <files::OpenNow desk=desk />
        </div>
        <div class="desk__page">
            // Who they are can become known while the page is open, so it is drawn anew with every change of what is.
            {live(move || {
                let id = shown.get();
                desk.opened.with(|all| {
                    let one = all.iter().find(|one| Some(one.arrived.id) == id)?;
                    Some(page::view(desk, one, all))
                })
            })}
        </div>
        <div class="desk__keys no-print">
            <keys::OwnKeys desk=desk />
        </div>
    }
}
