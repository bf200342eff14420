//! Medication: what is to be taken today, what became of it, and how the week went. No amount is ever advised.

mod doses;
mod form;

use chrono::{Days, NaiveDate};
use domain::medication::{Dose, DoseSlot, Intake, Medication, MedicationId, Schedule, Stage};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, For, Icon, Memo, live};

pub use form::MedicationForm;

use super::plan::fields::days_in_words;
use super::safety::{ThePeople, is_professional};
use crate::answer::Answer;
use crate::browser::{clock, dates};
use crate::routes::Page;
use crate::state::{App, OpenJournal, follow_with};
use doses::Doses;

/// So many days are counted, today included.
const WEEK_DAYS: u64 = 7;
/// A refill is spoken of from so many days before.
const REFILL_DAYS: u64 = 7;

/// What was told about the last seven days.
pub type Read = Vec<Dose>;

/// Reads it. A home that does not answer has told nothing.
pub async fn read(journal: &OpenJournal) -> Read {
    let today = clock::now().day();
    journal.doses(week_before(today), today).await.unwrap_or_default()
}

fn week_before(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(WEEK_DAYS - 1)).unwrap_or(today)
}

/// One medication on the screen.
#[derive(Clone, Copy)]
pub struct Here {
    pub app: App,
    pub id: MedicationId,
    /// What was told lately, about all of them.
    pub told: Answer<Read>,
}

#[component]
pub fn AllMedication(app: App) -> impl IntoView {
    let words = app.text().medication();
    let told = follow_with(app, move || app.woken.track(), move |journal| async move { read(&journal).await });
    let all = Memo::new(move |_| {
        app.revision.track();
        app.journal().medications()
    });
    view! {
        <p class="lead">{words.lead}</p>
        {live(move || all.with(Vec::is_empty).then(|| view! { <p class="quiet">{words.none_yet}</p> }))}
        <For each=move || all.get() key=|(id, _)| *id let:one>
            <OneMedication here=Here { app, id: one.0, told } medication=one.1 />
        </For>
        <Missed app=app told=told />
        <ButtonLink href=Page::AddMedication.path() wide=true icon=Icon::Plus kind=ButtonKind::Quiet>
            {words.add}
        </ButtonLink>
    }
}

#[component]
fn OneMedication(here: Here, medication: Medication) -> impl IntoView {
    let Here { app, id, told } = here;
    let words = app.text().medication();
    let dose = medication.dose().map(|dose| view! { <p class="own-text">{dose.as_str().to_owned()}</p> });
    let about = schedule(app, medication.schedule());
    let refill = medication.refill().map(|day| refill_line(app, day));
    let counted = medication.clone();
    let week = move || {
        let now = clock::now();
        let days = (week_before(now.day()), now.day());
        let intake =
            told.with(|told| told.as_ref().map(|told| Intake::of(&counted, id, told, days, &now)).unwrap_or_default());
        (intake.of > 0).then(|| (words.week)(intake.taken, intake.of))
    };
    let name = medication.name().as_str().to_owned();
    view! {
        <Card id=format!("medication-{}", id.to_hex()) heading=Some(name)>
            {dose}
            <p class="quiet">{about}</p>
            <Doses here=here medication=medication.clone() />
            {live(move || week().map(|week| view! { <p class="quiet numbers">{week}</p> }))}
            {refill.map(|refill| view! { <p class="quiet">{refill}</p> })}
            <ButtonLink href=Page::EditMedication(id).path() kind=ButtonKind::Plain icon=Icon::Edit>
                {words.change}
            </ButtonLink>
        </Card>
    }
}

/// "Mon, Tue · 8:00 AM, 8:30 PM", or what else it is.
fn schedule(app: App, schedule: &Schedule) -> String {
    let (words, language) = (app.text().medication(), app.text().language);
    match schedule {
        Schedule::AtTimes { days, times } => {
            let today = clock::now().day();
            let times =
                times.iter().map(|at| dates::time_of_day(at.on(today), language)).collect::<Vec<_>>().join(", ");
            if *days == domain::Weekdays::EVERY_DAY {
                times
            } else {
                format!("{} · {times}", days_in_words(*days, language))
            }
        }
        Schedule::EveryDays(every) => (words.every)(every.days()),
        Schedule::AsNeeded => words.as_needed.to_owned(),
    }
}

fn refill_line(app: App, day: NaiveDate) -> String {
    let (words, today) = (app.text().medication(), clock::now().day());
    let written = dates::short_day(day, today, app.text().language);
    if is_refill_soon(day, today) { (words.refill_soon)(&written) } else { (words.refill_by)(&written) }
}

fn is_refill_soon(day: NaiveDate, today: NaiveDate) -> bool {
    today.checked_add_days(Days::new(REFILL_DAYS)).is_some_and(|soon| day <= soon)
}

/// What Today says is due: the times whose dose was not told about, and refills that come soon. No name stands there.
pub fn due_today(app: App, journal: &OpenJournal, told: &[Dose]) -> Option<String> {
    let (now, language) = (clock::now(), app.text().language);
    let today = now.day();
    let is_told =
        |id: MedicationId, slot: DoseSlot| told.iter().any(|dose| dose.medication() == id && dose.slot() == slot);
    let mut lines: Vec<String> = Vec::new();
    for (id, medication) in journal.medications() {
        let schedule = medication.schedule();
        let due = medication.on(today).into_iter().filter(|slot| schedule.stage(*slot, &now) == Stage::Due);
        lines.extend(due.filter(|slot| !is_told(id, *slot)).map(|slot| slot_words(app, schedule, slot)));
        let refill = medication.refill().filter(|day| is_refill_soon(*day, today));
        let refill = refill.map(|day| (app.text().medication().refill_by)(&dates::short_day(day, today, language)));
        lines.extend(refill);
    }
    lines.dedup();
    (!lines.is_empty()).then(|| lines.join(" · "))
}

/// The time of a dose, or its window.
pub fn slot_words(app: App, schedule: &Schedule, slot: DoseSlot) -> String {
    let (words, language, today) = (app.text().medication(), app.text().language, clock::now().day());
    match (schedule, slot.at) {
        (Schedule::EveryDays(every), _) => {
            let (opens, closes) = every.window(slot.day);
            let written = |day| dates::short_day(day, today, language);
            (words.between)(&written(opens), &written(closes))
        }
        (_, Some(at)) => dates::time_of_day(at.on(slot.day), language),
        (_, None) => dates::short_day(slot.day, today, language),
    }
}

/// What to do about a dose that was missed, and whom to call: said once something was skipped lately.
#[component]
fn Missed(app: App, told: Answer<Read>) -> impl IntoView {
    let is_missed = Memo::new(move |_| {
        let skipped = |dose: &Dose| dose.told() == Some(domain::medication::DoseTold::Skipped);
        told.with(|told| told.iter().flatten().any(skipped))
    });
    live(move || {
        is_missed.get().then(|| {
            view! {
                <Card id="missed">
                    <p>{app.text().medication().missed}</p>
                    <ThePeople app=app is_wanted=is_professional missing=None />
                </Card>
            }
        })
    })
}
