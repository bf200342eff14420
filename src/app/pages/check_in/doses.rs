//! The doses of the day whose time has come. Where there are any they take the place of the general question, so that each dose is told
//! about once, here or on the page of the medication.

use chrono::NaiveDate;
use domain::medication::{Dose, DoseSlot, DoseTold, MedicationId, Stage};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Memo, RwSignal};

use super::Here;
use super::boxes::{Boxes, Shown};
use crate::browser::{clock, dates};
use crate::state::{App, OpenJournal, follow_with};

/// A dose, as it is drawn and as it is named.
type Row = (Shown, MedicationId, DoseSlot);

/// A box for each of them.
#[component]
pub fn Doses(here: Here, rows: Memo<Vec<Row>>) -> impl IntoView {
    let app = here.app;
    let shown = Memo::new(move |_| rows.with(|rows| rows.iter().map(|(shown, ..)| shown.clone()).collect::<Vec<_>>()));
    let is_refused = RwSignal::new(false);
    let tick = move |(id, is_taken): (String, bool)| {
        let found = rows.with_untracked(|rows| rows.iter().find(|(shown, ..)| shown.id == id).cloned());
        let Some((_, medication, slot)) = found else { return };
        spawn_local(async move {
            let told = is_taken.then_some(DoseTold::Taken);
            let answer = app.tell_dose(medication, slot, told, None).await;
            let _ = is_refused.try_set(answer.is_err());
        });
    };
    let heading = app.text().check_in().medication;
    view! { <Boxes app=app id="doses-of-day" heading=heading rows=shown is_refused=is_refused on_tick=tick /> }
}

/// The doses of the day that is shown, followed.
pub fn of_day(here: Here) -> Memo<Vec<Row>> {
    let Here { app, day, .. } = here;
    let read = follow_with(
        app,
        move || day.track(),
        move |journal| async move { find(app, &journal, day.get_untracked()).await },
    );
    Memo::new(move |_| read.with(|rows| rows.clone().unwrap_or_default()))
}

/// A home that does not answer is told of by the questions above.
async fn find(app: App, journal: &OpenJournal, day: NaiveDate) -> Vec<Row> {
    let now = clock::now();
    let told: Vec<Dose> = journal.doses(day, day).await.unwrap_or_default();
    let mut rows = Vec::new();
    for (id, medication) in journal.medications() {
        for slot in medication.on(day) {
            if medication.schedule().stage(slot, &now) == Stage::Ahead {
                continue;
            }
            let was = told.iter().find(|dose| dose.medication() == id && dose.slot() == slot).and_then(Dose::told);
            let word = was.unwrap_or(DoseTold::Taken);
            let at = slot.at.map(|at| dates::time_of_day(at.on(day), app.text().language));
            let line = [at, Some((app.text().medication().told)(word).to_owned())];
            let shown = Shown {
                id: format!("dose-{}", rows.len()),
                title: medication.name().as_str().to_owned(),
                line: line.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                is_on: matches!(was, Some(DoseTold::Taken | DoseTold::Late)),
            };
            rows.push((shown, id, slot));
        }
    }
    // The earliest first, and always in the same order.
    rows.sort_by(|(one, _, slot), (other, _, later)| (slot, &one.title).cmp(&(later, &other.title)));
    rows
}
