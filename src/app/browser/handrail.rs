//! What the boot module (`public/boot.js`) keeps for the app: taps made before it was up, updates, and the panic screen.

use domain::Intensity;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A number tapped on the static shell, before the app was there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Tap {
    pub intensity: Intensity,
    /// When it was tapped, UTC milliseconds.
    pub at_utc_ms: i64,
}

/// Takes the taps over from the shell, which is removed by this. Call it once, when the app's own screen is mounted.
pub fn take_taps() -> Vec<Tap> {
    let taps = call("takeTaps").and_then(|taps| taps.dyn_into::<Array>().ok()).unwrap_or_default();
    taps.iter()
        .filter_map(|tap| Some(Tap { intensity: intensity(&tap)?, at_utc_ms: number(&tap, "at")? as i64 }))
        .collect()
}

/// Shows the static panic screen.
pub fn panicked() {
    call("panicked");
}

/// Leaves for the blank page, at once and without a way back into the app.
pub fn leave() {
    call("leave");
}

/// Says that every part of the program is here. The journeys wait for it, so that they look at pages and not at what is on its way.
pub fn is_whole() {
    if let Some(handrail) = handrail() {
        let _ = Reflect::set(&handrail, &"whole".into(), &true.into());
    }
}

/// Takes the database, the copies of the app and everything remembered off this device, and says so on a screen above everything.
pub async fn forget() {
    if let Some(promise) = call("forget").and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        let _ = JsFuture::from(promise).await;
    }
}

/// Makes the page look as `browser::look` now says.
pub fn apply_look() {
    call("applyLook");
}

/// Whether a new build waits to be let in.
pub fn is_update_waiting() -> bool {
    get("update")
        .and_then(|update| Reflect::get(&update, &"waiting".into()).ok())
        .is_some_and(|waiting| waiting.is_truthy())
}

/// Lets the waiting build in; the page reloads once.
pub fn apply_update() {
    call("applyUpdate");
}

/// Looks for a new build now.
pub fn check_for_update() {
    if let Some(update) = get("update") {
        call_on(&update, "check");
    }
}

/// The same, and waits until the server has answered or cannot be reached. What was found arrives as `handrail:update-waiting`.
pub async fn look_for_update() {
    let asked =
        get("update").and_then(|update| call_on(&update, "check")).and_then(|asked| asked.dyn_into::<Promise>().ok());
    if let Some(asked) = asked {
        let _ = JsFuture::from(asked).await;
    }
}

/// Which build this is; empty when the boot module did not say.
pub fn build() -> String {
    get("build").and_then(|build| build.as_string()).unwrap_or_default()
}

/// Whether this browser can install the app when asked.
pub fn can_install() -> bool {
    get("install").and_then(|i| Reflect::get(&i, &"possible".into()).ok()).is_some_and(|possible| possible.is_truthy())
}

/// Asks the browser to install the app. True when the person accepted.
pub async fn install() -> bool {
    let Some(asked) = get("install").and_then(|install| call_on(&install, "ask")) else { return false };
    let Ok(promise) = asked.dyn_into::<Promise>() else { return false };
    JsFuture::from(promise).await.ok().and_then(|answer| answer.as_string()).is_some_and(|answer| answer == "accepted")
}

/// Asks a worker one thing. `transfer` is what it is handed over for good. None when it could not answer. Whoever stops waiting ends it.
pub async fn ask_worker(name: &str, arguments: &Array, transfer: &Array) -> Option<JsValue> {
    /// Ends the worker, whether it has answered or nobody waits for it any more.
    struct Asked(JsValue);
    impl Drop for Asked {
        fn drop(&mut self) {
            call_on(&self.0, "end");
        }
    }
    let handrail = handrail()?;
    let ask: Function = Reflect::get(&handrail, &"askWorker".into()).ok()?.dyn_into().ok()?;
    let asked = Asked(ask.call3(&handrail, &name.into(), arguments, transfer).ok()?);
    let answer: Promise = Reflect::get(&asked.0, &"answer".into()).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok().filter(|answer| !answer.is_null())
}

/// What another app shared with this one, once.
pub async fn take_shared() -> Option<Vec<u8>> {
    let taken: Promise = call("takeShared")?.dyn_into().ok()?;
    let bytes = JsFuture::from(taken).await.ok()?.dyn_into::<Uint8Array>().ok()?;
    Some(bytes.to_vec())
}

/// The text of the coping strategies in a language, by its code. It waits for the network as long as it has to.
pub async fn strategies(language: &str) -> Option<String> {
    text_of("strategies", language).await
}

/// The words that passphrases are made of, in a language. The same.
pub async fn words(language: &str) -> Option<String> {
    text_of("words", language).await
}

async fn text_of(what: &str, language: &str) -> Option<String> {
    let handrail = handrail()?;
    let ask: Function = Reflect::get(&handrail, &what.into()).ok()?.dyn_into().ok()?;
    let text: Promise = ask.call1(&handrail, &language.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

fn handrail() -> Option<JsValue> {
    Reflect::get(&JsValue::from(web_sys::window()?), &"handrail".into()).ok()
}

fn get(name: &str) -> Option<JsValue> {
    Reflect::get(&handrail()?, &name.into()).ok().filter(|value| !value.is_undefined())
}

fn call(name: &str) -> Option<JsValue> {
    call_on(&handrail()?, name)
}

fn call_on(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()?.dyn_into::<Function>().ok()?.call0(object).ok()
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(object, &name.into()).ok()?.as_f64()
}

fn intensity(tap: &JsValue) -> Option<Intensity> {
    let value = number(tap, "intensity")?;
    (value.fract() == 0.0 && (0.0..=10.0).contains(&value)).then(|| Intensity::new(value as u8).ok()).flatten()
}
