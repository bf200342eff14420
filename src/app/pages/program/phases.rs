//! The parts of a program, one after the other. Making one longer moves all that comes after it, and the new end is said.

use domain::{Phase, PhaseId, ProgramEdit, Stretch, Weeks};
use leptos::prelude::*;
use ui::{For, Memo, Switch, derived, live};

use super::Here;
use crate::browser::{clock, dates};

/// What an open-ended part has when it gets an end, unless its shape says otherwise.
const FIRST_LENGTH: u16 = 8;

#[component]
pub fn Phases(here: Here) -> impl IntoView {
    let app = here.app;
    let text = app.text().program();
    let ids =
        Memo::new(move |_| here.program.with(|program| program.phases().iter().map(Phase::id).collect::<Vec<_>>()));
    let end = move || {
        let end = here.program.with(domain::Program::expected_end);
        let day = |end| dates::short_day(end, clock::now().day(), app.language.get_untracked());
        end.map_or_else(|| text.no_end_yet.to_owned(), |end| (text.expected_end)(&day(end)))
    };
    view! {
        <p class="lead strong own-text" dir="auto">
            {live(move || here.program.with(|program| crate::pages::plan::add::program_name(app, program)))}
        </p>
        <p class="numbers" aria-live="polite">
            {live(end)}
        </p>
        <ul class="flow flow--tight" role="list">
            <For each=move || ids.get() key=|id| *id let:id>
                <OnePhase here=here id=id />
            </For>
        </ul>
    }
}

#[component]
fn OnePhase(here: Here, id: PhaseId) -> impl IntoView {
    let app = here.app;
    let text = app.text().program();
    let name = move || {
        here.program.with(|program| {
            program.phase(id).map_or_else(String::new, |phase| {
                phase.name().map_or((text.phase)(phase.kind()), |name| name.as_str()).to_owned()
            })
        })
    };
    let weeks = Memo::new(move |_| here.program.with(|program| program.phase(id).and_then(Phase::weeks)));
    let last_known = StoredValue::new(weeks.get_untracked().or_else(|| Weeks::of(FIRST_LENGTH)));
    let set = move |weeks: Option<Weeks>| here.save(ProgramEdit::SetWeeks(id, weeks));
    let more = move |_| {
        if let Some(longer) = weeks.get_untracked().and_then(|weeks| Weeks::of(weeks.count().saturating_add(1))) {
            set(Some(longer));
        }
    };
    let less = move |_| {
        if let Some(shorter) = weeks.get_untracked().and_then(|weeks| Weeks::of(weeks.count().saturating_sub(1))) {
            set(Some(shorter));
        }
    };
    let open = move |is_open: bool| {
        if is_open {
            last_known.set_value(weeks.get_untracked());
            set(None);
        } else {
            set(last_known.get_value().or_else(|| Weeks::of(FIRST_LENGTH)));
        }
    };
    let when = move || {
        let days = |stretch: Stretch| {
            let (today, language) = (clock::now().day(), app.language.get_untracked());
            match stretch.last {
                Some(last) => dates::day_range(stretch.first, last, today, language),
                None => format!("{} –", dates::short_day(stretch.first, today, language)),
            }
        };
        here.program.with(|program| program.stretch_of(id)).map_or_else(|| text.after_open.to_owned(), days)
    };
    let is_least = move || weeks.get().is_none_or(|weeks| weeks.count() <= 1);
    view! {
        <li class="card">
            <div>
                <h2 class="card__heading" dir="auto">{live(name)}</h2>
                <p class="quiet numbers">{live(when)}</p>
            </div>
            <div class="cluster cluster--apart" hidden=move || weeks.get().is_none()>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=move || (text.less)(&name())
                    aria-disabled=move || is_least().then_some("true")
                    on:click=less
                >
                    "−"
                </button>
                <span class="strong numbers" aria-live="polite">
                    {live(move || weeks.get().map(|now| (text.weeks)(u32::from(now.count()))))}
                </span>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=move || (text.more)(&name())
                    on:click=more
                >
                    "+"
                </button>
            </div>
            <Switch
                id=format!("open-ended-{}", id.number())
                label=text.open_ended.to_owned()
                on=derived(move || weeks.get().is_none())
                on_change=open
            />
        </li>
    }
}
