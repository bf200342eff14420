//! All questions on one page, or a screen of them at a time, as the person likes.

use leptos::prelude::*;
use ui::{Button, ButtonKind, RwSignal, Signal, Switch, derived, live};

use crate::browser::focus;
use crate::state::App;

/// Which of them is on the screen.
#[derive(Clone, Copy)]
pub struct Screens {
    /// How many there are.
    count: usize,
    is_one_by_one: RwSignal<bool>,
    at: RwSignal<usize>,
}

impl Screens {
    /// From the first one.
    pub fn new(count: usize, is_one_by_one: bool) -> Self {
        Self { count, is_one_by_one: RwSignal::new(is_one_by_one), at: RwSignal::new(0) }
    }

    /// All on one page from now on.
    pub fn show_all(self) {
        self.is_one_by_one.set(false);
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
    format!("screen-{place}")
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

/// How it is asked. `on_choose` hears of another choice.
#[component]
pub fn OneByOne(label: &'static str, screens: Screens, on_choose: fn(bool)) -> impl IntoView {
    let choose = move |is_one_by_one: bool| {
        on_choose(is_one_by_one);
        screens.at.set(0);
        screens.is_one_by_one.set(is_one_by_one);
    };
    view! {
        <Switch
            id="one-by-one"
            label=label.to_owned()
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
            <p class="quiet numbers">{live(move || (words.screen_of)(at().saturating_add(1), screens.count))}</p>
            <div class="cluster">
                <div hidden=derived(move || at() == 0)>
                    <Button kind=ButtonKind::Quiet on_press=move |()| screens.turn(screens.at.get_untracked().saturating_sub(1))>
                        {words.screen_before}
                    </Button>
                </div>
                <div hidden=derived(move || at().saturating_add(1) >= screens.count)>
                    <Button kind=ButtonKind::Quiet on_press=move |()| screens.turn(screens.at.get_untracked().saturating_add(1))>
                        {words.screen_next}
                    </Button>
                </div>
            </div>
        </div>
    }
}
