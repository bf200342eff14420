//! Doing a strategy: a number, steps that tick, timers, and the number again. Everything is saved as it happens, so a call, a reload or a
//! locked phone loses nothing.

use domain::strategy::{RunEdit, Step, Strategy, StrategyRun};
use domain::{Intensity, Rating};
use engine::{EntryKey, RecordId, RunSaved, SaveError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, Memo, RwSignal, Scale, Signal, Tick, derived, live};

use super::step::Timer;
use super::{All, read};
use crate::answer::Answer;
use crate::browser::clock;
use crate::pages::found::FlowTitle;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::{App, follow};

/// A run on the screen.
#[derive(Clone, Copy)]
pub struct Here {
    pub app: App,
    pub id: RecordId,
    /// As it is saved now.
    pub run: Signal<StrategyRun>,
    failed: RwSignal<Option<(RunEdit, SaveError)>>,
}

impl Here {
    /// Saves one change and goes on.
    pub fn save(self, edit: RunEdit) {
        spawn_local(async move {
            self.saved(edit).await;
        });
    }

    async fn saved(self, edit: RunEdit) -> bool {
        let answer = self.app.edit_run(self.id, edit).await;
        let is_safe = answer.is_ok();
        let _ = self.failed.try_set(answer.err().map(|why| (edit, why)));
        is_safe
    }
}

#[component]
pub fn Run(app: App, key: EntryKey) -> impl IntoView {
    // Only what is on the screen: after every tick this is read again.
    let shown: Answer<(All, Option<RunSaved>)> = follow(app, move |journal| async move {
        let run = journal.run(key).await.ok().flatten();
        (read(app, &journal).await, run)
    });
    let found = Memo::new(move |_| {
        shown.with(|shown| {
            let (all, saved) = shown.as_ref()?;
            let strategy = saved.as_ref().and_then(|saved| all.iter().find(|one| one.key == *saved.run.strategy()));
            Some(saved.clone().zip(strategy.cloned()))
        })
    });
    // Drawn once: what is saved changes what is drawn, and not the page.
    let is_there = Memo::new(move |_| found.with(|found| found.as_ref().map(Option::is_some)));
    live(move || match is_there.get() {
        None => ().into_any(),
        Some(false) => view! {
            <FlowTitle words=app.text().titles().strategy.to_owned() />
            <p class="lead">{app.text().cope().gone}</p>
            <ButtonLink href=Page::Cope.path()>{app.text().common().cope}</ButtonLink>
        }
        .into_any(),
        Some(true) => match untrack(|| found.get()).flatten() {
            None => ().into_any(),
            Some((RunSaved { id, run: first }, strategy)) => {
                let run = Memo::new(move |before: Option<&StrategyRun>| {
                    let now = found.with(|found| found.as_ref()?.as_ref().map(|(saved, _)| saved.run.clone()));
                    now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
                });
                let here = Here { app, id, run: run.into(), failed: RwSignal::new(None) };
                view! { <Everything here=here strategy=strategy /> }.into_any()
            }
        },
    })
}

#[component]
fn Everything(here: Here, strategy: Strategy) -> impl IntoView {
    let Here { app, run, failed, .. } = here;
    let words = app.text().cope();
    let before = derived(move || run.with(|run| run.before().map(Intensity::value)));
    let after = derived(move || run.with(|run| run.after().map(|after| after.intensity.value())));
    let rate_before = move |number: Intensity| here.save(RunEdit::RateBefore(Some(number)));
    let rate_after = move |intensity: Intensity| {
        here.save(RunEdit::RateAfter(Some(Rating { intensity, at_utc_ms: clock::now().utc_ms() })));
    };
    let steps = strategy
        .steps
        .iter()
        .zip(0_u8..)
        .map(|(step, number)| view! { <OneStep here=here step=step.clone() number=number /> });
    let steps = steps.collect_view();
    let again = move |()| {
        if let Some((edit, _)) = failed.get_untracked() {
            here.save(edit);
        }
    };
    let finish = move |()| {
        spawn_local(async move {
            if here.saved(RunEdit::End).await {
                app.go_to.set(Some(Page::Cope));
            }
        });
    };
    view! {
        <FlowTitle words=strategy.name.clone() />
        {scale(app, "before", words.before, before, rate_before)}
        <Card id="steps" heading=Some(words.steps.to_owned())>
            <ol class="flow" role="list">{steps}</ol>
        </Card>
        {scale(app, "after", words.after, after, rate_after)}
        {live(move || {
            before.get().zip(after.get()).map(|(before, after)| {
                let craving = app.text().craving();
                view! {
                    <div role="status">
                        <p class="big-number" aria-hidden="true">{(craving.from_to)(before, after)}</p>
                        <p class="visually-hidden">{(craving.from_to_read)(before, after)}</p>
                        <p class="quiet">{app.text().cope().before_and_after}</p>
                    </div>
                }
            })
        })}
        <Problem app=app why=derived(move || failed.with(|failed| failed.as_ref().map(|(_, why)| *why))) on_again=again />
        <Button wide=true on_press=finish>
            {words.finish}
        </Button>
        <ButtonLink href=Page::Cope.path() kind=ButtonKind::Plain wide=true>
            {words.later}
        </ButtonLink>
        <p class="quiet small">{words.for_later}</p>
    }
}

fn scale(
    app: App,
    id: &'static str,
    heading: &'static str,
    chosen: Signal<Option<u8>>,
    rate: impl Fn(Intensity) + Copy + Send + Sync + 'static,
) -> AnyView {
    let common = app.text().common();
    let pick = move |step: u8| {
        if let Ok(number) = Intensity::new(step) {
            rate(number);
        }
    };
    view! {
        <Card id=id heading=Some(heading.to_owned())>
            <Scale
                id=format!("{id}-scale")
                label=heading.to_owned()
                low=common.none_at_all.to_owned()
                high=common.strongest.to_owned()
                step_label=move |step| (app.text().cope().urge_of_ten)(step)
                chosen=chosen
                on_pick=pick
            />
        </Card>
    }
    .into_any()
}

#[component]
fn OneStep(here: Here, step: Step, number: u8) -> impl IntoView {
    let is_ticked = derived(move || here.run.with(|run| run.is_ticked(number)));
    view! {
        <li class="flow flow--tight">
            <Tick
                id=format!("step-{number}")
                label=step.text
                on=is_ticked
                on_change=move |is_done| here.save(RunEdit::Tick(number, is_done))
            />
            {step.timer.map(|(kind, length_s)| view! { <Timer here=here number=number kind=kind length_s=length_s /> })}
        </li>
    }
}
