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
    /// The name of a list whose new reading has lost so many meetings that the old one was kept.
    static FEWER: RefCell<Option<String>> = const { RefCell::new(None) };
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
                FEWER.with_borrow_mut(|fewer| *fewer = Some(list.name().as_str().to_owned()));
                app.revision.update(|revision| *revision = revision.wrapping_add(1));
            } else {
                let _ = app.renew_list(id, &bytes).await;
            }
        }
    });
}

/// The list that has to be looked at. Follows the journal.
pub fn fewer(app: App) -> Option<String> {
    app.revision.track();
    FEWER.with_borrow(Clone::clone)
}
