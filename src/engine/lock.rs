//! The lock: which key opens the journal, and how often somebody tried.
//!
//! Without a lock the device key opens the root key (`meta/root`). With one there is no such row: `meta/lock` holds what `vault` made of the
//! root key and a passphrase, and nothing on the device opens the journal without it. A *privacy screen* (a short PIN) is not a lock: the
//! device still opens everything, the app only asks before it shows anything. It keeps a glance out, and nobody who takes the device apart.
//!
//! The tries are counted in plain sight, so that waiting survives a reload. That slows down whoever types; whoever can change rows has the
//! wraps anyway and is slowed down by what it costs to try a passphrase.

mod attempt;
mod change;
mod row;
mod tries;
mod wraps;

use storage::{Area, Batch, Store, StoreError, Wanted};
use thiserror::Error;
use vault::RootKey;

use crate::journal::rows::{FORMAT, LAYOUT, LOCK, ROOT};
use crate::{Home, OpenError};
pub use attempt::{NotOpened, Trying, attempt};
pub use row::{Lock, LockRowError, MOST_WRAPS};
pub use tries::Tries;
pub use wraps::make_check;

/// Other tabs may count tries at the same moment; after this many times in a row something else is wrong.
const TRIES: usize = 8;

/// What stands in a home, told without opening anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was ever stored.
    Nothing,
    /// A journal that this device opens by itself ([`crate::Journal::open`]).
    ByDevice,
    /// A locked journal. One of the wraps gives the root key ([`crate::Journal::open_with`]).
    Locked(Lock),
    /// A journal behind a privacy screen. This device opens it by itself, once what the screen asks was answered
    /// ([`crate::Journal::open_screened`]).
    Screen(Lock),
}

/// Why the lock was not changed. It is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LockError {
    /// The home itself did not answer.
    #[error("the lock was not changed: {0}")]
    Store(#[from] StoreError),
    /// The key is not that of this journal. What was to be written would have locked it for ever.
    #[error("this key does not open this journal")]
    OtherKey,
    /// Nothing could ever be asked: there is no wrap, or there are more or longer ones than fit.
    #[error("no wraps, or too many, or too long ones")]
    Wraps,
    /// There is no lock here, or it cannot be read.
    #[error("there is no lock")]
    None,
    /// Other tabs kept changing the lock, several times in a row.
    #[error("other tabs kept changing the lock")]
    Busy,
}

/// What stands in the home.
///
/// # Errors
/// [`OpenError::Newer`], [`OpenError::KeyGone`] where there are entries and neither a wrapped key nor a lock, or [`OpenError::Store`].
pub async fn kept<H: Store>(home: &H) -> Result<Kept, OpenError> {
    let mut rows = home.read(&[one(FORMAT), one(ROOT), one(LOCK)]).await?.into_iter();
    let mut next = || rows.next().and_then(|rows| rows.into_iter().next()).map(|row| row.bytes);
    let (format, root, lock) = (next(), next(), next());
    match format.as_deref() {
        None | Some([LAYOUT]) => {}
        Some(_) => return Err(OpenError::Newer),
    }
    match (lock_in(lock.as_deref())?, root, format) {
        (Some(lock), ..) if !lock.is_screen => Ok(Kept::Locked(lock)),
        (Some(lock), Some(_), _) => Ok(Kept::Screen(lock)),
        (None, Some(_), _) => Ok(Kept::ByDevice),
        (None, None, None) => Ok(Kept::Nothing),
        (Some(_), None, _) | (None, None, Some(_)) => Err(OpenError::KeyGone),
    }
}

/// The root key, as this device opens it by itself: to be wrapped by `vault` when a lock is set. Drop it as soon as that is done.
///
/// # Errors
/// [`OpenError::Locked`] when the device does not open it any more, otherwise as [`kept`].
pub async fn root_by_device<H: Home>(home: &H) -> Result<RootKey, OpenError> {
    match kept(home).await? {
        Kept::Locked(_) => return Err(OpenError::Locked),
        Kept::Nothing => return Err(OpenError::KeyGone),
        Kept::ByDevice | Kept::Screen(_) => {}
    }
    let row = home.read(&[one(ROOT)]).await?.into_iter().flatten().next().ok_or(OpenError::KeyGone)?;
    unwrap_root(home, &row.bytes).await
}

