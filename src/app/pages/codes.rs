//! A small file as codes, for the camera of another device: one after the other, by tap, so that nothing moves while a camera looks. And the other
//! side of it: reading them.

use std::cell::RefCell;

use codes::{Code, Gathering, NoPart, Taken};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, RwSignal, derived, live};

use crate::browser::camera;
use crate::state::App;

/// `texts` are the codes in order. `hint` says what the other side does, `read` that it has them all, which is told by `on_read`.
#[component]
pub fn Codes(
    app: App,
    texts: Vec<String>,
    hint: &'static str,
    read: &'static str,
    #[prop(into)] on_read: Callback<()>,
) -> impl IntoView {
    let words = &app.text().send().codes;
    let count = texts.len();
    let texts = StoredValue::new(texts);
    let at = RwSignal::new(0_usize);
    let told = move || (words.code)(at.get().saturating_add(1), count);
    let picture = move || {
        let at = at.get();
        let code = texts.with_value(|texts| texts.get(at).and_then(|text| Code::of(text)))?;
        Some(view! {
            <svg class="codes__code" viewBox=format!("0 0 {0} {0}", code.size) role="img" aria-labelledby="code-told">
                <path d=code.path />
            </svg>
        })
    };
    view! {
        <div class="codes flow">
            <p>{hint}</p>
            {live(picture)}
            <p class="strong" id="code-told" role="status">{derived(told)}</p>
            {(count > 1).then(|| view! {
                <Button wide=true on_press=move |()| at.update(|at| *at = at.saturating_add(1).checked_rem(count).unwrap_or(0))>
                    {words.next}
                </Button>
            })}
            <Button kind=ButtonKind::Quiet wide=true on_press=on_read>
                {read}
            </Button>
        </div>
    }
}

/// The id of what shows the camera's picture.
const CAMERA: &str = "codes-camera";

/// Reads the codes of a file off another screen, in browsers that can. `on_whole` gets the file.
#[component]
pub fn ReadCodes(app: App, #[prop(into)] on_whole: Callback<Vec<u8>>) -> impl IntoView {
    let (words, of_packs) = (&app.text().backup().codes, app.text().packs());
    let is_scanning = RwSignal::new(false);
    let told = RwSignal::new(None::<String>);
    let scan = move |()| {
        is_scanning.set(true);
        told.set(Some(of_packs.scanning.to_owned()));
        let gathering = RefCell::new(Gathering::default());
        // Whether the camera is to look on.
        let take = move |text: String| {
            let said = match gathering.borrow_mut().take(&text) {
                Ok(Taken::Whole(file)) => {
                    let _ = on_whole.try_run(file);
                    return false;
                }
                Ok(Taken::Part(here, of)) => (words.here)(here, of),
                Err(NoPart::Newer) => app.text().backup().others.newer.to_owned(),
                Err(NoPart::Other | NoPart::Damaged) => words.wrong.to_owned(),
            };
            // The camera sees each code several times; said once is enough.
            if told.try_get_untracked().flatten().as_ref() != Some(&said) {
                let _ = told.try_set(Some(said));
            }
            true
        };
        request_animation_frame(move || {
            spawn_local(async move {
                match camera::scan_on(CAMERA, take).await {
                    // Stopped, and perhaps begun anew since.
                    Ok(false) => return,
                    Ok(true) => drop(told.try_set(None)),
                    Err(camera::NoCamera) => drop(told.try_set(Some(words.no_camera.to_owned()))),
                }
                let _ = is_scanning.try_set(false);
            });
        });
    };
    let stop = move |()| {
        is_scanning.set(false);
        told.set(None);
    };
    camera::can_scan().then(|| {
        view! {
            {live(move || if is_scanning.get() {
                view! {
                    <video class="camera" id=CAMERA playsinline=true muted=true></video>
                    <Button kind=ButtonKind::Quiet wide=true on_press=stop>
                        {of_packs.stop}
                    </Button>
                }
                .into_any()
            } else {
                view! {
                    <Button kind=ButtonKind::Quiet wide=true on_press=scan>
                        {words.read}
                    </Button>
                }
                .into_any()
            })}
            <p class="strong" role="status">{live(move || told.get())}</p>
        }
    })
}
