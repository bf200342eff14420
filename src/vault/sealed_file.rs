//! A file that opens with a passphrase: what a backup, or a package for somebody else, is handed over in.
//!
//! Format 1 is a header of 88 bytes and then chunks, each sealed for its place under the construction STREAM (Hoang, Reyhanitabar, Rogaway, Vizár,
//! "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015), so that neither side ever needs the whole file in memory and yet
//! nothing can be cut off, moved, left out or doubled unnoticed. The header:
//!
//! `[magic 8][format 1][purpose 1][stretching 7][salt 16][commitment 32][nonce's start 19][checksum 4]`
//!
//! Inside, the text is followed by a byte 0x80 and zeros, up to a size of Padmé, so the size of the file tells little. `FORMATS.md` has it to
//! the byte; [`Sealer`] writes it, and [`crate::Opener`] reads it.

use zeroize::Zeroizing;

use crate::checksum::{CHECKSUM, checksum};
use crate::cipher::{Cipher, NONCE, TAG};
use crate::kdf::{COMMITMENT, Committed};
use crate::padding::whole_length;
use crate::stretching::{SALT, STORED};
use crate::{Opener, Stretched, Stretching, VaultError};

/// A signature like that of PNG: the first byte is no text, and a program that mends ends of lines breaks it at once.
const MAGIC: [u8; 8] = [0x89, b'H', b'R', b'F', b'\r', b'\n', 0x1a, b'\n'];
const FORMAT: u8 = 1;
const DOMAIN: &[u8] = b"handrail/v1/file";
/// The random part of every nonce of a file; the place of the chunk is the rest.
pub(crate) const START: usize = 19;
/// Text in a chunk, in bytes. Every chunk but the last has as many.
pub(crate) const CHUNK: usize = 64 * 1024;
/// Ends the text; zeros follow.
pub(crate) const END: u8 = 0x80;

/// What a sealed file is for. One kind never opens as another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FilePurpose {
    /// All that a person has, for their own next device.
    Backup,
    /// What a person hands to somebody else.
    Share,
    /// The keys of a counselor, and the senders they know.
    Keys,
}

impl FilePurpose {
    /// Stored for ever: never give a number a second meaning.
    fn byte(self) -> u8 {
        match self {
            Self::Backup => 1,
            Self::Share => 2,
            Self::Keys => 3,
        }
    }

    fn from_byte(byte: u8) -> Result<Self, VaultError> {
        match byte {
            1 => Ok(Self::Backup),
            2 => Ok(Self::Share),
            3 => Ok(Self::Keys),
            _ => Err(VaultError::UnknownKind(byte)),
        }
    }
}

/// The header of a file as it was read: what it is for, and how its passphrase is to be stretched. Still locked.
#[derive(Clone, Copy, Debug)]
pub struct SealedFile {
    purpose: FilePurpose,
    how: Stretching,
    salt: [u8; SALT],
    commitment: [u8; COMMITMENT],
    start: [u8; START],
    bytes: [u8; Self::HEADER],
}

impl SealedFile {
    /// The length of a header, in bytes. What comes behind it is for [`Opener::push`].
    pub const HEADER: usize = MAGIC.len() + 1 + 1 + STORED + SALT + COMMITMENT + START + CHECKSUM;

