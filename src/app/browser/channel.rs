//! Telling the other tabs that something was saved, so that they show it too, or that the app was locked. The messages say only that.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// What one tab tells the others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The journal, or its lock.
    Changed,
    /// Somebody locked the app.
    Locked,
}

impl Said {
    fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Locked => "locked",
        }
    }
}

/// The channel between the tabs of this app.
pub struct Tabs {
    channel: BroadcastChannel,
    /// Kept as long as the channel, or the browser would call what is gone.
    _on_message: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Listens to the other tabs. `None` where the browser has no such channel; each tab then reads again when it is shown.
    pub fn listen(heard: impl Fn(Said) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new("handrail").ok()?;
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let is_lock = event.data().as_string().is_some_and(|said| said == Said::Locked.word());
            heard(if is_lock { Said::Locked } else { Said::Changed });
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Some(Self { channel, _on_message: on_message })
    }

    /// Tells the others.
    pub fn say(&self, said: Said) {
        // A closed channel only means that nobody listens.
        let _ = self.channel.post_message(&said.word().into());
    }
}
