//! A backup: made as a sealed file, looked into, and brought in.

use engine::{
    About, BackupCheck, BackupError, Checked, FileError, LockedBackup, MergeError, Merged, Stretched, Stretching,
    VaultError, make_salt,
};
use js_sys::{Array, Uint8Array};

use crate::browser::stretch::{NoKey, stretched};
use crate::browser::{files, look, pause};
use crate::state::App;

/// As much of a file is read at a time, in bytes.
const PIECE: usize = 1024 * 1024;

/// Why a backup was not made, not read, or not brought in. Only the last of these may have changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBackup {
    Key(NoKey),
    NotMade(BackupError),
    File(FileError),
    /// The browser cannot read the file (any more).
    NotRead,
    /// What was taken in before that stays, and doing it again completes it.
    NotIn(MergeError),
}

/// A backup that was looked into: it is whole, and can be brought in without asking for the passphrase again.
pub struct Looked {
    file: web_sys::File,
    key: Stretched,
    pub checked: Checked,
}

impl App {
    /// Seals everything under a passphrase: the pieces of the file, for the browser to keep, and what is in it.
    ///
    /// # Errors
    /// [`NoBackup`].
    pub async fn make_backup(self, passphrase: String) -> Result<(Array, About), NoBackup> {
        let salt = make_salt().map_err(|why| NoBackup::File(FileError::Sealed(why)))?;
        let key = stretched(&passphrase, salt, Stretching::DEFAULT).await.map_err(NoBackup::Key)?;
        let journal = self.journal();
        let pieces = Array::new();
        let mut backup = journal.sealed_backup(&key).await.map_err(NoBackup::NotMade)?;
        while let Some(piece) = backup.next_piece().await.map_err(NoBackup::NotMade)? {
            pieces.push(&Uint8Array::from(piece.as_slice()));
            pause::breathe().await;
        }
        Ok((pieces, backup.about()))
    }

    /// Reads a backup from its first byte to its last, and writes nothing.
    ///
    /// # Errors
    /// [`NoBackup`].
    pub async fn look_into_backup(self, file: web_sys::File, passphrase: String) -> Result<Looked, NoBackup> {
        let header = files::part_of(&file, 0, LockedBackup::HEADER).await.ok_or(NoBackup::NotRead)?;
        let locked = LockedBackup::read(&header).map_err(sealed)?;
        let key = stretched(&passphrase, locked.salt(), locked.how()).await.map_err(NoBackup::Key)?;
        let mut check = BackupCheck::new();
        let mut reading = Reading::new(&file, locked, &key)?;
        while let Some(chunks) = reading.next().await? {
            for chunk in chunks {
                check.take(&chunk).map_err(|why| NoBackup::File(why.into()))?;
            }
        }
        let checked = check.finish().map_err(|why| NoBackup::File(why.into()))?;
        Ok(Looked { file, key, checked })
    }

    /// Merges a backup into what is here.
    ///
    /// # Errors
    /// [`NoBackup`].
    pub async fn bring_in_backup(self, looked: &Looked) -> Result<Merged, NoBackup> {
        let header = files::part_of(&looked.file, 0, LockedBackup::HEADER).await.ok_or(NoBackup::NotRead)?;
        let locked = LockedBackup::read(&header).map_err(sealed)?;
        let journal = self.journal();
        let mut merge = journal.merge_in(&looked.checked);
        let mut reading = Reading::new(&looked.file, locked, &looked.key)?;
        while let Some(chunks) = reading.next().await? {
            for chunk in chunks {
                merge.take(&chunk).await.map_err(NoBackup::NotIn)?;
            }
        }
        let merged = merge.finish().await.map_err(NoBackup::NotIn)?;
        // What the browser had emptied is here again.
        look::begin_anew();
        // Among what came may be other settings.
        if let Ok(settings) = journal.settings().await {
            look::remember(settings.appearance(), settings.language());
            let language = look::language(settings.language());
            self.settings.set(settings);
            if language != self.language.get_untracked() {
                // Everything is drawn again, and what became of it would be gone from the page.
                self.language.set(language);
                self.tell((self.text().backup().brought_in)(&merged), None);
            }
        }
        self.after_saving();
        Ok(merged)
    }
}

fn sealed(why: VaultError) -> NoBackup {
    NoBackup::File(FileError::Sealed(why))
}

/// A file that is read a piece at a time.
struct Reading<'a> {
    file: &'a web_sys::File,
    /// None behind the last piece.
    opened: Option<engine::OpenedBackup>,
    at: usize,
}

impl<'a> Reading<'a> {
    fn new(file: &'a web_sys::File, locked: LockedBackup, key: &Stretched) -> Result<Self, NoBackup> {
        Ok(Self { file, opened: Some(locked.open(key).map_err(sealed)?), at: LockedBackup::HEADER })
    }

    /// The next whole chunks.
    async fn next(&mut self) -> Result<Option<Vec<Vec<u8>>>, NoBackup> {
        let Some(mut opened) = self.opened.take() else { return Ok(None) };
        let piece = files::part_of(self.file, self.at, PIECE).await.ok_or(NoBackup::NotRead)?;
        if piece.is_empty() {
            return opened.finish().map(Some).map_err(NoBackup::File);
        }
        self.at = self.at.saturating_add(piece.len());
        let chunks = opened.push(&piece).map_err(NoBackup::File)?;
        self.opened = Some(opened);
        pause::breathe().await;
        Ok(Some(chunks))
    }
}
