//! One of them: reach them at once, and below it everything about them, each saved as it is told.

use domain::{Line, Person, PersonEdit, PersonId, Role};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{ButtonLink, Callback, Card, Choice, Memo, PersonRow, RwSignal, Select, Signal, Switch, derived, live};

use super::card_file::SaveOne;
use super::everybody;
use super::field::{self, Field, NotSaved};
use super::photo::PhotoOf;
use super::reaches::Reaches;
use super::remove::Remove;
use crate::pages::calling::{line_of, picture};
use crate::routes::Page;
use crate::state::App;

/// Somebody on the screen.
#[derive(Clone, Copy)]
pub struct Here {
    pub app: App,
    pub id: PersonId,
    /// As they are saved now.
    pub person: Signal<Person>,
}

/// The page of one of them.
#[component]
pub fn OnePerson(app: App, id: PersonId) -> impl IntoView {
    let people = everybody(app);
    let found = move || people.with(|people| people.iter().find(|(there, _)| *there == id).map(|(_, one)| one.clone()));
    let is_here = Memo::new(move |_| found().is_some());
    live(move || {
        if !is_here.get() {
            return view! { <Gone app=app /> }.into_any();
        }
        let Some(first) = untrack(found) else { return ().into_any() };
        // Between being deleted and being taken off the screen, the last one is shown.
        let person = Memo::new(move |before: Option<&Person>| {
            found().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        });
        view! { <Shown here=Here { app, id, person: person.into() } /> }.into_any()
    })
}

#[component]
fn Gone(app: App) -> impl IntoView {
    view! {
        <p class="lead">{app.text().people().gone}</p>
        <ButtonLink href=Page::People.path() wide=true>
            {app.text().people().to_people}
        </ButtonLink>
    }
}

#[component]
fn Shown(here: Here) -> impl IntoView {
    let Here { app, person, .. } = here;
    let text = app.text().people();
    let row = Memo::new(move |_| person.with(|person| (line_of(app, person, None), person.photo())));
    view! {
        <div class="rows">
            {live(move || {
                let (line, photo) = row.get();
                view! { <PersonRow line=line picture=picture(app, photo) /> }
            })}
        </div>
        <Reaches here=here />
        <Card id="who" heading=Some(text.who.to_owned())>
            <Field
                here=here
                id="name"
                label=text.name
                saved=derived(move || person.with(|person| person.name().as_str().to_owned()))
                meaning=Callback::new(move |words: String| field::name(app, &words).map(PersonEdit::SetName))
            />
            <RoleOf here=here />
            <Field
                here=here
                id="quiet"
                label=text.quiet
                hint=text.quiet_hint
                saved=derived(move || person.with(|person| written(person.quiet())))
                meaning=Callback::new(move |words: String| field::line(app, &words).map(PersonEdit::SetQuiet))
            />
            <Field
                here=here
                id="message"
                label=text.message
                hint=text.message_hint
                saved=derived(move || {
                    person.with(|person| crate::pages::calling::message_of(app, person).to_owned())
                })
                meaning=Callback::new(move |words: String| field::line(app, &words).map(PersonEdit::SetMessage))
            />
            <WhenLocked here=here />
        </Card>
        <PhotoOf here=here />
        <SaveOne here=here />
        <Remove here=here />
    }
}

fn written(line: Option<&Line>) -> String {
    line.map_or_else(String::new, |line| line.as_str().to_owned())
}

/// The roles to choose from.
pub fn roles(app: App) -> Vec<Choice> {
    let choice =
        |role: &Role| Choice { value: role.code().to_owned(), label: (app.text().people().role)(*role).to_owned() };
    Role::ALL.iter().map(choice).collect()
}

#[component]
fn RoleOf(here: Here) -> impl IntoView {
    let Here { app, id, person } = here;
    let failed = RwSignal::new(None);
    let last = StoredValue::new(Role::Other);
    let save = move || {
        spawn_local(async move {
            let answer = app.edit_person(id, PersonEdit::SetRole(last.get_value())).await;
            let _ = failed.try_set(answer.err());
        });
    };
    let choose = move |code: String| {
        if let Some(role) = Role::from_code(&code) {
            last.set_value(role);
            save();
        }
    };
    view! {
        <Select
            id="role"
            label=app.text().people().role_label.to_owned()
            choices=derived(move || roles(app))
            value=derived(move || person.with(|person| person.role().code().to_owned()))
            on_choose=choose
        />
        <NotSaved app=app why=failed on_again=move |()| save() />
    }
}

#[component]
fn WhenLocked(here: Here) -> impl IntoView {
    let Here { app, id, person } = here;
    let failed = RwSignal::new(None);
    let wanted = StoredValue::new(false);
    let save = move || {
        spawn_local(async move {
            let answer = app.edit_person(id, PersonEdit::SetWhenLocked(wanted.get_value())).await;
            let _ = failed.try_set(answer.err());
        });
    };
    let change = move |on: bool| {
        wanted.set_value(on);
        save();
    };
    view! {
        <Switch
            id="when-locked"
            label=app.text().people().when_locked.to_owned()
            hint=Some(app.text().people().when_locked_hint.to_owned())
            on=derived(move || person.with(Person::when_locked))
            on_change=change
        />
        <NotSaved app=app why=failed on_again=move |()| save() />
    }
}
