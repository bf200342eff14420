//! What is kept of a passkey: the wrap that its answer opens, and the name by which the browser finds it again.
//!
//! The name (WebAuthn's credential id) is no secret and is bound to nothing: a wrap under another name is one that nobody is asked for.

use crate::{Wrap, WrapKind};

/// No credential id is longer, in bytes (W3C Web Authentication, level 3, section 4, "Credential ID").
const LONGEST_NAME: usize = 1023;

/// A wrap as it is kept, and behind it the name of the passkey that opens it. `None` for what is not such a wrap, or not such a name.
#[must_use]
pub fn name_passkey(wrap: &[u8], name: &[u8]) -> Option<Vec<u8>> {
    let is_passkey = Wrap::read(wrap).is_ok_and(|wrap| wrap.kind() == WrapKind::Passkey);
    (is_passkey && (1..=LONGEST_NAME).contains(&name.len())).then(|| [wrap, name].concat())
}

/// Takes what is kept apart again: the wrap, and the name behind it, which only passkeys have.
#[must_use]
pub fn split_name(kept: &[u8]) -> (&[u8], &[u8]) {
    kept.split_at_checked(Wrap::LENGTH).unwrap_or((kept, &[]))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::{RecoveryCode, RootKey, WrappingKey};

    #[test]
    fn a_wrap_is_found_again_in_front_of_its_name() {
        let root = RootKey::make().unwrap();
        let wrap = Wrap::of_root(&root, WrappingKey::Passkey(&[7; 32])).unwrap();
        let kept = name_passkey(&wrap, b"a credential").unwrap();
        assert_eq!(split_name(&kept), (wrap.as_slice(), b"a credential".as_slice()));
        assert_eq!(split_name(&wrap), (wrap.as_slice(), [].as_slice()));
        assert!(Wrap::read(split_name(&kept).0).is_ok());
    }

    #[test]
    fn only_a_passkey_gets_a_name_and_only_one_that_there_can_be() {
        let root = RootKey::make().unwrap();
        let other = Wrap::of_root(&root, WrappingKey::Recovery(&RecoveryCode::make().unwrap())).unwrap();
        assert_eq!(name_passkey(&other, b"a credential"), None);
        let wrap = Wrap::of_root(&root, WrappingKey::Passkey(&[7; 32])).unwrap();
        assert_eq!(name_passkey(&wrap, b""), None);
        assert_eq!(name_passkey(&wrap, &[7; LONGEST_NAME + 1]), None);
        assert!(name_passkey(&wrap, &[7; LONGEST_NAME]).is_some());
    }

    proptest! {
        #[test]
        fn any_bytes_are_split_and_none_is_lost(kept in vec(any::<u8>(), 0..400)) {
            let (wrap, name) = split_name(&kept);
            prop_assert_eq!([wrap, name].concat(), kept.clone());
            prop_assert!(name.is_empty() || wrap.len() == Wrap::LENGTH);
        }
    }
}
