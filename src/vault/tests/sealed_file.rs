//! What a sealed file promises: it comes back whole for whoever has the passphrase, or it says why not; never half of it unnoticed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index, select};
use vault::{FilePurpose, SALT, SealedFile, Sealer, Stretched, Stretching, VaultError};

/// A chunk as it lies in the file, and where the first begins.
const SEALED: usize = 64 * 1024 + 16;
const HEADER: usize = SealedFile::HEADER;

/// As the worker would answer for a passphrase.
fn stretched(byte: u8) -> Stretched {
    Stretched::new(&[byte; 32], [9; SALT], Stretching::DEFAULT).unwrap()
}

/// The text, handed over in pieces of this length.
fn sealed_in(purpose: FilePurpose, text: &[u8], piece: usize) -> Vec<u8> {
    let (mut sealer, mut file) = Sealer::begin(purpose, &stretched(1)).unwrap();
    for piece in text.chunks(piece) {
        file.extend(sealer.push(piece).unwrap());
    }
    file.extend(sealer.finish().unwrap());
    file
}

fn sealed(text: &[u8]) -> Vec<u8> {
    sealed_in(FilePurpose::Backup, text, text.len().max(1))
}

/// The file, read in pieces of this length.
fn opened_in(file: &[u8], piece: usize) -> Result<Vec<u8>, VaultError> {
    let mut opener = SealedFile::read_header(file)?.open(&stretched(1))?;
    let mut text = Vec::new();
    for piece in file[HEADER..].chunks(piece) {
        text.extend_from_slice(&opener.push(piece)?);
    }
    text.extend_from_slice(&opener.finish()?);
    Ok(text)
}

fn opened(file: &[u8]) -> Result<Vec<u8>, VaultError> {
    opened_in(file, file.len())
}

/// Text of a length that would look the same if parts of it changed places.
fn text(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at / 7 % 251) as u8).collect()
}

#[test]
fn a_backup_of_any_length_comes_back() {
    let chunk = 64 * 1024;
    for length in [0, 1, 255, 256, chunk - 2, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5, 300_000] {
        let file = sealed(&text(length));
        assert_eq!(opened(&file).unwrap(), text(length), "{length}");
    }
}

#[test]
fn zeros_and_ends_within_the_text_are_text() {
    let chunk = 64 * 1024;
    for text in [
        vec![0; 3 * chunk],
        vec![0x80; chunk],
        [vec![0x80], vec![0; 2 * chunk], vec![7]].concat(),
        [vec![7], vec![0; chunk - 1], vec![0x80], vec![0; chunk - 1]].concat(),
        [vec![0x80], vec![0; chunk]].concat(),
    ] {
        for piece in [SEALED, 1000] {
            assert_eq!(opened_in(&sealed(&text), piece).unwrap(), text);
        }
    }
}

#[test]
fn the_header_says_how_to_stretch_and_nothing_else_is_needed_to_ask_for_the_passphrase() {
    let file = sealed_in(FilePurpose::Share, b"for you", 3);
    let header = SealedFile::read_header(&file[..HEADER]).unwrap();
    assert_eq!(header.purpose(), FilePurpose::Share);
    assert_eq!((header.how(), header.salt()), (Stretching::DEFAULT, [9; SALT]));
}

#[test]
fn a_wrong_passphrase_is_told_before_the_file_is_read() {
    let header = SealedFile::read_header(&sealed(b"note")).unwrap();
    assert_eq!(header.open(&stretched(2)).err(), Some(VaultError::WrongSecret));
    let elsewhere = Stretched::new(&[1; 32], [8; SALT], Stretching::DEFAULT).unwrap();
    assert_eq!(header.open(&elsewhere).err(), Some(VaultError::OtherKey));
}

#[test]
fn a_picture_a_letter_and_an_empty_file_are_no_backups() {
    for other in [&b"\x89PNG\r\n\x1a\n and a picture"[..], b"Dear Sam,", b"{}", b"\x89HRF\n\x1a\nmended by a program"] {
        assert_eq!(opened(other), Err(VaultError::OtherFile));
    }
    assert_eq!(opened(b""), Err(VaultError::CutOff));
}

#[test]
fn each_part_of_the_header_that_is_damaged_says_so() {
    let whole = sealed(b"note");
    for bit in 0..HEADER * 8 {
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let expected = match bit / 8 {
            0..8 => VaultError::OtherFile,
            8 => VaultError::UnknownFormat(damaged[8]),
            _ => VaultError::Damaged,
        };
        assert_eq!(opened(&damaged), Err(expected), "bit {bit}");
    }
}

#[test]
fn a_file_cut_off_anywhere_says_that_its_end_is_missing() {
    let whole = sealed(&text(2000));
    let mut said = BTreeSet::new();
    for length in 0..whole.len() {
        let why = opened(&whole[..length]).unwrap_err();
        // A length that some shorter file would have: then nobody can tell it from damage.
        assert!(matches!(why, VaultError::CutOff | VaultError::Damaged), "{length}: {why:?}");
        if why == VaultError::Damaged {
            said.insert(length - HEADER - 16);
        }
    }
    assert!(said.len() < 50 && said.first() == Some(&256), "{said:?}");
}

