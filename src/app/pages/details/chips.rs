//! From a person's choices to chips on the screen, and from a tap back to a choice.

use std::collections::BTreeSet;

use domain::{Chip, Craving, Label, WordsError};
use text::Text;
pub use text::chips::Named;
use ui::{Memo, Signal};

/// What a chip is called on the screen's side. Two that say the same have the same id.
fn id_of<K: Named>(chip: &Chip<K>) -> String {
    match chip {
        Chip::Known(known) => format!("known {}", known.code()),
        Chip::Own(own) => format!("own {}", own.as_str().to_lowercase()),
        Chip::Unknown(code) => format!("newer {}", code.as_str()),
    }
}

/// Chips to tap.
pub fn to_tap<K: Named>(chips: &[Chip<K>], text: Text) -> Vec<ui::Chip> {
    chips.iter().map(|chip| ui::Chip { id: id_of(chip), label: text.chip(chip) }).collect()
}

/// The ids of the chosen ones.
pub fn ids<'a, K: Named>(chips: impl IntoIterator<Item = &'a Chip<K>>) -> BTreeSet<String> {
    chips.into_iter().map(id_of).collect()
}

/// The chosen ones in one line; `None` when there are none.
pub fn said<'a, K: Named>(chips: impl Iterator<Item = &'a Chip<K>>, text: Text) -> Option<String> {
    let words: Vec<String> = chips.map(|chip| text.chip(chip)).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The chip that was tapped.
pub fn tapped<K: Named>(chips: &[Chip<K>], id: &str) -> Option<Chip<K>> {
    chips.iter().find(|chip| id_of(chip) == id).cloned()
}

/// What was typed: a word of ours if it is one, otherwise the person's own.
pub fn typed<K: Named>(words: &str, text: Text) -> Result<Chip<K>, WordsError> {
    let own = Label::new(words)?;
    let lower = own.as_str().to_lowercase();
    let known = K::ALL.iter().find(|known| text.word(known.word()).to_lowercase() == lower);
    Ok(known.map_or_else(|| Chip::Own(own), |known| Chip::Known(*known)))
}

/// Everything to choose from: what was chosen lately, then our words, then what this entry says besides. Nothing changes its place
/// while the screen is shown: what was offered once stays where it is.
pub fn offered<K: Named>(
    first: Vec<Chip<K>>,
    chosen: impl Fn(&Craving) -> Vec<Chip<K>> + Send + Sync + 'static,
    craving: Signal<Craving>,
) -> Memo<Vec<Chip<K>>> {
    Memo::new(move |before: Option<&Vec<Chip<K>>>| {
        let mut chips = before.cloned().unwrap_or_else(|| first.clone());
        for chip in craving.with(&chosen) {
            if !chips.iter().any(|there| there.same_as(&chip)) {
                chips.push(chip);
            }
        }
        chips
    })
}

/// What was chosen lately, and then the rest of our words.
pub fn recent_then_all<K: Named>(recent: &[Chip<K>]) -> Vec<Chip<K>> {
    let mut chips = recent.to_vec();
    for known in K::ALL {
        let chip = Chip::Known(*known);
        if !chips.iter().any(|there| there.same_as(&chip)) {
            chips.push(chip);
        }
    }
    chips
}
