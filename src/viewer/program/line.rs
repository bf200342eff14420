//! One line of a program: its form, and what it offers to clients.

use chrono::NaiveDate;
use domain::meeting::Fellowship;
use domain::pack::{Feed, LineKind, MOST_HOMEWORK_LETTERS, Offered};
use domain::{
    Checklist, ChecklistError, ChecklistUse, Ends, Length, Repeats, Session, SessionEdit, SessionKind, StartTime,
    Weekdays, Weekly, When, Zone,
};

use super::fault::Fault;
use super::form::{Field, Form};
use super::reading::{Reading, day, label, line, link, note, phone, steps, time};

/// A session that goes past midnight takes no longer, in minutes. More is somebody who mixed morning and evening up.
const LONGEST_NIGHT: u16 = 12 * 60;
const DAY: u16 = 24 * 60;

/// A line that is being written.
#[derive(Clone)]
pub struct Line {
    /// Which one it is on this page.
    pub key: u32,
    /// The number it was given when it was first signed.
    pub number: Option<u16>,
    pub kind: LineKind,
    pub form: Form,
    /// What it offered when it was opened. A form has no room for all that a newer page can say, so what is not changed stays what it was.
    offered: Option<Offered>,
}

impl Line {
    /// An empty one. A session begins today, until somebody says otherwise.
    #[must_use]
    pub fn new(key: u32, kind: LineKind, today: NaiveDate) -> Line {
        let texts = match kind {
            LineKind::Session => {
                vec![(Field::Kind, SessionKind::Group.code().to_owned()), (Field::First, today.to_string())]
            }
            LineKind::Checklist => vec![(Field::Use, ChecklistUse::Routine.code().to_owned())],
            LineKind::Feed => vec![(Field::Fellowship, Fellowship::AlcoholicsAnonymous.code().to_owned())],
            LineKind::Homework | LineKind::Goal => Vec::new(),
        };
        Line { key, number: None, kind, form: Form::of(texts), offered: None }
    }

    /// One that was signed before.
    #[must_use]
    pub fn of(key: u32, number: u16, offered: &Offered) -> Line {
        let form = form_of(offered);
        Line { key, number: Some(number), kind: offered.kind(), form, offered: Some(offered.clone()) }
    }

    /// Whether it stands otherwise in its form than it was signed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.offered.as_ref().is_none_or(|offered| form_of(offered) != self.form)
    }

    /// What it offers. `zone` is the clock of sessions that have none yet.
    ///
    /// # Errors
    /// What is wrong, by field; at least one.
    pub fn read(&self, zone: &Zone) -> Result<Offered, Vec<(Field, Fault)>> {
        if let Some(offered) = self.offered.as_ref().filter(|_| !self.is_changed()) {
            return Ok(offered.clone());
        }
        let mut reading = Reading::of(&self.form);
        let offered = match self.kind {
            LineKind::Session => self.session(&mut reading, zone).map(Offered::Session),
            LineKind::Homework => homework(&mut reading),
            LineKind::Checklist => self.checklist(&mut reading).map(Offered::Checklist),
            LineKind::Goal => reading.needed(Field::Goal, line).map(Offered::Goal),
            LineKind::Feed => feed(&mut reading),
        };
        match offered {
            Some(offered) if reading.faults.is_empty() => Ok(offered),
            _ => Err(reading.faults),
        }
    }

    fn session(&self, reading: &mut Reading<'_>, zone: &Zone) -> Option<Session> {
        let kind = SessionKind::from_code(reading.text(Field::Kind)).unwrap_or(SessionKind::Other);
        let days = reading.weekdays(Field::Days);
        let start = reading.needed(Field::Start, time);
        let end = reading.needed(Field::End, time);
        let first = reading.needed(Field::First, day);
        let last = reading.optional(Field::Last, day);
        let length = start.zip(end).and_then(|(start, end)| length(start, end));
        if length.is_none() && start.is_some() && end.is_some() {
            reading.fault(Field::End, Fault::EndsBefore);
        }
        if last.is_some() && days.is_none() {
            reading.fault(Field::Last, Fault::LastAlone);
        } else if first.zip(last).is_some_and(|(first, last)| last < first) {
            reading.fault(Field::Last, Fault::LastBefore);
        }
        let mut edits = vec![
            SessionEdit::SetTitle(reading.optional(Field::Title, label)),
            SessionEdit::SetPlace(reading.optional(Field::Place, line)),
            SessionEdit::SetLink(reading.optional(Field::Link, link)),
            SessionEdit::SetPhone(reading.optional(Field::Phone, phone)),
            SessionEdit::SetCounselor(reading.optional(Field::Counselor, label)),
            SessionEdit::SetBring(reading.optional(Field::Bring, note)),
        ];
        let (first, start, length) = (first?, start?, length?);
        let when = match days {
            None => When::Once(first),
            Some(on) => When::Weekly(Weekly { ends: last.map_or(Ends::Open, Ends::On), ..Weekly::from(first, on) }),
        };
        // What was there stays where the form says nothing of it: its clock, and a kind that a newer page wrote.
        let mut session = match &self.offered {
            Some(Offered::Session(there)) => {
                edits.extend([
                    SessionEdit::SetWhen(when),
                    SessionEdit::SetStart(start),
                    SessionEdit::SetLength(length),
                ]);
                if there.about().kind() != kind {
                    edits.push(SessionEdit::SetKind(kind));
                }
                there.clone()
            }
            _ => Session::new(kind, zone.clone(), when, start, length).ok()?,
        };
        for edit in edits {
            session = session.apply(edit).ok()?;
        }
        Some(session)
    }

    fn checklist(&self, reading: &mut Reading<'_>) -> Option<Checklist> {
        let name = reading.needed(Field::Name, label);
        let list_use = ChecklistUse::from_code(reading.text(Field::Use)).unwrap_or(ChecklistUse::Routine);
        let steps = reading.needed(Field::Steps, steps);
        let at = reading.optional(Field::Around, time);
        let day_of_month = match &self.offered {
            Some(Offered::Checklist(there)) => there.repeats().day_of_month,
            _ => None,
        };
        let repeats = Repeats { days: reading.weekdays(Field::Days), day_of_month, at };
        match Checklist::new(name?, list_use, steps?, repeats) {
            Ok(list) => Some(list),
            Err(ChecklistError::TooManySteps { limit }) => {
                reading.fault(Field::Steps, Fault::TooManySteps(limit));
                None
            }
            Err(ChecklistError::NoStep | ChecklistError::NoSuchDay) => {
                reading.fault(Field::Steps, Fault::Missing);
                None
            }
        }
    }
}

