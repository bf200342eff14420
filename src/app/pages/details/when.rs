//! When it was and how strong: what was saved with the first tap, and can be put right.

use domain::{Craving, CravingEdit, EditError, Intensity, from_field, to_field};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{FieldKind, RwSignal, ScaleChoice, TextField, derived};

use super::later::Later;
use crate::browser::clock;
use crate::pages::found::Here;
use crate::pages::saving::{NotSaved, Problem, Saving};

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

fn written(craving: &Craving) -> String {
    to_field(craving.occurred_at().civil())
}

/// When it was. A time that cannot be stays in the field with the reason beside it.
#[component]
pub fn When(here: Here) -> impl IntoView {
    let Here { app, craving, .. } = here;
    let text = RwSignal::new(craving.with_untracked(written));
    let why = RwSignal::new(None::<SaveError>);
    let later = Later::new();
    let save = move || {
        later.cancel();
        save_time(here, text, why);
    };
    let typed = move |words: String| {
        // The browser says nothing while a part of the time is still empty; putting that back would undo what is being typed.
        if !words.is_empty() && text.get_untracked() != words {
            text.set(words);
            later.after_rest(save);
        }
    };
    // The page may be left with the last change a moment old.
    on_cleanup(move || save_time(here, text, why));
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

/// Saves the time in the field, unless it is the one that is saved.
fn save_time(here: Here, text: RwSignal<String>, why: RwSignal<Option<SaveError>>) {
    let Some(words) = text.try_get_untracked() else { return };
    if here.craving.try_with_untracked(written).is_none_or(|saved| saved == words) {
        let _ = why.try_set(None);
        return;
    }
    let Some(civil) = from_field(&words) else { return };
    match clock::said_at(civil) {
        Err(error) => {
            let _ = why.try_set(Some(SaveError::Edit(EditError::When(error))));
        }
        Ok(moment) => spawn_local(async move {
            let answer = here.app.edit_craving(here.id, CravingEdit::SetOccurredAt(moment)).await;
            let _ = why.try_set(answer.err());
        }),
    }
}
