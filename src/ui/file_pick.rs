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
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            // The same file again is a choice too.
            input.set_value("");
            on_pick.run(file);
        }
    };
    let drag = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let dropped = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let file = event.data_transfer().and_then(|given| given.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            on_pick.run(file);
        }
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
