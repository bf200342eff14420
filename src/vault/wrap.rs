//! The root key, wrapped under what a person knows or has, so that it can lie on the device and opens for nobody else.
//!
//! Format 1, 133 bytes: `[format 1][kind 1][stretching 7][salt 16][commitment 32][nonce 24][root key 32][tag 16][checksum 4]`. `FORMATS.md`
//! has it to the byte. Another passphrase is another wrap of the same root key; what is sealed under the root key is not touched.

use core::fmt;

use zeroize::Zeroizing;

use crate::checksum::{CHECKSUM, checksum};
use crate::cipher::{NONCE, TAG};
use crate::kdf::{COMMITMENT, Committed};
use crate::stretching::{SALT, STORED};
use crate::{RecoveryCode, RootKey, Stretched, Stretching, VaultError};

const FORMAT: u8 = 1;
const DOMAIN: &[u8] = b"handrail/v1/wrap";
/// All that stands before the wrapped key, and is bound to it.
const HEADER: usize = 1 + 1 + STORED + SALT + COMMITMENT + NONCE;

/// What opens a wrap.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WrapKind {
    /// A passphrase, stretched.
    Passphrase,
    /// The recovery code that was printed or written down.
    Recovery,
    /// What a passkey answers (WebAuthn, extension PRF).
    Passkey,
}

impl WrapKind {
    /// Stored for ever: never give a number a second meaning.
    fn byte(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::Recovery => 2,
            Self::Passkey => 3,
        }
    }

    fn from_byte(byte: u8) -> Result<Self, VaultError> {
        match byte {
            1 => Ok(Self::Passphrase),
            2 => Ok(Self::Recovery),
            3 => Ok(Self::Passkey),
            _ => Err(VaultError::UnknownKind(byte)),
        }
    }
}

/// The secret that wraps the root key or opens a wrap.
#[derive(Clone, Copy)]
pub enum WrappingKey<'a> {
    /// A passphrase, stretched with the salt and the parameters of the wrap.
    Passphrase(&'a Stretched),
    /// A recovery code.
    Recovery(&'a RecoveryCode),
    /// The 32 bytes a passkey answered. Whoever asks it has seen that it answers the same twice.
    Passkey(&'a [u8; 32]),
}

impl WrappingKey<'_> {
    /// The kind of wrap that this secret makes and opens.
    #[must_use]
    pub fn kind(self) -> WrapKind {
        match self {
            Self::Passphrase(_) => WrapKind::Passphrase,
            Self::Recovery(_) => WrapKind::Recovery,
            Self::Passkey(_) => WrapKind::Passkey,
        }
    }

    fn committed(self, salt: &[u8; SALT]) -> Committed {
        let secret = match self {
            Self::Passphrase(stretched) => stretched.key().as_slice(),
            Self::Recovery(code) => code.secret(),
            Self::Passkey(answer) => answer.as_slice(),
        };
        Committed::derive(salt, secret, DOMAIN, self.kind().byte())
    }

    fn stretching(self) -> Option<Stretching> {
        match self {
            Self::Passphrase(stretched) => Some(stretched.how()),
            Self::Recovery(_) | Self::Passkey(_) => None,
        }
    }
}

impl fmt::Debug for WrappingKey<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("WrappingKey(secret)")
    }
}

/// A wrap as it was read: whole, undamaged, of a format this app knows, and still locked.
pub struct Wrap {
    kind: WrapKind,
    stretching: Option<Stretching>,
    header: [u8; HEADER],
    salt: [u8; SALT],
    commitment: [u8; COMMITMENT],
    nonce: [u8; NONCE],
    wrapped: [u8; RootKey::LENGTH],
    tag: [u8; TAG],
}

impl Wrap {
    /// The length of every wrap, in bytes.
    pub const LENGTH: usize = HEADER + RootKey::LENGTH + TAG + CHECKSUM;

