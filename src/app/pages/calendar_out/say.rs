//! How another calendar reminds, and what it is told. Both are kept, so that the next file says the same.

use std::collections::BTreeSet;

use domain::{Alarm, SettingsEdit};
use leptos::prelude::*;
use ui::{Chip, ChipGroup, Memo, Show, Switch, derived, live};

use crate::pages::changing::{Changing, NotSaved};
use crate::state::App;

/// How long before each session.
#[component]
pub fn Remind(app: App) -> impl IntoView {
    let words = app.text().calendar_out();
    let changing = Changing::new(app);
    let chips: Vec<Chip> = Alarm::OFFERED.iter().map(|alarm| chip(*alarm, words.before)).collect();
    let selected = move || -> BTreeSet<String> {
        changing.shown(|settings| settings.alarms().iter().map(|alarm| id(*alarm)).collect())
    };
    let toggle = move |chip: String| {
        let found = Alarm::OFFERED.into_iter().find(|alarm| id(*alarm) == chip);
        if let Some(alarm) = found {
            let is_on = untrack(|| changing.shown(|settings| settings.alarms().contains(&alarm)));
            changing.save(SettingsEdit::SetAlarm(alarm, !is_on));
        }
    };
    view! {
        <div class="card">
            <ChipGroup
                id="remind"
                heading=words.remind.to_owned()
                chips=derived(move || chips.clone())
                selected=derived(selected)
                on_toggle=toggle
            />
            <p class="quiet announce" role="status">
                {live(move || changing.shown(|settings| settings.alarms().is_empty()).then_some(words.stays_silent))}
            </p>
            <NotSaved changing=changing />
        </div>
    }
}

fn chip(alarm: Alarm, label: fn(u16) -> String) -> Chip {
    Chip { id: id(alarm), label: label(alarm.minutes()) }
}

fn id(alarm: Alarm) -> String {
    alarm.minutes().to_string()
}

/// Whether it is told what a session is; and who could read it then.
#[component]
pub fn Says(app: App) -> impl IntoView {
    let words = app.text().calendar_out();
    let changing = Changing::new(app);
    let says_all = Memo::new(move |_| changing.shown(domain::Settings::says_all));
    view! {
        <section class="card" aria-labelledby="says-heading">
            <h2 class="card__heading" id="says-heading">
                {words.says}
            </h2>
            <Switch
                id="says-all"
                label=words.says_all.to_owned()
                on=says_all
                on_change=move |is_on| changing.save(SettingsEdit::SetSaysAll(is_on))
            />
            <div role="status">
                <Show
                    when=move || says_all.get()
                    fallback=move || view! { <p class="quiet">{words.says_little}</p> }
                >
                    <p>{words.who_can_read}</p>
                </Show>
            </div>
            <NotSaved changing=changing />
        </section>
    }
}
