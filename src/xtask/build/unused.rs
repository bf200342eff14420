//! Takes out what the framework offers to scripts and nobody asks for. Leptos brings streams along for servers that we do not have; its classes
//! are exported, and what is exported is kept, with all it calls: 16 kB of program that every first visit would load.

use anyhow::{Context, Result};

/// What the names of these classes have in common, as classes and in the names of their methods.
const CLASSES: &[u8] = b"IntoUnderlying";
const METHODS: &str = "intounderlying";

/// Where wasm-bindgen's macros leave what they made, a piece for each use.
const BINDINGS: &[u8] = b"__wasm_bindgen_unstable";
const EXPORTS: u8 = 7;
const HEADER: usize = 8;

/// The program without the exported classes for streams, in its exports and in what wasm-bindgen will read.
///
/// # Errors
/// When it is no program.
pub fn without_streams(program: &[u8]) -> Result<Vec<u8>> {
    let (header, mut rest) = program.split_at_checked(HEADER).context("too short")?;
    let mut kept = header.to_vec();
    while let Some((id, after_id)) = rest.split_first() {
        let (length, body) = number(after_id)?;
        let (inside, behind) = body.split_at_checked(length).context("a section ends behind the end")?;
        let inside = match *id {
            EXPORTS => exports(inside)?,
            0 => bindings(inside)?,
            _ => inside.to_vec(),
        };
        kept.push(*id);
        kept.extend(bytes_of(inside.len()));
        kept.extend(inside);
        rest = behind;
    }
    Ok(kept)
}

fn exports(section: &[u8]) -> Result<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut kept = Vec::new();
    let mut left = 0;
    for _ in 0..count {
        let begun = rest;
        let (length, after) = number(rest)?;
        let (name, after) = after.split_at_checked(length).context("a name ends behind its section")?;
        let (_kind, after) = after.split_first().context("an export without a kind")?;
        let (_index, after) = number(after)?;
        rest = after;
        if !String::from_utf8_lossy(name).to_ascii_lowercase().contains(METHODS) {
            let (export, _) = begun.split_at_checked(begun.len() - after.len()).context("cannot happen")?;
            kept.extend_from_slice(export);
            left += 1;
        }
    }
    Ok([bytes_of(left), kept].concat())
}

/// Pieces one behind the other, two for each use of a macro: which version wrote it, and what it says.
fn bindings(section: &[u8]) -> Result<Vec<u8>> {
    let (length, rest) = number(section)?;
    let (name, mut rest) = rest.split_at_checked(length).context("a name ends behind its section")?;
    if name != BINDINGS {
        return Ok(section.to_vec());
    }
    let mut kept = section.split_at(section.len() - rest.len()).0.to_vec();
    while !rest.is_empty() {
        let (_version, behind) = piece(rest)?;
        let (said, behind) = piece(behind)?;
        if !said.windows(CLASSES.len()).any(|words| words == CLASSES) {
            kept.extend_from_slice(rest.split_at(rest.len() - behind.len()).0);
        }
        rest = behind;
    }
    Ok(kept)
}

/// A piece, which has its length in four bytes before it, and what follows it.
fn piece(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let (length, after) = bytes.split_first_chunk::<4>().context("a piece without a length")?;
    let length = usize::try_from(u32::from_le_bytes(*length)).context("a piece of more than the memory")?;
    after.split_at_checked(length).context("a piece ends behind its section")
}

/// An unsigned LEB128 number and what follows it (WebAssembly core specification, 5.2.2).
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    super::split::leb128(bytes)
}

pub(super) fn bytes_of(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        bytes.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id][..], &bytes_of(content.len()), content].concat()
    }

    fn one(words: &[u8]) -> Vec<u8> {
        let piece = |words: &[u8]| [&u32::try_from(words.len()).unwrap().to_le_bytes()[..], words].concat();
        [piece(b"0.2"), piece(words)].concat()
    }

    #[test]
    fn the_classes_go_and_everything_else_stays_as_it_was() {
        let bindings = |pieces: &[&[u8]]| {
            let pieces = pieces.iter().flat_map(|words| one(words)).collect::<Vec<_>>();
            section(0, &[&bytes_of(BINDINGS.len())[..], BINDINGS, &pieces].concat())
        };
        let before = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(EXPORTS, b"\x02\x04main\0\x01\x15intounderlyingsink_ab\0\x02"),
            section(0, b"\x04nameabc"),
            bindings(&[b"one", b"..IntoUnderlyingSink..", b"two"]),
        ];
        let after = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(EXPORTS, b"\x01\x04main\0\x01"),
            section(0, b"\x04nameabc"),
            bindings(&[b"one", b"two"]),
        ];
        assert_eq!(without_streams(&before.concat()).unwrap(), after.concat());
        assert!(without_streams(b"\0asm").is_err());
    }

    #[test]
    fn lengths_are_written_as_they_are_read() {
        for length in [0, 1, 127, 128, 300, 70_000] {
            assert_eq!(number(&bytes_of(length)).unwrap().0, length);
        }
    }
}
