//! What goes out: the signed file, and the link to it.

use domain::Link;
use domain::pack::{Pack, PackError};
use vault::{Outgoing, PACKAGE_ID, SigningKey, VerifyingKey};

use super::fault::NotMade;
use crate::why::Why;

/// What the file is called. It names nobody.
pub const FILE: &str = "program.handrail-pack";

/// Signs a version: the bytes of its file. `id` is random, `now_utc_ms` the clock of this computer.
///
/// # Errors
/// [`NotMade::TooLong`].
pub fn sign(key: &SigningKey, pack: &Pack, id: [u8; PACKAGE_ID], now_utc_ms: i64) -> Result<Vec<u8>, NotMade> {
    let payload = pack.encode().map_err(|_| NotMade::TooLong)?;
    let outgoing = Outgoing { id, sent_utc_ms: now_utc_ms, payload: &payload };
    vault::seal_pack(key, &outgoing).map_err(|_| NotMade::TooLong)
}

/// Opens a version that was signed, and says whose key signed it.
///
/// # Errors
/// [`Why`].
pub fn open(file: &[u8]) -> Result<(Pack, VerifyingKey), Why> {
    let signed = vault::open_pack(file)?;
    let pack = Pack::decode(&signed.payload).map_err(|why| match why {
        PackError::Newer => Why::Newer,
        PackError::CutOff => Why::CutOff,
        PackError::TooLong => Why::TooLong,
        PackError::Unreadable | PackError::BrokenLine { .. } | PackError::Twice { .. } | PackError::NoVersion => {
            Why::Damaged
        }
    })?;
    Ok((pack, signed.sender))
}

/// The address of the app as a link needs it; None for what is none. Only `https`, but for the place that this page itself came from (`own`).
#[must_use]
pub fn app_address(typed: &str, own: Option<&str>) -> Option<String> {
    let typed = typed.trim().split('#').next().unwrap_or_default();
    let address = if typed.ends_with('/') { typed.to_owned() } else { format!("{typed}/") };
    let link = Link::new(&address).ok()?;
    let is_secure = link.as_str().get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    let is_fine = (is_secure || own == Some(link.as_str())) && !typed.contains('?');
    is_fine.then_some(address)
}
