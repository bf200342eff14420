//! Version 1 of the pages in which a list is kept. Frozen: phones hold them for as long as a file is not brought again.
//!
//! The first index page has what all rows share; every further one has up to a thousand rows; the other pages have what only a meeting's
//! own page shows. Each begins with a byte for the version. The encoding is postcard 1, so the order of everything here is the format.

use serde::{Deserialize, Serialize};

/// The version that is written.
pub(super) const VERSION: u8 = 1;

/// The first index page.
#[derive(Serialize, Deserialize)]
pub(super) struct SharedV1 {
    /// How many rows follow, on how many pages.
    pub rows: u32,
    pub row_pages: u16,
    pub zones: Vec<String>,
    pub kinds: Vec<KindV1>,
    /// One text a line, the first one empty.
    pub texts: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct KindV1 {
    pub english: String,
    pub spanish: String,
    pub group: String,
    pub gives_proof: bool,
}

/// Every further index page.
#[derive(Serialize, Deserialize)]
pub(super) struct RowsV1 {
    pub rows: Vec<RowV1>,
}

/// Numbers of texts are lines of [`SharedV1::texts`]; 0 is none.
#[derive(Serialize, Deserialize)]
pub(super) struct RowV1 {
    pub key: [u8; 8],
    pub name: u32,
    /// 0 to 6 from Monday; 7: by appointment.
    pub day: u8,
    /// Minutes since midnight; 0 when by appointment.
    pub start: u16,
    /// Minutes; 0 when by appointment.
    pub length: u16,
    /// A place in [`SharedV1::zones`] and one more; 0: the list's own.
    pub zone: u16,
    pub kinds: Vec<u16>,
    pub ways: u8,
    pub place: u32,
    pub address: u32,
    pub region: u32,
    pub group: u32,
    /// Latitude and longitude in hundred-thousandths of a degree.
    pub position: Option<(i32, i32)>,
}

/// A page of the rest, for as many rows as there are on it.
#[derive(Serialize, Deserialize)]
pub(super) struct DetailsV1 {
    /// The first one is empty.
    pub texts: Vec<String>,
    pub rows: Vec<DetailV1>,
}

/// Numbers are places in [`DetailsV1::texts`]; 0 is none.
#[derive(Serialize, Deserialize)]
pub(super) struct DetailV1 {
    pub notes: u32,
    pub place_notes: u32,
    pub group_notes: u32,
    pub link: u32,
    pub link_notes: u32,
    pub phone: u32,
    pub phone_notes: u32,
    pub page: u32,
    pub contacts: Vec<ContactV1>,
    pub host: Option<ContactV1>,
    pub updated_utc_ms: Option<i64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ContactV1 {
    pub name: u32,
    pub phone: u32,
    pub email: u32,
    pub page: u32,
}
