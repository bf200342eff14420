//! A new session of one's own: one page, saved at its end.

use domain::{Membership, Session, When};
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, Callback, RwSignal, derived};

use super::fields::saving_of;
use super::form::Form;
use super::inputs::Inputs;
use crate::browser::{clock, focus};
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// A new session.
#[component]
pub fn AddSession(app: App) -> impl IntoView {
    let now = clock::now();
    let form = Form::empty(now.day(), now.zone().clone());
    let attempt = Attempt::new(app);
    let save = move || {
        let Some(session) = session_of(form) else { return attempt.refuse(form) };
        attempt.begin();
        spawn_local(async move {
            match session {
                Ok(session) => attempt.end(app.add_session(session).await),
                Err(why) => attempt.end(Err(why.into())),
            }
        });
    };
    view! {
        <Inputs app=app form=form phases=phases_of(app) />
        <Outcome app=app attempt=attempt on_save=move |()| save() />
    }
}

/// None when a field refuses; an error when the whole makes no sense.
fn session_of(form: Form) -> Option<Result<Session, domain::PlanError>> {
    let edits = form.edits()?;
    let base = Session::new(
        form.kind.get_untracked(),
        form.zone.get_untracked(),
        // Only until the form's own date is put in its place.
        When::Once(clock::now().day()),
        domain::StartTime::MIDNIGHT,
        form.length.get_untracked(),
    );
    Some(base.and_then(|base| edits.into_iter().try_fold(base, |session, edit| session.apply(edit))))
}

/// The parts of programs that a session can belong to, by name.
pub fn phases_of(app: App) -> Vec<(Membership, String)> {
    let text = app.text().program();
    let mut phases = Vec::new();
    for (id, program) in app.journal().timetable().programs {
        let name = program_name(app, &program);
        for phase in program.phases() {
            let member = Membership { program: id, phase: phase.id() };
            let part = phase.name().map_or((text.phase)(phase.kind()), |name| name.as_str());
            phases.push((member, format!("{name} · {part}")));
        }
    }
    phases
}

/// In the person's words, or by its shape.
pub fn program_name(app: App, program: &domain::Program) -> String {
    let by_shape = || program.shape().map_or(app.text().titles().program, |shape| (app.text().program().shape)(shape));
    program.name().map_or_else(|| by_shape().to_owned(), |name| name.as_str().to_owned())
}

/// An attempt to save a whole form.
#[derive(Clone, Copy)]
pub struct Attempt {
    app: App,
    is_busy: RwSignal<bool>,
    pub is_refused: RwSignal<bool>,
    why: RwSignal<Option<WeekError>>,
}

impl Attempt {
    pub fn new(app: App) -> Self {
        Self { app, is_busy: RwSignal::new(false), is_refused: RwSignal::new(false), why: RwSignal::new(None) }
    }

    /// A field refuses: its sentence is beside it, and there the person goes on.
    pub fn refuse(self, form: Form) {
        self.is_refused.set(true);
        let first = form.refusals.with_untracked(|all| all.first().map(|(field, _)| field.id()));
        if let Some(id) = first {
            focus::focus(id);
        }
    }

    pub fn begin(self) {
        self.is_refused.set(false);
        self.why.set(None);
        self.is_busy.set(true);
    }

    /// What was saved is shown in the week; what was not stays here.
    pub fn end(self, answer: Result<(), WeekError>) {
        let _ = self.is_busy.try_set(false);
        match answer {
            Ok(()) => self.app.go_to.set(Some(Page::Week)),
            Err(why) => {
                let _ = self.why.try_set(Some(why));
            }
        }
    }

    /// Why the whole was refused.
    pub fn refused(self) -> Option<domain::PlanError> {
        match self.why.get() {
            Some(WeekError::Plan(why)) => Some(why),
            Some(WeekError::Save(_)) | None => None,
        }
    }
}

/// The button at the end of a form, and above it why it was not saved.
#[component]
pub fn Outcome(app: App, attempt: Attempt, #[prop(into)] on_save: Callback<()>) -> impl IntoView {
    let sentence = move || match attempt.refused() {
        Some(why) => Some((app.text().program().refused)(why)),
        None => attempt.is_refused.get().then(|| app.text().plan().look_again),
    };
    view! {
        <p role="alert">{sentence}</p>
        <Problem app=app why=derived(move || attempt.why.get().and_then(saving_of)) on_again=on_save />
        <Button wide=true busy=attempt.is_busy on_press=on_save>
            {app.text().common().save}
        </Button>
    }
}
