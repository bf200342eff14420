//! The ring as it lies sealed: a first byte that is the version, then the frozen shape of that version in postcard. It is read for years, so a released
//! shape is never edited; a change is a new version beside it, with its golden file.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use vault::{LONGEST_PACK_FILE, PACKAGE_ID, ReadingKey, SigningKey, VerifyingKey};
use zeroize::{Zeroize, Zeroizing};

use super::programs::LONGEST_ADDRESS;
use super::{Key, LONGEST_NAME, MOST_KEYS, MOST_PAGES, MOST_PROGRAMS, MOST_SENDERS, Page, Program, Ring, Sender};

/// The version that is written. Version 1 knew no programs.
const VERSION: u8 = 2;
/// No ring has more bytes.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Why some bytes are no ring. Nothing of them was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RingError {
    /// A newer version of the page wrote it. Keep the bytes as they are.
    #[error("a newer version wrote these keys")]
    Newer,
    /// Damaged, or never a ring.
    #[error("these are no keys")]
    Unreadable,
}

#[derive(Serialize, Deserialize)]
struct RingV1 {
    keys: Vec<KeyV1>,
    senders: Vec<SenderV1>,
    pages: Vec<PageV1>,
}

/// The same, and what goes to clients.
#[derive(Serialize, Deserialize)]
struct RingV2 {
    ring: RingV1,
    seed: Option<SeedV2>,
    programs: Vec<ProgramV2>,
    app: String,
}

#[derive(Serialize, Deserialize)]
struct SeedV2([u8; SigningKey::LENGTH]);

impl Drop for SeedV2 {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[derive(Serialize, Deserialize)]
struct ProgramV2 {
    id: [u8; 16],
    highest: u16,
    file: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct KeyV1 {
    secret: [u8; ReadingKey::LENGTH],
    /// Days since 1970-01-01.
    made: u32,
}

impl Drop for KeyV1 {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

#[derive(Serialize, Deserialize)]
struct SenderV1 {
    key: [u8; VerifyingKey::LENGTH],
    name: String,
    latest_utc_ms: i64,
}

#[derive(Serialize, Deserialize)]
struct PageV1 {
    id: [u8; PACKAGE_ID],
    on: u32,
}

impl Ring {
    /// The ring in bytes, in the current version. They are secret: to be sealed, and kept nowhere else.
    ///
    /// # Errors
    /// [`RingError::Unreadable`], for completeness.
    pub fn encode(&self) -> Result<Zeroizing<Vec<u8>>, RingError> {
        let key = |key: &Key| {
            let secret = key.reading.dangerously_bytes().try_into().map_err(|_| RingError::Unreadable)?;
            Ok(KeyV1 { secret, made: days_of(key.made) })
        };
        let ring = RingV1 {
            keys: self.keys.iter().map(key).collect::<Result<_, _>>()?,
            senders: self.senders.iter().map(SenderV1::from).collect(),
            pages: self.pages.iter().map(|page| PageV1 { id: page.id, on: days_of(page.on) }).collect(),
        };
        // All room is there from the start, so no copy is left behind in memory.
        let room = 64 + ring.keys.len() * 64 + ring.senders.len() * (64 + LONGEST_NAME) + ring.pages.len() * 32;
        let room = room + 64 + self.programs.iter().map(|one| 32 + one.file.len()).sum::<usize>() + self.app.len();
        let shape = RingV2 {
            ring,
            seed: self.seed.as_ref().map(|seed| SeedV2(**seed)),
            programs: self.programs.iter().map(ProgramV2::from).collect(),
            app: self.app.clone(),
        };
        let mut bytes = Vec::with_capacity(room);
        bytes.push(VERSION);
        postcard::to_extend(&shape, bytes).map(Zeroizing::new).map_err(|_| RingError::Unreadable)
    }

    /// The way back. Every bound is checked: a list beyond its end, a key that is none or a byte too many is [`RingError::Unreadable`].
    ///
    /// # Errors
    /// [`RingError`].
    pub fn decode(bytes: &[u8]) -> Result<Ring, RingError> {
        let (version, body) = bytes.split_first().ok_or(RingError::Unreadable)?;
        if bytes.len() > MOST_BYTES && (1..=VERSION).contains(version) {
            return Err(RingError::Unreadable);
        }
        let ring = match *version {
            0 => None,
            1 => postcard::take_from_bytes::<RingV1>(body).ok().filter(is_all).and_then(|(shape, _)| shape.into_ring()),
            2 => postcard::take_from_bytes::<RingV2>(body).ok().filter(is_all).and_then(|(shape, _)| shape.into_ring()),
            _ => return Err(RingError::Newer),
        };
        ring.ok_or(RingError::Unreadable)
    }
}

/// Nothing stands behind it.
fn is_all<T>((_, rest): &(T, &[u8])) -> bool {
    rest.is_empty()
}

impl RingV2 {
    fn into_ring(self) -> Option<Ring> {
        let RingV2 { ring, seed, programs, app } = self;
        let is_short = |program: &ProgramV2| program.file.len() <= LONGEST_PACK_FILE;
        let fits = programs.len() <= MOST_PROGRAMS && programs.iter().all(is_short) && app.len() <= LONGEST_ADDRESS;
        let ring = ring.into_ring().filter(|_| fits)?;
        let seed = seed.map(|seed| Zeroizing::new(seed.0));
        Some(Ring { seed, programs: programs.into_iter().map(Program::from).collect(), app, ..ring })
    }
}

impl From<&Program> for ProgramV2 {
    fn from(program: &Program) -> ProgramV2 {
        ProgramV2 { id: program.id, highest: program.highest, file: program.file.clone() }
    }
}

impl From<ProgramV2> for Program {
    fn from(program: ProgramV2) -> Program {
        Program { id: program.id, highest: program.highest, file: program.file }
    }
}

impl RingV1 {
    fn into_ring(self) -> Option<Ring> {
        let RingV1 { keys, senders, pages } = self;
        let fits = (1..=MOST_KEYS).contains(&keys.len()) && senders.len() <= MOST_SENDERS && pages.len() <= MOST_PAGES;
        let key =
            |key: &KeyV1| Some(Key { reading: ReadingKey::from_bytes(&key.secret).ok()?, made: date_of(key.made)? });
        let page = |page: &PageV1| Some(Page { id: page.id, on: date_of(page.on)? });
        let ring = Ring {
            keys: keys.iter().map(key).collect::<Option<_>>()?,
            senders: senders.into_iter().map(Sender::try_from).collect::<Result<_, _>>().ok()?,
            pages: pages.iter().map(page).collect::<Option<_>>()?,
            ..Ring::default()
        };
        fits.then_some(ring)
    }
}

impl From<&Sender> for SenderV1 {
    fn from(sender: &Sender) -> SenderV1 {
        SenderV1 { key: sender.key.bytes(), name: sender.name.clone(), latest_utc_ms: sender.latest_utc_ms }
    }
}

impl TryFrom<SenderV1> for Sender {
    type Error = RingError;

    fn try_from(sender: SenderV1) -> Result<Sender, RingError> {
        if sender.name.len() > LONGEST_NAME {
            return Err(RingError::Unreadable);
        }
        let key = VerifyingKey::from_bytes(sender.key);
        Ok(Sender { key, name: sender.name, latest_utc_ms: sender.latest_utc_ms })
    }
}

/// Nothing was opened before 1970.
fn days_of(day: NaiveDate) -> u32 {
    u32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or_default()
}

fn date_of(days: u32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_days(Days::new(days.into()))
}

#[cfg(test)]
mod tests;
