//! Sessions for the calendar of the phone: the reminder that arrives without a server. Which ones, how it reminds, what it says, and then a
//! file to open there.

mod afterwards;
mod choose;
mod file;
mod say;

use domain::SeriesId;
use domain::week::Timetable;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonLink, EmptyState, Icon, Memo, RwSignal, live};

use crate::browser::hand_over::{Handed, hand_over};
use crate::routes::Page;
use crate::state::App;
use afterwards::{Afterwards, Later};
use choose::{Chosen, Which};
pub use file::product;
use say::{Remind, Says};

/// What the file is called. Its name is the same in every language, and says nothing.
const FILE_NAME: &str = "appointments.ics";
const FILE_KIND: &str = "text/calendar";

/// What became of the last file.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    NoneTicked,
    NotMade,
    Handed(Handed),
}

/// The page. `only`: the session from which somebody came.
#[component]
pub fn CalendarOut(app: App, only: Option<SeriesId>) -> impl IntoView {
    let timetable = Memo::new(move |_| {
        app.revision.track();
        app.journal().timetable()
    });
    let is_empty = Memo::new(move |_| timetable.with(|all| all.sessions.is_empty() && all.imported.is_empty()));
    live(move || {
        if is_empty.get() {
            view! { <NothingYet app=app /> }.into_any()
        } else {
            view! { <Making app=app timetable=timetable only=only /> }.into_any()
        }
    })
}

#[component]
fn NothingYet(app: App) -> impl IntoView {
    view! {
        <EmptyState text=app.text().calendar_out().nothing_yet icon=Icon::Week>
            <ButtonLink href=Page::Week.path()>{app.text().week().to_week}</ButtonLink>
        </EmptyState>
    }
}

#[component]
fn Making(app: App, timetable: Memo<Timetable>, only: Option<SeriesId>) -> impl IntoView {
    let words = app.text().calendar_out();
    let chosen = Chosen::new(only);
    let told = RwSignal::new(None::<Told>);
    let busy = RwSignal::new(false);
    let make = move |()| {
        let text = timetable.with_untracked(|all| file::text(app, &chosen.of(all)));
        let text = match text {
            None => return told.set(Some(Told::NoneTicked)),
            Some(Err(_)) => return told.set(Some(Told::NotMade)),
            Some(Ok(text)) => text,
        };
        // Taken away first, so that the same sentence is read out again.
        told.set(None);
        busy.set(true);
        spawn_local(async move {
            let handed = hand_over(FILE_NAME, FILE_KIND, &text).await;
            let _ = busy.try_set(false);
            let _ = told.try_set(Some(Told::Handed(handed)));
        });
    };
    let sentence = move |told| match told {
        Told::NoneTicked => words.none_ticked,
        Told::NotMade | Told::Handed(Handed::Nowhere) => words.not_made,
        Told::Handed(Handed::Saved) => words.saved,
        Told::Handed(Handed::Over) => words.handed_over,
        Told::Handed(Handed::Stopped) => words.stopped,
    };
    view! {
        <p class="lead">{words.lead}</p>
        <p>{words.no_server}</p>
        <Which app=app timetable=timetable chosen=chosen />
        <Remind app=app />
        <Says app=app />
        <Button icon=Icon::Download wide=true busy=busy on_press=make>
            {words.make}
        </Button>
        <p class="announce strong" role="status">
            {live(move || told.get().map(sentence))}
        </p>
        <Afterwards app=app />
        <Later app=app />
    }
}
