//! Any bytes where a sealed file is expected, whole or behind a good header, in pieces: never opened, never a crash.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::{FilePurpose, SALT, SealedFile, Sealer, Stretched, Stretching};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = SealedFile::read_header(bytes) {
        assert!(file.how().memory_kib() <= Stretching::MOST_MEMORY_KIB);
        if let Ok(stretched) = Stretched::new(&[7; 32], file.salt(), file.how()) {
            assert!(file.open(&stretched).is_err());
        }
    }
    // Behind a header that is right, with the first byte for the length of the pieces.
    let Some((piece, body)) = bytes.split_first() else { return };
    let Ok(stretched) = Stretched::new(&[7; 32], [9; SALT], Stretching::DEFAULT) else { return };
    let Ok((_, header)) = Sealer::begin(FilePurpose::Backup, &stretched) else { return };
    let Ok(mut opener) = SealedFile::read_header(&header).and_then(|file| file.open(&stretched)) else { return };
    let read = body.chunks(usize::from(*piece).max(1)).try_for_each(|piece| opener.push(piece).map(|_| ()));
    assert!(read.is_err() || opener.finish().is_err());
});
