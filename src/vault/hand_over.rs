//! Handing over: signed by whoever hands over, and sealed for one key (or, with [`crate::Sealer`], under a passphrase). What a counselor hands the
//! other way, a program pack, is signed and not sealed.
//!
//! It is a feature of this crate (`hand_over`), because elliptic curves are of no use to who only seals rows: the client lets its worker do this,
//! the counselor's page is the other side.

mod error;
mod package;
mod program_pack;
mod reading_key;
mod signed;
mod signing;
mod suite;
mod under_passphrase;

#[cfg(test)]
mod formats;
#[cfg(test)]
mod pack_formats;
#[cfg(test)]
mod vectors;

pub use error::PackageError;
pub use package::{LONGEST_PACKAGE, open_package, seal_package};
pub use program_pack::{LONGEST_PACK_FILE, LONGEST_PACK_LINK, open_pack, pack_link, pack_text, seal_pack};
pub use reading_key::ReadingKey;
pub use signed::{Outgoing, PACKAGE_ID, Signed, sign};
pub use signing::SigningKey;
pub use under_passphrase::{SealedFor, open_under_passphrase};
