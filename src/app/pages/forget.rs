//! Deleting everything: what goes, what stays elsewhere, a word to type and one more question. Then nothing of the person is on the phone.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use storage::StoreError;
use text::Text;
use ui::{Button, ButtonKind, ButtonLink, Card, Icon, RwSignal, TextField, live};

use crate::routes::Page;
use crate::state::App;

/// Takes everything away, with a journal or without one.
pub type Forgetting = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = Result<(), StoreError>>>>>;

/// Where it stands.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Explained,
    /// The word is typed, and one question is left.
    Asked,
    /// Another word was typed.
    OtherWord,
    Failed,
}

#[component]
pub fn Forget(app: App) -> impl IntoView {
    let words = app.text().forget();
    let forget: Forgetting = Rc::new(move || Box::pin(app.forget_everything()));
    view! {
        <p class="lead">{words.lead}</p>
        <p>{words.elsewhere}</p>
        <ButtonLink kind=ButtonKind::Quiet icon=Icon::Download href=Page::Backup.path()>
            {words.backup_first}
        </ButtonLink>
        {forget_card(app.text(), forget, Page::Storage.path())}
    }
}

/// The word, the question, and the way back for who would rather not. The lock screen has it too.
pub fn forget_card(text: Text, forget: Forgetting, no: String) -> AnyView {
    let words = text.forget();
    let typed = RwSignal::new(String::new());
    let stage = RwSignal::new(Stage::Explained);
    let busy = RwSignal::new(false);
    let forget = StoredValue::new_local(forget);
    let ask = move |()| {
        let is_it = typed.with_untracked(|typed| typed.trim().to_lowercase() == words.word);
        stage.set(if is_it { Stage::Asked } else { Stage::OtherWord });
    };
    let forget = move |()| {
        busy.set(true);
        let forgetting = forget.with_value(|forget| forget());
        spawn_local(async move {
            // When it works the screen of the boot module says so, above everything.
            if forgetting.await.is_err() {
                let _ = stage.try_set(Stage::Failed);
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <Card id="forget">
            <TextField
                id="forget-word"
                label=words.type_it.to_owned()
                value=typed
                on_input=move |text| typed.set(text)
            />
            <div class="announce flow flow--tight" role="alert">
                {live(move || match stage.get() {
                    Stage::Explained => None,
                    Stage::Asked => Some(words.really),
                    Stage::OtherWord => Some(words.other_word),
                    Stage::Failed => Some(words.failed),
                }.map(|sentence| view! { <p class="strong">{sentence}</p> }))}
            </div>
            {live(move || {
                if matches!(stage.get(), Stage::Asked | Stage::Failed) {
                    view! {
                        <Button kind=ButtonKind::Danger icon=Icon::Trash wide=true busy=busy on_press=forget>
                            {words.yes}
                        </Button>
                        <ButtonLink kind=ButtonKind::Plain wide=true href=no.clone()>
                            {words.no}
                        </ButtonLink>
                    }
                        .into_any()
                } else {
                    view! {
                        <Button kind=ButtonKind::Danger icon=Icon::Trash wide=true on_press=ask>
                            {words.delete}
                        </Button>
                    }
                        .into_any()
                }
            })}
        </Card>
    }
    .into_any()
}
