//! What is taken off the global object, a window's or a worker's, and what web-sys does not offer without a special flag.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Crypto, IdbDatabase, IdbFactory, IdbTransaction, SubtleCrypto};

use crate::{Durability, StoreError};

#[wasm_bindgen]
extern "C" {
    /// The same object as [`IdbDatabase`], with the third parameter of `transaction`.
    type Database;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Database, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;

    /// The same object as [`IdbTransaction`], whose `commit` web-sys calls deprecated after an old draft.
    type Committing;

    #[wasm_bindgen(method, catch)]
    fn commit(this: &Committing) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = setTimeout)]
    fn set_timeout(callback: &Function, milliseconds: i32) -> Result<JsValue, JsValue>;
}

/// The browser's databases.
pub(super) fn indexed_db() -> Result<IdbFactory, StoreError> {
    // The getter itself throws where site data is blocked; there is no property at all in some embedded views.
    let found = Reflect::get(&js_sys::global(), &JsValue::from_str("indexedDB"));
    found.ok().and_then(|found| found.dyn_into().ok()).ok_or(StoreError::Unavailable)
}

/// The browser's cryptography. Its `subtle` part exists at secure addresses only.
pub(super) fn crypto() -> Result<(Crypto, SubtleCrypto), StoreError> {
    let get = |of: &JsValue, name| Reflect::get(of, &JsValue::from_str(name)).map_err(|_| StoreError::Unavailable);
    let crypto: Crypto = get(&js_sys::global(), "crypto")?.dyn_into().map_err(|_| StoreError::Unavailable)?;
    let subtle = get(&crypto, "subtle")?.dyn_into().map_err(|_| StoreError::Unavailable)?;
    Ok((crypto, subtle))
}

/// A read-write transaction over the named stores that is as durable as asked: browsers' own default is relaxed.
pub(super) fn writing(
    database: &IdbDatabase,
    stores: &Array,
    durability: Durability,
) -> Result<IdbTransaction, JsValue> {
    let word = match durability {
        Durability::Strict => "strict",
        Durability::Relaxed => "relaxed",
    };
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str(word))?;
    // A browser that does not know the option ignores it, and is strict.
    database.unchecked_ref::<Database>().transaction(stores, "readwrite", &options)
}

/// Sends everything on its way now: left alone, a transaction waits until the page has heard every answer, and a page
/// that is put to sleep hears nothing. Browsers without it commit all the same, a little later.
pub(super) fn commit_early(transaction: &IdbTransaction) {
    let _ = transaction.unchecked_ref::<Committing>().commit();
}

/// Calls back once, later. True if it will.
pub(super) fn after(milliseconds: i32, callback: &Function) -> bool {
    set_timeout(callback, milliseconds).is_ok()
}
