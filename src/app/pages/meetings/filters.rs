//! Narrowing it down: day, time of day, how one joins, whose, of what kind, and how far, which is asked for by a tap.

use std::collections::BTreeSet;

use chrono::Weekday;
use domain::Language;
use domain::meeting::{Choice as Kind, DayPart, Fellowship, JoinBy, KindGroup, Near as NearBy, Position};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::meetings::name;
use ui::{Button, ButtonKind, Choice, Disclosure, Icon, Memo, Select, Show, Signal, derived, live};

use super::{Looking, Read};
use crate::browser::{clock, dates, position};
use crate::state::App;

const KM_A_MILE: f64 = 1.609_344;
/// In miles.
const DISTANCES: [u32; 4] = [2, 5, 10, 25];

/// How far somebody wants to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Near {
    Anywhere,
    /// The phone is being asked.
    Asking,
    /// It did not say.
    NotSaid,
    /// In miles from where the person is.
    Within(Position, u32),
}

impl Near {
    pub fn asked(self) -> Option<NearBy> {
        match self {
            Self::Within(here, miles) => Some(NearBy { here, km: f64::from(miles) * KM_A_MILE }),
            Self::Anywhere | Self::Asking | Self::NotSaid => None,
        }
    }

    /// How many miles it is to there.
    pub fn miles_to(self, there: Position) -> Option<f64> {
        match self {
            Self::Within(here, _) => Some(here.km_to(there) / KM_A_MILE),
            Self::Anywhere | Self::Asking | Self::NotSaid => None,
        }
    }
}

#[component]
pub fn Filters(app: App, read: Read, looking: Looking) -> impl IntoView {
    let words = app.text().meetings();
    let is_narrowed =
        move || !looking.wish.with(domain::meeting::Wish::is_empty) || looking.near.get() != Near::Anywhere;
    view! {
        <Disclosure summary=words.narrow.to_owned()>
            <div class="flow">
                <Times app=app looking=looking />
                {live(move || whose(app, read, looking))}
                {live(move || kinds(app, read, looking))}
                <HowFar app=app looking=looking />
            </div>
        </Disclosure>
        <Show when=is_narrowed>
            <Button kind=ButtonKind::Plain on_press=move |()| looking.clear()>
                {app.text().meetings().clear}
            </Button>
        </Show>
    }
}

#[component]
fn Times(app: App, looking: Looking) -> impl IntoView {
    let (text, words) = (app.text(), app.text().meetings());
    let today = chrono::Datelike::weekday(&clock::now().day());
    let days: Vec<Weekday> = std::iter::successors(Some(today), |day| Some(day.succ())).take(7).collect();
    let day_choices = days.iter().map(|day| (number(*day), dates::weekday(*day, true, text.language))).collect();
    let parts = DayPart::ALL.iter().zip(0..).map(|(part, place)| (place_of(place), (words.part_of)(*part).to_owned()));
    let joins = [(JoinBy::InPerson, words.in_person), (JoinBy::Online, words.online), (JoinBy::Phone, words.by_phone)];
    let join_choices = joins.iter().zip(0..).map(|((_, word), place)| (place_of(place), (*word).to_owned()));
    let place_in = |all: &[DayPart], one: DayPart| all.iter().position(|other| *other == one);
    view! {
        {one_of(app, "meeting-day", words.day, day_choices,
            derived(move || looking.wish.with(|wish| wish.day.map(number))),
            move |chosen| looking.change(|wish| {
                wish.day = chosen.and_then(|day| days.iter().find(|one| number(**one) == day).copied());
            }))}
        {one_of(app, "meeting-part", words.part, parts.collect(),
            derived(move || looking.wish.with(|wish| {
                wish.part.and_then(|part| place_in(&DayPart::ALL, part)).map(place_of)
            })),
            move |chosen| looking.change(|wish| wish.part = at(&DayPart::ALL, chosen)))}
        {one_of(app, "meeting-join", words.join, join_choices.collect(),
            derived(move || looking.wish.with(|wish| {
                let place = joins.iter().position(|(join, _)| Some(*join) == wish.join);
                place.map(place_of)
            })),
            move |chosen| looking.change(|wish| wish.join = at(&joins, chosen).map(|(join, _)| join)))}
    }
}

/// Offered when there are lists of more than one.
fn whose(app: App, read: Read, looking: Looking) -> Option<AnyView> {
    let all: BTreeSet<Fellowship> =
        read.with(|lists| lists.iter().flat_map(|lists| lists.all.iter().map(|one| one.list.fellowship())).collect());
    if all.len() < 2 {
        return None;
    }
    let text = app.text();
    let choices = all.iter().map(|one| (one.code().to_owned(), name(*one, text.language).to_owned())).collect();
    let value = derived(move || looking.wish.with(|wish| wish.fellowships.first().map(|one| one.code().to_owned())));
    let choose = move |chosen: Option<String>| {
        looking.change(|wish| {
            wish.fellowships = chosen.and_then(|code| Fellowship::from_code(&code)).into_iter().collect();
        });
    };
    Some(one_of(app, "meeting-whose", text.meetings().whose, choices, value, choose))
}

