//! Version 1 of a pack. Frozen: the order of the fields, their types and the codes are read for ever.

use serde::{Deserialize, Serialize};

use crate::checklist::{Checklist, ChecklistUse, MOST_STEPS, Repeats};
use crate::code::Kept;
use crate::contact::{Link, PhoneNumber};
use crate::moment::Zone;
use crate::pack::{Clinic, Feed, Offered, Pack, PackError, PackLine};
use crate::session::{About, Ends, Every, Session, SessionKind, Weekly, When, check_when};
use crate::slot::{Length, StartTime, check_date};
use crate::weekdays::Weekdays;
use crate::words::{Label, Line, Note};
use chrono::{Datelike, NaiveDate};

#[derive(Serialize, Deserialize)]
pub(super) struct PackV1 {
    id: [u8; 16],
    /// From 1.
    version: u32,
    /// In days since 1 January of the year 1 (which is day 1), as are all days here. Within 1971 to 2199.
    made: i32,
    language: Option<String>,
    /// At most 80 characters, as all names here.
    from: String,
    clinic: Option<ClinicV1>,
    /// At most 60, each number once.
    lines: Vec<LineV1>,
}

#[derive(Serialize, Deserialize)]
struct ClinicV1 {
    name: String,
    phone: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct LineV1 {
    number: u16,
    what: WhatV1,
}

#[allow(clippy::large_enum_variant, reason = "one at a time and gone at once")]
#[derive(Serialize, Deserialize)]
pub(super) enum WhatV1 {
    Session(SessionV1),
    Homework {
        /// At most 1,000 characters.
        words: String,
        due: Option<i32>,
    },
    Checklist {
        name: String,
        list_use: String,
        /// 1 to 12 of at most 200 characters, each once.
        steps: Vec<String>,
        /// A bit for each day of the week, Monday the lowest.
        days: Option<u8>,
        /// 1 to 31.
        day_of_month: Option<u8>,
        /// Minutes since midnight, 0 to 1,439.
        at: Option<u16>,
    },
    /// At most 200 characters.
    Goal(String),
    Feed {
        name: String,
        fellowship: String,
        /// `https`, at most 2,000 bytes, and without a place in its query.
        address: String,
    },
}

#[derive(Serialize, Deserialize)]
pub(super) struct SessionV1 {
    kind: String,
    title: Option<String>,
    /// At most 200 characters.
    place: Option<String>,
    /// `http` or `https`, at most 2,000 bytes.
    link: Option<String>,
    /// 3 to 40 characters.
    phone: Option<String>,
    counselor: Option<String>,
    /// At most 20,000 characters.
    bring: Option<String>,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    when: WhenV1,
    /// Minutes since midnight, 0 to 1,439.
    start: u16,
    /// Minutes, 1 to 1,440.
    length: u16,
}

#[derive(Serialize, Deserialize)]
enum WhenV1 {
    Once(i32),
    Weekly {
        /// Monday is the lowest of seven bits; at least one.
        on: u8,
        first: i32,
        last: Option<i32>,
    },
}

impl From<&Pack> for PackV1 {
    fn from(pack: &Pack) -> PackV1 {
        PackV1 {
            id: pack.id,
            version: pack.version,
            made: pack.made.num_days_from_ce(),
            language: pack.language.as_ref().map(|language| language.code().to_owned()),
            from: pack.from.as_str().to_owned(),
            clinic: pack.clinic.as_ref().map(|clinic| ClinicV1 {
                name: clinic.name.as_str().to_owned(),
                phone: clinic.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            }),
            lines: pack
                .lines
                .iter()
                .map(|line| LineV1 { number: line.number, what: WhatV1::from(&line.offered) })
                .collect(),
        }
    }
}

impl From<&Offered> for WhatV1 {
    fn from(offered: &Offered) -> WhatV1 {
        match offered {
            Offered::Session(session) => WhatV1::Session(SessionV1::from(session)),
            Offered::Homework { words, due } => {
                WhatV1::Homework { words: words.as_str().to_owned(), due: due.map(|due| due.num_days_from_ce()) }
            }
            Offered::Checklist(list) => WhatV1::Checklist {
                name: list.name.as_str().to_owned(),
                list_use: list.list_use.code().to_owned(),
                steps: list.steps.iter().map(|step| step.as_str().to_owned()).collect(),
                days: list.repeats.days.map(Weekdays::bits),
                day_of_month: list.repeats.day_of_month,
                at: list.repeats.at.map(StartTime::minutes),
            },
            Offered::Goal(words) => WhatV1::Goal(words.as_str().to_owned()),
            Offered::Feed(feed) => WhatV1::Feed {
                name: feed.name.as_str().to_owned(),
                fellowship: feed.fellowship.code().to_owned(),
                address: feed.address.as_str().to_owned(),
            },
        }
    }
}

impl From<&Session> for SessionV1 {
    fn from(session: &Session) -> SessionV1 {
        let about = &session.about;
        let (title, counselor) = (about.title.as_ref(), about.counselor.as_ref());
        SessionV1 {
            kind: about.kind.code().to_owned(),
            title: title.map(|title| title.as_str().to_owned()),
            place: about.place.as_ref().map(|place| place.as_str().to_owned()),
            link: about.link.as_ref().map(|link| link.as_str().to_owned()),
            phone: about.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            counselor: counselor.map(|counselor| counselor.as_str().to_owned()),
            bring: about.bring.as_ref().map(|bring| bring.as_str().to_owned()),
            zone: session.zone.name().to_owned(),
            when: match session.when {
                When::Once(date) => WhenV1::Once(date.num_days_from_ce()),
                When::Weekly(weekly) => WhenV1::Weekly {
                    on: weekly.on.bits(),
                    // A line has one: `Offered::is_sound`.
                    first: weekly.first.unwrap_or_default().num_days_from_ce(),
                    last: match weekly.ends {
                        Ends::On(last) => Some(last.num_days_from_ce()),
                        Ends::Open | Ends::After(_) => None,
                    },
                },
            },
            start: session.start.minutes(),
            length: session.length.minutes(),
        }
    }
}

impl PackV1 {
    /// # Errors
    /// What is out of its bounds.
    pub(super) fn into_pack(self) -> Result<Pack, PackError> {
        let language = maybe(self.language, |code| Kept::from_code(&code)).ok_or(PackError::Unreadable)?;
        let clinic = maybe(self.clinic, ClinicV1::into_clinic).ok_or(PackError::Unreadable)?;
        if self.lines.len() > crate::pack::MOST_LINES {
            return Err(PackError::TooLong);
        }
        Pack {
            id: self.id,
            version: self.version,
            made: day(self.made).ok_or(PackError::NoVersion)?,
            language,
            from: Label::new(&self.from).map_err(|_| PackError::Unreadable)?,
            clinic,
            lines: self.lines.into_iter().map(LineV1::into_line).collect::<Result<_, _>>()?,
        }
        .checked()
    }
}

impl ClinicV1 {
    fn into_clinic(self) -> Option<Clinic> {
        let phone = maybe(self.phone, |phone| PhoneNumber::new(&phone).ok())?;
        Some(Clinic { name: Label::new(&self.name).ok()?, phone })
    }
}

impl LineV1 {
    fn into_line(self) -> Result<PackLine, PackError> {
        let offered = self.what.into_offered().ok_or(PackError::BrokenLine { number: self.number })?;
        PackLine::new(self.number, offered)
    }
}

impl WhatV1 {
    fn into_offered(self) -> Option<Offered> {
        Some(match self {
            WhatV1::Session(session) => Offered::Session(session.into_session()?),
            WhatV1::Homework { words, due } => {
                Offered::Homework { words: Note::new(&words).ok()?, due: maybe(due, day)? }
            }
            WhatV1::Checklist { name, list_use, steps, days, day_of_month, at } => {
                let repeats = Repeats {
                    days: maybe(days, Weekdays::from_bits)?,
                    day_of_month,
                    at: maybe(at, StartTime::of_minutes)?,
                };
                if steps.len() > MOST_STEPS {
                    return None;
                }
                let count = steps.len();
                let steps = steps.iter().map(|step| Line::new(step).ok()).collect::<Option<Vec<_>>>()?;
                let list_use: Kept<ChecklistUse> = Kept::from_code(&list_use)?;
                let known = list_use.known().unwrap_or(ChecklistUse::Routine);
                let list = Checklist::new(Label::new(&name).ok()?, known, steps, repeats).ok()?;
                // A step that is said twice, and days of what has none, are not what was signed.
                if list.steps.len() != count || list.repeats != repeats {
                    return None;
                }
                Offered::Checklist(Checklist { list_use, ..list })
            }
            WhatV1::Goal(words) => Offered::Goal(Line::new(&words).ok()?),
            WhatV1::Feed { name, fellowship, address } => Offered::Feed(Feed {
                name: Label::new(&name).ok()?,
                fellowship: Kept::from_code(&fellowship)?,
                address: Link::new(&address).ok()?,
            }),
        })
    }
}

impl SessionV1 {
    fn into_session(self) -> Option<Session> {
        let label = |text: Option<String>| maybe(text, |text| Label::new(&text).ok());
        let about = About {
            kind: Kept::<SessionKind>::from_code(&self.kind)?,
            title: label(self.title)?,
            place: maybe(self.place, |text| Line::new(&text).ok())?,
            link: maybe(self.link, |text| Link::new(&text).ok())?,
            phone: maybe(self.phone, |text| PhoneNumber::new(&text).ok())?,
            counselor: label(self.counselor)?,
            bring: maybe(self.bring, |text| Note::new(&text).ok())?,
        };
        let when = match self.when {
            WhenV1::Once(date) => When::Once(day(date)?),
            WhenV1::Weekly { on, first, last } => When::Weekly(Weekly {
                on: Weekdays::from_bits(on)?,
                every: Every::WEEK,
                first: Some(day(first)?),
                ends: maybe(last, day)?.map_or(Ends::Open, Ends::On),
            }),
        };
        check_when(&when, None).ok()?;
        Some(Session {
            about,
            zone: Zone::named(&self.zone)?,
            when,
            start: StartTime::of_minutes(self.start)?,
            length: Length::of_minutes(self.length)?,
            phase: None,
            exceptions: Vec::new(),
        })
    }
}

fn day(days: i32) -> Option<NaiveDate> {
    check_date(NaiveDate::from_num_days_from_ce_opt(days)?).ok()
}

/// Nothing written is fine; something written that does not hold is not.
fn maybe<S, T>(stored: Option<S>, read: impl FnOnce(S) -> Option<T>) -> Option<Option<T>> {
    match stored {
        None => Some(None),
        Some(stored) => read(stored).map(Some),
    }
}
