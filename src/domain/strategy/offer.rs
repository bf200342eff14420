//! Which strategies are offered, and in which order: what fits the need and the urge, what the person likes, what their own numbers say.
//! When the urge is strong, staying with it comes before turning away from it.

use std::cmp::Reverse;

use super::{Helped, School, Setting, Strategy, StrategyChoices, StrategyMark, StrategyNeed};
use crate::fold::Folded;
use crate::intensity::Intensity;

/// From this urge on, acceptance comes first.
const STRONG: u8 = 7;

/// What is looked for. Nothing chosen is everything.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Wish {
    pub need: Option<StrategyNeed>,
    pub school: Option<School>,
    /// At most so many minutes.
    pub minutes: Option<u16>,
    pub setting: Option<Setting>,
    /// How strong it is now.
    pub urge: Option<Intensity>,
    pub only_favourites: bool,
    /// Words, each of which has to be in the name or the steps.
    pub typed: String,
}

crate::words::unspoken!(Wish);

impl Wish {
    fn takes(&self, one: &Strategy, choices: &StrategyChoices) -> bool {
        let fits_place = |setting| one.setting == setting || one.setting == Setting::Anywhere;
        self.need.is_none_or(|need| one.needs.contains(&need))
            && self.school.is_none_or(|school| one.schools.contains(&school))
            && self.minutes.is_none_or(|minutes| one.minutes <= minutes)
            && self.setting.is_none_or(fits_place)
            && (!self.only_favourites || choices.is(StrategyMark::Favourite, &one.key))
            && self.names(one)
    }

    fn names(&self, one: &Strategy) -> bool {
        let mut text = Folded::new(&one.name);
        for step in &one.steps {
            text.also(&step.text);
        }
        self.typed.split_whitespace().map(Folded::new).all(|word| text.contains(&word))
    }
}

/// What is offered, the first first. What is hidden is left out, unless it is looked for by its words.
pub fn offered<'a>(
    library: &'a [Strategy],
    wish: &Wish,
    choices: &StrategyChoices,
    helped: &[Helped],
) -> Vec<&'a Strategy> {
    let is_hidden = |one: &Strategy| wish.typed.trim().is_empty() && choices.is(StrategyMark::Hidden, &one.key);
    let mut found: Vec<&Strategy> = library.iter().filter(|one| wish.takes(one, choices) && !is_hidden(one)).collect();
    found.sort_by_key(|one| {
        let average = helped.iter().find(|known| known.strategy == one.key).and_then(Helped::average_tenths);
        let urge = wish.urge.map(Intensity::value);
        let fits = urge.is_none_or(|urge| (one.urge.0..=one.urge.1).contains(&urge));
        let is_strong = urge.map_or(wish.need == Some(StrategyNeed::IntenseUrge), |urge| urge >= STRONG);
        let accepts = is_strong && one.schools.contains(&School::Mindfulness);
        // Of the same worth they stay in the order of the library, unless time is short.
        let minutes = wish.minutes.map_or(0, |_| one.minutes);
        // What did not help yet stands behind what nothing is known of.
        (!fits, !accepts, average.unwrap_or(0), Reverse(choices.is(StrategyMark::Favourite, &one.key)), minutes)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::intensity;
    use crate::strategy::{Step, StrategyKey};

    fn strategy(name: &str, need: StrategyNeed, school: School, minutes: u16, urge: (u8, u8)) -> Strategy {
        Strategy {
            key: StrategyKey::new(name).unwrap(),
            name: name.to_owned(),
            why: None,
            schools: vec![school],
            needs: vec![need],
            minutes,
            urge,
            setting: if name == "soup" { Setting::Home } else { Setting::Anywhere },
            steps: vec![Step { text: format!("Begin the {name}"), timer: None }],
        }
    }

    fn library() -> Vec<Strategy> {
        vec![
            strategy("walk", StrategyNeed::IntenseUrge, School::Behavioural, 5, (2, 10)),
            strategy("wave", StrategyNeed::IntenseUrge, School::Mindfulness, 10, (2, 10)),
            strategy("list", StrategyNeed::IntenseUrge, School::Cbt, 2, (0, 5)),
            strategy("soup", StrategyNeed::Hunger, School::Behavioural, 10, (0, 6)),
        ]
    }

    fn names(wish: &Wish, choices: &StrategyChoices, helped: &[Helped]) -> Vec<String> {
        offered(&library(), wish, choices, helped).iter().map(|one| one.name.clone()).collect()
    }

    #[test]
    fn staying_with_a_strong_urge_comes_before_turning_away_from_it() {
        let wish =
            |urge| Wish { need: Some(StrategyNeed::IntenseUrge), urge: Some(intensity(urge)), ..Wish::default() };
        let (none, nothing) = (StrategyChoices::default(), []);
        assert_eq!(names(&wish(8), &none, &nothing), ["wave", "walk", "list"]);
        assert_eq!(names(&wish(4), &none, &nothing), ["walk", "wave", "list"]);
        let strong = Wish { need: Some(StrategyNeed::IntenseUrge), ..Wish::default() };
        assert_eq!(
            names(&strong, &none, &nothing),
            ["wave", "walk", "list"],
            "a need that says so is as good as a number"
        );
    }

    #[test]
    fn what_helped_and_what_is_liked_comes_first() {
        let known = Helped { strategy: StrategyKey::new("wave").unwrap(), rated: 4, change: -12 };
        let worse = Helped { strategy: StrategyKey::new("list").unwrap(), rated: 3, change: 3 };
        let wish = Wish { need: Some(StrategyNeed::IntenseUrge), ..Wish::default() };
        let liked = StrategyChoices::default().mark(StrategyMark::Favourite, &StrategyKey::new("walk").unwrap(), true);
        assert_eq!(names(&wish, &liked, &[known, worse]), ["wave", "walk", "list"]);
        assert_eq!(names(&Wish { only_favourites: true, ..wish }, &liked, &[]), ["walk"]);
    }

    #[test]
    fn a_place_a_time_and_words_narrow_it_down() {
        let (none, nothing) = (StrategyChoices::default(), []);
        let by = |wish: Wish| names(&wish, &none, &nothing);
        assert_eq!(by(Wish { minutes: Some(5), ..Wish::default() }), ["list", "walk"]);
        assert_eq!(by(Wish { setting: Some(Setting::Private), ..Wish::default() }).len(), 3);
        assert_eq!(by(Wish { typed: "begin SOU".to_owned(), ..Wish::default() }), ["soup"]);
        let hidden = StrategyChoices::default().mark(StrategyMark::Hidden, &StrategyKey::new("soup").unwrap(), true);
        assert_eq!(names(&Wish::default(), &hidden, &nothing).len(), 3);
        assert_eq!(names(&Wish { typed: "soup".to_owned(), ..Wish::default() }, &hidden, &nothing), ["soup"]);
    }
}
