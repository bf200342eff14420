//! The program: what it is called and whom to call, its parts and how long they are, its sessions.

mod about;
mod delete;
mod phases;

use domain::{ProgramId, SeriesId, Session, When};
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{ButtonKind, ButtonLink, ChoiceRow, Icon, Memo, RwSignal, derived, live};

use crate::pages::plan::fields::saving_of;
use crate::pages::saving::Problem;
use crate::pages::set_up::line;
use crate::routes::Page;
use crate::state::{App, follow};
use about::AboutProgram;
use delete::Delete;
use phases::Phases;

/// A program on the screen.
#[derive(Clone, Copy)]
struct Here {
    app: App,
    id: ProgramId,
    /// As it is saved now.
    program: Memo<domain::Program>,
    failed: RwSignal<Option<(domain::ProgramEdit, WeekError)>>,
}

impl Here {
    /// Saves one change; what was not saved is kept, so that it can be tried again.
    fn save(self, edit: domain::ProgramEdit) {
        spawn_local(async move {
            let answer = self.app.edit_program(self.id, edit.clone()).await;
            let _ = self.failed.try_set(answer.err().map(|why| (edit, why)));
        });
    }
}

/// The program and all sessions, as they are saved now.
type Known = (Option<domain::Program>, Vec<(SeriesId, Session)>);

#[component]
pub fn Program(app: App, id: ProgramId) -> impl IntoView {
    let known = follow(app, move |journal| async move {
        let timetable = journal.timetable();
        let program = timetable.programs.into_iter().find(|(there, _)| *there == id).map(|(_, program)| program);
        (program, timetable.sessions)
    });
    // Drawn once for as long as it is there, so that a saved change does not take the focus from the next field.
    let is_there =
        Memo::new(move |_| known.with(|known: &Option<Known>| known.as_ref().map(|(found, _)| found.is_some())));
    move || match is_there.get() {
        None => ().into_any(),
        Some(false) => view! { <Gone app=app /> }.into_any(),
        Some(true) => match known.with_untracked(|known| known.as_ref().and_then(|(program, _)| program.clone())) {
            None => ().into_any(),
            Some(first) => {
                let program = Memo::new(move |before: Option<&domain::Program>| {
                    let now = known.with(|known| known.as_ref().and_then(|(program, _)| program.clone()));
                    now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
                });
                let sessions = Memo::new(move |_| {
                    known.with(|known| known.as_ref().map(|(_, all)| all.clone()).unwrap_or_default())
                });
                let here = Here { app, id, program, failed: RwSignal::new(None) };
                view! { <Whole here=here sessions=sessions /> }.into_any()
            }
        },
    }
}

#[component]
fn Gone(app: App) -> impl IntoView {
    view! {
        <p class="lead">{app.text().program().gone}</p>
        <ButtonLink href=Page::Week.path() wide=true>
            {app.text().program().to_week}
        </ButtonLink>
        <ButtonLink href=Page::Deleted.path() kind=ButtonKind::Plain wide=true>
            {app.text().titles().deleted}
        </ButtonLink>
    }
}

#[component]
fn Whole(here: Here, sessions: Memo<Vec<(SeriesId, Session)>>) -> impl IntoView {
    let Here { app, id, failed, .. } = here;
    let text = app.text().program();
    let belongs = move |session: &Session| session.phase().is_some_and(|member| member.program == id);
    let again = move |()| {
        if let Some((edit, _)) = failed.get_untracked() {
            here.save(edit);
        }
    };
    let refused = move || match failed.get() {
        Some((_, WeekError::Plan(why))) => Some((text.refused)(why)),
        Some((_, WeekError::Save(_))) | None => None,
    };
    view! {
        <Phases here=here />
        {live(move || refused().map(|why| view! { <p role="alert">{why}</p> }))}
        <Problem
            app=app
            why=derived(move || failed.with(|failed| failed.as_ref().and_then(|(_, why)| saving_of(*why))))
            on_again=again
        />
        <h2>{text.sessions}</h2>
        {live(move || {
            here.program.with(|program| {
                sessions.with(|all| rows(app, Some(program), all.iter().filter(|(_, session)| belongs(session))))
            })
        })}
        <ButtonLink kind=ButtonKind::Quiet icon=Icon::Plus wide=true href=Page::AddSession.path()>
            {app.text().titles().add_session}
        </ButtonLink>
        {live(move || {
            sessions.with(|all| {
                let others: Vec<_> = all.iter().filter(|(_, session)| session.phase().is_none()).collect();
                (!others.is_empty()).then(|| {
                    view! {
                        <h2>{text.other_sessions}</h2>
                        {rows(app, None, others.into_iter())}
                    }
                })
            })
        })}
        <AboutProgram here=here />
        <Delete app=app id=id />
    }
}

/// With several parts, each session of a program says which one it belongs to.
fn rows<'a>(
    app: App,
    program: Option<&domain::Program>,
    sessions: impl Iterator<Item = &'a (SeriesId, Session)>,
) -> AnyView {
    let mut sessions: Vec<_> = sessions.collect();
    // By part of the program, then as the week goes.
    sessions.sort_by_key(|(id, session)| {
        let first = match session.when() {
            When::Once(_) => u8::MAX,
            When::Weekly(weekly) => weekly.on.bits().trailing_zeros() as u8,
        };
        (session.phase().map(|member| member.phase), first, session.start(), *id)
    });
    if sessions.is_empty() {
        return view! { <p class="quiet">{app.text().program().no_sessions}</p> }.into_any();
    }
    let row = |(id, session): &(SeriesId, Session)| {
        let words = line(app, session);
        let (title, when) = words.split_once(": ").map_or((words.as_str(), ""), |(title, when)| (title, when));
        let program = program.filter(|program| program.phases().len() > 1);
        let part = program.zip(session.phase()).and_then(|(program, member)| program.phase(member.phase));
        let title = match part {
            Some(part) => {
                let part = part.name().map_or((app.text().program().phase)(part.kind()), |name| name.as_str());
                format!("{title} · {part}")
            }
            None => title.to_owned(),
        };
        view! {
            <ChoiceRow
                href=Page::EditSession(*id).path()
                title=title
                line=Some(when.to_owned()).filter(|when| !when.is_empty())
            />
        }
    };
    view! { <div class="rows">{sessions.into_iter().map(row).collect_view()}</div> }.into_any()
}
