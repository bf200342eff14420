//! A whole journal as a stream of plain chunks, one behind the other: what a backup seals, and what one device hands to another.
//!
//! A chunk is `[length u32, little-endian][kind u8][version u8][shape]`; the length counts what follows it. So chunks can be sealed one by
//! one, or written one behind the other and found again. The first says what is coming, then come the records in portions, then the pages
//! that lie beside some records, and the last says once more how much there was: a stream that was cut anywhere is known as such.

use core::{fmt, mem};

use crate::stream_v1::{BesideV1, CountsV1, StartV1};
use crate::{RecordId, StreamError, Version, Versions, codec, decode_all, encode_all};

/// Version of the stored shapes. A new shape gets a new number and a module of its own; released ones are never edited.
const VERSION: u8 = 1;

/// No chunk is longer than this, in bytes, unless a single version or page is.
pub const CHUNK_TARGET: usize = 256 * 1024;
/// A longer chunk is refused, in bytes. Far above what any body or page has.
pub const LONGEST_CHUNK: usize = 16 * 1024 * 1024;
/// A page is named by fewer bytes than this.
const LONGEST_NAME: usize = 64;

const LENGTH: usize = 4;
/// What a chunk has besides its records: length, kind, version, how many records.
const FRAME: usize = LENGTH + 1 + 1 + 5;
/// At most what a record has besides its versions: id, kind, how many.
const OF_RECORD: usize = 16 + 3 + 5;
/// At most what a version has besides its body: id, clock, device, counter, which change, length of the body.
const OF_VERSION: usize = 16 + 10 + 8 + 10 + 1 + 5;

const START: u8 = 1;
const RECORDS: u8 = 2;
const BESIDE: u8 = 3;
const END: u8 = 4;

/// What stands in the first chunk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct About {
    /// The moment at which the journal was as it is in the stream, UTC milliseconds by the clock of the device that wrote it.
    pub made_utc_ms: i64,
    /// How much is in the stream.
    pub counts: Counts,
}

/// How much a stream holds.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// Records, also deleted and erased ones.
    pub records: u64,
    /// Operations on them: every version of every record.
    pub operations: u64,
    /// Pages beside records.
    pub pages: u64,
    /// Rows of the journal that could not be read when the stream was made, and are therefore not in it.
    pub unreadable: u64,
}

/// A page that lies beside a record and is no version of it, such as the meetings of a list.
#[derive(Clone, Eq, PartialEq)]
pub struct Beside {
    /// The record it belongs to.
    pub record: RecordId,
    /// Which page of that record; up to 63 bytes, whose meaning is the journal's.
    pub name: Vec<u8>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The bytes of one chunk, and those behind it.
pub type ChunkAndRest<'a> = (&'a [u8], &'a [u8]);

/// One part of a stream.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Chunk {
    /// The first.
    Start(About),
    /// Some records. One with more versions than fit is in several chunks, which follow each other; its current version comes first.
    Records(Vec<(RecordId, Versions)>),
    /// One page. All of them come behind all records.
    Beside(Beside),
    /// The last; it repeats what the first one said.
    End(Counts),
}

impl fmt::Debug for Beside {
    /// Never the bytes: they may say where somebody goes.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Beside({:?}, page)", self.record)
    }
}

/// The chunk as bytes, its length in front.
#[must_use]
pub fn encode_chunk(chunk: &Chunk) -> Vec<u8> {
    let (kind, shape) = match chunk {
        Chunk::Start(about) => (START, codec::write(VERSION, &StartV1::from(about))),
        Chunk::Records(records) => (RECORDS, encode_all(records)),
        Chunk::Beside(page) => (BESIDE, codec::write(VERSION, &BesideV1::from(page))),
        Chunk::End(counts) => (END, codec::write(VERSION, &CountsV1::from(counts))),
    };
    // One that is too long for its length would be refused by every reader; who writes looks at `LONGEST_CHUNK` before.
    let length = u32::try_from(shape.len().saturating_add(1)).unwrap_or(u32::MAX);
    let mut bytes = Vec::with_capacity(LENGTH + 1 + shape.len());
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.push(kind);
    bytes.extend_from_slice(&shape);
    bytes
}

/// Reads exactly one chunk, as [`encode_chunk`] wrote it in this release or an earlier one.
///
/// # Errors
/// [`StreamError::Newer`] for what a newer app wrote, [`StreamError::Broken`] for anything else that is not one whole chunk.
pub fn decode_chunk(bytes: &[u8]) -> Result<Chunk, StreamError> {
    let Some((whole, [])) = split_chunk(bytes)? else { return Err(StreamError::Broken) };
    let (kind, shape) = whole.get(LENGTH..).and_then(<[u8]>::split_first).ok_or(StreamError::Broken)?;
    match *kind {
        START => Ok(Chunk::Start(codec::read::<StartV1>(VERSION, shape)?.into())),
        RECORDS => Ok(Chunk::Records(decode_all(shape)?)),
        BESIDE => {
            let page = Beside::from(codec::read::<BesideV1<'_>>(VERSION, shape)?);
            if page.name.len() < LONGEST_NAME { Ok(Chunk::Beside(page)) } else { Err(StreamError::Broken) }
        }
        END => Ok(Chunk::End(codec::read::<CountsV1>(VERSION, shape)?.into())),
        _ => Err(StreamError::Broken),
    }
}

/// The first chunk of bytes in which chunks stand one behind the other, and what is behind it; `None` while it is not there as a whole.
///
/// # Errors
/// [`StreamError::Broken`] when no chunk begins like that.
pub fn split_chunk(bytes: &[u8]) -> Result<Option<ChunkAndRest<'_>>, StreamError> {
    let Some(length) = bytes.first_chunk::<LENGTH>() else { return Ok(None) };
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| StreamError::Broken)?;
    // A kind and a version are always there.
    if !(2..=LONGEST_CHUNK - LENGTH).contains(&length) {
        return Err(StreamError::Broken);
    }
    Ok(bytes.split_at_checked(LENGTH + length))
}

/// The records in portions, each of which makes a chunk of at most [`CHUNK_TARGET`] bytes unless a single version is longer.
///
/// A record with more versions than fit is in several portions, its newest versions first, so that whoever got only the first of them has
/// the record as it is now.
#[must_use]
pub fn in_portions(records: Vec<(RecordId, Versions)>) -> Vec<Vec<(RecordId, Versions)>> {
    let mut portions = Vec::new();
    let mut portion: Vec<(RecordId, Versions)> = Vec::new();
    let mut room = CHUNK_TARGET - FRAME;
    for (id, versions) in records {
        let kind = versions.kind();
        // What goes into the present portion of this record.
        let mut part: Vec<Version> = Vec::new();
        for version in versions.into_history() {
            let beginning = if part.is_empty() { OF_RECORD } else { 0 };
            let length = beginning.saturating_add(OF_VERSION).saturating_add(version.body_length());
            if length > room && !(part.is_empty() && portion.is_empty()) {
                let cut = Versions::gather(kind, mem::take(&mut part).into_iter());
                portion.extend(cut.map(|cut| (id, cut)));
                portions.push(mem::take(&mut portion));
                room = (CHUNK_TARGET - FRAME).saturating_sub(OF_RECORD);
            }
            room = room.saturating_sub(length);
            part.push(version);
        }
        portion.extend(Versions::gather(kind, part.into_iter()).map(|part| (id, part)));
    }
    if !portion.is_empty() {
        portions.push(portion);
    }
    portions
}
