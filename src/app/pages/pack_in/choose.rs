//! Choosing a pack: a file, a link that is pasted, or a code in front of the camera.

use leptos::prelude::*;
use text::packs::Why;
use ui::{Button, ButtonKind, FilePick, Icon};

use super::{ACCEPT, Steps};
use crate::browser::camera;
use crate::pages::chosen::{NotTaken, Paste, PasteWords};
use crate::state::App;

/// The id of what shows the camera's picture.
const CAMERA: &str = "pack-camera";

/// The first step. `why`: what the last choice turned out to be.
#[component]
pub fn Choose(app: App, steps: Steps, why: Option<Why>) -> impl IntoView {
    let words = app.text().packs();
    let paste = PasteWords {
        summary: words.paste,
        label: words.paste_label,
        nothing: words.nothing_pasted,
        read: words.read_it,
        hint: Some(words.home_screen),
    };
    let scan = if camera::can_scan() {
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
        <NotTaken why=why.map(|why| (words.why)(why).to_owned()) />
        <FilePick
            id="pack-file"
            label=words.choose.to_owned()
            hint=words.or_drop.to_owned()
            icon=Icon::Download
            accept=ACCEPT
            on_pick=move |file| steps.open(file)
        />
        {scan}
        <Paste id="pack-text" words=paste on_read=move |bytes| steps.read(bytes) />
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
