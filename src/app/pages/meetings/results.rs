//! What was found, the next one first. Drawn anew with every keystroke, so there are never more rows than fit on two screens, and those of the
//! second screen come a moment later.

use std::ops::Range;
use std::rc::Rc;

use chrono::NaiveDate;
use domain::meeting::{Found, Listing, Remembered, Row, Standing, Upcoming, find_next};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use text::meetings::{abbreviation, tag_class};
use ui::{Button, ButtonKind, MeetingLine, MeetingRow, Memo, RwSignal, live};

use super::opened::Meetings as Lists;
use super::{FIRST, Looking, Read};
use crate::browser::{clock, dates, time};
use crate::routes::Page;
use crate::state::App;

/// So many rows are drawn at once: what a phone shows below the field. The others follow when those are on the screen.
const AT_ONCE: usize = 6;

/// What was found last, and what helps to find the next.
#[derive(Default)]
struct Kept {
    lists: Option<Rc<Lists>>,
    remembered: Remembered,
    found: Found,
    /// Goes up with everything that is found.
    turn: u32,
}

#[component]
pub fn Results(app: App, read: Read, looking: Looking) -> impl IntoView {
    let kept = StoredValue::new_local(Kept::default());
    // The turn whose other rows may be drawn.
    let rested = RwSignal::new(0_u32);
    live(move || {
        let wish = looking.whole();
        let turn = read.with(|lists| {
            let lists = lists.as_ref()?;
            kept.try_update_value(|kept| {
                if kept.lists.as_ref().is_none_or(|before| !Rc::ptr_eq(before, lists)) {
                    (kept.lists, kept.remembered) = (Some(Rc::clone(lists)), Remembered::default());
                }
                kept.found = find_next(&lists.listings(), &lists.timeline, &wish, &mut kept.remembered);
                kept.turn = kept.turn.wrapping_add(1);
                kept.turn
            })
        })?;
        // The bench measures from the keystroke to here.
        request_animation_frame(move || {
            time::mark("handrail:meetings");
            // In a task of its own, or the browser would wait for it with painting.
            Timeout::new(0, move || {
                let _ = rested.try_set(turn);
            })
            .forget();
        });
        Some(draw(app, kept, (rested, turn), looking))
    })
}

fn draw(
    app: App,
    kept: StoredValue<Kept, LocalStorage>,
    (rested, turn): (RwSignal<u32>, u32),
    looking: Looking,
) -> AnyView {
    let words = app.text().meetings();
    let (count, inactive) = kept.with_value(|kept| {
        (kept.found.upcoming.len().saturating_add(kept.found.by_appointment.len()), kept.found.inactive)
    });
    let told = if count == 0 { words.found_none.to_owned() } else { (words.found)(count) };
    let inactive = (inactive > 0).then(|| (words.inactive)(inactive));
    let is_rested = Memo::new(move |_| rested.get() == turn);
    let others = move || {
        let shown = looking.shown.get();
        is_rested.get().then(|| rows(app, kept, AT_ONCE..shown, looking))
    };
    let more = move || {
        (is_rested.get() && count > looking.shown.get()).then(|| {
            view! {
                <Button
                    kind=ButtonKind::Quiet
                    wide=true
                    on_press=move |()| looking.shown.update(|shown| *shown = shown.saturating_add(FIRST))
                >
                    {words.show_more}
                </Button>
            }
        })
    };
    view! {
        <p class="quiet" role="status" id="meetings-found">
            {told}
        </p>
        <ul class="rows" role="list" id="meetings-list">
            {rows(app, kept, 0..AT_ONCE, looking)}
            {live(others)}
        </ul>
        {inactive.map(|told| view! { <p class="quiet small">{told}</p> })}
        {live(more)}
    }
    .into_any()
}

/// Some of the rows, by their places in what was found.
fn rows(app: App, kept: StoredValue<Kept, LocalStorage>, places: Range<usize>, looking: Looking) -> AnyView {
    let today = clock::now().day();
    let lines: Vec<MeetingLine> = kept.with_value(|kept| {
        let Some(lists) = &kept.lists else { return Vec::new() };
        let dated = kept.found.upcoming.iter().map(|next| ((next.list, next.row), Some(next)));
        let undated = kept.found.by_appointment.iter().map(|place| (*place, None));
        let chosen = dated.chain(undated).skip(places.start).take(places.end.saturating_sub(places.start));
        chosen.filter_map(|(place, next)| line(app, lists, place, next, today, looking)).collect()
    });
    let row = |line| {
        view! {
            <li>
                <MeetingRow line=line />
            </li>
        }
    };
    lines.into_iter().map(row).collect_view().into_any()
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
