//! One shape, adjusted: first day, weekdays, time, and what will be in the week, in words, before it is saved.

use chrono::NaiveDate;
use domain::{Beginning, Plan, PlanError, Template, Weekdays, day_from_field};
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, FieldKind, RwSignal, Switch, TextField, derived};

use super::preview::Preview;
use crate::browser::clock;
use crate::pages::plan::fields::{DaysField, date_field, saving_of, time_field, time_from_field};
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// What is in the fields.
#[derive(Clone, Copy)]
pub struct Adjusted {
    pub template: Template,
    date: RwSignal<String>,
    days: RwSignal<Weekdays>,
    start: RwSignal<String>,
    with_wellness: RwSignal<bool>,
}

/// Why there is no plan yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NoPlan {
    Date,
    Time,
    Refused(PlanError),
}

impl Adjusted {
    fn new(template: Template) -> Self {
        let (days, start) = (template.usual_days(), template.usual_start());
        let now = clock::now().civil();
        let is_ahead = |date: &NaiveDate| days.contains(chrono::Datelike::weekday(date)) && start.on(*date) > now;
        let first = now.date().iter_days().take(8).find(is_ahead).unwrap_or(now.date());
        Self {
            template,
            date: RwSignal::new(date_field(first)),
            days: RwSignal::new(days),
            start: RwSignal::new(time_field(start)),
            with_wellness: RwSignal::new(false),
        }
    }

    /// The plan as the fields have it now.
    pub fn plan(self) -> Result<Plan, NoPlan> {
        let date = day_from_field(&self.date.get()).ok_or(NoPlan::Date)?;
        let start = time_from_field(&self.start.get()).ok_or(NoPlan::Time)?;
        let beginning = Beginning {
            date,
            days: self.days.get(),
            start,
            zone: clock::now().zone().clone(),
            with_wellness: self.with_wellness.get(),
        };
        self.template.plan(&beginning).map_err(NoPlan::Refused)
    }
}

/// One shape, to be adjusted and saved.
#[component]
pub fn SetUpAs(app: App, template: Template) -> impl IntoView {
    let adjusted = Adjusted::new(template);
    let text = app.text().program();
    let about_date = move || match adjusted.plan().err() {
        Some(NoPlan::Date) => Some(text.no_date.to_owned()),
        Some(NoPlan::Refused(why)) => Some((text.refused)(why).to_owned()),
        Some(NoPlan::Time) | None => None,
    };
    let about_time = move || matches!(adjusted.plan(), Err(NoPlan::Time)).then(|| text.no_time.to_owned());
    let has_weekend = template == Template::EveningsAndWeekends;
    view! {
        <div>
            <h2 class="lead strong">{(text.shape)(template)}</h2>
            <p class="quiet">{(text.shape_line)(template)}</p>
        </div>
        <div class="card">
            <TextField
                id="first-day"
                kind=FieldKind::Date
                label=text.first_day.to_owned()
                value=adjusted.date
                error=derived(about_date)
                on_input=move |words| adjusted.date.set(words)
            />
            <DaysField app=app days=adjusted.days />
            <TextField
                id="start"
                kind=FieldKind::Time
                label=text.start_time.to_owned()
                hint=has_weekend.then(|| text.weekend_is_early.to_owned())
                value=adjusted.start
                error=derived(about_time)
                on_input=move |words| adjusted.start.set(words)
            />
            {(template == Template::Daily).then(|| view! { <Wellness app=app on=adjusted.with_wellness /> })}
        </div>
        <Preview app=app adjusted=adjusted />
        <Save app=app adjusted=adjusted />
    }
}

#[component]
fn Wellness(app: App, on: RwSignal<bool>) -> impl IntoView {
    view! {
        <Switch
            id="wellness"
            label=app.text().program().wellness.to_owned()
            hint=Some(app.text().program().wellness_line.to_owned())
            on=on
            on_change=move |is_on| on.set(is_on)
        />
    }
}

#[component]
fn Save(app: App, adjusted: Adjusted) -> impl IntoView {
    let is_busy = RwSignal::new(false);
    let why = RwSignal::new(None::<WeekError>);
    let save = move || {
        // Without a plan, the sentence is beside the field already.
        let Ok(plan) = untrack(|| adjusted.plan()) else { return };
        is_busy.set(true);
        spawn_local(async move {
            match app.save_plan(plan).await {
                Ok(()) => app.go_to.set(Some(Page::Week)),
                Err(error) => {
                    let _ = why.try_set(Some(error));
                    let _ = is_busy.try_set(false);
                }
            }
        });
    };
    let refused = move || match why.get() {
        Some(WeekError::Plan(why)) => Some((app.text().program().refused)(why)),
        Some(WeekError::Save(_)) | None => None,
    };
    view! {
        <p role="alert">{refused}</p>
        <Problem app=app why=derived(move || why.get().and_then(saving_of)) on_again=move |()| save() />
        <Button wide=true busy=is_busy disabled=derived(move || adjusted.plan().is_err()) on_press=move |()| save()>
            {app.text().program().save_program}
        </Button>
    }
}
