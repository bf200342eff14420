//! Own words that save themselves: after the last key, when they are left, when the app is put away, and before an update. What could not
//! be saved stays in its field, and in memory when the page is left.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use domain::Note;
use futures_util::lock::Mutex;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Effect, Show, TextArea, derived};

use super::details::later::Later;
use super::details::own::limit;
use crate::state::{App, SaveDraft};

/// Saves words, or that there are none any more; otherwise says why it did not.
pub type SaveWords = Rc<dyn Fn(Option<Note>) -> Pin<Box<dyn Future<Output = Result<(), &'static str>>>>>;

/// One field of a page.
pub struct Field {
    /// Its id in the page, unique there.
    pub id: &'static str,
    pub label: &'static str,
    pub hint: Option<&'static str>,
    /// Lines shown while it is empty.
    pub rows: u32,
    /// What is saved now.
    pub written: String,
    pub save: SaveWords,
}

/// Why what is in a field is not saved.
#[derive(Clone, Copy, PartialEq)]
enum Problem {
    TooLong,
    NotSaved(&'static str),
}

/// What is in one field. It outlives its page, so that what is being saved when the page is left is still saved.
#[derive(Clone)]
struct Draft {
    app: App,
    /// Of what it is, and which field: unsaved words are found again by it.
    name: String,
    /// Said when the page was left with words that could not be saved.
    kept: &'static str,
    text: ArcRwSignal<String>,
    /// The text that is safe.
    saved: ArcRwSignal<String>,
    problem: ArcRwSignal<Option<Problem>>,
    save: SaveWords,
    /// One saving at a time, so that the last one has the last word.
    turn: Arc<Mutex<()>>,
}

thread_local! {
    /// What could not be saved before its page was left: still there when that page is opened again.
    static UNSAVED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

impl Draft {
    fn open(app: App, of: &str, kept: &'static str, field: &Field) -> Self {
        let name = format!("{of} {}", field.id);
        let unsaved = UNSAVED.with_borrow_mut(|unsaved| {
            let place = unsaved.iter().position(|(there, _)| *there == name)?;
            Some(unsaved.swap_remove(place).1)
        });
        Self {
            app,
            name,
            kept,
            text: ArcRwSignal::new(unsaved.unwrap_or_else(|| field.written.clone())),
            saved: ArcRwSignal::new(field.written.clone()),
            problem: ArcRwSignal::new(None),
            save: Rc::clone(&field.save),
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
        let answer = (self.save)(words).await;
        let is_safe = answer.is_ok();
        if is_safe {
            self.saved.set(text);
        }
        self.problem.set(answer.err().map(Problem::NotSaved));
        is_safe
    }

    /// Saves without waiting for it.
    fn save_now(&self) {
        let draft = self.clone();
        spawn_local(async move {
            draft.save().await;
        });
    }

    /// The page is left. What cannot be saved is kept in memory, and the person is told.
    fn leave(self) {
        if self.is_safe() {
            return;
        }
        spawn_local(async move {
            let (app, kept) = (self.app, self.kept);
            let words = (self.name.clone(), self.text.get_untracked());
            if !self.save().await {
                UNSAVED.with_borrow_mut(|unsaved| unsaved.push(words));
                app.tell(kept.to_owned(), None);
            }
        });
    }
}

/// All the words of one page.
#[derive(Clone, Copy)]
pub struct Writing(StoredValue<Vec<(Field, Draft)>, LocalStorage>);

impl Writing {
    /// For as long as the page is shown; every way in which it can end is taken care of: an update, another app in front, another page.
    /// `of` names what is written about, and `kept` is said when the page is left with words that could not be saved.
    pub fn open(app: App, of: &str, kept: &'static str, fields: Vec<Field>) -> Self {
        let fields: Vec<(Field, Draft)> = fields
            .into_iter()
            .map(|field| {
                let draft = Draft::open(app, of, kept, &field);
                (field, draft)
            })
            .collect();
        let drafts: Rc<[Draft]> = fields.iter().map(|(_, draft)| draft.clone()).collect();
        let save_all = |drafts: &[Draft]| {
            drafts.iter().filter(|draft| !draft.is_safe()).for_each(Draft::save_now);
        };
        save_all(&drafts);
        let for_update = Rc::clone(&drafts);
        let save: SaveDraft = Rc::new(move || {
            let drafts = Rc::clone(&for_update);
            Box::pin(async move {
                let mut is_safe = true;
                for draft in drafts.iter() {
                    is_safe &= draft.clone().save().await;
                }
                is_safe
            })
        });
        app.draft.set_value(Some(save));
        let put_away = Rc::clone(&drafts);
        Effect::new(move |before: Option<()>| {
            app.woken.track();
            if before.is_some() {
                save_all(&put_away);
            }
        });
        let left = StoredValue::new_local(drafts);
        on_cleanup(move || {
            if let Some(drafts) = left.try_get_value() {
                drafts.iter().cloned().for_each(Draft::leave);
            }
        });
        Self(StoredValue::new_local(fields))
    }

    /// Room for the words of one field.
    pub fn field(self, id: &str) -> Option<AnyView> {
        self.0.with_value(|fields| {
            fields.iter().find(|(field, _)| field.id == id).map(|(field, draft)| drawn(field, draft.clone()))
        })
    }
}

fn drawn(field: &Field, draft: Draft) -> AnyView {
    let app = draft.app;
    let later = Later::new();
    let (text, problem) = (RwSignal::from(draft.text.clone()), RwSignal::from(draft.problem.clone()));
    let draft = StoredValue::new_local(draft);
    let save = move || {
        // What is left with its page was saved by it.
        let _ = draft.try_with_value(Draft::save_now);
    };
    let save_now = move || {
        later.cancel();
        save();
    };
    let typed = move |words: String| {
        text.set(words);
        later.after_rest(save);
    };
    let sentence = move || match problem.get()? {
        Problem::TooLong => Some(app.text().craving().note_too_long.to_owned()),
        Problem::NotSaved(why) => Some(why.to_owned()),
    };
    view! {
        <TextArea
            id=field.id
            label=field.label.to_owned()
            hint=field.hint.map(str::to_owned)
            value=derived(move || text.get())
            error=derived(sentence)
            limit=limit(app, Note::LIMIT)
            rows=field.rows
            on_input=typed
            on_commit=move |_| save_now()
        />
        <Show when=move || matches!(problem.get(), Some(Problem::NotSaved(_)))>
            <div>
                <Button kind=ButtonKind::Quiet on_press=move |()| save_now()>
                    {app.text().common().try_again}
                </Button>
            </div>
        </Show>
    }
    .into_any()
}
