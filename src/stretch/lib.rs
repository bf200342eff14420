//! Makes a key of a passphrase, slowly: whoever guesses has to pay the same time and memory for every guess.
//!
//! Argon2id, version 1.3 (RFC 9106), with the parameters of [`vault::Stretching`]. It is a crate of its own because the client never links
//! it: it takes a lot of memory for a moment, which a program in the browser never gives back, so a worker does it and is ended.

mod passphrase;
#[cfg(test)]
mod vectors;

use argon2::{Algorithm, Argon2, Params, Version};
pub use passphrase::normalised;
use thiserror::Error;
use vault::{SALT, Stretching};
use zeroize::Zeroizing;

/// Why there is no key. No variant says anything about the passphrase but that it has nothing in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum StretchError {
    /// Nothing is left when white space is taken off.
    #[error("empty")]
    Empty,
    /// The device has not enough memory for these parameters.
    #[error("no-memory")]
    NoMemory,
    /// The parameters, or the length of the salt, are none that this app takes.
    #[error("refused")]
    Refused,
}

/// The 32 bytes that a passphrase becomes. The same passphrase, salt and parameters always give the same bytes.
///
/// The passphrase is brought into one form first ([`normalised`]); it is expected in Unicode's form NFC, into which the browser brings it
/// (`public/workers/stretch.js`).
///
/// # Errors
/// [`StretchError::Empty`] for a passphrase of white space, [`StretchError::NoMemory`] where the memory is not there.
pub fn stretch(passphrase: &str, salt: &[u8; SALT], how: &Stretching) -> Result<Zeroizing<[u8; 32]>, StretchError> {
    let passphrase = normalised(passphrase);
    if passphrase.is_empty() {
        return Err(StretchError::Empty);
    }
    argon(passphrase.as_bytes(), salt, (how.memory_kib(), how.passes(), how.lanes()))
}

/// One pass over this much memory, for the sake of the time it takes: what is stretched is not a secret.
///
/// # Errors
/// [`StretchError::NoMemory`] where the memory is not there, [`StretchError::Refused`] for an amount that no passphrase is stretched with.
pub fn one_pass(memory_kib: u32) -> Result<(), StretchError> {
    let how = Stretching::new(memory_kib, Stretching::FLOOR.passes(), 1).map_err(|_| StretchError::Refused)?;
    argon(b"how long does it take", &[0; SALT], (how.memory_kib(), 1, 1)).map(|_| ())
}

/// Memory in KiB, passes, lanes.
fn argon(secret: &[u8], salt: &[u8], how: (u32, u32, u32)) -> Result<Zeroizing<[u8; 32]>, StretchError> {
    let mut key = Zeroizing::new([0; 32]);
    let params = Params::new(how.0, how.1, how.2, Some(key.len())).map_err(|_| StretchError::Refused)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(secret, salt, key.as_mut_slice()).map_err(|error| match error {
        argon2::Error::OutOfMemory => StretchError::NoMemory,
        _ => StretchError::Refused,
    })?;
    Ok(key)
}

/// What the worker calls: the same as [`stretch`], from bytes (UTF-8) and numbers. Throws the word of a [`StretchError`].
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn stretch_passphrase(
    passphrase: Vec<u8>,
    salt: &[u8],
    memory_kib: u32,
    passes: u32,
    lanes: u32,
) -> Result<Vec<u8>, wasm_bindgen::JsValue> {
    let passphrase = Zeroizing::new(passphrase);
    let stretched = || {
        let text = str::from_utf8(&passphrase).map_err(|_| StretchError::Refused)?;
        let salt = salt.try_into().map_err(|_| StretchError::Refused)?;
        let how = Stretching::new(memory_kib, passes, lanes).map_err(|_| StretchError::Refused)?;
        stretch(text, salt, &how)
    };
    stretched().map(|key| key.to_vec()).map_err(thrown)
}

/// What the worker calls to measure: the same as [`one_pass`]. Throws the word of a [`StretchError`].
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn stretch_one_pass(memory_kib: u32) -> Result<(), wasm_bindgen::JsValue> {
    one_pass(memory_kib).map_err(thrown)
}

#[cfg(target_arch = "wasm32")]
fn thrown(error: StretchError) -> wasm_bindgen::JsValue {
    wasm_bindgen::JsValue::from_str(match error {
        StretchError::Empty => "empty",
        StretchError::NoMemory => "no-memory",
        StretchError::Refused => "refused",
    })
}
