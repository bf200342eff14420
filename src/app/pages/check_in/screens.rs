//! All questions on one page, or a screen of them at a time, as the person likes.

use leptos::prelude::*;
use ui::{Button, ButtonKind, RwSignal, Signal, Switch, derived, live};

use crate::browser::{focus, look};
use crate::state::App;

/// How many screens there are: use, craving, confidence, body and mind, and what else there was.
const COUNT: usize = 5;

/// Which of them is on the screen.
#[derive(Clone, Copy)]
pub struct Screens {
    is_one_by_one: RwSignal<bool>,
    at: RwSignal<usize>,
}

impl Screens {
    /// From the first one, in the way that was chosen last.
    pub fn new() -> Self {
        Self { is_one_by_one: RwSignal::new(look::asks_one_by_one()), at: RwSignal::new(0) }
    }

    fn hides(self, place: usize) -> Signal<bool> {
        derived(move || self.is_one_by_one.get() && self.at.get() != place)
    }

    /// Turns to a screen, and puts the focus there, so that it is read out.
    fn turn(self, to: usize) {
        self.at.set(to);
        request_animation_frame(move || {
            focus::focus(&id_of(to));
        });
    }
}

fn id_of(place: usize) -> String {
    format!("day-screen-{place}")
}

/// What stands on one of the screens.
#[component]
pub fn Screen(screens: Screens, place: usize, children: Children) -> impl IntoView {
    view! {
        <div class="flow" id=id_of(place) tabindex="-1" hidden=screens.hides(place)>
            {children()}
        </div>
    }
}

/// How it is asked.
#[component]
pub fn OneByOne(app: App, screens: Screens) -> impl IntoView {
    let choose = move |is_one_by_one: bool| {
        look::ask_one_by_one(is_one_by_one);
        screens.at.set(0);
        screens.is_one_by_one.set(is_one_by_one);
    };
    view! {
        <Switch
            id="one-by-one"
            label=app.text().check_in().one_by_one.to_owned()
            on=screens.is_one_by_one
            on_change=choose
        />
    }
}

/// The way from one screen to the next, and back; nothing while all is on one page.
#[component]
pub fn Turn(app: App, screens: Screens) -> impl IntoView {
    let words = app.text().check_in();
    let at = move || screens.at.get();
    view! {
        <div class="flow flow--tight" hidden=derived(move || !screens.is_one_by_one.get())>
            <p class="quiet numbers">{live(move || (words.screen_of)(at().saturating_add(1), COUNT))}</p>
            <div class="cluster">
                <div hidden=derived(move || at() == 0)>
                    <Button kind=ButtonKind::Quiet on_press=move |()| screens.turn(screens.at.get_untracked().saturating_sub(1))>
                        {words.screen_before}
                    </Button>
                </div>
                <div hidden=derived(move || at().saturating_add(1) >= COUNT)>
                    <Button kind=ButtonKind::Quiet on_press=move |()| screens.turn(screens.at.get_untracked().saturating_add(1))>
                        {words.screen_next}
                    </Button>
                </div>
            </div>
        </div>
    }
}
