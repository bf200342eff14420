//! Parts of the program as they are sent: taken apart into streams, so that like stands beside like. Opcodes repeat each other's sequences,
//! locals and offsets their own, and brotli, which looks at two bytes before the next, finds far more in each than in the program where
//! they alternate. `unpack.js` puts them together again; [`unpacked`] does the same here, and nothing is sent that it does not read.
//!
//! | what | in it |
//! |---|---|
//! | version | a byte, [`VERSION`]; a program begins with 0, so what could not be taken apart is told by its first byte |
//! | length | of all parts together, in bytes |
//! | words | count; each is its bytes (count, bytes), what follows it (count, a [`rule`] each), its kind, and 1 if a function ends with it, else 0 |
//! | phrases | count; each is two words or earlier phrases, a byte each ([`phrases`]); they are numbered on behind the words |
//! | runs | count; each is how many bytes of the first stream stand before the next functions, and how many functions those are |
//! | lengths | count, then the length of each stream |
//! | streams | what is not in functions; words and phrases, a byte each; what functions say about their locals and, of those, one stream for each of [`Says`] |
//!
//! All numbers are unsigned LEB128.

use super::instructions::{Instruction, KINDS, Says, first};
use super::phrases::{self, LONGEST, Said};
use super::split::leb128;
use super::unused::bytes_of;
use anyhow::{Context, Result, ensure};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The first byte of what was taken apart.
pub const VERSION: u8 = 2;

/// What is not in functions.
const PLAIN: usize = 0;
/// The words of all instructions, a byte each.
const WORDS: usize = 1;
/// What functions say about their locals at their beginning; this has the place behind all others.
const LOCALS: usize = Says::Constant as usize + KINDS as usize;
const STREAMS: usize = LOCALS + 1;

/// In a program: the section with the functions, and how many bytes stand before the first section.
const CODE: u8 = 10;
const HEADER: usize = 8;

/// How what follows a word is read: one number, a number whose stream the next word tells, a count and that many numbers and one, or
/// four bytes.
mod rule {
    pub const NUMBER: usize = 0;
    pub const BY_NEXT: usize = 1;
    pub const LIST: usize = 2;
    pub const FOUR_BYTES: usize = 3;
    pub const ALL: usize = 4;
}

/// A word, as it stands in the table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    bytes: Vec<u8>,
    /// Stream and rule of each number that follows.
    takes: Vec<usize>,
    kind: u8,
    ends: bool,
}

/// A function in the bytes of a program.
struct Function<'a> {
    locals: &'a [u8],
    instructions: Vec<Instruction<'a>>,
}

impl<'a> Function<'a> {
    /// All instructions, and whether each is the last one.
    fn with_end(&self) -> impl Iterator<Item = (&Instruction<'a>, bool)> {
        (1..).zip(&self.instructions).map(|(count, instruction)| (instruction, count == self.instructions.len()))
    }
}

/// The bytes of each stream.
type Streams = Vec<Vec<u8>>;

/// A program: what stands before its functions, those, and what stands behind them.
type Parts<'a> = (&'a [u8], Vec<Function<'a>>, &'a [u8]);

/// `programs` taken apart, or one behind the other as they are when there is too much in them that is not known here.
///
/// # Errors
/// When what was taken apart does not come together again: a mistake in here.
pub fn packed(programs: &[&[u8]]) -> Result<Vec<u8>> {
    let whole = programs.concat();
    let (mut plain, mut runs, mut functions) = (Vec::new(), Vec::new(), Vec::new());
    for program in programs {
        let (before, inside, behind) = taken_apart(program).unwrap_or_else(|reason| {
            println!("A part of the program is sent as it is, since it cannot be taken apart: {reason:#}");
            (program, Vec::new(), &[])
        });
        runs.push([before.len(), inside.len()]);
        runs.push([behind.len(), 0]);
        plain.extend_from_slice(before);
        plain.extend_from_slice(behind);
        functions.extend(inside);
    }
    let Some((table, mut streams)) = in_streams(&functions)? else {
        println!("Parts of the program are sent as they are: there are more kinds of instructions than a byte can say");
        return Ok(whole);
    };
    *streams.get_mut(PLAIN).context("no such stream")? = plain;
    let ends: Vec<bool> = table.iter().map(|word| word.ends).collect();
    let words = streams.get_mut(WORDS).context("no such stream")?;
    let Said { phrases, words: said } = phrases::said(std::mem::take(words), &ends);
    *words = said;
    let mut packed = vec![VERSION];
    let put = |packed: &mut Vec<u8>, number: usize| packed.extend(bytes_of(number));
    put(&mut packed, whole.len());
    put(&mut packed, table.len());
    for Word { bytes, takes, kind, ends } in &table {
        put(&mut packed, bytes.len());
        packed.extend_from_slice(bytes);
        put(&mut packed, takes.len());
        takes.iter().for_each(|take| put(&mut packed, *take));
        packed.extend([*kind, u8::from(*ends)]);
    }
    put(&mut packed, phrases.len());
    packed.extend(phrases.concat());
    put(&mut packed, runs.len());
    runs.iter().flatten().for_each(|number| put(&mut packed, *number));
    put(&mut packed, streams.len());
    streams.iter().for_each(|stream| put(&mut packed, stream.len()));
    packed.extend(streams.concat());
    ensure!(unpacked(&packed)? == whole, "the parts do not come together again");
    Ok(packed)
}

