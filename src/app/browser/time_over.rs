//! What tells that a time is over to who does not look at the screen: the phone shakes, or there is a short tone. Both only where somebody
//! asked for them, because a phone that makes itself heard gives somebody away.

use web_sys::{AudioContext, OscillatorType};

use super::look::{self, Wanted};

/// Milliseconds of shaking, and of rest between.
const SHAKES_MS: [u32; 3] = [200, 120, 200];
/// Of the tone: its pitch in hertz, how loud it is (0 to 1), and how long, in seconds.
const PITCH_HZ: f32 = 528.0;
const LOUDNESS: f32 = 0.2;
const LENGTH_S: f64 = 0.7;

/// Tells it in the ways that were asked for. Where the phone cannot, nothing happens.
pub fn tell() {
    if look::is_wanted(Wanted::Shake)
        && let Some(window) = web_sys::window()
    {
        let pattern = SHAKES_MS.iter().map(|ms| wasm_bindgen::JsValue::from(*ms)).collect::<js_sys::Array>();
        // Safari has no such thing, and asking for what is not there would end the app.
        let navigator = window.navigator();
        if js_sys::Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
            navigator.vibrate_with_pattern(&pattern);
        }
    }
    if look::is_wanted(Wanted::Tone) {
        let _ = tone();
    }
}

/// Rises at once and fades, which is a bell and no alarm.
fn tone() -> Result<(), wasm_bindgen::JsValue> {
    let context = AudioContext::new()?;
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    oscillator.set_type(OscillatorType::Sine);
    oscillator.frequency().set_value(PITCH_HZ);
    gain.gain().set_value(LOUDNESS);
    let ends = context.current_time() + LENGTH_S;
    gain.gain().linear_ramp_to_value_at_time(0.0, ends)?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start()?;
    oscillator.stop_with_when(ends)
}
