//! A stream is whole or is known not to be, and nothing in it is lost on the way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use sync::{
    About, Beside, CHUNK_TARGET, Change, Chunk, Clock, DeviceId, Operation, OperationId, RecordId, RecordState, Stamp,
    StreamCheck, StreamError, Tally, Versions, decode_chunk, encode_chunk, in_portions, split_chunk,
};

type Records = Vec<(RecordId, Versions)>;

fn operation(record: u8, number: u64, change: Change) -> Operation {
    let mut id = [record; 16];
    id[8..].copy_from_slice(&number.to_be_bytes());
    Operation {
        id: OperationId::from_bytes(id),
        record: RecordId::from_bytes([record; 16]),
        kind: 1,
        stamp: Stamp { clock: Clock::from_bits(number), device: DeviceId::from_bytes([3; 8]) },
        counter: number,
        change,
    }
}

fn record(record: u8, changes: Vec<Change>) -> (RecordId, Versions) {
    let mut operations =
        changes.into_iter().zip(1..).map(|(change, number)| operation(record, number, change)).collect::<Vec<_>>();
    let mut versions = Versions::of(operations.remove(0));
    operations.into_iter().for_each(|operation| versions.insert(operation));
    (RecordId::from_bytes([record; 16]), versions)
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => vec(any::<u8>(), 0..40).prop_map(Change::Put),
        4 => (0..60_000_usize, any::<u8>()).prop_map(|(length, byte)| Change::Put(vec![byte; length])),
        1 => (250_000..300_000_usize).prop_map(|length| Change::Put(vec![7; length])),
        1 => proptest::prelude::Just(Change::Delete),
        1 => proptest::prelude::Just(Change::Erase),
    ]
}

fn records() -> impl Strategy<Value = Records> {
    vec(vec(change(), 1..9), 0..9)
        .prop_map(|all| all.into_iter().zip(1_u8..).map(|(changes, id)| record(id, changes)).collect())
}

fn stream(records: Records, pages: usize) -> Vec<Vec<u8>> {
    let (mut tally, mut chunks) = (Tally::default(), Vec::new());
    for portion in in_portions(records) {
        tally.records(&portion);
        chunks.push(Chunk::Records(portion));
    }
    for page in 0..pages {
        tally.page();
        let record = RecordId::from_bytes([9; 16]);
        chunks.push(Chunk::Beside(Beside { record, name: vec![page as u8], bytes: vec![1; page] }));
    }
    let counts = tally.counts();
    chunks.insert(0, Chunk::Start(About { made_utc_ms: 5, counts }));
    chunks.push(Chunk::End(counts));
    chunks.iter().map(encode_chunk).collect()
}

/// What is in a stream, or what is wrong with it.
fn checked<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Result<BTreeMap<RecordId, Versions>, StreamError> {
    let (mut check, mut found) = (StreamCheck::new(), BTreeMap::<RecordId, Versions>::new());
    for bytes in chunks {
        let chunk = decode_chunk(bytes)?;
        check.take(&chunk)?;
        if let Chunk::Records(records) = chunk {
            for (id, versions) in records {
                match found.get_mut(&id) {
                    Some(known) => known.merge(versions),
                    None => drop(found.insert(id, versions)),
                }
            }
        }
    }
    check.finish().map(|_| found)
}

fn parts(stream: &[Vec<u8>]) -> impl Iterator<Item = &[u8]> {
    stream.iter().map(Vec::as_slice)
}

#[test]
fn a_record_with_years_of_pictures_is_cut_and_its_present_state_comes_first() {
    let pictures = (0..30).map(|byte| Change::Put(vec![byte; 30_000])).chain([Change::Delete]).collect();
    let portions = in_portions(vec![record(1, pictures), record(2, vec![Change::Put(vec![1])])]);
    assert!(portions.len() > 3);
    assert!(matches!(portions[0][0].1.state(), RecordState::Deleted { .. }));
    assert!(portions.iter().all(|portion| encode_chunk(&Chunk::Records(portion.clone())).len() <= CHUNK_TARGET));
}

