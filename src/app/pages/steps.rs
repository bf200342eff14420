//! The steps of a list in a form: a field for each, and room for one more.

use domain::{Line, WordsError};
use leptos::prelude::*;
use ui::{Button, ButtonKind, For, Icon, RwSignal, Signal, TextField, derived, live};

use crate::pages::details::own::limit;
use crate::state::App;

/// How many steps stand there to begin with.
const FIRST_STEPS: usize = 3;

/// The steps as they are typed.
pub type Steps = RwSignal<Vec<String>>;

/// As they are saved, with a few empty ones where there are none.
pub fn steps_of(saved: &[Line]) -> Steps {
    let mut first: Vec<String> = saved.iter().map(|step| step.as_str().to_owned()).collect();
    first.resize(first.len().max(FIRST_STEPS), String::new());
    RwSignal::new(first)
}

/// What was typed; what was left empty is none. None when one of them is too long.
pub fn read(steps: &[String]) -> Option<Vec<Line>> {
    let mut read = Vec::new();
    for step in steps {
        match Line::new(step) {
            Ok(step) => read.push(step),
            Err(WordsError::Empty) => {}
            Err(WordsError::TooLong { .. }) => return None,
        }
    }
    Some(read)
}

/// The fields. `problem` stands below them.
#[component]
pub fn StepFields(
    app: App,
    id: &'static str,
    steps: Steps,
    most: usize,
    #[prop(into)] problem: Signal<Option<&'static str>>,
) -> impl IntoView {
    let words = app.text().cope();
    let numbers = move || (0..steps.with(Vec::len)).collect::<Vec<_>>();
    let add_step = move |()| steps.update(|steps| steps.push(String::new()));
    view! {
        <For each=numbers key=|number| *number let:number>
            <StepField app=app id=id steps=steps number=number />
        </For>
        <p class="field__error" role="alert">
            {live(move || problem.get())}
        </p>
        {live(move || {
            (steps.with(Vec::len) < most)
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Plain icon=Icon::Plus on_press=add_step>
                            {words.add_step}
                        </Button>
                    }
                })
        })}
    }
}

#[component]
fn StepField(app: App, id: &'static str, steps: Steps, number: usize) -> impl IntoView {
    let words = app.text().cope();
    let typed = move |text: String| {
        steps.update(|steps| {
            if let Some(step) = steps.get_mut(number) {
                *step = text;
            }
        });
    };
    view! {
        <TextField
            id=format!("{id}-{number}")
            label=(words.step)(number.saturating_add(1))
            hint=Signal::stored((number == 0).then(|| words.step_hint.to_owned()))
            value=derived(move || steps.with(|steps| steps.get(number).cloned().unwrap_or_default()))
            limit=limit(app, Line::LIMIT)
            on_input=typed
        />
    }
}
