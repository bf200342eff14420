//! What an empty screen says: what will be here, and the one action that starts it.

use leptos::prelude::*;

use crate::derived::Signal;
use crate::icon::{Glyph, Icon};

/// One sentence, and at most one action as the child.
#[component]
pub fn EmptyState(
    #[prop(into)] text: Signal<String>,
    #[prop(default = None, into)] icon: Option<Icon>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            {icon.map(|icon| view! { <Glyph icon /> })}
            <p class="empty-state__text">{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
