//! Everything this page asks of the browser. No other part of it touches `web-sys`.

mod piece;

use chrono::{DateTime, Duration, NaiveDate};
use domain::{Language, Zone};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Date, Function, Intl, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, FileList, HtmlElement, Url};
use zeroize::Zeroizing;

pub use piece::{Piece, attribute, busy, fill, is_checked, is_empty, show, value};

/// How long the browser may take to begin reading a file that it saves, in milliseconds.
const SAVED_MS: u32 = 10_000;

/// The bytes of a file; of a larger one `at_most` and one more, which tells that it is too large. None when the browser cannot open it.
pub async fn bytes_of(file: &File, at_most: usize) -> Option<Vec<u8>> {
    // A float holds whole numbers exactly far beyond any size of a file.
    let start = file.slice_with_f64_and_f64(0.0, at_most.saturating_add(1) as f64).ok()?;
    let buffer = JsFuture::from(start.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Saves a file where the browser saves everything. False when it refused.
pub fn save(name: &str, bytes: &[u8]) -> bool {
    saved(name, bytes).is_some()
}

fn saved(name: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    gloo::timers::callback::Timeout::new(SAVED_MS, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// What reads codes with a camera, in browsers that can (`public/counselor/start.js`).
fn reader() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"readCodes".into()).ok()?.dyn_into().ok()
}

/// Whether this browser reads codes with a camera.
pub fn can_read_codes() -> bool {
    reader().is_some()
}

/// Shows what the camera sees in the video element `id` and hands over what it reads, until `take` answers no or the element is gone. False when there is
/// no camera, or nobody allowed it.
pub async fn read_codes(id: &str, take: impl Fn(String) -> bool + 'static) -> bool {
    let take = Closure::<dyn Fn(String) -> bool>::new(take);
    let asked = reader().and_then(|read| read.call2(&JsValue::UNDEFINED, &id.into(), take.as_ref()).ok());
    match asked {
        Some(reading) => JsFuture::from(reading.unchecked_into::<Promise>()).await.is_ok(),
        None => false,
    }
}

/// Calls `take` with the files that are dropped anywhere on the page. For as long as the page is there.
pub fn on_drop(take: impl Fn(Vec<File>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let dropped = move |event: &web_sys::Event| {
        let given = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        take(given.and_then(|given| given.files()).map(each).unwrap_or_default());
    };
    EventListener::new(&window, "drop", dropped).forget();
}

/// Calls `act` with what an element says of itself in the attribute `name` when somebody presses it (`click`) or types into it (`input`), and with
/// what stands in it. For as long as the page is there.
pub fn on_act(name: &'static str, act: impl Fn(&'static str, String, String) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for sort in ["click", "input"] {
        let act = act.clone();
        let happened = move |event: &web_sys::Event| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let Some(element) = target.and_then(|target| target.closest(&format!("[{name}]")).ok().flatten()) else {
                return;
            };
            let value = Reflect::get(&element, &"value".into()).ok().and_then(|value| value.as_string());
            act(sort, element.get_attribute(name).unwrap_or_default(), value.unwrap_or_default());
        };
        EventListener::new(&window, sort, happened).forget();
    }
}

/// Has the browser ask before the page is left or loaded anew, while there is something that nobody could get back. For as long as the page is there.
pub fn on_leave(has_unfinished: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let asks = EventListenerOptions::enable_prevent_default();
    let leaves = move |event: &web_sys::Event| {
        if has_unfinished() {
            event.prevent_default();
        }
    };
    EventListener::new_with_options(&window, "beforeunload", asks, leaves).forget();
}

fn each(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

/// Asks the browser to put this page on paper.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Puts a text where it can be pasted from. False where the browser does not let a page do so.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // On a page without a secure origin there is none.
    if Reflect::get(&window.navigator(), &"clipboard".into()).is_ok_and(|there| there.is_undefined()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Whether the page came from a web server, and not as one file from the disk, where browsers keep nothing reliably.
pub fn is_served() -> bool {
    let protocol = web_sys::window().and_then(|window| window.location().protocol().ok());
    protocol.is_some_and(|protocol| protocol.starts_with("http"))
}

/// The address of the app, where this page lies in the folder in which the app's own server has it.
pub fn app_beside() -> Option<String> {
    let location = web_sys::window()?.location();
    let is_beside = is_served() && location.pathname().ok()?.starts_with("/counselor/");
    is_beside.then(|| location.origin().ok()).flatten().map(|origin| format!("{origin}/"))
}

/// The clock by which this computer goes, "UTC" where the browser does not say.
pub fn zone() -> Zone {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let name = Reflect::get(&format.resolved_options(), &"timeZone".into());
    Zone::named_or_utc(&name.ok().and_then(|name| name.as_string()).unwrap_or_default())
}

/// Now, UTC milliseconds.
pub fn now_ms() -> i64 {
    Date::now() as i64
}

/// The language that the start script chose.
pub fn language() -> Language {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang")).and_then(|tag| Language::from_tag(&tag)).unwrap_or(Language::En)
}

/// Tells the browser, and whoever reads the page out, which language it is in now, and what it is called.
pub fn speak(language: Language, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language.code());
    }
}

/// Today, by this computer.
pub fn today() -> NaiveDate {
    day_of(now_ms())
}

/// The day on which something was, by the clock of this computer. A time that no calendar has is the first of them.
pub fn day_of(utc_ms: i64) -> NaiveDate {
    let date = Date::new(&JsValue::from_f64(utc_ms as f64));
    // JavaScript counts west of Greenwich as positive.
    let offset = Duration::minutes(-(date.get_timezone_offset() as i64));
    let utc = DateTime::from_timestamp_millis(utc_ms).unwrap_or_default().naive_utc();
    utc.checked_add_signed(offset).unwrap_or_default().date()
}

/// A passphrase with each accent in one sign with its letter (Unicode's form NFC), as every phone stretches it.
pub fn composed(passphrase: &str) -> Zeroizing<String> {
    let composed: JsString = JsString::from(passphrase).normalize("NFC");
    Zeroizing::new(String::from(composed))
}

/// Lets the browser draw what changed. Goes on in a task of its own, after the next frame.
pub async fn drawn() {
    let Some(window) = web_sys::window() else { return };
    let drawn = Promise::new(&mut |resolve, _| {
        // A page in the background draws no frames; a timer comes there too.
        if window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 60).is_err() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(drawn).await;
}

/// Moves the focus to an element, and unfolds what it is folded away in.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let mut around = element.parent_element();
        while let Some(there) = around {
            if there.tag_name() == "DETAILS" {
                let _ = there.set_attribute("open", "");
            }
            around = there.parent_element();
        }
        let _ = element.focus();
    }
}

/// Whether the focus is on an element.
pub fn has_focus(id: &str) -> bool {
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    focused.is_some_and(|element| element.id() == id)
}

/// The place in the page where it is drawn.
pub const PLACE: &str = "desk";

/// An element, to draw in.
pub fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
