//! Name, first day, clinic and its number: each is saved when its field is left.

use domain::{Label, PhoneNumber, ProgramEdit, WordsError, day_from_field};
use leptos::prelude::*;
use ui::{Callback, Effect, FieldKind, Memo, RwSignal, Signal, TextField, derived};

use super::Here;
use crate::pages::plan::fields::date_field;

/// What a left field means: a change, or why it cannot be.
type Meaning = Result<ProgramEdit, &'static str>;

#[component]
pub fn AboutProgram(here: Here) -> impl IntoView {
    let text = here.app.text().program();
    let too_long = here.app.text().plan().too_long;
    let label = move |words: &str| match Label::new(words) {
        Ok(label) => Ok(Some(label)),
        Err(WordsError::Empty) => Ok(None),
        Err(WordsError::TooLong { .. }) => Err(too_long),
    };
    let phone = move |words: &str| match words.trim() {
        "" => Ok(ProgramEdit::SetPhone(None)),
        words => match PhoneNumber::new(words) {
            Ok(number) => Ok(ProgramEdit::SetPhone(Some(number))),
            Err(why) => Err((text.no_contact)(why)),
        },
    };
    let starts = move |words: &str| day_from_field(words).map(ProgramEdit::SetStart).ok_or(text.no_date);
    let written = |label: Option<&Label>| label.map_or_else(String::new, |label| label.as_str().to_owned());
    view! {
        <h2>{text.about}</h2>
        <div class="card">
            <Field
                here=here
                id="program-name"
                label=text.name
                saved=derived(move || here.program.with(|program| written(program.name())))
                meaning=Callback::new(move |words: String| label(&words).map(ProgramEdit::SetName))
            />
            <Field
                here=here
                id="program-start"
                kind=FieldKind::Date
                label=text.starts
                hint=text.starts_hint
                saved=derived(move || here.program.with(|program| date_field(program.starts())))
                meaning=Callback::new(move |words: String| starts(&words))
            />
            <Field
                here=here
                id="clinic"
                label=text.clinic
                saved=derived(move || here.program.with(|program| written(program.clinic())))
                meaning=Callback::new(move |words: String| label(&words).map(ProgramEdit::SetClinic))
            />
            <Field
                here=here
                id="clinic-phone"
                kind=FieldKind::Phone
                label=text.phone
                saved=derived(move || {
                    here.program.with(|program| program.phone().map_or_else(String::new, |phone| phone.as_str().to_owned()))
                })
                meaning=Callback::new(move |words: String| phone(&words))
            />
        </div>
    }
}

#[component]
fn Field(
    here: Here,
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional)] kind: FieldKind,
    saved: Signal<String>,
    meaning: Callback<String, Meaning>,
) -> impl IntoView {
    let text = RwSignal::new(saved.get_untracked());
    let why = RwSignal::new(None::<&'static str>);
    let latest = Memo::new(move |_| saved.get());
    // What is saved may change under the field: an undo, another tab.
    Effect::new(move |before: Option<()>| {
        let now = latest.get();
        if before.is_some() {
            text.set(now);
            why.set(None);
        }
    });
    let save = move |words: String| {
        if words == latest.get_untracked() {
            why.set(None);
            return;
        }
        match meaning.run(words) {
            Ok(edit) => {
                why.set(None);
                here.save(edit);
            }
            Err(sentence) => why.set(Some(sentence)),
        }
    };
    view! {
        <TextField
            id=id
            kind=kind
            label=label.to_owned()
            hint=hint.map(str::to_owned)
            value=text
            error=derived(move || why.get().map(str::to_owned))
            on_input=move |words| text.set(words)
            on_commit=save
        />
    }
}
