//! Checking a backup, and bringing it in: first it is read from end to end, and what is in it is told; only then another tap takes it in.

use std::rc::Rc;

use engine::{InBackup, Merged};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Card, FilePick, Icon, RwSignal, TextField, live, show_let};

use super::why::why_not;
use crate::browser::files::file_of;
use crate::browser::{clock, dates};
use crate::commands::backup::{Looked, NoBackup};
use crate::pages::codes::ReadCodes;
use crate::state::App;

/// Where it stands.
#[derive(Clone, PartialEq)]
enum Told {
    No(NoBackup),
    Inside(InBackup),
    In(Merged),
}

#[component]
pub fn BringIn(app: App) -> impl IntoView {
    let words = app.text().backup();
    let file = StoredValue::new_local(None::<web_sys::File>);
    let name = RwSignal::new(None::<String>);
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let told = RwSignal::new(None::<Told>);
    let looked = StoredValue::new_local(None::<Rc<Looked>>);
    let pick = move |chosen: web_sys::File| {
        name.set(Some(chosen.name()));
        file.set_value(Some(chosen));
        looked.set_value(None);
        told.set(None);
    };
    let read = move |bytes: Vec<u8>| file_of(words.codes.name, &bytes).into_iter().for_each(pick);
    let look = move |()| {
        let Some(chosen) = file.get_value() else { return };
        told.set(None);
        busy.set(true);
        spawn_local(async move {
            let answer = app.look_into_backup(chosen, passphrase.get_untracked()).await;
            let _ = busy.try_set(false);
            let _ = told.try_set(Some(match answer {
                Ok(found) => {
                    let inside = found.checked.inside();
                    looked.try_update_value(|looked| *looked = Some(Rc::new(found)));
                    Told::Inside(inside)
                }
                Err(why) => Told::No(why),
            }));
        });
    };
    let bring_in = move |()| {
        let Some(found) = looked.get_value() else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = app.bring_in_backup(&found).await;
            let _ = busy.try_set(false);
            let _ = told.try_set(Some(match answer {
                Ok(merged) => Told::In(merged),
                Err(why) => Told::No(why),
            }));
        });
    };
    let day = move |utc_ms: i64| dates::day(clock::at(utc_ms as f64).day(), clock::now().day(), app.text().language);
    let sentences = move |told: Told| match told {
        Told::No(why) => vec![why_not(words, why).to_owned()],
        Told::In(merged) => vec![(words.brought_in)(&merged)],
        Told::Inside(inside) => {
            let made = (words.inside)(&day(inside.made_utc_ms), inside.entries);
            let days = inside.days.map(|(from, to)| (words.from_to)(&day(from), &day(to)));
            [Some(made), days, Some(words.whole.to_owned())].into_iter().flatten().collect()
        }
    };
    let can_come_in = move || matches!(told.get(), Some(Told::Inside(_) | Told::No(NoBackup::NotIn(_))));
    view! {
        <Card id="bring-in-backup" heading=Some(words.bring_title.to_owned())>
            <FilePick
                id="backup-file"
                label=words.choose.to_owned()
                hint=words.choose_hint.to_owned()
                icon=Icon::Search
                accept=".bin,application/octet-stream"
                on_pick=pick
            />
            <ReadCodes app=app on_whole=read />
            {show_let(name.into(), move |name: String| view! {
                <p class="own-text">{(words.chosen)(&name)}</p>
                <TextField
                    id="open-passphrase"
                    label=words.passphrase.to_owned()
                    value=passphrase
                    on_input=move |typed| passphrase.set(typed)
                />
                <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=look>
                    {words.look}
                </Button>
            })}
            <div class="announce flow flow--tight" role="status">
                {show_let(told.into(), move |told| {
                    sentences(told).into_iter().map(|sentence| view! { <p class="strong">{sentence}</p> }).collect_view()
                })}
            </div>
            {live(move || can_come_in().then(|| view! {
                <Button icon=Icon::Restore wide=true busy=busy on_press=bring_in>
                    {words.bring_in}
                </Button>
            }))}
        </Card>
    }
}
