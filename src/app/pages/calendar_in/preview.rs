//! What a calendar would change, before it changes anything: new, changed, called off, already there, and what could not be read.

use std::rc::Rc;

use domain::{Imported, PlanError, Uid};
use engine::WeekError;
use interop::calendar::{Change, Known, ReadCalendar, Taken, compare, take_in};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, Disclosure, RwSignal, Tick, derived};

use super::{Steps, row};
use crate::browser::clock;
use crate::pages::plan::fields::saving_of;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// So many of one group are shown; the rest is counted.
const SHOWN: usize = 100;

/// A calendar as it was read, beside what is known. Groups hold the places of its events.
pub struct Preview {
    read: ReadCalendar,
    known: Vec<Imported>,
    new: Vec<usize>,
    changed: Vec<usize>,
    off: Vec<usize>,
    same: Vec<usize>,
    older: usize,
}

impl Preview {
    pub fn of(app: App, read: ReadCalendar) -> Self {
        let known: Vec<Imported> = app.journal().timetable().imported.into_iter().map(|(_, one)| one).collect();
        let beside: Vec<Known<'_>> = known.iter().map(Known).collect();
        let changes = compare(&beside, &read);
        let (mut new, mut changed, mut off, mut same, mut older) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), 0);
        for change in changes {
            match change {
                Change::New { event } => new.push(event),
                Change::Changed { event, .. } => changed.push(event),
                Change::Cancelled { event, known: Some(_) } => off.push(event),
                Change::Unchanged { event, .. } => same.push(event),
                // What calls off something that was never here says nothing new.
                Change::Older { .. } | Change::Cancelled { known: None, .. } => older += 1,
                Change::Unreadable { .. } => {}
            }
        }
        Self { read, known, new, changed, off, same, older }
    }

    /// What to keep and what to drop, when of the new ones those of `ticked` are wanted.
    fn taken(&self, ticked: &[usize], now_utc_ms: i64) -> (Vec<Imported>, Vec<Uid>) {
        let (mut keep, mut drop) = (Vec::new(), Vec::new());
        let wanted = [ticked, &self.changed, &self.off, &self.same].concat();
        for event in wanted.into_iter().filter_map(|place| self.read.events.get(place)) {
            let known = self.known.iter().find(|known| *known.uid() == event.uid);
            match take_in(&self.read, event, known, now_utc_ms) {
                Some(Taken::Keep(imported)) => keep.push(*imported),
                Some(Taken::Drop) => drop.push(event.uid.clone()),
                None => {}
            }
        }
        (keep, drop)
    }
}

/// The page of it.
#[component]
pub fn Shows(app: App, steps: Steps, preview: Rc<Preview>) -> impl IntoView {
    let words = app.text().calendar_in();
    let ticked = RwSignal::new(preview.new.clone());
    let (changed, off) = (preview.changed.len(), preview.off.len());
    let has_change = !preview.new.is_empty() || changed > 0 || off > 0;
    let failed = RwSignal::new(None::<WeekError>);
    let busy = RwSignal::new(false);
    let kept = StoredValue::new_local(Rc::clone(&preview));
    let take = move || {
        let (new, preview) = (ticked.get_untracked(), kept.get_value());
        let (keep, drop) = preview.taken(&new, clock::now().utc_ms());
        let told = told(app, new.len(), changed, off);
        busy.set(true);
        spawn_local(async move {
            let answer = app.take_in_calendar(keep, drop, told).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => app.go_to.set(Some(Page::Week)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    let count = move || ticked.with(Vec::len).saturating_add(changed).saturating_add(off);
    let refused = move || match failed.get() {
        Some(WeekError::Plan(PlanError::TooManySessions { limit })) => Some((words.no_room)(limit)),
        Some(WeekError::Plan(why)) => Some((app.text().program().refused)(why).to_owned()),
        Some(WeekError::Save(_)) | None => None,
    };
    let nothing = if preview.same.is_empty() { words.nothing_in_it } else { words.nothing_new };
    view! {
        {preview.read.name.as_ref().map(|name| view! { <p class="lead" dir="auto">{(words.from)(name.as_str())}</p> })}
        {(!has_change).then(|| view! { <p class="lead">{nothing}</p> })}
        {new_ones(app, &preview, ticked)}
        {group(app, "changed", (words.changed)(changed), &preview, &preview.changed, row::dates_of)}
        {group(app, "off", (words.off)(off), &preview, &preview.off, |app, _| {
            Some(app.text().calendar_in().not_any_more.to_owned())
        })}
        {has_change
            .then(|| {
                view! {
                    <p role="alert">{refused}</p>
                    <Problem
                        app=app
                        why=derived(move || failed.get().and_then(saving_of))
                        on_again=move |()| take()
                    />
                    <Button wide=true busy=busy disabled=derived(move || count() == 0) on_press=move |()| take()>
                        {move || (words.take_in)(count())}
                    </Button>
                }
            })}
        {unread(app, &preview)}
        {has_change.then(|| same(app, &preview))}
        {the_rest(app, &preview)}
        <div class="cluster">
            <Button kind=ButtonKind::Plain on_press=move |()| steps.back()>
                {words.another}
            </Button>
            <ButtonLink href=Page::Week.path() kind=ButtonKind::Plain>
                {if has_change { words.not_now } else { app.text().week().to_week }}
            </ButtonLink>
        </div>
    }
}

/// "Your calendar is in: 2 new · 1 changed."
fn told(app: App, new: usize, changed: usize, off: usize) -> String {
    let words = app.text().calendar_in();
    let parts = [(new, words.taken_new), (changed, words.taken_changed), (off, words.taken_off)];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count));
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { words.up_to_date.to_owned() } else { (words.taken)(&parts.join(" · ")) }
}

/// The new ones, each with a box: a clinic's calendar often holds groups that are somebody else's.
fn new_ones(app: App, preview: &Rc<Preview>, ticked: RwSignal<Vec<usize>>) -> Option<AnyView> {
    let words = app.text().calendar_in();
    let all = preview.new.clone();
    let how_many = all.len();
    if all.is_empty() {
        return None;
    }
    let rows: Vec<AnyView> = all
        .iter()
        .take(SHOWN)
        .filter_map(|place| {
            let event = preview.read.events.get(*place)?;
            Some(new_one(*place, row::title(app, event), row::dates_of(app, event), ticked))
        })
        .collect();
    let turn = move |()| {
        let all = all.clone();
        ticked.update(|ticked| *ticked = if ticked.is_empty() { all } else { Vec::new() });
    };
    let view = view! {
        <Card id="new" heading=Some((words.new)(how_many))>
            <p class="quiet">{words.new_hint}</p>
            <ul class="rows" role="list">
                {rows}
            </ul>
            {more(app, how_many)}
            {(how_many > 1)
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Plain on_press=turn>
                            {move || if ticked.with(Vec::is_empty) { words.all } else { words.none }}
                        </Button>
                    }
                })}
        </Card>
    };
    Some(view.into_any())
}

