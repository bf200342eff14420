//! Who comes first: two buttons for each, because dragging needs a steady hand.

use domain::{Person, PersonId};
use engine::PeopleError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, Disclosure, For, Memo, RwSignal};

use super::field::NotSaved;
use crate::browser::focus;
use crate::state::App;

#[component]
pub fn Order(app: App, people: Memo<Vec<(PersonId, Person)>>) -> impl IntoView {
    let failed = RwSignal::new(None::<PeopleError>);
    let last = StoredValue::new(None::<(PersonId, bool)>);
    let go = move |id: PersonId, up: bool, button: String| {
        last.set_value(Some((id, up)));
        spawn_local(async move {
            let answer = app.move_person(id, up).await;
            let _ = failed.try_set(answer.err());
            // The row has moved, and the focus with it.
            request_animation_frame(move || {
                focus::focus(&button);
            });
        });
    };
    let again = move |()| {
        if let Some((id, up)) = last.get_value() {
            go(id, up, String::new());
        }
    };
    let names = move || {
        let named = |(id, person): &(PersonId, Person)| (*id, person.name().as_str().to_owned());
        people.with(|people| people.iter().map(named).collect::<Vec<_>>())
    };
    view! {
        <div class="card">
            <Disclosure summary=app.text().people().order.to_owned()>
                <ul class="flow" role="list">
                    <For each=names key=Clone::clone let:one>
                        <li>{steps(app, one.0, &one.1, Callback::new(move |(id, up, button)| go(id, up, button)))}</li>
                    </For>
                </ul>
                <NotSaved app=app why=failed on_again=again />
            </Disclosure>
        </div>
    }
}

fn steps(app: App, id: PersonId, name: &str, go: Callback<(PersonId, bool, String)>) -> AnyView {
    let text = app.text().people();
    let (up, down) = (format!("up-{}", id.to_hex()), format!("down-{}", id.to_hex()));
    let (to_up, to_down) = (up.clone(), down.clone());
    let (up_words, down_words) = ((text.up)(name), (text.down)(name));
    view! {
        <div class="cluster">
            <Button kind=ButtonKind::Quiet id=up on_press=move |()| go.run((id, true, to_up.clone()))>
                {up_words}
            </Button>
            <Button kind=ButtonKind::Quiet id=down on_press=move |()| go.run((id, false, to_down.clone()))>
                {down_words}
            </Button>
        </div>
    }
    .into_any()
}
