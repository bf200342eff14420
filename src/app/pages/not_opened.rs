//! The journal did not open: why, what is safe, what can be done, and help. There is no router and no journal behind this screen, so
//! every link on it is a plain one.

use domain::{CRISIS_LINES, CrisisLineId, Intensity, Language, Reach};
use engine::{Contact, OpenError};
use leptos::prelude::*;
use storage::StoreError;
use text::Text;
use ui::{Button, ButtonLink, ChoiceRow, Icon, Tone};

use crate::browser::handrail;

/// The whole screen. `tapped` is what was tapped on the shell before; it could not be saved.
#[component]
pub fn NotOpened(
    error: OpenError,
    language: Language,
    tapped: Option<Intensity>,
    /// Whom the person chose to see without the journal.
    contacts: Vec<Contact>,
) -> impl IntoView {
    let text = text::of(language);
    let people = contacts.iter().filter_map(|contact| somebody(contact, text)).collect_view();
    let not_saved = tapped.map(|tapped| (text.problems().tapped_is_not_saved)(tapped.value()));
    view! {
        <div class="frame">
            <main class="frame__main frame__main--full wrapper flow" id="page">
                <h1 class="greeting">{text.common().app}</h1>
                <p class="lead" role="alert">
                    {text.problems().opening(error)}
                </p>
                {not_saved.map(|sentence| view! { <p>{sentence}</p> })}
                <Again error=error text=text />
                <div class="rows">
                    <Call id=CrisisLineId::Lifeline988 text=text />
                    <Call id=CrisisLineId::Emergency text=text />
                    {people}
                    <ChoiceRow
                        href="/help.html"
                        icon=Icon::Help
                        title=text.common().help_now.to_owned()
                        line=Some(text.help().more_lines.to_owned())
                        tone=Tone::Help
                    />
                </div>
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

#[component]
fn Call(id: CrisisLineId, text: Text) -> impl IntoView {
    let line = CRISIS_LINES.iter().find(|line| line.id == id)?;
    Some(view! {
        <ChoiceRow
            href=line.tel_link()?
            icon=Icon::Phone
            title=text.help().to_call(line, text.language)?
            line=Some(text.help().about_calling(id).to_owned())
            tone=Tone::Help
        />
    })
}

fn somebody(contact: &Contact, text: Text) -> Option<impl IntoView + use<>> {
    let number = contact.numbers.iter().find_map(Reach::to_call)?;
    Some(view! {
        <ChoiceRow
            href=number.tel_link()
            icon=Icon::Phone
            title=(text.help().call_them)(contact.name.as_str())
            line=Some((text.help().role)(contact.role).to_owned())
        />
    })
}