/// One choice in each group of kinds that there are meetings of.
fn kinds(app: App, read: Read, looking: Looking) -> Vec<AnyView> {
    let kinds: Vec<Kind> = read.with(|lists| lists.as_ref().map(|lists| lists.kinds.clone()).unwrap_or_default());
    let text = app.text();
    let group = |group: &KindGroup| {
        let words: Vec<(String, String)> = kinds
            .iter()
            .filter(|kind| kind.group == *group)
            .map(|kind| {
                let label = match text.language {
                    Language::En => &kind.english,
                    Language::Es => &kind.spanish,
                };
                (kind.english.as_str().to_owned(), label.as_str().to_owned())
            })
            .collect();
        if words.is_empty() {
            return None;
        }
        let own: Vec<String> = words.iter().map(|(english, _)| english.clone()).collect();
        let chosen = own.clone();
        let value =
            derived(move || looking.wish.with(|wish| wish.kinds.iter().find(|kind| chosen.contains(kind)).cloned()));
        let choose = move |kind: Option<String>| {
            looking.change(|wish| {
                wish.kinds.retain(|known| !own.contains(known));
                wish.kinds.extend(kind);
            });
        };
        let id = format!("meeting-kind-{}", group.code());
        Some(one_of(app, &id, (text.meetings().group_of)(*group), words, value, choose))
    };
    KindGroup::ALL.iter().filter_map(group).collect()
}

#[component]
fn HowFar(app: App, looking: Looking) -> impl IntoView {
    let words = app.text().meetings();
    let ask = move |()| {
        looking.near.set(Near::Asking);
        spawn_local(async move {
            let near = position::ask().await.map_or(Near::NotSaid, |here| Near::Within(here, 10));
            looking.shown.set(super::FIRST);
            let _ = looking.near.try_set(near);
        });
    };
    let choices: Vec<(String, String)> =
        DISTANCES.iter().map(|miles| (miles.to_string(), (words.within)(*miles))).collect();
    let near = looking.near;
    let value = derived(move || match near.get() {
        Near::Within(_, miles) => Some(miles.to_string()),
        Near::Anywhere | Near::Asking | Near::NotSaid => None,
    });
    let choose = move |chosen: Option<String>| {
        looking.shown.set(super::FIRST);
        near.update(|near| {
            *near = match (*near, chosen.and_then(|miles| miles.parse().ok())) {
                (Near::Within(here, _), Some(miles)) => Near::Within(here, miles),
                _ => Near::Anywhere,
            };
        });
    };
    let is_found = Memo::new(move |_| matches!(near.get(), Near::Within(..)));
    view! {
        {live(move || {
            if is_found.get() {
                one_of(app, "meeting-near", words.near, choices.clone(), value, choose)
            } else {
                view! {
                    <div class="flow flow--tight">
                        <Button
                            kind=ButtonKind::Quiet
                            icon=Icon::Place
                            busy=derived(move || near.get() == Near::Asking)
                            on_press=ask
                        >
                            {words.near}
                        </Button>
                        <p class="quiet small">{words.near_hint}</p>
                        <p role="status">
                            {derived(move || (near.get() == Near::NotSaid).then_some(words.no_position))}
                        </p>
                    </div>
                }
                .into_any()
            }
        })}
    }
}

/// A list of choices with "any" before them.
fn one_of(
    app: App,
    id: &str,
    label: &str,
    choices: Vec<(String, String)>,
    value: Signal<Option<String>>,
    on_choose: impl Fn(Option<String>) + Send + Sync + 'static,
) -> AnyView {
    let any = Choice { value: String::new(), label: app.text().meetings().any.to_owned() };
    let all: Vec<Choice> =
        std::iter::once(any).chain(choices.into_iter().map(|(value, label)| Choice { value, label })).collect();
    view! {
        <Select
            id=id.to_owned()
            label=label.to_owned()
            choices=all
            value=derived(move || value.get().unwrap_or_default())
            on_choose=move |chosen: String| on_choose(Some(chosen).filter(|chosen| !chosen.is_empty()))
        />
    }
    .into_any()
}

fn number(day: Weekday) -> String {
    day.num_days_from_monday().to_string()
}

fn place_of(place: usize) -> String {
    place.to_string()
}

fn at<T: Copy>(all: &[T], chosen: Option<String>) -> Option<T> {
    all.get(chosen?.parse::<usize>().ok()?).copied()
}
