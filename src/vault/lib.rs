//! Keys and sealing, bytes in and bytes out: why nothing that is written to the phone can be read there without its key.
//!
//! This crate knows neither records nor storage. It makes the root key, derives the key for what rests on this device, and
//! seals bytes so that they open only with the same key, in the same row, for the same purpose.

mod envelope;
mod error;
mod kdf;
mod local_key;
mod padding;
mod root;
mod stretching;
#[cfg(test)]
mod vectors;

pub use envelope::{Place, Purpose, open, seal};
pub use error::VaultError;
pub use local_key::LocalKey;
pub use root::RootKey;
pub use stretching::{SALT, Stretched, Stretching, make_salt};
