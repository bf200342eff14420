//! Pages into what the finder looks at. What is read was sealed by this phone, and is checked all the same.

use super::shape::{ContactV1, DetailV1, DetailsV1, RowV1, RowsV1, SharedV1, VERSION};
use chrono::Weekday;
use domain::meeting::{
    DialIn, Fellowship, KindGroup, Listing, Meeting, MeetingContact, MeetingKey, MeetingKind, MeetingMore, MeetingTime,
    Position, Row, Text, Ways,
};
use domain::{Label, Length, Line, Link, Note, StartTime, Zone};
use serde::Deserialize;

use super::pack::DETAILS_A_PAGE;

/// A list whose index pages are being read, one after the other, so that a screen can breathe between them.
pub struct Unpacking {
    shared: SharedV1,
    rows: Vec<Row>,
}

impl Unpacking {
    /// Begins with the first index page. None when it is damaged or from a newer build: then the list has to be read again.
    pub fn begin(page: &[u8]) -> Option<Unpacking> {
        let shared: SharedV1 = whole(page)?;
        let rows = Vec::with_capacity((shared.rows as usize).min(super::MAX_MEETINGS));
        Some(Unpacking { shared, rows })
    }

    /// The next index page. None as above.
    pub fn add(&mut self, page: &[u8]) -> Option<()> {
        for row in whole::<RowsV1>(page)?.rows {
            self.rows.push(row_in(row)?);
        }
        Some(())
    }

    /// The list, once all pages are there. None when one is missing.
    pub fn finish(self, fellowship: Fellowship, zone: Zone) -> Option<Listing> {
        if self.rows.len() != self.shared.rows as usize {
            return None;
        }
        let zones = self.shared.zones.iter().map(|zone| Zone::named(zone)).collect::<Option<Vec<_>>>()?;
        let kind = |kind: &super::shape::KindV1| {
            Some(MeetingKind {
                english: Label::new(&kind.english).ok()?,
                spanish: Label::new(&kind.spanish).ok()?,
                group: KindGroup::from_code(&kind.group).unwrap_or(KindGroup::Feature),
                gives_proof: kind.gives_proof,
            })
        };
        let kinds = self.shared.kinds.iter().map(kind).collect::<Option<Vec<_>>>()?;
        Listing::new((fellowship, zone), zones, kinds, self.rows, self.shared.texts)
    }
}

/// The whole meeting in row number `row` of `listing`, from the page of the rest that it is on. None when the page is damaged or newer.
pub fn meeting_of(listing: &Listing, row: usize, page: &[u8]) -> Option<Meeting> {
    let details: DetailsV1 = whole(page)?;
    let detail = details.rows.get(row % DETAILS_A_PAGE)?;
    let row = listing.rows.get(row)?;
    let line = |text: Text| Line::new(listing.text(text)).ok();
    Some(Meeting {
        key: row.key,
        name: line(row.name)?,
        time: row.time,
        zone: row.zone.and_then(|zone| listing.zones.get(usize::from(zone))).cloned(),
        kinds: row.kinds.clone(),
        ways: row.ways,
        place: line(row.place),
        address: line(row.address),
        region: line(row.region),
        position: row.position,
        group: line(row.group),
        more: more_in(detail, &details.texts),
    })
}

fn row_in(row: RowV1) -> Option<Row> {
    let time = match row.day {
        7 => None,
        day => Some(MeetingTime {
            day: Weekday::try_from(day).ok()?,
            start: StartTime::of_minutes(row.start)?,
            length: Length::of_minutes(row.length)?,
        }),
    };
    let position = match row.position {
        Some((latitude, longitude)) => Some(Position::from_e5(latitude, longitude)?),
        None => None,
    };
    Some(Row {
        key: MeetingKey::from_bytes(row.key),
        name: Text(row.name),
        time,
        zone: row.zone.checked_sub(1),
        kinds: row.kinds,
        ways: Ways::from_bits(row.ways)?,
        place: Text(row.place),
        address: Text(row.address),
        region: Text(row.region),
        group: Text(row.group),
        position,
    })
}

fn more_in(detail: &DetailV1, texts: &[String]) -> MeetingMore {
    let note = |number| text(texts, number).and_then(|text| Note::new(text).ok());
    let link = |number| text(texts, number).and_then(|text| Link::new(text).ok());
    MeetingMore {
        notes: note(detail.notes),
        place_notes: note(detail.place_notes),
        group_notes: note(detail.group_notes),
        link: link(detail.link),
        link_notes: note(detail.link_notes),
        phone: text(texts, detail.phone).and_then(DialIn::new),
        phone_notes: note(detail.phone_notes),
        page: link(detail.page),
        contacts: detail.contacts.iter().map(|contact| contact_in(contact, texts)).collect(),
        host: detail.host.as_ref().map(|host| contact_in(host, texts)),
        updated_utc_ms: detail.updated_utc_ms,
    }
}

fn contact_in(contact: &ContactV1, texts: &[String]) -> MeetingContact {
    let label = |number| text(texts, number).and_then(|text| Label::new(text).ok());
    MeetingContact {
        name: label(contact.name),
        phone: text(texts, contact.phone).and_then(DialIn::of_contact),
        email: label(contact.email),
        page: text(texts, contact.page).and_then(|text| Link::new(text).ok()),
    }
}

fn text(texts: &[String], number: u32) -> Option<&str> {
    texts.get(number as usize).map(String::as_str).filter(|text| !text.is_empty())
}

/// The shape, if the page is one of this version and nothing follows it.
fn whole<'a, T: Deserialize<'a>>(page: &'a [u8]) -> Option<T> {
    let (&VERSION, body) = page.split_first()? else { return None };
    match postcard::take_from_bytes(body) {
        Ok((shape, [])) => Some(shape),
        Ok((_, _)) | Err(_) => None,
    }
}
