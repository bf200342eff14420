//! How an instruction of a program is written: which of its bytes say what is done, and which numbers follow that are particular to its
//! place. From the opcodes of the WebAssembly core specification, 5.4, as far as our compiler uses them.

use super::split::leb128;
use anyhow::{Context, Result, bail, ensure};

/// What a number says that follows an opcode, and thereby which others it resembles. As a number: the place of its stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// Which local is meant.
    Local = 2,
    /// How far behind an address is read.
    Load,
    /// How far behind an address is written.
    Store,
    /// Which function is called.
    Function,
    /// Of which type a function out of the table is.
    Type,
    /// How many blocks are left.
    Depth,
    /// How many places there are to go on at, and all of them, which is one more.
    Depths,
    /// A constant of 64 bits.
    Long,
    /// Four bytes of a fraction.
    Fraction,
    /// A constant of 32 bits: a size, an address, a place in a frame. What it is, the next instruction tells, so this is the
    /// first of as many streams as there are kinds of instructions.
    Constant,
}

/// How many kinds of instructions there are for telling constants apart.
pub const KINDS: u8 = 10;

/// An instruction in the bytes of a function.
#[derive(Debug, PartialEq, Eq)]
pub struct Instruction<'a> {
    /// Opcode, and what of its numbers has few values: an alignment, the type of a block.
    pub word: &'a [u8],
    /// The other numbers.
    pub numbers: Vec<(Says, &'a [u8])>,
    /// How deep in blocks one is afterwards, compared with before.
    pub deeper: i8,
    /// Of which kind it is, below [`KINDS`].
    pub kind: u8,
}

/// The instruction that `bytes` begin with, and what follows it.
///
/// # Errors
/// When it is cut off, or none of those known here.
pub fn first(bytes: &[u8]) -> Result<(Instruction<'_>, &[u8])> {
    let (opcode, rest) = bytes.split_first().context("no instruction")?;
    // How many numbers belong to the word, and which follow it.
    let (of_word, says): (usize, &[Says]) = match *opcode {
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => (0, &[]),
        0x02..=0x04 | 0x23..=0x26 | 0x3f | 0x40 | 0xd0 => (1, &[]),
        0x0c | 0x0d => (0, &[Says::Depth]),
        0x0e => (0, &[Says::Depths]),
        0x10 | 0xd2 => (0, &[Says::Function]),
        0x11 => (0, &[Says::Type, Says::Type]),
        0x20..=0x22 => (0, &[Says::Local]),
        0x28..=0x35 => (1, &[Says::Load]),
        0x36..=0x3e => (1, &[Says::Store]),
        0x41 => (0, &[Says::Constant]),
        0x42 => (0, &[Says::Long]),
        0x43 => (0, &[Says::Fraction]),
        0x44 => (0, &[Says::Fraction, Says::Fraction]),
        0xfc => match leb128(rest)?.0 {
            0..=7 => (1, &[]),
            9 | 11 | 13 | 15..=17 => (2, &[]),
            8 | 10 | 12 | 14 => (3, &[]),
            other => bail!("an instruction nobody knows here: 0xfc {other}"),
        },
        other => bail!("an instruction nobody knows here: {other:#x}"),
    };
    let mut after = rest;
    for _ in 0..of_word {
        after = leb128(after)?.1;
    }
    let (word, mut after) = bytes.split_at(bytes.len() - after.len());
    let mut numbers = Vec::with_capacity(says.len());
    for says in says {
        let begun = after;
        after = match says {
            Says::Depths => {
                let (count, mut places) = leb128(after)?;
                for _ in 0..=count {
                    places = leb128(places)?.1;
                }
                places
            }
            Says::Fraction => after.split_at_checked(4).context("a fraction ends in its middle")?.1,
            _ => behind_number(after)?,
        };
        numbers.push((*says, begun.split_at(begun.len() - after.len()).0));
    }
    let deeper = match *opcode {
        0x02..=0x04 => 1,
        0x0b => -1,
        _ => 0,
    };
    Ok((Instruction { word, numbers, deeper, kind: kind(*opcode) }, after))
}

/// What the next instruction tells about a constant.
fn kind(opcode: u8) -> u8 {
    match opcode {
        0x10 | 0x11 => 1,
        0x6a | 0x6b => 2,
        0x20 => 3,
        0x41 => 4,
        0x36..=0x3e => 5,
        0x21 | 0x22 => 6,
        0x71..=0x76 => 7,
        0x46..=0x4f => 8,
        0x28..=0x35 => 9,
        _ => 0,
    }
}

/// What follows a number, which may have 64 bits.
fn behind_number(bytes: &[u8]) -> Result<&[u8]> {
    let end = bytes.iter().position(|byte| *byte < 0x80).context("a number ends in its middle")?;
    ensure!(end < 10, "a number of more than 64 bits");
    Ok(bytes.split_at(end + 1).1)
}

#[cfg(test)]
mod tests {
    use super::{Says, first};

    #[track_caller]
    fn reads(bytes: &[u8], word: &[u8], numbers: &[(Says, &[u8])], behind: usize) {
        let (instruction, rest) = first(bytes).unwrap();
        assert_eq!((instruction.word, instruction.numbers.as_slice(), rest.len()), (word, numbers, behind));
    }

    #[test]
    fn a_word_has_what_has_few_values_and_the_numbers_the_rest() {
        reads(b"\x28\x02\x88\x01\x0b", b"\x28\x02", &[(Says::Load, b"\x88\x01")], 1);
        reads(b"\x0e\x01\x00\x01", b"\x0e", &[(Says::Depths, b"\x01\x00\x01")], 0);
        reads(b"\xfc\x0a\x00\x00\x1a", b"\xfc\x0a\x00\x00", &[], 1);
        let halves = [(Says::Fraction, &b"half"[..]), (Says::Fraction, &b"more"[..])];
        reads(b"\x44halfmore", b"\x44", &halves, 0);
    }

    #[test]
    fn what_is_unknown_or_cut_off_is_refused() {
        for bytes in [&b"\xfd\x00"[..], b"\xfc\x12", b"\x1c\x01\x7f", b"\x41\x80", b"\x44\0\0", b"\x0e\x02\0\0", b""] {
            assert!(first(bytes).is_err(), "{bytes:?}");
        }
    }
}
