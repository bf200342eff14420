//! When the program stops: a panic ends a WASM app, so the static screen takes over. It says that nothing saved was lost, and offers
//! a reload and the crisis lines. The message of the panic goes nowhere: it might hold what somebody wrote.

use super::handrail;

/// Installs the hook. Call it first.
pub fn watch() {
    std::panic::set_hook(Box::new(|_| handrail::panicked()));
}
