//! A line of a pack in words: what it is called, what it says, and in what it differs from what is on the phone.

use domain::pack::{Offered, Part, Row};
use domain::{Ends, Label, Line, Link, Note, PhoneNumber, Session, Weekly, When};

use crate::browser::{clock, dates};
use crate::pages::checklists::when as when_up;
use crate::pages::occasion::{city, title as title_of};
use crate::pages::plan::fields::days_in_words;
use crate::state::App;

/// What stands in place of a title.
pub fn title(app: App, offered: &Offered) -> String {
    match offered {
        Offered::Session(session) => title_of(session.about(), app.text()),
        Offered::Homework { words, .. } => words.as_str().to_owned(),
        Offered::Checklist(list) => list.name().as_str().to_owned(),
        Offered::Goal(words) => words.as_str().to_owned(),
        Offered::Feed(feed) => feed.name().as_str().to_owned(),
    }
}

/// "Session · Mon, Wed · 6:00 – 9:00 PM · from Nov 23 · until Feb 17 · 12 Oak Street".
pub fn says(app: App, offered: &Offered) -> String {
    let words = app.text().packs();
    let mut parts = vec![(words.kind)(offered.kind()).to_owned()];
    match offered {
        Offered::Session(session) => {
            let about = session.about();
            parts.extend(about.title().map(|_| (app.text().program().kind)(about.kind()).to_owned()));
            parts.extend(
                [Part::Days, Part::Time, Part::Dates, Part::Place, Part::Link, Part::Phone, Part::Counselor]
                    .into_iter()
                    .filter_map(|part| value(app, offered, part)),
            );
            parts.extend(about.bring().map(|bring| (words.bring)(bring.as_str())));
        }
        Offered::Homework { .. } => parts.extend(value(app, offered, Part::Due)),
        Offered::Checklist(_) => {
            parts.extend([Part::Steps, Part::Repeats].into_iter().filter_map(|part| value(app, offered, part)));
        }
        Offered::Feed(_) => parts.extend(value(app, offered, Part::Address)),
        Offered::Goal(_) => {}
    }
    parts.join(" · ")
}

/// "Time: 6:00 – 9:00 PM → 7:00 – 10:00 PM", for everything that differs.
pub fn changes(app: App, row: &Row) -> Vec<String> {
    let words = app.text().packs();
    let (Some(was), Some(is)) = (&row.present, &row.offered) else { return Vec::new() };
    let said = |offered, part| value(app, offered, part).unwrap_or_else(|| words.not_said.to_owned());
    let change = |part: &Part| (words.was_is)((words.part)(*part), &said(was, *part), &said(is, *part));
    row.changed.iter().map(change).collect()
}

/// What a line says about one thing; None where it says nothing.
fn value(app: App, offered: &Offered, part: Part) -> Option<String> {
    let (text, words) = (app.text(), app.text().packs());
    match (offered, part) {
        (Offered::Session(session), part) => of_session(app, session, part),
        (Offered::Homework { words, .. }, Part::Words) => Some(words.as_str().to_owned()),
        (Offered::Homework { due, .. }, Part::Due) => {
            due.map(|due| (text.week().until)(&dates::day(due, clock::now().day(), text.language)))
        }
        (Offered::Goal(words), Part::Words) => Some(words.as_str().to_owned()),
        (Offered::Checklist(list), Part::Name) => Some(list.name().as_str().to_owned()),
        (Offered::Checklist(list), Part::Kind) => Some((text.checklists().steps)(list.list_use()).to_owned()),
        (Offered::Checklist(list), Part::Steps) => {
            let steps: Vec<&str> = list.steps().iter().map(Line::as_str).collect();
            Some(format!("{} ({})", (words.steps)(steps.len()), steps.join("; ")))
        }
        (Offered::Checklist(list), Part::Repeats) => Some(when_up(app, list)).filter(|when| !when.is_empty()),
        (Offered::Feed(feed), Part::Name) => Some(feed.name().as_str().to_owned()),
        (Offered::Feed(feed), Part::Address) => {
            domain::meeting::host_of(feed.address()).map(|host| (words.from_host)(&host))
        }
        _ => None,
    }
}

fn of_session(app: App, session: &Session, part: Part) -> Option<String> {
    let (text, today) = (app.text(), clock::now().day());
    let about = session.about();
    match (part, session.when()) {
        (Part::Kind, _) => Some((text.program().kind)(about.kind()).to_owned()),
        (Part::Name, _) => about.title().map(Label::as_str).map(str::to_owned),
        (Part::Days, When::Once(date)) => Some(dates::day(date, today, text.language)),
        (Part::Days, When::Weekly(weekly)) => Some(days_in_words(weekly.on, text.language)),
        (Part::Time, _) => {
            let start = session.start().on(today);
            let length = chrono::TimeDelta::minutes(session.length().minutes().into());
            let end = start.checked_add_signed(length).unwrap_or(start);
            let times = dates::time_range(start, end, text.language);
            let is_here = session.zone() == clock::now().zone();
            Some(if is_here { times } else { (text.week().there)(&times, &city(session.zone())) })
        }
        (Part::Dates, When::Weekly(Weekly { first, ends, .. })) => {
            let day = |day| dates::short_day(day, today, text.language);
            let first = first.map(|first| (text.packs().from_day)(&day(first)));
            let last = match ends {
                Ends::On(last) => Some((text.week().until)(&day(last))),
                Ends::Open | Ends::After(_) => None,
            };
            let both: Vec<String> = [first, last].into_iter().flatten().collect();
            (!both.is_empty()).then(|| both.join(" · "))
        }
        (Part::Place, _) => about.place().map(Line::as_str).map(str::to_owned),
        (Part::Link, _) => about.link().map(Link::as_str).map(str::to_owned),
        (Part::Phone, _) => about.phone().map(PhoneNumber::as_str).map(str::to_owned),
        (Part::Counselor, _) => about.counselor().map(Label::as_str).map(str::to_owned),
        (Part::Bring, _) => about.bring().map(Note::as_str).map(str::to_owned),
        _ => None,
    }
}
