//! One date of a session in words and times: the same in the week, on its own page and on Today.

use chrono::NaiveDate;
use domain::week::{Occasion, Occurrence, Shown, Times};
use domain::{About, Attendance, Visit, VisitKey, Zone};
use text::Text;
use ui::{SessionLine, SessionState};

use crate::browser::{clock, dates};
use crate::routes::{Page, SessionKey};
use crate::state::App;

/// Its kind, or the person's own name for it.
pub fn title(about: &About, text: Text) -> String {
    let kind = || (text.program().kind)(about.kind()).to_owned();
    about.title().map_or_else(kind, |title| title.as_str().to_owned())
}

/// Start and end by the clock of where the person is.
pub fn times_here(app: App, occurrence: &Occurrence) -> Times {
    occurrence.times_here(&app.zones(), clock::now().zone()).unwrap_or(occurrence.times)
}

/// The day on which it is for the person.
pub fn day(app: App, occurrence: &Occurrence) -> NaiveDate {
    times_here(app, occurrence).start.date()
}

/// "6:00 – 9:00 PM", by the clock of where the person is.
pub fn time(app: App, occurrence: &Occurrence) -> String {
    let text = app.text();
    if occurrence.is_all_day {
        return text.week().all_day.to_owned();
    }
    let times = times_here(app, occurrence);
    dates::time_range(times.start, times.end, text.language)
}

/// "7:00 – 10:00 PM, Chicago time", with the day where that is another one. None where both clocks show the same.
pub fn time_there(app: App, occurrence: &Occurrence) -> Option<String> {
    let here = occurrence.times_here(&app.zones(), clock::now().zone())?;
    let text = app.text();
    let there = occurrence.times;
    let mut times = dates::time_range(there.start, there.end, text.language);
    if here.start.date() != there.start.date() {
        let day = dates::day(there.start.date(), clock::now().day(), text.language);
        times = format!("{day}, {times}");
    }
    Some((text.week().there)(&times, &city(&occurrence.zone)))
}

/// "Chicago" of "America/Chicago".
pub fn city(zone: &Zone) -> String {
    zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// "Room 4", "Online", "By phone", or more than one of them.
pub fn place(about: &About, text: Text) -> Option<String> {
    let words = text.week();
    let ways = [
        about.place().map(|place| place.as_str()),
        about.link().map(|_| words.online),
        about.phone().map(|_| words.by_phone),
    ];
    let ways: Vec<&str> = ways.into_iter().flatten().collect();
    (!ways.is_empty()).then(|| ways.join(" · "))
}

/// The shape that stands for it.
pub fn state(occasion: &Occasion) -> SessionState {
    if !occasion.takes_place() {
        return SessionState::CalledOff;
    }
    match attendance(occasion) {
        Some(Attendance::Attended | Attendance::Late) => SessionState::Attended,
        Some(Attendance::Missed | Attendance::Excused) => SessionState::Missed,
        Some(Attendance::Cancelled) => SessionState::CalledOff,
        None => SessionState::Planned,
    }
}

/// What was told, or what is to be known about it: "attended", "called off", "moved from November 24, 6:00 PM".
pub fn standing(occasion: &Occasion, text: Text) -> Option<String> {
    let (one, words) = (&occasion.occurrence, text.week());
    let shown = match (attendance(occasion), one.shown) {
        (_, Shown::Cancelled) => Some(words.off.to_owned()),
        (Some(attendance), _) => Some((words.told)(attendance).to_owned()),
        (None, Shown::Tentative) => Some(words.tentative.to_owned()),
        (None, Shown::Planned) => None,
    };
    let moved = one.moved_from.map(|from| (words.moved_from)(&dates::civil_day_and_time(from, text.language)));
    let elsewhere = one.has_other_place.then(|| words.other_place.to_owned());
    let parts: Vec<String> = [shown, moved, elsewhere].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Whether somebody was there, as far as it was told.
pub fn attendance(occasion: &Occasion) -> Option<Attendance> {
    occasion.visit.as_ref().and_then(Visit::attendance)
}

/// Its page.
pub fn page(key: &VisitKey) -> Page {
    Page::Session(SessionKey::of(key))
}

/// It as a row.
pub fn line(app: App, occasion: &Occasion) -> SessionLine {
    let (one, text) = (&occasion.occurrence, app.text());
    SessionLine {
        href: Some(page(&one.key).path()),
        state: state(occasion),
        time: time(app, one),
        time_there: time_there(app, one),
        title: title(&one.about, text),
        place: place(&one.about, text),
        standing: standing(occasion, text),
    }
}
