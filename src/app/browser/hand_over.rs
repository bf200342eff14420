//! Handing a file to another app: through the phone's own question where to send it, otherwise as a download.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, HtmlAnchorElement, Url};

use super::platform;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// The person sent it somewhere.
    Over,
    /// It is among the downloads.
    Saved,
    /// The person was asked where to, and did not say.
    Stopped,
    /// This browser can do neither.
    Nowhere,
}

/// How long a download may take to begin, in milliseconds; then the memory it comes from is given back.
const BEGINS_WITHIN_MS: u32 = 60_000;

/// Hands over a text as a file. To be called from a tap, or no browser asks where to.
pub async fn hand_over(name: &str, kind: &str, text: &str) -> Handed {
    hand_over_parts(name, kind, &Array::of1(&text.into())).await
}

/// The same for what is made of texts or arrays of bytes, one behind the other.
pub async fn hand_over_parts(name: &str, kind: &str, parts: &Array) -> Handed {
    let Some(file) = file_of(name, kind, parts) else { return Handed::Nowhere };
    // On a computer the question is longer than the download.
    if platform::kind() != platform::Kind::Computer
        && let Some(asked) = ask_where_to(&file)
    {
        match JsFuture::from(asked).await {
            Ok(_) => return Handed::Over,
            Err(why) if is_stopped(&why) => return Handed::Stopped,
            // Chrome on Android says that it can share any file, and then refuses the kinds that are not on its list.
            Err(_) => {}
        }
    }
    if save(&file, name).is_some() { Handed::Saved } else { Handed::Nowhere }
}

/// Saves a text among the downloads, without asking where to. False when the browser refused.
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    file_of(name, kind, &Array::of1(&text.into())).and_then(|file| save(&file, name)).is_some()
}

fn file_of(name: &str, kind: &str, parts: &Array) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    File::new_with_str_sequence_and_options(parts, name, &options).ok()
}

/// The phone's own question. None where there is none for files.
fn ask_where_to(file: &File) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let what = Object::new();
    Reflect::set(&what, &"files".into(), &Array::of1(file)).ok()?;
    let call = |name: &str| {
        let function: Function = Reflect::get(&navigator, &name.into()).ok()?.dyn_into().ok()?;
        function.call1(&navigator, &what).ok()
    };
    call("canShare").filter(JsValue::is_truthy)?;
    call("share")?.dyn_into().ok()
}

fn is_stopped(why: &JsValue) -> bool {
    Reflect::get(why, &"name".into()).ok().and_then(|name| name.as_string()).is_some_and(|name| name == "AbortError")
}

/// The link is never part of the page, so that the router does not take it for one of ours.
fn save(file: &File, name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlAnchorElement = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(BEGINS_WITHIN_MS, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}
