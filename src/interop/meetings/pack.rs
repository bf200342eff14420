//! Meetings into pages. Every text is in a page once, and rows lie by place and name, so that what is said of five days is said once.

use super::ReadList;
use super::shape::{ContactV1, DetailV1, DetailsV1, KindV1, RowV1, RowsV1, SharedV1, VERSION};
use domain::meeting::{DialIn, Meeting, MeetingContact};
use domain::{Label, Line, Link, Note, Zone};
use serde::Serialize;
use std::collections::HashMap;

/// As many rows are on an index page.
const ROWS_A_PAGE: usize = 1_000;
/// The only page of a list that was not read yet.
pub const EMPTY_INDEX: [u8; 6] = [VERSION, 0, 0, 0, 0, 0];
/// As many meetings are on a page of the rest.
pub const DETAILS_A_PAGE: usize = 128;

/// The pages of a list, ready to be sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// What the finder reads.
    pub index: Vec<Vec<u8>>,
    /// The rest: meeting number `n` is on page `n / DETAILS_A_PAGE`.
    pub details: Vec<Vec<u8>>,
}

/// Texts that are kept once, by their numbers; 0 is none.
struct Texts<'a> {
    known: HashMap<&'a str, u32>,
    texts: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    fn new() -> Texts<'a> {
        Texts { known: HashMap::new(), texts: vec![""] }
    }

    fn add(&mut self, text: Option<&'a str>) -> u32 {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return 0 };
        let next = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let texts = &mut self.texts;
        *self.known.entry(text).or_insert_with(|| {
            texts.push(text);
            next
        })
    }

    fn line(&mut self, line: Option<&'a Line>) -> u32 {
        self.add(line.map(Line::as_str))
    }

    fn note(&mut self, note: Option<&'a Note>) -> u32 {
        self.add(note.map(Note::as_str))
    }
}

/// The pages of what was read.
pub fn pack(read: &ReadList) -> Packed {
    let mut meetings: Vec<&Meeting> = read.meetings.iter().collect();
    meetings.sort_by_key(|meeting| order(meeting));
    let mut texts = Texts::new();
    let mut zones: Vec<&Zone> = Vec::new();
    let rows: Vec<RowV1> = meetings.iter().map(|meeting| row(meeting, &mut texts, &mut zones)).collect();
    let row_pages: Vec<Vec<u8>> = in_pages(rows, ROWS_A_PAGE).map(|rows| page(&RowsV1 { rows })).collect();
    let shared = SharedV1 {
        rows: u32::try_from(meetings.len()).unwrap_or(u32::MAX),
        row_pages: u16::try_from(row_pages.len()).unwrap_or(u16::MAX),
        zones: zones.iter().map(|zone| zone.name().to_owned()).collect(),
        kinds: read
            .kinds
            .iter()
            .map(|kind| KindV1 {
                english: kind.english.as_str().to_owned(),
                spanish: kind.spanish.as_str().to_owned(),
                group: kind.group.code().to_owned(),
                gives_proof: kind.gives_proof,
            })
            .collect(),
        texts: texts.texts.join("\n"),
    };
    let mut index = vec![page(&shared)];
    index.extend(row_pages);
    Packed { index, details: meetings.chunks(DETAILS_A_PAGE).map(details).collect() }
}

fn order(meeting: &Meeting) -> (&str, &str, u32, u16, [u8; 8]) {
    let address = meeting.address.as_ref().map_or("", Line::as_str);
    let (day, start) = meeting.time.map_or((7, 0), |time| (time.day.num_days_from_monday(), time.start.minutes()));
    (address, meeting.name.as_str(), day, start, meeting.key.bytes())
}

fn row<'a>(meeting: &'a Meeting, texts: &mut Texts<'a>, zones: &mut Vec<&'a Zone>) -> RowV1 {
    let zone = meeting.zone.as_ref().map_or(0, |zone| {
        let place = zones.iter().position(|known| *known == zone).unwrap_or_else(|| {
            zones.push(zone);
            zones.len().saturating_sub(1)
        });
        u16::try_from(place.saturating_add(1)).unwrap_or(0)
    });
    let (day, start, length) = meeting.time.map_or((7, 0, 0), |time| {
        let day = u8::try_from(time.day.num_days_from_monday()).unwrap_or(7);
        (day, time.start.minutes(), time.length.minutes())
    });
    RowV1 {
        key: meeting.key.bytes(),
        name: texts.add(Some(meeting.name.as_str())),
        day,
        start,
        length,
        zone,
        kinds: meeting.kinds.clone(),
        ways: meeting.ways.bits(),
        place: texts.line(meeting.place.as_ref()),
        address: texts.line(meeting.address.as_ref()),
        region: texts.line(meeting.region.as_ref()),
        group: texts.line(meeting.group.as_ref()),
        position: meeting.position.map(domain::meeting::Position::e5),
    }
}

fn details(meetings: &[&Meeting]) -> Vec<u8> {
    let mut texts = Texts::new();
    let rows: Vec<DetailV1> = meetings
        .iter()
        .map(|meeting| {
            let more = &meeting.more;
            DetailV1 {
                notes: texts.note(more.notes.as_ref()),
                place_notes: texts.note(more.place_notes.as_ref()),
                group_notes: texts.note(more.group_notes.as_ref()),
                link: texts.add(more.link.as_ref().map(Link::as_str)),
                link_notes: texts.note(more.link_notes.as_ref()),
                phone: texts.add(more.phone.as_ref().map(DialIn::as_str)),
                phone_notes: texts.note(more.phone_notes.as_ref()),
                page: texts.add(more.page.as_ref().map(Link::as_str)),
                contacts: more.contacts.iter().map(|contact| contact_out(contact, &mut texts)).collect(),
                host: more.host.as_ref().map(|host| contact_out(host, &mut texts)),
                updated_utc_ms: more.updated_utc_ms,
            }
        })
        .collect();
    page(&DetailsV1 { texts: texts.texts.iter().map(|text| (*text).to_owned()).collect(), rows })
}

fn contact_out<'a>(contact: &'a MeetingContact, texts: &mut Texts<'a>) -> ContactV1 {
    ContactV1 {
        name: texts.add(contact.name.as_ref().map(Label::as_str)),
        phone: texts.add(contact.phone.as_ref().map(DialIn::as_str)),
        email: texts.add(contact.email.as_ref().map(Label::as_str)),
        page: texts.add(contact.page.as_ref().map(Link::as_str)),
    }
}

/// In pages of at most so many, in their order.
fn in_pages<T>(mut rows: Vec<T>, size: usize) -> impl Iterator<Item = Vec<T>> {
    std::iter::from_fn(move || {
        if rows.is_empty() {
            return None;
        }
        let rest = rows.split_off(size.min(rows.len()));
        Some(std::mem::replace(&mut rows, rest))
    })
}

/// Writing to memory cannot fail; if it did, nothing is what is refused when it is read.
fn page(shape: &impl Serialize) -> Vec<u8> {
    postcard::to_extend(shape, vec![VERSION]).unwrap_or_default()
}
