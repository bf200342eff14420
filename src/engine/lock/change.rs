//! Setting, changing and taking away the lock of an open journal: one batch each, so that there is always a key and never two.
//!
//! Every verb is given the root key, which the caller has just got out of what they are about to store (or, before a lock, from the device).
//! That is the proof that the person will get in again; the journal itself keeps no root key.

use storage::{Area, Batch, StoreError};
use vault::{LocalKey, Purpose, RootKey};

use super::{Lock, LockError, LockRowError, TRIES, Tries, one};
use crate::journal::rows::{HEAD, LOCK, ROOT};
use crate::{Clock, Home, Ids, Journal};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Locks the journal: from now on one of `wraps` opens it and this device alone does not. `root` is what came out of one of the wraps,
    /// opened on trial. This tab stays open until it is dropped; other tabs learn of it at their next refresh.
    ///
    /// # Errors
    /// [`LockError`]; then it is as locked or as open as before.
    pub async fn set_lock(
        &self,
        root: &RootKey,
        wraps: Vec<Vec<u8>>,
        auto_lock_s: Option<u32>,
    ) -> Result<(), LockError> {
        let lock = Lock { is_screen: false, wraps, made_utc_ms: self.made(), auto_lock_s, tries: Tries::default() };
        self.change_lock(root, &|_| Some(lock.clone())).await
    }

    /// Puts other wraps in the place of those there are: a new passphrase, one more passkey, a new recovery code.
    ///
    /// # Errors
    /// [`LockError::None`] when there is no lock, otherwise as [`Journal::set_lock`].
    pub async fn replace_wraps(&self, root: &RootKey, wraps: Vec<Vec<u8>>) -> Result<(), LockError> {
        let (made_utc_ms, tries) = (self.made(), Tries::default());
        let renew = |before: Option<Lock>| {
            let before = before.filter(|before| !before.is_screen)?;
            Some(Lock { wraps: wraps.clone(), made_utc_ms, tries, ..before })
        };
        self.change_lock(root, &renew).await
    }

    /// Sets a privacy screen, which is **not** a lock: the app asks for what `check` is compared with, but this device still opens everything
    /// by itself. Takes the place of a lock. `check` lies in the row so that only this device can read it.
    ///
    /// # Errors
    /// As [`Journal::set_lock`].
    pub async fn set_privacy_screen(
        &self,
        root: &RootKey,
        check: Vec<u8>,
        auto_lock_s: Option<u32>,
    ) -> Result<(), LockError> {
        let (wraps, made_utc_ms) = (vec![self.home.wrap(&check).await?], self.made());
        let lock = Lock { is_screen: true, wraps, made_utc_ms, auto_lock_s, tries: Tries::default() };
        self.change_lock(root, &|_| Some(lock.clone())).await
    }

    /// Takes the lock or the screen away: this device opens the journal by itself again.
    ///
    /// # Errors
    /// [`LockError::OtherKey`] and [`LockError::Store`]; then it is as locked as before.
    pub async fn remove_lock(&self, root: &RootKey) -> Result<(), LockError> {
        self.write_lock(root, &|_| Ok(None)).await
    }

    /// The home of its rows, for what is asked about the lock beside the journal ([`super::kept`], [`super::attempt`]).
    pub fn home(&self) -> &H {
        &self.home
    }

    async fn change_lock(&self, root: &RootKey, make: &dyn Fn(Option<Lock>) -> Option<Lock>) -> Result<(), LockError> {
        self.write_lock(root, &|before| make(before).map(Some).ok_or(LockError::None)).await
    }

    /// Puts the lock that `decide` makes of the one there is in its place; `None` for no lock.
    async fn write_lock(
        &self,
        root: &RootKey,
        decide: &dyn Fn(Option<Lock>) -> Result<Option<Lock>, LockError>,
    ) -> Result<(), LockError> {
        if LocalKey::derive(root).id() != self.key.id() {
            return Err(LockError::OtherKey);
        }
        for _ in 0..TRIES {
            let mut rows = self.home.read(&[one(ROOT), one(LOCK), one(HEAD)]).await?.into_iter();
            let mut next = || rows.next().and_then(|rows| rows.into_iter().next()).map(|row| row.bytes);
            let (root_row, lock_row, head_row) = (next(), next(), next());
            // Everything may have been erased by another tab, and begun anew under another key.
            let head = head_row.as_deref().ok_or(LockError::OtherKey)?;
            vault::open(&self.key, Purpose::Head, HEAD, head).map_err(|_| LockError::OtherKey)?;
            let before = match lock_row.as_deref().map(Lock::decode) {
                None | Some(Err(LockRowError::Broken)) => None,
                Some(Err(LockRowError::Newer(_))) => return Err(LockError::None),
                Some(Ok(lock)) => Some(lock),
            };
            let after = decide(before)?;
            let mut batch = Batch::strict().expecting(Area::Meta, HEAD, head_row);
            batch = batch.expecting(Area::Meta, ROOT, root_row).expecting(Area::Meta, LOCK, lock_row);
            batch = match &after {
                Some(lock) => batch.put(Area::Meta, LOCK, lock.encode().map_err(|_| LockError::Wraps)?),
                None => batch.delete(Area::Meta, LOCK),
            };
            batch = if after.as_ref().is_none_or(|lock| lock.is_screen) {
                batch.put(Area::Meta, ROOT, self.home.wrap(root.dangerously_bytes()).await?)
            } else {
                batch.delete(Area::Meta, ROOT)
            };
            match self.home.commit(batch).await {
                Ok(()) => {
                    self.knows_lock.set(after.is_some());
                    return Ok(());
                }
                Err(StoreError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(LockError::Busy)
    }

    fn made(&self) -> i64 {
        self.now().utc_ms()
    }
}
