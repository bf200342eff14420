//! The library of coping strategies as it is published: readable, the same in both languages, and something for every need.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]

use std::collections::BTreeSet;

use domain::strategy::{School, Strategy, StrategyChoices, StrategyNeed, Wish, offered};
use domain::{Intensity, Label};
use interop::strategies::read;
use stories_native::sources;

fn library(language: &str) -> Vec<Strategy> {
    let files = sources("public/strategies", &[".txt"]);
    let file = files.iter().find(|file| file.path.ends_with(&format!("{language}.txt"))).unwrap();
    read(&file.text).unwrap()
}

#[test]
fn both_languages_have_the_same_strategies_with_the_same_steps() {
    let (english, spanish) = (library("en"), library("es"));
    assert!(english.len() >= 30 && english.len() == spanish.len());
    for (one, other) in english.iter().zip(&spanish) {
        let same = |strategy: &Strategy| {
            let timers: Vec<_> = strategy.steps.iter().map(|step| step.timer).collect();
            (strategy.key.clone(), strategy.minutes, strategy.urge, strategy.setting, timers)
        };
        assert_eq!(same(one), same(other));
        assert!(one.schools == other.schools && one.needs == other.needs);
        assert_ne!(one.name, other.name);
    }
    let keys: BTreeSet<_> = english.iter().map(|one| one.key.clone()).collect();
    let marks: BTreeSet<_> = english.iter().map(|one| one.key.mark()).collect();
    assert!(keys.len() == english.len() && marks.len() == english.len(), "each has a name and an address of its own");
}

#[test]
fn each_can_be_read_at_a_glance_and_done_in_few_steps() {
    for one in library("en").iter().chain(&library("es")) {
        let name = one.key.as_str();
        assert!(Label::new(&one.name).is_ok() && one.name.chars().count() <= 45, "{name}");
        assert!(one.why.as_ref().is_some_and(|why| why.chars().count() <= 170), "{name}");
        assert!((3..=6).contains(&one.steps.len()), "{name}");
        assert!(one.steps.iter().all(|step| step.text.chars().count() <= 130), "{name}");
        let timed: u32 = one.steps.iter().filter_map(|step| step.timer).map(|(_, seconds)| u32::from(seconds)).sum();
        assert!(timed <= u32::from(one.minutes) * 60, "{name} takes longer than it says");
    }
}

#[test]
fn there_is_something_for_every_need_and_of_every_school() {
    let library = library("en");
    for need in StrategyNeed::ALL {
        let wish = Wish { need: Some(*need), ..Wish::default() };
        assert!(!offered(&library, &wish, &StrategyChoices::default(), &[]).is_empty(), "{need:?}");
    }
    for school in School::ALL {
        assert!(library.iter().any(|one| one.schools.contains(school)), "{school:?}");
    }
}

#[test]
fn a_strong_urge_is_stayed_with_before_it_is_turned_away_from() {
    let library = library("en");
    let wish =
        Wish { need: Some(StrategyNeed::IntenseUrge), urge: Some(Intensity::new(8).unwrap()), ..Wish::default() };
    let first = offered(&library, &wish, &StrategyChoices::default(), &[]).first().copied().cloned().unwrap();
    assert!(first.schools.contains(&School::Mindfulness), "{}", first.key.as_str());
}

#[test]
fn after_use_comes_safety_first_and_no_dose_is_ever_named() {
    for language in ["en", "es"] {
        let library = library(language);
        let after = library.iter().find(|one| one.key.as_str() == "after-a-lapse").unwrap();
        let words: String = after.steps.iter().map(|step| step.text.to_lowercase()).collect();
        assert!(words.contains("911") && (words.contains("naloxone") || words.contains("naloxona")));
        for one in &library {
            let has_dose = one.steps.iter().any(|step| step.text.contains(" mg") || step.text.contains(" ml"));
            assert!(!has_dose, "{}", one.key.as_str());
        }
    }
}
