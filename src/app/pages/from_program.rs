//! What came from a program: its goals and homework to tick, whom to call there, and leaving it.

use domain::pack::{Clinic, FromProgram as Given, PackId, ProgramHomework};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, EmptyState, For, Icon, Memo, RwSignal, Show, Tick, derived, live};

use crate::browser::{clock, dates};
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

#[component]
pub fn FromProgram(app: App) -> impl IntoView {
    let all = Memo::new(move |_| {
        app.revision.track();
        app.journal().from_programs()
    });
    let packs = Memo::new(move |_| all.with(|all| all.iter().map(Given::pack).collect::<Vec<PackId>>()));
    live(move || {
        if packs.with(Vec::is_empty) {
            return view! {
                <EmptyState text=app.text().packs().empty icon=Icon::Note>
                    <ButtonLink href=Page::PackIn.path()>{app.text().packs().to_add}</ButtonLink>
                </EmptyState>
            }
            .into_any();
        }
        view! {
            <For each=move || packs.get() key=|pack| *pack let:pack>
                <One app=app all=all pack=pack />
            </For>
            <ButtonLink href=Page::PackIn.path() kind=ButtonKind::Quiet wide=true icon=Icon::Plus>
                {app.text().packs().to_add}
            </ButtonLink>
        }
        .into_any()
    })
}

/// One pack.
#[component]
fn One(app: App, all: Memo<Vec<Given>>, pack: PackId) -> impl IntoView {
    let words = app.text().packs();
    let given = Memo::new(move |_| all.with(|all| all.iter().find(|given| given.pack() == pack).cloned()));
    let failed = RwSignal::new(None::<(u16, bool, SaveError)>);
    let tick = move |number: u16, is_done: bool| {
        spawn_local(async move {
            let answer = app.tick_from_program(pack, number, is_done).await;
            let _ = failed.try_set(answer.err().map(|why| (number, is_done, why)));
        });
    };
    let again = move |()| {
        if let Some((number, is_done, _)) = failed.get_untracked() {
            tick(number, is_done);
        }
    };
    let id = domain::pack::key_of(pack).to_hex();
    let heading = given.with_untracked(|given| given.as_ref().map(|given| given.from().as_str().to_owned()));
    let added = move || {
        let day = |day| dates::day(day, clock::now().day(), app.text().language);
        given.with(|given| given.as_ref().map(|given| (words.added_on)(&day(given.taken()))))
    };
    let goals = move || {
        let row = |goal: &domain::pack::ProgramGoal| (goal.number, goal.words.as_str().to_owned(), None);
        given.with(|given| given.iter().flat_map(Given::goals).map(row).collect::<Vec<Ticked>>())
    };
    let homework = move || {
        let row = |homework: &ProgramHomework| {
            (homework.number, homework.words.as_str().to_owned(), due_words(app, homework))
        };
        given.with(|given| given.iter().flat_map(Given::homework).map(row).collect::<Vec<Ticked>>())
    };
    let (goals, homework) = (Memo::new(move |_| goals()), Memo::new(move |_| homework()));
    let is_done =
        move |number: u16| given.with(|given| given.as_ref().is_some_and(|given| done_of(given, number).is_some()));
    let list = move |heading: &'static str, rows: Memo<Vec<Ticked>>| {
        live(move || {
            let rows = rows.get();
            (!rows.is_empty()).then(|| {
                let rows = rows.into_iter().map(|(number, label, line)| {
                    view! {
                        <li>
                            <Tick
                                id=format!("given-{number}")
                                label=label
                                line=derived(move || line.clone())
                                on=derived(move || is_done(number))
                                on_change=move |is_done| tick(number, is_done)
                            />
                        </li>
                    }
                });
                view! {
                    <h3>{heading}</h3>
                    <ul class="rows" role="list">
                        {rows.collect_view()}
                    </ul>
                }
            })
        })
    };
    view! {
        <Card id=id heading=heading>
            <p class="quiet">{live(added)}</p>
            {list(words.goals, goals)}
            {list(words.homework, homework)}
            <Problem app=app why=derived(move || failed.get().map(|(.., why)| why)) on_again=again />
            {live(move || given.with(|given| given.as_ref().and_then(Given::clinic).cloned()).map(|clinic| view! {
                <Whom app=app clinic=clinic />
            }))}
            <Leave app=app pack=pack />
        </Card>
    }
}

