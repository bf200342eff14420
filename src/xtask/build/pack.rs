//! Everything that is published, from everything that goes in: names with hashes, filled-in templates, the list for the service worker.
//!
//! A pure function of its inputs, so that two builds give the same bytes.

use super::client::Client;
use super::{split, strip, worker};
use crate::assets::{has_fixed_name, integrity, published_path, sha256_hex, sha256_of_all};
use crate::templates::{Placeholder, fill, may_hold_placeholders};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// What a build starts from.
pub struct Sources {
    /// The files of `public/` by their path, as they lie there.
    pub public: BTreeMap<String, Vec<u8>>,
    /// The one style sheet.
    pub styles: String,
    /// The compiled client.
    pub client: Client,
    /// The compiled programs of the workers, by their path.
    pub workers: BTreeMap<String, Vec<u8>>,
}

/// What a build gives, without the compressed copies.
#[derive(Debug, Default)]
pub struct Site {
    /// Published files by their path (`app.0123456789abcdef.js`).
    pub files: BTreeMap<String, Vec<u8>>,
    /// The id of the build: it changes when any byte of the app does.
    pub build: String,
    /// What a first visit loads before the app is up, by published path.
    pub first_visit: BTreeSet<String>,
    /// What the service worker keeps, by published path.
    pub precached: BTreeSet<String>,
    /// Files of `public/` that no page leads to. They are not published.
    pub left_out: Vec<String>,
}

/// Puts the site together.
///
/// # Errors
/// A placeholder that is unknown or names a file that is not there; files that need each other's hash; two files of one name.
pub fn pack(sources: Sources) -> Result<Site> {
    let Sources { public, styles, client, workers } = sources;
    let mut inputs = public;
    let made = [("main.css", styles.into_bytes()), ("app.js", client.glue.into_bytes()), ("app_bg.wasm", client.wasm)];
    let snippets = client.snippets.into_iter().map(|(path, bytes)| (format!("snippets/{path}"), bytes));
    let made = made.into_iter().map(|(path, bytes)| (path.to_owned(), bytes));
    for (path, bytes) in made.chain(snippets).chain(client.parts).chain(workers) {
        ensure!(
            inputs.insert(path.clone(), bytes).is_none(),
            "public/{path} has the name of a file that the build makes"
        );
    }
    let digest = sha256_of_all(inputs.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let build: String = digest.chars().take(crate::assets::NAME_DIGITS).collect();
    let mut press = Press { inputs: &inputs, build: &build, done: BTreeMap::new(), open: Vec::new() };
    for path in inputs.keys().filter(|path| has_fixed_name(path) && *path != "sw.js") {
        press.publish(path)?;
    }
    let index = press.done.get("index.html").context("public/index.html is missing")?;
    let first_visit = press.loaded_by(index);
    // Last, because it lists all the others.
    if inputs.contains_key("sw.js") {
        press.publish("sw.js")?;
    }
    let left_out = inputs.keys().filter(|path| !press.done.contains_key(*path)).cloned().collect();
    let precached = press.done.values().filter(|one| is_precached(&one.source)).map(|one| one.path.clone()).collect();
    let mut files: BTreeMap<_, _> = press.done.into_values().map(|one| (one.path, one.bytes)).collect();
    files.insert("version.json".to_owned(), format!("{{\"build\":\"{build}\"}}\n").into_bytes());
    Ok(Site { files, build, first_visit, precached, left_out })
}

/// The picture at which Chromium looks whenever it considers offering to install the app, also without a network.
const LOOKED_AT: &str = "icons/handrail-192.png";

/// A screenshot is for the shop window of an installer, and the other pictures of the icon are for the installing itself, which needs the network and keeps
/// its own copies; the app shows only the drawn one. A worker does not keep itself.
fn is_precached(source: &str) -> bool {
    let is_picture = source.starts_with("icons/") && source.ends_with(".png") && source != LOOKED_AT;
    let is_installers = source.starts_with("screenshots/") || is_picture;
    source != "sw.js" && source != "robots.txt" && !is_installers && !source.starts_with(".well-known/")
}

fn is_neighbour(path: &str) -> bool {
    path == "app_bg.wasm" || path.starts_with("snippets/") || path.starts_with(split::FOLDER)
}

/// Whether a published file is loaded only after the first screen, although a file of the first visit names it.
pub fn comes_later(path: &str) -> bool {
    [split::FOLDER, worker::FOLDER, "strategies/", "words/", "later/"].iter().any(|folder| path.starts_with(folder))
}

/// The address a published file is asked for by. The shell's is the root itself, which the browser has already fetched.
fn address(published: &str) -> String {
    if published == "index.html" { "/".to_owned() } else { format!("/{published}") }
}

struct Published {
    source: String,
    path: String,
    bytes: Vec<u8>,
    /// The sources this file names.
    refers_to: BTreeSet<String>,
}

struct Press<'a> {
    inputs: &'a BTreeMap<String, Vec<u8>>,
    build: &'a str,
    done: BTreeMap<String, Published>,
    /// The files being filled in right now, outermost first.
    open: Vec<String>,
}

