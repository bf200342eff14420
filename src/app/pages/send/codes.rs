//! The page as codes, for the camera of whom it is for: one after the other, by tap, so that nothing moves while a camera looks.

use codes::Code;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Callback, RwSignal, derived, live};

use crate::state::App;

/// `texts` are the codes in order. `on_read`: the other side has them all.
#[component]
pub fn Codes(app: App, texts: Vec<String>, #[prop(into)] on_read: Callback<()>) -> impl IntoView {
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
            <p>{words.hint}</p>
            {live(picture)}
            <p class="strong" id="code-told" role="status">{derived(told)}</p>
            {(count > 1).then(|| view! {
                <Button wide=true on_press=move |()| at.update(|at| *at = at.saturating_add(1).checked_rem(count).unwrap_or(0))>
                    {words.next}
                </Button>
            })}
            <Button kind=ButtonKind::Quiet wide=true on_press=on_read>
                {words.read}
            </Button>
        </div>
    }
}
