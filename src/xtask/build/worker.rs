//! The programs that run in workers: rare, heavy work off the main thread, each fetched when it is needed and kept for offline use.
//!
//! A worker is `public/workers/<name>.js`; it loads what is made here from the crate of the same name.

use super::client::{Effort, bind, compile};
use super::split::without_sections;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where workers are published. Nothing in it belongs to a first visit.
pub const FOLDER: &str = "workers/";

/// The crates that are a worker's program.
const PROGRAMS: [&str; 2] = ["calendar", "meetings"];

/// Compiles all of them: script and program of each, by their paths. `work` is a folder for this alone.
///
/// # Errors
/// When any of the steps fails; the compiler's own words have been printed by then.
pub fn make(root: &Path, toolchain: Toolchain, effort: Effort, work: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for name in PROGRAMS {
        let compiled = compile(name, root, toolchain, effort)?;
        let bound = work.join(name);
        fs::create_dir_all(&bound).with_context(|| format!("cannot make {}", bound.display()))?;
        // Where pieces refer to each other is for the cutting of the client, which shares its compiled libraries with this.
        let program = without_sections(&fs::read(&compiled)?, |name| name.starts_with(b"reloc.") || name == b"linking")
            .with_context(|| format!("in {}", compiled.display()))?;
        let slim = work.join(name).with_extension("wasm");
        fs::write(&slim, program).with_context(|| format!("cannot write {}", slim.display()))?;
        bind(&slim, name, &bound)?;
        for (made, published) in [(format!("{name}.js"), "program.js"), (format!("{name}_bg.wasm"), "program.wasm")] {
            let bytes = fs::read(bound.join(&made)).with_context(|| format!("wasm-bindgen left no {made}"))?;
            files.insert(format!("{FOLDER}{name}/{published}"), bytes);
        }
    }
    Ok(files)
}
