//! What a pack would change, before it changes anything: new, changed, taken out, each with a box.

use std::rc::Rc;

use domain::pack::{Difference, Pack, PackRefused, Row, RowState};
use engine::{PackTakeError, PackTaken, SaveError, VerifyingKey};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::packs::Why;
use ui::{Button, ButtonKind, ButtonLink, Card, RwSignal, Tick, derived, live};

use super::{Steps, line};
use crate::browser::{clock, dates, handrail};
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// A pack that is whole and signed, beside what is known.
pub struct Seen {
    sender: VerifyingKey,
    pack: Pack,
    difference: Difference,
}

impl Seen {
    /// # Errors
    /// [`Why`] it is not taken in.
    pub fn of(app: App, sender: VerifyingKey, pack: Pack) -> Result<Self, Why> {
        let difference = app.journal().look_at_pack(&pack, sender.bytes()).map_err(refused)?;
        Ok(Self { sender, pack, difference })
    }

    fn rows(&self, state: RowState) -> Vec<&Row> {
        self.difference.rows.iter().filter(|row| row.state == state).collect()
    }
}

fn refused(why: PackRefused) -> Why {
    match why {
        PackRefused::Older { .. } => Why::Older,
        PackRefused::OtherSender => Why::OtherSender,
    }
}

/// Why a pack did not come in: a sentence of its own, or one of saving.
#[derive(Clone, Copy, PartialEq)]
enum NotTaken {
    Said(Why),
    Saving(SaveError),
}

impl From<PackTakeError> for NotTaken {
    fn from(error: PackTakeError) -> Self {
        match error {
            PackTakeError::Refused(why) => Self::Said(refused(why)),
            PackTakeError::Plan(_) | PackTakeError::List(_) | PackTakeError::Save(SaveError::Edit(_)) => {
                Self::Said(Why::NoRoom)
            }
            PackTakeError::Save(why) => Self::Saving(why),
        }
    }
}

/// The page of it.
#[component]
pub fn Shows(app: App, steps: Steps, seen: Rc<Seen>) -> impl IntoView {
    let words = app.text().packs();
    let all = &seen.difference.rows;
    let ticked = RwSignal::new(all.iter().filter(|row| row.is_ticked()).map(|row| row.number).collect::<Vec<u16>>());
    let has_change = all.iter().any(Row::can_be_taken);
    let same = seen.rows(RowState::Same).len();
    let failed = RwSignal::new(None::<NotTaken>);
    let busy = RwSignal::new(false);
    let kept = StoredValue::new_local(Rc::clone(&seen));
    let take = move || {
        let (seen, accepted) = (kept.get_value(), ticked.get_untracked());
        busy.set(true);
        spawn_local(async move {
            let answer = app.take_pack(&seen.pack, seen.sender, &accepted, told).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => app.go_to.set(Some(Page::FromProgram)),
                Err(why) => {
                    let _ = failed.try_set(Some(why.into()));
                }
            }
        });
    };
    let count = move || ticked.with(Vec::len);
    let said = move || match failed.get() {
        Some(NotTaken::Said(why)) => Some((words.why)(why)),
        Some(NotTaken::Saving(_)) | None => None,
    };
    let saving = move || match failed.get() {
        Some(NotTaken::Saving(why)) => Some(why),
        Some(NotTaken::Said(_)) | None => None,
    };
    view! {
        <p class="lead" dir="auto">{made(app, &seen.pack)}</p>
        {seen.difference.other_key_same_name.then(|| view! { <p class="strong" role="alert">{words.other_key}</p> })}
        {seen.difference.is_new_sender.then(|| view! { <SixWords app=app sender=seen.sender /> })}
        {(!has_change).then(|| view! { <p class="lead">{words.nothing_new}</p> })}
        {group(app, &seen, RowState::New, words.new, words.only_ticked, ticked)}
        {group(app, &seen, RowState::Changed, words.changed, words.only_ticked_changes, ticked)}
        {group(app, &seen, RowState::Removed, words.removed, words.removed_hint, ticked)}
        {(has_change && same > 0).then(|| view! { <p class="quiet">{(words.same)(same)}</p> })}
        {has_change
            .then(|| {
                view! {
                    <p role="alert">{live(said)}</p>
                    <Problem app=app why=derived(saving) on_again=move |()| take() />
                    <Button wide=true busy=busy on_press=move |()| take()>
                        {live(move || {
                            let count = count();
                            if count == 0 { words.take_none.to_owned() } else { (words.take)(count) }
                        })}
                    </Button>
                }
            })}
        <p class="quiet">{words.stays_here}</p>
        <div class="cluster">
            <Button kind=ButtonKind::Plain on_press=move |()| steps.back()>
                {words.another}
            </Button>
            <ButtonLink href=Page::FromProgram.path() kind=ButtonKind::Plain>
                {if has_change { words.not_now } else { app.text().titles().from_program }}
            </ButtonLink>
        </div>
    }
}

