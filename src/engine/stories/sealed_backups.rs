//! A backup as a file: sealed under a passphrase, looked into, and brought into another phone; and every way in which a file is none.

use vault::{Stretched, Stretching, VaultError};

use super::world::{Phone, all, log_many, new_phone, note, now};
use crate::{BackupCheck, Checked, FileError, LockedBackup, OpenedBackup};

fn key(byte: u8) -> Stretched {
    Stretched::new(&[byte; 32], [3; 16], Stretching::DEFAULT).unwrap()
}

fn sealed(phone: &Phone, key: &Stretched) -> Vec<u8> {
    let mut backup = now(phone.sealed_backup(key)).unwrap();
    let mut file = Vec::new();
    while let Some(piece) = now(backup.next_piece()).unwrap() {
        file.extend(piece);
    }
    file
}

fn opened(file: &[u8], key: &Stretched) -> Result<OpenedBackup, VaultError> {
    let (header, _) = file.split_at(LockedBackup::HEADER.min(file.len()));
    LockedBackup::read(header)?.open(key)
}

/// Reads a file in pieces of an odd size, as they come from a disk.
fn chunks(file: &[u8], key: &Stretched) -> Result<Vec<Vec<u8>>, FileError> {
    let mut backup = opened(file, key)?;
    let mut chunks = Vec::new();
    for piece in file[LockedBackup::HEADER..].chunks(1009) {
        chunks.extend(backup.push(piece)?);
    }
    chunks.extend(backup.finish()?);
    Ok(chunks)
}

fn looked_into(file: &[u8], key: &Stretched) -> Result<Checked, FileError> {
    let mut check = BackupCheck::new();
    for chunk in chunks(file, key)? {
        check.take(&chunk)?;
    }
    Ok(check.finish()?)
}

fn phone_with(entries: usize) -> Phone {
    let (_, world, phone) = new_phone();
    log_many(&phone, &world, entries);
    let first = all(&phone).last().unwrap().id;
    now(phone.edit_craving(first, note("the first one"))).unwrap();
    phone
}

#[test]
fn a_sealed_backup_brings_everything_to_another_phone_and_nothing_of_it_can_be_read_on_the_way() {
    let phone = phone_with(700);
    let file = sealed(&phone, &key(7));
    assert!(!file.windows(9).any(|window| window == b"the first"));
    let checked = looked_into(&file, &key(7)).unwrap();
    assert_eq!(checked.inside().entries, 700);
    let (_, _, other) = new_phone();
    let mut merge = other.merge_in(&checked);
    for chunk in chunks(&file, &key(7)).unwrap() {
        now(merge.take(&chunk)).unwrap();
    }
    now(merge.finish()).unwrap();
    assert!(all(&other) == all(&phone));
}

#[test]
fn another_passphrase_opens_nothing_and_says_so() {
    let file = sealed(&phone_with(3), &key(7));
    assert_eq!(looked_into(&file, &key(8)).err(), Some(FileError::Sealed(VaultError::WrongSecret)));
}

#[test]
fn a_file_that_was_cut_or_changed_anywhere_is_never_taken_for_a_backup() {
    let file = sealed(&phone_with(40), &key(7));
    for length in (0..file.len()).step_by(97).chain([file.len() - 1]) {
        assert!(looked_into(&file[..length], &key(7)).is_err(), "cut after {length}");
    }
    for place in (0..file.len()).step_by(61) {
        let mut changed = file.clone();
        changed[place] ^= 0x10;
        assert!(looked_into(&changed, &key(7)).is_err(), "changed at {place}");
    }
    assert!(matches!(looked_into(b"%PDF-1.7 something else altogether, and long enough to have a header of some kind or other, and more and more and more", &key(7)), Err(FileError::Sealed(VaultError::OtherFile))));
}
