//! From when something is counted: a day, and what. Moving it is saving another day, and is never a lapse.

use domain::sober::{SoberStart, StartId};
use domain::{KnownSubstance, Label, Substance, day_from_field};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, ChipGroup, FieldKind, RwSignal, Signal, TextField, derived};

use crate::browser::clock;
use crate::pages::details::chips::{ids, recent_then_all, tapped, to_tap, typed};
use crate::pages::details::own::limit;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// What stands for everything among the chips.
const EVERYTHING: &str = "everything";

#[component]
pub fn Start(app: App, id: Option<StartId>) -> impl IntoView {
    let known = id.map(|id| app.journal().sober_starts().into_iter().find(|(there, _)| *there == id));
    match known {
        Some(None) => view! {
            <p class="lead">{app.text().sober().gone}</p>
            <ButtonLink href=Page::Sober.path()>{app.text().titles().sober}</ButtonLink>
        }
        .into_any(),
        Some(Some((_, start))) => view! { <Form app=app id=id start=Some(start) /> }.into_any(),
        None => view! { <Form app=app id=None start=None /> }.into_any(),
    }
}

#[component]
fn Form(app: App, id: Option<StartId>, start: Option<SoberStart>) -> impl IntoView {
    let words = app.text().sober();
    let day = RwSignal::new(start.as_ref().map_or_else(String::new, |start| start.day().to_string()));
    let counts = RwSignal::new(start.as_ref().and_then(|start| start.counts().cloned()));
    let is_no_day = RwSignal::new(false);
    let failed = RwSignal::new(None::<SaveError>);
    let done = move |answer: Result<(), SaveError>| match answer {
        Ok(()) => app.go_to.set(Some(Page::Sober)),
        Err(why) => {
            let _ = failed.try_set(Some(why));
        }
    };
    let save = move |()| {
        let told = day_from_field(&day.get_untracked());
        let start = told.and_then(|day| SoberStart::new(day, counts.get_untracked(), clock::now().day()).ok());
        is_no_day.set(start.is_none());
        if let Some(start) = start {
            spawn_local(async move { done(app.save_sober_start(id, start).await) });
        }
    };
    let remove = id.map(|id| {
        let remove = move |()| spawn_local(async move { done(app.remove_sober_start(id).await) });
        view! {
            <Button kind=ButtonKind::Plain wide=true on_press=remove>
                {words.remove}
            </Button>
        }
    });
    view! {
        <Card id="first-day">
            <TextField
                id="start-day"
                kind=FieldKind::Date
                label=words.first_day.to_owned()
                hint=Signal::stored(Some(words.first_day_hint.to_owned()))
                value=day
                error=derived(move || is_no_day.get().then(|| words.no_day.to_owned()))
                max=Some(clock::now().day().to_string())
                on_input=move |text| day.set(text)
            />
        </Card>
        <Counts app=app counts=counts />
        <Problem app=app why=failed on_again=save />
        <Button wide=true on_press=save>
            {app.text().common().save}
        </Button>
        {remove}
    }
}

#[component]
fn Counts(app: App, counts: RwSignal<Option<Substance>>) -> impl IntoView {
    let text = app.text();
    let words = text.sober();
    let own = RwSignal::new(String::new());
    let offered = move || {
        let mut chips = recent_then_all::<KnownSubstance>(&[]);
        chips.extend(counts.get().filter(|chip| !chips.iter().any(|there| there.same_as(chip))));
        chips
    };
    let chips = move || {
        let everything = ui::Chip { id: EVERYTHING.to_owned(), label: words.everything.to_owned() };
        std::iter::once(everything).chain(to_tap(&offered(), text)).collect::<Vec<_>>()
    };
    let selected = move || match counts.get() {
        None => std::iter::once(EVERYTHING.to_owned()).collect(),
        chosen @ Some(_) => ids(chosen.as_ref()),
    };
    let add = move |words: String| {
        if let Ok(chip) = typed::<KnownSubstance>(&words, text) {
            own.set(String::new());
            counts.set(Some(chip));
        }
    };
    view! {
        <Card id="counts">
            <ChipGroup
                id="counts-chips"
                heading=words.counts.to_owned()
                chips=derived(chips)
                selected=derived(selected)
                on_toggle=move |id: String| counts.set(tapped(&untrack(offered), &id))
            />
            <TextField
                id="counts-own"
                label=text.lapse().something_else.to_owned()
                value=own
                limit=limit(app, Label::LIMIT)
                on_input=move |text| own.set(text)
                on_commit=add
            />
        </Card>
    }
}