/// "From Sam Rivera, North Clinic. Made on November 20."
fn made(app: App, pack: &Pack) -> String {
    let day = dates::day(pack.made(), clock::now().day(), app.text().language);
    let clinic = pack.clinic().map(|clinic| clinic.name.as_str());
    let from: Vec<&str> = [Some(pack.from().as_str()), clinic].into_iter().flatten().collect();
    (app.text().packs().made)(&from.join(", "), &day)
}

/// "Added from your program: 2 new · 1 changed."
fn told(app: App, taken: &PackTaken) -> String {
    let words = app.text().packs();
    let parts =
        [(taken.new, words.taken_new), (taken.changed, words.taken_changed), (taken.removed, words.taken_removed)];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count));
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { words.taken_none.to_owned() } else { (words.taken)(&parts.join(" · ")) }
}

/// The words of a sender of whom nothing was taken in yet.
#[component]
fn SixWords(app: App, sender: VerifyingKey) -> impl IntoView {
    let words = app.text().packs();
    let six = RwSignal::new(None::<String>);
    let language = app.language.get_untracked();
    spawn_local(async move {
        let list = handrail::words(language.code()).await;
        let said = list.and_then(|list| sender.words(&list).ok().map(|six| six.join(" ")));
        let _ = six.try_set(said);
    });
    view! {
        <Card id="six-words" heading=Some(words.words_title.to_owned())>
            <p class="reason own-text">{live(move || six.get())}</p>
            <p class="quiet">{words.words_hint}</p>
        </Card>
    }
}

/// The rows of one sort, each with a box.
fn group(
    app: App,
    seen: &Rc<Seen>,
    state: RowState,
    heading: fn(usize) -> String,
    hint: &'static str,
    ticked: RwSignal<Vec<u16>>,
) -> Option<AnyView> {
    let rows = seen.rows(state);
    if rows.is_empty() {
        return None;
    }
    let id = match state {
        RowState::New => "new",
        RowState::Changed => "changed",
        RowState::Removed => "removed",
        RowState::Same => "same",
    };
    let heading = heading(rows.len());
    let rows: Vec<AnyView> = rows.into_iter().map(|row| one(app, row, ticked)).collect();
    let view = view! {
        <Card id=id heading=Some(heading)>
            <p class="quiet">{hint}</p>
            <ul class="rows" role="list">
                {rows}
            </ul>
        </Card>
    };
    Some(view.into_any())
}

fn one(app: App, row: &Row, ticked: RwSignal<Vec<u16>>) -> AnyView {
    let words = app.text().packs();
    let number = row.number;
    // What is changed is called what it is on the phone; what is new, what it will be.
    let shown = row.present.as_ref().or(row.offered.as_ref());
    let title = shown.map(|shown| line::title(app, shown)).unwrap_or_default();
    let mut lines = match row.state {
        RowState::Changed => line::changes(app, row),
        RowState::New | RowState::Same | RowState::Removed => {
            shown.map(|shown| line::says(app, shown)).into_iter().collect()
        }
    };
    lines.extend(row.by_person.then(|| words.by_you.to_owned()));
    lines.extend(row.asked_before.then(|| words.asked_before.to_owned()));
    let lines = lines.join(" · ");
    let turn = move |on: bool| {
        ticked.update(|ticked| {
            ticked.retain(|there| *there != number);
            if on {
                ticked.push(number);
            }
        });
    };
    view! {
        <li>
            <Tick
                id=format!("line-{number}")
                label=title
                chooses=true
                line=derived(move || Some(lines.clone()))
                on=derived(move || ticked.with(|ticked| ticked.contains(&number)))
                on_change=turn
            />
        </li>
    }
    .into_any()
}
