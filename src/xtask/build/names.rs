//! Short names for what the program asks of its script. wasm-bindgen's have a hash in them, three hundred times, and noise is what no
//! compression takes away. Each gets a number instead, as long as its name was, so that nothing else in the program moves.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::ops::Range;
use wasmparser::{Parser, Payload};

/// Numbers what `program` imports from `module`, in the program and in the script that provides it.
///
/// # Errors
/// When the program cannot be read, or the script does not provide what it imports.
pub fn numbered(script: &str, program: &[u8], module: &str) -> Result<(String, Vec<u8>)> {
    let names = imported(program, module)?;
    let mut numbers = BTreeMap::new();
    for word in words(script).filter(|word| names.contains_key(*word)) {
        let at = numbers.len();
        numbers.entry(word).or_insert_with(|| number(word, at));
    }
    let script = words(script).map(|word| numbers.get(word).map_or(word, String::as_str)).collect();
    let mut program = program.to_vec();
    for (name, place) in names {
        let number = numbers.get(name.as_str()).with_context(|| format!("the script does not provide {name}"))?;
        program.get_mut(place).context("a name ends behind the program")?.copy_from_slice(number.as_bytes());
    }
    Ok((script, program))
}

/// As long as `name`, and like no other name of a script.
fn number(name: &str, at: usize) -> String {
    let number = at.to_string();
    format!("{}{number}", "_".repeat(name.len().saturating_sub(number.len())))
}

/// The names that are imported from `module`, and where in the program each stands.
fn imported(program: &[u8], module: &str) -> Result<BTreeMap<String, Range<usize>>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(program) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            let import = import?;
            if import.module != module {
                continue;
            }
            // Both are parts of the same bytes.
            let from = import.name.as_ptr().addr() - program.as_ptr().addr();
            let again = names.insert(import.name.to_owned(), from..from + import.name.len());
            ensure!(again.is_none(), "{} is imported twice", import.name);
        }
    }
    Ok(names)
}

/// A script in pieces: names, and what is between them.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let is_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_of_name(c) != is_of_name(first)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::{numbered, words};

    /// A program that imports `env.__a_1` and `./x.js.__ab_2`, functions without parameters.
    const PROGRAM: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x1d\x02\x03env\x05__a_1\0\0\x06./x.js\x06__ab_2\0\0";

    #[test]
    fn a_name_becomes_a_number_in_both() {
        let script = "const imports = { __ab_2: () => other__ab_2(__ab_2), __a_1 };";
        let (script, program) = numbered(script, PROGRAM, "./x.js").unwrap();
        assert_eq!(script, "const imports = { _____0: () => other__ab_2(_____0), __a_1 };");
        assert_eq!(program.len(), PROGRAM.len());
        assert!(program.ends_with(b"\x03env\x05__a_1\0\0\x06./x.js\x06_____0\0\0"));
    }

    #[test]
    fn a_script_that_provides_too_little_stops_the_build() {
        assert!(numbered("const imports = {};", PROGRAM, "./x.js").is_err());
    }

    #[test]
    fn nothing_of_a_script_is_lost() {
        let script = "let é$1 = `${a}`; // ü\n";
        assert_eq!(words(script).collect::<String>(), script);
    }
}
