//! One tab at a time packs the journal. The journal itself is safe without it; the lock spares the others the work.

use std::future::Future;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

const NAME: &str = "handrail-pack";

/// Runs `work` if no other tab is at it. Where the browser has no Web Locks it just runs.
pub async fn alone<F: Future<Output = ()> + 'static>(work: impl FnOnce() -> F + 'static) {
    let Some(locks) = locks() else { return work().await };
    let Some(request) = Reflect::get(&locks, &"request".into()).ok().and_then(|r| r.dyn_into::<Function>().ok()) else {
        return work().await;
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let task = Closure::once_into_js(move |lock: JsValue| -> Promise {
        if lock.is_null() {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        let work = work();
        future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let asked = request.call3(&locks, &NAME.into(), &options, &task).ok().and_then(|p| p.dyn_into::<Promise>().ok());
    if let Some(promise) = asked {
        let _ = JsFuture::from(promise).await;
    }
}

fn locks() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(|locks| !locks.is_undefined())
}
