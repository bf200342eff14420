//! Any bytes where a signed program pack is expected, as a file or as text: refused, or signed by whoever it says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::{Outgoing, SigningKey, open_pack, pack_text, seal_pack};

fuzz_target!(|bytes: &[u8]| {
    let _ = open_pack(bytes);
    let Some((place, rest)) = bytes.split_first_chunk::<2>() else { return };
    let key = SigningKey::from_seed(&[3; 32]).expect("a seed of 32 bytes");
    let outgoing = Outgoing { id: [7; 16], sent_utc_ms: 0, payload: rest };
    let Ok(mut file) = seal_pack(&key, &outgoing) else { return };
    assert!(open_pack(pack_text(&file).as_bytes()).is_ok_and(|signed| signed.payload.as_slice() == rest));
    let at = usize::from(u16::from_le_bytes(*place)) % file.len();
    file[at] ^= 1;
    assert!(open_pack(&file).is_err());
});
