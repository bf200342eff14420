//! The journal did not open: why, what is safe, what can be done, and help. There is no router and no journal behind this screen, so
//! every link on it is a plain one.

use domain::{Intensity, Language};
use engine::{Contact, OpenError};
use leptos::prelude::*;
use storage::StoreError;
use text::Text;
use ui::{Button, ButtonLink};

use super::calls::calls;
use crate::browser::handrail;

/// The whole screen. `tapped` is what was tapped on the shell before; it could not be saved.
#[component]
pub fn NotOpened(
    error: OpenError,
    language: Language,
    tapped: Option<Intensity>,
    /// Whom the person chose to see without the journal.
    contacts: Vec<Contact>,
    /// Somebody opened the link of their program, which nothing can take in now.
    has_pack: bool,
) -> impl IntoView {
    let text = text::of(language);
    let not_saved = tapped.map(|tapped| (text.problems().tapped_is_not_saved)(tapped.value()));
    view! {
        <div class="frame">
            <main class="frame__main frame__main--full wrapper flow" id="page">
                <h1 class="greeting">{text.common().app}</h1>
                <p class="lead" role="alert">
                    {text.problems().opening(error)}
                </p>
                {not_saved.map(|sentence| view! { <p>{sentence}</p> })}
                {has_pack.then(|| view! { <p>{text.problems().pack_not_taken}</p> })}
                <Again error=error text=text />
                {calls(&contacts, text)}
            </main>
        </div>
    }
}

/// Reload; and where a newer version is needed, let in the one that waits.
#[component]
fn Again(error: OpenError, text: Text) -> impl IntoView {
    match error {
        OpenError::Newer | OpenError::Store(StoreError::Newer) => {
            // Nothing is half written here, so the new version may come in with the reload.
            handrail::check_for_update();
            view! {
                <Button wide=true on_press=move |()| handrail::apply_update()>
                    {text.common().reload}
                </Button>
            }
            .into_any()
        }
        OpenError::KeyGone | OpenError::Locked | OpenError::NoRandomness | OpenError::Store(_) => view! {
            <ButtonLink href="/" wide=true>
                {text.common().reload}
            </ButtonLink>
        }
        .into_any(),
    }
}
