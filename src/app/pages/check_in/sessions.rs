//! The sessions of the day that have begun.

use domain::week::{Occurrence, day_range};
use domain::{Attendance, VisitEdit};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Memo, RwSignal};

use super::Here;
use super::boxes::{Boxes, Shown};
use crate::browser::clock;
use crate::pages::occasion;
use crate::state::follow_with;

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
            let row = |(place, one): (usize, domain::week::Occasion)| {
                let time = occasion::time(app, &one.occurrence);
                let shown = Shown {
                    id: format!("was-there-{place}"),
                    title: occasion::title(&one.occurrence.about, app.text()),
                    line: format!("{time} · {}", app.text().check_in().attended),
                    is_on: occasion::attendance(&one).is_some_and(Attendance::was_there),
                };
                (shown, one.occurrence)
            };
            has_begun.enumerate().map(row).collect::<Vec<(Shown, Occurrence)>>()
        },
    );
    let rows =
        Memo::new(move |_| read.with(|rows| rows.iter().flatten().map(|(shown, _)| shown.clone()).collect::<Vec<_>>()));
    let is_refused = RwSignal::new(false);
    let tick = move |(id, was_there): (String, bool)| {
        let found = read.with_untracked(|rows| rows.iter().flatten().find(|(shown, _)| shown.id == id).cloned());
        let Some((_, occurrence)) = found else { return };
        spawn_local(async move {
            let edit = VisitEdit::SetAttendance(was_there.then_some(Attendance::Attended));
            // With Undo: who was late, or told what got in the way, gets that back by it.
            let answer = app.tell_about(&occurrence, edit).await;
            let _ = is_refused.try_set(answer.is_err());
        });
    };
    let heading = app.text().titles().week;
    view! { <Boxes app=app id="sessions-of-day" heading=heading rows=rows is_refused=is_refused on_tick=tick /> }
}
