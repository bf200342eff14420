//! Handing the page over: on the page itself to who is known and agreed on, here to everybody else, with what was handed over before.

mod agree;
mod sealing;
mod sent;

use domain::share::{Grant, Recipient, RecipientId, ShareId, ShareState, To, Until};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, ChoiceButton, ChoiceRow, Icon, RwSignal, live};

use crate::browser::{clock, dates, handrail};
use crate::pages::summary;
use crate::routes::Page;
use crate::state::{App, follow};
use agree::Agree;
use sealing::Sealing;
pub use sealing::{TooLong, label};
use sent::Sent;

/// Which way it goes.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// For a key.
    Key(RecipientId),
    Passphrase,
}

/// On the page itself: a tap for each counselor with whom something is agreed on, and the way to everybody else.
#[component]
pub fn HandOver(app: App) -> impl IntoView {
    let words = app.text().send();
    let sealing = Sealing::new(app);
    let rows = move || {
        app.revision.track();
        let running = running(app);
        let one = |(to, name, grant, until): Running| {
            let line = match until {
                Until::Day(day) => (words.agreed_until)(&dates::day(day, clock::now().day(), app.text().language)),
                Until::EndOfTreatment | Until::Once => words.agreed_until_treatment_ends.to_owned(),
            };
            let title = (words.to)(&name);
            let press = move |()| sealing.seal(to, Grant::Earlier(grant), name.clone(), String::new());
            view! { <ChoiceButton icon=Icon::Lock title=title line=Some(line) on_press=press /> }
        };
        running.into_iter().map(one).collect_view()
    };
    view! {
        <div class="no-print">
            <Card id="hand-over" heading=Some(words.hand_over.to_owned())>
                <div class="rows">
                    {live(rows)}
                    <ChoiceRow href=Page::Send.path() icon=Icon::Message title=words.to_somebody_else.to_owned() />
                </div>
                {sealing.view()}
                {live(move || sealing.needs_consent().then(|| view! {
                    <ButtonLink href=Page::Send.path() kind=ButtonKind::Quiet>{words.agree_title}</ButtonLink>
                }))}
            </Card>
        </div>
    }
}

/// Who it goes to, their name, under what, and until when.
type Running = (To, String, ShareId, Until);

/// Counselors with whom something is agreed on that still runs, the latest consent of each.
fn running(app: App) -> Vec<Running> {
    let journal = app.journal();
    let mut found: Vec<Running> = Vec::new();
    for shared in journal.shares() {
        let (To::Recipient(id), Some(ShareState::Current(until))) = (shared.share.to(), shared.state) else { continue };
        let is_there = found.iter().any(|(to, ..)| *to == shared.share.to());
        if is_there || journal.may_share_again(shared.id).is_err() {
            continue;
        }
        if let Some(recipient) = journal.recipient(id) {
            found.push((shared.share.to(), recipient.name().as_str().to_owned(), shared.id, until));
        }
    }
    found
}

#[component]
pub fn Send(app: App) -> impl IntoView {
    let words = app.text().send();
    let way = RwSignal::new(None::<Way>);
    let sealing = Sealing::new(app);
    view! {
        <p class="lead">{words.lead}</p>
        <About app=app />
        <Card id="whom" heading=Some(words.whom.to_owned())>
            {live(move || kept(app).is_empty().then(|| view! { <p class="quiet">{words.nobody}</p> }))}
            <div class="rows">
                {live(move || known(app, way))}
                <ChoiceButton
                    icon=Icon::Lock
                    title=words.under_passphrase.to_owned()
                    line=Some(words.under_passphrase_line.to_owned())
                    on_press=move |()| way.set(Some(Way::Passphrase))
                />
                <ChoiceRow href=Page::AddCounselor.path() icon=Icon::Plus title=words.add.to_owned() />
            </div>
        </Card>
        {live(move || way.get().map(|way| match way {
            Way::Key(id) => view! { <Agree app=app id=Some(id) sealing=sealing /> }.into_any(),
            Way::Passphrase => view! { <Agree app=app id=None sealing=sealing /> }.into_any(),
        }))}
        <OwnWords app=app />
        <Sent app=app />
    }
}

/// The six words of the key that this person signs with; read when they are asked for, because a worker has to work them out.
#[component]
fn OwnWords(app: App) -> impl IntoView {
    let words = app.text().send();
    let six = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let show = move |()| {
        busy.set(true);
        let language = app.language.get_untracked();
        spawn_local(async move {
            let key = app.own_sharing_key().await;
            let list = handrail::words(language.code()).await;
            let said = key.zip(list).and_then(|(key, list)| key.words(&list).ok().map(|six| six.join(" ")));
            let _ = busy.try_set(false);
            let _ = six.try_set(Some(said.unwrap_or_else(|| words.why.no_worker.to_owned())));
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=show>
            {words.show_own}
        </Button>
        <div role="status">
            {live(move || six.get().map(|six| view! {
                <p class="reason own-text">{six}</p>
                <p class="quiet small">{words.own_hint}</p>
            }))}
        </div>
    }
}

/// Which days it is about, and the way back to choosing them.
#[component]
fn About(app: App) -> impl IntoView {
    let words = app.text().send();
    let period = follow(app, move |_| async move {
        let asked = app.asked.get_value().unwrap_or_default();
        summary::period_of(app, &asked).await.ok().flatten()
    });
    view! {
        {live(move || period.get().flatten().map(|period| {
            let days = dates::day_range(period.first(), period.last(), clock::now().day(), app.text().language);
            view! { <p class="numbers">{(words.about_days)(&days)}</p> }
        }))}
        <ButtonLink href=Page::Summary.path() kind=ButtonKind::Quiet>{words.change_page}</ButtonLink>
    }
}

/// Counselors who were not removed.
fn kept(app: App) -> Vec<(RecipientId, Recipient)> {
    app.revision.track();
    let all = app.journal().recipients();
    all.into_iter().filter(|(_, one)| !one.is_removed()).collect()
}

/// Every counselor in the list: chosen with a tap, or, where their key was not compared, on their own page.
fn known(app: App, way: RwSignal<Option<Way>>) -> AnyView {
    let words = app.text().send();
    let one = |(id, recipient): (RecipientId, Recipient)| {
        let name = recipient.name().as_str().to_owned();
        if recipient.compared_on().is_none() {
            let line = Some(words.not_compared.to_owned());
            let href = Page::Counselor(id).path();
            return view! { <ChoiceRow href=href icon=Icon::Person title=name line=line /> }.into_any();
        }
        let line = recipient.organisation().map(|one| one.as_str().to_owned());
        let press = move |()| way.set(Some(Way::Key(id)));
        view! { <ChoiceButton icon=Icon::Person title=name line=line on_press=press /> }.into_any()
    };
    kept(app).into_iter().map(one).collect_view().into_any()
}
