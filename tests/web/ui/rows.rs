//! What stands in rows and cards: read in words, reached as links, and the same element after a change of language.

use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlInputElement, HtmlTextAreaElement};
use ui::{
    Card, Choice, ChoiceRow, EmptyState, EntryRow, Icon, OwnWords, PersonLine, PersonRow, PersonWay, PersonWayIcon,
    RadioGroup, RwSignal, Scale, Switch, TextArea, Tone, TopBar, Wave,
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{document, open, send};

#[wasm_bindgen_test]
async fn a_number_on_the_card_acts_at_once() {
    let picked = RwSignal::new(None::<u8>);
    let page = open(move || {
        view! {
            <Card id="craving" heading="Craving?">
                <Scale
                    id="craving-scale"
                    label="Craving?"
                    low="none"
                    high="strongest"
                    step_label=|step: u8| format!("Craving {step} of 10")
                    on_pick=move |step: u8| picked.set(Some(step))
                />
            </Card>
        }
    });
    let steps = page.all("button");
    assert_eq!(steps.len(), 11);
    assert_eq!(steps[7].get_attribute("aria-label").as_deref(), Some("Craving 7 of 10"));
    assert_eq!(steps[7].get_attribute("aria-pressed"), None);
    steps[7].click();
    assert_eq!(picked.get_untracked(), Some(7));
    let group = page.find("[role=group]");
    assert_eq!(page.words_of(&group.get_attribute("aria-describedby").unwrap()), "0 none10 strongest");
    let card = page.find("section");
    assert_eq!(page.words_of(&card.get_attribute("aria-labelledby").unwrap()), "Craving?");
}

#[wasm_bindgen_test]
async fn a_row_says_what_its_number_means() {
    let page = open(|| {
        view! { <EntryRow href="/log/1" intensity=Some(7) label="Craving 7 of 10" time="3:40 pm" words="Payday" /> }
    });
    let row = page.find("a");
    assert_eq!(row.get_attribute("href").as_deref(), Some("/log/1"));
    assert_eq!(page.find(".entry-row__words").text_content().unwrap(), "Craving 7 of 10 3:40 pmPayday");
    assert!(page.find(".entry-row__intensity").class_list().contains("tint-7"));

    let page = open(|| view! { <EntryRow href="/log/2" intensity=None label="Entry" time="3:50 pm" words="" /> });
    assert!(page.find(".entry-row__intensity").class_list().contains("entry-row__intensity--none"));
}

#[wasm_bindgen_test]
async fn a_crisis_line_is_a_plain_link() {
    let page = open(|| {
        view! { <ChoiceRow href="tel:988" icon=Icon::Phone title="Call 988" line="Day and night" tone=Tone::Help /> }
    });
    let row = page.find("a");
    assert_eq!(row.get_attribute("href").as_deref(), Some("tel:988"));
    assert_eq!(row.text_content().unwrap(), "Call 988Day and night");
}

#[wasm_bindgen_test]
async fn choosing_a_language_keeps_the_focus_where_it_was() {
    let choices = |legend: [&str; 2]| {
        ["en", "es"]
            .into_iter()
            .zip(legend)
            .map(|(value, label)| Choice { value: value.to_owned(), label: label.to_owned() })
            .collect()
    };
    let words = RwSignal::new(choices(["English", "Spanish"]));
    let value = RwSignal::new("en".to_owned());
    let page = open(move || {
        view! {
            <RadioGroup
                name="language"
                legend="Language"
                choices=words
                value=value
                on_choose=move |chosen: String| {
                    words.set(choices(["Inglés", "Español"]));
                    value.set(chosen);
                }
            />
        }
    });
    let radios = page.all("input");
    radios[1].focus().unwrap();
    radios[1].click();
    tick().await;
    assert_eq!(value.get_untracked(), "es");
    assert!(document().active_element().unwrap().is_same_node(Some(&radios[1])));
    assert!(radios[1].unchecked_ref::<HtmlInputElement>().checked());
    assert_eq!(page.all("label")[1].text_content().unwrap(), "Español");
}

#[wasm_bindgen_test]
async fn own_words_are_added_by_enter_and_stay_until_they_are_saved() {
    let value = RwSignal::new("  after the call ".to_owned());
    let added = RwSignal::new(Vec::new());
    let page = open(move || {
        view! {
            <OwnWords
                id="own-trigger"
                label="Something else"
                add="Add"
                value=value
                on_input=move |words: String| value.set(words)
                on_add=move |words: String| added.update(|all: &mut Vec<String>| all.push(words))
            />
        }
    });
    tick().await;
    // What Enter does in a form, and the tick on a phone's keyboard.
    send(&page.find("form"), "submit");
    page.tap("button");
    assert_eq!(added.get_untracked(), ["after the call", "after the call"]);
    assert_eq!(page.find("input").unchecked_into::<HtmlInputElement>().value(), "  after the call ");
    value.set("   ".to_owned());
    tick().await;
    page.tap("button");
    assert_eq!(added.get_untracked().len(), 2);
}

#[wasm_bindgen_test]
async fn a_switch_is_read_with_its_hint() {
    let on = RwSignal::new(false);
    let page = open(move || {
        view! { <Switch id="shown" label="Show when locked" hint="On Help now" on=on on_change=move |now: bool| on.set(now) /> }
    });
    let switch: HtmlInputElement = page.find("input").unchecked_into();
    assert_eq!(page.words_of(&switch.get_attribute("aria-labelledby").unwrap()), "Show when locked");
    assert_eq!(page.words_of(&switch.get_attribute("aria-describedby").unwrap()), "On Help now");
    switch.click();
    assert!(on.get_untracked());
}

#[wasm_bindgen_test]
async fn the_marker_rides_the_wave_and_never_leaves_it() {
    let elapsed = RwSignal::new(0.0);
    let page = open(move || view! { <Wave id="urge" label="The wave" elapsed=elapsed heights=vec![0.0, 1.0, 0.0] /> });
    let place = || {
        let marker = page.find("circle");
        (marker.get_attribute("cx").unwrap(), marker.get_attribute("cy").unwrap())
    };
    let at = |x: &str, y: &str| (x.to_owned(), y.to_owned());
    for (time, expected) in [(0.5, at("160.0", "24.0")), (7.0, at("320.0", "112.0")), (f64::NAN, at("0.0", "112.0"))] {
        elapsed.set(time);
        tick().await;
        assert_eq!(place(), expected);
    }
}

#[wasm_bindgen_test]
async fn the_top_says_one_quiet_thing_from_a_region_that_was_there() {
    let status = RwSignal::new(None::<String>);
    let acted = RwSignal::new(false);
    let page = open(move || {
        view! {
            <TopBar
                title="Log"
                back_href="/"
                back_label="Back"
                status=status
                status_action="Update now"
                on_status=move |()| acted.set(true)
            />
        }
    });
    assert_eq!(page.find("a").get_attribute("aria-label").as_deref(), Some("Back"));
    assert_eq!(page.find("h1").get_attribute("tabindex").as_deref(), Some("-1"));
    let region = page.find("[role=status]");
    status.set(Some("A new version is here.".to_owned()));
    tick().await;
    assert_eq!(region.text_content().unwrap(), "A new version is here.Update now");
    page.tap("button");
    assert!(acted.get_untracked());
}

#[wasm_bindgen_test]
async fn leaving_a_note_hands_over_what_is_in_it() {
    let kept = RwSignal::new(String::new());
    let page = open(move || {
        view! {
            <EmptyState text="Nothing here yet." />
            <TextArea id="note" label="Note" value="" on_input=|_: String| () on_commit=move |words: String| kept.set(words) />
        }
    });
    let area: HtmlTextAreaElement = page.find("textarea").unchecked_into();
    tick().await;
    area.set_value("Walked past.\nKept walking.");
    send(&area, "blur");
    assert_eq!(kept.get_untracked(), "Walked past.\nKept walking.");
}

#[wasm_bindgen_test]
async fn somebody_is_called_by_a_link_that_says_whom() {
    let called = RwSignal::new(0);
    let page = open(move || {
        let way = |href: &str, icon, label: &str| PersonWay {
            href: href.to_owned(),
            icon,
            label: label.to_owned(),
            read: format!("{label} Ana"),
        };
        let line = PersonLine {
            href: Some("/me/people/1".to_owned()),
            name: "Ana".to_owned(),
            line: Some("Sponsor".to_owned()),
            ways: vec![way("#call", PersonWayIcon::Call, "Call"), way("#text", PersonWayIcon::Text, "Text")],
        };
        view! { <PersonRow line=line on_call=move |()| called.update(|count| *count += 1) /> }
    });
    let links = page.all("a");
    let names: Vec<Option<String>> = links.iter().map(|link| link.get_attribute("aria-label")).collect();
    assert_eq!(names, [None, Some("Call Ana".to_owned()), Some("Text Ana".to_owned())]);
    assert_eq!(page.find(".person-row__words").text_content().unwrap(), "AnaSponsor");
    links[2].click();
    assert_eq!(called.get_untracked(), 0, "a text is no call");
    links[1].click();
    assert_eq!(called.get_untracked(), 1);
}
