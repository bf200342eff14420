//! Whether everything can be read, in light and in dark: computed from `style/tokens.css` itself (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

use stories_native::{assert_faultless, source};

/// Names and values, as written.
type Tokens = BTreeMap<String, String>;

const LIGHT: &str = ":root";
/// What the system wishes, unless the client chose light.
const DARK_BY_SYSTEM: &str = "@media screen and (prefers-color-scheme: dark) :root:not([data-theme=\"light\"])";
/// What the client chose.
const DARK_BY_CHOICE: &str = "@media screen :root[data-theme=\"dark\"]";

/// Text and what it lies on: 4.5:1.
const TEXT: [(&str, &str); 26] = [
    ("ink", "paper"),
    ("ink", "card"),
    ("quiet", "paper"),
    ("quiet", "card"),
    ("brand", "paper"),
    ("brand", "card"),
    ("on-brand", "brand"),
    ("brand", "brand-paper"),
    ("ink", "brand-paper"),
    ("quiet", "brand-paper"),
    ("help", "paper"),
    ("help", "card"),
    ("help", "help-paper"),
    ("on-help", "help"),
    ("ink", "help-paper"),
    ("quiet", "help-paper"),
    ("done", "paper"),
    ("done", "card"),
    ("skipped", "paper"),
    ("skipped", "card"),
    ("attention", "paper"),
    ("attention", "card"),
    ("danger", "paper"),
    ("danger", "card"),
    ("on-danger", "danger"),
    ("paper", "ink"),
];

/// Outlines of what can be touched, and icons: 3:1.
const SHAPES: [(&str, &str); 3] = [("edge", "paper"), ("edge", "card"), ("brand", "brand-paper")];

/// The declarations of every block, by the selectors around it; blocks of one selector are one.
fn blocks(css: &str) -> BTreeMap<String, Tokens> {
    let mut code = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        code.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);

    let mut blocks: BTreeMap<String, Tokens> = BTreeMap::new();
    let mut around: Vec<String> = Vec::new();
    for part in code.split_inclusive(['{', '}', ';']) {
        let (words, end) = part.split_at(part.len() - 1);
        match end {
            "{" => around.push(words.split_whitespace().collect::<Vec<_>>().join(" ")),
            "}" => drop(around.pop()),
            _ => {
                if let Some((name, value)) = words.trim().split_once(':') {
                    blocks.entry(around.join(" ")).or_default().insert(name.trim().to_owned(), value.trim().to_owned());
                }
            }
        }
    }
    blocks
}

/// The three blocks that hold colours.
fn themes() -> [(&'static str, Tokens); 3] {
    let mut blocks = blocks(&source("style/tokens.css").text);
    [LIGHT, DARK_BY_SYSTEM, DARK_BY_CHOICE].map(|name| (name, blocks.remove(name).unwrap_or_default()))
}

fn colour(value: &str) -> Option<[f64; 3]> {
    let digits = value.strip_prefix('#')?;
    if digits.len() != 6 {
        return None;
    }
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok().map(f64::from);
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Relative luminance of sRGB, as WCAG 2.2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = channel / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn too_faint(pairs: &[(String, String)], least: f64) -> Vec<String> {
    let mut faults = Vec::new();
    for (theme, tokens) in themes() {
        let colour_of = |name: &str| tokens.get(&format!("--{name}")).and_then(|value| colour(value));
        for (front, behind) in pairs {
            match (colour_of(front), colour_of(behind)) {
                (Some(one), Some(other)) if contrast(one, other) >= least => {}
                (Some(one), Some(other)) => {
                    faults.push(format!("{theme}: {front} on {behind} is {:.2}:1", contrast(one, other)));
                }
                _ => faults.push(format!("{theme}: {front} or {behind} is missing")),
            }
        }
    }
    faults
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(front, behind)| ((*front).to_owned(), (*behind).to_owned())).collect()
}

#[test]
fn all_text_can_be_read() {
    assert_faultless("text under 4.5:1", &too_faint(&owned(&TEXT), 4.5));
}

#[test]
fn every_number_of_the_scale_can_be_read() {
    let steps: Vec<(String, String)> =
        (0..=10).map(|step| (format!("on-scale-{step}"), format!("scale-{step}"))).collect();
    assert_faultless("numbers under 4.5:1", &too_faint(&steps, 4.5));
}

#[test]
fn everything_to_touch_can_be_seen() {
    assert_faultless("shapes under 3:1", &too_faint(&owned(&SHAPES), 3.0));
}

#[test]
fn dark_is_the_same_however_it_was_chosen() {
    let [_, (_, by_system), (_, by_choice)] = themes();
    assert!(!by_system.is_empty());
    assert_eq!(by_system, by_choice);
}

#[test]
fn every_colour_has_a_dark_counterpart() {
    let [(_, light), (_, dark), _] = themes();
    let names = |tokens: &Tokens| -> Vec<String> {
        tokens.iter().filter(|(_, value)| value.starts_with('#')).map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&light), names(&dark));
}

#[test]
fn help_has_its_colour_to_itself() {
    for (theme, tokens) in themes() {
        let shared: Vec<&String> = tokens
            .iter()
            .filter(|(name, value)| *name != "--help" && tokens.get("--help") == Some(value))
            .map(|(name, _)| name)
            .collect();
        assert!(shared.is_empty(), "{theme}: {shared:?}");
    }
}

#[test]
fn contrast_is_computed_as_the_standard_does() {
    let grey = |value| [value; 3];
    assert!((contrast(grey(0.0), grey(255.0)) - 21.0).abs() < 1e-9);
    assert!((contrast(grey(118.0), grey(255.0)) - 4.54).abs() < 0.01);
    assert!((contrast(grey(255.0), grey(255.0)) - 1.0).abs() < 1e-9);
}