/// The words there are, the most frequent one first, and all streams but the first; nothing when a byte does not suffice for the words.
fn in_streams(functions: &[Function<'_>]) -> Result<Option<(Vec<Word>, Streams)>> {
    let mut counts = BTreeMap::new();
    for (instruction, ends) in functions.iter().flat_map(Function::with_end) {
        // What follows a word and of which kind it is, its bytes say.
        counts.entry((instruction.word, ends)).or_insert((0_usize, instruction)).0 += 1;
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by_key(|(_, (count, _))| Reverse(*count));
    let mut table = Vec::new();
    let mut numbers = BTreeMap::new();
    for ((bytes, ends), (_, instruction)) in words {
        let Ok(number) = u8::try_from(table.len()) else { return Ok(None) };
        numbers.insert((bytes, ends), number);
        let takes = instruction.numbers.iter().map(|(says, _)| *says as usize * rule::ALL + rule_of(*says)).collect();
        table.push(Word { bytes: bytes.to_vec(), takes, kind: instruction.kind, ends });
    }
    let mut streams = vec![Vec::new(); STREAMS];
    let mut put = |stream: usize, bytes: &[u8]| {
        streams.get_mut(stream).map(|stream: &mut Vec<u8>| stream.extend_from_slice(bytes)).context("no such stream")
    };
    for function in functions {
        put(LOCALS, function.locals)?;
        let kinds = function.instructions.iter().skip(1).map(|next| next.kind).chain([0]);
        for ((instruction, ends), next) in function.with_end().zip(kinds) {
            put(WORDS, &[*numbers.get(&(instruction.word, ends)).context("a word that is not in the table")?])?;
            for (says, bytes) in &instruction.numbers {
                let further = if rule_of(*says) == rule::BY_NEXT { usize::from(next) } else { 0 };
                put(*says as usize + further, bytes)?;
            }
        }
    }
    Ok(Some((table, streams)))
}

fn rule_of(says: Says) -> usize {
    match says {
        Says::Constant => rule::BY_NEXT,
        Says::Depths => rule::LIST,
        Says::Fraction => rule::FOUR_BYTES,
        _ => rule::NUMBER,
    }
}

/// Looks into the functions of a program.
fn taken_apart(program: &[u8]) -> Result<Parts<'_>> {
    let (_, mut rest) = program.split_at_checked(HEADER).context("too short")?;
    loop {
        let (id, after_id) = rest.split_first().context("no functions")?;
        let (length, body) = leb128(after_id)?;
        let (inside, behind) = body.split_at_checked(length).context("a section ends behind the end")?;
        rest = behind;
        if *id != CODE {
            continue;
        }
        let (count, mut bodies) = leb128(inside)?;
        let before = program.len() - behind.len() - bodies.len();
        let mut functions = Vec::new();
        for _ in 0..count {
            let (length, after) = leb128(bodies)?;
            // The other side writes lengths in as few bytes as they need.
            ensure!(bodies.len() - after.len() == bytes_of(length).len(), "a length is written longer than needed");
            let (body, behind) = after.split_at_checked(length).context("a function ends behind its section")?;
            functions.push(function(body)?);
            bodies = behind;
        }
        ensure!(bodies.is_empty(), "something stands behind the functions");
        return Ok((program.split_at(before).0, functions, behind));
    }
}

fn function(body: &[u8]) -> Result<Function<'_>> {
    let (groups, mut rest) = leb128(body)?;
    for _ in 0..groups {
        let (_, after) = leb128(rest)?;
        let (kind, after) = after.split_first().context("locals without a type")?;
        ensure!(*kind < 0x80, "a type of more than a byte");
        rest = after;
    }
    let locals = body.split_at(body.len() - rest.len()).0;
    let (mut instructions, mut depth) = (Vec::new(), 1_i32);
    while depth > 0 {
        let (instruction, after) = first(rest)?;
        depth += i32::from(instruction.deeper);
        instructions.push(instruction);
        rest = after;
    }
    ensure!(rest.is_empty(), "a function goes on behind its end");
    Ok(Function { locals, instructions })
}

