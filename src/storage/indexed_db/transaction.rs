//! One transaction: begun, asked everything in one turn of the event loop, then waited for until it has ended.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures_channel::oneshot;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Event, IdbObjectStore, IdbTransaction, IdbTransactionMode};

use super::{connection::Connection, fault::Fault, platform};
use crate::Durability;

/// A transaction and its end. Dropped before its end, it is no longer listened to; what was asked still happens whole or
/// not at all.
pub(super) struct Transaction {
    running: Running,
    ended: oneshot::Receiver<Ended>,
    doing: &'static str,
    _handlers: [Closure<dyn FnMut(Event)>; 2],
}

/// The part that callbacks inside the transaction need too.
#[derive(Clone)]
pub(super) struct Running {
    raw: IdbTransaction,
    /// Why we aborted it ourselves, if we did.
    verdict: Rc<Cell<Option<Fault>>>,
}

#[derive(Clone, Copy)]
enum Ended {
    Complete,
    Abort,
}

impl Transaction {
    /// Begins to read from the named stores.
    pub(super) fn reading(connection: &Connection, stores: &[&str], doing: &'static str) -> Result<Self, Fault> {
        let raw = connection
            .database()?
            .transaction_with_str_sequence_and_mode(&names(stores), IdbTransactionMode::Readonly)
            .map_err(|thrown| Fault::of(&thrown, doing))?;
        Ok(Self::listening(raw, doing))
    }

    /// Begins to write to the named stores.
    pub(super) fn writing(
        connection: &Connection,
        stores: &[&str],
        durability: Durability,
        doing: &'static str,
    ) -> Result<Self, Fault> {
        let raw = platform::writing(connection.database()?, &names(stores), durability)
            .map_err(|thrown| Fault::of(&thrown, doing))?;
        Ok(Self::listening(raw, doing))
    }

    /// What is needed to ask something of it.
    pub(super) fn running(&self) -> &Running {
        &self.running
    }

    /// Waits for its end: it has happened whole, or not at all.
    pub(super) async fn end(mut self) -> Result<(), Fault> {
        match (&mut self.ended).await {
            Ok(Ended::Complete) => Ok(()),
            Ok(Ended::Abort) | Err(oneshot::Canceled) => Err(match self.running.raw.error() {
                Some(error) => Fault::of(&error, self.doing),
                // Aborted with no error and not by us: the connection was closed under it.
                None => self.running.verdict.get().unwrap_or(Fault::Gone),
            }),
        }
    }

    /// Waits for the answers to what was asked in this turn. Left to end by itself: told to commit early, Chromium gives
    /// up on large rows that it has not fetched yet.
    pub(super) async fn read<T>(self, asked: Result<T, JsValue>) -> Result<T, Fault> {
        let asked = asked.map_err(|thrown| Fault::of(&thrown, self.doing));
        if let Err(fault) = &asked {
            self.running.give_up(*fault);
        }
        self.end().await?;
        asked
    }

    fn listening(raw: IdbTransaction, doing: &'static str) -> Self {
        let (sender, ended) = oneshot::channel();
        let sender = Rc::new(RefCell::new(Some(sender)));
        let telling = |end| {
            let sender = Rc::clone(&sender);
            Closure::new(move |_: Event| {
                if let Some(sender) = sender.borrow_mut().take() {
                    // No one listens if the caller has lost interest.
                    let _ = sender.send(end);
                }
            })
        };
        let handlers = [telling(Ended::Complete), telling(Ended::Abort)];
        let [on_complete, on_abort] = &handlers;
        raw.set_oncomplete(Some(on_complete.as_ref().unchecked_ref()));
        raw.set_onabort(Some(on_abort.as_ref().unchecked_ref()));
        Self { running: Running { raw, verdict: Rc::default() }, ended, doing, _handlers: handlers }
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        self.running.raw.set_oncomplete(None);
        self.running.raw.set_onabort(None);
    }
}

impl Running {
    /// One of the stores it was begun with.
    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore, JsValue> {
        self.raw.object_store(name)
    }

    /// After everything has been written, or refused: sends it on its way, or gives it up.
    pub(super) fn written(&self, outcome: Result<(), Fault>) {
        match outcome {
            Ok(()) => platform::commit_early(&self.raw),
            Err(fault) => self.give_up(fault),
        }
    }

    /// Nothing of it shall happen, for this reason.
    pub(super) fn give_up(&self, why: Fault) {
        self.verdict.set(Some(why));
        // Fails only if it has ended already; then the end tells.
        let _ = self.raw.abort();
    }
}

fn names(stores: &[&str]) -> Array {
    stores.iter().map(|name| JsValue::from_str(name)).collect()
}
