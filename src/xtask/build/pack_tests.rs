//! A small site, packed: who names whom, and what a change changes.

use super::{Site, Sources, pack};
use crate::build::client::Client;
use std::collections::BTreeMap;

fn sources(changed: &[(&str, &str)]) -> Sources {
    let mut public: BTreeMap<String, Vec<u8>> = [
        ("index.html", "<link href={{asset:main.css}}><link href=/manifest.webmanifest><script src={{asset:boot.js}}>"),
        ("boot.js", "// why\nimport(\"{{asset:app.js}}\"); wasm(\"{{asset:app_bg.wasm}}\"); BUILD = \"{{build}}\""),
        ("manifest.webmanifest", "{\"src\":\"{{asset:icons/mark.png}}\",\"shot\":\"{{asset:screenshots/today.png}}\"}"),
        ("sw.js", "B = \"{{build}}\"; F = {{files}}"),
        ("icons/mark.png", "mark"),
        ("icons/mark.svg", "drawn"),
        ("screenshots/today.png", "today"),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into()))
    .collect();
    for (path, text) in changed {
        public.insert((*path).to_owned(), (*text).into());
    }
    let glue = "import { a } from './snippets/x-1/inline0.js';\nnew URL('app_bg.wasm', import.meta.url);\n".to_owned();
    let snippets = BTreeMap::from([("x-1/inline0.js".to_owned(), b"export const a = 1;\n".to_vec())]);
    Sources {
        public,
        styles: "a{}".to_owned(),
        client: Client { glue, wasm: b"\0asm".to_vec(), parts: BTreeMap::new(), snippets },
        workers: BTreeMap::new(),
    }
}

fn packed(changed: &[(&str, &str)]) -> Site {
    pack(sources(changed)).unwrap()
}

fn name_of<'a>(site: &'a Site, start: &str) -> &'a str {
    site.files.keys().find(|path| path.starts_with(start)).unwrap()
}

fn text_of(site: &Site, path: &str) -> String {
    String::from_utf8(site.files.get(path).unwrap().clone()).unwrap()
}

#[test]
fn pages_name_the_published_files() {
    let site = packed(&[]);
    let (css, boot, app, wasm) =
        (name_of(&site, "main."), name_of(&site, "boot."), name_of(&site, "app."), name_of(&site, "app_bg."));
    let index = text_of(&site, "index.html");
    assert!(index.contains(&format!("href=/{css}>")) && index.contains(&format!("src=/{boot}>")), "{index}");
    assert!(text_of(&site, boot).contains(&format!("import(\"/{app}\"); wasm(\"/{wasm}\")")));
    assert!(text_of(&site, boot).contains(&site.build) && !text_of(&site, boot).contains("why"));
}

#[test]
fn the_glue_finds_its_wasm_and_its_snippets() {
    let site = packed(&[]);
    let glue = text_of(&site, name_of(&site, "app."));
    assert!(glue.contains(&format!("new URL('{}', import.meta.url)", name_of(&site, "app_bg."))), "{glue}");
    assert!(glue.contains(&format!("'./{}'", name_of(&site, "snippets/"))), "{glue}");
}

#[test]
fn the_worker_keeps_all_but_itself_and_the_shop_window() {
    let site = packed(&[]);
    let worker = text_of(&site, "sw.js");
    let (_, list) = worker.split_once("F = ").unwrap();
    let list: Vec<(String, String)> = serde_json::from_str(list).unwrap();
    let kept: Vec<&str> = list.iter().map(|(path, _)| path.as_str()).collect();
    assert!(kept.contains(&"/") && kept.contains(&"/manifest.webmanifest"), "{kept:?}");
    assert!(!kept.contains(&"/sw.js") && !kept.contains(&"/version.json"), "{kept:?}");
    assert!(!kept.iter().any(|path| path.starts_with("/screenshots/") || path.starts_with("/icons/")), "{kept:?}");
    assert!(kept.is_sorted());
    assert_eq!(list.len(), site.precached.len());
    for (path, hash) in &list {
        let file = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        assert_eq!(*hash, crate::assets::sha256_hex(site.files.get(file).unwrap()));
    }
}

#[test]
fn a_first_visit_is_what_the_page_leads_to() {
    let site = packed(&[]);
    let starts: Vec<&str> = site.first_visit.iter().map(|path| path.split('.').next().unwrap()).collect();
    assert_eq!(starts, ["app", "app_bg", "boot", "index", "main", "snippets/x-1/inline0"]);
}

#[test]
fn what_no_page_leads_to_is_not_published() {
    let site = packed(&[]);
    assert_eq!(site.left_out, ["icons/mark.svg"]);
    assert!(!site.files.keys().any(|path| path.ends_with(".svg")));
}

#[test]
fn the_same_sources_give_the_same_bytes_and_a_change_gives_another_build() {
    let (one, two, other) = (packed(&[]), packed(&[]), packed(&[("icons/mark.png", "redrawn")]));
    assert_eq!(one.files, two.files);
    assert_ne!(one.build, other.build);
    assert_eq!(name_of(&one, "app_bg."), name_of(&other, "app_bg."));
    assert_ne!(one.files.get("sw.js"), other.files.get("sw.js"));
}

#[test]
fn what_cannot_be_published_says_why() {
    let said = |changed: &[(&str, &str)]| format!("{:#}", pack(sources(changed)).unwrap_err());
    assert!(said(&[("index.html", "{{asset:gone.js}}")]).contains("gone.js"));
    assert!(said(&[("boot.js", "{{asset:b.js}}"), ("b.js", "{{asset:boot.js}}")]).contains("each need the other"));
    assert!(said(&[("app.js", "mine")]).contains("app.js"));
    assert!(said(&[("boot.js", "{{files}}")]).contains("sw.js"));
}

#[test]
fn a_worker_is_kept_and_is_no_part_of_a_first_visit() {
    let worker = ("workers/dates.js", "start(\"{{asset:workers/dates/program.wasm}}\")");
    let boot = ("boot.js", "new Worker(\"{{asset:workers/dates.js}}\")");
    let program = ("workers/dates/program.wasm", "\0asm");
    let site = packed(&[worker, boot, program]);
    let names = [name_of(&site, "workers/dates."), name_of(&site, "workers/dates/")];
    for name in names {
        assert!(site.precached.contains(name) && !site.first_visit.contains(name), "{name}");
    }
}
