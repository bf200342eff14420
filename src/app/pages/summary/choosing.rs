//! Choosing the days, and what is on the page.

use domain::summary::{Block, Carries, Choice, Period};
use leptos::prelude::*;
use ui::{Card, Disclosure, FieldKind, RwSignal, Select, Signal, Switch, TextField, derived, live};

use super::asked::{Asked, NoDays, Which};
use crate::browser::clock;
use crate::state::App;

#[component]
pub fn Choosing(app: App, asked: RwSignal<Asked>) -> impl IntoView {
    let words = app.text().summary();
    let ways = Which::all().into_iter().map(|which| ui::Choice {
        value: which.code(),
        label: match which {
            Which::SinceLast => words.since_last.to_owned(),
            Which::Last(days) => (words.last_days)(days),
            Which::Own => words.own_days.to_owned(),
        },
    });
    let ways: Vec<ui::Choice> = ways.collect();
    let is_own = ui::Memo::new(move |_| asked.with(|asked| asked.which == Which::Own));
    let choose = move |code: String| asked.update(|asked| asked.which = Which::from_code(&code));
    let hint = move || asked.with(|asked| (asked.which == Which::SinceLast).then(|| words.since_last_hint.to_owned()));
    view! {
        <div class="no-print">
            <Card id="days">
                <Select
                    id="which-days"
                    label=words.which_days.to_owned()
                    choices=Signal::stored(ways)
                    value=derived(move || asked.with(|asked| asked.which.code()))
                    hint=derived(hint)
                    on_choose=choose
                />
                {live(move || is_own.get().then(|| view! { <OwnDays app=app asked=asked /> }))}
                <Disclosure summary=words.what_is_on.to_owned()>
                    <p class="quiet small">{words.never_private}</p>
                    {Block::ALL.iter().map(|block| of_block(app, asked, *block)).collect_view()}
                    <p class="strong">{words.comes_along}</p>
                    {Carries::ALL.iter().map(|what| of_what(app, asked, *what)).collect_view()}
                    <p class="quiet small">{words.lapse_private}</p>
                </Disclosure>
            </Card>
        </div>
    }
}

#[component]
fn OwnDays(app: App, asked: RwSignal<Asked>) -> impl IntoView {
    let words = app.text().summary();
    let today = clock::now().day();
    let wrong = move || {
        let why = asked.with(|asked| asked.period(today).and_then(Result::err));
        // A field that is still empty is not wrong yet.
        let is_begun = asked.with(|asked| !asked.first.is_empty() && !asked.last.is_empty());
        why.filter(|_| is_begun).map(|why| match why {
            NoDays::Which => words.no_days.to_owned(),
            NoDays::TooLong => (words.too_long)(Period::LONGEST_DAYS),
        })
    };
    let most = Some(today.to_string());
    view! {
        <TextField
            id="first-day"
            kind=FieldKind::Date
            label=words.first_day.to_owned()
            value=derived(move || asked.with(|asked| asked.first.clone()))
            max=most.clone()
            on_input=move |day| asked.update(|asked| asked.first = day)
        />
        <TextField
            id="last-day"
            kind=FieldKind::Date
            label=words.last_day.to_owned()
            value=derived(move || asked.with(|asked| asked.last.clone()))
            error=derived(wrong)
            max=most
            on_input=move |day| asked.update(|asked| asked.last = day)
        />
    }
}

fn of_block(app: App, asked: RwSignal<Asked>, block: Block) -> AnyView {
    let words = app.text().summary();
    let (label, hint) = ((app.text().paper().block)(block), (words.block_hint)(block));
    let id = format!("on-{}", block.code());
    one(asked, (id, label, hint), move |choice| choice.has(block), move |choice, is_on| choice.with(block, is_on))
}

fn of_what(app: App, asked: RwSignal<Asked>, what: Carries) -> AnyView {
    let words = app.text().summary();
    let (label, hint) = ((words.carries)(what), (words.carries_hint)(what));
    let id = format!("with-{}", what.code());
    one(asked, (id, label, hint), move |choice| choice.carries(what), move |choice, is_on| choice.carrying(what, is_on))
}

/// `is_on` reads a choice, `put` makes another one of it.
fn one(
    asked: RwSignal<Asked>,
    (id, label, hint): (String, &'static str, &'static str),
    is_on: impl Fn(Choice) -> bool + Send + Sync + 'static,
    put: impl Fn(Choice, bool) -> Choice + Send + Sync + 'static,
) -> AnyView {
    view! {
        <Switch
            id=id
            label=label.to_owned()
            hint=hint.to_owned()
            on=derived(move || asked.with(|asked| is_on(asked.choice)))
            on_change=move |on: bool| asked.update(|asked| asked.choice = put(asked.choice, on))
        />
    }
    .into_any()
}
