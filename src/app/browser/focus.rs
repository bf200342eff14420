//! Where the focus and the scroll are after the screen changed.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;

/// Moves the focus to an element, without scrolling. False when there is none with this id.
pub fn focus(id: &str) -> bool {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Moves the focus to the first thing in an element that can be acted on, or to the element itself.
pub fn focus_within(id: &str) -> bool {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.query_selector("a[href], button").ok().flatten())
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok()) || focus(id)
}

/// Gives the focus that was lost with a row of a list to the row that stands in its place now, or to the last one; to `otherwise` where
/// the list is gone too. Who has the focus somewhere by now keeps it.
pub fn after_leaving(list: &str, place: usize, otherwise: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document.filter(|document| document.active_element() == document.body().map(Into::into))
    else {
        return;
    };
    let inside = |row: String| format!("#{list} > :{row} :is(a[href], button, input)");
    let there = [inside(format!("nth-child({})", place.saturating_add(1))), inside("last-child".to_owned())];
    let found = there.iter().find_map(|row| document.query_selector(row).ok().flatten());
    let element = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if element.is_none_or(|element| element.focus().is_err()) {
        focus(otherwise);
    }
}

/// To the top of a page that was just opened.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The id of the element that has the focus, if it has one.
pub fn focused_id() -> Option<String> {
    let focused = web_sys::window()?.document()?.active_element()?;
    Some(focused.id()).filter(|id| !id.is_empty())
}

/// How long the journal may take to be read again and drawn, in milliseconds; nobody notices it.
const DRAWN_MS: u32 = 60;

/// Moves the focus into what a change brings onto the screen, so that it is not lost with what went away.
pub fn after_change(id: &'static str) {
    Timeout::new(DRAWN_MS, move || {
        focus_within(id);
    })
    .forget();
}
