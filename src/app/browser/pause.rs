//! Letting the browser draw and take taps in the middle of long work.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Goes on in a task of its own, after what waits has been drawn. Without a window there is nothing to wait for.
pub async fn breathe() {
    let Some(window) = web_sys::window() else { return };
    let waited = Promise::new(&mut |resolve, _| {
        if window.set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(waited).await;
}