    /// Wraps the root key. The bytes are to be stored as they are.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`] where the system gives no salt or nonce.
    pub fn of_root(root: &RootKey, key: WrappingKey<'_>) -> Result<Vec<u8>, VaultError> {
        let salt = match key {
            WrappingKey::Passphrase(stretched) => stretched.salt(),
            WrappingKey::Recovery(_) | WrappingKey::Passkey(_) => crate::make_salt()?,
        };
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| VaultError::NoRandomness)?;
        Self::of_root_with(root, key, salt, nonce)
    }

    /// The same with salt and nonce given, which nobody but a test may.
    pub(crate) fn of_root_with(
        root: &RootKey,
        key: WrappingKey<'_>,
        salt: [u8; SALT],
        nonce: [u8; NONCE],
    ) -> Result<Vec<u8>, VaultError> {
        let committed = key.committed(&salt);
        let mut wrap = Vec::with_capacity(Self::LENGTH);
        wrap.extend_from_slice(&[FORMAT, key.kind().byte()]);
        wrap.extend_from_slice(&key.stretching().map_or([0; STORED], Stretching::stored));
        wrap.extend_from_slice(&salt);
        wrap.extend_from_slice(&committed.commitment());
        wrap.extend_from_slice(&nonce);
        let mut secret = Zeroizing::new([0; RootKey::LENGTH]);
        secret.copy_from_slice(root.dangerously_bytes());
        let tag = committed.cipher.encrypt(&nonce, &additional(&wrap), secret.as_mut_slice())?;
        wrap.extend_from_slice(secret.as_slice());
        wrap.extend_from_slice(&tag);
        wrap.extend_from_slice(&checksum(DOMAIN, &wrap));
        Ok(wrap)
    }

    /// Reads a wrap, without opening it: what it says about itself is known, and that no byte of it rotted.
    ///
    /// # Errors
    /// [`VaultError::UnknownFormat`] and [`VaultError::UnknownKind`] come from a newer app and the bytes are to be kept;
    /// [`VaultError::TooShort`] and [`VaultError::Damaged`] mean damage; [`VaultError::OutOfBounds`] means that somebody wrote parameters
    /// for the passphrase that this app never writes.
    pub fn read(bytes: &[u8]) -> Result<Self, VaultError> {
        let format = bytes.first().ok_or(VaultError::TooShort)?;
        if *format != FORMAT {
            return Err(VaultError::UnknownFormat(*format));
        }
        let (whole, rest) = bytes.split_first_chunk::<{ Self::LENGTH }>().ok_or(VaultError::TooShort)?;
        let (summed, sum) = whole.split_last_chunk::<CHECKSUM>().ok_or(VaultError::TooShort)?;
        if !rest.is_empty() || checksum(DOMAIN, summed) != *sum {
            return Err(VaultError::Damaged);
        }
        let (header, sealed) = summed.split_first_chunk::<HEADER>().ok_or(VaultError::TooShort)?;
        let (wrapped, sealed) = sealed.split_first_chunk().ok_or(VaultError::TooShort)?;
        let tag = sealed.first_chunk().ok_or(VaultError::TooShort)?;
        let (start, fields) = header.split_first_chunk::<2>().ok_or(VaultError::TooShort)?;
        let (stored, fields) = fields.split_first_chunk::<STORED>().ok_or(VaultError::TooShort)?;
        let (salt, fields) = fields.split_first_chunk().ok_or(VaultError::TooShort)?;
        let (commitment, fields) = fields.split_first_chunk().ok_or(VaultError::TooShort)?;
        let nonce = fields.first_chunk().ok_or(VaultError::TooShort)?;
        let kind = WrapKind::from_byte(start[1])?;
        let stretching = match kind {
            WrapKind::Passphrase => Some(Stretching::from_stored(*stored)?),
            WrapKind::Recovery | WrapKind::Passkey if *stored == [0; STORED] => None,
            WrapKind::Recovery | WrapKind::Passkey => return Err(VaultError::Damaged),
        };
        Ok(Self {
            kind,
            stretching,
            header: *header,
            salt: *salt,
            commitment: *commitment,
            nonce: *nonce,
            wrapped: *wrapped,
            tag: *tag,
        })
    }

    /// What opens it.
    #[must_use]
    pub fn kind(&self) -> WrapKind {
        self.kind
    }

    /// How its passphrase is to be stretched. `None` for a wrap that no passphrase opens.
    #[must_use]
    pub fn stretching(&self) -> Option<Stretching> {
        self.stretching
    }

    /// The salt its passphrase is to be stretched with.
    #[must_use]
    pub fn salt(&self) -> [u8; SALT] {
        self.salt
    }

    /// Opens it.
    ///
    /// # Errors
    /// [`VaultError::OtherKey`] for a secret of another kind, or one that was stretched for something else;
    /// [`VaultError::WrongSecret`] for another passphrase, code or passkey; [`VaultError::Damaged`] for bytes that somebody changed so that
    /// the checksum still holds.
    pub fn open(&self, key: WrappingKey<'_>) -> Result<RootKey, VaultError> {
        let is_stretched_for_this = match key {
            WrappingKey::Passphrase(stretched) => stretched.salt() == self.salt,
            WrappingKey::Recovery(_) | WrappingKey::Passkey(_) => true,
        };
        if key.kind() != self.kind || key.stretching() != self.stretching || !is_stretched_for_this {
            return Err(VaultError::OtherKey);
        }
        let committed = key.committed(&self.salt);
        if !committed.is(&self.commitment) {
            return Err(VaultError::WrongSecret);
        }
        let mut secret = Zeroizing::new(self.wrapped);
        let opened = committed.cipher.decrypt(&self.nonce, &additional(&self.header), secret.as_mut_slice(), &self.tag);
        opened.map_err(|_| VaultError::Damaged)?;
        RootKey::from_bytes(secret.as_slice())
    }
}

impl fmt::Debug for Wrap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Wrap(secret)")
    }
}

fn additional(header: &[u8]) -> Vec<u8> {
    [DOMAIN, header].concat()
}
