//! One line about somebody, saved when it is left; what a whole form refuses, and why.

use domain::{ContactError, Label, Line, PersonEdit, PhoneNumber, WordsError};
use engine::PeopleError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, Callback, Effect, Glyph, Icon, Memo, RwSignal, Show, Signal, TextField, derived, live, show_let,
};

use super::person::Here;
use crate::state::App;

/// What a left field means: a change, or why it cannot be.
pub type Meaning = Result<PersonEdit, &'static str>;

/// A name; an empty one is no name.
pub fn name(app: App, words: &str) -> Result<Label, &'static str> {
    let text = app.text().people();
    Label::new(words).map_err(|why| match why {
        WordsError::Empty => text.no_name,
        WordsError::TooLong { .. } => text.too_long,
    })
}

/// A line that may be empty.
pub fn line(app: App, words: &str) -> Result<Option<Line>, &'static str> {
    match Line::new(words) {
        Ok(line) => Ok(Some(line)),
        Err(WordsError::Empty) => Ok(None),
        Err(WordsError::TooLong { .. }) => Err(app.text().people().too_long),
    }
}

/// A number, as it was typed.
pub fn number(app: App, words: &str) -> Result<PhoneNumber, &'static str> {
    PhoneNumber::new(words).map_err(|why| refused(app, why))
}

pub fn refused(app: App, why: ContactError) -> &'static str {
    match why {
        ContactError::NoLink => app.text().people().no_such_link,
        ContactError::NoNumber => app.text().people().no_such_number,
    }
}

/// A line of somebody's page. What could not be saved stays in it, with a way to try again.
#[component]
pub fn Field(
    here: Here,
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    saved: Signal<String>,
    meaning: Callback<String, Meaning>,
) -> impl IntoView {
    let text = RwSignal::new(saved.get_untracked());
    let why = RwSignal::new(None::<&'static str>);
    let failed = RwSignal::new(None::<PeopleError>);
    let latest = Memo::new(move |_| saved.get());
    // What is saved may change under the field: an undo, another tab.
    Effect::new(move |before: Option<()>| {
        let now = latest.get();
        if before.is_some() {
            text.set(now);
            why.set(None);
            failed.set(None);
        }
    });
    let save = move |words: String| {
        why.set(None);
        failed.set(None);
        if words == latest.get_untracked() {
            return;
        }
        match meaning.run(words) {
            Ok(edit) => spawn_local(async move {
                let answer = here.app.edit_person(here.id, edit).await;
                let _ = failed.try_set(answer.err());
            }),
            Err(sentence) => why.set(Some(sentence)),
        }
    };
    view! {
        <div class="flow flow--tight">
            <TextField
                id=id
                label=label.to_owned()
                hint=hint.map(str::to_owned)
                value=text
                error=derived(move || why.get().map(str::to_owned))
                on_input=move |words| text.set(words)
                on_commit=save
            />
            <NotSaved app=here.app why=failed on_again=move |()| save(text.get_untracked()) />
        </div>
    }
}

/// The sentence beside what was not saved, with a way to try again where that can help.
#[component]
pub fn NotSaved(
    app: App,
    #[prop(into)] why: Signal<Option<PeopleError>>,
    #[prop(into)] on_again: Callback<()>,
) -> impl IntoView {
    let can_help = move || match why.get() {
        Some(PeopleError::Save(engine::SaveError::Gone | engine::SaveError::Edit(_))) | None => false,
        Some(PeopleError::Save(_)) => true,
        Some(PeopleError::Person(_) | PeopleError::Help(_)) => false,
    };
    // The live region is there before its sentence, or the sentence would not be read out.
    view! {
        <div class="announce flow flow--tight" aria-live="polite">
            {show_let(why, move |why| view! {
                <p class="field__error">
                    <Glyph icon=Icon::Info />
                    <span>{live(move || app.text().people().not_saved(why, app.text()))}</span>
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
