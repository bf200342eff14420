//! A passkey as a key (`public/later/passkey.js`), for browsers that have such a thing.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What a passkey answers: always the same, and nobody else's.
pub type PasskeyAnswer = [u8; 32];

/// A passkey that was just made.
#[derive(Clone)]
pub struct NewPasskey {
    /// As the browser knows it.
    pub name: Vec<u8>,
    /// Some answer at once, others only when they are asked.
    pub answer: Option<PasskeyAnswer>,
}

/// Whether it is worth offering here. Whether it works, only trying tells.
pub async fn is_possible() -> bool {
    call("possible", &JsValue::UNDEFINED).await.is_some_and(|answer| answer.is_truthy())
}

/// Makes one: the browser asks the person. `None` when they said no, `Some(None)` when what there is cannot be a key.
pub async fn make() -> Option<Option<NewPasskey>> {
    let made = call("make", &JsValue::UNDEFINED).await?;
    let Ok(made) = made.dyn_into::<Array>() else { return Some(None) };
    let name = made.get(0).dyn_into::<Uint8Array>().ok()?.to_vec();
    Some(Some(NewPasskey { name, answer: answer(made.get(1)) }))
}

/// Asks whichever of these the person has. `None` when they said no, or it did not answer.
pub async fn ask(names: &[Vec<u8>]) -> Option<PasskeyAnswer> {
    let names: Array = names.iter().map(|name| Uint8Array::from(name.as_slice())).collect();
    answer(call("ask", &names).await?)
}

fn answer(bytes: JsValue) -> Option<PasskeyAnswer> {
    let bytes = bytes.dyn_into::<Uint8Array>().ok()?;
    let answer = bytes.to_vec().try_into().ok();
    bytes.fill(0, 0, bytes.length());
    answer
}

async fn call(what: &str, given: &JsValue) -> Option<JsValue> {
    let handrail = Reflect::get(&JsValue::from(web_sys::window()?), &"handrail".into()).ok()?;
    let passkey: Function = Reflect::get(&handrail, &"passkey".into()).ok()?.dyn_into().ok()?;
    let asked: Promise = passkey.call2(&handrail, &what.into(), given).ok()?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok()
}
