//! The components in a real browser: what a thumb, a keyboard and a screen reader meet.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot go on fails here; the lint does not know browser tests"
)]

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};
use ui::{
    Button, Callback, Chip, ChipGroup, Icon, Limit, Mark, RwSignal, ScaleChoice, Sheet, Tab, TabBar, TextField, Toast,
    derived,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "ui/page.rs"]
mod page;
#[path = "ui/rows.rs"]
mod rows;

use page::{document, open, send};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn an_error_is_announced_with_its_field() {
    let error = RwSignal::new(None::<String>);
    let page = open(move || {
        view! { <TextField id="when" label="When" value="25:10" hint="Up to now." error=error on_input=|_: String| () /> }
    });
    let field = page.find("input");
    assert_eq!(field.get_attribute("aria-invalid"), None);
    assert_eq!(page.words_of(&field.get_attribute("aria-describedby").unwrap()), "Up to now.");

    error.set(Some("This time is not on the clock.".to_owned()));
    tick().await;
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(
        page.words_of(&field.get_attribute("aria-describedby").unwrap()),
        "This time is not on the clock. Up to now."
    );
}

#[wasm_bindgen_test]
async fn what_is_too_long_stays_in_the_field_and_is_said() {
    let value = RwSignal::new(String::new());
    let left = Callback::new(|left: usize| format!("{left} left"));
    let over = Callback::new(|over: usize| format!("{over} too many"));
    let page = open(move || {
        view! {
            <TextField
                id="own"
                label="Own words"
                value=value
                limit=Limit { characters: 20, left, over }
                on_input=move |words: String| value.set(words)
            />
        }
    });
    let field: HtmlInputElement = page.find("input").unchecked_into();
    assert_eq!(field.get_attribute("aria-describedby"), None);

    field.set_value("nineteen characters");
    send(&field, "input");
    tick().await;
    assert_eq!(page.find(".field__count").text_content().unwrap(), "1 left");
    field.set_value("more than twenty characters");
    send(&field, "input");
    tick().await;
    assert_eq!(page.find(".field__count").text_content().unwrap(), "7 too many");
    assert_eq!(field.value(), "more than twenty characters");
}

#[wasm_bindgen_test]
async fn a_sheet_takes_the_focus_and_gives_it_back() {
    let is_open = RwSignal::new(false);
    let page = open(move || {
        view! {
            <Button id="opener" on_press=move |()| is_open.set(true)>"Delete"</Button>
            <Sheet id="sure" open=is_open heading="Delete this entry?" close="Close" on_close=move |()| is_open.set(false) help=("/help".to_owned(), "Help now")>
                <p>"You can restore it for 30 days."</p>
            </Sheet>
        }
    });
    let opener: HtmlElement = page.find("#opener").unchecked_into();
    let sheet: HtmlDialogElement = page.find("dialog").unchecked_into();
    opener.focus().unwrap();
    opener.click();
    tick().await;
    assert!(sheet.open());
    assert!(sheet.contains(document().active_element().as_deref()));
    assert_eq!(page.words_of(&sheet.get_attribute("aria-labelledby").unwrap()), "Delete this entry?");

    assert_eq!(page.find(".sheet__help").get_attribute("href").as_deref(), Some("/help"));

    page.tap(".sheet__close");
    tick().await;
    assert!(!sheet.open());
    assert_eq!(document().active_element().unwrap().id(), "opener");
    assert!(sheet.text_content().unwrap().is_empty(), "what a closed sheet says must not be found by anyone");
}

#[wasm_bindgen_test]
async fn a_sheet_closed_by_the_browser_tells_its_page() {
    let is_open = RwSignal::new(true);
    let page = open(move || {
        view! {
            <Sheet id="asked" open=is_open heading="Sure?" close="Close" on_close=move |()| is_open.set(false) help=("/help".to_owned(), "Help now")>
                ""
            </Sheet>
        }
    });
    tick().await;
    let sheet: HtmlDialogElement = page.find("dialog").unchecked_into();
    assert!(sheet.open());
    // Escape and the back gesture end in this event and nothing else.
    sheet.close();
    send(&sheet, "close");
    tick().await;
    assert!(!is_open.get_untracked());
}

#[wasm_bindgen_test]
async fn a_word_is_chosen_and_taken_back_by_a_real_button() {
    let selected = RwSignal::new(BTreeSet::new());
    let chips = vec![chip("payday", "Payday"), chip("tired", "Tired")];
    let page = open(move || {
        let toggle = move |id: String| {
            selected.update(|selected: &mut BTreeSet<String>| {
                if !selected.remove(&id) {
                    selected.insert(id);
                }
            });
        };
        view! { <ChipGroup id="triggers" heading="What was going on?" chips=chips selected=selected on_toggle=toggle /> }
    });
    let tired = page.all("button").pop().unwrap();
    // Space and Enter are the browser's own on a button that nothing took out of the tab order.
    assert_eq!((tired.get_attribute("type").as_deref(), tired.tab_index()), (Some("button"), 0));
    assert_eq!(tired.get_attribute("aria-pressed").as_deref(), Some("false"));

    tired.click();
    tick().await;
    assert_eq!(selected.get_untracked(), BTreeSet::from(["tired".to_owned()]));
    assert_eq!(tired.get_attribute("aria-pressed").as_deref(), Some("true"));
    tired.click();
    tick().await;
    assert!(selected.get_untracked().is_empty());
    let group = page.find("[role=group]");
    assert_eq!(page.words_of(&group.get_attribute("aria-labelledby").unwrap()), "What was going on?");
}

