//! A backup as one sealed file, written and read a piece at a time: the stream of chunks within the container that `vault` publishes
//! (`src/vault/sealed_file.rs`). Whoever calls brings the key, because making one of a passphrase is a worker's work.

use sync::{About, StreamError, split_chunk};
use thiserror::Error;
use vault::{FilePurpose, Opener, SealedFile, Sealer, Stretched, Stretching, VaultError};
use zeroize::Zeroizing;

use super::Backup;
use crate::{BackupError, Clock, Home, Ids, Journal};

/// Why a file is no backup that can be taken in. Nothing on the device was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// About the container: another file, damaged, cut off, of a newer app, or under another passphrase.
    #[error(transparent)]
    Sealed(#[from] VaultError),
    /// About what is inside.
    #[error(transparent)]
    Inside(#[from] StreamError),
}

/// A backup that is being written.
pub struct SealedBackup<'a, H, W> {
    backup: Backup<'a, H, W>,
    /// None once its last piece was given.
    sealer: Option<Sealer>,
    header: Option<Vec<u8>>,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Begins a sealed backup of everything there is now.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn sealed_backup(&self, key: &Stretched) -> Result<SealedBackup<'_, H, W>, BackupError> {
        let backup = self.backup().await?;
        let (sealer, header) = Sealer::begin(FilePurpose::Backup, key).map_err(BackupError::Sealing)?;
        Ok(SealedBackup { backup, sealer: Some(sealer), header: Some(header) })
    }
}

impl<H: Home, W: Clock + Ids> SealedBackup<'_, H, W> {
    /// When it is of, and how much is in it.
    pub fn about(&self) -> About {
        self.backup.about()
    }

    /// The next bytes of the file, which may be none yet; `None` behind the last.
    ///
    /// # Errors
    /// [`BackupError`]; then what was written so far is no backup, and does not open as one.
    pub async fn next_piece(&mut self) -> Result<Option<Vec<u8>>, BackupError> {
        if let Some(header) = self.header.take() {
            return Ok(Some(header));
        }
        let Some(mut sealer) = self.sealer.take() else { return Ok(None) };
        match self.backup.next_chunk().await? {
            Some(chunk) => {
                let chunk = Zeroizing::new(chunk);
                let piece = sealer.push(&chunk).map_err(BackupError::Sealing)?;
                self.sealer = Some(sealer);
                Ok(Some(piece))
            }
            None => Ok(Some(sealer.finish().map_err(BackupError::Sealing)?)),
        }
    }
}

/// The beginning of a file that is a backup: it says how its passphrase is stretched, and is still locked.
#[derive(Clone, Copy, Debug)]
pub struct LockedBackup(SealedFile);

impl LockedBackup {
    /// As many bytes of a file are its header.
    pub const HEADER: usize = SealedFile::HEADER;

    /// Reads the header.
    ///
    /// # Errors
    /// [`VaultError`]: a file of another kind, of a newer app, damaged, or one that asks for more memory than a phone has.
    pub fn read(header: &[u8]) -> Result<Self, VaultError> {
        let file = SealedFile::read_header(header)?;
        match file.purpose() {
            FilePurpose::Backup => Ok(Self(file)),
            FilePurpose::Share | FilePurpose::Keys => Err(VaultError::OtherFile),
        }
    }

    /// How the passphrase is stretched.
    pub fn how(&self) -> Stretching {
        self.0.how()
    }

    /// What the passphrase is stretched with.
    pub fn salt(&self) -> [u8; vault::SALT] {
        self.0.salt()
    }

    /// Opens it.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] for another passphrase.
    pub fn open(&self, key: &Stretched) -> Result<OpenedBackup, VaultError> {
        Ok(OpenedBackup { opener: self.0.open(key)?, waiting: Zeroizing::new(Vec::new()) })
    }
}

/// A backup that is being read.
pub struct OpenedBackup {
    opener: Opener,
    /// The beginning of a chunk whose end has not come.
    waiting: Zeroizing<Vec<u8>>,
}

impl OpenedBackup {
    /// Takes the next bytes behind the header, and gives the chunks that are whole with them.
    ///
    /// # Errors
    /// [`FileError`].
    pub fn push(&mut self, piece: &[u8]) -> Result<Vec<Vec<u8>>, FileError> {
        let text = self.opener.push(piece)?;
        self.chunks(&text)
    }

    /// Ends the file: its last chunks, and the promise that nothing of it is missing.
    ///
    /// # Errors
    /// [`FileError`]; [`StreamError::Cut`] when half a chunk is left.
    pub fn finish(self) -> Result<Vec<Vec<u8>>, FileError> {
        let Self { opener, waiting } = self;
        let mut rest = waiting;
        rest.extend_from_slice(&opener.finish()?);
        let chunks = take_chunks(&mut rest)?;
        if rest.is_empty() { Ok(chunks) } else { Err(StreamError::Cut.into()) }
    }

    fn chunks(&mut self, text: &[u8]) -> Result<Vec<Vec<u8>>, FileError> {
        self.waiting.extend_from_slice(text);
        Ok(take_chunks(&mut self.waiting)?)
    }
}

/// Takes the whole chunks off the front.
fn take_chunks(waiting: &mut Zeroizing<Vec<u8>>) -> Result<Vec<Vec<u8>>, StreamError> {
    let mut chunks = Vec::new();
    let mut taken = 0_usize;
    while let Some((chunk, _)) = split_chunk(waiting.get(taken..).unwrap_or_default())? {
        taken = taken.saturating_add(chunk.len());
        chunks.push(chunk.to_vec());
    }
    waiting.drain(..taken);
    Ok(chunks)
}
