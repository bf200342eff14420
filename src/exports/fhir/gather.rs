//! From the journal to a story: what goes along, and in which order.

use super::Sender;
use super::event::{check_in, craving, lapse, run};
use super::sections::front;
use super::story::{Agrees, Coding, Named, Observed, Patient, Said, Story, Told, Uuid, When};
use super::taken::takes;
use crate::Including;
use crate::facts::{Facts, Item, Journal};
use crate::time::Time;
use crate::words::Words;
use chrono::NaiveDate;
use domain::record::Record;
use domain::{About, Attendance, Language, Line, SessionKind};

/// What a story is made from.
pub struct Gathering<'a> {
    pub facts: &'a Facts<'a>,
    pub sender: &'a Sender,
    /// English: the reader is a clinic in the United States.
    pub words: Words,
}

impl Gathering<'_> {
    /// The name of something in every bundle of this person.
    pub fn name(&self, kind: &str, id: &[u8]) -> Uuid {
        Uuid::of(&[&self.sender.own, kind.as_bytes(), id])
    }

    /// A word of ours as a code of ours, or the person's own word.
    pub fn coded(&self, vocabulary: &str, code: &str) -> Said {
        Said::Concept(Some(Coding::ours(code, self.words.word(vocabulary, code))), None)
    }

    /// Words that go along when the sender says so.
    pub fn note(&self, words: Option<&str>) -> Option<String> {
        words.filter(|_| self.sender.notes).map(str::to_owned)
    }

    fn is_within(&self, day: NaiveDate) -> bool {
        (self.sender.days.0..=self.sender.days.1).contains(&day)
    }
}

pub fn story(facts: &Facts<'_>, sender: &Sender, items: &[Item]) -> Story {
    let gathering = Gathering { facts, sender, words: Words::of(Language::En) };
    let journal = Journal::of(items);
    let kept = journal.kept(Including { private: false, ..facts.including });
    let mut told: Vec<Told> = kept.iter().filter_map(|item| event(&gathering, item)).collect();
    told.extend(attendance(&gathering, &journal, &kept));
    told.extend(takes(&gathering, &kept));

    let made = now(facts);
    if let Some(agreed) = sender.consent {
        let mut classes: Vec<&'static str> = Vec::new();
        for class in told.iter().map(Told::class) {
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
        told.push(Told::Agrees(Agrees {
            id: gathering.name("consent", &facts.now.utc_ms().to_be_bytes()),
            at: made,
            from: facts.now.day(),
            until: agreed.until,
            data: sender.days,
            classes,
        }));
    }
    let named = |kind, name: &Option<Line>| {
        let name = name.as_ref()?.as_str();
        Some(Named { id: gathering.name(kind, name.as_bytes()), name: name.to_owned() })
    };
    let mut story = Story {
        id: gathering.name("bundle", &facts.now.utc_ms().to_be_bytes()),
        made,
        title: "Recovery log shared by the client".to_owned(),
        patient: Patient {
            id: gathering.name("patient", &[]),
            name: sender.name.as_ref().map(|name| name.as_str().to_owned()),
            given: None,
        },
        recipient: named("recipient", &sender.recipient),
        program: named("program", &sender.program),
        base: sender.base.as_str().to_owned(),
        front: None,
        told,
    };
    story.front = sender.as_document.then(|| front(&gathering, &story));
    story
}

/// When it is put together.
fn now(facts: &Facts<'_>) -> Time {
    Time::of_moment(&facts.now).map_or_else(Time::epoch, Time::near_utc)
}

fn event(gathering: &Gathering<'_>, item: &Item) -> Option<Told> {
    let (day, observed) = match &item.record {
        Record::Craving(one) => (one.occurred_at().day(), craving(gathering, item.id, one)?),
        Record::CheckIn(one) => (one.day(), check_in(gathering, item.id, one)?),
        Record::Lapse(one) => (one.day(), lapse(gathering, item.id, one)?),
        Record::StrategyRun(one) => (one.at().day(), run(gathering, item.id, one)?),
        _ => return None,
    };
    gathering.is_within(day).then(|| Told::Observed(Box::new(observed)))
}

/// How many sessions there were and how many somebody went to, of those that something was told about.
fn attendance(gathering: &Gathering<'_>, journal: &Journal<'_>, kept: &[&Item]) -> Option<Told> {
    let visits = kept.iter().filter_map(|item| match &item.record {
        Record::Visit(visit) if gathering.is_within(visit.at().day()) => Some(visit),
        _ => None,
    });
    let (mut scheduled, mut attended, mut mutual_help) = (0, 0, 0);
    for visit in visits {
        let Some(told) = visit.attendance().filter(|told| *told != Attendance::Cancelled) else { continue };
        let kind = journal.session_of(visit.key()).map(About::kind);
        if kind == Some(SessionKind::MutualHelp) {
            mutual_help += i64::from(told.was_there());
        } else {
            scheduled += 1;
            attended += i64::from(told.was_there());
        }
    }
    let (first, last) = gathering.sender.days;
    let count = |code, display, number| (Coding::ours(code, display), Said::Whole(number));
    (scheduled + mutual_help > 0).then(|| {
        Told::Observed(Box::new(Observed {
            id: gathering.name("attendance", [first, last].map(crate::time::day_iso).concat().as_bytes()),
            code: Coding::ours("sessions-attended", "Sessions attended"),
            text: None,
            when: When::Days(first, last),
            value: None,
            parts: vec![
                count("scheduled", "Sessions scheduled", scheduled),
                count("attended", "Sessions attended", attended),
                count("mutual-help", "Mutual-help meetings attended", mutual_help),
            ],
            note: None,
            from: Vec::new(),
            is_event: false,
        }))
    })
}
