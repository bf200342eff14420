//! Opening the journal: the first time with a new key, afterwards with the one this device keeps.

use storage::{Area, Batch, Change, Durability, Guard, StoreError};
use sync::{Clock as Stamped, DeviceId};
use vault::{LocalKey, Purpose, RootKey, VaultError};

use super::Journal;
use super::directory::Directory;
use super::head::Head;
use super::load::{Rows, read_rows};
use super::repair::repair;
use super::rows::{DIRECTORY, FORMAT, HEAD, LAYOUT, ROOT, USED, seal_row};
use super::used::Used;
use crate::{Clock, Home, Ids, OpenError};

/// Two tabs may both find an empty home and both begin; the second one then opens what the first one made.
const TRIES: usize = 3;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Opens the journal in `home`, or begins one where nothing is stored yet.
    ///
    /// # Errors
    /// [`OpenError`]; whatever is stored stays as it is.
    pub async fn open(home: H, world: W) -> Result<Self, OpenError> {
        for _ in 0..TRIES {
            let rows = read_rows(&home).await?;
            match rows.format.as_deref() {
                None | Some([LAYOUT]) => {}
                Some(_) => return Err(OpenError::Newer),
            }
            let Some(wrapped) = rows.root.clone() else {
                if rows.is_untouched() {
                    match begin(&home, &world).await {
                        Ok(()) | Err(OpenError::Store(StoreError::Conflict)) => continue,
                        Err(error) => return Err(error),
                    }
                }
                return Err(OpenError::KeyGone);
            };
            let key = unwrap_key(&home, &wrapped).await?;
            match open_or_repair(&home, &world, &key, rows).await {
                Err(OpenError::Store(StoreError::Conflict)) => {}
                Err(error) => return Err(error),
                Ok(inside) => return Ok(Self::new(home, world, key, inside)),
            }
        }
        Err(OpenError::Store(StoreError::Conflict))
    }

    /// Reads again what other tabs may have changed. Cheap: the same amount as opening.
    ///
    /// # Errors
    /// [`OpenError`]; what is in memory stays as it was.
    pub async fn refresh(&self) -> Result<(), OpenError> {
        let rows = read_rows(&self.home).await?;
        if rows.root.is_none() {
            return Err(OpenError::KeyGone);
        }
        let inside = open_or_repair(&self.home, &self.world, &self.key, rows).await?;
        *self.inside.borrow_mut() = inside;
        Ok(())
    }
}

async fn open_or_repair<H: Home, W: Clock + Ids>(
    home: &H,
    world: &W,
    key: &LocalKey,
    rows: Rows,
) -> Result<super::load::Inside, OpenError> {
    let damaged = (rows.head.clone(), rows.directory.clone());
    if let Some(inside) = rows.open(key) {
        return Ok(inside);
    }
    repair(home, world, key, damaged).await?;
    read_rows(home).await?.open(key).ok_or(OpenError::KeyGone)
}

impl Rows {
    /// Nothing was ever stored here.
    fn is_untouched(&self) -> bool {
        self.format.is_none()
            && self.head.is_none()
            && self.directory.is_none()
            && self.tail.is_empty()
            && self.shelf.is_none()
    }
}

async fn unwrap_key<H: Home>(home: &H, wrapped: &[u8]) -> Result<LocalKey, OpenError> {
    let root = match home.unwrap(wrapped).await {
        Ok(bytes) => RootKey::from_bytes(&bytes).map_err(|_| OpenError::KeyGone)?,
        Err(StoreError::Refused) => return Err(OpenError::KeyGone),
        Err(error) => return Err(OpenError::Store(error)),
    };
    Ok(LocalKey::derive(&root))
}

/// Makes the root key, the device's name and an empty directory, all in one batch.
async fn begin<H: Home, W: Clock + Ids>(home: &H, world: &W) -> Result<(), OpenError> {
    let root = RootKey::make().map_err(|_| OpenError::NoRandomness)?;
    let wrapped = home.wrap(root.dangerously_bytes()).await?;
    let key = LocalKey::derive(&root);
    let device = new_device(world);
    let head = Head { device, counter: 0, clock: Stamped::START };
    let batch = Batch {
        guards: vec![Guard { area: Area::Meta, key: ROOT.to_vec(), expected: None }],
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
