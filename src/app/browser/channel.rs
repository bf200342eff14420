//! Telling the other tabs that something was saved, so that they show it too. The message says only that.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel between the tabs of this app.
pub struct Tabs {
    channel: BroadcastChannel,
    /// Kept as long as the channel, or the browser would call what is gone.
    _on_message: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Listens to the other tabs. `None` where the browser has no such channel; each tab then reads again when it is shown.
    pub fn listen(heard: impl Fn() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new("handrail").ok()?;
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |_| heard());
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Some(Self { channel, _on_message: on_message })
    }

    /// Tells the others that the journal changed.
    pub fn say_changed(&self) {
        // A closed channel only means that nobody listens.
        let _ = self.channel.post_message(&"changed".into());
    }
}
