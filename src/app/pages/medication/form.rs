//! A medication as it is written: what it is called, how much, when, and when it has to be fetched again.

use chrono::NaiveDate;
use domain::medication::{MOST_TIMES, Medication, MedicationId, Schedule};
use domain::{Label, Line, StartTime, Weekdays, WordsError, day_from_field};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, ButtonLink, Card, Choice, FieldKind, For, Icon, RadioGroup, RwSignal, Select, Signal,
    TextField, derived, live,
};

use crate::browser::clock;
use crate::pages::details::own::limit;
use crate::pages::plan::fields::{DaysField, time_field, time_from_field};
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// What is offered as leeway, in days.
const LEEWAY: [u8; 8] = [0, 1, 2, 3, 5, 7, 14, 30];
/// An injection that is given every four weeks.
const FOUR_WEEKS: &str = "28";

#[component]
pub fn MedicationForm(app: App, id: Option<MedicationId>) -> impl IntoView {
    let known = id.map(|id| app.journal().medications().into_iter().find(|(there, _)| *there == id));
    match known {
        Some(None) => view! {
            <p class="lead">{app.text().medication().gone}</p>
            <ButtonLink href=Page::Medication.path()>{app.text().titles().medication}</ButtonLink>
        }
        .into_any(),
        Some(Some((_, known))) => view! { <Form app=app id=id known=Some(known) /> }.into_any(),
        None => view! { <Form app=app id=None known=None /> }.into_any(),
    }
}

/// Why it is not saved yet.
#[derive(Clone, Copy, PartialEq)]
enum Refused {
    NoName,
    TooLong,
    NoTime,
    NoDays,
    NoDate,
    NoRefill,
}

/// Which of the three.
#[derive(Clone, Copy, PartialEq)]
enum How {
    AtTimes,
    EveryDays,
    AsNeeded,
}

impl How {
    const ALL: [(How, &'static str); 3] =
        [(How::AtTimes, "times"), (How::EveryDays, "every"), (How::AsNeeded, "needed")];

    fn code(self) -> &'static str {
        How::ALL.iter().find(|(how, _)| *how == self).map_or("", |(_, code)| code)
    }
}

/// What is on the screen.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    dose: RwSignal<String>,
    how: RwSignal<How>,
    days: RwSignal<Weekdays>,
    times: RwSignal<Vec<String>>,
    every: RwSignal<String>,
    from: RwSignal<String>,
    early: RwSignal<u8>,
    late: RwSignal<u8>,
    refill: RwSignal<String>,
    since: NaiveDate,
}

impl Typed {
    fn of(known: Option<&Medication>) -> Self {
        let schedule = known.map(Medication::schedule);
        let (days, times) = match schedule {
            Some(Schedule::AtTimes { days, times }) => (*days, times.iter().map(|at| time_field(*at)).collect()),
            _ => (Weekdays::EVERY_DAY, vec![String::new()]),
        };
        let every = match schedule {
            Some(Schedule::EveryDays(every)) => Some(*every),
            _ => None,
        };
        let (early, late) = every.map_or((0, 7), domain::medication::Every::leeway);
        let how = match schedule {
            Some(Schedule::EveryDays(_)) => How::EveryDays,
            Some(Schedule::AsNeeded) => How::AsNeeded,
            Some(Schedule::AtTimes { .. }) | None => How::AtTimes,
        };
        Self {
            name: RwSignal::new(known.map_or_else(String::new, |known| known.name().as_str().to_owned())),
            dose: RwSignal::new(
                known.and_then(Medication::dose).map_or_else(String::new, |dose| dose.as_str().to_owned()),
            ),
            how: RwSignal::new(how),
            days: RwSignal::new(days),
            times: RwSignal::new(times),
            every: RwSignal::new(every.map_or_else(|| FOUR_WEEKS.to_owned(), |every| every.days().to_string())),
            from: RwSignal::new(every.map_or_else(String::new, |every| every.from().to_string())),
            early: RwSignal::new(early),
            late: RwSignal::new(late),
            refill: RwSignal::new(known.and_then(Medication::refill).map_or_else(String::new, |day| day.to_string())),
            since: known.map_or_else(|| clock::now().day(), Medication::since),
        }
    }

