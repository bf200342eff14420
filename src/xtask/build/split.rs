//! Cuts the compiled client into the program of the first screen and the parts that follow it (`app/parts.rs` says where).
//!
//! `wasm_split_cli_support` does the cutting, before wasm-bindgen. The script that loads the parts is ours: it fetches through the boot
//! module, which does not give up, and it stands in wasm-bindgen's own script, so that a first visit has one request less.

use super::bundle::{self, BUNDLES, Piece, Pieces, bundled};
use super::fold::folded;
use super::order::sorted;
use anyhow::{Context, Result, anyhow, bail, ensure};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The module by which the program asks for its parts. It never becomes a file: see [`with_loader`].
const LOADER: &str = "./parts.js";
/// Where parts are published.
pub const FOLDER: &str = "parts/";

/// The client, cut.
pub struct Cut {
    /// The program of the first screen, for wasm-bindgen.
    pub main: PathBuf,
    /// What is sent of the parts, by path below the site.
    pub bundles: BTreeMap<String, Vec<u8>>,
    /// Where in it each file is.
    pub pieces: Pieces,
    /// The parts, by name.
    pub parts: BTreeMap<String, Part>,
}

/// What a part needs, by the paths of files.
pub struct Part {
    /// What other parts need as well. They do not depend on each other.
    pub shared: Vec<String>,
    /// What only this part needs. Comes in last.
    pub own: String,
}

/// Cuts what the compiler made. `work` is a folder for this alone; it is emptied.
///
/// # Errors
/// When the program was not linked with `--emit-relocs`, or cannot be cut.
pub fn cut(compiled: &Path, work: &Path) -> Result<Cut> {
    if work.exists() {
        fs::remove_dir_all(work).with_context(|| format!("cannot empty {}", work.display()))?;
    }
    let program = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let main = work.join("app.wasm");
    let mut options = wasm_split_cli_support::Options::new(&program);
    options.output_dir = work;
    options.main_out_path = &main;
    options.link_name = LOADER;
    let made = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("cutting the client: {error:#}"))?;
    let mut files = BTreeMap::new();
    for file in made.split_modules {
        let name = file.file_name().context("a part without a name")?.to_string_lossy().into_owned();
        let bytes = without_sections(&fs::read(&file)?, |_| true).with_context(|| format!("in {name}"))?;
        let bytes = folded(&bytes).and_then(|bytes| sorted(&bytes)).with_context(|| format!("in {name}"))?;
        files.insert(format!("{FOLDER}{name}"), bytes);
    }
    let mut parts = BTreeMap::new();
    for (part, needs) in made.prefetch_map {
        let mut shared: Vec<String> = needs.into_iter().map(|stem| format!("{FOLDER}{stem}.wasm")).collect();
        // The part's own file is listed behind all that it shares.
        let own = shared.pop().with_context(|| format!("the part {part} is empty"))?;
        parts.insert(part, Part { shared, own });
    }
    let (bundles, pieces) = bundled(&files, &parts)?;
    Ok(Cut { main, bundles, pieces, parts })
}

/// wasm-bindgen's script, with the loader in the place of the module it imports for it. The addresses in it are those of the
/// sources; the packing replaces them by the published ones.
///
/// # Errors
/// When the script does not import the loader in the way known here.
pub fn with_loader(glue: &str, parts: &BTreeMap<String, Part>, pieces: &Pieces) -> Result<String> {
    let quoted = format!("\"{LOADER}\"");
    let single = format!("'{LOADER}'");
    let is_import = |line: &str| line.starts_with("import ") && (line.contains(&quoted) || line.contains(&single));
    let mut names = Vec::new();
    let mut kept = String::with_capacity(glue.len());
    for line in glue.lines() {
        if !is_import(line) {
            kept.push_str(line);
            kept.push('\n');
            continue;
        }
        let name = line.strip_prefix("import * as ").and_then(|rest| rest.split_whitespace().next());
        match name {
            Some(name) => names.push(name.to_owned()),
            None => bail!("wasm-bindgen imports the loader in a new way: {line}"),
        }
    }
    ensure!(names.is_empty() == parts.is_empty(), "the program has parts and no loader, or a loader and no parts");
    if names.is_empty() {
        return Ok(kept);
    }
    kept.push_str(include_str!("unpack.js"));
    kept.push_str(include_str!("loader.js"));
    let named: Vec<String> = BUNDLES.iter().map(|bundle| format!("{bundle}: \"{}\"", bundle::path(bundle))).collect();
    writeln!(kept, "const bundles = {{ {} }};", named.join(", "))?;
    kept.push_str("const loaders = {\n");
    let piece = |path: &String| {
        let Piece { bundle, from, to } = pieces.get(path).with_context(|| format!("{path} is in no bundle"))?;
        Ok(format!("[\"{bundle}\",{from},{to}]"))
    };
    for (part, Part { shared, own }) in parts {
        let shared: Vec<String> = shared.iter().map(piece).collect::<Result<_>>()?;
        writeln!(kept, "    __wasm_split_load_{part}: loader([{}], {}),", shared.join(","), piece(own)?)?;
    }
    kept.push_str("};\n");
    for name in names {
        writeln!(kept, "const {name} = loaders;")?;
    }
    Ok(kept)
}

