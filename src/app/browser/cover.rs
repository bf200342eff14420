//! What is on the screen, out of sight while nobody should see it; and a page that is loaded anew, with nothing left of it in memory.

use web_sys::VisibilityState;

/// On the root element while the app is not looked at. `style/base.css` hides everything then.
const AWAY: &str = "data-away";

/// Hides everything.
pub fn cover() {
    if let Some(root) = root() {
        let _ = root.set_attribute(AWAY, "");
    }
}

/// Shows it again.
pub fn uncover() {
    if let Some(root) = root() {
        let _ = root.remove_attribute(AWAY);
    }
}

/// Whether the app is in front.
pub fn is_seen() -> bool {
    document().is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Whether the phone's own way of choosing a file or taking a picture lies over the app: it was not left.
pub fn is_choosing_a_file() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.get_attribute("type").as_deref() == Some("file"))
}

/// Loads the page at this address anew. Nothing of this one is left: not in memory, and not in the tab's history.
pub fn load_anew() {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    // Without what follows a "#", or the browser would only scroll.
    let path = location.pathname().unwrap_or_else(|_| "/".to_owned());
    if location.replace(&path).is_err() {
        let _ = location.reload();
    }
}

/// Takes what follows a "#" out of the address.
pub fn without_hash() {
    let Some(window) = web_sys::window() else { return };
    let path = window.location().pathname().unwrap_or_else(|_| "/".to_owned());
    let nothing = wasm_bindgen::JsValue::NULL;
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&nothing, "", Some(&path));
    }
}

/// What follows it.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The path of the address.
pub fn path() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}

fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}
