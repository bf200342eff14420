//! What stands in the squares of a code: the text as bytes, padded, with the words that repair it, in the order in which they are written
//! (ISO/IEC 18004, byte mode). As little repair as the standard has (level L): a screen has no stains, and every square less is a larger one.

/// Words that repair, for each block, by version from 1 on.
const REPAIR: [u8; 40] = [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];
/// Blocks, by version from 1 on.
const BLOCKS: [u8; 40] = [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19,
    19, 20, 21, 22, 24, 25,
];
/// Byte mode.
const MODE: u32 = 0b0100;

/// The smallest version that holds these bytes, and its words; None where none does.
pub(super) fn of(bytes: &[u8]) -> Option<(usize, Vec<u8>)> {
    REPAIR.iter().zip(BLOCKS).zip(1..).find_map(|((repair, blocks), version)| {
        let (repair, blocks) = (usize::from(*repair), usize::from(blocks));
        let room = all(version) - repair * blocks;
        let count_bits = if version < 10 { 8 } else { 16 };
        let bits = 4 + count_bits + bytes.len() * 8;
        (bits <= room * 8).then(|| (version, woven(&padded(bytes, count_bits, room), repair, blocks)))
    })
}

/// How many words a version has, of both sorts.
fn all(version: usize) -> usize {
    let mut squares = (16 * version + 128) * version + 64;
    if version >= 2 {
        let marks = version / 7 + 2;
        squares -= (25 * marks - 10) * marks - 55;
        if version >= 7 {
            squares -= 36;
        }
    }
    squares / 8
}

fn padded(bytes: &[u8], count_bits: usize, room: usize) -> Vec<u8> {
    let mut words = Vec::with_capacity(room);
    let (mut held, mut bits) = (0_u32, 0_usize);
    let mut write = |value: u32, length: usize| {
        held = (held << length) | value;
        bits += length;
        while bits >= 8 {
            bits -= 8;
            words.push((held >> bits & 0xff) as u8);
        }
    };
    write(MODE, 4);
    write(u32::try_from(bytes.len()).unwrap_or_default(), count_bits);
    bytes.iter().for_each(|byte| write(u32::from(*byte), 8));
    // The end, which also fills the last word: the mode took half of one.
    write(0, 4);
    words.truncate(room);
    let fill = [0xec, 0x11].into_iter().cycle().take(room - words.len());
    words.extend(fill);
    words
}

/// Cut into blocks, each with what repairs it, and woven: the first word of every block, then the second.
fn woven(words: &[u8], repair: usize, blocks: usize) -> Vec<u8> {
    let short = words.len() / blocks;
    let long_ones = words.len() % blocks;
    let mut rest = words;
    let cut: Vec<&[u8]> = (0..blocks)
        .map(|block| {
            // The longer ones come last.
            let (head, tail) = rest.split_at(short + usize::from(block >= blocks - long_ones));
            rest = tail;
            head
        })
        .collect();
    let divisor = divisor(repair);
    let repairs: Vec<Vec<u8>> = cut.iter().map(|block| remainder(block, &divisor)).collect();
    let text = (0..=short).flat_map(|place| cut.iter().filter_map(move |block| block.get(place).copied()));
    let repair = (0..repair).flat_map(|place| repairs.iter().filter_map(move |block| block.get(place).copied()));
    text.chain(repair).collect()
}

/// A product in the field of 256 elements.
fn times(one: u8, other: u8) -> u8 {
    (0..8).rev().fold(0_u8, |product, bit| {
        let doubled = (product << 1) ^ if product & 0x80 == 0 { 0 } else { 0x1d };
        doubled ^ if other >> bit & 1 == 0 { 0 } else { one }
    })
}

fn divisor(degree: usize) -> Vec<u8> {
    let mut divisor = vec![0; degree.saturating_sub(1)];
    divisor.push(1);
    let mut root = 1;
    for _ in 0..degree {
        let next: Vec<u8> = divisor.iter().skip(1).copied().chain([0]).collect();
        divisor.iter_mut().zip(next).for_each(|(word, next)| *word = times(*word, root) ^ next);
        root = times(root, 2);
    }
    divisor
}

fn remainder(words: &[u8], divisor: &[u8]) -> Vec<u8> {
    let mut left = vec![0; divisor.len()];
    for word in words {
        let factor = word ^ left.first().copied().unwrap_or_default();
        left.rotate_left(1);
        if let Some(last) = left.last_mut() {
            *last = 0;
        }
        left.iter_mut().zip(divisor).for_each(|(word, by)| *word ^= times(*by, factor));
    }
    left
}
