//! The foot of every screen: the tabs, and Help now in the middle, always.

use leptos::prelude::*;

use crate::icon::{Glyph, Icon};

/// One tab. A link: it can be opened beside, and back goes back.
#[derive(Clone, Debug)]
pub struct Tab {
    pub href: String,
    pub label: Signal<String>,
    pub icon: Icon,
    /// The person is on this tab's page, or below it.
    pub current: Signal<bool>,
}

/// Two to four tabs with Help now between them; of an odd number the greater part stands before it.
#[component]
pub fn TabBar(
    /// The name of this navigation, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    tabs: Vec<Tab>,
    #[prop(into)] help_href: Signal<String>,
    #[prop(into)] help_label: Signal<String>,
    #[prop(optional, into)] help_current: Signal<bool>,
) -> impl IntoView {
    let mut before = tabs;
    let after = before.split_off(before.len().div_ceil(2));
    view! {
        <nav class="tab-bar" aria-label=label>
            <div class="tab-bar__list">
                <div class="tab-bar__side">{before.into_iter().map(link).collect_view()}</div>
                <a class="tab-bar__help" href=help_href aria-current=move || current(help_current)>
                    <Glyph icon=Icon::Help />
                    <span>{help_label}</span>
                </a>
                <div class="tab-bar__side">{after.into_iter().map(link).collect_view()}</div>
            </div>
        </nav>
    }
}

fn link(tab: Tab) -> impl IntoView {
    let Tab { href, label, icon, current: here } = tab;
    view! {
        <a class="tab-bar__tab" href=href aria-current=move || current(here)>
            <Glyph icon />
            <span>{label}</span>
        </a>
    }
}

fn current(here: Signal<bool>) -> Option<&'static str> {
    here.get().then_some("page")
}
