//! A sheet over the page: the browser's own dialog, which keeps focus inside and gives it back to where it was.

use leptos::{html, prelude::*, web_sys};

use crate::callback::Callback;
use crate::derived::Signal;
use crate::effect::Effect;
use crate::icon::{Glyph, Icon};
use crate::live::Show;

/// A modal sheet, from below on a phone. Its children exist only while it is open.
///
/// Escape, a tap beside it and the close button all end in `on_close`, after which `open` must be false.
#[component]
pub fn Sheet(
    /// Stable id; the heading's id derives from it.
    #[prop(into)]
    id: String,
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] heading: Signal<String>,
    /// The name of the close button.
    #[prop(into)]
    close: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
    /// Where help is, and what it is called: a sheet lies over the bar that leads there.
    help: (String, &'static str),
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let children = StoredValue::new(children);
    let heading_id = StoredValue::new(format!("{id}-heading"));
    let help = StoredValue::new(help);

    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // Fails only for a dialog that is not in the page; then there is nothing to show it over.
            (true, false) => _ = dialog.show_modal(),
            (false, true) => dialog.close(),
            (true, true) | (false, false) => {}
        }
    });

    // A press that began inside and slipped out (selecting text) must not close the sheet; one that began outside may,
    // and only at its end, or the tap would fall through to what lies beneath.
    let began_beside = StoredValue::new(false);
    let is_beside = move |target: Option<web_sys::EventTarget>| {
        let dialog = dialog.get_untracked().map(web_sys::EventTarget::from);
        target.is_some() && target == dialog
    };
    let end_press = move |event: web_sys::MouseEvent| {
        if began_beside.get_value() && is_beside(event.target()) {
            on_close.run(());
        }
        began_beside.set_value(false);
    };
    // Escape and the phone's back gesture close the dialog themselves and then tell us.
    let closed = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };

    view! {
        <dialog
            node_ref=dialog
            id=id
            class="sheet"
            aria-labelledby=heading_id.get_value()
            on:close=closed
            on:pointerdown=move |event| began_beside.set_value(is_beside(event.target()))
            on:click=end_press
        >
            <Show when=move || open.get()>
                <div class="sheet__body">
                    <div class="sheet__top">
                        <h2 class="sheet__heading" id=heading_id.get_value()>
                            {heading}
                        </h2>
                        <button
                            type="button"
                            class="sheet__close"
                            aria-label=close
                            on:click=move |_| on_close.run(())
                        >
                            <Glyph icon=Icon::Close />
                        </button>
                    </div>
                    {children.with_value(|children| children())}
                    <a class="sheet__help" href=help.with_value(|(href, _)| href.clone())>
                        <Glyph icon=Icon::Help />
                        <span>{help.with_value(|(_, words)| *words)}</span>
                    </a>
                </div>
            </Show>
        </dialog>
    }
}
