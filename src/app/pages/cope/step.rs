//! The timer of a step: what is to be seen while it runs, the time that is left, and the way to put it aside. It goes on while the phone is
//! locked, because it counts from when it was begun.

use domain::Intensity;
use domain::strategy::{RunEdit, StepTimer, TimerKind};
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use ui::{
    Breath, Button, ButtonKind, Choice, Disclosure, Effect, Memo, RwSignal, Select, Signal, Switch, derived, live,
};

use super::run::Here;
use crate::browser::look::{self, Wanted};
use crate::browser::wake_lock::LitScreen;
use crate::browser::{clock, time_over};
use crate::pages::ride_out::wave_heights;

/// How a breath is paced: seconds in, held, out.
const PATTERNS: [(u16, u16, u16); 3] = [(4, 0, 6), (4, 4, 4), (4, 7, 8)];

/// What the timer of this step does now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    NotBegun,
    Runs,
    Left,
    Over,
}

#[component]
pub fn Timer(here: Here, number: u8, kind: TimerKind, length_s: u16) -> impl IntoView {
    let words = here.app.text().cope();
    let own = move || here.run.with(|run| run.timer().filter(|timer| timer.step() == number));
    let now_ms = ticking();
    let elapsed = Memo::new(move |_| own().map_or(0, |timer| timer.elapsed_at(now_ms.get(), length_s)));
    let stage = Memo::new(move |_| match own() {
        None => Stage::NotBegun,
        Some(_) if elapsed.get() >= length_s => Stage::Over,
        Some(timer) if timer.is_running() => Stage::Runs,
        Some(_) => Stage::Left,
    });
    keep_lit(here, stage);
    // An effect, because the end of the time is something that happens outside: it ticks its step, once, and is told to who watched it run.
    let ran = StoredValue::new(false);
    Effect::new(move |_| {
        let did_run = ran.try_update_value(|ran| std::mem::replace(ran, stage.get() == Stage::Runs)) == Some(true);
        if stage.get() == Stage::Over && did_run {
            time_over::tell();
        }
        if stage.get() == Stage::Over && !untrack(|| here.run.with(|run| run.is_ticked(number))) {
            here.save(RunEdit::Tick(number, true));
        }
    });
    let set = move |timer: Option<StepTimer>| here.save(RunEdit::SetTimer(timer));
    let begin = move |()| set(Some(StepTimer::start(number, clock::now().utc_ms())));
    let leave = move |()| set(untrack(own).map(|timer| timer.leave(clock::now().utc_ms(), length_s)));
    let go_on = move |()| set(untrack(own).map(|timer| timer.resume(clock::now().utc_ms(), length_s)));
    let pattern = RwSignal::new(0_usize);
    live(move || match stage.get() {
        Stage::NotBegun => view! {
            {(kind == TimerKind::Breathe).then(|| view! { <Patterns here=here number=number pattern=pattern /> })}
            <Button kind=ButtonKind::Quiet on_press=begin>
                {(words.start_timer)(length_s)}
            </Button>
            <WhenOver here=here number=number />
        }
        .into_any(),
        Stage::Runs | Stage::Left => {
            let is_running = stage.get() == Stage::Runs;
            view! {
                {picture(here, number, kind, length_s, elapsed, pattern)}
                <p role="timer" class="quiet numbers">
                    {live(move || (here.app.text().craving().time_left)(length_s.saturating_sub(elapsed.get())))}
                </p>
                {if is_running {
                    view! { <Button kind=ButtonKind::Quiet on_press=leave>{words.leave_timer}</Button> }.into_any()
                } else {
                    view! { <Button kind=ButtonKind::Quiet on_press=go_on>{words.resume_timer}</Button> }.into_any()
                }}
            }
            .into_any()
        }
        Stage::Over => view! {
            <p class="quiet" role="status">
                {words.timer_over}
            </p>
            <Button kind=ButtonKind::Quiet on_press=begin>
                {words.again}
            </Button>
        }
        .into_any(),
    })
}