#[wasm_bindgen_test]
async fn the_scale_is_one_group_of_radios_in_order() {
    let value = RwSignal::new(None::<u8>);
    let page = open(move || {
        view! {
            <ScaleChoice
                name="now"
                legend="How strong is it now?"
                low="none"
                high="strongest"
                step_label=|step: u8| format!("Craving {step} of 10")
                value=value
                on_choose=move |step: u8| value.set(Some(step))
            />
        }
    });
    let steps: Vec<HtmlInputElement> = page.all("input").into_iter().map(JsCast::unchecked_into).collect();
    // The arrows are the browser's own within one name, in this order.
    let expected: Vec<(String, String)> =
        (0..=10).map(|step| ("now".to_owned(), format!("Craving {step} of 10"))).collect();
    let found: Vec<_> = steps.iter().map(|step| (step.name(), step.get_attribute("aria-label").unwrap())).collect();
    assert_eq!(found, expected);
    assert!(steps.iter().all(|step| !step.checked()));

    steps[7].click();
    tick().await;
    assert_eq!(value.get_untracked(), Some(7));
    value.set(Some(4));
    tick().await;
    assert_eq!(steps.iter().position(HtmlInputElement::checked), Some(4));
}

#[wasm_bindgen_test]
async fn a_toast_speaks_from_a_region_that_was_already_there() {
    let text = RwSignal::new(None::<String>);
    let undone = RwSignal::new(0);
    let page = open(move || {
        view! { <Toast text=text action="Undo" on_action=move |()| undone.update(|times| *times += 1) seconds=10 /> }
    });
    let region = page.find("[role=status]");
    assert_eq!(region.text_content().unwrap(), "");

    text.set(Some("Saved.".to_owned()));
    tick().await;
    assert_eq!(region.text_content().unwrap(), "Saved.Undo");
    page.tap("button");
    assert_eq!(undone.get_untracked(), 1);
    text.set(None);
    tick().await;
    assert!(page.find("[role=status]").is_same_node(Some(&region)));
    assert_eq!(region.text_content().unwrap(), "");
}

#[wasm_bindgen_test]
async fn a_button_at_work_keeps_the_focus_and_ignores_presses() {
    let busy = RwSignal::new(false);
    let presses = RwSignal::new(0);
    let page = open(move || {
        let press = move |()| {
            presses.update(|times| *times += 1);
            busy.set(true);
        };
        view! { <Button busy=busy on_press=press>"Save"</Button> }
    });
    let button: HtmlElement = page.find("button").unchecked_into();
    button.focus().unwrap();
    button.click();
    tick().await;
    button.click();
    assert_eq!(presses.get_untracked(), 1);
    assert_eq!(button.get_attribute("aria-busy").as_deref(), Some("true"));
    assert!(document().active_element().unwrap().is_same_node(Some(&button)));
}

#[wasm_bindgen_test]
async fn a_tab_keeps_the_focus_when_the_page_changes() {
    let here = RwSignal::new("/");
    let tab = move |href: &'static str, label: &str| Tab {
        href: href.to_owned(),
        label: label.to_owned(),
        icon: Icon::Me,
        current: derived(move || here.get() == href),
    };
    let page = open(move || {
        let tabs = vec![tab("/", "Today"), tab("/me", "Me")];
        view! { <TabBar label="Main" tabs=tabs help_href="/help" help_label="Help now" /> }
    });
    let links = page.all("a");
    let read: Vec<_> = links.iter().map(|link| link.text_content().unwrap()).collect();
    assert_eq!(read, ["Today", "Help now", "Me"]);

    links[2].focus().unwrap();
    here.set("/me");
    tick().await;
    let focused = document().active_element().unwrap();
    assert_eq!(focused.text_content().unwrap(), "Me");
    assert_eq!(focused.get_attribute("aria-current").as_deref(), Some("page"));
    assert_eq!(links[0].get_attribute("aria-current"), None);
}

#[wasm_bindgen_test]
async fn the_mark_is_a_drawing_and_not_only_markup() {
    let page = open(move || view! { <Mark /> });
    let lines = page.0.query_selector_all("path").unwrap();
    assert_eq!(lines.length(), 2);
    for at in 0..lines.length() {
        let line: Element = lines.item(at).unwrap().unchecked_into();
        assert_eq!(line.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    }
}

fn chip(id: &str, label: &str) -> Chip {
    Chip { id: id.to_owned(), label: label.to_owned() }
}
