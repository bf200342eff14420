//! Numbers and links of somebody: which is tried first, taking one out, adding one.

use domain::{PersonEdit, PhoneNumber, Reach, Uses};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, Card, Choice, Disclosure, FieldKind, Icon, Memo, RwSignal, Select, Show, TextField, derived,
    live,
};

use super::field::{self, NotSaved};
use super::person::Here;
use crate::state::App;

/// Saves all of them in their new order, and keeps what could not be saved to try it again.
#[derive(Clone, Copy)]
struct Saving {
    here: Here,
    last: StoredValue<Vec<Reach>>,
    failed: RwSignal<Option<engine::PeopleError>>,
}

impl Saving {
    fn save(self, reaches: Vec<Reach>, then: impl FnOnce() + 'static) {
        self.last.set_value(reaches.clone());
        spawn_local(async move {
            let answer = self.here.app.edit_person(self.here.id, PersonEdit::SetReaches(reaches)).await;
            let is_safe = answer.is_ok();
            if self.failed.try_set(answer.err()).is_none() && is_safe {
                then();
            }
        });
    }

    fn now(self) -> Vec<Reach> {
        self.here.person.with_untracked(|person| person.reaches().to_vec())
    }
}

/// The card.
#[component]
pub fn Reaches(here: Here) -> impl IntoView {
    let Here { app, person, .. } = here;
    let text = app.text().people();
    let saving = Saving { here, last: StoredValue::new(Vec::new()), failed: RwSignal::new(None) };
    let reaches = Memo::new(move |_| person.with(|person| person.reaches().to_vec()));
    let has_any = move || reaches.with(|reaches| !reaches.is_empty());
    let is_empty = reaches.with_untracked(Vec::is_empty);
    view! {
        <Card id="reaches" heading=Some(text.reaches.to_owned())>
            <Show when=has_any>
                <ul class="flow" role="list">
                    {live(move || {
                        let each = reaches.get().into_iter().enumerate();
                        each.map(|(place, reach)| one(saving, place, &reach)).collect_view()
                    })}
                </ul>
            </Show>
            <NotSaved app=app why=saving.failed on_again=move |()| saving.save(saving.last.get_value(), || {}) />
            <Disclosure summary=text.another.to_owned() open=is_empty>
                <AddNumber saving=saving />
                <AddLink saving=saving />
            </Disclosure>
        </Card>
    }
}

fn one(saving: Saving, place: usize, reach: &Reach) -> AnyView {
    let text = saving.here.app.text().people();
    let (words, line, link) = match reach {
        Reach::Number { number, uses } => (number.as_str().to_owned(), (text.uses)(uses.known()), None),
        Reach::Link(link) => (link.as_str().to_owned(), text.link, Some(link.as_str().to_owned())),
    };
    let (first, out) = ((text.make_first)(&words), (text.take_out)(&words));
    let make_first = move |()| {
        let mut reaches = saving.now();
        if place < reaches.len() {
            let reach = reaches.remove(place);
            reaches.insert(0, reach);
            saving.save(reaches, || {});
        }
    };
    let take_out = move |()| {
        let mut reaches = saving.now();
        if place < reaches.len() {
            reaches.remove(place);
            saving.save(reaches, || {});
        }
    };
    view! {
        <li class="flow flow--tight">
            <div>
                <p class="own-text strong numbers">{words}</p>
                <p class="quiet small">{line}</p>
            </div>
            <div class="cluster">
                // Opened apart from the app, and not told where it was opened from.
                {link.map(|href| view! {
                    <a class="button button--quiet" href=href target="_blank" rel="noopener noreferrer">{text.open_link}</a>
                })}
                {(place > 0).then(|| view! { <Button kind=ButtonKind::Quiet on_press=make_first>{first}</Button> })}
                <Button kind=ButtonKind::Plain icon=Icon::Trash on_press=take_out>{out}</Button>
            </div>
        </li>
    }
    .into_any()
}

/// What numbers can be good for.
pub fn uses(app: App) -> Vec<Choice> {
    let choice =
        |uses: &Uses| Choice { value: uses.code().to_owned(), label: (app.text().people().uses)(*uses).to_owned() };
    Uses::ALL.iter().map(choice).collect()
}

#[component]
fn AddNumber(saving: Saving) -> impl IntoView {
    let app = saving.here.app;
    let text = app.text().people();
    let (words, good_for) = (RwSignal::new(String::new()), RwSignal::new(Uses::CallAndText));
    let why = RwSignal::new(None::<&'static str>);
    let add = move |()| match field::number(app, &words.get_untracked()) {
        Ok(number) => {
            why.set(None);
            saving.save(with(saving.now(), number, good_for.get_untracked()), move || words.set(String::new()));
        }
        Err(sentence) => why.set(Some(sentence)),
    };
    view! {
        <TextField
            id="new-number"
            kind=FieldKind::Phone
            label=text.number.to_owned()
            value=words
            error=derived(move || why.get().map(str::to_owned))
            on_input=move |typed| words.set(typed)
        />
        <Select
            id="new-uses"
            label=text.number_for.to_owned()
            choices=derived(move || uses(app))
            value=derived(move || good_for.get().code().to_owned())
            on_choose=move |code: String| {
                if let Some(uses) = Uses::from_code(&code) {
                    good_for.set(uses);
                }
            }
        />
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Plus on_press=add>
            {text.add_number}
        </Button>
    }
}

fn with(mut reaches: Vec<Reach>, number: PhoneNumber, uses: Uses) -> Vec<Reach> {
    reaches.push(Reach::number(number, uses));
    reaches
}

#[component]
fn AddLink(saving: Saving) -> impl IntoView {
    let app = saving.here.app;
    let text = app.text().people();
    let words = RwSignal::new(String::new());
    let why = RwSignal::new(None::<&'static str>);
    let add = move |()| match Reach::link(&words.get_untracked()) {
        Ok(link) => {
            why.set(None);
            let mut reaches = saving.now();
            reaches.push(link);
            saving.save(reaches, move || words.set(String::new()));
        }
        Err(error) => why.set(Some(field::refused(app, error))),
    };
    view! {
        <TextField
            id="new-link"
            label=text.link.to_owned()
            hint=Some(text.link_hint.to_owned())
            value=words
            error=derived(move || why.get().map(str::to_owned))
            on_input=move |typed| words.set(typed)
        />
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Plus on_press=add>
            {text.add_link}
        </Button>
    }
}