#[test]
fn a_long_file_cut_off_between_chunks_says_that_its_end_is_missing() {
    let whole = sealed(&text(300_000));
    for chunks in 0..4 {
        assert_eq!(opened(&whole[..HEADER + chunks * SEALED]), Err(VaultError::CutOff), "{chunks}");
    }
}

#[test]
fn chunks_that_changed_places_are_found() {
    let whole = sealed(&text(300_000));
    let (header, body) = whole.split_at(HEADER);
    let chunks: Vec<&[u8]> = body.chunks(SEALED).collect();
    let of = |order: &[usize]| {
        let body: Vec<&[u8]> = order.iter().map(|at| chunks[*at]).collect();
        [header, &body.concat()].concat()
    };
    assert_eq!(chunks.len(), 5);
    assert_eq!(opened(&of(&[0, 1, 2, 3, 4])).unwrap(), text(300_000));
    for order in [&[1, 0, 2, 3, 4][..], &[0, 2, 3, 4], &[0, 0, 1, 2, 3, 4], &[0, 1, 2, 3, 4, 4], &[4], &[4, 0, 1, 2, 3]]
    {
        assert_eq!(opened(&of(order)), Err(VaultError::Damaged), "{order:?}");
    }
}

#[test]
fn a_chunk_of_another_file_is_found() {
    let (one, other) = (sealed(&text(200_000)), sealed(&text(200_000)));
    let mixed = [&one[..HEADER + SEALED], &other[HEADER + SEALED..]].concat();
    assert_eq!(opened(&mixed), Err(VaultError::Damaged));
    let beheaded = [&other[..HEADER], &one[HEADER..]].concat();
    assert_eq!(opened(&beheaded), Err(VaultError::Damaged));
}

#[test]
fn after_damage_nothing_more_is_handed_out() {
    let mut file = sealed(&text(300_000));
    file[HEADER + 10] ^= 1;
    let mut opener = SealedFile::read_header(&file).unwrap().open(&stretched(1)).unwrap();
    assert_eq!(opener.push(&file[HEADER..HEADER + SEALED + 1]).err(), Some(VaultError::Damaged));
    assert_eq!(opener.push(&file[HEADER + SEALED + 1..]).err(), Some(VaultError::Damaged));
    assert_eq!(opener.finish().err(), Some(VaultError::Damaged));
}

#[test]
fn the_size_tells_little() {
    let sizes: BTreeSet<usize> = (0..100_000).step_by(997).map(|length| sealed(&vec![b'a'; length]).len()).collect();
    assert!(sizes.len() < 80, "{} sizes", sizes.len());
    assert_eq!(sizes.first(), Some(&(HEADER + 256 + 16)));
    assert_ne!(sealed(b"note"), sealed(b"note"));
}

#[test]
fn many_megabytes_pass_through_piece_by_piece() {
    let (mut sealer, header) = Sealer::begin(FilePurpose::Backup, &stretched(1)).unwrap();
    let mut opener = SealedFile::read_header(&header).unwrap().open(&stretched(1)).unwrap();
    let piece = text(1 << 20);
    let (mut longest, mut length) = (0, 0);
    for _ in 0..4 {
        let sealed = sealer.push(&piece).unwrap();
        longest = longest.max(sealed.len());
        length += opener.push(&sealed).unwrap().len();
    }
    length += opener.push(&sealer.finish().unwrap()).unwrap().len();
    length += opener.finish().unwrap().len();
    assert_eq!(length, 4 << 20);
    assert!(longest <= (1 << 20) + 17 * 16 + SEALED, "{longest}");
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(select(vec![0, 0, 0x80, 1, 255]), 0..2000)
}

proptest! {
    #[test]
    fn what_is_sealed_opens_again_in_any_pieces(text in bytes(), wrote in 1_usize..3000, read in 1_usize..3000) {
        let file = sealed_in(FilePurpose::Backup, &text, wrote);
        prop_assert_eq!(opened_in(&file, read).unwrap(), text);
    }

    #[test]
    fn any_bytes_are_refused_without_harm(bytes in vec(any::<u8>(), 0..600), header in any::<bool>(), piece in 1_usize..700) {
        let file = if header { [&sealed(b"note")[..HEADER], &bytes].concat() } else { bytes };
        prop_assert!(opened_in(&file, piece).is_err());
    }
}

proptest! {
    // Long files: a few of them are enough.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_damage_is_noticed(length in 0_usize..150_000, at in any::<Index>(), flip in 1_u8..) {
        let mut file = sealed(&text(length));
        let at = at.index(file.len());
        file[at] ^= flip;
        prop_assert!(opened(&file).is_err());
    }

    #[test]
    fn cut_off_or_grown_it_never_opens(length in 0_usize..150_000, at in any::<Index>(), more in vec(any::<u8>(), 1..100)) {
        let file = sealed(&text(length));
        prop_assert!(opened(&file[..at.index(file.len())]).is_err());
        prop_assert!(opened(&[file, more].concat()).is_err());
    }
}
