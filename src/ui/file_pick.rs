//! A file to hand over: chosen in the phone's own way, or dropped on it from a desk.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys};

use crate::callback::Callback;
use crate::derived::Signal;
use crate::icon::{Glyph, Icon};
use crate::signals::RwSignal;

/// A button that asks for a file, and a place to drop one.
#[component]
pub fn FilePick(
    /// Stable id of the input; the hint's id derives from it.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] hint: Signal<String>,
    icon: Icon,
    /// Endings and types that are offered first (`accept` of HTML).
    accept: &'static str,
    /// Several may be handed over at once; each is told by itself.
    #[prop(optional)]
    many: bool,
    /// May be chosen again; whatever it is, it was not looked at.
    #[prop(into)]
    on_pick: Callback<web_sys::File>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let is_over = RwSignal::new(false);
    let chosen = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
            return;
        };
        let files = each(input.files(), many);
        // The same file again is a choice too.
        input.set_value("");
        files.into_iter().for_each(|file| on_pick.run(file));
    };
    let drag = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let dropped = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let files = event.data_transfer().and_then(|given| given.files());
        each(files, many).into_iter().for_each(|file| on_pick.run(file));
    };
    view! {
        <div
            class="file-pick"
            class:file-pick--over=move || is_over.get()
            on:dragover=drag
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <label class="button button--main button--wide file-pick__label">
                <input
                    type="file"
                    class="file-pick__input"
                    id=id
                    accept=accept
                    multiple=many
                    aria-describedby=hint_id.clone()
                    on:change=chosen
                />
                <Glyph icon />
                <span>{label}</span>
            </label>
            <p class="quiet small" id=hint_id>
                {hint}
            </p>
        </div>
    }
}

/// The files of a list: all of them, or only the first.
fn each(list: Option<web_sys::FileList>, many: bool) -> Vec<web_sys::File> {
    let count = list.as_ref().map_or(0, web_sys::FileList::length);
    let wanted = if many { count } else { count.min(1) };
    (0..wanted).filter_map(|place| list.as_ref().and_then(|list| list.get(place))).collect()
}