    fn read(self) -> Result<Medication, Refused> {
        let name = Label::new(&self.name.get_untracked()).map_err(|error| match error {
            WordsError::Empty => Refused::NoName,
            WordsError::TooLong { .. } => Refused::TooLong,
        })?;
        let dose = match Line::new(&self.dose.get_untracked()) {
            Ok(dose) => Some(dose),
            Err(WordsError::Empty) => None,
            Err(WordsError::TooLong { .. }) => return Err(Refused::TooLong),
        };
        let schedule = match self.how.get_untracked() {
            How::AtTimes => {
                let written = self.times.get_untracked();
                let times = written.iter().map(|time| time.trim()).filter(|time| !time.is_empty());
                let times: Option<Vec<StartTime>> = times.map(time_from_field).collect();
                Schedule::at_times(self.days.get_untracked(), times.ok_or(Refused::NoTime)?)
                    .map_err(|_| Refused::NoTime)?
            }
            How::EveryDays => {
                let days = self.every.get_untracked().trim().parse().map_err(|_| Refused::NoDays)?;
                let from = day_from_field(&self.from.get_untracked()).ok_or(Refused::NoDate)?;
                Schedule::every(days, from, self.early.get_untracked(), self.late.get_untracked())
                    .map_err(|_| Refused::NoDays)?
            }
            How::AsNeeded => Schedule::AsNeeded,
        };
        let refill = self.refill.get_untracked();
        let refill = match refill.trim() {
            "" => None,
            day => Some(day_from_field(day).ok_or(Refused::NoRefill)?),
        };
        Ok(Medication::new(name, dose, schedule, self.since).refilled_by(refill))
    }
}

#[component]
fn Form(app: App, id: Option<MedicationId>, known: Option<Medication>) -> impl IntoView {
    let words = app.text().medication();
    let typed = Typed::of(known.as_ref());
    let refused = RwSignal::new(None::<Refused>);
    let failed = RwSignal::new(None::<SaveError>);
    let done = move |answer: Result<(), SaveError>| match answer {
        Ok(()) => app.go_to.set(Some(Page::Medication)),
        Err(why) => {
            let _ = failed.try_set(Some(why));
        }
    };
    let save = move |()| {
        let read = typed.read();
        refused.set(read.as_ref().err().copied());
        if let Ok(medication) = read {
            spawn_local(async move { done(app.save_medication(id, medication).await) });
        }
    };
    let delete = id.map(|id| {
        let delete = move |()| spawn_local(async move { done(app.delete_medication(id).await) });
        view! {
            <Button kind=ButtonKind::Plain icon=Icon::Trash wide=true on_press=delete>
                {words.delete}
            </Button>
        }
    });
    let said =
        move |of: Refused, words: &'static str| derived(move || (refused.get() == Some(of)).then(|| words.to_owned()));
    let name_problem = derived(move || match refused.get() {
        Some(Refused::NoName) => Some(words.name_missing.to_owned()),
        Some(Refused::TooLong) => Some(app.text().cope().too_long.to_owned()),
        _ => None,
    });
    view! {
        <Card id="medication-what">
            <TextField
                id="medication-name"
                label=words.name.to_owned()
                value=typed.name
                error=name_problem
                limit=limit(app, Label::LIMIT)
                on_input=move |text| typed.name.set(text)
            />
            <TextField
                id="medication-dose"
                label=words.dose.to_owned()
                hint=Signal::stored(Some(words.dose_hint.to_owned()))
                value=typed.dose
                limit=limit(app, Line::LIMIT)
                on_input=move |text| typed.dose.set(text)
            />
        </Card>
        <When app=app typed=typed refused=refused />
        <Card id="medication-refill">
            <TextField
                id="refill"
                kind=FieldKind::Date
                label=words.refill.to_owned()
                hint=Signal::stored(Some(words.refill_hint.to_owned()))
                value=typed.refill
                error=said(Refused::NoRefill, words.no_date)
                on_input=move |text| typed.refill.set(text)
            />
        </Card>
        <Problem app=app why=failed on_again=save />
        <Button wide=true on_press=save>
            {app.text().common().save}
        </Button>
        {delete}
    }
}

