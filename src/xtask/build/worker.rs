//! The programs that run in workers: rare, heavy work off the main thread, each fetched when it is needed and kept for offline use.
//!
//! A worker is `public/workers/<name>.js`; it loads what is made here from one crate for all of them, and calls what it needs of it.

use super::client::{Effort, bind, compile};
use super::split::without_sections;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where workers are published. Nothing in it belongs to a first visit.
pub const FOLDER: &str = "workers/";

/// The crate that is the program of all workers.
const PROGRAM: &str = "workers";

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
    let mut files = BTreeMap::new();
    for (made, published) in [("workers.js", "program.js"), ("workers_bg.wasm", "program.wasm")] {
        let bytes = fs::read(bound.join(made)).with_context(|| format!("wasm-bindgen left no {made}"))?;
        files.insert(format!("{FOLDER}{published}"), bytes);
    }
    Ok(files)
}
