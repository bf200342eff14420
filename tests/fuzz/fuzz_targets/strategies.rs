//! Any text where the library of strategies is expected: every strategy that is read has a name and a step, or the file is refused.
#![no_main]

use interop::strategies::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(library) = read(text) {
        assert!(library.iter().all(|one| !one.name.is_empty() && !one.steps.is_empty()));
    }
});
