//! Waiting for a database to be opened or deleted, which another tab may hold up.

use std::{cell::RefCell, rc::Rc};

use futures_channel::oneshot;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbVersionChangeEvent};

use super::{fault::Fault, platform};
use crate::StoreError;

/// How long another tab may take to finish what it is writing and let go, in milliseconds.
const GRACE: i32 = 2_000;

/// How the waiting ended.
#[derive(Clone, Copy)]
enum Outcome {
    Success,
    Error,
    /// Another tab holds the database open and does not react.
    HeldUp,
}

/// Waits until the request has succeeded and gives its result. `upgrade` is called if the stores must be made first.
///
/// # Errors
/// As [`Fault::of_opening`], and [`StoreError::Failed`] if another tab holds the request up for too long.
pub(super) async fn settle(
    request: &IdbOpenDbRequest,
    doing: &'static str,
    upgrade: impl FnMut(&IdbOpenDbRequest, &IdbVersionChangeEvent) + 'static,
) -> Result<JsValue, StoreError> {
    let (waiting, outcome) = Waiting::on(request, upgrade);
    let outcome = outcome.await.unwrap_or(Outcome::Error);
    match outcome {
        Outcome::Success => {
            waiting.finish();
            request.result().map_err(|thrown| Fault::of_opening(&thrown, doing))
        }
        Outcome::Error => {
            waiting.finish();
            let thrown = request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from);
            Err(Fault::of_opening(&thrown, doing))
        }
        Outcome::HeldUp => Err(StoreError::Failed { doing: "waiting for another tab to let go of the journal" }),
    }
}

/// The handlers on a request, taken off when dropped.
struct Waiting {
    request: IdbOpenDbRequest,
    over: bool,
    _handlers: [Closure<dyn FnMut(Event)>; 3],
    _on_upgrade: Closure<dyn FnMut(IdbVersionChangeEvent)>,
}

impl Waiting {
    fn on(
        request: &IdbOpenDbRequest,
        mut upgrade: impl FnMut(&IdbOpenDbRequest, &IdbVersionChangeEvent) + 'static,
    ) -> (Self, oneshot::Receiver<Outcome>) {
        let (sender, receiver) = oneshot::channel();
        let sender = Rc::new(RefCell::new(Some(sender)));
        let tell = move |outcome| {
            if let Some(sender) = sender.borrow_mut().take() {
                // No one listens if the caller has lost interest.
                let _ = sender.send(outcome);
            }
        };
        let on_success = {
            let tell = tell.clone();
            Closure::new(move |_: Event| tell(Outcome::Success))
        };
        let on_error = {
            let tell = tell.clone();
            Closure::new(move |event: Event| {
                // It is told to the caller; it need not be told to the console as well.
                event.prevent_default();
                tell(Outcome::Error);
            })
        };
        let on_blocked = Closure::new(move |_: Event| {
            let tell_late = tell.clone();
            let late = Closure::once_into_js(move || tell_late(Outcome::HeldUp));
            if !platform::after(GRACE, late.unchecked_ref()) {
                tell(Outcome::HeldUp);
            }
        });
        let on_upgrade = {
            let request = request.clone();
            Closure::new(move |event: IdbVersionChangeEvent| upgrade(&request, &event))
        };
        request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        request.set_onsuccess(Some(on_success.as_ref().unchecked_ref()));
        request.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        request.set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
        let handlers = [on_success, on_error, on_blocked];
        (Self { request: request.clone(), over: false, _handlers: handlers, _on_upgrade: on_upgrade }, receiver)
    }

    fn finish(mut self) {
        self.over = true;
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.request.set_onupgradeneeded(None);
        self.request.set_onerror(None);
        self.request.set_onblocked(None);
        self.request.set_onsuccess(None);
        if !self.over {
            decline(&self.request);
        }
    }
}

/// For a request that no one waits for any more and that may still succeed: a database without its stores, or a
/// connection that no one watches, would be in every other tab's way.
fn decline(request: &IdbOpenDbRequest) {
    let late = request.clone();
    let undo = Closure::once_into_js(move |_: Event| {
        if let Some(transaction) = late.transaction() {
            // Fails only if it has been aborted already.
            let _ = transaction.abort();
        }
    });
    let late = request.clone();
    let close = Closure::once_into_js(move |_: Event| {
        if let Ok(Ok(database)) = late.result().map(JsCast::dyn_into::<IdbDatabase>) {
            database.close();
        }
    });
    request.set_onupgradeneeded(Some(undo.unchecked_ref()));
    request.set_onsuccess(Some(close.unchecked_ref()));
}
