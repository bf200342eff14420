//! What the browser's exceptions mean: a connection that may be had again, or an error the caller must know.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::StoreError;

/// Why something asked of the browser did not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The connection is no more. Opening it again may help.
    Gone,
    /// Known, and final.
    Known(StoreError),
}

impl Fault {
    /// Reads an exception thrown, or found on a request or transaction. `doing` names what was being done, should the
    /// exception be none that we know.
    pub(super) fn of(thrown: &JsValue, doing: &'static str) -> Self {
        match name_of(thrown).as_str() {
            "QuotaExceededError" => Self::Known(StoreError::Full),
            "VersionError" => Self::Known(StoreError::Newer),
            // Only `add` can meet it: the row is there already.
            "ConstraintError" => Self::Known(StoreError::Conflict),
            // "The database connection is closing" (all); "Connection to Indexed Database server lost" (WebKit, after
            // the page was in the background); aborted because the browser closed the connection by force.
            "InvalidStateError" | "UnknownError" | "AbortError" => Self::Gone,
            _ => Self::Known(StoreError::Failed { doing }),
        }
    }

    /// Reads an exception of opening or deleting, where an invalid state means a mode of the browser, not a lost
    /// connection: private windows refuse this way.
    pub(super) fn of_opening(thrown: &JsValue, doing: &'static str) -> StoreError {
        match name_of(thrown).as_str() {
            "InvalidStateError" | "SecurityError" | "NotAllowedError" => StoreError::Unavailable,
            _ => Self::of(thrown, doing).into(),
        }
    }
}

/// When there is no trying again.
impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Gone => StoreError::Lost,
            Fault::Known(error) => error,
        }
    }
}

/// The exception's name, which is its kind; messages differ between browsers and may quote what was stored.
fn name_of(thrown: &JsValue) -> String {
    Reflect::get(thrown, &JsValue::from_str("name")).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
