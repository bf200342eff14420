//! What can remind on this device, and what cannot. No permission is asked for here, because nothing could be delivered with it.

use domain::{Settings, SettingsEdit};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, Icon, Switch, derived};

use super::changing::{Changing, NotSaved};
use crate::browser::badge;
use crate::browser::platform::{self, Kind};
use crate::routes::Page;
use crate::state::App;
use crate::text::reminders::{Badge, Device};

/// The page.
#[component]
pub fn Reminders(app: App) -> impl IntoView {
    let words = app.text().reminders();
    view! {
        <p class="lead">{words.lead}</p>
        <p>{words.why}</p>
        <Card id="calendar" heading=Some(words.calendar.to_owned())>
            <p>{words.calendar_line}</p>
            <ButtonLink href=Page::CalendarOut.path() icon=Icon::Week wide=true>
                {app.text().titles().calendar_out}
            </ButtonLink>
        </Card>
        <Card id="list" heading=Some(words.list.to_owned())>
            <p>{words.list_line}</p>
            <ButtonLink href=Page::Today.path() kind=ButtonKind::Plain>
                {app.text().common().to_today}
            </ButtonLink>
        </Card>
        <Number app=app />
        <Card id="here" heading=Some(words.here.to_owned())>
            <p>{(words.on)(device())}</p>
            <p>{words.never_asks}</p>
        </Card>
    }
}

fn device() -> Device {
    match (platform::kind(), platform::is_installed()) {
        (Kind::Iphone, false) => Device::IphoneTab,
        (Kind::Iphone, true) => Device::IphoneInstalled,
        (Kind::Android, false) => Device::AndroidTab,
        (Kind::Android, true) => Device::AndroidInstalled,
        (Kind::Computer, false) => Device::ComputerTab,
        (Kind::Computer, true) => Device::ComputerInstalled,
    }
}

/// The number on the icon: a switch where there can be one, the reason where there cannot.
#[component]
fn Number(app: App) -> impl IntoView {
    let words = app.text().reminders();
    let changing = Changing::new(app);
    let possible = badge::possible();
    let can_choose = matches!(possible, Badge::Shows | Badge::OnceInstalled);
    let switch = can_choose.then(|| {
        view! {
            <p>{words.number_line}</p>
            <Switch
                id="badge"
                label=words.show_number.to_owned()
                hint=Some(words.as_of.to_owned())
                on=derived(move || changing.shown(Settings::badge))
                on_change=move |is_on| changing.save(SettingsEdit::SetBadge(is_on))
            />
            <NotSaved changing=changing />
        }
    });
    view! {
        <Card id="number" heading=Some(words.number.to_owned())>
            {switch}
            {(words.no_number)(possible).map(|why| view! { <p class="quiet">{why}</p> })}
        </Card>
    }
}
