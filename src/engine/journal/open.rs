//! Opening the journal: the first time with a new key, afterwards with the one this device keeps.

use storage::{Area, Batch, Change, Durability, Guard, StoreError};
use sync::{Clock as Stamped, DeviceId};
use vault::{LocalKey, Purpose, RootKey, VaultError};

use super::Journal;
use super::directory::Directory;
use super::head::Head;
use super::load::{Rows, read_rows};
use super::repair::repair;
use super::rows::{DIRECTORY, FORMAT, HEAD, LAYOUT, LOCK, ROOT, USED, seal_row};
use super::used::Used;
use crate::lock::{lock_in, unwrap_root};
use crate::{Clock, Home, Ids, OpenError};

/// Two tabs may both find an empty home and both begin; the second one then opens what the first one made.
const TRIES: usize = 3;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Opens the journal in `home`, or begins one where nothing is stored yet.
    ///
    /// # Errors
    /// [`OpenError::Locked`] where there is a lock or a privacy screen (see [`crate::lock::kept`]); otherwise [`OpenError`]. Whatever is
    /// stored stays as it is.
    pub async fn open(home: H, world: W) -> Result<Self, OpenError> {
        Self::open_by(home, world, false, None).await
    }

    /// The same behind a privacy screen, once what it asks was answered. This device has the key all the time; the screen only hides.
    ///
    /// # Errors
    /// As [`Journal::open`]; [`OpenError::Locked`] where it is a lock.
    pub async fn open_screened(home: H, world: W) -> Result<Self, OpenError> {
        Self::open_by(home, world, true, None).await
    }

    /// Opens a locked journal with the root key that one of its wraps gave. The key itself is dropped at once.
    ///
    /// # Errors
    /// [`OpenError::KeyGone`] where nothing is stored, or what is stored belongs to another key; otherwise [`OpenError`]. Whatever is stored
    /// stays as it is.
    pub async fn open_with(home: H, world: W, root: RootKey) -> Result<Self, OpenError> {
        let key = LocalKey::derive(&root);
        drop(root);
        Self::open_by(home, world, true, Some(key)).await
    }

    /// Opens with the key that is given, or else with that of the device, where nobody has to be asked or somebody was.
    async fn open_by(home: H, world: W, is_asked: bool, mut given: Option<LocalKey>) -> Result<Self, OpenError> {
        for _ in 0..TRIES {
            let rows = read_rows(&home).await?;
            match rows.format.as_deref() {
                None | Some([LAYOUT]) => {}
                Some(_) => return Err(OpenError::Newer),
            }
            let lock = lock_in(rows.lock.as_deref())?;
            let is_given = given.is_some();
            let key = match (given.take(), &lock, rows.root.clone()) {
                (Some(_), ..) if rows.is_untouched() => return Err(OpenError::KeyGone),
                (Some(key), ..) => key,
                (None, Some(lock), _) if !(lock.is_screen && is_asked) => return Err(OpenError::Locked),
                (None, _, Some(wrapped)) => LocalKey::derive(&unwrap_root(&home, &wrapped).await?),
                (None, ..) if rows.is_untouched() => match begin(&home, &world).await {
                    Ok(()) | Err(OpenError::Store(StoreError::Conflict)) => continue,
                    Err(error) => return Err(error),
                },
                (None, ..) => return Err(OpenError::KeyGone),
            };
            match open_or_repair(&home, &world, &key, rows).await {
                Err(OpenError::Store(StoreError::Conflict)) => given = is_given.then_some(key),
                Err(error) => return Err(error),
                Ok(inside) => {
                    let journal = Self::new(home, world, key, inside);
                    journal.knows_lock.set(lock.is_some());
                    return Ok(journal);
                }
            }
        }
        Err(OpenError::Store(StoreError::Conflict))
    }

    /// Reads again what other tabs may have changed. Cheap: the same amount as opening.
    ///
    /// # Errors
    /// [`OpenError::Locked`] when another tab has set a lock or a privacy screen since this one opened: everything is up to date, but this
    /// tab should be dropped and ask. For any other [`OpenError`] what is in memory stays as it was.
    pub async fn refresh(&self) -> Result<(), OpenError> {
        let has_lock = self.reload().await?;
        if has_lock && !self.knows_lock.get() {
            return Err(OpenError::Locked);
        }
        self.knows_lock.set(has_lock);
        Ok(())
    }

    /// The same for a command that has to go on with what a person has typed, whatever another tab did to the lock. Says whether there is a
    /// lock.
    pub(super) async fn reload(&self) -> Result<bool, OpenError> {
        let rows = read_rows(&self.home).await?;
        let has_lock = rows.lock.is_some();
        if rows.root.is_none() && !has_lock {
            return Err(OpenError::KeyGone);
        }
        let inside = open_or_repair(&self.home, &self.world, &self.key, rows).await?;
        *self.inside.borrow_mut() = inside;
        Ok(has_lock)
    }
}

