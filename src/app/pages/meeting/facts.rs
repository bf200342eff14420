//! What is told about a meeting.

use domain::meeting::{Meeting, MeetingContact, NearZone, Standing, Upcoming, host_of, provider_of};
use domain::{Language, Note};
use leptos::prelude::*;
use text::meetings::{abbreviation, tag_class};
use ui::{ButtonKind, ButtonLink, Icon};

use crate::browser::{clock, dates, platform};
use crate::pages::meetings::opened::OneMeeting;
use crate::state::App;

/// Its name, when it is, and whose it is.
pub fn head(app: App, here: &OneMeeting) -> AnyView {
    let (text, meeting) = (app.text(), &here.meeting);
    let words = text.meetings();
    let fellowship = here.listing.fellowship;
    let standing = match meeting.ways.standing() {
        Standing::Inactive if meeting.ways.is_closed => words.closed,
        Standing::Inactive => words.place_not_known,
        standing => (words.standing)(standing),
    };
    view! {
        <div class="flow flow--tight">
            <p class="lead strong" dir="auto">
                {meeting.name.as_str().to_owned()}
            </p>
            <p class="cluster">
                <span class=tag_class(fellowship)>{abbreviation(fellowship, text.language)}</span>
                <span>{standing}</span>
            </p>
            {when(app, here)}
        </div>
    }
    .into_any()
}

/// Its next time: by the clock of its own zone, and by the person's where that shows something else.
fn when(app: App, here: &OneMeeting) -> AnyView {
    let (text, meeting) = (app.text(), &here.meeting);
    let words = text.meetings();
    let now = clock::now();
    let next = here
        .listing
        .place_of(meeting.key)
        .and_then(|row| Upcoming::of(&here.listing, row, &app.zones(), now.zone(), now.utc_ms()));
    let Some(next) = next else { return view! { <p>{words.by_appointment}</p> }.into_any() };
    let zone = meeting.zone.as_ref().unwrap_or(here.list.zone());
    let near = NearZone::around(&app.zones(), zone, now.utc_ms());
    let at = |utc_ms: i64| near.as_ref().and_then(|near| near.civil_of(utc_ms)).unwrap_or(next.here);
    let (starts, ends) = (at(next.starts_utc_ms), at(next.ends_utc_ms));
    let day = dates::day(starts.date(), now.day(), text.language);
    let elsewhere = starts != next.here;
    let range = dates::time_range(starts, ends, text.language);
    let there = if elsewhere { format!("{range} ({})", zone.name()) } else { range };
    let is_on = next.starts_utc_ms <= now.utc_ms();
    let told_here = elsewhere.then(|| {
        let told = dates::civil_day_and_time(next.here, text.language);
        (words.here_time)(&told)
    });
    view! {
        <p class="day numbers">{day}</p>
        <p class="numbers">{there}</p>
        {is_on.then(|| view! { <p class="strong">{words.on_now}</p> })}
        {told_here.map(|told| view! { <p class="quiet numbers">{told}</p> })}
    }
    .into_any()
}

/// Joining, calling in, getting there. Nothing leads to a room that is closed.
pub fn ways_in(app: App, here: &OneMeeting) -> AnyView {
    let (words, meeting) = (app.text().meetings(), &here.meeting);
    let more = &meeting.more;
    let join = more.link.as_ref().map(|link| {
        let told = match (provider_of(link), host_of(link)) {
            (Some(provider), _) => (words.join_with)(provider),
            (None, host) => (words.open_link)(&host.unwrap_or_default()),
        };
        // Only a way in that is one is the main action.
        let kind = if meeting.ways.is_online { ButtonKind::Main } else { ButtonKind::Quiet };
        view! {
            <ButtonLink href=link.as_str().to_owned() kind=kind outside=true wide=true>
                {told}
            </ButtonLink>
        }
    });
    let call = more.phone.as_ref().map(|phone| {
        let code = phone.code().map(|code| (words.dial_code)(&code));
        view! {
            <ButtonLink href=phone.tel_link() kind=ButtonKind::Quiet icon=Icon::Phone wide=true>
                {format!("{} · {}", words.dial, phone.number())}
            </ButtonLink>
            {code.map(|code| view! { <p class="quiet small numbers">{code}</p> })}
        }
    });
    let place = meeting.directions().filter(|_| meeting.ways.is_in_person());
    let directions = place.map(|place| {
        let map = platform::maps_link(&place);
        // A website learns the place, so it is named before the tap.
        let name =
            map.site.map_or_else(|| words.directions.to_owned(), |site| format!("{} ({site})", words.directions));
        view! {
            <ButtonLink href=map.href kind=ButtonKind::Quiet icon=Icon::Place outside=map.site.is_some() wide=true>
                {name}
            </ButtonLink>
        }
    });
    view! {
        <div class="flow flow--tight">
            {join} {said(more.link_notes.as_ref())} {call} {said(more.phone_notes.as_ref())} {directions}
        </div>
    }
    .into_any()
}

