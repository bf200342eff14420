//! Fetching and reading lists of meetings in their worker (`public/workers/meetings.js`): the page itself never talks to another origin.

use domain::Zone;
use domain::meeting::Fellowship;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::handrail;

/// What the worker answers.
pub enum Answer {
    /// What it read, as [`interop::meetings::Handed`] has it.
    Read(Vec<u8>),
    /// Somebody is there and does not let browsers read it (CORS).
    KeptOut,
    /// Nobody answers, or the answer stopped in the middle.
    Silence,
    /// There is no list at that address.
    Refused,
    /// The worker itself did not start.
    NoReader,
}

/// Reads a list from its address.
pub async fn from_address(address: &str, fellowship: Fellowship, zone: &Zone) -> Answer {
    ask(&JsValue::from_str(address), fellowship, zone, &Array::new()).await
}

/// Reads a list from a file's bytes.
pub async fn from_bytes(bytes: &[u8], fellowship: Fellowship, zone: &Zone) -> Answer {
    let handed = Uint8Array::from(bytes);
    ask(&handed, fellowship, zone, &Array::of1(&handed.buffer())).await
}

async fn ask(from: &JsValue, fellowship: Fellowship, zone: &Zone, transfer: &Array) -> Answer {
    let arguments = Array::of3(from, &JsValue::from_str(fellowship.code()), &JsValue::from_str(zone.name()));
    let Some(answer) = handrail::ask_worker("meetings", &arguments, transfer).await else { return Answer::NoReader };
    match answer.as_string().as_deref() {
        Some("kept-out") => Answer::KeptOut,
        Some("no-answer") => Answer::Silence,
        Some(_) => Answer::Refused,
        None => answer.dyn_into::<Uint8Array>().map_or(Answer::NoReader, |bytes| Answer::Read(bytes.to_vec())),
    }
}
