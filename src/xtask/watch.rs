//! `serve --watch`: builds again when a source changes, and tells the open page to load itself again.
//!
//! The build itself is untouched. The page that is served gets one more script, the service worker is replaced by one that
//! takes itself away (it would keep showing the build before), and everything else is as in production.

use crate::build;
use crate::build::client::Effort;
use crate::commands::files_under;
use crate::headers::content_type;
use crate::serve::answer::{Answer, Asked, answer, path_asked_for, plain};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

const LOOK_EVERY: Duration = Duration::from_millis(400);

const SCRIPT: &str = "\
// Only under `serve --watch`: loads the page again when there is a new build.
let shown = null;
setInterval(async () => {
  const answer = await fetch('/__build', { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  const built = await answer.text();
  if (shown !== null && built !== shown) location.reload();
  shown = built;
}, 500);
";

const WORKER: &str = "\
// Only under `serve --watch`: takes an installed worker and what it kept away, so that the page always shows the latest build.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const kept = await caches.keys();
  for (const name of kept) await caches.delete(name);
  await self.registration.unregister();
  if (kept.length === 0) return;
  await self.clients.claim();
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url);
})()));
";

/// Which build is being served, as a number that grows.
#[derive(Debug, Default)]
pub struct Watched {
    builds: AtomicU64,
}

impl Watched {
    /// As production answers, but for what the page needs in order to notice a new build.
    pub fn answer(&self, folder: &Path, asked: Asked<'_>) -> Answer {
        match path_asked_for(asked.address).as_deref() {
            Some("__build") => plain(200, &self.builds.load(Ordering::Acquire).to_string()),
            Some("__reload.js") => script(SCRIPT),
            Some("sw.js") => script(WORKER),
            _ => with_script(answer(folder, Asked { accepts: "", has: "", ..asked })),
        }
    }
}

fn script(text: &str) -> Answer {
    let mut answer = plain(200, text);
    answer.headers.retain(|(name, _)| *name != "Content-Type");
    answer.headers.push(("Content-Type", content_type("x.js").to_owned()));
    answer
}

fn with_script(mut answer: Answer) -> Answer {
    let is_page = answer.headers.iter().any(|(name, value)| *name == "Content-Type" && value.starts_with("text/html"));
    if is_page && answer.status == 200 {
        answer.body.extend_from_slice(b"<script src=\"/__reload.js\" defer></script>\n");
        answer.headers.retain(|(name, _)| *name != "ETag");
    }
    answer
}

/// Starts looking for changes in the background.
pub fn start(root: PathBuf, effort: Effort, folder: PathBuf) -> Arc<Watched> {
    let watched = Arc::new(Watched::default());
    let noticed = Arc::clone(&watched);
    thread::spawn(move || {
        let mut built_from = seen(&root).unwrap_or_default();
        loop {
            thread::sleep(LOOK_EVERY);
            let Ok(mut now) = seen(&root) else { continue };
            if now == built_from {
                continue;
            }
            // An editor saves several files in a row: wait until nothing has moved between two looks.
            loop {
                thread::sleep(LOOK_EVERY);
                let Ok(later) = seen(&root) else { continue };
                let settled = later == now;
                now = later;
                if settled {
                    break;
                }
            }
            built_from = now;
            println!("Something changed, building again");
            match build::build(&root, effort) {
                Ok(_) => noticed.builds.fetch_add(1, Ordering::AcqRel),
                Err(error) => {
                    eprintln!("error: {error:#}");
                    eprintln!("Still serving the build before, in {}", folder.display());
                    continue;
                }
            };
        }
    });
    watched
}

/// When each source was last written. Polled: it needs no crate, and a second is soon enough beside a build.
fn seen(root: &Path) -> Result<BTreeMap<PathBuf, SystemTime>> {
    let mut found = BTreeMap::new();
    let tool = root.join("src/xtask");
    for folder in ["src", "public", "style"] {
        for file in files_under(&root.join(folder))? {
            if !file.starts_with(&tool) {
                found.insert(file.clone(), std::fs::metadata(&file)?.modified()?);
            }
        }
    }
    for file in ["Cargo.toml", "Cargo.lock"].map(|name| root.join(name)) {
        found.insert(file.clone(), std::fs::metadata(&file)?.modified()?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::Watched;
    use crate::serve::answer::Asked;
    use std::fs;

    #[test]
    fn the_page_gets_one_script_more_and_nothing_else_changes() {
        let folder = std::env::temp_dir().join(format!("handrail-watch-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>page</p>\n").unwrap();
        fs::write(folder.join("boot.0123456789abcdef.js"), "boot").unwrap();
        let watched = Watched::default();
        let body = |address: &str| {
            let answer = watched.answer(&folder, Asked { address, accepts: "br", has: "" });
            String::from_utf8(answer.body).unwrap()
        };
        assert_eq!(body("/me"), "<p>page</p>\n<script src=\"/__reload.js\" defer></script>\n");
        assert_eq!(body("/boot.0123456789abcdef.js"), "boot");
        assert_eq!(body("/__build"), "0");
        assert!(body("/sw.js").contains("unregister"));
        fs::remove_dir_all(folder).unwrap();
    }
}
