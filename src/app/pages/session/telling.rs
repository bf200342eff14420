//! One part of a session's page that saves what is tapped at once, and says so beside it when that did not work.

use domain::VisitEdit;
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, Glyph, Icon, RwSignal, Signal, derived, live, show_let};

use super::Here;
use crate::state::App;

/// Saves the changes of one part. The last one that failed is kept, so that it can be tried again.
#[derive(Clone, Copy)]
pub struct Telling {
    here: Here,
    failed: RwSignal<Option<(VisitEdit, WeekError)>>,
}

impl Telling {
    pub fn new(here: Here) -> Self {
        Self { here, failed: RwSignal::new(None) }
    }

    /// Saves one change and goes on.
    pub fn tell(self, edit: VisitEdit) {
        spawn_local(async move {
            self.told(edit).await;
        });
    }

    /// Saves one change; true when it is safe. The page may be gone by then.
    pub async fn told(self, edit: VisitEdit) -> bool {
        let Some(occasion) = self.here.occasion.try_get_untracked() else { return false };
        let answer = self.here.app.tell_about(&occasion.occurrence, edit.clone()).await;
        let is_safe = answer.is_ok();
        let _ = self.failed.try_set(answer.err().map(|why| (edit, why)));
        is_safe
    }

    fn again(self) {
        if let Some((edit, _)) = self.failed.get_untracked() {
            self.tell(edit);
        }
    }
}

/// The sentence beside what was not saved, with a way to try again.
#[component]
pub fn NotTold(telling: Telling) -> impl IntoView {
    let why = derived(move || telling.failed.with(|failed| failed.as_ref().map(|(_, why)| *why)));
    view! { <NotSaved app=telling.here.app why=why on_again=move |()| telling.again() /> }
}

/// What is said when something about a session was not saved. Trying again is only offered where it can help.
#[component]
pub fn NotSaved(
    app: App,
    #[prop(into)] why: Signal<Option<WeekError>>,
    #[prop(into)] on_again: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="announce flow flow--tight" aria-live="polite">
            {show_let(why, move |why| {
                let can_help = matches!(why, WeekError::Save(why) if why != engine::SaveError::Gone);
                view! {
                    <p class="field__error">
                        <Glyph icon=Icon::Info />
                        <span>{live(move || app.text().week().not_saved(why, app.text()))}</span>
                    </p>
                    {can_help
                        .then(|| {
                            view! {
                                <div>
                                    <Button kind=ButtonKind::Quiet on_press=on_again>
                                        {app.text().common().try_again}
                                    </Button>
                                </div>
                            }
                        })}
                }
            })}
        </div>
    }
}
