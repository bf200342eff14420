//! Keys and sealing, bytes in and bytes out: why nothing that is written to the phone can be read there without its key.
//!
//! This crate knows neither records nor storage. It makes the root key, derives the key for what rests on this device, and
//! seals bytes so that they open only with the same key, in the same row, for the same purpose. The root key is wrapped under what a person
//! knows or has ([`Wrap`]), and files that leave the device are sealed under a passphrase, or for a counselor's key. `FORMATS.md` has every format
//! to the byte.

mod address;
mod base32;
mod checksum;
mod cipher;
mod envelope;
mod error;
#[cfg(test)]
mod formats;
#[cfg(feature = "hand_over")]
mod hand_over;
mod kdf;
mod local_key;
mod opener;
mod padding;
mod passkey;
mod recovery;
mod root;
mod sealed_file;
mod stretching;
#[cfg(test)]
mod vectors;
mod words;
mod wrap;

pub use address::{AddressError, AddressKey, VerifyingKey};
pub use envelope::{Place, Purpose, open, seal};
pub use error::VaultError;
#[cfg(feature = "hand_over")]
pub use hand_over::{
    LONGEST_PACK_FILE, LONGEST_PACK_LINK, LONGEST_PACKAGE, Outgoing, PACKAGE_ID, PackageError, ReadingKey, SealedFor,
    Signed, SigningKey, open_pack, open_package, open_under_passphrase, pack_link, pack_text, seal_pack, seal_package,
    sign,
};
pub use local_key::LocalKey;
pub use opener::Opener;
pub use passkey::{name_passkey, split_name};
pub use recovery::RecoveryCode;
pub use root::RootKey;
pub use sealed_file::{FilePurpose, SealedFile, Sealer};
pub use stretching::{SALT, Stretched, Stretching, make_salt};
pub use words::{WORDS, make_passphrase, pick_words};
pub use wrap::{Wrap, WrapKind, WrappingKey};
