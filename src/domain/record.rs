//! What is stored: the one way from a domain value to bytes and back. Shapes are frozen, one module per version.
//!
//! A record is a preamble of eleven bytes that never changes in any version, then a body whose shape the version and the
//! kind decide. A released shape is never edited: a change is a new version with an upgrade, and the old one keeps its
//! golden file (see `record/golden.rs`). So an old build can still date what a newer one wrote, and keep it.

mod preamble;
mod v1;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod laws;

use crate::craving::Craving;
use crate::imported::Imported;
use crate::program::Program;
use crate::session::Session;
use crate::settings::Settings;
use crate::visit::Visit;
pub use preamble::{PREAMBLE_LENGTH, Preamble, preamble};
use thiserror::Error;

/// The version that [`encode`] writes.
pub const VERSION: u8 = 1;

/// What a record is of. The number is stored, and never used again for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Craving,
    Settings,
    Session,
    Program,
    Visit,
    /// A session that came from a calendar.
    Imported,
}

/// A value that is stored as one record.
#[allow(
    clippy::large_enum_variant,
    reason = "one at a time and gone at once: a box would cost every record an allocation"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    Craving(Craving),
    Settings(Settings),
    Session(Session),
    Program(Program),
    Visit(Visit),
    Imported(Imported),
}

/// What some bytes turned out to be. Whatever it is, the bytes are the caller's to keep.
#[allow(
    clippy::large_enum_variant,
    reason = "one at a time and gone at once: a box would cost every record an allocation"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    Known(Record),
    /// Written by a newer build, in a version or of a kind that this one does not know. To be kept as it is.
    Newer(Preamble),
    /// Damaged, or never a record.
    Unreadable,
}

/// The encoder refused. No value of ours makes it; it is an error and not a panic because a panic ends the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the record could not be put into bytes")]
pub struct EncodeError;

impl Kind {
    pub const ALL: [Kind; 6] =
        [Kind::Craving, Kind::Settings, Kind::Session, Kind::Program, Kind::Visit, Kind::Imported];

    /// The stored number.
    pub const fn number(self) -> u16 {
        match self {
            Kind::Craving => 1,
            Kind::Settings => 2,
            Kind::Session => 3,
            Kind::Program => 4,
            Kind::Visit => 5,
            Kind::Imported => 6,
        }
    }

    /// None for a kind that this build does not know.
    pub fn from_number(number: u16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.number() == number)
    }
}

impl Record {
    pub fn kind(&self) -> Kind {
        match self {
            Record::Craving(_) => Kind::Craving,
            Record::Settings(_) => Kind::Settings,
            Record::Session(_) => Kind::Session,
            Record::Program(_) => Kind::Program,
            Record::Visit(_) => Kind::Visit,
            Record::Imported(_) => Kind::Imported,
        }
    }

    /// What stands before the body: version, kind and, for what happened at a time, that time.
    pub fn preamble(&self) -> Preamble {
        let at_utc_ms = match self {
            Record::Craving(craving) => Some(craving.occurred_at().utc_ms()),
            Record::Visit(visit) => Some(visit.at().utc_ms()),
            Record::Settings(_) | Record::Session(_) | Record::Program(_) | Record::Imported(_) => None,
        };
        Preamble { version: VERSION, kind: self.kind().number(), at_utc_ms }
    }
}

/// The bytes of a record, in the current version. The same record always gives the same bytes.
///
/// # Errors
/// [`EncodeError`], for completeness.
pub fn encode(record: &Record) -> Result<Vec<u8>, EncodeError> {
    let start = record.preamble().to_bytes().to_vec();
    match record {
        Record::Craving(craving) => postcard::to_extend(&v1::CravingV1::from(craving), start),
        Record::Settings(settings) => postcard::to_extend(&v1::SettingsV1::from(settings), start),
        Record::Session(session) => postcard::to_extend(&v1::SessionV1::from(session), start),
        Record::Program(program) => postcard::to_extend(&v1::ProgramV1::from(program), start),
        Record::Visit(visit) => postcard::to_extend(&v1::VisitV1::from(visit), start),
        Record::Imported(imported) => postcard::to_extend(&v1::ImportedV1::from(imported), start),
    }
    .map_err(|_| EncodeError)
}

/// What the bytes are. Every bound is checked again: an intensity of 11, a text beyond its limit or a byte too many
/// is [`Decoded::Unreadable`], never a value.
pub fn decode(bytes: &[u8]) -> Decoded {
    let Some((preamble, body)) = preamble::split(bytes) else { return Decoded::Unreadable };
    if preamble.version > VERSION {
        return Decoded::Newer(preamble);
    }
    // A newer build may store a new kind in a version that we know.
    let Some(kind) = Kind::from_number(preamble.kind) else { return Decoded::Newer(preamble) };
    let record = match (kind, preamble.at_utc_ms) {
        (Kind::Craving, Some(at_utc_ms)) => {
            whole::<v1::CravingV1>(body).and_then(|body| body.into_craving(at_utc_ms)).map(Record::Craving)
        }
        (Kind::Settings, None) => {
            whole::<v1::SettingsV1>(body).and_then(v1::SettingsV1::into_settings).map(Record::Settings)
        }
        (Kind::Session, None) => {
            whole::<v1::SessionV1>(body).and_then(v1::SessionV1::into_session).map(Record::Session)
        }
        (Kind::Program, None) => {
            whole::<v1::ProgramV1>(body).and_then(v1::ProgramV1::into_program).map(Record::Program)
        }
        (Kind::Visit, Some(at_utc_ms)) => {
            whole::<v1::VisitV1>(body).and_then(|body| body.into_visit(at_utc_ms)).map(Record::Visit)
        }
        (Kind::Imported, None) => {
            whole::<v1::ImportedV1>(body).and_then(v1::ImportedV1::into_imported).map(Record::Imported)
        }
        (Kind::Craving | Kind::Visit, None)
        | (Kind::Settings | Kind::Session | Kind::Program | Kind::Imported, Some(_)) => None,
    };
    record.map_or(Decoded::Unreadable, Decoded::Known)
}

/// The body, if it is one and nothing follows it.
fn whole<'a, T: serde::Deserialize<'a>>(body: &'a [u8]) -> Option<T> {
    match postcard::take_from_bytes(body) {
        Ok((value, [])) => Some(value),
        Ok((_, _)) | Err(_) => None,
    }
}
