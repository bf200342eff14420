//! Getting Handrail onto the home screen: the browser's own question where it has one, otherwise its own steps. On two screens, the
//! first run and "Kept on this phone".

use leptos::prelude::*;
use leptos::task::spawn_local;
use text::welcome;
use ui::{Button, ButtonKind, RwSignal, Show, live};

use crate::browser::handrail;
use crate::browser::platform::{self, Install};
use crate::state::App;

/// The way onto the home screen as it is now, for as long as the screen that asks is there.
pub fn follow_install() -> ReadSignal<Install> {
    let (way, set_way) = signal(platform::way_to_install());
    for event in ["handrail:install-possible", "handrail:installed"] {
        let listening = window_event_listener_untyped(event, move |event| {
            // The window this runs in stays a browser tab; what was installed is the next start.
            let is_installed = event.type_() == "handrail:installed";
            let _ = set_way.try_set(if is_installed { Install::Done } else { platform::way_to_install() });
        });
        on_cleanup(move || listening.remove());
    }
    way
}

/// What to do, and what it changes; one sentence when it is done.
#[component]
pub fn OntoHomeScreen(app: App, way: ReadSignal<Install>) -> impl IntoView {
    let refused = RwSignal::new(false);
    let words = move || app.text().welcome();
    let ask = move |()| {
        spawn_local(async move {
            let accepted = handrail::install().await;
            let _ = refused.try_set(!accepted);
        });
    };
    let steps = move || {
        steps(words(), way.get()).map(|steps| {
            view! { <ol class="flow flow--tight">{steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}</ol> }
        })
    };
    view! {
        <Show
            when=move || way.get() != Install::Done
            fallback=move || view! { <p>{words().is_installed}</p> }
        >
            <p>{words().install_why}</p>
            <Show when=platform::begins_empty_when_installed>
                <p>{words().begins_empty}</p>
            </Show>
            <Show when=move || way.get() == Install::Ask>
                <Button kind=ButtonKind::Quiet wide=true on_press=ask>
                    {words().install}
                </Button>
            </Show>
            {steps}
            <p class="quiet announce" role="status">
                {live(move || refused.get().then(|| words().not_installed))}
            </p>
        </Show>
    }
}

/// This browser's own steps; none where it asks by itself or nothing is left to do.
fn steps(words: &'static welcome::Welcome, way: Install) -> Option<&'static [&'static str]> {
    match way {
        Install::Done | Install::Ask => None,
        Install::ByShare => Some(words.by_share),
        Install::ByMenu => Some(words.by_menu),
        Install::ByAddressBar => Some(words.by_address_bar),
        Install::ElsewhereFirst => Some(words.elsewhere_first),
    }
}
