//! A number on the app's icon.

use js_sys::{Function, Promise, Reflect};
use text::reminders::Badge;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::platform::{self, Kind};

/// Whether and when the icon shows one.
pub fn possible() -> Badge {
    if platform::kind() == Kind::Android {
        Badge::NotOnAndroid
    } else if setter().is_none() {
        Badge::NotHere
    } else if platform::is_apple() {
        // WebKit has it for what was allowed to send notifications (Safari 16.4 and 17), which we never ask for.
        Badge::NeedsPermission
    } else if platform::is_installed() {
        Badge::Shows
    } else {
        Badge::OnceInstalled
    }
}

/// Shows a number; 0 takes it away. A browser that cannot, or may not, is left alone.
pub async fn show(number: usize) {
    let Some((navigator, set)) = setter() else { return };
    // So many things are never due; a float holds the number exactly.
    let number = JsValue::from_f64(number as f64);
    let Ok(answer) = set.call1(&navigator, &number) else { return };
    if let Ok(promise) = answer.dyn_into::<Promise>() {
        let _ = JsFuture::from(promise).await;
    }
}

fn setter() -> Option<(JsValue, Function)> {
    let navigator = JsValue::from(web_sys::window()?.navigator());
    let set = Reflect::get(&navigator, &"setAppBadge".into()).ok()?.dyn_into().ok()?;
    Some((navigator, set))
}
