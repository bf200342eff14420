//! The build: from the sources to a folder that any web server can serve, the same bytes every time.

mod bundle;
pub mod client;
pub mod compress;
mod fold;
mod instructions;
mod names;
mod order;
pub mod pack;
mod phrases;
pub mod split;
mod streams;
mod strip;
pub mod styles;
mod unused;
pub mod viewer;
pub mod worker;

use crate::budgets::Sizes;
use crate::commands::files_under;
use crate::headers;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, bail};
use client::Effort;
use pack::{Site, Sources, pack};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A finished build, in memory.
pub struct Build {
    /// The id of the build.
    pub id: String,
    /// Every file of `dist/`, compressed copies included.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What it weighs; nothing for a quick build, whose weight says nothing.
    pub sizes: Option<Sizes>,
}

/// Builds, puts the result into `dist/` in one step (whoever serves it sees the old or the new), and checks the size budgets.
///
/// # Errors
/// When a step fails. Also when the build is over a size budget; it is in `dist/` all the same, to be looked into.
pub fn build(root: &Path, effort: Effort) -> Result<Build> {
    let toolchain = Toolchain::ready(root)?;
    let build = make(root, toolchain, effort)?;
    publish(&build, &root.join("dist"))?;
    println!("Build {} is in dist/", build.id);
    if let Some(sizes) = &build.sizes {
        print!("{}", sizes.table());
        let complaints = sizes.complaints();
        if !complaints.is_empty() {
            bail!("over the size budget: {}", complaints.join("; "));
        }
    }
    Ok(build)
}

/// Builds without writing anything to `dist/`.
///
/// # Errors
/// When a step fails.
pub fn make(root: &Path, toolchain: Toolchain, effort: Effort) -> Result<Build> {
    finish(site(root, toolchain, effort)?, effort)
}

/// Every file as it is published, before anything is compressed.
///
/// # Errors
/// When a step fails.
pub fn site(root: &Path, toolchain: Toolchain, effort: Effort) -> Result<Site> {
    let work = toolchain.target_folder(root).join("xtask");
    fs::create_dir_all(&work).with_context(|| format!("cannot make {}", work.display()))?;
    // Two builds at once would write into each other's files.
    let turn = fs::File::create(work.join("turn")).context("cannot make the lock of the build")?;
    turn.lock().context("cannot wait for the other build")?;
    let client = client::make(root, toolchain, effort, &work.join("bindgen"))?;
    let workers = worker::make(root, toolchain, effort, &work.join("workers"))?;
    let viewer = viewer::make(root, toolchain, effort, &work.join("viewer"))?;
    let [public, counselor] = read_public(root)?;
    let [styles, counselor_styles] = read_styles(root)?;
    let mut site = pack(Sources { public, styles, client, workers })?;
    site.files.extend(viewer::published(viewer, &counselor, &counselor_styles)?);
    for path in &site.left_out {
        println!("Not published, since no page leads to it: public/{path}");
    }
    Ok(site)
}

/// Compiles what [`site`] is made of and leaves the rest: for a thread of its own, while a stage of the tests uses one core.
///
/// # Errors
/// When the compiler finds something; it has said so by then.
pub fn compile_ahead(root: &Path, toolchain: Toolchain) -> Result<()> {
    client::compile("app", root, toolchain, Effort::Release)?;
    client::compile(worker::PROGRAM, root, toolchain, Effort::Release)?;
    Ok(())
}

fn finish(site: Site, effort: Effort) -> Result<Build> {
    let mut packed = BTreeMap::new();
    let mut files = BTreeMap::new();
    let mut sizes = None;
    match effort {
        Effort::Quick => {}
        Effort::Release => {
            for (path, gzip, brotli) in compressed(&site.files)? {
                files.insert(format!("{path}.gz"), gzip);
                packed.insert(path, brotli);
            }
            sizes = Some(Sizes::of(&site, &packed)?);
        }
    }
    files.extend(packed.into_iter().map(|(path, bytes)| (format!("{path}.br"), bytes)));
    files.extend(site.files);
    files.insert("headers.json".to_owned(), headers::as_json().into_bytes());
    Ok(Build { id: site.build, files, sizes })
}

