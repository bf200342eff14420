//! The week: a strip of seven days, how far the program is, and below it what is on each day.

mod days;
mod progress;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::week::{Occasion, Timetable, day_range};
use domain::{Language, ProgramId};
use leptos::prelude::*;
use storage::StoreError;
use text::Text;
use ui::{
    ButtonKind, ButtonLink, Effect, EmptyState, Icon, Memo, RwSignal, Signal, StripDay, Turn, WeekStrip, derived,
};

use super::found::NotRead;
use super::occasion;
use crate::browser::{clock, dates, focus, time};
use crate::routes::Page;
use crate::state::{App, OpenJournal, follow_with};
use days::DayList;
use progress::{ProgramLine, running};

/// A week as it was read.
#[derive(Clone)]
struct Read {
    first: NaiveDate,
    timetable: Timetable,
    occasions: Vec<Occasion>,
}

impl Read {
    /// Whether a day is one of its seven.
    fn has(&self, day: NaiveDate) -> bool {
        (self.first..=day_at(self.first, 6)).contains(&day)
    }
}

/// What is shown; it changes far less often than what stands in it.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    NotRead,
    /// Nothing was ever planned.
    Empty,
    Week,
}

/// The week.
#[component]
pub fn Week(app: App) -> impl IntoView {
    let left_at = app.left_week_at.get_value();
    let first = RwSignal::new(left_at.unwrap_or_else(|| week_of(clock::now().day(), app.text().language)));
    let read = follow_with(
        app,
        move || {
            app.woken.track();
            first.track();
        },
        move |journal| async move { read_week(app, &journal, first).await },
    );
    let shown = Memo::new(move |_| {
        read.with(|read| match read {
            None => Shown::Nothing,
            Some(Err(_)) => Shown::NotRead,
            Some(Ok(read)) if is_empty(&read.timetable) => Shown::Empty,
            Some(Ok(_)) => Shown::Week,
        })
    });
    let is_there = Memo::new(move |_| shown.get() == Shown::Week);
    // The bench measures from the tap on the tab to this.
    Effect::new(move |_| {
        if is_there.get() {
            request_animation_frame(|| time::mark("handrail:week"));
        }
    });
    let week = derived(move || read.with(|read| read.as_ref().and_then(|read| read.as_ref().ok().cloned())));
    move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::NotRead => view! { <NotRead app=app /> }.into_any(),
        Shown::Empty => view! { <NothingYet app=app /> }.into_any(),
        Shown::Week => view! { <Shows app=app first=first week=week /> }.into_any(),
    }
}

async fn read_week(app: App, journal: &OpenJournal, first: RwSignal<NaiveDate>) -> Result<Read, StoreError> {
    let first = first.try_get_untracked().unwrap_or_default();
    let (zones, now) = (app.zones(), clock::now());
    let range = day_range(&zones, now.zone(), first, day_at(first, 6));
    let occasions = journal.week(&zones, now.zone(), range).await?;
    Ok(Read { first, timetable: journal.timetable(), occasions })
}

fn is_empty(timetable: &Timetable) -> bool {
    timetable.programs.is_empty() && timetable.sessions.is_empty() && timetable.imported.is_empty()
}

/// The first day of the week of a day: Sunday in English, Monday in Spanish.
fn week_of(day: NaiveDate, language: Language) -> NaiveDate {
    let begins = match language {
        Language::En => Weekday::Sun,
        Language::Es => Weekday::Mon,
    };
    day.week(begins).checked_first_day().unwrap_or(day)
}

fn day_at(first: NaiveDate, place: u64) -> NaiveDate {
    first.checked_add_days(Days::new(place)).unwrap_or(first)
}

#[component]
fn NothingYet(app: App) -> impl IntoView {
    view! {
        <EmptyState text=app.text().week().empty icon=Icon::Week>
            <ButtonLink href=Page::SetUp.path()>{app.text().titles().set_up}</ButtonLink>
            <ButtonLink href=Page::CalendarIn.path() kind=ButtonKind::Quiet>
                {app.text().titles().calendar_in}
            </ButtonLink>
            <ButtonLink href=Page::PackIn.path() kind=ButtonKind::Quiet>
                {app.text().titles().pack_in}
            </ButtonLink>
            <ButtonLink href=Page::AddSession.path() kind=ButtonKind::Plain>
                {app.text().week().add_one}
            </ButtonLink>
            <ButtonLink href=Page::Meetings.path() kind=ButtonKind::Plain>
                {app.text().titles().meetings}
            </ButtonLink>
        </EmptyState>
    }
}

