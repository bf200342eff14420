//! Any bytes where the plain chunks of a backup are expected, one behind the other.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (mut rest, mut check) = (bytes, sync::StreamCheck::new());
    while let Ok(Some((bytes, behind))) = sync::split_chunk(rest) {
        rest = behind;
        let Ok(chunk) = sync::decode_chunk(bytes) else { return };
        assert!(sync::decode_chunk(&sync::encode_chunk(&chunk)).is_ok_and(|again| again == chunk));
        if check.take(&chunk).is_err() {
            return;
        }
        if let sync::Chunk::Records(records) = chunk {
            let portions = sync::in_portions(records.clone());
            assert!(portions.concat() == records || portions.len() > 1);
        }
    }
    let _ = check.finish();
});
