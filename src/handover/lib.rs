//! Signs what a person hands over, and seals it for a counselor's key: bytes in and bytes out, in a worker.
//!
//! The other way, it opens the packs that counselors make. It is a crate of its own because the client never links it: elliptic curves are a lot of code, and are needed once a week.

mod pack;

pub use pack::{OpenedPack, PackFault, open};
use thiserror::Error;
use vault::{AddressKey, Outgoing, PackageError, SigningKey, seal_package, sign};
use zeroize::Zeroizing;

/// Why nothing was signed. No variant says anything about what was to be handed over.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum HandOverError {
    /// More than a package holds.
    #[error("too-long")]
    TooLong,
    /// Nothing can be sealed for this key.
    #[error("weak-key")]
    WeakKey,
    /// The device gave no random numbers.
    #[error("no-randomness")]
    NoRandomness,
    /// A seed, a key or an id of another length than they have.
    #[error("refused")]
    Refused,
}

/// What is handed over, as the worker is asked for it.
#[derive(Clone, Copy)]
pub struct HandOver<'a> {
    /// The seed of the person's key, 32 bytes.
    pub seed: &'a [u8],
    /// The random name of the package, 16 bytes.
    pub id: &'a [u8],
    /// When, UTC milliseconds.
    pub sent_utc_ms: i64,
    /// What the package says.
    pub payload: &'a [u8],
}

/// Signs it for whoever knows the passphrase under which it is sealed next: the signed block with the payload behind it.
///
/// # Errors
/// [`HandOverError`].
pub fn sign_for_a_passphrase(given: &HandOver<'_>) -> Result<Zeroizing<Vec<u8>>, HandOverError> {
    Ok(sign(&key(given.seed)?, None, &outgoing(given)?)?)
}

/// Signs it for the owner of a key, 32 bytes, and seals it for that key: the whole package.
///
/// # Errors
/// [`HandOverError`].
pub fn seal_for_a_key(to: &[u8], given: &HandOver<'_>) -> Result<Vec<u8>, HandOverError> {
    let to = to.try_into().map_err(|_| HandOverError::Refused)?;
    let to = AddressKey::from_bytes(to).map_err(|_| HandOverError::WeakKey)?;
    Ok(seal_package(&key(given.seed)?, &to, &outgoing(given)?)?)
}

/// What everybody may know of the key with this seed, 32 bytes: by it a counselor knows the next page.
///
/// # Errors
/// [`HandOverError::Refused`] for a seed of another length.
pub fn sender_of(seed: &[u8]) -> Result<[u8; 32], HandOverError> {
    Ok(key(seed)?.verifying_key().bytes())
}

fn key(seed: &[u8]) -> Result<SigningKey, HandOverError> {
    SigningKey::from_seed(seed).map_err(|_| HandOverError::Refused)
}

fn outgoing<'a>(given: &HandOver<'a>) -> Result<Outgoing<'a>, HandOverError> {
    let id = given.id.try_into().map_err(|_| HandOverError::Refused)?;
    Ok(Outgoing { id, sent_utc_ms: given.sent_utc_ms, payload: given.payload })
}

impl From<PackageError> for HandOverError {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::TooLong => Self::TooLong,
            PackageError::WeakKey => Self::WeakKey,
            PackageError::NoRandomness => Self::NoRandomness,
            _ => Self::Refused,
        }
    }
}

/// What the worker calls: the same as [`sign_for_a_passphrase`]. Throws the word of a [`HandOverError`].
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hand_over_signed(
    seed: Vec<u8>,
    id: &[u8],
    sent_utc_ms: f64,
    payload: Vec<u8>,
) -> Result<Vec<u8>, wasm_bindgen::JsValue> {
    let (seed, payload) = (Zeroizing::new(seed), Zeroizing::new(payload));
    let given = HandOver { seed: &seed, id, sent_utc_ms: whole(sent_utc_ms), payload: &payload };
    sign_for_a_passphrase(&given).map(|signed| signed.to_vec()).map_err(thrown)
}

