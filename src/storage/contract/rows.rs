//! Promises about rows: what was put is what is read, in order, whole, and apart.

use super::both;
use crate::{Area, Batch, DeviceKey, Row, Store, Wanted};

async fn all(store: &impl Store, area: Area) -> Vec<Row> {
    store.read(&[Wanted::All { area }]).await.unwrap().remove(0)
}

async fn one(store: &impl Store, area: Area, key: &[u8]) -> Option<Vec<u8>> {
    store.read(&[Wanted::One { area, key: key.to_vec() }]).await.unwrap().remove(0).pop().map(|row| row.bytes)
}

async fn range(store: &impl Store, from: &[u8], to: &[u8]) -> Vec<Vec<u8>> {
    let wish = Wanted::Range { area: Area::Tail, from: from.to_vec(), to: to.to_vec() };
    store.read(&[wish]).await.unwrap().remove(0).into_iter().map(|row| row.key).collect()
}

/// Read after commit gives the bytes; a key that was never put gives nothing.
pub async fn a_row_can_be_read_back<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Meta, *b"head", *b"one")).await.unwrap();
    assert_eq!(one(&store, Area::Meta, b"head").await, Some(b"one".to_vec()));
    assert_eq!(one(&store, Area::Meta, b"heads").await, None);
}

/// A second put replaces the first; it does not append and does not fail.
pub async fn a_batch_replaces<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Meta, *b"head", *b"a longer first one")).await.unwrap();
    store.commit(Batch::relaxed().put(Area::Meta, *b"head", *b"two")).await.unwrap();
    assert_eq!(all(&store, Area::Meta).await, [Row { key: b"head".to_vec(), bytes: b"two".to_vec() }]);
}

/// Within a batch, changes to the same row apply in the order they are listed.
pub async fn the_last_change_to_a_row_counts<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let batch = Batch::strict().put(Area::Tail, [1], *b"one").delete(Area::Tail, [1]).put(Area::Tail, [1], *b"two");
    store.commit(batch.put(Area::Tail, [2], *b"here").delete(Area::Tail, [2])).await.unwrap();
    assert_eq!(all(&store, Area::Tail).await, [Row { key: vec![1], bytes: b"two".to_vec() }]);
}

/// Deleting removes the row; deleting what is not there is not an error.
pub async fn deleting_twice_is_fine<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Tail, [1], [1]).put(Area::Tail, [2], [2])).await.unwrap();
    store.commit(Batch::strict().delete(Area::Tail, [1])).await.unwrap();
    store.commit(Batch::strict().delete(Area::Tail, [1])).await.unwrap();
    assert_eq!(all(&store, Area::Tail).await, [Row { key: vec![2], bytes: vec![2] }]);
}

/// Keys come back byte by byte ascending, a shorter one before the longer one it begins.
pub async fn rows_come_in_key_order<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let shuffled: [&[u8]; 6] = [&[0x80], &[2], &[1, 0], &[0xff, 0], &[1], &[0, 9, 9]];
    let batch = shuffled.into_iter().fold(Batch::strict(), |batch, key| batch.put(Area::Tail, key, [7]));
    store.commit(batch).await.unwrap();
    let keys: Vec<Vec<u8>> = all(&store, Area::Tail).await.into_iter().map(|row| row.key).collect();
    let ordered: [&[u8]; 6] = [&[0, 9, 9], &[1], &[1, 0], &[2], &[0x80], &[0xff, 0]];
    assert_eq!(keys, ordered);
}

/// Both ends of a range belong to it, and need not exist.
pub async fn a_range_is_inclusive<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let batch = (1..=5_u8).fold(Batch::strict(), |batch, key| batch.put(Area::Tail, [key], [key]));
    store.commit(batch.put(Area::Leaves, [3], [3])).await.unwrap();
    assert_eq!(range(&store, &[2], &[4]).await, [[2], [3], [4]]);
    assert_eq!(range(&store, &[0], &[2]).await, [[1], [2]]);
    assert_eq!(range(&store, &[4, 1], &[9]).await, [[5]]);
    assert_eq!(range(&store, &[3], &[3]).await, [[3]]);
    assert!(range(&store, &[6], &[9]).await.is_empty());
}

