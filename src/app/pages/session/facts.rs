//! When it is, what it is, where it is, and the ways to get there.

use domain::PhoneNumber;
use domain::week::{Occasion, Occurrence};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Icon, SessionMark, live};

use super::Here;
use crate::browser::{clock, dates, platform};
use crate::pages::occasion;
use crate::state::App;

/// What is read at the top of the page.
#[component]
pub fn Facts(here: Here) -> impl IntoView {
    let Here { app, occasion, .. } = here;
    live(move || occasion.with(|one| drawn(app, one)))
}

fn drawn(app: App, one: &Occasion) -> AnyView {
    let (at, text) = (&one.occurrence, app.text());
    let words = text.week();
    let day = dates::day(occasion::day(app, at), clock::now().day(), text.language);
    let told = [
        (words.place, at.about.place().map(|place| place.as_str().to_owned())),
        (words.phone, at.about.phone().map(|phone| phone.as_str().to_owned())),
        (words.counselor, at.about.counselor().map(|counselor| counselor.as_str().to_owned())),
        (words.bring, at.about.bring().map(|bring| bring.as_str().to_owned())),
    ];
    let told: Vec<AnyView> =
        told.into_iter().filter_map(|(name, words)| words.map(|words| fact(name, words))).collect();
    let has_kind = at.about.title().is_some();
    view! {
        <div class="flow flow--tight">
            <p class="lead strong" dir="auto">
                {occasion::title(&at.about, text)}
            </p>
            {has_kind.then(|| view! { <p class="quiet">{(text.program().kind)(at.about.kind())}</p> })}
            <p class="day numbers">{day}</p>
            <p class="numbers">{occasion::time(app, at)}</p>
            {occasion::time_there(app, at).map(|words| view! { <p class="quiet numbers">{words}</p> })}
            {occasion::standing(one, text)
                .map(|words| {
                    view! {
                        <p class="cluster">
                            <SessionMark state=occasion::state(one) />
                            <span>{words}</span>
                        </p>
                    }
                })}
            {(!told.is_empty()).then(|| view! { <dl class="facts">{told}</dl> })}
        </div>
    }
    .into_any()
}

fn fact(name: &'static str, words: String) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd class="own-text" dir="auto">
            {words}
        </dd>
    }
    .into_any()
}

/// The ways to get there, and the clinic.
#[component]
pub fn ToReach(here: Here) -> impl IntoView {
    let Here { app, occasion, clinic, .. } = here;
    live(move || occasion.with(|one| ways(app, &one.occurrence, clinic.get().as_ref())))
}

/// Directions, Join, Call in, Call clinic: each where there is something to lead to.
pub fn ways(app: App, at: &Occurrence, clinic: Option<&PhoneNumber>) -> Option<AnyView> {
    let words = app.text().week();
    let mut ways: Vec<AnyView> = Vec::new();
    if let Some(link) = at.about.link() {
        ways.push(way(link.as_str().to_owned(), Icon::Leave, words.join.to_owned(), true));
    }
    if let Some(place) = at.about.place() {
        let map = platform::maps_link(place.as_str());
        let name =
            map.site.map_or_else(|| words.directions.to_owned(), |site| format!("{} ({site})", words.directions));
        ways.push(way(map.href, Icon::Place, name, map.site.is_some()));
    }
    if let Some(phone) = at.about.phone() {
        ways.push(way(phone.tel_link(), Icon::Phone, words.call.to_owned(), false));
    }
    ways.extend(clinic.map(|clinic| call_clinic(app, clinic)));
    (!ways.is_empty()).then(|| view! { <div class="cluster">{ways}</div> }.into_any())
}

/// One tap to the clinic.
pub fn call_clinic(app: App, clinic: &PhoneNumber) -> AnyView {
    way(clinic.tel_link(), Icon::Phone, app.text().week().call_clinic.to_owned(), false)
}

/// `outside`: to another website, beside the app.
fn way(href: String, icon: Icon, words: String, outside: bool) -> AnyView {
    view! {
        <ButtonLink href=href kind=ButtonKind::Quiet icon=icon outside=outside>
            {words}
        </ButtonLink>
    }
    .into_any()
}
