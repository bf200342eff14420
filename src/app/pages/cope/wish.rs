//! What is looked for: what is going on, and if wanted more closely. Kept on this page only.

use std::collections::BTreeSet;

use domain::strategy::{School, Setting, StrategyNeed, Wish};
use leptos::prelude::*;
use ui::{Chip, ChipGroup, Choice, Disclosure, FieldKind, RwSignal, Select, Signal, Switch, TextField, derived};

use crate::state::App;

/// The needs that are offered at once; the others are one tap further.
const FIRST: [StrategyNeed; 8] = [
    StrategyNeed::IntenseUrge,
    StrategyNeed::Anger,
    StrategyNeed::Loneliness,
    StrategyNeed::Fatigue,
    StrategyNeed::Stress,
    StrategyNeed::SocialPressure,
    StrategyNeed::Sleep,
    StrategyNeed::Celebration,
];

/// The times that are offered, in minutes.
const MINUTES: [u16; 3] = [3, 5, 15];

/// The wish as it is now.
#[derive(Clone, Copy)]
pub struct Wished(RwSignal<Wish>);

impl Wished {
    pub fn new() -> Self {
        Self(RwSignal::new(Wish::default()))
    }

    pub fn get(self) -> Wish {
        self.0.get()
    }
}

/// What is going on.
#[component]
pub fn Needs(app: App, wish: Wished) -> impl IntoView {
    let words = app.text().cope();
    let rest: Vec<StrategyNeed> = StrategyNeed::ALL.iter().copied().filter(|need| !FIRST.contains(need)).collect();
    let chosen = move || wish.0.with(|wish| wish.need);
    let rest_chosen = {
        let rest = rest.clone();
        move || chosen().filter(|need| rest.contains(need)).map(|need| (words.need)(need).to_owned())
    };
    view! {
        {group(app, wish, "needs", words.what_for, &FIRST)}
        <Disclosure summary=words.more.to_owned() chosen=derived(rest_chosen)>
            {group(app, wish, "more-needs", words.more, &rest)}
        </Disclosure>
    }
}

fn group(app: App, wish: Wished, id: &'static str, heading: &'static str, needs: &[StrategyNeed]) -> AnyView {
    let words = app.text().cope();
    let chip = |need: &StrategyNeed| Chip { id: need.code().to_owned(), label: (words.need)(*need).to_owned() };
    let chips: Vec<Chip> = needs.iter().map(chip).collect();
    let chosen =
        move || wish.0.with(|wish| wish.need.map(|need| need.code().to_owned()).into_iter().collect::<BTreeSet<_>>());
    let toggle = move |code: String| {
        let need = StrategyNeed::from_code(&code);
        wish.0.update(|wish| wish.need = need.filter(|need| wish.need != Some(*need)));
    };
    view! {
        <ChipGroup
            id=id
            heading=heading.to_owned()
            chips=Signal::stored(chips)
            selected=derived(chosen)
            on_toggle=toggle
        />
    }
    .into_any()
}

/// Words, way of working, place, time, favourites.
#[component]
pub fn Narrow(app: App, wish: Wished) -> impl IntoView {
    let words = app.text().cope();
    let typed = RwSignal::new(String::new());
    let type_in = move |text: String| {
        typed.set(text.clone());
        wish.0.update(|wish| wish.typed = text);
    };
    let any = || Choice { value: String::new(), label: words.any.to_owned() };
    let choices = move |more: Vec<Choice>| Signal::stored(std::iter::once(any()).chain(more).collect::<Vec<_>>());
    let schools =
        School::ALL.iter().map(|one| Choice { value: one.code().to_owned(), label: (words.school)(*one).to_owned() });
    let places =
        Setting::ALL.iter().map(|one| Choice { value: one.code().to_owned(), label: (words.setting)(*one).to_owned() });
    let times = MINUTES.iter().map(|one| Choice { value: one.to_string(), label: (words.at_most)(*one) });
    view! {
        <Disclosure summary=words.narrow.to_owned()>
            <TextField
                id="cope-search"
                kind=FieldKind::Search
                label=words.search.to_owned()
                value=typed
                on_input=type_in
            />
            <Select
                id="cope-minutes"
                label=words.minutes_heading.to_owned()
                choices=choices(times.collect())
                value=derived(move || wish.0.with(|wish| wish.minutes.map_or_else(String::new, |minutes| minutes.to_string())))
                on_choose=move |value: String| wish.0.update(|wish| wish.minutes = value.parse().ok())
            />
            <Select
                id="cope-place"
                label=words.place_heading.to_owned()
                choices=choices(places.collect())
                value=derived(move || wish.0.with(|wish| wish.setting.map_or_else(String::new, |one| one.code().to_owned())))
                on_choose=move |value: String| wish.0.update(|wish| wish.setting = Setting::from_code(&value))
            />
            <Select
                id="cope-school"
                label=words.school_heading.to_owned()
                choices=choices(schools.collect())
                value=derived(move || wish.0.with(|wish| wish.school.map_or_else(String::new, |one| one.code().to_owned())))
                on_choose=move |value: String| wish.0.update(|wish| wish.school = School::from_code(&value))
            />
            <Switch
                id="cope-favourites"
                label=words.only_favourites.to_owned()
                on=derived(move || wish.0.with(|wish| wish.only_favourites))
                on_change=move |on| wish.0.update(|wish| wish.only_favourites = on)
            />
        </Disclosure>
    }
}
