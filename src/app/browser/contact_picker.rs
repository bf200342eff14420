//! The phone's own contacts, where the browser lets a page ask for them (the Contact Picker API: Chrome on Android). The person picks in
//! the phone's own list; nothing but what was picked is seen.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Somebody who was picked, as the phone has them.
#[derive(Default)]
pub struct Picked {
    pub name: String,
    pub numbers: Vec<String>,
}

/// Whether this browser can ask.
pub fn is_there() -> bool {
    contacts().is_some_and(|contacts| Reflect::has(&contacts, &"select".into()).unwrap_or_default())
}

/// Asks for one. None when nobody was picked.
pub async fn pick() -> Option<Picked> {
    let contacts = contacts()?;
    let select: Function = Reflect::get(&contacts, &"select".into()).ok()?.dyn_into().ok()?;
    let wanted = Array::of2(&"name".into(), &"tel".into());
    let asked: Promise = select.call1(&contacts, &wanted).ok()?.dyn_into().ok()?;
    let picked = JsFuture::from(asked).await.ok()?.dyn_into::<Array>().ok()?.get(0);
    if picked.is_undefined() {
        return None;
    }
    let words = |name: &str| -> Vec<String> {
        let list = Reflect::get(&picked, &name.into()).ok().and_then(|list| list.dyn_into::<Array>().ok());
        list.map(|list| list.iter().filter_map(|word| word.as_string()).collect()).unwrap_or_default()
    };
    Some(Picked { name: words("name").into_iter().next().unwrap_or_default(), numbers: words("tel") })
}

fn contacts() -> Option<JsValue> {
    let navigator = JsValue::from(web_sys::window()?.navigator());
    Reflect::get(&navigator, &"contacts".into()).ok().filter(|contacts| !contacts.is_undefined())
}