async fn open_or_repair<H: Home, W: Clock + Ids>(
    home: &H,
    world: &W,
    key: &LocalKey,
    rows: Rows,
) -> Result<super::load::Inside, OpenError> {
    let damaged = (rows.head.clone(), rows.directory.clone());
    let are_of_another_key = rows.are_of_another_key(key);
    if let Some(inside) = rows.open(key) {
        return Ok(inside);
    }
    if are_of_another_key {
        return Err(OpenError::KeyGone);
    }
    repair(home, world, key, damaged).await?;
    read_rows(home).await?.open(key).ok_or(OpenError::KeyGone)
}

impl Rows {
    /// Nothing was ever stored here.
    fn is_untouched(&self) -> bool {
        self.format.is_none()
            && self.root.is_none()
            && self.lock.is_none()
            && self.head.is_none()
            && self.directory.is_none()
            && self.tail.is_empty()
            && self.shelf.is_none()
    }
}

/// Makes the root key, the device's name and an empty directory, all in one batch.
async fn begin<H: Home, W: Clock + Ids>(home: &H, world: &W) -> Result<(), OpenError> {
    let root = RootKey::make().map_err(|_| OpenError::NoRandomness)?;
    let wrapped = home.wrap(root.dangerously_bytes()).await?;
    let key = LocalKey::derive(&root);
    let device = new_device(world);
    let head = Head { device, counter: 0, clock: Stamped::START };
    let batch = Batch {
        // Neither a key nor, where another tab was so fast that it has set a lock already, a journal without one.
        guards: [ROOT, LOCK, FORMAT].map(|row| Guard { area: Area::Meta, key: row.to_vec(), expected: None }).to_vec(),
        changes: vec![
            Change::Put { area: Area::Meta, key: FORMAT.to_vec(), bytes: vec![LAYOUT] },
            Change::Put { area: Area::Meta, key: ROOT.to_vec(), bytes: wrapped },
            seal_row(&key, device, Area::Meta, Purpose::Head, HEAD, &head.encode()).map_err(no_randomness)?,
            seal_row(&key, device, Area::Meta, Purpose::Directory, DIRECTORY, &Directory::empty().encode())
                .map_err(no_randomness)?,
            seal_row(&key, device, Area::Meta, Purpose::Used, USED, &Used::nothing()).map_err(no_randomness)?,
        ],
        durability: Durability::Strict,
    };
    Ok(home.commit(batch).await?)
}

/// A name for this device that no other one has.
pub(crate) fn new_device(world: &impl Ids) -> DeviceId {
    let random = world.random();
    let mut device = [0_u8; 8];
    for (to, from) in device.iter_mut().zip(random) {
        *to = from;
    }
    DeviceId::from_bytes(device)
}

/// Sealing small rows only ever fails for want of a nonce.
pub(crate) fn no_randomness(_: VaultError) -> OpenError {
    OpenError::NoRandomness
}
