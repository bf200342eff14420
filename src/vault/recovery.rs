//! The recovery code: what opens the vault when the passphrase is forgotten, to be printed or written down by hand.
//!
//! 128 random bits and a checksum of 12, in the letters of Crockford's base 32 (<https://www.crockford.com/base32.html>): 28 of them, in seven
//! groups of four. They are random, so nothing has to be stretched. One wrong letter is noticed but for once in four thousand times, and
//! then the code is one that opens nothing.

use core::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::VaultError;
use crate::base32::{self, GROUP, NotLetters};

const SECRET: usize = 16;
/// Letters of a code, without what stands between groups.
const LETTERS: usize = 28;
const DOMAIN: &[u8] = b"handrail/v1/recovery-code";
/// No code is written in more bytes than this, whatever stands between its letters.
const MAX_TEXT: usize = 400;

/// A recovery code. Wiped from memory when dropped, not to be cloned, never printed by accident.
pub struct RecoveryCode(Zeroizing<[u8; SECRET]>);

impl RecoveryCode {
    /// Makes a new code from the system's random numbers.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`] where the system gives none.
    pub fn make() -> Result<Self, VaultError> {
        let mut secret = Zeroizing::new([0; SECRET]);
        getrandom::fill(secret.as_mut_slice()).map_err(|_| VaultError::NoRandomness)?;
        Ok(Self(secret))
    }

    /// The code as it is shown to its person: seven groups of four letters and digits, with dashes between.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LETTERS + LETTERS / GROUP));
        base32::write(self.0.iter().copied().chain(check(&self.0)), &mut text);
        text
    }

    /// Reads what a person typed. Capitals, spaces and dashes do not matter, `O` is read as zero, `I` and `L` as one.
    ///
    /// # Errors
    /// [`VaultError::CodeLength`] if letters are missing or there are too many, [`VaultError::Typo`] if one is wrong. Neither says whether a
    /// code opens something; only [`crate::Wrap::open`] does.
    pub fn read(text: &str) -> Result<Self, VaultError> {
        if text.len() > MAX_TEXT {
            return Err(VaultError::CodeLength);
        }
        let mut bytes = Zeroizing::new([0_u8; SECRET + 2]);
        base32::read(text.chars(), LETTERS, bytes.as_mut_slice()).map_err(|why| match why {
            NotLetters::Length => VaultError::CodeLength,
            NotLetters::Typo => VaultError::Typo,
        })?;
        let (secret, checked) = bytes.split_first_chunk::<SECRET>().ok_or(VaultError::CodeLength)?;
        if check(secret) != checked {
            return Err(VaultError::Typo);
        }
        Ok(Self(Zeroizing::new(*secret)))
    }

    pub(crate) fn secret(&self) -> &[u8] {
        self.0.as_slice()
    }

    #[cfg(test)]
    pub(crate) fn of(secret: [u8; SECRET]) -> Self {
        Self(Zeroizing::new(secret))
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecoveryCode(secret)")
    }
}

/// Twelve bits of SHA-256, then four zeros.
fn check(secret: &[u8; SECRET]) -> [u8; 2] {
    let hash: [u8; 32] = Sha256::new().chain_update(DOMAIN).chain_update(secret).finalize().into();
    let [high, low, ..] = hash;
    [high, low & 0xf0]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
    use proptest::sample::Index;

    use super::*;
    use crate::base32::ALPHABET;

    fn code() -> RecoveryCode {
        RecoveryCode::of(core::array::from_fn(|at| 0x11 * u8::try_from(at).unwrap()))
    }

    #[test]
    fn a_code_is_seven_groups_of_four() {
        let text = RecoveryCode::make().unwrap().text();
        let text = text.as_str();
        let groups: Vec<&str> = text.split('-').collect();
        assert!(groups.len() == 7 && groups.iter().all(|group| group.len() == 4), "{} letters", text.len());
    }

    #[test]
    fn a_code_typed_in_a_hurry_is_the_same_code() {
        let text = code().text();
        let typed = [
            text.to_lowercase(),
            text.replace('-', ""),
            text.replace('-', " – "),
            text.replace('0', "O").replace('1', "l"),
            text.replace('0', "o").replace('1', "I"),
            format!("  {}\n", text.replace('-', "\u{a0}")),
        ];
        for typed in typed {
            assert_eq!(RecoveryCode::read(&typed).unwrap().secret(), code().secret());
        }
    }

    #[test]
    fn letters_that_are_missing_are_told_from_letters_that_are_wrong() {
        let text = code().text();
        let read = |text: &str| RecoveryCode::read(text).err();
        assert_eq!(read(&text[..text.len() - 1]), Some(VaultError::CodeLength));
        assert_eq!(read(&format!("{}0", text.as_str())), Some(VaultError::CodeLength));
        assert_eq!(read(""), Some(VaultError::CodeLength));
        assert_eq!(read(&"0".repeat(100_000)), Some(VaultError::CodeLength));
        assert_eq!(read(&text.replacen('2', "3", 1)), Some(VaultError::Typo));
        assert_eq!(read(&text.replacen('2', "U", 1)), Some(VaultError::Typo));
        assert_eq!(read(&text.replacen('2', "ñ", 1)), Some(VaultError::Typo));
    }

    #[test]
    fn two_codes_are_never_the_same_and_none_prints_itself() {
        assert_ne!(RecoveryCode::make().unwrap().text(), RecoveryCode::make().unwrap().text());
        assert_eq!(format!("{:?}", code()), "RecoveryCode(secret)");
    }

    proptest! {
        #[test]
        fn every_code_can_be_written_down_and_read(secret in any::<[u8; SECRET]>()) {
            let text = RecoveryCode::of(secret).text();
            let read = RecoveryCode::read(&text).unwrap();
            prop_assert_eq!(read.secret(), secret);
        }

        #[test]
        fn what_is_read_is_never_another_code(secret in any::<[u8; SECRET]>(), at in any::<Index>(), letter in 0_usize..32) {
            let text = RecoveryCode::of(secret).text().replace('-', "");
            let mut typed = text.clone().into_bytes();
            let at = at.index(typed.len());
            typed[at] = ALPHABET[letter];
            let typed = String::from_utf8(typed).unwrap();
            match RecoveryCode::read(&typed) {
                // Once in four thousand times: another code, which opens nothing.
                Ok(read) => prop_assert_eq!(read.secret() == secret, typed == text),
                Err(error) => prop_assert_eq!(error, VaultError::Typo),
            }
        }

        #[test]
        fn any_text_is_a_code_or_refused(text in "\\PC{0,60}") {
            if let Ok(code) = RecoveryCode::read(&text) {
                let again = code.text();
                prop_assert!(RecoveryCode::read(&again).is_ok());
            }
        }
    }
}
