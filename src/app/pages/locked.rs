//! The lock screen. There is no journal behind it and no router: its views are what follows the "#" of the address, so that "back" works and
//! every link is a plain one; where the person was stays in front of it.

mod enter;
mod forgot;
mod shut;

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use domain::Settings;
use engine::lock::{Lock, LockError, wait_before_try};
use engine::{Contact, Journal, OpenError, RootKey};
use leptos::prelude::*;
use leptos::tachys::dom::body;
use leptos::task::spawn_local;
use storage::indexed_db::IndexedDb;
use text::Text;
use ui::{Button, ButtonKind, ButtonLink, Icon, RwSignal, TabBar, derived, live};

use crate::browser::clock::Device;
use crate::browser::handrail::{self, Tap};
use crate::browser::{badge, clock, cover, focus, look};
use crate::commands::unlock::{Given, Shut, root_of};
use crate::routes::Page;
use crate::start::{self, Waited};
use crate::state::OpenJournal;

use super::calls::calls;
pub use shut::sentence;

/// What is shown, by what follows the "#".
#[derive(Clone, Copy, PartialEq)]
enum View {
    Enter,
    Code,
    Forgot,
    End,
    Help,
}

impl View {
    /// Whoever was at Help now when it locked is there again, at once.
    fn now() -> Self {
        match cover::hash().as_str() {
            "#help" => Self::Help,
            "#code" => Self::Code,
            "#forgot" => Self::Forgot,
            "#end" => Self::End,
            "" if Page::at(&cover::path()) == Page::HelpNow => Self::Help,
            _ => Self::Enter,
        }
    }
}

/// What the lock screen knows.
struct Known {
    asked: Asked,
    /// Numbers tapped before the screen was there.
    taps: Vec<Tap>,
    mounted: RefCell<Option<Box<dyn Any>>>,
}

/// The lock screen, as all its views have it.
#[derive(Clone, Copy)]
struct Screen {
    text: Text,
    known: StoredValue<Rc<Known>, LocalStorage>,
    is_pin: bool,
    has_passkey: bool,
    busy: RwSignal<bool>,
    why: RwSignal<Option<Shut>>,
    /// Until when nobody may try, UTC milliseconds.
    until_ms: RwSignal<i64>,
}

/// What is known before anything is open.
pub struct Asked {
    pub home: IndexedDb,
    /// Ready to be tried ([`Lock::uncovered`]).
    pub lock: Lock,
    pub contacts: Vec<Contact>,
}

/// Asks for what opens this lock, and shows the app once it is open.
pub fn ask(asked: Asked) {
    let text = text::of(look::language(None));
    let now_ms = clock::now().utc_ms();
    let (is_pin, has_passkey) = (asked.lock.is_screen, !asked.lock.passkeys().is_empty());
    let (home, until_utc_ms) = (asked.home.clone(), asked.lock.tries.seen_at(now_ms).until_utc_ms);
    // Taken over in the same task, so that there is never an empty screen.
    let known = Rc::new(Known { asked, taps: handrail::take_taps(), mounted: RefCell::default() });
    let mounted = Rc::clone(&known);
    let handle = mount_to(body(), move || {
        let screen = Screen {
            text,
            known: StoredValue::new_local(known),
            is_pin,
            has_passkey,
            busy: RwSignal::new(false),
            why: RwSignal::new(None),
            until_ms: RwSignal::new(until_utc_ms),
        };
        write_down_wait(home, screen.until_ms, now_ms);
        view! { <Locked screen=screen /> }.into_any()
    });
    mounted.mounted.replace(Some(Box::new(handle)));
    // What is due is nobody's business now.
    spawn_local(badge::show(0));
}

/// A clock that was set back begins the waiting anew, and that has to be written down, or every reload would begin it once more.
fn write_down_wait(home: IndexedDb, until_ms: RwSignal<i64>, now_ms: i64) {
    spawn_local(async move {
        if let Ok(wait_ms) = wait_before_try(&home, now_ms).await
            && wait_ms > 0
        {
            let _ = until_ms.try_set(now_ms.saturating_add(wait_ms));
        }
    });
}

