//! What set it off: what was chosen lately at hand, the rest in groups, so that nobody reads twenty-eight words.

use domain::{Chip, CravingEdit, KnownTrigger, Recent, Trigger, TriggerGroup};
use leptos::prelude::*;
use ui::{Card, ChipGroup, Disclosure, Show, Signal, derived};

use super::chips::{ids, offered, said, tapped, to_tap, typed};
use super::own::{Adding, OwnField};
use crate::pages::found::Here;
use crate::pages::saving::{NotSaved, Saving};

/// Triggers, as many as there were.
#[component]
pub fn Triggers(here: Here, recent: Recent) -> impl IntoView {
    let Here { app, id, craving, .. } = here;
    let saving = Saving::new(app, id);
    let lately = recent.triggers;
    let has_lately = !lately.is_empty();
    // Own words have no group: they stand below the groups, unless they are among the latest.
    let own = {
        let lately = lately.clone();
        let has_no_place =
            move |trigger: &&Trigger| trigger.known().is_none() && !lately.iter().any(|there| there.same_as(trigger));
        offered(Vec::new(), move |craving| craving.triggers().iter().filter(&has_no_place).cloned().collect(), craving)
    };
    let groups = TriggerGroup::ALL.iter().map(move |group| {
        // With nothing to repeat, the first group shows what is meant.
        let is_open = !has_lately && *group == TriggerGroup::Feelings;
        view! { <OneGroup here=here saving=saving group=*group is_open=is_open /> }
    });
    let heading = Signal::stored(app.text().common().own_words.to_owned());
    let add: Adding = |words, text| typed::<KnownTrigger>(words, text).map(CravingEdit::AddTrigger);
    view! {
        <Card id="triggers" heading=Some(app.text().craving().triggers.to_owned())>
            {has_lately
                .then(|| {
                    let heading = Signal::stored(app.text().craving().lately.to_owned());
                    view! { <TapTriggers here=here saving=saving id="lately" heading=heading chips=Signal::stored(lately) /> }
                })}
            <div>{groups.collect_view()}</div>
            <Show when=move || own.with(|own| !own.is_empty())>
                <TapTriggers here=here saving=saving id="own-triggers" heading=heading chips=own />
            </Show>
            <OwnField
                app=app
                saving=saving
                id="own-trigger"
                summary=app.text().craving().other_trigger.to_owned()
                adding=add
            />
            <NotSaved app=app saving=saving />
        </Card>
    }
}

/// One group, folded. What is chosen in it is said on its line.
#[component]
fn OneGroup(here: Here, saving: Saving, group: TriggerGroup, is_open: bool) -> impl IntoView {
    let Here { app, craving, .. } = here;
    let heading = derived(move || (app.text().craving().group)(group).to_owned());
    let chosen = move || {
        craving.with(|craving| {
            let is_inside = |trigger: &&Trigger| trigger.known().is_some_and(|known| known.group() == group);
            said(craving.triggers().iter().filter(is_inside), app.text())
        })
    };
    let chips: Vec<Trigger> = group.triggers().map(Chip::Known).collect();
    view! {
        <Disclosure summary=heading chosen=derived(chosen) open=is_open>
            <TapTriggers here=here saving=saving id=group.code() heading=heading chips=Signal::stored(chips) />
        </Disclosure>
    }
}

#[component]
fn TapTriggers(
    here: Here,
    saving: Saving,
    id: &'static str,
    heading: Signal<String>,
    #[prop(into)] chips: Signal<Vec<Trigger>>,
) -> impl IntoView {
    let Here { app, craving, .. } = here;
    let toggle = move |id: String| {
        let Some(trigger) = chips.with_untracked(|chips| tapped(chips, &id)) else { return };
        let is_chosen =
            craving.with_untracked(|craving| craving.triggers().iter().any(|there| there.same_as(&trigger)));
        saving.save(if is_chosen { CravingEdit::RemoveTrigger(trigger) } else { CravingEdit::AddTrigger(trigger) });
    };
    view! {
        <ChipGroup
            id=format!("chips-{id}")
            heading=heading
            chips=derived(move || chips.with(|chips| to_tap(chips, app.text())))
            selected=derived(move || craving.with(|craving| ids(craving.triggers())))
            on_toggle=toggle
        />
    }
}
