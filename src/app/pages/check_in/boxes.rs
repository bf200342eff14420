//! What belongs to the day and is told elsewhere too, each with a box: sessions, and doses. Who ticked one on its own page finds it
//! ticked here, and the other way round.

use leptos::prelude::*;
use ui::{Callback, Card, For, Memo, RwSignal, Tick, derived, live};

use crate::state::App;

/// One of them, as it is drawn.
#[derive(Clone, PartialEq)]
pub struct Shown {
    pub id: String,
    pub title: String,
    pub line: String,
    pub is_on: bool,
}

/// Nothing while there are none.
#[component]
pub fn Boxes(
    app: App,
    /// Stable id of the card.
    id: &'static str,
    heading: &'static str,
    rows: Memo<Vec<Shown>>,
    /// The last tick was not saved; the box is as it was.
    is_refused: RwSignal<bool>,
    #[prop(into)] on_tick: Callback<(String, bool)>,
) -> impl IntoView {
    let has_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let one = move |row: String| {
        let of = move |id: &str| rows.with(|rows| rows.iter().find(|row| row.id == id).cloned());
        let (label, line, on, own) = (row.clone(), row.clone(), row.clone(), row.clone());
        view! {
            <Tick
                id=own
                label=derived(move || of(&label).map(|row| row.title).unwrap_or_default())
                line=derived(move || of(&line).map(|row| row.line))
                chooses=true
                on=derived(move || of(&on).is_some_and(|row| row.is_on))
                on_change=move |is_on| on_tick.run((row.clone(), is_on))
            />
        }
    };
    let ids = move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
    live(move || {
        has_any.get().then(|| {
            view! {
                <Card id=id heading=Some(heading.to_owned())>
                    <For each=ids key=Clone::clone let:id>
                        {one(id)}
                    </For>
                    <p class="field__error" role="alert">
                        {derived(move || is_refused.get().then_some(app.text().problems().not_saved))}
                    </p>
                </Card>
            }
        })
    })
}
