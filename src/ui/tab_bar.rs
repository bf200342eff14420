//! The foot of every screen: the tabs, and Help now in the middle, always.

use leptos::prelude::*;

use crate::derived::Signal;
use crate::icon::{Glyph, Icon};

/// One tab. A link: it can be opened beside, and back goes back.
#[derive(Clone, Debug)]
pub struct Tab {
    pub href: String,
    pub label: String,
    pub icon: Icon,
    /// The person is on this tab's page, or below it.
    pub current: Signal<bool>,
}

/// Two to four tabs with Help now between them; of an odd number the greater part stands before it. Where the person is may change,
/// the tabs themselves do not: their links stay the same elements, or the focus would be lost.
#[component]
pub fn TabBar(
    /// The name of this navigation, for a screen reader.
    #[prop(into)]
    label: String,
    tabs: Vec<Tab>,
    #[prop(into)] help_href: String,
    #[prop(into)] help_label: String,
    #[prop(optional, into)] help_current: Signal<bool>,
) -> impl IntoView {
    let mut before = tabs;
    let after = before.split_off(before.len().div_ceil(2));
    view! {
        <nav class="tab-bar" aria-label=label>
            <div class="tab-bar__list">
                {side(before)}
                <a class="tab-bar__help" href=help_href aria-current=move || current(help_current.get())>
                    <Glyph icon=Icon::Help />
                    <span>{help_label}</span>
                </a>
                {side(after)}
            </div>
        </nav>
    }
}

fn side(tabs: Vec<Tab>) -> AnyView {
    let links: Vec<AnyView> = tabs.into_iter().map(link).collect();
    view! { <div class="tab-bar__side">{links}</div> }.into_any()
}

fn link(tab: Tab) -> AnyView {
    let Tab { href, label, icon, current: is_current } = tab;
    view! {
        <a class="tab-bar__tab" href=href aria-current=move || current(is_current.get())>
            <Glyph icon />
            <span>{label}</span>
        </a>
    }
    .into_any()
}

fn current(here: bool) -> Option<&'static str> {
    here.then_some("page")
}
