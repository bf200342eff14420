//! Who hands over and to whom, as far as a key says it: 32 public bytes, a text that can be copied or scanned, and six words to compare in person.
//!
//! The client knows no more of them than this: what is done with such keys (`hand_over/`) is done in its worker, and on the counselor's page.

use core::fmt;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::VaultError;
use crate::base32::{self, NotLetters};
use crate::words::{self, WORDS};

/// The length of either key, in bytes.
const LENGTH: usize = 32;
/// Twenty-four bits of SHA-256: a letter that was copied wrong passes once in sixteen million times.
const CHECK: usize = 3;
/// Letters behind the prefix: 35 bytes, five bits each.
const LETTERS: usize = 56;
const PREFIX: &str = "HRK";
/// Says what kind of key it is: 1 is X25519, for HPKE with suite 1 of a package. It stands behind the prefix.
const VERSION: char = '1';
/// No key is written in more bytes than this, whatever stands between its letters.
const MAX_TEXT: usize = 800;
const TEXT_DOMAIN: &[u8] = b"handrail/v1/address-key";
const WORDS_OF_ADDRESS: &[u8] = b"handrail/v1/words-of-address-key";
const WORDS_OF_SENDER: &[u8] = b"handrail/v1/words-of-sender-key";
/// Whoever looks for another key with the same six words has to try 2⁶⁰ of them, and to do this much for each.
const ROUNDS: usize = 4096;
/// Points that every secret brings to zero, so that nothing would be secret (<https://cr.yp.to/ecdh.html>, "validate"): those that are
/// written as every key has to be.
const WEAK: [&str; 5] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

/// Why some text, or some bytes, are no key that something may be handed over to.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum AddressError {
    /// It does not begin as such a key does.
    #[error("this is not a key of Handrail")]
    NotAKey,
    /// Letters are missing, or there are too many.
    #[error("the key has another length")]
    Length,
    /// A letter is wrong.
    #[error("a letter of the key is wrong")]
    Typo,
    /// A newer version of the app made it.
    #[error("a newer version made this key")]
    Newer,
    /// Well written, but no honest program makes it: what is sealed for it could be read by everybody.
    #[error("this key protects nothing")]
    Weak,
}

/// The public key of a counselor: what is sealed for it, only they open.
#[derive(Clone, Copy, Eq, PartialEq, Hash)]
pub struct AddressKey([u8; LENGTH]);

/// The public key of who hands over: what they signed, nobody else can have signed.
#[derive(Clone, Copy, Eq, PartialEq, Hash)]
pub struct VerifyingKey([u8; LENGTH]);

impl AddressKey {
    /// The length of a key, in bytes.
    pub const LENGTH: usize = LENGTH;

    /// Takes up a key that was kept.
    ///
    /// # Errors
    /// [`AddressError::Weak`] for bytes that no honest program makes: points of small order, and numbers that are written otherwise than they should be.
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Result<Self, AddressError> {
        let is_weak = WEAK.iter().any(|weak| is_written(weak, &bytes));
        if is_weak || !is_canonical(&bytes) { Err(AddressError::Weak) } else { Ok(Self(bytes)) }
    }

    /// The key as it is kept.
    #[must_use]
    pub fn bytes(&self) -> [u8; LENGTH] {
        self.0
    }