/// A number, the words, and a quiet line.
type Ticked = (u16, String, Option<String>);

fn done_of(given: &Given, number: u16) -> Option<i64> {
    let goal = given.goals().iter().find(|goal| goal.number == number).and_then(|goal| goal.done_utc_ms);
    goal.or_else(|| given.homework().iter().find(|one| one.number == number).and_then(|one| one.done_utc_ms))
}

/// "until Friday, November 27"; none without a date.
pub fn due_words(app: App, piece: &ProgramHomework) -> Option<String> {
    let (text, today) = (app.text(), clock::now().day());
    let due = piece.due?;
    let day = dates::day(due, today, text.language);
    let is_late = due < today && piece.done_utc_ms.is_none();
    Some(if is_late { (text.week().late)(&day) } else { (text.week().until)(&day) })
}

/// The clinic: to call now, and to keep among the people one could call.
#[component]
fn Whom(app: App, clinic: Clinic) -> impl IntoView {
    let words = app.text().packs();
    let name = clinic.name.as_str().to_owned();
    let number = clinic.phone.clone();
    let is_kept = {
        let number = number.clone();
        Memo::new(move |_| {
            app.revision.track();
            let is_it =
                |person: &domain::Person| person.reaches().iter().any(|reach| reach.to_call() == number.as_ref());
            number.is_some() && app.journal().people().iter().any(|(_, person)| is_it(person))
        })
    };
    let not_kept = RwSignal::new(None::<SaveError>);
    let clinic = StoredValue::new(clinic);
    let keep = move |()| {
        spawn_local(async move {
            let answer = app.keep_clinic(clinic.get_value()).await;
            let why = answer.err().map(|why| match why {
                engine::PeopleError::Save(why) => why,
                engine::PeopleError::Person(_) | engine::PeopleError::Help(_) => SaveError::Busy,
            });
            let _ = not_kept.try_set(why);
        });
    };
    number.map(|number| {
        view! {
            <ButtonLink href=number.tel_link() kind=ButtonKind::Quiet wide=true icon=Icon::Phone>
                {(words.call)(&name)}
            </ButtonLink>
            <Show when=move || !is_kept.get()>
                <Button kind=ButtonKind::Plain wide=true on_press=keep>
                    {words.keep_clinic}
                </Button>
            </Show>
            <Problem app=app why=not_kept on_again=keep />
        }
    })
}

/// Leaving it, asked once more, because there are two ways.
#[component]
fn Leave(app: App, pack: PackId) -> impl IntoView {
    let words = app.text().packs();
    let is_asked = RwSignal::new(false);
    let failed = RwSignal::new(None::<(bool, SaveError)>);
    let leave = move |takes_away: bool| {
        spawn_local(async move {
            let answer = app.leave_program(pack, takes_away).await;
            let _ = failed.try_set(answer.err().map(|why| (takes_away, why)));
        });
    };
    let again = move |()| {
        if let Some((takes_away, _)) = failed.get_untracked() {
            leave(takes_away);
        }
    };
    view! {
        <Show when=move || !is_asked.get()>
            <Button kind=ButtonKind::Plain on_press=move |()| is_asked.set(true)>
                {words.leave}
            </Button>
        </Show>
        <Show when=move || is_asked.get()>
            <p role="status">{words.leave_hint}</p>
            <div class="cluster">
                <Button kind=ButtonKind::Quiet on_press=move |()| leave(false)>
                    {words.leave_keep}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| leave(true)>
                    {words.leave_all}
                </Button>
                <Button kind=ButtonKind::Plain on_press=move |()| is_asked.set(false)>
                    {words.leave_no}
                </Button>
            </div>
        </Show>
        <Problem app=app why=derived(move || failed.get().map(|(_, why)| why)) on_again=again />
    }
}
