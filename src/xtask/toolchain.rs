//! The compiler for the browser: fetched by rustup, or Debian's own where rustup cannot fetch it.
//!
//! One toolchain serves native and WASM within a run: two would rebuild each other's artefacts.

use crate::commands::{find_program, is_installed, printed_by, run};
use crate::tools;
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use std::process::Command;

/// The name cargo and rustup know the browser by.
pub const WASM: &str = "wasm32-unknown-unknown";

const DEBIAN_PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22", "rust-web-clippy"];

/// Which compiler this run uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The one rustup has chosen, with the WASM target in it.
    Installed,
    /// Debian's `rustc-web`, linked into rustup as `debian`; it builds the standard library for the browser itself.
    Debian,
}

impl Toolchain {
    /// Makes sure that the browser can be built for, installing what is missing.
    ///
    /// # Errors
    /// When neither rustup nor Debian's packages gave a working target.
    pub fn ready(root: &Path) -> Result<Self> {
        if has_target() {
            return Ok(Self::Installed);
        }
        let Err(first) = add_target(root) else { return Ok(Self::Installed) };
        eprintln!("rustup could not fetch the target {WASM}: {first:#}");
        eprintln!("Falling back to Debian's compiler for the browser ({}).", DEBIAN_PACKAGES.join(" "));
        link_debian().with_context(|| format!("no compiler for {WASM}: rustup failed, and so did the fallback"))?;
        Ok(Self::Debian)
    }

    /// `cargo <verb>` in the project, with this toolchain.
    pub fn cargo(self, root: &Path, verb: &str) -> Command {
        let mut command = Command::new("cargo");
        command.arg(verb).current_dir(root);
        match self {
            Self::Installed => {}
            Self::Debian => {
                // `-Z` on a stable compiler; a target folder of its own keeps the two compilers apart.
                command.env("RUSTUP_TOOLCHAIN", "debian").env("RUSTC_BOOTSTRAP", "1");
                command.env("CARGO_TARGET_DIR", self.target_folder(root));
            }
        }
        command
    }

    /// As [`Toolchain::cargo`], for the browser.
    pub fn cargo_wasm(self, root: &Path, verb: &str) -> Command {
        let mut command = self.cargo(root, verb);
        command.args(["--target", WASM]);
        match self {
            Self::Installed => {}
            Self::Debian => {
                command.args(["-Z", "build-std=std,panic_abort"]);
            }
        }
        command
    }

    /// As [`Toolchain::cargo_wasm`], for what is shipped: the standard library is built along, for size, and a panic is only a trap.
    /// That takes a quarter off the client. The words of a panic are nobody's business in a shipped app, and the boot module
    /// shows the panic screen for any trap.
    ///
    /// # Errors
    /// When the sources of the standard library are not there and cannot be fetched.
    pub fn cargo_wasm_for_size(self, root: &Path) -> Result<Command> {
        if self == Self::Installed && !has_sources() {
            println!("Fetching the sources of the standard library (rustup component add rust-src)");
            run(Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(root))?;
        }
        let mut command = self.cargo(root, "build");
        command.args([
            "--target",
            WASM,
            "-Z",
            "build-std=std,panic_abort",
            "-Z",
            "build-std-features=optimize_for_size",
        ]);
        // `-Z` on a stable compiler.
        command.env("RUSTC_BOOTSTRAP", "1");
        Ok(command)
    }

    /// Where cargo leaves what it built.
    pub fn target_folder(self, root: &Path) -> std::path::PathBuf {
        let shared = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |set| root.join(set));
        match self {
            Self::Installed => shared,
            Self::Debian => shared.join("debian"),
        }
    }
}

fn has_target() -> bool {
    let asked = printed_by(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    let Ok(folder) = asked else { return false };
    let Ok(entries) = std::fs::read_dir(folder.trim()) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

fn has_sources() -> bool {
    let sysroot = printed_by(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir()
}

fn add_target(root: &Path) -> Result<()> {
    ensure!(is_installed("rustup"), "rustup is not installed");
    println!("Fetching the WASM target (rustup target add {WASM})");
    run(Command::new("rustup").args(["target", "add", WASM]).current_dir(root))?;
    ensure!(has_target(), "rustup said it was added, but the compiler does not have it");
    Ok(())
}

fn link_debian() -> Result<()> {
    if !Path::new("/usr/bin/rustc").is_file() || !Path::new("/usr/lib/rustlib/src/rust/library").is_dir() {
        tools::install_packages(&DEBIAN_PACKAGES)?;
    }
    if find_program("rustup").is_none() {
        bail!("rustup is needed to choose between compilers: https://rustup.rs");
    }
    run(Command::new("rustup").args(["toolchain", "link", "debian", "/usr"]))
}

#[cfg(test)]
mod tests {
    use super::Toolchain;
    use std::path::Path;

    fn words(command: &std::process::Command) -> String {
        command.get_args().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_fallback_builds_the_standard_library_and_keeps_to_its_own_folder() {
        let root = Path::new("project");
        let debian = Toolchain::Debian.cargo_wasm(root, "build");
        assert_eq!(words(&debian), "build --target wasm32-unknown-unknown -Z build-std=std,panic_abort");
        assert!(debian.get_envs().any(|(name, value)| name == "RUSTUP_TOOLCHAIN" && value.is_some()));
        assert!(Toolchain::Debian.target_folder(root).ends_with("debian"));
        assert_eq!(words(&Toolchain::Installed.cargo_wasm(root, "build")), "build --target wasm32-unknown-unknown");
    }
}
