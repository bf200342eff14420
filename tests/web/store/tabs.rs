//! Several tabs, several versions of the program, and deleting everything.

use std::{cell::RefCell, rc::Rc};

use storage::{
    DeviceKey, Store, StoreError,
    indexed_db::{IndexedDb, Superseded, delete_database},
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::browser::{
    answer, close_raw, entry, fresh, fresh_name, get_raw, is_there, just, open_raw, put_raw, tail, version_of,
};

/// What a handle is told about being superseded, as it is told.
fn heard_by(store: &IndexedDb) -> Rc<RefCell<Vec<Superseded>>> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listener = Rc::clone(&heard);
    store.on_superseded(move |how| listener.borrow_mut().push(how));
    heard
}

#[wasm_bindgen_test]
async fn what_was_kept_is_there_after_reopening() {
    let (name, store) = fresh().await;
    store.commit(entry(1, "kept")).await.unwrap();
    let wrapped = store.wrap(b"root").await.unwrap();
    drop(store);
    let again = IndexedDb::open(&name).await.unwrap();
    assert_eq!(tail(&again).await, just(1, "kept"));
    assert_eq!(again.unwrap(&wrapped).await.unwrap(), b"root");
}

#[wasm_bindgen_test]
async fn another_tab_that_upgrades_is_not_kept_waiting() {
    let (name, store) = fresh().await;
    store.commit(entry(1, "kept")).await.unwrap();
    let heard = heard_by(&store);
    let newer = answer(open_raw(&name, Some(2))).await;
    assert_eq!(*heard.borrow(), [Superseded::Newer]);
    assert_eq!(tail(&store).await, Err(StoreError::Newer));
    assert_eq!(store.commit(entry(2, "late")).await, Err(StoreError::Newer));
    assert_eq!(*heard_by(&store).borrow(), [Superseded::Newer], "who listens late is told at once");
    close_raw(&newer);
}

#[wasm_bindgen_test]
async fn a_save_that_is_under_way_while_another_tab_upgrades_is_kept() {
    let (name, store) = fresh().await;
    let saving = store.commit(entry(1, "kept"));
    let upgrading = open_raw(&name, Some(2));
    saving.await.unwrap();
    let newer = answer(upgrading).await;
    let row = answer(get_raw(&newer, "tail", &js_sys::Uint8Array::from([1_u8].as_slice()))).await;
    assert_eq!(js_sys::Uint8Array::new(&row).to_vec(), b"kept");
    close_raw(&newer);
}

#[wasm_bindgen_test]
async fn a_database_from_the_future_is_refused_and_left_alone() {
    let name = fresh_name();
    let future = answer(open_raw(&name, Some(99))).await;
    answer(put_raw(&future, "later", &JsValue::from_str("head"), &JsValue::from_str("from the future"))).await;
    close_raw(&future);
    assert_eq!(IndexedDb::open(&name).await.unwrap_err(), StoreError::Newer);
    let future = answer(open_raw(&name, None)).await;
    assert_eq!(version_of(&future), 99);
    let row = answer(get_raw(&future, "later", &JsValue::from_str("head"))).await;
    assert_eq!(row.as_string().as_deref(), Some("from the future"));
    close_raw(&future);
}

#[wasm_bindgen_test]
async fn deleting_really_deletes_and_open_handles_know_it() {
    let (name, store) = fresh().await;
    let other = IndexedDb::open(&name).await.unwrap();
    store.commit(entry(1, "gone")).await.unwrap();
    let wrapped = store.wrap(b"root").await.unwrap();
    let heard = [heard_by(&store), heard_by(&other)];
    delete_database(&name).await.unwrap();
    assert!(!is_there(&name).await);
    for (handle, heard) in [store, other].iter().zip(heard) {
        assert_eq!(*heard.borrow(), [Superseded::Deleted]);
        assert_eq!(tail(handle).await, Err(StoreError::Lost));
        assert_eq!(handle.commit(entry(2, "ghost")).await, Err(StoreError::Lost));
        assert_eq!(handle.wrap(b"root").await, Err(StoreError::Lost));
    }
    assert!(!is_there(&name).await, "an old handle made it again");
    let anew = IndexedDb::open(&name).await.unwrap();
    assert_eq!(tail(&anew).await, Ok(Vec::new()));
    assert_eq!(anew.unwrap(&wrapped).await, Err(StoreError::Refused));
}

#[wasm_bindgen_test]
async fn deleting_what_is_not_there_is_fine() {
    assert_eq!(delete_database(&fresh_name()).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_tab_that_does_not_let_go_is_named_and_nothing_hangs() {
    let (name, store) = fresh().await;
    drop(store);
    let stubborn = answer(open_raw(&name, None)).await;
    let doing = "waiting for another tab to let go of the journal";
    assert_eq!(delete_database(&name).await, Err(StoreError::Failed { doing }));
    // The browser has not forgotten: it deletes as soon as the tab is closed, and opening comes after that.
    close_raw(&stubborn);
    let store = IndexedDb::open(&name).await.unwrap();
    assert_eq!(tail(&store).await, Ok(Vec::new()));
}