/// A program without those custom sections whose name is unwanted: names of functions and the like, which are for debuggers.
///
/// # Errors
/// When it is no program.
pub fn without_sections(program: &[u8], is_unwanted: impl Fn(&[u8]) -> bool) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    let (header, mut rest) = program.split_at_checked(HEADER).context("too short")?;
    let mut kept = header.to_vec();
    while let Some((id, after_id)) = rest.split_first() {
        let (length, body) = leb128(after_id)?;
        let (inside, behind) = body.split_at_checked(length).context("a section ends behind the end")?;
        let is_dropped = *id == 0 && is_unwanted(name_of(inside)?);
        if !is_dropped {
            let (section, _) = rest.split_at_checked(rest.len() - behind.len()).context("cannot happen")?;
            kept.extend_from_slice(section);
        }
        rest = behind;
    }
    Ok(kept)
}

/// What a custom section begins with.
fn name_of(section: &[u8]) -> Result<&[u8]> {
    let (length, rest) = leb128(section)?;
    Ok(rest.split_at_checked(length).context("a name ends behind its section")?.0)
}

/// An unsigned LEB128 number and what follows it (WebAssembly core specification, 5.2.2).
pub(super) fn leb128(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0_usize;
    let mut rest = bytes;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, behind) = rest.split_first().context("a number ends in its middle")?;
        value |= usize::from(byte & 0x7f) << shift;
        rest = behind;
        if byte & 0x80 == 0 {
            return Ok((value, rest));
        }
    }
    bail!("a number of more than 32 bits")
}

#[cfg(test)]
mod tests {
    use super::{Part, Piece, Pieces, with_loader, without_sections};
    use std::collections::BTreeMap;

    #[test]
    fn names_for_debuggers_stay_at_home() {
        let program = b"\0asm\x01\0\0\0\x00\x05\x04name\x01\x02\xaa\xbb\x00\x81\x00\x00";
        let stripped = without_sections(program, |_| true).unwrap();
        assert_eq!(stripped, b"\0asm\x01\0\0\0\x01\x02\xaa\xbb");
        assert_eq!(without_sections(program, |name| name == b"reloc.CODE").unwrap(), program);
        assert!(without_sections(b"\0asm\x01\0\0\0\x01\x09\xaa", |_| true).is_err());
    }

    fn pieces() -> Pieces {
        let piece = |from, to| Piece { bundle: "rest", from, to };
        Pieces::from([("parts/a.wasm".to_owned(), piece(0, 7)), ("parts/b.wasm".to_owned(), piece(7, 9))])
    }

    fn one_part() -> BTreeMap<String, Part> {
        let log = Part { shared: vec!["parts/a.wasm".to_owned()], own: "parts/b.wasm".to_owned() };
        BTreeMap::from([("log".to_owned(), log)])
    }

    #[test]
    fn the_loader_takes_the_place_of_the_import() {
        let parts = one_part();
        let glue = "import * as import1 from \"./parts.js\"\nlet wasm;\n";
        let script = with_loader(glue, &parts, &pieces()).unwrap();
        assert!(!script.contains("import * as"), "{script}");
        assert!(script.contains("__wasm_split_load_log: loader([[\"rest\",0,7]], [\"rest\",7,9]),"), "{script}");
        assert!(script.contains("const bundles = { soon: \"parts/soon.bin\", rest: \"parts/rest.bin\" };"), "{script}");
        assert!(script.contains("const unpack = ") && script.ends_with("const import1 = loaders;\n"), "{script}");
    }

    #[test]
    fn a_new_way_of_importing_stops_the_build() {
        let parts = one_part();
        assert!(with_loader("import { a } from \"./parts.js\"\n", &parts, &pieces()).is_err());
        assert!(with_loader("let wasm;\n", &parts, &pieces()).is_err());
    }
}