impl Press<'_> {
    /// Publishes a file after everything it refers to, since its own hash depends on their names.
    fn publish(&mut self, source: &str) -> Result<&Published> {
        if !self.done.contains_key(source) {
            if self.open.iter().any(|open| open == source) {
                bail!("{} and {source} each need the other's hash", self.open.join(", "));
            }
            let bytes = self.inputs.get(source).with_context(|| format!("there is no file {source} to refer to"))?;
            self.open.push(source.to_owned());
            let (bytes, refers_to) = self.filled_in(source, bytes).with_context(|| format!("in {source}"))?;
            self.open.pop();
            let path = published_path(source, &bytes);
            self.done.insert(source.to_owned(), Published { source: source.to_owned(), path, bytes, refers_to });
        }
        self.done.get(source).context("just published")
    }

    fn filled_in(&mut self, source: &str, bytes: &[u8]) -> Result<(Vec<u8>, BTreeSet<String>)> {
        let mut refers_to = BTreeSet::new();
        if !may_hold_placeholders(source) {
            return Ok((bytes.to_vec(), refers_to));
        }
        let text = std::str::from_utf8(bytes).context("is not UTF-8")?;
        let text = match source.rsplit_once('.').map(|(_, extension)| extension) {
            Some("js") => strip::script(text),
            Some("html") => strip::page(text),
            _ => text.to_owned(),
        };
        if source == "app.js" || source.starts_with("snippets/") {
            let text = self.with_published_neighbours(&text, &mut refers_to)?;
            return Ok((text.into_bytes(), refers_to));
        }
        let filled = fill(&text, |placeholder| match placeholder {
            Placeholder::Asset(path) => {
                refers_to.insert(path.to_owned());
                Ok(address(&self.publish(path)?.path))
            }
            Placeholder::Integrity(path) => Ok(integrity(&self.publish(path)?.bytes)),
            Placeholder::Build => Ok(self.build.to_owned()),
            Placeholder::Files => self.files_to_keep(source),
        })?;
        Ok((filled.into_bytes(), refers_to))
    }

    /// The script of the program names its neighbours in its own way: `'app_bg.wasm'`, `'./snippets/…'`, `"parts/…"`.
    fn with_published_neighbours(&mut self, text: &str, refers_to: &mut BTreeSet<String>) -> Result<String> {
        let inputs = self.inputs;
        let mut text = text.to_owned();
        for neighbour in inputs.keys().filter(|path| is_neighbour(path)) {
            for quote in ['"', '\''] {
                for lead in ["", "./"] {
                    let named = format!("{quote}{lead}{neighbour}{quote}");
                    if text.contains(&named) {
                        refers_to.insert(neighbour.clone());
                        let published = &self.publish(neighbour)?.path;
                        text = text.replace(&named, &format!("{quote}{lead}{published}{quote}"));
                    }
                }
            }
        }
        Ok(text)
    }

    fn files_to_keep(&self, asked_by: &str) -> Result<String> {
        ensure!(asked_by == "sw.js", "only sw.js can list the files: it is made after all of them");
        let kept: BTreeMap<String, String> = self
            .done
            .values()
            .filter(|one| is_precached(&one.source))
            .map(|one| (address(&one.path), sha256_hex(&one.bytes)))
            .collect();
        serde_json::to_string(&kept.into_iter().collect::<Vec<_>>()).context("the list of files")
    }

    /// What a page loads by itself, and what that loads, and so on. The icons of the manifest are for an installation.
    fn loaded_by(&self, page: &Published) -> BTreeSet<String> {
        let mut loaded = BTreeSet::from([page.path.clone()]);
        let mut next: Vec<&String> = page.refers_to.iter().collect();
        while let Some(source) = next.pop() {
            let Some(one) = self.done.get(source).filter(|one| !comes_later(&one.path)) else { continue };
            if loaded.insert(one.path.clone()) && source != "manifest.webmanifest" {
                next.extend(&one.refers_to);
            }
        }
        loaded
    }
}

#[cfg(test)]
#[path = "pack_tests.rs"]
mod tests;
