//! Keeping the screen lit while somebody watches it without touching it. Where the browser cannot, the screen goes dark as always.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    /// How many are kept.
    static LIT: Cell<u32> = const { Cell::new(0) };
}

/// Whether somebody watches the screen without touching it.
pub fn is_lit() -> bool {
    LIT.get() > 0
}

/// The screen stays lit as long as this is kept. The browser itself lets go when the app is put away, so ask again when it is back.
pub struct LitScreen {
    is_wanted: Rc<Cell<bool>>,
    lock: Rc<RefCell<Option<JsValue>>>,
}

impl LitScreen {
    /// Asks for it.
    pub fn ask() -> Self {
        LIT.set(LIT.get().saturating_add(1));
        let lit = Self { is_wanted: Rc::new(Cell::new(true)), lock: Rc::default() };
        let (is_wanted, lock) = (Rc::clone(&lit.is_wanted), Rc::clone(&lit.lock));
        spawn_local(async move {
            // Refused on a low battery; then the screen goes dark as always.
            let Some(given) = request().await else { return };
            if is_wanted.get() {
                *lock.borrow_mut() = Some(given);
            } else {
                release(&given);
            }
        });
        lit
    }
}

impl Drop for LitScreen {
    fn drop(&mut self) {
        LIT.set(LIT.get().saturating_sub(1));
        self.is_wanted.set(false);
        if let Some(given) = self.lock.borrow_mut().take() {
            release(&given);
        }
    }
}

async fn request() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let wake_lock = Reflect::get(&navigator, &"wakeLock".into()).ok()?;
    let request = Reflect::get(&wake_lock, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    let promise = request.call1(&wake_lock, &"screen".into()).ok()?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok()
}

fn release(lock: &JsValue) {
    let release = Reflect::get(lock, &"release".into()).ok().and_then(|release| release.dyn_into::<Function>().ok());
    // It may have been let go already.
    let _ = release.and_then(|release| release.call0(lock).ok());
}
