//! The row of the lock, as stored: plain, since it is what is read before anything is open. Nothing in it says what anybody wrote.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Tries;

/// More ways to open a journal than anybody sets up: a passphrase, a recovery code, a few passkeys.
pub const MOST_WRAPS: usize = 16;
/// A wrap is a key, a salt and some numbers; this is many times that, in bytes.
const LONGEST_WRAP: usize = 4 * 1024;
/// A row of as many of them, with some room.
const LONGEST_ROW: usize = (MOST_WRAPS + 1) * LONGEST_WRAP;

/// What stands between somebody and the journal.
#[derive(Clone, PartialEq, Eq)]
pub struct Lock {
    /// Only a privacy screen: the device opens the root key by itself, and `wraps` holds nothing but what the PIN is compared
    /// with, which only this device can read ([`Lock::uncovered`]).
    pub is_screen: bool,
    /// Opaque bytes of `vault`, each of which opens with something that the person knows or has.
    pub wraps: Vec<Vec<u8>>,
    /// When these were made, UTC milliseconds.
    pub made_utc_ms: i64,
    /// After how many seconds without a touch the app locks itself; `None` for never.
    pub auto_lock_s: Option<u32>,
    /// Failed tries.
    pub tries: Tries,
}

/// Why bytes are not the row of a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LockRowError {
    /// Written by a newer app, with this version. Keep the bytes as they are.
    #[error("written by a newer app, version {0}")]
    Newer(u8),
    /// Not what any app of ours writes.
    #[error("the row cannot be read")]
    Broken,
}

/// Version 1 as stored. Frozen: a change is a new version beside it.
#[derive(Serialize, Deserialize)]
struct LockV1 {
    is_screen: bool,
    wraps: Vec<Vec<u8>>,
    made_utc_ms: i64,
    auto_lock_s: Option<u32>,
    failed: u32,
    since_utc_ms: i64,
    until_utc_ms: i64,
}

const VERSION: u8 = 1;
/// After so many failed tries, which take an hour and a half with the waiting between them, a screen lets pass who asks for it.
const TRIES_OF_A_SCREEN: u32 = 8;

/// How many wraps, and nothing of them.
impl std::fmt::Debug for Lock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let what = if self.is_screen { "Screen" } else { "Lock" };
        write!(f, "{what}({} wraps, {:?})", self.wraps.len(), self.tries)
    }
}

impl Lock {
    /// As it is stored.
    ///
    /// # Errors
    /// [`LockRowError::Broken`] for what could not be read again: no wraps, or more or longer ones than fit.
    pub fn encode(&self) -> Result<Vec<u8>, LockRowError> {
        if !self.fits() {
            return Err(LockRowError::Broken);
        }
        let stored = LockV1 {
            is_screen: self.is_screen,
            wraps: self.wraps.clone(),
            made_utc_ms: self.made_utc_ms,
            auto_lock_s: self.auto_lock_s,
            failed: self.tries.failed,
            since_utc_ms: self.tries.since_utc_ms,
            until_utc_ms: self.tries.until_utc_ms,
        };
        postcard::to_extend(&stored, vec![VERSION]).map_err(|_| LockRowError::Broken)
    }

