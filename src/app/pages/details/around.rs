//! Where, with whom and what for: three questions of the same shape, each with our words and the person's own.

use std::collections::BTreeSet;

use domain::{Chip, Craving, CravingEdit, KnownCompany, KnownPlace, KnownSubstance, Recent};
use leptos::prelude::*;
use text::craving::Craving as Words;
use ui::{Callback, ChipGroup, Signal, derived};

use super::chips::{Named, ids, offered, recent_then_all, tapped, to_tap, typed};
use super::own::{Adding, OwnField};
use crate::pages::found::Here;
use crate::pages::saving::{NotSaved, Saving};

/// One question, whatever its vocabulary is.
struct Question<K: 'static> {
    id: &'static str,
    heading: fn(&'static Words) -> &'static str,
    other: fn(&'static Words) -> &'static str,
    recent: Vec<Chip<K>>,
    chosen: fn(&Craving) -> Vec<Chip<K>>,
    /// What a tap means, and whether the chip was chosen before.
    toggle: fn(Chip<K>, bool) -> CravingEdit,
    adding: Adding,
}

/// Place, people and substance.
#[component]
pub fn Around(here: Here, recent: Recent) -> impl IntoView {
    let place = Question::<KnownPlace> {
        id: "place",
        heading: |words| words.place,
        other: |words| words.other_place,
        recent: recent.places,
        chosen: |craving| craving.place().cloned().into_iter().collect(),
        toggle: |chip, is_chosen| CravingEdit::SetPlace((!is_chosen).then_some(chip)),
        adding: |words, text| typed(words, text).map(|chip| CravingEdit::SetPlace(Some(chip))),
    };
    let company = Question::<KnownCompany> {
        id: "company",
        heading: |words| words.company,
        other: |words| words.other_company,
        recent: recent.company,
        chosen: |craving| craving.company().to_vec(),
        toggle: |chip, is_chosen| {
            if is_chosen { CravingEdit::RemoveCompany(chip) } else { CravingEdit::AddCompany(chip) }
        },
        adding: |words, text| typed(words, text).map(CravingEdit::AddCompany),
    };
    let substance = Question::<KnownSubstance> {
        id: "substance",
        heading: |words| words.substance,
        other: |words| words.other_substance,
        recent: recent.substances,
        chosen: |craving| craving.substance().cloned().into_iter().collect(),
        toggle: |chip, is_chosen| CravingEdit::SetSubstance((!is_chosen).then_some(chip)),
        adding: |words, text| typed(words, text).map(|chip| CravingEdit::SetSubstance(Some(chip))),
    };
    view! {
        {ask(here, place)}
        {ask(here, company)}
        {ask(here, substance)}
    }
}

/// Ties the question to the entry; what is drawn knows no vocabulary.
fn ask<K: Named>(here: Here, question: Question<K>) -> impl IntoView {
    let Here { app, id, craving, .. } = here;
    let Question { id: name, heading, other, recent, chosen, toggle, adding } = question;
    let saving = Saving::new(app, id);
    let offered = offered(recent_then_all(&recent), chosen, craving);
    let on_toggle = move |id: String| {
        let Some(chip) = offered.with_untracked(|chips| tapped(chips, &id)) else { return };
        let is_chosen = craving.with_untracked(|craving| chosen(craving).iter().any(|there| there.same_as(&chip)));
        saving.save(toggle(chip, is_chosen));
    };
    view! {
        <Choosing
            here=here
            saving=saving
            id=name
            heading=derived(move || heading(app.text().craving()).to_owned())
            other=derived(move || other(app.text().craving()).to_owned())
            chips=derived(move || offered.with(|chips| to_tap(chips, app.text())))
            selected=derived(move || craving.with(|craving| ids(&chosen(craving))))
            on_toggle=on_toggle
            adding=adding
        />
    }
}

#[component]
fn Choosing(
    here: Here,
    saving: Saving,
    id: &'static str,
    heading: Signal<String>,
    other: Signal<String>,
    chips: Signal<Vec<ui::Chip>>,
    selected: Signal<BTreeSet<String>>,
    #[prop(into)] on_toggle: Callback<String>,
    adding: Adding,
) -> impl IntoView {
    let app = here.app;
    view! {
        <div class="card">
            <ChipGroup id=id heading=heading chips=chips selected=selected on_toggle=on_toggle />
            <OwnField app=app saving=saving id=own_id(id) summary=other adding=adding />
            <NotSaved app=app saving=saving />
        </div>
    }
}

fn own_id(id: &str) -> String {
    format!("own-{id}")
}
