//! The safety plan: six parts, one at a time or all on one page, each line kept at once; on paper it is one page.

mod reasons;
mod voice;

use domain::{Line, PlanEdit, PlanPart, Role, SafetyPlan};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Callback, Card, ChoiceRow, For, Icon, Memo, RwSignal, Tick, derived, live};

pub use reasons::Reasons;

use super::own_lines::{LineEdit, OwnLines};
use super::screens::{OneByOne, Screen, Screens, Turn};
use crate::browser::{clock, platform};
use crate::routes::Page;
use crate::state::App;

/// So many days are looked back on for a sign, today included.
const LATELY_DAYS: u64 = 14;

#[component]
pub fn Plan(app: App) -> impl IntoView {
    let words = app.text().safety();
    let plan = Memo::new(move |_| {
        app.revision.track();
        app.journal().safety_plan()
    });
    let screens = Screens::new(PlanPart::ALL.len(), plan.with_untracked(SafetyPlan::is_empty));
    let parts = PlanPart::ALL.iter().enumerate().map(|(place, part)| {
        view! {
            <Screen screens=screens place=place>
                <Part app=app plan=plan part=*part />
            </Screen>
        }
    });
    let parts = parts.collect_view();
    // On paper it is one page, whatever is on the screen.
    let print = move |()| {
        screens.show_all();
        request_animation_frame(platform::print);
    };
    let has_lines = move || !plan.with(SafetyPlan::is_empty);
    view! {
        // Once there is something to read, that comes first.
        {plan
            .with_untracked(SafetyPlan::is_empty)
            .then(|| view! { <p class="lead no-print">{words.lead}</p> })}
        {parts}
        <Turn app=app screens=screens />
        <Noticed app=app plan=plan />
        <div class="no-print flow">
            <OneByOne label=words.one_by_one screens=screens on_choose=|_| {} />
            {live(move || has_lines().then(|| view! {
                <Button kind=ButtonKind::Quiet wide=true icon=Icon::Note on_press=print>
                    {words.print}
                </Button>
            }))}
        </div>
    }
}

/// One of the six.
#[component]
fn Part(app: App, plan: Memo<SafetyPlan>, part: PlanPart) -> impl IntoView {
    let words = app.text().safety();
    let lines = derived(move || plan.with(|plan| plan.part(part).map(|line| line.words().clone()).collect::<Vec<_>>()));
    let is_empty = Memo::new(move |_| plan.with(|plan| plan.part(part).next().is_none()));
    let edit = move |(edit, done): (LineEdit, Callback<Option<engine::SaveError>>)| {
        let edit = match edit {
            LineEdit::Add(line) => PlanEdit::Add(part, line),
            LineEdit::Change(from, to) => PlanEdit::Change(part, from, to),
            LineEdit::Remove(line) => PlanEdit::Remove(part, line),
        };
        spawn_local(async move { done.run(app.change_plan(edit).await.err()) });
    };
    let people = match part {
        PlanPart::Call => {
            Some(view! { <ThePeople app=app is_wanted=is_close missing=Some(words.no_person) /> }.into_any())
        }
        PlanPart::Professionals => Some(
            view! {
                <ThePeople app=app is_wanted=is_professional missing=None />
                <p class="quiet small">{words.lines}</p>
            }
            .into_any(),
        ),
        PlanPart::Signs | PlanPart::Alone | PlanPart::Company | PlanPart::Safer => None,
    };
    view! {
        <Card id=part.code() heading=Some((words.part)(part).to_owned())>
            // What is written needs no hint any more.
            {live(move || {
                is_empty.get().then(|| view! { <p class="quiet no-print">{(words.part_hint)(part)}</p> })
            })}
            {people}
            <OwnLines app=app id=lines_id(part) lines=lines add_label=words.another on_edit=edit />
        </Card>
    }
}

fn lines_id(part: PlanPart) -> &'static str {
    match part {
        PlanPart::Signs => "plan-signs",
        PlanPart::Alone => "plan-alone",
        PlanPart::Company => "plan-company",
        PlanPart::Call => "plan-call",
        PlanPart::Professionals => "plan-professionals",
        PlanPart::Safer => "plan-safer",
    }
}

