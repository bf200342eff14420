//! What the person says about an entry itself: to be talked about, or private.

use domain::{EntryMark, Marks, Moment};
use engine::{RecordId, SaveError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Card, RwSignal, Switch, derived};

use crate::pages::saving::Problem;
use crate::state::{App, follow};

/// Both marks of one entry. `at` is when it was.
#[component]
pub fn MarksOf(app: App, id: RecordId, at: Moment, is_lapse: bool) -> impl IntoView {
    let words = app.text().log();
    let told = follow(app, move |journal| async move { journal.marks(id).await.ok().flatten() });
    let failed = RwSignal::new(None::<(EntryMark, bool, SaveError)>);
    let at = StoredValue::new(at);
    let set = move |mark: EntryMark, is_set: bool| {
        spawn_local(async move {
            let answer = app.mark_entry(id, &at.get_value(), mark, is_set).await;
            let _ = failed.try_set(answer.err().map(|why| (mark, is_set, why)));
        });
    };
    let again = move |()| {
        if let Some((mark, is_set, _)) = failed.get_untracked() {
            set(mark, is_set);
        }
    };
    let marks = move |look: fn(&Marks, bool) -> bool, otherwise: bool| {
        derived(move || {
            told.with(|told| told.as_ref().and_then(Option::as_ref).map_or(otherwise, |told| look(told, is_lapse)))
        })
    };
    view! {
        <Card id="entry-marks">
            <Switch
                id="talk-about"
                label=words.talk_about.to_owned()
                on=marks(|marks, _| marks.talk_about(), false)
                on_change=move |is_set| set(EntryMark::TalkAbout, is_set)
            />
            <Switch
                id="private"
                label=words.private.to_owned()
                on=marks(Marks::is_private, is_lapse)
                on_change=move |is_set| set(EntryMark::Private, is_set)
            />
            <p class="quiet small">{words.private_line}</p>
            <Problem app=app why=derived(move || failed.with(|failed| failed.as_ref().map(|(.., why)| *why))) on_again=again />
        </Card>
    }
}
