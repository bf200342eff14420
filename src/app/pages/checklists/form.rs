//! A list as it is written: what it is for, its steps, and when it comes up.

use domain::{
    Checklist, ChecklistError, ChecklistId, ChecklistUse, Label, MOST_STEPS, Repeats, StartTime, Weekdays, WordsError,
};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonLink, Card, Choice, FieldKind, RadioGroup, RwSignal, Select, Show, Signal, TextField, derived};

use crate::pages::details::own::limit;
use crate::pages::plan::fields::{AnyDays, time_field, time_from_field};
use crate::pages::saving::Problem;
use crate::pages::steps::{self, StepFields, Steps, steps_of};
use crate::routes::Page;
use crate::state::App;

#[component]
pub fn ChecklistForm(app: App, id: Option<ChecklistId>) -> impl IntoView {
    let known = id.map(|id| app.journal().checklists().into_iter().find(|(there, _)| *there == id));
    match known {
        Some(None) => view! {
            <p class="lead">{app.text().checklists().gone}</p>
            <ButtonLink href=Page::Checklists.path()>{app.text().titles().checklists}</ButtonLink>
        }
        .into_any(),
        Some(Some((_, list))) => view! { <Form app=app id=id list=Some(list) /> }.into_any(),
        None => view! { <Form app=app id=None list=None /> }.into_any(),
    }
}

/// Why it is not saved yet.
#[derive(Clone, Copy, PartialEq)]
enum Refused {
    NoName,
    NoStep,
    TooLong,
    NoTime,
}

/// What is on the screen.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    list_use: RwSignal<ChecklistUse>,
    steps: Steps,
    /// A bit for each day, Monday the lowest.
    days: RwSignal<u8>,
    day_of_month: RwSignal<Option<u8>>,
    at: RwSignal<String>,
}

impl Typed {
    fn of(list: Option<&Checklist>) -> Self {
        let repeats = list.map(Checklist::repeats).unwrap_or_default();
        Self {
            name: RwSignal::new(list.map_or_else(String::new, |list| list.name().as_str().to_owned())),
            list_use: RwSignal::new(list.map_or(ChecklistUse::Routine, Checklist::list_use)),
            steps: steps_of(list.map_or(&[][..], Checklist::steps)),
            days: RwSignal::new(repeats.days.map_or(0, Weekdays::bits)),
            day_of_month: RwSignal::new(repeats.day_of_month),
            at: RwSignal::new(repeats.at.map(time_field).unwrap_or_default()),
        }
    }

    fn read(self) -> Result<Checklist, Refused> {
        let name = Label::new(&self.name.get_untracked()).map_err(|error| match error {
            WordsError::Empty => Refused::NoName,
            WordsError::TooLong { .. } => Refused::TooLong,
        })?;
        let steps = steps::read(&self.steps.get_untracked()).ok_or(Refused::TooLong)?;
        let at = self.at.get_untracked();
        let at: Option<StartTime> = match at.trim() {
            "" => None,
            at => Some(time_from_field(at).ok_or(Refused::NoTime)?),
        };
        let days = Weekdays::from_bits(self.days.get_untracked());
        let repeats = Repeats { days, day_of_month: self.day_of_month.get_untracked(), at };
        Checklist::new(name, self.list_use.get_untracked(), steps, repeats).map_err(|error| match error {
            ChecklistError::NoStep => Refused::NoStep,
            ChecklistError::TooManySteps { .. } | ChecklistError::NoSuchDay => Refused::TooLong,
        })
    }
}

#[component]
fn Form(app: App, id: Option<ChecklistId>, list: Option<Checklist>) -> impl IntoView {
    let words = app.text().checklists();
    let typed = Typed::of(list.as_ref());
    let refused = RwSignal::new(None::<Refused>);
    let failed = RwSignal::new(None::<SaveError>);
    let save = move |()| {
        let read = typed.read();
        refused.set(read.as_ref().err().copied());
        let Ok(list) = read else { return };
        spawn_local(async move {
            match app.save_checklist(id, list).await {
                Ok(()) => app.go_to.set(Some(id.map_or(Page::Checklists, Page::Checklist))),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    let cope = app.text().cope();
    let problem = derived(move || match refused.get() {
        Some(Refused::NoStep) => Some(cope.no_step),
        Some(Refused::TooLong) => Some(cope.too_long),
        Some(Refused::NoName | Refused::NoTime) | None => None,
    });
    let said =
        move |of: Refused, words: &'static str| derived(move || (refused.get() == Some(of)).then(|| words.to_owned()));
    let uses = ChecklistUse::ALL
        .iter()
        .map(|of| Choice { value: of.code().to_owned(), label: (words.list_use)(*of).to_owned() })
        .collect::<Vec<_>>();
    view! {
        <Card id="list-name">
            <TextField
                id="checklist-name"
                label=words.name.to_owned()
                value=typed.name
                error=said(Refused::NoName, cope.name_missing)
                limit=limit(app, Label::LIMIT)
                on_input=move |text| typed.name.set(text)
            />
            <RadioGroup
                name="list-use"
                legend=words.what_for.to_owned()
                choices=Signal::stored(uses)
                value=derived(move || typed.list_use.get().code().to_owned())
                on_choose=move |code: String| typed.list_use.set(ChecklistUse::from_code(&code).unwrap_or(ChecklistUse::Routine))
            />
            <p class="quiet">{ui::live(move || (words.use_hint)(typed.list_use.get()))}</p>
        </Card>
        <Card id="list-steps" heading=derived(move || Some((words.steps)(typed.list_use.get()).to_owned()))>
            <StepFields app=app id="checklist-step" steps=typed.steps most=MOST_STEPS problem=problem />
        </Card>
        <Show when=move || typed.list_use.get() != ChecklistUse::StayingAway>
            <WhenItComesUp app=app typed=typed no_time=said(Refused::NoTime, words.no_time) />
        </Show>
        <Problem app=app why=failed on_again=save />
        <Button wide=true on_press=save>
            {app.text().common().save}
        </Button>
    }
}

#[component]
fn WhenItComesUp(app: App, typed: Typed, no_time: Signal<Option<String>>) -> impl IntoView {
    let words = app.text().checklists();
    let none = Choice { value: String::new(), label: words.no_day.to_owned() };
    let month: Vec<Choice> = std::iter::once(none)
        .chain((1..=31_u8).map(|day| Choice { value: day.to_string(), label: day.to_string() }))
        .collect();
    view! {
        <Card id="list-when" heading=Some(words.when.to_owned())>
            <p class="quiet">{words.when_hint}</p>
            <AnyDays app=app heading=words.days days=typed.days />
            <Select
                id="day-of-month"
                label=words.day_of_month.to_owned()
                choices=Signal::stored(month)
                value=derived(move || typed.day_of_month.get().map(|day| day.to_string()).unwrap_or_default())
                on_choose=move |day: String| typed.day_of_month.set(day.parse().ok())
            />
            <TextField
                id="checklist-time"
                kind=FieldKind::Time
                label=words.time.to_owned()
                hint=Signal::stored(Some(words.time_hint.to_owned()))
                value=typed.at
                error=no_time
                on_input=move |text| typed.at.set(text)
            />
        </Card>
    }
}