/// A range whose end comes before its beginning holds nothing, and is not an error.
pub async fn a_backward_range_is_empty<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Tail, [3], [3])).await.unwrap();
    assert!(range(&store, &[4], &[2]).await.is_empty());
}

/// Nothing at all is a key and a content like any other.
pub async fn an_empty_key_and_an_empty_row_are_kept<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Meta, [], []).put(Area::Meta, [0], [1])).await.unwrap();
    assert_eq!(one(&store, Area::Meta, &[]).await, Some(Vec::new()));
    assert_eq!(all(&store, Area::Meta).await.len(), 2);
}

/// Every wish of a read sees the same moment, even while another handle writes.
pub async fn one_read_is_one_snapshot<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (reader, writer) = open().await;
    let areas = Area::ALL;
    let round = |n: u8| areas.iter().fold(Batch::relaxed(), |batch, area| batch.put(*area, *b"round", [n]));
    writer.commit(round(0)).await.unwrap();
    let wanted = areas.map(|area| Wanted::One { area, key: b"round".to_vec() });
    for n in 1..=20 {
        let (written, seen) = both(writer.commit(round(n)), reader.read(&wanted)).await;
        written.unwrap();
        let seen: Vec<Row> = seen.unwrap().into_iter().flatten().collect();
        assert_eq!(seen.len(), areas.len());
        assert!(seen.iter().all(|row| row == &seen[0]), "a half-written round was read");
        assert!(seen[0].bytes == [n] || seen[0].bytes == [n - 1]);
    }
}

/// The same key in another area is another row, and wishes for several areas are answered in turn.
pub async fn areas_do_not_mix<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Meta, [1], *b"meta").put(Area::Leaves, [1], *b"leaf")).await.unwrap();
    store.commit(Batch::strict().delete(Area::Tail, [1])).await.unwrap();
    let wanted = [Area::Leaves, Area::Tail, Area::Meta].map(|area| Wanted::All { area });
    let found: Vec<Vec<Vec<u8>>> = store
        .read(&wanted)
        .await
        .unwrap()
        .into_iter()
        .map(|rows| rows.into_iter().map(|row| row.bytes).collect())
        .collect();
    assert_eq!(found, [vec![b"leaf".to_vec()], vec![], vec![b"meta".to_vec()]]);
}

/// Nothing to do is done at once; nothing wanted is answered with nothing.
pub async fn an_empty_batch_is_fine<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict()).await.unwrap();
    assert!(store.read(&[]).await.unwrap().is_empty());
}

/// What one handle committed, the other reads.
pub async fn two_handles_see_each_other<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (one_tab, other_tab) = open().await;
    one_tab.commit(Batch::strict().put(Area::Tail, [1], *b"from one")).await.unwrap();
    other_tab.commit(Batch::strict().put(Area::Tail, [2], *b"from the other")).await.unwrap();
    assert_eq!(one(&one_tab, Area::Tail, &[2]).await, Some(b"from the other".to_vec()));
    assert_eq!(one(&other_tab, Area::Tail, &[1]).await, Some(b"from one".to_vec()));
}

/// A megabyte in one row comes back byte for byte.
pub async fn large_rows_come_back_whole<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, other) = open().await;
    let bytes: Vec<u8> = (0..1_048_576_u32).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
    store.commit(Batch::strict().put(Area::Leaves, *b"large", bytes.clone())).await.unwrap();
    assert!(one(&other, Area::Leaves, b"large").await == Some(bytes), "the row is not what was put");
}

/// A thousand rows are written together and found together.
pub async fn many_rows_in_one_batch<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let batch =
        (0..1000_u16).rev().fold(Batch::relaxed(), |batch, n| batch.put(Area::Tail, n.to_be_bytes(), [1, 2, 3]));
    store.commit(batch).await.unwrap();
    let keys: Vec<Vec<u8>> = all(&store, Area::Tail).await.into_iter().map(|row| row.key).collect();
    assert_eq!(keys, (0..1000_u16).map(|n| n.to_be_bytes().to_vec()).collect::<Vec<_>>());
}
