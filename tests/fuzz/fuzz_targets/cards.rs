//! Any bytes where a file of cards is expected: always an answer within every limit, and what is read is written as cards that read the same.
#![no_main]

use interop::vcard::{Card, MAX_CARDS, Version, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let cards = read(bytes);
    assert!(cards.cards.len() <= MAX_CARDS);
    for version in [Version::V3, Version::V4] {
        assert!(read(write(&cards.cards, version).as_bytes()).cards == cards.cards);
    }
    cards.cards.into_iter().for_each(|card: Card| drop(card.into_person()));
});