#[component]
fn Shows(app: App, first: RwSignal<NaiveDate>, week: Signal<Option<Read>>) -> impl IntoView {
    let picked = RwSignal::new(None::<NaiveDate>);
    let turn = move |turn: Turn| {
        let now = first.get_untracked();
        let to = match turn {
            Turn::Back => now.checked_sub_days(Days::new(7)),
            Turn::Forward => now.checked_add_days(Days::new(7)),
        };
        // A year more than any plan looks ahead or back.
        let is_near = |to: &NaiveDate| (1971..2199).contains(&to.year());
        if let Some(to) = to.filter(is_near) {
            picked.set(None);
            first.set(to);
            app.left_week_at.set_value(Some(to));
        }
    };
    let wants_focus = StoredValue::new(false);
    let pick = move |place: usize| {
        let day = day_at(first.get_untracked(), u64::try_from(place).unwrap_or_default());
        wants_focus.set_value(true);
        picked.set(Some(day));
    };
    // Its week may still be on its way: a heading that is drawn before the days around it loses the focus when they push it aside.
    Effect::new(move |_| {
        let Some(day) = picked.get().filter(|day| week.with(|week| week.as_ref().is_some_and(|week| week.has(*day))))
        else {
            return;
        };
        if wants_focus.try_update_value(std::mem::take) == Some(true) {
            let id = days::heading_id(day);
            request_animation_frame(move || {
                focus::focus(&id);
            });
        }
    });
    let heading = move || {
        let first = first.get();
        dates::day_range(first, day_at(first, 6), clock::now().day(), app.text().language)
    };
    view! {
        <WeekStrip
            heading=derived(heading)
            previous=app.text().week().previous.to_owned()
            next=app.text().week().next_week.to_owned()
            days=derived(move || strip(app, first.get(), week.get().as_ref()))
            on_pick=pick
            on_turn=turn
        />
        <ProgramLine app=app week=week />
        <DayList app=app week=week picked=picked />
        <Ways app=app week=week />
    }
}

/// The days of the strip. While another week is being read, its days stand there without marks.
fn strip(app: App, first: NaiveDate, week: Option<&Read>) -> Vec<StripDay> {
    let (text, today) = (app.text(), clock::now().day());
    let occasions = week.filter(|week| week.first == first).map_or(&[][..], |week| &week.occasions);
    let day = |place| {
        let date = day_at(first, place);
        let there: Vec<&Occasion> =
            occasions.iter().filter(|one| occasion::day(app, &one.occurrence) == date).collect();
        StripDay {
            letter: dates::day_letter(date, text.language),
            number: date.day().to_string(),
            name: name(date, today, &there, text),
            marks: there.iter().map(|one| occasion::state(one)).collect(),
            is_today: date == today,
        }
    };
    (0..7).map(day).collect()
}

/// "Tuesday, November 24, today: Group, attended".
fn name(date: NaiveDate, today: NaiveDate, there: &[&Occasion], text: Text) -> String {
    let mut name = dates::day(date, today, text.language);
    if date == today {
        name = format!("{name}, {}", text.week().today);
    }
    let told = there.iter().map(|one| {
        let standing = occasion::standing(one, text).unwrap_or_else(|| text.week().planned.to_owned());
        format!("{}, {standing}", occasion::title(&one.occurrence.about, text))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { name } else { format!("{name}: {}", told.join("; ")) }
}

/// The quiet ways on from a week that has something in it.
#[component]
fn Ways(app: App, week: Signal<Option<Read>>) -> impl IntoView {
    let program =
        Memo::new(move |_| week.with(|week| running(&week.as_ref()?.timetable, clock::now().day()).map(|(id, _)| *id)));
    let to_program = move |id: ProgramId| {
        view! {
            <ButtonLink href=Page::Program(id).path() kind=ButtonKind::Plain>
                {app.text().titles().program}
            </ButtonLink>
        }
    };
    let to_set_up = move || {
        view! {
            <ButtonLink href=Page::SetUp.path() kind=ButtonKind::Plain>
                {app.text().titles().set_up}
            </ButtonLink>
        }
    };
    view! {
        <div class="cluster">
            <ButtonLink href=Page::AddSession.path() kind=ButtonKind::Quiet icon=Icon::Plus>
                {app.text().titles().add_session}
            </ButtonLink>
            <ButtonLink href=Page::Meetings.path() kind=ButtonKind::Plain>
                {app.text().titles().meetings}
            </ButtonLink>
            <ButtonLink href=Page::CalendarIn.path() kind=ButtonKind::Plain>
                {app.text().titles().calendar_in}
            </ButtonLink>
            <ButtonLink href=Page::PackIn.path() kind=ButtonKind::Plain>
                {app.text().titles().pack_in}
            </ButtonLink>
            <ButtonLink href=Page::CalendarOut.path() kind=ButtonKind::Plain>
                {app.text().titles().calendar_out}
            </ButtonLink>
            <ButtonLink href=Page::Reminders.path() kind=ButtonKind::Plain>
                {app.text().titles().reminders}
            </ButtonLink>
            {ui::live(move || match program.get() {
                Some(id) => to_program(id).into_any(),
                None => to_set_up().into_any(),
            })}
        </div>
    }
}
