//! The foot of every screen: the tabs, and Help now in the middle, always.

use leptos::prelude::*;

use crate::icon::{Glyph, Icon};

/// One tab. A link: it can be opened beside, and back goes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Where it leads; also tells it from the others.
    pub href: String,
    pub label: String,
    pub icon: Icon,
    /// The person is on this tab's page, or below it.
    pub current: bool,
}

/// Two to four tabs with Help now between them; of an odd number the greater part stands before it.
#[component]
pub fn TabBar(
    /// The name of this navigation, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] tabs: Signal<Vec<Tab>>,
    #[prop(into)] help_href: Signal<String>,
    #[prop(into)] help_label: Signal<String>,
    #[prop(optional, into)] help_current: Signal<bool>,
) -> impl IntoView {
    let before = Signal::derive(move || tabs.with(|tabs| halves(tabs).0.to_vec()));
    let after = Signal::derive(move || tabs.with(|tabs| halves(tabs).1.to_vec()));
    view! {
        <nav class="tab-bar" aria-label=label>
            <div class="tab-bar__list">
                <Side tabs=before />
                <a class="tab-bar__help" href=help_href aria-current=move || current(help_current.get())>
                    <Glyph icon=Icon::Help />
                    <span>{help_label}</span>
                </a>
                <Side tabs=after />
            </div>
        </nav>
    }
}

/// The tabs on one side. Their links stay the same elements when the page or the language changes, or focus would be lost.
#[component]
fn Side(tabs: Signal<Vec<Tab>>) -> impl IntoView {
    view! {
        <div class="tab-bar__side">
            <For each=move || tabs.get() key=|tab| tab.href.clone() let:tab>
                <Link first=tab tabs />
            </For>
        </div>
    }
}

#[component]
fn Link(first: Tab, tabs: Signal<Vec<Tab>>) -> impl IntoView {
    let Tab { href, icon, .. } = first.clone();
    let now = Memo::new(move |_| {
        tabs.with(|tabs| tabs.iter().find(|tab| tab.href == first.href).cloned()).unwrap_or_else(|| first.clone())
    });
    view! {
        <a class="tab-bar__tab" href=href aria-current=move || current(now.read().current)>
            <Glyph icon />
            <span>{move || now.read().label.clone()}</span>
        </a>
    }
}

fn halves(tabs: &[Tab]) -> (&[Tab], &[Tab]) {
    tabs.split_at(tabs.len().div_ceil(2))
}

fn current(here: bool) -> Option<&'static str> {
    here.then_some("page")
}
