//! What a calendar says about its session, and what the person may say about it: what it is, and whether it is the program's.

use domain::{ImportedEdit, SeriesId, SessionKind};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, Choice, Icon, RwSignal, Select, Switch, derived};

use super::Here;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// The card at the end of the page, and the way out of the week.
#[component]
pub fn FromCalendar(here: Here) -> impl IntoView {
    let Here { app, occasion, .. } = here;
    let id = occasion.with_untracked(|one| one.occurrence.series);
    let imported = app.journal().timetable().imported.into_iter().find(|(there, _)| *there == id);
    let (calendar, notes) = imported.map_or((None, None), |(_, one)| (one.calendar().cloned(), one.notes().cloned()));
    let words = app.text().calendar_in();
    let heading = calendar.map_or(words.from_calendar.to_owned(), |name| (words.from_named)(name.as_str()));
    let edit = Editing { app, id, failed: RwSignal::new(None) };
    let choices = move || {
        let kinds = SessionKind::ALL.iter();
        kinds
            .map(|kind| Choice { value: kind.code().to_owned(), label: (app.text().program().kind)(*kind).to_owned() })
            .collect()
    };
    let choose = move |code: String| {
        if let Some(kind) = SessionKind::from_code(&code) {
            edit.save(ImportedEdit::SetKind(kind));
        }
    };
    view! {
        <Card id="from-calendar" heading=Some(heading)>
            {notes
                .map(|notes| {
                    view! {
                        <div>
                            <p class="quiet small">{words.notes}</p>
                            <p class="own-text" dir="auto">
                                {notes.as_str().to_owned()}
                            </p>
                        </div>
                    }
                })}
            <Select
                id="what-it-is"
                label=words.what_it_is.to_owned()
                choices=derived(choices)
                value=derived(move || occasion.with(|one| one.occurrence.about.kind().code().to_owned()))
                on_choose=choose
            />
            <Switch
                id="counts"
                label=words.counts.to_owned()
                hint=Some(words.counts_hint.to_owned())
                on=derived(move || occasion.with(|one| one.occurrence.counts))
                on_change=move |counts| edit.save(ImportedEdit::SetCounts(counts))
            />
            <Problem
                app=app
                why=derived(move || edit.failed.with(|failed| failed.map(|(_, why)| why)))
                on_again=move |()| edit.again()
            />
            <p class="quiet">{words.changes_with_it}</p>
            <ButtonLink href=Page::CalendarIn.path() kind=ButtonKind::Plain>
                {words.bring_in_again}
            </ButtonLink>
        </Card>
        <TakeOut app=app id=id />
    }
}

/// Saves what the person says about it; what was not saved can be tried again.
#[derive(Clone, Copy)]
struct Editing {
    app: App,
    id: SeriesId,
    failed: RwSignal<Option<(ImportedEdit, SaveError)>>,
}

impl Editing {
    fn save(self, edit: ImportedEdit) {
        spawn_local(async move {
            let answer = self.app.edit_imported(self.id, edit).await;
            let _ = self.failed.try_set(answer.err().map(|why| (edit, why)));
        });
    }

    fn again(self) {
        if let Some((edit, _)) = self.failed.get_untracked() {
            self.save(edit);
        }
    }
}

#[component]
fn TakeOut(app: App, id: SeriesId) -> impl IntoView {
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move || {
        spawn_local(async move {
            match app.delete_session(id).await {
                Ok(()) => app.go_to.set(Some(Page::Week)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Trash on_press=move |()| delete()>
            {app.text().calendar_in().delete}
        </Button>
        <Problem app=app why=failed on_again=move |()| delete() />
    }
}
