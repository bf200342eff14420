//! The sessions of the day that have begun, each with a box: who ticked it on its own page finds it ticked here, and the other way round.

use domain::week::{Occurrence, day_range};
use domain::{Attendance, VisitEdit};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Card, For, Memo, RwSignal, Tick, derived, live};

use super::Here;
use crate::browser::clock;
use crate::pages::occasion;
use crate::state::follow_with;

/// One session, as it is drawn.
#[derive(Clone)]
struct Row {
    id: String,
    title: String,
    time: String,
    was_there: bool,
    occurrence: Occurrence,
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.title, &self.time, self.was_there) == (&other.id, &other.title, &other.time, other.was_there)
    }
}

#[component]
pub fn Sessions(here: Here) -> impl IntoView {
    let Here { app, day, .. } = here;
    let read = follow_with(
        app,
        move || day.track(),
        move |journal| async move {
            let (zones, now, day) = (app.zones(), clock::now(), day.get_untracked());
            let range = day_range(&zones, now.zone(), day, day);
            // A home that does not answer is told of by the questions above.
            let all = journal.week(&zones, now.zone(), range).await.unwrap_or_default();
            let has_begun = all.into_iter().filter(|one| one.occurrence.at().utc_ms() <= now.utc_ms());
            has_begun
                .enumerate()
                .map(|(place, one)| Row {
                    id: format!("was-there-{place}"),
                    title: occasion::title(&one.occurrence.about, app.text()),
                    time: occasion::time(app, &one.occurrence),
                    was_there: occasion::attendance(&one).is_some_and(Attendance::was_there),
                    occurrence: one.occurrence,
                })
                .collect::<Vec<_>>()
        },
    );
    let rows = Memo::new(move |_| read.with(|rows| rows.clone().unwrap_or_default()));
    let has_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let is_refused = RwSignal::new(false);
    let tick = move |place: String, was_there: bool| {
        let found = rows.with_untracked(|rows| rows.iter().find(|row| row.id == place).cloned());
        let Some(row) = found else { return };
        spawn_local(async move {
            let edit = VisitEdit::SetAttendance(was_there.then_some(Attendance::Attended));
            // With Undo: who was late, or told what got in the way, gets that back by it.
            let answer = app.tell_about(&row.occurrence, edit).await;
            let _ = is_refused.try_set(answer.is_err());
        });
    };
    let one = move |id: String| {
        let of = move |id: &str| rows.with(|rows| rows.iter().find(|row| row.id == id).cloned());
        let (label, line, on, own) = (id.clone(), id.clone(), id.clone(), id.clone());
        view! {
            <Tick
                id=own
                label=derived(move || of(&label).map(|row| row.title).unwrap_or_default())
                line=derived(move || of(&line).map(|row| format!("{} · {}", row.time, app.text().check_in().attended)))
                chooses=true
                on=derived(move || of(&on).is_some_and(|row| row.was_there))
                on_change=move |was_there| tick(id.clone(), was_there)
            />
        }
    };
    let ids = move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
    live(move || {
        has_any.get().then(|| {
            view! {
                <Card id="sessions-of-day" heading=Some(app.text().titles().week.to_owned())>
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
