//! Any texts where a camera reads the parts of a file: what comes out is a file that goes out again in the same parts, or nothing.
#![no_main]

use codes::{Gathering, Taken, parts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: Vec<String>| {
    let mut gathering = Gathering::default();
    for text in &texts {
        match gathering.take(text) {
            Ok(Taken::Whole(file)) => assert!(parts(&file).is_some_and(|parts| parts.contains(text))),
            Ok(Taken::Part(here, of)) => assert!(here < of),
            Err(_) => {}
        }
    }
});
