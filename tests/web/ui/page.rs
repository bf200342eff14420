//! A tiny vocabulary for the stories: a component on a page, what is found there, and a tap.

use leptos::mount::mount_to;
use leptos::prelude::IntoView;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Document, Element, Event, EventInit, HtmlElement};

/// A component on a page of its own, which is never taken down: the tests of this file share one document.
pub struct Page(pub HtmlElement);

pub fn open<V: IntoView + 'static>(component: impl FnOnce() -> V + 'static) -> Page {
    let place: HtmlElement = document().create_element("section").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    mount_to(place.clone(), component).forget();
    Page(place)
}

impl Page {
    pub fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector} on the page"))
    }

    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.0.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    pub fn tap(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
    }

    /// What a screen reader says for a list of ids.
    pub fn words_of(&self, ids: &str) -> String {
        let words = |id: &str| self.find(&format!("#{id}")).text_content().unwrap();
        ids.split(' ').map(words).collect::<Vec<_>>().join(" ")
    }
}

pub fn send(target: &Element, event: &str) {
    let how = EventInit::new();
    how.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(event, &how).unwrap()).unwrap();
}

pub fn document() -> Document {
    leptos::prelude::document()
}
