//! A strategy in the person's own words: a name, steps, and what it is for.

use std::collections::BTreeSet;

use domain::strategy::{MOST_OWN_STEPS, OwnStrategy, OwnStrategyId, StrategyNeed};
use domain::{Label, WordsError};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonLink, Card, Chip, ChipGroup, RwSignal, Signal, TextField, derived};

use crate::pages::details::own::limit;
use crate::pages::saving::Problem;
use crate::pages::steps::{self, StepFields, steps_of};
use crate::routes::Page;
use crate::state::App;

#[component]
pub fn OwnForm(app: App, id: Option<OwnStrategyId>) -> impl IntoView {
    let known = id.map(|id| app.journal().own_strategies().into_iter().find(|(there, _)| *there == id));
    match known {
        Some(None) => view! {
            <p class="lead">{app.text().cope().gone}</p>
            <ButtonLink href=Page::Cope.path()>{app.text().common().cope}</ButtonLink>
        }
        .into_any(),
        Some(Some((_, own))) => view! { <Form app=app id=id own=Some(own) /> }.into_any(),
        None => view! { <Form app=app id=None own=None /> }.into_any(),
    }
}

/// Why it is not saved yet.
#[derive(Clone, Copy, PartialEq)]
enum Refused {
    NoName,
    NoStep,
    TooLong,
}

#[component]
fn Form(app: App, id: Option<OwnStrategyId>, own: Option<OwnStrategy>) -> impl IntoView {
    let words = app.text().cope();
    let name = RwSignal::new(own.as_ref().map_or_else(String::new, |own| own.name().as_str().to_owned()));
    let steps = steps_of(own.as_ref().map_or(&[][..], OwnStrategy::steps));
    let needs = RwSignal::new(own.as_ref().map(|own| own.needs().collect::<BTreeSet<_>>()).unwrap_or_default());
    let refused = RwSignal::new(None::<Refused>);
    let failed = RwSignal::new(None::<SaveError>);
    let save = move |()| {
        let read = untrack(|| read(&name.get(), &steps.get(), &needs.get()));
        refused.set(read.as_ref().err().copied());
        let Ok(own) = read else { return };
        spawn_local(async move {
            match app.save_own_strategy(id, own).await {
                Ok(()) => app.go_to.set(Some(Page::Cope)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    let said =
        move |of: Refused, words: &'static str| derived(move || (refused.get() == Some(of)).then(|| words.to_owned()));
    let problem = derived(move || match refused.get() {
        Some(Refused::NoStep) => Some(words.no_step),
        Some(Refused::TooLong) => Some(words.too_long),
        Some(Refused::NoName) | None => None,
    });
    view! {
        <Card id="own-name">
            <TextField
                id="strategy-name"
                label=words.name.to_owned()
                value=name
                error=said(Refused::NoName, words.name_missing)
                limit=limit(app, Label::LIMIT)
                on_input=move |text| name.set(text)
            />
        </Card>
        <Card id="own-steps" heading=Some(words.steps.to_owned())>
            <StepFields app=app id="strategy-step" steps=steps most=MOST_OWN_STEPS problem=problem />
        </Card>
        <Card id="own-needs">
            <WhatFor app=app needs=needs />
        </Card>
        <Problem app=app why=failed on_again=save />
        <Button wide=true on_press=save>
            {app.text().common().save}
        </Button>
    }
}

#[component]
fn WhatFor(app: App, needs: RwSignal<BTreeSet<StrategyNeed>>) -> impl IntoView {
    let words = app.text().cope();
    let chip = |need: &StrategyNeed| Chip { id: need.code().to_owned(), label: (words.need)(*need).to_owned() };
    let toggle = move |code: String| {
        let Some(need) = StrategyNeed::from_code(&code) else { return };
        needs.update(|needs| {
            if !needs.remove(&need) {
                needs.insert(need);
            }
        });
    };
    view! {
        <ChipGroup
            id="strategy-needs"
            heading=words.what_for.to_owned()
            chips=Signal::stored(StrategyNeed::ALL.iter().map(chip).collect::<Vec<_>>())
            selected=derived(move || needs.with(|needs| needs.iter().map(|need| need.code().to_owned()).collect()))
            on_toggle=toggle
        />
    }
}

/// What was typed. Steps that were left empty are none.
fn read(name: &str, steps: &[String], needs: &BTreeSet<StrategyNeed>) -> Result<OwnStrategy, Refused> {
    let name = Label::new(name).map_err(|error| match error {
        WordsError::Empty => Refused::NoName,
        WordsError::TooLong { .. } => Refused::TooLong,
    })?;
    let read = steps::read(steps).ok_or(Refused::TooLong)?;
    let needs: Vec<StrategyNeed> = needs.iter().copied().collect();
    OwnStrategy::new(name, read, &needs).map_err(|_| Refused::NoStep)
}
