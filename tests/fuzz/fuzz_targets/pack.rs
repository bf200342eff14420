//! Any bytes where the content of a program pack is expected: read, told to be newer, or refused, and what is read is written back and can be compared
//! and taken in.
#![no_main]

use domain::pack::Pack;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(pack) = Pack::decode(bytes) else { return };
    let again = pack.encode().expect("what was read can be written");
    assert!(Pack::decode(&again).as_ref() == Ok(&pack));
    let difference = pack.compare([7; 32], &[], &|_, _| None).expect("nothing was taken in before");
    let all: Vec<u16> = pack.lines().iter().map(|line| line.number()).collect();
    let taking = pack.take([7; 32], None, &difference, &all, pack.made());
    assert_eq!(taking.new, pack.lines().len());
});
