//! A note that saves itself: after the last key, when it is left, when the app is put away, and before an update. What could not be
//! saved stays in the field, and in memory when the page is left.

use std::rc::Rc;
use std::sync::Arc;

use domain::{Craving, CravingEdit, Note};
use engine::{RecordId, SaveError};
use futures_util::lock::Mutex;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Effect, Show, TextArea, derived};

use super::later::Later;
use super::own::limit;
use crate::pages::found::Here;
use crate::state::{App, SaveDraft};

/// Why what is in the field is not saved.
#[derive(Clone, Copy, PartialEq)]
enum Problem {
    TooLong,
    NotSaved(SaveError),
}

/// What is in the field. It outlives its page, so that what is being saved when the page is left is still saved.
#[derive(Clone)]
struct Draft {
    app: App,
    id: RecordId,
    text: ArcRwSignal<String>,
    /// The text that is safe.
    saved: ArcRwSignal<String>,
    problem: ArcRwSignal<Option<Problem>>,
    /// One saving at a time, so that the last one has the last word.
    turn: Arc<Mutex<()>>,
}

impl Draft {
    fn open(here: Here) -> Self {
        let Here { app, id, craving, .. } = here;
        let saved = craving.with_untracked(written);
        let kept = app.unsaved_note.try_update_value(|kept| kept.take_if(|(kept_id, _)| *kept_id == id)).flatten();
        let text = kept.map_or_else(|| saved.clone(), |(_, text)| text);
        Self {
            app,
            id,
            text: ArcRwSignal::new(text),
            saved: ArcRwSignal::new(saved),
            problem: ArcRwSignal::new(None),
            turn: Arc::new(Mutex::new(())),
        }
    }

    fn is_safe(&self) -> bool {
        *self.text.read_untracked() == *self.saved.read_untracked()
    }

    /// Saves what is in the field; true when it is safe.
    async fn save(self) -> bool {
        let _turn = self.turn.lock().await;
        let text = self.text.get_untracked();
        if self.is_safe() {
            self.problem.set(None);
            return true;
        }
        let Ok(note) = Note::optional(&text) else {
            self.problem.set(Some(Problem::TooLong));
            return false;
        };
        let answer = self.app.edit_craving(self.id, CravingEdit::SetNote(note)).await;
        let is_safe = answer.is_ok();
        if is_safe {
            self.saved.set(text);
        }
        self.problem.set(answer.err().map(Problem::NotSaved));
        is_safe
    }

    /// Saves without waiting for it.
    fn save_now(&self) {
        spawn_local({
            let draft = self.clone();
            async move {
                draft.save().await;
            }
        });
    }

    /// The page is left. What cannot be saved is kept in memory, and the person is told.
    fn leave(self) {
        if self.is_safe() {
            return;
        }
        spawn_local(async move {
            let (app, id, text) = (self.app, self.id, self.text.clone());
            if !self.save().await {
                app.unsaved_note.set_value(Some((id, text.get_untracked())));
                app.tell(app.text().craving().note_kept.to_owned(), None);
            }
        });
    }
}

fn written(craving: &Craving) -> String {
    craving.note().map_or_else(String::new, |note| note.as_str().to_owned())
}

/// Room for own words.
#[component]
pub fn NoteField(here: Here) -> impl IntoView {
    let app = here.app;
    let draft = Draft::open(here);
    keep_safe(app, &draft);
    let later = Later::new();
    let (text, problem) = (RwSignal::from(draft.text.clone()), RwSignal::from(draft.problem.clone()));
    let typed = {
        let draft = draft.clone();
        move |words: String| {
            draft.text.set(words);
            let draft = draft.clone();
            later.after_rest(move || draft.save_now());
        }
    };
    let save_now = move || {
        later.cancel();
        draft.save_now();
    };
    let again = save_now.clone();
    let sentence = move || match problem.get()? {
        Problem::TooLong => Some(app.text().craving().note_too_long.to_owned()),
        Problem::NotSaved(why) => Some(app.text().problems().saving(why).to_owned()),
    };
    view! {
        <div class="card">
            <TextArea
                id="note"
                label=app.text().craving().note.to_owned()
                hint=Some(app.text().craving().note_hint.to_owned())
                value=derived(move || text.get())
                error=derived(sentence)
                limit=limit(app, Note::LIMIT)
                on_input=typed
                on_commit=move |_| save_now()
            />
            <Show when=move || matches!(problem.get(), Some(Problem::NotSaved(_)))>
                <TryAgain app=app on_press=again.clone() />
            </Show>
        </div>
    }
}

#[component]
fn TryAgain(app: App, on_press: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    view! {
        <div>
            <Button kind=ButtonKind::Quiet on_press=move |()| on_press()>
                {app.text().common().try_again}
            </Button>
        </div>
    }
}

/// Every way in which a page can end: an update, another app in front, another page.
fn keep_safe(app: App, draft: &Draft) {
    if !draft.is_safe() {
        draft.save_now();
    }
    let for_update = draft.clone();
    let save: SaveDraft = Rc::new(move || Box::pin(for_update.clone().save()));
    app.draft.set_value(Some(save));
    let put_away = draft.clone();
    Effect::new(move |before: Option<()>| {
        app.woken.track();
        if before.is_some() {
            put_away.save_now();
        }
    });
    let left = draft.clone();
    on_cleanup(move || left.leave());
}
