//! Lists of meetings are kept, renewed and deleted whole, whatever fails, and cost an opening nothing.

use domain::meeting::{Fellowship, Held, ListEdit, ListError, ListId, MeetingKey, MeetingList, Origin, Refresh};
use domain::{Label, Length, Link, Session, SessionEdit, SessionKind, StartTime, Weekdays, Weekly, When};
use storage::{Area, Memory, StoreError};

use super::week::chicago;
use super::world::{DAY_MS, Phone, START_MS, log_many, new_phone, now, open};
use crate::{ListsError, MOST_LISTS, NewPage, ReadError, SaveError};

pub(super) fn held(batch: u8, index_pages: u16, detail_pages: u16) -> Held {
    Held {
        read_utc_ms: START_MS,
        batch: [batch; 8],
        index_pages,
        detail_pages,
        meetings: 500,
        left_out: 3,
        updated_utc_ms: None,
    }
}

pub(super) fn list(held: Held) -> MeetingList {
    let origin = Origin::address(Link::new("https://intergroup.example/feed.json").unwrap()).unwrap();
    MeetingList::new(Label::new("Orange County").unwrap(), Fellowship::AlcoholicsAnonymous, origin, chicago(), held)
}

/// The pages of a reading, each of which says which one it is.
pub(super) fn pages(phone: &Phone, id: ListId, held: &Held) -> Vec<NewPage> {
    let index = (0..held.index_pages).map(|number| (true, number));
    let details = (0..held.detail_pages).map(|number| (false, number));
    let seal = |(is_index, number): (bool, u16)| {
        let page = format!("serenity {is_index} {number} of {:?}", held.batch);
        phone.seal_page(id, held.batch, is_index, number, page.as_bytes()).unwrap()
    };
    index.chain(details).map(seal).collect()
}

pub(super) fn add(phone: &Phone, held: Held) -> ListId {
    let id = phone.new_list_id();
    now(phone.add_list(id, list(held), pages(phone, id, &held))).unwrap();
    id
}

/// How many rows on the disk are pages of meetings.
pub(super) fn rows(home: &Memory) -> usize {
    home.rows().iter().filter(|(area, row)| *area == Area::Leaves && row.key.len() > 4).count()
}

/// What the pages of the only list say.
pub(super) fn texts(phone: &Phone) -> Vec<String> {
    let (id, list) = phone.lists().remove(0);
    let open = |page| String::from_utf8(phone.open_page(&page).unwrap()).unwrap();
    let mut texts: Vec<String> = now(phone.index_pages(id, &list)).unwrap().into_iter().map(open).collect();
    for number in 0..list.held().detail_pages {
        texts.push(String::from_utf8(now(phone.detail_page(id, &list, number)).unwrap()).unwrap());
    }
    texts
}

#[test]
fn a_list_is_there_after_opening_again_with_its_pages_in_their_order() {
    let (home, world, phone) = new_phone();
    add(&phone, held(1, 12, 3));
    let phone = open(&home, &world);
    let (_, kept) = phone.lists().remove(0);
    assert!(kept == list(held(1, 12, 3)));
    let texts = texts(&phone);
    assert_eq!((texts.len(), texts[11].as_str()), (15, "serenity true 11 of [1, 1, 1, 1, 1, 1, 1, 1]"));
    assert!(texts[14].starts_with("serenity false 2"));
    assert_eq!(now(phone.detail_page(phone.lists()[0].0, &kept, 3)).err(), Some(ReadError::Unreadable));
}

#[test]
fn nothing_of_a_list_can_be_read_on_the_disk() {
    let (home, _, phone) = new_phone();
    add(&phone, held(1, 2, 2));
    for (_, row) in home.rows() {
        let has = |word: &[u8]| row.bytes.windows(word.len()).any(|part| part == word);
        assert!(!has(b"serenity") && !has(b"Orange") && !has(b"intergroup"));
    }
}

#[test]
fn a_new_reading_takes_the_place_of_the_old_one_at_once_or_not_at_all() {
    let (home, world, phone) = new_phone();
    let id = add(&phone, held(1, 3, 4));
    let renewed = held(2, 1, 2);
    let failing = home.clone().failing_at(1, StoreError::Full);
    let refused = now(phone.renew_list(id, renewed, pages(&phone, id, &renewed)));
    assert_eq!(refused.err(), Some(ListsError::Save(SaveError::Store(StoreError::Full))));
    assert_eq!((rows(&failing), texts(&open(&home, &world)).len()), (7, 7));
    now(phone.renew_list(id, renewed, pages(&phone, id, &renewed))).unwrap();
    assert_eq!(rows(&home), 3);
    assert!(texts(&open(&home, &world)).iter().all(|text| text.ends_with("[2, 2, 2, 2, 2, 2, 2, 2]")));
}

#[test]
fn two_tabs_that_renew_at_once_leave_one_reading() {
    let (home, world, phone) = new_phone();
    let id = add(&phone, held(1, 3, 4));
    let other = open(&home, &world);
    for (phone, batch) in [(&phone, 2), (&other, 3)] {
        let renewed = held(batch, 2, 2);
        now(phone.renew_list(id, renewed, pages(phone, id, &renewed))).unwrap();
    }
    assert_eq!(rows(&home), 4);
    assert!(texts(&open(&home, &world)).iter().all(|text| text.contains("[3, 3")));
}

