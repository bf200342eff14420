//! Passphrases of six words, because what a person thinks up is guessed first: ten random bits a word, sixty in all, and Argon2id in front.

use zeroize::Zeroizing;

use crate::VaultError;

/// Words in a list (`public/words`): two to the power of ten, so that ten random bits are one word, and every word is as likely.
const LIST: usize = 1024;
const BITS: u32 = 10;
/// Words in a passphrase.
pub const WORDS: usize = 6;

/// Six words of a list, by random bytes: the first sixty bits of them, lowest first, ten for each word.
///
/// # Errors
/// [`VaultError::NotAList`] unless the list has exactly 1024 lines with a word in each.
pub fn pick_words(random: [u8; 8], list: &str) -> Result<[&str; WORDS], VaultError> {
    let words: Vec<&str> = list.lines().map(str::trim).filter(|word| !word.is_empty()).collect();
    if words.len() != LIST {
        return Err(VaultError::NotAList);
    }
    let mut bits = u64::from_le_bytes(random);
    let mut picked = [""; WORDS];
    for place in &mut picked {
        let at = (bits % LIST as u64) as usize;
        *place = words.get(at).copied().ok_or(VaultError::NotAList)?;
        bits >>= BITS;
    }
    Ok(picked)
}

/// A new passphrase of six words with spaces between, from the system's random numbers.
///
/// # Errors
/// [`VaultError::NoRandomness`] where the system gives none, [`VaultError::NotAList`] as [`pick_words`].
pub fn make_passphrase(list: &str) -> Result<Zeroizing<String>, VaultError> {
    let mut random = Zeroizing::new([0; 8]);
    getrandom::fill(random.as_mut_slice()).map_err(|_| VaultError::NoRandomness)?;
    Ok(Zeroizing::new(pick_words(*random, list)?.join(" ")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    fn list() -> String {
        (0..LIST).map(|at| format!("w{at}\n")).collect()
    }

    #[test]
    fn ten_bits_are_a_word() {
        let list = list();
        assert_eq!(pick_words([0; 8], &list).unwrap(), ["w0"; 6]);
        assert_eq!(pick_words([0xff; 8], &list).unwrap(), ["w1023"; 6]);
        let counted = 1 | 2 << 10 | 3 << 20 | 4 << 30 | 5 << 40 | 6_u64 << 50 | 0xf << 60;
        assert_eq!(pick_words(counted.to_le_bytes(), &list).unwrap(), ["w1", "w2", "w3", "w4", "w5", "w6"]);
    }

    #[test]
    fn a_list_that_is_not_whole_is_refused() {
        let list = list();
        assert_eq!(pick_words([0; 8], &list[3..]), Err(VaultError::NotAList));
        assert_eq!(pick_words([0; 8], &format!("{list}more")), Err(VaultError::NotAList));
        assert_eq!(pick_words([0; 8], ""), Err(VaultError::NotAList));
    }

    #[test]
    fn two_passphrases_are_never_the_same() {
        let list = list();
        assert_ne!(make_passphrase(&list).unwrap(), make_passphrase(&list).unwrap());
        assert_eq!(make_passphrase(&list).unwrap().split(' ').count(), WORDS);
    }

    proptest! {
        #[test]
        fn no_bit_of_the_sixty_is_lost(random in any::<u64>()) {
            let list = list();
            let picked = pick_words(random.to_le_bytes(), &list).unwrap();
            let back = picked.iter().rev().fold(0_u64, |bits, word| bits << BITS | word[1..].parse::<u64>().unwrap());
            prop_assert_eq!(back, random & ((1 << 60) - 1));
        }
    }
}
