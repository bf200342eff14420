//! HPKE (RFC 9180) as this crate uses it: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. This is suite 1.
//!
//! Who sent it is not HPKE's to say: its authenticated modes would let whoever steals a counselor's key forge senders, they exist for no
//! post-quantum exchange, and the next edition of the standard leaves them out (draft-ms-hpke-auth-modes). So it is signed inside.

use core::convert::Infallible;

use hpke::aead::{AeadCtxR, AeadCtxS, ChaCha20Poly1305};
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

use crate::PackageError;

/// The length of a public key, a secret and an encapsulated key, in bytes.
pub(crate) const KEY: usize = 32;

type Public = <X25519HkdfSha256 as Kem>::PublicKey;
type Secret = <X25519HkdfSha256 as Kem>::PrivateKey;
type Encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey;
/// Seals one message.
pub(crate) type Sending = AeadCtxS<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>;
/// Opens it.
pub(crate) type Receiving = AeadCtxR<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>;

pub(crate) fn secret(bytes: &[u8; KEY]) -> Result<Secret, PackageError> {
    Secret::from_bytes(bytes).map_err(|_| PackageError::WeakKey)
}

pub(crate) fn public_of(secret: &Secret) -> Public {
    X25519HkdfSha256::sk_to_pk(secret)
}

/// Begins to seal for `to`: the encapsulated key, and what seals. `random` is what the key of this one message is derived from, and is used for
/// nothing else.
///
/// # Errors
/// [`PackageError::WeakKey`] for a key that brings every secret to zero.
pub(crate) fn send(to: &[u8; KEY], info: &[u8], random: [u8; KEY]) -> Result<([u8; KEY], Sending), PackageError> {
    let to = Public::from_bytes(to).map_err(|_| PackageError::WeakKey)?;
    let mut drawn = Drawn { random: Zeroizing::new(random), taken: 0 };
    let (encapsulated, sending): (Encapsulated, Sending) =
        hpke::setup_sender_with_rng(&OpModeS::Base, &to, info, &mut drawn).map_err(|_| PackageError::WeakKey)?;
    // Another version of HPKE's crate that wanted other randomness than the RFC says would be noticed here, before anything is sealed.
    if drawn.taken == KEY { Ok((encapsulated.to_bytes().into(), sending)) } else { Err(PackageError::NoRandomness) }
}

/// Begins to open what was sealed for the public half of `secret`.
///
/// # Errors
/// [`PackageError::Damaged`] for an encapsulated key that nobody who follows the RFC makes.
pub(crate) fn receive(own: &[u8; KEY], encapsulated: &[u8; KEY], info: &[u8]) -> Result<Receiving, PackageError> {
    let encapsulated = Encapsulated::from_bytes(encapsulated).map_err(|_| PackageError::Damaged)?;
    hpke::setup_receiver(&OpModeR::Base, &secret(own)?, &encapsulated, info).map_err(|_| PackageError::Damaged)
}

/// Random bytes that were drawn before, handed out once.
struct Drawn {
    random: Zeroizing<[u8; KEY]>,
    taken: usize,
}

impl TryRng for Drawn {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, wanted: &mut [u8]) -> Result<(), Infallible> {
        for (to, from) in wanted.iter_mut().zip(self.random.iter().skip(self.taken)) {
            *to = *from;
        }
        self.taken = self.taken.saturating_add(wanted.len());
        Ok(())
    }
}

impl TryCryptoRng for Drawn {}
