//! What devices must agree on before they ever meet: ids, clocks, operations and their merge. Sans IO: values in, values out.
//!
//! A record is everything that was ever written about one thing. An [`Operation`] is one writing of it; [`Versions`] is what
//! the operations on one record add up to, in whatever order and however often they arrive. Bodies are opaque bytes here.

mod clock;
mod codec;
mod error;
mod ids;
mod op_v1;
mod operation;
mod page;
mod page_v1;
mod stream;
mod stream_check;
mod stream_v1;
mod versions;

pub use clock::{Clock, Stamp};
pub use error::{DecodeError, StreamError};
pub use ids::{DeviceId, OperationId, RecordId};
pub use operation::{Change, Operation, decode, encode};
pub use page::{decode_all, encode_all};
pub use stream::{
    About, Beside, CHUNK_TARGET, Chunk, ChunkAndRest, Counts, LONGEST_CHUNK, decode_chunk, encode_chunk, in_portions,
    split_chunk,
};
pub use stream_check::{StreamCheck, Tally};
pub use versions::{RecordState, Version, Versions};
