//! Setting, changing and taking away the lock. Each time what will open it is tried before it is stored.

use std::sync::Arc;

use engine::lock::{self, Kept, LockError, make_check, root_by_device};
use engine::{
    OpenError, RecoveryCode, RootKey, Stretched, Stretching, VaultError, Wrap, WrapKind, WrappingKey, make_salt,
    name_passkey,
};
use leptos::task::spawn_local;

use crate::auto_lock;
use crate::browser::passkey::NewPasskey;
use crate::browser::stretch::{NoKey, measured, stretched};
use crate::state::App;

/// A lock that was just set locks itself after this many seconds, until the person says otherwise.
const AUTO_LOCK_S: u32 = 300;

/// Why the lock is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLocked {
    NoKey(NoKey),
    Vault(VaultError),
    Row(LockError),
    /// The root key could not be had.
    Root(OpenError),
}

/// How the person has shown that they may change it.
#[derive(Clone)]
pub enum Proof {
    /// There is nothing to show: no lock, or a screen whose PIN was typed.
    Device,
    /// What came out of the lock when it was opened just now.
    Root(Arc<RootKey>),
}

/// What is to become of it.
pub enum Change {
    /// It locks with this passphrase. Where there was no lock before, a recovery code is made as well.
    Passphrase(String),
    /// It is only covered, with this PIN.
    Pin(String),
    /// A new recovery code, in the place of the old one.
    Code,
    /// This passkey opens it too, which has answered the same twice.
    Passkey(NewPasskey),
    /// No passkey opens it any more.
    NoPasskey,
    /// There is none.
    Nothing,
    /// It locks by itself after so many seconds without a touch, 0 for whenever it is left, `None` for never.
    After(Option<u32>),
}

impl App {
    /// Changes the lock. Says the recovery code that is to be written down, where a new one was made.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn change_lock(self, proof: Proof, change: Change) -> Result<Option<String>, NotLocked> {
        let journal = self.journal();
        let (there, is_lock) = match lock::kept(journal.home()).await.map_err(NotLocked::Root)? {
            Kept::Locked(lock) => (Some(lock), true),
            Kept::Screen(screen) => (Some(screen), false),
            Kept::Nothing | Kept::ByDevice => (None, false),
        };
        if let Change::After(seconds) = change {
            lock::set_auto_lock(journal.home(), seconds).await.map_err(NotLocked::Row)?;
            spawn_local(auto_lock::follow(self));
            return Ok(None);
        }
        // Dropped as soon as it is wrapped, but for the page that holds it.
        let root = match proof {
            Proof::Root(root) => root,
            Proof::Device => Arc::new(root_by_device(journal.home()).await.map_err(NotLocked::Root)?),
        };
        let after = there.as_ref().map_or(Some(AUTO_LOCK_S), |lock| lock.auto_lock_s);
        let mut code = None;
        let (kind, wrap) = match change {
            Change::Passphrase(typed) => {
                let key = stretched_anew(&typed).await?;
                (Some(WrapKind::Passphrase), Some(tried(&root, WrappingKey::Passphrase(&key))?))
            }
            Change::Pin(typed) => {
                let key = stretched_anew(&typed).await?;
                (None, Some(make_check(WrappingKey::Passphrase(&key)).map_err(NotLocked::Vault)?))
            }
            Change::Code => (Some(WrapKind::Recovery), Some(new_code(&root, &mut code)?)),
            Change::Passkey(new) => {
                let answer = new.answer.ok_or(NotLocked::Vault(VaultError::OtherKey))?;
                let wrap = tried(&root, WrappingKey::Passkey(&answer))?;
                let named = name_passkey(&wrap, &new.name).ok_or(NotLocked::Vault(VaultError::Damaged))?;
                (Some(WrapKind::Passkey), Some(named))
            }
            Change::NoPasskey => (Some(WrapKind::Passkey), None),
            Change::Nothing | Change::After(_) => (None, None),
        };
        let changed = match (kind, wrap, there.filter(|_| is_lock)) {
            (None, None, _) => journal.remove_lock(&root).await,
            (None, Some(check), _) => journal.set_privacy_screen(&root, check, after).await,
            (Some(kind), wrap, Some(lock)) => journal.replace_wraps(&root, lock.wraps_with(kind, wrap)).await,
            (Some(_), wrap, None) => {
                let wraps = wrap.into_iter().chain([new_code(&root, &mut code)?]).collect();
                journal.set_lock(&root, wraps, after).await
            }
        };
        changed.map_err(NotLocked::Row)?;
        // Other tabs learn of it, and lock themselves.
        self.changed();
        spawn_local(auto_lock::follow(self));
        Ok(code)
    }
}

/// A new recovery code, and the wrap that it opens.
fn new_code(root: &RootKey, shown: &mut Option<String>) -> Result<Vec<u8>, NotLocked> {
    let code = RecoveryCode::make().map_err(NotLocked::Vault)?;
    *shown = Some(code.text().as_str().to_owned());
    tried(root, WrappingKey::Recovery(&code))
}

/// As many passes as this phone makes in a moment, with a salt of its own.
async fn stretched_anew(typed: &str) -> Result<Stretched, NotLocked> {
    let salt = make_salt().map_err(NotLocked::Vault)?;
    let how = measured(Stretching::DEFAULT).await.map_or(Stretching::DEFAULT, Stretching::for_device);
    stretched(typed, salt, how).await.map_err(NotLocked::NoKey)
}

/// A wrap that was opened once, so that what is stored is known to open.
fn tried(root: &RootKey, key: WrappingKey<'_>) -> Result<Vec<u8>, NotLocked> {
    let wrap = Wrap::of_root(root, key).map_err(NotLocked::Vault)?;
    Wrap::read(&wrap).and_then(|wrap| wrap.open(key)).map_err(NotLocked::Vault)?;
    Ok(wrap)
}
