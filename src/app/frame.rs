//! The frame around every page: title, one quiet line, tabs, Help now, the toast. It draws the page the address asks for.

mod help_at_hand;
mod places;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::Router;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};
use ui::{Effect, Icon, Memo, Show, Tab, TabBar, Toast, TopBar, derived, live};

pub use places::title;
use places::{above, tab_of};

use help_at_hand::AtHand;

use crate::browser::{focus, handrail, network, time};
use crate::pages;
use crate::parts;
use crate::routes::{Page, Part, Surround};
use crate::state::{App, follow_with};

/// The whole app.
#[component]
pub fn Frame(app: App) -> impl IntoView {
    follow_the_browser(app);
    keep_badge(app);
    view! {
        <Router>
            {live(move || {
                // Sentences are not reactive: in another language everything is drawn again.
                app.language.track();
                view! { <Around app=app /> }
            })}
        </Router>
    }
}

#[component]
fn Around(app: App) -> impl IntoView {
    let location = use_location();
    let page = Memo::new(move |_| Page::at(&location.pathname.get()));
    let surround = Memo::new(move |_| page.get().surround());
    write_the_address(location.pathname);
    go_where_commands_say(app);
    let help = AtHand::new(app, page);
    arrive(app, page);
    forget_where_the_log_was(app, page);
    view! {
        <a class="skip-link" href="#page">{app.text().common().skip_to_content}</a>
        <div class="frame" class:frame--flow=move || surround.get() != Surround::Tabs>
            <Show when=move || surround.get() == Surround::Tabs>
                <Top app=app page=page />
            </Show>
            <main class="frame__main wrapper flow" class:frame__main--covered=move || help.covers() id="page" tabindex="-1">
                {help.view(app)}
                {live(move || help.drawn.get().map(|page| pages::draw(app, page)))}
            </main>
            <div class="frame__foot">
                <Told app=app />
                <Tabs app=app page=page />
            </div>
        </div>
    }
}

/// Title, way back, and one quiet line at a time: an update that waits comes before a clock that is wrong, and that before "offline".
#[component]
fn Top(app: App, page: Memo<Page>) -> impl IntoView {
    let status = move || {
        let text = app.text();
        if app.update_waits.get() {
            Some(text.common().update_waits.to_owned())
        } else if clock_is_behind(app) {
            Some(text.problems().clock_is_behind.to_owned())
        } else {
            (!app.is_online.get()).then(|| text.common().offline.to_owned())
        }
    };
    let action = move || app.update_waits.get().then(|| app.text().common().update_now.to_owned());
    view! {
        <TopBar
            title=derived(move || title(app, page.get()).to_owned())
            back_href=derived(move || above(page.get()).map(Page::path))
            back_label=Some(app.text().common().back.to_owned())
            status=derived(status)
            status_action=derived(action)
            on_status=move |()| spawn_local(app.let_update_in())
        />
    }
}

/// A clock more than a day behind the last entry was set back, not just adjusted.
fn clock_is_behind(app: App) -> bool {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;
    app.revision.track();
    app.journal().clock_is_behind_ms() > DAY_MS
}

#[component]
fn Told(app: App) -> impl IntoView {
    let undo = move |()| {
        let undo = app.toast.with_untracked(|told| told.as_ref().and_then(|told| told.undo.clone()));
        if let Some(undo) = undo {
            spawn_local(app.undo(undo));
        }
    };
    let has_undo = move || app.toast.with(|told| told.as_ref().is_some_and(|told| told.undo.is_some()));
    view! {
        <Toast
            text=derived(move || app.toast.with(|told| told.as_ref().map(|told| told.sentence.clone())))
            action=derived(move || has_undo().then(|| app.text().common().undo.to_owned()))
            on_action=undo
        />
    }
}

#[component]
fn Tabs(app: App, page: Memo<Page>) -> impl IntoView {
    let common = app.text().common();
    let tab = |to: Page, label: &str, icon| Tab {
        href: to.path(),
        label: label.to_owned(),
        icon,
        current: derived(move || tab_of(page.get()) == to),
    };
    let tabs = vec![
        tab(Page::Today, common.today, Icon::Today),
        tab(Page::Week, app.text().titles().week, Icon::Week),
        tab(Page::Cope, common.cope, Icon::Cope),
        tab(Page::Me, common.me, Icon::Me),
    ];
    view! {
        <TabBar
            label=common.places
            tabs=tabs
            help_href=Page::HelpNow.path()
            help_label=common.help_now
            help_current=derived(move || page.get() == Page::HelpNow)
        />
    }
}

/// The router writes the address of a tapped link once its own route components have drawn the page. We draw pages by ourselves, so
/// we have to say when that is done; without it "back" would have nowhere to go.
fn write_the_address(pathname: leptos::prelude::Memo<String>) {
    let router = use_context::<BrowserUrl>();
    Effect::new(move |_| {
        pathname.track();
        if let Some(router) = &router {
            router.ready_to_complete();
        }
    });
}

fn go_where_commands_say(app: App) {
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(page) = app.go_to.get() {
            navigate(&page.path(), NavigateOptions::default());
            app.go_to.set(None);
        }
    });
}

/// Network and updates, as the browser reports them. The listeners live as long as the app.
fn follow_the_browser(app: App) {
    for event in ["online", "offline"] {
        window_event_listener_untyped(event, move |_| app.is_online.set(network::is_online()));
    }
    window_event_listener_untyped("handrail:update-waiting", move |_| {
        app.update_waits.set(handrail::is_update_waiting());
    });
    window_event_listener_untyped("handrail:part-failed", move |_| app.parts.is_hard_to_get.set(true));
    window_event_listener(ev::focus, move |_| handrail::check_for_update());
    window_event_listener_untyped("visibilitychange", move |_| {
        app.woken.update(|woken| *woken = woken.wrapping_add(1))
    });
}

/// The number on the icon follows the journal, and is told anew whenever the app is looked at or left.
fn keep_badge(app: App) {
    let also = move || {
        app.woken.track();
        let _ = app.parts.is_here(Part::Calendars);
    };
    follow_with(app, also, move |_| parts::show_badge(app));
}

/// Whoever chose another tab starts the log from the newest entry again.
fn forget_where_the_log_was(app: App, page: Memo<Page>) {
    Effect::new(move |_| {
        if matches!(page.get(), Page::Today | Page::Me) {
            app.left_log_at.set_value(None);
            app.left_week_at.set_value(None);
        }
    });
}

/// After a navigation the page starts at its top and the focus is on its title, so that a screen reader reads where it is. Where the
/// page's part of the program arrives later, the focus follows then.
fn arrive(app: App, page: Memo<Page>) {
    let is_page_here = Memo::new(move |_| page.get().part().is_none_or(|part| app.parts.is_here(part)));
    leptos::prelude::Effect::new(move |before: Option<(Page, bool)>| {
        let now = page.get();
        let is_drawn = is_page_here.get();
        if before.is_some_and(|before| before != (now, is_drawn)) {
            request_animation_frame(move || {
                focus::scroll_to_top();
                let _ = focus::focus("page-title") || focus::focus("page");
                if now == Page::HelpNow {
                    time::mark("handrail:help");
                }
            });
        }
        (now, is_drawn)
    });
}
