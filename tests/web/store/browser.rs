//! What the storage tests share: fresh databases, rows in short, and the JavaScript that breaks things.

use js_sys::{Array, Function, Promise};
use storage::{Area, Batch, Row, Store, StoreError, Wanted, indexed_db::IndexedDb};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/store.js")]
extern "C" {
    pub fn fresh_name() -> String;
    pub fn open_raw(name: &str, version: Option<u32>) -> Promise;
    pub fn close_raw(database: &JsValue);
    pub fn version_of(database: &JsValue) -> u32;
    pub fn exists(name: &str) -> Promise;
    pub fn delete_raw(name: &str) -> Promise;
    pub fn put_raw(database: &JsValue, store: &str, key: &JsValue, value: &JsValue) -> Promise;
    pub fn get_raw(database: &JsValue, store: &str, key: &JsValue) -> Promise;
    pub fn full_when_asked(name: &str) -> Function;
    pub fn full_when_written(name: &str) -> Function;
    pub fn overhear(name: &str, heard: &Array) -> Function;
    pub fn closed_under(name: &str, times: u32) -> Function;
    pub fn aborted_with(name: &str, error: &str, times: u32) -> Function;
    pub fn lost_after_writing(name: &str, times: u32) -> Function;
    pub fn tell_closed(name: &str) -> Function;
    pub fn without_databases() -> Function;
    pub fn without_cryptography() -> Function;
    pub fn private_window(error: &str) -> Function;
    pub fn export_device_key(name: &str) -> Promise;
}

/// Two handles, each with its own connection, on a database that no other test has.
pub async fn two_handles() -> (IndexedDb, IndexedDb) {
    let name = fresh_name();
    (IndexedDb::open(&name).await.unwrap(), IndexedDb::open(&name).await.unwrap())
}

/// A fresh database, with its name.
pub async fn fresh() -> (String, IndexedDb) {
    let name = fresh_name();
    let store = IndexedDb::open(&name).await.unwrap();
    (name, store)
}

/// Mends what a function of `store.js` broke.
pub fn mend(broken: &Function) {
    broken.call0(&JsValue::NULL).unwrap();
}

/// What a promise gives.
pub async fn answer(promise: Promise) -> JsValue {
    JsFuture::from(promise).await.unwrap()
}

pub async fn is_there(name: &str) -> bool {
    answer(exists(name)).await.is_truthy()
}

/// A batch that writes one row of the tail, strictly.
pub fn entry(key: u8, text: &str) -> Batch {
    Batch::strict().put(Area::Tail, [key], text)
}

/// The tail as keys and text.
pub async fn tail(store: &IndexedDb) -> Result<Vec<(u8, String)>, StoreError> {
    let rows = store.read(&[Wanted::All { area: Area::Tail }]).await?.remove(0);
    Ok(rows.into_iter().map(|Row { key, bytes }| (key[0], String::from_utf8(bytes).unwrap())).collect())
}

/// What the tail should be.
pub fn just(key: u8, text: &str) -> Result<Vec<(u8, String)>, StoreError> {
    Ok(vec![(key, text.to_owned())])
}

/// A list of words that JavaScript collected.
pub fn words(list: &Array) -> Vec<String> {
    list.iter().map(|word| word.unchecked_into::<js_sys::JsString>().into()).collect()
}
