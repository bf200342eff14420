//! Days, dates and times as the fields of a form write them, and the fields that more than one form has.

use chrono::{NaiveDate, NaiveTime, Weekday};
use domain::{Language, StartTime, Weekdays as Days, to_field};
use engine::{SaveError, WeekError};
use leptos::prelude::*;
use ui::{DayOfWeek, RwSignal, Weekdays, derived};

use crate::browser::dates;
use crate::state::App;

/// `2026-11-22`.
pub fn date_field(date: NaiveDate) -> String {
    to_field(date.and_time(NaiveTime::MIN)).chars().take_while(|c| *c != 'T').collect()
}

/// `18:00`.
pub fn time_field(start: StartTime) -> String {
    format!("{:02}:{:02}", start.minutes() / 60, start.minutes() % 60)
}

/// The way back. Seconds, which some browsers add, are left out.
pub fn time_from_field(words: &str) -> Option<StartTime> {
    let mut parts = words.split(':');
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    StartTime::at(hour, minute)
}

/// "Mon, Tue, Thu", from the day on which the language begins its week.
pub fn days_in_words(days: Days, language: Language) -> String {
    let named: Vec<String> = week_of(language)
        .into_iter()
        .filter(|day| days.contains(*day))
        .map(|day| dates::weekday(day, false, language))
        .collect();
    named.join(", ")
}

/// English calendars begin on Sunday, Spanish ones on Monday.
fn week_of(language: Language) -> [Weekday; 7] {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match language {
        Language::En => [Sun, Mon, Tue, Wed, Thu, Fri, Sat],
        Language::Es => [Mon, Tue, Wed, Thu, Fri, Sat, Sun],
    }
}

/// Why something of the week was not saved, where it is no field's fault.
pub fn saving_of(why: WeekError) -> Option<SaveError> {
    match why {
        WeekError::Save(why) => Some(why),
        WeekError::Plan(_) => None,
    }
}

/// The seven days, in the order of the language.
fn seven(language: Language) -> Vec<DayOfWeek> {
    let named = |day: Weekday| DayOfWeek {
        number: number_of(day),
        short: dates::weekday(day, false, language),
        long: dates::weekday(day, true, language),
    };
    week_of(language).into_iter().map(named).collect()
}

/// Any of the seven days, or none: a bit for each, Monday the lowest.
#[component]
pub fn AnyDays(app: App, heading: &'static str, days: RwSignal<u8>) -> impl IntoView {
    let chosen = move || (0..7).filter(|number| days.get() & (1 << number) != 0).collect::<Vec<u8>>();
    view! {
        <Weekdays
            id="days"
            heading=heading.to_owned()
            days=seven(app.language.get_untracked())
            chosen=derived(chosen)
            on_toggle=move |number: u8| days.update(|days| *days ^= 1_u8.checked_shl(number.into()).unwrap_or_default() & 0x7F)
        />
    }
}

/// The seven days; the last one that is chosen stays, with a sentence.
#[component]
pub fn DaysField(app: App, days: RwSignal<Days>) -> impl IntoView {
    let is_last = RwSignal::new(false);
    let language = app.language.get_untracked();
    let chosen = move || days.get().days().map(number_of).collect::<Vec<u8>>();
    let toggle = move |number: u8| {
        let day = week_of(language).into_iter().find(|day| number_of(*day) == number);
        let next = day.and_then(|day| days.get_untracked().toggled(day));
        is_last.set(next.is_none());
        if let Some(next) = next {
            days.set(next);
        }
    };
    view! {
        <Weekdays
            id="days"
            heading=app.text().program().days.to_owned()
            days=seven(language)
            chosen=derived(chosen)
            error=derived(move || is_last.get().then(|| app.text().program().no_day.to_owned()))
            on_toggle=toggle
        />
    }
}

/// Monday is 0.
fn number_of(day: Weekday) -> u8 {
    day.num_days_from_monday() as u8
}
