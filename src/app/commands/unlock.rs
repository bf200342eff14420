//! Opening a lock: what was typed becomes a key in the worker and is tried, and a try is counted before it is made.

use engine::lock::{Lock, LockError, NotOpened, attempt, note_success};
use engine::{OpenError, RecoveryCode, RootKey, VaultError, WrappingKey};
use storage::indexed_db::IndexedDb;

use crate::browser::stretch::{NoKey, stretched};
use crate::browser::{clock, passkey, time};

/// What a person opens a lock with.
pub enum Given {
    /// The passphrase or the PIN. Who types a recovery code here means it.
    Words(String),
    /// The recovery code.
    Code(String),
    Passkey,
}

/// Why it stays shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// It is too early for another try, by so many milliseconds.
    Wait(i64),
    /// What was typed opens nothing; and so many milliseconds have to pass before the next try.
    Wrong(i64),
    NoKey(NoKey),
    NotCounted(LockError),
    /// What was typed is no recovery code.
    NoCode(VaultError),
    OtherCode,
    NoPasskey,
    OtherPasskey,
    /// There is nothing left that a passphrase could open.
    Damaged,
    /// It is open, but the journal behind it is not.
    Open(OpenError),
}

/// The root key of a lock, or for a screen the sign that the PIN was right. Codes and passkeys are nothing that could be guessed: their
/// tries are not counted, and nobody who has one waits.
///
/// # Errors
/// [`Shut`].
pub async fn root_of(home: &IndexedDb, lock: &Lock, given: Given) -> Result<RootKey, Shut> {
    let root = match given {
        Given::Words(typed) => match RecoveryCode::read(&typed).ok().and_then(|code| by_code(lock, &code)) {
            Some(root) => root,
            None => return by_words(home, lock, typed).await,
        },
        Given::Code(typed) => {
            let code = RecoveryCode::read(&typed).map_err(Shut::NoCode)?;
            by_code(lock, &code).ok_or(Shut::OtherCode)?
        }
        Given::Passkey => {
            let answer = passkey::ask(&lock.passkeys()).await.ok_or(Shut::NoPasskey)?;
            lock.open(WrappingKey::Passkey(&answer)).ok_or(Shut::OtherPasskey)?
        }
    };
    // Tries that stay counted are forgotten the next time.
    let _ = note_success(home).await;
    Ok(root)
}

fn by_code(lock: &Lock, code: &RecoveryCode) -> Option<RootKey> {
    lock.open(WrappingKey::Recovery(code))
}

async fn by_words(home: &IndexedDb, lock: &Lock, typed: String) -> Result<RootKey, Shut> {
    let (salt, how) = lock.stretching().ok_or(Shut::Damaged)?;
    let trying = Box::pin(async move {
        time::mark("handrail:try");
        let key = stretched(&typed, salt, how).await?;
        time::mark("handrail:key");
        Ok(lock.open(WrappingKey::Passphrase(&key)))
    });
    attempt(home, clock::now().utc_ms(), trying).await.map_err(|why| match why {
        NotOpened::Wait(ms) => Shut::Wait(ms),
        NotOpened::Wrong(ms) => Shut::Wrong(ms),
        NotOpened::NotTried(why) => Shut::NoKey(why),
        NotOpened::NotCounted(why) => Shut::NotCounted(why),
    })
}
