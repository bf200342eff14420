//! The device key in a real browser: kept by the profile, shown to no one.

use storage::{DeviceKey, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

use super::browser::{answer, export_device_key, fresh, mend, without_cryptography};

#[wasm_bindgen_test]
async fn the_device_key_cannot_be_taken_out() {
    let (name, store) = fresh().await;
    store.wrap(b"root").await.unwrap();
    let said = answer(export_device_key(&name)).await;
    assert_eq!(said.as_string().as_deref(), Some("AES-GCM 256 closed, InvalidAccessError"));
}

#[wasm_bindgen_test]
async fn the_wrapped_form_is_a_version_a_nonce_and_the_sealed_secret() {
    let (_, store) = fresh().await;
    let wrapped = store.wrap(&[7; 32]).await.unwrap();
    assert_eq!((wrapped[0], wrapped.len()), (1, 1 + 12 + 32 + 16));
}

#[wasm_bindgen_test]
async fn an_insecure_address_has_no_device_key_and_says_so() {
    let (_, store) = fresh().await;
    let wrapped = store.wrap(b"root").await.unwrap();
    let insecure = without_cryptography();
    assert_eq!(store.wrap(b"root").await, Err(StoreError::Unavailable));
    assert_eq!(store.unwrap(&wrapped).await, Err(StoreError::Unavailable));
    mend(&insecure);
    assert_eq!(store.unwrap(&wrapped).await.unwrap(), b"root");
}