#[test]
fn a_new_name_leaves_the_pages_alone() {
    let (home, _, phone) = new_phone();
    let id = add(&phone, held(1, 1, 1));
    now(phone.edit_list(id, ListEdit::SetName(Label::new("Home").unwrap()))).unwrap();
    let saved = now(phone.edit_list(id, ListEdit::SetRefresh(Refresh::Daily))).unwrap();
    assert_eq!((saved.list.name().as_str(), saved.list.refresh()), ("Home", Refresh::Daily));
    assert_eq!((rows(&home), texts(&phone).len()), (2, 2));
}

#[test]
fn a_deleted_list_leaves_no_page_and_no_address() {
    let (home, world, phone) = new_phone();
    let id = add(&phone, held(1, 3, 4));
    now(phone.delete_list(id)).unwrap();
    assert_eq!(rows(&home), 0);
    assert!(phone.lists().is_empty() && open(&home, &world).lists().is_empty());
    assert_eq!(now(phone.delete_list(id)), Err(SaveError::Gone));
    let renewed = held(2, 1, 1);
    let late = now(phone.renew_list(id, renewed, pages(&phone, id, &renewed)));
    assert_eq!((late.err(), rows(&home)), (Some(ListsError::Save(SaveError::Gone)), 0));
}

#[test]
fn more_lists_than_anybody_keeps_are_refused_as_a_whole() {
    let (home, _, phone) = new_phone();
    for batch in 0..MOST_LISTS {
        add(&phone, held(batch as u8, 1, 0));
    }
    let (id, one_more) = (phone.new_list_id(), held(99, 1, 0));
    let refused = now(phone.add_list(id, list(one_more), pages(&phone, id, &one_more)));
    assert_eq!(refused.err(), Some(ListsError::List(ListError::TooMany { limit: MOST_LISTS })));
    assert_eq!((rows(&home), phone.lists().len()), (MOST_LISTS, MOST_LISTS));
}

#[test]
fn a_damaged_page_costs_its_list_and_nothing_else() {
    let (home, world, phone) = new_phone();
    let id = add(&phone, held(1, 2, 1));
    log_many(&phone, &world, 3);
    let is_page = |area: Area, row: &storage::Row| area == Area::Leaves && row.key.len() > 4;
    let key = home.rows().into_iter().find(|(area, row)| is_page(*area, row)).unwrap().1.key;
    assert!(home.damage(Area::Leaves, &key, |bytes| bytes[80] ^= 1));
    let phone = open(&home, &world);
    let (_, list) = phone.lists().remove(0);
    let sealed = now(phone.index_pages(id, &list)).unwrap();
    assert_eq!(phone.open_page(&sealed[0]).err(), Some(ReadError::Unreadable));
    assert!(phone.open_page(&sealed[1]).is_ok());
    assert_eq!(super::world::all(&phone).len(), 3);
}

#[test]
fn pages_survive_packing_and_a_head_that_is_made_again() {
    let (home, world, phone) = new_phone();
    add(&phone, held(1, 4, 9));
    log_many(&phone, &world, 500);
    while now(phone.pack()).unwrap() {}
    assert!(home.damage(Area::Meta, b"head", |bytes| bytes[50] ^= 1));
    let phone = open(&home, &world);
    assert_eq!((texts(&phone).len(), rows(&home)), (13, 13));
    log_many(&phone, &world, 500);
    while now(phone.pack()).unwrap() {}
    assert_eq!(texts(&open(&home, &world)).len(), 13);
}

fn evening(title: &str) -> Session {
    let monday = Weekdays::of(&[chrono::Weekday::Mon]).unwrap();
    let first = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let when = When::Weekly(Weekly::from(first, monday));
    let (start, length) = (StartTime::at(18, 0).unwrap(), Length::of_minutes(60).unwrap());
    let session = Session::new(SessionKind::MutualHelp, chicago(), when, start, length).unwrap();
    session.apply(SessionEdit::SetTitle(Label::new(title).ok())).unwrap()
}

#[test]
fn a_meeting_saved_twice_is_one_session_and_can_be_saved_again_a_year_later() {
    let (home, world, phone) = new_phone();
    let ids = MeetingKey::of("serenity").series(phone.new_list_id());
    let saved = now(phone.save_meeting(&ids, evening("Serenity"))).unwrap();
    now(open(&home, &world).save_meeting(&ids, evening("Serenity, now upstairs"))).unwrap();
    now(phone.refresh()).unwrap();
    let sessions = phone.timetable().sessions;
    assert_eq!((sessions.len(), sessions[0].0, saved.id), (1, ids[0], ids[0]));
    assert_eq!(sessions[0].1.about().title().unwrap().as_str(), "Serenity, now upstairs");
    now(phone.delete_session(ids[0])).unwrap();
    assert_eq!(now(phone.save_meeting(&ids, evening("Serenity"))).unwrap().id, ids[0]);
    now(phone.delete_session(ids[0])).unwrap();
    world.wait(31 * DAY_MS);
    log_many(&phone, &world, 1);
    now(phone.sweep()).unwrap();
    assert_eq!(now(phone.save_meeting(&ids, evening("Serenity"))).unwrap().id, ids[1]);
}
