//! What I want to talk about: entries that were marked for it, and, where notes were chosen, what was written down for a session.

use super::facts::{Open, in_order};
use super::number::{Number, Row, Rows};
use super::sheet::{MOST_TOPICS, Talk, Topic, TopicAbout};
use super::{Carries, Choice, Excerpt};
use crate::lapse::StoryPart;
use crate::moment::Moment;
use crate::visit::{Prompt, Visit};
use chrono::{NaiveDateTime, Timelike};

/// A topic, what it is about, and where it stands among the others: by its instant, then by its id.
struct Found {
    at_utc_ms: i64,
    id: [u8; 16],
    row: Row,
    topic: Topic,
}

pub(super) fn talk(open: &Open, choice: Choice, rows: &mut Rows) -> Talk {
    let mut found = cravings_and_days(open, choice);
    found.extend(sessions(open, choice));
    let keys = found.iter().zip(0..).map(|(one, place)| (one.at_utc_ms, one.id, place)).collect();
    let mut topics = Vec::new();
    let mut left_out = Vec::new();
    for one in in_order(keys).into_iter().rev().filter_map(|place| found.get(place)) {
        match u8::try_from(topics.len()) {
            Ok(place) if topics.len() < MOST_TOPICS => {
                rows.count(Number::Topic(place), vec![one.row.clone()]);
                topics.push(one.topic.clone());
            }
            Ok(_) | Err(_) => left_out.push(one.row.clone()),
        }
    }
    Talk { topics, left_out: rows.count(Number::TopicsLeftOut, left_out) }
}

fn cravings_and_days(open: &Open, choice: Choice) -> Vec<Found> {
    let (with_notes, with_places) = (choice.carries(Carries::Notes), choice.carries(Carries::Places));
    let found = |id: [u8; 16], at: &Moment, about: TopicAbout| Found {
        at_utc_ms: at.utc_ms(),
        id,
        row: Row::Entry(id),
        topic: Topic { at: to_minute(at.civil()), about, place: None, note: None },
    };
    let mut all = Vec::new();
    for one in open.cravings.iter().filter(|one| one.talk_about()) {
        let craving = &one.what;
        let mut topic = found(one.id, &craving.occurred_at, TopicAbout::Craving(craving.intensity));
        topic.topic.place = craving.place.clone().filter(|_| with_places);
        topic.topic.note = craving.note.as_ref().filter(|_| with_notes).and_then(Excerpt::of);
        all.push(topic);
    }
    for one in open.check_ins.iter().filter(|one| one.talk_about()) {
        let mut topic = found(one.id, &one.what.at, TopicAbout::CheckIn);
        topic.topic.note = one.what.line.as_ref().filter(|_| with_notes).map(Excerpt::of_line);
        all.push(topic);
    }
    if choice.carries(Carries::Lapses) {
        for one in open.lapses.iter().filter(|one| one.talk_about()) {
            let mut topic = found(one.id, &one.what.at, TopicAbout::Lapse);
            // What happened first, or else whatever of it was written down first.
            let story = StoryPart::ALL.iter().find_map(|part| one.what.told(*part));
            topic.topic.note = story.filter(|_| with_notes).and_then(Excerpt::of);
            all.push(topic);
        }
    }
    all
}

fn sessions(open: &Open, choice: Choice) -> Vec<Found> {
    let with_notes = choice.carries(Carries::Notes);
    let mut all = Vec::new();
    for session in &open.sessions {
        let prepared = session.visit.and_then(|visit: &Visit| visit.prepared(Prompt::TalkAbout));
        let note = prepared.filter(|_| with_notes).and_then(Excerpt::of);
        if note.is_some() || session.talk_about {
            let at = to_minute(session.occurrence.times.start);
            all.push(Found {
                at_utc_ms: session.occurrence.starts_utc_ms,
                id: session.id,
                row: session.row(),
                topic: Topic { at, about: TopicAbout::Session, place: None, note },
            });
        }
    }
    all
}

/// As a clock on the wall shows it.
fn to_minute(at: NaiveDateTime) -> NaiveDateTime {
    at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at)
}
