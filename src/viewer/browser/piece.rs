//! Elements put together one by one, for a part of the page that has many and changes as a whole. The framework would write its machinery out for every
//! sort of them; here one function makes them all.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, File, HtmlInputElement, KeyboardEvent, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element, and what is in it; nothing where the browser made none, and then it is left out. Without a type, so that it fits a register: it is handed
/// from function to function a thousand times.
#[must_use]
pub struct Piece(JsValue);

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

impl Piece {
    fn of(element: Option<Element>) -> Piece {
        Piece(element.map(JsValue::from).unwrap_or_default())
    }

    fn element(&self) -> Option<&Element> {
        self.0.dyn_ref()
    }

    #[inline(never)]
    pub fn new(tag: &str, class: &str) -> Piece {
        Piece::of(document().and_then(|document| document.create_element(tag).ok())).with("class", class)
    }

    /// A part of a drawing.
    #[inline(never)]
    pub fn drawn(tag: &str) -> Piece {
        Piece::of(document().and_then(|document| document.create_element_ns(Some(SVG), tag).ok()))
    }

    /// With an attribute; an empty class is none.
    #[inline(never)]
    pub fn with(self, name: &str, value: &str) -> Piece {
        if let Some(element) = self.element()
            && !(name == "class" && value.is_empty())
        {
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// With a text behind what is in it. It stays text, whatever stands in it.
    #[inline(never)]
    pub fn says(self, text: &str) -> Piece {
        if let (Some(element), Some(document)) = (self.element(), document()) {
            let _ = element.append_child(&document.create_text_node(text));
        }
        self
    }

    #[inline(never)]
    pub fn put(self, inside: Piece) -> Piece {
        if let (Some(element), Some(inside)) = (self.element(), inside.element()) {
            let _ = element.append_child(inside);
        }
        self
    }

    #[inline(never)]
    pub fn all(self, inside: Vec<Piece>) -> Piece {
        inside.into_iter().fold(self, Piece::put)
    }

    /// The same, without a list.
    pub fn each(self, inside: impl IntoIterator<Item = Piece>) -> Piece {
        let mut piece = self;
        for one in inside {
            piece = piece.put(one);
        }
        piece
    }

    /// Does this when it is pressed.
    pub fn pressed(self, act: impl Fn() + 'static) -> Piece {
        self.on("click", Box::new(move |_| act()))
    }

    /// Does this when Enter is pressed in it; Enter that only ends a composed character is not meant for us.
    pub fn entered(self, act: impl Fn() + 'static) -> Piece {
        self.on(
            "keydown",
            Box::new(move |event| {
                let key = event.dyn_ref::<KeyboardEvent>();
                if key.is_some_and(|key| key.key() == "Enter" && !key.is_composing()) {
                    act();
                }
            }),
        )
    }

    /// Does this with the files that are chosen in it. The same file again is a choice too.
    pub fn picks(self, take: impl Fn(Vec<File>) + 'static) -> Piece {
        self.on(
            "change",
            Box::new(move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                let Some(input) = target else { return };
                let files = input.files().map(super::each).unwrap_or_default();
                input.set_value("");
                take(files);
            }),
        )
    }

    /// Does this with every event of a sort.
    #[inline(never)]
    pub fn on(self, sort: &str, act: Box<dyn Fn(Event)>) -> Piece {
        if let Some(element) = self.element() {
            // It lives as long as the browser keeps the element.
            let act = Closure::wrap(act).into_js_value();
            let _ = element.add_event_listener_with_callback(sort, act.unchecked_ref());
        }
        self
    }

    /// What stands in a field. For a choice its choices have to be there.
    #[inline(never)]
    pub fn filled(self, text: &str) -> Piece {
        if let Some(element) = self.element() {
            let _ = Reflect::set(element, &"value".into(), &JsValue::from_str(text));
        }
        self
    }
}

/// Puts pieces in the place of what is in an element. What was unfolded in it is unfolded again.
pub fn show(id: &str, pieces: Vec<Piece>) {
    let Some(place) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let mut open = Vec::new();
    if let Ok(found) = place.query_selector_all("details[open]") {
        open.extend((0..found.length()).filter_map(|at| found.get(at)).filter_map(id_of));
    }
    place.set_text_content(None);
    let place = Piece(place.into()).all(pieces);
    drop(place);
    open.iter().for_each(|id| attribute(id, "open", Some("")));
}

fn id_of(node: Node) -> Option<String> {
    Some(node.dyn_into::<Element>().ok()?.id())
}

/// What stands in a field; empty where there is none.
pub fn value(id: &str) -> String {
    property(id, "value").and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether a box is ticked.
pub fn is_checked(id: &str) -> bool {
    property(id, "checked").and_then(|checked| checked.as_bool()).unwrap_or_default()
}

fn property(id: &str, name: &str) -> Option<JsValue> {
    let element = document()?.get_element_by_id(id)?;
    Reflect::get(&element, &name.into()).ok()
}

/// Puts words into a field.
pub fn fill(id: &str, text: &str) {
    let place = document().and_then(|document| document.get_element_by_id(id));
    drop(Piece::of(place).filled(text));
}

/// Says of everything that waits for a passphrase to be stretched that it does, or that it no longer does.
pub fn busy(is_busy: bool) {
    let Some(all) = document().and_then(|document| document.query_selector_all("[data-busy]").ok()) else { return };
    for element in (0..all.length()).filter_map(|at| all.get(at)).filter_map(|node| node.dyn_into::<Element>().ok()) {
        for name in ["aria-busy", "aria-disabled"] {
            let _ = if is_busy { element.set_attribute(name, "true") } else { element.remove_attribute(name) };
        }
    }
}

/// Sets an attribute of an element, or takes it away.
pub fn attribute(id: &str, name: &str, value: Option<&str>) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Whether nothing was drawn in an element yet.
pub fn is_empty(id: &str) -> bool {
    document().and_then(|document| document.get_element_by_id(id)).is_some_and(|element| !element.has_child_nodes())
}