/// A password, or what else one has to know to get in.
fn said(note: Option<&Note>) -> Option<AnyView> {
    let words = note?.as_str().to_owned();
    let said = view! {
        <p class="own-text" dir="auto">
            {words}
        </p>
    };
    Some(said.into_any())
}

/// Place, kinds, notes, whom to ask.
pub fn about(app: App, here: &OneMeeting) -> AnyView {
    let (text, meeting) = (app.text(), &here.meeting);
    let words = text.meetings();
    let more = &meeting.more;
    let place = place(app, meeting);
    let kinds: Vec<String> = meeting
        .kinds
        .iter()
        .filter_map(|kind| here.listing.kinds.get(usize::from(*kind)))
        .map(|kind| match text.language {
            Language::En => kind.english.as_str().to_owned(),
            Language::Es => kind.spanish.as_str().to_owned(),
        })
        .collect();
    let note = |note: &Option<Note>| note.as_ref().map(|note| note.as_str().to_owned());
    let line = |line: &Option<domain::Line>| line.as_ref().map(|line| line.as_str().to_owned());
    let facts = [
        (words.place, place),
        (words.place, note(&more.place_notes)),
        (words.region, line(&meeting.region)),
        (words.group, line(&meeting.group)),
        (words.group, note(&more.group_notes)),
        (words.types, (!kinds.is_empty()).then(|| kinds.join(" · "))),
        (words.notes, note(&more.notes)),
    ];
    let facts: Vec<AnyView> = facts.into_iter().filter_map(|(name, told)| told.map(|told| fact(name, told))).collect();
    let contacts: Vec<AnyView> = more.contacts.iter().map(|contact| asked(words.contact, contact)).collect();
    let host = more.host.as_ref().map(|host| asked(words.run_by, host));
    let page = more.page.as_ref().map(|link| {
        view! {
            <ButtonLink href=link.as_str().to_owned() kind=ButtonKind::Plain outside=true>
                {words.its_page}
            </ButtonLink>
        }
    });
    let changed = more.updated_utc_ms.map(|at| {
        let day = clock::at(at as f64).day();
        (words.changed)(&dates::day(day, clock::now().day(), text.language))
    });
    view! {
        <dl class="facts">{facts} {contacts} {host}</dl>
        {page}
        {changed.map(|told| view! { <p class="quiet small">{told}</p> })}
    }
    .into_any()
}

fn place(app: App, meeting: &Meeting) -> Option<String> {
    let whole = meeting.whereabouts()?.as_str().to_owned();
    if meeting.ways.is_approximate { Some((app.text().meetings().about)(&whole)) } else { Some(whole) }
}

fn fact(name: &'static str, told: String) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd class="own-text" dir="auto">
            {told}
        </dd>
    }
    .into_any()
}

fn asked(name: &'static str, contact: &MeetingContact) -> AnyView {
    let who = contact.name.as_ref().map(|name| name.as_str().to_owned());
    let email = contact.email.as_ref().map(|email| email.as_str().to_owned());
    let phone = contact.phone.as_ref().map(|phone| {
        view! { <a href=phone.tel_link()>{phone.number().to_owned()}</a> }
    });
    let page = contact.page.as_ref().and_then(|link| {
        let host = host_of(link)?;
        Some(view! {
            <a href=link.as_str().to_owned() target="_blank" rel="noreferrer">
                {host}
            </a>
        })
    });
    view! {
        <dt>{name}</dt>
        <dd class="cluster" dir="auto">
            {who.map(|who| view! { <span>{who}</span> })}
            {phone}
            {email.map(|email| view! { <span>{email}</span> })}
            {page}
        </dd>
    }
    .into_any()
}