    /// Reads the header from the beginning of a file. More bytes may follow, and are not looked at.
    ///
    /// # Errors
    /// [`VaultError::OtherFile`] for a file of another kind, [`VaultError::CutOff`] if it ends within the header,
    /// [`VaultError::UnknownFormat`] and [`VaultError::UnknownKind`] for one that a newer app wrote, [`VaultError::Damaged`] if a byte of
    /// the header changed, and [`VaultError::OutOfBounds`] for one that asks for more memory, or less work, than this app ever does.
    pub fn read_header(file: &[u8]) -> Result<Self, VaultError> {
        let Some((magic, rest)) = file.split_first_chunk::<{ MAGIC.len() }>() else {
            return Err(if MAGIC.starts_with(file) { VaultError::CutOff } else { VaultError::OtherFile });
        };
        if *magic != MAGIC {
            return Err(VaultError::OtherFile);
        }
        let format = rest.first().ok_or(VaultError::CutOff)?;
        if *format != FORMAT {
            return Err(VaultError::UnknownFormat(*format));
        }
        let bytes = file.first_chunk::<{ Self::HEADER }>().ok_or(VaultError::CutOff)?;
        let (summed, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(VaultError::CutOff)?;
        if checksum(DOMAIN, summed) != *sum {
            return Err(VaultError::Damaged);
        }
        let (purpose, rest) = rest.get(1..).and_then(<[u8]>::split_first).ok_or(VaultError::CutOff)?;
        let (stored, rest) = rest.split_first_chunk().ok_or(VaultError::CutOff)?;
        let (salt, rest) = rest.split_first_chunk().ok_or(VaultError::CutOff)?;
        let (commitment, rest) = rest.split_first_chunk().ok_or(VaultError::CutOff)?;
        let start = rest.first_chunk().ok_or(VaultError::CutOff)?;
        Ok(Self {
            purpose: FilePurpose::from_byte(*purpose)?,
            how: Stretching::from_stored(*stored)?,
            salt: *salt,
            commitment: *commitment,
            start: *start,
            bytes: *bytes,
        })
    }

    /// What the file is for. It is bound to the content: a share never opens as a backup.
    #[must_use]
    pub fn purpose(&self) -> FilePurpose {
        self.purpose
    }

    /// How the passphrase is to be stretched.
    #[must_use]
    pub fn how(&self) -> Stretching {
        self.how
    }

    /// The salt the passphrase is to be stretched with.
    #[must_use]
    pub fn salt(&self) -> [u8; SALT] {
        self.salt
    }

    /// Begins to open what follows the header.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] for another passphrase; [`VaultError::OtherKey`] for one that was stretched for something else.
    pub fn open(&self, stretched: &Stretched) -> Result<Opener, VaultError> {
        if stretched.salt() != self.salt || stretched.how() != self.how {
            return Err(VaultError::OtherKey);
        }
        let committed = Committed::derive(&self.salt, stretched.key(), DOMAIN, self.purpose.byte());
        if !committed.is(&self.commitment) {
            return Err(VaultError::WrongSecret);
        }
        Ok(Opener::new(Stream::new(committed.cipher, self.start, self.bytes)))
    }
}

/// Seals chunk after chunk, or opens them: the same for both, as long as both count alike.
pub(crate) struct Stream {
    cipher: Cipher,
    start: [u8; START],
    header: [u8; SealedFile::HEADER],
    /// Chunks so far.
    count: u32,
}

impl Stream {
    fn new(cipher: Cipher, start: [u8; START], header: [u8; SealedFile::HEADER]) -> Self {
        Self { cipher, start, header, count: 0 }
    }

    /// `[start 19][chunk u32, big endian][1 for the last chunk, else 0]`.
    fn nonce(&self, is_last: bool) -> [u8; NONCE] {
        let mut nonce = [0; NONCE];
        let place = self.count.to_be_bytes().into_iter().chain([u8::from(is_last)]);
        nonce.iter_mut().zip(self.start.into_iter().chain(place)).for_each(|(to, from)| *to = from);
        nonce
    }

    fn additional(&self) -> Vec<u8> {
        [DOMAIN, &self.header].concat()
    }

    fn counted(&mut self) -> Result<(), VaultError> {
        self.count = self.count.checked_add(1).ok_or(VaultError::TooLong)?;
        Ok(())
    }

    /// Puts the next chunk, sealed, behind what `sealed` already holds.
    fn seal(&mut self, text: &[u8], is_last: bool, sealed: &mut Vec<u8>) -> Result<(), VaultError> {
        let at = sealed.len();
        sealed.extend_from_slice(text);
        let place = sealed.get_mut(at..).ok_or(VaultError::TooLong)?;
        let tag = self.cipher.encrypt(&self.nonce(is_last), &self.additional(), place)?;
        sealed.extend_from_slice(&tag);
        self.counted()
    }

    /// The text of the next chunk, if `sealed` is that chunk and is, or is not, the last.
    pub fn open(&mut self, sealed: &[u8], is_last: bool) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (text, tag) = sealed.split_last_chunk::<TAG>().ok_or(VaultError::Damaged)?;
        let mut text = Zeroizing::new(text.to_vec());
        let opened = self.cipher.decrypt(&self.nonce(is_last), &self.additional(), &mut text, tag);
        opened.map_err(|_| VaultError::Damaged)?;
        self.counted()?;
        Ok(text)
    }
}

