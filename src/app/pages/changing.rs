//! A setting that is saved as it is tapped, and what is said beside it when that did not work.

use domain::SettingsEdit;
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, RwSignal, show_let};

use crate::state::App;

/// One setting while it is being changed: what was tapped stays chosen until it is saved, or tried again.
#[derive(Clone, Copy)]
pub struct Changing {
    app: App,
    wanted: RwSignal<Option<SettingsEdit>>,
    failed: RwSignal<Option<SaveError>>,
}

impl Changing {
    /// Nothing is being changed.
    pub fn new(app: App) -> Self {
        Self { app, wanted: RwSignal::new(None), failed: RwSignal::new(None) }
    }

    /// Saves one choice.
    pub fn save(self, edit: SettingsEdit) {
        self.wanted.set(Some(edit));
        self.failed.set(None);
        spawn_local(async move {
            let answer = self.app.change_settings(edit).await;
            // A later tap has its own answer.
            if self.wanted.try_get_untracked().flatten() != Some(edit) {
                return;
            }
            match answer {
                Ok(_) => self.wanted.set(None),
                Err(why) => self.failed.set(Some(why)),
            }
        });
    }

    /// Settings as they are chosen on the screen, saved or not.
    pub fn shown<T>(self, read: impl Fn(&domain::Settings) -> T) -> T {
        let wanted = self.wanted.get();
        self.app.settings.with(|settings| match wanted {
            Some(edit) => read(&settings.apply(edit)),
            None => read(settings),
        })
    }
}

/// What to do when a choice was not saved; nothing otherwise.
#[component]
pub fn NotSaved(changing: Changing) -> impl IntoView {
    let app = changing.app;
    let again = move |()| {
        if let Some(edit) = changing.wanted.get_untracked() {
            changing.save(edit);
        }
    };
    view! {
        <div class="announce" role="alert">
            {show_let(changing.failed.into(), move |why| view! {
                <div class="flow flow--tight">
                    <p>{app.text().problems().saving(why)}</p>
                    <Button kind=ButtonKind::Quiet on_press=again>
                        {app.text().common().try_again}
                    </Button>
                </div>
            })}
        </div>
    }
}
