//! The counselor's page: a program of its own. It is published as a folder that any web server can serve under any address, since it names its
//! files from where it lies, and once more as one file that needs no server and no network.
//!
//! Neither is kept by the phone's service worker: whoever needs it sits at a desk, and no client's phone has room for it.

use super::client::{Effort, bind, compile};
use super::split::without_sections;
use super::streams::packed;
use super::{strip, unused};
use crate::assets::{base64, integrity, integrity_256, published_path};
use crate::build::compress::gzip;
use crate::headers::{COUNSELOR_POLICY, one_file_policy};
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where it is published, and where its page and its script lie in `public/`.
pub const FOLDER: &str = "counselor/";
/// The same as one file, below [`FOLDER`].
pub const ONE_FILE: &str = "counselor/handrail-counselor.html";

const PROGRAM: &str = "viewer";

/// What the compiler and wasm-bindgen made.
pub struct Viewer {
    /// The script that starts the program.
    pub glue: String,
    /// The program, taken apart into streams.
    pub program: Vec<u8>,
}

/// Compiles it. `work` is a folder for this alone.
///
/// # Errors
/// When any of the steps fails; the compiler's own words have been printed by then.
pub fn make(root: &Path, toolchain: Toolchain, effort: Effort, work: &Path) -> Result<Viewer> {
    let compiled = compile(PROGRAM, root, toolchain, effort)?;
    let program = unused::without_streams(&fs::read(&compiled)?)?;
    let program = without_sections(&program, |name| name.starts_with(b"reloc.") || name == b"linking")
        .with_context(|| format!("in {}", compiled.display()))?;
    fs::create_dir_all(work).with_context(|| format!("cannot make {}", work.display()))?;
    let slim = work.join(PROGRAM).with_extension("wasm");
    fs::write(&slim, program).with_context(|| format!("cannot write {}", slim.display()))?;
    let bound = work.join("bound");
    bind(&slim, PROGRAM, &bound)?;
    ensure!(!bound.join("snippets").exists(), "a crate brings a script of its own, which one file cannot hold");
    let read = |name: &str| fs::read(bound.join(name)).with_context(|| format!("wasm-bindgen left no {name}"));
    let glue = String::from_utf8(read("viewer.js")?).context("viewer.js is not text")?;
    Ok(Viewer { glue, program: packed(&[&read("viewer_bg.wasm")?])? })
}

/// The files of the page by their published path. `public` has `index.html` and `start.js`, by their path below [`FOLDER`].
///
/// # Errors
/// A file that is missing, or one that does not have the places in which the build puts something.
pub fn published(
    viewer: Viewer,
    public: &BTreeMap<String, Vec<u8>>,
    styles: &str,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let text = |name: &str| -> Result<String> {
        let bytes = public.get(name).with_context(|| format!("public/{FOLDER}{name} is missing"))?;
        String::from_utf8(bytes.clone()).with_context(|| format!("public/{FOLDER}{name} is not text"))
    };
    let page = strip::page(&text("index.html")?);
    let start = strip::script(&[viewer.glue.as_str(), include_str!("unpack.js"), &text("start.js")?].join("\n"));
    let mut files = BTreeMap::new();

    let program = published_path("counselor.bin", &viewer.program);
    let script = filled(&start, "{{program}}", &format!("fetched(\"{program}\")"))?.into_bytes();
    let (script_name, style_name) =
        (published_path("counselor.js", &script), published_path("counselor.css", styles.as_bytes()));
    let style_tag =
        format!("<link rel=\"stylesheet\" href=\"{style_name}\" integrity=\"{}\">", integrity(styles.as_bytes()));
    let script_tag =
        format!("<script type=\"module\" src=\"{script_name}\" integrity=\"{}\"></script>", integrity(&script));
    let index = filled_page(&page, COUNSELOR_POLICY, &style_tag, &script_tag)?;

    let inside = base64(&gzip(&viewer.program)?);
    let inline = filled(&start, "{{program}}", &format!("inside(\"{inside}\")"))?;
    ensure!(!inline.contains("</script"), "the script would end in the middle of the file");
    let policy = one_file_policy(&integrity_256(inline.as_bytes()), &integrity_256(styles.as_bytes()));
    let (style_tag, script_tag) =
        (format!("<style>{styles}</style>"), format!("<script type=\"module\">{inline}</script>"));
    let one_file = filled_page(&page, &policy, &style_tag, &script_tag)?;

    files.insert(format!("{FOLDER}index.html"), index.into_bytes());
    files.insert(ONE_FILE.to_owned(), one_file.into_bytes());
    files.insert(format!("{FOLDER}{program}"), viewer.program);
    files.insert(format!("{FOLDER}{script_name}"), script);
    files.insert(format!("{FOLDER}{style_name}"), styles.as_bytes().to_vec());
    Ok(files)
}

fn filled_page(page: &str, policy: &str, style: &str, script: &str) -> Result<String> {
    // The policy of a page cannot say who may frame it: that is for a server's headers.
    let policy = policy.replace(" frame-ancestors 'none';", "");
    let page = filled(page, "{{policy}}", &policy)?;
    let page = filled(&page, "{{style}}", style)?;
    filled(&page, "{{script}}", script)
}

/// `text` with `what` in its one place.
fn filled(text: &str, place: &str, what: &str) -> Result<String> {
    let (before, after) = text.split_once(place).with_context(|| format!("there is no place {place}"))?;
    ensure!(!after.contains(place), "there are two places {place}");
    Ok([before, what, after].concat())
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, ONE_FILE, Viewer, published};
    use std::collections::BTreeMap;

    fn files() -> BTreeMap<String, Vec<u8>> {
        let public = [
            ("index.html", "<!-- why --><meta content=\"{{policy}}\">{{style}}<body>{{script}}"),
            ("start.js", "// why\n__wbg_init({ module_or_path: await {{program}} });\n"),
        ];
        let public = public.into_iter().map(|(path, text)| (path.to_owned(), text.into())).collect();
        let viewer = Viewer { glue: "async function __wbg_init() {}".to_owned(), program: b"\0asm".to_vec() };
        published(viewer, &public, "a{color: red}").unwrap()
    }

    fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
        std::str::from_utf8(&files[path]).unwrap()
    }

    #[test]
    fn the_page_finds_its_files_wherever_it_lies() {
        let files = files();
        assert_eq!(files.len(), 5);
        let page = text(&files, "counselor/index.html");
        for path in files.keys().filter_map(|path| path.strip_prefix(FOLDER)) {
            let is_named = page.contains(&format!("\"{path}\""));
            assert_eq!(is_named, path.ends_with(".js") || path.ends_with(".css"), "{path}");
        }
        assert!(!page.contains("why") && !page.contains("=\"/") && !page.contains("frame-ancestors"), "{page}");
        let script = files.keys().find(|path| path.ends_with(".js")).unwrap();
        assert!(text(&files, script).contains("await fetched(\"counselor."));
    }

    #[test]
    fn the_one_file_asks_for_nothing_and_allows_only_what_is_in_it() {
        let files = files();
        let page = text(&files, ONE_FILE);
        assert!(page.contains("<style>a{color: red}</style>") && page.contains("await inside(\"H4sI"), "{page}");
        assert!(page.contains("connect-src 'none'") && page.matches("'sha256-").count() == 2, "{page}");
        assert!(!page.contains("src=") && !page.contains("href=") && !page.contains("'self'"), "{page}");
    }

    #[test]
    fn a_page_without_its_places_stops_the_build() {
        let viewer = Viewer { glue: String::new(), program: Vec::new() };
        assert!(published(viewer, &BTreeMap::new(), "").is_err());
    }
}
