//! Reading rows and carrying out a batch, each one transaction.

use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Event, IdbKeyRange, IdbRequest};

use super::{
    connection::Connection,
    fault::Fault,
    transaction::{Running, Transaction},
};
use crate::{Area, Batch, Change, Guard, Row, Wanted};

const READING: &str = "reading the journal";
const WRITING: &str = "writing the journal";

/// What was asked for one wish; the answers are there when the transaction has ended.
enum Asked {
    Nothing,
    One {
        key: Vec<u8>,
        value: IdbRequest,
    },
    /// Two requests, since one answer with both came to browsers only lately; one transaction, so they match.
    Many {
        keys: IdbRequest,
        values: IdbRequest,
    },
}

/// As [`crate::Store::read`].
pub(super) async fn read(connection: &Connection, wanted: &[Wanted]) -> Result<Vec<Vec<Row>>, Fault> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let transaction = Transaction::reading(connection, &stores(wanted.iter().map(Wanted::area)), READING)?;
    let asked: Result<Vec<Asked>, JsValue> = wanted.iter().map(|wish| ask(transaction.running(), wish)).collect();
    let answers = transaction.read(asked).await?.into_iter().map(answer).collect::<Result<_, _>>();
    answers.map_err(|thrown: JsValue| Fault::of(&thrown, READING))
}

/// As [`crate::Store::commit`].
pub(super) async fn commit(connection: &Connection, batch: &Rc<Batch>) -> Result<(), Fault> {
    let areas = batch.guards.iter().map(|guard| guard.area).chain(batch.changes.iter().map(|change| change.place().0));
    let stores = stores(areas);
    if stores.is_empty() {
        return Ok(());
    }
    let transaction = Transaction::writing(connection, &stores, batch.durability, WRITING)?;
    let running = transaction.running();
    // Held until the end: what compares the guards must live as long as it may be called.
    let _checking = match Checking::ask(running, batch) {
        Ok(Some(checking)) => Some(checking),
        Ok(None) => {
            running.written(change_all(running, &batch.changes));
            None
        }
        Err(thrown) => {
            running.written(Err(Fault::of(&thrown, WRITING)));
            None
        }
    };
    transaction.end().await
}

/// Whether everything these changes would leave behind is there already.
pub(super) async fn are_in_place(connection: &Connection, changes: &[Change]) -> Result<bool, Fault> {
    let last_of_each = changes
        .iter()
        .enumerate()
        .filter(|(at, change)| !changes.iter().skip(at + 1).any(|later| later.place() == change.place()));
    let changes: Vec<&Change> = last_of_each.map(|(_, change)| change).collect();
    let wanted: Vec<Wanted> = changes
        .iter()
        .map(|change| change.place())
        .map(|(area, key)| Wanted::One { area, key: key.to_vec() })
        .collect();
    let found = read(connection, &wanted).await?;
    // A batch that changes nothing leaves nothing by which to tell that it went through.
    Ok(!changes.is_empty()
        && changes.iter().zip(&found).all(|(change, found)| match change {
            Change::Put { bytes, .. } => found.first().is_some_and(|row| &row.bytes == bytes),
            Change::Delete { .. } => found.is_empty(),
        }))
}

/// The guards' rows, asked for, and what compares them when the last one is there: inside the transaction still, so
/// that nothing can be written in between.
struct Checking {
    last: IdbRequest,
    _on_success: Closure<dyn FnMut(Event)>,
}

impl Checking {
    /// Asks for the guards' rows; `None` if there are no guards.
    fn ask(running: &Running, batch: &Rc<Batch>) -> Result<Option<Self>, JsValue> {
        let ask = |guard: &Guard| running.store(guard.area.name())?.get(&js(&guard.key));
        let found: Vec<IdbRequest> = batch.guards.iter().map(ask).collect::<Result<_, _>>()?;
        // Answers come in the order of the questions, so when the last one is there, all are.
        let Some(last) = found.last().cloned() else { return Ok(None) };
        let (running, batch) = (running.clone(), Rc::clone(batch));
        let on_success = Closure::once(move |_: Event| {
            let outcome = check(&batch.guards, &found).and_then(|()| change_all(&running, &batch.changes));
            running.written(outcome);
        });
        last.set_onsuccess(Some(on_success.as_ref().unchecked_ref()));
        Ok(Some(Self { last, _on_success: on_success }))
    }
}

impl Drop for Checking {
    fn drop(&mut self) {
        self.last.set_onsuccess(None);
    }
}

fn check(guards: &[Guard], found: &[IdbRequest]) -> Result<(), Fault> {
    for (guard, found) in guards.iter().zip(found) {
        let found = found.result().map_err(|thrown| Fault::of(&thrown, WRITING))?;
        let found = (!found.is_undefined()).then(|| content(&found));
        if found != guard.expected {
            return Err(Fault::Known(crate::StoreError::Conflict));
        }
    }
    Ok(())
}

fn change_all(running: &Running, changes: &[Change]) -> Result<(), Fault> {
    let change = |change: &Change| match change {
        Change::Put { area, key, bytes } => running.store(area.name())?.put_with_key(&js(bytes), &js(key)).map(|_| ()),
        Change::Delete { area, key } => running.store(area.name())?.delete(&js(key)).map(|_| ()),
    };
    changes.iter().try_for_each(change).map_err(|thrown: JsValue| Fault::of(&thrown, WRITING))
}

fn ask(running: &Running, wish: &Wanted) -> Result<Asked, JsValue> {
    let store = running.store(wish.area().name())?;
    match wish {
        Wanted::One { key, .. } => Ok(Asked::One { key: key.clone(), value: store.get(&js(key))? }),
        Wanted::All { .. } => Ok(Asked::Many { keys: store.get_all_keys()?, values: store.get_all()? }),
        // To the browser a backward range is an error.
        Wanted::Range { from, to, .. } if from > to => Ok(Asked::Nothing),
        Wanted::Range { from, to, .. } => {
            let range = IdbKeyRange::bound(&js(from), &js(to))?;
            Ok(Asked::Many { keys: store.get_all_keys_with_key(&range)?, values: store.get_all_with_key(&range)? })
        }
    }
}

fn answer(asked: Asked) -> Result<Vec<Row>, JsValue> {
    match asked {
        Asked::Nothing => Ok(Vec::new()),
        Asked::One { key, value } => {
            let value = value.result()?;
            Ok(if value.is_undefined() { Vec::new() } else { vec![Row { key, bytes: content(&value) }] })
        }
        Asked::Many { keys, values } => {
            let (keys, values): (Array, Array) = (keys.result()?.dyn_into()?, values.result()?.dyn_into()?);
            // A key that is not bytes is none of ours.
            let row = |(key, value): (JsValue, JsValue)| bytes(&key).map(|key| Row { key, bytes: content(&value) });
            Ok(keys.iter().zip(values.iter()).filter_map(row).collect())
        }
    }
}

/// A row's content. One that is not bytes at all can only be damage; it reads as empty, which opens as nothing.
fn content(value: &JsValue) -> Vec<u8> {
    bytes(value).unwrap_or_default()
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    if let Some(array) = value.dyn_ref::<Uint8Array>() {
        return Some(array.to_vec());
    }
    value.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec())
}

fn js(bytes: &[u8]) -> Uint8Array {
    Uint8Array::from(bytes)
}

/// The stores of these areas, each once.
fn stores(areas: impl Iterator<Item = Area>) -> Vec<&'static str> {
    let mut areas: Vec<Area> = areas.collect();
    areas.sort_unstable();
    areas.dedup();
    areas.into_iter().map(Area::name).collect()
}
