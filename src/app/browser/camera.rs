//! Codes in front of the camera, where the browser can read them (`public/later/scan.js`).

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// There is no camera, or nobody allowed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCamera;

/// Whether this browser can read a code with the camera.
pub fn can_scan() -> bool {
    window_part("BarcodeDetector").is_some()
}

/// The text of the first code that the camera sees, in the video element with this id; `Ok(None)` when that was taken off the page.
///
/// # Errors
/// [`NoCamera`].
pub async fn scan(id: &str) -> Result<Option<String>, NoCamera> {
    asked(id, &JsValue::UNDEFINED).await
}

/// Hands over what the camera reads, again and again, for as long as `goes_on` answers yes. `Ok(false)` when it was taken off the page before.
///
/// # Errors
/// [`NoCamera`].
pub async fn scan_on(id: &str, goes_on: impl Fn(String) -> bool + 'static) -> Result<bool, NoCamera> {
    let goes_on = Closure::<dyn Fn(String) -> bool>::new(goes_on);
    Ok(asked(id, goes_on.as_ref()).await?.is_some())
}

async fn asked(id: &str, goes_on: &JsValue) -> Result<Option<String>, NoCamera> {
    let ask = || -> Option<Promise> {
        let handrail = window_part("handrail")?;
        let scan: Function = Reflect::get(&handrail, &"scan".into()).ok()?.dyn_into().ok()?;
        scan.call2(&handrail, &id.into(), goes_on).ok()?.dyn_into().ok()
    };
    let read = JsFuture::from(ask().ok_or(NoCamera)?).await.map_err(|_| NoCamera)?;
    Ok(read.as_string())
}

fn window_part(name: &str) -> Option<JsValue> {
    let part = Reflect::get(&JsValue::from(web_sys::window()?), &name.into()).ok()?;
    part.is_truthy().then_some(part)
}
