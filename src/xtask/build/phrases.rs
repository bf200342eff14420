//! Phrases: two words that often stand together become one, again and again, until a byte can say no more (Gage 1994, byte-pair encoding).
//! Brotli finds long repetitions by itself; short ones, which code is full of, cost it more to name than they are worth.

/// As many words and phrases there can be: a byte tells them apart.
const MOST: usize = 256;
/// A phrase has no more words, so that whoever reads one knows how much it can be.
pub const LONGEST: usize = 64;
/// What stands together less often is not worth its place in the table.
const WORTH_IT: u32 = 16;

/// What is said in phrases.
pub struct Said {
    /// What each phrase is made of, the first one being the number behind the last word: two words or earlier phrases.
    pub phrases: Vec<[u8; 2]>,
    pub words: Vec<u8>,
}

/// Says `words` in phrases. `ends` has, for each word there is, whether a function ends with it: no phrase goes on behind it.
pub fn said(words: Vec<u8>, ends: &[bool]) -> Said {
    let mut ends = ends.to_vec();
    let mut lengths = vec![1; ends.len()];
    let mut said = Said { phrases: Vec::new(), words };
    while ends.len() < MOST {
        let joins = |[first, second]: [u8; 2]| {
            let [one, two] = [first, second].map(usize::from);
            let length = lengths.get(one).zip(lengths.get(two)).map_or(0, |(one, two)| one + two);
            ends.get(one) == Some(&false) && (2..=LONGEST).contains(&length)
        };
        let Some(pair) = most_frequent(&said.words, joins) else { break };
        let Ok(number) = u8::try_from(ends.len()) else { break };
        let [one, two] = pair.map(usize::from);
        let length = lengths.get(one).zip(lengths.get(two)).map_or(0, |(one, two)| one + two);
        lengths.push(length);
        ends.push(ends.get(two).copied().unwrap_or_default());
        said.words = joined(&said.words, pair, number);
        said.phrases.push(pair);
    }
    said
}

/// The pair that stands there most often, of those that may become a phrase; the smaller one of two that are as frequent.
fn most_frequent(words: &[u8], joins: impl Fn([u8; 2]) -> bool) -> Option<[u8; 2]> {
    let mut counts = vec![0_u32; MOST * MOST];
    for pair in words.windows(2) {
        let [first, second] = [pair.first(), pair.get(1)].map(|word| usize::from(word.copied().unwrap_or_default()));
        if let Some(count) = counts.get_mut(first * MOST + second) {
            *count += 1;
        }
    }
    let pairs = counts.into_iter().zip(0_u16..=u16::MAX).map(|(count, place)| (count, place.to_be_bytes()));
    let worth = pairs.filter(|(count, pair)| *count >= WORTH_IT && joins(*pair));
    worth.max_by_key(|(count, pair)| (*count, std::cmp::Reverse(*pair))).map(|(_, pair)| pair)
}

fn joined(words: &[u8], pair: [u8; 2], number: u8) -> Vec<u8> {
    let mut all = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((first, behind)) = rest.split_first() {
        if let Some(behind) = rest.strip_prefix(&pair) {
            all.push(number);
            rest = behind;
        } else {
            all.push(*first);
            rest = behind;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, said};
    use proptest::prelude::*;

    /// What a phrase or a word says, in words.
    fn spoken(number: u8, phrases: &[[u8; 2]], words: usize) -> Vec<u8> {
        match usize::from(number).checked_sub(words) {
            None => vec![number],
            Some(place) => phrases[place].iter().flat_map(|part| spoken(*part, phrases, words)).collect(),
        }
    }

    #[test]
    fn what_stands_together_often_becomes_one() {
        let words = [0, 1, 2].repeat(100);
        let said = said(words, &[false, false, true]);
        assert_eq!((said.phrases, said.words), (vec![[0, 1], [3, 2]], vec![4; 100]));
    }

    proptest! {
        #[test]
        fn the_same_is_said_and_no_phrase_goes_on_behind_an_end(words in proptest::collection::vec(0..5_u8, 0..2000)) {
            let ends = [false, false, true, false, false];
            let said = said(words.clone(), &ends);
            let all: Vec<Vec<u8>> = said.words.iter().map(|number| spoken(*number, &said.phrases, ends.len())).collect();
            prop_assert_eq!(all.concat(), words);
            for phrase in all {
                let before_last = phrase.split_last().map_or(&[][..], |(_, before)| before);
                prop_assert!(phrase.len() <= LONGEST && !before_last.contains(&2));
            }
        }
    }
}