/// The time by the device's clock, told once a second for as long as the page is there.
fn ticking() -> Signal<i64> {
    let now_ms = RwSignal::new(clock::now().utc_ms());
    let interval = StoredValue::new_local(None);
    interval.set_value(Some(Interval::new(1_000, move || {
        let _ = now_ms.try_set(clock::now().utc_ms());
    })));
    on_cleanup(move || {
        interval.try_update_value(Option::take);
    });
    derived(move || now_ms.get())
}

/// The screen stays lit while a timer runs, and is asked for again when the app comes back.
fn keep_lit(here: Here, stage: Memo<Stage>) {
    let lit = StoredValue::new_local(None);
    Effect::new(move |_| {
        here.app.woken.track();
        lit.set_value((stage.get() == Stage::Runs).then(LitScreen::ask));
    });
    on_cleanup(move || {
        lit.try_update_value(Option::take);
    });
}

fn picture(
    here: Here,
    number: u8,
    kind: TimerKind,
    length_s: u16,
    elapsed: Memo<u16>,
    pattern: RwSignal<usize>,
) -> AnyView {
    let words = here.app.text().cope();
    let part = move || f64::from(elapsed.get()) / f64::from(length_s.max(1));
    match kind {
        TimerKind::Breathe => {
            let paced = move || {
                let (breathe_in, hold, out) = PATTERNS.get(pattern.get()).copied().unwrap_or((4, 0, 6));
                let second = elapsed.get() % (breathe_in + hold + out).max(1);
                if second < breathe_in {
                    (words.breathe_in, true, breathe_in)
                } else if second < breathe_in + hold {
                    (words.breathe_hold, true, hold)
                } else {
                    (words.breathe_out, false, out)
                }
            };
            let paced = Memo::new(move |_| paced());
            view! {
                <Breath
                    label=(words.picture)(kind).to_owned()
                    word=derived(move || paced.get().0.to_owned())
                    is_full=derived(move || paced.get().1)
                    seconds=derived(move || paced.get().2)
                />
            }
            .into_any()
        }
        TimerKind::Wave => view! {
            <ui::Wave
                id=format!("wave-{number}")
                label=(words.picture)(kind).to_owned()
                elapsed=derived(part)
                heights=wave_heights()
                number=here.run.with_untracked(|run| run.before().map(Intensity::value))
            />
        }
        .into_any(),
        TimerKind::Wait | TimerKind::Release | TimerKind::Senses => view! {
            <progress class="timer-bar" aria-label=(words.picture)(kind) max=length_s.to_string() value=move || elapsed.get().to_string()></progress>
        }
        .into_any(),
    }
}

/// How the end of the time is told to who does not look: not at all, unless it is asked for.
#[component]
fn WhenOver(here: Here, number: u8) -> impl IntoView {
    let words = here.app.text().cope();
    let one = move |what: Wanted, name: &str, label: &'static str| {
        let on = RwSignal::new(look::is_wanted(what));
        let change = move |is_wanted: bool| {
            look::want(what, is_wanted);
            on.set(is_wanted);
        };
        view! { <Switch id=format!("{name}-{number}") label=label.to_owned() on=on on_change=change /> }
    };
    view! {
        <Disclosure summary=words.when_over.to_owned()>
            {one(Wanted::Shake, "shake", words.shake)}
            {one(Wanted::Tone, "tone", words.tone)}
        </Disclosure>
    }
}

/// The pace of the breath.
#[component]
fn Patterns(here: Here, number: u8, pattern: RwSignal<usize>) -> impl IntoView {
    let words = here.app.text().cope();
    let choice = |(place, (breathe_in, hold, out)): (usize, (u16, u16, u16))| Choice {
        value: place.to_string(),
        label: (words.pattern)(breathe_in, hold, out),
    };
    let choices: Vec<Choice> = PATTERNS.into_iter().enumerate().map(choice).collect();
    view! {
        <Select
            id=format!("pace-{number}")
            label=words.pattern_heading.to_owned()
            choices=Signal::stored(choices)
            value=derived(move || pattern.get().to_string())
            on_choose=move |value: String| pattern.set(value.parse().unwrap_or_default())
        />
    }
}
