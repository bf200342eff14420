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

/// Why a stream of chunks is not a whole journal. Nothing of it should be taken in then, and the stream is kept as it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum StreamError {
    /// Written by a newer app, with this version.
    #[error("written by a newer app, version {0}")]
    Newer(u8),
    /// A chunk is not what this app or an older one writes.
    #[error("a chunk cannot be read")]
    Broken,
    /// The chunks are not in the order in which they are written, or one of them is not of this stream.
    #[error("the chunks are not in their order")]
    OutOfOrder,
    /// The stream ends before its last chunk.
    #[error("the stream ends too early")]
    Cut,
    /// There is more or less in it than it says.
    #[error("the stream does not hold what it says")]
    Miscounted,
}

impl From<DecodeError> for StreamError {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Newer(version) => Self::Newer(version),
            DecodeError::Broken => Self::Broken,
        }
    }
}
