//! How safely the entries are kept: what the browser promises, in plain words, and what makes it safer.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, Icon, RwSignal, Show, live, show_let};

use super::backup;
use super::install::{OntoHomeScreen, follow_install};
use crate::browser::persistence::{self, Kept};
use crate::browser::{handrail, network, platform};
use crate::routes::Page;
use crate::state::App;

/// Bytes in a megabyte, as phones count them.
const MEGABYTE: f64 = 1_000_000.0;

/// The page.
#[component]
pub fn Storage(app: App) -> impl IntoView {
    let way = follow_install();
    view! {
        <Entries app=app />
        <Card id="home-screen" heading=Some(app.text().welcome().install_title.to_owned())>
            <OntoHomeScreen app=app way=way />
        </Card>
        <Versions app=app />
        <ButtonLink kind=ButtonKind::Plain icon=Icon::Trash wide=true href=Page::Forget.path()>
            {app.text().forget().in_storage}
        </ButtonLink>
    }
}

/// Where the entries are, and what the browser promises about them.
#[component]
fn Entries(app: App) -> impl IntoView {
    let kept = RwSignal::new(None::<Kept>);
    let asked = RwSignal::new(false);
    let megabytes = RwSignal::new(None::<f64>);
    spawn_local(async move {
        let answer = persistence::now().await;
        let _ = kept.try_set(Some(answer));
        let used = persistence::used_bytes().await;
        let _ = megabytes.try_set(used.map(|bytes| bytes / MEGABYTE));
    });
    let ask = move |()| {
        spawn_local(async move {
            let answer = persistence::ask().await;
            let _ = kept.try_set(Some(answer));
            let _ = asked.try_set(true);
        });
    };
    let words = move || app.text().me();
    view! {
        <Card id="entries" heading=Some(words().kept_title.to_owned())>
            <p>{words().only_here}</p>
            <div class="flow flow--tight" role="status">
                <p>{live(move || kept.get().map(|kept| promise(app, kept, asked.get())))}</p>
            </div>
            <p class="quiet">{backup::last_told(app)}</p>
            <ButtonLink kind=ButtonKind::Quiet wide=true icon=Icon::Download href=Page::Backup.path()>
                {app.text().backup().make_title}
            </ButtonLink>
            <Show when=platform::forgets_after_seven_days>
                <p>{words().safari_forgets}</p>
            </Show>
            <Show when=move || kept.get().is_some_and(|kept| kept != Kept::Protected)>
                <Button kind=ButtonKind::Quiet wide=true on_press=ask>
                    {words().ask_to_keep}
                </Button>
            </Show>
            {show_let(megabytes.into(), move |megabytes| view! {
                <p class="quiet numbers">{live(move || (words().space_used)(megabytes))}</p>
            })}
        </Card>
    }
}

/// What the browser said, before and after it was asked.
fn promise(app: App, kept: Kept, asked: bool) -> &'static str {
    let words = app.text().me();
    match (kept, asked) {
        (Kept::Protected, false) => words.kept_protected,
        (Kept::Protected, true) => words.asked_and_kept,
        (Kept::AtRisk, false) => words.kept_at_risk,
        (Kept::AtRisk, true) => words.asked_in_vain,
        (Kept::Unknown, false | true) => words.kept_unknown,
    }
}

/// New versions come by themselves; this is for who wants to know now.
#[component]
fn Versions(app: App) -> impl IntoView {
    let busy = RwSignal::new(false);
    let looked = RwSignal::new(false);
    let look = move |()| {
        busy.set(true);
        spawn_local(async move {
            handrail::look_for_update().await;
            let _ = busy.try_set(false);
            let _ = looked.try_set(true);
        });
    };
    let words = move || app.text().me();
    let found = move || {
        let sentence = if network::is_online() { words().looked_for_version } else { words().no_network_to_look };
        (looked.get() && !busy.get()).then_some(sentence)
    };
    view! {
        <Card id="versions" heading=Some(words().version_title.to_owned())>
            <p>{words().version_line}</p>
            <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=look>
                {words().look_for_version}
            </Button>
            <p class="announce" role="status">{found}</p>
        </Card>
    }
}
