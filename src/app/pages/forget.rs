//! Deleting everything: what goes, what stays elsewhere, a word to type and one more question. Then nothing of the person is on the phone.

use leptos::prelude::*;
use leptos::task::spawn_local;
use storage::StoreError;
use ui::{Button, ButtonKind, ButtonLink, Card, Icon, RwSignal, TextField, live};

use crate::routes::Page;
use crate::state::App;

/// Where it stands.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Explained,
    /// The word is typed, and one question is left.
    Asked,
    /// Another word was typed.
    OtherWord,
    Failed(StoreError),
}

#[component]
pub fn Forget(app: App) -> impl IntoView {
    let words = app.text().forget();
    let typed = RwSignal::new(String::new());
    let stage = RwSignal::new(Stage::Explained);
    let busy = RwSignal::new(false);
    let ask = move |()| {
        let is_it = typed.with_untracked(|typed| typed.trim().to_lowercase() == words.word);
        stage.set(if is_it { Stage::Asked } else { Stage::OtherWord });
    };
    let forget = move |()| {
        busy.set(true);
        spawn_local(async move {
            // When it works the screen of the boot module says so, above everything.
            if let Err(why) = app.forget_everything().await {
                let _ = stage.try_set(Stage::Failed(why));
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <p class="lead">{words.lead}</p>
        <p>{words.elsewhere}</p>
        <ButtonLink kind=ButtonKind::Quiet icon=Icon::Download href=Page::Backup.path()>
            {words.backup_first}
        </ButtonLink>
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
                    Stage::Failed(_) => Some(words.failed),
                }.map(|sentence| view! { <p class="strong">{sentence}</p> }))}
            </div>
            {live(move || {
                let is_asked = matches!(stage.get(), Stage::Asked | Stage::Failed(_));
                if is_asked {
                    view! {
                        <Button kind=ButtonKind::Danger icon=Icon::Trash wide=true busy=busy on_press=forget>
                            {words.yes}
                        </Button>
                        <ButtonLink kind=ButtonKind::Plain wide=true href=Page::Storage.path()>
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
}
