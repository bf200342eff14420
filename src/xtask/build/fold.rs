//! Keeps one of those functions that do the same. The compiler writes what is generic out for every type, and for many types that comes out alike to the byte;
//! and what calls only functions that are alike is alike too. A linker for other machines does this ("identical code folding"), the one for WebAssembly does not.
//!
//! Nothing of ours compares functions by their address, and Rust does not promise that two of them have two addresses.

use super::order::Renumber;
use anyhow::{Context, Result};
use std::collections::HashMap;
use wasmparser::{FunctionBody, Operator, Parser, Payload, TypeRef};

/// A function in pieces: bytes, and between them the functions that are named.
struct Pieces<'a> {
    of_type: u32,
    bytes: Vec<&'a [u8]>,
    named: Vec<u32>,
}

/// The same program in which whatever was there several times is there once.
///
/// # Errors
/// When it is no program.
pub fn folded(program: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut types, mut bodies) = (0_u32, Vec::new(), Vec::new());
    for part in Parser::new(0).parse_all(program) {
        match part? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<Vec<u32>, _>>()?,
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    let pieces = bodies.iter().zip(types).map(|(body, of_type)| pieces(body, of_type)).collect::<Result<Vec<_>>>()?;
    let instead = instead(&pieces, imported)?;
    let order: Vec<usize> = (0..pieces.len()).filter(|place| instead.get(*place) == Some(place)).collect();
    let mut numbers = vec![0_u32; pieces.len()];
    for (number, place) in (imported..).zip(&order) {
        *numbers.get_mut(*place).context("cannot happen")? = number;
    }
    for (place, other) in instead.iter().enumerate() {
        let number = *numbers.get(*other).context("cannot happen")?;
        *numbers.get_mut(place).context("cannot happen")? = number;
    }
    Renumber { imported, numbers, order }.written(program)
}

/// Which function stands for each. Begins with every function for itself; whenever some are found alike, those that call them may be alike as well.
fn instead(pieces: &[Pieces<'_>], imported: u32) -> Result<Vec<usize>> {
    let mut instead: Vec<usize> = (0..pieces.len()).collect();
    loop {
        let mut first = HashMap::new();
        let mut next = Vec::with_capacity(pieces.len());
        for (place, function) in pieces.iter().enumerate() {
            let mut named = Vec::with_capacity(function.named.len());
            for number in &function.named {
                named.push(match number.checked_sub(imported) {
                    None => (false, usize::try_from(*number)?),
                    Some(own) => (true, *instead.get(usize::try_from(own)?).context("a function that is not there")?),
                });
            }
            next.push(*first.entry((function.of_type, &function.bytes, named)).or_insert(place));
        }
        if next == instead {
            return Ok(instead);
        }
        instead = next;
    }
}

fn pieces<'a>(body: &FunctionBody<'a>, of_type: u32) -> Result<Pieces<'a>> {
    let (whole, begins) = (body.as_bytes(), body.range().start);
    let place = |at: u64| usize::try_from(at - begins).context("a function of more than the memory");
    let mut reader = body.get_operators_reader()?;
    let (mut bytes, mut named, mut since) = (Vec::new(), Vec::new(), 0);
    while !reader.eof() {
        let at = place(reader.original_position())?;
        if let Operator::Call { function_index } | Operator::RefFunc { function_index } = reader.read()? {
            bytes.push(whole.get(since..=at).context("an instruction behind the end")?);
            named.push(function_index);
            since = place(reader.original_position())?;
        }
    }
    bytes.push(whole.get(since..).context("a function behind its end")?);
    Ok(Pieces { of_type, bytes, named })
}

#[cfg(test)]
mod tests {
    use super::folded;
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection, Module,
        TypeSection, ValType,
    };
    use wasmparser::{Operator, Parser, Payload};

    /// Imports one function and has seven: two that double, one that triples, and four that call one of those, one of them from another type.
    fn program() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        types.ty().function([ValType::I32, ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("script", "asked", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        for of_type in [0, 0, 0, 0, 0, 0, 1] {
            functions.function(of_type);
        }
        let mut code = CodeSection::new();
        for number in [2, 2, 3] {
            let mut body = Function::new([]);
            body.instructions().local_get(0).i32_const(number).i32_mul().end();
            code.function(&body);
        }
        for called in [1, 2, 3, 1] {
            let mut body = Function::new([]);
            body.instructions().local_get(0).call(called).call(0).end();
            code.function(&body);
        }
        let mut exports = ExportSection::new();
        let names = ["doubles", "doubles-too", "triples", "calls", "calls-too", "calls-other", "of-another-type"];
        for (name, number) in names.into_iter().zip(1..) {
            exports.export(name, ExportKind::Func, number);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// How many functions there are, and what each name stands for: a function's number, and which functions it calls.
    fn told(program: &[u8]) -> (usize, Vec<(String, u32, Vec<u32>)>) {
        let (mut names, mut bodies) = (Vec::new(), Vec::new());
        for part in Parser::new(0).parse_all(program) {
            match part.unwrap() {
                Payload::ExportSection(exports) => {
                    names =
                        exports.into_iter().map(Result::unwrap).map(|one| (one.name.to_owned(), one.index)).collect();
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        let calls = |number: u32| {
            let operators = bodies[number as usize - 1].get_operators_reader().unwrap().into_iter();
            operators
                .filter_map(|operator| match operator.unwrap() {
                    Operator::Call { function_index } => Some(function_index),
                    _ => None,
                })
                .collect()
        };
        (bodies.len(), names.into_iter().map(|(name, number)| (name, number, calls(number))).collect())
    }

    #[test]
    fn what_does_the_same_is_there_once_and_so_are_those_that_call_it() {
        let (count, told) = told(&folded(&program()).unwrap());
        let said: Vec<_> =
            told.iter().map(|(name, number, calls)| (name.as_str(), *number, calls.as_slice())).collect();
        assert_eq!(count, 5);
        assert_eq!(
            said,
            [
                ("doubles", 1, &[][..]),
                ("doubles-too", 1, &[]),
                ("triples", 2, &[]),
                ("calls", 3, &[1, 0]),
                ("calls-too", 3, &[1, 0]),
                ("calls-other", 4, &[2, 0]),
                ("of-another-type", 5, &[1, 0]),
            ]
        );
    }

    #[test]
    fn folding_twice_is_folding_once_and_what_is_no_program_is_refused() {
        let once = folded(&program()).unwrap();
        assert_eq!(folded(&once).unwrap(), once);
        assert!(folded(b"no program").is_err());
    }
}
