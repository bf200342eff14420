//! Saving a meeting into the week.

use std::rc::Rc;

use domain::SeriesId;
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Icon, Memo, RwSignal, derived, live};

use crate::browser::clock;
use crate::pages::meetings::opened::OneMeeting;
use crate::pages::plan::fields::saving_of;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// The session that the meeting is in the week, if it is. Follows the journal.
pub fn series_of(app: App, here: &OneMeeting) -> Option<SeriesId> {
    app.revision.track();
    let ids = here.meeting.key.series(here.id);
    let sessions = app.journal().timetable().sessions;
    ids.into_iter().find(|id| sessions.iter().any(|(known, _)| known == id))
}

#[component]
pub fn InWeek(app: App, here: Rc<OneMeeting>) -> impl IntoView {
    let words = app.text().meetings();
    let failed = RwSignal::new(None::<WeekError>);
    let busy = RwSignal::new(false);
    // By appointment there is nothing to put into a week.
    here.meeting.time?;
    let kept = StoredValue::new_local(Rc::clone(&here));
    let save = move || {
        let here = kept.get_value();
        let session = here.meeting.session(here.list.zone(), clock::now().day(), false);
        let Ok(Some(session)) = session else { return };
        busy.set(true);
        spawn_local(async move {
            let ids = here.meeting.key.series(here.id);
            let answer = app.save_meeting(&ids, session, words.saved.to_owned()).await;
            let _ = busy.try_set(false);
            let _ = failed.try_set(answer.err());
        });
    };
    let is_there = Memo::new(move |_| kept.with_value(|here| series_of(app, here)).is_some());
    Some(view! {
        <div class="flow flow--tight">
            {live(move || {
                if is_there.get() {
                    view! {
                        <p class="strong">{words.in_week}</p>
                        <ButtonLink href=Page::Week.path() kind=ButtonKind::Plain>
                            {words.to_week}
                        </ButtonLink>
                    }
                        .into_any()
                } else {
                    view! {
                        <Button kind=ButtonKind::Quiet icon=Icon::Week wide=true busy=busy on_press=move |()| save()>
                            {words.save}
                        </Button>
                    }
                        .into_any()
                }
            })}
            <Problem app=app why=derived(move || failed.get().and_then(saving_of)) on_again=move |()| save() />
        </div>
    })
}
