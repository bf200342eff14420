//! How a passphrase is stretched into a key, and what comes out of it: the numbers are kept beside everything that a passphrase opens.
//!
//! The stretching itself (Argon2id, RFC 9106) is done in a worker by the crate `stretch`; this crate only carries its parameters and its answer.

use core::fmt;

use zeroize::Zeroizing;

use crate::VaultError;

/// The length of a salt, in bytes (RFC 9106, section 3.1, recommends 16).
pub const SALT: usize = 16;
/// The length of the stored form, in bytes.
pub(crate) const STORED: usize = 7;
/// Ways of stretching are numbered for ever: 1 is Argon2id, version 1.3, of the passphrase in the form that `stretch` brings it into.
const WAY: u8 = 1;
/// What deriving a key may take on the device that sets a passphrase, in milliseconds. Another device may be several times slower.
const WANTED_MS: u32 = 600;

/// Random bytes for one passphrase: with another salt the same passphrase gives another key.
///
/// # Errors
/// [`VaultError::NoRandomness`] where the system gives none.
pub fn make_salt() -> Result<[u8; SALT], VaultError> {
    let mut salt = [0; SALT];
    getrandom::fill(&mut salt).map_err(|_| VaultError::NoRandomness)?;
    Ok(salt)
}

/// The parameters of Argon2id. A value of this type is always within the bounds, wherever it came from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Stretching {
    memory_kib: u32,
    passes: u8,
    lanes: u8,
}

impl Stretching {
    /// What a passphrase is stretched with where nothing was measured: 32 MiB, three passes, one lane.
    pub const DEFAULT: Self = Self { memory_kib: 32 * 1024, passes: 3, lanes: 1 };
    /// Nothing is stretched with less: 19 MiB, two passes (OWASP, Password Storage Cheat Sheet).
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// More memory is refused, in KiB: 64 MiB is what phones are known to stumble at.
    pub const MOST_MEMORY_KIB: u32 = 64 * 1024;
    /// More passes are refused.
    pub const MOST_PASSES: u32 = 16;
    /// More lanes are refused.
    pub const MOST_LANES: u32 = 4;

    /// Takes these parameters, memory in KiB, if they are within the bounds.
    ///
    /// # Errors
    /// [`VaultError::OutOfBounds`] for less than [`Self::FLOOR`], for more memory than [`Self::MOST_MEMORY_KIB`], more passes than
    /// [`Self::MOST_PASSES`], and for other than one to [`Self::MOST_LANES`] lanes.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, VaultError> {
        let fits = (Self::FLOOR.memory_kib..=Self::MOST_MEMORY_KIB).contains(&memory_kib)
            && (Self::FLOOR.passes()..=Self::MOST_PASSES).contains(&passes)
            && (1..=Self::MOST_LANES).contains(&lanes);
        match (fits, u8::try_from(passes), u8::try_from(lanes)) {
            (true, Ok(passes), Ok(lanes)) => Ok(Self { memory_kib, passes, lanes }),
            _ => Err(VaultError::OutOfBounds),
        }
    }

    /// What fits a device on which one pass over the memory of [`Self::DEFAULT`] takes this many milliseconds: as many passes as are done in
    /// 600 ms, three to eight of them, and the floor where three take longer. What one device sets, a slower one has to open too, hence eight.
    #[must_use]
    pub fn for_device(pass_ms: u32) -> Self {
        let passes = WANTED_MS.checked_div(pass_ms).unwrap_or(u32::MAX).min(8);
        match u8::try_from(passes) {
            Ok(passes) if passes >= Self::DEFAULT.passes => Self { passes, ..Self::DEFAULT },
            _ => Self::FLOOR,
        }
    }

    /// Memory, in KiB.
    #[must_use]
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// How often all of the memory is gone over.
    #[must_use]
    pub fn passes(self) -> u32 {
        self.passes.into()
    }

    /// Parts of the memory that could be filled at the same time. A browser fills one after the other.
    #[must_use]
    pub fn lanes(self) -> u32 {
        self.lanes.into()
    }

    /// `[way 1][memory in KiB u32, little endian][passes 1][lanes 1]`.
    pub(crate) fn stored(self) -> [u8; STORED] {
        let [a, b, c, d] = self.memory_kib.to_le_bytes();
        [WAY, a, b, c, d, self.passes, self.lanes]
    }

    /// Takes up what [`Self::stored`] made, or what somebody else wrote there: nothing out of bounds is taken.
    pub(crate) fn from_stored(stored: [u8; STORED]) -> Result<Self, VaultError> {
        let [way, a, b, c, d, passes, lanes] = stored;
        if way != WAY {
            return Err(VaultError::UnknownKind(way));
        }
        Self::new(u32::from_le_bytes([a, b, c, d]), passes.into(), lanes.into())
    }
}

