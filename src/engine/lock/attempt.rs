//! One try at the lock: allowed or not, counted before it is made, and taken back when nothing came to be tried.

use std::future::Future;
use std::pin::Pin;

use storage::Store;
use vault::RootKey;

use super::{LockError, note_failed_try, note_no_try, note_success, wait_before_try};

/// A try under way: the key, `None` when what was typed does not open it, and an error when nothing was tried (no memory for it, a worker
/// that stopped).
pub type Trying<'a, E> = Pin<Box<dyn Future<Output = Result<Option<RootKey>, E>> + 'a>>;

/// Why a try gave no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened<E> {
    /// It is too early, by so many milliseconds. Nothing was tried.
    Wait(i64),
    /// It was tried, and opens nothing. So many milliseconds have to pass before the next one; mostly 0.
    Wrong(i64),
    /// Nothing was tried, and nothing is counted.
    NotTried(E),
    /// The try could not be counted, so it was not made.
    NotCounted(LockError),
}

/// Makes one try. `trying` does nothing before it is awaited, which it is only after it was counted: whoever closes the tab meanwhile has
/// tried.
///
/// # Errors
/// [`NotOpened`].
pub async fn attempt<H: Store, E>(home: &H, now_utc_ms: i64, trying: Trying<'_, E>) -> Result<RootKey, NotOpened<E>> {
    let wait_ms = wait_before_try(home, now_utc_ms).await.map_err(NotOpened::NotCounted)?;
    if wait_ms > 0 {
        return Err(NotOpened::Wait(wait_ms));
    }
    let counted = note_failed_try(home, now_utc_ms).await.map_err(NotOpened::NotCounted)?;
    match trying.await {
        Ok(Some(root)) => {
            // Tries that stay counted are forgotten the next time; nobody stays outside for that.
            let _ = note_success(home).await;
            Ok(root)
        }
        Ok(None) => Err(NotOpened::Wrong(counted.wait_ms(now_utc_ms))),
        Err(why) => {
            // What cannot be taken back costs a try, and nothing else.
            let _ = note_no_try(home, counted).await;
            Err(NotOpened::NotTried(why))
        }
    }
}
