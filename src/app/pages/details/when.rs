//! When it was and how strong: what was saved with the first tap, and can be put right.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use domain::{CravingEdit, EditError, Intensity, Moment, from_field, to_field};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{FieldKind, RwSignal, ScaleChoice, Signal, TextField, derived};

use super::later::Later;
use crate::browser::clock;
use crate::pages::found::Here;
use crate::pages::saving::{NotSaved, Problem, Saving};
use crate::state::App;

/// How strong it was.
#[component]
pub fn HowStrong(here: Here) -> impl IntoView {
    let Here { app, id, craving, .. } = here;
    let saving = Saving::new(app, id);
    let choose = move |step: u8| {
        if let Ok(intensity) = Intensity::new(step) {
            saving.save(CravingEdit::SetIntensity(intensity));
        }
    };
    view! {
        <div class="card">
            <ScaleChoice
                name="how-strong"
                legend=app.text().craving().how_strong.to_owned()
                low=app.text().common().none_at_all.to_owned()
                high=app.text().common().strongest.to_owned()
                step_label=move |step| (app.text().common().craving_of_ten)(step)
                value=derived(move || Some(craving.with(|craving| craving.intensity().value())))
                on_choose=choose
            />
            <NotSaved app=app saving=saving />
        </div>
    }
}

/// Saves a time, or says why it did not.
pub type SaveMoment = Rc<dyn Fn(Moment) -> Pin<Box<dyn Future<Output = Result<(), SaveError>>>>>;

/// When the craving was.
#[component]
pub fn When(here: Here) -> impl IntoView {
    let Here { app, id, craving, .. } = here;
    let save: SaveMoment = Rc::new(move |at| {
        Box::pin(async move { app.edit_craving(id, CravingEdit::SetOccurredAt(at)).await.map(|_| ()) })
    });
    view! { <WhenField app=app at=derived(move || craving.with(|craving| Some(craving.occurred_at().clone()))) save=save /> }
}

/// When something was; empty while only the day is known. A time that cannot be stays in the field with the reason beside it.
#[component]
pub fn WhenField(app: App, at: Signal<Option<Moment>>, save: SaveMoment) -> impl IntoView {
    let written = move || at.try_with_untracked(|at| at.as_ref().map_or_else(String::new, |at| to_field(at.civil())));
    let field = Field {
        text: RwSignal::new(written().unwrap_or_default()),
        why: RwSignal::new(None),
        save: StoredValue::new_local(save),
    };
    let Field { text, why, .. } = field;
    let later = Later::new();
    let save = move || {
        later.cancel();
        field.save_unless(written());
    };
    let typed = move |words: String| {
        // The browser says nothing while a part of the time is still empty; putting that back would undo what is being typed.
        if !words.is_empty() && text.get_untracked() != words {
            text.set(words);
            later.after_rest(save);
        }
    };
    // The page may be left with the last change a moment old.
    on_cleanup(move || field.save_unless(written()));
    let is_about_time = move || matches!(why.get(), Some(SaveError::Edit(_)));
    let sentence =
        move || why.get().filter(|_| is_about_time()).map(|why| app.text().problems().saving(why).to_owned());
    let latest = clock::now().day().and_hms_opt(23, 59, 0).map(to_field);
    view! {
        <div class="card">
            <TextField
                id="when"
                kind=FieldKind::Moment
                label=app.text().craving().when.to_owned()
                value=text
                error=derived(sentence)
                max=latest
                on_input=typed
                on_commit=move |_| save()
            />
            <Problem app=app why=derived(move || why.get().filter(|_| !is_about_time())) on_again=move |()| save() />
        </div>
    }
}

/// What is in the field, and how it is saved.
#[derive(Clone, Copy)]
struct Field {
    text: RwSignal<String>,
    why: RwSignal<Option<SaveError>>,
    save: StoredValue<SaveMoment, LocalStorage>,
}

impl Field {
    /// Saves the time in the field, unless it is the one that is saved.
    fn save_unless(self, saved: Option<String>) {
        let Some(words) = self.text.try_get_untracked() else { return };
        if saved.is_none_or(|saved| saved == words) {
            let _ = self.why.try_set(None);
            return;
        }
        let (Some(civil), Some(save)) = (from_field(&words), self.save.try_get_value()) else { return };
        match clock::said_at(civil) {
            Err(error) => {
                let _ = self.why.try_set(Some(SaveError::Edit(EditError::When(error))));
            }
            Ok(moment) => spawn_local(async move {
                let answer = save(moment).await;
                let _ = self.why.try_set(answer.err());
            }),
        }
    }
}
