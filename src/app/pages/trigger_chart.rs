//! The trigger chart: a place from safe to never is chosen, and what belongs there is tapped. A second tap takes it off.

use domain::{Chip, Risk, Trigger, TriggerChart, TriggerGroup, WordsError};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Card, ChipGroup, Choice, Disclosure, Memo, OwnWords, RadioGroup, RwSignal, Signal, derived, live};

use super::details::chips::{ids, said, tapped, to_tap, typed};
use super::details::own::limit;
use super::saving::Problem;
use crate::state::App;

#[derive(Clone, Copy)]
struct Here {
    app: App,
    chart: Memo<TriggerChart>,
    /// Where what is tapped goes.
    risk: RwSignal<Risk>,
    failed: RwSignal<Option<SaveError>>,
    last: StoredValue<Option<(Trigger, Option<Risk>)>>,
}

impl Here {
    fn place(self, trigger: Trigger, risk: Option<Risk>) {
        self.last.set_value(Some((trigger.clone(), risk)));
        spawn_local(async move {
            let answer = self.app.place_trigger(trigger, risk).await;
            let _ = self.failed.try_set(answer.err());
        });
    }

    /// To the place that is chosen, or off the chart when it is there already.
    fn tap(self, trigger: Trigger) {
        let risk = self.risk.get_untracked();
        let is_there = self.chart.with_untracked(|chart| chart.risk_of(&trigger) == Some(risk));
        self.place(trigger, (!is_there).then_some(risk));
    }
}

#[component]
pub fn Chart(app: App) -> impl IntoView {
    let words = app.text().safety();
    let chart = Memo::new(move |_| {
        app.revision.track();
        app.journal().trigger_chart()
    });
    let here = Here {
        app,
        chart,
        risk: RwSignal::new(Risk::Never),
        failed: RwSignal::new(None),
        last: StoredValue::new(None),
    };
    let places: Vec<Choice> = Risk::ALL
        .iter()
        .map(|risk| Choice { value: risk.code().to_owned(), label: (words.risk)(*risk).to_owned() })
        .collect();
    let again = move |()| {
        if let Some((trigger, risk)) = here.last.get_value() {
            here.place(trigger, risk);
        }
    };
    view! {
        <p class="lead">{words.chart_lead}</p>
        <Sorted here=here />
        <Card id="sort">
            <RadioGroup
                name="risk"
                legend=words.where_to.to_owned()
                choices=Signal::stored(places)
                value=derived(move || here.risk.get().code().to_owned())
                on_choose=move |code: String| here.risk.set(Risk::from_code(&code).unwrap_or(Risk::Never))
            />
            <p class="quiet">{words.tap_hint}</p>
            <div>{TriggerGroup::ALL.iter().map(|group| view! { <Group here=here group=*group /> }).collect_view()}</div>
            <Own here=here />
            <Problem app=app why=here.failed on_again=again />
        </Card>
    }
}

/// What stands where, as far as anything does. A word can be dragged to another place, where there is a mouse or a finger that holds; the
/// list below does the same by tapping, and with the keyboard.
#[component]
fn Sorted(here: Here) -> impl IntoView {
    // Kept here, so that nothing of it is handed to another window.
    let dragged = StoredValue::new(None::<Trigger>);
    let has_any =
        Memo::new(move |_| here.chart.with(|chart| Risk::ALL.iter().any(|risk| chart.at(*risk).next().is_some())));
    live(move || {
        has_any.get().then(|| {
            let rows = Risk::ALL.iter().map(|risk| place(here, dragged, *risk)).collect_view();
            view! {
                <Card id="sorted">
                    <dl class="facts">{rows}</dl>
                </Card>
            }
        })
    })
}

