//! What is in the fields of a session, and the way from there to a session or to the changes of one. What cannot be stays where it was
//! typed, with the reason beside it.

use chrono::{Datelike, NaiveDate};
use domain::{
    ContactError, Ends, Every, Label, Length, Line, Link, Membership, Note, PhoneNumber, PlanError, Session,
    SessionEdit, SessionKind, StartTime, Weekdays, Weekly, When, WordsError, Zone, day_from_field,
};
use ui::RwSignal;

use super::fields::{date_field, time_field, time_from_field};

/// How it ends, as it is chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum EndsHow {
    Open,
    On,
    After,
}

/// The field that a refusal stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Title,
    Date,
    Start,
    LastDate,
    Times,
    Place,
    Link,
    Phone,
    Counselor,
    Bring,
}

impl Field {
    /// Its id on the page.
    pub fn id(self) -> &'static str {
        match self {
            Field::Title => "own-name",
            Field::Date => "date",
            Field::Start => "start",
            Field::LastDate => "last",
            Field::Times => "times",
            Field::Place => "place",
            Field::Link => "link",
            Field::Phone => "phone",
            Field::Counselor => "counselor",
            Field::Bring => "bring",
        }
    }
}

/// Why what is in a field cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    NoDate,
    NoTime,
    NoTimes,
    TooLong,
    Contact(ContactError),
    Plan(PlanError),
}

/// All refusals of one attempt to save, in the order of the fields.
pub type Refusals = Vec<(Field, Why)>;

/// The fields, as they are typed. `Copy`, so that each closure of a view can have it.
#[derive(Clone, Copy)]
pub struct Form {
    pub kind: RwSignal<SessionKind>,
    pub title: RwSignal<String>,
    pub is_weekly: RwSignal<bool>,
    /// Of the one date, or the first one.
    pub date: RwSignal<String>,
    /// The last whole date that was in its field.
    dated: RwSignal<NaiveDate>,
    pub days: RwSignal<Weekdays>,
    pub every: RwSignal<u8>,
    pub ends: RwSignal<EndsHow>,
    pub last: RwSignal<String>,
    pub times: RwSignal<String>,
    pub start: RwSignal<String>,
    pub length: RwSignal<Length>,
    pub place: RwSignal<String>,
    pub link: RwSignal<String>,
    pub phone: RwSignal<String>,
    pub counselor: RwSignal<String>,
    pub bring: RwSignal<String>,
    pub zone: RwSignal<Zone>,
    pub phase: RwSignal<Option<Membership>>,
    pub refusals: RwSignal<Refusals>,
}

impl Form {
    /// For a session that does not exist yet: once, on this date, at six in the evening.
    pub fn empty(today: NaiveDate, zone: Zone) -> Self {
        let kind = SessionKind::Group;
        let start = StartTime::at(18, 0).unwrap_or(StartTime::MIDNIGHT);
        let days = Weekdays::of(&[today.weekday()]).unwrap_or(Weekdays::EVERY_DAY);
        let words = || RwSignal::new(String::new());
        Self {
            kind: RwSignal::new(kind),
            title: words(),
            is_weekly: RwSignal::new(false),
            date: RwSignal::new(date_field(today)),
            dated: RwSignal::new(today),
            days: RwSignal::new(days),
            every: RwSignal::new(1),
            ends: RwSignal::new(EndsHow::Open),
            last: words(),
            times: words(),
            start: RwSignal::new(time_field(start)),
            length: RwSignal::new(kind.usual_length()),
            place: words(),
            link: words(),
            phone: words(),
            counselor: words(),
            bring: words(),
            zone: RwSignal::new(zone),
            phase: RwSignal::new(None),
            refusals: RwSignal::new(Vec::new()),
        }
    }

    /// The fields as a saved session fills them.
    pub fn of(session: &Session, today: NaiveDate) -> Self {
        let form = Self::empty(today, session.zone().clone());
        let about = session.about();
        form.kind.set(about.kind());
        form.title.set(about.title().map_or_else(String::new, |words| words.as_str().to_owned()));
        form.place.set(about.place().map_or_else(String::new, |words| words.as_str().to_owned()));
        form.link.set(about.link().map_or_else(String::new, |words| words.as_str().to_owned()));
        form.phone.set(about.phone().map_or_else(String::new, |words| words.as_str().to_owned()));
        form.counselor.set(about.counselor().map_or_else(String::new, |words| words.as_str().to_owned()));
        form.bring.set(about.bring().map_or_else(String::new, |words| words.as_str().to_owned()));
        form.start.set(time_field(session.start()));
        form.length.set(session.length());
        form.phase.set(session.phase());
        match session.when() {
            When::Once(date) => form.write_date(date_field(date)),
            When::Weekly(weekly) => {
                form.is_weekly.set(true);
                form.date.set(weekly.first.map_or_else(String::new, date_field));
                form.days.set(weekly.on);
                form.every.set(weekly.every.count());
                match weekly.ends {
                    Ends::Open => {}
                    Ends::On(last) => {
                        form.ends.set(EndsHow::On);
                        form.last.set(date_field(last));
                    }
                    Ends::After(times) => {
                        form.ends.set(EndsHow::After);
                        form.times.set(times.to_string());
                    }
                }
            }
        }
        form
    }

    /// What is typed as its date. A weekly session that comes on the day of its first date goes along with it.
    pub fn write_date(self, words: String) {
        if let Some(date) = day_from_field(&words) {
            let before = self.dated.get_untracked();
            self.dated.set(date);
            self.days.update(|days| *days = days.after_date_moved(before.weekday(), date.weekday()));
        }
        self.date.set(words);
    }

