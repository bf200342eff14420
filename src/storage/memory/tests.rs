//! The home in memory keeps the contract, equals a plain map whatever is done to it, and fails only when told to.

use std::collections::BTreeMap;

use pollster::block_on;
use proptest::prelude::*;

use super::Memory;
use crate::{Area, Batch, Change, DeviceKey, Durability, Guard, Row, Store, StoreError, Wanted};

mod keeps_the_contract {
    use crate::Memory;

    async fn open() -> (Memory, Memory) {
        let memory = Memory::new();
        (memory.clone(), memory)
    }

    crate::store_contract!(test, open, pollster::block_on);
}

type Model = BTreeMap<(Area, Vec<u8>), Vec<u8>>;

/// The plainest statement of what a batch does.
fn apply(model: &Model, batch: &Batch) -> Result<Model, StoreError> {
    let mut after = model.clone();
    if batch.guards.iter().any(|guard| model.get(&(guard.area, guard.key.clone())) != guard.expected.as_ref()) {
        return Err(StoreError::Conflict);
    }
    for change in &batch.changes {
        match change {
            Change::Put { area, key, bytes } => after.insert((*area, key.clone()), bytes.clone()),
            Change::Delete { area, key } => after.remove(&(*area, key.clone())),
        };
    }
    Ok(after)
}

fn stored(memory: &Memory) -> Model {
    memory.rows().into_iter().map(|(area, Row { key, bytes })| ((area, key), bytes)).collect()
}

fn areas() -> impl Strategy<Value = Area> {
    prop::sample::select(&Area::ALL[..])
}

/// Few and short, so that batches meet at the same rows.
fn keys() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop::sample::select(vec![0, 1, 0xff]), 0..3)
}

fn contents() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(0..3_u8, 0..2)
}

fn batches() -> impl Strategy<Value = Batch> {
    let guard =
        (areas(), keys(), prop::option::of(contents())).prop_map(|(area, key, expected)| Guard { area, key, expected });
    let change = (areas(), keys(), prop::option::of(contents())).prop_map(|(area, key, bytes)| match bytes {
        Some(bytes) => Change::Put { area, key, bytes },
        None => Change::Delete { area, key },
    });
    let durability = prop::sample::select(vec![Durability::Strict, Durability::Relaxed]);
    (prop::collection::vec(guard, 0..2), prop::collection::vec(change, 0..6), durability)
        .prop_map(|(guards, changes, durability)| Batch { guards, changes, durability })
}

fn wishes() -> impl Strategy<Value = Wanted> {
    prop_oneof![
        (areas(), keys()).prop_map(|(area, key)| Wanted::One { area, key }),
        areas().prop_map(|area| Wanted::All { area }),
        (areas(), keys(), keys()).prop_map(|(area, from, to)| Wanted::Range { area, from, to }),
    ]
}

proptest! {
    #[test]
    fn any_batches_leave_what_a_plain_map_would(batches in prop::collection::vec(batches(), 0..12)) {
        let (memory, mut model) = (Memory::new(), Model::new());
        for batch in batches {
            match apply(&model, &batch) {
                Ok(after) => {
                    prop_assert_eq!(block_on(memory.commit(batch)), Ok(()));
                    model = after;
                }
                Err(error) => prop_assert_eq!(block_on(memory.commit(batch)), Err(error)),
            }
            prop_assert_eq!(stored(&memory), model.clone());
        }
    }

    #[test]
    fn any_wishes_are_answered_as_a_plain_map_would(
        batches in prop::collection::vec(batches(), 0..6),
        wanted in prop::collection::vec(wishes(), 0..6),
    ) {
        let memory = Memory::new();
        for batch in batches {
            let _ = block_on(memory.commit(batch));
        }
        let answers = block_on(memory.read(&wanted)).unwrap();
        prop_assert_eq!(answers.len(), wanted.len());
        for (wish, answer) in wanted.iter().zip(answers) {
            let belongs = |area: Area, row: &Row| area == wish.area() && match wish {
                Wanted::One { key, .. } => &row.key == key,
                Wanted::All { .. } => true,
                Wanted::Range { from, to, .. } => from <= &row.key && &row.key <= to,
            };
            let plain: Vec<Row> =
                memory.rows().into_iter().filter(|(area, row)| belongs(*area, row)).map(|(_, row)| row).collect();
            prop_assert_eq!(answer, plain);
        }
    }

    #[test]
    fn a_commit_that_fails_leaves_the_old_state_and_the_next_one_works(
        batches in prop::collection::vec(batches(), 1..8),
        n in 1..8_usize,
    ) {
        let memory = Memory::new().failing_at(n, StoreError::Full);
        for (count, batch) in (1..).zip(batches) {
            let before = stored(&memory);
            let result = block_on(memory.clone().commit(batch.clone()));
            if count == n {
                prop_assert_eq!(result, Err(StoreError::Full));
                prop_assert_eq!(stored(&memory), before);
            } else {
                let model = apply(&before, &batch);
                prop_assert_eq!(result, model.clone().map(|_| ()));
                prop_assert_eq!(stored(&memory), model.unwrap_or(before));
            }
        }
    }
}

#[test]
fn damage_changes_the_row_and_says_whether_there_was_one() {
    let memory = Memory::new();
    block_on(memory.commit(Batch::strict().put(Area::Tail, [1], [1, 2]))).unwrap();
    assert!(memory.damage(Area::Tail, &[1], |bytes| bytes[1] ^= 0xff));
    assert!(!memory.damage(Area::Leaves, &[1], Vec::clear));
    assert_eq!(memory.rows(), [(Area::Tail, Row { key: vec![1], bytes: vec![1, 0xfd] })]);
}

#[test]
fn the_same_calls_wrap_to_the_same_bytes() {
    let wrap = || block_on(Memory::new().wrap(b"secret")).unwrap();
    assert_eq!(wrap(), wrap());
}

#[test]
fn a_log_shows_keys_and_lengths_and_no_content() {
    let batch = Batch::strict().expecting(Area::Meta, [0xab], Some(vec![77; 3])).put(Area::Tail, [1], [77, 77]);
    let shown = format!("{batch:?} {:?}", Row { key: vec![2], bytes: vec![77; 4] });
    assert!(
        shown.contains("meta 0xab, 3 bytes") && shown.contains("tail 0x01, 2 bytes") && shown.contains("0x02, 4 bytes")
    );
    assert!(!shown.contains("77"));
    let memory = Memory::new();
    block_on(memory.commit(batch.clone())).unwrap_err();
    assert_eq!(format!("{memory:?}"), "Memory { 0 rows }");
}

#[test]
fn a_copy_has_the_same_rows_and_secrets_and_goes_its_own_way() {
    let home = Memory::new();
    block_on(home.commit(Batch::strict().put(Area::Tail, [1], [7]))).unwrap();
    let wrapped = block_on(home.wrap(b"secret")).unwrap();
    let copy = home.copy();
    assert!(copy.rows() == home.rows());
    block_on(copy.commit(Batch::strict().delete(Area::Tail, [1]))).unwrap();
    assert_eq!((copy.rows().len(), home.rows().len()), (0, 1));
    assert_eq!(block_on(copy.unwrap(&wrapped)), Ok(b"secret".to_vec()));
}
