//! When it is forgotten: what is left is told before anything is deleted.

use std::rc::Rc;

use domain::Settings;
use engine::lock::{Kept, kept, root_by_device};
use engine::{OpenError, forget_everything};
use leptos::prelude::*;
use leptos::task::spawn_local;
use storage::indexed_db::IndexedDb;
use ui::{Button, ButtonKind, ButtonLink, Icon, RwSignal, Show};

use super::enter::told;
use super::{Screen, back, opened};
use crate::browser::handrail;
use crate::commands::unlock::Shut;
use crate::pages::forget::{Forgetting, forget_card};
use crate::state::OpenJournal;

/// The ways that are left.
pub fn forgot(screen: Screen) -> AnyView {
    let words = screen.text.locked();
    view! {
        <h1 class="greeting" id="page-title" tabindex="-1">
            {words.forgot_title}
        </h1>
        {if screen.is_pin { pin(screen) } else { passphrase(screen) }}
        <ButtonLink kind=ButtonKind::Quiet icon=Icon::Trash wide=true href="#end">
            {screen.text.forget().delete}
        </ButtonLink>
        {back(screen.text)}
    }
    .into_any()
}

fn passphrase(screen: Screen) -> AnyView {
    let words = screen.text.locked();
    let passkey = screen.has_passkey.then_some(words.forgot_passkey);
    let ways = [Some(words.forgot_code), passkey, Some(words.forgot_backup)].into_iter().flatten();
    view! {
        <p>{words.forgot_lead}</p>
        <ul class="flow flow--tight">{ways.map(|way| view! { <li>{way}</li> }.into_any()).collect_view()}</ul>
        <p>{words.forgot_nothing}</p>
        <ButtonLink wide=true href="#code">
            {words.use_code}
        </ButtonLink>
    }
    .into_any()
}

/// A screen keeps glances out and nobody's entries in.
fn pin(screen: Screen) -> AnyView {
    let words = screen.text.locked();
    let may_pass = RwSignal::new(false);
    spawn_local(async move {
        if let Ok(Kept::Screen(lock)) = kept(&screen.known.get_value().asked.home).await {
            let _ = may_pass.try_set(lock.may_be_passed());
        }
    });
    view! {
        <p>{words.forgot_pin}</p>
        {told(screen)}
        <Show when=move || may_pass.get()>
            <Button wide=true busy=screen.busy on_press=move |()| open_without(screen)>
                {words.open_without}
            </Button>
        </Show>
    }
    .into_any()
}

fn open_without(screen: Screen) {
    screen.busy.set(true);
    spawn_local(async move {
        match opened_without(&screen.known.get_value().asked.home).await {
            Ok((journal, settings)) => screen.opened(journal, settings, Some(screen.text.locked().opened_without)),
            Err(why) => screen.stays_shut(Shut::Open(why)),
        }
    });
}

async fn opened_without(home: &IndexedDb) -> Result<(OpenJournal, Settings), OpenError> {
    let root = root_by_device(home).await?;
    let (journal, settings) = opened(home, None).await?;
    // Where that fails it asks again the next time, and lets pass again.
    let _ = journal.remove_lock(&root).await;
    Ok((journal, settings))
}

/// Deleting everything needs no key.
pub fn end(screen: Screen) -> AnyView {
    let forget: Forgetting = Rc::new(move || {
        let known = screen.known.get_value();
        Box::pin(async move {
            forget_everything(&known.asked.home).await?;
            handrail::forget().await;
            Ok(())
        })
    });
    let words = screen.text.forget();
    view! {
        <h1 class="greeting" id="page-title" tabindex="-1">
            {screen.text.titles().forget}
        </h1>
        <p class="lead">{words.lead}</p>
        <p>{words.elsewhere}</p>
        {forget_card(screen.text, forget, "#lock".to_owned())}
    }
    .into_any()
}
