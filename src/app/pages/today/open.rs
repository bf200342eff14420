//! What is open on the first screen: a number that is not saved yet, a wave that was left, a first visit.

use chrono::NaiveDate;
use domain::{Craving, RideOut, RideOutState, SettingsEdit};
use engine::{EntryKey, Page as Entries, What};
use leptos::prelude::*;
use leptos::task::spawn_local;
use storage::StoreError;
use ui::{Button, ButtonKind, ButtonLink, Card, ChoiceRow, Icon, Memo, RwSignal, Show, derived, live, show_let};

use crate::answer::Answer;
use crate::browser::{clock, look};
use crate::routes::Page;
use crate::state::{App, Unsaved};

/// What was read of the latest entries.
pub type Latest = Answer<Result<Entries, StoreError>>;

/// A number whose saving failed, until it is saved or let go. Its time stays the time of the tap.
#[component]
pub fn NotSavedYet(app: App) -> impl IntoView {
    view! {
        <div class="announce" role="status">
            {show_let(app.unsaved.into(), move |unsaved| view! {
                <OneNotSaved app=app unsaved=unsaved />
            })}
        </div>
    }
}

#[component]
fn OneNotSaved(app: App, unsaved: Unsaved) -> impl IntoView {
    let Unsaved { intensity, at_utc_ms, why } = unsaved;
    let is_busy = RwSignal::new(false);
    let again = move |()| {
        is_busy.set(true);
        spawn_local(async move {
            // A time in UTC milliseconds fits a float exactly for the next quarter of a million years.
            if let Ok(key) = app.log_craving(intensity, Some(clock::at(at_utc_ms as f64))).await {
                app.go_to.set(Some(Page::WhatNow(key)));
            }
            let _ = is_busy.try_set(false);
        });
    };
    let heading = derived(move || Some((app.text().today().not_saved_yet)(intensity.value())));
    view! {
        <Card id="not-saved" heading=heading>
            <p>{live(move || app.text().problems().saving(why))}</p>
            <div class="cluster">
                <Button busy=is_busy on_press=again>
                    {app.text().common().try_again}
                </Button>
                <Button kind=ButtonKind::Plain on_press=move |()| app.unsaved.set(None)>
                    {app.text().today().let_it_go}
                </Button>
            </div>
        </Card>
    }
}

/// A wave of today that is not over, or is over and was not rated again.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    /// Seconds that are left.
    Left(u16),
    Runs,
    Over,
}

fn open_wave(craving: &Craving, now_ms: i64) -> Option<Open> {
    let wave = craving.ride_out()?;
    let left = RideOut::LENGTH_S.saturating_sub(wave.elapsed_at(now_ms));
    match wave.state() {
        RideOutState::Left => Some(Open::Left(left)),
        RideOutState::Running { .. } if left > 0 => Some(Open::Runs),
        RideOutState::Running { .. } | RideOutState::Finished => craving.after().is_none().then_some(Open::Over),
    }
}

/// The way back to a wave that was left, or that kept running while the app was closed.
#[component]
pub fn YourWave(app: App, latest: Latest, today: Memo<NaiveDate>) -> impl IntoView {
    let found = Memo::new(move |_| {
        let now_ms = clock::now().utc_ms();
        let is_today = |craving: &Craving| craving.occurred_at().day() == today.get();
        latest.with(|latest| {
            let entries = &latest.as_ref()?.as_ref().ok()?.entries;
            entries.iter().find_map(|entry| match &entry.what {
                What::Craving(craving) if is_today(craving) => {
                    open_wave(craving, now_ms).map(|open| (EntryKey::of(entry.id), open))
                }
                What::Craving(_)
                | What::Lapse(_)
                | What::CheckIn(_)
                | What::Done(_)
                | What::Newer
                | What::Unreadable { .. } => None,
            })
        })
    });
    view! {
        {show_let(found.into(), move |wave: (EntryKey, Open)| view! {
            <OneWave app=app key=wave.0 open=wave.1 />
        })}
    }
}

#[component]
fn OneWave(app: App, key: EntryKey, open: Open) -> impl IntoView {
    let title = move || {
        let text = app.text().today();
        match open {
            Open::Left(seconds) => (text.wave_left)(seconds),
            Open::Runs => text.wave_runs.to_owned(),
            Open::Over => text.wave_over.to_owned(),
        }
    };
    let line = move || match open {
        Open::Left(_) | Open::Runs => app.text().today().go_on.to_owned(),
        Open::Over => app.text().today().rate_again.to_owned(),
    };
    view! {
        <ChoiceRow
            href=Page::RideOut(key).path()
            icon=Icon::Wave
            title=derived(title)
            line=derived(move || Some(line()))
        />
    }
}

/// Where entries were and are no more, and nobody deleted them: said, with the way to a backup, until somebody knows.
#[component]
pub fn Emptied(app: App) -> impl IntoView {
    let is_emptied = RwSignal::new(look::is_emptied(app.journal().is_untouched()));
    let begin_anew = move |()| {
        look::begin_anew();
        is_emptied.set(false);
    };
    view! {
        <Show when=move || is_emptied.get()>
            <Card id="emptied" heading=Some(app.text().today().emptied.to_owned())>
                <p>{app.text().today().emptied_line}</p>
                <div class="cluster">
                    <ButtonLink href=Page::Backup.path() icon=Icon::Restore>
                        {app.text().today().have_backup}
                    </ButtonLink>
                    <Button kind=ButtonKind::Plain on_press=begin_anew>
                        {app.text().today().begin_anew}
                    </Button>
                </div>
            </Card>
        </Show>
    }
}

/// Offered until it was seen or put aside; not to somebody whose entries are gone.
#[component]
pub fn NewHere(app: App) -> impl IntoView {
    let is_missed = look::is_emptied(app.journal().is_untouched());
    let is_new = move || !is_missed && !app.settings.with(domain::Settings::welcomed);
    let put_aside = move |()| {
        spawn_local(async move {
            if let Err(why) = app.change_settings(SettingsEdit::SetWelcomed(true)).await {
                app.tell(app.text().problems().saving(why).to_owned(), None);
            }
        });
    };
    view! {
        <Show when=is_new>
            <Card id="new-here" heading=Some(app.text().today().new_here.to_owned())>
                <p>{app.text().today().new_here_line}</p>
                <div class="cluster">
                    <ButtonLink href=Page::Welcome.path() kind=ButtonKind::Quiet>
                        {app.text().today().look_around}
                    </ButtonLink>
                    <Button kind=ButtonKind::Plain on_press=put_aside>
                        {app.text().today().not_now}
                    </Button>
                </div>
            </Card>
        </Show>
    }
}
