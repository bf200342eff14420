//! Any bytes where a wrapped root key is expected: never opened, never a crash, and never a wish for more memory than there is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::{Stretched, Stretching, Wrap, WrappingKey, split_name};

fuzz_target!(|bytes: &[u8]| {
    // As it is kept: a passkey has its name behind it.
    let (wrap, name) = split_name(bytes);
    assert_eq!(wrap.len() + name.len(), bytes.len());
    if let Ok(wrap) = Wrap::read(wrap) {
        assert!(wrap.open(WrappingKey::Passkey(&[7; 32])).is_err());
        let how = wrap.stretching().unwrap_or_default();
        assert!(how.memory_kib() <= Stretching::MOST_MEMORY_KIB);
        if let Ok(stretched) = Stretched::new(&[7; 32], wrap.salt(), how) {
            assert!(wrap.open(WrappingKey::Passphrase(&stretched)).is_err());
        }
    }
});
