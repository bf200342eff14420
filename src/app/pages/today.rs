//! The first screen: what comes next in a place that is kept for it, the craving card where the static shell painted it, what is open
//! or due, and what was logged today.

mod check_in;
mod due;
mod listed;
mod next;
mod open;
mod sober;
mod whom;

use domain::{Intensity, Settings};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Card, Memo, RwSignal, Scale, live};

use crate::browser::clock;
use crate::pages::minutes::minutes;
use crate::parts;
use crate::routes::{Page, Part};
use crate::state::{App, follow};
use check_in::CheckInCard;
use due::DueList;
use listed::Listed;
use next::NextCard;
pub use next::NextLine;
use open::{Emptied, NewHere, NotSavedYet, YourWave};
use sober::SoberLine;
use whom::WhomToCall;

/// How many of the latest entries are read: enough for the rows, and for a wave that was left a while ago.
const READ: usize = 12;

/// Today. What stands around the card is a part of its own, so that the card is there as early as can be; who is new is told what this is at
/// once, as the static shell does, and not a second later. The place above it has its
/// height before anything is in it, here and in `public/index.html`, so that the card never moves.
#[component]
pub fn Today(app: App) -> impl IntoView {
    let is_all_here = app.parts.has(Part::Today);
    view! {
        <div class="next-slot">{live(move || is_all_here.get().then(|| parts::draw_next(app)).flatten())}</div>
        <CravingCard app=app />
        <NotSavedYet app=app />
        <NewHere app=app />
        {live(move || is_all_here.get().then(|| parts::draw(app, Part::Today, Page::Today)).flatten())}
    }
}

/// What stands below the card.
#[component]
pub fn Below(app: App) -> impl IntoView {
    let latest = follow(app, |journal| async move { journal.list(None, READ).await });
    // Whoever opens the app in the morning is not shown yesterday as today.
    let today = Memo::new(move |_| {
        app.woken.track();
        app.revision.track();
        clock::now().day()
    });
    let now_ms = minutes(app);
    // Who is here for the first time is told what this is before being asked about the day.
    let is_welcomed = Memo::new(move |_| app.settings.with(Settings::welcomed));
    view! {
        <NextCard app=app now_ms=now_ms />
        <Emptied app=app />
        <YourWave app=app latest=latest today=today />
        {live(move || is_welcomed.get().then(|| view! { <CheckInCard app=app today=today /> }))}
        <DueList app=app now_ms=now_ms />
        <SoberLine app=app today=today />
        <WhomToCall app=app latest=latest />
        <Listed app=app latest=latest today=today />
        {live(move || (!is_welcomed.get()).then(|| view! { <CheckInCard app=app today=today /> }))}
    }
}

/// The one big action: a tap on a number saves it. The same markup stands in `public/index.html`, so that nothing moves when the app
/// takes over.
#[component]
fn CravingCard(app: App) -> impl IntoView {
    let tapped = RwSignal::new(None::<u8>);
    let pick = move |step: u8| {
        let Ok(intensity) = Intensity::new(step) else { return };
        // One craving: an impatient second tap is not a second one.
        if tapped.get_untracked().is_some() {
            return;
        }
        tapped.set(Some(step));
        spawn_local(async move {
            // A failure shows below as "not saved yet".
            if let Ok(key) = app.log_craving(intensity, None).await {
                app.go_to.set(Some(Page::WhatNow(key)));
            }
            let _ = tapped.try_set(None);
        });
    };
    view! {
        <Card id="craving" heading=Some(app.text().today().craving.to_owned())>
            <Scale
                id="craving-scale"
                label=app.text().today().craving.to_owned()
                low=app.text().common().none_at_all.to_owned()
                high=app.text().common().strongest.to_owned()
                step_label=move |step| (app.text().common().craving_of_ten)(step)
                chosen=tapped
                on_pick=pick
            />
        </Card>
    }
}