/// Writes a file, piece by piece. What has been handed out is never needed again.
pub struct Sealer {
    stream: Stream,
    /// Text that does not fill a chunk yet.
    waiting: Zeroizing<Vec<u8>>,
    /// All the text so far, in bytes.
    length: usize,
}

impl Sealer {
    /// Begins a file. The bytes beside it are its header, and come first. Every file gets a salt of its own, but for one that
    /// is written again in its own place (the keys of a counselor): there the start of its nonces, which is new every time, keeps the two apart.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`] where the system gives none.
    pub fn begin(purpose: FilePurpose, stretched: &Stretched) -> Result<(Self, Vec<u8>), VaultError> {
        let mut start = [0; START];
        getrandom::fill(&mut start).map_err(|_| VaultError::NoRandomness)?;
        Self::begin_with(purpose, stretched, start)
    }

    /// The same with the start of every nonce given, which nobody but a test may.
    pub(crate) fn begin_with(
        purpose: FilePurpose,
        stretched: &Stretched,
        start: [u8; START],
    ) -> Result<(Self, Vec<u8>), VaultError> {
        let committed = Committed::derive(&stretched.salt(), stretched.key(), DOMAIN, purpose.byte());
        let mut header = Vec::with_capacity(SealedFile::HEADER);
        header.extend_from_slice(&MAGIC);
        header.extend_from_slice(&[FORMAT, purpose.byte()]);
        header.extend_from_slice(&stretched.how().stored());
        header.extend_from_slice(&stretched.salt());
        header.extend_from_slice(&committed.commitment());
        header.extend_from_slice(&start);
        header.extend_from_slice(&checksum(DOMAIN, &header));
        let bytes = *header.first_chunk().ok_or(VaultError::TooShort)?;
        let waiting = Zeroizing::new(Vec::with_capacity(CHUNK));
        Ok((Self { stream: Stream::new(committed.cipher, start, bytes), waiting, length: 0 }, header))
    }

    /// Takes the next piece of the text, of any length, and gives the next bytes of the file, which may be none.
    ///
    /// # Errors
    /// [`VaultError::TooLong`] for more text than memory has addresses, or than 2³² chunks hold.
    pub fn push(&mut self, text: &[u8]) -> Result<Vec<u8>, VaultError> {
        self.length = self.length.checked_add(text.len()).ok_or(VaultError::TooLong)?;
        let mut sealed = Vec::with_capacity(room_for(self.waiting.len().saturating_add(text.len())));
        self.fill(text, &mut sealed)?;
        Ok(sealed)
    }

    /// Ends the file: its last bytes. A file without them does not open.
    ///
    /// # Errors
    /// [`VaultError::TooLong`], as [`Self::push`].
    pub fn finish(mut self) -> Result<Vec<u8>, VaultError> {
        let padding = whole_length(self.length)?.saturating_sub(self.length);
        let mut sealed = Vec::with_capacity(room_for(self.waiting.len().saturating_add(padding)));
        self.fill(&[END], &mut sealed)?;
        let zeros = [0; 1024];
        let mut missing = padding.saturating_sub(1);
        while missing > 0 {
            let some = zeros.get(..missing.min(zeros.len())).unwrap_or_default();
            self.fill(some, &mut sealed)?;
            missing = missing.saturating_sub(some.len());
        }
        self.stream.seal(&self.waiting, true, &mut sealed)?;
        Ok(sealed)
    }

    /// Seals what fills a chunk, and only once it is known that more follows: the last chunk is sealed as the last.
    fn fill(&mut self, text: &[u8], sealed: &mut Vec<u8>) -> Result<(), VaultError> {
        let mut rest = text;
        while !rest.is_empty() {
            if self.waiting.len() >= CHUNK {
                self.stream.seal(&self.waiting, false, sealed)?;
                self.waiting.clear();
            }
            let (now, later) = rest.split_at(rest.len().min(CHUNK.saturating_sub(self.waiting.len())));
            self.waiting.extend_from_slice(now);
            rest = later;
        }
        Ok(())
    }
}

/// How many bytes this much text becomes at most.
fn room_for(text: usize) -> usize {
    text.saturating_add(text.div_ceil(CHUNK).saturating_mul(TAG))
}
