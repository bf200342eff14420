//! The fields of a session on the screen: the same for a new one and for one that is changed.

use domain::{Length, Membership, SessionKind, Zone};
use leptos::prelude::*;
use ui::{
    Choice, Disclosure, FieldKind, RadioGroup, RwSignal, Select, Show, Signal, TextArea, TextField, derived, live,
};

use super::fields::DaysField;
use super::form::{EndsHow, Field, Form, Why};
use crate::browser::clock;
use crate::state::App;

/// The lengths to choose from, in minutes.
const LENGTHS: [u16; 15] = [15, 20, 30, 45, 50, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480];
/// Every so many weeks.
const EVERY: [u8; 4] = [1, 2, 3, 4];

/// All of them. The phases are those it can belong to, with their names.
#[component]
pub fn Inputs(app: App, form: Form, phases: Vec<(Membership, String)>) -> impl IntoView {
    view! {
        <div class="card">
            <What app=app form=form />
        </div>
        <div class="card">
            <WhenIsIt app=app form=form phases=phases />
        </div>
        <div class="card">
            <h2 class="card__heading">{app.text().plan().how_to_get_there}</h2>
            {line(app, form, form.place, Field::Place, "place", app.text().plan().place, None)}
            {line(app, form, form.link, Field::Link, "link", app.text().plan().link, Some(app.text().plan().link_hint))}
            {line(app, form, form.phone, Field::Phone, "phone", app.text().plan().phone, None)}
        </div>
        <More app=app form=form />
    }
}

#[component]
fn What(app: App, form: Form) -> impl IntoView {
    let text = app.text().plan();
    let kinds = SessionKind::ALL.iter().map(|kind| choice(kind.code(), (app.text().program().kind)(*kind)));
    let kinds: Vec<Choice> = kinds.collect();
    let choose = move |code: String| {
        let Some(kind) = SessionKind::from_code(&code) else { return };
        // A length that was never touched goes with the kind.
        if form.length.get_untracked() == form.kind.get_untracked().usual_length() {
            form.length.set(kind.usual_length());
        }
        form.kind.set(kind);
    };
    view! {
        <Select
            id="kind"
            label=text.kind.to_owned()
            choices=derived(move || kinds.clone())
            value=derived(move || form.kind.get().code().to_owned())
            on_choose=choose
        />
        {line(app, form, form.title, Field::Title, "own-name", text.title, Some(text.title_hint))}
    }
}

#[component]
fn WhenIsIt(app: App, form: Form, phases: Vec<(Membership, String)>) -> impl IntoView {
    let text = app.text().plan();
    let once_or_weekly = move || vec![choice("once", text.once), choice("weekly", text.weekly)];
    let how_often = move || if form.is_weekly.get() { "weekly" } else { "once" }.to_owned();
    let date_label = move || if form.is_weekly.get() { text.first_date.to_owned() } else { text.date.to_owned() };
    let date_hint = move || (form.is_weekly.get() && form.phase.get().is_some()).then(|| text.first_hint.to_owned());
    let lengths = move || {
        let mut minutes: Vec<u16> = LENGTHS.to_vec();
        minutes.push(form.length.get().minutes());
        minutes.sort_unstable();
        minutes.dedup();
        let named =
            minutes.into_iter().map(|minutes| choice(&minutes.to_string(), &(app.text().program().length)(minutes)));
        named.collect::<Vec<_>>()
    };
    let choose_length = move |minutes: String| {
        if let Some(length) = minutes.parse().ok().and_then(Length::of_minutes) {
            form.length.set(length);
        }
    };
    view! {
        <RadioGroup
            name="how-often"
            legend=text.when.to_owned()
            choices=derived(once_or_weekly)
            value=derived(how_often)
            on_choose=move |code: String| form.is_weekly.set(code == "weekly")
        />
        <Show when=move || form.is_weekly.get()>
            <DaysField app=app days=form.days />
        </Show>
        <TextField
            id="date"
            kind=FieldKind::Date
            label=derived(date_label)
            hint=derived(date_hint)
            value=form.date
            error=error(app, form, Field::Date)
            on_input=move |words| form.write_date(words)
        />
        <TextField
            id="start"
            kind=FieldKind::Time
            label=app.text().program().start_time.to_owned()
            value=form.start
            error=error(app, form, Field::Start)
            on_input=move |words| form.start.set(words)
        />
        <Select
            id="length"
            label=text.length.to_owned()
            choices=derived(lengths)
            value=derived(move || form.length.get().minutes().to_string())
            on_choose=choose_length
        />
        <Show when=move || form.is_weekly.get()>
            <Rhythm app=app form=form />
        </Show>
        {(!phases.is_empty()).then(|| view! { <PartOf app=app form=form phases=phases /> })}
        <Show when=move || form.phase.get().is_none()>
            <ZoneField app=app form=form />
        </Show>
    }
}

