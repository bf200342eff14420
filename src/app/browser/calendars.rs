//! Reading calendars in their worker (`public/workers/calendar.js`), so that the page goes on answering whatever the file is.

use domain::Zone;
use interop::calendar::{ReadCalendar, Window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::handrail;

/// What a file says about a window of time. None when the worker did not start or handed over nonsense; whoever stops waiting stops it.
pub async fn read(bytes: &[u8], window: Window, zone: &Zone) -> Option<ReadCalendar> {
    let handed = Uint8Array::from(bytes);
    // Milliseconds fit a float exactly for longer than there are years.
    let (from, to) = (JsValue::from_f64(window.from_utc_ms() as f64), JsValue::from_f64(window.to_utc_ms() as f64));
    let arguments = Array::of4(&handed, &from, &to, &JsValue::from_str(zone.name()));
    let answer = handrail::ask_worker("calendar", &arguments, &Array::of1(&handed.buffer())).await?;
    ReadCalendar::decode(&answer.dyn_into::<Uint8Array>().ok()?.to_vec()).ok()
}
