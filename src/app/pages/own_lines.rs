//! Lines in the person's own words: one is added below, and any of them is changed or taken away where it stands.

use domain::{Line, WordsError};
use engine::SaveError;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Callback, ChoiceButton, For, Icon, OwnWords, RwSignal, Signal, TextField, derived, live};

use super::saving::Problem;
use crate::browser::focus;
use crate::pages::details::own::limit;
use crate::state::App;

/// What was done with a line.
#[derive(Clone)]
pub enum LineEdit {
    Add(Line),
    Change(Line, Line),
    Remove(Line),
}

/// Saves what was done, and says whether that worked: `done` is called when it did.
pub type SaveLine = Callback<(LineEdit, Callback<Option<SaveError>>)>;

/// The lines, and room for one more.
#[component]
pub fn OwnLines(
    app: App,
    /// Stable id; the ids of the fields derive from it.
    id: &'static str,
    lines: Signal<Vec<Line>>,
    add_label: &'static str,
    #[prop(into)] on_edit: SaveLine,
) -> impl IntoView {
    let failed = RwSignal::new(None::<(LineEdit, SaveError)>);
    let open = RwSignal::new(None::<String>);
    let draft = RwSignal::new(String::new());
    let is_too_long = RwSignal::new(false);
    let save = move |edit: LineEdit| {
        let again = edit.clone();
        let done = Callback::new(move |why: Option<SaveError>| {
            let is_safe = why.is_none();
            let _ = failed.try_set(why.map(|why| (again.clone(), why)));
            if is_safe && open.try_get_untracked().flatten().is_some() {
                open.set(None);
                request_animation_frame(move || {
                    focus::focus(id);
                });
            } else if is_safe {
                let _ = draft.try_set(String::new());
            }
        });
        on_edit.run((edit, done));
    };
    let add = move |words: String| match Line::new(&words) {
        Ok(line) => {
            is_too_long.set(false);
            open.set(None);
            save(LineEdit::Add(line));
        }
        Err(WordsError::TooLong { .. }) => is_too_long.set(true),
        Err(WordsError::Empty) => {}
    };
    let again = move |()| {
        if let Some((edit, _)) = failed.get_untracked() {
            save(edit);
        }
    };
    let row = move |line: Line| {
        let own = line.as_str().to_owned();
        let is_open = {
            let own = own.clone();
            derived(move || open.with(|open| open.as_deref() == Some(own.as_str())))
        };
        live(move || {
            let (line, own) = (line.clone(), own.clone());
            if is_open.get() {
                view! { <Changing app=app id=id line=line on_done=move |edit| save(edit) /> }.into_any()
            } else {
                let start = move |()| open.set(Some(own.clone()));
                view! { <ChoiceButton icon=Icon::Edit title=line.as_str().to_owned() on_press=start /> }.into_any()
            }
        })
    };
    view! {
        <div class="rows" id=id tabindex="-1">
            <For each=move || lines.get() key=|line| line.as_str().to_owned() let:line>
                {row(line)}
            </For>
        </div>
        <OwnWords
            id=format!("{id}-add")
            label=add_label.to_owned()
            add=app.text().common().add.to_owned()
            value=draft
            error=derived(move || is_too_long.get().then(|| app.text().safety().too_long.to_owned()))
            limit=limit(app, Line::LIMIT)
            on_input=move |typed| draft.set(typed)
            on_add=add
        />
        <Problem app=app why=derived(move || failed.with(|failed| failed.as_ref().map(|(_, why)| *why))) on_again=again />
    }
}

/// One line while it is changed.
#[component]
fn Changing(app: App, id: &'static str, line: Line, #[prop(into)] on_done: Callback<LineEdit>) -> impl IntoView {
    let words = app.text().safety();
    let typed = RwSignal::new(line.as_str().to_owned());
    let is_too_long = RwSignal::new(false);
    let field = format!("{id}-change");
    let focused = field.clone();
    request_animation_frame(move || {
        focus::focus(&focused);
    });
    let before = line.clone();
    let save = move |()| match Line::new(&typed.get_untracked()) {
        Ok(after) => on_done.run(LineEdit::Change(before.clone(), after)),
        Err(WordsError::Empty) => on_done.run(LineEdit::Remove(before.clone())),
        Err(WordsError::TooLong { .. }) => is_too_long.set(true),
    };
    let remove = move |()| on_done.run(LineEdit::Remove(line.clone()));
    view! {
        <div class="card flow flow--tight">
            <TextField
                id=field
                label=words.words.to_owned()
                value=typed
                error=derived(move || is_too_long.get().then(|| words.too_long.to_owned()))
                limit=limit(app, Line::LIMIT)
                on_input=move |text| typed.set(text)
            />
            <div class="cluster">
                <Button kind=ButtonKind::Quiet on_press=save>
                    {app.text().common().save}
                </Button>
                <Button kind=ButtonKind::Plain icon=Icon::Trash on_press=remove>
                    {words.delete}
                </Button>
            </div>
        </div>
    }
}
