//! Help now is drawn once, while nobody waits, and kept out of sight. A tap only has to show it; the page it was tapped on is taken away
//! when the numbers are on the screen.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use ui::{Effect, Memo, RwSignal, live};

use crate::pages::HelpNow;
use crate::routes::Page;
use crate::state::App;

/// After the last part of the program arrived the phone has this long to draw what was asked for. Milliseconds.
const REST_MS: u32 = 400;

/// Help now as it is kept, and what is drawn beside it.
#[derive(Clone, Copy)]
pub struct AtHand {
    /// Whether it is drawn already. Until then Help now is a page like any other.
    is_ready: RwSignal<bool>,
    is_shown: Memo<bool>,
    /// Where the person is, for what runs later.
    latest: StoredValue<Page>,
    /// The page that is drawn: none while Help now, kept, is all there is to see.
    pub drawn: RwSignal<Option<Page>>,
}

impl AtHand {
    pub fn new(app: App, page: Memo<Page>) -> Self {
        let drawn = RwSignal::new(Some(page.get_untracked()));
        let at_hand = Self {
            is_ready: RwSignal::new(false),
            is_shown: Memo::new(move |_| page.get() == Page::HelpNow),
            latest: StoredValue::new(page.get_untracked()),
            drawn,
        };
        Effect::new(move |_| {
            let now = page.get();
            at_hand.latest.set_value(now);
            if now == Page::HelpNow && at_hand.is_ready.get_untracked() {
                // In a task of its own behind the next frame: the browser paints the numbers first.
                request_animation_frame(move || {
                    let is_still = move || at_hand.latest.try_get_value() == Some(Page::HelpNow);
                    Timeout::new(0, move || {
                        if is_still() {
                            let _ = drawn.try_set(None);
                        }
                    })
                    .forget();
                });
            } else if drawn.with_untracked(|drawn| *drawn != Some(now)) {
                drawn.set(Some(now));
            }
        });
        Effect::new(move |_| {
            if app.parts.are_all_here() {
                Timeout::new(REST_MS, move || at_hand.draw()).forget();
            }
        });
        at_hand
    }

    /// Not while it is on the screen as a page: who reads it keeps the focus and the place.
    fn draw(self) {
        let Some(now) = self.latest.try_get_value() else { return };
        if now == Page::HelpNow {
            Timeout::new(REST_MS, move || self.draw()).forget();
        } else {
            let _ = self.is_ready.try_set(true);
        }
    }

    /// What is kept, and stands before the page: whoever looks for the title finds this one first while it is shown.
    pub fn view(self, app: App) -> impl IntoView + use<> {
        let is_shown = self.is_shown;
        live(move || self.is_ready.get().then(|| view! { <HelpNow app=app is_shown=is_shown /> }))
    }

    /// Whether the page is out of sight behind it, for the moment in which it is still there.
    pub fn covers(self) -> bool {
        self.is_shown.get() && self.is_ready.get_untracked()
    }
}
