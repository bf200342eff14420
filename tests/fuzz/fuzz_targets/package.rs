//! Any bytes where a counselor's page expects a package, whole, behind a good header, or where a signed block is expected: never opened, never a crash.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::{
    Outgoing, ReadingKey, SALT, SealedFor, Signed, SigningKey, Stretched, Stretching, open_package, open_under_passphrase,
    seal_package,
};

/// The length of a package's header, in bytes.
const HEADER: usize = 78;

fuzz_target!(|bytes: &[u8]| {
    let (Ok(reading), Ok(signing)) = (ReadingKey::from_bytes(&[5; 32]), SigningKey::from_seed(&[3; 32])) else { return };
    if let Ok(SealedFor::Passphrase(header)) = SealedFor::of(bytes) {
        assert!(header.how().memory_kib() <= Stretching::MOST_MEMORY_KIB);
    }
    assert!(open_package(&reading, bytes).is_err());
    assert!(Signed::read(bytes, None).is_err() && Signed::read(bytes, Some(&reading.address())).is_err());
    let Ok(stretched) = Stretched::new(&[7; 32], [9; SALT], Stretching::DEFAULT) else { return };
    assert!(open_under_passphrase(bytes, &stretched).is_err());
    let outgoing = Outgoing { id: [7; 16], sent_utc_ms: 0, payload: b"a page" };
    let Ok(good) = seal_package(&signing, &reading.address(), &outgoing) else { return };
    let behind = [good.get(..HEADER).unwrap_or_default(), bytes].concat();
    assert!(open_package(&reading, &behind).is_err());
});
