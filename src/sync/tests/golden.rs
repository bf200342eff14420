//! Operations and pages as the first release stores them, kept for ever: what was written then must be read now.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;

use sync::{
    About, Beside, Change, Chunk, Clock, Counts, DecodeError, DeviceId, Operation, OperationId, RecordId, Stamp,
    StreamError, Versions, decode, decode_all, decode_chunk, encode, encode_all, encode_chunk, split_chunk,
};

fn operation(id: u8, record: u8, change: Change) -> Operation {
    Operation {
        id: OperationId::from_bytes([id; 16]),
        record: RecordId::from_bytes([record; 16]),
        kind: 0x0102,
        stamp: Stamp {
            clock: Clock::from_bits((1_795_305_600_000 << 16) | u64::from(id)),
            device: DeviceId::from_bytes([0xd1; 8]),
        },
        counter: 300 + u64::from(id),
        change,
    }
}

fn put(id: u8, record: u8, body: &str) -> Operation {
    operation(id, record, Change::Put(body.into()))
}

/// Two live records, one of them edited; one deleted; one erased.
fn page() -> Vec<(RecordId, Versions)> {
    let record = |operations: [Operation; 2]| {
        let [first, second] = operations;
        let id = first.record;
        let mut versions = Versions::of(first);
        versions.insert(second);
        (id, versions)
    };
    vec![
        record([put(1, 0x0a, "a craving of 7"), put(2, 0x0a, "a craving of 8 🌊")]),
        (RecordId::from_bytes([0x0b; 16]), Versions::of(put(3, 0x0b, ""))),
        record([put(4, 0x0c, "deleted"), operation(5, 0x0c, Change::Delete)]),
        record([put(6, 0x0d, "erased"), operation(7, 0x0d, Change::Erase)]),
    ]
}

fn operations() -> [(&'static str, Operation); 3] {
    [
        ("operation_1_put.bin", put(1, 0x0a, "a craving of 7 🌊")),
        ("operation_1_delete.bin", operation(2, 0x0a, Change::Delete)),
        ("operation_1_erase.bin", operation(3, 0x0a, Change::Erase)),
    ]
}

const PAGE: &str = "page_1.bin";
const STREAM: &str = "stream_1.bin";

/// A whole backup, small: the page above, a page of meetings beside a record, and one row that could not be read.
fn stream() -> [Chunk; 4] {
    let counts = Counts { records: 4, operations: 7, pages: 1, unreadable: 1 };
    let beside =
        Beside { record: RecordId::from_bytes([0x0e; 16]), name: vec![7, 8, 9], bytes: b"Serenity at noon".into() };
    [
        Chunk::Start(About { made_utc_ms: 1_795_305_600_000, counts }),
        Chunk::Records(page()),
        Chunk::Beside(beside),
        Chunk::End(counts),
    ]
}

fn stream_bytes() -> Vec<u8> {
    stream().iter().flat_map(encode_chunk).collect()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn golden(file: &str) -> Vec<u8> {
    std::fs::read(folder().join(file)).unwrap()
}

#[test]
fn what_the_first_release_wrote_is_still_read() {
    for (file, operation) in operations() {
        assert_eq!(decode(&golden(file)), Ok(operation), "{file}");
    }
    assert_eq!(decode_all(&golden(PAGE)), Ok(page()));
    let (bytes, mut chunks) = (golden(STREAM), Vec::new());
    let mut rest = bytes.as_slice();
    while let Some((chunk, behind)) = split_chunk(rest).unwrap() {
        chunks.push(decode_chunk(chunk).unwrap());
        rest = behind;
    }
    assert_eq!((chunks.as_slice(), rest), (stream().as_slice(), &[][..]));
}

#[test]
fn version_1_is_still_written_as_it_was() {
    for (file, operation) in operations() {
        assert_eq!(encode(&operation), golden(file), "{file}");
    }
    assert_eq!(encode_all(&page()), golden(PAGE));
    assert_eq!(stream_bytes(), golden(STREAM));
}

#[test]
fn an_erased_note_is_not_in_the_bytes_of_its_page() {
    assert!(!golden(PAGE).windows(6).any(|bytes| bytes == b"erased"));
    assert!(golden(PAGE).windows(7).any(|bytes| bytes == b"deleted"));
}

#[test]
fn what_a_newer_app_wrote_says_so() {
    let newer = |file| [&[2], golden(file).get(1..).unwrap()].concat();
    assert_eq!(decode(&newer("operation_1_put.bin")), Err(DecodeError::Newer(2)));
    assert_eq!(decode_all(&newer(PAGE)), Err(DecodeError::Newer(2)));
    for chunk in stream() {
        let mut bytes = encode_chunk(&chunk);
        bytes[5] = 2;
        assert_eq!(decode_chunk(&bytes), Err(StreamError::Newer(2)));
    }
}

#[test]
fn what_is_cut_short_or_too_long_is_broken() {
    for (file, _) in operations() {
        let whole = golden(file);
        for length in 0..whole.len() {
            assert_eq!(decode(whole.get(..length).unwrap()), Err(DecodeError::Broken));
        }
        assert_eq!(decode(&[whole.as_slice(), &[0]].concat()), Err(DecodeError::Broken));
    }
    assert_eq!(decode(&[0]), Err(DecodeError::Broken));
    assert_eq!(decode_all(&[]), Err(DecodeError::Broken));
}

#[test]
fn a_record_without_a_version_is_broken() {
    let mut bytes = vec![1, 1];
    bytes.extend_from_slice(&[0x0a; 16]);
    bytes.extend_from_slice(&[1, 0]);
    assert_eq!(decode_all(&bytes), Err(DecodeError::Broken));
}

#[test]
fn no_golden_file_is_forgotten() {
    let mut found: Vec<String> =
        std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    let operations = operations();
    let mut known: Vec<&str> = operations.iter().map(|(file, _)| *file).chain([PAGE, STREAM]).collect();
    found.sort();
    known.sort_unstable();
    assert_eq!(found, known);
}

/// Run by hand, once per new version: `cargo test -p sync --test golden -- --ignored`. It never touches a file that exists.
#[test]
#[ignore = "writes the golden files of a new version"]
fn write_golden() {
    let pages = [(PAGE, encode_all(&page())), (STREAM, stream_bytes())];
    for (file, bytes) in operations().map(|(file, operation)| (file, encode(&operation))).into_iter().chain(pages) {
        let path = folder().join(file);
        if !path.exists() {
            std::fs::write(path, bytes).unwrap();
        }
    }
}
