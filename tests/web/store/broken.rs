//! Full disks, lost connections, browsers that keep nothing: what was saved stays, and the caller is told what happened.

use std::{future::poll_fn, pin::pin, task::Poll};

use storage::{Area, Batch, Row, Store, StoreError, Wanted, indexed_db::IndexedDb};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::browser::{
    aborted_with, answer, close_raw, closed_under, delete_raw, entry, fresh, fresh_name, full_when_asked,
    full_when_written, is_there, just, lost_after_writing, mend, open_raw, overhear, private_window, put_raw, tail,
    tell_closed, without_databases, words,
};

#[wasm_bindgen_test]
async fn a_full_disk_is_told_and_what_was_there_stays() {
    for fill in [full_when_asked, full_when_written] {
        let (name, store) = fresh().await;
        store.commit(entry(1, "old")).await.unwrap();
        let full = fill(&name);
        assert_eq!(store.commit(entry(1, "new").delete(Area::Tail, [1])).await, Err(StoreError::Full));
        let guarded = entry(1, "new").expecting(Area::Tail, [1], Some(b"old".to_vec()));
        assert_eq!(store.commit(guarded.clone()).await, Err(StoreError::Full));
        mend(&full);
        assert_eq!(tail(&store).await, just(1, "old"));
        store.commit(guarded).await.unwrap();
        assert_eq!(tail(&store).await, just(1, "new"));
    }
}

#[wasm_bindgen_test]
async fn what_a_person_saves_is_asked_to_reach_the_disk() {
    let (name, store) = fresh().await;
    let heard = js_sys::Array::new();
    let listening = overhear(&name, &heard);
    store.commit(entry(1, "saved")).await.unwrap();
    store.commit(Batch::relaxed().put(Area::Leaves, [1], "can be made again")).await.unwrap();
    store.commit(entry(2, "guarded").expecting(Area::Tail, [2], None)).await.unwrap();
    tail(&store).await.unwrap();
    mend(&listening);
    assert_eq!(words(&heard), ["readwrite/strict", "readwrite/relaxed", "readwrite/strict", "readonly/undefined"]);
}

#[wasm_bindgen_test]
async fn a_connection_closed_under_us_is_opened_again_once() {
    let (name, store) = fresh().await;
    let breaking = closed_under(&name, 1);
    store.commit(entry(1, "saved")).await.unwrap();
    mend(&breaking);
    let breaking = closed_under(&name, 1);
    assert_eq!(tail(&store).await, just(1, "saved"));
    mend(&breaking);
    let breaking = closed_under(&name, 2);
    assert_eq!(tail(&store).await, Err(StoreError::Lost));
    mend(&breaking);
    assert_eq!(tail(&store).await, just(1, "saved"), "a later try finds a connection again");
}

#[wasm_bindgen_test]
async fn a_transaction_lost_on_the_way_is_carried_out_again() {
    for error in ["UnknownError", "AbortError", "InvalidStateError"] {
        let (name, store) = fresh().await;
        let breaking = aborted_with(&name, error, 1);
        store.commit(entry(1, "saved").expecting(Area::Tail, [1], None)).await.unwrap();
        mend(&breaking);
        let breaking = aborted_with(&name, error, 2);
        assert_eq!(store.commit(entry(2, "lost")).await, Err(StoreError::Lost));
        mend(&breaking);
        assert_eq!(tail(&store).await, just(1, "saved"));
    }
}

#[wasm_bindgen_test]
async fn a_connection_the_browser_says_it_closed_is_not_used_again() {
    let (name, store) = fresh().await;
    let telling = tell_closed(&name);
    store.commit(entry(1, "before")).await.unwrap();
    assert_eq!(tail(&store).await, just(1, "before"));
    mend(&telling);
}

#[wasm_bindgen_test]
async fn a_batch_that_was_written_but_not_confirmed_is_no_conflict_with_itself() {
    let (name, store) = fresh().await;
    let breaking = lost_after_writing(&name, 1);
    let batch = entry(1, "once").expecting(Area::Tail, [1], None).put(Area::Meta, *b"head", "1");
    assert_eq!(store.commit(batch.delete(Area::Leaves, [1])).await, Ok(()));
    mend(&breaking);
    assert_eq!(tail(&store).await, just(1, "once"));
}

#[wasm_bindgen_test]
async fn a_batch_lost_on_the_way_still_yields_to_another_tab() {
    let (name, store) = fresh().await;
    store.commit(entry(1, "theirs")).await.unwrap();
    let breaking = aborted_with(&name, "UnknownError", 1);
    let batch = entry(1, "mine").expecting(Area::Tail, [1], None);
    assert_eq!(store.commit(batch).await, Err(StoreError::Conflict));
    mend(&breaking);
    assert_eq!(tail(&store).await, just(1, "theirs"));
}

#[wasm_bindgen_test]
async fn a_journal_that_vanished_is_lost_and_not_made_anew() {
    let (name, store) = fresh().await;
    let breaking = closed_under(&name, 2);
    assert_eq!(tail(&store).await, Err(StoreError::Lost));
    mend(&breaking);
    answer(delete_raw(&name)).await;
    assert_eq!(store.commit(entry(1, "into nothing")).await, Err(StoreError::Lost));
    assert_eq!(tail(&store).await, Err(StoreError::Lost));
    assert!(!is_there(&name).await);
}

#[wasm_bindgen_test]
async fn a_browser_that_keeps_nothing_is_named() {
    let missing = without_databases();
    assert_eq!(IndexedDb::open(&fresh_name()).await.unwrap_err(), StoreError::Unavailable);
    mend(&missing);
    for error in ["SecurityError", "InvalidStateError"] {
        let private = private_window(error);
        assert_eq!(IndexedDb::open(&fresh_name()).await.unwrap_err(), StoreError::Unavailable);
        mend(&private);
    }
}

#[wasm_bindgen_test]
async fn a_row_that_is_not_bytes_blocks_nothing_else() {
    let (name, store) = fresh().await;
    store.commit(entry(1, "whole")).await.unwrap();
    let raw = answer(open_raw(&name, None)).await;
    answer(put_raw(&raw, "tail", &js_sys::Uint8Array::from([2_u8].as_slice()), &JsValue::from_str("text"))).await;
    answer(put_raw(&raw, "tail", &JsValue::from_str("no bytes"), &JsValue::from_str("text"))).await;
    close_raw(&raw);
    let rows = store.read(&[Wanted::All { area: Area::Tail }]).await.unwrap().remove(0);
    assert_eq!(rows, [Row { key: vec![1], bytes: b"whole".to_vec() }, Row { key: vec![2], bytes: Vec::new() }]);
}

#[wasm_bindgen_test]
async fn a_save_that_no_one_waits_for_happens_whole_or_not_at_all() {
    let (_, store) = fresh().await;
    let unguarded = entry(1, "whole").put(Area::Meta, [1], "whole");
    let guarded = entry(2, "whole").put(Area::Meta, [2], "whole").expecting(Area::Leaves, [9], None);
    for batch in [unguarded, guarded] {
        let mut saving = pin!(store.commit(batch));
        let begun = poll_fn(|context| Poll::Ready(saving.as_mut().poll(context).is_pending())).await;
        assert!(begun, "a save takes the browser a moment");
    }
    let wanted = [Area::Tail, Area::Meta].map(|area| Wanted::All { area });
    let found = store.read(&wanted).await.unwrap();
    assert_eq!(found[0], found[1]);
    assert_eq!(store.commit(entry(3, "after")).await, Ok(()));
}
