//! From the first instruction to the first screen.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browser;
use crate::desk::Desk;
use crate::keys::Keys;
use crate::making::ACT;
use crate::screen;

/// Called by the start script once the program is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(place) = browser::element(browser::PLACE) else { return };
    let language = browser::language();
    // What lives here lives as long as the page.
    let mounted = mount_to(place, move || {
        let desk = Desk::new(language, Keys::new());
        browser::on_drop(move |files| desk.take(files));
        browser::on_act(ACT, move |sort, act, value| desk.making.act(desk, sort, &act, value));
        browser::on_leave(move || desk.has_unfinished());
        spawn_local(async move { desk.keys.find().await });
        screen::begin(desk);
    });
    mounted.forget();
}
