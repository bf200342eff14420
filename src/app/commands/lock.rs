//! Setting, changing and taking away the lock. Each time what will open it is tried before it is stored.

use std::sync::Arc;

use engine::lock::{self, Kept, Lock, LockError, make_check, root_by_device};
use engine::{
    OpenError, RecoveryCode, RootKey, Stretched, Stretching, VaultError, Wrap, WrapKind, WrappingKey, make_salt,
    name_passkey,
};

use leptos::task::spawn_local;

use crate::auto_lock;
use crate::browser::passkey::PasskeyAnswer;
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

impl App {
    /// Locks with a passphrase. Says the recovery code where there was no lock before; otherwise the one there is goes on opening it.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn lock_with(self, proof: Proof, passphrase: String) -> Result<Option<String>, NotLocked> {
        let root = self.root(&proof).await?;
        let key = stretched_anew(&passphrase).await?;
        let wrap = tried(&root, WrappingKey::Passphrase(&key))?;
        let journal = self.journal();
        let code = match self.lock_there().await? {
            Some(lock) if !lock.is_screen => {
                let wraps = lock.wraps_with(WrapKind::Passphrase, Some(wrap));
                journal.replace_wraps(&root, wraps).await.map_err(NotLocked::Row)?;
                None
            }
            there => {
                let code = RecoveryCode::make().map_err(NotLocked::Vault)?;
                let wraps = vec![wrap, tried(&root, WrappingKey::Recovery(&code))?];
                let after = auto_lock_of(there);
                journal.set_lock(&root, wraps, after).await.map_err(NotLocked::Row)?;
                Some(code.text().as_str().to_owned())
            }
        };
        self.lock_changed();
        Ok(code)
    }

    /// Covers with a PIN.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn cover_with(self, proof: Proof, pin: String) -> Result<(), NotLocked> {
        let root = self.root(&proof).await?;
        let key = stretched_anew(&pin).await?;
        let check = make_check(WrappingKey::Passphrase(&key)).map_err(NotLocked::Vault)?;
        let after = auto_lock_of(self.lock_there().await?);
        self.journal().set_privacy_screen(&root, check, after).await.map_err(NotLocked::Row)?;
        self.lock_changed();
        Ok(())
    }

    /// A new recovery code, in the place of the old one.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn new_recovery_code(self, proof: Proof) -> Result<String, NotLocked> {
        let code = RecoveryCode::make().map_err(NotLocked::Vault)?;
        let root = self.root(&proof).await?;
        let wrap = tried(&root, WrappingKey::Recovery(&code))?;
        self.put(&root, WrapKind::Recovery, Some(wrap)).await?;
        Ok(code.text().as_str().to_owned())
    }

    /// Lets a passkey open it, which has answered the same twice.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn open_by_passkey(self, proof: Proof, name: &[u8], answer: &PasskeyAnswer) -> Result<(), NotLocked> {
        let root = self.root(&proof).await?;
        let wrap = tried(&root, WrappingKey::Passkey(answer))?;
        let named = name_passkey(&wrap, name).ok_or(NotLocked::Vault(VaultError::Damaged))?;
        self.put(&root, WrapKind::Passkey, Some(named)).await
    }

    /// No passkey opens it any more. Says the names of those that did.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn forget_passkeys(self, proof: Proof) -> Result<Vec<Vec<u8>>, NotLocked> {
        let root = self.root(&proof).await?;
        let names = self.lock_there().await?.map(|lock| lock.passkeys()).unwrap_or_default();
        self.put(&root, WrapKind::Passkey, None).await?;
        Ok(names)
    }

    /// Takes the lock or the PIN away.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn unlock_for_good(self, proof: Proof) -> Result<(), NotLocked> {
        let root = self.root(&proof).await?;
        self.journal().remove_lock(&root).await.map_err(NotLocked::Row)?;
        self.lock_changed();
        Ok(())
    }

    /// When it locks by itself: after so many seconds without a touch, 0 for whenever it is left, `None` for never.
    ///
    /// # Errors
    /// [`NotLocked`].
    pub async fn lock_after(self, seconds: Option<u32>) -> Result<(), NotLocked> {
        lock::set_auto_lock(self.journal().home(), seconds).await.map_err(NotLocked::Row)?;
        self.lock_changed();
        Ok(())
    }

    async fn put(self, root: &RootKey, kind: WrapKind, wrap: Option<Vec<u8>>) -> Result<(), NotLocked> {
        let lock = self.lock_there().await?.ok_or(NotLocked::Row(LockError::None))?;
        self.journal().replace_wraps(root, lock.wraps_with(kind, wrap)).await.map_err(NotLocked::Row)?;
        self.lock_changed();
        Ok(())
    }

    async fn lock_there(self) -> Result<Option<Lock>, NotLocked> {
        match lock::kept(self.journal().home()).await.map_err(NotLocked::Root)? {
            Kept::Locked(lock) | Kept::Screen(lock) => Ok(Some(lock)),
            Kept::Nothing | Kept::ByDevice => Ok(None),
        }
    }

    /// The key that is to be wrapped. Dropped as soon as that is done.
    async fn root(self, proof: &Proof) -> Result<Arc<RootKey>, NotLocked> {
        match proof {
            Proof::Root(root) => Ok(Arc::clone(root)),
            Proof::Device => root_by_device(self.journal().home()).await.map(Arc::new).map_err(NotLocked::Root),
        }
    }

    /// Other tabs learn of it, and lock themselves.
    fn lock_changed(self) {
        self.changed();
        spawn_local(auto_lock::follow(self));
    }
}

/// A lock that takes the place of another one locks itself as that did.
fn auto_lock_of(there: Option<Lock>) -> Option<u32> {
    there.map_or(Some(AUTO_LOCK_S), |lock| lock.auto_lock_s)
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