    /// Reads what [`Lock::encode`] wrote, in this release or an earlier one.
    ///
    /// # Errors
    /// [`LockRowError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, LockRowError> {
        let (version, body) = bytes.split_first().ok_or(LockRowError::Broken)?;
        if *version > VERSION {
            return Err(LockRowError::Newer(*version));
        }
        if *version < VERSION || body.len() > LONGEST_ROW {
            return Err(LockRowError::Broken);
        }
        let Ok((stored, [])) = postcard::take_from_bytes::<LockV1>(body) else { return Err(LockRowError::Broken) };
        let tries =
            Tries { failed: stored.failed, since_utc_ms: stored.since_utc_ms, until_utc_ms: stored.until_utc_ms };
        let lock = Self {
            is_screen: stored.is_screen,
            wraps: stored.wraps,
            made_utc_ms: stored.made_utc_ms,
            auto_lock_s: stored.auto_lock_s,
            tries,
        };
        if lock.fits() { Ok(lock) } else { Err(LockRowError::Broken) }
    }

    /// Whether it may be passed without the PIN: somebody forgot it, and nobody loses entries to a screen. Never a lock.
    #[must_use]
    pub fn may_be_passed(&self) -> bool {
        self.is_screen && self.tries.failed >= TRIES_OF_A_SCREEN
    }

    fn fits(&self) -> bool {
        (1..=MOST_WRAPS).contains(&self.wraps.len())
            && self.wraps.iter().all(|wrap| (1..=LONGEST_WRAP).contains(&wrap.len()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    /// Written on the first day of version 1. If this fails, a locked phone would not open after an update: make a version 2 instead.
    const GOLDEN: &[u8] = include_bytes!("../golden/lock_1.bin");

    fn lock() -> Lock {
        Lock {
            is_screen: false,
            wraps: vec![b"a passphrase".to_vec(), b"a recovery code".to_vec()],
            made_utc_ms: 1_795_305_600_000,
            auto_lock_s: Some(300),
            tries: Tries { failed: 4, since_utc_ms: 1_795_305_700_000, until_utc_ms: 1_795_305_760_000 },
        }
    }

    #[test]
    fn a_row_of_version_1_is_read_and_written_for_ever() {
        assert_eq!(Lock::decode(GOLDEN), Ok(lock()));
        assert_eq!(lock().encode().unwrap(), GOLDEN);
    }

    #[test]
    fn what_is_newer_cut_or_longer_is_no_row() {
        assert_eq!(Lock::decode(&[&[2], &GOLDEN[1..]].concat()), Err(LockRowError::Newer(2)));
        assert_eq!(Lock::decode(&[GOLDEN, &[0]].concat()), Err(LockRowError::Broken));
        for length in 0..GOLDEN.len() {
            assert_eq!(Lock::decode(&GOLDEN[..length]), Err(LockRowError::Broken));
        }
    }

    #[test]
    fn a_lock_that_nothing_opens_is_not_written() {
        for wraps in [vec![], vec![vec![]], vec![vec![1]; MOST_WRAPS + 1], vec![vec![1; LONGEST_WRAP + 1]]] {
            assert_eq!(Lock { wraps, ..lock() }.encode(), Err(LockRowError::Broken));
        }
    }

    #[test]
    fn a_lock_does_not_print_its_wraps() {
        assert!(format!("{:?}", lock()).starts_with("Lock(2 wraps, Tries"));
    }

    /// Run by hand, once per new version: `cargo test -p engine --lib lock -- --ignored`. It never touches a file that is not empty.
    #[test]
    #[ignore = "writes the golden file of a new version"]
    fn write_golden() {
        if GOLDEN.is_empty() {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/lock_1.bin");
            std::fs::write(path, lock().encode().unwrap()).unwrap();
        }
    }

    proptest! {
        #[test]
        fn a_row_is_read_as_it_was_written(
            wraps in vec(vec(any::<u8>(), 1..80), 1..5), is_screen in any::<bool>(), times in any::<[i64; 3]>(),
            auto_lock_s in any::<Option<u32>>(), failed in any::<u32>(),
        ) {
            let [made_utc_ms, since_utc_ms, until_utc_ms] = times;
            let tries = Tries { failed, since_utc_ms, until_utc_ms };
            let lock = Lock { is_screen, wraps, made_utc_ms, auto_lock_s, tries };
            prop_assert_eq!(Lock::decode(&lock.encode().unwrap()), Ok(lock));
        }

        #[test]
        fn any_bytes_are_a_row_or_are_not(mut bytes in vec(any::<u8>(), 0..200)) {
            let _ = Lock::decode(&bytes);
            bytes.insert(0, 1);
            if let Ok(lock) = Lock::decode(&bytes) {
                prop_assert!(Lock::decode(&lock.encode().unwrap()) == Ok(lock));
            }
        }
    }
}