/// How long (milliseconds) nobody may try to open the lock; 0 when they may.
///
/// Where the clock was set back to before the last try, the waiting begins anew, which is written down: setting the clock back never
/// shortens it, and nobody waits for a year because the clock was wrong.
///
/// # Errors
/// [`LockError::None`], [`LockError::Store`], [`LockError::Busy`].
pub async fn wait_before_try<H: Store>(home: &H, now_utc_ms: i64) -> Result<i64, LockError> {
    let tries = change_tries(home, |tries| tries.seen_at(now_utc_ms)).await?;
    Ok(tries.wait_ms(now_utc_ms))
}

/// Counts a failed try, and says what follows. To be called **before** a passphrase is tried, so that a tab that is closed meanwhile has
/// counted; [`note_success`] takes it back.
///
/// # Errors
/// As [`wait_before_try`]; then nothing may be tried.
pub async fn note_failed_try<H: Store>(home: &H, now_utc_ms: i64) -> Result<Tries, LockError> {
    change_tries(home, |tries| tries.failed_at(now_utc_ms)).await
}

/// Takes a counted try back, because nothing came to be tried: the worker stopped, there was no memory. `counted` is what
/// [`note_failed_try`] answered. What other tabs have counted meanwhile stays counted.
///
/// # Errors
/// As [`wait_before_try`].
pub async fn note_no_try<H: Store>(home: &H, counted: Tries) -> Result<Tries, LockError> {
    change_tries(home, |tries| tries.without(counted)).await
}

/// Forgets the failed tries: the lock was opened.
///
/// # Errors
/// As [`wait_before_try`].
pub async fn note_success<H: Store>(home: &H) -> Result<(), LockError> {
    change_tries(home, |_| Tries::default()).await.map(|_| ())
}

/// Changes after how many seconds without a touch the app locks itself; `None` for never.
///
/// # Errors
/// As [`wait_before_try`].
pub async fn set_auto_lock<H: Store>(home: &H, auto_lock_s: Option<u32>) -> Result<(), LockError> {
    change_row(home, &|lock| Lock { auto_lock_s, ..lock }).await.map(|_| ())
}

async fn change_tries<H: Store>(home: &H, change: impl Fn(Tries) -> Tries) -> Result<Tries, LockError> {
    change_row(home, &|lock| Lock { tries: change(lock.tries), ..lock }).await.map(|lock| lock.tries)
}

/// Changes the row, again when another tab was faster. What changes nothing is not written.
async fn change_row<H: Store>(home: &H, change: &dyn Fn(Lock) -> Lock) -> Result<Lock, LockError> {
    for _ in 0..TRIES {
        let row = home.read(&[one(LOCK)]).await?.into_iter().flatten().next().ok_or(LockError::None)?;
        let lock = Lock::decode(&row.bytes).map_err(|_| LockError::None)?;
        let changed = change(lock.clone());
        if changed == lock {
            return Ok(lock);
        }
        let bytes = changed.encode().map_err(|_| LockError::Wraps)?;
        let batch = Batch::strict().expecting(Area::Meta, LOCK, Some(row.bytes)).put(Area::Meta, LOCK, bytes);
        match home.commit(batch).await {
            Ok(()) => return Ok(changed),
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(LockError::Busy)
}

fn one(key: &[u8]) -> Wanted {
    Wanted::One { area: Area::Meta, key: key.to_vec() }
}

/// The lock in its row. A damaged one is none: where the device has the root key too, it was only a screen, and nobody loses their entries to
/// a screen; where it has not, the key is gone.
pub(crate) fn lock_in(row: Option<&[u8]>) -> Result<Option<Lock>, OpenError> {
    match row.map(Lock::decode) {
        None | Some(Err(LockRowError::Broken)) => Ok(None),
        Some(Err(LockRowError::Newer(_))) => Err(OpenError::Newer),
        Some(Ok(lock)) => Ok(Some(lock)),
    }
}

/// The root key out of its row.
pub(crate) async fn unwrap_root<H: Home>(home: &H, wrapped: &[u8]) -> Result<RootKey, OpenError> {
    match home.unwrap(wrapped).await {
        Ok(bytes) => RootKey::from_bytes(&bytes).map_err(|_| OpenError::KeyGone),
        Err(StoreError::Refused) => Err(OpenError::KeyGone),
        Err(error) => Err(OpenError::Store(error)),
    }
}
