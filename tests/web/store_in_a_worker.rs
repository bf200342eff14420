//! The same home without a window: heavy work will run in workers, and they come to the journal the same way.

#![allow(clippy::unwrap_used, reason = "tests, though clippy does not know this attribute for one")]

use storage::indexed_db::IndexedDb;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

mod keeps_the_contract {
    use wasm_bindgen_test::wasm_bindgen_test;

    storage::store_contract!(wasm_bindgen_test, super::two_handles);
}

async fn two_handles() -> (IndexedDb, IndexedDb) {
    let mut number = [0; 8];
    getrandom::fill(&mut number).unwrap();
    let name = format!("worker-{:016x}", u64::from_le_bytes(number));
    (IndexedDb::open(&name).await.unwrap(), IndexedDb::open(&name).await.unwrap())
}
