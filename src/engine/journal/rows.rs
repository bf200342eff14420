//! The addresses of the rows, and sealing and opening them.

use storage::{Area, Change};
use sync::{DeviceId, RecordId};
use vault::{LocalKey, Place, Purpose, VaultError};

use super::id::half_of;

/// Row of `Area::Meta` that says how the rows are laid out: one plain byte.
pub(crate) const FORMAT: &[u8] = b"format";
/// Row of `Area::Meta` with the root key, wrapped by the device.
pub(crate) const ROOT: &[u8] = b"root";
/// Row of `Area::Meta` with the lock, plain: what opens the root key in place of the device, and how often that was tried.
pub(crate) const LOCK: &[u8] = b"lock";
/// Row of `Area::Meta` with the sealed head.
pub(crate) const HEAD: &[u8] = b"head";
/// Row of `Area::Meta` with the sealed directory of leaves.
pub(crate) const DIRECTORY: &[u8] = b"directory";
/// Row of `Area::Meta` with the key of the contacts, wrapped by the device. It is not the root key: with a lock on, the root is not there.
pub(crate) const CONTACTS_KEY: &[u8] = b"contacts-key";
/// Row of `Area::Meta` with the people who are shown while the app is locked.
pub(crate) const CONTACTS: &[u8] = b"contacts";
/// Row of `Area::Meta` with the days of use, so that sober time needs no leaf.
pub(crate) const USED: &[u8] = b"used";
/// The layout this build writes. A larger number on disk means a newer app was here.
pub(crate) const LAYOUT: u8 = 1;

/// The row of an operation: its device and that device's counter, so that delivering it twice writes it once.
pub(crate) fn tail_key(device: DeviceId, counter: u64) -> Vec<u8> {
    let mut key = device.bytes().to_vec();
    key.extend_from_slice(&counter.to_be_bytes());
    key
}

/// The row of a leaf.
pub(crate) fn leaf_key(leaf: u32) -> Vec<u8> {
    leaf.to_be_bytes().to_vec()
}

/// Every row of a leaf has four bytes as its key; pages of meetings have more, so that neither is ever taken for the other.
const MEETINGS: &[u8] = b"meetings";

/// The row of a page of a list of meetings: whose, of which reading, of which sort, which number.
pub(crate) fn page_key(list: [u8; 8], batch: [u8; 8], is_index: bool, number: u16) -> Vec<u8> {
    let mut key = MEETINGS.to_vec();
    key.extend_from_slice(&list);
    key.extend_from_slice(&batch);
    key.push(u8::from(!is_index));
    key.extend_from_slice(&number.to_be_bytes());
    key
}

/// The row of a page by the name it has among the pages of its list.
pub(crate) fn named_page_key(list: RecordId, name: &[u8]) -> Vec<u8> {
    let mut key = MEETINGS.to_vec();
    key.extend_from_slice(&half_of(list));
    key.extend_from_slice(name);
    key
}

/// What a page is called among the pages of its list: reading, sort and number. `None` for rows of leaves.
pub(crate) fn page_name(key: &[u8]) -> Option<&[u8]> {
    key.strip_prefix(MEETINGS)?.get(8..)
}

/// The first and the last row that a page of this list may have.
pub(crate) fn pages_of(list: RecordId) -> (Vec<u8>, Vec<u8>) {
    (named_page_key(list, &[]), named_page_key(list, &[0xff; 64]))
}

/// Seals `plain` for the row `key` of `area`, ready to be part of a batch.
pub(crate) fn seal_row(
    key: &LocalKey,
    device: DeviceId,
    area: Area,
    purpose: Purpose,
    row: &[u8],
    plain: &[u8],
) -> Result<Change, VaultError> {
    let bytes = vault::seal(key, &Place { purpose, row, device: device.bytes() }, plain)?;
    Ok(Change::Put { area, key: row.to_vec(), bytes })
}

/// What a change writes; nothing where it takes a row away.
pub(crate) fn sealed_bytes(change: &Change) -> Vec<u8> {
    match change {
        Change::Put { bytes, .. } => bytes.clone(),
        Change::Delete { .. } => Vec::new(),
    }
}
