//! Asking the browser not to throw the journal away, and what it answers.

use wasm_bindgen_futures::JsFuture;

/// What the browser promises about stored entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It will not delete them by itself.
    Protected,
    /// It may delete them when space is short or after a time without a visit.
    AtRisk,
    /// It does not say.
    Unknown,
}

/// Asks for protection. Some browsers decide silently, some ask the person; asking twice is harmless.
pub async fn ask() -> Kept {
    let Some(storage) = manager() else { return Kept::Unknown };
    answer(storage.persist()).await
}

/// What was promised so far, without asking for anything.
pub async fn now() -> Kept {
    let Some(storage) = manager() else { return Kept::Unknown };
    answer(storage.persisted()).await
}

async fn answer(promise: Result<js_sys::Promise, wasm_bindgen::JsValue>) -> Kept {
    let Ok(promise) = promise else { return Kept::Unknown };
    match JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Kept::Protected,
        Some(false) => Kept::AtRisk,
        None => Kept::Unknown,
    }
}

/// Roughly how much space this app takes on the device, in bytes, entries and the app itself together.
pub async fn used_bytes() -> Option<f64> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    js_sys::Reflect::get(&estimate, &"usage".into()).ok()?.as_f64()
}

fn manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    // Older browsers have no `navigator.storage`; asking for it there gives `undefined`.
    js_sys::Reflect::get(&navigator, &"storage".into()).ok().filter(|storage| !storage.is_undefined())?;
    Some(navigator.storage())
}
