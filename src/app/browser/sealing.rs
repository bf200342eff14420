//! Signing and sealing what is handed over, in its worker (`public/workers/hand_over.js`): the client itself has no elliptic curves.

use domain::share::{PackageId, SharingKey};
use engine::{AddressKey, VerifyingKey};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::handrail;

/// What is signed, and with what.
pub struct Outgoing<'a> {
    pub key: &'a SharingKey,
    /// The random name of the package.
    pub package: PackageId,
    /// When it is handed over, UTC milliseconds.
    pub at_utc_ms: i64,
    /// What the package says.
    pub payload: &'a [u8],
}

/// Signed and sealed for a counselor's key: the whole package. None where the worker did not start, or stopped.
pub async fn sealed(to: AddressKey, out: &Outgoing<'_>) -> Option<Vec<u8>> {
    ask("seal", out.key, [Some(to.bytes().as_slice()), Some(&out.package)], Some(out)).await
}

/// Signed for nobody in particular: a block to be sealed under a passphrase.
pub async fn signed(out: &Outgoing<'_>) -> Option<Vec<u8>> {
    ask("sign", out.key, [None, Some(&out.package)], Some(out)).await
}

/// What everybody may know of the key that signs.
pub async fn sender(key: &SharingKey) -> Option<VerifyingKey> {
    let bytes = ask("sender", key, [None, None], None).await?;
    bytes.try_into().ok().map(VerifyingKey::from_bytes)
}

async fn ask(what: &str, key: &SharingKey, parts: [Option<&[u8]>; 2], out: Option<&Outgoing<'_>>) -> Option<Vec<u8>> {
    let seed = Uint8Array::from(key.seed().as_slice());
    let arguments = Array::of2(&what.into(), &seed);
    for part in parts.into_iter().flatten() {
        arguments.push(&Uint8Array::from(part));
    }
    if let Some(out) = out {
        // JavaScript's numbers are exact for all milliseconds that anybody will see.
        arguments.push(&JsValue::from_f64(out.at_utc_ms as f64));
        arguments.push(&Uint8Array::from(out.payload));
    }
    let answer = handrail::ask_worker("hand_over", &arguments, &Array::of1(&seed.buffer())).await?;
    // A word instead of bytes says why not; each of them means that it did not work here and now.
    answer.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}
