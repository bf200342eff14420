//! What a person chose lately, so that the next entry needs no typing: recent chips come first.

use crate::chip::Chip;
use crate::code::Coded;
use crate::company::Company;
use crate::craving::Craving;
use crate::place::Place;
use crate::substance::Substance;
use crate::trigger::Trigger;

/// What was chosen lately, each once, latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recent {
    pub triggers: Vec<Trigger>,
    pub places: Vec<Place>,
    pub company: Vec<Company>,
    pub substances: Vec<Substance>,
}

/// The distinct chips of `newest_first`, at most `limit` of each sort. Reads no further than it has to.
/// A chip that this build has no word for is left out: it could not be shown.
pub fn recent_first<'a>(newest_first: impl IntoIterator<Item = &'a Craving>, limit: usize) -> Recent {
    let mut recent = Recent::default();
    for craving in newest_first {
        note_down(&mut recent.triggers, craving.triggers(), limit);
        note_down(&mut recent.places, craving.place(), limit);
        note_down(&mut recent.company, craving.company(), limit);
        note_down(&mut recent.substances, craving.substance(), limit);
        let lengths = [recent.triggers.len(), recent.places.len(), recent.company.len(), recent.substances.len()];
        if lengths.iter().all(|length| *length >= limit) {
            break;
        }
    }
    recent
}

fn note_down<'a, K: Coded>(seen: &mut Vec<Chip<K>>, chips: impl IntoIterator<Item = &'a Chip<K>>, limit: usize) {
    for chip in chips {
        let showable = match chip {
            Chip::Known(_) | Chip::Own(_) => true,
            Chip::Unknown(_) => false,
        };
        if showable && seen.len() < limit && !seen.iter().any(|there| there.same_as(chip)) {
            seen.push(chip.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::craving_of;
    use crate::{KnownPlace, KnownTrigger, Label};

    fn with_triggers(triggers: &[Trigger]) -> Craving {
        Craving { triggers: triggers.to_vec(), ..craving_of(5) }
    }

    #[test]
    fn the_latest_choice_comes_first_and_only_once() {
        let own = |word| Trigger::Own(Label::new(word).unwrap());
        let latest = with_triggers(&[KnownTrigger::Sad.into(), own("The rain")]);
        let before = with_triggers(&[own("the rain"), KnownTrigger::Tired.into(), KnownTrigger::Sad.into()]);
        let recent = recent_first([&latest, &before], 10);
        assert!(recent.triggers == [KnownTrigger::Sad.into(), own("The rain"), KnownTrigger::Tired.into()]);
        assert_eq!(recent_first([&latest, &before], 2).triggers.len(), 2);
    }

    #[test]
    fn what_cannot_be_shown_is_not_offered() {
        let mut craving = with_triggers(&[Trigger::from_code("from-next-year").unwrap()]);
        craving.place = Some(KnownPlace::Home.into());
        let recent = recent_first([&craving], 10);
        assert!(recent.triggers.is_empty() && recent.places == [KnownPlace::Home.into()]);
    }
}
