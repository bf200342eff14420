//! What needs a real browser to be true: each file beside this one is a test binary that runs in headless Chromium.
