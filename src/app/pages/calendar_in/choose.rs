//! Choosing a calendar: a file, or the text of one.

use leptos::prelude::*;
use ui::{Button, ButtonKind, Disclosure, FilePick, Glyph, Icon, RwSignal, TextArea, derived};

use super::{ACCEPT, Steps};
use crate::state::App;

/// The first step. `why`: what the last choice turned out to be.
#[component]
pub fn Choose(app: App, steps: Steps, why: Option<String>) -> impl IntoView {
    let words = app.text().calendar_in();
    let pasted = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let read = move |()| {
        let text = pasted.get_untracked();
        is_missing.set(text.trim().is_empty());
        if !text.trim().is_empty() {
            steps.read(text.into_bytes());
        }
    };
    view! {
        <p class="lead">{words.lead}</p>
        <div class="announce" role="alert">
            {why
                .map(|why| {
                    view! {
                        <p class="field__error">
                            <Glyph icon=Icon::Info />
                            <span>{why}</span>
                        </p>
                    }
                })}
        </div>
        <FilePick
            id="calendar-file"
            label=words.choose.to_owned()
            hint=words.or_drop.to_owned()
            icon=Icon::Week
            accept=ACCEPT
            on_pick=move |file| steps.open(file)
        />
        <Disclosure summary=words.paste.to_owned()>
            <TextArea
                id="calendar-text"
                label=words.paste_label.to_owned()
                value=pasted
                error=derived(move || is_missing.get().then(|| words.nothing_pasted.to_owned()))
                on_input=move |text| pasted.set(text)
            />
            <Button kind=ButtonKind::Quiet wide=true on_press=read>
                {words.read_it}
            </Button>
        </Disclosure>
        <p class="quiet">{words.stays_here}</p>
    }
}
