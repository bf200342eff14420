//! Promises about guards: a batch decided on what is no longer true writes nothing.

use super::both;
use crate::{Area, Batch, DeviceKey, Store, StoreError, Wanted};

async fn tail(store: &impl Store) -> Vec<(Vec<u8>, Vec<u8>)> {
    let rows = store.read(&[Wanted::All { area: Area::Tail }]).await.unwrap().remove(0);
    rows.into_iter().map(|row| (row.key, row.bytes)).collect()
}

/// Guards that hold change nothing about the batch; they may be about the rows it changes.
pub async fn a_guard_that_holds_lets_the_batch_through<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Meta, *b"head", *b"one")).await.unwrap();
    let batch = Batch::strict()
        .expecting(Area::Meta, *b"head", Some(b"one".to_vec()))
        .expecting(Area::Leaves, *b"page", None)
        .put(Area::Meta, *b"head", *b"two")
        .put(Area::Tail, [1], [1]);
    store.commit(batch.clone()).await.unwrap();
    assert_eq!(tail(&store).await, [(vec![1], vec![1])]);
    assert_eq!(store.commit(batch).await, Err(StoreError::Conflict));
}

/// Another handle wrote first: the batch is refused whole.
pub async fn a_guard_that_no_longer_holds_writes_nothing<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (mine, theirs) = open().await;
    mine.commit(Batch::strict().put(Area::Meta, *b"head", *b"one").put(Area::Tail, [9], [9])).await.unwrap();
    theirs.commit(Batch::strict().put(Area::Meta, *b"head", *b"theirs")).await.unwrap();
    let batch = Batch::strict()
        .expecting(Area::Meta, *b"head", Some(b"one".to_vec()))
        .put(Area::Meta, *b"head", *b"mine")
        .put(Area::Tail, [1], [1])
        .delete(Area::Tail, [9]);
    assert_eq!(mine.commit(batch).await, Err(StoreError::Conflict));
    assert_eq!(tail(&mine).await, [(vec![9], vec![9])]);
    let head = mine.read(&[Wanted::One { area: Area::Meta, key: b"head".to_vec() }]).await.unwrap();
    assert_eq!(head[0][0].bytes, b"theirs");
}

/// `expected: None` means there is no such row; an empty row is a row.
pub async fn a_guard_for_an_absent_row_holds_only_while_absent<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let first = Batch::strict().expecting(Area::Tail, [1], None).put(Area::Tail, [1], []);
    store.commit(first.clone()).await.unwrap();
    assert_eq!(store.commit(first).await, Err(StoreError::Conflict));
    let gone = Batch::strict().expecting(Area::Tail, [1], Some(Vec::new())).delete(Area::Tail, [1]);
    store.commit(gone.clone()).await.unwrap();
    assert_eq!(store.commit(gone).await, Err(StoreError::Conflict));
}

/// All guards must hold, wherever the broken one stands in the list; a batch of guards alone is checked too.
pub async fn one_broken_guard_among_many_is_enough<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    store.commit(Batch::strict().put(Area::Tail, [1], [1]).put(Area::Tail, [2], [2])).await.unwrap();
    for broken in 0..3_u8 {
        let batch = (0..3_u8).fold(Batch::strict(), |batch, n| {
            let expected = [None, Some(vec![1]), Some(vec![2])][usize::from(n)].clone();
            batch.expecting(Area::Tail, [n], if n == broken { Some(vec![99]) } else { expected })
        });
        assert_eq!(store.commit(batch.clone()).await, Err(StoreError::Conflict));
        assert_eq!(store.commit(batch.put(Area::Tail, [7], [7])).await, Err(StoreError::Conflict));
    }
    assert_eq!(tail(&store).await.len(), 2);
}

/// Two handles decide on the same head at the same moment: exactly one of them is kept, and the other is told.
pub async fn of_two_handles_racing_one_wins<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (mine, theirs) = open().await;
    let claim = |name: &[u8]| {
        Batch::strict().expecting(Area::Meta, *b"head", None).put(Area::Meta, *b"head", name).put(Area::Tail, name, [1])
    };
    let outcome = both(mine.commit(claim(b"mine")), theirs.commit(claim(b"theirs"))).await;
    let winner: &[u8] = match outcome {
        (Ok(()), Err(StoreError::Conflict)) => b"mine",
        (Err(StoreError::Conflict), Ok(())) => b"theirs",
        other => panic!("not one winner and one told so: {other:?}"),
    };
    assert_eq!(tail(&mine).await, [(winner.to_vec(), vec![1])]);
}

/// A refused batch is not the end: the next one is carried out.
pub async fn a_conflict_leaves_the_home_working<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let refused = Batch::strict().expecting(Area::Meta, *b"head", Some(vec![1])).put(Area::Tail, [1], [1]);
    let welcome = Batch::strict().put(Area::Tail, [2], [2]);
    let (first, second) = both(store.commit(refused), store.commit(welcome)).await;
    assert_eq!((first, second), (Err(StoreError::Conflict), Ok(())));
    assert_eq!(tail(&store).await, [(vec![2], vec![2])]);
}

/// A megabyte is compared as well as a byte is, and replaced in the same batch.
pub async fn a_guard_on_a_large_row_holds_or_does_not<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, other) = open().await;
    let (old, new) = (vec![1; 1_048_576], vec![2; 1_048_576]);
    store.commit(Batch::strict().put(Area::Leaves, *b"page", old.clone())).await.unwrap();
    let replace = Batch::strict().expecting(Area::Leaves, *b"page", Some(old)).put(Area::Leaves, *b"page", new.clone());
    other.commit(replace.clone()).await.unwrap();
    assert_eq!(store.commit(replace).await, Err(StoreError::Conflict));
    let found = store.read(&[Wanted::All { area: Area::Leaves }]).await.unwrap().remove(0);
    assert!(found.len() == 1 && found[0].bytes == new, "the page is not the new one");
}
