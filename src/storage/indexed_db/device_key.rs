//! The device key of a browser profile: an AES key that the browser keeps and never shows, not even to this page.
//!
//! It keeps a copied disk from being read without the profile, and nothing more: whoever can run this page can use it.
//! WebCrypto answers later, so nothing here happens inside a transaction.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::{IndexedDb, fault::Fault, platform, transaction::Transaction};
use crate::{DeviceKey, Durability, StoreError};

/// The object store that holds the one key.
pub(super) const STORE: &str = "device_key";
const KEY: &str = "device";
/// The version of the wrapped form: `[1][12 bytes of nonce][ciphertext and 16 bytes of tag]`.
const FORMAT: u8 = 1;
const NONCE: usize = 12;
/// Bound to every wrap, so that a key used for something else one day cannot be made to open this.
const PURPOSE: &[u8] = b"handrail/device-wrap/v1";

const MAKING: &str = "making the device key";
const READING: &str = "reading the device key";
const WRAPPING: &str = "wrapping with the device key";

impl DeviceKey for IndexedDb {
    async fn wrap(&self, secret: &[u8]) -> Result<Vec<u8>, StoreError> {
        let (crypto, subtle) = platform::crypto()?;
        let key = match self.device_key().await? {
            Some(key) => key,
            None => self.make_device_key(&subtle).await?,
        };
        let mut nonce = [0; NONCE];
        let failed = |_| StoreError::Failed { doing: WRAPPING };
        crypto.get_random_values_with_u8_array(&mut nonce).map_err(failed)?;
        let cipher = aes_gcm(&nonce).map_err(failed)?;
        let sealing = subtle.encrypt_with_object_and_u8_array(&cipher, &key, secret).map_err(failed)?;
        let sealed = bytes_from(sealing).await.map_err(failed)?;
        Ok([&[FORMAT], nonce.as_slice(), &sealed].concat())
    }

    async fn unwrap(&self, wrapped: &[u8]) -> Result<Vec<u8>, StoreError> {
        let Some((&FORMAT, rest)) = wrapped.split_first() else { return Err(StoreError::Refused) };
        let Some((nonce, sealed)) = rest.split_first_chunk::<NONCE>() else { return Err(StoreError::Refused) };
        let (_, subtle) = platform::crypto()?;
        let key = self.device_key().await?.ok_or(StoreError::Refused)?;
        let refused = |_| StoreError::Refused;
        let cipher = aes_gcm(nonce).map_err(refused)?;
        let opening = subtle.decrypt_with_object_and_u8_array(&cipher, &key, sealed).map_err(refused)?;
        bytes_from(opening).await.map_err(refused)
    }
}

impl IndexedDb {
    /// The key, if this profile has one.
    async fn device_key(&self) -> Result<Option<CryptoKey>, StoreError> {
        let found = self
            .asking(async |connection, _| {
                let transaction = Transaction::reading(connection, &[STORE], READING)?;
                let asked = transaction.running().store(STORE).and_then(|store| store.get(&JsValue::from_str(KEY)));
                let request = transaction.read(asked).await?;
                request.result().map_err(|thrown| Fault::of(&thrown, READING))
            })
            .await?;
        if found.is_undefined() {
            return Ok(None);
        }
        found.dyn_into().map(Some).map_err(|_| StoreError::Failed { doing: READING })
    }

    /// Makes the key, unless another tab is faster; gives the one that is stored in the end.
    async fn make_device_key(&self, subtle: &SubtleCrypto) -> Result<CryptoKey, StoreError> {
        let key = generate(subtle).await.map_err(|_| StoreError::Failed { doing: MAKING })?;
        let added = self
            .asking(async |connection, _| {
                let transaction = Transaction::writing(connection, &[STORE], Durability::Strict, MAKING)?;
                let store = transaction.running().store(STORE);
                let asked = store.and_then(|store| store.add_with_key(&key, &JsValue::from_str(KEY)));
                transaction.running().written(asked.map(|_| ()).map_err(|thrown| Fault::of(&thrown, MAKING)));
                transaction.end().await
            })
            .await;
        match added {
            Ok(()) | Err(StoreError::Conflict) => self.device_key().await?.ok_or(StoreError::Failed { doing: MAKING }),
            Err(error) => Err(error),
        }
    }
}

/// A new AES-GCM key of 256 bits that can be used but not exported.
async fn generate(subtle: &SubtleCrypto) -> Result<CryptoKey, JsValue> {
    let kind = Object::new();
    set(&kind, "name", &JsValue::from_str("AES-GCM"))?;
    set(&kind, "length", &JsValue::from(256))?;
    let usages: Array = ["encrypt", "decrypt"].into_iter().map(JsValue::from_str).collect();
    JsFuture::from(subtle.generate_key_with_object(&kind, false, &usages)?).await?.dyn_into()
}

fn aes_gcm(nonce: &[u8; NONCE]) -> Result<Object, JsValue> {
    let cipher = Object::new();
    set(&cipher, "name", &JsValue::from_str("AES-GCM"))?;
    set(&cipher, "iv", &Uint8Array::from(nonce.as_slice()))?;
    set(&cipher, "additionalData", &Uint8Array::from(PURPOSE))?;
    Ok(cipher)
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), value).map(|_| ())
}

async fn bytes_from(answer: Promise) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(answer).await?).to_vec())
}
