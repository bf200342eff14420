//! A line of one's own: the program's number for the night, a team nearby.

use domain::{HelpEdit, OwnLine};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Disclosure, FieldKind, Icon, RwSignal, Switch, TextField, derived};

use super::field::{self, NotSaved};
use super::lines::Saving;

#[component]
pub fn AddOwnLine(saving: Saving) -> impl IntoView {
    let app = saving.app;
    let text = app.text().lines();
    let words: [RwSignal<String>; 3] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let refusals: [RwSignal<Option<&'static str>>; 3] = std::array::from_fn(|_| RwSignal::new(None));
    let [name, number, note] = words;
    let [no_name, no_number, no_note] = refusals;
    let texts = RwSignal::new(false);
    let add = move |()| {
        let read = (
            field::name(app, &name.get_untracked()),
            field::number(app, &number.get_untracked()),
            field::line(app, &note.get_untracked()),
        );
        no_name.set(read.0.as_ref().err().copied());
        no_number.set(read.1.as_ref().err().copied());
        no_note.set(read.2.as_ref().err().copied());
        let (Ok(name), Ok(number), Ok(note)) = read else { return };
        let line = OwnLine { name, number, texts: texts.get_untracked(), note };
        saving.save(HelpEdit::AddOwn(line), move || words.into_iter().for_each(|field| field.set(String::new())));
    };
    view! {
        <Disclosure summary=text.add.to_owned()>
            <TextField
                id="line-name"
                label=text.name.to_owned()
                hint=Some(text.name_hint.to_owned())
                value=name
                error=derived(move || no_name.get().map(str::to_owned))
                on_input=move |typed| name.set(typed)
            />
            <TextField
                id="line-number"
                kind=FieldKind::Phone
                label=text.number.to_owned()
                value=number
                error=derived(move || no_number.get().map(str::to_owned))
                on_input=move |typed| number.set(typed)
            />
            <TextField
                id="line-note"
                label=text.note.to_owned()
                value=note
                error=derived(move || no_note.get().map(str::to_owned))
                on_input=move |typed| note.set(typed)
            />
            <Switch id="line-texts" label=text.texts.to_owned() on=texts on_change=move |on| texts.set(on) />
            <NotSaved app=app why=saving.failed on_again=move |()| saving.again() />
            <Button kind=ButtonKind::Quiet wide=true icon=Icon::Plus on_press=add>
                {text.add}
            </Button>
        </Disclosure>
    }
}