fn new_one(place: usize, title: String, line: Option<String>, ticked: RwSignal<Vec<usize>>) -> AnyView {
    let turn = move |on: bool| {
        ticked.update(|ticked| {
            ticked.retain(|there| *there != place);
            if on {
                ticked.push(place);
            }
        });
    };
    view! {
        <li>
            <Tick
                id=format!("new-{place}")
                label=title
                chooses=true
                line=derived(move || line.clone())
                on=derived(move || ticked.with(|ticked| ticked.contains(&place)))
                on_change=turn
            />
        </li>
    }
    .into_any()
}

fn group(
    app: App,
    id: &'static str,
    heading: String,
    preview: &Rc<Preview>,
    places: &[usize],
    line: fn(App, &interop::calendar::ReadEvent) -> Option<String>,
) -> Option<AnyView> {
    if places.is_empty() {
        return None;
    }
    let lines = places.iter().take(SHOWN).filter_map(|place| preview.read.events.get(*place));
    let lines: Vec<AnyView> = lines.map(|event| two_lines(row::title(app, event), line(app, event))).collect();
    let more = more(app, places.len());
    let view = view! {
        <Card id=id heading=Some(heading)>
            <ul class="flow flow--tight" role="list">
                {lines}
            </ul>
            {more}
        </Card>
    };
    Some(view.into_any())
}

fn two_lines(title: String, line: Option<String>) -> AnyView {
    view! {
        <li>
            <p dir="auto">{title}</p>
            {line.map(|line| view! { <p class="quiet small numbers">{line}</p> })}
        </li>
    }
    .into_any()
}

fn more(app: App, count: usize) -> Option<AnyView> {
    let more = count.checked_sub(SHOWN).filter(|more| *more > 0)?;
    Some(view! { <p class="quiet">{(app.text().calendar_in().and_more)(more)}</p> }.into_any())
}

/// What could not be read, each with its line and why.
fn unread(app: App, preview: &Rc<Preview>) -> Option<AnyView> {
    let words = app.text().calendar_in();
    let listed = &preview.read.problems;
    let count = listed.len().saturating_add(usize::try_from(preview.read.more_problems).unwrap_or_default());
    if count == 0 {
        return None;
    }
    let rows: Vec<AnyView> = listed
        .iter()
        .take(SHOWN)
        .map(|one| view! { <li class="small" dir="auto">{row::problem(app, one)}</li> }.into_any())
        .collect();
    let view = view! {
        <Disclosure summary=(words.unread)(count) open=count <= 3>
            <p>{words.unread_hint}</p>
            <ul class="flow flow--tight">{rows}</ul>
            {more(app, count)}
        </Disclosure>
    };
    Some(view.into_any())
}

/// What says what it said before. Where that is all, it has been said.
fn same(app: App, preview: &Rc<Preview>) -> Option<AnyView> {
    let count = preview.same.len();
    let words = app.text().calendar_in();
    (count > 0).then(|| view! { <p class="quiet">{(words.same)(count)}</p> }.into_any())
}

/// What changes nothing, in a line each.
fn the_rest(app: App, preview: &Rc<Preview>) -> AnyView {
    let words = app.text().calendar_in();
    let read = &preview.read;
    let lines = [
        (preview.older > 0).then(|| (words.older)(preview.older)),
        (read.outside > 0).then(|| (words.outside)(read.outside)),
        (read.other_kinds > 0).then(|| (words.other_kinds)(read.other_kinds)),
    ];
    let lines: Vec<AnyView> =
        lines.into_iter().flatten().map(|line| view! { <p class="quiet">{line}</p> }.into_any()).collect();
    view! { <div class="flow flow--tight">{lines}</div> }.into_any()
}
