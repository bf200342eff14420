//! What was deleted in the last thirty days: brought back with one tap, or erased for good after a question.

use domain::{Moment, Program};
use engine::{DAYS_TO_RESTORE, Deleted as WasDeleted, DeletedWhat, RecordId, SaveError, What};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Text;
use ui::{Button, ButtonKind, ButtonLink, EmptyState, Icon, RwSignal, Sheet, derived, live};

use crate::browser::{clock, dates, focus};
use crate::facts;
use crate::pages::found::NotRead;
use crate::pages::{lapse, occasion, set_up, sheet_help};
use crate::routes::Page;
use crate::state::{App, follow};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Rows on the screen at once.
const AT_MOST: usize = 50;

/// What the buttons of this page do.
#[derive(Clone, Copy)]
struct Acts {
    app: App,
    /// What the question is about, while it is asked.
    asked: RwSignal<Option<RecordId>>,
    is_busy: RwSignal<bool>,
    failed: RwSignal<Option<SaveError>>,
}

#[component]
pub fn Deleted(app: App) -> impl IntoView {
    let all = follow(app, |journal| async move { journal.deleted().await });
    let acts = Acts { app, asked: RwSignal::new(None), is_busy: RwSignal::new(false), failed: RwSignal::new(None) };
    let first = RwSignal::new(0_usize);
    view! {
        {live(move || acts.failed.get().map(|why| view! { <p role="alert">{app.text().log().not_done(why)}</p> }))}
        {live(move || {
            all.with(|all| match all {
                None => ().into_any(),
                Some(Err(_)) => view! { <NotRead app=app /> }.into_any(),
                Some(Ok(all)) if all.is_empty() => view! { <NothingDeleted app=app /> }.into_any(),
                Some(Ok(all)) => list(acts, all, first),
            })
        })}
        <AskToErase acts=acts />
    }
}

#[component]
fn NothingDeleted(app: App) -> impl IntoView {
    view! {
        <EmptyState text=app.text().log().none_deleted.to_owned() icon=Icon::Trash>
            <ButtonLink kind=ButtonKind::Quiet href=Page::Log.path()>
                {app.text().log().to_log}
            </ButtonLink>
        </EmptyState>
    }
}

fn list(acts: Acts, all: &[WasDeleted], first: RwSignal<usize>) -> AnyView {
    let text = acts.app.text();
    // The last of a page may have been brought back: then the page before it is shown.
    let last_page = all.len().saturating_sub(1) / AT_MOST * AT_MOST;
    let from = first.get().min(last_page);
    let rows: Vec<_> = all.iter().skip(from).take(AT_MOST).map(|one| row(acts, one)).collect();
    let turn_to = move |page: usize| {
        first.set(page);
        focus::focus("page-title");
        focus::scroll_to_top();
    };
    let page = |to: usize, label: &'static str| {
        view! { <Button kind=ButtonKind::Quiet wide=true on_press=move |()| turn_to(to)>{label}</Button> }
    };
    view! {
        <p class="quiet">{text.log().deleted_hint}</p>
        {(from > 0).then(|| page(from.saturating_sub(AT_MOST), text.log().show_newer))}
        <ul class="flow flow--tight" role="list">{rows}</ul>
        {(from < last_page).then(|| page(from.saturating_add(AT_MOST), text.log().show_earlier))}
    }
    .into_any()
}

fn row(acts: Acts, deleted: &WasDeleted) -> impl IntoView + use<> {
    let (id, text) = (deleted.id, acts.app.text());
    let shown = Shown::of(acts.app, deleted, &clock::now());
    view! {
        <li class="card">
            <div>
                <p class="strong">{shown.what}</p>
                {shown.when.map(|when| view! { <p class="quiet numbers">{when}</p> })}
                {shown.words.map(|words| view! { <p class="own-text" dir="auto">{words}</p> })}
            </div>
            <p class="quiet small numbers">{shown.deleted}</p>
            <div class="cluster">
                <Button kind=ButtonKind::Quiet icon=Icon::Restore busy=acts.is_busy on_press=move |()| bring_back(acts, id)>
                    {text.log().bring_back}
                </Button>
                <Button kind=ButtonKind::Plain on_press=move |()| acts.asked.set(Some(id))>
                    {text.log().erase}
                </Button>
            </div>
        </li>
    }
}

/// What was deleted, in words.
struct Shown {
    /// "Craving 7 of 10", "Group".
    what: String,
    when: Option<String>,
    words: Option<String>,
    /// "Deleted Nov 21, 8:00 AM · 29 days left".
    deleted: String,
}

