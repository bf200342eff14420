//! Which lines Help now shows: ours can be hidden but for 988 and 911, and one's own can be added.

use domain::{CRISIS_LINES, CrisisLineId, HelpChoices, HelpEdit, OwnLine};
use engine::PeopleError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Card, Icon, Memo, RwSignal, Show, Switch, derived, live};

use super::field::NotSaved;
use super::own_line::AddOwnLine;
use crate::state::App;

/// Saves one choice, and keeps one that could not be saved to try it again.
#[derive(Clone, Copy)]
pub struct Saving {
    pub app: App,
    last: StoredValue<Option<HelpEdit>>,
    pub failed: RwSignal<Option<PeopleError>>,
}

impl Saving {
    pub fn new(app: App) -> Self {
        Self { app, last: StoredValue::new(None), failed: RwSignal::new(None) }
    }

    pub fn save(self, edit: HelpEdit, then: impl FnOnce() + 'static) {
        self.last.set_value(Some(edit.clone()));
        spawn_local(async move {
            let answer = self.app.change_help(edit).await;
            let is_safe = answer.is_ok();
            if self.failed.try_set(answer.err()).is_none() && is_safe {
                then();
            }
        });
    }

    pub fn again(self) {
        if let Some(edit) = self.last.get_value() {
            self.save(edit, || {});
        }
    }
}

/// The page.
#[component]
pub fn Lines(app: App) -> impl IntoView {
    let text = app.text().lines();
    let saving = Saving::new(app);
    let choices = Memo::new(move |_| {
        app.revision.track();
        app.journal().help_choices()
    });
    let ours = CRISIS_LINES.iter().map(|line| line.id).filter(|line| !line.always_stays());
    let ours = ours.map(|line| one_of_ours(saving, choices, line)).collect_view();
    let has_own = move || choices.with(|choices| !choices.own().is_empty());
    view! {
        <p class="lead">{text.lead}</p>
        <Card id="our-lines" heading=Some(text.ours.to_owned())>
            <p class="quiet">{text.always_there}</p>
            {ours}
        </Card>
        <Card id="own-lines" heading=Some(text.own.to_owned())>
            <Show when=has_own fallback=move || view! { <p class="quiet">{text.none_yet}</p> }>
                <ul class="flow" role="list">
                    {live(move || {
                        let own = choices.with(|choices| choices.own().to_vec());
                        own.into_iter().map(|line| one_of_theirs(saving, line)).collect_view()
                    })}
                </ul>
            </Show>
            <NotSaved app=app why=saving.failed on_again=move |()| saving.again() />
            <AddOwnLine saving=Saving::new(app) />
        </Card>
    }
}

fn one_of_ours(saving: Saving, choices: Memo<HelpChoices>, line: CrisisLineId) -> AnyView {
    let help = saving.app.text().help();
    let change = move |on: bool| {
        saving.save(if on { HelpEdit::Show(line) } else { HelpEdit::Hide(line) }, || {});
    };
    view! {
        <Switch
            id=format!("line-{}", line.code())
            label=help.about_calling(line).to_owned()
            on=derived(move || choices.with(|choices| choices.shows(line)))
            on_change=change
        />
    }
    .into_any()
}

fn one_of_theirs(saving: Saving, line: OwnLine) -> AnyView {
    let text = saving.app.text().people();
    let name = line.name.as_str().to_owned();
    let out = (text.take_out)(&name);
    let rest = [Some(line.number.as_str()), line.note.as_ref().map(|note| note.as_str())];
    let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li class="flow flow--tight">
            <div>
                <p class="own-text strong">{name}</p>
                <p class="own-text quiet small numbers">{rest}</p>
            </div>
            <div>
                <Button
                    kind=ButtonKind::Plain
                    icon=Icon::Trash
                    on_press=move |()| saving.save(HelpEdit::RemoveOwn(line.clone()), || {})
                >
                    {out}
                </Button>
            </div>
        </li>
    }
    .into_any()
}
