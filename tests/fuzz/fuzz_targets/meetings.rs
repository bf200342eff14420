//! Any bytes as a list of meetings: read or refused, packed, handed over, and found again.
#![no_main]

use domain::Zone;
use domain::meeting::Fellowship;
use interop::meetings::{Handed, Unpacking, meeting_of, pack};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let list = meetings::read(bytes, Fellowship::AlcoholicsAnonymous, &Zone::utc());
    let packed = pack(&list);
    let handed = Handed::encode(&list, &packed);
    assert!(Handed::decode(&handed).is_ok());
    let mut unpacking = Unpacking::begin(&packed.index[0]).expect("what was packed is unpacked");
    packed.index[1..].iter().for_each(|page| unpacking.add(page).expect("what was packed is unpacked"));
    let listing = unpacking.finish(list.fellowship, list.zone.clone()).expect("what was packed is unpacked");
    assert_eq!(listing.rows.len(), list.meetings.len());
    // The same bytes as pages.
    let _ = Handed::decode(bytes);
    let _ = Unpacking::begin(bytes);
    let _ = meeting_of(&listing, 0, bytes);
});
