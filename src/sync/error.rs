//! Why stored operations could not be read. Without content, so that it is safe to show and to log.

use thiserror::Error;

/// Why bytes are not an operation or a page.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum DecodeError {
    /// Written by a newer app, with this version. Keep the bytes as they are.
    #[error("written by a newer app, version {0}")]
    Newer(u8),
    /// Not what this app or an older one writes.
    #[error("the bytes cannot be read")]
    Broken,
}
