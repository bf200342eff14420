//! What was found, the next one first. Drawn anew with every keystroke, so there are never more rows than fit on two screens.

use chrono::NaiveDate;
use domain::meeting::{Found, Listing, Row, Standing, Upcoming, find};
use leptos::prelude::*;
use ui::{Button, ButtonKind, MeetingLine, MeetingRow, live};

use super::opened::Meetings as Lists;
use super::{FIRST, Looking, Read};
use crate::browser::{clock, dates, time};
use crate::routes::Page;
use crate::state::App;
use crate::text::meetings::{abbreviation, tag_class};

#[component]
pub fn Results(app: App, read: Read, looking: Looking) -> impl IntoView {
    live(move || {
        let wish = looking.whole();
        let drawn = read.with(|lists| {
            let lists = lists.as_ref()?;
            let found = find(&lists.listings(), &lists.timeline, &wish);
            Some(draw(app, lists, &found, looking))
        });
        // The bench measures from the keystroke to here.
        request_animation_frame(|| time::mark("handrail:meetings"));
        drawn
    })
}

fn draw(app: App, lists: &Lists, found: &Found, looking: Looking) -> AnyView {
    let words = app.text().meetings();
    let count = found.upcoming.len().saturating_add(found.by_appointment.len());
    let shown = looking.shown.get();
    let today = clock::now().day();
    let mut rows: Vec<MeetingLine> = Vec::new();
    for next in found.upcoming.iter().take(shown) {
        rows.extend(line(app, lists, (next.list, next.row), Some(next), today, looking));
    }
    for place in found.by_appointment.iter().take(shown.saturating_sub(rows.len())) {
        rows.extend(line(app, lists, *place, None, today, looking));
    }
    let more = count > shown;
    let told = if count == 0 { words.found_none.to_owned() } else { (words.found)(count) };
    let inactive = (found.inactive > 0).then(|| (words.inactive)(found.inactive));
    view! {
        <p class="quiet" role="status" id="meetings-found">
            {told}
        </p>
        <ul class="rows" role="list" id="meetings-list">
            {rows
                .into_iter()
                .map(|line| {
                    view! {
                        <li>
                            <MeetingRow line=line />
                        </li>
                    }
                })
                .collect_view()}
        </ul>
        {inactive.map(|told| view! { <p class="quiet small">{told}</p> })}
        {more
            .then(|| {
                view! {
                    <Button
                        kind=ButtonKind::Quiet
                        wide=true
                        on_press=move |()| looking.shown.update(|shown| *shown = shown.saturating_add(FIRST))
                    >
                        {words.show_more}
                    </Button>
                }
            })}
    }
    .into_any()
}

/// One row. `next`: when it is; none for one by appointment.
fn line(
    app: App,
    lists: &Lists,
    (list, row): (usize, usize),
    next: Option<&Upcoming>,
    today: NaiveDate,
    looking: Looking,
) -> Option<MeetingLine> {
    let opened = lists.at(list)?;
    let listing = opened.listing.as_deref()?;
    let row = listing.rows.get(row)?;
    let text = app.text();
    let words = text.meetings();
    let when = match next {
        None => words.by_appointment.to_owned(),
        Some(next) if next.starts_utc_ms <= clock::now().utc_ms() => words.on_now.to_owned(),
        Some(next) => {
            let clock = dates::time_of_day(next.here, text.language);
            if next.here.date() == today {
                clock
            } else {
                format!("{} {clock}", dates::weekday(chrono::Datelike::weekday(&next.here), false, text.language))
            }
        }
    };
    let miles = row.position.and_then(|there| looking.near.get_untracked().miles_to(there)).map(words.miles);
    Some(MeetingLine {
        href: Page::Meeting(opened.id, row.key).path(),
        when,
        name: listing.text(row.name).to_owned(),
        place: place(listing, row),
        how: how(app, row),
        distance: miles,
        tag: abbreviation(listing.fellowship, text.language).to_owned(),
        tag_class: tag_class(listing.fellowship),
        is_off: row.ways.standing() == Standing::Inactive,
    })
}

/// The place and the last part of the region; the address when there is neither.
fn place(listing: &Listing, row: &Row) -> Option<String> {
    let region = listing.text(row.region).rsplit(domain::meeting::Meeting::REGION_JOINT).next().unwrap_or_default();
    let parts: Vec<&str> = [listing.text(row.place), region].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { Some(listing.text(row.address)) } else { None }
        .filter(|address| !address.is_empty())
        .map(str::to_owned)
        .or_else(|| (!parts.is_empty()).then(|| parts.join(" · ")))
}

/// How one gets in, or why one cannot.
pub fn how(app: App, row: &Row) -> String {
    let words = app.text().meetings();
    match row.ways.standing() {
        Standing::Inactive if row.ways.is_closed => words.closed.to_owned(),
        Standing::Inactive => words.place_not_known.to_owned(),
        standing => (words.standing)(standing).to_owned(),
    }
}
