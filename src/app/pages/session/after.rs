//! After a session: one tap says whether one was there. Whoever was not is asked, kindly, what got in the way.

use std::collections::BTreeSet;

use domain::{Attendance, KnownObstacle, Label, Obstacle, Visit, VisitEdit, WordsError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Chip, ChipGroup, Disclosure, OwnWords, RwSignal, derived, show_let};

use super::Here;
use super::facts::call_clinic;
use super::telling::{NotTold, Telling};
use crate::pages::details::own::limit;
use crate::pages::occasion;

/// One tap, and a second one on the same takes it back.
#[component]
pub fn WereYouThere(here: Here) -> impl IntoView {
    let Here { app, occasion, .. } = here;
    let telling = Telling::new(here);
    let chips = move || {
        let chip =
            |one: &Attendance| Chip { id: one.code().to_owned(), label: (app.text().week().choice)(*one).to_owned() };
        Attendance::ALL.iter().map(chip).collect::<Vec<_>>()
    };
    let told = move || occasion.with(occasion::attendance);
    let toggle = move |id: String| {
        let tapped = Attendance::from_code(&id);
        let now = occasion.with_untracked(occasion::attendance);
        telling.tell(VisitEdit::SetAttendance(tapped.filter(|tapped| Some(*tapped) != now)));
    };
    view! {
        <div class="card">
            <ChipGroup
                id="were-you-there"
                heading=app.text().week().how_was_it
                chips=derived(chips)
                selected=derived(move || told().map(|one| one.code().to_owned()).into_iter().collect::<BTreeSet<_>>())
                on_toggle=toggle
            />
            <NotTold telling=telling />
        </div>
    }
}

fn id_of(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Known(known) => known.code().to_owned(),
        Obstacle::Own(own) => format!("own {}", own.as_str()),
        Obstacle::Unknown(code) => format!("newer {}", code.as_str()),
    }
}

/// What got in the way, and the clinic one tap away.
#[component]
pub fn InTheWay(here: Here) -> impl IntoView {
    let Here { app, occasion, clinic, .. } = here;
    let telling = Telling::new(here);
    let told = move || occasion.with(|one| one.visit.as_ref().and_then(Visit::obstacle).cloned());
    let chips = move || {
        let words = app.text().week();
        let known = KnownObstacle::ALL
            .iter()
            .map(|one| Chip { id: one.code().to_owned(), label: (words.obstacle)(*one).to_owned() });
        let other = told().and_then(|told| match &told {
            Obstacle::Known(_) => None,
            Obstacle::Own(own) => Some(Chip { id: id_of(&told), label: own.as_str().to_owned() }),
            Obstacle::Unknown(_) => Some(Chip { id: id_of(&told), label: app.text().log().word_from_newer.to_owned() }),
        });
        known.chain(other).collect::<Vec<_>>()
    };
    let toggle = move |id: String| {
        let is_chosen = occasion
            .with_untracked(|one| one.visit.as_ref().and_then(Visit::obstacle).is_some_and(|told| id_of(told) == id));
        let tapped = KnownObstacle::from_code(&id).map(Obstacle::Known).filter(|_| !is_chosen);
        telling.tell(VisitEdit::SetObstacle(tapped));
    };
    view! {
        <div class="card">
            <ChipGroup
                id="in-the-way"
                heading=app.text().week().in_the_way
                chips=derived(chips)
                selected=derived(move || told().iter().map(id_of).collect::<BTreeSet<_>>())
                on_toggle=toggle
            />
            <OwnReason here=here telling=telling />
            <NotTold telling=telling />
            <p class="quiet">{app.text().week().in_the_way_line}</p>
            {show_let(clinic, move |clinic| view! { <div>{call_clinic(app, &clinic)}</div> })}
        </div>
    }
}

/// The person's own words for it.
#[component]
fn OwnReason(here: Here, telling: Telling) -> impl IntoView {
    let app = here.app;
    let words = RwSignal::new(String::new());
    let is_too_long = RwSignal::new(false);
    let add = move |typed: String| match Label::new(&typed) {
        Ok(own) => {
            is_too_long.set(false);
            spawn_local(async move {
                if telling.told(VisitEdit::SetObstacle(Some(Obstacle::Own(own)))).await {
                    let _ = words.try_set(String::new());
                }
            });
        }
        Err(WordsError::TooLong { .. }) => is_too_long.set(true),
        Err(WordsError::Empty) => {}
    };
    let too_long = move || is_too_long.get().then(|| app.text().craving().words_too_long.to_owned());
    view! {
        <Disclosure summary=app.text().common().own_words>
            <OwnWords
                id="own-reason"
                label=app.text().common().own_words.to_owned()
                add=app.text().common().add.to_owned()
                value=words
                error=derived(too_long)
                limit=limit(app, Label::LIMIT)
                on_input=move |typed| words.set(typed)
                on_add=add
            />
        </Disclosure>
    }
}
