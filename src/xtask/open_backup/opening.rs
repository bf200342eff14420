//! A sealed backup, from its first byte to its last: opened, looked through, and its records as they stood when it was made.
//!
//! What was deleted stays deleted: only its number is told. Of what was changed there is the newest version, and the number of earlier ones.

use crate::zones::Database;
use anyhow::{Context, Result, anyhow};
use domain::record::Record;
use domain::zones::Zones;
use domain::{Language, Moment, Zone};
use engine::{BackupCheck, FileError, Gathered, InBackup, LockedBackup, StreamError, Stretched, VaultError};
use exports::{Facts, Including, Item};
use std::io::Read;
use stretch::StretchError;
use sync::{Chunk, decode_chunk};
use zeroize::Zeroizing;

/// As much of the file is read at once, in bytes.
const PIECE: usize = 64 * 1024;

/// What was in a backup.
pub struct Opened {
    pub inside: InBackup,
    /// Every record that was there and can be read.
    pub items: Vec<Item>,
    /// Records that were deleted, and could still have been brought back.
    pub deleted: u64,
    /// Records that are gone for good; nothing of what they said is in the backup.
    pub erased: u64,
    /// Records that were there, and that only a newer app can read.
    pub unknown: u32,
}

/// Reads the header, and nothing behind it.
///
/// # Errors
/// When the file is no backup, or one that this build cannot open.
pub fn locked(sealed: &mut impl Read) -> Result<LockedBackup> {
    let mut header = Vec::new();
    let length = u64::try_from(LockedBackup::HEADER)?;
    sealed.take(length).read_to_end(&mut header).context("cannot read the backup")?;
    LockedBackup::read(&header).map_err(refused)
}

/// Opens what comes behind the header, to its end.
///
/// # Errors
/// In a sentence for whoever called: the passphrase is another one, or the backup is damaged, cut off, or of a newer app.
pub fn open(locked: LockedBackup, sealed: &mut impl Read, passphrase: &str) -> Result<Opened> {
    let mut backup = locked.open(&key(&locked, passphrase)?).map_err(refused)?;
    let mut read = Reading::default();
    let mut piece = vec![0; PIECE];
    loop {
        let length = sealed.read(&mut piece).context("cannot read the backup")?;
        if length == 0 {
            break;
        }
        let chunks = backup.push(piece.get(..length).unwrap_or_default()).map_err(refused)?;
        read.take(chunks)?;
    }
    read.take(backup.finish().map_err(refused)?)?;
    read.finish()
}

fn key(locked: &LockedBackup, passphrase: &str) -> Result<Stretched> {
    // As the browser does it before it stretches one, because two keyboards may write the same letter differently.
    let normalizer = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
    let passphrase = Zeroizing::new(normalizer.normalize(passphrase).into_owned());
    let key = stretch::stretch(&passphrase, &locked.salt(), &locked.how()).map_err(|error| match error {
        StretchError::Empty => anyhow!("there is no passphrase"),
        StretchError::NoMemory => anyhow!("this machine has not enough memory to try the passphrase"),
        StretchError::Refused => anyhow!("the file asks for what this tool never does; it is damaged, or no backup"),
    })?;
    Stretched::new(key.as_slice(), locked.salt(), locked.how()).map_err(refused)
}

/// Why a file is not opened, for whoever called.
fn refused(error: impl Into<FileError>) -> anyhow::Error {
    anyhow!(match error.into() {
        FileError::Sealed(VaultError::OtherFile) => "this file is no backup of Handrail",
        FileError::Sealed(VaultError::WrongSecret) => "this passphrase does not open the backup",
        FileError::Sealed(VaultError::CutOff | VaultError::TooShort) | FileError::Inside(StreamError::Cut) => {
            "the end of the backup is missing; perhaps it was not copied to its end"
        }
        FileError::Sealed(VaultError::UnknownFormat(_) | VaultError::UnknownSuite(_) | VaultError::UnknownKind(_))
        | FileError::Inside(StreamError::Newer(_)) => {
            "a newer Handrail made this backup; the tool that came with it opens it"
        }
        FileError::Sealed(_) | FileError::Inside(_) => "the backup is damaged; perhaps another copy of it is whole",
    })
}

/// What came out of a backup so far.
#[derive(Default)]
struct Reading {
    check: BackupCheck,
    gathered: Gathered,
}

impl Reading {
    fn take(&mut self, chunks: Vec<Vec<u8>>) -> Result<()> {
        for chunk in chunks.into_iter().map(Zeroizing::new) {
            self.check.take(&chunk).map_err(refused)?;
            if let Chunk::Records(records) = decode_chunk(&chunk).map_err(refused)? {
                self.gathered.take(records);
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Opened> {
        let inside = self.check.finish().map_err(refused)?.inside();
        let Gathered { records, deleted, erased, unknown, .. } = self.gathered;
        let items = records.into_iter().map(|(id, record)| Item { id: id.bytes(), record }).collect();
        Ok(Opened { inside, items, deleted, erased, unknown })
    }
}

impl Opened {
    /// What the exports ask: the moment of the backup, by the clock of the place where the last entry was; everything goes along. Without a
    /// language it is the one that was chosen in the app, and English where none was.
    pub fn facts(&self, language: Option<Language>) -> Facts<'static> {
        let records = self.items.iter().map(|item| &item.record);
        let chosen = records.clone().find_map(|record| match record {
            Record::Settings(settings) => settings.language(),
            _ => None,
        });
        let last = records.filter_map(moment).max_by_key(|at| at.utc_ms());
        let zone = last.map_or_else(Zone::utc, |at| at.zone().clone());
        let made_ms = self.inside.made_utc_ms;
        let minutes = Database.offset_s(&zone, made_ms).and_then(|seconds| i16::try_from(seconds / 60).ok());
        Facts {
            // A zone that is not known any more: as far from UTC as it was then.
            now: Moment::of_device(made_ms, minutes.or(last.map(Moment::offset_minutes)).unwrap_or(0), zone),
            language: language.or(chosen).unwrap_or(Language::En),
            zones: &Database,
            including: Including::EVERYTHING,
            left_out: self.unknown,
        }
    }

    /// Versions that newer ones took the place of, deletions among them.
    pub fn earlier_versions(&self) -> u64 {
        self.inside.operations.saturating_sub(self.inside.records)
    }
}

/// When something was written down by the clock beside the person.
fn moment(record: &Record) -> Option<&Moment> {
    match record {
        Record::Craving(craving) => Some(craving.occurred_at()),
        Record::CheckIn(check_in) => Some(check_in.at()),
        Record::Lapse(lapse) => Some(lapse.at()),
        Record::StrategyRun(run) => Some(run.at()),
        Record::Dose(dose) => Some(dose.at()),
        _ => None,
    }
}
