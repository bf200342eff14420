//! Puts what is alike side by side. A program is twelve thousand small functions, most of them variations of a few; the linker leaves them
//! as they came. Sorted by type and by how they end, each is a few bytes beside its neighbour, and what is sent is a twentieth smaller.
//!
//! Functions have other numbers afterwards and nothing else is changed: whoever asks for one from outside asks by name or through the table.

use anyhow::{Context, Result, anyhow};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// The same program with its functions in another order.
///
/// # Errors
/// When it is no program.
pub fn sorted(program: &[u8]) -> Result<Vec<u8>> {
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
    let mut keys = Vec::new();
    for (place, (body, of_type)) in bodies.iter().zip(types).enumerate() {
        keys.push((of_type, from_behind(body)?, place));
    }
    keys.sort();
    let order: Vec<usize> = keys.into_iter().map(|(_, _, place)| place).collect();
    let mut numbers = vec![0_u32; order.len()];
    for (number, place) in (imported..).zip(&order) {
        *numbers.get_mut(*place).context("cannot happen")? = number;
    }
    Renumber { imported, numbers, order }.written(program)
}

impl Renumber {
    /// The whole program with these numbers.
    ///
    /// # Errors
    /// When it is no program.
    pub fn written(mut self, program: &[u8]) -> Result<Vec<u8>> {
        let mut module = Module::new();
        self.parse_core_module(&mut module, Parser::new(0), program).map_err(|error| anyhow!("{error}"))?;
        Ok(module.finish())
    }
}

/// The first byte of each instruction, the last one first.
fn from_behind(body: &FunctionBody<'_>) -> Result<Vec<u8>> {
    let (bytes, begins) = (body.as_bytes(), body.range().start);
    let mut reader = body.get_operators_reader()?;
    let mut opcodes = Vec::new();
    while !reader.eof() {
        let at = usize::try_from(reader.original_position() - begins).context("a function of more than the memory")?;
        opcodes.push(*bytes.get(at).context("an instruction behind the end")?);
        reader.read()?;
    }
    opcodes.reverse();
    Ok(opcodes)
}

/// Writes the program again.
pub(super) struct Renumber {
    /// Functions that are imported keep their numbers, the lowest ones.
    pub imported: u32,
    /// The new number of each of the others.
    pub numbers: Vec<u32>,
    /// Which of them comes first, second and so on; what is not among them is left out.
    pub order: Vec<usize>,
}

impl Reencode for Renumber {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let Some(own) = function.checked_sub(self.imported) else { return Ok(function) };
        let number = usize::try_from(own).ok().and_then(|own| self.numbers.get(own));
        number.copied().ok_or(Error::UnexpectedNonCoreModuleSection)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for of_type in self.order.iter().filter_map(|place| types.get(*place)) {
            functions.function(*of_type);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for place in self.order.clone() {
            let body = bodies.get(place).ok_or(Error::InvalidCodeSectionSize)?;
            utils::parse_function_body(self, code, body.clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::sorted;
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, ImportSection, Module, RefType, TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{Operator, Parser, Payload};

    /// Imports one function and has three: `twice` and `thrice`, which are alike, and `other` between them, which calls both.
    fn program() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("script", "asked", EntityType::Function(1));
        let mut functions = FunctionSection::new();
        for of_type in [0, 1, 0] {
            functions.function(of_type);
        }
        let mut tables = TableSection::new();
        let limits = (1, Some(1));
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: limits.0,
            maximum: limits.1,
            table64: false,
            shared: false,
        });
        let mut exports = ExportSection::new();
        for (name, number) in [("twice", 1), ("other", 2), ("thrice", 3)] {
            exports.export(name, ExportKind::Func, number);
        }
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([3].as_slice().into()));
        let mut code = CodeSection::new();
        let times = |number| {
            let mut body = Function::new([]);
            body.instructions().local_get(0).i32_const(number).i32_mul().end();
            body
        };
        code.function(&times(2));
        let mut other = Function::new([]);
        other.instructions().call(0).i32_const(1).call(1).call(3).drop().end();
        code.function(&other);
        code.function(&times(3));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    /// What each exported function calls and multiplies by, by names where there are any.
    fn told(program: &[u8]) -> Vec<String> {
        let (mut names, mut bodies, mut in_table) = (vec![(0, "asked".to_owned())], Vec::new(), Vec::new());
        for part in Parser::new(0).parse_all(program) {
            match part.unwrap() {
                Payload::ExportSection(exports) => {
                    let named = |export: wasmparser::Export<'_>| (export.index, export.name.to_owned());
                    names.extend(exports.into_iter().map(|export| named(export.unwrap())));
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        if let wasmparser::ElementItems::Functions(functions) = element.unwrap().items {
                            in_table.extend(functions.into_iter().map(Result::unwrap));
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        let name = |number: u32| names.iter().find(|(at, _)| *at == number).unwrap().1.clone();
        let mut said: Vec<String> = (1..)
            .zip(bodies)
            .map(|(number, body)| {
                let words =
                    body.get_operators_reader().unwrap().into_iter().filter_map(|operator| match operator.unwrap() {
                        Operator::Call { function_index } => Some(name(function_index)),
                        Operator::I32Const { value } => Some(value.to_string()),
                        _ => None,
                    });
                format!("{}: {}", name(number), words.collect::<Vec<_>>().join(" "))
            })
            .collect();
        said.extend(in_table.into_iter().map(|number| format!("table: {}", name(number))));
        said
    }

    #[test]
    fn alike_functions_stand_side_by_side_and_everybody_still_calls_the_same() {
        let before = program();
        assert_eq!(told(&before), ["twice: 2", "other: asked 1 twice thrice", "thrice: 3", "table: thrice"]);
        let after = sorted(&before).unwrap();
        assert_eq!(told(&after), ["twice: 2", "thrice: 3", "other: asked 1 twice thrice", "table: thrice"]);
        assert_eq!(sorted(&after).unwrap(), after, "sorted twice is sorted once");
        assert!(sorted(b"no program").is_err());
    }
}