#[test]
fn what_does_not_belong_where_it_stands_is_refused() {
    let whole = stream(vec![record(1, vec![Change::Put(vec![1])])], 2);
    let order = |places: &[usize]| checked(places.iter().map(|place| whole[*place].as_slice())).map(|_| ());
    assert_eq!(order(&[0, 1, 2, 3, 4]), Ok(()));
    assert_eq!(order(&[1, 2, 3, 4]), Err(StreamError::OutOfOrder));
    assert_eq!(order(&[0, 2, 1, 3, 4]), Err(StreamError::OutOfOrder));
    assert_eq!(order(&[0, 0, 1, 2, 3, 4]), Err(StreamError::OutOfOrder));
    assert_eq!(order(&[0, 1, 2, 3, 4, 4]), Err(StreamError::OutOfOrder));
    assert_eq!(order(&[0, 2, 3, 4]), Err(StreamError::Miscounted));
    assert_eq!(order(&[0, 1, 2, 4]), Err(StreamError::Miscounted));
    assert_eq!(order(&[0, 1, 2, 3]), Err(StreamError::Cut));
    assert_eq!(order(&[]), Err(StreamError::Cut));
}

#[test]
fn a_chunk_that_says_it_is_enormous_is_refused_before_anything_is_read() {
    assert_eq!(split_chunk(&[255; 8]), Err(StreamError::Broken));
    assert_eq!(split_chunk(&[0; 8]), Err(StreamError::Broken));
    assert_eq!(split_chunk(&[9, 0, 0]), Ok(None));
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn what_goes_into_a_stream_comes_out_of_it(records in records(), pages in 0..3_usize) {
        let stream = stream(records.clone(), pages);
        let longest = |versions: &Versions| {
            versions.history().map(|version| match &version.change { Change::Put(body) => body.len(), _ => 0 }).max().unwrap()
        };
        let longest = records.iter().map(|(_, versions)| longest(versions)).max().unwrap_or(0);
        prop_assert!(stream.iter().all(|chunk| chunk.len() <= CHUNK_TARGET.max(longest + 100)));
        prop_assert_eq!(checked(parts(&stream)), Ok(records.into_iter().collect()));
    }

    #[test]
    fn a_stream_that_lost_a_chunk_anywhere_is_known(records in records(), lost in any::<proptest::sample::Index>()) {
        let mut stream = stream(records, 1);
        stream.remove(lost.index(stream.len()));
        prop_assert!(checked(parts(&stream)).is_err());
    }

    #[test]
    fn chunks_behind_each_other_are_found_again(records in records()) {
        let stream = stream(records, 2);
        let (bytes, mut found) = (stream.concat(), Vec::new());
        let mut rest = bytes.as_slice();
        while let Some((chunk, behind)) = split_chunk(rest).unwrap() {
            found.push(chunk.to_vec());
            rest = behind;
        }
        prop_assert_eq!(found, stream);
    }

    #[test]
    fn a_chunk_cut_short_is_never_a_chunk(changes in vec(change(), 1..4), at in any::<proptest::sample::Index>()) {
        let bytes = encode_chunk(&Chunk::Records(vec![record(1, changes)]));
        prop_assert_eq!(decode_chunk(&bytes[..at.index(bytes.len())]), Err(StreamError::Broken));
    }

    #[test]
    fn any_bytes_are_a_chunk_or_are_not(kind in 0..6_u8, version in 0..3_u8, shape in vec(any::<u8>(), 0..300)) {
        let length = (shape.len() as u32 + 2).to_le_bytes();
        let bytes = [&length[..], &[kind, version], &shape].concat();
        if let Ok(chunk) = decode_chunk(&bytes) {
            prop_assert_eq!(decode_chunk(&encode_chunk(&chunk)), Ok(chunk));
        }
        let _ = decode_chunk(&shape);
    }
}