    /// The key as it is copied or scanned: `HRK1` and fourteen groups of four capital letters and digits, with dashes between (all of which a
    /// QR code writes in its short form).
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{PREFIX}{VERSION}-");
        base32::write(self.0.iter().copied().chain(check(&self.0)), &mut text);
        text
    }

    /// Reads what somebody copied, typed or scanned. Capitals, spaces, dashes and ends of lines do not matter; `O` is read as zero, `I` and
    /// `L` as one.
    ///
    /// # Errors
    /// [`AddressError`].
    pub fn read(text: &str) -> Result<Self, AddressError> {
        if text.len() > MAX_TEXT {
            return Err(AddressError::NotAKey);
        }
        let mut letters = text.chars().filter(|character| !base32::is_between(*character));
        if !PREFIX.chars().all(|wanted| letters.next().is_some_and(|letter| letter.eq_ignore_ascii_case(&wanted))) {
            return Err(AddressError::NotAKey);
        }
        match letters.next() {
            Some(VERSION | 'I' | 'i' | 'L' | 'l') => {}
            Some(other) if other.is_ascii_alphanumeric() => return Err(AddressError::Newer),
            Some(_) | None => return Err(AddressError::NotAKey),
        }
        let mut bytes = [0_u8; LENGTH + CHECK];
        base32::read(letters, LETTERS, &mut bytes).map_err(|why| match why {
            NotLetters::Length => AddressError::Length,
            NotLetters::Typo => AddressError::Typo,
        })?;
        let (key, checked) = bytes.split_first_chunk::<LENGTH>().ok_or(AddressError::Length)?;
        if check(key) != checked {
            return Err(AddressError::Typo);
        }
        Self::from_bytes(*key)
    }

    /// Six words of a list, to be compared in person or on the phone: whoever put another key in its place has other words.
    ///
    /// # Errors
    /// [`VaultError::NotAList`] as [`crate::pick_words`].
    pub fn words<'a>(&self, list: &'a str) -> Result<[&'a str; WORDS], VaultError> {
        words::pick_words(fingerprint(WORDS_OF_ADDRESS, &self.0), list)
    }
}

impl VerifyingKey {
    /// The length of a key, in bytes.
    pub const LENGTH: usize = LENGTH;

    /// Takes up any 32 bytes. Whether something was signed with it, only a signature says.
    #[must_use]
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(bytes)
    }

    /// The key as it is kept: the same for everything that one person hands over, for ever.
    #[must_use]
    pub fn bytes(&self) -> [u8; LENGTH] {
        self.0
    }

    /// Six words of a list, by which a counselor can ask once whether a page is from whom it seems to be.
    ///
    /// # Errors
    /// [`VaultError::NotAList`] as [`crate::pick_words`].
    pub fn words<'a>(&self, list: &'a str) -> Result<[&'a str; WORDS], VaultError> {
        words::pick_words(fingerprint(WORDS_OF_SENDER, &self.0), list)
    }
}

impl fmt::Debug for AddressKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("AddressKey(…)")
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("VerifyingKey(…)")
    }
}

fn check(key: &[u8; LENGTH]) -> [u8; CHECK] {
    let version = u8::try_from(VERSION).unwrap_or_default();
    let hash: [u8; 32] =
        Sha256::new().chain_update(TEXT_DOMAIN).chain_update([version]).chain_update(key).finalize().into();
    let [a, b, c, ..] = hash;
    [a, b, c]
}

/// Eight bytes that stand for a key, slowly.
fn fingerprint(domain: &[u8], key: &[u8; LENGTH]) -> [u8; 8] {
    let mut hash: [u8; 32] = Sha256::new().chain_update(domain).chain_update(key).finalize().into();
    for _ in 1..ROUNDS {
        hash = Sha256::new().chain_update(hash).chain_update(key).finalize().into();
    }
    let [a, b, c, d, e, f, g, h, ..] = hash;
    [a, b, c, d, e, f, g, h]
}

/// Less than 2²⁵⁵ − 19. The curve would take the others too, as a second way of writing a key, with other words.
fn is_canonical(bytes: &[u8; LENGTH]) -> bool {
    let [first, middle @ .., last] = bytes;
    *last < 0x7f || *last == 0x7f && (*first < 0xed || middle.iter().any(|byte| *byte != 0xff))
}

fn is_written(digits: &str, bytes: &[u8; LENGTH]) -> bool {
    let pairs = digits
        .as_bytes()
        .chunks(2)
        .map(|pair| str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()));
    pairs.eq(bytes.iter().map(|byte| Some(*byte)))
}
