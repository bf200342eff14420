//! Program packs: opened in the worker that knows signatures (`public/workers/hand_over.js`).

use domain::pack::{Pack, PackError};
use engine::VerifyingKey;
use js_sys::{Array, Function, Reflect, Uint8Array};
use text::packs::Why;
use wasm_bindgen::{JsCast, JsValue};

use super::handrail;

/// In bytes: as much of a file is read. No pack has more, and one more tells that it is too long.
pub const MOST_FILE_BYTES: usize = 48 * 1024;
/// What stands before the pack: the sender's key, the name of this version, and when it was signed.
const BEFORE: usize = 32 + 16 + 8;

/// Opens what was chosen, pasted, scanned, or came as a link: who signed it, and what it says.
///
/// # Errors
/// [`Why`]; then nothing of it was taken.
pub async fn open(given: &[u8]) -> Result<(VerifyingKey, Pack), Why> {
    let given = Uint8Array::from(given);
    let arguments = Array::of2(&"open".into(), &given);
    let answer = handrail::ask_worker("hand_over", &arguments, &Array::of1(&given.buffer())).await;
    let answer = answer.ok_or(Why::NoWorker)?;
    let bytes = answer.dyn_into::<Uint8Array>().map_err(why)?.to_vec();
    let (sender, _) = bytes.split_first_chunk().ok_or(Why::NoWorker)?;
    let said = bytes.get(BEFORE..).ok_or(Why::NoWorker)?;
    let pack = Pack::decode(said).map_err(|error| match error {
        PackError::Newer => Why::Newer,
        PackError::TooLong => Why::TooLong,
        // It is whole, or its signature would not hold: what is missing was never in it.
        PackError::CutOff
        | PackError::Unreadable
        | PackError::BrokenLine { .. }
        | PackError::Twice { .. }
        | PackError::NoVersion => Why::Broken,
    })?;
    Ok((VerifyingKey::from_bytes(*sender), pack))
}

/// The worker's word for why not.
fn why(word: JsValue) -> Why {
    match word.as_string().as_deref() {
        Some("no-pack") => Why::NotAPack,
        Some("newer") => Why::Newer,
        Some("too-long") => Why::TooLong,
        Some("cut-off") => Why::CutOff,
        Some("damaged") => Why::Damaged,
        Some("forged") => Why::Forged,
        _ => Why::NoWorker,
    }
}

/// What came behind the "#" of a link, once. The boot module holds it in memory only.
pub fn take_from_link() -> Option<String> {
    let handrail = window_part("handrail")?;
    let take: Function = Reflect::get(&handrail, &"takePack".into()).ok()?.dyn_into().ok()?;
    take.call0(&handrail).ok()?.as_string()
}

fn window_part(name: &str) -> Option<JsValue> {
    let part = Reflect::get(&JsValue::from(web_sys::window()?), &name.into()).ok()?;
    part.is_truthy().then_some(part)
}
