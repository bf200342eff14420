//! What the tests need from outside: the system's packages and npm's, installed only when missing.

use crate::commands::{is_installed, printed_by, run};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::Command;

/// Chromium and its driver, from the system's packages.
///
/// # Errors
/// When one is missing and cannot be installed.
pub fn ensure_browser() -> Result<()> {
    let wanted = [("chromium", "chromium"), ("chromedriver", "chromium-driver")];
    let missing: Vec<&str> =
        wanted.iter().filter(|(program, _)| !is_installed(program)).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    install_packages(&missing)
}

/// Python with a way to make a folder for packages of its own, from the system's packages: two of its packages read the calendars that we
/// write.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn ensure_python() -> Result<()> {
    // Debian keeps the second half of `venv` in a package of its own.
    match printed_by(Command::new("python3").args(["-c", "import ensurepip, venv"])) {
        Ok(_) => Ok(()),
        Err(_) => install_packages(&["python3", "python3-venv"]),
    }
}

/// The npm packages of a folder of tests, exactly as locked.
///
/// # Errors
/// When Node is missing or npm fails.
pub fn ensure_npm_packages(folder: &Path) -> Result<()> {
    ensure!(is_installed("node") && is_installed("npm"), "the tests need Node 20 or newer: https://nodejs.org");
    let locked = folder.join("package-lock.json");
    let stamp = folder.join("node_modules/.locked-as");
    let wanted = std::fs::read(&locked).with_context(|| format!("cannot read {}", locked.display()))?;
    if std::fs::read(&stamp).is_ok_and(|have| have == wanted) {
        return Ok(());
    }
    println!("Installing npm packages for {} (npm ci)", folder.display());
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder))?;
    std::fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

/// `cargo fmt` and `cargo clippy`, which a minimal rustup leaves out.
///
/// # Errors
/// When rustup cannot add them.
pub fn ensure_lints() -> Result<()> {
    for (verb, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if printed_by(Command::new("cargo").args([verb, "--version"])).is_err() {
            println!("Fetching {component} (rustup component add {component})");
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Installs Debian packages, through sudo unless we are root already.
///
/// # Errors
/// When there is no apt-get (then the packages are named, to be installed by hand) or it fails.
pub fn install_packages(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    ensure!(is_installed("apt-get"), "please install by hand (there is no apt-get here): {list}");
    println!("Installing from the system's packages: {list}");
    run(&mut apt(&["update", "-qq"])?)?;
    let mut install = apt(&["install", "-y", "-qq", "--no-install-recommends"])?;
    run(install.args(packages)).with_context(|| format!("cannot install {list}"))
}

fn apt(arguments: &[&str]) -> Result<Command> {
    let root = printed_by(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = if root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        sudo
    };
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}
