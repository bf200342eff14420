//! Where the person is, the way back, and at most one quiet line.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::live::show_let;

use crate::icon::{Glyph, Icon};

/// The top of a page. Its heading has the id `page-title` and takes the focus after a change of page.
#[component]
pub fn TopBar(
    #[prop(into)] title: Signal<String>,
    /// Where back leads; none on a tab's own page.
    #[prop(optional, into)]
    back_href: Signal<Option<String>>,
    /// The name of the back link, which shows only an arrow.
    #[prop(optional, into)]
    back_label: Signal<Option<String>>,
    /// Offline, an update waits, a backup is due: one of them, in a sentence.
    #[prop(optional, into)]
    status: Signal<Option<String>>,
    /// What can be done about it, in a word or two.
    #[prop(optional, into)]
    status_action: Signal<Option<String>>,
    #[prop(optional, into)] on_status: Option<Callback<()>>,
) -> impl IntoView {
    let act = move |_| {
        if let Some(on_status) = on_status {
            on_status.run(());
        }
    };
    view! {
        <header class="top-bar wrapper">
            <div class="top-bar__line">
                {show_let(back_href, move |href| view! {
                    <a class="top-bar__back" href=href aria-label=back_label>
                        <Glyph icon=Icon::Back />
                    </a>
                })}
                <h1 class="top-bar__title" id="page-title" tabindex="-1">
                    {title}
                </h1>
            </div>
            <div class="top-bar__status" role="status">
                {show_let(status, move |sentence| view! {
                    <span>{sentence}</span>
                    {show_let(status_action, move |words| view! {
                        <button type="button" class="top-bar__action" on:click=act>
                            {words}
                        </button>
                    })}
                })}
            </div>
        </header>
    }
}