/// A file's path, and its copies in gzip and brotli.
type Copies = (String, Vec<u8>, Vec<u8>);

/// Both compressed copies of everything that has some, the longest files first, on every core there is: it is half the time of a build.
fn compressed(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<Copies>> {
    let mut wanted: Vec<(&String, &Vec<u8>)> =
        files.iter().filter(|(path, _)| compress::is_compressible(path)).collect();
    wanted.sort_by_key(|(path, bytes)| (Reverse(bytes.len()), path.as_str()));
    let next = AtomicUsize::new(0);
    let work = || -> Result<Vec<Copies>> {
        let mut done = Vec::new();
        while let Some((path, bytes)) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(((*path).clone(), compress::gzip(bytes)?, compress::brotli(bytes)?));
        }
        Ok(done)
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let answers: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| bail!("compressing stopped"))).collect()
    });
    let mut all = Vec::new();
    for answer in answers {
        all.extend(answer?);
    }
    Ok(all)
}

/// What the app is made of, and what the counselor's page is: that is published by itself.
fn read_public(root: &Path) -> Result<[BTreeMap<String, Vec<u8>>; 2]> {
    let all = read_below(&root.join("public"))?;
    let (counselor, app) = all.into_iter().partition::<BTreeMap<_, _>, _>(|(path, _)| path.starts_with(viewer::FOLDER));
    let below = |(path, bytes): (String, Vec<u8>)| Some((path.strip_prefix(viewer::FOLDER)?.to_owned(), bytes));
    Ok([app, counselor.into_iter().filter_map(below).collect()])
}

fn read_styles(root: &Path) -> Result<[String; 2]> {
    let mut sheets = BTreeMap::new();
    for (path, bytes) in read_below(&root.join("style"))? {
        if path.ends_with(".css") {
            let text = String::from_utf8(bytes).with_context(|| format!("style/{path} is not UTF-8"))?;
            sheets.insert(path, text);
        }
    }
    let all: BTreeSet<String> = sheets.keys().cloned().collect();
    styles::join(&|path| sheets.get(path).cloned().context("there is no such sheet"), &all)
}

fn read_below(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for file in files_under(folder)? {
        let path = file.strip_prefix(folder).context("a file outside its folder")?;
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        found.insert(path.to_string_lossy().replace('\\', "/"), bytes);
    }
    Ok(found)
}

/// Writes beside the old folder, then swaps the two.
fn publish(build: &Build, dist: &Path) -> Result<()> {
    let next = beside(dist, "next");
    let old = beside(dist, "old");
    for leftover in [&next, &old] {
        if leftover.exists() {
            fs::remove_dir_all(leftover).with_context(|| format!("cannot remove {}", leftover.display()))?;
        }
    }
    for (path, bytes) in &build.files {
        let file = next.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if dist.exists() {
        fs::rename(dist, &old).with_context(|| format!("cannot move {} away", dist.display()))?;
    }
    fs::rename(&next, dist).with_context(|| format!("cannot put {} in place", dist.display()))?;
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(())
}

fn beside(dist: &Path, suffix: &str) -> PathBuf {
    let mut name = dist.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(suffix);
    dist.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::{Build, publish};
    use std::collections::BTreeMap;
    use std::fs;

    fn build(path: &str, text: &str) -> Build {
        Build { id: "b".into(), files: BTreeMap::from([(path.to_owned(), text.into())]), sizes: None }
    }

    #[test]
    fn a_new_build_replaces_the_old_one_whole() {
        let folder = std::env::temp_dir().join(format!("handrail-publish-{}", std::process::id()));
        let dist = folder.join("dist");
        publish(&build("icons/old.png", "old"), &dist).unwrap();
        fs::create_dir_all(folder.join("dist.next/half")).unwrap();
        publish(&build("new.txt", "new"), &dist).unwrap();
        assert_eq!(fs::read_to_string(dist.join("new.txt")).unwrap(), "new");
        assert!(!dist.join("icons").exists() && !dist.join("half").exists());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