impl Shown {
    fn of(app: App, one: &WasDeleted, now: &Moment) -> Self {
        let text = app.text();
        let told = |moment: &Moment| dates::day_and_time(moment, now.day(), text.language);
        let (mut when, mut words) = (None, None);
        let what = match &one.what {
            DeletedWhat::Entry(entry) => match &entry.what {
                What::Craving(craving) => {
                    let line = facts::line(craving, text);
                    when = Some(told(craving.occurred_at()));
                    words = Some(line.words).filter(|words| !words.is_empty());
                    line.label
                }
                What::Lapse(lapse) => {
                    when = Some(lapse::when(lapse, text));
                    let line = facts::lapse_line(lapse, text);
                    words = Some(line.words).filter(|words| !words.is_empty());
                    line.label
                }
                What::CheckIn(check_in) => {
                    when = Some(dates::day(check_in.day(), now.day(), text.language));
                    facts::check_in_line(check_in, text).label
                }
                // Nothing that is told elsewhere is ever deleted by itself.
                What::Done(_) | What::Newer => text.log().from_newer.to_owned(),
                What::Unreadable { count } => (text.log().unreadable)(*count),
            },
            DeletedWhat::Session(session) => {
                when = Some(set_up::days_and_time(app, session));
                occasion::title(session.about(), text)
            }
            DeletedWhat::Imported(imported) => occasion::title(imported.about(), text),
            DeletedWhat::Named(what, name) => {
                words = name.clone();
                (text.log().named)(*what).to_owned()
            }
            DeletedWhat::Program { program, sessions } => {
                when = Some((text.log().with_sessions)(*sessions));
                program_name(program, text)
            }
        };
        let at = (text.log().deleted_at)(&told(&clock::at(one.deleted_utc_ms as f64)));
        let left = (text.log().days_left)(days_left(one.deleted_utc_ms, now.utc_ms()));
        Self { what, when, words, deleted: format!("{at} · {left}") }
    }
}

/// In the person's words, or by its shape.
fn program_name(program: &Program, text: Text) -> String {
    let own = program.name().map(|name| name.as_str().to_owned());
    let shape = || program.shape().map_or(text.titles().program, text.program().shape);
    own.unwrap_or_else(|| shape().to_owned())
}

/// Days until something deleted then is erased, to the nearest; 0 is less than one. A clock set back never makes it more than thirty.
fn days_left(deleted_utc_ms: i64, now_utc_ms: i64) -> i64 {
    let ends = deleted_utc_ms.saturating_add(DAYS_TO_RESTORE.saturating_mul(DAY_MS));
    let left = ends.saturating_sub(now_utc_ms);
    if left < DAY_MS { 0 } else { (left.saturating_add(DAY_MS / 2) / DAY_MS).min(DAYS_TO_RESTORE) }
}

/// The row is gone afterwards, so the focus goes to the title; the toast says what happened.
fn bring_back(acts: Acts, id: RecordId) {
    acts.is_busy.set(true);
    spawn_local(async move {
        let done = acts.app.bring_back(id).await;
        finish(acts, done);
    });
}

fn erase(acts: Acts, id: RecordId) {
    acts.asked.set(None);
    spawn_local(async move {
        let done = acts.app.erase(id).await;
        finish(acts, done);
    });
}

fn finish(acts: Acts, done: Result<(), SaveError>) {
    let _ = acts.is_busy.try_set(false);
    let is_done = done.is_ok();
    let is_here = acts.failed.try_set(done.err()).is_none();
    if is_done && is_here {
        focus::focus("page-title");
    }
}

#[component]
fn AskToErase(acts: Acts) -> impl IntoView {
    let app = acts.app;
    let yes = move |()| {
        if let Some(id) = acts.asked.get_untracked() {
            erase(acts, id);
        }
    };
    view! {
        <Sheet
            id="erase"
            open=derived(move || acts.asked.get().is_some())
            heading=app.text().log().erase_ask.to_owned()
            close=app.text().common().close.to_owned()
            help=sheet_help(app)
            on_close=move |()| acts.asked.set(None)
        >
            <p>{app.text().log().erase_means}</p>
            <div class="flow flow--tight">
                <Button kind=ButtonKind::Danger wide=true on_press=yes>
                    {app.text().log().erase_yes}
                </Button>
                <Button kind=ButtonKind::Quiet wide=true on_press=move |()| acts.asked.set(None)>
                    {app.text().log().erase_no}
                </Button>
            </div>
        </Sheet>
    }
}