/// What [`packed`] took apart, one program behind the other, as `unpack.js` puts it together.
///
/// # Errors
/// When it is not what `packed` makes.
pub fn unpacked(packed: &[u8]) -> Result<Vec<u8>> {
    let (version, rest) = packed.split_first().context("nothing")?;
    ensure!(*version == VERSION, "of another version");
    let mut rest = rest;
    let length = number(&mut rest)?;
    let mut words = Vec::new();
    for _ in 0..number(&mut rest)? {
        let count = number(&mut rest)?;
        let bytes = taken(&mut rest, count)?.to_vec();
        let takes = (0..number(&mut rest)?).map(|_| number(&mut rest)).collect::<Result<_>>()?;
        let (kind, ends) = (u8::try_from(number(&mut rest)?)?, number(&mut rest)? == 1);
        words.push(Word { bytes, takes, kind, ends });
    }
    let mut said: Vec<Vec<&Word>> = words.iter().map(|word| vec![word]).collect();
    for _ in 0..number(&mut rest)? {
        let mut phrase = Vec::new();
        for part in taken(&mut rest, 2)? {
            phrase.extend_from_slice(said.get(usize::from(*part)).context("a phrase of what comes later")?);
        }
        ensure!(phrase.len() <= LONGEST, "too long a phrase");
        said.push(phrase);
    }
    let pair = |rest: &mut &[u8]| -> Result<_> { Ok([number(rest)?, number(rest)?]) };
    let runs = (0..number(&mut rest)?).map(|_| pair(&mut rest)).collect::<Result<Vec<_>>>()?;
    let lengths = (0..number(&mut rest)?).map(|_| number(&mut rest)).collect::<Result<Vec<_>>>()?;
    let mut streams = lengths.into_iter().map(|length| taken(&mut rest, length)).collect::<Result<Vec<_>>>()?;
    let mut whole = Vec::new();
    for [plain, functions] in runs {
        whole.extend_from_slice(taken(stream(&mut streams, PLAIN)?, plain)?);
        for _ in 0..functions {
            let body = body(&mut streams, &said)?;
            whole.extend(bytes_of(body.len()));
            whole.extend(body);
        }
    }
    ensure!(whole.len() == length, "of another length than it says");
    Ok(whole)
}

fn body(streams: &mut [&[u8]], said: &[Vec<&Word>]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    let groups = copied(stream(streams, LOCALS)?, &mut body)?;
    for _ in 0..groups.checked_mul(2).context("too many locals")? {
        copied(stream(streams, LOCALS)?, &mut body)?;
    }
    loop {
        let at = taken(stream(streams, WORDS)?, 1)?;
        let phrase_at = |at: &[u8]| at.first().and_then(|at| said.get(usize::from(*at)));
        let phrase = phrase_at(at).context("no such word")?;
        let behind = phrase_at(stream(streams, WORDS)?).and_then(|phrase| phrase.first());
        let nexts = phrase.iter().skip(1).map(Some).chain([behind]);
        let mut is_last = false;
        for (Word { bytes, takes, ends, .. }, next) in phrase.iter().zip(nexts) {
            let next = next.map_or(0, |next| usize::from(next.kind));
            body.extend_from_slice(bytes);
            put_numbers(streams, takes, next, &mut body)?;
            is_last = *ends;
        }
        if is_last {
            return Ok(body);
        }
    }
}

/// Reads what follows a word, behind which one of kind `next` stands.
fn put_numbers(streams: &mut [&[u8]], takes: &[usize], next: usize, body: &mut Vec<u8>) -> Result<()> {
    for take in takes {
        let from = take / rule::ALL;
        match take % rule::ALL {
            rule::BY_NEXT => copied(stream(streams, from + next)?, body).map(drop)?,
            rule::FOUR_BYTES => body.extend_from_slice(taken(stream(streams, from)?, 4)?),
            rule::LIST => {
                for _ in 0..=copied(stream(streams, from)?, body)? {
                    copied(stream(streams, from)?, body)?;
                }
            }
            _ => copied(stream(streams, from)?, body).map(drop)?,
        }
    }
    Ok(())
}

fn stream<'a, 'b>(streams: &'b mut [&'a [u8]], at: usize) -> Result<&'b mut &'a [u8]> {
    streams.get_mut(at).context("no such stream")
}

fn number(rest: &mut &[u8]) -> Result<usize> {
    let (number, behind) = leb128(rest)?;
    *rest = behind;
    Ok(number)
}

fn taken<'a>(rest: &mut &'a [u8], count: usize) -> Result<&'a [u8]> {
    let (taken, behind) = rest.split_at_checked(count).context("a stream ends too early")?;
    *rest = behind;
    Ok(taken)
}

/// Copies a number as it is written. What it says, if it is a count.
fn copied(rest: &mut &[u8], to: &mut Vec<u8>) -> Result<usize> {
    let length = rest.iter().position(|byte| *byte < 0x80).context("a number ends in its middle")? + 1;
    let bytes = taken(rest, length)?;
    to.extend_from_slice(bytes);
    Ok(leb128(bytes).map_or(0, |(number, _)| number))
}

#[cfg(test)]
#[path = "streams_tests.rs"]
mod tests;