fn is_close(role: Role) -> bool {
    matches!(role, Role::Sponsor | Role::Peer | Role::Family | Role::Other)
}

/// Somebody for whom it is work.
pub fn is_professional(role: Role) -> bool {
    matches!(role, Role::Counselor | Role::Clinic | Role::Crisis)
}

/// People who are there already, with their numbers: nobody writes one twice. Without any, the way to add somebody is shown where `missing`
/// says why.
#[component]
pub fn ThePeople(app: App, is_wanted: fn(Role) -> bool, missing: Option<&'static str>) -> impl IntoView {
    let rows = Memo::new(move |_| {
        app.revision.track();
        let words = app.text().people();
        let row = |(_, person): &(_, domain::Person)| {
            let number = person.first_call().filter(|_| is_wanted(person.role()))?;
            Some((number.tel_link(), (words.call_them)(person.name().as_str()), number.as_str().to_owned()))
        };
        app.journal().people().iter().filter_map(row).collect::<Vec<_>>()
    });
    live(move || {
        let words = app.text().safety();
        let rows = rows.get();
        if rows.is_empty() {
            return missing.map(|missing| {
                view! {
                    <p class="no-print">{missing}</p>
                    <ButtonLink href=Page::AddPerson.path() kind=ButtonKind::Quiet icon=Icon::Plus>
                        {words.add_person}
                    </ButtonLink>
                }
                .into_any()
            });
        }
        let rows = rows.into_iter().map(|(href, title, line)| {
            view! { <ChoiceRow href=href icon=Icon::Phone title=title line=Some(line) /> }
        });
        Some(view! { <div class="rows">{rows.collect_view()}</div> }.into_any())
    })
}

/// Which of the signs were noticed today; nothing while there is none.
#[component]
fn Noticed(app: App, plan: Memo<SafetyPlan>) -> impl IntoView {
    let words = app.text().safety();
    let signs = Memo::new(move |_| {
        let today = clock::now().day();
        let sign = |line: &domain::PlanLine| {
            (line.words().clone(), line.was_noticed(today), line.noticed_within(today, LATELY_DAYS))
        };
        plan.with(|plan| plan.part(PlanPart::Signs).map(sign).collect::<Vec<_>>())
    });
    let has_any = Memo::new(move |_| signs.with(|signs| !signs.is_empty()));
    let failed = RwSignal::new(None);
    let one = move |(place, words_of): (usize, Line)| {
        let (asked, counted, changed) = (words_of.clone(), words_of.clone(), words_of.clone());
        let told = move |of: &Line| signs.with(|signs| signs.iter().find(|(there, ..)| there == of).cloned());
        let on = derived(move || told(&asked).is_some_and(|(_, is_noticed, _)| is_noticed));
        let line = derived(move || Some((words.noticed_on)(told(&counted).map_or(0, |(_, _, days)| days))));
        let change = move |is_noticed: bool| {
            let edit = PlanEdit::Notice(changed.clone(), clock::now().day(), is_noticed);
            spawn_local(async move {
                let answer = app.change_plan(edit).await;
                let _ = failed.try_set(answer.err());
            });
        };
        let id = format!("sign-{place}");
        view! { <Tick id=id label=words_of.as_str().to_owned() line=line chooses=true on=on on_change=change /> }
    };
    let list = move || {
        signs.with(|signs| signs.iter().map(|(words, ..)| words.clone()).enumerate().collect::<Vec<(usize, Line)>>())
    };
    live(move || {
        has_any.get().then(|| {
            view! {
                <div class="no-print">
                    <Card id="noticed" heading=Some(words.noticed.to_owned())>
                        <For each=list key=|(place, line)| (*place, line.as_str().to_owned()) let:line>
                            {one(line)}
                        </For>
                        <p class="announce" role="alert">
                            {live(move || failed.get().map(|why| app.text().problems().saving(why)))}
                        </p>
                    </Card>
                </div>
            }
        })
    })
}
