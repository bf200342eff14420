//! Choosing a pack: a file, a link that is pasted, or a code in front of the camera.

use leptos::prelude::*;
use text::packs::Why;
use ui::{Button, ButtonKind, Disclosure, FilePick, Glyph, Icon, RwSignal, TextArea, derived};

use super::{ACCEPT, Steps};
use crate::browser::packs;
use crate::state::App;

/// The id of what shows the camera's picture.
const CAMERA: &str = "pack-camera";

/// The first step. `why`: what the last choice turned out to be.
#[component]
pub fn Choose(app: App, steps: Steps, why: Option<Why>) -> impl IntoView {
    let words = app.text().packs();
    let pasted = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let read = move |()| {
        let text = pasted.get_untracked();
        is_missing.set(text.trim().is_empty());
        if !text.trim().is_empty() {
            steps.read(text.into_bytes());
        }
    };
    let scan = if packs::can_scan() {
        view! {
            <Button kind=ButtonKind::Quiet wide=true on_press=move |()| steps.scan(CAMERA)>
                {words.scan}
            </Button>
        }
        .into_any()
    } else {
        view! { <p class="quiet">{words.no_scanner}</p> }.into_any()
    };
    view! {
        <p class="lead">{words.lead}</p>
        <div class="announce" role="alert">
            {why
                .map(|why| {
                    view! {
                        <p class="field__error">
                            <Glyph icon=Icon::Info />
                            <span>{(words.why)(why)}</span>
                        </p>
                    }
                })}
        </div>
        <FilePick
            id="pack-file"
            label=words.choose.to_owned()
            hint=words.or_drop.to_owned()
            icon=Icon::Download
            accept=ACCEPT
            on_pick=move |file| steps.open(file)
        />
        {scan}
        <Disclosure summary=words.paste.to_owned()>
            <TextArea
                id="pack-text"
                label=words.paste_label.to_owned()
                value=pasted
                error=derived(move || is_missing.get().then(|| words.nothing_pasted.to_owned()))
                on_input=move |text| pasted.set(text)
            />
            <Button kind=ButtonKind::Quiet wide=true on_press=read>
                {words.read_it}
            </Button>
            <p class="quiet small">{words.home_screen}</p>
        </Disclosure>
        <p class="quiet">{words.stays_here}</p>
    }
}

/// What the camera sees, until it sees a code.
#[component]
pub fn Scanning(app: App, steps: Steps) -> impl IntoView {
    let words = app.text().packs();
    view! {
        <p class="lead" role="status">
            {words.scanning}
        </p>
        <video class="camera" id=CAMERA playsinline=true muted=true></video>
        <Button kind=ButtonKind::Quiet wide=true on_press=move |()| steps.back()>
            {words.stop}
        </Button>
    }
}
