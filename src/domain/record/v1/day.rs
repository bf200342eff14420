//! Dates and the other small parts that sessions, programs, visits and calendars share in version 1.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use crate::code::Kept;
use crate::contact::{Link, PhoneNumber};
use crate::session::About;
use crate::slot::{Length, Slot, StartTime, check_date};
use crate::words::{Label, Line, Note};
use chrono::{Datelike, NaiveDate};

/// A date: days of the common era, 1 is 1 January of the year 1. Within 1971 to 2199.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct DayV1(i32);

/// A date, a time and a length.
#[derive(Serialize, Deserialize)]
pub(super) struct SlotV1 {
    date: DayV1,
    /// Minutes since midnight, 0 to 1,439.
    start: u16,
    /// Minutes, 1 to 1,440.
    length: u16,
}

/// What a session is and how one gets there.
#[derive(Serialize, Deserialize)]
pub(super) struct AboutV1 {
    kind: String,
    /// At most 80 characters.
    title: Option<String>,
    /// At most 200 characters.
    place: Option<String>,
    /// `http` or `https`, at most 2,000 bytes.
    link: Option<String>,
    /// 3 to 40 characters.
    phone: Option<String>,
    /// At most 80 characters.
    counselor: Option<String>,
    /// At most 20,000 characters.
    bring: Option<String>,
}

impl From<NaiveDate> for DayV1 {
    fn from(date: NaiveDate) -> DayV1 {
        DayV1(date.num_days_from_ce())
    }
}

impl DayV1 {
    pub(super) fn into_date(self) -> Option<NaiveDate> {
        check_date(NaiveDate::from_num_days_from_ce_opt(self.0)?).ok()
    }
}

impl From<Slot> for SlotV1 {
    fn from(slot: Slot) -> SlotV1 {
        SlotV1 { date: slot.date.into(), start: slot.start.minutes(), length: slot.length.minutes() }
    }
}

impl SlotV1 {
    pub(super) fn into_slot(self) -> Option<Slot> {
        let (start, length) = (StartTime::of_minutes(self.start)?, Length::of_minutes(self.length)?);
        Some(Slot { date: self.date.into_date()?, start, length })
    }
}

impl From<&About> for AboutV1 {
    fn from(about: &About) -> AboutV1 {
        AboutV1 {
            kind: about.kind.code().to_owned(),
            title: about.title.as_ref().map(|title| title.as_str().to_owned()),
            place: about.place.as_ref().map(|place| place.as_str().to_owned()),
            link: about.link.as_ref().map(|link| link.as_str().to_owned()),
            phone: about.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            counselor: about.counselor.as_ref().map(|counselor| counselor.as_str().to_owned()),
            bring: about.bring.as_ref().map(|bring| bring.as_str().to_owned()),
        }
    }
}

impl AboutV1 {
    pub(super) fn into_about(self) -> Option<About> {
        Some(About {
            kind: Kept::from_code(&self.kind)?,
            title: label(self.title)?,
            place: line(self.place)?,
            link: maybe(self.link, |text| Link::new(&text).ok())?,
            phone: phone(self.phone)?,
            counselor: label(self.counselor)?,
            bring: note(self.bring)?,
        })
    }
}

pub(super) fn label(stored: Option<String>) -> Option<Option<Label>> {
    maybe(stored, |text| Label::new(&text).ok())
}

pub(super) fn line(stored: Option<String>) -> Option<Option<Line>> {
    maybe(stored, |text| Line::new(&text).ok())
}

pub(super) fn note(stored: Option<String>) -> Option<Option<Note>> {
    maybe(stored, |text| Note::new(&text).ok())
}

pub(super) fn phone(stored: Option<String>) -> Option<Option<PhoneNumber>> {
    maybe(stored, |text| PhoneNumber::new(&text).ok())
}
