//! Reading old lists again by themselves, when the finder is opened and the network is there. Nobody asked, so nothing is said when it does not
//! work: how old a list is stands on the screen anyway.

use std::cell::RefCell;

use domain::meeting::{ListId, MeetingList, Origin};
use leptos::task::spawn_local;

use interop::meetings::Handed;

use crate::browser::meetings::{self, Answer};
use crate::browser::{clock, network};
use crate::state::App;

thread_local! {
    /// What was tried since the app was opened: each list once.
    static TRIED: RefCell<Vec<ListId>> = const { RefCell::new(Vec::new()) };
    /// A list whose new reading has lost so many meetings that the old one was kept, and which reading that is.
    static FEWER: RefCell<Option<(ListId, [u8; 8])>> = const { RefCell::new(None) };
}

/// Reads what is older than it may be, one list after the other.
pub fn renew_what_is_old(app: App) {
    if !network::is_online() {
        return;
    }
    let now = clock::now().utc_ms();
    let is_new = |id: &ListId| TRIED.with_borrow(|tried| !tried.contains(id));
    let old: Vec<(ListId, MeetingList)> =
        app.journal().lists().into_iter().filter(|(id, list)| list.is_due(now) && is_new(id)).collect();
    TRIED.with_borrow_mut(|tried| tried.extend(old.iter().map(|(id, _)| *id)));
    spawn_local(async move {
        for (id, list) in old {
            let Origin::Address(link) = list.origin() else { continue };
            let answer = meetings::from_address(link.as_str(), list.fellowship(), list.zone()).await;
            let Answer::Read(bytes) = answer else { continue };
            let Ok(handed) = Handed::decode(&bytes) else { continue };
            if list.would_shrink(handed.summary.meetings) {
                FEWER.with_borrow_mut(|fewer| *fewer = Some((id, list.held().batch)));
                app.revision.update(|revision| *revision = revision.wrapping_add(1));
            } else {
                let _ = app.renew_list(id, &bytes).await;
            }
        }
    });
}

/// The name of the list that has to be looked at, until it is a newer reading, gone, or decided about. Follows the journal.
pub fn fewer(app: App) -> Option<String> {
    app.revision.track();
    let (id, batch) = FEWER.with_borrow(|fewer| *fewer)?;
    let lists = app.journal().lists();
    let is_it = |(known, list): &&(ListId, MeetingList)| *known == id && list.held().batch == batch;
    lists.iter().find(is_it).map(|(_, list)| list.name().as_str().to_owned())
}

/// The person keeps what the list has.
pub fn decided(id: ListId) {
    FEWER.with_borrow_mut(|fewer| *fewer = fewer.filter(|(known, _)| *known != id));
}