    /// Everything a session says, as changes of `base`, in an order in which each of them is allowed. Refusals go beside their
    /// fields, and then there is nothing.
    pub fn edits(self) -> Option<Vec<SessionEdit>> {
        let mut refusals = Refusals::new();
        let title = words(Field::Title, &self.title, Label::new, &mut refusals);
        let when = self.when(&mut refusals);
        let start = time_from_field(&self.start.get_untracked());
        if start.is_none() {
            refusals.push((Field::Start, Why::NoTime));
        }
        let place = words(Field::Place, &self.place, Line::new, &mut refusals);
        let link = contact(Field::Link, &self.link, Link::new, &mut refusals);
        let phone = contact(Field::Phone, &self.phone, PhoneNumber::new, &mut refusals);
        let counselor = words(Field::Counselor, &self.counselor, Label::new, &mut refusals);
        let bring = words(Field::Bring, &self.bring, Note::new, &mut refusals);
        let is_refused = !refusals.is_empty();
        self.refusals.set(refusals);
        let (Some(when), Some(start), false) = (when, start, is_refused) else { return None };
        // A beginning of its own must be there before the phase goes, and the phase before the beginning does.
        let phase = SessionEdit::SetPhase(self.phase.get_untracked());
        let has_beginning = !matches!(when, When::Weekly(Weekly { first: None, .. }));
        let when = SessionEdit::SetWhen(when);
        let [first, second] = if has_beginning { [when, phase] } else { [phase, when] };
        Some(vec![
            SessionEdit::SetKind(self.kind.get_untracked()),
            SessionEdit::SetTitle(title),
            first,
            second,
            SessionEdit::SetStart(start),
            SessionEdit::SetLength(self.length.get_untracked()),
            SessionEdit::SetPlace(place),
            SessionEdit::SetLink(link),
            SessionEdit::SetPhone(phone),
            SessionEdit::SetCounselor(counselor),
            SessionEdit::SetBring(bring),
            SessionEdit::SetZone(self.zone.get_untracked()),
        ])
    }

    fn when(self, refusals: &mut Refusals) -> Option<When> {
        let written = self.date.get_untracked();
        let date = day_from_field(&written);
        if !self.is_weekly.get_untracked() {
            if date.is_none() {
                refusals.push((Field::Date, Why::NoDate));
            }
            return date.map(When::Once);
        }
        if date.is_none() && (!written.is_empty() || self.phase.get_untracked().is_none()) {
            refusals.push((Field::Date, Why::Plan(PlanError::NoFirstDate)));
        }
        let ends = match self.ends.get_untracked() {
            EndsHow::Open => Some(Ends::Open),
            EndsHow::On => day_from_field(&self.last.get_untracked()).map(Ends::On),
            EndsHow::After => {
                let times = self.times.get_untracked().trim().parse::<u16>().ok();
                times.filter(|times| (1..=999).contains(times)).map(Ends::After)
            }
        };
        match (ends, date) {
            (None, _) if self.ends.get_untracked() == EndsHow::On => refusals.push((Field::LastDate, Why::NoDate)),
            (None, _) => refusals.push((Field::Times, Why::NoTimes)),
            (Some(Ends::On(last)), Some(first)) if last < first => {
                refusals.push((Field::LastDate, Why::Plan(PlanError::EndsBeforeItBegins)));
            }
            (Some(_), _) => {}
        }
        let every = Every::weeks(self.every.get_untracked()).unwrap_or(Every::WEEK);
        Some(When::Weekly(Weekly { on: self.days.get_untracked(), every, first: date, ends: ends? }))
    }
}

/// Those of the edits that change something. From a date on, a beginning that was before it is that date, and a count that is
/// left alone is the end that it has.
pub fn that_change(
    session: &Session,
    edits: Vec<SessionEdit>,
    from: Option<NaiveDate>,
    last: Option<NaiveDate>,
) -> Vec<SessionEdit> {
    let changes = |edit: &SessionEdit| session.apply(edit.clone()).map_or(true, |changed| changed != *session);
    let later = |edit: SessionEdit| match (edit, from, session.when()) {
        (SessionEdit::SetWhen(When::Weekly(weekly)), Some(from), When::Weekly(before)) => {
            let first = weekly.first.map_or(from, |first| first.max(from));
            let ends = match weekly.ends {
                Ends::After(_) if weekly.ends == before.ends => last.map_or(weekly.ends, Ends::On),
                Ends::After(_) | Ends::Open | Ends::On(_) => weekly.ends,
            };
            SessionEdit::SetWhen(When::Weekly(Weekly { first: Some(first), ends, ..weekly }))
        }
        (edit, ..) => edit,
    };
    edits.into_iter().filter(changes).map(later).collect()
}

/// Words that may be none. What is too long is refused.
fn words<T>(
    field: Field,
    written: &RwSignal<String>,
    read: fn(&str) -> Result<T, WordsError>,
    refusals: &mut Refusals,
) -> Option<T> {
    match read(&written.get_untracked()) {
        Ok(words) => Some(words),
        Err(WordsError::Empty) => None,
        Err(WordsError::TooLong { .. }) => {
            refusals.push((field, Why::TooLong));
            None
        }
    }
}

fn contact<T>(
    field: Field,
    written: &RwSignal<String>,
    read: fn(&str) -> Result<T, ContactError>,
    refusals: &mut Refusals,
) -> Option<T> {
    let written = written.get_untracked();
    if written.trim().is_empty() {
        return None;
    }
    read(&written).map_err(|why| refusals.push((field, Why::Contact(why)))).ok()
}
