//! Whether the device says that it is online. It is a hint for one quiet line; nothing in the app waits for it.

/// What the device says now; true where it says nothing.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}
