//! A key made of a passphrase, in its worker (`public/workers/stretch.js`): it takes a second and thirty megabytes, on purpose.

use engine::{Stretched, Stretching};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::handrail;

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoKey {
    /// Nothing was typed.
    Empty,
    /// The phone has not the memory for it now.
    NoMemory,
    /// The worker did not start, or stopped.
    Stopped,
}

/// How long one pass over this much memory takes here, in milliseconds; `None` where that could not be found out.
pub async fn measured(how: Stretching) -> Option<u32> {
    let arguments = Array::of2(&"measure".into(), &JsValue::from(how.memory_kib()));
    let took_ms = handrail::ask_worker("stretch", &arguments, &Array::new()).await?.as_f64()?;
    // A pass takes milliseconds to seconds.
    Some(took_ms as u32)
}

/// The key of a passphrase. Whoever stops waiting stops the work.
///
/// # Errors
/// [`NoKey`].
pub async fn stretched(passphrase: &str, salt: [u8; 16], how: Stretching) -> Result<Stretched, NoKey> {
    let typed = Uint8Array::from(passphrase.as_bytes());
    let arguments = Array::of3(&"stretch".into(), &typed, &Uint8Array::from(salt.as_slice()));
    for number in [how.memory_kib(), how.passes(), how.lanes()] {
        arguments.push(&JsValue::from(number));
    }
    let answer = handrail::ask_worker("stretch", &arguments, &Array::of1(&typed.buffer())).await;
    let answer = answer.ok_or(NoKey::Stopped)?;
    match answer.as_string().as_deref() {
        Some("empty") => return Err(NoKey::Empty),
        Some("no-memory") => return Err(NoKey::NoMemory),
        Some(_) => return Err(NoKey::Stopped),
        None => {}
    }
    let key = answer.dyn_into::<Uint8Array>().map_err(|_| NoKey::Stopped)?;
    let bytes = key.to_vec();
    key.fill(0, 0, key.length());
    Stretched::new(&bytes, salt, how).map_err(|_| NoKey::Stopped)
}
