//! Somebody new: a name and a number are enough, and everything else can be told later on their page.

use domain::{Person, PersonEdit, PhoneNumber, Reach, Role, Uses};
use engine::PeopleError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, FieldKind, Icon, RwSignal, Select, Switch, TextField, derived, live};

use super::field::{self, NotSaved};
use super::person::roles;
use super::reaches::uses;
use crate::browser::{contact_picker, focus};
use crate::routes::Page;
use crate::state::App;

const NAME: &str = "new-name";
const NUMBER: &str = "new-phone";

/// What is written. It stays as it is until it is saved.
#[derive(Clone, Copy)]
struct Form {
    app: App,
    name: RwSignal<String>,
    role: RwSignal<Role>,
    number: RwSignal<String>,
    uses: RwSignal<Uses>,
    /// More numbers of somebody who was picked from the phone's contacts.
    more: RwSignal<Vec<PhoneNumber>>,
    when_locked: RwSignal<bool>,
    no_name: RwSignal<Option<&'static str>>,
    no_number: RwSignal<Option<&'static str>>,
}

impl Form {
    fn empty(app: App) -> Self {
        Self {
            app,
            name: RwSignal::new(String::new()),
            role: RwSignal::new(Role::Sponsor),
            number: RwSignal::new(String::new()),
            uses: RwSignal::new(Uses::CallAndText),
            more: RwSignal::new(Vec::new()),
            when_locked: RwSignal::new(false),
            no_name: RwSignal::new(None),
            no_number: RwSignal::new(None),
        }
    }

    /// None when a field refuses; then it says why. A number may be missing: a name alone is a beginning.
    fn person(self) -> Option<Person> {
        let name = field::name(self.app, &self.name.get_untracked());
        let typed = self.number.get_untracked();
        let number = (!typed.trim().is_empty()).then(|| field::number(self.app, &typed)).transpose();
        self.no_name.set(name.as_ref().err().copied());
        self.no_number.set(number.as_ref().err().copied());
        let (name, number) = (name.ok()?, number.ok()?);
        let first = number.map(|number| Reach::number(number, self.uses.get_untracked()));
        let more = self.more.get_untracked().into_iter().map(|number| Reach::number(number, Uses::CallAndText));
        let reaches = first.into_iter().chain(more).take(domain::MOST_REACHES).collect();
        let person = Person::new(name, self.role.get_untracked());
        let edits = [PersonEdit::SetReaches(reaches), PersonEdit::SetWhenLocked(self.when_locked.get_untracked())];
        edits.into_iter().try_fold(person, |person, edit| person.apply(edit)).ok()
    }

    /// Takes over who was picked; what was typed before gives way, because the person just chose it.
    fn fill(self, picked: contact_picker::Picked) {
        let mut numbers = picked.numbers.into_iter().filter_map(|number| PhoneNumber::new(&number).ok());
        self.name.set(picked.name);
        self.number.set(numbers.next().map_or_else(String::new, |number| number.as_str().to_owned()));
        self.more.set(numbers.take(domain::MOST_REACHES - 1).collect());
    }
}

/// The page.
#[component]
pub fn AddPerson(app: App) -> impl IntoView {
    let text = app.text().people();
    let form = Form::empty(app);
    let is_busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<PeopleError>);
    let refused = move || form.no_name.get().or(form.no_number.get()).is_some();
    let save = move || {
        let Some(person) = form.person() else {
            focus::focus(if form.no_name.get_untracked().is_some() { NAME } else { NUMBER });
            return;
        };
        is_busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = app.add_people(vec![person]).await;
            let _ = is_busy.try_set(false);
            match answer {
                Ok(_) => app.go_to.set(Some(Page::People)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    view! {
        {contact_picker::is_there().then(|| view! { <FromContacts form=form /> })}
        <div class="card">
            <TextField
                id=NAME
                label=text.name.to_owned()
                value=form.name
                error=derived(move || form.no_name.get().map(str::to_owned))
                on_input=move |words| form.name.set(words)
            />
            <Select
                id="new-role"
                label=text.role_label.to_owned()
                choices=derived(move || roles(app))
                value=derived(move || form.role.get().code().to_owned())
                on_choose=move |code: String| {
                    if let Some(role) = Role::from_code(&code) {
                        form.role.set(role);
                    }
                }
            />
            <TextField
                id=NUMBER
                kind=FieldKind::Phone
                label=text.number.to_owned()
                value=form.number
                error=derived(move || form.no_number.get().map(str::to_owned))
                on_input=move |words| form.number.set(words)
            />
            <Select
                id="new-phone-uses"
                label=text.number_for.to_owned()
                choices=derived(move || uses(app))
                value=derived(move || form.uses.get().code().to_owned())
                on_choose=move |code: String| {
                    if let Some(uses) = Uses::from_code(&code) {
                        form.uses.set(uses);
                    }
                }
            />
            <Switch
                id="new-when-locked"
                label=text.when_locked.to_owned()
                hint=Some(text.when_locked_hint.to_owned())
                on=form.when_locked
                on_change=move |on| form.when_locked.set(on)
            />
        </div>
        <p role="alert">{live(move || refused().then_some(text.look_again))}</p>
        <NotSaved app=app why=failed on_again=move |()| save() />
        <Button wide=true busy=is_busy on_press=move |()| save()>
            {app.text().common().save}
        </Button>
        <ButtonLink href=Page::Cards.path() kind=ButtonKind::Plain wide=true>
            {text.from_card}
        </ButtonLink>
    }
}

#[component]
fn FromContacts(form: Form) -> impl IntoView {
    let text = form.app.text().people();
    let pick = move |()| {
        spawn_local(async move {
            if let Some(picked) = contact_picker::pick().await {
                form.fill(picked);
            }
        });
    };
    view! {
        <div class="flow flow--tight">
            <Button kind=ButtonKind::Quiet wide=true icon=Icon::Person on_press=pick>
                {text.from_contacts}
            </Button>
            <p class="quiet small">{text.from_contacts_hint}</p>
        </div>
    }
}