#[component]
fn Rhythm(app: App, form: Form) -> impl IntoView {
    let text = app.text().plan();
    let every = move || {
        let mut counts = EVERY.to_vec();
        counts.push(form.every.get());
        counts.sort_unstable();
        counts.dedup();
        counts.into_iter().map(|count| choice(&count.to_string(), &(text.every_weeks)(count))).collect::<Vec<_>>()
    };
    let choose_every = move |count: String| {
        if let Ok(count) = count.parse() {
            form.every.set(count);
        }
    };
    let ends =
        move || vec![choice("open", text.ends_open), choice("on", text.ends_on), choice("after", text.ends_after)];
    let end = move || match form.ends.get() {
        EndsHow::Open => "open".to_owned(),
        EndsHow::On => "on".to_owned(),
        EndsHow::After => "after".to_owned(),
    };
    let choose_end = move |code: String| {
        form.ends.set(match code.as_str() {
            "on" => EndsHow::On,
            "after" => EndsHow::After,
            _ => EndsHow::Open,
        });
    };
    view! {
        <Select
            id="every"
            label=text.every.to_owned()
            choices=derived(every)
            value=derived(move || form.every.get().to_string())
            on_choose=choose_every
        />
        <Select id="ends" label=text.ends.to_owned() choices=derived(ends) value=derived(end) on_choose=choose_end />
        {live(move || match form.ends.get() {
            EndsHow::Open => ().into_any(),
            EndsHow::On => view! {
                <TextField
                    id="last"
                    kind=FieldKind::Date
                    label=text.last_date.to_owned()
                    value=form.last
                    error=error(app, form, Field::LastDate)
                    on_input=move |words| form.last.set(words)
                />
            }
            .into_any(),
            EndsHow::After => line(app, form, form.times, Field::Times, "times", text.times, None),
        })}
    }
}

#[component]
fn PartOf(app: App, form: Form, phases: Vec<(Membership, String)>) -> impl IntoView {
    let text = app.text().plan();
    let mut choices = vec![choice("", text.on_its_own)];
    choices.extend(phases.iter().map(|(member, name)| choice(&code_of(*member), name)));
    let choose = move |code: String| {
        let chosen = phases.iter().find(|(member, _)| code_of(*member) == code);
        form.phase.set(chosen.map(|(member, _)| *member));
    };
    view! {
        <Select
            id="part-of"
            label=text.part_of.to_owned()
            choices=derived(move || choices.clone())
            value=derived(move || form.phase.get().map(code_of).unwrap_or_default())
            on_choose=choose
        />
    }
}

fn code_of(member: Membership) -> String {
    format!("{}-{}", member.program.to_hex(), member.phase.number())
}

/// Folded away where it is the phone's own.
#[component]
fn ZoneField(app: App, form: Form) -> impl IntoView {
    let text = app.text().plan();
    let here = clock::now().zone().clone();
    let first = form.zone.get_untracked();
    let is_other = first != here;
    let mut choices = vec![choice(here.name(), &(text.zone_here)(&here.name().replace('_', " ")))];
    let known = text.us_zones.iter().filter(|(name, _)| *name != here.name());
    choices.extend(known.map(|(name, words)| choice(name, words)));
    if choices.iter().all(|choice| choice.value != first.name()) {
        choices.push(choice(first.name(), &first.name().replace('_', " ")));
    }
    let choose = move |name: String| {
        if let Some(zone) = Zone::named(&name) {
            form.zone.set(zone);
        }
    };
    view! {
        <Disclosure summary=text.zone.to_owned() open=is_other>
            <Select
                id="zone"
                label=text.zone.to_owned()
                hint=Some(text.zone_hint.to_owned())
                choices=derived(move || choices.clone())
                value=derived(move || form.zone.get().name().to_owned())
                on_choose=choose
            />
        </Disclosure>
    }
}

#[component]
fn More(app: App, form: Form) -> impl IntoView {
    let text = app.text().plan();
    let has_any = form.counselor.with_untracked(|words| !words.is_empty())
        || form.bring.with_untracked(|words| !words.is_empty());
    view! {
        <div class="card">
            <Disclosure summary=text.more.to_owned() open=has_any>
                {line(app, form, form.counselor, Field::Counselor, "counselor", text.counselor, None)}
                <TextArea
                    id="bring"
                    label=text.bring.to_owned()
                    value=form.bring
                    error=error(app, form, Field::Bring)
                    on_input=move |words| form.bring.set(words)
                />
            </Disclosure>
        </div>
    }
}

fn line(
    app: App,
    form: Form,
    value: RwSignal<String>,
    field: Field,
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
) -> AnyView {
    let kind = if field == Field::Phone { FieldKind::Phone } else { FieldKind::Words };
    view! {
        <TextField
            id=id
            kind=kind
            label=label.to_owned()
            hint=hint.map(str::to_owned)
            value=value
            error=error(app, form, field)
            on_input=move |words| value.set(words)
        />
    }
    .into_any()
}

/// Why the last attempt to save was refused, for one field.
fn error(app: App, form: Form, field: Field) -> Signal<Option<String>> {
    let (plan, program) = (app.text().plan(), app.text().program());
    derived(move || {
        let why = form.refusals.with(|all| all.iter().find(|(there, _)| *there == field).map(|(_, why)| *why))?;
        let words = match why {
            Why::NoDate => program.no_date,
            Why::NoTime => program.no_time,
            Why::NoTimes => plan.no_times,
            Why::TooLong => plan.too_long,
            Why::Contact(why) => (program.no_contact)(why),
            Why::Plan(why) => (program.refused)(why),
        };
        Some(words.to_owned())
    })
}

fn choice(value: &str, label: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned() }
}
