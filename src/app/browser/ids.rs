//! Random bytes for ids, from the browser's own generator.

/// Sixteen random bytes. Every browser that has WASM has the generator; without it, ids come from the clock and `Math.random`, which
/// is enough for an id (keys are made elsewhere, and refuse to be made that way).
pub fn random_bytes() -> [u8; 16] {
    let mut bytes = [0_u8; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}