/// What the worker calls: the same as [`seal_for_a_key`]. Throws the word of a [`HandOverError`].
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hand_over_sealed(
    seed: Vec<u8>,
    to: &[u8],
    id: &[u8],
    sent_utc_ms: f64,
    payload: Vec<u8>,
) -> Result<Vec<u8>, wasm_bindgen::JsValue> {
    let (seed, payload) = (Zeroizing::new(seed), Zeroizing::new(payload));
    let given = HandOver { seed: &seed, id, sent_utc_ms: whole(sent_utc_ms), payload: &payload };
    seal_for_a_key(to, &given).map_err(thrown)
}

/// What the worker calls: the same as [`sender_of`]. Throws the word of a [`HandOverError`].
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hand_over_sender(seed: Vec<u8>) -> Result<Vec<u8>, wasm_bindgen::JsValue> {
    sender_of(&Zeroizing::new(seed)).map(Vec::from).map_err(thrown)
}

/// JavaScript has one kind of numbers, which is exact for all milliseconds that anybody will see.
#[cfg(target_arch = "wasm32")]
fn whole(ms: f64) -> i64 {
    ms as i64
}

#[cfg(target_arch = "wasm32")]
fn thrown(error: HandOverError) -> wasm_bindgen::JsValue {
    wasm_bindgen::JsValue::from_str(match error {
        HandOverError::TooLong => "too-long",
        HandOverError::WeakKey => "weak-key",
        HandOverError::NoRandomness => "no-randomness",
        HandOverError::Refused => "refused",
    })
}

#[cfg(test)]
mod tests {
    use vault::{LONGEST_PACKAGE, ReadingKey, Signed, open_package};

    use super::*;

    fn given(payload: &[u8]) -> HandOver<'_> {
        HandOver { seed: &[3; 32], id: &[7; 16], sent_utc_ms: 1_795_771_800_000, payload }
    }

    #[test]
    fn a_counselor_opens_what_the_worker_sealed() {
        let reading = ReadingKey::from_bytes(&[5; 32]).unwrap();
        let package = seal_for_a_key(&reading.address().bytes(), &given(b"a page")).unwrap();
        let signed = open_package(&reading, &package).unwrap();
        assert_eq!((signed.payload.as_slice(), signed.sent_utc_ms), (&b"a page"[..], 1_795_771_800_000));
        assert_eq!(signed.sender.bytes(), sender_of(&[3; 32]).unwrap());
    }

    #[test]
    fn under_a_passphrase_the_same_block_is_signed_for_nobody_in_particular() {
        let block = sign_for_a_passphrase(&given(b"a page")).unwrap();
        assert_eq!(Signed::read(&block, None).unwrap().payload.as_slice(), b"a page");
    }

    #[test]
    fn what_cannot_be_sealed_says_why() {
        let to = ReadingKey::from_bytes(&[5; 32]).unwrap().address().bytes();
        let long = vec![0; LONGEST_PACKAGE];
        assert_eq!(seal_for_a_key(&to, &given(&long)).err(), Some(HandOverError::TooLong));
        assert_eq!(seal_for_a_key(&[0; 32], &given(b"")).err(), Some(HandOverError::WeakKey));
        assert_eq!(seal_for_a_key(&to[1..], &given(b"")).err(), Some(HandOverError::Refused));
        let half = HandOver { seed: &[3; 16], ..given(b"") };
        assert_eq!(seal_for_a_key(&to, &half).err(), Some(HandOverError::Refused));
        assert_eq!(sign_for_a_passphrase(&half).err(), Some(HandOverError::Refused));
        let nameless = HandOver { id: &[], ..given(b"") };
        assert_eq!(sign_for_a_passphrase(&nameless).err(), Some(HandOverError::Refused));
        assert_eq!(sender_of(&[]).err(), Some(HandOverError::Refused));
    }
}
