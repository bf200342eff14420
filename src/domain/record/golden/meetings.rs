//! The lists of meetings of the golden files.

use crate::code::Kept;
use crate::meeting::{Fellowship, Held, MeetingList, Origin};
use crate::samples::chicago;
use crate::{Label, Link};

pub(super) fn from_an_address() -> MeetingList {
    let link = Link::new("https://intergroup.example/feed.json?key=1").unwrap();
    let held = Held {
        read_utc_ms: 1_795_361_400_000,
        batch: [1, 2, 3, 4, 5, 6, 7, 8],
        index_pages: 7,
        detail_pages: 79,
        meetings: 10_000,
        left_out: 12,
        updated_utc_ms: Some(1_795_300_000_000),
    };
    let name = Label::new("Reuniones del condado").unwrap();
    MeetingList::new(name, Fellowship::AlcoholicsAnonymous, Origin::address(link).unwrap(), chicago(), held)
}

pub(super) fn newer_words() -> MeetingList {
    let held = Held { index_pages: 1, detail_pages: 0, meetings: 0, updated_utc_ms: None, ..*from_an_address().held() };
    let mut list = from_an_address().holding(held);
    list.origin = Origin::File;
    list.fellowship = Kept::from_code("from-next-year").unwrap();
    list.refresh = Kept::from_code("hourly").unwrap();
    list
}
