//! What every home of the journal promises, each promise one test: run natively on [`crate::Memory`] and in Chromium on
//! `IndexedDb`, so that what the engine learns from the one holds for the other.
//!
//! A promise takes `open`, which makes a fresh home and gives two handles on it, as two tabs would have.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests, though behind a feature and not `cfg(test)`"
)]

mod device_key;
mod guards;
mod rows;

use std::pin::pin;
use std::task::Poll;

pub use device_key::{
    every_wrapped_secret_unwraps, foreign_bytes_do_not_unwrap, two_handles_wrapping_first_share_one_key,
    what_another_home_wrapped_does_not_unwrap, what_was_wrapped_unwraps_for_a_second_handle,
    wrapping_twice_gives_different_bytes,
};
pub use guards::{
    a_conflict_leaves_the_home_working, a_guard_for_an_absent_row_holds_only_while_absent,
    a_guard_on_a_large_row_holds_or_does_not, a_guard_that_holds_lets_the_batch_through,
    a_guard_that_no_longer_holds_writes_nothing, of_two_handles_racing_one_wins, one_broken_guard_among_many_is_enough,
};
pub use rows::{
    a_backward_range_is_empty, a_batch_replaces, a_range_is_inclusive, a_row_can_be_read_back, an_empty_batch_is_fine,
    an_empty_key_and_an_empty_row_are_kept, areas_do_not_mix, deleting_twice_is_fine, large_rows_come_back_whole,
    many_rows_in_one_batch, one_read_is_one_snapshot, rows_come_in_key_order, the_last_change_to_a_row_counts,
    two_handles_see_each_other,
};

/// Makes one test of every promise.
///
/// `store_contract!(wasm_bindgen_test, open)` for an attribute that takes async tests,
/// `store_contract!(test, open, pollster::block_on)` for one that does not. `open` is an
/// `async fn() -> (S, S)`: two handles on one fresh home, where `S: Store + DeviceKey`.
#[macro_export]
macro_rules! store_contract {
    ($attr:meta, $open:path $(, $block_on:path)?) => {
        $crate::store_contract!(@each $attr, $open, ($($block_on)?), [
            a_backward_range_is_empty,
            a_batch_replaces,
            a_conflict_leaves_the_home_working,
            a_guard_for_an_absent_row_holds_only_while_absent,
            a_guard_on_a_large_row_holds_or_does_not,
            a_guard_that_holds_lets_the_batch_through,
            a_guard_that_no_longer_holds_writes_nothing,
            a_range_is_inclusive,
            a_row_can_be_read_back,
            an_empty_batch_is_fine,
            an_empty_key_and_an_empty_row_are_kept,
            areas_do_not_mix,
            deleting_twice_is_fine,
            every_wrapped_secret_unwraps,
            foreign_bytes_do_not_unwrap,
            large_rows_come_back_whole,
            many_rows_in_one_batch,
            of_two_handles_racing_one_wins,
            one_broken_guard_among_many_is_enough,
            one_read_is_one_snapshot,
            rows_come_in_key_order,
            the_last_change_to_a_row_counts,
            two_handles_see_each_other,
            two_handles_wrapping_first_share_one_key,
            what_another_home_wrapped_does_not_unwrap,
            what_was_wrapped_unwraps_for_a_second_handle,
            wrapping_twice_gives_different_bytes
        ]);
    };
    (@each $attr:meta, $open:path, $block_on:tt, [$($promise:ident),+]) => {
        $( $crate::store_contract!(@one $attr, $open, $block_on, $promise); )+
    };
    (@one $attr:meta, $open:path, (), $promise:ident) => {
        #[$attr]
        async fn $promise() {
            $crate::contract::$promise($open).await;
        }
    };
    (@one $attr:meta, $open:path, ($block_on:path), $promise:ident) => {
        #[$attr]
        fn $promise() {
            $block_on($crate::contract::$promise($open));
        }
    };
}

/// Runs two futures side by side, as two tabs run, and waits for both.
async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    std::future::poll_fn(move |context| {
        if first.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = other.as_mut().poll(context)
        {
            second = Some(value);
        }
        match (first.take(), second.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (first, second) = (a, b);
                Poll::Pending
            }
        }
    })
    .await
}
