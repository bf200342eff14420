//! Recording the person's own voice with the phone's microphone: asked for by a tap, held in memory, and let go of whatever happens.

use std::cell::RefCell;
use std::rc::Rc;

use domain::Recording;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MediaRecorder, MediaRecorderOptions, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use super::wake_lock::LitScreen;

/// Tried from the one that every phone plays on; what the browser likes best otherwise.
const TYPES: [&str; 2] = ["audio/mp4;codecs=mp4a.40.2", "audio/mp4"];

/// Why there is no recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVoice {
    NoMicrophone,
    /// The person, or the browser for them, said no.
    NotAllowed,
    /// Anything else: an old browser, a microphone that is in use, nothing that was recorded.
    NotPossible,
}

/// A recording that runs. When this is dropped the microphone is let go of.
pub struct Voice {
    recorder: MediaRecorder,
    stream: MediaStream,
    pieces: Rc<RefCell<Vec<Blob>>>,
    _on_piece: Closure<dyn Fn(JsValue)>,
    /// Nobody touches the screen while they speak.
    _lit: LitScreen,
}

impl Voice {
    /// Asks for the microphone and begins.
    ///
    /// # Errors
    /// [`NoVoice`]; nothing was recorded.
    pub async fn start() -> Result<Voice, NoVoice> {
        let stream = microphone().await?;
        let options = MediaRecorderOptions::new();
        options.set_audio_bits_per_second(Recording::BITS_PER_SECOND);
        if let Some(kind) = TYPES.into_iter().find(|kind| MediaRecorder::is_type_supported(kind)) {
            options.set_mime_type(kind);
        }
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options)
            .map_err(|_| NoVoice::NotPossible)?;
        let pieces = Rc::new(RefCell::new(Vec::new()));
        let kept = Rc::clone(&pieces);
        let on_piece = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let piece = Reflect::get(&event, &"data".into()).ok().and_then(|piece| piece.dyn_into().ok());
            kept.borrow_mut().extend(piece);
        });
        recorder.set_ondataavailable(Some(on_piece.as_ref().unchecked_ref()));
        let voice = Voice { recorder, stream, pieces, _on_piece: on_piece, _lit: LitScreen::ask() };
        voice.recorder.start().map_err(|_| NoVoice::NotPossible)?;
        Ok(voice)
    }

    /// Ends it, and gives what was said.
    ///
    /// # Errors
    /// [`NoVoice::NotPossible`] when nothing came, or more than is kept.
    pub async fn stop(self) -> Result<Recording, NoVoice> {
        let mut wait = |done: Function, _: Function| self.recorder.set_onstop(Some(&done));
        let stopped = Promise::new(&mut wait);
        self.recorder.stop().map_err(|_| NoVoice::NotPossible)?;
        let bytes = async {
            JsFuture::from(stopped).await.ok()?;
            let pieces: Array = self.pieces.borrow().iter().map(JsValue::from).collect();
            let whole = Blob::new_with_blob_sequence(&pieces).ok()?;
            let buffer = JsFuture::from(whole.array_buffer()).await.ok()?;
            Recording::new(Uint8Array::new(&buffer).to_vec())
        };
        bytes.await.ok_or(NoVoice::NotPossible)
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.recorder.set_ondataavailable(None);
        for track in self.stream.get_tracks() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}

async fn microphone() -> Result<MediaStream, NoVoice> {
    let navigator = web_sys::window().ok_or(NoVoice::NotPossible)?.navigator();
    // Old browsers, and pages without https, have no such thing, and asking for what is not there would end the app.
    if !Reflect::has(&navigator, &"mediaDevices".into()).unwrap_or(false) || !has_recorder() {
        return Err(NoVoice::NotPossible);
    }
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio(&JsValue::TRUE);
    let devices = navigator.media_devices().map_err(|_| NoVoice::NotPossible)?;
    let asked = devices.get_user_media_with_constraints(&wanted).map_err(|_| NoVoice::NotPossible)?;
    match JsFuture::from(asked).await {
        Ok(stream) => stream.dyn_into().map_err(|_| NoVoice::NotPossible),
        Err(error) => Err(why(&error)),
    }
}

fn has_recorder() -> bool {
    Reflect::has(&js_sys::global(), &"MediaRecorder".into()).unwrap_or(false)
}

/// By the names that W3C Media Capture and Streams, section 10.2, gives the refusals.
fn why(error: &JsValue) -> NoVoice {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    match name.as_str() {
        "NotFoundError" => NoVoice::NoMicrophone,
        "NotAllowedError" | "SecurityError" => NoVoice::NotAllowed,
        _ => NoVoice::NotPossible,
    }
}
