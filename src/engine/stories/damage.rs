//! Damaged rows: shown, kept, and in nobody's way.

use storage::{Area, Memory, Row};

use super::world::{Phone, all, craving, intensity, log_many, new_phone, now, open};
use crate::What;

/// One byte in each region of an envelope: format, suite, key id, device, nonce, body, tag.
fn regions(length: usize) -> [usize; 7] {
    [0, 1, 5, 12, 30, 60, length - 4]
}

fn unreadable(phone: &Phone) -> Vec<u32> {
    let count = |what: &What| match what {
        What::Unreadable { count } => Some(*count),
        What::Craving(_) | What::Lapse(_) | What::CheckIn(_) | What::Done(_) | What::Newer => None,
    };
    all(phone).iter().filter_map(|entry| count(&entry.what)).collect()
}

fn row(home: &Memory, area: Area, nth: usize) -> Row {
    home.rows().into_iter().filter(|(row_area, _)| *row_area == area).nth(nth).unwrap().1
}

#[test]
fn a_damaged_entry_is_one_entry_that_cannot_be_read_and_is_kept() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 5);
    let row = row(&home, Area::Tail, 2);
    for place in regions(row.bytes.len()) {
        assert!(home.damage(Area::Tail, &row.key, |bytes| bytes[place] ^= 0x40));
        let phone = open(&home, &world);
        assert_eq!(unreadable(&phone), [1], "byte {place}");
        assert_eq!(all(&phone).len(), 5);
        now(phone.log_craving(intensity(8), None)).unwrap();
        let newest = now(open(&home, &world).list(None, 1)).unwrap().entries.remove(0);
        now(phone.delete(newest.id)).unwrap();
        assert!(home.damage(Area::Tail, &row.key, |bytes| bytes[place] ^= 0x40));
    }
    assert_eq!(unreadable(&open(&home, &world)), []);
}

#[test]
fn a_damaged_row_in_the_tail_survives_packing() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 400);
    let row = row(&home, Area::Tail, 10);
    assert!(home.damage(Area::Tail, &row.key, |bytes| bytes[80] ^= 1));
    let phone = open(&home, &world);
    while now(phone.pack()).unwrap() {}
    assert_eq!(unreadable(&phone), [1]);
    assert!(home.damage(Area::Tail, &row.key, |bytes| bytes[80] ^= 1));
    assert_eq!(all(&open(&home, &world)).len(), 400);
}

#[test]
fn a_damaged_leaf_is_one_line_and_everything_else_goes_on() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 1_200);
    while now(phone.pack()).unwrap() {}
    let row = row(&home, Area::Leaves, 2);
    for place in regions(row.bytes.len()) {
        assert!(home.damage(Area::Leaves, &row.key, |bytes| bytes[place] ^= 0x40));
        let phone = open(&home, &world);
        let lost = unreadable(&phone);
        assert_eq!(lost.len(), 1);
        assert_eq!(all(&phone).len() - 1 + lost[0] as usize, 1_200);
        assert!(home.damage(Area::Leaves, &row.key, |bytes| bytes[place] ^= 0x40));
    }
    assert_eq!(all(&open(&home, &world)).len(), 1_200);
}

#[test]
fn when_the_newest_leaf_is_damaged_new_entries_still_find_a_home() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 300);
    while now(phone.pack()).unwrap() {}
    let last = home.rows().into_iter().rfind(|(area, _)| *area == Area::Leaves).unwrap().1;
    assert!(home.damage(Area::Leaves, &last.key, |bytes| bytes[70] ^= 1));
    let phone = open(&home, &world);
    let before = all(&phone).len();
    log_many(&phone, &world, 500);
    while now(phone.pack()).unwrap() {}
    assert_eq!(all(&phone).len(), before + 500);
    let tail = home.rows().iter().filter(|(area, _)| *area == Area::Tail).count();
    assert!(tail < 200, "{tail}");
    assert!(home.damage(Area::Leaves, &last.key, |bytes| bytes[70] ^= 1));
    assert_eq!(all(&open(&home, &world)).len(), 800);
}

#[test]
fn a_damaged_head_or_directory_is_made_again_from_the_entries() {
    for row in [b"head".as_slice(), b"directory"] {
        let (home, world, phone) = new_phone();
        log_many(&phone, &world, 700);
        while now(phone.pack()).unwrap() {}
        let before = all(&phone);
        for place in [0, 3, 20, 50] {
            assert!(home.damage(Area::Meta, row, |bytes| bytes[place] ^= 0x40));
            let phone = open(&home, &world);
            assert_eq!(all(&phone), before);
        }
        let phone = open(&home, &world);
        log_many(&phone, &world, 300);
        while now(phone.pack()).unwrap() {}
        let after = all(&open(&home, &world));
        assert_eq!(after.len(), 1_000);
        assert_eq!(craving(&after[999]), craving(&before[699]));
    }
}

#[test]
fn a_damaged_leaf_is_kept_even_when_the_directory_is_made_again() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 1_000);
    while now(phone.pack()).unwrap() {}
    let last = home.rows().into_iter().rfind(|(area, _)| *area == Area::Leaves).unwrap().1;
    assert!(home.damage(Area::Leaves, &last.key, |bytes| bytes[70] ^= 1));
    assert!(home.damage(Area::Meta, b"directory", |bytes| bytes[50] ^= 1));
    let phone = open(&home, &world);
    let damaged = home.rows().into_iter().find(|(area, row)| *area == Area::Leaves && row.key == last.key).unwrap().1;
    log_many(&phone, &world, 500);
    while now(phone.pack()).unwrap() {}
    let still = home.rows().into_iter().find(|(area, row)| *area == Area::Leaves && row.key == last.key).unwrap().1;
    assert!(damaged.bytes == still.bytes);
    assert!(!unreadable(&phone).is_empty());
}
