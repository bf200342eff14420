//! Marks for the bench: names of moments on the browser's own timeline. They say that something was shown, never what.

/// Marks this moment as `name`.
pub fn mark(name: &str) {
    let performance = web_sys::window().and_then(|window| window.performance());
    if let Some(performance) = performance {
        let _ = performance.mark(name);
    }
}
