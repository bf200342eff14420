//! One way to put things in order, for everything here that has one: sorting is written out by the compiler for every type that is sorted, which
//! was a good part of what exports add to the worker.

use std::collections::BinaryHeap;

/// Bytes that are compared from the left.
pub type Key = [u8; 24];

/// Things in the order of their keys; those with the same one stay as they came.
pub fn in_order<T: Copy>(all: impl IntoIterator<Item = T>, key: impl Fn(T) -> Key) -> Vec<T> {
    let all: Vec<T> = all.into_iter().collect();
    let keys = all.iter().enumerate().map(|(place, one)| (key(*one), place)).collect();
    sorted(keys).into_iter().filter_map(|(_, place)| all.get(place).copied()).collect()
}

/// On a heap, which is less code than what slices do and quick enough.
fn sorted(keys: Vec<(Key, usize)>) -> Vec<(Key, usize)> {
    BinaryHeap::from(keys).into_sorted_vec()
}

/// First by a number, then by an id.
pub fn key(number: i64, id: [u8; 16]) -> Key {
    let mut key = [0; 24];
    // With its sign turned over, so that what is below zero comes first.
    let number = (number ^ i64::MIN).to_be_bytes();
    for (to, from) in key.iter_mut().zip(number.into_iter().chain(id)) {
        *to = from;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::{in_order, key};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_numbers_and_then_of_the_ids(all in prop::collection::vec((any::<i64>(), any::<[u8; 16]>()), 0..40)) {
            let mut theirs = all.clone();
            theirs.sort();
            prop_assert_eq!(in_order(all, |(number, id)| key(number, id)), theirs);
        }
    }
}
