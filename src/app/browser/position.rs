//! Where the device is: asked for by a tap, used once, kept nowhere.

use domain::meeting::Position;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Longer than a phone needs to find itself, or a person to answer, in milliseconds.
const PATIENCE_MS: f64 = 30_000.0;

/// Asks the browser, which asks the person. None when either says no.
pub async fn ask() -> Option<Position> {
    let navigator = JsValue::from(web_sys::window()?.navigator());
    let geolocation = Reflect::get(&navigator, &"geolocation".into()).ok().filter(|it| !it.is_undefined())?;
    let find: Function = Reflect::get(&geolocation, &"getCurrentPosition".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    let _ = Reflect::set(&options, &"timeout".into(), &JsValue::from_f64(PATIENCE_MS));
    let asked = Promise::new(&mut |resolve, reject| {
        if find.call3(&geolocation, &resolve, &reject, &options).is_err() {
            let _ = reject.call0(&reject);
        }
    });
    let found = JsFuture::from(asked).await.ok()?;
    let coords = Reflect::get(&found, &"coords".into()).ok()?;
    let degrees = |name: &str| Reflect::get(&coords, &name.into()).ok()?.as_f64();
    Position::new(degrees("latitude")?, degrees("longitude")?)
}
