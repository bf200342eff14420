//! Secrets and keys as letters that a person can copy: Crockford's base 32 (<https://www.crockford.com/base32.html>), in groups with dashes between.

/// No I, L and O, which look like digits, and no U, which makes words.
pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters between two dashes.
pub(crate) const GROUP: usize = 4;

/// Why some text is not so many letters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NotLetters {
    /// Letters are missing, or there are too many.
    Length,
    /// One is none of the alphabet.
    Typo,
}

/// Puts the letters of these bytes behind `text`, five bits to each, highest first. Bits that fill no letter are left out.
pub(crate) fn write(bytes: impl Iterator<Item = u8>, text: &mut String) {
    let (mut held, mut bits, mut letters) = (0_u32, 0_u32, 0_usize);
    for byte in bytes {
        held = held << 8 | u32::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            if letters > 0 && letters.is_multiple_of(GROUP) {
                text.push('-');
            }
            let letter = ALPHABET.get((held >> bits & 31) as usize).copied();
            text.extend(letter.map(char::from));
            letters += 1;
        }
    }
}

/// Reads exactly so many `letters` into `bytes`; what stands between letters is passed over. Bits that fill no byte stand in the upper bits of
/// the last one.
pub(crate) fn read(text: impl Iterator<Item = char>, letters: usize, bytes: &mut [u8]) -> Result<(), NotLetters> {
    let mut places = bytes.iter_mut();
    let (mut held, mut bits, mut seen) = (0_u32, 0_u32, 0_usize);
    let mut is_wrong = false;
    for character in text.filter(|character| !is_between(*character)) {
        let value = value(character);
        is_wrong |= value.is_none();
        held = held << 5 | u32::from(value.unwrap_or(0));
        bits += 5;
        seen += 1;
        if bits >= 8
            && let Some(place) = places.next()
        {
            bits -= 8;
            *place = (held >> bits & 0xff) as u8;
        }
    }
    if seen != letters {
        return Err(NotLetters::Length);
    }
    if let Some(place) = places.next() {
        *place = (held << (8_u32.saturating_sub(bits)) & 0xff) as u8;
    }
    if is_wrong { Err(NotLetters::Typo) } else { Ok(()) }
}

/// What people, printers and mail programs put between letters.
pub(crate) fn is_between(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '.' | ',' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The five bits of a letter. `O` is read as zero, `I` and `L` as one.
fn value(character: char) -> Option<u8> {
    let letter = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(at).ok()
}
