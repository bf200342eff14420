//! Right after it was said: the body's tolerance first, because that is what kills, then somebody, then the next place to be.

use engine::{EntryKey, What};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, ChoiceRow, For, Icon, Tone};

use crate::pages::calling::line_of;
use crate::pages::found::{FlowTitle, with_entry};
use crate::routes::Page;
use crate::state::App;

/// As many people are one tap away.
const FIRST: usize = 2;

#[component]
pub fn AfterLapse(app: App, key: EntryKey) -> impl IntoView {
    let pick = |what| match what {
        What::Lapse(lapse) => Some(lapse),
        What::Craving(_) | What::CheckIn(_) | What::Done(_) | What::Newer | What::Unreadable { .. } => None,
    };
    view! {
        <FlowTitle words=app.text().titles().after_lapse.to_owned() />
        {with_entry(app, key, pick, move |_, _| view! { <Next app=app key=key /> })}
    }
}

#[component]
fn Next(app: App, key: EntryKey) -> impl IntoView {
    let (words, help) = (app.text().lapse(), app.text().help());
    let advice = help.tolerance_advice.iter().map(|advice| view! { <li>{*advice}</li> }).collect_view();
    view! {
        <p class="lead">{words.saved}</p>
        <Card id="tolerance" heading=Some(help.tolerance_title.to_owned())>
            <p>{help.tolerance}</p>
            <ul class="flow flow--tight">{advice}</ul>
            <ChoiceRow
                href=Page::Overdose.path()
                icon=Icon::Info
                title=app.text().titles().overdose.to_owned()
                tone=Tone::Help
            />
        </Card>
        <Card id="with-you" heading=Some(words.with_you.to_owned())>
            <People app=app />
            <div class="rows">
                <ChoiceRow href=Page::Meetings.path() icon=Icon::Place title=words.next_meeting.to_owned() />
                <ChoiceRow href=Page::Week.path() icon=Icon::Week title=words.next_session.to_owned() />
            </div>
        </Card>
        <ButtonLink href=Page::LapseDetails(key).path() kind=ButtonKind::Quiet wide=true>
            {words.tell_more}
        </ButtonLink>
        <ButtonLink href=Page::Today.path() kind=ButtonKind::Plain wide=true>
            {app.text().common().to_today}
        </ButtonLink>
    }
}

/// The first people who can be called, or the way to have one.
#[component]
fn People(app: App) -> impl IntoView {
    let rows = move || {
        app.revision.track();
        let people = app.journal().people();
        let to_reach = people.iter().map(|(_, person)| line_of(app, person, None)).filter(|line| !line.ways.is_empty());
        to_reach.take(FIRST).collect::<Vec<_>>()
    };
    let has_nobody = untrack(|| rows().is_empty());
    let add = has_nobody.then(|| {
        view! {
            <ChoiceRow
                href=Page::AddPerson.path()
                icon=Icon::Person
                title=app.text().people().add.to_owned()
                line=Some(app.text().craving().call_line.to_owned())
            />
        }
    });
    view! {
        <ul class="rows" role="list">
            <For each=rows key=Clone::clone let:row>
                <li>
                    <ui::PersonRow line=row picture=crate::pages::calling::picture(app, None) />
                </li>
            </For>
        </ul>
        {add}
    }
}
