//! A passphrase, stretched: in the page's own program, because one file has no worker beside it. It takes a second, in which nothing else happens, so
//! whoever asks says so first and lets that be drawn.

use stretch::StretchError;
use vault::{SALT, Stretched, Stretching};

use crate::why::Why;

/// The key of a passphrase, which is expected in Unicode's form NFC.
///
/// # Errors
/// [`Why::NoPassphrase`], [`Why::NoMemory`].
pub fn stretched(passphrase: &str, salt: [u8; SALT], how: Stretching) -> Result<Stretched, Why> {
    let key = stretch::stretch(passphrase, &salt, &how).map_err(|why| match why {
        StretchError::Empty => Why::NoPassphrase,
        StretchError::NoMemory => Why::NoMemory,
        StretchError::Refused => Why::Damaged,
    })?;
    Stretched::new(key.as_slice(), salt, how).map_err(|_| Why::Damaged)
}