impl Default for Stretching {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A stretched passphrase, with the salt and the parameters that made it what it is. Wiped from memory when dropped, never printed.
pub struct Stretched {
    key: Zeroizing<[u8; 32]>,
    salt: [u8; SALT],
    how: Stretching,
}

impl Stretched {
    /// Takes up what the worker answered for this salt and these parameters. The caller wipes its own copy.
    ///
    /// # Errors
    /// [`VaultError::NotAKey`] unless there are exactly 32 bytes.
    pub fn new(key: &[u8], salt: [u8; SALT], how: Stretching) -> Result<Self, VaultError> {
        let mut own = Zeroizing::new([0; 32]);
        if key.len() != own.len() {
            return Err(VaultError::NotAKey);
        }
        own.copy_from_slice(key);
        Ok(Self { key: own, salt, how })
    }

    /// The salt it was stretched with.
    #[must_use]
    pub fn salt(&self) -> [u8; SALT] {
        self.salt
    }

    /// The parameters it was stretched with.
    #[must_use]
    pub fn how(&self) -> Stretching {
        self.how
    }

    pub(crate) fn key(&self) -> &[u8; 32] {
        &self.key
    }
}

impl fmt::Debug for Stretched {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Stretched(secret)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn a_file_that_asks_for_sixty_four_gigabytes_is_refused() {
        assert_eq!(Stretching::new(64 * 1024 * 1024, 3, 1), Err(VaultError::OutOfBounds));
        assert_eq!(Stretching::new(u32::MAX, u32::MAX, u32::MAX), Err(VaultError::OutOfBounds));
        assert_eq!(Stretching::new(32 * 1024, 17, 1), Err(VaultError::OutOfBounds));
        assert_eq!(Stretching::new(32 * 1024, 3, 5), Err(VaultError::OutOfBounds));
        assert_eq!(Stretching::from_stored([1, 0, 0, 0, 4, 3, 1]), Err(VaultError::OutOfBounds));
        assert!(Stretching::new(64 * 1024, 16, 4).is_ok());
    }

    #[test]
    fn nothing_is_stretched_with_less_than_the_floor() {
        assert_eq!(Stretching::new(19 * 1024 - 1, 2, 1), Err(VaultError::OutOfBounds));
        assert_eq!(Stretching::new(19 * 1024, 1, 1), Err(VaultError::OutOfBounds));
        assert_eq!(Stretching::new(19 * 1024, 2, 0), Err(VaultError::OutOfBounds));
        assert_eq!(Stretching::new(19 * 1024, 2, 1), Ok(Stretching::FLOOR));
    }

    #[test]
    fn a_slow_phone_gets_the_floor_and_a_fast_one_no_more_than_a_slow_one_can_open() {
        assert_eq!(Stretching::for_device(0).passes(), 8);
        assert_eq!(Stretching::for_device(40).passes(), 8);
        assert_eq!(Stretching::for_device(120), Stretching::new(32 * 1024, 5, 1).unwrap());
        assert_eq!(Stretching::for_device(200), Stretching::DEFAULT);
        assert_eq!(Stretching::for_device(201), Stretching::FLOOR);
        assert_eq!(Stretching::for_device(u32::MAX), Stretching::FLOOR);
    }

    #[test]
    fn a_way_of_stretching_from_a_newer_app_is_named() {
        assert_eq!(Stretching::from_stored([2, 0, 0x80, 0, 0, 3, 1]), Err(VaultError::UnknownKind(2)));
    }

    #[test]
    fn a_stretched_passphrase_does_not_print_itself() {
        let stretched = Stretched::new(&[65; 32], [0; SALT], Stretching::DEFAULT).unwrap();
        assert_eq!(format!("{stretched:?}"), "Stretched(secret)");
        assert_eq!(Stretched::new(&[65; 31], [0; SALT], Stretching::DEFAULT).err(), Some(VaultError::NotAKey));
    }

    #[test]
    fn two_salts_are_never_the_same() {
        assert_ne!(make_salt().unwrap(), make_salt().unwrap());
    }

    proptest! {
        #[test]
        fn what_is_stored_is_taken_up_again(memory in 19_456_u32..=65_536, passes in 2_u32..=16, lanes in 1_u32..=4) {
            let how = Stretching::new(memory, passes, lanes).unwrap();
            prop_assert_eq!(Stretching::from_stored(how.stored()), Ok(how));
        }

        #[test]
        fn any_bytes_are_parameters_or_refused(stored in any::<[u8; STORED]>()) {
            if let Ok(how) = Stretching::from_stored(stored) {
                prop_assert_eq!(how.stored(), stored);
            }
        }
    }
}
