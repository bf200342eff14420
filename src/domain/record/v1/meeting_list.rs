//! Version 1 of a list of meetings, kind 20. Frozen like its siblings. No time in the preamble: it lies on the shelf.

use serde::{Deserialize, Serialize};

use crate::code::Kept;
use crate::contact::Link;
use crate::meeting::{Held, MeetingList, Origin};
use crate::moment::Zone;
use crate::words::Label;

/// Kind 20.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct MeetingListV1 {
    /// At most 80 characters.
    name: String,
    fellowship: String,
    /// At most 2,000 bytes, and one that may be asked; none: a file.
    address: Option<String>,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    refresh: String,
    read_utc_ms: i64,
    batch: [u8; 8],
    /// 1 to 1,000.
    index_pages: u16,
    /// 0 to 1,000.
    detail_pages: u16,
    meetings: u32,
    left_out: u32,
    updated_utc_ms: Option<i64>,
}

impl From<&MeetingList> for MeetingListV1 {
    fn from(list: &MeetingList) -> MeetingListV1 {
        let held = list.held;
        MeetingListV1 {
            name: list.name.as_str().to_owned(),
            fellowship: list.fellowship.code().to_owned(),
            address: match &list.origin {
                Origin::Address(link) => Some(link.as_str().to_owned()),
                Origin::File => None,
            },
            zone: list.zone.name().to_owned(),
            refresh: list.refresh.code().to_owned(),
            read_utc_ms: held.read_utc_ms,
            batch: held.batch,
            index_pages: held.index_pages,
            detail_pages: held.detail_pages,
            meetings: held.meetings,
            left_out: held.left_out,
            updated_utc_ms: held.updated_utc_ms,
        }
    }
}

impl MeetingListV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_list(self) -> Option<MeetingList> {
        let held = Held {
            read_utc_ms: self.read_utc_ms,
            batch: self.batch,
            index_pages: self.index_pages,
            detail_pages: self.detail_pages,
            meetings: self.meetings,
            left_out: self.left_out,
            updated_utc_ms: self.updated_utc_ms,
        };
        if !(1..=Held::MAX_PAGES).contains(&held.index_pages) || held.detail_pages > Held::MAX_PAGES {
            return None;
        }
        let origin = match self.address {
            Some(address) => Origin::address(Link::new(&address).ok()?).ok()?,
            None => Origin::File,
        };
        Some(MeetingList {
            name: Label::new(&self.name).ok().filter(|name| name.as_str() == self.name)?,
            fellowship: Kept::from_code(&self.fellowship)?,
            origin,
            zone: Zone::named(&self.zone)?,
            refresh: Kept::from_code(&self.refresh)?,
            held,
        })
    }
}
