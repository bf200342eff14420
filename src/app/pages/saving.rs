//! One part of a screen that saves what is chosen at once, and says so beside it when that did not work.

use domain::CravingEdit;
use engine::{RecordId, SaveError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, Glyph, Icon, RwSignal, Show, Signal, derived, live, show_let};

use crate::state::App;

/// Saves the changes of one part of a screen. The last one that failed is kept, so that it can be tried again.
#[derive(Clone, Copy)]
pub struct Saving {
    app: App,
    id: RecordId,
    failed: RwSignal<Option<(CravingEdit, SaveError)>>,
}

impl Saving {
    /// For one part of the screen of this craving.
    pub fn new(app: App, id: RecordId) -> Self {
        Self { app, id, failed: RwSignal::new(None) }
    }

    /// Saves one change and goes on.
    pub fn save(self, edit: CravingEdit) {
        spawn_local(async move {
            self.saved(edit).await;
        });
    }

    /// Saves one change; true when it is safe. The page may be gone by then.
    pub async fn saved(self, edit: CravingEdit) -> bool {
        let answer = self.app.edit_craving(self.id, edit.clone()).await;
        let is_safe = answer.is_ok();
        let _ = self.failed.try_set(answer.err().map(|why| (edit, why)));
        is_safe
    }

    /// Why the last change was not saved.
    pub fn why(self) -> Option<SaveError> {
        self.failed.with(|failed| failed.as_ref().map(|(_, why)| *why))
    }

    fn try_again(self) {
        if let Some((edit, _)) = self.failed.get_untracked() {
            self.save(edit);
        }
    }
}

/// The sentence beside what was not saved, with a way to try again.
#[component]
pub fn NotSaved(app: App, saving: Saving) -> impl IntoView {
    view! { <Problem app=app why=derived(move || saving.why()) on_again=move |()| saving.try_again() /> }
}

/// What is said when something was not saved. Trying again is only offered where it can help.
#[component]
pub fn Problem(
    app: App,
    #[prop(into)] why: Signal<Option<SaveError>>,
    #[prop(into)] on_again: Callback<()>,
) -> impl IntoView {
    let can_help = move || match why.get() {
        Some(SaveError::Store(_) | SaveError::Busy | SaveError::Sealing) => true,
        Some(SaveError::Gone | SaveError::Edit(_)) | None => false,
    };
    // The live region is there before its sentence, or the sentence would not be read out.
    view! {
        <div class="announce flow flow--tight" aria-live="polite">
            {show_let(why, move |why| view! {
                <p class="field__error">
                    <Glyph icon=Icon::Info />
                    <span>{live(move || app.text().problems().saving(why))}</span>
                </p>
            })}
            <Show when=can_help>
                <div>
                    <Button kind=ButtonKind::Quiet on_press=on_again>
                        {app.text().common().try_again}
                    </Button>
                </div>
            </Show>
        </div>
    }
}