fn homework(reading: &mut Reading<'_>) -> Option<Offered> {
    let words = reading.needed(Field::Homework, note);
    let due = reading.optional(Field::Due, day);
    let words = words?;
    if words.as_str().chars().count() > MOST_HOMEWORK_LETTERS {
        reading.fault(Field::Homework, Fault::TooLong(MOST_HOMEWORK_LETTERS));
    }
    Some(Offered::Homework { words, due })
}

fn feed(reading: &mut Reading<'_>) -> Option<Offered> {
    let name = reading.needed(Field::Name, label);
    let fellowship = Fellowship::from_code(reading.text(Field::Fellowship)).unwrap_or(Fellowship::Other);
    let address = reading.needed(Field::Address, link);
    let feed = Feed::new(name?, fellowship, address?);
    if feed.origin().is_none() {
        reading.fault(Field::Address, Fault::NoList);
    }
    Some(Offered::Feed(feed))
}

/// None for an end that is the beginning, or so late that it is a mistake.
fn length(start: StartTime, end: StartTime) -> Option<Length> {
    let (start, end) = (start.minutes(), end.minutes());
    let minutes = if end > start { end - start } else { end + DAY - start };
    if end <= start && minutes > LONGEST_NIGHT { None } else { Length::of_minutes(minutes) }
}

/// How an offer stands in its form.
fn form_of(offered: &Offered) -> Form {
    match offered {
        Offered::Session(session) => session_form(session),
        Offered::Homework { words, due } => Form::of([
            (Field::Homework, words.as_str().to_owned()),
            (Field::Due, due.map(|day| day.to_string()).unwrap_or_default()),
        ]),
        Offered::Checklist(list) => {
            let steps: Vec<&str> = list.steps().iter().map(|step| step.as_str()).collect();
            let repeats = list.repeats();
            Form::of([
                (Field::Name, list.name().as_str().to_owned()),
                (Field::Use, list.list_use().code().to_owned()),
                (Field::Steps, steps.join("\n")),
                (Field::Days, bits(repeats.days)),
                (Field::Around, repeats.at.map(clock).unwrap_or_default()),
            ])
        }
        Offered::Goal(words) => Form::of([(Field::Goal, words.as_str().to_owned())]),
        Offered::Feed(feed) => Form::of([
            (Field::Name, feed.name().as_str().to_owned()),
            (Field::Fellowship, feed.fellowship().code().to_owned()),
            (Field::Address, feed.address().as_str().to_owned()),
        ]),
    }
}

fn session_form(session: &Session) -> Form {
    let about = session.about();
    let (days, first, last) = match session.when() {
        When::Once(day) => (None, Some(day), None),
        When::Weekly(weekly) => {
            let last = match weekly.ends {
                Ends::On(last) => Some(last),
                Ends::Open | Ends::After(_) => None,
            };
            (Some(weekly.on), weekly.first, last)
        }
    };
    let (end, _) = session.start().after(session.length());
    let written = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let words = |words: Option<&str>| words.unwrap_or_default().to_owned();
    Form::of([
        (Field::Kind, about.kind().code().to_owned()),
        (Field::Title, words(about.title().map(|title| title.as_str()))),
        (Field::Days, bits(days)),
        (Field::Start, clock(session.start())),
        (Field::End, clock(end)),
        (Field::First, written(first)),
        (Field::Last, written(last)),
        (Field::Place, words(about.place().map(|place| place.as_str()))),
        (Field::Link, words(about.link().map(|link| link.as_str()))),
        (Field::Phone, words(about.phone().map(|phone| phone.as_str()))),
        (Field::Counselor, words(about.counselor().map(|name| name.as_str()))),
        (Field::Bring, words(about.bring().map(|bring| bring.as_str()))),
    ])
}

fn bits(days: Option<Weekdays>) -> String {
    days.map(|days| days.bits().to_string()).unwrap_or_default()
}

fn clock(time: StartTime) -> String {
    format!("{:02}:{:02}", time.minutes() / 60, time.minutes() % 60)
}
