//! What is asked about a day. A tap answers, a tap on the answer takes it back.

use std::collections::BTreeSet;

use domain::{CheckIn, CheckInEdit, Coded, Confidence, DayUse, Intensity, Line, Need};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, Chip, ChipGroup, Memo, RwSignal, Scale, Signal, TextField, derived, live};

use super::Here;
use super::doses::{self, Doses};
use crate::pages::details::own::limit;
use crate::pages::screens::{Screen, Screens};
use crate::routes::Page;

#[component]
pub fn Questions(here: Here, screens: Screens) -> impl IntoView {
    let words = here.app.text().check_in();
    let one_of_ten = here.app.text().common();
    let strongest = derived(move || here.told(|told| told.strongest().map(Intensity::value)));
    let confidence = derived(move || here.told(|told| told.confidence().map(Confidence::value)));
    let tapped = |chosen: Signal<Option<u8>>, step: u8| (chosen.get_untracked() != Some(step)).then_some(step);
    let crave = move |step: u8| {
        let number = tapped(strongest, step).and_then(|step| Intensity::new(step).ok());
        here.answer(CheckInEdit::SetStrongest(number));
    };
    let trust = move |step: u8| {
        let number = tapped(confidence, step).and_then(|step| Confidence::new(step).ok());
        here.answer(CheckInEdit::SetConfidence(number));
    };
    let doses = doses::of_day(here);
    let has_doses = Memo::new(move |_| doses.with(|doses| !doses.is_empty()));
    view! {
        <Screen screens=screens place=0>
        <Card id="used">
            {one_of(here, "used-chips", words.used, words.use_of, CheckIn::used, CheckInEdit::SetUsed)}
            <p class="quiet small">{words.used_hint}</p>
            {live(move || {
                (here.told(CheckIn::used) == Some(DayUse::Something))
                    .then(|| {
                        view! {
                            <ButtonLink href=Page::Lapse.path() kind=ButtonKind::Quiet>
                                {words.say_more}
                            </ButtonLink>
                        }
                    })
            })}
        </Card>
        </Screen>
        <Screen screens=screens place=1>
        <Card id="strongest" heading=Some(words.strongest.to_owned())>
            <Scale
                id="strongest-scale"
                label=words.strongest.to_owned()
                low=one_of_ten.none_at_all.to_owned()
                high=one_of_ten.strongest.to_owned()
                step_label=move |step| (one_of_ten.craving_of_ten)(step)
                chosen=strongest
                on_pick=crave
            />
        </Card>
        </Screen>
        <Screen screens=screens place=2>
        <Card id="confidence" heading=Some(words.confidence.to_owned())>
            <Scale
                id="confidence-scale"
                label=words.confidence.to_owned()
                low=words.confidence_low.to_owned()
                high=words.confidence_high.to_owned()
                step_label=move |step| (words.confidence_of_ten)(step)
                chosen=confidence
                calm_at_ten=true
                on_pick=trust
            />
        </Card>
        </Screen>
        <Screen screens=screens place=3>
        <Card id="body">
            {one_of(here, "mood-chips", words.mood, words.mood_of, CheckIn::mood, CheckInEdit::SetMood)}
            {one_of(here, "sleep-chips", words.sleep, words.sleep_of, CheckIn::sleep, CheckInEdit::SetSleep)}
            {live(move || {
                (!has_doses.get() || here.told_once(CheckIn::medication).is_some())
                    .then(|| {
                        one_of(
                            here,
                            "medication-chips",
                            words.medication,
                            words.medication_of,
                            CheckIn::medication,
                            CheckInEdit::SetMedication,
                        )
                    })
            })}
            {needs(here)}
        </Card>
        <Doses here=here rows=doses />
        </Screen>
    }
}

/// Hungry, angry, lonely, tired: as many as there are.
fn needs(here: Here) -> AnyView {
    let words = here.app.text().check_in();
    let is_there = move |need: Need| here.told(|told| told.needs(need).then_some(())).is_some();
    let toggle = move |code: String| {
        if let Some(need) = Need::from_code(&code) {
            here.answer(CheckInEdit::SetNeed(need, !untrack(|| is_there(need))));
        }
    };
    let chosen = derived(move || {
        let there = Need::ALL.iter().filter(|need| is_there(**need));
        there.map(|need| need.code().to_owned()).collect::<BTreeSet<_>>()
    });
    let chips = Need::ALL.iter().map(|need| chip(need.code(), (words.need_of)(*need))).collect();
    group("needs-chips", words.needs, chips, chosen, Box::new(toggle))
}

/// One word of a vocabulary, or none.
fn one_of<T: Coded + Send + Sync>(
    here: Here,
    id: &'static str,
    heading: &'static str,
    word: fn(T) -> &'static str,
    of: fn(&CheckIn) -> Option<T>,
    edit: fn(Option<T>) -> CheckInEdit,
) -> AnyView {
    let chosen = derived(move || here.told(of).map(|word| word.code().to_owned()).into_iter().collect::<BTreeSet<_>>());
    let toggle = move |code: String| {
        let is_chosen = chosen.with_untracked(|chosen| chosen.contains(&code));
        here.answer(edit(T::from_code(&code).filter(|_| !is_chosen)));
    };
    let chips = T::ALL.iter().map(|one| chip(one.code(), word(*one))).collect();
    group(id, heading, chips, chosen, Box::new(toggle))
}

/// The part of both that knows nothing of the vocabulary.
fn group(
    id: &'static str,
    heading: &'static str,
    chips: Vec<Chip>,
    selected: Signal<BTreeSet<String>>,
    on_toggle: Box<dyn Fn(String) + Send + Sync>,
) -> AnyView {
    view! {
        <ChipGroup
            id=id
            heading=heading.to_owned()
            chips=Signal::stored(chips)
            selected=selected
            on_toggle=move |code| on_toggle(code)
        />
    }
    .into_any()
}

fn chip(code: &str, label: &str) -> Chip {
    Chip { id: code.to_owned(), label: label.to_owned() }
}

/// One line in the person's own words, saved when the field is left.
#[component]
pub fn OneLine(here: Here) -> impl IntoView {
    let words = here.app.text().check_in();
    let saved = here.told_once(|told| told.line().map(|line| line.as_str().to_owned())).unwrap_or_default();
    let typed = RwSignal::new(saved.clone());
    // What was last drawn or saved here: a field that is left as it was says nothing, whatever another tab wrote meanwhile.
    let known = StoredValue::new(saved);
    let is_too_long = move || typed.with(|typed| matches!(Line::new(typed), Err(domain::WordsError::TooLong { .. })));
    let commit = move |text: String| {
        if known.with_value(|known| *known != text) && !untrack(is_too_long) {
            here.answer(CheckInEdit::SetLine(Line::new(&text).ok()));
            known.set_value(text);
        }
    };
    view! {
        <TextField
            id="day-line"
            label=words.line.to_owned()
            hint=Signal::stored(Some(words.line_hint.to_owned()))
            value=typed
            limit=limit(here.app, Line::LIMIT)
            on_input=move |text| typed.set(text)
            on_commit=commit
        />
    }
}
