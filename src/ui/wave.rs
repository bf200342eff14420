//! The urge as a wave to watch: it rises, it peaks, it passes.

use leptos::prelude::*;

use crate::derived::Signal;

const WIDTH: f64 = 320.0;
const SHORE: f64 = 112.0;
const RISE: f64 = 88.0;

/// The wave, with a marker that rides on it. It moves only as `elapsed` moves; there is nothing to switch off.
#[component]
pub fn Wave(
    /// Stable id, needed to cut the line where the marker is.
    #[prop(into)]
    id: String,
    /// The picture in words: "The wave, near its top".
    #[prop(into)]
    label: Signal<String>,
    /// How much of the time has passed, 0 to 1.
    #[prop(into)]
    elapsed: Signal<f64>,
    /// Heights from start to end, evenly spaced, 0 to 1.
    heights: Vec<f64>,
    /// The person's own number where it begins, 0 to 10.
    #[prop(default = None)]
    number: Option<u8>,
) -> impl IntoView {
    let line = line_of(&heights);
    let water = format!("{line}V128H0Z");
    let clip_id = format!("{id}-behind");
    let clip = format!("url(#{clip_id})");
    let passed = move || fraction(elapsed.get());
    let heights = StoredValue::new(heights);
    let x = move || tenths(passed() * WIDTH);
    let y = move || tenths(depth(heights.with_value(|heights| height_at(heights, passed()))));
    view! {
        <svg id=id class="wave" viewBox="0 0 320 128" role="img" aria-label=label>
            <clipPath id=clip_id>
                <rect x="0" y="0" width=x height="128" />
            </clipPath>
            <path class="wave__water" d=water />
            <path class="wave__ahead" d=line.clone() />
            <path class="wave__behind" clip-path=clip d=line />
            {number.map(|number| view! { <text class="wave__number" x="2" y="92">{number.to_string()}</text> })}
            <circle class="wave__marker" cx=x cy=y r="9" />
        </svg>
    }
}

/// A place in the picture, to a tenth. By hand: what the standard library brings along for writing fractions weighs more than this picture.
fn tenths(place: f64) -> String {
    let tenths = (place * 10.0).round() as i32;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The height at a fraction of the time, between its two neighbours; 0 where there are no heights.
fn height_at(heights: &[f64], fraction: f64) -> f64 {
    let Some(last) = heights.len().checked_sub(1) else { return 0.0 };
    let place = fraction * last as f64;
    let before = heights.get(place.floor() as usize).copied().unwrap_or(0.0);
    let after = heights.get(place.ceil() as usize).copied().unwrap_or(before);
    before + (after - before) * place.fract()
}

fn line_of(heights: &[f64]) -> String {
    let last = heights.len().saturating_sub(1).max(1) as f64;
    let point =
        |(step, height): (usize, &f64)| format!("{} {}", tenths(step as f64 / last * WIDTH), tenths(depth(*height)));
    let points: Vec<String> = heights.iter().enumerate().map(point).collect();
    if points.is_empty() { format!("M0 {SHORE}H{WIDTH}") } else { format!("M{}", points.join("L")) }
}

/// From a height, 0 to 1, to the picture's y, which grows downwards.
fn depth(height: f64) -> f64 {
    SHORE - fraction(height) * RISE
}

/// What is not a number counts as nothing, so that it never reaches the picture.
fn fraction(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marker_lies_on_the_line_between_two_points() {
        assert_eq!(height_at(&[0.0, 1.0, 0.0], 0.25), 0.5);
        assert_eq!(height_at(&[0.0, 1.0, 0.0], 0.5), 1.0);
        assert_eq!(height_at(&[0.0, 1.0, 0.0], 1.0), 0.0);
    }

    #[test]
    fn odd_numbers_draw_a_quiet_sea() {
        assert_eq!(height_at(&[], 0.5), 0.0);
        assert_eq!(depth(f64::NAN), SHORE);
        assert_eq!(fraction(7.0), 1.0);
        assert_eq!(line_of(&[]), "M0 112H320");
    }
}
