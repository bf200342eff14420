//! The number on the icon: how many things are due, and nothing about them. Set when the journal changed and when the app is looked at, since
//! nothing of the app runs in between.

use crate::browser::{badge, clock};
use crate::state::App;

/// Shows how many things are due now; none for who does not want it.
pub async fn show(app: App) {
    let count = if app.settings.with_untracked(domain::Settings::badge) {
        let Ok(due) = app.journal().due(&app.zones(), clock::now().zone()).await else { return };
        due.len()
    } else {
        0
    };
    badge::show(count).await;
}
