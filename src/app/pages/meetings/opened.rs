//! The lists that are open: read from their pages when the first screen asks, and kept in memory until a newer reading is there.

use std::cell::RefCell;
use std::rc::Rc;

use domain::meeting::{Choice, ListId, Listing, Meeting, MeetingKey, MeetingList, Timeline, kinds_of};
use engine::ReadError;
use interop::meetings::{DETAILS_A_PAGE, Unpacking, meeting_of};

use crate::browser::{clock, pause};
use crate::state::{App, OpenJournal};

/// One list and, where its pages could be read, its meetings.
#[derive(Clone)]
pub struct Opened {
    pub id: ListId,
    pub list: MeetingList,
    pub listing: Option<Rc<Listing>>,
}

/// All lists, and what comes when, from the moment they were looked at.
#[derive(Clone)]
pub struct Meetings {
    pub all: Vec<Opened>,
    pub timeline: Timeline,
    pub kinds: Vec<Choice>,
}

/// A list in memory: which one, and of which reading.
type Kept = (ListId, [u8; 8], Rc<Listing>);

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

impl Meetings {
    /// Reads what is not in memory yet, a page at a time, and works out what comes when.
    pub async fn read(app: App, journal: &OpenJournal) -> Meetings {
        let mut all = Vec::new();
        for (id, list) in journal.lists() {
            let listing = listing(journal, id, &list).await.ok();
            all.push(Opened { id, list, listing });
        }
        KEPT.with_borrow_mut(|kept| {
            kept.retain(|(id, batch, _)| all.iter().any(|one| one.id == *id && one.list.held().batch == *batch));
        });
        let mut meetings = Meetings { all, timeline: Timeline::default(), kinds: Vec::new() };
        let now = clock::now();
        // A tap is answered between the long steps.
        let timeline = Timeline::of(&meetings.listings(), &app.zones(), now.zone(), now.utc_ms());
        pause::breathe().await;
        let kinds = kinds_of(&meetings.listings());
        pause::breathe().await;
        (meetings.timeline, meetings.kinds) = (timeline, kinds);
        meetings
    }

    /// What the finder looks through; a list that could not be read is empty.
    pub fn listings(&self) -> Vec<&Listing> {
        self.readable().filter_map(|one| one.listing.as_deref()).collect()
    }

    /// The list at a place of [`Meetings::listings`].
    pub fn at(&self, place: usize) -> Option<&Opened> {
        self.readable().nth(place)
    }

    fn readable(&self) -> impl Iterator<Item = &Opened> {
        self.all.iter().filter(|one| one.listing.is_some())
    }
}

/// The meetings of a list, from memory or from its pages.
async fn listing(journal: &OpenJournal, id: ListId, list: &MeetingList) -> Result<Rc<Listing>, ReadError> {
    let batch = list.held().batch;
    let known = KEPT.with_borrow(|kept| {
        let is_it = |one: &&Kept| one.0 == id && one.1 == batch;
        kept.iter().find(is_it).map(|(_, _, listing)| Rc::clone(listing))
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let mut unpacking: Option<Unpacking> = None;
    for page in journal.index_pages(id, list).await? {
        let page = journal.open_page(&page)?;
        match &mut unpacking {
            None => unpacking = Some(Unpacking::begin(&page).ok_or(ReadError::Unreadable)?),
            Some(unpacking) => unpacking.add(&page).ok_or(ReadError::Unreadable)?,
        }
        pause::breathe().await;
    }
    let whole = unpacking.and_then(|unpacking| unpacking.finish(list.fellowship(), list.zone().clone()));
    let listing = Rc::new(whole.ok_or(ReadError::Unreadable)?);
    KEPT.with_borrow_mut(|kept| kept.push((id, batch, Rc::clone(&listing))));
    pause::breathe().await;
    Ok(listing)
}

/// One meeting with everything, and the list it is in.
#[derive(Clone)]
pub struct OneMeeting {
    pub id: ListId,
    pub list: MeetingList,
    pub listing: Rc<Listing>,
    pub meeting: Meeting,
}

/// None when the list or the meeting is not there any more.
pub async fn one(journal: &OpenJournal, id: ListId, key: MeetingKey) -> Result<Option<OneMeeting>, ReadError> {
    let Some((_, list)) = journal.lists().into_iter().find(|(known, _)| *known == id) else { return Ok(None) };
    let listing = listing(journal, id, &list).await?;
    let Some(row) = listing.place_of(key) else { return Ok(None) };
    let number = u16::try_from(row / DETAILS_A_PAGE).map_err(|_| ReadError::Unreadable)?;
    let page = journal.detail_page(id, &list, number).await?;
    let meeting = meeting_of(&listing, row, &page).ok_or(ReadError::Unreadable)?;
    Ok(Some(OneMeeting { id, list, listing, meeting }))
}

/// "Read 3 days ago".
pub fn age(app: App, list: &MeetingList) -> String {
    // As a program's pack brings it.
    if list.held().read_utc_ms == 0 {
        return app.text().meetings().not_read_yet.to_owned();
    }
    let read = clock::at(list.held().read_utc_ms as f64);
    let days = clock::now().day().signed_duration_since(read.day()).num_days();
    (app.text().meetings().age)(days)
}
