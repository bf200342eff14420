//! Which truths about sober time are told, and where: each on Today, only on its own page, or nowhere.

use crate::code::{Kept, coded};

coded! {
    /// One of the truths of [`SoberTime`](super::SoberTime).
    pub enum Truth {
        /// The run that goes on now.
        Current = "current",
        Best = "best",
        Together = "together",
        Last30 = "last-30",
        Last90 = "last-90",
    }
}

coded! {
    /// Where a truth is told.
    pub enum Told {
        /// On Today, and on the page of sober time.
        OnToday = "today",
        /// On the page of sober time only.
        OnItsPage = "page",
        Nowhere = "nowhere",
    }
}

/// More truths than there are words for; a newer build may know a few more.
pub(crate) const MAX_TRUTHS: usize = 16;

/// What was chosen; every truth has a default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoberChoices {
    /// Each truth at most once.
    pub(crate) told: Vec<(Kept<Truth>, Kept<Told>)>,
}

impl SoberChoices {
    /// Where a truth is told. Unless something else was chosen, Today has the current run and the share of ninety days, and the page has all.
    pub fn told(&self, truth: Truth) -> Told {
        let chosen = self.told.iter().find(|(there, _)| there.known() == Some(truth)).map(|(_, told)| told.known());
        match (chosen, truth) {
            (Some(Some(told)), _) => told,
            // A newer build knows a place that this one has not: here it stays where it does no harm.
            (Some(None), _) => Told::OnItsPage,
            (None, Truth::Current | Truth::Last90) => Told::OnToday,
            (None, Truth::Best | Truth::Together | Truth::Last30) => Told::OnItsPage,
        }
    }

    /// The truths that are told in a place: on Today those of Today, on the page all but those told nowhere.
    pub fn on(&self, place: Told) -> impl Iterator<Item = Truth> {
        let is_there = move |truth: &Truth| match self.told(*truth) {
            Told::OnToday => place != Told::Nowhere,
            told => told == place,
        };
        Truth::ALL.iter().copied().filter(is_there)
    }

    /// The choices with one changed.
    #[must_use]
    pub fn choose(&self, truth: Truth, told: Told) -> SoberChoices {
        let mut choices = self.clone();
        choices.told.retain(|(there, _)| there.known() != Some(truth));
        choices.told.push((Kept::Known(truth), Kept::Known(told)));
        choices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(choices: &SoberChoices, place: Told) -> Vec<Truth> {
        choices.on(place).collect()
    }

    #[test]
    fn today_has_two_truths_until_something_else_is_chosen() {
        let choices = SoberChoices::default();
        assert_eq!(on(&choices, Told::OnToday), [Truth::Current, Truth::Last90]);
        assert_eq!(on(&choices, Told::OnItsPage), Truth::ALL);
        let choices = choices.choose(Truth::Current, Told::Nowhere).choose(Truth::Together, Told::OnToday);
        assert_eq!(on(&choices, Told::OnToday), [Truth::Together, Truth::Last90]);
        assert_eq!(on(&choices, Told::OnItsPage).len(), 4);
        assert_eq!(on(&choices.choose(Truth::Current, Told::OnToday), Told::OnToday).len(), 3);
    }

    #[test]
    fn a_place_of_a_newer_build_is_kept_and_shown_on_the_page() {
        let newer = SoberChoices { told: vec![(Kept::Known(Truth::Best), Kept::from_code("on-the-wrist").unwrap())] };
        assert_eq!(newer.told(Truth::Best), Told::OnItsPage);
        assert_eq!(newer.choose(Truth::Current, Told::Nowhere).told.len(), 2);
    }
}