#[component]
fn When(app: App, typed: Typed, refused: RwSignal<Option<Refused>>) -> impl IntoView {
    let words = app.text().medication();
    let hows: Vec<Choice> = How::ALL
        .iter()
        .map(|(how, code)| {
            let label = match how {
                How::AtTimes => words.at_times,
                How::EveryDays => words.every_days,
                How::AsNeeded => words.as_needed,
            };
            Choice { value: (*code).to_owned(), label: label.to_owned() }
        })
        .collect();
    let choose = move |code: String| {
        if let Some((how, _)) = How::ALL.iter().find(|(_, known)| *known == code) {
            typed.how.set(*how);
        }
    };
    view! {
        <Card id="medication-when">
            <RadioGroup
                name="how"
                legend=words.how.to_owned()
                choices=Signal::stored(hows)
                value=derived(move || typed.how.get().code().to_owned())
                on_choose=choose
            />
            {live(move || match typed.how.get() {
                How::AtTimes => view! { <Times app=app typed=typed refused=refused /> }.into_any(),
                How::EveryDays => view! { <EveryDays app=app typed=typed refused=refused /> }.into_any(),
                How::AsNeeded => ().into_any(),
            })}
        </Card>
    }
}

#[component]
fn Times(app: App, typed: Typed, refused: RwSignal<Option<Refused>>) -> impl IntoView {
    let words = app.text().medication();
    let numbers = move || (0..typed.times.with(Vec::len)).collect::<Vec<_>>();
    let field = move |number: usize| {
        let write = move |text: String| {
            typed.times.update(|times| {
                if let Some(time) = times.get_mut(number) {
                    *time = text;
                }
            });
        };
        view! {
            <TextField
                id=format!("medication-time-{number}")
                kind=FieldKind::Time
                label=(words.time)(number.saturating_add(1))
                value=derived(move || typed.times.with(|times| times.get(number).cloned().unwrap_or_default()))
                on_input=write
            />
        }
    };
    view! {
        <DaysField app=app days=typed.days />
        <For each=numbers key=|number| *number let:number>
            {field(number)}
        </For>
        <p class="field__error" role="alert">
            {live(move || (refused.get() == Some(Refused::NoTime)).then_some(words.no_time))}
        </p>
        {live(move || {
            (typed.times.with(Vec::len) < MOST_TIMES).then(|| view! {
                <Button
                    kind=ButtonKind::Plain
                    icon=Icon::Plus
                    on_press=move |()| typed.times.update(|times| times.push(String::new()))
                >
                    {words.add_time}
                </Button>
            })
        })}
    }
}

#[component]
fn EveryDays(app: App, typed: Typed, refused: RwSignal<Option<Refused>>) -> impl IntoView {
    let words = app.text().medication();
    let said =
        move |of: Refused, words: &'static str| derived(move || (refused.get() == Some(of)).then(|| words.to_owned()));
    let leeway = move |id: &'static str, label: &'static str, days: RwSignal<u8>| {
        let choices: Vec<Choice> =
            LEEWAY.iter().map(|days| Choice { value: days.to_string(), label: (words.days)(*days) }).collect();
        view! {
            <Select
                id=id
                label=label.to_owned()
                choices=Signal::stored(choices)
                value=derived(move || days.get().to_string())
                on_choose=move |chosen: String| days.set(chosen.parse().unwrap_or_default())
            />
        }
    };
    view! {
        <TextField
            id="every"
            label=words.every_label.to_owned()
            hint=Signal::stored(Some(words.every_hint.to_owned()))
            value=typed.every
            error=said(Refused::NoDays, words.no_days)
            on_input=move |text| typed.every.set(text)
        />
        <TextField
            id="every-from"
            kind=FieldKind::Date
            label=words.from.to_owned()
            value=typed.from
            error=said(Refused::NoDate, words.no_date)
            max=Some(clock::now().day().checked_add_days(chrono::Days::new(366)).unwrap_or_default().to_string())
            on_input=move |text| typed.from.set(text)
        />
        {leeway("early", words.early, typed.early)}
        {leeway("late", words.late, typed.late)}
    }
}
