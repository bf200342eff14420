//! Choosing a calendar: a file, or the text of one.

use leptos::prelude::*;
use ui::{FilePick, Icon};

use super::{ACCEPT, Steps};
use crate::pages::chosen::{NotTaken, Paste, PasteWords};
use crate::state::App;

/// The first step. `why`: what the last choice turned out to be.
#[component]
pub fn Choose(app: App, steps: Steps, why: Option<String>) -> impl IntoView {
    let words = app.text().calendar_in();
    let paste = PasteWords {
        summary: words.paste,
        label: words.paste_label,
        nothing: words.nothing_pasted,
        read: words.read_it,
        hint: None,
    };
    view! {
        <p class="lead">{words.lead}</p>
        <NotTaken why=why />
        <FilePick
            id="calendar-file"
            label=words.choose.to_owned()
            hint=words.or_drop.to_owned()
            icon=Icon::Week
            accept=ACCEPT
            on_pick=move |file| steps.open(file)
        />
        <Paste id="calendar-text" words=paste on_read=move |bytes| steps.read(bytes) />
        <p class="quiet">{words.stays_here}</p>
    }
}