#[component]
fn Locked(screen: Screen) -> impl IntoView {
    let view = RwSignal::new(View::now());
    let turned = window_event_listener_untyped("hashchange", move |_| {
        view.set(View::now());
        screen.why.set(None);
        request_animation_frame(|| {
            focus::scroll_to_top();
            focus::focus("page-title");
        });
    });
    on_cleanup(move || turned.remove());
    request_animation_frame(|| {
        let _ = focus::focus("secret") || focus::focus("page-title");
    });
    let common = screen.text.common();
    view! {
        <div class="frame frame--flow">
            <main class="frame__main wrapper flow" id="page" tabindex="-1">
                {live(move || match view.get() {
                    View::Enter => enter::enter(screen),
                    View::Code => enter::by_code(screen),
                    View::Forgot => forgot::forgot(screen),
                    View::End => forgot::end(screen),
                    View::Help => help(screen),
                })}
            </main>
            <div class="frame__foot">
                <TabBar
                    label=common.places
                    tabs=Vec::new()
                    help_href="#help"
                    help_label=common.help_now
                    help_current=derived(move || view.get() == View::Help)
                />
            </div>
        </div>
    }
}

/// Help now, with the people who were chosen for it and nobody else.
fn help(screen: Screen) -> AnyView {
    let text = screen.text;
    view! {
        <div class="cluster cluster--apart">
            <h1 id="page-title" tabindex="-1">
                {text.common().help_now}
            </h1>
            <Button kind=ButtonKind::Quiet icon=Icon::Leave on_press=|()| handrail::leave()>
                {text.help().leave_fast}
            </Button>
        </div>
        {calls(&screen.known.get_value().asked.contacts, text)}
        {back(text)}
    }
    .into_any()
}

fn back(text: Text) -> AnyView {
    view! {
        <ButtonLink kind=ButtonKind::Plain wide=true href="#lock">
            {text.locked().to_the_lock}
        </ButtonLink>
    }
    .into_any()
}

impl Screen {
    /// Makes one try. What comes of it is on the screen.
    fn try_with(self, given: Given) {
        if self.busy.get_untracked() {
            return;
        }
        let by_code = matches!(given, Given::Code(_)).then_some(self.text.locked().opened_by_code);
        self.busy.set(true);
        self.why.set(None);
        spawn_local(async move {
            match self.tried(given).await {
                Ok((journal, settings)) => self.opened(journal, settings, by_code),
                Err(why) => self.stays_shut(why),
            }
        });
    }

    async fn tried(self, given: Given) -> Result<(OpenJournal, Settings), Shut> {
        let known = self.known.get_value();
        let Asked { home, lock, .. } = &known.asked;
        let root = root_of(home, lock, given).await?;
        opened(home, (!self.is_pin).then_some(root)).await.map_err(Shut::Open)
    }

    /// Ends the lock screen, and shows the app.
    fn opened(self, journal: OpenJournal, settings: Settings, sentence: Option<&'static str>) {
        let known = self.known.get_value();
        cover::without_hash();
        drop(known.mounted.take());
        start::show(journal, settings, Waited { taps: known.taps.clone(), sentence });
    }

    fn stays_shut(self, why: Shut) {
        if let Shut::NotCounted(LockError::None) = why {
            // Another tab has taken the lock away.
            return cover::load_anew();
        }
        if let Shut::Wait(ms) | Shut::Wrong(ms) = why {
            let now_ms = clock::now().utc_ms();
            let _ = self.until_ms.try_set(now_ms.saturating_add(ms));
        }
        let _ = self.busy.try_set(false);
        let _ = self.why.try_set(Some(why));
    }
}

/// The journal behind a lock, by its key; behind a screen, without one.
async fn opened(home: &IndexedDb, root: Option<RootKey>) -> Result<(OpenJournal, Settings), OpenError> {
    let journal = match root {
        Some(root) => Journal::open_with(home.clone(), Device, root).await?,
        None => Journal::open_screened(home.clone(), Device).await?,
    };
    let settings = journal.settings().await?;
    Ok((journal, settings))
}
