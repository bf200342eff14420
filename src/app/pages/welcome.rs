//! The first run: what this is, and how it gets onto the home screen. Two screens at most, none of them needed.

use domain::SettingsEdit;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Callback, Icon, Mark, RwSignal, Show};

use super::install::{OntoHomeScreen, follow_install};
use crate::browser::focus;
use crate::browser::platform::Install;
use crate::routes::Page;
use crate::state::App;

/// Where the person is on the way through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    WhatThisIs,
    HomeScreen,
}

/// The flow. Who runs it from the home screen has no second step.
#[component]
pub fn Welcome(app: App) -> impl IntoView {
    let step = RwSignal::new(Step::WhatThisIs);
    let way = follow_install();
    let has_two = way.get_untracked() != Install::Done;
    let go = move |to: Step| {
        step.set(to);
        request_animation_frame(|| {
            focus::scroll_to_top();
            let _ = focus::focus("page-title");
        });
    };
    let next = move |()| if has_two { go(Step::HomeScreen) } else { leave(app) };
    view! {
        <Show
            when=move || step.get() == Step::WhatThisIs
            fallback=move || view! { <HomeScreen app=app way=way on_back=move |()| go(Step::WhatThisIs) /> }
        >
            <WhatThisIs app=app has_two=has_two on_next=next />
        </Show>
    }
}

/// Seen or skipped, it is over. If that is not saved, the only loss is that it is offered once more.
fn leave(app: App) {
    app.go_to.set(Some(Page::Today));
    spawn_local(async move {
        let _ = app.change_settings(SettingsEdit::SetWelcomed(true)).await;
    });
}

#[component]
fn WhatThisIs(app: App, has_two: bool, #[prop(into)] on_next: Callback<()>) -> impl IntoView {
    let words = app.text().welcome();
    let main = if has_two { words.next } else { app.text().common().to_today };
    view! {
        <Mark />
        <h1 class="greeting" id="page-title" tabindex="-1">
            {words.title}
        </h1>
        <p class="lead">{words.lead}</p>
        <p>{words.how}</p>
        <p>{words.stays_here}</p>
        <Button wide=true on_press=on_next>
            {main}
        </Button>
        // Before anything else is saved here: what is saved later holds, settings too.
        <ButtonLink kind=ButtonKind::Quiet wide=true icon=Icon::Restore href=Page::Backup.path()>
            {app.text().backup().i_have_one}
        </ButtonLink>
        {has_two.then(|| view! { <Foot app=app step=1 word=words.skip on_press=move |()| leave(app) /> })}
    }
}

#[component]
fn HomeScreen(app: App, way: ReadSignal<Install>, #[prop(into)] on_back: Callback<()>) -> impl IntoView {
    view! {
        <h1 class="greeting" id="page-title" tabindex="-1">
            {app.text().welcome().install_title}
        </h1>
        <OntoHomeScreen app=app way=way />
        <Button wide=true on_press=move |()| leave(app)>
            {app.text().common().to_today}
        </Button>
        <Foot app=app step=2 word=app.text().common().back on_press=on_back />
    }
}

/// How far, and the quiet way out.
#[component]
fn Foot(app: App, step: u8, word: &'static str, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    view! {
        <div class="cluster cluster--apart">
            <span class="quiet numbers">{(app.text().welcome().progress)(step, 2)}</span>
            <Button kind=ButtonKind::Plain on_press=on_press>
                {word}
            </Button>
        </div>
    }
}
