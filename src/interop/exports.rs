//! What the app asks of the worker that writes exports, and how it travels: the choices, then the records as they are stored, which only
//! the worker reads. Both are of the same build; nothing of this is ever kept.

mod wire;

#[cfg(test)]
mod tests;

use crate::unspoken;
use chrono::NaiveDate;
use domain::{Language, Line, Link, Moment};
use thiserror::Error;

/// As many records are handed over: more than anybody writes in a life.
pub const MAX_RECORDS: usize = 2_000_000;

/// Everything the worker needs.
#[derive(Clone, PartialEq, Eq)]
pub struct Asked {
    pub form: Form,
    pub now: Moment,
    /// Of headings and words; what the person wrote stays as it is.
    pub language: Language,
    pub including: Including,
    /// All records that are there now: the whole id, and the bytes as they are stored.
    pub records: Vec<([u8; 16], Vec<u8>)>,
}

/// What is wanted.
#[derive(Clone, PartialEq, Eq)]
pub enum Form {
    /// Everything as JSON.
    Json,
    /// Everything as tables, in one ZIP.
    Tables,
    /// Everything as a page to print.
    Page,
    /// For those who treat the person, as a FHIR bundle.
    Fhir(Sender),
}

/// What goes along. Everything, unless the sender says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Including {
    /// Entries that are marked as nobody else's, and lapses that nobody marked at all.
    pub private: bool,
    /// Lapses, sober time, and whether a day had any use.
    pub use_of_substances: bool,
    /// Medications, doses, and whether a day's medication was taken.
    pub medication: bool,
}

/// What the sender says about handing a bundle over.
#[derive(Clone, PartialEq, Eq)]
pub struct Sender {
    /// As they want to be called by the reader.
    pub name: Option<Line>,
    /// Who is to read it: "Dana M., LMFT".
    pub recipient: Option<Line>,
    /// The program that keeps it.
    pub program: Option<Line>,
    /// The first and the last day that something is told of.
    pub days: (NaiveDate, NaiveDate),
    /// Whether their own words go along: notes, lines, own words for triggers.
    pub notes: bool,
    /// That they agree, in so many words. None: they were not asked, and the bundle has no consent in it.
    pub consent: Option<Agreed>,
    /// A page in front, or only the entries.
    pub as_document: bool,
    /// Bytes that are the person's own and always the same: what is told twice is called alike, and never like another person's.
    pub own: [u8; 16],
    /// The address under which our codes are explained, without a slash at its end.
    pub base: Link,
}

/// How long the sender agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The last day on which it holds. None: until it is taken back.
    pub until: Option<NaiveDate>,
}

/// Why bytes are no such request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AskedError {
    /// Laid out by another build, or by something else.
    #[error("this is not what this build asks")]
    NotOurs,
    /// Damaged, or beyond the limits.
    #[error("what was asked cannot be read")]
    Damaged,
}

unspoken!(Asked, Form, Sender);

impl Including {
    pub const EVERYTHING: Including = Including { private: true, use_of_substances: true, medication: true };
}

impl Form {
    /// A neutral name for the file that comes of it: it tells nothing to who sees it lying in a folder.
    pub fn file_name(&self, day: NaiveDate) -> String {
        let ending = match self {
            Form::Json | Form::Fhir(_) => "json",
            Form::Tables => "zip",
            Form::Page => "html",
        };
        ["notes-", &iso(day), ".", ending].concat()
    }

    /// The media type of that file.
    pub fn media_type(&self) -> &'static str {
        match self {
            Form::Json => "application/json",
            Form::Fhir(_) => "application/fhir+json",
            Form::Tables => "application/zip",
            Form::Page => "text/html",
        }
    }
}

/// `2026-11-22`.
fn iso(day: NaiveDate) -> String {
    domain::to_field(day.and_time(chrono::NaiveTime::MIN)).chars().take(10).collect()
}
