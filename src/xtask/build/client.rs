//! The client as the browser gets it: cargo, the cut into parts, then wasm-bindgen.
//!
//! No wasm-opt: Debian's version 108 mistakes wasm-bindgen's table of references for the table of functions, and what it wrote no
//! browser started. A newer one gains under one per cent of what is sent, and the same commit would give other bytes where it is missing.

use super::fold::folded;
use super::names::numbered;
use super::order::sorted;
use super::split;
use super::unused;
use crate::commands::run;
use crate::toolchain::{Toolchain, WASM};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How much trouble to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// What is shipped and measured.
    Release,
    /// For looking at a change: a fraction of the time, several times the size.
    Quick,
}

/// What the compiler and wasm-bindgen made.
pub struct Client {
    /// The JavaScript that starts the WASM; it asks for `app_bg.wasm` and for the parts beside itself.
    pub glue: String,
    /// The program of the first screen.
    pub wasm: Vec<u8>,
    /// The parts of the program that follow it, in bundles, by their path.
    pub parts: BTreeMap<String, Vec<u8>>,
    /// Small scripts that crates bring along, by their path below `snippets/`.
    pub snippets: BTreeMap<String, Vec<u8>>,
}

/// Compiles the client and makes it ready for a browser. `work` is a folder for this alone; it is emptied.
///
/// # Errors
/// When any of the steps fails; the compiler's own words have been printed by then.
pub fn make(root: &Path, toolchain: Toolchain, effort: Effort, work: &Path) -> Result<Client> {
    let compiled = compile("app", root, toolchain, effort)?;
    let program = unused::without_streams(&std::fs::read(&compiled)?)?;
    let slim = work.with_extension("wasm");
    std::fs::write(&slim, program).with_context(|| format!("cannot write {}", slim.display()))?;
    let cut = split::cut(&slim, &work.with_extension("cut"))?;
    bind(&cut.main, "app", work)?;
    let read = |name: &str| std::fs::read(work.join(name)).with_context(|| format!("wasm-bindgen left no {name}"));
    let glue = String::from_utf8(read("app.js")?).context("app.js is not text")?;
    let glue = split::with_loader(&glue, &cut.parts, &cut.pieces)?;
    let snippets_folder = work.join("snippets");
    let mut snippets = BTreeMap::new();
    for file in crate::commands::files_under(&snippets_folder)? {
        let path = file.strip_prefix(&snippets_folder).context("a snippet outside its folder")?;
        snippets.insert(path.to_string_lossy().replace('\\', "/"), std::fs::read(&file)?);
    }
    Ok(Client { glue, wasm: read("app_bg.wasm")?, parts: cut.bundles, snippets })
}

/// Compiles one crate for the browser. Where the program is.
pub(super) fn compile(package: &str, root: &Path, toolchain: Toolchain, effort: Effort) -> Result<PathBuf> {
    let profile = match effort {
        Effort::Release => "release",
        Effort::Quick => "quick",
    };
    let mut cargo = match effort {
        Effort::Release => toolchain.cargo_wasm_for_size(root)?,
        Effort::Quick => toolchain.cargo_wasm(root, "build"),
    };
    cargo.args(["--package", package, "--lib", "--profile", profile]);
    cargo.arg("--config").arg(flags(root, effort)?);
    // Either of these would replace all flags of the configuration.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    run(&mut cargo)?;
    Ok(toolchain.target_folder(root).join(WASM).join(profile).join(package).with_extension("wasm"))
}

/// Panic messages hold the paths of the sources. Ours say where in the project, not on whose machine: two machines make
/// the same bytes, and nobody's home folder is shipped. Cargo adds these flags to those of `.cargo/config.toml`.
fn flags(root: &Path, effort: Effort) -> Result<String> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let folder = |name: &str, otherwise: &str| {
        std::env::var_os(name).map(PathBuf::from).or_else(|| home.as_ref().map(|home| home.join(otherwise)))
    };
    let known = [
        (Some(root.to_path_buf()), "."),
        (folder("CARGO_HOME", ".cargo"), "cargo"),
        (folder("RUSTUP_HOME", ".rustup"), "rustup"),
    ];
    let same_paths_everywhere =
        known.into_iter().filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from?.display())));
    let a_panic_is_a_trap = match effort {
        // Nobody reads the words of a trap, so the places and the debug forms that would go into them stay out as well.
        Effort::Release => {
            ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"].as_slice()
        }
        Effort::Quick => &[],
    };
    // Where the pieces of the program refer to each other is what it is cut by.
    let can_be_cut = ["-Clink-arg=--emit-relocs"].as_slice();
    let flags: Vec<String> = same_paths_everywhere
        .chain(can_be_cut.iter().chain(a_panic_is_a_trap).map(|flag| (*flag).to_owned()))
        .collect();
    // A list of strings looks the same in JSON and in TOML.
    Ok(format!("target.{WASM}.rustflags={}", serde_json::to_string(&flags)?))
}

/// wasm-bindgen: leaves `name.js` and `name_bg.wasm` in `work`, which is emptied before.
pub(super) fn bind(compiled: &Path, name: &str, work: &Path) -> Result<()> {
    if work.exists() {
        std::fs::remove_dir_all(work).with_context(|| format!("cannot empty {}", work.display()))?;
    }
    let options = "--target web --no-typescript --keep-lld-exports --remove-name-section --remove-producers-section";
    let words = std::iter::once(OsString::from("wasm-bindgen"))
        .chain(options.split(' ').map(OsString::from))
        .chain([OsString::from("--out-name"), OsString::from(name)])
        .chain([OsString::from("--out-dir"), work.as_os_str().to_owned(), compiled.as_os_str().to_owned()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(words).context("wasm-bindgen")?;
    let (script, program) = (work.join(name).with_extension("js"), work.join(format!("{name}_bg.wasm")));
    let (made_script, made_program) = (std::fs::read_to_string(&script)?, std::fs::read(&program)?);
    let (short_script, short_program) = numbered(&made_script, &made_program, &format!("./{name}_bg.js"))?;
    std::fs::write(script, short_script)?;
    std::fs::write(program, sorted(&folded(&short_program)?)?)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Effort, flags};
    use std::path::Path;

    #[test]
    fn where_the_project_lies_is_not_in_what_is_shipped() {
        let flags = flags(Path::new("/somewhere/project"), Effort::Release).unwrap();
        let wanted = "target.wasm32-unknown-unknown.rustflags=[\"--remap-path-prefix=/somewhere/project=.\"";
        assert!(flags.starts_with(wanted), "{flags}");
    }
}
