//! Own words about a session that save themselves: after the last key, when they are left, when the app is put away, and before an
//! update. What could not be saved stays in the field, and in memory when the page is left.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use domain::week::Occasion;
use domain::{Note, Prompt, Visit, VisitEdit};
use engine::WeekError;
use futures_util::lock::Mutex;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Effect, Signal, TextArea, derived};

use super::Here;
use super::telling::NotSaved;
use crate::pages::details::later::Later;
use crate::pages::details::own::limit;
use crate::routes::SessionKey;
use crate::state::{App, SaveDraft};

/// Which words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Prompt(Prompt),
    Takeaway,
}

impl Field {
    const ALL: [Field; 4] =
        [Field::Prompt(Prompt::Hard), Field::Prompt(Prompt::Tried), Field::Prompt(Prompt::TalkAbout), Field::Takeaway];

    fn id(self) -> &'static str {
        match self {
            Field::Prompt(Prompt::Hard) => "prepare-hard",
            Field::Prompt(Prompt::Tried) => "prepare-tried",
            Field::Prompt(Prompt::TalkAbout) => "prepare-talk",
            Field::Takeaway => "takeaway",
        }
    }

    fn label(self, app: App) -> String {
        match self {
            Field::Prompt(prompt) => (app.text().week().prompt)(prompt).to_owned(),
            Field::Takeaway => app.text().week().takeaway.to_owned(),
        }
    }

    fn edit(self, words: Option<Note>) -> VisitEdit {
        match self {
            Field::Prompt(prompt) => VisitEdit::Prepare(prompt, words),
            Field::Takeaway => VisitEdit::SetTakeaway(words),
        }
    }

    fn written(self, occasion: &Occasion) -> String {
        let words = |visit: &Visit| match self {
            Field::Prompt(prompt) => visit.prepared(prompt).map(|note| note.as_str().to_owned()),
            Field::Takeaway => visit.takeaway().map(|note| note.as_str().to_owned()),
        };
        occasion.visit.as_ref().and_then(words).unwrap_or_default()
    }
}

/// Why what is in a field is not saved.
#[derive(Clone, Copy, PartialEq)]
enum Problem {
    TooLong,
    NotSaved(WeekError),
}

/// What is in one field. It outlives its page, so that what is being saved when the page is left is still saved.
#[derive(Clone)]
struct Draft {
    app: App,
    key: SessionKey,
    field: Field,
    /// The session as it is now, and as it was when the page was opened, for saving after it is left.
    latest: Signal<Occasion>,
    opened: Occasion,
    text: ArcRwSignal<String>,
    /// The text that is safe.
    saved: ArcRwSignal<String>,
    problem: ArcRwSignal<Option<Problem>>,
    /// One saving at a time, so that the last one has the last word.
    turn: Arc<Mutex<()>>,
}

thread_local! {
    /// What could not be saved before its page was left: still there when the session is opened again.
    static UNSAVED: RefCell<Vec<(SessionKey, Field, String)>> = const { RefCell::new(Vec::new()) };
}

impl Draft {
    fn open(here: Here, field: Field) -> Self {
        let Here { app, key, occasion, .. } = here;
        let (latest, opened) = (occasion, occasion.get_untracked());
        let saved = field.written(&opened);
        let kept = UNSAVED.with_borrow_mut(|unsaved| {
            let place = unsaved.iter().position(|(there, which, _)| (*there, *which) == (key, field))?;
            Some(unsaved.swap_remove(place).2)
        });
        Self {
            app,
            key,
            field,
            latest,
            opened,
            text: ArcRwSignal::new(kept.unwrap_or_else(|| saved.clone())),
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
        let Ok(words) = Note::optional(&text) else {
            self.problem.set(Some(Problem::TooLong));
            return false;
        };
        let occasion = self.latest.try_get_untracked().unwrap_or_else(|| self.opened.clone());
        let answer = self.app.write_about(&occasion.occurrence, self.field.edit(words)).await;
        let is_safe = answer.is_ok();
        if is_safe {
            self.saved.set(text);
        }
        self.problem.set(answer.err().map(Problem::NotSaved));
        is_safe
    }

    /// Saves without waiting for it.
    fn save_now(&self) {
        if !self.is_safe() {
            let draft = self.clone();
            spawn_local(async move {
                draft.save().await;
            });
        }
    }

    /// The page is left. What cannot be saved is kept in memory, and the person is told.
    fn leave(self) {
        if self.is_safe() {
            return;
        }
        spawn_local(async move {
            let (app, kept) = (self.app, (self.key, self.field, self.text.get_untracked()));
            if !self.save().await {
                UNSAVED.with_borrow_mut(|unsaved| unsaved.push(kept));
                app.tell(app.text().week().words_kept.to_owned(), None);
            }
        });
    }
}

/// All the words of one session's page.
#[derive(Clone, Copy)]
pub struct KeptWords(StoredValue<Vec<Draft>>);

impl KeptWords {
    /// For as long as the page is shown; every way in which it can end is taken care of: an update, another app in front, another page.
    pub fn open(here: Here) -> Self {
        let drafts: Vec<Draft> = Field::ALL.into_iter().map(|field| Draft::open(here, field)).collect();
        for draft in &drafts {
            draft.save_now();
        }
        let for_update = drafts.clone();
        let save: SaveDraft = Rc::new(move || {
            let drafts = for_update.clone();
            Box::pin(async move {
                let mut is_safe = true;
                for draft in drafts {
                    is_safe &= draft.save().await;
                }
                is_safe
            })
        });
        here.app.draft.set_value(Some(save));
        let put_away = drafts.clone();
        Effect::new(move |before: Option<()>| {
            here.app.woken.track();
            if before.is_some() {
                put_away.iter().for_each(Draft::save_now);
            }
        });
        let left = drafts.clone();
        on_cleanup(move || left.into_iter().for_each(Draft::leave));
        Self(StoredValue::new(drafts))
    }
}

/// Room for the words of one field.
#[component]
pub fn WordsField(here: Here, kept: KeptWords, field: Field) -> impl IntoView {
    let draft = kept.0.with_value(|drafts| drafts.iter().find(|draft| draft.field == field).cloned());
    draft.map(|draft| drawn(here.app, draft))
}

fn drawn(app: App, draft: Draft) -> AnyView {
    let later = Later::new();
    let field = draft.field;
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
    let too_long =
        move || (problem.get() == Some(Problem::TooLong)).then(|| app.text().craving().note_too_long.to_owned());
    let why = move || match problem.get() {
        Some(Problem::NotSaved(why)) => Some(why),
        Some(Problem::TooLong) | None => None,
    };
    view! {
        <TextArea
            id=field.id()
            label=field.label(app)
            value=derived(move || text.get())
            error=derived(too_long)
            limit=limit(app, Note::LIMIT)
            rows=2
            on_input=typed
            on_commit=move |_| save_now()
        />
        <NotSaved app=app why=derived(why) on_again=move |()| again() />
    }
    .into_any()
}
