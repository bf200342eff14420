//! The programs that run in workers: rare, heavy work off the main thread, each fetched when it is needed and kept for offline use.
//!
//! A worker is `public/workers/<name>.js`; it loads what is made here from one crate for all of them, and calls what it needs of it.

use super::client::{Effort, bind, compile};
use super::split::without_sections;
use super::streams::packed;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where workers are published. Nothing in it belongs to a first visit.
pub const FOLDER: &str = "workers/";

/// The crate that is the program of all workers.
pub(super) const PROGRAM: &str = "workers";

/// Compiles it: script and program, by their paths. `work` is a folder for this alone.
///
/// # Errors
/// When any of the steps fails; the compiler's own words have been printed by then.
pub fn make(root: &Path, toolchain: Toolchain, effort: Effort, work: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let compiled = compile(PROGRAM, root, toolchain, effort)?;
    let bound = work.join("bound");
    fs::create_dir_all(&bound).with_context(|| format!("cannot make {}", bound.display()))?;
    // Where pieces refer to each other is for the cutting of the client, which shares its compiled libraries with this.
    let program = without_sections(&fs::read(&compiled)?, |name| name.starts_with(b"reloc.") || name == b"linking")
        .with_context(|| format!("in {}", compiled.display()))?;
    let slim = work.join(PROGRAM).with_extension("wasm");
    fs::write(&slim, program).with_context(|| format!("cannot write {}", slim.display()))?;
    bind(&slim, PROGRAM, &bound)?;
    let read = |name: &str| fs::read(bound.join(name)).with_context(|| format!("wasm-bindgen left no {name}"));
    let script = with_begin(&String::from_utf8(read("workers.js")?).context("workers.js is not text")?)?;
    let program = packed(&[&read("workers_bg.wasm")?])?;
    let files = [("program.js", script.into_bytes()), ("program.bin", program)];
    Ok(files.into_iter().map(|(name, bytes)| (format!("{FOLDER}{name}"), bytes)).collect())
}

/// wasm-bindgen's script with one way more to start: from the address of a program that was taken apart ([`super::streams`]).
fn with_begin(script: &str) -> Result<String> {
    ensure!(script.contains("__wbg_init as default"), "wasm-bindgen starts a program in a new way");
    Ok([script, include_str!("unpack.js"), include_str!("begin.js")].join("\n"))
}

#[cfg(test)]
mod tests {
    use super::with_begin;

    #[test]
    fn a_worker_begins_with_a_program_that_was_taken_apart() {
        let script = with_begin("async function __wbg_init() {}\nexport { initSync, __wbg_init as default };").unwrap();
        assert!(script.contains("const unpack = ") && script.ends_with("export { begin };\n"), "{script}");
        assert!(with_begin("export default start;").is_err());
    }
}
