//! What can remind on this device, and what cannot. No permission is asked for here, because nothing could be delivered with it.

use chrono::NaiveTime;
use domain::{Settings, SettingsEdit};
use interop::ics_out::{every_evening, write};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::reminders::{Badge, Device};
use ui::{Button, ButtonKind, ButtonLink, Card, Choice, Icon, RwSignal, Select, Signal, Switch, derived, live};

use super::calendar_out::product;
use super::changing::{Changing, NotSaved};
use crate::browser::hand_over::{Handed, hand_over};
use crate::browser::platform::{self, Kind};
use crate::browser::{badge, clock, dates};
use crate::routes::Page;
use crate::state::App;

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
        <Evening app=app />
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

/// The evening hours that are offered; the first is eight o'clock.
const HOURS: [u32; 6] = [20, 17, 18, 19, 21, 22];
/// What the file is called: it says nothing.
const FILE_NAME: &str = "appointments.ics";

/// One reminder each evening, for the day's check-in, as a file for the phone's own calendar.
#[component]
fn Evening(app: App) -> impl IntoView {
    let words = app.text().reminders();
    let hour = RwSignal::new(HOURS.first().copied().unwrap_or_default());
    let told = RwSignal::new(None::<Handed>);
    let time = move |hour: u32| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let choice = move |hour: &u32| Choice {
        value: hour.to_string(),
        label: dates::time_of_day(clock::now().day().and_time(time(*hour)), app.text().language),
    };
    let mut hours = HOURS;
    hours.sort_unstable();
    let make = move |()| {
        let now = clock::now();
        let calendar = app.text().calendar_out();
        let summary = calendar.appointment.to_owned();
        let event = every_evening(time(hour.get_untracked()), now.day(), now.zone().clone(), summary, now.utc_ms());
        let text = event.and_then(|event| write(product(app.text().language), &[event], &app.zones()).ok());
        // Taken away first, so that the same sentence is read out again.
        told.set(None);
        spawn_local(async move {
            let handed = match text {
                Some(text) => hand_over(FILE_NAME, "text/calendar", &text).await,
                None => Handed::Nowhere,
            };
            let _ = told.try_set(Some(handed));
        });
    };
    let sentence = move |handed| {
        let words = app.text().calendar_out();
        match handed {
            Handed::Nowhere => words.not_made,
            Handed::Saved => words.saved,
            Handed::Over => words.handed_over,
            Handed::Stopped => words.stopped,
        }
    };
    view! {
        <Card id="evening" heading=Some(words.evening.to_owned())>
            <p>{words.evening_line}</p>
            <Select
                id="evening-hour"
                label=words.evening_hour.to_owned()
                choices=Signal::stored(hours.iter().map(choice).collect::<Vec<_>>())
                value=derived(move || hour.get().to_string())
                on_choose=move |value: String| hour.set(value.parse().unwrap_or_default())
            />
            <Button kind=ButtonKind::Quiet icon=Icon::Download wide=true on_press=make>
                {app.text().calendar_out().make}
            </Button>
            <p class="announce strong" role="status">
                {live(move || told.get().map(sentence))}
            </p>
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
