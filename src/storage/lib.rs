//! Where the journal lives: opaque bytes under opaque keys, read as one snapshot and changed by one atomic commit.
//!
//! Nothing here knows what the bytes mean, and nothing else in the program writes anywhere else. Two homes keep the
//! same promises, which are written down once as [`contract`] and run on both: [`Memory`] for tests and previews, and
//! `indexed_db` for the browser.

mod batch;
#[cfg(any(test, feature = "contract"))]
pub mod contract;
mod device_key;
mod error;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
mod memory;
mod store;

pub use batch::{Area, Batch, Change, Durability, Guard};
pub use device_key::DeviceKey;
pub use error::StoreError;
pub use memory::Memory;
pub use store::{Row, Store, Wanted};
