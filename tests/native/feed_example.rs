//! Writes a feed for the bench: `cargo run -p stories-native --example feed -- 10000`.
#![allow(clippy::print_stdout, reason = "that is what it is for")]

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(10_000);
    print!("{}", stories_native::feed(count));
}