/// One place, with what stands there.
fn place(here: Here, dragged: StoredValue<Option<Trigger>>, risk: Risk) -> AnyView {
    let text = here.app.text();
    let there = Memo::new(move |_| here.chart.with(|chart| chart.at(risk).cloned().collect::<Vec<Trigger>>()));
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        if let Some(trigger) = dragged.try_update_value(Option::take).flatten() {
            here.place(trigger, Some(risk));
        }
    };
    let word = move |(trigger, chip): (Trigger, ui::Chip)| {
        let trigger = StoredValue::new(trigger);
        let take = move |event: web_sys::DragEvent| {
            dragged.set_value(Some(trigger.get_value()));
            // Firefox drags nothing that brings no data; a space says nothing.
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", " ");
            }
        };
        view! {
            <span class="word" draggable="true" on:dragstart=take>
                {chip.label}
            </span>
        }
    };
    view! {
        <dt>{(text.safety().risk)(risk)}</dt>
        <dd class="cluster own-text" on:dragover=move |event| event.prevent_default() on:drop=drop>
            {live(move || {
                let there = there.get();
                let chips = to_tap(&there, text);
                there.into_iter().zip(chips).map(word).collect_view()
            })}
        </dd>
    }
    .into_any()
}

#[component]
fn Group(here: Here, group: TriggerGroup) -> impl IntoView {
    let app = here.app;
    let all: Vec<Trigger> = group.triggers().map(Chip::Known).collect();
    let heading = (app.text().craving().group)(group);
    let asked = all.clone();
    let chosen = move || {
        here.chart.with(|chart| {
            let risk = here.risk.get();
            said(asked.iter().filter(|trigger| chart.risk_of(trigger) == Some(risk)), app.text())
        })
    };
    view! {
        <Disclosure summary=heading.to_owned() chosen=derived(chosen)>
            <Chips here=here id=group.code() heading=heading all=Signal::stored(all) />
        </Disclosure>
    }
}

/// Words to tap; those at the chosen place are on.
#[component]
fn Chips(here: Here, id: &'static str, heading: &'static str, all: Signal<Vec<Trigger>>) -> impl IntoView {
    let text = here.app.text();
    let selected = move || {
        let risk = here.risk.get();
        here.chart.with(|chart| ids(chart.at(risk)))
    };
    let toggle = move |id: String| {
        if let Some(trigger) = tapped(&all.get_untracked(), &id) {
            here.tap(trigger);
        }
    };
    view! {
        <ChipGroup
            id=format!("chart-{id}")
            heading=heading.to_owned()
            chips=derived(move || to_tap(&all.get(), text))
            selected=derived(selected)
            on_toggle=toggle
        />
    }
}

/// People, places and times in the person's own words.
#[component]
fn Own(here: Here) -> impl IntoView {
    let app = here.app;
    let draft = RwSignal::new(String::new());
    let is_too_long = RwSignal::new(false);
    // What was written once stays while the page is shown, so that a tap can be taken back.
    let own = Memo::new(move |before: Option<&Vec<Trigger>>| {
        let mut own = before.cloned().unwrap_or_default();
        here.chart.with(|chart| {
            for trigger in chart.own() {
                if !own.iter().any(|there| there.same_as(trigger)) {
                    own.push(trigger.clone());
                }
            }
        });
        own
    });
    let has_any = Memo::new(move |_| own.with(|own| !own.is_empty()));
    let add = move |words: String| match typed(&words, app.text()) {
        Ok(trigger) => {
            is_too_long.set(false);
            draft.set(String::new());
            here.place(trigger, Some(here.risk.get_untracked()));
        }
        Err(WordsError::TooLong { .. }) => is_too_long.set(true),
        Err(WordsError::Empty) => {}
    };
    let heading = app.text().common().own_words;
    view! {
        {live(move || has_any.get().then(|| view! { <Chips here=here id="own" heading=heading all=own.into() /> }))}
        <OwnWords
            id="chart-word"
            label=app.text().safety().own_trigger.to_owned()
            add=app.text().common().add.to_owned()
            value=draft
            error=derived(move || is_too_long.get().then(|| app.text().craving().words_too_long.to_owned()))
            limit=limit(app, domain::Label::LIMIT)
            on_input=move |text| draft.set(text)
            on_add=add
        />
    }
}
