//! What was done besides logging, as it stands in the log: a strategy, a session, a dose, a list.

use domain::Visit;
use domain::week::Timetable;
use engine::{Done, EntryKey, Only, RecordId};
use ui::Icon;

use crate::browser::{clock, dates};
use crate::facts::Line;
use crate::pages::occasion;
use crate::routes::Page;
use crate::state::App;

/// How it is shown.
pub struct DoneShown {
    pub icon: Icon,
    /// "3:40 PM · 7 → 4", "8:00 AM · Taken".
    pub time: String,
    pub line: Line,
    /// Where it can be changed.
    pub page: Page,
}

/// `timetable` knows what a session is called.
pub fn shown(app: App, id: RecordId, done: &Done, timetable: &dyn Fn() -> Timetable) -> DoneShown {
    let text = app.text();
    let of =
        |time: Option<String>, told: Option<String>| [time, told].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let at = || Some(dates::time(done.at(), text.language));
    let (icon, only, time, page) = match done {
        Done::Run(run) => {
            let change = run.change().map(|(before, after)| format!("{} → {}", before.value(), after.value()));
            (Icon::Cope, Only::Coping, of(at(), change), Page::Run(EntryKey::of(id)))
        }
        Done::Visit(visit) => {
            let told = visit.attendance().map(|attendance| (text.week().told)(attendance).to_owned());
            (Icon::Week, Only::Sessions, of(at(), told), occasion::page(visit.key()))
        }
        Done::Dose(dose) => {
            let slot = dose.slot();
            let at = slot.at.map(|at| dates::time_of_day(at.on(slot.day), text.language));
            let told = dose.told().map(|told| (text.medication().told)(told).to_owned());
            (Icon::Clock, Only::Medication, of(at, told), Page::Medication)
        }
        Done::Ticks(day) => (Icon::Checklist, Only::Lists, day.name().as_str().to_owned(), Page::Checklist(day.list())),
    };
    let words = match done {
        Done::Visit(_) => words(app, done, &timetable()),
        Done::Run(_) | Done::Dose(_) | Done::Ticks(_) => words(app, done, &Timetable::default()),
    };
    let label = (text.log().only)(only).to_owned();
    DoneShown { icon, time, line: Line { intensity: None, label, change: None, words }, page }
}

/// What is said of it: the name of what was done, and the person's own words about it.
pub fn words(app: App, done: &Done, timetable: &Timetable) -> String {
    let name_of = |visit: &Visit| {
        let at = timetable.occurrence(&app.zones(), clock::now().zone(), visit.key())?;
        Some(occasion::title(&at.about, app.text()))
    };
    let parts: Vec<String> = match done {
        Done::Run(run) => vec![run.name().as_str().to_owned()],
        Done::Visit(visit) => {
            let takeaway = visit.takeaway().map(|note| note.as_str().to_owned());
            [name_of(visit), takeaway].into_iter().flatten().collect()
        }
        Done::Dose(dose) => {
            let reason = dose.reason().map(|reason| reason.as_str().to_owned());
            [Some(dose.name().as_str().to_owned()), reason].into_iter().flatten().collect()
        }
        Done::Ticks(day) => day.ticked().iter().map(|step| step.as_str().to_owned()).collect(),
    };
    parts.join(" · ")
}
